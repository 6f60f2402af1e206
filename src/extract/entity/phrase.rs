//! Long phrases that single words do not give away: bodies with an "of the …" or "for the …", and posts of the same make
//! before a name ("High Representative for Foreign Affairs and Security Policy Kaja Kallas").

use super::lexicon::{Facts, lexicon};
use super::name::{Name, name_of};
use super::tagger::NameKind;
use super::words::{Shape, Word, Words};
use crate::extract::text::lexicon as text_lexicon;
use std::collections::VecDeque;

/// No phrase reaches further, in words.
const LONGEST: usize = 14;

/// Completes names that end too early, and drops the pieces that the tagger saw in their tails.
pub(super) fn complete(words: &Words<'_>, names: &mut Vec<Name>) {
    add_listed(words, names);
    let mut cursor = Cursor::over(names);
    for (sentence, range) in words.sentences.iter().enumerate() {
        for at in range.clone() {
            if let Some(firm) = firm_behind_prefix(words, sentence, at) {
                cursor.go_to(firm.words.start);
                cursor.replace(words, vec![firm]);
            }
        }
    }
    cursor.finish(names);
    let mut cursor = Cursor::over(names);
    for (sentence, range) in words.sentences.iter().enumerate() {
        for at in range.clone() {
            if let Some(post) = post_with_tail(words, sentence, at) {
                cursor.go_to(post.words.start);
                long_role(words, &post, &mut cursor);
            }
        }
    }
    cursor.finish(names);
    let mut cursor = Cursor::over(names);
    while let Some(name) = cursor.ahead.front().cloned() {
        match name.kind {
            NameKind::Role => long_role(words, &name, &mut cursor),
            NameKind::Organisation => {
                if let Some(whole) = spelt_front(words, &name) {
                    cursor.replace(words, vec![whole]);
                } else {
                    joined_head(words, &name, &mut cursor);
                }
                joined_place(words, &name, &mut cursor);
                joined_front(words, &name, &mut cursor);
                let whole = cursor.ahead.front().cloned().unwrap_or(name);
                long_body(words, &whole, &mut cursor);
                let whole = cursor.ahead.front().cloned().unwrap_or(whole);
                joined_tail(words, &whole, &mut cursor);
                cursor.go_to(whole.words.start + 1);
                continue;
            }
            _ => {}
        }
        cursor.go_to(name.words.start + 1);
    }
    cursor.finish(names);
    for name in names.iter_mut().filter(|n| n.kind == NameKind::Role) {
        let inside = words.all.get(name.words.clone()).unwrap_or(&[]);
        let is_post = inside.iter().any(|w| lexicon().role(w) != Facts(0));
        if !is_post && inside.last().is_some_and(|w| lexicon().facts(w.name).has(Facts::ORGANISATION_WORD)) {
            name.kind = NameKind::Organisation;
        }
    }
    names.sort_by_key(|name| name.span);
}

/// Adds countries and bodies by their abbreviation that the lists know as nothing else, where the tagger saw no name.
fn add_listed(words: &Words<'_>, names: &mut Vec<Name>) {
    let mut added = Vec::new();
    let mut taken = names.iter().map(|n| n.words.clone()).peekable();
    for (sentence, range) in words.sentences.iter().enumerate() {
        let mut at = range.start;
        while at < range.end {
            while taken.next_if(|t| t.end <= at).is_some() {}
            let limit = taken.peek().map_or(range.end, |t| t.start.min(range.end));
            let free = words.all.get(at..limit).filter(|rest| rest.first().is_some_and(Word::is_capitalised));
            let Some((length, facts)) = free.and_then(|rest| lexicon().longest(rest)) else {
                at += 1;
                continue;
            };
            let short = words.all.get(at).is_some_and(|w| w.shape == Shape::Capitals);
            let kind = match facts.0 & LISTED {
                known if known == Facts::COUNTRY.0 => Some(NameKind::Place),
                known if known == Facts::ORGANISATION.0 && short => Some(NameKind::Organisation),
                _ => None,
            };
            added.extend(kind.and_then(|kind| name_of(words, kind, sentence, at..at + length)));
            at += length;
        }
    }
    names.extend(added);
    names.sort_by_key(|name| name.span);
}

/// The facts that make a word more than one thing.
const LISTED: u32 = Facts::ANY_NAME.0 | Facts::GIVEN.0 | Facts::SURNAME.0;

