//! What was found, as one line each.

use store::case::CaseRow;
use store::{Conn, Scope, agreement, case, customer, unit};

use super::SearchHit;
use crate::ctx::Ctx;
use crate::customers::shown_phone;
use crate::error::Result;

/// Characters of a report that are shown.
const MAX_DETAIL: usize = 60;

pub(super) async fn cases(
    conn: &mut Conn,
    ids: &[String],
    scope: &Scope,
) -> Result<Vec<(String, SearchHit)>> {
    let rows = case::by_ids(conn, ids, scope).await?;
    Ok(rows.into_iter().map(of_case).collect())
}

/// The cases of units, and the open ones of customers.
pub(super) async fn cases_of(
    conn: &mut Conn,
    units: &[String],
    customers: &[String],
    scope: &Scope,
) -> Result<Vec<(String, SearchHit)>> {
    let rows = case::latest_of(conn, units, customers, scope).await?;
    Ok(rows.into_iter().map(of_case).collect())
}

fn of_case(row: CaseRow) -> (String, SearchHit) {
    let id = row.id.to_string();
    let content: String = row.content.chars().take(MAX_DETAIL).collect();
    let hit = SearchHit {
        kind: "case",
        id: id.clone(),
        title: format!("{} {}", row.number, row.name),
        detail: content,
    };
    (id, hit)
}

pub(super) async fn customers(
    conn: &mut Conn,
    ids: &[String],
    scope: &Scope,
) -> Result<Vec<(String, SearchHit)>> {
    let rows = customer::by_ids(conn, ids, scope).await?;
    Ok(rows
        .into_iter()
        .map(|row| {
            let id = row.id.to_string();
            (
                id.clone(),
                SearchHit {
                    kind: "customer",
                    id,
                    title: row.name,
                    detail: row.number,
                },
            )
        })
        .collect())
}

pub(super) async fn contacts(
    ctx: &Ctx,
    conn: &mut Conn,
    ids: &[String],
    scope: &Scope,
) -> Result<Vec<(String, SearchHit)>> {
    let rows = customer::contacts_by_ids(conn, ids, scope).await?;
    Ok(rows
        .into_iter()
        .map(|(row, customer_name)| {
            let detail = [Some(customer_name), shown_phone(ctx, row.phone)]
                .into_iter()
                .flatten();
            let hit = SearchHit {
                kind: "contact",
                id: row.customer.to_string(),
                title: row.name,
                detail: detail.collect::<Vec<_>>().join(" · "),
            };
            (row.id.to_string(), hit)
        })
        .collect())
}

pub(super) async fn units(
    conn: &mut Conn,
    ids: &[String],
    scope: &Scope,
) -> Result<Vec<(String, SearchHit)>> {
    let rows = unit::by_ids(conn, ids, scope).await?;
    Ok(rows
        .into_iter()
        .map(|row| {
            let id = row.id.to_string();
            let title = format!("{} {}", row.labels.model, row.serial);
            let detail = format!("{} · {}", row.number, row.labels.customer_name);
            (
                id.clone(),
                SearchHit {
                    kind: "unit",
                    id,
                    title,
                    detail,
                },
            )
        })
        .collect())
}

pub(super) async fn agreements(
    conn: &mut Conn,
    ids: &[String],
    scope: &Scope,
) -> Result<Vec<(String, SearchHit)>> {
    let rows = agreement::names(conn, ids, scope).await?;
    Ok(rows
        .into_iter()
        .map(|(id, number, title)| {
            let hit = SearchHit {
                kind: "agreement",
                id: id.clone(),
                title,
                detail: number,
            };
            (id, hit)
        })
        .collect())
}
