//! Shallow grammar for attribution: the noun phrase that ends or begins at a token, the end of a clause; `subject` finds
//! who a verb tells of. Every walk is bounded, so that a line of ten megabytes costs no more than its length.

mod subject;

use crate::extract::text::{Document, Tag, equals_lower};
use std::ops::Range;

/// How many tokens a noun phrase may have.
const PHRASE_REACH: usize = 40;
/// How many tokens before a verb its subject is looked for.
const SUBJECT_REACH: usize = 60;

/// Whether a word is a month written out; "Jan" is also a name.
fn is_month(word: &str) -> bool {
    word.parse::<chrono::Month>().is_ok_and(|month| month.name() == word)
}

/// A document with the tokens marked that stand in quotation marks.
pub(super) struct Grammar<'d, 'a> {
    pub document: &'d Document<'a>,
    /// For each token the passage it lies in, counted from 1; 0 outside.
    pub passage_of: Vec<u32>,
}

impl<'a> Grammar<'_, 'a> {
    pub fn tag(&self, token: usize) -> Tag {
        self.document.tag(token)
    }

    pub fn word(&self, token: usize) -> &'a str {
        self.document.word(token)
    }

    pub fn is(&self, token: usize, lower: &str) -> bool {
        self.document.is(token, lower)
    }

    pub fn is_any(&self, token: usize, words: &[&str]) -> bool {
        let own = self.document.word(token);
        words.iter().any(|word| equals_lower(own, word))
    }

    /// Whether the token stands in quotation marks (the marks included).
    pub fn is_quoted(&self, token: usize) -> bool {
        self.passage_of.get(token).is_some_and(|passage| *passage != 0)
    }

    /// A sentence's end, a semicolon or colon, outside quotation marks.
    pub fn is_stop(&self, token: usize) -> bool {
        self.tag(token) == Tag::Punctuation
            && !self.is_quoted(token)
            && !matches!(self.word(token + 1), ")" | ",")
            && !self.runs_on(token)
            && matches!(self.word(token), "." | "!" | "?" | ";" | ":" | "…" | "..." | "•" | "|")
    }

    /// "N.Y": a stop with a letter right behind it; but pages lose the blank of "under stones.In the morning".
    fn runs_on(&self, token: usize) -> bool {
        let end = self.document.tokens.get(token).map(|stop| stop.span.end);
        let next = self.document.tokens.get(token + 1).map(|next| next.span.start);
        let sentence = token.checked_sub(1).is_some_and(|i| {
            self.word(i).len() > 2
                && self.word(i).bytes().all(|b| b.is_ascii_lowercase())
                && self.word(token + 1).starts_with(char::is_uppercase)
        });
        self.word(token) == "." && end == next && self.word(token + 1).starts_with(char::is_alphabetic) && !sentence
    }

    pub fn is_comma(&self, token: usize) -> bool {
        self.word(token) == ","
    }

    pub fn is_dash(&self, token: usize) -> bool {
        matches!(self.word(token), "—" | "–" | "--" | "―" | "-")
    }

    fn is_nominal(&self, token: usize) -> bool {
        let tag = self.tag(token);
        tag.is_noun() || matches!(tag, Tag::Pronoun | Tag::Number)
    }

    /// Can head a noun phrase alone: `many`, `both`, `others`.
    fn is_quantifier(&self, token: usize) -> bool {
        self.is_any(
            token,
            &[
                "many", "some", "several", "most", "both", "all", "few", "others", "another", "none", "these", "those",
                "this", "that", "half", "neither", "either", "each",
            ],
        )
    }

    fn is_core(&self, token: usize) -> bool {
        let tag = self.tag(token);
        tag.is_noun()
            || tag.is_adjective()
            || matches!(
                tag,
                Tag::Number | Tag::Determiner | Tag::Possessive | Tag::PossessiveMarker | Tag::Symbol | Tag::Other
            )
            || tag.is_adverb() && (self.tag(token + 1).is_adjective() || self.tag(token + 1) == Tag::Number)
            || matches!(tag, Tag::VerbPastParticiple | Tag::VerbGerund) && self.tag(token + 1).is_noun()
            // "Mohammed bin Rashid"
            || self.is_any(token, &["bin", "ibn", "bint"]) && self.tag(token + 1).is_proper_noun()
            // "White House press secretary": what the tagger may take for a verb.
            || self.is(token, "press") && self.tag(token + 1).is_noun()
            // "Vik Search lead Liz Reid": a post that looks like a verb between two names.
            || self.is(token, "lead") && self.tag(token + 1).is_proper_noun() && token.checked_sub(1).is_some_and(|i| self.tag(i).is_noun())
            // "a former winger turned pundit"
            || self.is(token, "turned") && self.tag(token + 1).is_noun() && token.checked_sub(1).is_some_and(|i| self.tag(i).is_common_noun())
            || matches!(self.word(token), "&" | "/")
            || matches!(tag, Tag::OpenQuote | Tag::CloseQuote) && self.in_nickname(token)
            || matches!(self.word(token), "’s" | "'s")
                && (self.tag(token + 1).is_noun() || self.tag(token + 1).is_adjective())
    }

    /// A mark of "Marcia “Cia” Price", which is no quotation.
    fn in_nickname(&self, token: usize) -> bool {
        let capital = |i: usize| self.word(i).starts_with(char::is_uppercase) || self.is(i, "the");
        !self.is_quoted(token) && capital(token + 1) && token.checked_sub(1).is_some_and(capital)
    }

    pub fn is_auxiliary(&self, token: usize) -> bool {
        let contracted = matches!(self.word(token), "'s" | "’s") && self.follows_subject_pronoun(token);
        self.tag(token) == Tag::Modal
            || contracted
            || self.tag(token).is_verb()
                && self.is_any(
                    token,
                    &[
                        "has", "have", "had", "having", "is", "are", "was", "were", "be", "been", "being", "am", "do",
                        "does", "did", "'s", "’s", "'ve", "’ve", "'d", "’d", "'re", "’re", "'m", "’m",
                    ],
                )
    }

    /// "he's claiming": what follows "he" is no possessive.
    fn follows_subject_pronoun(&self, token: usize) -> bool {
        token.checked_sub(1).is_some_and(|i| self.is_any(i, &["he", "she", "it", "who", "that", "there"]))
    }

    pub fn is_be(&self, token: usize) -> bool {
        self.is_any(
            token,
            &["is", "are", "was", "were", "be", "been", "being", "am", "'s", "’s", "'re", "’re", "get", "got", "gets"],
        )
    }

    /// The noun phrase that ends before `end`, prepositional attachments and coordination included.
    pub fn phrase_before(&self, end: usize, floor: usize) -> Option<Range<usize>> {
        let last = end.checked_sub(1).filter(|last| *last >= floor)?;
        if self.is_quoted(last) {
            return None;
        }
        if self.tag(last) == Tag::Pronoun {
            return self.is_subject_pronoun(last).then_some(last..end);
        }
        if self.word(last) == ")" {
            let open = (floor..last).rev().take(PHRASE_REACH).find(|i| self.word(*i) == "(")?;
            return self.phrase_before(open, floor).map(|inner| inner.start..end);
        }
        if !self.is_nominal(last) && !self.is_quantifier(last) && !self.tag(last).is_adjective() {
            return None;
        }
        let floor = floor.max(end.saturating_sub(PHRASE_REACH));
        Some(self.phrase_start(last, floor)..end)
    }

    fn is_subject_pronoun(&self, token: usize) -> bool {
        !self.is_any(token, &["him", "me", "us", "them", "himself", "herself", "themselves", "itself", "myself"])
    }

    fn phrase_start(&self, last: usize, floor: usize) -> usize {
        let mut start = last;
        // "In a statement [the club] said", "In Lund [a spokesman] said": an article or a possessive opens the phrase.
        let opens = |at: usize| {
            let noun = |tag: Tag| tag.is_common_noun() || tag.is_proper_noun() && !self.is(at, "the");
            (self.is_any(at, &["the", "a", "an"]) || self.tag(at) == Tag::Possessive) && noun(self.tag(at - 1))
        };
        loop {
            while start > floor
                && !opens(start)
                && self.is_core(start - 1)
                && !self.is_quoted(start - 1)
                && !self.ends_time(start - 1)
                && !self.is_clock(start - 1)
            {
                start -= 1;
            }
            match self.attached_before(start, floor) {
                Some(next) => start = next,
                // "Unite's Ana Ruiz": whatever the owner's name looks like.
                None if start > floor && matches!(self.word(start), "'s" | "’s") => return start - 1,
                None => return start,
            }
        }
    }

    /// The token from which the phrase goes on to the left of `start`, over a preposition or a conjunction.
    fn attached_before(&self, start: usize, floor: usize) -> Option<usize> {
        let link = start.checked_sub(1).filter(|link| *link > floor)?;
        let before = link - 1;
        if self.is_quoted(link) || self.is_quoted(before) {
            return None;
        }
        let attaches = matches!(self.tag(link), Tag::Preposition | Tag::To)
            && self.is_any(
                link,
                &[
                    "of", "for", "from", "at", "in", "with", "on", "to", "by", "against", "among", "near", "behind",
                    "between", "within", "under",
                ],
            )
            && (self.tag(before).is_noun() || self.is(link, "of") && self.is_nominal_head(before));
        // "Doctors Without Borders"
        let named = |i: usize| self.word(i).starts_with(char::is_uppercase) && self.tag(i).is_noun();
        let within_name = self.tag(link) == Tag::Preposition && self.word(link).starts_with(char::is_uppercase);
        if attaches || within_name && named(before) && named(start) {
            return Some(before);
        }
        // "a note found at the house": what the tagger may take for a past tense.
        let by = self.is(link, "by") || before > 1 && self.is_any(before - 2, &["a", "an"]);
        let reduced = before > floor + 1 && self.tag(before) == Tag::VerbPast && by;
        let participle = (reduced || matches!(self.tag(before), Tag::VerbPastParticiple | Tag::VerbGerund))
            && matches!(self.tag(link), Tag::Preposition | Tag::To)
            && before > floor
            && self.tag(before - 1).is_noun();
        if participle {
            return Some(before - 1);
        }
        // "accused of stealing from the club", "accused of stealing the money"
        if let Some(charged) = self.charged_before(start, floor) {
            return Some(charged);
        }
        // "two sources familiar with the matter"
        let known = matches!(self.tag(link), Tag::Preposition | Tag::To)
            && before > floor
            && self.is_any(before, &["familiar", "close", "aware", "privy", "loyal"])
            && self.tag(before - 1).is_noun();
        if known {
            return Some(before - 1);
        }
        let listed = self.tag(link) == Tag::Conjunction
            && self.is_any(link, &["and", "or", "nor"])
            && self.coordinates(link, floor);
        if listed {
            return Some(if self.is_comma(before) { before - 1 } else { before });
        }
        (self.is_comma(link) && self.in_list(link, floor)).then_some(before)
    }

    /// The noun that "accused of stealing" follows, where what is stolen, or from whom, begins at `start`.
    fn charged_before(&self, start: usize, floor: usize) -> Option<usize> {
        let link = start.checked_sub(1)?;
        let mut gerund = if matches!(self.tag(link), Tag::Preposition) { link.checked_sub(1)? } else { link };
        // "accused of hiding £3m from his wife"
        while gerund > floor && gerund + 5 > link && self.is_core(gerund) && self.tag(gerund) != Tag::VerbGerund {
            gerund -= 1;
        }
        let participle = gerund.checked_sub(2).filter(|participle| *participle > floor)?;
        let charged = self.tag(gerund) == Tag::VerbGerund
            && self.is_any(gerund - 1, &["of", "for", "from", "by"])
            && matches!(self.tag(participle), Tag::VerbPastParticiple | Tag::VerbPast);
        (charged && self.tag(participle - 1).is_noun()).then_some(participle - 1)
    }

    fn is_nominal_head(&self, token: usize) -> bool {
        self.is_nominal(token) || self.is_quantifier(token)
    }

    /// Whether the conjunction joins two noun phrases that both are subject: the left one begins its clause.
    fn coordinates(&self, conjunction: usize, floor: usize) -> bool {
        let mut at = conjunction;
        if at > floor && self.is_comma(at - 1) {
            at -= 1;
        }
        let head = at.checked_sub(1).filter(|head| *head >= floor && self.tag(*head).is_noun());
        let Some(mut start) = head else { return false };
        let mut comma = false;
        while start > floor
            && (self.is_core(start - 1)
                || self.is_any(start - 1, &["of", "for"])
                || self.is_comma(start - 1) && self.tag(start.saturating_sub(2)).is_noun())
        {
            if self.is_comma(start - 1) && self.tag(start) == Tag::Determiner && self.tag(start + 1).is_common_noun() {
                return true;
            }
            start -= 1;
            comma |= self.is_comma(start);
        }
        // "On Monday evening, Baylight and Corvan": what the comma parts off is an adverbial.
        start == floor || self.begins_clause(start - 1) || comma && self.tag(start - 1) == Tag::Preposition
    }

    fn begins_clause(&self, token: usize) -> bool {
        self.is_stop(token)
            || self.is_quoted(token)
            || self.tag(token) == Tag::Conjunction
            || self.is_dash(token)
            || self.is_comma(token)
            || self.tag(token) == Tag::Preposition
                && self.is_any(
                    token,
                    &[
                        "that", "as", "while", "because", "although", "though", "after", "before", "if", "since",
                        "when", "whereas", "of",
                    ],
                )
    }

    /// A comma between the members of a list whose last conjunction lies to the right: "France, Poland and Spain".
    fn in_list(&self, comma: usize, floor: usize) -> bool {
        let member = |token: usize| {
            let named = self.tag(token).is_proper_noun();
            named || self.is(token, "the") && self.tag(token + 1).is_proper_noun()
        };
        let mut right = comma + 1;
        while right < comma + 16 && (self.is_core(right) || self.is_comma(right)) {
            right += 1;
        }
        comma > floor
            && member(comma - 1)
            && member(comma + 1)
            && self.tag(right) == Tag::Conjunction
            && self.coordinates(comma + 1, floor)
    }

    /// A day or another word of time, which stands between a subject and its verb without belonging to it.
    pub fn ends_time(&self, token: usize) -> bool {
        self.is_any(
            token,
            &[
                "monday",
                "tuesday",
                "wednesday",
                "thursday",
                "friday",
                "saturday",
                "sunday",
                "today",
                "yesterday",
                "tonight",
                "tomorrow",
            ],
        )
    }

    /// "11:40": the time of an entry in a live report.
    fn is_clock(&self, token: usize) -> bool {
        let clock = self.word(token).split_once([':', '.']);
        let digits = |part: &str| part.len() == 2 && part.bytes().all(|b| b.is_ascii_digit());
        clock.is_some_and(|(hour, minute)| digits(minute) && (digits(hour) || digits(&format!("0{hour}"))))
    }

    /// The token before an adverbial of time that ends before `end`: "Trump on Tuesday said".
    fn before_time(&self, end: usize, floor: usize) -> usize {
        let Some(last) = end.checked_sub(1).filter(|last| *last > floor) else { return end };
        let unit = self
            .is_any(last, &["week", "month", "year", "night", "morning", "afternoon", "evening", "weekend", "day"])
            || is_month(self.word(last));
        let mut start = last;
        let dated = self.is(last.saturating_sub(1), "in") || self.is_any(last.saturating_sub(2), &["in", "since"]);
        let year = |i: usize| {
            let digits = self.word(i).trim_end_matches('s');
            digits.len() == 4 && digits.bytes().all(|b| b.is_ascii_digit())
        };
        let is_year = dated && (year(last) || is_month(self.word(last)));
        if unit
            && last > floor
            && (self.is_any(last - 1, &["last", "this", "that", "earlier"]) || self.ends_time(last - 1))
        {
            start = last - 1;
        } else if !self.ends_time(last) && !is_year {
            return end;
        }
        let leads = |i: usize| {
            let words = ["on", "in", "late", "early", "earlier", "later", "the"];
            self.is_any(i, &words) || is_year && is_month(self.word(i))
        };
        while start > floor && leads(start - 1) {
            start -= 1;
        }
        start
    }

    /// The noun phrase that begins at `start`, over prepositional attachments, up to `ceiling`.
    pub fn phrase_from(&self, start: usize, ceiling: usize) -> Option<Range<usize>> {
        if self.tag(start) == Tag::Pronoun && !self.is_quoted(start) {
            return Some(start..start + 1);
        }
        let ceiling = ceiling.min(start + PHRASE_REACH);
        let mut end = start;
        let mut has_head = false;
        while end < ceiling && !self.is_quoted(end) {
            let attaches = has_head
                && (self.tag(end - 1).is_noun() || self.is(end, "of") && self.is_nominal_head(end - 1))
                && self.is_any(end, &["of", "for", "from", "at", "in", "with"])
                && self.is_core(end + 1)
                && !self.is(end + 2, "time");
            let joins = has_head && self.is_any(end, &["and", "&"]) && self.tag(end + 1).is_proper_noun();
            let new_phrase = has_head
                && matches!(self.tag(end), Tag::Determiner | Tag::Possessive)
                && (self.tag(end - 1) != Tag::Preposition);
            if !(self.is_core(end) || attaches || joins) || new_phrase || has_head && self.ends_time(end) {
                break;
            }
            has_head |= self.is_nominal(end) || self.is_quantifier(end);
            end += 1;
        }
        // "the 46-year-old", "a Mexican official": what the tagger takes for an adjective heads a phrase that has no noun.
        let adjective = !has_head && end > start + 1 && self.tag(start) == Tag::Determiner;
        if adjective && self.tag(end - 1).is_adjective() {
            return Some(start..end);
        }
        while end > start && !self.is_nominal_head(end - 1) {
            end -= 1;
        }
        (has_head && end > start).then_some(start..end)
    }

    /// The earliest token that a walk left from `token` may reach: after the last stop, at most `reach` back.
    pub fn floor(&self, token: usize, block_start: usize) -> usize {
        let earliest = block_start.max(token.saturating_sub(SUBJECT_REACH));
        (earliest..token).rev().find(|i| self.is_stop(*i) || self.closes_sentence(*i)).map_or(earliest, |stop| stop + 1)
    }

    /// The mark that closes a quotation with which its sentence ends: "He hailed “a new dawn.” Her deputy …".
    fn closes_sentence(&self, mark: usize) -> bool {
        self.tag(mark) == Tag::CloseQuote
            && self.is_quoted(mark)
            && !self.is_quoted(mark + 1)
            && mark.checked_sub(1).is_some_and(|i| matches!(self.word(i), "." | "…" | "..."))
            && self.word(mark + 1).starts_with(char::is_uppercase)
    }
}
