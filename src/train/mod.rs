//! Training: makes the models in `assets/models` from corpora that may be used for it. Never needed by users.

pub mod corpus;
pub mod names;
