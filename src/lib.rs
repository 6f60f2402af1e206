//! The library behind the program: everything but `main`, which only calls [`cli`]. What follows is the page that
//! explains how it is built.
//!
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
