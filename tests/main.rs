//! Integration tests: one crate, a module an area.

mod architecture;
