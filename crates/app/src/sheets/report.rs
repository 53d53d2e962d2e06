//! The bad rows of a file as a workbook: each as it was sent, with what is wrong beside it.

use std::collections::BTreeMap;

use documents::sheet::{Given, write_returned};

use super::import::{permit, take_apart, unpack};
use super::{Book, Workbook};
use crate::ctx::Ctx;
use crate::error::{Error, Result};

/// Every row as it was sent, with every reason beside the bad ones, which are what one sees on opening it. Mended in place
/// it is the whole file, to be sent again. Only a heading when the file is good.
pub async fn report(ctx: &Ctx, book: Book, bytes: Vec<u8>) -> Result<Workbook> {
    let scope = permit(ctx, book)?;
    let (file, sheet) = unpack(ctx, &scope, book, bytes).await?;
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
    let (layout, language) = (read.layout, ctx.language.as_str());
    drop(read.rows);
    let reasons: BTreeMap<u32, String> = reasons
        .into_iter()
        .map(|(line, told)| (line, told.join("\n")))
        .collect();
    let bytes = take_apart(move || {
        let sent = sheet.given(&layout);
        let sent = Given {
            rows: if reasons.is_empty() {
                Vec::new()
            } else {
                sent.rows
            },
            ..sent
        };
        write_returned(&sent, &reasons, layout.name, language).map_err(Error::internal)
    })
    .await?;
    Ok(Workbook {
        name: format!("{}-problems.xlsx", book.as_str()),
        bytes,
    })
}
