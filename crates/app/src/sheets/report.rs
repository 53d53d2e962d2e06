//! The bad rows of a file as a workbook: each with what is wrong and what stands in it.

use std::collections::BTreeMap;

use documents::sheet::{Column, Kind, Layout, Title, write_table};

use super::import::{permit, unpack};
use super::{Book, Workbook};
use crate::ctx::Ctx;
use crate::error::{Error, Result};

const LINE: Title = Title {
    zh: "行号",
    en: "Row",
};
const REASON: Title = Title {
    zh: "问题",
    en: "What is wrong",
};

/// Every bad row with every reason; a workbook with only a heading when the file is good.
pub async fn report(ctx: &Ctx, book: Book, bytes: Vec<u8>) -> Result<Workbook> {
    let scope = permit(ctx, book)?;
    let file = unpack(ctx, &scope, book, bytes).await?;
    let read = file
        .plan(ctx, &mut *ctx.read().await?, &scope, book)
        .await?;
    let mut reasons: BTreeMap<u32, Vec<String>> = BTreeMap::new();
    for problem in read.findings.said(&read.layout, ctx.language) {
        reasons
            .entry(problem.line)
            .or_default()
            .push(format!("{}: {}", problem.column, problem.text));
    }
    let mut table: Vec<Vec<String>> = Vec::with_capacity(reasons.len());
    for row in &read.rows {
        let Some(reasons) = reasons.get(&row.line) else {
            continue;
        };
        let mut cells = vec![row.line.to_string(), reasons.join("\n")];
        let keys = read.layout.columns.iter().map(|column| column.key);
        cells.extend(keys.map(|key| row.cells.get(key).cloned().unwrap_or_default()));
        table.push(cells);
    }
    let mut columns = vec![plain("line", LINE), plain("reason", REASON)];
    columns.extend(read.layout.columns);
    let layout = Layout {
        name: REASON,
        columns,
    };
    let rows = table
        .iter()
        .map(|row| row.iter().map(String::as_str).collect());
    let bytes = write_table(&layout, ctx.language.as_str(), rows).map_err(Error::internal)?;
    Ok(Workbook {
        name: format!("{}-problems.xlsx", book.as_str()),
        bytes,
    })
}

fn plain(key: &'static str, title: Title) -> Column {
    Column {
        key,
        title,
        kind: Kind::Text,
        required: false,
        hint: title,
    }
}
