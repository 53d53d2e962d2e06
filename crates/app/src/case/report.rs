//! A report becomes a case.

use domain::access::{Action, Role};
use domain::case::event::Fact;
use domain::case::intake::Channel;
use domain::case::{LevelRank, delivered_by_intake, required_fields};
use domain::ids::{AgreementId, CaseId, CustomerId, OrgUnitId, PlanVersionId, SiteId, UnitId};
use domain::obligation::Obligation;
use domain::plan::clauses::coverage::Standing;
use domain::plan::clauses::document::Field;
use domain::slug::{QuestionType, RegionKey};
use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use serde_json::json;
use store::agreement::{self, Signed};
use store::case::{self, CaseRow, Digest, Part};
use store::unit::{self, Unit};
use store::{AuditEntry, Conn, Receipt, Scope, StoreError, customer, series};
use utoipa::ToSchema;

use super::act::changed;
use super::basis::{Basis, Buyer};
use super::grade::Grade;
use super::named::known;
use super::newcomer::own_plan;
use super::open::{Opened, to_millisecond};
use super::refresh;
use super::say::Asked;
use super::slip::{Photos, slip_fields};
use super::view::{CaseView, view_of_new};
use crate::check::{Checks, REQUIRED, UNKNOWN_REFERENCE};
use crate::ctx::Ctx;
use crate::customers::phone;
use crate::error::{Error, Result};
use crate::message::Text;
use crate::warranty::missing_starts;

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
    NO_AGREEMENT = "no-agreement", "请选择服务协议，或者有默认方案的设备。",
        "Choose an agreement, or a unit whose product has a plan.";
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
    let buyer = Buyer {
        customer: Some(about.customer),
        reported_at: at,
    };
    let basis = Basis::of(
        &mut read,
        about.plan_version,
        about.agreement.as_ref(),
        buyer,
    )
    .await?;
    drop(read);
    required(&basis, &slip)?;
    let fact = reported(&basis, given, &about, at)?;
    let row = row(ctx, given, slip, &about, (at, now));
    let filed = delivered_by_intake(&basis.plan, &slip_fields(&row, Photos::None));
    let mut opened = Opened {
        row,
        facts: Vec::new(),
        basis,
    };
    opened.add(ctx, at, fact);
    for fact in filed {
        opened.add(ctx, at, fact);
    }
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
    let rows = refresh::read_off(&opened.basis, &mut opened.row, &opened.facts, now)?;
    Ok(Made {
        view: view_of_new(ctx, &opened),
        day: now.to_zoned(opened.basis.plan.zone().clone()).date(),
        opened,
        rows,
    })
}

/// What a report is about.
pub(super) struct About {
    /// Absent where the unit is served by the plan it was sold with, or the customer by the company's own.
    pub(super) agreement: Option<Signed>,
    pub(super) plan_version: PlanVersionId,
    pub(super) customer: CustomerId,
    branch: OrgUnitId,
    unit: Option<Unit>,
    /// Whether the unit's warranty cannot be told, because the day it starts on is not known.
    start_is_missing: bool,
    site: Option<SiteId>,
    pub(super) region: Option<RegionKey>,
}

