//! Loading: paths to bytes. The one place where articles' files are opened, folders walked and sizes limited.
//!
//! A caller lists the sources first, then reads them one by one, so that it can show progress and stop between files.

use super::records::Records;
use super::{IngestError, read_owned};
use crate::model::Article;
use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::io::{BufReader, ErrorKind, Read};
use std::path::{Path, PathBuf};

/// Largest article file, in bytes. JSON-lines files may be of any size.
pub const LARGEST_ARTICLE: u64 = 256 << 20;
/// Files and folders of a walk at most; a mistaken `/` ends in a message, not in an endless walk.
const MOST_FILES: usize = 200_000;

/// The files to read, and what cannot be read at all.
#[derive(Debug, Default)]
pub struct Listing {
    /// Files in the order given; those of a folder sorted by path.
    pub files: Vec<PathBuf>,
    /// Paths that do not exist or cannot be listed.
    pub errors: Vec<IngestError>,
    /// What folders hold beside articles and was passed over: endings (such as `png`) with the number of files.
    pub passed_over: BTreeMap<String, usize>,
}

impl Listing {
    /// What was passed over in words, if anything: `5 files that are no articles were passed over (3 png, 2 css)`.
    pub fn note(&self) -> Option<String> {
        let all: usize = self.passed_over.values().sum();
        let kinds: Vec<String> = self.passed_over.iter().map(|(ending, count)| format!("{count} {ending}")).collect();
        let files = if all == 1 { "file that is no article was" } else { "files that are no articles were" };
        (all > 0).then(|| format!("{all} {files} passed over ({})", kinds.join(", ")))
    }
}

/// Lists the files of `paths`; folders are walked. Hidden files, pictures and what belongs to a saved page are passed
/// over in folders; a file that is named itself is always listed. No file comes twice.
pub fn list(paths: &[PathBuf]) -> Listing {
    let mut listing = Listing::default();
    let mut seen = BTreeSet::new();
    for path in paths {
        let mut found = Vec::new();
        match std::fs::metadata(path) {
            Ok(about) if about.is_dir() => walk(path, &mut found, &mut listing),
            Ok(_) => found.push(path.clone()),
            Err(error) => listing.errors.push(unreadable(path, &error)),
        }
        listing.files.extend(found.into_iter().filter(|file| seen.insert(file.clone())));
    }
    listing
}

fn walk(folder: &Path, found: &mut Vec<PathBuf>, listing: &mut Listing) {
    // walkdir notices links that lead back to a folder above.
    let walk = walkdir::WalkDir::new(folder).follow_links(true).sort_by_file_name();
    let visible = |entry: &walkdir::DirEntry| {
        entry.depth() == 0 || !(is_hidden(entry.path()) || (entry.file_type().is_dir() && is_page_folder(entry.path())))
    };
    for entry in walk.into_iter().filter_entry(visible) {
        match entry {
            Ok(entry) if !entry.file_type().is_file() => {}
            Ok(entry) => match ending_of_no_article(entry.path()) {
                Some(ending) => *listing.passed_over.entry(ending).or_default() += 1,
                None => found.push(entry.into_path()),
            },
            Err(error) if error.loop_ancestor().is_some() => {}
            Err(error) => {
                let path = error.path().unwrap_or(folder).to_owned();
                let cause = error.into_io_error().unwrap_or_else(|| ErrorKind::Other.into());
                listing.errors.push(unreadable(&path, &cause));
            }
        }
        if found.len() >= MOST_FILES {
            let message = format!("the folder holds more than {MOST_FILES} files; the rest is left out");
            listing.errors.push(IngestError::new(message, "choose a smaller folder", &folder.to_string_lossy()));
            return;
        }
    }
}

fn is_hidden(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'))
}

/// The folder of pictures and scripts that a browser saves beside `NAME.html`: `NAME_files` and its translations.
fn is_page_folder(path: &Path) -> bool {
    let name = path.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
    let endings =
        ["_files", "-files", "_Dateien", "-Dateien", "_fichiers", "_archivos", "_file", ".files", "_arquivos"];
    endings.iter().filter_map(|end| name.strip_suffix(end)).any(|page| {
        ["html", "htm", "xhtml"].iter().any(|ending| path.with_file_name(format!("{page}.{ending}")).is_file())
    })
}

