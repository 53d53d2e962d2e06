//! Products with their classes of components.

use app::Page;
use app::products::{self, ListProducts, ProductFields, ProductView};
use domain::ids::ProductId;
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
        .routes(routes!(families))
        .routes(routes!(get, change))
        .routes(routes!(archive))
        .routes(routes!(restore))
}

fn reply(product: ProductView) -> Reply<ProductView> {
    let version = product.version;
    Reply::ok(product).version(version)
}

/// Products by model.
#[utoipa::path(get, path = "/api/products", operation_id = "list_products", tag = "products",
    params(ListProducts), responses((status = 200, description = "A page", body = Page<ProductView>)))]
async fn list(
    Caller(ctx): Caller,
    Query(asked): Query<ListProducts>,
) -> Result<Reply<Page<ProductView>>> {
    Ok(Reply::ok(products::list(&ctx, &asked).await?))
}

/// Add a product.
#[utoipa::path(post, path = "/api/products", operation_id = "create_product", tag = "products", params(IdempotencyKey),
    request_body = ProductFields, responses((status = 201, description = "Added", body = ProductView)))]
async fn create(
    Creator(ctx): Creator,
    Json(given): Json<ProductFields>,
) -> Result<Reply<ProductView>> {
    let product = products::create(&ctx, given).await?;
    let version = product.version;
    Ok(Reply::created(product).version(version))
}

/// The families products are sorted into.
#[utoipa::path(get, path = "/api/product-families", operation_id = "list_product_families", tag = "products",
    responses((status = 200, description = "In order", body = Vec<String>)))]
async fn families(Caller(ctx): Caller) -> Result<Reply<Vec<String>>> {
    Ok(Reply::ok(products::families(&ctx).await?))
}

/// One product.
#[utoipa::path(get, path = "/api/products/{id}", operation_id = "get_product", tag = "products",
    params(("id" = ProductId, Path)), responses((status = 200, description = "The product", body = ProductView)))]
async fn get(Caller(ctx): Caller, Path(id): Path<ProductId>) -> Result<Reply<ProductView>> {
    Ok(reply(products::get(&ctx, id).await?))
}

/// Write everything about a product.
#[utoipa::path(put, path = "/api/products/{id}", operation_id = "change_product", tag = "products",
    params(("id" = ProductId, Path), IfMatch), request_body = ProductFields,
    responses((status = 200, description = "Changed", body = ProductView)))]
async fn change(
    Writer(ctx): Writer,
    Path(id): Path<ProductId>,
    Version(version): Version,
    Json(given): Json<ProductFields>,
) -> Result<Reply<ProductView>> {
    Ok(reply(products::change(&ctx, id, version, given).await?))
}

/// Take a product out of lists; no unit of it can be registered any more.
#[utoipa::path(post, path = "/api/products/{id}/archive", operation_id = "archive_product", tag = "products",
    params(("id" = ProductId, Path), IfMatch), responses((status = 200, description = "Archived", body = ProductView)))]
async fn archive(
    Writer(ctx): Writer,
    Path(id): Path<ProductId>,
    Version(version): Version,
) -> Result<Reply<ProductView>> {
    Ok(reply(products::archive(&ctx, id, version).await?))
}

/// Bring an archived product back.
#[utoipa::path(post, path = "/api/products/{id}/restore", operation_id = "restore_product", tag = "products",
    params(("id" = ProductId, Path), IfMatch), responses((status = 200, description = "Back", body = ProductView)))]
async fn restore(
    Writer(ctx): Writer,
    Path(id): Path<ProductId>,
    Version(version): Version,
) -> Result<Reply<ProductView>> {
    Ok(reply(products::restore(&ctx, id, version).await?))
}
