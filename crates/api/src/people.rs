//! People.

use app::Page;
use app::people::{self, CreatePerson, ListPeople, PersonFields, PersonView, ResetPassword};
use axum::http::StatusCode;
use domain::ids::PersonId;
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
        .routes(routes!(deactivate))
        .routes(routes!(reactivate))
        .routes(routes!(reset_password))
}

fn reply(person: PersonView) -> Reply<PersonView> {
    let version = person.version;
    Reply::ok(person).version(version)
}

/// People I may see, by name.
#[utoipa::path(get, path = "/api/people", operation_id = "list_people", tag = "people",
    params(ListPeople), responses((status = 200, description = "A page", body = Page<PersonView>)))]
async fn list(
    Caller(ctx): Caller,
    Query(asked): Query<ListPeople>,
) -> Result<Reply<Page<PersonView>>> {
    Ok(Reply::ok(people::list(&ctx, &asked).await?))
}

/// Add a person, who must choose another password at the first sign-in.
#[utoipa::path(post, path = "/api/people", operation_id = "create_person", tag = "people", params(IdempotencyKey),
    request_body = CreatePerson, responses((status = 201, description = "Added", body = PersonView)))]
async fn create(
    Creator(ctx): Creator,
    Json(given): Json<CreatePerson>,
) -> Result<Reply<PersonView>> {
    let person = people::create(&ctx, given).await?;
    let version = person.version;
    Ok(Reply::created(person).version(version))
}

/// One person.
#[utoipa::path(get, path = "/api/people/{id}", operation_id = "get_person", tag = "people",
    params(("id" = PersonId, Path)), responses((status = 200, description = "The person", body = PersonView)))]
async fn get(Caller(ctx): Caller, Path(id): Path<PersonId>) -> Result<Reply<PersonView>> {
    Ok(reply(people::get(&ctx, id).await?))
}

/// Write everything about a person but the sign-in.
#[utoipa::path(put, path = "/api/people/{id}", operation_id = "change_person", tag = "people",
    params(("id" = PersonId, Path), IfMatch), request_body = PersonFields,
    responses((status = 200, description = "Changed", body = PersonView)))]
async fn change(
    Writer(ctx): Writer,
    Path(id): Path<PersonId>,
    Version(version): Version,
    Json(given): Json<PersonFields>,
) -> Result<Reply<PersonView>> {
    Ok(reply(people::change(&ctx, id, version, given).await?))
}

/// Lock a person out and end their sessions.
#[utoipa::path(post, path = "/api/people/{id}/deactivate", operation_id = "deactivate_person", tag = "people",
    params(("id" = PersonId, Path), IfMatch), responses((status = 200, description = "Locked out", body = PersonView)))]
async fn deactivate(
    Writer(ctx): Writer,
    Path(id): Path<PersonId>,
    Version(version): Version,
) -> Result<Reply<PersonView>> {
    Ok(reply(people::deactivate(&ctx, id, version).await?))
}

/// Let a person in again.
#[utoipa::path(post, path = "/api/people/{id}/reactivate", operation_id = "reactivate_person", tag = "people",
    params(("id" = PersonId, Path), IfMatch), responses((status = 200, description = "Active", body = PersonView)))]
async fn reactivate(
    Writer(ctx): Writer,
    Path(id): Path<PersonId>,
    Version(version): Version,
) -> Result<Reply<PersonView>> {
    Ok(reply(people::reactivate(&ctx, id, version).await?))
}

/// Give somebody a new password, which they must change.
#[utoipa::path(put, path = "/api/people/{id}/password", operation_id = "reset_password", tag = "people",
    params(("id" = PersonId, Path)), request_body = ResetPassword, responses((status = 204, description = "Set")))]
async fn reset_password(
    Writer(ctx): Writer,
    Path(id): Path<PersonId>,
    Json(given): Json<ResetPassword>,
) -> Result<StatusCode> {
    people::reset_password(&ctx, id, &given).await?;
    Ok(StatusCode::NO_CONTENT)
}
