//! One case with its timeline, promises and what can be done now.

use std::collections::BTreeMap;

use domain::case::intake::Channel;
use domain::case::{
    Action, Author, CaseEvent, Fact, LeftUndone, Proof, ProofRule, Situation, Status, VisitState,
    Visits, waits_for,
};
use domain::ids::{
    AgreementId, CaseId, CustomerId, OrgUnitId, PersonId, PlanVersionId, SiteId, UnitId,
};
use domain::obligation::history::Standing;
use domain::obligation::{self, History, Obligation};
use domain::plan::clauses::document::Field;
use domain::plan::clauses::remedy::Entitles;
use domain::plan::{Context, Promise};
use domain::remedy::{Ground, Owed, owed};
use domain::slug::ClauseId;
use jiff::Timestamp;
use serde::Serialize;
use store::Conn;
use store::attachment::{self, Attachment};
use store::case::{self, CaseRow, Note, Part};
use store::product::{self, Region};
use utoipa::ToSchema;

use super::choices::{self, ChoicesView, GradingView};
use super::note::NoteView;
use super::open::Opened;
use super::phone;
use super::reading::{ClockReading, Running, reading};
use super::related::{RelatedCase, related};
use super::report::Slip;
use super::say;
use super::slip::{LackingField, Photos, lacking, slip_fields};
use crate::ctx::Ctx;
use crate::error::Result;
use crate::language::Language;

/// A case.
#[derive(Debug, Serialize, ToSchema)]
pub struct CaseView {
    pub id: CaseId,
    /// `FW-20261122-0007`.
    pub number: String,
    pub version: i64,
    pub branch: OrgUnitId,
    pub customer: Option<CustomerId>,
    pub site: Option<SiteId>,
    pub unit: Option<UnitId>,
    pub agreement: Option<AgreementId>,
    pub plan_version: PlanVersionId,
    pub plan_title: String,
    pub channel: Channel,
    pub slip: Slip,
    /// What the plan requires of the slip and nobody has given yet.
    pub slip_lacks: Vec<LackingField>,
    pub owner: Option<PersonId>,
    pub crew: Vec<PersonId>,
    pub watchers: Vec<PersonId>,
    /// Everybody named in this view.
    pub people: Vec<PersonName>,
    pub status: Status,
    /// What the limits depend on, as now known.
    pub context: Context,
    #[schema(value_type = String, format = DateTime)]
    pub reported_at: Timestamp,
    pub timeline: Vec<FactView>,
    /// The cases that merges and splits of the timeline name.
    pub related: Vec<RelatedCase>,
    pub obligations: Vec<ObligationView>,
    /// What closing would leave undone besides promises, so that it needs reasons.
    pub left_undone: LeftUndone,
    /// What happened gives the customer a right to, as noted in the timeline.
    pub remedies: Vec<RemedyView>,
    pub notes: Vec<NoteView>,
    pub attachments: Vec<AttachmentView>,
    pub grading: Option<GradingView>,
    pub choices: ChoicesView,
    pub actions: Vec<CaseActionView>,
}

/// A person by name.
#[derive(Debug, Serialize, ToSchema)]
pub struct PersonName {
    pub id: PersonId,
    pub name: String,
}

/// A fact of the timeline, in the order it was recorded.
#[derive(Debug, Serialize, ToSchema)]
pub struct FactView {
    #[serde(flatten)]
    pub event: CaseEvent,
    /// When it truly happened, after corrections.
    #[schema(value_type = String, format = DateTime)]
    pub happened_at: Timestamp,
    /// Whether it was entered later than it happened.
    pub late_entry: bool,
    /// Whether it was withdrawn since.
    pub withdrawn: bool,
    /// What became of the visit it speaks of.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub visit: Option<VisitState>,
    /// Whether it only proves once more the repair that was noted before it.
    pub confirmation: bool,
}

