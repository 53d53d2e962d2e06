//! What the person who takes a report should know before it is kept: which plan serves, what its slip needs, how it
//! grades, what it will promise, and what is open already.

use domain::access::Action;
use domain::case::event::Fact;
use domain::case::intake::Channel;
use domain::case::{CaseEvent, Situation, required_fields, waits_for};
use domain::ids::{AgreementId, CustomerId, EventId, UnitId};
use domain::obligation::{History, Obligation, State, context, obligations};
use domain::plan::clauses::coverage::Standing;
use domain::plan::clauses::document::Field;
use domain::slug::{GradingQuestionId, QuestionType, RegionKey, SeverityId};
use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use store::agreement::{self, Agreement};
use store::case::{self, CaseFilter};
use store::{Conn, Scope, customer};
use utoipa::{IntoParams, ToSchema};

use super::about::{About, about, standing};
use super::basis::Basis;
use super::called::Called;
use super::choices::{Choice, LevelChoice, levels};
use super::grade::Grade;
use super::list::{CaseSummary, PromiseSummary, summary};
use super::newcomer::{is_served, running};
use super::open::{author, to_millisecond};
use super::report::{Report, Slip, reported};
use super::say::Asked;
use crate::agreements::{Standing as AgreementStanding, standing as agreement_standing};
use crate::basis::PlanSource;
use crate::calendars::in_force;
use crate::check::{Checks, REQUIRED};
use crate::ctx::Ctx;
use crate::error::{Error, Result};
use crate::language::Language;
use crate::settings;
use crate::warranty::WarrantySaid;

/// Most open cases of a unit that are shown.
const MAX_OPEN: u32 = 5;

crate::messages! {
    BAD_ANSWERS = "bad-answers", "yes 须为方案定级问题的代号，以逗号分隔。", "yes must name grading questions of the plan, separated by commas.";
}

/// What a report is going to be about.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct AskIntake {
    #[param(value_type = Option<String>)]
    pub unit: Option<UnitId>,
    /// The agreement, where no unit is named or a unit has several.
    #[param(value_type = Option<String>)]
    pub agreement: Option<AgreementId>,
    /// The customer, where neither is named.
    #[param(value_type = Option<String>)]
    pub customer: Option<CustomerId>,
    /// The kind of question.
    #[param(value_type = Option<String>)]
    pub question: Option<QuestionType>,
    #[param(value_type = Option<String>)]
    pub region: Option<RegionKey>,
    /// How it came; by telephone when left out.
    pub channel: Option<Channel>,
    /// Grading questions answered yes, separated by commas; empty for none, left out when nothing was asked yet.
    pub yes: Option<String>,
    /// The level a person chooses.
    #[param(value_type = Option<String>)]
    pub severity: Option<SeverityId>,
    /// When the report truly came; now when left out.
    #[param(value_type = Option<String>, format = DateTime)]
    pub at: Option<Timestamp>,
}

/// What to know before a report is kept.
#[derive(Debug, Serialize, ToSchema)]
pub struct IntakeView {
    /// The agreements that could serve: those of the unit, the latest first, the one asked for, or those of the customer
    /// that run.
    pub agreements: Vec<IntakeAgreement>,
    /// The plan that will serve; absent while no agreement does.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub plan: Option<IntakePlan>,
    /// What can be said of the unit's warranty on the day of the report.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub warranty: Option<WarrantySaid>,
    /// Open cases of the same unit.
    pub open: Vec<CaseSummary>,
}

/// An agreement to choose.
#[derive(Debug, Serialize, ToSchema)]
pub struct IntakeAgreement {
    pub id: AgreementId,
    pub number: String,
    pub title: String,
    pub kind: String,
    #[schema(value_type = Option<String>, format = Date)]
    pub ends_on: Option<Date>,
    pub standing: AgreementStanding,
}

/// What the plan asks and promises.
#[derive(Debug, Serialize, ToSchema)]
pub struct IntakePlan {
    /// Absent where the unit is served by the plan it was sold with, or the customer by the company's own.
    #[schema(value_type = Option<String>)]
    pub agreement: Option<AgreementId>,
    pub customer: CustomerId,
    pub customer_name: String,
    pub title: String,
    /// Whose plan it is.
    pub source: PlanSource,
    /// In warranty, in contract or neither, on the day of the report; absent where the day the warranty starts on is missing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub standing: Option<Standing>,
    #[schema(value_type = Option<String>)]
    pub region: Option<RegionKey>,
    pub required: Vec<RequiredField>,
    pub question_types: Vec<Choice>,
    pub regions: Vec<Choice>,
    pub grading: Vec<Choice>,
    pub levels: Vec<LevelChoice>,
    /// The level that the answers, or the person, give.
    #[schema(value_type = Option<String>)]
    pub level: Option<SeverityId>,
    /// What would be owed at once if the report were kept now.
    pub promises: Vec<PromiseSummary>,
}

/// A field the slip must have.
#[derive(Debug, Serialize, ToSchema)]
pub struct RequiredField {
    pub field: Field,
    /// The clause that requires it; absent for what every report needs.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub heading: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sentence: Option<String>,
}

