//! The inline form of the attribution corpus: `[1=a|Khayam] {=a|said} {a|the river had risen}`.

use dateline::model::{QuoteKind, Span};
use std::collections::BTreeMap;
use std::path::Path;

/// Words that refer to an entity of the article.
pub struct Mention {
    pub span: Span,
    pub entity: usize,
}

/// Something said, with who said it.
pub struct Attribution {
    pub letter: String,
    pub kind: QuoteKind,
    pub parts: Vec<Span>,
    pub cues: usize,
    pub sources: Vec<Span>,
    /// The entities whose mentions the sources are.
    pub speakers: Vec<usize>,
}

/// An annotated article.
pub struct Gold {
    pub text: String,
    pub mentions: Vec<Mention>,
    pub attributions: Vec<Attribution>,
}

/// A mark: the words in brackets before the bar.
enum Mark {
    Mention { entity: Option<usize>, letters: Vec<String> },
    Cue(String),
    Content { letter: String, verbatim: bool },
}

/// The articles of a part, by name.
pub fn articles(part: &str) -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus/attribution").join(part);
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let name = |path: &Path| path.file_name().unwrap().to_string_lossy().into_owned();
    let read = |path: &Path| std::fs::read_to_string(path).unwrap().replace("\r\n", "\n").trim_end().to_owned();
    files.iter().map(|path| (name(path), read(path))).collect()
}

fn mark_of(label: &str, opening: char) -> Result<Mark, String> {
    let odd = || format!("odd mark {opening}{label}|");
    if opening == '[' {
        let mut fields = label.split('=');
        let number = fields.next().unwrap_or_default();
        let entity = if number.is_empty() { None } else { Some(number.parse().map_err(|_| odd())?) };
        return Ok(Mark::Mention { entity, letters: fields.map(str::to_owned).collect() });
    }
    match label.strip_prefix('=') {
        Some(letter) => Ok(Mark::Cue(letter.to_owned())),
        None => Ok(Mark::Content { letter: label.trim_end_matches('!').to_owned(), verbatim: label.ends_with('!') }),
    }
}

/// Takes the marks out of `source`.
pub fn parse(source: &str) -> Result<Gold, String> {
    let mut text = String::with_capacity(source.len());
    let (mut open, mut marks) = (Vec::new(), Vec::new());
    let mut rest = source;
    while let Some(c) = rest.chars().next() {
        rest = &rest[c.len_utf8()..];
        match c {
            '[' | '{' => {
                let (label, after) = rest.split_once('|').ok_or("no bar behind the last bracket")?;
                open.push((text.len(), c, mark_of(label, c)?));
                rest = after;
            }
            ']' | '}' => {
                let (start, opening, mark) = open.pop().ok_or_else(|| format!("{c} too much at {rest:.40}"))?;
                if (opening == '[') != (c == ']') {
                    return Err(format!(
                        "{opening} closed by {c} before {}",
                        rest.chars().take(30).collect::<String>()
                    ));
                }
                marks.push((Span::new(start, text.len()), mark));
            }
            _ => text.push(c),
        }
    }
    if !open.is_empty() {
        return Err("a bracket is not closed".to_owned());
    }
    marks.sort_by_key(|(span, _)| (span.start, std::cmp::Reverse(span.end)));
    Ok(collect(text, marks))
}

fn collect(text: String, marks: Vec<(Span, Mark)>) -> Gold {
    let mut mentions = Vec::new();
    let mut by_letter: BTreeMap<String, (Attribution, bool)> = BTreeMap::new();
    let mut entry = |letter: String, put: &mut dyn FnMut(&mut Attribution, &mut bool)| {
        let empty = || Attribution {
            letter: letter.clone(),
            kind: QuoteKind::Indirect,
            parts: Vec::new(),
            cues: 0,
            sources: Vec::new(),
            speakers: Vec::new(),
        };
        let (attribution, verbatim) = by_letter.entry(letter.clone()).or_insert_with(|| (empty(), false));
        put(attribution, verbatim);
    };
    for (span, mark) in marks {
        match mark {
            Mark::Cue(letter) => entry(letter, &mut |a, _| a.cues += 1),
            Mark::Content { letter, verbatim } => entry(letter, &mut |a, v| {
                a.parts.push(span);
                *v |= verbatim;
            }),
            Mark::Mention { entity, letters } => {
                for letter in letters {
                    entry(letter, &mut |a, _| {
                        a.sources.push(span);
                        a.speakers.extend(entity);
                    });
                }
                mentions.extend(entity.map(|entity| Mention { span, entity }));
            }
        }
    }
    let attributions =
        by_letter.into_values().map(|(a, verbatim)| Attribution { kind: kind_of(&a, verbatim, &text), ..a });
    let mut attributions: Vec<Attribution> = attributions.collect();
    attributions.sort_by_key(|a| a.parts.first().copied());
    Gold { attributions, text, mentions }
}

/// Direct when each part opens with a mark, or when `!` says so; mixed when there is a mark anywhere.
fn kind_of(attribution: &Attribution, verbatim: bool, text: &str) -> QuoteKind {
    const MARKS: [char; 12] = ['"', '“', '”', '«', '»', '„', '‘', '’', '\'', '`', '「', '」'];
    let words = |span: &Span| span.of(text).to_owned();
    if verbatim || attribution.parts.iter().all(|part| words(part).starts_with(MARKS)) {
        // Words that go on behind the closing mark are the reporter's.
        let whole = |part: &Span| words(part).trim_end_matches(['.', ',', ';', '?', '!']).ends_with(MARKS);
        let opened_again = attribution.parts.len() > 1;
        return if verbatim || opened_again || attribution.parts.iter().all(whole) {
            QuoteKind::Direct
        } else {
            QuoteKind::Mixed
        };
    }
    let marked = attribution.parts.iter().any(|part| words(part).contains(['"', '“', '”', '«', '„']));
    if marked { QuoteKind::Mixed } else { QuoteKind::Indirect }
}

impl Gold {
    /// The mentions of an entity that are names.
    pub fn names_of(&self, entity: usize) -> Vec<Span> {
        let of = |m: &&Mention| m.entity == entity && self.is_name(m.span);
        self.mentions.iter().filter(of).map(|m| m.span).collect()
    }

    /// Whether the text names a speaker of it.
    pub fn is_named(&self, attribution: &Attribution) -> bool {
        attribution.speakers.iter().any(|entity| !self.names_of(*entity).is_empty())
    }

    /// Its last word is capitalised, and it is no pronoun that opens a sentence.
    fn is_name(&self, span: Span) -> bool {
        const PRONOUNS: [&str; 10] = ["He", "She", "It", "They", "His", "Her", "Its", "Their", "I", "A"];
        let words = span.of(&self.text);
        let last = words.split([' ', '-']).next_back().unwrap_or_default();
        last.contains(char::is_uppercase) && !PRONOUNS.contains(&words)
    }

    /// What the annotator should mend.
    pub fn faults(&self) -> Vec<String> {
        let mut faults = Vec::new();
        for attribution in &self.attributions {
            let letter = &attribution.letter;
            if attribution.parts.is_empty() {
                faults.push(format!("{letter} has no content"));
            }
            if attribution.cues + attribution.sources.len() == 0 {
                faults.push(format!("{letter} has neither cue nor source"));
            }
        }
        faults
    }
}
