//! Installed units, their components, repair days and warranty resolutions.

pub(crate) mod component;
pub(crate) mod decision;
pub(crate) mod file;
pub(crate) mod named;
pub(crate) mod serial;
pub(crate) mod warranty;

use crate::batch;
use crate::conn::Conn;
use crate::customer::Newest;
use crate::error::Result;
use crate::row::Row;
use crate::scope::Scope;
use crate::tx::Tx;
use domain::ids::{AgreementId, CustomerId, OrgUnitId, ProductId, SiteId, UnitId};
use domain::money::Fen;
use domain::plan::clauses::warranty::{StartDate, Territory};
use domain::slug::LegalProduct;
use domain::unit::Paper;
use jiff::Timestamp;
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};

pub use component::{
    Component, components, components_of, get_component, insert_component, insert_components,
    update_component,
};
pub use decision::{Decision, add_decision, decisions};
pub use file::{UnitFile, add_file, file, files, remove_file};
pub use named::{NamedAfter, ids_named_after};
pub use serial::{serial_key, set_serial_keys};
pub use warranty::{
    Repair, Resolution, add_first_resolutions, add_repair, add_resolution, follow_case,
    last_resolution, last_resolutions, repairs, repairs_elsewhere, resolutions,
};

/// Most components, repairs or resolutions of one unit that are listed.
pub const MAX_PARTS: u32 = 500;

/// An installed unit as stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unit {
    pub id: UnitId,
    /// The human number: `SB-20261122-0007`.
    pub number: String,
    /// What the code on the unit holds; drawn at random.
    pub public_code: String,
    pub product: ProductId,
    /// Unique among the units of the product, however it is typed; see [`serial_key`].
    pub serial: String,
    pub customer: CustomerId,
    pub site: Option<SiteId>,
    pub agreement: Option<AgreementId>,
    pub branch: OrgUnitId,
    /// Where it stands at the site: "3 号楼 201".
    pub place: String,
    pub territory: Territory,
    /// The days a warranty may start on, as far as they are known.
    pub dates: BTreeMap<StartDate, Date>,
    pub card: Paper,
    pub proof: Paper,
    /// Hours, kilometres or cycles, as last read.
    pub usage_amount: Option<i64>,
    /// What the customer paid for it.
    pub price: Option<Fen>,
    pub note: String,
    pub version: i64,
    pub created_at: Timestamp,
    pub retired_at: Option<Timestamp>,
    pub labels: Labels,
}

/// What a unit's references are called, read along with it and never written.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Labels {
    pub model: String,
    pub product_name: String,
    pub customer_name: String,
    pub site_name: Option<String>,
    /// The family of the product as the law knows it.
    pub legal_product: Option<LegalProduct>,
    /// The last day of the whole unit's warranty, as last resolved.
    pub warranty_ends_on: Option<Date>,
}

/// The columns of a unit with what its references are called.
macro_rules! select_unit {
    ($rest:literal) => {
        concat!(
            "SELECT u.*, p.model, p.name AS product_name, p.legal_product, c.name AS customer_name, s.name AS site_name, \
            (SELECT w.ends_on FROM unit_warranty w WHERE w.unit_id = u.id ORDER BY w.seq DESC LIMIT 1) AS warranty_ends_on \
            FROM unit u JOIN product p ON p.id = u.product_id JOIN customer c ON c.id = u.customer_id \
            LEFT JOIN site s ON s.id = u.site_id ",
            $rest
        )
    };
}

/// Whether a list shows units that were taken out of service.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Retired {
    Shown,
    Hidden,
}

