//! What several areas need.

use std::path::Path;

/// Compares `found` with `tests/snapshots/NAME.txt`. With `DATELINE_BLESS` set it becomes the new snapshot.
#[track_caller]
pub fn snapshot(name: &str, found: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/snapshots").join(format!("{name}.txt"));
    if std::env::var_os("DATELINE_BLESS").is_some() {
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, found).unwrap();
        return;
    }
    let expected = std::fs::read_to_string(&path).unwrap_or_default().replace("\r\n", "\n");
    let differing = expected.lines().zip(found.lines()).position(|(a, b)| a != b);
    let line = differing.unwrap_or_else(|| expected.lines().count().min(found.lines().count()));
    assert!(
        expected == found,
        "{name} differs from line {} on\n  expected: {}\n  found:    {}\nDATELINE_BLESS=1 cargo test takes what was found",
        line + 1,
        expected.lines().nth(line).unwrap_or("(end)"),
        found.lines().nth(line).unwrap_or("(end)"),
    );
}

/// A report of a corpus: what stands behind `== `, its text, and the marks `{X}` by where the word before them ends, in bytes.
pub struct MarkedReport {
    pub head: String,
    pub text: String,
    pub marks: Vec<(u32, char)>,
}

/// The reports of `tests/corpus/FOLDER/PART`.
pub fn marked_reports(folder: &str, part: &str) -> Vec<MarkedReport> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus").join(folder).join(part);
    let all = std::fs::read_to_string(path).unwrap().replace("\r\n", "\n");
    all.split("== ").skip(1).map(marked_report).collect()
}

fn marked_report(part: &str) -> MarkedReport {
    let (head, body) = part.split_once('\n').unwrap();
    let (mut text, mut marks) = (String::new(), Vec::new());
    let mut rest = body.trim_end();
    while let Some((before, after)) = rest.split_once('{') {
        let (mark, after) = after.split_once('}').unwrap();
        text.push_str(before);
        marks.push((text.len() as u32, mark.chars().next().unwrap()));
        rest = after;
    }
    text.push_str(rest);
    MarkedReport { head: head.to_owned(), text, marks }
}
