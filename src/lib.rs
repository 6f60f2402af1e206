#![doc = include_str!("ARCHITECTURE.md")]

pub mod cli;
pub mod export;
pub mod extract;
#[cfg(feature = "gui")]
pub mod gui;
pub mod ingest;
pub mod link;
pub mod model;
pub mod newsroom;
pub mod project;
pub mod scene;
pub mod timeline;
#[cfg(feature = "train")]
pub mod train;
