//! The JSON that `extract` writes keeps to the published schema and its own promises.

use dateline::extract::extract;
use dateline::{export, ingest};
use serde_json::Value;

/// The demo's articles as the contract shows them.
fn demo() -> Vec<Value> {
    let articles = ingest::demo::articles().unwrap();
    let object = |article| serde_json::to_value(export::json::extraction(article, &extract(article))).unwrap();
    articles.iter().map(object).collect()
}

/// The published schema.
fn schema() -> jsonschema::Validator {
    let schema: Value = serde_json::from_str(include_str!("../assets/schema/extraction.json")).unwrap();
    jsonschema::validator_for(&schema).unwrap()
}

#[test]
fn the_demo_keeps_to_the_schema() {
    let schema = schema();
    for object in demo() {
        let errors: Vec<_> = schema.iter_errors(&object).map(|e| format!("{}: {e}", e.instance_path())).collect();
        assert!(errors.is_empty(), "{}:\n{}", object["source"]["path"], errors.join("\n"));
    }
}

/// Fields that only some articles need.
#[test]
fn a_joint_statement_and_an_unknown_speaker_keep_to_the_schema() {
    let text = "HARLE, 6 March 2026 — “We will not sign,” Ana Ruiz and Tom Webb said in a joint statement on Thursday.\n\n\
                Ida Lunde left the hall. “It is over.”\n";
    let article = ingest::read(text.as_bytes(), "story.txt").unwrap();
    let object = serde_json::to_value(export::json::extraction(&article, &extract(&article))).unwrap();
    let quotes = object["quotes"].as_array().unwrap();
    assert!(quotes.iter().any(|quote| quote.get("joint").is_some()), "{quotes:?}");
    let errors: Vec<_> = schema().iter_errors(&object).map(|e| format!("{}: {e}", e.instance_path())).collect();
    assert!(errors.is_empty(), "{}", errors.join("\n"));
}

#[test]
fn the_schema_refuses_what_the_contract_does_not_name() {
    let mut object = demo().remove(0);
    object["surprise"] = Value::Null;
    assert!(!schema().is_valid(&object));
}

#[test]
fn every_span_cuts_the_words_it_claims() {
    fn check(value: &Value, text: &[char], path: &str) {
        match value {
            Value::Array(items) => items.iter().for_each(|item| check(item, text, path)),
            Value::Object(members) => {
                let offset = |name: &str| members.get(name).and_then(Value::as_u64).map(|n| n as usize);
                if let (Some(start), Some(end)) = (offset("start"), offset("end")) {
                    assert!(start < end && end <= text.len(), "{path}: {value}");
                    if let Some(words) = members.get("text").and_then(Value::as_str)
                        && path != "captions"
                    {
                        assert_eq!(text[start..end].iter().collect::<String>(), words, "{path}");
                    }
                }
                members.iter().for_each(|(name, member)| check(member, text, name));
            }
            _ => {}
        }
    }
    for object in demo() {
        let text: Vec<char> = object["text"].as_str().unwrap().chars().collect();
        check(&object, &text, "article");
    }
}

#[test]
fn every_id_leads_to_a_record() {
    for object in demo() {
        let ids = |list: &str| -> Vec<&str> {
            object[list].as_array().unwrap().iter().map(|record| record["id"].as_str().unwrap()).collect()
        };
        let known: Vec<&str> = ["timexes", "entities", "quotes", "captions", "event_mentions", "events"]
            .iter()
            .flat_map(|l| ids(l))
            .collect();
        let references = |list: &str, names: &[&str]| -> Vec<String> {
            let records = object[list].as_array().unwrap();
            let of = |record: &Value, name: &str| match &record[name] {
                Value::String(id) => vec![id.clone()],
                Value::Array(ids) => ids.iter().map(|id| id.as_str().unwrap().to_owned()).collect(),
                _ => Vec::new(),
            };
            records.iter().flat_map(|r| names.iter().flat_map(|n| of(r, n)).collect::<Vec<_>>()).collect()
        };
        let mut used = references("events", &["mentions", "quotes", "captions", "place"]);
        used.extend(references("captions", &["timexes", "people", "events", "place"]));
        used.extend(references("quotes", &["speaker", "joint"]));
        let quotes = object["quotes"].as_array().unwrap();
        used.extend(quotes.iter().filter_map(|quote| Some(quote["nearest"]["entity"].as_str()?.to_owned())));
        used.extend(references("event_mentions", &["event"]));
        for id in used {
            assert!(known.contains(&id.as_str()), "{}: no record {id}", object["source"]["path"]);
        }
    }
}

#[test]
fn the_same_article_gives_the_same_answer() {
    assert_eq!(demo(), demo());
}
