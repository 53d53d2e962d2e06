//! Customers, their sites and their contacts.

use app::Page;
use app::customers::{
    self, ContactFields, ContactView, CreateCustomer, CustomerFields, CustomerView, CustomerWhole,
    ListCustomers, SiteFields, SiteView,
};
use axum::http::StatusCode;
use domain::ids::{ContactId, CustomerId, SiteId};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::body::{Json, Path, Query};
use crate::document::{IdempotencyKey, IfMatch};
use crate::extract::{Caller, Creator, Version, Writer};
use crate::problem::Result;
use crate::reply::Reply;
use crate::state::Api;

pub(crate) fn routes() -> OpenApiRouter<Api> {
    OpenApiRouter::new()
        .routes(routes!(list, create))
        .routes(routes!(get, change))
        .routes(routes!(archive))
        .routes(routes!(restore))
        .routes(routes!(add_site))
        .routes(routes!(change_site, remove_site))
        .routes(routes!(add_contact))
        .routes(routes!(change_contact, remove_contact))
}

fn reply(customer: CustomerView) -> Reply<CustomerView> {
    let version = customer.version;
    Reply::ok(customer).version(version)
}

/// Customers I may see, the newest first, or those found.
#[utoipa::path(get, path = "/api/customers", operation_id = "list_customers", tag = "customers",
    params(ListCustomers), responses((status = 200, description = "A page", body = Page<CustomerView>)))]
async fn list(
    Caller(ctx): Caller,
    Query(asked): Query<ListCustomers>,
) -> Result<Reply<Page<CustomerView>>> {
    Ok(Reply::ok(customers::list(&ctx, &asked).await?))
}

/// Add a customer; one of the same name and telephone stands in the way, unless it is to be added all the same.
#[utoipa::path(post, path = "/api/customers", operation_id = "create_customer", tag = "customers", params(CreateCustomer, IdempotencyKey),
    request_body = CustomerFields, responses((status = 201, description = "Added", body = CustomerView)))]
async fn create(
    Creator(ctx): Creator,
    Query(asked): Query<CreateCustomer>,
    Json(given): Json<CustomerFields>,
) -> Result<Reply<CustomerView>> {
    let customer = customers::create(&ctx, &asked, given).await?;
    let version = customer.version;
    Ok(Reply::created(customer).version(version))
}

/// One customer with its sites and contacts.
#[utoipa::path(get, path = "/api/customers/{id}", operation_id = "get_customer", tag = "customers",
    params(("id" = CustomerId, Path)), responses((status = 200, description = "The customer", body = CustomerWhole)))]
async fn get(Caller(ctx): Caller, Path(id): Path<CustomerId>) -> Result<Reply<CustomerWhole>> {
    let whole = customers::get(&ctx, id).await?;
    let version = whole.customer.version;
    Ok(Reply::ok(whole).version(version))
}

/// Write everything about a customer.
#[utoipa::path(put, path = "/api/customers/{id}", operation_id = "change_customer", tag = "customers",
    params(("id" = CustomerId, Path), IfMatch), request_body = CustomerFields,
    responses((status = 200, description = "Changed", body = CustomerView)))]
async fn change(
    Writer(ctx): Writer,
    Path(id): Path<CustomerId>,
    Version(version): Version,
    Json(given): Json<CustomerFields>,
) -> Result<Reply<CustomerView>> {
    Ok(reply(customers::change(&ctx, id, version, given).await?))
}

/// Take a customer out of lists and look-ups.
#[utoipa::path(post, path = "/api/customers/{id}/archive", operation_id = "archive_customer", tag = "customers",
    params(("id" = CustomerId, Path), IfMatch), responses((status = 200, description = "Archived", body = CustomerView)))]
async fn archive(
    Writer(ctx): Writer,
    Path(id): Path<CustomerId>,
    Version(version): Version,
) -> Result<Reply<CustomerView>> {
    Ok(reply(customers::archive(&ctx, id, version).await?))
}

