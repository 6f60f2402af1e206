//! Word clusters: words that occur in like company share a cluster, so that a model knows something of words it has
//! never been taught (`Tikrit` stands with `Fallujah`, `lawmaker` with `senator`).
//!
//! Every word has three clusters, of 64, 256 and 1,024. The asset holds no words, only hashes: 65,536 counts, one a
//! bucket of the hash's upper 16 bits; then the entries in order of hash, five bytes each: the next 16 bits of the
//! hash, and 24 bits with the three cluster numbers (10, 8 and 6 bits). Made by `train clusters`.

use std::sync::LazyLock;

static ASSET: &[u8] = include_bytes!("../../../assets/lexicon/en/clusters.bin");

/// Buckets of the table, by the upper 16 bits of a word's hash.
pub const BUCKETS: usize = 1 << 16;
/// Bytes of an entry.
pub const ENTRY_BYTES: usize = 5;

/// The clusters of a word, coarse to fine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Clusters {
    /// Among 64.
    pub coarse: u8,
    /// Among 256.
    pub middle: u8,
    /// Among 1,024.
    pub fine: u16,
}

/// Where each bucket begins, in entries.
static STARTS: LazyLock<Vec<u32>> = LazyLock::new(|| {
    let counts = ASSET.get(..BUCKETS).unwrap_or(&[]);
    let mut total = 0;
    std::iter::once(0)
        .chain(counts.iter().map(|count| {
            total += u32::from(*count);
            total
        }))
        .collect()
});

/// The clusters of the word with this [`super::lower_hash`]; `None` for a word that GloVe's 150,000 do not hold.
pub fn clusters(word_hash: u64) -> Option<Clusters> {
    let bucket = (word_hash >> 48) as usize;
    let print = (word_hash >> 32) as u16;
    let (start, end) = (*STARTS.get(bucket)? as usize, *STARTS.get(bucket + 1)? as usize);
    let entries = ASSET.get(BUCKETS + start * ENTRY_BYTES..BUCKETS + end * ENTRY_BYTES)?;
    entries.chunks_exact(ENTRY_BYTES).find_map(|entry| match entry {
        [a, b, c, d, e] if u16::from_le_bytes([*a, *b]) == print => {
            let packed = u32::from_le_bytes([*c, *d, *e, 0]);
            Some(Clusters {
                coarse: (packed & 63) as u8,
                middle: (packed >> 6 & 255) as u8,
                fine: (packed >> 14 & 1023) as u16,
            })
        }
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::super::lower_hash;
    use super::*;

    #[test]
    fn like_words_share_clusters() {
        let of = |word| clusters(lower_hash(word)).unwrap();
        assert_eq!(of("Monday").fine, of("tuesday").fine);
        assert_eq!(of("Fallujah").fine, of("Tikrit").fine);
        assert_ne!(of("Monday").coarse, of("senator").coarse);
        assert_eq!(clusters(lower_hash("xqzzyv")), None);
    }
}
