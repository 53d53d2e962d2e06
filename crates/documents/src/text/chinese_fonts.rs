//! Fonts of Chinese PDF files that name a published encoding instead of carrying their own.
//!
//! Such files hold the text in Unicode (`UniGB-UCS2-H`, `UniGB-UTF16-H`) or in GBK (`GBK-EUC-H`, `GBK2K-H`) and rely on
//! every reader to know the encoding by its name (ISO 32000-1, 9.7.5.2). The extraction only knows what a file carries, so
//! the maps are put into the document before it is read.

use std::fmt::Write;
use std::ops::RangeInclusive;

use encoding_rs::GBK;
use pdf_extract::{Dictionary, Document, Object, ObjectId, Stream};

/// Most fonts given a map; a document has a handful.
const MOST_FONTS: usize = 1_000;
/// Entries of one block of a map (Adobe Technical Note 5014).
const BLOCK: usize = 100;
/// How wide a letter of the Latin alphabet is beside a Chinese character of 1000.
const LATIN_WIDTH: i64 = 500;

/// How a font's bytes stand for characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Encoding {
    /// Two bytes are one character of Unicode.
    Unicode,
    /// One byte of ASCII or two of GBK.
    Gbk,
}

impl Encoding {
    fn named(name: &[u8]) -> Option<Self> {
        let name = std::str::from_utf8(name).ok()?;
        let (charset, _) = name.rsplit_once('-')?;
        match charset {
            "UniGB-UCS2" | "UniGB-UTF16" | "UniCNS-UCS2" | "UniCNS-UTF16" | "UniJIS-UCS2"
            | "UniJIS-UTF16" => Some(Self::Unicode),
            "GBK-EUC" | "GBKp-EUC" | "GBK2K" | "GB-EUC" | "GBpc-EUC" => Some(Self::Gbk),
            _ => None,
        }
    }
}

/// Gives every font of a published encoding the map that its name stands for.
pub(super) fn give_maps(document: &mut Document) {
    let fonts: Vec<(ObjectId, Encoding)> = document
        .objects
        .iter()
        .filter_map(|(id, object)| Some((*id, encoding(document, object.as_dict().ok()?)?)))
        .take(MOST_FONTS)
        .collect();
    for encoding in [Encoding::Unicode, Encoding::Gbk] {
        let of_it = fonts.iter().filter(|(_, its)| *its == encoding);
        let ids: Vec<ObjectId> = of_it.map(|(id, _)| *id).collect();
        if !ids.is_empty() {
            give(document, encoding, &ids);
        }
    }
}

/// The published encoding of a font that brings no map of its own.
fn encoding(document: &Document, font: &Dictionary) -> Option<Encoding> {
    let is_composite = font.get(b"Subtype").and_then(Object::as_name).ok()? == b"Type0";
    if !is_composite || font.has(b"ToUnicode") {
        return None;
    }
    let name = document.dereference(font.get(b"Encoding").ok()?).ok()?.1;
    Encoding::named(name.as_name().ok()?)
}

fn give(document: &mut Document, encoding: Encoding, fonts: &[ObjectId]) {
    let (codes, characters) = match encoding {
        Encoding::Unicode => (Object::Name(b"Identity-H".to_vec()), unicode()),
        Encoding::Gbk => (stream(document, GBK_CODES.to_owned()), gbk()),
    };
    let characters = stream(document, characters);
    for id in fonts {
        for descendant in descendants(document, *id) {
            if let Ok(font) = document.get_dictionary_mut(descendant) {
                // The widths of the file are of the numbers its own encoding gives the glyphs.
                font.set("W", latin_widths());
            }
        }
        if let Ok(font) = document.get_dictionary_mut(*id) {
            font.set("Encoding", codes.clone());
            font.set("ToUnicode", characters.clone());
        }
    }
}

fn descendants(document: &Document, font: ObjectId) -> Vec<ObjectId> {
    let listed = || {
        let list = document
            .get_dictionary(font)
            .ok()?
            .get(b"DescendantFonts")
            .ok()?;
        document.dereference(list).ok()?.1.as_array().ok()
    };
    let list = listed().into_iter().flatten();
    list.filter_map(|one| one.as_reference().ok()).collect()
}

