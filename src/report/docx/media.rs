//! Pictures of a paper: points at the quality of print, their place in the text, what they show.

use crate::report::docx::DocxError;
use crate::report::docx::page::{self, HIGHEST};
use crate::report::docx::xml::Xml;
use crate::report::drawing::{PictureError, Points, png};
use crate::report::paper::{Look, Picture};
use resvg::tiny_skia::Pixmap;

/// Points of a side of a logo, at most.
const MOST: u32 = 4_000;

const DRAWING: &str = "http://schemas.openxmlformats.org/drawingml/2006/main";
const PICTURE: &str = "http://schemas.openxmlformats.org/drawingml/2006/picture";

/// A picture as a part of the package.
pub struct Image {
    pub png: Vec<u8>,
    /// Width and height in points, neither of them zero.
    points: [u32; 2],
}

impl Image {
    /// `None` where the bytes do not begin as a PNG does.
    fn new(png: Vec<u8>) -> Option<Self> {
        let points = points(&png)?;
        Some(Self { png, points })
    }

    /// Width and height on the page, the largest that neither bound refuses.
    pub fn within(&self, width: u32, height: u32) -> [u32; 2] {
        let [across, down] = self.points.map(u64::from);
        let length = |value: u64| u32::try_from(value).unwrap_or(u32::MAX).max(1);
        let tall = u64::from(width) * down / across;
        if tall <= u64::from(height) {
            [width, length(tall)]
        } else {
            [length(u64::from(height) * across / down), height]
        }
    }
}

/// Points across and down, from the first bytes of a PNG.
fn points(png: &[u8]) -> Option<[u32; 2]> {
    let rest = png.strip_prefix(b"\x89PNG\r\n\x1a\n\x00\x00\x00\x0dIHDR")?;
    let (across, rest) = rest.split_first_chunk::<4>()?;
    let (down, _) = rest.split_first_chunk::<4>()?;
    let points = [across, down].map(|side| u32::from_be_bytes(*side));
    points.iter().all(|side| *side > 0).then_some(points)
}

/// The logo, made anew from its points: what a camera or a program had written beside them stays
/// out of the document.
pub fn logo(look: &Look) -> Result<Option<Image>, DocxError> {
    let Some((bytes, _)) = &look.logo else { return Ok(None) };
    let png = unpacked(bytes)?.encode_png().map_err(|_| DocxError::Logo)?;
    Ok(Image::new(png))
}

/// The points of a logo, for a screen.
///
/// # Errors
/// When it is no PNG that a document takes.
pub fn logo_points(bytes: &[u8]) -> Result<Points, DocxError> {
    let pixels = unpacked(bytes)?;
    Ok(Points { width: pixels.width(), height: pixels.height(), bytes: pixels.take() })
}

fn unpacked(bytes: &[u8]) -> Result<Pixmap, DocxError> {
    // The size is known before anything is unpacked.
    points(bytes)
        .filter(|points| points.iter().all(|side| *side <= MOST))
        .ok_or(DocxError::Logo)?;
    Pixmap::decode_png(bytes).map_err(|_| DocxError::Logo)
}

/// A drawing at 300 points an inch, and its width and height on the page.
pub fn drawn(picture: &Picture, place: usize) -> Result<(Image, [u32; 2]), DocxError> {
    let failed = |source| DocxError::Picture { place, caption: picture.caption.clone(), source };
    let width = page::part(picture.width);
    let png = png(&picture.svg, page::centimetres(width)).map_err(failed)?;
    let empty = || failed(PictureError::Writing("no points".to_owned()));
    let image = Image::new(png).ok_or_else(empty)?;
    let size = image.within(width, HIGHEST);
    Ok((image, size))
}

/// A picture of the package set in a line of text.
pub struct Placed<'a> {
    /// Of the part of the package, in this part's relations.
    pub relation: &'a str,
    /// Unlike any other of the document.
    pub id: u32,
    pub name: &'a str,
    /// What it shows, for those who do not see it.
    pub alt: &'a str,
    pub size: [u32; 2],
}

