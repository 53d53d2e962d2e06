//! Products, their classes of components, and the service regions.

use domain::ids::{OrgUnitId, PlanVersionId, ProductId};
use domain::slug::{ComponentClass, LegalProduct, RegionKey};
use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::batch;
use crate::conn::Conn;
use crate::error::Result;
use crate::row::Row;
use crate::scope::Scope;
use crate::search::Words;
use crate::search::find::like;
use crate::tx::Tx;

/// Most regions of a company.
const MAX_REGIONS: u32 = 1_000;

/// A product as stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Product {
    pub id: ProductId,
    /// Unique among products.
    pub model: String,
    pub name: String,
    pub family: String,
    pub brand: String,
    /// The product listed by law, if it is one.
    pub legal_product: Option<LegalProduct>,
    pub component_classes: Vec<ClassOfComponents>,
    pub end_of_production_on: Option<Date>,
    /// The published plan its units are promised while no agreement names them.
    pub plan_version: Option<PlanVersionId>,
    pub version: i64,
    pub created_at: Timestamp,
    pub archived_at: Option<Timestamp>,
}

/// A class of components a product has: the bulb of a projector.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClassOfComponents {
    pub class: ComponentClass,
    pub label: String,
}

/// A service region or distance band.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Region {
    pub key: RegionKey,
    pub label: String,
    /// Kilometres from the branch, when the region is a distance band: from inclusive, to exclusive.
    pub from_km: Option<i64>,
    pub to_km: Option<i64>,
    /// The branch that serves it.
    pub branch: OrgUnitId,
    pub version: i64,
    pub created_at: Timestamp,
    pub closed_at: Option<Timestamp>,
}

crate::statements! {
    INSERT = "INSERT INTO product (id, model, name, family, brand, legal_product, component_classes, \
        end_of_production_on, plan_version_id, version, created_at, find_key) \
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 1, $10, $11)";
    UPDATE = "UPDATE product SET model = $3, name = $4, family = $5, brand = $6, legal_product = $7, \
        component_classes = $8, end_of_production_on = $9, plan_version_id = $10, find_key = $11, \
        version = version + 1 WHERE id = $1 AND version = $2";
    SET_ARCHIVED = "UPDATE product SET archived_at = $3, version = version + 1 WHERE id = $1 AND version = $2";
    GET = "SELECT * FROM product WHERE id = $1";
    BY_MODEL = "SELECT * FROM product WHERE model = $1";
    PAGE = "SELECT * FROM product WHERE (model, id) > ($1, $2) AND ($3 = '' OR family = $3) \
        AND ($4 = 1 OR archived_at IS NULL) AND LOWER(model || ' ' || name || ' ' || brand || ' ' || find_key) LIKE $5 ESCAPE '\\' \
        ORDER BY model, id LIMIT $6";
    BY_MODELS = "SELECT * FROM product WHERE model IN (VALUES {rows})";
    BY_IDS = "SELECT * FROM product WHERE id IN (VALUES {rows})";
    INSERT_ALL = "INSERT INTO product (id, model, name, family, brand, legal_product, component_classes, \
        end_of_production_on, plan_version_id, version, created_at, find_key) VALUES {rows}";
    SET_FIND_KEYS = "UPDATE product SET find_key = v.column2 FROM (VALUES {rows}) v \
        WHERE id = v.column1 AND version = CAST(v.column3 AS BIGINT)";
    FAMILIES = "SELECT DISTINCT family FROM product WHERE archived_at IS NULL ORDER BY family LIMIT 500";
    INSERT_REGION = "INSERT INTO region (key, label, from_km, to_km, branch_id, version, created_at) \
        VALUES ($1, $2, $3, $4, $5, 1, $6)";
    UPDATE_REGION = "UPDATE region SET label = $3, from_km = $4, to_km = $5, branch_id = $6, version = version + 1 \
        WHERE key = $1 AND version = $2";
    CLOSE_REGION = "UPDATE region SET closed_at = $3, version = version + 1 WHERE key = $1 AND version = $2";
    GET_REGION = "SELECT * FROM region WHERE key = $1";
    REGIONS = "SELECT * FROM region ORDER BY created_at, key LIMIT $1";
}

