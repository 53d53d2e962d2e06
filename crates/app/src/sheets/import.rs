//! Taking in a file: every row, or a report of every bad row.

use std::collections::BTreeSet;

use documents::sheet::{Layout, Row, Sheet};
use domain::access::Action;
use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use store::{AuditEntry, Conn, Event, Receipt, Scope, Tx};
use tokio::sync::Semaphore;
use utoipa::ToSchema;

use super::customers::Customers;
use super::findings::{Findings, RowProblem, unreadable};
use super::layouts::layout;
use super::products::Products;
use super::template::Company;
use super::units::Units;
use super::{Book, PLACES_CHANGED, ROWS_CHANGED};
use crate::ctx::Ctx;
use crate::error::{Error, Result, TAKEN};
use crate::settings;

/// Problems shown on screen; the report to download has them all.
const SHOWN: usize = 500;

/// Whether to write or only to look.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Step {
    /// Say what would happen.
    Preview,
    /// Write all rows, if none is bad.
    Commit,
}

/// What an import did, or would do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct ImportReport {
    /// Rows in the file below the heading.
    pub rows: usize,
    /// Rows that bring something new.
    pub new_rows: usize,
    /// Rows that are on file already as they stand.
    pub known_rows: usize,
    /// Rows with something wrong; with one of these nothing is written.
    pub bad_rows: usize,
    /// What is wrong, in the order of the rows; at most 500 are listed here.
    pub problems: Vec<RowProblem>,
    /// Whether the rows were written.
    pub committed: bool,
}

/// A file read into what it would change.
#[derive(Debug)]
pub(super) struct Read {
    pub(super) layout: Layout,
    pub(super) rows: Vec<Row>,
    pub(super) findings: Findings,
    planned: Planned,
}

#[derive(Debug)]
enum Planned {
    Customers(Customers),
    Products(Products),
    Units(Units),
}

/// What every plan needs to know.
#[derive(Debug)]
pub(super) struct Frame<'a> {
    pub(super) ctx: &'a Ctx,
    pub(super) scope: &'a Scope,
    pub(super) company: &'a Company,
    pub(super) at: Timestamp,
    /// The day of `at` in the company's zone.
    pub(super) today: Date,
}

/// Reads a file and writes it, or says what it would write. Nothing is written while any row is bad.
pub async fn import(ctx: &Ctx, book: Book, bytes: Vec<u8>, step: Step) -> Result<ImportReport> {
    let scope = permit(ctx, book)?;
    let (file, sheet) = unpack(ctx, &scope, book, bytes).await?;
    drop(sheet);
    if step == Step::Preview {
        let read = file
            .plan(ctx, &mut *ctx.read().await?, &scope, book)
            .await?;
        return Ok(told(ctx, read, false));
    }
    let mut tx = ctx.begin().await?;
    // Of two files handed in at once the second is planned against what the first has written, and says row by row what it met.
    tx.alone(&format!("import/{}", book.as_str())).await?;
    if Company::load(&mut tx, &scope).await? != file.company {
        return Err(Error::refused(PLACES_CHANGED));
    }
    let mut read = Box::pin(file.plan(ctx, &mut tx, &scope, book)).await?;
    if !read.findings.is_empty() || read.planned.new_rows() == 0 {
        let clean = read.findings.is_empty();
        tx.unchanged().await?;
        return Ok(told(ctx, read, clean));
    }
    let written = Box::pin(read.planned.write(&mut tx)).await;
    written.map_err(|error| {
        if error.text.message.code == TAKEN.code {
            Error::refused(ROWS_CHANGED)
        } else {
            error
        }
    })?;
    let entry = AuditEntry::new("data.import", "spreadsheet", book.as_str()).detail(serde_json::json!({
        "rows": read.rows.len(), "new_rows": read.planned.new_rows(), "first_number": read.planned.first_number(),
    }));
    let event = Event::new("data.imported", book.as_str(), serde_json::json!({}))
        .branch(ctx.actor.access.place);
    let report = told(ctx, read, true);
    ctx.finish(tx, Receipt::new(entry).event(event), report)
        .await
}

/// The rows the caller may write: what may be imported, narrowed to what may be edited by hand.
pub(super) fn permit(ctx: &Ctx, book: Book) -> Result<Scope> {
    let scope = ctx.permit(Action::DataImport)?;
    ctx.permit(match book {
        Book::Customers => Action::CustomerEdit,
        Book::Products => Action::ProductEdit,
        Book::Units => Action::UnitEdit,
    })?;
    Ok(scope)
}

/// A file with its cells read, and the places and regions they were read by.
#[derive(Debug)]
pub(super) struct Unpacked {
    company: Company,
    layout: Layout,
    rows: Vec<Row>,
}