/// A promise of the case.
#[derive(Debug, Serialize, ToSchema)]
pub struct ObligationView {
    #[serde(flatten)]
    pub obligation: Obligation,
    /// What the clause is called.
    pub heading: String,
    /// The sentence of the plan.
    pub sentence: String,
    /// Whether closing the case now would end it unkept, so that closing needs the reason why it is not owed.
    pub given_up_by_closing: bool,
    /// What of the slip it waits for.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub waits_for: Vec<Field>,
    /// How the clock stands; told for running clocks of working time.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub clock: Option<ClockReading>,
}

/// A remedy that was opened and stands.
#[derive(Debug, Serialize, ToSchema)]
pub struct RemedyView {
    pub clause: ClauseId,
    pub heading: String,
    pub sentence: String,
    #[serde(flatten)]
    pub ground: Ground,
    /// What the customer may choose from.
    pub entitles: Vec<Entitles>,
    /// What is given besides.
    pub besides: Vec<Entitles>,
    /// The money it has come to, where it compensates for delay or for the breach itself; told once for each clause.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub owed: Option<Owed>,
    #[schema(value_type = String, format = DateTime)]
    pub opened_at: Timestamp,
}

/// A file of the case.
#[derive(Debug, Serialize, ToSchema)]
pub struct AttachmentView {
    pub id: String,
    pub name: String,
    pub media_type: String,
    /// Bytes.
    pub size: i64,
    /// SHA-256 of the content.
    pub sha256: String,
    pub created_by: String,
    #[schema(value_type = String, format = DateTime)]
    pub created_at: Timestamp,
}

/// Something that is for the caller's role to do with a case: whether now, or why not now.
#[derive(Debug, Serialize, ToSchema)]
pub struct CaseActionView {
    pub name: Action,
    pub allowed: bool,
    /// Why it is not allowed, in the caller's language.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub because: Option<String>,
    /// Whether words are needed.
    pub needs_note: bool,
    /// The kinds of proof of which at least one is needed; none needs no proof.
    pub proof_any_of: Vec<Proof>,
}

/// One case within the caller's scope.
pub async fn get(ctx: &Ctx, id: CaseId) -> Result<CaseView> {
    let scope = super::list::read_scope(ctx)?;
    let mut read = ctx.read().await?;
    let opened = Opened::load(&mut read, id, &scope).await?;
    view(ctx, &mut read, opened).await
}

/// The view of a case that was loaded, as the transaction now sees it.
pub(super) async fn view(ctx: &Ctx, conn: &mut Conn, opened: Opened) -> Result<CaseView> {
    let id = opened.row.id;
    let around = Around {
        names: case::names(conn, id).await?,
        people: case::people(conn, id).await?,
        // What is said among the company's people is not for the customer.
        notes: if ctx.is_outsider() {
            Vec::new()
        } else {
            case::notes(conn, id).await?
        },
        attachments: attachment::of_subject(conn, super::SUBJECT, &id.to_string()).await?,
        related: related(ctx, conn, &opened.row, &opened.facts).await?,
        regions: if lies_in_unnamed_region(&opened) {
            product::regions(conn).await?
        } else {
            Vec::new()
        },
    };
    Ok(shown(ctx, &opened, around))
}

/// The view of a case that the caller has just reported: nobody else has had to do with it.
pub(super) fn view_of_new(ctx: &Ctx, opened: &Opened) -> CaseView {
    let owner = opened.row.owner;
    let around = Around {
        names: owner
            .map(|owner| (owner, ctx.actor.name.clone()))
            .into_iter()
            .collect(),
        people: owner
            .map(|owner| (owner, Part::Owner))
            .into_iter()
            .collect(),
        notes: Vec::new(),
        attachments: Vec::new(),
        related: Vec::new(),
        regions: Vec::new(),
    };
    shown(ctx, opened, around)
}

/// Whether a case lies in a region of the company that its plan has no name for.
fn lies_in_unnamed_region(opened: &Opened) -> bool {
    let history = History::read(&opened.facts);
    let context = obligation::context(&history, opened.basis.plan.zone());
    let named = &opened.basis.plan.plan().regions;
    context
        .region
        .is_some_and(|region| named.iter().all(|known| known.id != region))
}

