//! A list of cases as a workbook.

use std::collections::BTreeMap;

use documents::sheet::{Column, Kind, Layout, Title, write_table};
use domain::access::Action;
use domain::case::Phase;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use store::case::{self, CaseRow};
use store::{AuditEntry, Conn, Receipt, Scope, customer, org, person, plan, unit};

use super::called::Called;
use super::list::{ListCases, filter};
use super::name::unit_name;
use super::phone;
use super::words::{PHASES, listed};
use crate::ctx::Ctx;
use crate::error::{Error, Result};
use crate::language::Language;
use crate::message::Text;
use crate::sheets::Workbook;

/// Rows read at once.
const STEP: u32 = 500;
/// Most rows of one workbook.
const MAX_ROWS: usize = 20_000;

crate::messages! {
    TOO_MANY_CASES = "cases-too-many-rows", "超过 {most} 张服务单，请缩小范围后再导出。", "More than {most} cases; narrow the filter.";
}

/// Writes the cases that a list shows, with its own filter and scope. Who took what away is in the audit log.
pub async fn export(ctx: &Ctx, asked: &ListCases) -> Result<Workbook> {
    let scope = ctx.permit(Action::CaseRead)?;
    let mut read = ctx.app.db.snapshot().await?;
    let filter = filter(ctx, &mut read, asked).await?;
    let zone = crate::settings::zone(&mut read).await?;
    let mut rows: Vec<CaseRow> = Vec::new();
    loop {
        let after = rows.last().map(|row| filter.place(row));
        let found = case::page(&mut read, &filter, after.as_ref(), &scope, STEP).await?;
        let is_last = found.len() < STEP as usize;
        rows.extend(found);
        if rows.len() > MAX_ROWS {
            let text = Text::from(TOO_MANY_CASES).with("most", MAX_ROWS);
            return Err(Error::refused(text));
        }
        if is_last {
            break;
        }
    }
    let words = Words::read(ctx, &mut read, &rows).await?;
    drop(read);
    let lines: Vec<Vec<String>> = rows
        .iter()
        .map(|row| line(ctx, row, &words, &zone))
        .collect::<Result<_>>()?;
    let (count, language) = (lines.len(), ctx.language);
    let bytes = tokio::task::spawn_blocking(move || write(&lines, language))
        .await
        .map_err(Error::internal)??;
    let tx = ctx.begin().await?;
    let day = ctx.now().to_zoned(zone).date();
    let entry = AuditEntry::new("case.export", "case", day)
        .detail(serde_json::json!({ "rows": count, "ended": asked.ended }));
    ctx.finish(tx, Receipt::new(entry), ()).await?;
    Ok(Workbook {
        name: format!("cases-{day}.xlsx"),
        bytes,
    })
}

/// What the ids in the rows are called.
struct Words {
    language: Language,
    people: BTreeMap<String, String>,
    customers: BTreeMap<String, String>,
    branches: BTreeMap<String, String>,
    /// Those the caller may see.
    units: BTreeMap<String, String>,
    /// Titles of plans by version.
    plans: BTreeMap<String, String>,
    /// Labels of fault levels by plan version and level.
    levels: BTreeMap<(String, String), String>,
    called: Called,
}