crate::statements! {
    INSERT = "INSERT INTO unit (id, number, public_code, product_id, serial, customer_id, site_id, agreement_id, branch_id, \
        place, territory, dates, card, proof, usage_amount, note, version, created_at, serial_key, price_fen) \
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, 1, $17, $18, $19)";
    UPDATE = "UPDATE unit SET product_id = $3, serial = $4, customer_id = $5, site_id = $6, agreement_id = $7, \
        branch_id = $8, place = $9, territory = $10, dates = $11, card = $12, proof = $13, usage_amount = $14, note = $15, \
        public_code = $16, price_fen = $18, \
        serial_key = CASE WHEN product_id = $3 AND serial = $4 THEN serial_key ELSE $17 END, version = version + 1 WHERE id = $1 AND version = $2";
    SET_RETIRED = "UPDATE unit SET retired_at = $3, version = version + 1 WHERE id = $1 AND version = $2";
    GET = select_unit!("WHERE u.id = $1 AND {scope: branch=u.branch_id, customer=u.customer_id, job=u.id@unit_id}");
    BY_CODE = select_unit!("WHERE u.public_code = $1");
    BY_SERIAL = select_unit!("WHERE u.product_id = $1 AND (u.serial = $2 OR u.serial_key = $3)");
    PAGE = select_unit!("WHERE (u.created_at, u.id) < ($1, $2) AND ($3 = 1 OR u.retired_at IS NULL) \
        AND {scope: branch=u.branch_id, customer=u.customer_id, job=u.id@unit_id} ORDER BY u.created_at DESC, u.id DESC LIMIT $4");
    PAGE_OF_CUSTOMER = select_unit!("WHERE u.customer_id = $5 AND (u.created_at, u.id) < ($1, $2) \
        AND ($3 = 1 OR u.retired_at IS NULL) AND {scope: branch=u.branch_id, customer=u.customer_id, job=u.id@unit_id} \
        ORDER BY u.created_at DESC, u.id DESC LIMIT $4");
    PAGE_OF_AGREEMENT = select_unit!("JOIN agreement_subject a ON a.kind = 'unit' AND a.subject_id = u.id \
        WHERE a.agreement_id = $5 AND (u.created_at, u.id) < ($1, $2) AND ($3 = 1 OR u.retired_at IS NULL) \
        AND {scope: branch=u.branch_id, customer=u.customer_id, job=u.id@unit_id} ORDER BY u.created_at DESC, u.id DESC LIMIT $4");
    OF_AGREEMENT = select_unit!("WHERE u.agreement_id = $1 ORDER BY u.created_at, u.id LIMIT $2");
    BY_IDS = select_unit!("WHERE u.id IN (VALUES {rows}) AND {scope: branch=u.branch_id, customer=u.customer_id, job=u.id@unit_id}");
    IDS_AFTER = "SELECT id FROM unit WHERE id > $1 ORDER BY id LIMIT $2";
    IDS_OF_PRODUCT_AFTER = "SELECT id FROM unit WHERE id > $1 AND product_id = $3 ORDER BY id LIMIT $2";
    IDS_OF_CUSTOMER_AFTER = "SELECT id FROM unit WHERE id > $1 AND customer_id = $3 ORDER BY id LIMIT $2";
    FAMILIES = "SELECT u.id, p.legal_product FROM unit u JOIN product p ON p.id = u.product_id \
        WHERE p.legal_product IS NOT NULL AND u.id IN (VALUES {rows})";
    BY_SERIALS = select_unit!("WHERE u.serial IN (VALUES {rows})");
    BY_SERIAL_KEYS = select_unit!("WHERE u.serial_key IN (VALUES {rows})");
    INSERT_ALL = "INSERT INTO unit (id, number, public_code, product_id, serial, customer_id, site_id, agreement_id, \
        branch_id, place, territory, dates, card, proof, usage_amount, note, version, created_at, serial_key, price_fen) VALUES {rows}";
}

/// Adds a unit. A serial number the product has already is [`crate::StoreError::Unique`].
pub async fn insert(tx: &mut Tx, unit: &Unit) -> Result<()> {
    let query = INSERT
        .bind(unit.id.to_string())
        .bind(&unit.number)
        .bind(&unit.public_code)
        .bind(unit.product.to_string())
        .bind(&unit.serial)
        .bind(unit.customer.to_string())
        .bind(unit.site.map(|id| id.to_string()))
        .bind(unit.agreement.map(|id| id.to_string()))
        .bind(unit.branch.to_string())
        .bind(&unit.place)
        .bind(unit.territory.as_str())
        .bind(dates(unit))
        .bind(unit.card.as_str())
        .bind(unit.proof.as_str())
        .bind(unit.usage_amount)
        .bind(&unit.note)
        .bind(unit.created_at)
        .bind(serial_key(&unit.serial))
        .bind(unit.price.map(|price| price.0));
    tx.run(query).await?;
    Ok(())
}

