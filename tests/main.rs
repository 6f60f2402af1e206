//! Integration tests: one crate, a module an area.

#![allow(clippy::unwrap_used, reason = "a failed unwrap in a test is a failed test")]

#[cfg(feature = "window-tests")]
mod gui;

mod architecture;
mod attribution;
mod bad_input;
mod captions;
mod common;
mod contract;
mod coreference;
mod demo;
mod entity;
mod event;
mod event_nouns;
mod event_time;
mod export;
mod ingest;
mod kinds;
mod names;
mod quote;
mod roles;
mod scene;
mod text;
mod timex;
mod unnamed;
mod wording;
