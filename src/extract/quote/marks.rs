//! Quotation marks: every character that may open or close a quotation is found, and judged by its own shape and by
//! its neighbours, because news mixes styles, turns marks round, and uses the same sign for apostrophes and inches.

use crate::model::Span;

/// Signs that belong together: an opening sign is closed by one of its own family.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Family {
    /// “ ” „ ‟ ″ and the typewriter's "
    Double,
    /// « » ‹ ›
    Guillemet,
    /// 「 」 『 』
    Corner,
    /// LaTeX's two grave accents and two apostrophes; two apostrophes on both sides also occur.
    Latex,
    /// ‘ ’ ‚ and the typewriter's '
    Single,
}

/// What a sign does, as far as its shape and its neighbours tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    /// It opens.
    Open,
    /// It closes.
    Close,
    /// It could do either.
    Unsure,
}

/// A quotation mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Mark {
    pub span: Span,
    pub family: Family,
    pub side: Side,
}

/// The quotation marks in `part` of `text`, in order; apostrophes, feet and inches are left out.
pub(super) fn marks(text: &str, part: Span) -> Vec<Mark> {
    let mut found = Vec::new();
    let mut skip_to = 0;
    for (offset, sign) in part.of(text).char_indices() {
        let start = part.start as usize + offset;
        if start < skip_to || !is_sign(sign) {
            continue;
        }
        let length = if doubled_latex(text, start, sign) { 2 } else { sign.len_utf8() };
        let span = Span::new(start, start + length);
        skip_to = start + length;
        if let Some((family, side)) = judge(sign, length, &Neighbours::of(text, part, span)) {
            found.push(Mark { span, family, side });
        }
    }
    found
}

fn is_sign(sign: char) -> bool {
    matches!(sign, '"' | '\'' | '`' | '«' | '»' | '“'..='‟' | '‘'..='‛' | '‹' | '›' | '「' | '」' | '『' | '』' | '＂')
}

fn doubled_latex(text: &str, start: usize, sign: char) -> bool {
    let doubled = match sign {
        '`' => "``",
        '\'' => "''",
        _ => return false,
    };
    text.get(start..).is_some_and(|rest| rest.starts_with(doubled))
}

/// The characters around a sign; `None` at the ends of the paragraph.
struct Neighbours<'t> {
    left: &'t str,
    before: Option<char>,
    after: Option<char>,
}

impl<'t> Neighbours<'t> {
    fn of(text: &'t str, part: Span, sign: Span) -> Self {
        let left = Span { start: part.start, end: sign.start }.of(text);
        let right = Span { start: sign.end, end: part.end }.of(text);
        Self { left, before: left.chars().next_back(), after: right.chars().next() }
    }

    /// Nothing, white space, a bracket or a dash stands before: a place for an opening mark.
    fn opens(&self) -> bool {
        let free = self.before.is_none_or(|c| c.is_whitespace() || "([{—–-―/…:“‘\"'«".contains(c));
        free && self.after.is_some_and(|c| !c.is_whitespace())
    }

    /// A word or its punctuation stands before, and no word follows at once: a place for a closing mark.
    fn closes(&self) -> bool {
        self.before.is_some_and(|c| !c.is_whitespace()) && self.after.is_none_or(|c| !c.is_alphanumeric())
    }

    fn inside_word(&self) -> bool {
        self.before.is_some_and(char::is_alphanumeric) && self.after.is_some_and(char::is_alphanumeric)
    }

    fn after_digit(&self) -> bool {
        self.before.is_some_and(|c| c.is_ascii_digit())
    }

    /// 5'10" and 6’: a number of feet or inches.
    fn measures(&self) -> bool {
        let before_number = self.left.trim_end_matches(|c: char| c.is_ascii_digit());
        self.after_digit() && self.left.len() - before_number.len() < 3 && before_number.ends_with(['\'', '’', '′'])
    }

    fn side(&self) -> Side {
        match (self.opens(), self.closes()) {
            (true, false) => Side::Open,
            (false, true) => Side::Close,
            _ => Side::Unsure,
        }
    }

    /// The side that the sign's shape says, unless its neighbours say the other.
    fn side_of_shape(&self, shape: Side) -> Side {
        match (shape, self.side()) {
            (Side::Open, Side::Close) => Side::Close,
            (Side::Close, Side::Open) => Side::Open,
            _ => shape,
        }
    }
}

/// Family and side of a sign, or `None` for apostrophes, feet and inches.
fn judge(sign: char, length: usize, near: &Neighbours) -> Option<(Family, Side)> {
    if length == 2 && sign == '`' {
        return Some((Family::Latex, Side::Open));
    }
    if length == 2 && sign == '\'' {
        return Some((Family::Latex, near.side_of_shape(Side::Close)));
    }
    match sign {
        '"' | '＂' if near.measures() || near.inside_word() && near.after_digit() => None,
        '"' | '＂' => Some((Family::Double, near.side())),
        '“' | '‟' => Some((Family::Double, near.side_of_shape(Side::Open))),
        '„' => Some((Family::Double, Side::Open)),
        '”' => Some((Family::Double, near.side_of_shape(Side::Close))),
        '«' | '‹' => Some((Family::Guillemet, near.side_of_shape(Side::Open))),
        '»' | '›' => Some((Family::Guillemet, near.side_of_shape(Side::Close))),
        '「' | '『' => Some((Family::Corner, Side::Open)),
        '」' | '』' => Some((Family::Corner, Side::Close)),
        _ => judge_single(sign, near).map(|side| (Family::Single, side)),
    }
}

/// A single mark's side. An apostrophe within a word, or before a shortened year, is no mark.
fn judge_single(sign: char, near: &Neighbours) -> Option<Side> {
    if near.inside_word() || near.after_digit() && sign != '’' {
        return None;
    }
    let opens = near.opens() && near.before.is_none_or(|c| !"\"'”’".contains(c));
    match sign {
        '‘' | '‚' | '‛' if opens => Some(Side::Open),
        '\'' if opens && near.after.is_some_and(|c| !c.is_ascii_digit()) => Some(Side::Open),
        '’' | '\'' if near.closes() => Some(Side::Close),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The marks of `text` as `(` for opening, `)` for closing, `?` for unsure.
    fn sides(text: &str) -> String {
        let side = |m: &Mark| match m.side {
            Side::Open => '(',
            Side::Close => ')',
            Side::Unsure => '?',
        };
        marks(text, Span::new(0, text.len())).iter().map(side).collect()
    }

    #[test]
    fn shape_and_neighbours_tell_the_side() {
        for (text, expected) in [
            ("“We won,” he said.", "()"),
            ("\"We won,\" he said.", "()"),
            ("„Wir“ and «nous» and »wir« and 「我」", "()()()()"),
            ("``We won,'' he said.", "()"),
            ("''We won,'' he said.", "()"),
            ("”We won,“ he said.", "()"),
            ("the (“Bill”) and—“word”", "()()"),
            ("‘We don’t know,’ he said.", "()"),
            ("'We don't know,' he said.", "()"),
            ("rock 'n' roll of the '90s, Ukraine's", "()"),
            ("He is 5'10\" tall, the students' union", ")"),
        ] {
            assert_eq!(sides(text), expected, "{text}");
        }
    }
}