/// Writes everything people edit, guarded by `unit.version`. Units that were twins before numbers were compared stay so
/// until one of them gets another number.
pub async fn update(tx: &mut Tx, unit: &Unit) -> Result<()> {
    let query = UPDATE
        .bind(unit.id.to_string())
        .bind(unit.version)
        .bind(unit.product.to_string())
        .bind(&unit.serial)
        .bind(unit.customer.to_string())
        .bind(unit.site.map(|id| id.to_string()))
        .bind(unit.agreement.map(|id| id.to_string()))
        .bind(unit.branch.to_string())
        .bind(&unit.place)
        .bind(unit.territory.as_str())
        .bind(dates(unit))
        .bind(unit.card.as_str())
        .bind(unit.proof.as_str())
        .bind(unit.usage_amount)
        .bind(&unit.note)
        .bind(&unit.public_code)
        .bind(serial_key(&unit.serial))
        .bind(unit.price.map(|price| price.0));
    tx.guarded(query, "unit").await
}

/// Takes a unit out of service at an instant, or brings it back with `None`.
pub async fn set_retired(tx: &mut Tx, unit: &Unit, at: Option<Timestamp>) -> Result<()> {
    tx.guarded(
        SET_RETIRED
            .bind(unit.id.to_string())
            .bind(unit.version)
            .bind(at),
        "unit",
    )
    .await
}

pub async fn get(conn: &mut Conn, id: UnitId, scope: &Scope) -> Result<Unit> {
    Unit::read(
        &conn
            .one(GET.bind(id.to_string()).scope(scope), "unit")
            .await?,
    )
}

/// Those of the units named that the caller may see, in no order.
pub async fn by_ids(conn: &mut Conn, ids: &[String], scope: &Scope) -> Result<Vec<Unit>> {
    let rows = batch::select(conn, &BY_IDS, ids, scope).await?;
    rows.iter().map(Unit::read).collect()
}

/// What units have in common that a change touches.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Having {
    Any,
    Product(ProductId),
    Customer(CustomerId),
}

/// Ids of units, retired ones too, in the order of their ids.
pub async fn ids_after(
    conn: &mut Conn,
    having: Having,
    after: Option<UnitId>,
    limit: u32,
) -> Result<Vec<UnitId>> {
    let after = after.map(|id| id.to_string()).unwrap_or_default();
    let query = match having {
        Having::Any => IDS_AFTER.bind(after).bind(limit),
        Having::Product(id) => IDS_OF_PRODUCT_AFTER
            .bind(after)
            .bind(limit)
            .bind(id.to_string()),
        Having::Customer(id) => IDS_OF_CUSTOMER_AFTER
            .bind(after)
            .bind(limit)
            .bind(id.to_string()),
    };
    let rows = conn.all(query).await?;
    rows.iter().map(|row| row.parse("id")).collect()
}

/// The families, as the law knows them, of the products of these units; without those it knows nothing of.
pub async fn families(conn: &mut Conn, ids: &[UnitId]) -> Result<BTreeMap<UnitId, LegalProduct>> {
    let ids: Vec<String> = ids.iter().map(ToString::to_string).collect();
    let rows = batch::select(conn, &FAMILIES, &ids, &Scope::All).await?;
    let family = |row: &Row| Ok((row.parse("id")?, row.parse("legal_product")?));
    rows.iter().map(family).collect()
}

/// Units with these serial numbers, however they are typed, of whatever product and in nobody's scope: for checks before
/// writing.
pub async fn by_serials(conn: &mut Conn, serials: &[String]) -> Result<Vec<Unit>> {
    let keys: BTreeSet<String> = serials.iter().map(|serial| serial_key(serial)).collect();
    let keys: Vec<String> = keys.into_iter().collect();
    let mut rows = batch::select(conn, &BY_SERIALS, serials, &Scope::All).await?;
    rows.extend(batch::select(conn, &BY_SERIAL_KEYS, &keys, &Scope::All).await?);
    let mut units: Vec<Unit> = rows.iter().map(Unit::read).collect::<Result<_>>()?;
    units.sort_by_key(|unit| unit.id);
    units.dedup_by_key(|unit| unit.id);
    Ok(units)
}