/// Unpacks a file and reads its cells, which come back as they were sent.
pub(super) async fn unpack(
    ctx: &Ctx,
    scope: &Scope,
    book: Book,
    bytes: Vec<u8>,
) -> Result<(Unpacked, Sheet)> {
    let company = Company::load(&mut *ctx.read().await?, scope).await?;
    let layout = layout(book, &company.offers());
    let (layout, rows, sheet) = take_apart(move || {
        let sheet = Sheet::open(&bytes).map_err(|error| unreadable(&error, &layout))?;
        let rows = sheet.read(&layout);
        let rows = rows.map_err(|error| unreadable(&error, &layout))?;
        Ok((layout, rows, sheet))
    })
    .await?;
    let unpacked = Unpacked {
        company,
        layout,
        rows,
    };
    Ok((unpacked, sheet))
}

/// Runs what takes a file apart on a thread of its own. Call it with no transaction open and no connection taken: a large
/// file takes seconds, and one made to be slow must keep nobody from writing. For the same reason only a few are read at once.
pub(super) async fn take_apart<T: Send + 'static>(
    work: impl FnOnce() -> Result<T> + Send + 'static,
) -> Result<T> {
    static AT_ONCE: Semaphore = Semaphore::const_new(2);
    let _place = AT_ONCE.acquire().await.map_err(Error::internal)?;
    tokio::task::spawn_blocking(work)
        .await
        .map_err(Error::internal)?
}

impl Unpacked {
    /// Plans what the rows would change.
    pub(super) async fn plan(
        self,
        ctx: &Ctx,
        conn: &mut Conn,
        scope: &Scope,
        book: Book,
    ) -> Result<Read> {
        let Self {
            company,
            layout,
            rows,
        } = self;
        let mut findings = Findings::of(&rows);
        let frame = Frame {
            ctx,
            scope,
            company: &company,
            at: ctx.now(),
            today: settings::day_of(conn, ctx.now()).await?,
        };
        let planned = match book {
            Book::Customers => {
                Planned::Customers(Customers::plan(&frame, conn, &rows, &mut findings).await?)
            }
            Book::Products => {
                Planned::Products(Products::plan(&frame, conn, &rows, &mut findings).await?)
            }
            Book::Units => Planned::Units(Units::plan(&frame, conn, &rows, &mut findings).await?),
        };
        Ok(Read {
            layout,
            rows,
            findings,
            planned,
        })
    }
}

impl Planned {
    fn new_rows(&self) -> usize {
        match self {
            Self::Customers(planned) => planned.new_rows,
            Self::Products(planned) => planned.new_rows,
            Self::Units(planned) => planned.new_rows,
        }
    }

    fn first_number(&self) -> Option<&str> {
        match self {
            Self::Customers(planned) => planned.first_number(),
            Self::Products(_) => None,
            Self::Units(planned) => planned.first_number(),
        }
    }

    async fn write(&mut self, tx: &mut Tx) -> Result<()> {
        match self {
            Self::Customers(planned) => planned.write(tx).await,
            Self::Products(planned) => planned.write(tx).await,
            Self::Units(planned) => planned.write(tx).await,
        }
    }
}

fn told(ctx: &Ctx, read: Read, committed: bool) -> ImportReport {
    let rows = read.rows.len();
    let bad_rows = read.findings.lines().len();
    let new_rows = read.planned.new_rows();
    let mut problems = read.findings.said(&read.layout, ctx.language);
    problems.truncate(SHOWN);
    ImportReport {
        rows,
        new_rows,
        known_rows: rows.saturating_sub(new_rows + bad_rows),
        bad_rows,
        problems,
        committed,
    }
}

/// The text of a cell; empty when there is none.
pub(super) fn cell(row: &Row, key: &'static str) -> String {
    row.cells.get(key).cloned().unwrap_or_default()
}

/// What stands in a column, each text once and in order, without the empty cells.
pub(super) fn distinct(rows: &[Row], key: &'static str) -> Vec<String> {
    let cells = rows.iter().map(|row| cell(row, key));
    let texts: BTreeSet<String> = cells.filter(|text| !text.is_empty()).collect();
    texts.into_iter().collect()
}

/// The number in a cell, which reading has checked.
pub(super) fn number(row: &Row, key: &'static str) -> Option<i64> {
    row.cells.get(key).and_then(|text| text.parse().ok())
}

/// Pairs written `a:b；c:d`, whatever colons and semicolons are used; `Err` is the first piece that is none.
pub(super) fn pairs(text: &str) -> std::result::Result<Vec<(String, String)>, String> {
    text.split([';', '；', '\n'])
        .map(str::trim)
        .filter(|piece| !piece.is_empty())
        .map(|piece| match piece.split_once([':', '：', '=']) {
            Some((left, right)) if !left.trim().is_empty() => {
                Ok((left.trim().to_owned(), right.trim().to_owned()))
            }
            _ => Err(piece.to_owned()),
        })
        .collect()
}
