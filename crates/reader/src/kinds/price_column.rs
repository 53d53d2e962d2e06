//! A column of prices beside a column of times: 备件名称 | 单价 | 供货时间.

use crate::outline::{Page, Table};
use crate::reading::Terms;
use crate::words::numerals::{amount, number};

use super::draft::Draft;
use super::time_table::Head;

/// How the heads of such columns end.
const HEADS: [&str; 10] = [
    "单价", "价格", "报价", "售价", "优惠价", "收费", "费用", "服务费", "上门费", "价",
];
/// Longest name of a row.
const LONGEST: usize = 20;

/// The columns of prices, where the others hold times.
pub(super) fn heads(page: &Page, header: &[(usize, usize)], times: &[Option<Head>]) -> Vec<usize> {
    let is_price = |column: &usize| {
        let (start, end) = header[*column];
        let name: String = page.clean.text(start, end).split_whitespace().collect();
        let bare = name.split('（').next().unwrap_or_default();
        times[*column].is_none() && HEADS.iter().any(|head| bare.ends_with(head))
    };
    (1..header.len()).filter(is_price).collect()
}

/// The prices of a table that has no times: 项目 | 单价（元） over 更换压缩机 | 800. Sums with their unit read as sentences.
pub(super) fn drafts(page: &Page, table: &Table) -> Vec<Draft> {
    let Some((header, rows)) = table.rows.split_first() else {
        return Vec::new();
    };
    let untimed = vec![None; header.len()];
    let columns = heads(page, header, &untimed);
    let price = |row: &Vec<(usize, usize)>, column: usize| {
        let cell = *row.get(column)?;
        let bare = page
            .clean
            .slice(cell.0, cell.1)
            .iter()
            .all(|c| c.is_ascii_digit() || "., ".contains(*c));
        let labels: Vec<_> = row[..column].to_vec();
        draft(page, (*header.get(column)?, cell), &labels).filter(|_| bare)
    };
    let of_row = |row| columns.iter().filter_map(move |column| price(row, *column));
    rows.iter().flat_map(of_row).collect()
}

/// The price of a row: 1200元, 80元/个, or a bare number where the head names the unit.
pub(super) fn draft(
    page: &Page,
    (head, cell): ((usize, usize), (usize, usize)),
    labels: &[(usize, usize)],
) -> Option<Draft> {
    let words = page.clean.slice(cell.0, cell.1);
    let whole = |&(start, end): &(usize, usize)| {
        let counts = page
            .clean
            .slice(start, end)
            .iter()
            .all(char::is_ascii_digit);
        (end - start <= LONGEST && !counts).then(|| page.quote(start, end).0)
    };
    let in_yuan = page.clean.text(head.0, head.1).contains('元') || counts_in_yuan(page, head.0);
    let bare = || {
        let number = number(words, 0)?;
        (in_yuan && number.end == words.len()).then_some(number.hundredths)
    };
    let fen = amount(words, '元').or_else(bare)?;
    let per: String = page
        .clean
        .text(cell.0, cell.1)
        .split_once('/')
        .map(|(_, unit)| unit.trim().to_owned())
        .unwrap_or_default();
    Some(Draft {
        start: cell.0,
        end: cell.1,
        terms: Terms::Fee {
            percent_bps: None,
            amount_fen: Some(fen),
            per: (!per.is_empty()).then_some(per),
            of: labels.iter().find_map(whole),
            at_cost: false,
            free: Vec::new(),
        },
        confidence: 90,
    })
}

/// 服务报价（单位：元） above the table.
fn counts_in_yuan(page: &Page, header: usize) -> bool {
    const ABOVE: usize = 40;
    let line = super::surroundings::line_at(page, header).map_or(header, |line| line.start);
    let above = page.clean.text(line.saturating_sub(ABOVE), line);
    ["单位：元", "单价：元", "（元）", "单位元"]
        .iter()
        .any(|words| above.contains(words))
}
