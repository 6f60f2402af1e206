//! Parts of speech: what work a word does in its sentence, in the coarse Penn Treebank set that later layers need.
//!
//! The set tells finite verbs from participles, because a finite verb carries a clause and a participle often only
//! describes a noun ("the men arrested on Monday").

macro_rules! tags {
    ($($(#[$doc:meta])* $name:ident = $penn:literal,)*) => {
        /// A part of speech; each variant names its Penn Treebank code.
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[repr(u8)]
        pub enum Tag { $($(#[$doc])* $name,)* }

        impl Tag {
            /// Every tag, in the order of their numbers.
            pub const ALL: &'static [Tag] = &[$(Tag::$name,)*];

            /// The code used in annotated corpora and models.
            pub fn penn(self) -> &'static str {
                match self { $(Tag::$name => $penn,)* }
            }

            /// The tag of a code.
            pub fn from_penn(code: &str) -> Option<Tag> {
                match code { $($penn => Some(Tag::$name),)* _ => None }
            }
        }
    };
}

tags! {
    /// Anything else: foreign words, interjections, list markers.
    #[default]
    Other = "FW",
    /// Singular or mass noun: `report`, `troops` is plural.
    Noun = "NN",
    /// Plural noun: `talks`.
    NounPlural = "NNS",
    /// Name or part of a name: `Paris`, `Security` in "Security Council", months and weekdays.
    ProperNoun = "NNP",
    /// Plural name: `Americans`, `Taliban` stays singular.
    ProperNounPlural = "NNPS",
    /// `new`, `Russian`, also participles that became adjectives: `wounded` before a noun.
    Adjective = "JJ",
    /// `larger`.
    AdjectiveComparative = "JJR",
    /// `largest`.
    AdjectiveSuperlative = "JJS",
    /// `quickly`, `not`, `n't`, `ago`.
    Adverb = "RB",
    /// `faster`, `more` before an adjective.
    AdverbComparative = "RBR",
    /// `most` before an adjective.
    AdverbSuperlative = "RBS",
    /// Bare form after `to`, modals, `do`, or as command: `attack`.
    VerbBase = "VB",
    /// Past tense: `attacked`, `was`.
    VerbPast = "VBD",
    /// -ing form used as verb or participle: `attacking`.
    VerbGerund = "VBG",
    /// Past participle, in perfect, passive or reduced relative clause: `attacked` in "was attacked".
    VerbPastParticiple = "VBN",
    /// Present tense, not third person singular: `attack`, `are`.
    VerbPresent = "VBP",
    /// Present tense, third person singular: `attacks`, `is`.
    VerbPresent3rd = "VBZ",
    /// `can`, `will`, `would`, `'ll`.
    Modal = "MD",
    /// Personal and reflexive pronouns: `he`, `them`, `itself`.
    Pronoun = "PRP",
    /// Possessive pronoun: `his`, `their`.
    Possessive = "PRP$",
    /// Article, demonstrative, quantifier: `the`, `this`, `some`, `all`.
    Determiner = "DT",
    /// Prepositions and subordinating conjunctions: `in`, `because`, `that` before a clause.
    Preposition = "IN",
    /// `to`, before verbs and as preposition.
    To = "TO",
    /// `and`, `or`, `but`.
    Conjunction = "CC",
    /// Question and relative words: `who`, `which`, `when`, `whose`, relative `that`.
    WhWord = "WH",
    /// Numbers in digits or words: `40`, `three`, `million`.
    Number = "CD",
    /// The second half of a phrasal verb: `up` in "blew up".
    Particle = "RP",
    /// `'s`, `'` as genitive.
    PossessiveMarker = "POS",
    /// `there` in "there is".
    Existential = "EX",
    /// `.`, `,`, `;`, `:`, dashes, brackets.
    Punctuation = ".",
    /// Opening quotation mark.
    OpenQuote = "``",
    /// Closing quotation mark.
    CloseQuote = "''",
    /// `$`, `%`, `+`, `©`.
    Symbol = "SYM",
}

impl Tag {
    /// Any verb form, modals included.
    pub fn is_verb(self) -> bool {
        matches!(
            self,
            Tag::VerbBase
                | Tag::VerbPast
                | Tag::VerbGerund
                | Tag::VerbPastParticiple
                | Tag::VerbPresent
                | Tag::VerbPresent3rd
                | Tag::Modal
        )
    }

    /// A form that carries tense: past, present, modal.
    pub fn is_finite_verb(self) -> bool {
        matches!(self, Tag::VerbPast | Tag::VerbPresent | Tag::VerbPresent3rd | Tag::Modal)
    }

    /// A common noun or a name.
    pub fn is_noun(self) -> bool {
        self.is_common_noun() || self.is_proper_noun()
    }

    /// A noun that is no name.
    pub fn is_common_noun(self) -> bool {
        matches!(self, Tag::Noun | Tag::NounPlural)
    }

    /// A name or part of one.
    pub fn is_proper_noun(self) -> bool {
        matches!(self, Tag::ProperNoun | Tag::ProperNounPlural)
    }

    /// An adjective of any degree.
    pub fn is_adjective(self) -> bool {
        matches!(self, Tag::Adjective | Tag::AdjectiveComparative | Tag::AdjectiveSuperlative)
    }

    /// An adverb of any degree.
    pub fn is_adverb(self) -> bool {
        matches!(self, Tag::Adverb | Tag::AdverbComparative | Tag::AdverbSuperlative)
    }

    /// Punctuation or a quotation mark.
    pub fn is_punctuation(self) -> bool {
        matches!(self, Tag::Punctuation | Tag::OpenQuote | Tag::CloseQuote)
    }
}

/// A set of tags, one bit each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TagSet(pub u64);

impl TagSet {
    /// The set of these tags.
    pub const fn of(tags: &[Tag]) -> Self {
        let mut bits = 0;
        let mut i = 0;
        while i < tags.len() {
            bits |= 1 << tags[i] as u8;
            i += 1;
        }
        Self(bits)
    }

    /// Whether `tag` is in the set.
    pub fn holds(self, tag: Tag) -> bool {
        self.0 >> (tag as u8) & 1 == 1
    }

    /// Adds a tag.
    pub fn add(&mut self, tag: Tag) {
        self.0 |= 1 << (tag as u8);
    }

    /// Whether no tag is in the set.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The tags, in the order of their numbers.
    pub fn iter(self) -> impl Iterator<Item = Tag> {
        Tag::ALL.iter().copied().filter(move |tag| self.holds(*tag))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_name_every_tag_once() {
        for tag in Tag::ALL {
            assert_eq!(Tag::from_penn(tag.penn()), Some(*tag));
        }
        assert!(Tag::ALL.len() <= 64, "a TagSet has 64 bits");
    }
}
