//! Pictures that stand beside an article on disk, decoded in the background and kept as textures. Pictures elsewhere
//! are never fetched.

use egui::{ColorImage, TextureHandle};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// The longest side a picture is kept at; the detail panel shows no larger ones.
const MAX_SIDE_PX: u32 = 960;
/// Larger files are not pictures of an article.
const MAX_FILE_BYTES: u64 = 64 << 20;

/// A picture: the article that shows it and the location the article gives.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct PictureKey {
    /// Path of the article's source.
    pub article: String,
    /// Where the article says the picture is.
    pub location: String,
}

impl PictureKey {
    /// Whether the picture lies elsewhere and is not fetched.
    pub fn is_remote(&self) -> bool {
        let location = self.location.trim_start();
        let scheme = location.split_once(':').map(|(scheme, _)| scheme);
        // A one-letter scheme is a drive of Windows.
        let has_scheme =
            scheme.is_some_and(|s| s.len() > 1 && s.chars().all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c)));
        location.starts_with("//") || (has_scheme && !location.starts_with("file:"))
    }
}

/// How far a picture is.
#[derive(Clone)]
pub enum PictureState {
    /// Being decoded.
    Loading,
    /// Ready.
    Ready(TextureHandle),
    /// Not shown, and why.
    Failed(String),
}

/// The pictures asked for so far.
#[derive(Default)]
pub struct Pictures {
    states: BTreeMap<PictureKey, PictureState>,
}

impl Pictures {
    /// Whether `key` is asked for the first time, in which case it is now loading.
    pub(super) fn begin(&mut self, key: &PictureKey) -> bool {
        let is_new = !self.states.contains_key(key);
        if is_new {
            self.states.insert(key.clone(), PictureState::Loading);
        }
        is_new
    }

    pub(super) fn state(&self, key: &PictureKey) -> &PictureState {
        self.states.get(key).unwrap_or(&PictureState::Loading)
    }

    pub(super) fn finish(&mut self, ctx: &egui::Context, key: &PictureKey, image: Result<ColorImage, String>) {
        let state = match image {
            Ok(image) => PictureState::Ready(ctx.load_texture(&key.location, image, egui::TextureOptions::LINEAR)),
            Err(reason) => PictureState::Failed(reason),
        };
        self.states.insert(key.clone(), state);
    }
}

/// Reads and decodes a picture.
pub fn load(key: &PictureKey) -> Result<ColorImage, String> {
    decode(&bytes(key)?)
}

fn bytes(key: &PictureKey) -> Result<Vec<u8>, String> {
    if let Some(bytes) = demo_picture(key) {
        return Ok(bytes.to_vec());
    }
    let path = find(key).ok_or_else(|| "The picture is not beside the article".to_owned())?;
    let size = std::fs::metadata(&path).map(|file| file.len()).unwrap_or_default();
    if size > MAX_FILE_BYTES {
        return Err("The picture's file is too large to show".to_owned());
    }
    std::fs::read(&path).map_err(|error| format!("The picture could not be read: {error}"))
}

fn demo_picture(key: &PictureKey) -> Option<&'static [u8]> {
    let folder = Path::new(&key.article).parent()?;
    let beside = folder.join(&key.location);
    crate::ingest::demo::picture(&key.location).or_else(|| crate::ingest::demo::picture(beside.to_str()?))
}

/// The file of a picture: as given, or beside its article, with %20 and the like undone.
fn find(key: &PictureKey) -> Option<PathBuf> {
    let location = key.location.strip_prefix("file://").unwrap_or(&key.location);
    let location = location.split(['?', '#']).next().unwrap_or(location);
    let folder = Path::new(&key.article).parent().unwrap_or(Path::new(""));
    let unescaped = percent_decoded(location);
    [folder.join(location), folder.join(&unescaped), PathBuf::from(location), PathBuf::from(&unescaped)]
        .into_iter()
        .find(|path| path.is_file())
}

fn percent_decoded(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        let code = text.get(at + 1..at + 3).filter(|_| byte == b'%').and_then(|hex| u8::from_str_radix(hex, 16).ok());
        out.push(code.unwrap_or(byte));
        at += if code.is_some() { 3 } else { 1 };
    }
    String::from_utf8_lossy(&out).into_owned()
}

/// Decodes a PNG or JPEG, scaled down when it is large.
pub(super) fn decode(bytes: &[u8]) -> Result<ColorImage, String> {
    let unreadable = |error: &dyn std::fmt::Display| format!("The picture could not be decoded: {error}");
    let mut reader = image::ImageReader::new(std::io::Cursor::new(bytes))
        .with_guessed_format()
        .map_err(|error| unreadable(&error))?;
    let mut limits = image::Limits::default();
    limits.max_alloc = Some(256 << 20);
    reader.limits(limits);
    let picture = reader.decode().map_err(|error| unreadable(&error))?;
    let (full_width, full_height) = (picture.width(), picture.height());
    let small = if picture.width().max(picture.height()) > MAX_SIDE_PX {
        picture.thumbnail(MAX_SIDE_PX, MAX_SIDE_PX)
    } else {
        picture
    };
    let pixels = small.to_rgba8();
    let size = [pixels.width() as usize, pixels.height() as usize];
    let mut image = ColorImage::from_rgba_unmultiplied(size, pixels.as_raw());
    image.source_size = egui::vec2(full_width as f32, full_height as f32);
    Ok(image)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn remote_pictures_are_known_by_their_address() {
        let key = |location: &str| PictureKey { article: "page.html".to_owned(), location: location.to_owned() };
        for remote in ["https://example.org/a.jpg", "//cdn.example.org/a.jpg", "data:image/png;base64,xx"] {
            assert!(key(remote).is_remote(), "{remote}");
        }
        for local in ["pictures/a.jpg", "a b.png", "/pictures/a.png", "C:\\a.png", "file:///a.png"] {
            assert!(!key(local).is_remote(), "{local}");
        }
    }

    #[test]
    fn what_is_no_picture_says_so() {
        assert!(decode(b"not a picture").is_err_and(|reason| reason.starts_with("The picture could not be decoded")));
    }

    #[test]
    fn escapes_in_locations_are_undone() {
        assert_eq!(percent_decoded("a%20b%C3%A9.png"), "a bé.png");
        assert_eq!(percent_decoded("100%"), "100%");
    }
}
