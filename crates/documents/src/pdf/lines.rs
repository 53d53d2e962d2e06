//! Breaking text into lines by the Chinese rules: between any two characters, but no closing mark begins a line, no
//! opening mark ends one, and words and numbers in Latin letters stay whole.

use super::Milli;
use super::font::{Fonts, Weight};

/// How text is set.
#[derive(Debug, Clone, Copy)]
pub(super) struct Type {
    pub(super) weight: Weight,
    pub(super) size: Milli,
}

/// A line of a paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Line {
    pub(super) text: String,
    pub(super) width: Milli,
    /// Whether the paragraph ends here: such a line is not stretched.
    pub(super) last: bool,
}

/// A piece that is not broken.
struct Piece {
    text: String,
    width: Milli,
}

/// Most pieces carried to the next line to satisfy the rules.
const CARRIED: usize = 4;

/// The lines of a text; the first line may be shorter than the others.
pub(super) fn lines(
    fonts: &Fonts<'_>,
    style: Type,
    text: &str,
    first: Milli,
    others: Milli,
) -> Vec<Line> {
    let pieces = pieces(fonts, style, text, first.min(others));
    let mut found = Vec::new();
    let mut start = 0;
    while start < pieces.len() {
        let room = if found.is_empty() { first } else { others };
        let end = cut(&pieces, start, room);
        let line = &pieces[start..end];
        let text: String = line.iter().map(|piece| piece.text.as_str()).collect();
        let text = text.trim_end().to_owned();
        found.push(Line {
            width: fonts.width(style.weight, &text, style.size),
            text,
            last: end == pieces.len(),
        });
        start = end
            + pieces[end..]
                .iter()
                .take_while(|piece| piece.text == " ")
                .count();
    }
    if found.is_empty() {
        found.push(Line {
            text: String::new(),
            width: 0,
            last: true,
        });
    }
    found
}

/// One past the last piece of the line that begins at `start`.
fn cut(pieces: &[Piece], start: usize, room: Milli) -> usize {
    let mut width = 0;
    let fitting = pieces[start..]
        .iter()
        .take_while(|piece| {
            width += piece.width;
            width <= room
        })
        .count();
    let full = start + fitting.max(1);
    if full >= pieces.len() {
        return pieces.len();
    }
    let mut end = full;
    for _ in 0..CARRIED {
        let bad = begins_no_line(&pieces[end].text) || ends_no_line(&pieces[end - 1].text);
        if !bad || end == start + 1 {
            return end;
        }
        end -= 1;
    }
    full
}

fn pieces(fonts: &Fonts<'_>, style: Type, text: &str, room: Milli) -> Vec<Piece> {
    let mut found: Vec<Piece> = Vec::new();
    let mut joining = false;
    for char in text.chars() {
        let char = if char.is_control() { ' ' } else { char };
        let width = fonts.advance(style.weight, char, style.size);
        let joins = of_word(char);
        match found.last_mut() {
            Some(last) if joining && joins && last.width + width <= room => {
                last.text.push(char);
                last.width += width;
            }
            _ => found.push(Piece {
                text: char.to_string(),
                width,
            }),
        }
        joining = joins;
    }
    found
}

fn of_word(char: char) -> bool {
    char.is_ascii_alphanumeric() || "_-.:/@%×".contains(char)
}

fn begins_no_line(piece: &str) -> bool {
    piece.starts_with([
        '，', '。', '；', '：', '、', '）', '》', '”', '’', '！', '？', '】', '%', '～', '·', '…',
        ')', ',', '.', ';',
    ])
}

fn ends_no_line(piece: &str) -> bool {
    piece.ends_with(['（', '《', '“', '‘', '【', '('])
}
