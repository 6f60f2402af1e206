//! The project: the articles a user has open with what was extracted from them, and the user's own decisions.