/// Adds many units at once.
pub async fn insert_all(tx: &mut Tx, units: &[Unit]) -> Result<()> {
    batch::write(tx, &INSERT_ALL, units, |unit| {
        vec![
            unit.id.to_string().into(),
            (&unit.number).into(),
            (&unit.public_code).into(),
            unit.product.to_string().into(),
            (&unit.serial).into(),
            unit.customer.to_string().into(),
            unit.site.map(|id| id.to_string()).into(),
            unit.agreement.map(|id| id.to_string()).into(),
            unit.branch.to_string().into(),
            (&unit.place).into(),
            unit.territory.as_str().into(),
            dates(unit).into(),
            unit.card.as_str().into(),
            unit.proof.as_str().into(),
            unit.usage_amount.into(),
            (&unit.note).into(),
            unit.version.into(),
            unit.created_at.into(),
            serial_key(&unit.serial).into(),
            unit.price.map(|price| price.0).into(),
        ]
    })
    .await
}

/// The unit whose code was scanned. The code is the permission: it shows what stands on the unit itself.
pub async fn by_code(conn: &mut Conn, code: &str) -> Result<Unit> {
    Unit::read(&conn.one(BY_CODE.bind(code), "unit").await?)
}

/// The units of a product with that serial number, however it is typed, in nobody's scope: for checks before writing.
pub async fn by_serial(conn: &mut Conn, product: ProductId, serial: &str) -> Result<Vec<Unit>> {
    let query = BY_SERIAL.bind(product.to_string()).bind(serial);
    conn.all(query.bind(serial_key(serial)))
        .await?
        .iter()
        .map(Unit::read)
        .collect()
}

/// Whose units a list shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UnitsOf {
    /// All the caller may see.
    Everybody,
    /// Those of a customer.
    Customer(CustomerId),
    /// Those an agreement names.
    Agreement(AgreementId),
}

/// Units, the newest first, after a place in that order.
pub async fn page(
    conn: &mut Conn,
    whose: UnitsOf,
    retired: Retired,
    after: Option<&Newest>,
    scope: &Scope,
    limit: u32,
) -> Result<Vec<Unit>> {
    let statement = match whose {
        UnitsOf::Everybody => &PAGE,
        UnitsOf::Customer(_) => &PAGE_OF_CUSTOMER,
        UnitsOf::Agreement(_) => &PAGE_OF_AGREEMENT,
    };
    let query = statement
        .bind(after.map_or(Timestamp::MAX, |place| place.created_at))
        .bind(after.map_or("", |place| place.id.as_str()))
        .bind(retired == Retired::Shown)
        .bind(limit);
    let query = match whose {
        UnitsOf::Everybody => query,
        UnitsOf::Customer(id) => query.bind(id.to_string()),
        UnitsOf::Agreement(id) => query.bind(id.to_string()),
    };
    conn.all(query.scope(scope))
        .await?
        .iter()
        .map(Unit::read)
        .collect()
}

/// The units an agreement covers, the oldest first, at most `limit`.
pub async fn of_agreement(conn: &mut Conn, id: AgreementId, limit: u32) -> Result<Vec<Unit>> {
    conn.all(OF_AGREEMENT.bind(id.to_string()).bind(limit))
        .await?
        .iter()
        .map(Unit::read)
        .collect()
}

fn dates(unit: &Unit) -> String {
    serde_json::to_string(&unit.dates).expect("words and days are always JSON")
}

impl Unit {
    fn read(row: &Row) -> Result<Self> {
        Ok(Self {
            id: row.parse("id")?,
            number: row.get("number")?,
            public_code: row.get("public_code")?,
            product: row.parse("product_id")?,
            serial: row.get("serial")?,
            customer: row.parse("customer_id")?,
            site: row.parse_optional("site_id")?,
            agreement: row.parse_optional("agreement_id")?,
            branch: row.parse("branch_id")?,
            place: row.get("place")?,
            territory: row.parse("territory")?,
            dates: row.json("dates")?,
            card: row.parse("card")?,
            proof: row.parse("proof")?,
            usage_amount: row.get("usage_amount")?,
            price: row.get::<Option<i64>>("price_fen")?.map(Fen),
            note: row.get("note")?,
            version: row.get("version")?,
            created_at: row.get("created_at")?,
            retired_at: row.get("retired_at")?,
            labels: Labels {
                model: row.get("model")?,
                product_name: row.get("product_name")?,
                customer_name: row.get("customer_name")?,
                site_name: row.get("site_name")?,
                legal_product: row.parse_optional("legal_product")?,
                warranty_ends_on: row.parse_optional("warranty_ends_on")?,
            },
        })
    }
}
