//! The system's file dialogs, which never block the window: made on the interface's thread (macOS wants that), awaited
//! on a thread of their own.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// What is to be chosen.
#[derive(Clone, Debug)]
pub enum Pick {
    /// Articles to open, starting in a folder.
    Articles(Option<PathBuf>),
    /// A folder of articles.
    Folder(Option<PathBuf>),
    /// Where to write an export.
    Target {
        /// The folder to start in.
        folder: Option<PathBuf>,
        /// The file's proposed name.
        name: String,
        /// What is exported.
        request: super::ExportRequest,
    },
}

/// What was chosen.
#[derive(Clone, Debug)]
pub struct Picked {
    /// What was asked for.
    pub what: Pick,
    /// The answer; empty when the dialog was closed without one.
    pub paths: Vec<PathBuf>,
    /// Whether there seems to be no dialog at all: it was over before anybody could have closed it.
    pub is_missing: bool,
}

/// The shortest time in which a person closes a dialog. Where neither a portal nor zenity is installed, rfd answers
/// "cancelled" at once, and this is all that tells the two apart.
const FASTEST_CANCEL: Duration = Duration::from_millis(350);

const PATTERNS: [&str; 8] = ["txt", "text", "md", "markdown", "html", "htm", "xhtml", "jsonl"];

/// Opens a dialog and calls `answer` from another thread when it is closed.
pub fn pick(what: Pick, answer: impl FnOnce(Picked) + Send + 'static) {
    let dialog = rfd::AsyncFileDialog::new();
    let in_folder = |dialog: rfd::AsyncFileDialog, folder: &Option<PathBuf>| match folder {
        Some(folder) => dialog.set_directory(folder),
        None => dialog,
    };
    let started = Instant::now();
    let paths = |files: Option<Vec<rfd::FileHandle>>| -> Vec<PathBuf> {
        files.unwrap_or_default().iter().map(|file| file.path().to_owned()).collect()
    };
    let finish = move |what: Pick, paths: Vec<PathBuf>| {
        let is_missing = cfg!(target_os = "linux") && paths.is_empty() && started.elapsed() < FASTEST_CANCEL;
        answer(Picked { what, paths, is_missing });
    };
    match &what {
        Pick::Articles(folder) => {
            let dialog = in_folder(dialog, folder).set_title("Open articles");
            let future = dialog.add_filter("Articles", &PATTERNS).add_filter("All files", &["*"]).pick_files();
            await_on_thread(move || finish(what, paths(pollster::block_on(future))));
        }
        Pick::Folder(folder) => {
            let future = in_folder(dialog, folder).set_title("Open a folder of articles").pick_folder();
            await_on_thread(move || finish(what, paths(pollster::block_on(future).map(|folder| vec![folder]))));
        }
        Pick::Target { folder, name, .. } => {
            let future = in_folder(dialog, folder).set_title("Export").set_file_name(name).save_file();
            await_on_thread(move || finish(what, paths(pollster::block_on(future).map(|file| vec![file]))));
        }
    }
}

/// Opens the folder of `file` with the system's file manager.
pub fn open_folder_of(file: &Path) -> Result<(), String> {
    let absolute = std::path::absolute(file).map_err(|error| error.to_string())?;
    let folder = absolute.parent().filter(|folder| folder.is_dir() && absolute.exists());
    let folder = folder.ok_or("This article comes from no file that is still there")?;
    let opener = if cfg!(target_os = "windows") {
        "explorer"
    } else if cfg!(target_os = "macos") {
        "open"
    } else {
        "xdg-open"
    };
    let started = std::process::Command::new(opener).arg(folder).spawn();
    let mut child = started.map_err(|_| format!("No file manager was found; the folder is {}", folder.display()))?;
    // Somebody has to take note of its end, else it stays behind as a dead process.
    await_on_thread(move || drop(child.wait()));
    Ok(())
}

fn await_on_thread(work: impl FnOnce() + Send + 'static) {
    // Without a thread there is no dialog; the palette's "open by typing a path" still works.
    let _ = std::thread::Builder::new().name("dateline-dialog".to_owned()).spawn(work);
}
