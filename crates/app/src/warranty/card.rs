//! The warranty card (保修卡) of a unit.

use domain::access::Action;
use domain::entitlement::{LegalTerm, ResolvedTerm, UnitStanding};
use domain::ids::{AgreementId, UnitId};
use domain::legal::Wording;
use domain::plan::clauses::channel;
use domain::plan::clauses::warranty::{Covered, StartDate};
use jiff::Timestamp;
use jiff::civil::Date;
use serde::Serialize;
use store::product::Product;
use store::unit::Unit;
use store::{Conn, product, unit};
use utoipa::ToSchema;

use super::resolve::{Resolved, Why, promised};
use super::said::{WarrantySaid, legal};
use crate::basis::Basis;
use crate::ctx::{App, Ctx};
use crate::error::Result;
use crate::language::Language;
use crate::settings;

/// Everything a warranty card shows.
#[derive(Debug, Serialize, ToSchema)]
pub struct WarrantyCard {
    pub company: String,
    /// The plan's own telephone, else the company's.
    pub hotline: String,
    /// What the code on the unit holds.
    pub public_code: String,
    /// Today in the company's zone, from which days left are counted.
    #[schema(value_type = String, format = Date)]
    pub today: Date,
    /// In or out of warranty today.
    pub standing: UnitStanding,
    /// The days of which one is to be entered before a term that does not run for want of it can.
    pub missing_starts: Vec<StartDate>,
    /// Days until the last day of the term that decides, today not counted; absent when there is none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub days_left: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, format = Date)]
    pub ends_on: Option<Date>,
    /// The plan it is promised by; absent while nothing is promised.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub plan: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub agreement: Option<AgreementId>,
    /// The same in the words every page uses; absent while nothing is promised.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub said: Option<WarrantySaid>,
    pub terms: Vec<TermView>,
    /// How the warranty came to be what it is, the last first.
    pub history: Vec<ResolutionView>,
}

/// One term of a warranty with the clause it comes from.
#[derive(Debug, Serialize, ToSchema)]
pub struct TermView {
    #[serde(flatten)]
    pub term: ResolvedTerm,
    /// The clause's heading and sentence.
    pub heading: String,
    pub sentence: String,
    /// What the product calls the class of components, when the term is for one it names.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub class_label: Option<String>,
    /// The law, where the term is the law's and not the plan's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub law: Option<LegalTerm>,
    /// Whether it runs today.
    pub runs: bool,
    /// Days until its last day; absent for a lifetime and for a term that failed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub days_left: Option<i64>,
}

/// One resolution of a warranty.
#[derive(Debug, Serialize, ToSchema)]
pub struct ResolutionView {
    pub seq: i64,
    #[schema(value_type = String, format = DateTime)]
    pub resolved_at: Timestamp,
    pub why: Why,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, format = Date)]
    pub ends_on: Option<Date>,
    /// The same in the words every page uses, as of the day it was resolved; absent where nothing was promised.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub said: Option<WarrantySaid>,
    /// The terms with what went wrong, as they were then.
    pub terms: Vec<ResolvedTerm>,
}

/// The card of a unit inside the caller's scope.
pub async fn card(ctx: &Ctx, id: UnitId) -> Result<WarrantyCard> {
    let scope = ctx.permit(Action::UnitRead)?;
    let mut read = ctx.read().await?;
    let unit = unit::get(&mut read, id, &scope).await?;
    of(&mut read, &unit, ctx.now(), ctx.language).await
}

/// What a stranger with the code of a unit may read: what stands on the unit itself, and what is promised for it.
#[derive(Debug, Serialize, ToSchema)]
pub struct PublicCard {
    /// For the link to report a fault by, which asks to sign in.
    pub unit: UnitId,
    pub product_name: String,
    pub model: String,
    pub serial: String,
    pub company: String,
    pub hotline: String,
    #[schema(value_type = String, format = Date)]
    pub today: Date,
    pub standing: UnitStanding,
    /// The days of which one is missing.
    pub missing_starts: Vec<StartDate>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub days_left: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, format = Date)]
    pub ends_on: Option<Date>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub plan: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub said: Option<WarrantySaid>,
    pub terms: Vec<TermView>,
}

