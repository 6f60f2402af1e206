//! The project: the articles a user has open, each with what was extracted from it.
//!
//! [`Project::apply`] alone changes a project, by a [`Command`]; everything else reads. Extractions are derived and can
//! be made anew, so a changed reference date is a [`Command::Replace`] with a fresh extraction.

use crate::model::{Article, BlockKind, Event, EventId, Extraction};
use std::sync::Arc;

/// Names an open article for as long as the project is open; never used twice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
pub struct ArticleKey(pub u32);

/// Names an event of an open article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
pub struct EventKey {
    /// The article that tells it.
    pub article: ArticleKey,
    /// The event within the article's extraction.
    pub event: EventId,
}

/// An open article with its extraction. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Entry {
    /// Its name in this project.
    pub key: ArticleKey,
    /// The article as read.
    pub article: Arc<Article>,
    /// What was found in it.
    pub extraction: Arc<Extraction>,
}

impl Entry {
    /// The article's title, or its first words behind the dateline, or its path when it has no words: never empty, and cut at
    /// a mark or between words. Where there is less room, whoever shows it shortens it.
    pub fn title(&self) -> &str {
        const LONGEST: usize = 120;
        const SHORTEST: usize = 40;
        let article = &*self.article;
        let text = article.text.as_str();
        let headline = article.headline.map_or("", |span| span.of(text).trim());
        if !headline.is_empty() {
            return headline;
        }
        // "HARLE (AP) — The council voted": the paragraph behind its dateline.
        let told = article.blocks.iter().find(|block| !block.span.of(text).trim().is_empty());
        let told = told.filter(|block| block.kind == BlockKind::Dateline).map(|line| line.span.end as usize);
        let behind = told.and_then(|end| text.get(end..)).map(|rest| rest.trim_start_matches([' ', '-', '–', '—']));
        let first = behind.unwrap_or(text).lines().map(str::trim).find(|line| !line.is_empty());
        let first = first.unwrap_or(&article.source.path);
        let Some((limit, _)) = first.char_indices().nth(LONGEST) else { return first };
        let cut = &first[..limit];
        // A part between marks reads as a whole.
        let marked = cut.rfind([',', '.', ';', ':', '—']).filter(|end| *end >= SHORTEST);
        marked.or_else(|| cut.rfind(char::is_whitespace)).map_or(cut, |end| &cut[..end])
    }
}

/// A change of a project.
#[derive(Clone, Debug)]
pub enum Command {
    /// Opens an article at the end of the list.
    Add {
        /// The article.
        article: Arc<Article>,
        /// What was found in it.
        extraction: Arc<Extraction>,
    },
    /// Puts a new reading of an article in the place of the old one.
    Replace {
        /// Which.
        key: ArticleKey,
        /// The article, with another given date for example.
        article: Arc<Article>,
        /// What was found in it now.
        extraction: Arc<Extraction>,
    },
    /// Closes an article.
    Remove(ArticleKey),
}

/// The articles a user has open, in the order they were opened.
#[derive(Clone, Debug, Default)]
pub struct Project {
    entries: Vec<Entry>,
    next_key: u32,
    version: u64,
}

impl Project {
    /// The open articles in the order they were opened.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// Grows with every change: what was computed from a project of another version is stale.
    pub fn version(&self) -> u64 {
        self.version
    }

    /// The article of that name.
    pub fn entry(&self, key: ArticleKey) -> Option<&Entry> {
        self.entries.binary_search_by_key(&key, |entry| entry.key).ok().and_then(|at| self.entries.get(at))
    }

    /// The event of that name.
    pub fn event(&self, key: EventKey) -> Option<&Event> {
        self.entry(key.article)?.extraction.events.get(key.event.index())
    }

    /// The open article with the same words as `article`, if any: opening a file twice shows it once.
    pub fn same_text(&self, article: &Article) -> Option<ArticleKey> {
        self.entries.iter().find(|entry| entry.article.text == article.text).map(|entry| entry.key)
    }

    /// Makes a change. A command about an article that is no longer open changes nothing.
    ///
    /// Returns the article that the command was about, if it is or was open.
    pub fn apply(&mut self, command: Command) -> Option<ArticleKey> {
        let key = match command {
            Command::Add { article, extraction } => {
                let key = ArticleKey(self.next_key);
                self.next_key += 1;
                self.entries.push(Entry { key, article, extraction });
                key
            }
            Command::Replace { key, article, extraction } => {
                let entry = self.entries.iter_mut().find(|entry| entry.key == key)?;
                (entry.article, entry.extraction) = (article, extraction);
                key
            }
            Command::Remove(key) => {
                let at = self.entries.iter().position(|entry| entry.key == key)?;
                self.entries.remove(at).key
            }
        };
        self.version += 1;
        Some(key)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn article(text: &str) -> Arc<Article> {
        Arc::new(Article { text: text.to_owned(), ..Article::default() })
    }

    fn add(project: &mut Project, text: &str) -> ArticleKey {
        project.apply(Command::Add { article: article(text), extraction: Arc::default() }).unwrap()
    }

    #[test]
    fn keys_stay_with_their_article_when_others_close() {
        let mut project = Project::default();
        let (first, second) = (add(&mut project, "one"), add(&mut project, "two"));
        assert_eq!(project.apply(Command::Remove(first)), Some(first));
        let third = add(&mut project, "three");
        assert_eq!(project.entry(second).unwrap().article.text, "two");
        assert_eq!(project.entry(third).unwrap().article.text, "three");
        assert!(project.entry(first).is_none());
    }

    #[test]
    fn a_command_about_a_closed_article_changes_nothing() {
        let mut project = Project::default();
        let key = add(&mut project, "one");
        project.apply(Command::Remove(key));
        let version = project.version();
        let replace = Command::Replace { key, article: article("late"), extraction: Arc::default() };
        assert_eq!(project.apply(replace), None);
        assert_eq!((project.version(), project.entries().len()), (version, 0));
    }

    #[test]
    fn a_title_is_never_empty() {
        let mut project = Project::default();
        let long = "The council voted on Wednesday to close the pier at the harbour of Harle, seven weeks after the mayor had \
                    asked for it, and to build a new one";
        let short = "The council voted on Wednesday to close the pier at the harbour of Harle, seven weeks after the mayor had \
                     asked for it";
        for (text, title) in
            [("\n  First line \nmore", "First line"), ("", ""), (&"é".repeat(200), &"é".repeat(120)), (long, short)]
        {
            let key = add(&mut project, text);
            assert_eq!(project.entry(key).unwrap().title(), title);
        }
    }
}
