//! Jobs: everything that takes time runs on worker threads and answers by message, so that the window never blocks.
//!
//! A job gets a snapshot of what it needs, can be cancelled by its flag, and its answer is applied on the interface's
//! thread in [`Jobs::drain`]; an answer that is no longer wanted is dropped there. This folder is the window's only
//! place that touches files.

mod dialog;
mod export;
mod picture;
mod pool;
mod read;

pub use dialog::Picked;
pub use export::{ExportFormat, ExportRequest, ExportScope, Rendered};
pub use picture::{PictureKey, PictureState, Pictures};
pub use read::{Origin, Stage};

use crate::ingest::IngestError;
use crate::model::{Article, Extraction};
use crate::project::{ArticleKey, Project};
use crate::timeline::Timeline;
use pool::{Pool, Urgency};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, mpsc};
use std::time::{Duration, Instant};

/// Names a row of the files list; never used twice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RowId(pub u32);

/// A file on its way into the project, or one that did not get there.
#[derive(Clone, Debug)]
pub struct FileRow {
    /// Its name.
    pub id: RowId,
    /// What is read.
    pub origin: Origin,
    /// How far it is.
    pub state: RowState,
    cancel: Arc<AtomicBool>,
}

/// How far a file is.
#[derive(Clone, Debug)]
pub enum RowState {
    /// In the queue.
    Waiting,
    /// A worker is at it.
    Working(Stage),
    /// Not read, and why.
    Failed(IngestError),
}

/// An article with what was found in it, and how long both took.
#[derive(Clone, Debug)]
pub struct ReadArticle {
    /// The article.
    pub article: Arc<Article>,
    /// What was found.
    pub extraction: Arc<Extraction>,
    /// Time of reading and extracting.
    pub took: Duration,
}

/// An answer that the app has to act upon.
pub enum Answer {
    /// Articles of a file, in the file's order.
    Articles(Vec<ReadArticle>),
    /// An open article, read anew with another reference date.
    Reread(ArticleKey, ReadArticle),
    /// What the user chose in a file dialog.
    Picked(Picked),
    /// A preview was drawn.
    Preview(Rendered),
    /// Something the user should know, in words.
    Told(String),
    /// A file was written, or not.
    Written(Result<PathBuf, WriteFailure>),
    /// The timeline of the project of that version.
    Timeline(u64, Timeline),
}

enum Message {
    /// What to read, what cannot be listed, and what was passed over, in words.
    Listed(Vec<Origin>, Vec<IngestError>, Option<String>),
    Stage(RowId, Stage),
    Read(RowId, Result<read::Read, IngestError>),
    Picture(PictureKey, Result<egui::ColorImage, String>),
    Reread(ArticleKey, u64, ReadArticle),
    Preview(u64, Rendered),
    Answer(Box<Answer>),
}

/// Sends answers to the interface's thread and wakes it.
#[derive(Clone)]
struct Reporter {
    sender: mpsc::Sender<Message>,
    ctx: egui::Context,
}

impl Reporter {
    fn send(&self, message: Message) {
        // The receiver is gone only when the window is: nobody is left to tell.
        let _ = self.sender.send(message);
        self.ctx.request_repaint();
    }
}

/// The jobs of a window.
pub struct Jobs {
    reporter: Reporter,
    receiver: mpsc::Receiver<Message>,
    pool: Pool,
    rows: BTreeMap<RowId, FileRow>,
    next_row: u32,
    /// Read, but held back until the files before them are read too, so that articles keep the order of their files.
    ready: BTreeMap<RowId, (Instant, Vec<ReadArticle>)>,
    /// The newest reading asked for of each article: answers of older ones are stale.
    readings: BTreeMap<ArticleKey, u64>,
    next_reading: u64,
    newest_preview: u64,
    listing: usize,
    total: usize,
    /// Pictures of captions.
    pub pictures: Pictures,
}

/// How long an article waits for one before it: order is worth a moment, not a stall behind a huge file.
const HOLD: Duration = Duration::from_millis(400);