/// The card behind a code, for anybody who holds it. It names no person, customer or place.
pub async fn public_card(app: &App, code: &str, language: Language) -> Result<PublicCard> {
    let mut read = app.db.read().await?;
    let unit = unit::by_code(&mut read, code).await?;
    let product = product::get(&mut read, unit.product).await?;
    let card = of(&mut read, &unit, app.now(), language).await?;
    Ok(PublicCard {
        unit: unit.id,
        product_name: product.name,
        model: product.model,
        serial: unit.serial,
        company: card.company,
        hotline: card.hotline,
        today: card.today,
        standing: card.standing,
        missing_starts: card.missing_starts,
        days_left: card.days_left,
        ends_on: card.ends_on,
        plan: card.plan,
        said: card.said,
        terms: card.terms,
    })
}

async fn of(
    read: &mut Conn,
    unit: &Unit,
    now: Timestamp,
    language: Language,
) -> Result<WarrantyCard> {
    let public_code = unit.public_code.clone();
    let (settings, _) = settings::load(read).await?;
    let today = settings.day_of(now)?;
    let product = product::get(read, unit.product).await?;
    let history = history(read, unit.id, &product, language).await?;
    let mut card = WarrantyCard {
        company: settings.company_name,
        hotline: settings.hotline,
        public_code,
        today,
        standing: UnitStanding::NoTerm,
        missing_starts: Vec::new(),
        days_left: None,
        ends_on: None,
        plan: None,
        agreement: None,
        said: None,
        terms: Vec::new(),
        history: Vec::new(),
    };
    if let Some(basis) = Basis::of_unit(read, unit).await? {
        // The plan in force, with what the agreement answers, before the clauses of the company behind it.
        if let Some(phone) = channel::phone(&basis.plan.plan().clauses) {
            phone.clone_into(&mut card.hotline);
        }
        let label = |term: &ResolvedTerm| match &term.covers {
            Covered::Component { class } => product
                .component_classes
                .iter()
                .find(|known| known.class == *class)
                .map(|known| known.label.clone()),
            _ => None,
        };
        let warranty = promised(read, unit, &basis).await?;
        card.terms = warranty
            .terms
            .iter()
            .map(|term| TermView {
                law: legal(term, language),
                ..view(
                    basis.plan.wording_of(&term.clause, language),
                    term,
                    today,
                    label(term),
                )
            })
            .collect();
        let said = WarrantySaid::of(basis.source, &warranty, &product, today).named_in(language);
        card.standing = said.state.standing;
        card.missing_starts.clone_from(&said.state.missing_starts);
        card.ends_on = said.state.ends_on;
        card.days_left = card.ends_on.map(|last| days(today, last));
        card.said = Some(said);
        card.plan = basis.version.map(|version| version.title);
        card.agreement = basis.agreement.map(|agreement| agreement.id);
    }
    card.history = history;
    Ok(card)
}

async fn history(
    conn: &mut Conn,
    id: UnitId,
    product: &Product,
    language: Language,
) -> Result<Vec<ResolutionView>> {
    let rows = unit::resolutions(conn, id).await?;
    let (settings, _) = settings::load(conn).await?;
    let mut history = Vec::with_capacity(rows.len());
    for row in rows {
        let (seq, resolved_at, ends_on) = (row.seq, row.resolved_at, row.ends_on);
        let day = settings.day_of(resolved_at)?;
        let resolved = Resolved::read(row)?;
        history.push(ResolutionView {
            seq,
            resolved_at,
            why: resolved.why,
            ends_on,
            said: resolved.said(product, day, language),
            terms: resolved.warranty.terms,
        });
    }
    Ok(history)
}

fn view(
    said: Option<Wording>,
    term: &ResolvedTerm,
    today: Date,
    class_label: Option<String>,
) -> TermView {
    let (heading, sentence) = said
        .map(|said| (said.heading, said.sentence))
        .unwrap_or_default();
    TermView {
        term: term.clone(),
        heading,
        sentence,
        class_label,
        law: None,
        runs: term.runs_on(today),
        days_left: term.ends_on.map(|last| days(today, last)),
    }
}

/// Days from one day to another, below zero when the other is past.
fn days(from: Date, to: Date) -> i64 {
    to.duration_since(from).as_hours() / 24
}
