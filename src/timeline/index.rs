//! An index over items sorted by their start: which of them touch a stretch of time, and which of those matter most.
//!
//! A tree of blocks of 32 keeps the latest end and the highest salience of everything below a block, so both questions
//! cost about as much as their answer is long, at a hundred items as at a million (an implicit interval tree).

use super::TimeRange;
use std::cmp::Ordering;
use std::collections::BinaryHeap;
use std::ops::Range;

const FANOUT: usize = 32;

/// What the index knows of a leaf (an item) or a block of them.
#[derive(Clone, Copy, Debug)]
struct Summary {
    end_s: f64,
    salience: f32,
}

/// The index; positions are places in the sorted list that it was made from.
#[derive(Clone, Debug, Default)]
pub struct TimeIndex {
    starts_s: Vec<f64>,
    /// Sorted by themselves.
    ends_s: Vec<f64>,
    /// `levels[0]` are the items, `levels[n + 1]` summarises blocks of 32 of `levels[n]`.
    levels: Vec<Vec<Summary>>,
}

/// A block or item waiting in the search for the most salient.
struct Candidate {
    salience: f32,
    level: usize,
    at: usize,
}

impl TimeIndex {
    /// Indexes items given as (hull, salience), sorted by the hull's start.
    pub fn new(items: impl Iterator<Item = (TimeRange, f32)>) -> Self {
        let (starts_s, leaves): (Vec<f64>, Vec<Summary>) =
            items.map(|(hull, salience)| (hull.start_s, Summary { end_s: hull.end_s, salience })).unzip();
        let mut ends_s: Vec<f64> = leaves.iter().map(|leaf| leaf.end_s).collect();
        ends_s.sort_by(f64::total_cmp);
        let mut levels = vec![leaves];
        while let Some(last) = levels.last().filter(|level| level.len() > 1) {
            let next = last.chunks(FANOUT).map(summarise).collect();
            levels.push(next);
        }
        Self { starts_s, ends_s, levels }
    }

    /// From the first start to the last end; `None` without items.
    pub fn hull(&self) -> Option<TimeRange> {
        Some(TimeRange::new(*self.starts_s.first()?, *self.ends_s.last()?))
    }

    /// How many items start before `at_s`.
    pub fn started_before(&self, at_s: f64) -> usize {
        self.starts_s.partition_point(|start| *start < at_s)
    }

    /// How many items have ended by `at_s`.
    pub fn ended_by(&self, at_s: f64) -> usize {
        self.ends_s.partition_point(|end| *end <= at_s)
    }

    /// How many items touch `range`.
    pub fn count_touching(&self, range: TimeRange) -> usize {
        self.started_before(range.end_s).saturating_sub(self.ended_by(range.start_s))
    }

    /// The positions of the items that touch `range`, in order, at most `limit`.
    pub fn touching(&self, range: TimeRange, limit: usize) -> Vec<usize> {
        let mut found = Vec::new();
        if let Some(top) = self.levels.len().checked_sub(1) {
            let candidates = 0..self.started_before(range.end_s);
            for at in 0..self.levels[top].len() {
                self.collect(top, at, range.start_s, &candidates, limit, &mut found);
            }
        }
        found
    }

    fn collect(&self, level: usize, at: usize, from_s: f64, within: &Range<usize>, limit: usize, out: &mut Vec<usize>) {
        let span = FANOUT.pow(level as u32);
        if out.len() >= limit || at * span >= within.end || self.levels[level][at].end_s <= from_s {
            return;
        }
        if level == 0 {
            out.push(at);
            return;
        }
        for child in at * FANOUT..((at + 1) * FANOUT).min(self.levels[level - 1].len()) {
            self.collect(level - 1, child, from_s, within, limit, out);
        }
    }

    /// The positions of the `limit` most salient items that touch `range`, best first; the earlier wins a tie.
    pub fn most_salient(&self, range: TimeRange, limit: usize) -> Vec<usize> {
        self.most_salient_of(range, limit, |_| true)
    }

