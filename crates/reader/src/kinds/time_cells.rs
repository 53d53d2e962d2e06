//! Cells of a table that hold more than one time: 10分钟/2小时 under 响应/到场, 市区2小时，郊县4小时 under 到场.

use crate::outline::Page;
use crate::words::periods::{Role, periods};

use super::draft::Draft;
use super::milestones;
use super::time_table::{Head, cell_draft, head};

/// Longest part of such a cell.
const PIECE: usize = 14;

/// The clauses of a cell of several times; none where it holds one, or says more than times.
pub(super) fn several(
    page: &Page,
    cell: (usize, usize),
    header: (usize, usize),
    own: Head,
    labels: &[(usize, usize)],
) -> Vec<Draft> {
    let pieces = cut(page, cell, "/，；、 ");
    let timed = |&(start, end): &(usize, usize)| {
        let found = periods(&page.clean.chars, start, end);
        end - start <= PIECE
            && found.len() == 1
            && found
                .iter()
                .all(|period| matches!(period.role, Role::Plain | Role::Within))
            // 4小时内到现场；其后4小时内解决 says what is done and is read as a sentence.
            && milestones::target(page, found[0].end, end, false).is_none()
    };
    if pieces.len() < 2 || own == Head::Term || !pieces.iter().all(timed) {
        return Vec::new();
    }
    let heads: Vec<Head> = cut(page, header, "/、")
        .into_iter()
        .filter_map(|(start, end)| head(page, start, end))
        .filter(|head| *head != Head::Term)
        .collect();
    pieces
        .iter()
        .enumerate()
        .filter_map(|(index, piece)| {
            let head = if heads.len() == pieces.len() {
                heads[index]
            } else {
                own
            };
            cell_draft(page, *piece, head, labels)
        })
        .collect()
}

fn cut(page: &Page, (start, end): (usize, usize), stops: &str) -> Vec<(usize, usize)> {
    let mut pieces = Vec::new();
    let mut from = start;
    for at in start..=end {
        if at == end || stops.contains(page.clean.chars[at]) {
            if from < at {
                pieces.push((from, at));
            }
            from = at + 1;
        }
    }
    pieces
}
