//! Packs the word clusters (GloVe 100d, k-means of 64, 256 and 1,024; PDDL 1.0) into the asset that
//! [`crate::extract::text::clusters`] reads.

use crate::extract::text::clusters::{BUCKETS, ENTRY_BYTES};
use crate::extract::text::lower_hash;
use std::collections::HashMap;
use std::fs;

/// Recipe `clusters`: the JSON (word → its three clusters), the asset to write.
pub(super) fn run(arguments: &[String]) -> Result<(), String> {
    let [json, out] = arguments else {
        return Err("clusters needs CLUSTERS_JSON OUT".into());
    };
    let text = fs::read_to_string(json).map_err(|e| format!("{json}: {e}"))?;
    let words: HashMap<String, [u32; 3]> = serde_json::from_str(&text).map_err(|e| format!("{json}: {e}"))?;
    let mut entries: Vec<(u64, u32)> = words
        .iter()
        .filter(|(word, _)| word.chars().any(char::is_alphabetic))
        .map(|(word, [coarse, middle, fine])| {
            (lower_hash(word), (coarse & 63) | (middle & 255) << 6 | (fine & 1023) << 14)
        })
        .collect();
    entries.sort_unstable();
    entries.dedup_by_key(|(hash, _)| *hash >> 32);
    let mut bytes = vec![0_u8; BUCKETS];
    bytes.reserve(entries.len() * ENTRY_BYTES);
    for (hash, packed) in entries {
        if let Some(count) = bytes.get_mut((hash >> 48) as usize) {
            *count = count.checked_add(1).ok_or("a bucket overflows")?;
        }
        bytes.extend(((hash >> 32) as u16).to_le_bytes());
        bytes.extend(packed.to_le_bytes().iter().take(3));
    }
    fs::write(out, bytes).map_err(|e| format!("{out}: {e}"))
}
