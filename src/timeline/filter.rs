//! A filter says which items are shown: words to be found, a range of time, articles. What it leaves out is not lost.

use super::{Item, TimeRange, search};
use crate::project::ArticleKey;
use std::collections::BTreeSet;

/// Conditions that an item must all meet; the default admits everything.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Filter {
    /// Words that title, quotes, participants or captions must hold; all of them, in any order and case.
    pub words: String,
    /// Somebody or something of this name must take part, speak, be in its pictures or be its place.
    pub who: Option<String>,
    /// The item must touch this range; undated items do not.
    pub range: Option<TimeRange>,
    /// The item must come from one of these articles.
    pub articles: Option<BTreeSet<ArticleKey>>,
}

impl Filter {
    /// Whether everything passes.
    pub fn is_empty(&self) -> bool {
        self.query().is_none() && self.who.is_none() && self.range.is_none() && self.articles.is_none()
    }

    /// The folded words of the search; `None` without any.
    pub(super) fn query(&self) -> Option<Vec<String>> {
        let words: Vec<String> = search::fold(&self.words).split_whitespace().map(str::to_owned).collect();
        (!words.is_empty()).then_some(words)
    }

    /// Whether `item` meets the conditions on time and article.
    pub(super) fn admits(&self, item: &Item) -> bool {
        let in_range = |range: TimeRange| item.when.is_some_and(|when| when.hull().overlaps(range));
        self.range.is_none_or(in_range)
            && self.articles.as_ref().is_none_or(|articles| articles.contains(&item.key.article))
    }
}
