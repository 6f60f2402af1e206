//! Dialogue after dashes: in many languages' news a turn of talk opens with a dash and has no closing sign, so the cue
//! clause alone tells where the words end: "– We are not selling, said Ray. – Not now."

use super::attribute::{Attribution, Cues, takes_quotation};
use super::grammar::Grammar;
use std::ops::Range;

/// What is said in a paragraph that opens with a dash, and by whom; `None` where no cue says that it is talk.
pub(super) fn turn(
    grammar: &Grammar<'_, '_>,
    cues: &Cues<'_>,
    block: &Range<usize>,
) -> Option<(Vec<Range<usize>>, Attribution)> {
    let opens = grammar.is_dash(block.start) && !block.clone().any(|i| grammar.is_quoted(i));
    let first = Some(block.start + 1).filter(|_| opens)?;
    let ends_speech = |clause: usize| {
        let before = clause.checked_sub(1).filter(|before| *before > first)?;
        let is_comma = grammar.is_comma(before);
        (is_comma || matches!(grammar.word(before), "?" | "!" | "…")).then_some(if is_comma { before } else { clause })
    };
    let (cue, source, end) = cues.between(first, block.end).iter().find_map(|cue| {
        let takes = takes_quotation(cue) && !cue.is_phrase;
        if let Some(end) = ends_speech(cue.tokens.start).filter(|_| takes) {
            let source = grammar.phrase_from(cue.tokens.end, block.end)?;
            return Some((cue, source, end));
        }
        let source = cue.source.clone().filter(|_| takes)?;
        let end = ends_speech(source.start.min(cue.tokens.start))?;
        Some((cue, source, end))
    })?;
    let attribution = Attribution {
        cue: Some(cue.tokens.clone()),
        source: Some(source.clone()),
        rule: "cue in dialogue",
        confidence: 0.9,
    };
    let mut parts: Vec<Range<usize>> = std::iter::once(first..end).collect();
    let mut at = source.end.max(cue.tokens.end);
    while at < block.end {
        let stop = (at..block.end).find(|i| grammar.is_stop(*i)).unwrap_or(block.end);
        if at > source.end.max(cue.tokens.end) && grammar.is_dash(at) && at + 1 < stop {
            parts.push(at + 1..(stop + 1).min(block.end));
        }
        at = stop + 1;
    }
    Some((parts, attribution))
}

/// Conversations: runs of paragraphs that open with a dash, three at least, where a question is followed by what is none.
/// Each is a range of `blocks`.
pub(super) fn conversations(grammar: &Grammar<'_, '_>, blocks: &[Range<usize>]) -> Vec<Range<usize>> {
    let opens = |block: &Range<usize>| matches!(grammar.word(block.start), "–" | "—" | "―") && block.len() > 2;
    let asks = |block: &Range<usize>| block.end.checked_sub(1).is_some_and(|last| grammar.word(last) == "?");
    // In talk somebody says "I", "we" or "you"; a list does not.
    let talks = |block: &Range<usize>| block.clone().any(|i| grammar.is_any(i, &["i", "we", "you", "my", "our"]));
    let mut found = Vec::new();
    let mut start = 0;
    for run in blocks.chunk_by(|one, next| opens(one) == opens(next)) {
        let answered = run.windows(2).any(|pair| matches!(pair, [one, next] if asks(one) && !asks(next)));
        if run.len() > 2 && answered && run.first().is_some_and(opens) && run.iter().any(talks) {
            found.push(start..start + run.len());
        }
        start += run.len();
    }
    found
}