impl Words {
    async fn read(ctx: &Ctx, conn: &mut Conn, rows: &[CaseRow]) -> Result<Self> {
        let each = |id: fn(&CaseRow) -> Option<String>| {
            let mut ids: Vec<String> = rows.iter().filter_map(id).collect();
            ids.sort();
            ids.dedup();
            ids
        };
        let owners = each(|row| row.owner.map(|id| id.to_string()));
        let buyers = each(|row| row.customer.map(|id| id.to_string()));
        let customers = customer::by_ids(conn, &buyers, &Scope::All).await?;
        let branches = match org::root(conn).await? {
            Some(root) => org::subtree(conn, &root.id).await?,
            None => Vec::new(),
        };
        let units = match ctx.permit(Action::UnitRead) {
            Ok(scope) => {
                let ids = each(|row| row.unit.map(|id| id.to_string()));
                unit::by_ids(conn, &ids, &scope).await?
            }
            Err(_) => Vec::new(),
        };
        let (mut plans, mut levels) = (BTreeMap::new(), BTreeMap::new());
        for version in each(|row| Some(row.plan_version.to_string())) {
            let id = version.parse().map_err(Error::internal)?;
            let plan = plan::version(conn, id).await?.body;
            for level in &plan.severities {
                let key = (version.clone(), level.id.to_string());
                levels.insert(key, level.label.clone());
            }
            plans.insert(version, plan.title.clone());
        }
        Ok(Self {
            language: ctx.language,
            people: person::names(conn, &owners).await?,
            customers: customers
                .into_iter()
                .map(|row| (row.id.to_string(), row.name))
                .collect(),
            branches: branches
                .into_iter()
                .map(|place| (place.id, place.name))
                .collect(),
            units: (units.iter())
                .map(|unit| (unit.id.to_string(), unit_name(unit)))
                .collect(),
            plans,
            levels,
            called: Called::read(conn, rows, ctx.language).await?,
        })
    }
}

fn line(ctx: &Ctx, row: &CaseRow, words: &Words, zone: &TimeZone) -> Result<Vec<String>> {
    let time = |at: Option<Timestamp>| {
        let told = at.map(|at| at.to_zoned(zone.clone()).strftime("%Y-%m-%d %H:%M"));
        told.map(|told| told.to_string()).unwrap_or_default()
    };
    let named = |names: &BTreeMap<String, String>, id: Option<String>| {
        id.and_then(|id| names.get(&id).cloned())
            .unwrap_or_default()
    };
    let next = words.called.next_promise(row)?;
    let level = row.digest.severity.as_ref().map(|level| {
        let key = (row.plan_version.to_string(), level.to_string());
        let label = words.levels.get(&key).cloned();
        label.unwrap_or_else(|| level.to_string())
    });
    Ok(vec![
        row.number.clone(),
        time(Some(row.reported_at)),
        row.name.clone(),
        phone::shown_on(ctx, row, &row.phone),
        named(&words.customers, row.customer.map(|id| id.to_string())),
        row.address.clone(),
        named(&words.units, row.unit.map(|id| id.to_string())),
        named(&words.plans, Some(row.plan_version.to_string())),
        row.content.clone(),
        phase(row.digest.phase, words.language),
        level.unwrap_or_default(),
        named(&words.people, row.owner.map(|id| id.to_string())),
        named(&words.branches, Some(row.branch.to_string())),
        next.map(|next| next.heading).unwrap_or_default(),
        time(row.digest.next_due_at),
        row.digest.broken.to_string(),
        time(row.digest.ended_at),
    ])
}

fn phase(phase: Phase, language: Language) -> String {
    let (chinese, english) = listed(PHASES, &[phase]);
    match language {
        Language::Chinese => chinese,
        Language::English => english,
    }
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
            zh: "服务单",
            en: "Cases",
        },
        columns: vec![
            column("number", "单号", "Number", Kind::Text),
            column("reported", "报修时间", "Reported", Kind::Text),
            column("name", "报修人", "Reported by", Kind::Text),
            column("phone", "电话", "Phone", Kind::Text),
            column("customer", "客户", "Customer", Kind::Text),
            column("address", "地址", "Address", Kind::Text),
            column("unit", "设备", "Unit", Kind::Text),
            column("plan", "方案", "Plan", Kind::Text),
            column("content", "内容", "Content", Kind::Text),
            column("phase", "进度", "Progress", Kind::Text),
            column("severity", "故障等级", "Fault level", Kind::Text),
            column("owner", "负责人", "Owner", Kind::Text),
            column("branch", "机构", "Branch", Kind::Text),
            column(
                "promise",
                "最先到时限的承诺",
                "Promise that breaks next",
                Kind::Text,
            ),
            column("due", "应完成", "Due", Kind::Text),
            column("broken", "违约次数", "Broken", Kind::Number),
            column("ended", "结束时间", "Ended", Kind::Text),
        ],
    }
}
