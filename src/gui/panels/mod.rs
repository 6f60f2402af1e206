//! The regions of the window, a module each. A panel reads the project, changes the view's state, and asks for
//! everything else by commands.

pub mod article;
pub mod detail;
pub mod empty;
pub mod files;
pub mod filters;
pub mod overview;
pub mod participants;
mod record;
pub mod status;
pub mod table;
pub mod timeline;
pub mod toolbar;
pub mod undated;