/// A capitalised post before an "of" or "for", with its modifiers: "[High Representative] for …".
fn post_with_tail(words: &Words<'_>, sentence: usize, at: usize) -> Option<Name> {
    let head = words.all.get(at).filter(|w| w.is_capitalised() && lexicon().role(w).has(Facts::ROLE_HEAD))?;
    let next = words.all.get(at + 1)?;
    if !matches!(next.text, "of" | "for") || head.glued {
        return None;
    }
    let first = words.sentences.get(sentence)?.start;
    let mut start = at;
    while start > first
        && words.all.get(start - 1).is_some_and(|w| w.is_capitalised() && lexicon().role(w).has(Facts::ROLE_MODIFIER))
    {
        start -= 1;
    }
    name_of(words, NameKind::Role, sentence, start..at + 1)
}

fn is_link(word: &Word<'_>) -> bool {
    matches!(word.text, "of" | "for" | "and" | "the" | "to" | "on" | "against" | "&")
}

/// The end of the capitalised words and links that follow `start`, without links at its end; `start` if the first word
/// is no "of" or "for".
fn tail_end(words: &Words<'_>, start: usize, sentence: usize) -> usize {
    let limit = words.sentences.get(sentence).map_or(0, |s| s.end).min(start + LONGEST);
    let opens = words.all.get(start).is_some_and(|w| matches!(w.text, "of" | "for" | "against"));
    if !opens {
        return start;
    }
    let mut end = start;
    for at in start..limit {
        match words.all.get(at) {
            Some(word) if word.is_capitalised() => end = at + 1,
            Some(word) if is_link(word) => {}
            _ => break,
        }
    }
    end
}

/// A place among names in text order: what changes there leaves the names before and behind it where they are, so that
/// a text with a hundred thousand names is walked through once.
struct Cursor {
    passed: Vec<Name>,
    ahead: VecDeque<Name>,
}

impl Cursor {
    fn over(names: &mut Vec<Name>) -> Self {
        let ahead = VecDeque::from(std::mem::take(names));
        Cursor { passed: Vec::with_capacity(ahead.len()), ahead }
    }

    /// Passes the names that begin before `word`.
    fn go_to(&mut self, word: usize) {
        while self.ahead.front().is_some_and(|name| name.words.start < word) {
            self.passed.extend(self.ahead.pop_front());
        }
    }

    /// The names from here to `end`, in words.
    fn until(&self, end: usize) -> impl Iterator<Item = &Name> {
        self.ahead.iter().take_while(move |name| name.words.start < end)
    }

    /// Puts `new` in place of all names that overlap it; of the last one its rest stays.
    fn replace(&mut self, words: &Words<'_>, new: Vec<Name>) {
        let Some((first, last)) = new.first().zip(new.last()).map(|(a, b)| (a.words.start, b.words.end)) else {
            return;
        };
        while self.passed.last().is_some_and(|name| name.words.end > first) {
            self.passed.pop().into_iter().for_each(|name| self.ahead.push_front(name));
        }
        while let Some(name) = self.ahead.pop_front_if(|name| name.words.start < last) {
            if name.words.end > last {
                let rest = name_of(words, name.kind, name.sentence, last..name.words.end);
                rest.into_iter().for_each(|rest| self.ahead.push_front(rest));
                break;
            }
        }
        new.into_iter().rev().for_each(|name| self.ahead.push_front(name));
    }

    fn finish(self, names: &mut Vec<Name>) {
        *names = self.passed;
        names.extend(self.ahead);
    }
}

/// "PT Karya Bangun": the form of company stands before the name in some countries.
fn firm_behind_prefix(words: &Words<'_>, sentence: usize, at: usize) -> Option<Name> {
    let prefix =
        words.all.get(at).filter(|w| matches!(w.text, "PT" | "OOO" | "OAO" | "ZAO" | "PAO" | "TOO" | "UAB"))?;
    let named = |at: &usize| {
        words.all.get(*at).is_some_and(|w| w.shape == Shape::Capitalised && !w.glued && lexicon().role(w) == Facts(0))
    };
    let limit = words.sentences.get(sentence)?.end.min(at + 4);
    let end = (at + 1..limit).take_while(named).last()? + 1;
    (!prefix.glued).then(|| name_of(words, NameKind::Organisation, sentence, at..end)).flatten()
}

