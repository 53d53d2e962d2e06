//! Columns of a table of terms that are headed by a part alone.

use crate::outline::Page;
use crate::reading::Unit;
use crate::words::periods::periods;

use super::time_table::Head;

/// 整机三包期 | 主要部件三包期 | 易损件: beside terms a column whose cells are lengths is one of terms too, of the part that heads it.
pub(super) fn with_parts(
    page: &Page,
    rows: &[Vec<(usize, usize)>],
    mut heads: Vec<Option<Head>>,
) -> Vec<Option<Head>> {
    const LONGEST: usize = 8;
    if !heads.contains(&Some(Head::Term)) {
        return heads;
    }
    let lasts = |&(start, end): &(usize, usize)| {
        let length = periods(&page.clean.chars, start, end).into_iter().next();
        length.is_some_and(|period| {
            end - start <= LONGEST && matches!(period.high.unit, Unit::Month | Unit::Year)
        })
    };
    for (column, &(start, end)) in rows[0].iter().enumerate().skip(1) {
        let part = page
            .clean
            .text(start, end)
            .trim()
            .ends_with(['件', '机', '器', '池', '泵']);
        let cells = rows[1..].iter().filter_map(|row| row.get(column));
        if heads[column].is_none() && part && end - start <= LONGEST && cells.clone().any(lasts) {
            heads[column] = Some(Head::Term);
        }
    }
    heads
}