impl Jobs {
    /// No jobs yet; answers wake `ctx`.
    pub fn new(ctx: &egui::Context) -> Self {
        let (sender, receiver) = mpsc::channel();
        Self {
            reporter: Reporter { sender, ctx: ctx.clone() },
            receiver,
            pool: Pool::new(),
            rows: BTreeMap::new(),
            next_row: 0,
            ready: BTreeMap::new(),
            readings: BTreeMap::new(),
            next_reading: 0,
            newest_preview: 0,
            listing: 0,
            total: 0,
            pictures: Pictures::default(),
        }
    }

    /// Files on their way and files that failed, in the order they were asked for.
    pub fn rows(&self) -> impl Iterator<Item = &FileRow> {
        self.rows.values()
    }

    /// How many files are on their way, and how many there were in all since the last time there was none.
    pub fn progress(&self) -> (usize, usize) {
        let pending = self.rows.values().filter(|row| !matches!(row.state, RowState::Failed(_))).count();
        (pending, self.total)
    }

    /// Whether something is being listed or read.
    pub fn is_reading(&self) -> bool {
        self.listing > 0 || !self.ready.is_empty() || self.progress().0 > 0
    }

    /// Reads files, and all files of folders.
    pub fn open(&mut self, paths: Vec<PathBuf>) {
        self.listing += 1;
        let reporter = self.reporter.clone();
        self.pool.run(Urgency::Now, move || {
            let (origins, errors, note) = read::list(&paths);
            reporter.send(Message::Listed(origins, errors, note));
        });
    }

    /// Reads one source.
    pub fn read(&mut self, origin: Origin) {
        let id = RowId(self.next_row);
        self.next_row += 1;
        if self.progress().0 == 0 && self.ready.is_empty() {
            self.total = 0;
        }
        self.total += 1;
        let row = FileRow { id, origin, state: RowState::Waiting, cancel: Arc::default() };
        self.start(&row, false);
        self.rows.insert(id, row);
    }

    fn start(&self, row: &FileRow, as_plain_text: bool) {
        let (id, origin, cancel, reporter) = (row.id, row.origin.clone(), row.cancel.clone(), self.reporter.clone());
        self.pool.run(Urgency::InTurn, move || {
            if cancel.load(Ordering::Relaxed) {
                return;
            }
            let stages = reporter.clone();
            let tell = |stage| stages.send(Message::Stage(id, stage));
            let result = read::read(&origin, as_plain_text, &cancel, &tell);
            if !cancel.load(Ordering::Relaxed) {
                reporter.send(Message::Read(id, result));
            }
        });
    }

    /// Reads a failed file again.
    pub fn retry(&mut self, id: RowId, as_plain_text: bool) {
        if let Some(row) = self.rows.get_mut(&id) {
            row.state = RowState::Waiting;
            row.cancel = Arc::default();
            let row = row.clone();
            self.start(&row, as_plain_text);
        }
    }

    /// Stops reading a file, or takes a failed one from the list.
    pub fn cancel(&mut self, id: RowId) {
        if let Some(row) = self.rows.remove(&id) {
            row.cancel.store(true, Ordering::Relaxed);
        }
        self.ready.remove(&id);
    }

    /// Stops reading; files that failed stay listed.
    pub fn cancel_all(&mut self) {
        let pending = self.rows.values().filter(|row| !matches!(row.state, RowState::Failed(_))).map(|row| row.id);
        for id in pending.collect::<Vec<_>>() {
            self.cancel(id);
        }
    }

    /// Extracts from an open article anew, after its reference date was changed.
    pub fn reread(&mut self, key: ArticleKey, article: Article) {
        self.next_reading += 1;
        let reading = self.next_reading;
        self.readings.insert(key, reading);
        let reporter = self.reporter.clone();
        self.pool.run(Urgency::Now, move || {
            reporter.send(Message::Reread(key, reading, read::extract_from(article, Instant::now())));
        });
    }

    /// Makes a timeline of the articles of a project off the interface's thread.
    pub fn build_timeline(&self, project: Project) {
        let reporter = self.reporter.clone();
        self.pool.run(Urgency::Now, move || {
            let timeline = Timeline::new(&project);
            reporter.send(Message::Answer(Box::new(Answer::Timeline(project.version(), timeline))));
        });
    }

    /// The picture at a caption's location, read and decoded in the background the first time it is asked for.
    pub fn picture(&mut self, key: &PictureKey) -> &PictureState {
        if self.pictures.begin(key) {
            let (key, reporter) = (key.clone(), self.reporter.clone());
            self.pool.run(Urgency::Now, move || {
                let image = picture::load(&key);
                reporter.send(Message::Picture(key, image));
            });
        }
        self.pictures.state(key)
    }

