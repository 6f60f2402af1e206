//! Controls of a page that stand in a caption's words once it is copied or saved: "hide caption", "Purchase Licensing
//! Rights, opens new tab". They say nothing of the picture.

/// Behind a caption, in small letters.
const BEHIND: [&str; 16] = [
    "(opens in new window)",
    "[read more]",
    "acquire licensing rights",
    "buy photo",
    "buy this photo",
    "click to enlarge",
    "enlarge image",
    "hide caption",
    "license this photo",
    "open image in gallery",
    "opens new tab",
    "purchase licensing rights",
    "purchase this photo",
    "read more",
    "toggle caption",
    "view gallery",
];

/// Before a caption, in small letters.
const BEFORE: [&str; 6] = [
    "enlarge this image",
    "open image in gallery",
    "open in gallery",
    "toggle caption",
    "view image in fullscreen",
    "view image in full screen",
];

/// Bytes of the caption without the controls at its end.
pub(super) fn end_without(caption: &str) -> usize {
    let mut kept = caption.trim_end();
    while let Some(before) = BEHIND.iter().find_map(|control| without_suffix(kept, control)) {
        kept = before.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, ',' | '|' | '·'));
    }
    kept.len()
}

/// Bytes of the controls at the caption's start.
pub(super) fn before(caption: &str) -> usize {
    let control = BEFORE
        .iter()
        .find(|control| caption.get(..control.len()).is_some_and(|head| head.eq_ignore_ascii_case(control)));
    let rest = control.and_then(|control| caption.get(control.len()..)).filter(|rest| !rest.trim().is_empty());
    rest.map_or(0, |rest| caption.len() - rest.trim_start().len())
}

/// What stands before the control, where the text ends with it and something stands before.
fn without_suffix<'a>(text: &'a str, control: &str) -> Option<&'a str> {
    let at = text.len().checked_sub(control.len()).filter(|at| *at > 0)?;
    let (before, tail) = text.split_at_checked(at)?;
    (tail.eq_ignore_ascii_case(control) && !before.ends_with(char::is_alphanumeric)).then_some(before)
}
