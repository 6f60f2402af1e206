//! The scene: a timeline laid out in a viewport. It alone decides where a thing goes; painters only paint.
