//! One search over everything the caller may see.

use domain::access::Action;
use serde::{Deserialize, Serialize};
use store::search::{self as index, Hit, MAX_HITS, MAX_QUERY};
use store::{Conn, Scope};
use utoipa::{IntoParams, ToSchema};

use crate::check::TOO_LONG;
use crate::ctx::Ctx;
use crate::error::{Error, Result};
use crate::message::Text;

mod few;
mod fill;
mod follow;
mod hits;

pub(crate) use fill::is_due;
pub use fill::{FILL, fill};
pub use follow::{FOLLOW, follow_on};
pub(crate) use follow::{Renamed, follow};

/// Most hits shown below the search box.
const SHOWN: u32 = 20;
/// Most of them that are cases, beside the others.
const SHOWN_CASES: u32 = 8;

/// Most customers, and most units, whose cases a text finds.
const NAMED: u32 = 20;

/// What to look for.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct Search {
    /// One to two hundred characters: part of a name, number, telephone or serial number.
    pub q: String,
}

/// What was found: cases, then what else, each the latest first.
#[derive(Debug, Serialize, ToSchema)]
pub struct SearchHits {
    pub items: Vec<SearchHit>,
}

/// Something that was found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct SearchHit {
    /// `case`, `customer`, `contact`, `unit`, `agreement`, `product`, `plan`, `person`, `region`, `org_unit` or `calendar`.
    pub kind: &'static str,
    /// Id of the page to open: a contact opens its customer. A region has its key, a calendar its name.
    pub id: String,
    pub title: String,
    pub detail: String,
}

/// Finds everything the caller may see by any part of what it is known by. Products, plans, people, regions, places of the
/// company and calendars, of which there are few, come after what the index finds.
pub async fn search(ctx: &Ctx, asked: &Search) -> Result<SearchHits> {
    let scope = ctx.permit(Action::Search)?;
    let mut read = ctx.read().await?;
    let kinds = kinds(ctx);
    // Cases are many and the latest: searched together they would leave no room for the customer they are of.
    let (cases, others): (Vec<&str>, Vec<&str>) =
        kinds.into_iter().partition(|kind| *kind == "case");
    let mut found = find(&mut read, &asked.q, &scope, &cases, SHOWN_CASES).await?;
    found.extend(find(&mut read, &asked.q, &scope, &others, SHOWN).await?);
    let mut known = hits::cases(&mut read, &subjects(&found, "case"), &scope).await?;
    // Whoever looks for a customer or a unit mostly wants what is going on there.
    let room = (SHOWN_CASES as usize).saturating_sub(known.len());
    let of = (subjects(&found, "unit"), subjects(&found, "customer"));
    let more = match ctx.permit(Action::CaseRead) {
        Ok(scope) if room > 0 => hits::cases_of(&mut read, &of.0, &of.1, &scope).await?,
        _ => Vec::new(),
    };
    let mut more: Vec<_> = more
        .into_iter()
        .filter(|one| !known.contains(one))
        .collect();
    more.truncate(room);
    let at = subjects(&found, "case").len();
    found.splice(
        at..at,
        more.iter().map(|(id, _)| Hit {
            kind: "case".into(),
            subject: id.clone(),
        }),
    );
    known.extend(more);
    known.extend(hits::customers(&mut read, &subjects(&found, "customer"), &scope).await?);
    known.extend(hits::contacts(ctx, &mut read, &subjects(&found, "contact"), &scope).await?);
    known.extend(hits::units(&mut read, &subjects(&found, "unit"), &scope).await?);
    known.extend(hits::agreements(&mut read, &subjects(&found, "agreement"), &scope).await?);
    let place = |hit: &Hit| {
        known
            .iter()
            .find(|(subject, _)| *subject == hit.subject)
            .map(|(_, found)| found.clone())
    };
    let mut items: Vec<SearchHit> = found.iter().filter_map(place).collect();
    items.extend(few::few(ctx, &mut read, &asked.q).await?);
    Ok(SearchHits { items })
}

/// The kinds the caller may read.
fn kinds(ctx: &Ctx) -> Vec<&'static str> {
    let readable = [
        ("case", Action::CaseRead),
        ("customer", Action::CustomerRead),
        ("contact", Action::CustomerRead),
        ("unit", Action::UnitRead),
        ("agreement", Action::AgreementRead),
    ];
    readable
        .into_iter()
        .filter(|(_, action)| ctx.may(*action).is_ok())
        .map(|(kind, _)| kind)
        .collect()
}

/// The ids of what one kind of list finds, the latest first.
pub(crate) async fn found(
    conn: &mut Conn,
    words: &str,
    kind: &'static str,
    scope: &Scope,
) -> Result<Vec<String>> {
    let hits = find(conn, words, scope, &[kind], MAX_HITS).await?;
    Ok(hits.into_iter().map(|hit| hit.subject).collect())
}

/// The customers and units that words name, as far as the caller may see them: a few, the latest first. Words that are too
/// long name none.
pub(crate) async fn named(ctx: &Ctx, conn: &mut Conn, words: &str) -> Result<Vec<String>> {
    if words.trim().is_empty() || words.chars().count() > MAX_QUERY {
        return Ok(Vec::new());
    }
    let kinds = [
        ("customer", Action::CustomerRead),
        ("unit", Action::UnitRead),
    ];
    let mut ids = Vec::new();
    for (kind, action) in kinds {
        if let Ok(scope) = ctx.permit(action) {
            let hits = find(conn, words, &scope, &[kind], NAMED).await?;
            ids.extend(hits.into_iter().map(|hit| hit.subject));
        }
    }
    Ok(ids)
}

/// Puts rows that came in no order into the order they were found in.
pub(crate) fn in_order<T>(mut rows: Vec<T>, ids: &[String], id: impl Fn(&T) -> String) -> Vec<T> {
    rows.sort_by_key(|row| {
        let id = id(row);
        ids.iter().position(|found| *found == id)
    });
    rows
}

async fn find(
    conn: &mut Conn,
    words: &str,
    scope: &Scope,
    kinds: &[&str],
    limit: u32,
) -> Result<Vec<Hit>> {
    if words.chars().count() > MAX_QUERY {
        return Err(Error::field(
            "?q",
            Text::from(TOO_LONG).with("max", MAX_QUERY),
        ));
    }
    Ok(index::find(conn, words, scope, kinds, limit).await?)
}

fn subjects(hits: &[Hit], kind: &str) -> Vec<String> {
    hits.iter()
        .filter(|hit| hit.kind == kind)
        .map(|hit| hit.subject.clone())
        .collect()
}