/// Loads what the body names, within the caller's scope: a stranger's id is as good as none.
pub(super) async fn about(
    ctx: &Ctx,
    conn: &mut Conn,
    scope: &Scope,
    given: &Report,
) -> Result<About> {
    let unit = match given.unit {
        Some(id) => Some(named("/unit", unit::get(conn, id, &wide(scope)).await)?),
        None => None,
    };
    let of_unit = match &unit {
        Some(unit) if given.agreement.is_none() => serving(conn, unit).await?,
        _ => None,
    };
    let agreement = match given.agreement.or(of_unit) {
        Some(id) => Some(named(
            "/agreement",
            agreement::signed(conn, id, &wide(scope)).await,
        )?),
        None => None,
    };
    let newcomer = match given.customer {
        Some(id) => Some(named(
            "/customer",
            customer::get(conn, id, &wide(scope)).await,
        )?),
        None => None,
    };
    let (plan_version, customer, branch) = match (&agreement, &unit, &newcomer) {
        (Some(Signed { agreement, .. }), unit, _) => (
            agreement.plan_version,
            agreement.customer,
            unit.as_ref().map_or(agreement.org, |unit| unit.branch),
        ),
        (None, Some(unit), _) => (sold_with(conn, unit).await?, unit.customer, unit.branch),
        (None, None, Some(known)) => {
            let own = own_plan(ctx, conn, known.id).await?;
            (own, known.id, known.branch)
        }
        (None, None, None) => return Err(Error::field("/agreement", NO_AGREEMENT)),
    };
    if given.customer.is_some_and(|named| named != customer) {
        return Err(Error::field("/customer", UNKNOWN_REFERENCE));
    }
    if unit.as_ref().is_some_and(|unit| unit.customer != customer) {
        return Err(Error::field("/agreement", UNKNOWN_REFERENCE));
    }
    if scope.is_of_jobs() {
        let pointer = match (&unit, &agreement) {
            (Some(_), _) => "/unit",
            (None, Some(_)) => "/agreement",
            (None, None) => "/customer",
        };
        named(pointer, customer::get(conn, customer, scope).await)?;
    }
    let site = given.site.or(unit.as_ref().and_then(|unit| unit.site));
    let site = match site {
        Some(id) => Some(named(
            "/site",
            customer::get_site(conn, id, &wide(scope)).await,
        )?),
        None => None,
    };
    if site.as_ref().is_some_and(|site| site.customer != customer) {
        return Err(Error::field("/site", UNKNOWN_REFERENCE));
    }
    let start_is_missing = match &unit {
        Some(unit) => !missing_starts(conn, unit).await?.is_empty(),
        None => false,
    };
    let of_site = site.as_ref().and_then(|site| site.region.clone());
    let signed = agreement.as_ref().map(|signed| &signed.agreement);
    Ok(About {
        region: given
            .region
            .clone()
            .or(of_site)
            .or_else(|| signed.and_then(|one| one.terms.region.clone())),
        branch,
        site: site.map(|site| site.id),
        agreement,
        plan_version,
        customer,
        unit,
        start_is_missing,
    })
}

/// The plan that serves a unit no agreement names.
async fn sold_with(conn: &mut Conn, unit: &Unit) -> Result<PlanVersionId> {
    match crate::basis::Basis::of_unit(conn, unit).await? {
        Some(basis) => Ok(basis.version.id),
        None => Err(Error::field("/agreement", NO_AGREEMENT)),
    }
}

/// The agreement that serves a unit: its latest with the customer who has it now.
async fn serving(conn: &mut Conn, unit: &Unit) -> Result<Option<AgreementId>> {
    let agreements = agreement::for_unit(conn, unit.id).await?;
    let mut own = agreements
        .iter()
        .filter(|agreement| agreement.customer == unit.customer);
    Ok(own.next().map(|agreement| agreement.id))
}

/// Engineers and outlets report what they find at any customer of theirs: their cases name the customer, which is checked
/// once it is known, and not yet the unit or the agreement.
fn wide(scope: &Scope) -> Scope {
    if scope.is_of_jobs() {
        Scope::All
    } else {
        scope.clone()
    }
}

fn named<T>(pointer: &str, found: Result<T, StoreError>) -> Result<T> {
    found.map_err(|error| match error {
        StoreError::NotFound { .. } => Error::field(pointer, UNKNOWN_REFERENCE),
        other => other.into(),
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

/// The fields the plan requires are there.
fn required(basis: &Basis, slip: &Slip) -> Result<()> {
    let mut checks = Checks::new();
    for (field, clause) in required_fields(&basis.plan) {
        let (pointer, value) = match field {
            Field::Name => ("/slip/name", &slip.name),
            Field::Phone => ("/slip/phone", &slip.phone),
            Field::Address => ("/slip/address", &slip.address),
            Field::Content => ("/slip/content", &slip.content),
            Field::Wishes => ("/slip/wishes", &slip.wishes),
            _ => continue,
        };
        if value.trim().is_empty() {
            let heading = clause.and_then(|clause| basis.plan.clause(&clause));
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

/// The state of warranty or contract on the day of the report, also where it is entered later; `None` where nobody can tell.
pub(super) fn standing(basis: &Basis, about: &About, at: Timestamp) -> Option<Standing> {
    let today = at.to_zoned(basis.plan.zone().clone()).date();
    let ends = about
        .unit
        .as_ref()
        .and_then(|unit| unit.labels.warranty_ends_on);
    let signed = about.agreement.as_ref().map(|signed| &signed.agreement);
    let runs = signed.filter(|agreement| {
        agreement.starts_on <= today && agreement.ends_on.is_none_or(|ends| today <= ends)
    });
    let in_contract = runs.is_some_and(|agreement| agreement.kind == "maintenance_contract");
    if ends.is_some_and(|ends| today <= ends) {
        Some(Standing::InWarranty)
    } else if in_contract {
        Some(Standing::InContract)
    } else if about.start_is_missing {
        None
    } else if ends.is_none() && runs.is_some() {
        Some(Standing::InWarranty)
    } else {
        Some(Standing::OutOfWarranty)
    }
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
