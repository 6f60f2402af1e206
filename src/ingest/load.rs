//! Loading: paths to bytes. The one place where articles' files are opened, folders walked and sizes limited.
