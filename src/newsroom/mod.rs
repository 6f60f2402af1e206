//! How newsrooms write: the conventions of credit lines, bylines, date lines and page furniture, as pure functions
//! over words. `ingest` names the parts of a page by them, `extract` reads the parts by them.

pub mod byline;
pub mod credit;
pub mod dateline;
pub mod furniture;
mod lexicon;
pub mod picture;

pub use lexicon::WordList;

/// Whether `text` ends like a sentence: with a full stop, question or exclamation mark, closing quotes allowed.
pub fn ends_like_a_sentence(text: &str) -> bool {
    let bare = text.trim_end_matches(|c: char| c.is_whitespace() || "\"”’'»)]}*".contains(c));
    bare.ends_with(['.', '!', '?', '…', '。', '！', '？', '।', '؟']) && !ends_with_initial(bare)
}

/// Whether the text ends with an initial such as "U.S." or "J.", where a full stop does not end a sentence.
fn ends_with_initial(text: &str) -> bool {
    let last = text.rsplit(char::is_whitespace).next().unwrap_or("");
    let letters = last.trim_end_matches('.').rsplit('.').next().unwrap_or("");
    last.ends_with('.') && last.matches('.').count() > 1 && letters.chars().count() == 1
}

/// Whether the phrase names an agency that credits and datelines name.
pub fn is_agency(phrase: &str) -> bool {
    lexicon::AGENCIES.holds(phrase)
}

/// Whether `text` reads like the name of one person: two to five capitalised words, name particles allowed, no word
/// that belongs to organisations or posts.
pub fn looks_like_a_person(text: &str) -> bool {
    let mut capitalised = 0;
    let mut words = 0;
    for word in text.split([' ', '\u{a0}']).filter(|w| !w.is_empty()) {
        words += 1;
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        let first = bare.chars().next();
        if bare.chars().any(|c| c.is_ascii_digit()) || lexicon::ORGANISATION_WORDS.holds(bare) {
            return false;
        }
        match first {
            Some(c) if c.is_uppercase() => capitalised += 1,
            Some(_) if lexicon::is_name_particle(bare) => {}
            _ => return false,
        }
    }
    (2..=5).contains(&words) && capitalised >= 2 && !text.contains([':', ';', '?', '!', '(', '"', '“', '/', ','])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn initials_do_not_end_sentences() {
        assert!(ends_like_a_sentence("He left."));
        assert!(ends_like_a_sentence("“He left.”"));
        assert!(!ends_like_a_sentence("Talks in the U.S."));
        assert!(!ends_like_a_sentence("Talks in Geneva"));
    }

    #[test]
    fn people_have_capitalised_names_without_organisation_words() {
        for name in ["Ana Ruiz", "Nguyễn Văn An", "Ludwig van Dahl", "J. K. Moss", "Mary-Jane O’Neil"] {
            assert!(looks_like_a_person(name), "{name}");
        }
        for other in ["Home Office", "Ana", "The river rose", "Harbour Police", "Ana Ruiz 3", "Rain: more to come"] {
            assert!(!looks_like_a_person(other), "{other}");
        }
    }
}
