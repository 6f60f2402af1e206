//! Integration tests: one crate, a module an area.

#![allow(clippy::unwrap_used, reason = "a failed unwrap in a test is a failed test")]

mod architecture;
mod common;
mod contract;
mod entity;
mod export;
mod scene;
mod text;
