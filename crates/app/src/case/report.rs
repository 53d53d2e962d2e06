//! A report becomes a case.

use domain::access::{Action, Role};
use domain::case::event::Fact;
use domain::case::intake::Channel;
use domain::case::{LevelRank, delivered_by_intake, required_fields};
use domain::ids::{AgreementId, CaseId, CustomerId, SiteId, UnitId};
use domain::obligation::Obligation;
use domain::plan::Context;
use domain::plan::clauses::document::Field;
use domain::slug::{QuestionType, RegionKey};
use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use serde_json::json;
use store::case::{self, CaseRow, Digest, Part};
use store::{AuditEntry, Receipt, Scope, series};
use utoipa::ToSchema;

use super::about::{About, about, standing};
use super::act::changed;
use super::basis::Basis;
use super::grade::Grade;
use super::named::known;
use super::open::{Opened, to_millisecond};
use super::refresh;
use super::say::Asked;
use super::slip::{Photos, slip_fields};
use super::view::{CaseView, view_of_new};
use crate::check::{Checks, REQUIRED};
use crate::ctx::Ctx;
use crate::customers::phone;
use crate::error::Result;
use crate::message::Text;

/// The series of case numbers.
pub(super) const SERIES: &str = "FW";
const MAX_LINE: usize = 200;
const MAX_CONTENT: usize = 40_000;
/// What is said to be older is a slip of the pen: 1990 began in China then.
const EARLIEST_SECOND: i64 = 631_123_200;

crate::messages! {
    SLIP_FIELD = "slip-field", "方案条款“{clause}”要求填写此项。", "Clause “{clause}” of the plan requires this.";
    IN_FUTURE = "report-in-future", "报修时间不能在将来。", "A report cannot lie in the future.";
    TOO_LONG_AGO = "report-too-long-ago", "报修时间早于 1990 年，请检查。", "A report before 1990: check the year.";
}

/// What somebody reports.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Report {
    pub channel: Channel,
    /// The unit; it gives customer, site and agreement.
    #[serde(default)]
    pub unit: Option<UnitId>,
    /// The agreement, where no unit is named or a unit has several.
    #[serde(default)]
    pub agreement: Option<AgreementId>,
    /// The customer, where neither is named: the company's own plan serves.
    #[serde(default)]
    pub customer: Option<CustomerId>,
    #[serde(default)]
    pub site: Option<SiteId>,
    /// The kind of question, where the plan asks for it.
    #[serde(default)]
    pub question: Option<QuestionType>,
    /// The region of the site; from the site or the agreement when left out.
    #[serde(default)]
    pub region: Option<RegionKey>,
    /// When the report truly came; now when left out.
    #[serde(default)]
    #[schema(value_type = Option<String>, format = DateTime)]
    pub at: Option<Timestamp>,
    pub slip: Slip,
    /// How grave it is, where the person who takes the report grades it at once.
    #[serde(default)]
    pub grade: Option<Grade>,
}

/// The slip of a report.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Slip {
    pub name: String,
    pub phone: String,
    pub address: String,
    /// What is wrong.
    pub content: String,
    /// What the customer wishes.
    pub wishes: String,
}

/// Keeps a report and starts its clocks.
pub async fn report(ctx: &Ctx, given: Report) -> Result<CaseView> {
    let scope = ctx.permit(Action::CaseReport)?;
    if given.grade.is_some() {
        ctx.permit(Action::CaseWork)?;
    }
    let now = to_millisecond(ctx.now());
    let slip = checked(&given, now)?;
    let made = made(ctx, &scope, &given, slip, now).await?;
    let Made {
        mut opened,
        rows,
        day,
        mut view,
    } = made;
    // Everything is decided by now, so that on SQLite nobody waits for more than the writing.
    let mut tx = ctx.begin().await?;
    let row = &mut opened.row;
    row.number = series::next(&mut tx, SERIES, day).await?;
    view.number.clone_from(&row.number);
    case::insert(&mut tx, row).await?;
    case::append(&mut tx, row.id, &opened.facts).await?;
    if let Some(owner) = row.owner {
        case::add_person(&mut tx, row, owner, Part::Owner).await?;
    }
    case::add_obligations(&mut tx, &[(&*row, refresh::begun(&rows))]).await?;
    let entry = AuditEntry::new("case.report", "case", row.id)
        .detail(json!({ "number": row.number, "channel": given.channel, "unit": given.unit }));
    let receipt = Receipt::new(entry).event(changed(row, "report"));
    let receipt = refresh::first_alarm(receipt, row, &rows, now);
    ctx.finish(tx, receipt, view).await
}

/// A case before it is written; its number is still missing.
struct Made {
    opened: Opened,
    rows: Vec<Obligation>,
    /// The day its number is of.
    day: Date,
    view: CaseView,
}

