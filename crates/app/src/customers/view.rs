//! A customer as the caller sees it.

use domain::access::Action;
use domain::customer::{CustomerKind, Phone};
use domain::ids::{ContactId, CustomerId, OrgUnitId, SiteId};
use domain::slug::RegionKey;
use jiff::Timestamp;
use serde::Serialize;
use store::Scope;
use store::customer::{self, Contact, Customer, Site};
use utoipa::ToSchema;

use super::{ARCHIVED, NOT_ARCHIVED};
use crate::ctx::Ctx;
use crate::error::Result;
use crate::view::{ActionView, archivable};

/// A customer with what the caller could do about it.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct CustomerView {
    pub id: CustomerId,
    pub number: String,
    pub kind: CustomerKind,
    pub name: String,
    /// Masked for those who may not see it whole.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mail: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub uscc: Option<String>,
    pub note: String,
    pub branch: OrgUnitId,
    pub version: i64,
    #[schema(value_type = String, format = DateTime)]
    pub created_at: Timestamp,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, format = DateTime)]
    pub archived_at: Option<Timestamp>,
    pub actions: Vec<ActionView>,
}

/// A customer with its sites and contacts.
#[derive(Debug, Serialize, ToSchema)]
pub struct CustomerWhole {
    #[serde(flatten)]
    pub customer: CustomerView,
    pub sites: Vec<SiteView>,
    pub contacts: Vec<ContactView>,
}

/// A place where units stand.
#[derive(Debug, Serialize, ToSchema)]
pub struct SiteView {
    pub id: SiteId,
    pub name: String,
    pub address: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub region: Option<RegionKey>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub distance_km: Option<i64>,
    pub version: i64,
}

/// A person to talk to.
#[derive(Debug, Serialize, ToSchema)]
pub struct ContactView {
    pub id: ContactId,
    pub name: String,
    pub duty: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mail: Option<String>,
    pub version: i64,
}

/// One customer inside the caller's scope.
pub async fn get(ctx: &Ctx, id: CustomerId) -> Result<CustomerWhole> {
    let scope = ctx.permit(Action::CustomerRead)?;
    let mut read = ctx.read().await?;
    let customer = customer::get(&mut read, id, &scope).await?;
    let sites = customer::sites(&mut read, id).await?;
    let contacts = customer::contacts(&mut read, id).await?;
    Ok(CustomerWhole {
        customer: view(ctx, customer),
        sites: sites.into_iter().map(SiteView::from).collect(),
        contacts: contacts
            .into_iter()
            .map(|contact| ContactView::of(ctx, contact))
            .collect(),
    })
}

pub(super) fn view(ctx: &Ctx, customer: Customer) -> CustomerView {
    let archived = customer.archived_at.is_some();
    let edit = || ctx.may(Action::CustomerEdit);
    CustomerView {
        id: customer.id,
        number: customer.number,
        kind: customer.kind,
        name: customer.name,
        phone: shown_phone(ctx, customer.phone),
        mail: customer.mail,
        uscc: customer.uscc,
        note: ctx.among_us(customer.note),
        branch: customer.branch,
        version: customer.version,
        created_at: customer.created_at,
        archived_at: customer.archived_at,
        actions: archivable(ctx.language, edit, archived, [ARCHIVED, NOT_ARCHIVED]),
    }
}

/// A number whole for those who call customers and for the customer whose number it is; masked for those who only read, and
/// for those who are given single cases: they find the number to call on the case, as long as it is open.
pub(crate) fn shown_phone(ctx: &Ctx, phone: Option<String>) -> Option<String> {
    let whole = |action| ctx.permit(action).is_ok_and(|scope| !scope.is_of_jobs());
    // Whoever reaches no more than one customer is that customer.
    let is_own = matches!(ctx.permit(Action::CustomerRead), Ok(Scope::Customer(_)));
    if is_own || whole(Action::CaseWork) || whole(Action::CustomerEdit) {
        return phone;
    }
    phone.map(|text| masked(&text))
}

/// Enough of a number to recognise it by.
pub(crate) fn masked(phone: &str) -> String {
    phone
        .parse::<Phone>()
        .map_or_else(|_| "***".to_owned(), |phone| phone.masked())
}

impl From<Site> for SiteView {
    fn from(site: Site) -> Self {
        Self {
            id: site.id,
            name: site.name,
            address: site.address,
            region: site.region,
            distance_km: site.distance_km,
            version: site.version,
        }
    }
}

impl ContactView {
    pub(super) fn of(ctx: &Ctx, contact: Contact) -> Self {
        Self {
            id: contact.id,
            name: contact.name,
            duty: contact.duty,
            phone: shown_phone(ctx, contact.phone),
            mail: contact.mail,
            version: contact.version,
        }
    }
}
