//! Picture markers: the words and numbers that some sites put before a caption, such as "… - photo 1".

use super::lexicon::PICTURE_WORDS;
use crate::model::Span;

/// Longest marker, in bytes; longer ones are text.
const LONGEST_PREFIX: usize = 400;

/// The marker at the start of `caption`: up to and with a picture word and its number ("Storm hits port - ảnh 1"),
/// or the article's own title with any word and number behind it, whatever the language.
pub fn marker(caption: &str, headline: Option<&str>) -> Option<Span> {
    by_headline(caption, headline).or_else(|| by_word(caption))
}

/// "1 of 3 ", "2/7 ": the picture's number in a gallery, before what is known to be a caption.
pub fn counter(caption: &str) -> Option<Span> {
    let first = leading_digits(caption);
    let rest = caption.get(first..)?;
    let second = rest.strip_prefix(" of ").or_else(|| rest.strip_prefix('/')).or_else(|| rest.strip_prefix(" / "))?;
    let digits = leading_digits(second);
    let number = |digits: &str| digits.parse::<u32>().unwrap_or(0);
    let (at, of) = (number(caption.get(..first)?), number(second.get(..digits)?));
    let goes_on = second.get(digits..)?.trim_start_matches([':', '.', ' ', '|', '-']).starts_with(char::is_uppercase);
    let counts =
        (1..=of).contains(&at) && (2..=200).contains(&of) && goes_on && !second.get(digits..)?.starts_with('/');
    counts.then(|| Span::new(0, caption.len() - second.len() + digits))
}

fn by_headline(caption: &str, headline: Option<&str>) -> Option<Span> {
    let title = headline.map(str::trim).filter(|t| !t.is_empty())?;
    let rest = caption.strip_prefix(title)?;
    let dashed = rest.trim_start().strip_prefix(['-', '–', '—', '|', ':'])?.trim_start();
    let digits = dashed.find(|c: char| c.is_ascii_digit()).filter(|at| *at <= 24)?;
    let word = dashed.get(..digits)?.trim();
    let number = leading_digits(dashed.get(digits..)?);
    let at = caption.len() - dashed.len() + digits + number;
    (word.split_whitespace().count() <= 2 && (1..=3).contains(&number)).then(|| Span::new(0, at))
}

/// `… - WORD N` or, at the very start, `WORD N:`.
fn by_word(caption: &str) -> Option<Span> {
    let mut at = 0;
    while let Some(found) = caption.get(at..)?.find(|c: char| c.is_ascii_digit()) {
        let start = at + found;
        if start > LONGEST_PREFIX {
            return None;
        }
        let number = leading_digits(caption.get(start..)?);
        if number <= 2 && is_marked(caption.get(..start)?, caption.get(start + number..)?) {
            return Some(Span::new(0, start + number));
        }
        at = start + number;
    }
    None
}

/// Whether `before` ends with a separator and a picture word and `after` does not go on with a number.
fn is_marked(before: &str, after: &str) -> bool {
    let words = before.trim_end_matches([' ', '\u{a0}', '.', '#']);
    let word_start = words.rfind(|c: char| !c.is_alphanumeric()).map_or(0, |at| at + 1);
    let word_start = (word_start..words.len()).find(|at| words.is_char_boundary(*at)).unwrap_or(words.len());
    let (head, word) = words.split_at(word_start);
    let head = head.trim_end();
    let separated = head.ends_with(['-', '–', '—', '|']);
    let opens = head.is_empty() && after.trim_start().starts_with([':', '.', '-', '–', '|']);
    PICTURE_WORDS.holds(word) && (separated || opens) && !after.starts_with(['/', '%', ',', '-'])
}

fn leading_digits(text: &str) -> usize {
    text.bytes().take_while(u8::is_ascii_digit).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markers_end_with_the_number() {
        let check = |caption: &str, headline: Option<&str>, expected: &str| {
            assert_eq!(marker(caption, headline).map_or("", |span| span.of(caption)), expected, "{caption}");
        };
        check("Storm hits port - photo 1Leaders meet", None, "Storm hits port - photo 1");
        check("Storm hits port - ảnh 12 Leaders meet", None, "Storm hits port - ảnh 12");
        check("Storm hits port - zdjęcie 3.", None, "Storm hits port - zdjęcie 3");
        check("Storm hits port - bajo 2Leaders", Some("Storm hits port"), "Storm hits port - bajo 2");
        check("Photo 3: Leaders meet", None, "Photo 3");
        check("The 3 leaders - and 4 others - in photo on 5 May", None, "");
        check("Leaders meet on January 6, 2026.", None, "");
    }

    #[test]
    fn counters_stand_before_captions() {
        for (caption, expected) in [
            ("1 of 3 Boats lie at the quay.", "1 of 3"),
            ("2/7: Boats lie at the quay.", "2/7"),
            ("3 of 4 boats were lost.", ""),
            ("4/7/2024 Boats lie at the quay.", ""),
        ] {
            assert_eq!(counter(caption).map_or("", |span| span.of(caption)), expected, "{caption}");
        }
    }
}
