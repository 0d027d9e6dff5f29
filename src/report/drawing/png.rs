//! The same picture as points, at the quality of print.

use epaint_default_fonts::UBUNTU_LIGHT;
use resvg::{tiny_skia, usvg};

/// Points of a centimetre: 300 an inch.
const OF_CENTIMETRE: f32 = 300.0 / 2.54;
/// Points of a side, at most.
const MOST: f32 = 12_000.0;

/// Why a picture could not be made.
#[derive(Debug, thiserror::Error)]
pub enum PictureError {
    #[error("{0}")]
    Drawing(#[from] usvg::Error),
    #[error("a picture of {0} × {1} points")]
    Size(f32, f32),
    #[error("{0}")]
    Writing(String),
}

/// A picture as points, row after row from the top.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Points {
    pub width: u32,
    pub height: u32,
    /// Red, green, blue and opacity of each, the colours multiplied by the opacity.
    pub bytes: Vec<u8>,
}

/// Draws an SVG text of ours, so many centimetres wide on paper. Its letters are those of the
/// window, whatever the system has.
///
/// # Errors
/// When the text is no picture, or it is too large.
pub fn png(svg: &str, centimetres: f32) -> Result<Vec<u8>, PictureError> {
    let drawn = drawn(svg, (centimetres * OF_CENTIMETRE).round())?;
    let bytes = drawn.encode_png().map_err(|error| PictureError::Writing(error.to_string()))?;
    Ok(with_resolution(bytes))
}

/// Signature and header of a PNG: what follows them may say its resolution.
const HEAD: usize = 8 + 25;
/// 11 811 points a metre both ways, which is 300 an inch, as a part of a PNG with its checksum.
const RESOLUTION: [u8; 21] =
    [0, 0, 0, 9, b'p', b'H', b'Y', b's', 0, 0, 46, 35, 0, 0, 46, 35, 1, 120, 165, 63, 118];

/// A PNG that says how large it is on paper.
fn with_resolution(mut png: Vec<u8>) -> Vec<u8> {
    if png.len() > HEAD {
        png.splice(HEAD..HEAD, RESOLUTION);
    }
    png
}

/// The same for a screen, so many points wide.
///
/// # Errors
/// When the text is no picture, or it is too large.
pub fn points(svg: &str, width: f32) -> Result<Points, PictureError> {
    let drawn = drawn(svg, width.round())?;
    Ok(Points { width: drawn.width(), height: drawn.height(), bytes: drawn.take() })
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "bounded above and below"
)]
fn drawn(svg: &str, width: f32) -> Result<tiny_skia::Pixmap, PictureError> {
    let tree = tree(svg)?;
    let scale = width / tree.size().width();
    let height = tree.size().height() * scale;
    let size = || PictureError::Size(width, height);
    if !(1.0..=MOST).contains(&height) || !(1.0..=MOST).contains(&width) {
        return Err(size());
    }
    let mut pixels = tiny_skia::Pixmap::new(width as u32, height.ceil() as u32).ok_or_else(size)?;
    resvg::render(&tree, tiny_skia::Transform::from_scale(scale, scale), &mut pixels.as_mut());
    Ok(pixels)
}

/// The picture as shapes, its letters found.
pub(super) fn tree(svg: &str) -> Result<usvg::Tree, usvg::Error> {
    let mut options = usvg::Options::default();
    let fonts = options.fontdb_mut();
    fonts.load_font_data(UBUNTU_LIGHT.to_vec());
    let family =
        fonts.faces().next().and_then(|face| face.families.first()).map(|(name, _)| name.clone());
    if let Some(family) = family {
        fonts.set_sans_serif_family(&family);
        options.font_family = family;
    }
    usvg::Tree::from_str(svg, &options)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_says_how_large_it_is_on_paper() {
        let svg = r#"<svg xmlns="http://www.w3.org/2000/svg" width="9" height="6"><rect width="9" height="6"/></svg>"#;
        let bytes = png(svg, 2.54).unwrap();
        assert_eq!(bytes.get(HEAD..HEAD + RESOLUTION.len()), Some(RESOLUTION.as_slice()));
        let read = tiny_skia::Pixmap::decode_png(&bytes).unwrap();
        assert_eq!((read.width(), read.height()), (300, 200));
    }
}