impl Placed<'_> {
    pub fn write(&self, xml: &mut Xml) {
        let [width, height] = self.size.map(page::emu);
        let extent = [("cx", width.as_str()), ("cy", height.as_str())];
        let id = self.id.to_string();
        let shown = [("id", id.as_str()), ("name", self.name), ("descr", self.alt)];
        xml.wrap("w:r", &[], |xml| {
            xml.wrap("w:drawing", &[], |xml| {
                let none = [("distT", "0"), ("distB", "0"), ("distL", "0"), ("distR", "0")];
                xml.wrap("wp:inline", &none, |xml| {
                    xml.leaf("wp:extent", &extent);
                    xml.leaf("wp:docPr", &shown);
                    xml.wrap("wp:cNvGraphicFramePr", &[], |xml| {
                        let locks = [("xmlns:a", DRAWING), ("noChangeAspect", "1")];
                        xml.leaf("a:graphicFrameLocks", &locks);
                    });
                    xml.wrap("a:graphic", &[("xmlns:a", DRAWING)], |xml| {
                        xml.wrap("a:graphicData", &[("uri", PICTURE)], |xml| {
                            self.points(xml, &shown, &extent);
                        });
                    });
                });
            });
        });
    }

    fn points(
        &self,
        xml: &mut Xml,
        shown: &[(&'static str, &str)],
        extent: &[(&'static str, &str)],
    ) {
        xml.wrap("pic:pic", &[("xmlns:pic", PICTURE)], |xml| {
            xml.wrap("pic:nvPicPr", &[], |xml| {
                xml.leaf("pic:cNvPr", shown);
                xml.leaf("pic:cNvPicPr", &[]);
            });
            xml.wrap("pic:blipFill", &[], |xml| {
                xml.leaf("a:blip", &[("r:embed", self.relation)]);
                xml.wrap("a:stretch", &[], |xml| xml.leaf("a:fillRect", &[]));
            });
            xml.wrap("pic:spPr", &[], |xml| {
                xml.wrap("a:xfrm", &[], |xml| {
                    xml.leaf("a:off", &[("x", "0"), ("y", "0")]);
                    xml.leaf("a:ext", extent);
                });
                xml.wrap("a:prstGeom", &[("prst", "rect")], |xml| xml.leaf("a:avLst", &[]));
            });
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn png(across: u32, down: u32) -> Vec<u8> {
        Pixmap::new(across, down).unwrap().encode_png().unwrap()
    }

    fn look(bytes: Vec<u8>) -> Look {
        Look { logo: Some((bytes, "Logo".into())), ..Look::default() }
    }

    #[test]
    fn a_picture_is_as_large_as_both_bounds_allow() {
        let check = |points: (u32, u32), bounds: (u32, u32), expect: [u32; 2]| {
            let image = Image::new(png(points.0, points.1)).unwrap();
            assert_eq!(image.within(bounds.0, bounds.1), expect, "{points:?} in {bounds:?}");
        };
        check((200, 100), (1_000, 2_000), [1_000, 500]);
        check((100, 200), (1_000, 1_000), [500, 1_000]);
        check((1, 500), (1_000, 100), [1, 100]);
    }

    #[test]
    fn a_logo_is_its_points_and_nothing_else() {
        assert!(logo(&Look::default()).unwrap().is_none());
        let plain = png(30, 20);
        // A text of whoever drew it, before the end mark of 12 bytes.
        let mut signed = plain.clone();
        let chunk = *b"tEXtAuthor\0Someone";
        let mut text = 14_u32.to_be_bytes().to_vec();
        text.extend(chunk);
        text.extend(crc32fast::hash(&chunk).to_be_bytes());
        signed.splice(plain.len() - 12..plain.len() - 12, text);
        let found = logo(&look(signed.clone())).unwrap().unwrap();
        assert!(signed.windows(7).any(|part| part == b"Someone"));
        assert_eq!(found.png, plain);
        assert_eq!(found.points, [30, 20]);
    }

    #[test]
    fn what_is_no_logo_is_said() {
        let mut cut = png(300, 200);
        cut.truncate(60);
        let mut huge = png(1, 1);
        huge.splice(16..20, 60_000_u32.to_be_bytes());
        for bytes in [Vec::new(), b"GIF89a".to_vec(), cut, huge] {
            assert!(matches!(logo(&look(bytes)), Err(DocxError::Logo)));
        }
    }
}
