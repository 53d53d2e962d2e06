//! Sets the blocks of a paper one below the other.

use domain::plan::wording::{Block, Paper};

use super::Milli;
use super::font::{Fonts, Weight};
use super::lines::{Line, Type, lines};
use super::page::{Mark, Pages, SIDE, TEXT};
use super::table;

/// How a paragraph stands on the page.
#[derive(Clone, Copy)]
struct Style {
    set: Type,
    /// Height of a line.
    leading: Milli,
    before: Milli,
    after: Milli,
    /// Indent of the first line, and of all lines.
    first: Milli,
    left: Milli,
    centred: bool,
    grey: u16,
    /// Height that must follow on the same page: headings stay with their text.
    keep: Milli,
}

const BODY_SIZE: Milli = 10_500;

const BODY: Style = Style {
    set: Type {
        weight: Weight::Regular,
        size: BODY_SIZE,
    },
    leading: 18_500,
    before: 0,
    after: 2_000,
    first: 2 * BODY_SIZE,
    left: 0,
    centred: false,
    grey: 0,
    keep: 0,
};
const ITEM: Style = Style {
    first: 0,
    left: 2 * BODY_SIZE,
    ..BODY
};
const TITLE: Style = Style {
    set: Type {
        weight: Weight::Bold,
        size: 19_000,
    },
    leading: 30_000,
    before: 8_000,
    after: 4_000,
    first: 0,
    centred: true,
    ..BODY
};
const SUBTITLE: Style = Style {
    set: Type {
        weight: Weight::Regular,
        size: 10_000,
    },
    after: 12_000,
    first: 0,
    centred: true,
    grey: 350,
    ..BODY
};
const CHAPTER: Style = Style {
    set: Type {
        weight: Weight::Bold,
        size: 14_000,
    },
    leading: 22_000,
    before: 14_000,
    after: 6_000,
    first: 0,
    centred: true,
    keep: 60_000,
    ..BODY
};
const ARTICLE: Style = Style {
    set: Type {
        weight: Weight::Bold,
        size: 11_000,
    },
    before: 5_000,
    after: 1_000,
    first: 0,
    keep: 40_000,
    ..BODY
};

/// The pages of a paper, without header and footer.
pub(super) fn pages(paper: &Paper, fonts: &Fonts<'_>) -> Vec<Vec<Mark>> {
    let mut pages = Pages::new();
    paragraph(&mut pages, fonts, TITLE, &paper.title);
    let edition = paper.edition.in_words(paper.language);
    paragraph(&mut pages, fonts, SUBTITLE, &edition);
    for block in &paper.blocks {
        match block {
            Block::Chapter(text) => paragraph(&mut pages, fonts, CHAPTER, text),
            Block::Article { text, .. } => paragraph(&mut pages, fonts, ARTICLE, text),
            Block::Paragraph(text) => paragraph(&mut pages, fonts, BODY, text),
            Block::Item(text) => paragraph(&mut pages, fonts, ITEM, text),
            Block::Table(table) => table::set(&mut pages, fonts, table),
            Block::Signatures(rows) => signatures(&mut pages, fonts, rows),
        }
    }
    pages.finish()
}

fn paragraph(pages: &mut Pages, fonts: &Fonts<'_>, style: Style, text: &str) {
    let room = TEXT - style.left;
    let broken = lines(fonts, style.set, text, room - style.first, room);
    pages.need(style.before + style.leading + style.keep);
    pages.skip(style.before);
    for (index, line) in broken.iter().enumerate() {
        pages.need(style.leading);
        let top = pages.take(style.leading);
        let indent = style.left + if index == 0 { style.first } else { 0 };
        let x = if style.centred {
            SIDE + (TEXT - line.width) / 2
        } else {
            SIDE + indent
        };
        pages.mark(Mark::Text {
            x,
            y: baseline(top, style.leading, style.set.size),
            weight: style.set.weight,
            size: style.set.size,
            grey: style.grey,
            spread: spread(line, TEXT - indent, style.centred),
            text: line.text.clone(),
        });
    }
    pages.skip(style.after);
}

/// The baseline of a line whose strip begins at `top`.
pub(super) const fn baseline(top: Milli, leading: Milli, size: Milli) -> Milli {
    top - (leading - size) / 2 - size * 86 / 100
}

/// What is added after each character so that the line reaches the right margin.
fn spread(line: &Line, room: Milli, centred: bool) -> Milli {
    let gaps = Milli::try_from(line.text.chars().count()).unwrap_or(Milli::MAX) - 1;
    let missing = room - line.width;
    let most = BODY_SIZE / 8;
    if centred || line.last || gaps < 1 || missing <= 0 || missing / gaps > most {
        0
    } else {
        missing / gaps
    }
}

fn signatures(pages: &mut Pages, fonts: &Fonts<'_>, rows: &[[String; 2]]) {
    const HEIGHT: Milli = 30_000;
    let count = Milli::try_from(rows.len()).unwrap_or(1);
    pages.need(HEIGHT * (count + 1));
    pages.skip(HEIGHT);
    for row in rows {
        let top = pages.take(HEIGHT);
        for (column, label) in row.iter().enumerate() {
            let x = SIDE + if column == 0 { 0 } else { TEXT / 2 };
            let y = baseline(top, HEIGHT, BODY_SIZE);
            let width = fonts.width(Weight::Regular, label, BODY_SIZE);
            pages.mark(Mark::Text {
                x,
                y,
                weight: Weight::Regular,
                size: BODY_SIZE,
                grey: 0,
                spread: 0,
                text: label.clone(),
            });
            pages.mark(Mark::Rule {
                from: (x + width, y - 2_000),
                to: (x + TEXT / 2 - 20_000, y - 2_000),
                width: 500,
            });
        }
    }
}
