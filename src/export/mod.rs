//! Export: a project or a scene as bytes in the formats others read.

pub mod json;
