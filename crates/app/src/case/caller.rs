//! Who is calling: the person and the last cases behind a telephone number.

use domain::access::Action;
use domain::customer::Phone;
use domain::ids::{ContactId, CustomerId};
use serde::Serialize;
use store::{case, customer};
use utoipa::ToSchema;

use super::list::{CaseSummary, summary};
use crate::calendars::in_force;
use crate::ctx::Ctx;
use crate::error::{Error, Result};

/// Most people and cases a number shows.
const MAX_FOUND: u32 = 20;

/// What is known of a telephone number.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = CallerLookup)]
pub struct CallerView {
    /// Customers and contacts with this number.
    pub known: Vec<KnownCaller>,
    /// The last cases reported from it, newest first.
    pub cases: Vec<CaseSummary>,
}

/// Somebody with this number.
#[derive(Debug, Serialize, ToSchema)]
pub struct KnownCaller {
    pub customer: CustomerId,
    pub customer_name: String,
    /// The contact, unless the number is the customer's own.
    pub contact: Option<ContactId>,
    pub name: String,
}

/// Looks a number up, however it is written.
pub async fn caller(ctx: &Ctx, phone: &str) -> Result<CallerView> {
    let customers = ctx.permit(Action::CustomerRead)?;
    let cases = ctx.permit(Action::CaseRead)?;
    let phone: Phone = phone
        .parse()
        .map_err(|_| Error::field("?phone", crate::check::NO_PHONE))?;
    let mut read = ctx.read().await?;
    let known = customer::callers(&mut read, phone.as_str(), &customers, MAX_FOUND).await?;
    let rows = case::of_caller(&mut read, phone.as_str(), &cases, MAX_FOUND).await?;
    let now = ctx.now();
    let calendars = in_force(&mut read).await?.calendars;
    Ok(CallerView {
        known: known
            .into_iter()
            .map(|caller| KnownCaller {
                customer: caller.customer,
                customer_name: caller.customer_name,
                contact: caller.contact,
                name: caller.name,
            })
            .collect(),
        cases: rows
            .into_iter()
            .map(|row| summary(&calendars, row, now))
            .collect::<Result<_>>()?,
    })
}