    /// Draws a preview; only the newest is answered.
    pub fn preview(&mut self, request: ExportRequest, source: ExportSource) {
        self.newest_preview += 1;
        let number = self.newest_preview;
        let reporter = self.reporter.clone();
        self.pool.run(Urgency::Now, move || {
            reporter.send(Message::Preview(number, export::preview(&request, &source)));
        });
    }

    /// Writes an export.
    pub fn write(&mut self, request: ExportRequest, source: ExportSource, path: PathBuf, replace: bool) {
        let reporter = self.reporter.clone();
        self.pool.run(Urgency::Now, move || {
            let result = export::write(&request, &source, &path, replace);
            reporter.send(Message::Answer(Box::new(Answer::Written(result))));
        });
    }

    /// Asks for files with the system's dialog.
    pub fn pick(&self, what: Pick) {
        let reporter = self.reporter.clone();
        dialog::pick(what, move |picked| reporter.send(Message::Answer(Box::new(Answer::Picked(picked)))));
    }

    /// Opens the folder that a file is in with the system's file manager.
    ///
    /// # Errors
    /// In words, if there is no such folder or nothing to open it with.
    pub fn open_folder_of(&self, file: &Path) -> Result<(), String> {
        dialog::open_folder_of(file)
    }

    /// Takes what the workers sent since the last time. Stale answers end here.
    pub fn drain(&mut self) -> Vec<Answer> {
        let mut answers = Vec::new();
        while let Ok(message) = self.receiver.try_recv() {
            answers.extend(self.take(message));
        }
        answers.extend(self.release());
        answers
    }

    fn take(&mut self, message: Message) -> Option<Answer> {
        match message {
            Message::Listed(origins, errors, note) => {
                for origin in origins {
                    self.read(origin);
                }
                errors.into_iter().for_each(|error| self.add_failed(error));
                self.listing = self.listing.saturating_sub(1);
                return note.map(Answer::Told);
            }
            Message::Stage(id, stage) => {
                if let Some(row) = self.rows.get_mut(&id) {
                    row.state = RowState::Working(stage);
                }
            }
            Message::Read(id, Ok(read)) => {
                if self.rows.contains_key(&id) {
                    self.ready.insert(id, (Instant::now(), read.articles));
                    read.errors.into_iter().for_each(|error| self.add_failed(error));
                }
            }
            Message::Read(id, Err(error)) => {
                if let Some(row) = self.rows.get_mut(&id) {
                    row.state = RowState::Failed(error);
                }
            }
            Message::Picture(key, image) => self.pictures.finish(&self.reporter.ctx, &key, image),
            Message::Reread(key, reading, read) => {
                let is_newest = self.readings.get(&key) == Some(&reading);
                return is_newest.then_some(Answer::Reread(key, read));
            }
            Message::Preview(number, rendered) => {
                return (number == self.newest_preview).then_some(Answer::Preview(rendered));
            }
            Message::Answer(answer) => return Some(*answer),
        }
        None
    }

    fn add_failed(&mut self, error: IngestError) {
        let id = RowId(self.next_row);
        self.next_row += 1;
        let origin = Origin::File(PathBuf::from(&error.path));
        self.rows.insert(id, FileRow { id, origin, state: RowState::Failed(error), cancel: Arc::default() });
    }

    /// Articles whose turn it is: all files before theirs are done, or they have waited long enough.
    fn release(&mut self) -> Vec<Answer> {
        let mut answers = Vec::new();
        while let Some((&id, (since, _))) = self.ready.first_key_value() {
            let is_pending = |row: &FileRow| !matches!(row.state, RowState::Failed(_));
            let must_wait = self.rows.range(..id).any(|(_, row)| is_pending(row));
            let waited = since.elapsed();
            if must_wait && waited < HOLD {
                self.reporter.ctx.request_repaint_after(HOLD - waited);
                break;
            }
            self.rows.remove(&id);
            answers.extend(self.ready.remove(&id).map(|(_, articles)| Answer::Articles(articles)));
        }
        answers
    }
}

pub use dialog::Pick;
pub use export::{ExportSource, WriteFailure};
