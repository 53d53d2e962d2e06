//! Who is calling: the people and the last cases behind a telephone number, or behind the end of one.

use domain::access::Action;
use domain::customer::Phone;
use domain::ids::{ContactId, CustomerId};
use serde::Serialize;
use store::customer::{Contact, Customer};
use store::{Conn, Scope, case, customer};
use utoipa::ToSchema;

use super::called::Called;
use super::list::{CaseSummary, summary};
use crate::calendars::in_force;
use crate::ctx::Ctx;
use crate::customers::shown_phone;
use crate::error::{Error, Result};
use crate::search;

/// Most people and cases a number shows.
const MAX_FOUND: u32 = 20;
/// Fewest digits of an end of a number that are looked up.
const FEWEST: usize = 4;
/// Most numbers with that end whose cases are shown.
const MAX_NUMBERS: usize = 5;

crate::messages! {
    TOO_SHORT = "phone-too-short", "请至少输入号码的末 {min} 位。", "Write at least the last {min} digits of the number.";
}

/// What is known of a telephone number.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = CallerLookup)]
pub struct CallerView {
    /// Customers and contacts with this number, or with a number that ends so.
    pub known: Vec<KnownCaller>,
    /// The last cases reported from it, newest first.
    pub cases: Vec<CaseSummary>,
}

/// Somebody with this number.
#[derive(Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct KnownCaller {
    pub customer: CustomerId,
    pub customer_name: String,
    /// The contact, unless the number is the customer's own.
    pub contact: Option<ContactId>,
    pub name: String,
    /// The whole number; masked for those who only read.
    pub phone: String,
}

/// Looks a number up, however it is written: whole, or by its end.
pub async fn caller(ctx: &Ctx, phone: &str) -> Result<CallerView> {
    let customers = ctx.permit(Action::CustomerRead)?;
    let cases = ctx.permit(Action::CaseRead)?;
    let tail = digits(phone);
    if tail.len() < FEWEST {
        let text = crate::Text::from(TOO_SHORT).with("min", FEWEST);
        return Err(Error::field("?phone", text));
    }
    let mut read = ctx.read().await?;
    let mut found = match phone.parse::<Phone>() {
        Ok(whole) => by_number(&mut read, whole.as_str(), &customers).await?,
        Err(_) => Vec::new(),
    };
    if found.is_empty() {
        found = by_end(&mut read, &tail, &customers).await?;
    }
    let mut numbers: Vec<String> = found.iter().map(|caller| caller.phone.clone()).collect();
    numbers.extend(phone.parse::<Phone>().map(|whole| whole.to_string()));
    numbers.sort();
    numbers.dedup();
    let cases = last_cases(ctx, &mut read, &numbers, &cases).await?;
    Ok(CallerView {
        known: found
            .into_iter()
            .map(|caller| KnownCaller {
                phone: shown_phone(ctx, Some(caller.phone)).unwrap_or_default(),
                ..caller
            })
            .collect(),
        cases,
    })
}

/// The digits of what was typed, full-width ones too.
fn digits(text: &str) -> String {
    text.chars()
        .filter_map(|c| match c {
            '0'..='9' => Some(c),
            '０'..='９' => char::from_digit(c as u32 - '０' as u32, 10),
            _ => None,
        })
        .take(20)
        .collect()
}

async fn by_number(conn: &mut Conn, phone: &str, scope: &Scope) -> Result<Vec<KnownCaller>> {
    let known = customer::callers(conn, phone, scope, MAX_FOUND).await?;
    Ok(known
        .into_iter()
        .map(|caller| KnownCaller {
            customer: caller.customer,
            customer_name: caller.customer_name,
            contact: caller.contact,
            name: caller.name,
            phone: phone.to_owned(),
        })
        .collect())
}

/// Customers and contacts whose number ends so, found through the search index.
async fn by_end(conn: &mut Conn, tail: &str, scope: &Scope) -> Result<Vec<KnownCaller>> {
    let ids = search::found(conn, tail, "customer", scope).await?;
    let mut rows = customer::by_ids(conn, &ids, scope).await?;
    rows.retain(|row| row.archived_at.is_none());
    let rows = search::in_order(rows, &ids, |row| row.id.to_string());
    let ids: Vec<String> = rows.iter().map(|row| row.id.to_string()).collect();
    let contacts = customer::contacts_of(conn, &ids).await?;
    let ends_so = |phone: &Option<String>| {
        let number = phone.clone();
        number.filter(|number| number.ends_with(tail))
    };
    let mut found = Vec::new();
    for row in &rows {
        found.extend(ends_so(&row.phone).map(|phone| own(row, phone)));
        let of_row = contacts.iter().filter(|contact| contact.customer == row.id);
        for contact in of_row {
            found.extend(ends_so(&contact.phone).map(|phone| of_contact(row, contact, phone)));
        }
    }
    found.truncate(MAX_FOUND as usize);
    Ok(found)
}

fn own(row: &Customer, phone: String) -> KnownCaller {
    KnownCaller {
        customer: row.id,
        customer_name: row.name.clone(),
        contact: None,
        name: row.name.clone(),
        phone,
    }
}

fn of_contact(row: &Customer, contact: &Contact, phone: String) -> KnownCaller {
    KnownCaller {
        customer: row.id,
        customer_name: row.name.clone(),
        contact: Some(contact.id),
        name: contact.name.clone(),
        phone,
    }
}

async fn last_cases(
    ctx: &Ctx,
    conn: &mut Conn,
    numbers: &[String],
    scope: &Scope,
) -> Result<Vec<CaseSummary>> {
    let mut rows = Vec::new();
    for number in numbers.iter().take(MAX_NUMBERS) {
        rows.extend(case::of_caller(conn, number, scope, MAX_FOUND).await?);
    }
    rows.sort_by_key(|row| std::cmp::Reverse(row.reported_at));
    rows.truncate(MAX_FOUND as usize);
    let calendars = in_force(conn).await?.calendars;
    let called = Called::read(conn, &rows, ctx.language).await?;
    rows.into_iter()
        .map(|row| summary(&calendars, row, ctx.now(), &called))
        .collect()
}
