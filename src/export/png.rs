//! PNG: an SVG document rasterised with the bundled font, and the system's fonts for scripts that it lacks.

use super::ExportError;
use crate::scene::{FONT_BOLD, FONT_FAMILY, FONT_REGULAR};
use resvg::{tiny_skia, usvg};
use std::sync::{Arc, LazyLock};

/// Larger pictures are refused: at four bytes a pixel this is 800 MB.
pub const MAX_PIXELS: f64 = 200e6;
/// No side may be longer; other programs fail on more.
const MAX_SIDE_PX: f32 = 65_000.0;

/// The fonts of all pictures; loading the system's takes a moment, so it is done once.
static FONTS: LazyLock<Arc<usvg::fontdb::Database>> = LazyLock::new(|| {
    let mut fonts = usvg::fontdb::Database::new();
    fonts.load_font_data(FONT_REGULAR.to_vec());
    fonts.load_font_data(FONT_BOLD.to_vec());
    fonts.load_system_fonts();
    fonts.set_sans_serif_family(FONT_FAMILY);
    Arc::new(fonts)
});

/// Paints `svg`, `scale` pixels a unit.
pub(super) fn rasterise(svg: &str, scale: f32) -> Result<Vec<u8>, ExportError> {
    let failed = |error: &dyn std::fmt::Display| ExportError::Picture(error.to_string());
    let options = usvg::Options { fontdb: FONTS.clone(), font_family: FONT_FAMILY.to_owned(), ..Default::default() };
    let tree = usvg::Tree::from_str(svg, &options).map_err(|error| failed(&error))?;
    let size = tree.size();
    let (width, height) = (size.width() * scale, size.height() * scale);
    check_size(width, height)?;
    let (width, height) = (width.round().max(1.0) as u32, height.round().max(1.0) as u32);
    let Some(mut pixels) = tiny_skia::Pixmap::new(width, height) else {
        return Err(ExportError::TooLarge { width, height });
    };
    resvg::render(&tree, tiny_skia::Transform::from_scale(scale, scale), &mut pixels.as_mut());
    pixels.encode_png().map_err(|error| failed(&error))
}

/// Refuses what would not fit into memory.
pub(super) fn check_size(width_px: f32, height_px: f32) -> Result<(), ExportError> {
    let is_fine = f64::from(width_px) * f64::from(height_px) <= MAX_PIXELS && width_px.max(height_px) <= MAX_SIDE_PX;
    if is_fine { Ok(()) } else { Err(ExportError::TooLarge { width: width_px as u32, height: height_px as u32 }) }
}