/// What belongs to a case besides its facts.
struct Around {
    names: BTreeMap<PersonId, String>,
    people: Vec<(PersonId, Part)>,
    notes: Vec<Note>,
    attachments: Vec<Attachment>,
    related: Vec<RelatedCase>,
    /// The company's, for a site in a region that the plan does not name.
    regions: Vec<Region>,
}

fn shown(ctx: &Ctx, opened: &Opened, around: Around) -> CaseView {
    let situation = opened.situation(ctx.now());
    let history = History::read(&opened.facts);
    let plan = opened.basis.plan.plan();
    let of_part = |part: Part| {
        let of_part = around.people.iter().filter(|(_, known)| *known == part);
        of_part.map(|(person, _)| *person).collect::<Vec<_>>()
    };
    // Who of the company's people looks on is not for the customer.
    let watchers = if ctx.is_outsider() {
        Vec::new()
    } else {
        of_part(Part::Watcher)
    };
    let crew = of_part(Part::Crew);
    let row = &opened.row;
    let context = obligation::context(&history, opened.basis.plan.zone());
    let types = around.attachments.iter();
    let given = slip_fields(
        row,
        Photos::among(types.map(|file| file.media_type.as_str())),
    );
    let choices = choices::choices(plan).naming(context.region.as_ref(), &around.regions);
    CaseView {
        id: row.id,
        number: row.number.clone(),
        version: row.version,
        branch: row.branch,
        customer: row.customer,
        site: row.site,
        unit: row.unit,
        agreement: row.agreement,
        plan_version: row.plan_version,
        plan_title: plan.title.clone(),
        channel: row.channel,
        slip: slip(ctx, row),
        slip_lacks: lacking(
            &opened.basis.plan,
            &situation.obligations,
            &given,
            ctx.language,
        ),
        owner: row.owner,
        people: people_of(around.names, |person| {
            row.owner == Some(person)
                || crew.contains(&person)
                || watchers.contains(&person)
                || opened
                    .facts
                    .iter()
                    .any(|fact| fact.by == Author::Person { person })
                || around.notes.iter().any(|note| note.author == person)
        }),
        crew,
        watchers,
        context,
        reported_at: row.reported_at,
        timeline: timeline(ctx, opened, &history),
        related: around.related,
        remedies: remedies(
            opened,
            &history,
            &situation.obligations,
            (ctx.now(), ctx.language),
        ),
        left_undone: situation.left_undone,
        obligations: with_sentences(ctx, opened, &situation, &given),
        notes: around.notes.into_iter().map(NoteView::from).collect(),
        attachments: around
            .attachments
            .into_iter()
            .map(AttachmentView::from)
            .collect(),
        grading: choices::grading(plan),
        choices,
        actions: actions(ctx, &situation),
        status: situation.status,
    }
}

/// The names of those the view names: who only had to do with what a reader is not shown is not named to them either.
fn people_of(
    names: BTreeMap<PersonId, String>,
    is_named: impl Fn(PersonId) -> bool,
) -> Vec<PersonName> {
    let named = names.into_iter().filter(|(id, _)| is_named(*id));
    named.map(|(id, name)| PersonName { id, name }).collect()
}

fn slip(ctx: &Ctx, row: &CaseRow) -> Slip {
    Slip {
        name: row.name.clone(),
        phone: phone::shown_on(ctx, row, &row.phone),
        address: row.address.clone(),
        content: row.content.clone(),
        wishes: row.wishes.clone(),
    }
}

fn timeline(ctx: &Ctx, opened: &Opened, history: &History<'_>) -> Vec<FactView> {
    let standing: BTreeMap<_, _> = history
        .facts()
        .iter()
        .map(|fact| (fact.event.id, fact))
        .collect();
    let visits = Visits::of(history);
    let view = |event: &CaseEvent| {
        let known = standing.get(&event.id);
        let stands = known.map(|fact| fact.at);
        FactView {
            visit: visits.states.get(&event.id).copied(),
            confirmation: known.is_some_and(|fact| history.is_confirmation(fact)),
            happened_at: stands.unwrap_or(event.at),
            late_entry: event.recorded_at > stands.unwrap_or(event.at),
            withdrawn: stands.is_none() && !event.fact.is_correction(),
            event: phone::shown_in(ctx, &opened.row, event),
        }
    };
    opened.facts.iter().map(view).collect()
}

