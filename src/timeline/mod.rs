//! The timeline: a project's events as items in time, filtered and ordered, without any notion of pixels.
