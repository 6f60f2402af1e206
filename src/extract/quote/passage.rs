//! Passages: what stands between quotation marks, paragraph by paragraph, so that a forgotten mark in one paragraph
//! never derails the next.

use super::marks::{Family, Mark, Side, marks};
use crate::model::Span;

/// Words in quotation marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Passage {
    /// With the marks.
    pub span: Span,
    /// Without them.
    pub words: Span,
    /// Whether an opening mark is printed.
    pub opened: bool,
    /// Whether a closing mark is printed.
    pub closed: bool,
    /// Whether it carries on the passage before, whose paragraph ended without closing it.
    pub continues: bool,
    /// Whether the marks are single ones.
    pub single: bool,
}

/// How many marks ahead a closing single mark is looked for: bounds the work on hostile text.
const SINGLE_REACH: usize = 24;

/// The passages of the paragraphs `parts` of `text`, in text order, nested ones left out.
pub(super) fn passages(text: &str, parts: &[Span]) -> Vec<Passage> {
    let mut all: Vec<Passage> = Vec::new();
    let mut open_before = false;
    for part in parts.iter().map(|part| part.trim(text)) {
        let signs = marks(text, part);
        let mut found = Pairing::new(text, part).run(&signs);
        add_single(text, part, &signs, &mut found);
        link(&mut found, part, open_before);
        open_before = found.last().is_some_and(|last| {
            !last.closed && last.span.end == part.end && (last.continues || leads_in(text, last.span.start))
        });
        all.append(&mut found);
    }
    drop_doubtful(text, &mut all);
    all
}

/// Marks the paragraph's first passage as carried on from the paragraph before.
fn link(found: &mut [Passage], part: Span, open_before: bool) {
    if let Some(first) = found.first_mut().filter(|first| open_before && first.span.start == part.start) {
        first.continues = true;
    }
}

/// Drops what was left open without reason: an unclosed mark counts where it opens its paragraph or where a colon,
/// comma or sentence end leads into it.
fn drop_doubtful(text: &str, all: &mut Vec<Passage>) {
    all.retain(|passage| passage.closed || passage.continues || leads_in(text, passage.span.start));
}

/// Whether a quotation may begin at `offset`: at a line's start or after a colon, comma or sentence end.
fn leads_in(text: &str, offset: u32) -> bool {
    let before = text.get(..offset as usize).unwrap_or("").trim_end_matches([' ', '\u{a0}', '\t']);
    before.chars().next_back().is_none_or(|c| "\n\r:,.!?".contains(c))
}

/// Pairs the double marks of one paragraph.
struct Pairing<'t> {
    text: &'t str,
    part: Span,
    open: Option<Mark>,
    /// How many marks are open inside `open`.
    nested: u32,
    found: Vec<Passage>,
}

impl<'t> Pairing<'t> {
    fn new(text: &'t str, part: Span) -> Self {
        Self { text, part, open: None, nested: 0, found: Vec::new() }
    }

    fn run(mut self, signs: &[Mark]) -> Vec<Passage> {
        let doubles: Vec<Mark> = signs.iter().filter(|m| m.family != Family::Single).copied().collect();
        for (position, mark) in doubles.iter().enumerate() {
            let ahead = doubles.get(position + 1..).unwrap_or(&[]);
            match self.open {
                None => self.outside(*mark),
                Some(open) => self.inside(open, *mark, ahead),
            }
        }
        if let Some(open) = self.open {
            self.push(open, self.part.end, false);
        }
        self.found
    }

    fn outside(&mut self, mark: Mark) {
        match mark.side {
            Side::Open => self.open = Some(mark),
            Side::Close => self.close_unopened(mark),
            Side::Unsure => {}
        }
    }

    fn inside(&mut self, open: Mark, mark: Mark, ahead: &[Mark]) {
        if !closes_family(open.family, mark.family) {
            return;
        }
        match mark.side {
            Side::Open if self.nested == 0 && self.closes_in_spite(open, mark) => {
                self.push(open, mark.span.end, true);
                self.open = None;
            }
            Side::Open if closes_twice(ahead) => self.nested += 1,
            Side::Open => {
                self.push(open, first_sentence_end(self.text, open.span.end, mark.span.start), false);
                self.open = Some(mark);
                self.nested = 0;
            }
            Side::Close | Side::Unsure if self.nested > 0 => self.nested -= 1,
            Side::Close | Side::Unsure => {
                self.push(open, mark.span.end, true);
                self.open = None;
            }
        }
    }