/// Adds a product. A model that exists is [`crate::StoreError::Unique`].
pub async fn insert(tx: &mut Tx, product: &Product) -> Result<()> {
    let query = INSERT
        .bind(product.id.to_string())
        .bind(&product.model)
        .bind(&product.name)
        .bind(&product.family)
        .bind(&product.brand)
        .bind(product.legal_product.as_ref().map(LegalProduct::to_string))
        .bind(classes(product))
        .bind(product.end_of_production_on.map(|day| day.to_string()))
        .bind(product.plan_version.map(|id| id.to_string()))
        .bind(product.created_at)
        .bind(find_key(product));
    tx.run(query).await?;
    Ok(())
}

/// Writes everything people edit, guarded by `product.version`.
pub async fn update(tx: &mut Tx, product: &Product) -> Result<()> {
    let query = UPDATE
        .bind(product.id.to_string())
        .bind(product.version)
        .bind(&product.model)
        .bind(&product.name)
        .bind(&product.family)
        .bind(&product.brand)
        .bind(product.legal_product.as_ref().map(LegalProduct::to_string))
        .bind(classes(product))
        .bind(product.end_of_production_on.map(|day| day.to_string()))
        .bind(product.plan_version.map(|id| id.to_string()))
        .bind(find_key(product));
    tx.guarded(query, "product").await
}

/// Archives a product at an instant, or brings it back with `None`.
pub async fn set_archived(tx: &mut Tx, product: &Product, at: Option<Timestamp>) -> Result<()> {
    tx.guarded(
        SET_ARCHIVED
            .bind(product.id.to_string())
            .bind(product.version)
            .bind(at),
        "product",
    )
    .await
}

pub async fn get(conn: &mut Conn, id: ProductId) -> Result<Product> {
    Product::read(&conn.one(GET.bind(id.to_string()), "product").await?)
}

pub async fn by_model(conn: &mut Conn, model: &str) -> Result<Option<Product>> {
    conn.optional(BY_MODEL.bind(model))
        .await?
        .as_ref()
        .map(Product::read)
        .transpose()
}

/// The products with these models, in no order.
pub async fn by_models(conn: &mut Conn, models: &[String]) -> Result<Vec<Product>> {
    let rows = batch::select(conn, &BY_MODELS, models, &Scope::All).await?;
    rows.iter().map(Product::read).collect()
}

/// The products with these ids, in no order.
pub async fn by_ids(conn: &mut Conn, ids: &[String]) -> Result<Vec<Product>> {
    let rows = batch::select(conn, &BY_IDS, ids, &Scope::All).await?;
    rows.iter().map(Product::read).collect()
}

/// Adds many products at once.
pub async fn insert_all(tx: &mut Tx, products: &[Product]) -> Result<()> {
    batch::write(tx, &INSERT_ALL, products, |product| {
        vec![
            product.id.to_string().into(),
            (&product.model).into(),
            (&product.name).into(),
            (&product.family).into(),
            (&product.brand).into(),
            product
                .legal_product
                .as_ref()
                .map(LegalProduct::to_string)
                .into(),
            classes(product).into(),
            product
                .end_of_production_on
                .map(|day| day.to_string())
                .into(),
            product.plan_version.map(|id| id.to_string()).into(),
            product.version.into(),
            product.created_at.into(),
            find_key(product).into(),
        ]
    })
    .await
}

/// Which products a list shows.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ProductFilter {
    /// Empty for every family.
    pub family: String,
    /// Lower case; part of a model, name or brand, or of its spelling. Empty for all.
    pub text: String,
    pub with_archived: bool,
}

