//! Who may know whom: every `use crate::…` of every part is checked against one table.

use std::fs;
use std::path::{Path, PathBuf};

/// Each part with the parts it may use besides itself. A part not listed here may not exist.
const MAY_USE: &[(&str, &[&str])] = &[
    ("model", &[]),
    ("newsroom", &["model"]),
    ("ingest", &["model", "newsroom"]),
    ("extract", &["model", "newsroom"]),
    ("link", &["model"]),
    ("project", &["model", "link"]),
    ("timeline", &["model", "project"]),
    ("scene", &["model", "timeline"]),
    ("export", &["model", "project", "timeline", "scene"]),
    ("cli", &["model", "ingest", "extract", "link", "project", "timeline", "scene", "export", "gui", "train"]),
    ("gui", &["model", "ingest", "extract", "link", "project", "timeline", "scene", "export"]),
    ("train", &["model", "newsroom", "ingest", "extract"]),
];

/// Crates that only one part may name.
const ONLY_IN: &[(&str, &str)] =
    &[("eframe", "gui"), ("egui", "gui"), ("egui_plot", "gui"), ("egui_extras", "gui"), ("rfd", "gui")];

/// Files and folders that may touch the file system; `train` is a maker's tool and free.
const MAY_TOUCH_FILES: &[&str] =
    &["src/ingest/load", "src/project/store", "src/export/write", "src/cli", "src/gui/jobs", "src/train"];

/// Parts that may ask the clock, the locale or the environment.
const MAY_ASK_THE_WORLD: &[&str] = &["src/cli", "src/gui", "src/train"];

fn rust_files(dir: &Path, out: &mut Vec<PathBuf>) {
    let mut entries: Vec<_> = fs::read_dir(dir).unwrap().map(|e| e.unwrap().path()).collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            rust_files(&path, out);
        } else if path.extension().is_some_and(|e| e == "rs") {
            out.push(path);
        }
    }
}

/// Source files as (path relative to the package, part, lines without comments and test modules).
fn sources() -> Vec<(String, String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = Vec::new();
    rust_files(&root.join("src"), &mut files);
    let relative = |p: &Path| p.strip_prefix(root).unwrap().to_string_lossy().replace('\\', "/");
    files
        .iter()
        .map(|path| {
            let name = relative(path);
            let part = name.split('/').nth(1).unwrap().trim_end_matches(".rs").to_owned();
            let text = fs::read_to_string(path).unwrap();
            let code = text.split("#[cfg(test)]\nmod tests {").next().unwrap();
            let code = code.lines().filter(|l| !l.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n");
            (name, part, code)
        })
        .filter(|(_, part, _)| part != "lib" && part != "main")
        .collect()
}

/// The names that follow `crate::` in a piece of code, groups such as `crate::{a, b::c}` included.
fn used_parts(code: &str) -> Vec<String> {
    let mut out = Vec::new();
    for (at, _) in code.match_indices("crate::") {
        let before = code[..at].chars().next_back();
        if before.is_some_and(|c| c.is_alphanumeric() || c == '_' || c == '$') {
            continue;
        }
        let rest = &code[at + "crate::".len()..];
        if let Some(group) = rest.strip_prefix('{') {
            let mut depth = 0;
            let mut name = String::new();
            for c in group.chars() {
                match c {
                    '{' => depth += 1,
                    '}' if depth == 0 => break,
                    '}' => depth -= 1,
                    ',' if depth == 0 => out.push(std::mem::take(&mut name)),
                    _ if depth == 0 => name.push(c),
                    _ => {}
                }
            }
            out.push(name);
        } else {
            out.push(rest.to_owned());
        }
    }
    out.iter()
        .map(|s| s.trim_start().chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect::<String>())
        .filter(|s| !s.is_empty())
        .collect()
}

#[test]
fn parts_use_only_what_they_may() {
    let mut wrong = Vec::new();
    for (file, part, code) in sources() {
        let Some((_, allowed)) = MAY_USE.iter().find(|(p, _)| *p == part) else {
            wrong.push(format!("{file}: the part `{part}` has no row in the table"));
            continue;
        };
        for used in used_parts(&code) {
            let is_part = MAY_USE.iter().any(|(p, _)| *p == used);
            if is_part && used != part && !allowed.contains(&used.as_str()) {
                wrong.push(format!("{file}: `{part}` may not use `{used}`"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn only_the_window_names_its_crates() {
    let mut wrong = Vec::new();
    for (file, part, code) in sources() {
        for (name, owner) in ONLY_IN {
            if part != *owner && (code.contains(&format!("{name}::")) || code.contains(&format!("use {name}"))) {
                wrong.push(format!("{file}: only `{owner}` may name `{name}`"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn files_clock_and_environment_are_touched_at_the_edges_only() {
    let rules: [(&[&str], &[&str]); 2] = [
        (&["std::fs", "fs::", "File::open", "OpenOptions", "NamedTempFile"], MAY_TOUCH_FILES),
        (&["std::env::", "SystemTime::now", "Utc::now", "Local::now"], MAY_ASK_THE_WORLD),
    ];
    let mut wrong = Vec::new();
    for (file, _, code) in sources() {
        for (needles, allowed) in rules {
            let free = allowed.iter().any(|place| file.starts_with(place));
            for needle in needles.iter().filter(|n| !free && code.contains(**n)) {
                wrong.push(format!("{file}: `{needle}` belongs into one of {allowed:?}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_check_sees_groups_and_paths() {
    let code = "use crate::{model::Span, scene}; let x = crate::export::svg(); use crate::model::{A, B}; $crate::cli";
    assert_eq!(used_parts(code), ["model", "scene", "export", "model"]);
}