    /// "we won, "said Ortiz": a typewriter's mark on the wrong side of its space, behind a comma and before a small letter.
    fn closes_in_spite(&self, open: Mark, mark: Mark) -> bool {
        let said = Span { start: open.span.end, end: mark.span.start }.of(self.text);
        let next = self.text.get(mark.span.end as usize..).and_then(|rest| rest.chars().next());
        said.trim_end().ends_with(',') && mark.span.of(self.text) == "\"" && next.is_some_and(char::is_lowercase)
    }

    fn push(&mut self, open: Mark, end: u32, closed: bool) {
        let span = Span { start: open.span.start, end }.trim(self.text);
        let inner_end = if closed { end.saturating_sub(closing_length(self.text, end)) } else { span.end };
        let words = Span { start: open.span.end, end: inner_end }.trim(self.text);
        if !words.is_empty() {
            self.found.push(Passage { span, words, opened: true, closed, continues: false, single: false });
        }
    }

    /// A closing mark with none open: the quotation began with the paragraph, or with the sentence after the last one.
    fn close_unopened(&mut self, mark: Mark) {
        let ends_speech = Span { start: self.part.start, end: mark.span.start }
            .of(self.text)
            .ends_with([',', '.', '!', '?', '…', '—']);
        let start = match self.found.last() {
            None => Some(self.part.start),
            Some(last) => sentence_start_after(self.text, last.span.end, mark.span.start),
        };
        let Some(start) = start.filter(|_| ends_speech) else { return };
        let words = Span { start, end: mark.span.start }.trim(self.text);
        if words.of(self.text).split_whitespace().nth(2).is_some() {
            let span = Span { start: words.start, end: mark.span.end };
            self.found.push(Passage { span, words, opened: false, closed: true, continues: false, single: false });
        }
    }
}

fn closes_family(open: Family, close: Family) -> bool {
    let latin = |f| matches!(f, Family::Double | Family::Latex);
    open == close || latin(open) && latin(close)
}

/// Whether the next two marks both close: then the mark before them opened a quotation within a quotation.
fn closes_twice(ahead: &[Mark]) -> bool {
    ahead.get(..2).is_some_and(|next| next.iter().all(|m| m.side == Side::Close))
}

/// Bytes of the closing mark that ends at `end`.
fn closing_length(text: &str, end: u32) -> u32 {
    let before = text.get(..end as usize).unwrap_or("");
    if before.ends_with("''") {
        return 2;
    }
    before.chars().next_back().map_or(0, |c| c.len_utf8() as u32)
}

/// The end of the first sentence of `from..to`; `to` when there is but one.
fn first_sentence_end(text: &str, from: u32, to: u32) -> u32 {
    let words = Span { start: from, end: to }.of(text);
    let mut characters = words.char_indices().peekable();
    while let Some((offset, c)) = characters.next() {
        let next_is_space = characters.peek().is_some_and(|(_, next)| next.is_whitespace());
        if matches!(c, '.' | '!' | '?') && next_is_space {
            return from + (offset + c.len_utf8()) as u32;
        }
    }
    to
}

/// Where the sentence after the one that goes on at `from` begins, before `to`.
fn sentence_start_after(text: &str, from: u32, to: u32) -> Option<u32> {
    let end = first_sentence_end(text, from, to);
    (end < to).then_some(end)
}

/// Adds passages in single marks that do not lie in double ones, and drops the double ones inside them.
fn add_single(text: &str, part: Span, signs: &[Mark], found: &mut Vec<Passage>) {
    let doubles = std::mem::take(found);
    let is_free = |offset: u32| {
        let after = doubles.partition_point(|p| p.span.end <= offset);
        doubles.get(after).is_none_or(|p| !p.span.holds(offset))
    };
    let singles: Vec<Mark> =
        signs.iter().filter(|m| m.family == Family::Single && is_free(m.span.start)).copied().collect();
    let mut resume = 0;
    for (position, open) in singles.iter().enumerate().filter(|(_, m)| m.side == Side::Open) {
        if open.span.start < resume {
            continue;
        }
        let ahead = singles.iter().skip(position + 1).take(SINGLE_REACH);
        let closed_by = closing_single(text, part, ahead);
        if let Some(close) = closed_by.filter(|close| !elided(text, *open, *close)) {
            resume = close.span.end;
            let words = Span { start: open.span.end, end: close.span.start }.trim(text);
            let span = Span { start: open.span.start, end: close.span.end };
            found.push(Passage { span, words, opened: true, closed: true, continues: false, single: true });
        }
    }
    merge(found, doubles);
}

