//! The window: an eframe application over the project. Panels read and send commands; the scene is painted as it is.
