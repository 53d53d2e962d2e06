//! Plain text in the encodings Chinese files come in.

use encoding_rs::{GB18030, UTF_8, UTF_16BE, UTF_16LE};

use super::Unreadable;

/// Decodes by byte order mark, else UTF-8, else UTF-16 without mark, else GB 18030.
pub(super) fn decode(bytes: &[u8]) -> Result<String, Unreadable> {
    if let Some((encoding, mark)) = encoding_rs::Encoding::for_bom(bytes) {
        let (text, broken) = encoding.decode_without_bom_handling(&bytes[mark..]);
        return if broken {
            Err(Unreadable::NotText)
        } else {
            Ok(text.into_owned())
        };
    }
    if let Some(text) = UTF_8.decode_without_bom_handling_and_without_replacement(bytes) {
        return readable(&text).map(|()| text.into_owned());
    }
    let wide = if zeros(bytes, 0) {
        Some(UTF_16BE)
    } else if zeros(bytes, 1) {
        Some(UTF_16LE)
    } else {
        None
    };
    let (text, broken) = wide.unwrap_or(GB18030).decode_without_bom_handling(bytes);
    if broken && damaged(&text) {
        return Err(Unreadable::NotText);
    }
    readable(&text).map(|()| text.into_owned())
}

/// A few broken characters are a transport error; many mean that this is no text.
fn damaged(text: &str) -> bool {
    let (broken, all) = text.chars().fold((0_usize, 0_usize), |(broken, all), c| {
        (broken + usize::from(c == '\u{fffd}'), all + 1)
    });
    broken * 50 > all
}

/// Line breaks and digits of UTF-16 text show as zero bytes on one side only.
fn zeros(bytes: &[u8], side: usize) -> bool {
    let count = |parity: usize| {
        bytes
            .iter()
            .take(4096)
            .skip(parity)
            .step_by(2)
            .filter(|byte| **byte == 0)
            .count()
    };
    count(side) > 0 && count(1 - side) == 0
}

fn readable(text: &str) -> Result<(), Unreadable> {
    let control = text
        .chars()
        .take(4096)
        .any(|c| c.is_control() && !matches!(c, '\n' | '\r' | '\t' | '\u{c}' | '\u{b}'));
    if control {
        Err(Unreadable::NotText)
    } else {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLAN: &str = "质保期为两年，\n2小时内响应。";

    #[test]
    fn each_usual_encoding_gives_the_same_text() {
        let (gbk, _, _) = GB18030.encode(PLAN);
        let little: Vec<u8> = PLAN.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let big: Vec<u8> = PLAN.encode_utf16().flat_map(u16::to_be_bytes).collect();
        let marked = [&[0xff, 0xfe], little.as_slice()].concat();
        let utf8 = [&[0xef, 0xbb, 0xbf], PLAN.as_bytes()].concat();
        for bytes in [
            PLAN.as_bytes().to_vec(),
            gbk.into_owned(),
            little,
            big,
            marked,
            utf8,
        ] {
            assert_eq!(decode(&bytes).as_deref(), Ok(PLAN), "{bytes:x?}");
        }
    }
}
