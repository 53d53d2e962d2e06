//! The ledger as a workbook.

use documents::sheet::{Column, Kind, Layout, Title, write_table};
use domain::access::Action;
use domain::obligation::State;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use store::{AuditEntry, Receipt, ledger};

use super::ask::AskLedger;
use super::headings::Headings;
use super::rows::{LedgerRowView, view};
use crate::ctx::Ctx;
use crate::error::{Error, Result};
use crate::language::Language;
use crate::message::Text;
use crate::sheets::Workbook;

/// Rows read at once.
const STEP: u32 = 1_000;
/// Most rows of one workbook.
const MAX_ROWS: usize = 50_000;

crate::messages! {
    TOO_MANY_ROWS = "ledger-too-many-rows", "超过 {most} 行，请缩小范围后再导出。", "More than {most} rows; narrow the selection.";
    KEPT = "state-kept", "已履约", "Kept";
    LATE = "state-late", "逾期完成", "Fulfilled late";
    BROKEN = "state-broken", "已违约", "Broken";
    EXCUSED = "state-excused", "已免责", "Excused";
    RUNNING = "state-running", "计时中", "Running";
    PAUSED = "state-paused", "暂停", "Paused";
    CANCELLED = "state-cancelled", "已取消", "Cancelled";
}

/// Writes the promises of a period, with the list's own filter and scope. Who took what away is in the audit log.
pub async fn export(ctx: &Ctx, ask: &AskLedger) -> Result<Workbook> {
    let scope = ctx.permit(Action::LedgerExport)?;
    let mut read = ctx.app.db.snapshot().await?;
    let zone = crate::settings::zone(&mut read).await?;
    let period = ask.period(ctx.now(), &zone)?;
    let filter = ask.filter(period, &zone, ctx.now());
    let mut headings = Headings::new(ctx.language);
    headings.read_regions(&mut read).await?;
    let mut lines: Vec<Vec<String>> = Vec::new();
    let mut after = None;
    loop {
        let found = ledger::page(&mut read, &filter, &scope, after.as_ref(), STEP).await?;
        let is_last = found.len() < STEP as usize;
        after = found.last().map(store::ledger::LedgerRow::cursor);
        for row in found {
            let version = row.plan_version.to_string();
            headings
                .read_clause(&mut read, &version, row.promise.clause.as_str())
                .await?;
            let row = view(row, &headings, ctx.now());
            lines.push(line(&row, &zone, ctx.language));
        }
        if lines.len() > MAX_ROWS {
            return Err(Error::refused(
                Text::from(TOO_MANY_ROWS).with("most", MAX_ROWS),
            ));
        }
        if is_last {
            break;
        }
    }
    drop(read);
    let count = lines.len();
    let language = ctx.language;
    let bytes = tokio::task::spawn_blocking(move || write(&lines, language))
        .await
        .map_err(Error::internal)??;
    let tx = ctx.begin().await?;
    let entry = AuditEntry::new("ledger.export", "ledger", period.first)
        .detail(serde_json::json!({ "to": period.last, "rows": count }));
    ctx.finish(tx, Receipt::new(entry), ()).await?;
    Ok(Workbook {
        name: format!("ledger-{}-{}.xlsx", period.first, period.last),
        bytes,
    })
}

fn write(lines: &[Vec<String>], language: Language) -> Result<Vec<u8>> {
    let rows = lines
        .iter()
        .map(|line| line.iter().map(String::as_str).collect());
    write_table(&layout(), language.as_str(), rows).map_err(Error::internal)
}

fn layout() -> Layout {
    let column = Column::written;
    Layout {
        name: Title {
            zh: "承诺账本",
            en: "Promise ledger",
        },
        columns: vec![
            column("number", "服务单号", "Case", Kind::Text),
            column("clause", "条款", "Clause", Kind::Text),
            column("state", "结果", "Outcome", Kind::Text),
            column("started", "开始", "Started", Kind::Text),
            column("due", "应完成", "Due", Kind::Text),
            column("ended", "实际完成", "Ended", Kind::Text),
            column(
                "late",
                "超出分钟（未完成的算到导出时）",
                "Minutes late (still owed: up to this export)",
                Kind::Number,
            ),
            column("excuse", "免责原因", "Excuse", Kind::Text),
            column("plan", "方案", "Plan", Kind::Text),
            column("severity", "故障等级", "Severity", Kind::Text),
            column("region", "区域", "Region", Kind::Text),
            column("customer", "客户", "Customer", Kind::Text),
            column("owner", "负责人", "Owner", Kind::Text),
            column("branch", "机构", "Branch", Kind::Text),
        ],
    }
}

fn line(row: &LedgerRowView, zone: &TimeZone, language: Language) -> Vec<String> {
    let time = |at: Option<Timestamp>| {
        at.map(|at| {
            at.to_zoned(zone.clone())
                .strftime("%Y-%m-%d %H:%M")
                .to_string()
        })
        .unwrap_or_default()
    };
    vec![
        row.number.clone(),
        row.heading.clone(),
        outcome(row.state).say(language),
        time(row.started_at),
        time(row.due_at),
        time(row.ended_at),
        row.late_minutes
            .map(|late| late.to_string())
            .unwrap_or_default(),
        row.excuse.clone().unwrap_or_default(),
        row.plan_title.clone(),
        row.severity_name.clone(),
        row.region_name.clone(),
        row.customer_name.clone(),
        row.owner_name.clone(),
        row.branch_name.clone(),
    ]
}

fn outcome(state: State) -> Text {
    match state {
        State::Kept => KEPT,
        State::FulfilledLate => LATE,
        State::Broken => BROKEN,
        State::Excused => EXCUSED,
        State::Running | State::Pending => RUNNING,
        State::Paused => PAUSED,
        State::Cancelled => CANCELLED,
    }
    .into()
}
