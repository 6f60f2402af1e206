//! Where a command's result goes: standard output, or a file that is there whole or not at all.

use crate::export::WriteError;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

/// A place to write to, bit by bit.
pub(super) enum Output {
    Standard(BufWriter<io::StdoutLock<'static>>),
    File { file: BufWriter<tempfile::NamedTempFile>, path: PathBuf, force: bool },
}

impl Output {
    /// Standard output, or a temporary file beside `path`.
    pub fn open(path: Option<&Path>, force: bool) -> Result<Self, WriteError> {
        let Some(path) = path else { return Ok(Self::Standard(BufWriter::new(io::stdout().lock()))) };
        if !force && path.exists() {
            return Err(WriteError::Exists(path.to_owned()));
        }
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        if !folder.is_dir() {
            return Err(WriteError::NoFolder(folder.to_owned()));
        }
        match tempfile::NamedTempFile::new_in(folder) {
            Ok(file) => Ok(Self::File { file: BufWriter::new(file), path: path.to_owned(), force }),
            Err(error) => Err(WriteError::Other { path: path.to_owned(), error }),
        }
    }

    /// Gives the file its name; nothing is left behind if this is never called.
    pub fn finish(self) -> Result<(), WriteError> {
        match self {
            Self::Standard(mut out) => {
                out.flush().map_err(|error| WriteError::Other { path: "standard output".into(), error })
            }
            Self::File { file, path, force } => {
                let failed = |error| WriteError::Other { path: path.clone(), error };
                let file = file.into_inner().map_err(|error| failed(error.into_error()))?;
                let done = if force { file.persist(&path) } else { file.persist_noclobber(&path) };
                done.map(drop).map_err(|error| failed(error.error))
            }
        }
    }
}

impl Write for Output {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self {
            Self::Standard(out) => out.write(bytes),
            Self::File { file, .. } => file.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match self {
            Self::Standard(out) => out.flush(),
            Self::File { file, .. } => file.flush(),
        }
    }
}