/// Makes a case of a report. What it rests on is read as it is at this moment, on either engine.
async fn made(
    ctx: &Ctx,
    scope: &Scope,
    given: &Report,
    slip: Slip,
    now: Timestamp,
) -> Result<Made> {
    let mut read = ctx.read().await?;
    let about = about(ctx, &mut read, scope, given).await?;
    let at = given.at.map_or(now, to_millisecond);
    let buyer = about.buyer(at);
    let basis = Basis::of(
        &mut read,
        &about.rules,
        (about.plan_version, about.agreement.as_ref()),
        buyer,
    )
    .await?;
    drop(read);
    let fact = reported(&basis, given, &about, at)?;
    let mut opened = Opened {
        row: row(ctx, given, slip, &about, (at, now)),
        facts: Vec::new(),
        basis,
    };
    opened.add(ctx, at, fact);
    if let Some(grade) = &given.grade {
        let fact = grade.fact(
            &opened.basis.plan,
            &opened.situation(now),
            &opened.facts,
            now,
            (Asked::Report, ctx.language),
        )?;
        opened.add(ctx, now, fact);
    }
    let context = opened.context();
    required(&opened, &context)?;
    let fields = slip_fields(&opened.row, Photos::None);
    for fact in delivered_by_intake(&opened.basis.plan, &context, &fields) {
        opened.add(ctx, at, fact);
    }
    let rows = refresh::read_off(&opened.basis, &mut opened.row, &opened.facts, now)?;
    Ok(Made {
        view: view_of_new(ctx, &opened),
        day: now.to_zoned(opened.basis.plan.zone().clone()).date(),
        opened,
        rows,
    })
}

fn checked(given: &Report, now: Timestamp) -> Result<Slip> {
    let mut checks = Checks::new();
    if given.at.is_some_and(|at| at > now) {
        checks.wrong("/at", IN_FUTURE);
    }
    if given
        .at
        .is_some_and(|at| at < Timestamp::constant(EARLIEST_SECOND, 0))
    {
        checks.wrong("/at", TOO_LONG_AGO);
    }
    let slip = Slip {
        name: checks.text("/slip/name", &given.slip.name, MAX_LINE),
        phone: phone(&mut checks, "/slip/phone", &given.slip.phone).unwrap_or_default(),
        address: checks.text("/slip/address", &given.slip.address, MAX_LINE),
        content: checks.lines("/slip/content", &given.slip.content, MAX_CONTENT),
        wishes: checks.lines("/slip/wishes", &given.slip.wishes, MAX_CONTENT),
    };
    checks.done()?;
    Ok(slip)
}

/// The fields the plan requires of a report like this are there.
fn required(opened: &Opened, context: &Context) -> Result<()> {
    let (plan, slip) = (&opened.basis.plan, &opened.row);
    let mut checks = Checks::new();
    for (field, clause) in required_fields(plan, context) {
        let (pointer, value) = match field {
            Field::Name => ("/slip/name", &slip.name),
            Field::Phone => ("/slip/phone", &slip.phone),
            Field::Address => ("/slip/address", &slip.address),
            Field::Content => ("/slip/content", &slip.content),
            Field::Wishes => ("/slip/wishes", &slip.wishes),
            _ => continue,
        };
        if value.trim().is_empty() {
            let heading = clause.and_then(|clause| plan.clause(&clause));
            checks.wrong(
                pointer,
                match heading {
                    Some(clause) => Text::from(SLIP_FIELD).with("clause", &clause.heading),
                    None => REQUIRED.into(),
                },
            );
        }
    }
    checks.done()
}

pub(super) fn reported(
    basis: &Basis,
    given: &Report,
    about: &About,
    at: Timestamp,
) -> Result<Fact> {
    let plan = basis.plan.plan();
    let mut checks = Checks::new();
    known(
        &mut checks,
        "/question",
        &plan.question_types,
        given.question.as_ref(),
    );
    known(&mut checks, "/region", &plan.regions, given.region.as_ref());
    checks.done()?;
    Ok(Fact::Reported {
        channel: given.channel,
        question: given.question.clone(),
        region: about.region.clone(),
        service_level: about
            .agreement
            .as_ref()
            .and_then(|signed| signed.agreement.terms.service_level.clone()),
        standing: standing(basis, about, at),
    })
}

fn row(
    ctx: &Ctx,
    given: &Report,
    slip: Slip,
    about: &About,
    (at, now): (Timestamp, Timestamp),
) -> CaseRow {
    let staff = !ctx.has_role(Role::Customer);
    CaseRow {
        id: CaseId::new(ctx.uuid()),
        number: String::new(),
        branch: about.branch,
        customer: Some(about.customer),
        site: about.site,
        unit: given.unit,
        agreement: about.agreement.as_ref().map(|signed| signed.agreement.id),
        plan_version: about.plan_version,
        channel: given.channel,
        name: slip.name,
        phone: slip.phone,
        address: slip.address,
        content: slip.content,
        wishes: slip.wishes,
        // First contact owns it (首问负责制).
        owner: staff.then(|| ctx.person()),
        digest: Digest {
            phase: domain::case::Phase::New,
            is_paused: false,
            severity: None,
            rank: LevelRank::UNGRADED,
            region: about.region.clone(),
            cause: None,
            has_complaint: false,
            broken: 0,
            next_due_at: None,
            next_promise: None,
            ended_at: None,
        },
        frozen: None,
        reported_at: at,
        last_seq: 1,
        version: 1,
        created_at: now,
    }
}
