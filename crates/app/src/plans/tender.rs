//! The bid helper: a tender's demands beside a plan, as a deviation table (偏离表).

use documents::sheet::{Column, Kind as CellKind, Layout, Title, write_table};
use documents::text::{self, Unreadable};
use documents::word;
use domain::access::Action;
use domain::ids::PlanId;
use domain::plan::Plan;
use domain::plan::deviation::{self, Line, Verdict, because_in_words, verdict_in_words};
use domain::plan::wording::Edition;
use serde::{Deserialize, Serialize};
use store::plan;
use utoipa::{IntoParams, ToSchema};

use super::cells::{Tables, say_headings, with_headings};
use super::render::{PaperFormat, Printed};
use super::{
    TENDER_BROKEN, TENDER_EMPTY, TENDER_LOCKED, TENDER_NO_DEMANDS, TENDER_NO_TEXT,
    TENDER_NOT_CHINESE, TENDER_TOO_LARGE,
};
use crate::ctx::Ctx;
use crate::error::{Error, Result};
use crate::language::Language;
use crate::message::{Message, Text};

/// Which edition of the plan answers the tender.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct CompareTender {
    /// The number of a version; the draft when left out, or the latest version where there is no draft.
    pub number: Option<i64>,
}

/// The table as a document.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct PrintTender {
    /// The number of a version; the draft when left out, or the latest version where there is no draft.
    pub number: Option<i64>,
    /// `docx` or `xlsx`.
    #[param(inline)]
    pub format: TableFormat,
}

/// A kind of file for a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum TableFormat {
    Docx,
    Xlsx,
}

/// A tender beside a plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct DeviationView {
    /// The plan's title.
    pub title: String,
    /// Demand by demand.
    pub lines: Vec<Line>,
    /// How many demands have each verdict, in the order better, equal, worse, missing, unclear.
    pub counts: Vec<u32>,
    /// Sentences that look like demands and could not be typed: a person must read them.
    pub unread: Vec<String>,
}

/// Compares. Nothing is kept.
pub async fn compare_tender(
    ctx: &Ctx,
    id: PlanId,
    asked: &CompareTender,
    tender: Vec<u8>,
) -> Result<DeviationView> {
    let (_, view) = compared(ctx, id, asked.number, tender).await?;
    Ok(view)
}

/// Compares and writes the table as a document.
pub async fn print_tender(
    ctx: &Ctx,
    id: PlanId,
    asked: &PrintTender,
    tender: Vec<u8>,
) -> Result<Printed> {
    let (edition, view) = compared(ctx, id, asked.number, tender).await?;
    let (media_type, extension) = match asked.format {
        TableFormat::Docx => (PaperFormat::Docx.media_type(), "docx"),
        TableFormat::Xlsx => (
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "xlsx",
        ),
    };
    let bytes = table(&view, edition, asked.format, ctx.language).map_err(Error::internal)?;
    let name = ctx.language.choose("偏离表", "deviations");
    Ok(Printed {
        name: format!("{name}.{extension}"),
        media_type,
        bytes,
    })
}

async fn compared(
    ctx: &Ctx,
    id: PlanId,
    number: Option<i64>,
    tender: Vec<u8>,
) -> Result<(Edition, DeviationView)> {
    ctx.permit(Action::PlanRead)?;
    let mut read = ctx.read().await?;
    let row = plan::get(&mut read, id).await?;
    let (body, edition) = super::render::edition(&mut read, row, number).await?;
    drop(read);
    let language = ctx.language;
    let view = tokio::task::spawn_blocking(move || against(&body, &tender, language))
        .await
        .map_err(Error::internal)?
        .map_err(|why| Error::field("", Text::from(message(&why))))?;
    Ok((edition, view))
}