/// Tells what a report about a unit or under an agreement will need and promise. Nothing is kept.
pub async fn intake(ctx: &Ctx, asked: &AskIntake) -> Result<IntakeView> {
    let scope = ctx.permit(Action::CaseReport)?;
    if asked.unit.is_none() && asked.agreement.is_none() && asked.customer.is_none() {
        return Err(Error::field("?unit", REQUIRED));
    }
    let mut read = ctx.read().await?;
    let agreements = choices(ctx, &mut read, asked).await?;
    let open = open_cases(ctx, &mut read, asked.unit).await?;
    let warranty = match asked.unit {
        Some(unit) => {
            let unit = store::unit::get(&mut read, unit, &ctx.permit(Action::UnitRead)?).await?;
            let on = settings::day_of(&mut read, asked.at.unwrap_or(ctx.now())).await?;
            WarrantySaid::of_unit(&mut read, &unit, on, ctx.language).await?
        }
        None => None,
    };
    let is_served =
        if let (None, None, Some(customer)) = (asked.unit, asked.agreement, asked.customer) {
            is_served(ctx, &mut read, customer).await?
        } else {
            let by_plan = |said: &WarrantySaid| said.source != PlanSource::Law;
            !agreements.is_empty() || warranty.as_ref().is_some_and(by_plan)
        };
    let plan = if is_served {
        let given = asked.report();
        let about = about(ctx, &mut read, &scope, &given).await?;
        Some(plan(ctx, &mut read, asked, &given, &about).await?)
    } else {
        None
    };
    Ok(IntakeView {
        agreements,
        plan,
        warranty,
        open,
    })
}

/// The agreements of the unit, the one named, or those of the customer that run, if the caller may read it. Some may report what they may not read: they
/// are told nothing here.
async fn choices(ctx: &Ctx, conn: &mut Conn, asked: &AskIntake) -> Result<Vec<IntakeAgreement>> {
    let found = match (asked.unit, asked.agreement) {
        (Some(unit), _) => {
            let unit = store::unit::get(conn, unit, &ctx.permit(Action::UnitRead)?).await?;
            let mut of_unit = agreement::for_unit(conn, unit.id).await?;
            of_unit.retain(|agreement| agreement.customer == unit.customer);
            of_unit
        }
        (None, Some(id)) => {
            let scope = ctx.permit(Action::AgreementRead)?;
            vec![agreement::get(conn, id, &scope).await?]
        }
        (None, None) => match asked.customer {
            Some(customer) => {
                let scope = ctx.permit(Action::AgreementRead)?;
                running(ctx, conn, customer, &scope).await?
            }
            None => Vec::new(),
        },
    };
    let today = settings::day_of(conn, ctx.now()).await?;
    let choice = |agreement: Agreement| IntakeAgreement {
        standing: agreement_standing(&agreement, today),
        id: agreement.id,
        number: agreement.number,
        title: agreement.title,
        kind: agreement.kind,
        ends_on: agreement.ends_on,
    };
    Ok(found.into_iter().map(choice).collect())
}

async fn open_cases(ctx: &Ctx, conn: &mut Conn, unit: Option<UnitId>) -> Result<Vec<CaseSummary>> {
    let (Some(unit), Ok(scope)) = (unit, ctx.permit(Action::CaseRead)) else {
        return Ok(Vec::new());
    };
    let filter = CaseFilter {
        open: Some(true),
        unit: Some(unit),
        ..CaseFilter::default()
    };
    let rows = case::page(conn, &filter, None, &scope, MAX_OPEN).await?;
    let calendars = in_force(conn).await?.calendars;
    let called = Called::read(conn, &rows, ctx.language).await?;
    rows.into_iter()
        .map(|row| summary(&calendars, row, ctx.now(), &called))
        .collect()
}

async fn plan(
    ctx: &Ctx,
    conn: &mut Conn,
    asked: &AskIntake,
    given: &Report,
    about: &About,
) -> Result<IntakePlan> {
    let now = to_millisecond(ctx.now());
    let at = given.at.map_or(now, to_millisecond);
    let (version, signed) = (about.plan_version, about.agreement.as_ref());
    let basis = Basis::of(conn, &about.rules, (version, signed), about.buyer(at)).await?;
    let buyer = customer::get(conn, about.customer, &Scope::All).await?;
    let reported = reported(&basis, given, about, at)?;
    let facts = foreseen(ctx, &basis, asked, reported, now)?;
    let level = facts.iter().find_map(|known| match &known.fact {
        Fact::Graded { severity, .. } => Some(severity.clone()),
        _ => None,
    });
    let owed = obligations(&basis.plan, &basis.calendars, &facts, now);
    let body = basis.plan.plan();
    let choice = |id: &dyn ToString, label: &str| Choice {
        id: id.to_string(),
        label: label.to_owned(),
    };
    Ok(IntakePlan {
        agreement: about.agreement.as_ref().map(|signed| signed.agreement.id),
        customer: buyer.id,
        customer_name: buyer.name,
        title: body.title.clone(),
        source: source(about),
        standing: standing(&basis, about, at),
        region: about.region.clone(),
        required: required(&basis, &facts, &owed),
        question_types: (body.question_types.iter())
            .map(|named| choice(&named.id, &named.label))
            .collect(),
        regions: (body.regions.iter())
            .map(|named| choice(&named.id, &named.label))
            .collect(),
        grading: (body.grading.iter().flat_map(|grading| &grading.questions))
            .map(|named| choice(&named.id, &named.label))
            .collect(),
        levels: levels(body),
        level,
        promises: promises(&basis, owed, now, ctx.language),
    })
}

