//! How a calendar that may not be saved yet opens in a month, and when a limit would be due by it.

use domain::access::Action;
use domain::calendar::{Calendar, CalendarSpec, Day, DayRule, Interval, YearStatus};
use domain::clock::{self, Amount, Clock, ClockError, SpanKind, SpanRule};
use domain::time::Limit;
use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::faults;
use super::in_force::in_force;
use crate::ctx::Ctx;
use crate::error::{Error, Result};
use crate::message::Text;

crate::messages! {
    NO_DATE = "no-month", "请写成 YYYY-MM，例如 2026-11，年份在 1970 至 2100 之间。",
        "Write the month as YYYY-MM, as in 2026-11, between 1970 and 2100.";
    NO_LIMIT = "no-limit", "时限应写成 working:PT8H、natural:PT24H、working-days:3、natural-days:3 或 months:2。",
        "Write the limit as working:PT8H, natural:PT24H, working-days:3, natural-days:3 or months:2.";
    NO_DUE = "no-due-time", "算不出到期时间：{why}", "There is no due time: {why}";
}

/// What to look at.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Preview {
    #[schema(value_type = Object)]
    pub spec: CalendarSpec,
    /// `YYYY-MM`.
    pub month: String,
    /// A limit to try.
    pub due: Option<TryOut>,
}

/// A limit from an instant.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct TryOut {
    #[schema(value_type = String, format = DateTime)]
    pub start: Timestamp,
    /// `working:PT8H`, `natural:PT24H`, `working-days:3`, `natural-days:3` or `months:2`.
    pub limit: String,
}

/// A month by a calendar.
#[derive(Debug, Serialize, ToSchema)]
pub struct PreviewView {
    /// How much is known of the year's public holidays.
    #[schema(value_type = String, example = "published")]
    pub year_status: YearStatus,
    pub days: Vec<PreviewDay>,
    /// Minutes open in the whole month.
    pub open_minutes: u32,
    pub due: Option<PreviewDue>,
}

/// One day of the month.
#[derive(Debug, Serialize, ToSchema)]
pub struct PreviewDay {
    /// `YYYY-MM-DD`.
    pub date: String,
    /// `weekly`, `holiday`, `makeup` or `special`.
    pub rule: &'static str,
    /// Of the holiday, where it has one.
    pub name: String,
    /// `09:00-12:00`; empty on a closed day.
    #[schema(value_type = Vec<String>)]
    pub hours: Vec<Interval>,
}

/// When the limit is due, and why.
#[derive(Debug, Serialize, ToSchema)]
pub struct PreviewDue {
    #[schema(value_type = String, format = DateTime)]
    pub at: Timestamp,
    /// Whether it rests on holidays not announced yet.
    pub provisional: bool,
    pub spans: Vec<PreviewSpan>,
}

/// One stretch of the time line.
#[derive(Debug, Serialize, ToSchema)]
pub struct PreviewSpan {
    #[schema(value_type = String, format = DateTime)]
    pub from: Timestamp,
    #[schema(value_type = String, format = DateTime)]
    pub to: Timestamp,
    #[schema(value_type = String, example = "counted")]
    pub kind: SpanKind,
    #[schema(value_type = Object)]
    pub rule: SpanRule,
    #[schema(value_type = Object)]
    pub counts: Amount,
}

/// Compiles a calendar without keeping it and shows what it means.
pub async fn preview(ctx: &Ctx, asked: &Preview) -> Result<PreviewView> {
    ctx.permit(Action::CalendarRead)?;
    let first = month(&asked.month)?;
    let holidays = in_force(&mut *ctx.read().await?).await?.holidays;
    let calendar = Calendar::written(&asked.spec, std::slice::from_ref(&*holidays))
        .map_err(|fault| faults::of_calendar(&fault))?;
    let dates = first
        .series(jiff::Span::new().days(1))
        .take_while(|date| date.month() == first.month());
    let days: Vec<PreviewDay> = dates.map(|date| day(date, calendar.day(date))).collect();
    let minutes = days
        .iter()
        .flat_map(|day| &day.hours)
        .map(|hours| u32::from(hours.end_minute() - hours.start_minute()));
    Ok(PreviewView {
        year_status: calendar.year_status(first.year()),
        open_minutes: minutes.sum(),
        due: asked
            .due
            .as_ref()
            .map(|tried| due(&calendar, tried))
            .transpose()?,
        days,
    })
}

fn month(text: &str) -> Result<Date> {
    let first: Option<Date> = (text.len() == 7)
        .then(|| format!("{text}-01").parse().ok())
        .flatten();
    let known = first.filter(|date| (1970..=2100).contains(&date.year()));
    known.ok_or_else(|| Error::field("/month", NO_DATE))
}

fn day(date: Date, day: Day<'_>) -> PreviewDay {
    let (rule, name) = match day.rule {
        DayRule::Weekly => ("weekly", ""),
        DayRule::Holiday(name) => ("holiday", name),
        DayRule::Makeup(name) => ("makeup", name),
        DayRule::Special(name) => ("special", name),
    };
    PreviewDay {
        date: date.to_string(),
        rule,
        name: name.to_owned(),
        hours: day.hours.to_vec(),
    }
}

/// Why a clock has no answer, in both languages.
fn no_due(why: &ClockError) -> Text {
    Text::from(NO_DUE).with_words("why", why_no_due(why), format!("{why}."))
}

/// Why a clock has no answer, in Chinese.
pub const fn why_no_due(why: &ClockError) -> &'static str {
    match why {
        ClockError::OutOfWindow(_) => "该时刻不在 1970 年至 2100 年之间。",
        ClockError::BeyondHorizon => "到 2100 年底仍未到期，请缩短时限或检查日历的开放时间。",
        ClockError::OutOfRange => "到期时间在 9999 年之后。",
        ClockError::ReversedPause { .. } => "暂停的结束早于开始。",
        ClockError::StillPaused { .. } => "计时仍在暂停中，恢复后才有到期时间。",
    }
}

fn due(calendar: &Calendar, tried: &TryOut) -> Result<PreviewDue> {
    let limit: Limit = tried
        .limit
        .parse()
        .map_err(|_| Error::field("/due/limit", NO_LIMIT))?;
    let explained = clock::explain(&Clock::new(calendar), tried.start, limit)
        .map_err(|why| Error::field("/due/limit", no_due(&why)))?;
    let spans = explained.spans.into_iter().map(|span| PreviewSpan {
        from: span.from,
        to: span.to,
        kind: span.kind,
        rule: span.rule,
        counts: span.counts,
    });
    Ok(PreviewDue {
        at: explained.due.at,
        provisional: explained.due.provisional,
        spans: spans.collect(),
    })
}