/// Why a tender is not compared.
#[derive(Debug, thiserror::Error)]
pub enum NoTender {
    #[error(transparent)]
    Unreadable(#[from] Unreadable),
    #[error(transparent)]
    Refused(#[from] reader::Refusal),
    #[error("no demand was found in the tender: give the part on service and warranty")]
    NoDemands,
}

/// Why a tender is not compared, and what to do.
pub fn message(why: &NoTender) -> &'static Message {
    match why {
        NoTender::Unreadable(Unreadable::Empty) | NoTender::Refused(reader::Refusal::Empty) => {
            TENDER_EMPTY
        }
        NoTender::Unreadable(Unreadable::TooLarge(_))
        | NoTender::Refused(reader::Refusal::TooLong) => TENDER_TOO_LARGE,
        NoTender::Unreadable(Unreadable::Encrypted) => TENDER_LOCKED,
        NoTender::Unreadable(Unreadable::NoTextLayer) => TENDER_NO_TEXT,
        NoTender::Unreadable(_) => TENDER_BROKEN,
        NoTender::Refused(reader::Refusal::NotChinese) => TENDER_NOT_CHINESE,
        NoTender::NoDemands => TENDER_NO_DEMANDS,
    }
}

/// The demands of a file or pasted text beside a plan, with numbers told in a language.
pub fn against(plan: &Plan, tender: &[u8], language: Language) -> Result<DeviationView, NoTender> {
    let text = text::extract(tender)?;
    reader::check(&text)?;
    let reading = reader::read(&text);
    let mut lines: Vec<Line> = Vec::new();
    let mut unread = Vec::new();
    let tables = Tables::of(&text);
    for read in &reading.plans {
        let mut draft = reader::draft::draft(read, &plan.trade, "");
        say_headings(&tables, &mut draft);
        lines.extend(deviation::compare(&draft.plan, plan, language));
        let untyped = draft.untyped.iter().map(|place| (&place.quote, place.span));
        let unknown = read
            .unread
            .iter()
            .map(|unread| (&unread.quote, unread.span));
        let words = untyped.chain(unknown);
        unread.extend(words.map(|(quote, span)| with_headings(&tables, quote, span)));
    }
    if lines.is_empty() {
        return Err(NoTender::NoDemands);
    }
    let counts = Verdict::ALL
        .iter()
        .map(|verdict| {
            let count = lines.iter().filter(|line| line.verdict == *verdict).count();
            u32::try_from(count).unwrap_or(u32::MAX)
        })
        .collect();
    Ok(DeviationView {
        title: plan.title.clone(),
        lines,
        counts,
        unread,
    })
}

/// The table as a Word document or a workbook: what is printed around the sentences is in a language, the sentences stay
/// those of the two documents.
pub fn table(
    view: &DeviationView,
    edition: Edition,
    format: TableFormat,
    language: Language,
) -> Result<Vec<u8>, documents::sheet::WriteError> {
    match format {
        TableFormat::Docx => {
            let paper = deviation::paper(&view.title, edition, &view.lines, &view.unread, language);
            Ok(word::write(&paper, None))
        }
        TableFormat::Xlsx => workbook(view, language),
    }
}

/// The columns of the workbook.
pub fn layout() -> Layout {
    let column = |key, zh, en| Column::written(key, zh, en, CellKind::Text);
    Layout {
        name: Title {
            zh: "偏离表",
            en: "Deviations",
        },
        columns: vec![
            column("demand", "招标要求", "Demand"),
            column("demanded", "要求值", "Demanded"),
            column("offer", "投标响应", "Offer"),
            column("offered", "响应值", "Offered"),
            column("verdict", "偏离", "Deviation"),
            column("because", "说明", "Why"),
        ],
    }
}

/// A row for each demand; those nobody could type come last.
fn workbook(
    view: &DeviationView,
    language: Language,
) -> Result<Vec<u8>, documents::sheet::WriteError> {
    let read = view.lines.iter().map(|line| {
        let offer = line.offer.as_ref();
        vec![
            line.demand.sentence.as_str(),
            line.demand.value.as_deref().unwrap_or_default(),
            offer.map_or("", |side| side.sentence.as_str()),
            offer
                .and_then(|side| side.value.as_deref())
                .unwrap_or_default(),
            verdict_in_words(line.verdict, language),
            because_in_words(line.because, language),
        ]
    });
    let because = language.choose("没有读懂，须人工核对", "Could not be read: look at it");
    let unread = view.unread.iter().map(|words| {
        let verdict = verdict_in_words(Verdict::Unclear, language);
        vec![words.trim(), "", "", "", verdict, because]
    });
    write_table(&layout(), language.as_str(), read.chain(unread))
}
