//! Whose number is calling.

use domain::access::Action;
use domain::customer::Phone;
use domain::ids::{ContactId, CustomerId};
use serde::{Deserialize, Serialize};
use store::customer::{self, Caller};
use utoipa::{IntoParams, ToSchema};

use super::BAD_PHONE;
use crate::ctx::Ctx;
use crate::error::{Error, Result};
use crate::message::Text;

/// Most people one number is shown to belong to.
const MAX_CALLERS: u32 = 20;

/// The number that calls, however it is spelt.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct FindCallers {
    pub phone: String,
}

/// Somebody the number belongs to.
#[derive(Debug, Serialize, ToSchema)]
pub struct CallerView {
    pub customer: CustomerId,
    pub customer_name: String,
    /// The contact, when the number is a contact's and not the customer's own.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub contact: Option<ContactId>,
    pub name: String,
}

/// The customers and contacts a number belongs to; none when nobody has it.
pub async fn callers(ctx: &Ctx, asked: &FindCallers) -> Result<Vec<CallerView>> {
    let scope = ctx.permit(Action::CustomerRead)?;
    let phone: Phone = asked
        .phone
        .parse()
        .map_err(|_| Error::field("?phone", Text::from(BAD_PHONE).with("given", &asked.phone)))?;
    let mut read = ctx.read().await?;
    let found = customer::callers(&mut read, phone.as_str(), &scope, MAX_CALLERS).await?;
    Ok(found.into_iter().map(CallerView::from).collect())
}

impl From<Caller> for CallerView {
    fn from(caller: Caller) -> Self {
        Self {
            customer: caller.customer,
            customer_name: caller.customer_name,
            contact: caller.contact,
            name: caller.name,
        }
    }
}
