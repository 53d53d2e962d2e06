//! Adding a customer.

use domain::access::Action;
use domain::customer::CustomerKind;
use domain::ids::{CustomerId, OrgUnitId};
use jiff::Timestamp;
use serde::Deserialize;
use store::customer::{self, Customer};
use store::{AuditEntry, Event, Receipt, Scope, Tx, series};
use utoipa::IntoParams;

use super::index::index;
use super::view::{CustomerView, view};
use super::{CustomerFields, NAMESAKE, SERIES, USCC_TAKEN};
use crate::ctx::Ctx;
use crate::error::{Error, Existing, Result};
use crate::message::Text;
use crate::settings;

/// Customers in the way that are named at most.
const MAX_NAMESAKES: usize = 5;

/// How a customer is added.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct CreateCustomer {
    /// Also where a customer of the same name and telephone is on file.
    #[serde(default)]
    pub all_the_same: bool,
}

/// Adds a customer with a number of its own. One of the same name and telephone stands in the way until the caller says
/// that this is somebody else.
pub async fn create(
    ctx: &Ctx,
    asked: &CreateCustomer,
    given: CustomerFields,
) -> Result<CustomerView> {
    let scope = ctx.permit(Action::CustomerEdit)?;
    let mut tx = ctx.begin().await?;
    let new = insert_new(ctx, &mut tx, &scope, given).await?;
    if !asked.all_the_same {
        no_namesake(ctx, &mut tx, &new).await?;
    }
    let entry = AuditEntry::new("customer.create", "customer", new.id).detail(
        serde_json::json!({ "number": new.number, "name": new.name, "branch": new.branch }),
    );
    let event = Event::new("customer.changed", new.id, serde_json::json!({}))
        .branch(new.branch)
        .customer(new.id);
    ctx.finish(tx, Receipt::new(entry).event(event), view(ctx, new))
        .await
}

/// Refuses a customer whose name and telephone another one has, and a company whose name another has, as far as the caller may see those: many people
/// are called alike, companies seldom.
async fn no_namesake(ctx: &Ctx, tx: &mut Tx, new: &Customer) -> Result<()> {
    let scope = ctx.permit(Action::CustomerRead)?;
    tx.alone(&format!("customer.name/{}", new.name)).await?;
    let known = customer::by_names(tx, std::slice::from_ref(&new.name), &scope).await?;
    let mut namesakes = known
        .iter()
        .filter(|other| other.id != new.id && is_namesake(new, other))
        .peekable();
    let Some(first) = namesakes.peek() else {
        return Ok(());
    };
    let text = Text::from(NAMESAKE).with("number", &first.number);
    let existing = namesakes.take(MAX_NAMESAKES).map(|other| Existing {
        kind: "customer",
        id: other.id.to_string(),
        title: format!("{} {}", other.name, other.number),
    });
    Err(Error::refused(text).in_the_way(existing))
}

/// Whether two customers of one name are likely one.
fn is_namesake(new: &Customer, other: &Customer) -> bool {
    let companies = new.kind != CustomerKind::Consumer && other.kind != CustomerKind::Consumer;
    companies || other.phone.is_some() && other.phone == new.phone
}

/// Checks and writes a new customer within a transaction, for use cases that add several things at once.
pub async fn insert_new(
    ctx: &Ctx,
    tx: &mut Tx,
    scope: &Scope,
    given: CustomerFields,
) -> Result<Customer> {
    let at = tx.at();
    let mut new = blank(CustomerId::new(ctx.uuid()), given.branch, at);
    given.apply(tx, scope, &mut new).await?;
    free_uscc(tx, &new).await?;
    let today = settings::day_of(tx, at).await?;
    new.number = series::next(tx, SERIES, today).await?;
    customer::insert(tx, &new).await?;
    index(tx, &new).await?;
    Ok(new)
}

/// A customer nothing is said about yet.
pub(crate) fn blank(id: CustomerId, branch: OrgUnitId, created_at: Timestamp) -> Customer {
    Customer {
        id,
        number: String::new(),
        kind: CustomerKind::Consumer,
        name: String::new(),
        phone: None,
        mail: None,
        uscc: None,
        note: String::new(),
        branch,
        version: 1,
        created_at,
        archived_at: None,
    }
}

/// Refuses a code that another customer has, in whatever branch.
pub(super) async fn free_uscc(tx: &mut Tx, new: &Customer) -> Result<()> {
    let Some(code) = &new.uscc else { return Ok(()) };
    tx.alone(&format!("customer.uscc/{code}")).await?;
    match customer::by_uscc(tx, code).await? {
        Some(other) if other.id != new.id => Err(Error::field("/uscc", USCC_TAKEN)),
        _ => Ok(()),
    }
}