    /// The same of those items alone whose position is `wanted`.
    pub fn most_salient_of(&self, range: TimeRange, limit: usize, wanted: impl Fn(usize) -> bool) -> Vec<usize> {
        let mut found = Vec::new();
        let Some(top) = self.levels.len().checked_sub(1) else { return found };
        let end = self.started_before(range.end_s);
        let mut heap = BinaryHeap::new();
        let push = |heap: &mut BinaryHeap<Candidate>, level: usize, blocks: Range<usize>| {
            for at in blocks.start..blocks.end.min(self.levels[level].len()) {
                let summary = self.levels[level][at];
                if at * FANOUT.pow(level as u32) < end && summary.end_s > range.start_s {
                    heap.push(Candidate { salience: summary.salience, level, at });
                }
            }
        };
        push(&mut heap, top, 0..usize::MAX);
        while found.len() < limit {
            let Some(best) = heap.pop() else { break };
            match best.level.checked_sub(1) {
                None if wanted(best.at) => found.push(best.at),
                None => {}
                Some(below) => push(&mut heap, below, best.at * FANOUT..(best.at + 1) * FANOUT),
            }
        }
        found
    }
}

fn summarise(block: &[Summary]) -> Summary {
    let mut all = Summary { end_s: f64::NEG_INFINITY, salience: f32::NEG_INFINITY };
    // Comparisons, not `max`: the vectorised `max` of two such fields crashes LLVM 22 (rustc 1.95) when optimised.
    for one in block {
        if one.end_s > all.end_s {
            all.end_s = one.end_s;
        }
        if one.salience > all.salience {
            all.salience = one.salience;
        }
    }
    all
}

impl Candidate {
    /// The first item below it.
    fn first(&self) -> usize {
        self.at * FANOUT.pow(self.level as u32)
    }
}

impl Ord for Candidate {
    fn cmp(&self, other: &Self) -> Ordering {
        self.salience
            .total_cmp(&other.salience)
            .then_with(|| other.first().cmp(&self.first()))
            .then_with(|| self.level.cmp(&other.level))
    }
}

impl PartialOrd for Candidate {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Candidate {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Candidate {}

#[cfg(test)]
mod tests {
    use super::*;

    /// 5,000 items in a fixed disorder: most last a moment, every 97th very long.
    fn items() -> Vec<(TimeRange, f32)> {
        (0..5_000u32)
            .map(|n| {
                let start = f64::from(n) * 10.0;
                let length = if n % 97 == 0 { 9_000.0 } else { f64::from(n % 7) };
                (TimeRange::new(start, start + length + 1.0), (n * 7_919 % 1_000) as f32 / 1_000.0)
            })
            .collect()
    }

    #[test]
    fn the_index_answers_as_a_scan_does() {
        let items = items();
        let index = TimeIndex::new(items.iter().copied());
        for (from, to) in [(0.0, 50_000.0), (-5.0, 3.0), (20_000.0, 20_500.0), (49_990.0, 1e9), (7.0, 7.5), (1e9, 2e9)]
        {
            let range = TimeRange::new(from, to);
            let scan: Vec<usize> =
                (0..items.len()).filter(|at| items[*at].0.start_s < to && items[*at].0.end_s > from).collect();
            assert_eq!(index.touching(range, usize::MAX), scan);
            assert_eq!(index.count_touching(range), scan.len());
            let mut by_salience = scan.clone();
            by_salience.sort_by(|a, b| items[*b].1.total_cmp(&items[*a].1).then(a.cmp(b)));
            by_salience.truncate(40);
            assert_eq!(index.most_salient(range, 40), by_salience);
        }
    }

    #[test]
    fn an_empty_index_finds_nothing() {
        let index = TimeIndex::new(std::iter::empty());
        assert!(index.touching(TimeRange::new(0.0, 1.0), 10).is_empty());
        assert!(index.most_salient(TimeRange::new(0.0, 1.0), 10).is_empty());
        assert!(TimeIndex::default().touching(TimeRange::new(0.0, 1.0), 10).is_empty());
    }
}
