//! How a date was read, as a sentence for a reader: extraction explains itself in clauses that also stand in the JSON
//! output; here they get a subject, a verb and a full stop.

use super::words::sentence_case;

/// `explanation` as a sentence: `“Tuesday” is read as the latest Tuesday up to the article’s day, 6 January 2026.`
pub fn sentence(explanation: &str) -> String {
    let told = told(&without_chain(explanation.trim()));
    let told = told.replace('\'', "’").replace("the day of the article’s day", "the article’s day");
    if told.is_empty() { told } else { format!("{}.", sentence_case(told.trim_end_matches('.'))) }
}

/// A chain of events that belong to one another says only where it begins.
fn without_chain(explanation: &str) -> String {
    const LINK: &str = ", which is dated by ";
    match (explanation.split_once(LINK), explanation.rsplit_once(LINK)) {
        (Some((first, _)), Some((_, last))) => format!("{first}, dated there: {}", told(last)),
        _ => explanation.to_owned(),
    }
}

fn told(clause: &str) -> String {
    const WITH: &str = "told with ";
    const SAME_SENTENCE: &str = " in the same sentence";
    if let Some((place, reading)) = clause.strip_prefix(WITH).and_then(|rest| rest.split_once(": ")) {
        // The words are named twice: where they stand, and before their reading.
        let reading = reading.split_once("”: ").map_or(reading, |(_, reading)| reading);
        return format!("told with {place}{}", if is_plain(reading) { String::new() } else { read_as(", ", reading) });
    }
    let Some((words, reading)) = clause.split_once(": ").filter(|(words, _)| words.starts_with('“')) else {
        return clause.to_owned();
    };
    match (words.strip_suffix(SAME_SENTENCE), is_plain(reading)) {
        (Some(words), true) => format!("the same sentence says {words}"),
        (None, true) => format!("the article says {words}"),
        (_, false) => format!("{words}{}", read_as(" is ", reading)),
    }
}

/// Whether the words need no reading.
fn is_plain(reading: &str) -> bool {
    reading == "complete in itself"
}

/// The reading after its words; one that only says where needs no verb.
fn read_as(joint: &str, reading: &str) -> String {
    let is_where = ["on ", "in ", "at ", "chained "].iter().any(|word| reading.starts_with(word));
    if is_where { format!(", {reading}") } else { format!("{joint}read as {reading}") }
}

#[cfg(test)]
mod tests {
    use super::sentence;

    #[test]
    fn explanations_become_sentences() {
        let cases = [
            (
                "“Tuesday”: the latest Tuesday up to the article's day, 6 January 2026",
                "“Tuesday” is read as the latest Tuesday up to the article’s day, 6 January 2026.",
            ),
            ("“1962”: complete in itself", "The article says “1962”."),
            ("“14 May 2025” in the same sentence: complete in itself", "The same sentence says “14 May 2025”."),
            (
                "told with “7 p.m.” in the same paragraph: “7 p.m.”: on the day just mentioned, 2 March 2026",
                "Told with “7 p.m.” in the same paragraph, on the day just mentioned, 2 March 2026.",
            ),
            (
                "told with “Tuesday” in the same paragraph: “Tuesday”: the latest Tuesday up to 3 March 2026",
                "Told with “Tuesday” in the same paragraph, read as the latest Tuesday up to 3 March 2026.",
            ),
            (
                "belongs to “talks”, which is dated by belongs to “meeting”, which is dated by “today”: the day of the article's day, 6 January 2026",
                "Belongs to “talks”, dated there: “today” is read as the article’s day, 6 January 2026.",
            ),
            ("the photo's caption says “June 2011”", "The photo’s caption says “June 2011”."),
            ("", ""),
        ];
        for (explanation, wanted) in cases {
            assert_eq!(sentence(explanation), wanted);
        }
    }
}