/// Merges double passages into the single ones, in order, without those that lie in a single one.
fn merge(found: &mut Vec<Passage>, doubles: Vec<Passage>) {
    let singles = std::mem::take(found);
    let mut ahead = singles.into_iter().peekable();
    for double in doubles {
        while let Some(single) = ahead.next_if(|single| single.span.start < double.span.start) {
            found.push(single);
        }
        if !found.last().is_some_and(|last| last.span.overlaps(double.span)) {
            found.push(double);
        }
    }
    found.extend(ahead);
}

/// The mark that closes a single quotation: one after punctuation, or after a word that is no plural possessive.
fn closing_single<'m>(text: &str, part: Span, ahead: impl Iterator<Item = &'m Mark>) -> Option<Mark> {
    let mut possessive = None;
    for mark in ahead {
        if mark.side == Side::Open {
            break;
        }
        let before = Span { start: part.start, end: mark.span.start }.of(text).chars().next_back()?;
        let mut after = Span { start: mark.span.end, end: part.end }.of(text).chars();
        let word_follows = after.next() == Some(' ') && after.next().is_some_and(char::is_alphabetic);
        if !(before == 's' && word_follows) {
            return Some(*mark);
        }
        possessive = possessive.or(Some(*mark));
    }
    possessive
}

/// rock 'n' roll: a letter or two between apostrophes.
fn elided(text: &str, open: Mark, close: Mark) -> bool {
    Span { start: open.span.end, end: close.span.start }.of(text).chars().nth(2).is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<String> {
        let mut parts = Vec::new();
        let mut start = 0;
        for line in text.split('\n') {
            parts.push(Span::new(start, start + line.len()));
            start += line.len() + 1;
        }
        passages(text, &parts).iter().map(|p| p.words.of(text).to_owned()).collect()
    }

    #[test]
    fn every_style_of_marks_pairs() {
        for text in [
            "“We won,” he said.",
            "\"We won,\" he said.",
            "‘We won,’ he said.",
            "'We won,' he said.",
            "«We won,» he said.",
            "„We won,“ he said.",
            "「We won,」 he said.",
            "``We won,'' he said.",
            "“We won,\" he said.",
        ] {
            assert_eq!(found(text), ["We won,"], "{text}");
        }
    }

    #[test]
    fn nested_marks_belong_to_the_outer_quotation() {
        assert_eq!(found("“He said ‘no’ to me,” she said."), ["He said ‘no’ to me,"]);
        assert_eq!(found("‘He said “no” to me,’ she said."), ["He said “no” to me,"]);
        assert_eq!(found("“They call it “the big one” here,” she said."), ["They call it “the big one” here,"]);
    }

    #[test]
    fn apostrophes_and_inches_are_no_marks() {
        assert_eq!(found("Ukraine's '90s don't end; the students' union of 5'10\" men"), [""; 0]);
        assert_eq!(found("‘The students’ union won’t pay,’ he said."), ["The students’ union won’t pay,"]);
    }

    #[test]
    fn a_missing_opening_mark_is_the_start_of_the_paragraph() {
        assert_eq!(found("We have a plan. It is good,” Ortiz said."), ["We have a plan. It is good,"]);
        assert_eq!(found("“A plan,” Ortiz said. It is good.”"), ["A plan,", "It is good."]);
    }

    #[test]
    fn an_odd_mark_does_not_derail_the_next_paragraph() {
        assert_eq!(found("He called it “odd and went.\n“We won,” he said."), ["We won,"]);
        assert_eq!(found("The 6\" pipe broke.\n\"We won,\" he said."), ["We won,"]);
    }

    #[test]
    fn reopened_marks_continue_a_quotation() {
        let text = "“First.\n“Second.\n“Third,” he said.";
        let parts = [Span::new(0, 9), Span::new(10, 20), Span::new(21, text.len())];
        let all = passages(text, &parts);
        assert_eq!(
            all.iter().map(|p| (p.continues, p.closed)).collect::<Vec<_>>(),
            [(false, false), (true, false), (true, true)]
        );
    }
}
