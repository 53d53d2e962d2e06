//! Tables: ruled, the header row again on each page, a row whole on one page wherever it fits on one.

use domain::plan::wording::Table;

use super::Milli;
use super::block::baseline;
use super::font::{Fonts, Weight};
use super::lines::{Line, Type, lines};
use super::page::{Mark, Pages, SIDE, TEXT};

const SIZE: Milli = 9_500;
const LEADING: Milli = 14_500;
const PADDING: Milli = 5_000;
const RULE: Milli = 500;

/// A row broken into lines, cell by cell.
type Row = Vec<Vec<Line>>;

/// Sets a table.
pub(super) fn set(pages: &mut Pages, fonts: &Fonts<'_>, table: &Table) {
    let widths: Vec<Milli> = table
        .widths
        .iter()
        .map(|share| TEXT * Milli::from(*share) / 1000)
        .collect();
    let head = broken(fonts, &widths, &table.head, Weight::Bold);
    let rows: Vec<Row> = table
        .rows
        .iter()
        .map(|cells| broken(fonts, &widths, cells, Weight::Regular))
        .collect();
    let first = rows.first().map_or(0, height);
    pages.need(height(&head) + first.min(Pages::whole() / 2));
    pages.skip(4_000);
    draw(pages, &widths, &head, Weight::Bold);
    for row in rows {
        for part in parts(row, Pages::whole() - height(&head)) {
            if pages.need(height(&part)) {
                draw(pages, &widths, &head, Weight::Bold);
            }
            draw(pages, &widths, &part, Weight::Regular);
        }
    }
    pages.skip(8_000);
}

fn broken(fonts: &Fonts<'_>, widths: &[Milli], cells: &[String], weight: Weight) -> Row {
    let style = Type { weight, size: SIZE };
    widths
        .iter()
        .zip(cells)
        .map(|(width, cell)| {
            let room = width - 2 * PADDING;
            lines(fonts, style, cell, room, room)
        })
        .collect()
}

fn deepest(row: &Row) -> usize {
    row.iter().map(Vec::len).max().unwrap_or(1)
}

fn height(row: &Row) -> Milli {
    Milli::try_from(deepest(row)).unwrap_or(1) * LEADING + 2 * PADDING
}

/// A row higher than a page is cut into pieces that fit.
fn parts(row: Row, room: Milli) -> Vec<Row> {
    let most = usize::try_from(((room - 2 * PADDING) / LEADING).max(1)).unwrap_or(1);
    let count = deepest(&row).div_ceil(most);
    (0..count)
        .map(|part| {
            row.iter()
                .map(|cell| cell.iter().skip(part * most).take(most).cloned().collect())
                .collect()
        })
        .collect()
}

fn draw(pages: &mut Pages, widths: &[Milli], row: &Row, weight: Weight) {
    let height = height(row);
    let top = pages.take(height);
    let total: Milli = widths.iter().sum();
    if weight == Weight::Bold {
        pages.mark(Mark::Shade {
            x: SIDE,
            y: top - height,
            width: total,
            height,
        });
    }
    for y in [top, top - height] {
        pages.mark(Mark::Rule {
            from: (SIDE, y),
            to: (SIDE + total, y),
            width: RULE,
        });
    }
    let mut x = SIDE;
    for (cell, width) in row.iter().zip(widths) {
        pages.mark(Mark::Rule {
            from: (x, top),
            to: (x, top - height),
            width: RULE,
        });
        text(pages, cell, (x, top), *width, weight);
        x += width;
    }
    pages.mark(Mark::Rule {
        from: (x, top),
        to: (x, top - height),
        width: RULE,
    });
}

fn text(pages: &mut Pages, cell: &[Line], (x, top): (Milli, Milli), width: Milli, weight: Weight) {
    let mut top = top - PADDING;
    for line in cell {
        let x = match weight {
            Weight::Bold => x + (width - line.width) / 2,
            Weight::Regular => x + PADDING,
        };
        pages.mark(Mark::Text {
            x,
            y: baseline(top, LEADING, SIZE),
            weight,
            size: SIZE,
            grey: 0,
            spread: 0,
            text: line.text.clone(),
        });
        top -= LEADING;
    }
}
