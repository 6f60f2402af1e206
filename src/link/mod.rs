//! Links across articles: the same person, the same happening, dates that conflict. Derived, and can be rebuilt.
