//! Ends: what a headline must not end with.
//!
//! Where words are left out, what only led to them goes too: commas, prepositions, conjunctions, half a pair of quotation
//! marks, "in connection" without what it is connected with.

/// At most `room` characters, cut between words, with an ellipsis where something is left out.
pub(in crate::extract::event) fn cut(words: &str, room: usize) -> String {
    if words.chars().count() <= room {
        return words.trim_end_matches(['.', ',', ';', ':']).to_owned();
    }
    let limit = words.char_indices().nth(room.saturating_sub(1)).map_or(words.len(), |(i, _)| i);
    let head = words.get(..limit).unwrap_or(words);
    let head = head.rfind(char::is_whitespace).and_then(|i| head.get(..i)).unwrap_or(head);
    let head = trimmed(head);
    let head = [" due", " owing", " such", " even"].iter().find_map(|w| head.strip_suffix(w)).unwrap_or(&head);
    format!("{}…", head.trim_end_matches(|c: char| c.is_whitespace() || ",;:–—-“(".contains(c)))
}

/// Words that must not end a title.
const DANGLING: [&str; 70] = [
    "being",
    "without",
    "still",
    "near",
    "compared",
    "shortly",
    "exactly",
    "just",
    "almost",
    "soon",
    "long",
    "and",
    "or",
    "but",
    "the",
    "a",
    "an",
    "of",
    "to",
    "in",
    "on",
    "at",
    "for",
    "with",
    "by",
    "from",
    "that",
    "as",
    "over",
    "which",
    "who",
    "when",
    "while",
    "after",
    "before",
    "during",
    "about",
    "into",
    "its",
    "their",
    "his",
    "our",
    "my",
    "your",
    "whether",
    "if",
    "how",
    "what",
    "where",
    "because",
    "than",
    "also",
    "so",
    "not",
    "this",
    "these",
    "those",
    "until",
    "since",
    "between",
    "against",
    "including",
    "under",
    "both",
    "some",
    "whose",
    "although",
    "though",
    "seen",
    "pictured",
];

/// Ends of phrases whose rest is gone: "arrested three men [in connection] with the fire".
const FRAGMENTS: [&str; 27] = [
    "to say",
    "in the hours",
    "in the days",
    "in the weeks",
    "in the months",
    "in the years",
    "for allegedly",
    "before the end",
    "before the start",
    "and so far",
    "the day",
    "the night",
    "the week",
    "in connection",
    "in response",
    "in addition",
    "in accordance",
    "in line",
    "in front",
    "in favour",
    "in favor",
    "on behalf",
    "as a result",
    "as part",
    "on charges",
    "at least",
    "at most",
];

/// Words that say nothing without what they lead to: "schools will be [unable] to pay", "his country [would] leave".
const LEADING_ON: [&str; 23] = [
    "certain",
    "confident",
    "convinced",
    "sure",
    "trying",
    "will",
    "would",
    "can",
    "could",
    "may",
    "might",
    "must",
    "should",
    "cannot",
    "unable",
    "unlikely",
    "likely",
    "willing",
    "intent",
    "due",
    "owing",
    "such",
    "even",
];

/// Whether a text ends with a word that says nothing without what follows.
pub(in crate::extract::event) fn leads_on(text: &str) -> bool {
    let mut words = text.rsplit(char::is_whitespace);
    let last = words.next().unwrap_or("");
    // "has condemned what it [calls] a blatant act"
    let names =
        matches!(last, "calls" | "called" | "describes" | "described") && words.take(4).any(|word| word == "what");
    text.contains(' ') && (names || LEADING_ON.contains(&last))
}

/// Without what must not end a title: commas, conjunctions, prepositions.
pub(in crate::extract::event) fn trimmed(text: &str) -> String {
    let mut text = text.trim();
    loop {
        let stripped = text.trim_end_matches(|c: char| c.is_whitespace() || ",;:–—-(“".contains(c));
        let stripped = stripped.strip_suffix('.').filter(|s| !s.contains('.')).unwrap_or(stripped);
        let rest = |fragment: &&str| {
            let before = stripped.strip_suffix(*fragment)?;
            before.strip_suffix(' ').or(before.is_empty().then_some(""))
        };
        let stripped = FRAGMENTS.iter().find_map(rest).unwrap_or(stripped);
        // "planted 312 trees, [the fewest] since 1994"
        let most = stripped.rsplit_once(", the ").filter(|(_, most)| most.ends_with("est") && !most.contains(' '));
        let stripped = most.map_or(stripped, |(before, _)| before);
        let last = stripped.rsplit(char::is_whitespace).next().unwrap_or("");
        // "resigned, [hours] after": how long before what is lost.
        let lapse = ["minutes", "hours", "days", "weeks", "months", "years"].contains(&last)
            && stripped.strip_suffix(last).is_some_and(|before| before.trim_end().ends_with(','));
        // "made 310 million euros, [more] than": more than what is lost.
        const COMPARE: [&str; 6] = ["more", "less", "fewer", "higher", "lower", "better"];
        let lapse = lapse
            || last == "only"
            || COMPARE.contains(&last) && stripped.strip_suffix(last).is_some_and(|s| s.ends_with(", "));
        // "failure to do [so]"
        let done =
            last == "so" && stripped.strip_suffix(" so").is_some_and(|s| s.ends_with(" do") || s.ends_with(" doing"));
        if !DANGLING.contains(&last) && !lapse || done {
            return balanced(stripped.to_owned());
        }
        text = stripped.get(..stripped.len() - last.len()).unwrap_or("");
        if text.is_empty() {
            return String::new();
        }
    }
}

/// Without quotation marks of which the other half is missing.
pub(super) fn balanced(text: String) -> String {
    // Curly marks begin with this byte; most texts have neither.
    if !text.bytes().any(|b| b == b'"' || b == "“".as_bytes()[0]) {
        return text;
    }
    let straight = text.matches('"').count() % 2 == 1;
    let curly = text.matches('“').count() != text.matches('”').count();
    if !straight && !curly {
        return text;
    }
    let lost = |c: char| straight && c == '"' || curly && matches!(c, '“' | '”');
    tidy(&text.replace(lost, ""))
}

/// Single spaces, none before commas and stops, no quotation marks around nothing ("dark mode “[later this summer],”").
pub(in crate::extract::event) fn tidy(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let empty = |word: &&str| !matches!(*word, "“”" | "“,”" | "“.”" | "\"\"" | "\",\"");
    for word in text.split_whitespace().filter(empty) {
        if !out.is_empty() && !word.starts_with([',', '.', ';', ':', '!', '?', ')', '’', '”']) {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
}

/// The same, without a copy where there is nothing to do.
pub(super) fn tidied(text: String) -> String {
    if is_tidy(text.as_bytes()) { text } else { tidy(&text) }
}

/// Whether [`tidy`] would change nothing, as far as plain letters and marks tell.
fn is_tidy(text: &[u8]) -> bool {
    let joins = |pair: &[u8]| pair[0] == b' ' && b" ,.;:!?)".contains(&pair[1]);
    let strange = |b: &u8| !b.is_ascii() || matches!(b, b'"' | b'\t'..=b'\r' | 28..=31);
    let ends = [text.first(), text.last()];
    !ends.contains(&Some(&b' ')) && !text.iter().any(strange) && !text.windows(2).any(joins)
}

/// A web address says nothing in a title.
pub(super) fn is_address(word: &str) -> bool {
    let marked = word.len() > 2 && word.bytes().any(|b| b == b':' || b == b'.');
    marked && (word.contains("://") || word.starts_with("www.") || word.starts_with("pic.twitter"))
}