/// The ending of a file that stands beside articles and is none: pictures, styles, scripts, fonts, sounds, films.
fn ending_of_no_article(path: &Path) -> Option<String> {
    const ENDINGS: [&str; 36] = [
        "png", "jpg", "jpeg", "gif", "webp", "avif", "svg", "ico", "bmp", "tif", "tiff", "heic", "css", "js", "mjs",
        "map", "woff", "woff2", "ttf", "otf", "eot", "mp3", "m4a", "ogg", "wav", "mp4", "webm", "mov", "avi", "mkv",
        "db", "tmp", "ini", "lock", "dateline", "download",
    ];
    let ending = path.extension().map(|e| e.to_string_lossy().to_ascii_lowercase()).unwrap_or_default();
    ENDINGS.contains(&ending.as_str()).then_some(ending)
}

/// The articles of one file: one, or the records of JSON lines.
pub enum Articles {
    /// A file of one article, or why it could not be read.
    One(Option<Box<Result<Article, IngestError>>>),
    /// JSON lines.
    Many(Records<BufReader<File>>),
}

impl Iterator for Articles {
    type Item = Result<Article, IngestError>;

    fn next(&mut self) -> Option<Self::Item> {
        match self {
            Self::One(article) => article.take().map(|article| *article),
            Self::Many(records) => records.next(),
        }
    }
}

/// Opens a file and reads its article or articles. Never fails as a whole: what cannot be read is an item.
pub fn articles(path: &Path) -> Articles {
    match open(path) {
        Ok(articles) => articles,
        Err(error) => Articles::One(Some(Box::new(Err(error)))),
    }
}

fn open(path: &Path) -> Result<Articles, IngestError> {
    let fail = |error: std::io::Error| unreadable(path, &error);
    let name = path.to_string_lossy();
    // Asked before it is opened: opening a pipe waits for somebody who writes into it.
    let about = std::fs::metadata(path).map_err(fail)?;
    if !about.is_file() {
        let what = if about.is_dir() { "a folder, not a file" } else { "a pipe or device, not a file" };
        return Err(IngestError::new(what, "choose a file or a folder of files", &name));
    }
    let mut file = File::open(path).map_err(fail)?;
    let mut head = Vec::new();
    file.by_ref().take(4096).read_to_end(&mut head).map_err(fail)?;
    if is_json_lines(&head) {
        let file = File::open(path).map_err(fail)?;
        return Ok(Articles::Many(Records::new(BufReader::new(file), name)));
    }
    if about.len() > LARGEST_ARTICLE {
        let message = format!("{} MB are too much for one article (most is 256 MB)", about.len() >> 20);
        return Err(IngestError::new(message, "cut the file, or make it JSON lines, one article a line", &name));
    }
    let mut bytes = head;
    bytes.reserve_exact(usize::try_from(about.len()).unwrap_or(0).saturating_sub(bytes.len()));
    file.take(LARGEST_ARTICLE).read_to_end(&mut bytes).map_err(fail)?;
    Ok(Articles::One(Some(Box::new(read_owned(bytes, &name)))))
}

/// JSON lines open with an object that has a `text`.
fn is_json_lines(head: &[u8]) -> bool {
    let head = head.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(head);
    let head = String::from_utf8_lossy(head);
    let first = head.trim_start();
    first.starts_with('{') && (first.contains("\"text\"") || first.contains("\"id\""))
}

/// The error number of a link that leads back to itself: ELOOP of Linux; macOS and the BSDs.
const LINK_LOOPS: [i32; 2] = [40, 62];

fn unreadable(path: &Path, error: &std::io::Error) -> IngestError {
    let (message, hint) = match error.kind() {
        ErrorKind::NotFound => ("the file does not exist (any more)", "check the name, or that the drive is there"),
        ErrorKind::PermissionDenied => ("the file may not be read", "give yourself the right to read it"),
        ErrorKind::IsADirectory => ("a folder, not a file", "give the folder itself"),
        _ if cfg!(unix) && error.raw_os_error().is_some_and(|n| LINK_LOOPS.contains(&n)) => {
            ("a link that leads back to itself", "delete the link, or open the file that it should lead to")
        }
        _ => {
            return IngestError::new(
                format!("cannot be read: {error}"),
                "check the file and the disk",
                &path.to_string_lossy(),
            );
        }
    };
    IngestError::new(message, hint, &path.to_string_lossy())
}