fn remedies(
    opened: &Opened,
    history: &History<'_>,
    rows: &[Obligation],
    (now, language): (Timestamp, Language),
) -> Vec<RemedyView> {
    let noted = history.facts().iter();
    let mut owed = owed(&opened.basis.plan, &opened.facts, rows, now);
    let view = |fact: &Standing<'_>| {
        let Fact::RemedyOpened { clause, ground } = &fact.event.fact else {
            return None;
        };
        let clause = opened.basis.plan.clause(clause)?;
        let Promise::Remedy(remedy) = &clause.promise else {
            return None;
        };
        let said = opened.basis.plan.wording(clause, language);
        Some(RemedyView {
            clause: clause.id.clone(),
            heading: said.heading,
            sentence: said.sentence,
            ground: ground.clone(),
            entitles: remedy.entitles.clone(),
            besides: remedy.besides.clone(),
            owed: None,
            opened_at: fact.at,
        })
    };
    let mut views: Vec<RemedyView> = noted.filter_map(view).collect();
    // A clause that was opened in several rounds owes once for all that was broken.
    for view in views.iter_mut().rev() {
        let own = owed.iter().position(|one| one.clause == view.clause);
        view.owed = own.map(|at| owed.remove(at));
    }
    views
}

fn with_sentences(
    ctx: &Ctx,
    opened: &Opened,
    situation: &Situation,
    given: &[Field],
) -> Vec<ObligationView> {
    let now = ctx.now();
    let given_up: Vec<_> = situation.given_up_by_closing(now).collect();
    let view = |obligation: &Obligation| {
        let said = opened
            .basis
            .plan
            .wording_of(&obligation.clause, ctx.language);
        let (heading, sentence) = said
            .map(|said| (said.heading, said.sentence))
            .unwrap_or_default();
        ObligationView {
            heading,
            sentence,
            given_up_by_closing: given_up.contains(&obligation),
            waits_for: waits_for(&opened.basis.plan, obligation, given),
            clock: reading(
                &opened.basis.calendars,
                Running {
                    state: obligation.state,
                    limit: obligation.limit,
                    calendar: &obligation.calendar,
                    due_at: obligation.due_at,
                },
                now,
            ),
            obligation: obligation.clone(),
        }
    };
    situation.obligations.iter().map(view).collect()
}

/// Every action of the caller's role, with what in the state of the case stands against it.
fn actions(ctx: &Ctx, situation: &Situation) -> Vec<CaseActionView> {
    let view = |action: Action| {
        let obstacle = situation.obstacles(action).into_iter().next();
        let because = obstacle.map(|obstacle| say::text(&obstacle).say(ctx.language));
        let (needs_note, proof_any_of) = match action.proof() {
            ProofRule::Entry => (false, Vec::new()),
            ProofRule::Note => (true, Vec::new()),
            ProofRule::AnyOf(kinds) => (false, kinds.to_vec()),
        };
        CaseActionView {
            name: action,
            allowed: because.is_none(),
            because,
            needs_note,
            proof_any_of,
        }
    };
    let of_the_role = |action: &Action| ctx.may(action.permission()).is_ok();
    let actions = Action::ALL.iter().copied();
    actions.filter(of_the_role).map(view).collect()
}

impl From<Attachment> for AttachmentView {
    fn from(stored: Attachment) -> Self {
        Self {
            id: stored.id,
            name: stored.name,
            media_type: stored.media_type,
            size: stored.size,
            sha256: stored.hash.to_string(),
            created_by: stored.created_by,
            created_at: stored.created_at,
        }
    }
}
