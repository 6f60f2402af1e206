//! An entity is a person, organisation, place or group; a mention is each place where the text refers to it.

use super::Span;
use serde::{Deserialize, Serialize};

super::record_id!(
    /// An entity's place in its extraction.
    EntityId, "e"
);

/// Somebody or something that the article names, or describes and speaks of again, with all places where it does.
#[derive(Clone, Debug, PartialEq)]
pub struct Entity {
    /// What it is, decided once by the whole article.
    pub kind: EntityKind,
    /// The fullest name that the article gives; of somebody unnamed the words that describe them.
    pub name: String,
    /// Other forms of the name in the article.
    pub aliases: Vec<String>,
    /// Post or profession.
    pub role: Option<Role>,
    /// What the entity has to do with the story.
    pub standing: Standing,
    /// In text order.
    pub mentions: Vec<Mention>,
}

impl Entity {
    /// Whether the article gives a name, and not only a description ("a spokesman").
    #[must_use]
    pub fn is_named(&self) -> bool {
        self.mentions.iter().any(|mention| mention.form == MentionForm::Name)
    }
}

/// What an entity is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum EntityKind {
    /// A human being.
    Person,
    /// A company, agency, party, court, team, armed group.
    Organisation,
    /// A country, city, region, building.
    Place,
    /// People named after nation, religion, party or allegiance.
    Group,
}

/// Why an entity is in the article: those who only made the article are never participants of its events.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Standing {
    /// Part of the story.
    #[default]
    Story,
    /// Wrote it.
    Author,
    /// Took or supplied a picture.
    Credit,
    /// Published it.
    Publisher,
}

/// A post or profession, with the words that say so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Role {
    /// As shown: `President of France`.
    pub text: String,
    /// The words it was read from.
    pub evidence: Vec<Span>,
}

/// A place where the text refers to an entity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Mention {
    /// The words, without determiner and possessive.
    pub span: Span,
    /// By which means.
    pub form: MentionForm,
}

/// How a mention refers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum MentionForm {
    /// By name.
    Name,
    /// By a common noun: "the minister".
    Nominal,
    /// By a pronoun.
    Pronoun,
}