/// "Economic and [Financial Crimes Commission]": the first half of a body's name behind an article.
fn joined_head(words: &Words<'_>, name: &Name, names: &mut Cursor) {
    let text = |at: Option<usize>| at.and_then(|at| words.all.get(at)).map_or("", |w| w.text);
    let Some(first) = name.words.start.checked_sub(2).filter(|_| text(name.words.start.checked_sub(1)) == "and") else {
        return;
    };
    let article = matches!(text(first.checked_sub(1)), "the" | "The" | "'s" | "’s");
    let capital = words
        .all
        .get(first)
        .is_some_and(|w| w.shape == Shape::Capitalised && !lexicon().facts(w.name).has(Facts::ANY_NAME));
    let free = names.passed.last().is_none_or(|before| before.words.end <= first);
    let body = words.all.get(name.words.end - 1).is_some_and(|w| lexicon().facts(w.name).has(Facts::ORGANISATION_WORD));
    let inside = words.sentences.get(name.sentence).is_some_and(|s| s.contains(&first));
    if article && capital && free && body && inside && name.words.len() > 1 {
        let longer = name_of(words, NameKind::Organisation, name.sentence, first..name.words.end);
        names.replace(words, longer.into_iter().collect());
    }
}

/// "National Risk Reduction and [Management Council] (NRRMC)": the front of a body's name that its short name in brackets
/// spells; "Bello Oil and [Gas Limited]": a firm whose name goes on before "and" a common noun.
fn spelt_front(words: &Words<'_>, name: &Name) -> Option<Name> {
    const FORMS: [&str; 7] = ["Limited", "Ltd", "Plc", "PLC", "Inc", "LLC", "LLP"];
    const LINKS: [&str; 4] = ["and", "of", "for", "the"];
    let text = |at: usize| words.all.get(at).map_or("", |w| w.text);
    let first = words.sentences.get(name.sentence)?.start;
    let capital = |at: usize| words.all.get(at).is_some_and(|w| w.is_capitalised() && !w.glued);
    let last = name.words.end.checked_sub(1)?;
    let joined = name.words.start.checked_sub(1).filter(|at| text(*at) == "and" && *at > first)?;
    if FORMS.contains(&text(last)) && name.words.len() > 1 {
        let common = words
            .all
            .get(name.words.start)
            .is_some_and(|w| text_lexicon::entry(w.lower).is_some_and(|e| e.noun_weight() > 0));
        let start = (first..joined).rev().take_while(|at| capital(*at)).last().filter(|_| common)?;
        return name_of(words, NameKind::Organisation, name.sentence, start..name.words.end);
    }
    let enclosed = text(name.words.end) == "(" && text(name.words.end + 2) == ")";
    let short = words.all.get(name.words.end + 1).filter(|w| enclosed && w.shape == Shape::Capitals)?.text;
    let mut letters = short.chars().rev();
    let mut awaited = letters.next();
    for at in (first..name.words.end).rev() {
        match capital(at) {
            true if text(at).chars().next() == awaited => awaited = letters.next(),
            false if LINKS.contains(&text(at)) => {}
            _ => return None,
        }
        if awaited.is_none() {
            let front = at < name.words.start;
            return front.then(|| name_of(words, NameKind::Organisation, name.sentence, at..name.words.end)).flatten();
        }
    }
    None
}

/// "Devon and [Cornwall Police]": two counties of one force.
fn joined_place(words: &Words<'_>, name: &Name, names: &mut Cursor) {
    let and = name.words.start.checked_sub(1).filter(|at| words.all.get(*at).is_some_and(|w| w.text == "and"));
    let last = words.all.get(name.words.end - 1).is_some_and(|w| FORCES.contains(&w.text));
    let first = names.passed.last().filter(|before| Some(before.words.end) == and && before.sentence == name.sentence);
    let Some(first) = first.filter(|_| last && name.words.len() == 2).cloned() else { return };
    let alone = first.words.len() == 1 && matches!(first.kind, NameKind::Place | NameKind::Organisation);
    let among = first.words.start.checked_sub(1).and_then(|at| words.all.get(at)).is_some_and(|w| w.text == ",");
    if alone && !among {
        let whole = name_of(words, NameKind::Organisation, name.sentence, first.words.start..name.words.end);
        names.replace(words, whole.into_iter().collect());
    }
}

/// "Jinan Intermediate [People's Court]": a place and more before a court's or council's own name.
fn joined_front(words: &Words<'_>, name: &Name, names: &mut Cursor) {
    let word = |at: usize| words.all.get(at);
    let body = word(name.words.end - 1).is_some_and(|w| lexicon().facts(w.name).has(Facts::ORGANISATION_WORD));
    let between = |w: &Word<'_>| w.shape == Shape::Capitalised && !w.glued && lexicon().role(w) == Facts(0);
    let Some(place) = names.passed.last().filter(|last| last.kind == NameKind::Place && last.sentence == name.sentence)
    else {
        return;
    };
    let gap = place.words.end..name.words.start;
    if body && (1..=2).contains(&gap.len()) && gap.clone().all(|at| word(at).is_some_and(between)) {
        let whole = name_of(words, NameKind::Organisation, name.sentence, place.words.start..name.words.end);
        names.replace(words, whole.into_iter().collect());
    }
}