/// Bring an archived customer back.
#[utoipa::path(post, path = "/api/customers/{id}/restore", operation_id = "restore_customer", tag = "customers",
    params(("id" = CustomerId, Path), IfMatch), responses((status = 200, description = "Back", body = CustomerView)))]
async fn restore(
    Writer(ctx): Writer,
    Path(id): Path<CustomerId>,
    Version(version): Version,
) -> Result<Reply<CustomerView>> {
    Ok(reply(customers::restore(&ctx, id, version).await?))
}

/// Add a site to a customer.
#[utoipa::path(post, path = "/api/customers/{id}/sites", operation_id = "add_site", tag = "customers",
    params(("id" = CustomerId, Path), IdempotencyKey), request_body = SiteFields,
    responses((status = 201, description = "Added", body = SiteView)))]
async fn add_site(
    Creator(ctx): Creator,
    Path(id): Path<CustomerId>,
    Json(given): Json<SiteFields>,
) -> Result<Reply<SiteView>> {
    let site = customers::add_site(&ctx, id, given).await?;
    let version = site.version;
    Ok(Reply::created(site).version(version))
}

/// Write everything about a site.
#[utoipa::path(put, path = "/api/sites/{id}", operation_id = "change_site", tag = "customers",
    params(("id" = SiteId, Path), IfMatch), request_body = SiteFields,
    responses((status = 200, description = "Changed", body = SiteView)))]
async fn change_site(
    Writer(ctx): Writer,
    Path(id): Path<SiteId>,
    Version(version): Version,
    Json(given): Json<SiteFields>,
) -> Result<Reply<SiteView>> {
    let site = customers::change_site(&ctx, id, version, given).await?;
    let version = site.version;
    Ok(Reply::ok(site).version(version))
}

/// Take a site out of lists; units that stand there keep it.
#[utoipa::path(delete, path = "/api/sites/{id}", operation_id = "remove_site", tag = "customers",
    params(("id" = SiteId, Path), IfMatch), responses((status = 204, description = "Removed")))]
async fn remove_site(
    Writer(ctx): Writer,
    Path(id): Path<SiteId>,
    Version(version): Version,
) -> Result<StatusCode> {
    customers::remove_site(&ctx, id, version).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Add a contact to a customer.
#[utoipa::path(post, path = "/api/customers/{id}/contacts", operation_id = "add_contact", tag = "customers",
    params(("id" = CustomerId, Path), IdempotencyKey), request_body = ContactFields,
    responses((status = 201, description = "Added", body = ContactView)))]
async fn add_contact(
    Creator(ctx): Creator,
    Path(id): Path<CustomerId>,
    Json(given): Json<ContactFields>,
) -> Result<Reply<ContactView>> {
    let contact = customers::add_contact(&ctx, id, given).await?;
    let version = contact.version;
    Ok(Reply::created(contact).version(version))
}

/// Write everything about a contact.
#[utoipa::path(put, path = "/api/contacts/{id}", operation_id = "change_contact", tag = "customers",
    params(("id" = ContactId, Path), IfMatch), request_body = ContactFields,
    responses((status = 200, description = "Changed", body = ContactView)))]
async fn change_contact(
    Writer(ctx): Writer,
    Path(id): Path<ContactId>,
    Version(version): Version,
    Json(given): Json<ContactFields>,
) -> Result<Reply<ContactView>> {
    let contact = customers::change_contact(&ctx, id, version, given).await?;
    let version = contact.version;
    Ok(Reply::ok(contact).version(version))
}

/// Take a contact out of lists and look-ups.
#[utoipa::path(delete, path = "/api/contacts/{id}", operation_id = "remove_contact", tag = "customers",
    params(("id" = ContactId, Path), IfMatch), responses((status = 204, description = "Removed")))]
async fn remove_contact(
    Writer(ctx): Writer,
    Path(id): Path<ContactId>,
    Version(version): Version,
) -> Result<StatusCode> {
    customers::remove_contact(&ctx, id, version).await?;
    Ok(StatusCode::NO_CONTENT)
}
