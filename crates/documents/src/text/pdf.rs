//! Text layer of a PDF.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc;
use std::time::Duration;

use unicode_normalization::UnicodeNormalization;

use super::Unreadable;

/// Longest time a PDF may take; the parser has no bound of its own.
const PATIENCE: Duration = Duration::from_secs(20);
/// Fewest characters per page below which the pages are pictures.
const LEAST: usize = 8;

/// The text of all pages, with lines the page broke joined by the reader later.
pub(super) fn text(bytes: &[u8]) -> Result<String, Unreadable> {
    if bytes.windows(8).any(|window| window == b"/Encrypt") {
        return Err(Unreadable::Encrypted);
    }
    let owned = bytes.to_vec();
    let (sender, receiver) = mpsc::channel();
    std::thread::spawn(move || {
        // The parser panics on some damaged files; the panic ends here and becomes an error.
        let result = catch_unwind(AssertUnwindSafe(|| {
            pdf_extract::extract_text_from_mem_by_pages(&owned)
        }));
        let flat = match result {
            Ok(Ok(pages)) => Ok(pages),
            Ok(Err(error)) => Err(Unreadable::Broken(error.to_string())),
            Err(_) => Err(Unreadable::Broken(
                "its structure makes no sense".to_owned(),
            )),
        };
        // Nobody listens any more once the caller has lost patience.
        let _ = sender.send(flat);
    });
    let pages = receiver
        .recv_timeout(PATIENCE)
        .map_err(|_| Unreadable::Broken("it takes too long to read".to_owned()))??;
    let letters = pages
        .iter()
        .flat_map(|page| page.chars())
        .filter(|c| c.is_alphanumeric())
        .count();
    if letters < LEAST * pages.len().max(1) {
        return Err(Unreadable::NoTextLayer);
    }
    Ok(pages
        .iter()
        .map(|page| compact(page).chars().map(plain).collect::<String>())
        .collect::<Vec<_>>()
        .join("\n"))
}

/// Radicals that some printers put for the characters they look like and that have no compatibility form.
const RADICALS: [(char, char); 18] = [
    ('⻚', '页'),
    ('⻋', '车'),
    ('⻓', '长'),
    ('⻔', '门'),
    ('⻛', '风'),
    ('⻝', '食'),
    ('⻅', '见'),
    ('⻆', '角'),
    ('⻘', '青'),
    ('⻉', '贝'),
    ('⻢', '马'),
    ('⻥', '鱼'),
    ('⻩', '黄'),
    ('⺠', '民'),
    ('⻄', '西'),
    ('⻬', '齐'),
    ('⻰', '龙'),
    ('⻁', '虎'),
];

/// The character a radical or compatibility form stands for; printers map glyphs back to either.
fn plain(char: char) -> char {
    match char {
        '\u{2f00}'..='\u{2fd5}' | '\u{f900}'..='\u{faff}' => char.nfkc().next().unwrap_or(char),
        _ => RADICALS
            .iter()
            .find(|(radical, _)| *radical == char)
            .map_or(char, |(_, plain)| *plain),
    }
}

/// Drops the empty lines the extraction puts between lines of print.
fn compact(page: &str) -> String {
    page.lines()
        .map(str::trim_end)
        .filter(|line| !line.trim().is_empty())
        .collect::<Vec<_>>()
        .join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn radicals_become_the_characters_they_stand_for() {
        assert_eq!(
            "⽇⽉⼯⻋门".chars().map(plain).collect::<String>(),
            "日月工车门"
        );
    }
}
