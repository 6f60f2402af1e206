//! Writing a file so that it is there whole or not at all: to a temporary file beside it first, then renamed.

use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

/// Why a file could not be written.
#[derive(Debug, thiserror::Error)]
pub enum WriteError {
    /// It exists, and nobody said that it may be replaced.
    #[error("the file exists already; use another name, or --force to replace it: {}", .0.display())]
    Exists(PathBuf),
    /// Its folder does not exist.
    #[error("the folder does not exist; create it first: {}", .0.display())]
    NoFolder(PathBuf),
    /// The name is that of a folder.
    #[error("this is a folder; give the name of a file in it: {}", .0.display())]
    IsFolder(PathBuf),
    /// The disk is full.
    #[error("the disk is full, nothing was written; free some space or choose another disk: {}", .0.display())]
    Full(PathBuf),
    /// Not allowed.
    #[error("no permission to write here; choose another folder: {}", .0.display())]
    Denied(PathBuf),
    /// Something else.
    #[error("could not write the file ({error}); try another folder: {}", path.display())]
    Other {
        /// Which file.
        path: PathBuf,
        /// What the system says.
        error: io::Error,
    },
}

impl WriteError {
    /// What the system's `error` at `path` means for the user.
    pub fn of(path: &Path, error: io::Error) -> Self {
        let path = path.to_owned();
        match error.kind() {
            ErrorKind::AlreadyExists => Self::Exists(path),
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded => Self::Full(path),
            ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => Self::Denied(path),
            _ => Self::Other { path, error },
        }
    }
}

/// Writes `bytes` to `path`; an existing file is replaced only by `force`.
pub fn write(path: &Path, bytes: &[u8], force: bool) -> Result<(), WriteError> {
    if path.is_dir() {
        return Err(WriteError::IsFolder(path.to_owned()));
    }
    let folder = match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    if !folder.is_dir() {
        return Err(WriteError::NoFolder(folder.to_owned()));
    }
    if !force && path.exists() {
        return Err(WriteError::Exists(path.to_owned()));
    }
    // A device such as /dev/stdout cannot be replaced by renaming.
    if path.exists() && !path.is_file() {
        return std::fs::write(path, bytes).map_err(|error| WriteError::of(path, error));
    }
    let mut file = temporary(path, folder).map_err(|error| WriteError::of(path, error))?;
    file.write_all(bytes).and_then(|()| file.as_file().sync_all()).map_err(|error| WriteError::of(path, error))?;
    let done = if force { file.persist(path) } else { file.persist_noclobber(path) };
    done.map(drop).map_err(|error| WriteError::of(path, error.error))
}

/// A file beside `path` with the permissions that `path` has, or that a new file would get.
fn temporary(path: &Path, folder: &Path) -> io::Result<tempfile::NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".dateline-");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        // What the user's umask leaves of it is what any new file gets.
        builder.permissions(std::fs::Permissions::from_mode(0o666));
    }
    let file = builder.tempfile_in(folder)?;
    if let Ok(old) = path.metadata() {
        file.as_file().set_permissions(old.permissions())?;
    }
    Ok(file)
}
