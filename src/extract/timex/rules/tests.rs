//! The examples of every rule, run.

use super::*;
use crate::extract::timex::testing::read;

#[test]
fn every_rule_reads_its_examples() {
    let mut wrong = Vec::new();
    for rule in rules() {
        for (example, value) in rule.yes {
            let words = example.split(['[', ']']).nth(1).unwrap_or("");
            let text = example.replace(['[', ']'], "");
            let found = read(&text, "2026-01-06");
            let hit = found.iter().any(|t| t.words == words && t.value == *value && t.rule == rule.name);
            if !hit {
                wrong.push(format!("{}: {example} should be {value}, found {found:?}", rule.name));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn no_rule_reads_its_counterexamples() {
    for rule in rules() {
        for example in rule.no {
            let found = read(example, "2026-01-06");
            assert!(found.iter().all(|t| t.rule != rule.name), "{}: {example}, found {found:?}", rule.name);
        }
    }
}

#[test]
fn every_rule_has_examples_and_every_reading_a_rule() {
    for r in rules() {
        assert!(!r.yes.is_empty() && !r.no.is_empty() && !r.says.is_empty(), "{}", r.name);
        for text in r.yes.iter().map(|(text, _)| *text).chain(r.no.iter().copied()) {
            for found in read(&text.replace(['[', ']'], ""), "2026-01-06") {
                assert!(rule(found.rule).is_some(), "{} is not in the table", found.rule);
                assert!(!found.reading.is_empty());
            }
        }
    }
}