/// Whose plan serves: the agreement's, else the one the unit was sold with, else the company's.
fn source(about: &About) -> PlanSource {
    let of_unit = about.warranty.as_ref().map(|(basis, _)| basis.source);
    match (&about.agreement, of_unit) {
        (Some(_), _) => PlanSource::Agreement,
        (None, Some(source)) => source,
        (None, None) => PlanSource::Company,
    }
}

/// The facts as they would be if the report were kept now.
fn foreseen(
    ctx: &Ctx,
    basis: &Basis,
    asked: &AskIntake,
    reported: Fact,
    now: Timestamp,
) -> Result<Vec<CaseEvent>> {
    let event = |seq: u32, at: Timestamp, fact: Fact| CaseEvent {
        id: EventId::new(ctx.uuid()),
        seq,
        at,
        recorded_at: now,
        by: author(ctx),
        copied_from: None,
        fact,
    };
    let at = asked.at.map_or(now, to_millisecond).min(now);
    let mut facts = vec![event(1, at, reported)];
    // A plan without questions grades by the level alone: before one is chosen there is nothing to foresee.
    let by_level_alone = basis.plan.plan().grading.is_none();
    let grade = asked
        .grade()?
        .filter(|grade| !by_level_alone || grade.severity.is_some() || !grade.answers.is_empty());
    if let Some(grade) = grade {
        let situation = Situation::read(&basis.plan, &basis.calendars, &facts, now);
        let fact = grade.with_the_rest_no(&basis.plan).fact(
            &basis.plan,
            &situation,
            &facts,
            now,
            (Asked::Query, ctx.language),
        )?;
        facts.push(event(2, now, fact));
    }
    Ok(facts)
}

/// What is owed after these facts, the first to break first.
fn promises(
    basis: &Basis,
    owed: Vec<Obligation>,
    now: Timestamp,
    language: Language,
) -> Vec<PromiseSummary> {
    let mut owed: Vec<_> = owed
        .into_iter()
        .filter(|row| matches!(row.state, State::Running | State::Paused))
        .collect();
    owed.sort_by_key(|row| row.due_at.unwrap_or(Timestamp::MAX));
    owed.iter()
        .map(|row| PromiseSummary::of(row, &basis.plan, language).seen_at(&basis.calendars, now))
        .collect()
}

/// What the slip must have, and photos where a promise of this report waits for them: these may follow later.
fn required(basis: &Basis, facts: &[CaseEvent], owed: &[Obligation]) -> Vec<RequiredField> {
    let known = context(&History::read(facts), basis.plan.zone());
    let photos = owed.iter().find(|row| {
        let waits = waits_for(&basis.plan, row, &[]);
        waits.contains(&Field::Photos)
    });
    let photos = photos.map(|row| (Field::Photos, Some(row.clause.clone())));
    let fields = required_fields(&basis.plan, &known).into_iter();
    fields
        .filter(|(field, _)| *field != Field::Photos)
        .chain(photos)
        .map(|(field, clause)| {
            let clause = clause.and_then(|id| basis.plan.clause(&id));
            RequiredField {
                field,
                heading: clause.map(|clause| clause.heading.clone()),
                sentence: clause.map(|clause| clause.text.clone()),
            }
        })
        .collect()
}

impl AskIntake {
    /// The report as far as it is known.
    fn report(&self) -> Report {
        Report {
            channel: self.channel.unwrap_or(Channel::Phone),
            unit: self.unit,
            agreement: self.agreement,
            customer: self.customer,
            site: None,
            question: self.question.clone(),
            region: self.region.clone(),
            at: self.at,
            slip: Slip::default(),
            grade: None,
        }
    }

    fn grade(&self) -> Result<Option<Grade>> {
        if self.yes.is_none() && self.severity.is_none() {
            return Ok(None);
        }
        let mut checks = Checks::new();
        let mut answers = std::collections::BTreeMap::new();
        let named = self.yes.as_deref().unwrap_or_default().split(',');
        for word in named.map(str::trim).filter(|word| !word.is_empty()) {
            match word.parse::<GradingQuestionId>() {
                Ok(question) => {
                    answers.insert(question, true);
                }
                Err(_) => checks.wrong("?yes", BAD_ANSWERS),
            }
        }
        checks.done()?;
        Ok(Some(Grade {
            answers,
            severity: self.severity.clone(),
            // Only what is kept needs a reason.
            reason: "-".to_owned(),
        }))
    }
}
