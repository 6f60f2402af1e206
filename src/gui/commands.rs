//! Commands: what panels ask for. A panel reads the project and the state and puts commands into the queue; the app
//! carries them out after the frame, in order, so that no panel sees half a change.

use super::actions::Action;
use super::jobs::{ExportRequest, RowId};
use super::state::Passage;
use crate::project::{ArticleKey, EventKey};
use crate::timeline::TimeRange;
use chrono::NaiveDate;
use std::path::PathBuf;

/// Something a panel asks for.
#[derive(Clone, Debug)]
pub enum UiCommand {
    /// An action of the table.
    Act(Action),
    /// Read these files and folders.
    Open(Vec<PathBuf>),
    /// Make an article of this text.
    ReadText(String),
    /// Read a file again that failed.
    Retry(RowId),
    /// Read a file again, as plain text whatever it looks like.
    ReadAsPlainText(RowId),
    /// Stop reading a file.
    Cancel(RowId),
    /// Take a file that failed from the list.
    Dismiss(RowId),
    /// Close an article.
    Close(ArticleKey),
    /// Show an article's day, people and text.
    ShowArticle(ArticleKey),
    /// Say what "today" means in an article; `None` = as found.
    SetReferenceDate(ArticleKey, Option<NaiveDate>),
    /// Select an event alone, or add it to the selection.
    Select {
        /// Which.
        key: EventKey,
        /// Whether the others stay selected.
        adding: bool,
    },
    /// Show a passage in its article.
    ShowPassage(Passage),
    /// Bring a stretch of time into view.
    Look(TimeRange),
    /// Mark a stretch of time.
    Mark(Option<TimeRange>),
    /// Search for words.
    SearchFor(String),
    /// Show only events with this participant; `None` = with whomever.
    OnlyWith(Option<String>),
    /// Choose a file to export to, and write it.
    Export(ExportRequest),
    /// Write into a file, replacing it if the user agreed.
    WriteExport {
        /// What.
        request: ExportRequest,
        /// Where.
        path: PathBuf,
        /// Whether an existing file may be replaced.
        replace: bool,
    },
    /// Put words on the clipboard.
    Copy(String),
    /// Open the folder that an article's file is in.
    OpenFolderOf(ArticleKey),
    /// Open an address in the browser.
    Browse(String),
}
