//! The demo: seven articles from four outlets that tell one made-up story, carried in the program itself so that it
//! can be shown anywhere.
//!
//! Town, people and outlets are fictional; texts and pictures were made for Dateline.

use super::IngestError;
use crate::model::Article;

macro_rules! demo_files {
    ($($name:literal),* $(,)?) => {
        &[$((concat!("demo/", $name), include_bytes!(concat!("../../assets/demo/", $name)))),*]
    };
}

/// The articles as (path, bytes), in the order of publication.
pub const ARTICLES: &[(&str, &[u8])] = demo_files![
    "1-northern-wire-ferry-adrift.txt",
    "2-harle-post-emergency-meeting.html",
    "3-harbour-gazette-crews-stop-work.md",
    "4-kyst-radio-inquiry-opens.html",
    "5-kyst-radio-files-seized.txt",
    "6-northern-wire-director-resigns.txt",
    "7-harle-post-council-votes.html",
];

const PICTURES: &[(&str, &[u8])] = demo_files![
    "pictures/ferry.png",
    "pictures/hearing.png",
    "pictures/pickets.png",
    "pictures/pier.png",
    "pictures/townhall.png",
];

/// The demo's articles, read as files would be.
///
/// # Errors
/// As [`super::read`]; the demo's own files give none.
pub fn articles() -> Result<Vec<Article>, IngestError> {
    ARTICLES.iter().map(|(path, bytes)| super::read(bytes, path)).collect()
}

/// The bytes of a picture of the demo by the location that its article gives it.
pub fn picture(location: &str) -> Option<&'static [u8]> {
    PICTURES.iter().find(|(path, _)| *path == location).map(|(_, bytes)| *bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_demo_article_is_read() {
        assert_eq!(articles().unwrap().len(), ARTICLES.len());
    }
}