/// Products ordered by model, after the product with model and id `after`.
pub async fn page(
    conn: &mut Conn,
    filter: &ProductFilter,
    after: Option<(&str, &str)>,
    limit: u32,
) -> Result<Vec<Product>> {
    let (model, id) = after.unwrap_or(("", ""));
    let query = PAGE
        .bind(model)
        .bind(id)
        .bind(&filter.family)
        .bind(filter.with_archived)
        .bind(like(&filter.text))
        .bind(limit);
    conn.all(query).await?.iter().map(Product::read).collect()
}

/// The families products are sorted into.
pub async fn families(conn: &mut Conn) -> Result<Vec<String>> {
    conn.all(FAMILIES.query())
        .await?
        .iter()
        .map(|row| row.get("family"))
        .collect()
}

/// Adds a region. A key that exists is [`crate::StoreError::Unique`].
pub async fn insert_region(tx: &mut Tx, region: &Region) -> Result<()> {
    let query = INSERT_REGION
        .bind(region.key.to_string())
        .bind(&region.label)
        .bind(region.from_km)
        .bind(region.to_km)
        .bind(region.branch.to_string())
        .bind(region.created_at);
    tx.run(query).await?;
    Ok(())
}

pub async fn update_region(tx: &mut Tx, region: &Region) -> Result<()> {
    let query = UPDATE_REGION
        .bind(region.key.to_string())
        .bind(region.version)
        .bind(&region.label)
        .bind(region.from_km)
        .bind(region.to_km)
        .bind(region.branch.to_string());
    tx.guarded(query, "region").await
}

/// Closes a region at an instant, or opens it again with `None`.
pub async fn close_region(tx: &mut Tx, region: &Region, at: Option<Timestamp>) -> Result<()> {
    tx.guarded(
        CLOSE_REGION
            .bind(region.key.to_string())
            .bind(region.version)
            .bind(at),
        "region",
    )
    .await
}

pub async fn get_region(conn: &mut Conn, key: &RegionKey) -> Result<Region> {
    Region::read(&conn.one(GET_REGION.bind(key.to_string()), "region").await?)
}

pub async fn regions(conn: &mut Conn) -> Result<Vec<Region>> {
    conn.all(REGIONS.bind(MAX_REGIONS))
        .await?
        .iter()
        .map(Region::read)
        .collect()
}

/// Writes anew what products are found by, of those that nobody changed meanwhile.
pub async fn set_find_keys(tx: &mut Tx, products: &[Product]) -> Result<()> {
    batch::write(tx, &SET_FIND_KEYS, products, |product| {
        vec![
            product.id.to_string().into(),
            find_key(product).into(),
            product.version.into(),
        ]
    })
    .await
}

/// What a product is found by besides its own words.
fn find_key(product: &Product) -> String {
    Words::new()
        .code(&product.model)
        .name(&product.name)
        .name(&product.brand)
        .others()
}

fn classes(product: &Product) -> String {
    serde_json::to_string(&product.component_classes).expect("words and labels are always JSON")
}

impl Product {
    fn read(row: &Row) -> Result<Self> {
        Ok(Self {
            id: row.parse("id")?,
            model: row.get("model")?,
            name: row.get("name")?,
            family: row.get("family")?,
            brand: row.get("brand")?,
            legal_product: row.parse_optional("legal_product")?,
            component_classes: row.json("component_classes")?,
            end_of_production_on: row.parse_optional("end_of_production_on")?,
            plan_version: row.parse_optional("plan_version_id")?,
            version: row.get("version")?,
            created_at: row.get("created_at")?,
            archived_at: row.get("archived_at")?,
        })
    }
}

impl Region {
    fn read(row: &Row) -> Result<Self> {
        Ok(Self {
            key: row.parse("key")?,
            label: row.get("label")?,
            from_km: row.get("from_km")?,
            to_km: row.get("to_km")?,
            branch: row.parse("branch_id")?,
            version: row.get("version")?,
            created_at: row.get("created_at")?,
            closed_at: row.get("closed_at")?,
        })
    }
}
