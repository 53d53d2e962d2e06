//! Text layer of a PDF.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Once, mpsc};
use std::time::Duration;

use pdf_extract::{Document, OutputError, PlainTextOutput, output_doc_page};
use unicode_normalization::UnicodeNormalization;

use super::{Unreadable, chinese_fonts};

/// Longest time a PDF may take; the parser has no bound of its own.
const PATIENCE: Duration = Duration::from_secs(20);
/// The thread a PDF is read on.
const READER: &str = "pdf reader";
/// Fewest characters per page below which the pages are pictures.
const LEAST: usize = 8;

/// The text of all pages, with lines the page broke joined by the reader later.
pub(super) fn text(bytes: &[u8]) -> Result<String, Unreadable> {
    if bytes.windows(8).any(|window| window == b"/Encrypt") {
        return Err(Unreadable::Encrypted);
    }
    let owned = bytes.to_vec();
    let (sender, receiver) = mpsc::channel();
    keep_panics_quiet();
    let reading = move || {
        // The parser panics on some damaged files; the panic ends here and becomes an error.
        let result = catch_unwind(AssertUnwindSafe(|| pages(&owned)));
        let flat = match result {
            Ok(Ok(pages)) => Ok(pages),
            Ok(Err(error)) => Err(Unreadable::Broken(error.to_string())),
            Err(_) => Err(Unreadable::Broken(
                "its structure makes no sense".to_owned(),
            )),
        };
        // Nobody listens any more once the caller has lost patience.
        let _ = sender.send(flat);
    };
    std::thread::Builder::new()
        .name(READER.to_owned())
        .spawn(reading)
        .map_err(|error| Unreadable::Broken(error.to_string()))?;
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

fn pages(bytes: &[u8]) -> Result<Vec<String>, OutputError> {
    let mut document = Document::load_mem(bytes)?;
    chinese_fonts::give_maps(&mut document);
    let numbers = document.get_pages().into_keys();
    numbers.map(|number| page(&document, number)).collect()
}

fn page(document: &Document, number: u32) -> Result<String, OutputError> {
    let mut text = String::new();
    let mut output = PlainTextOutput::new(&mut text);
    output_doc_page(document, &mut output, number)?;
    Ok(text)
}

/// A panic of the parser is told as an error of the file, and not on the terminal as well.
fn keep_panics_quiet() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let usual = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |panic| {
            if std::thread::current().name() != Some(READER) {
                usual(panic);
            }
        }));
    });
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
