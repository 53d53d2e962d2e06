//! What a company has few of: looked through as a whole, or found by the lists' own search.

use domain::access::Action;
use store::person::{self, PersonFilter};
use store::product::{self, ProductFilter};
use store::search::{Words, bare_words, normalise};
use store::{Conn, plan};

use super::SearchHit;
use crate::ctx::Ctx;
use crate::error::Result;
use crate::{calendars, org};

/// Things shown at most, of each kind.
const FEW: usize = 5;
/// Plans looked through: a company has a few dozen.
const MAX_PLANS: u32 = 500;

/// What stands below the hits of the index: products, plans, people, regions, places of the company and calendars.
pub(super) async fn few(ctx: &Ctx, conn: &mut Conn, words: &str) -> Result<Vec<SearchHit>> {
    let wanted = normalise(words);
    if wanted.is_empty() {
        return Ok(Vec::new());
    }
    let mut found = products(ctx, conn, words).await?;
    found.extend(plans(ctx, conn, &wanted).await?);
    found.extend(people(ctx, conn, words).await?);
    found.extend(regions(ctx, conn, &wanted).await?);
    found.extend(places(ctx, conn, &wanted).await?);
    found.extend(own_calendars(ctx, conn, &wanted).await?);
    Ok(found)
}

/// Whether every word of a query is among what something is found by.
fn fits(found_by: &Words, wanted: &str) -> bool {
    let found_by = normalise(&found_by.join());
    wanted.split(' ').all(|word| found_by.contains(word))
}

async fn products(ctx: &Ctx, conn: &mut Conn, words: &str) -> Result<Vec<SearchHit>> {
    if ctx.may(Action::ProductRead).is_err() {
        return Ok(Vec::new());
    }
    let few = u32::try_from(FEW).unwrap_or(u32::MAX);
    let ways = [Some(normalise(words)), bare_words(words)];
    for text in ways.into_iter().flatten() {
        let filter = ProductFilter {
            text,
            ..ProductFilter::default()
        };
        let found = product::page(conn, &filter, None, few).await?;
        if !found.is_empty() {
            let hit = |product: product::Product| SearchHit {
                kind: "product",
                id: product.id.to_string(),
                title: format!("{} {}", product.model, product.name),
                detail: product.family,
            };
            return Ok(found.into_iter().map(hit).collect());
        }
    }
    Ok(Vec::new())
}

async fn plans(ctx: &Ctx, conn: &mut Conn, wanted: &str) -> Result<Vec<SearchHit>> {
    if ctx.may(Action::PlanRead).is_err() {
        return Ok(Vec::new());
    }
    let heads = plan::page(conn, ("", ""), false, MAX_PLANS).await?;
    let found = heads
        .into_iter()
        .filter(|head| fits(&Words::new().name(&head.title), wanted));
    Ok(found
        .take(FEW)
        .map(|head| SearchHit {
            kind: "plan",
            id: head.id.to_string(),
            title: head.title,
            detail: head.trade,
        })
        .collect())
}

async fn people(ctx: &Ctx, conn: &mut Conn, words: &str) -> Result<Vec<SearchHit>> {
    let Ok(scope) = ctx.permit(Action::PeopleRead) else {
        return Ok(Vec::new());
    };
    let filter = PersonFilter {
        role: None,
        text: words.trim().to_owned(),
        with_deactivated: false,
    };
    let few = u32::try_from(FEW).unwrap_or(u32::MAX);
    let found = person::page(conn, &filter, None, &scope, few).await?;
    Ok(found
        .into_iter()
        .map(|person| SearchHit {
            kind: "person",
            id: person.id.to_string(),
            title: person.name,
            detail: person.login,
        })
        .collect())
}

async fn regions(ctx: &Ctx, conn: &mut Conn, wanted: &str) -> Result<Vec<SearchHit>> {
    if ctx.may(Action::RegionRead).is_err() {
        return Ok(Vec::new());
    }
    let all = product::regions(conn).await?;
    let found = all.into_iter().filter(|region| {
        let found_by = Words::new().name(&region.label).code(region.key.as_str());
        region.closed_at.is_none() && fits(&found_by, wanted)
    });
    Ok(found
        .take(FEW)
        .map(|region| SearchHit {
            kind: "region",
            id: region.key.to_string(),
            title: region.label,
            detail: region.key.to_string(),
        })
        .collect())
}

/// Branches and outlets as far down as the caller sees the tree.
async fn places(ctx: &Ctx, conn: &mut Conn, wanted: &str) -> Result<Vec<SearchHit>> {
    let Ok(scope) = ctx.permit(Action::OrgRead) else {
        return Ok(Vec::new());
    };
    let seen = org::seen(conn, scope).await?;
    let parent = |id: &Option<String>| {
        let above = seen.iter().find(|other| Some(&other.id) == id.as_ref());
        above.map(|above| above.name.clone()).unwrap_or_default()
    };
    let found = seen
        .iter()
        .filter(|place| place.closed_at.is_none() && fits(&Words::new().name(&place.name), wanted));
    Ok(found
        .take(FEW)
        .map(|place| SearchHit {
            kind: "org_unit",
            id: place.id.clone(),
            title: place.name.clone(),
            detail: parent(&place.parent),
        })
        .collect())
}

async fn own_calendars(ctx: &Ctx, conn: &mut Conn, wanted: &str) -> Result<Vec<SearchHit>> {
    if ctx.may(Action::CalendarRead).is_err() {
        return Ok(Vec::new());
    }
    let titles = calendars::titles(conn).await?;
    let found = titles
        .into_iter()
        .filter(|(name, title)| fits(&Words::new().name(title).code(name), wanted));
    Ok(found
        .take(FEW)
        .map(|(name, title)| SearchHit {
            kind: "calendar",
            id: name.clone(),
            title,
            detail: name,
        })
        .collect())
}