/// What two counties or boroughs may have together.
const FORCES: [&str; 4] = ["Police", "Constabulary", "Council", "Hospital"];

/// "[Bureau of Engraving] and Printing": the second half of what a body is for, where no name of its own begins.
fn joined_tail(words: &Words<'_>, name: &Name, names: &mut Cursor) {
    let word = |at: usize| words.all.get(at);
    let end = name.words.end;
    let sentence = words.sentences.get(name.sentence).map_or(0, |s| s.end);
    let is_for = name.words.clone().any(|at| word(at).is_some_and(|w| matches!(w.text, "of" | "for" | "on")));
    let capital = |at: &usize| *at < sentence && word(*at).is_some_and(|w| w.shape == Shape::Capitalised && !w.glued);
    let joined = word(end).is_some_and(|w| w.text == "and");
    let tail = (end + 1..end + 4).take_while(capital).last().filter(|_| is_for && joined);
    let Some(last) = tail else { return };
    let nation = |at: usize| word(at).is_some_and(|w| lexicon().facts(w.name).has(Facts::COUNTRY));
    let named = names.until(last + 1).any(|other| other.words.start > end);
    let post = (end + 1..=last).any(|at| word(at).is_some_and(|w| lexicon().role(w) != Facts(0)));
    let given = word(end + 1).is_some_and(|w| lexicon().facts(w.name).has(Facts::GIVEN));
    // "of England and Wales"
    let nations = last == end + 1 && nation(end - 1) && nation(last);
    if nations || !named && !post && !given {
        let whole = name_of(words, NameKind::Organisation, name.sentence, name.words.start..last + 1);
        names.replace(words, whole.into_iter().collect());
    }
}

/// "[Joint Council] for the Welfare of Immigrants".
fn long_body(words: &Words<'_>, name: &Name, names: &mut Cursor) {
    let heads =
        words.all.get(name.words.end - 1).is_some_and(|w| lexicon().facts(w.name).has(Facts::ORGANISATION_HEAD));
    let end = tail_end(words, name.words.end, name.sentence);
    let of_place = || {
        names.until(end).any(|n| n.kind == NameKind::Person && n.words.start >= name.words.end && n.words.end <= end)
    };
    if heads && end > name.words.end && !of_place() {
        let longer = name_of(words, NameKind::Organisation, name.sentence, name.words.start..end);
        names.replace(words, longer.into_iter().collect());
    }
}

/// "[High Representative] for Foreign Affairs and Security Policy Kaja Kallas": a post whose tail runs into a name.
fn long_role(words: &Words<'_>, name: &Name, names: &mut Cursor) {
    let start = name.words.end;
    let end = tail_end(words, start, name.sentence);
    // "Secretary of State Ada Moe and Foreign Secretary Per Lie": of two who follow each other the first.
    let is_and = |at: usize| words.all.get(at).is_some_and(|w| w.text == "and");
    let two =
        |n: &&Name| n.kind == NameKind::Person && n.words.len() > 1 && n.words.start > start + 1 && is_and(n.words.end);
    let end = names.until(end).find(two).map_or(end, |n| n.words.end);
    if end < start + 4 || !words.all.get(name.words.end - 1).is_some_and(Word::is_capitalised) {
        return;
    }
    let is_given = |at: usize| {
        words
            .all
            .get(at)
            .is_some_and(|w| lexicon().facts(w.name).has(Facts::GIVEN) && !lexicon().facts(w.name).has(Facts::ANY_NAME))
    };
    let tagged =
        names.until(end).find(|n| n.kind == NameKind::Person && n.words.end == end && n.words.start > start + 1);
    let given = (start + 2..end.saturating_sub(1))
        .find(|at| is_given(*at) && !(*at..end).any(|i| words.all.get(i).is_some_and(is_link)));
    let Some(split) = tagged.map(|n| n.words.start).or(given).filter(|split| end - split <= 4) else { return };
    let role = name_of(words, NameKind::Role, name.sentence, name.words.start..split);
    let person = name_of(words, NameKind::Person, name.sentence, split..end);
    names.replace(words, role.into_iter().chain(person).collect());
}
