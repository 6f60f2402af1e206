//! Entities: names are found and typed, the names of one person or body are brought together, and the roles that the
//! text gives them are read.

use super::text::Document;
use crate::model::{Caption, Entity};

/// Finds all entities with their mentions, aliases and roles, in order of first mention.
pub fn find(_document: &Document<'_>, _captions: &[Caption]) -> Vec<Entity> {
    Vec::new()
}