fn stream(document: &mut Document, content: String) -> Object {
    Object::Reference(document.add_object(Stream::new(Dictionary::new(), content.into_bytes())))
}

fn latin_widths() -> Vec<Object> {
    let letters = (0x20..0x7f).map(|_| Object::Integer(LATIN_WIDTH)).collect();
    vec![Object::Integer(0x20), Object::Array(letters)]
}

/// The rows of Unicode that Chinese documents are written in: Latin and Greek, punctuation and signs, numbers in circles and
/// brackets, Chinese characters with their compatibility forms, full width. The map is read anew for every
/// page, so that rows nobody writes cost time.
const ROWS: &[RangeInclusive<u8>] = &[
    0x00..=0x04,
    0x20..=0x27,
    0x2e..=0x33,
    0x4e..=0x9f,
    0xf9..=0xfa,
    0xfe..=0xff,
];

/// Every two bytes stand for the character of that number.
fn unicode() -> String {
    let rows: Vec<String> = (ROWS.iter().cloned().flatten())
        .map(|row| format!("<{row:02x}00> <{row:02x}ff> <{row:02x}00>"))
        .collect();
    map("bfrange", &rows)
}

/// The codes of GBK: one byte or two. The parser takes half of a range's length for its width and reads one range of a block,
/// so each is written twice as long and stands alone.
const GBK_CODES: &str = "begincmap\n2 begincodespacerange\n<0000> <0080>\n<00008140> <0000fefe>\nendcodespacerange\n\
    1 begincidrange\n<00> <80> 0\nendcidrange\n1 begincidrange\n<8140> <fefe> 0\nendcidrange\nendcmap\n";

fn gbk() -> String {
    let ascii = (0x20..0x7f_u8).map(|byte| format!("<{byte:02x}> <00{byte:02x}>"));
    let two = (0x81..=0xfe_u8).flat_map(|lead| (0x40..=0xfe_u8).map(move |trail| [lead, trail]));
    let chinese = two.filter_map(|bytes| {
        let decoded = GBK.decode_without_bom_handling_and_without_replacement(&bytes)?;
        let mut units = decoded.encode_utf16();
        let (unit, rest) = (units.next()?, units.next());
        rest.is_none()
            .then(|| format!("<{:02x}{:02x}> <{unit:04x}>", bytes[0], bytes[1]))
    });
    map("bfchar", &ascii.chain(chinese).collect::<Vec<_>>())
}

/// A map in the form of Adobe Technical Note 5014.
fn map(kind: &str, rows: &[String]) -> String {
    let mut text = String::from("begincmap\n");
    for block in rows.chunks(BLOCK) {
        let _ = writeln!(text, "{} begin{kind}", block.len());
        for row in block {
            let _ = writeln!(text, "{row}");
        }
        let _ = writeln!(text, "end{kind}");
    }
    text.push_str("endcmap\n");
    text
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("UniGB-UCS2-H", Some(Encoding::Unicode))]
    #[case("UniGB-UTF16-V", Some(Encoding::Unicode))]
    #[case("GBK-EUC-H", Some(Encoding::Gbk))]
    #[case("GBK2K-V", Some(Encoding::Gbk))]
    #[case("Identity-H", None)]
    #[case("90ms-RKSJ-H", None)]
    #[case("H", None)]
    fn encodings_are_known_by_their_published_names(
        #[case] name: &str,
        #[case] known: Option<Encoding>,
    ) {
        assert_eq!(Encoding::named(name.as_bytes()), known);
    }

    #[test]
    fn the_map_of_gbk_knows_its_characters() {
        let map = gbk();
        for (bytes, unit) in [("b1a3", "4fdd"), ("d0de", "4fee"), ("41", "0041")] {
            assert!(map.contains(&format!("<{bytes}> <{unit}>")), "{bytes}");
        }
    }
}
