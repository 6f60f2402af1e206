//! Repairs of tags that event reading leans on most: the genitive, and the country that looks like a pronoun.

use crate::extract::text::{Document, Tag, equals_lower};

/// The document with these tags put right.
pub(super) fn tags<'a>(document: &Document<'a>) -> Document<'a> {
    let mut repaired = document.clone();
    for at in 1..document.tokens.len() {
        let word = document.word(at);
        if (word == "'s" || word == "’s") && is_genitive(document, at) {
            set(&mut repaired, at, Tag::PossessiveMarker);
        }
        if word == "US" {
            set(&mut repaired, at, Tag::ProperNoun);
        }
    }
    repaired
}

fn set(document: &mut Document<'_>, at: usize, tag: Tag) {
    if let Some(token) = document.tokens.get_mut(at) {
        token.tag = tag;
    }
}

/// "'s" is "is" or "has" after a pronoun and before what can only be a predicate; after a noun and before a noun phrase
/// without determiner it is the genitive.
fn is_genitive(document: &Document<'_>, at: usize) -> bool {
    let before = document.tag(at - 1);
    let pronoun = matches!(before, Tag::Pronoun | Tag::Existential | Tag::WhWord) && document.word(at - 1) != "US";
    let next = document.tag(at + 1);
    let predicate =
        matches!(next, Tag::Determiner | Tag::VerbGerund | Tag::Preposition | Tag::To | Tag::Possessive | Tag::Pronoun);
    let after_let = equals_lower(document.word(at - 1), "let");
    // "Macron's been told", "the bank's closed": a participle that no noun follows.
    let participle = next == Tag::VerbPastParticiple && !document.tag(at + 2).is_noun();
    !(pronoun || predicate || after_let || participle)
}

#[cfg(test)]
mod tests {
    use super::super::testing::fixture;

    #[test]
    fn a_genitive_is_told_from_a_verb() {
        let tags = |text: &str| {
            super::tags(&fixture("", text).document()).tokens.iter().map(|t| t.tag.penn()).collect::<Vec<_>>()
        };
        assert_eq!(tags("Ukraine/NNP ’s/VBZ future/NN security/NN")[1], "POS");
        assert_eq!(tags("Macron/NNP ’s/VBZ planning/VBG a/DT visit/NN")[1], "VBZ");
        assert_eq!(tags("it/PRP 's/VBZ clear/JJ")[1], "VBZ");
    }
}
