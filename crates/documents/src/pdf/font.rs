//! The two faces a document is set in.

use thiserror::Error;
use ttf_parser::{Face, GlyphId};

use super::Milli;

/// Why a face cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum FontError {
    /// The file is no TrueType or OpenType font.
    #[error(
        "the font file cannot be read ({0}): build the web application again, it brings the fonts"
    )]
    Unreadable(String),
    /// The font has no Chinese characters.
    #[error("the font holds no Chinese characters: use Noto Sans SC")]
    NoChinese,
}

/// Regular and bold.
pub struct Fonts<'a> {
    faces: [Loaded<'a>; 2],
}

/// One face with its file.
pub(super) struct Loaded<'a> {
    pub(super) data: &'a [u8],
    pub(super) face: Face<'a>,
}

/// Which face.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Weight {
    Regular,
    Bold,
}

impl Weight {
    pub(super) const ALL: [Self; 2] = [Self::Regular, Self::Bold];
}

impl<'a> Fonts<'a> {
    /// Reads the two files.
    pub fn new(regular: &'a [u8], bold: &'a [u8]) -> Result<Self, FontError> {
        Ok(Self {
            faces: [load(regular)?, load(bold)?],
        })
    }

    pub(super) fn face(&self, weight: Weight) -> &Loaded<'a> {
        &self.faces[weight as usize]
    }

    /// The glyph of a character; what the face lacks is shown as its empty box.
    pub(super) fn glyph(&self, weight: Weight, char: char) -> GlyphId {
        self.face(weight)
            .face
            .glyph_index(char)
            .unwrap_or(GlyphId(0))
    }

    /// The width of a character at a size.
    pub(super) fn advance(&self, weight: Weight, char: char, size: Milli) -> Milli {
        let face = &self.face(weight).face;
        let units = face
            .glyph_hor_advance(self.glyph(weight, char))
            .unwrap_or(0);
        Milli::from(units) * size / Milli::from(face.units_per_em())
    }

    /// The width of a line of text at a size.
    pub(super) fn width(&self, weight: Weight, text: &str, size: Milli) -> Milli {
        text.chars()
            .map(|char| self.advance(weight, char, size))
            .sum()
    }
}

fn load(data: &[u8]) -> Result<Loaded<'_>, FontError> {
    let face = Face::parse(data, 0).map_err(|error| FontError::Unreadable(error.to_string()))?;
    if face.glyph_index('条').is_none() {
        return Err(FontError::NoChinese);
    }
    Ok(Loaded { data, face })
}
