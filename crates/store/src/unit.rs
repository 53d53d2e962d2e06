//! Installed units, their components, repair days and warranty resolutions.

use std::collections::BTreeMap;

use domain::ids::{
    AgreementId, CaseId, ComponentId, CustomerId, OrgUnitId, ProductId, SiteId, UnitId,
};
use domain::plan::clauses::warranty::{StartDate, Territory};
use domain::slug::ComponentClass;
use domain::unit::Paper;
use jiff::Timestamp;
use jiff::civil::Date;

use crate::batch;
use crate::conn::Conn;
use crate::customer::Newest;
use crate::error::Result;
use crate::row::Row;
use crate::scope::Scope;
use crate::tx::Tx;

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
    /// Unique among the units of the product.
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
    /// The last day of the whole unit's warranty, as last resolved.
    pub warranty_ends_on: Option<Date>,
}

/// A component of a unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Component {
    pub id: ComponentId,
    pub unit: UnitId,
    pub class: ComponentClass,
    pub name: String,
    pub serial: String,
    pub fitted_on: Option<Date>,
    /// The component this one replaced.
    pub replaces: Option<ComponentId>,
    pub removed_on: Option<Date>,
    pub version: i64,
    pub created_at: Timestamp,
}

/// Days a unit was under repair, both included.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Repair {
    pub case: CaseId,
    pub from: Date,
    pub to: Date,
}

/// One resolution of a unit's warranty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Resolution {
    pub seq: i64,
    pub resolved_at: Timestamp,
    /// JSON of the resolution with its reasons.
    pub resolution: serde_json::Value,
    pub hash: String,
    /// The last day of the whole unit's warranty, if it has one.
    pub ends_on: Option<Date>,
}

/// The columns of a unit with what its references are called.
macro_rules! select_unit {
    ($rest:literal) => {
        concat!(
            "SELECT u.*, p.model, p.name AS product_name, c.name AS customer_name, s.name AS site_name, \
            (SELECT w.ends_on FROM unit_warranty w WHERE w.unit_id = u.id ORDER BY w.seq DESC LIMIT 1) AS warranty_ends_on \
            FROM unit u JOIN product p ON p.id = u.product_id JOIN customer c ON c.id = u.customer_id \
            LEFT JOIN site s ON s.id = u.site_id ",
            $rest
        )
    };
}

crate::statements! {
    INSERT = "INSERT INTO unit (id, number, public_code, product_id, serial, customer_id, site_id, agreement_id, branch_id, \
        place, territory, dates, card, proof, usage_amount, note, version, created_at) \
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, 1, $17)";
    UPDATE = "UPDATE unit SET product_id = $3, serial = $4, customer_id = $5, site_id = $6, agreement_id = $7, \
        branch_id = $8, place = $9, territory = $10, dates = $11, card = $12, proof = $13, usage_amount = $14, note = $15, \
        public_code = $16, version = version + 1 WHERE id = $1 AND version = $2";
    SET_RETIRED = "UPDATE unit SET retired_at = $3, version = version + 1 WHERE id = $1 AND version = $2";
    GET = select_unit!("WHERE u.id = $1 AND {scope: branch=u.branch_id, customer=u.customer_id}");
    BY_CODE = select_unit!("WHERE u.public_code = $1");
    BY_SERIAL = select_unit!("WHERE u.product_id = $1 AND u.serial = $2");
    PAGE = select_unit!("WHERE (u.created_at, u.id) < ($1, $2) AND ($3 = 1 OR u.retired_at IS NULL) \
        AND {scope: branch=u.branch_id, customer=u.customer_id} ORDER BY u.created_at DESC, u.id DESC LIMIT $4");
    PAGE_OF_CUSTOMER = select_unit!("WHERE u.customer_id = $5 AND (u.created_at, u.id) < ($1, $2) \
        AND ($3 = 1 OR u.retired_at IS NULL) AND {scope: branch=u.branch_id, customer=u.customer_id} \
        ORDER BY u.created_at DESC, u.id DESC LIMIT $4");
    OF_AGREEMENT = select_unit!("WHERE u.agreement_id = $1 ORDER BY u.created_at, u.id LIMIT $2");
    BY_IDS = select_unit!("WHERE u.id IN (VALUES {rows}) AND {scope: branch=u.branch_id, customer=u.customer_id}");
    BY_SERIALS = select_unit!("WHERE u.serial IN (VALUES {rows})");
    INSERT_ALL = "INSERT INTO unit (id, number, public_code, product_id, serial, customer_id, site_id, agreement_id, \
        branch_id, place, territory, dates, card, proof, usage_amount, note, version, created_at) VALUES {rows}";
    INSERT_COMPONENTS = "INSERT INTO component (id, unit_id, class, name, serial, fitted_on, replaces, version, created_at) \
        VALUES {rows}";
    COMPONENTS_OF = "SELECT * FROM component WHERE unit_id IN (VALUES {rows}) ORDER BY created_at, id";
    GET_COMPONENT = "SELECT k.* FROM component k JOIN unit u ON u.id = k.unit_id WHERE k.id = $1 \
        AND {scope: branch=u.branch_id, customer=u.customer_id}";
    INSERT_COMPONENT = "INSERT INTO component (id, unit_id, class, name, serial, fitted_on, replaces, version, created_at) \
        VALUES ($1, $2, $3, $4, $5, $6, $7, 1, $8)";
    UPDATE_COMPONENT = "UPDATE component SET class = $3, name = $4, serial = $5, fitted_on = $6, removed_on = $7, \
        version = version + 1 WHERE id = $1 AND version = $2";
    COMPONENTS = "SELECT * FROM component WHERE unit_id = $1 ORDER BY created_at, id LIMIT $2";
    ADD_REPAIR = "INSERT INTO unit_repair (unit_id, from_day, to_day, case_id) VALUES ($1, $2, $3, $4) \
        ON CONFLICT (unit_id, case_id, from_day) DO UPDATE SET to_day = excluded.to_day";
    REPAIRS = "SELECT * FROM unit_repair WHERE unit_id = $1 ORDER BY from_day, case_id LIMIT $2";
    ADD_RESOLUTION = "INSERT INTO unit_warranty (unit_id, seq, resolved_at, resolution, hash, ends_on) \
        VALUES ($1, $2, $3, $4, $5, $6)";
    LAST_RESOLUTION = "SELECT * FROM unit_warranty WHERE unit_id = $1 ORDER BY seq DESC LIMIT 1";
    RESOLUTIONS = "SELECT * FROM unit_warranty WHERE unit_id = $1 ORDER BY seq DESC LIMIT $2";
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
        .bind(unit.created_at);
    tx.run(query).await?;
    Ok(())
}

/// Writes everything people edit, guarded by `unit.version`.
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
        .bind(&unit.public_code);
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

/// Units with these serial numbers, of whatever product and in nobody's scope: for checks before writing.
pub async fn by_serials(conn: &mut Conn, serials: &[String]) -> Result<Vec<Unit>> {
    let rows = batch::select(conn, &BY_SERIALS, serials, &Scope::All).await?;
    rows.iter().map(Unit::read).collect()
}

/// Adds many units at once.
pub async fn insert_all(tx: &mut Tx, units: &[Unit]) -> Result<()> {
    batch::insert(tx, &INSERT_ALL, units, |unit| {
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
        ]
    })
    .await
}

/// Adds many components at once.
pub async fn insert_components(tx: &mut Tx, components: &[Component]) -> Result<()> {
    batch::insert(tx, &INSERT_COMPONENTS, components, |component| {
        vec![
            component.id.to_string().into(),
            component.unit.to_string().into(),
            component.class.to_string().into(),
            (&component.name).into(),
            (&component.serial).into(),
            component.fitted_on.map(|day| day.to_string()).into(),
            component.replaces.map(|id| id.to_string()).into(),
            component.version.into(),
            component.created_at.into(),
        ]
    })
    .await
}

/// The components of several units, those taken out too.
pub async fn components_of(conn: &mut Conn, units: &[String]) -> Result<Vec<Component>> {
    let rows = batch::select(conn, &COMPONENTS_OF, units, &Scope::All).await?;
    rows.iter().map(Component::read).collect()
}

/// The unit whose code was scanned. The code is the permission: it shows what stands on the unit itself.
pub async fn by_code(conn: &mut Conn, code: &str) -> Result<Unit> {
    Unit::read(&conn.one(BY_CODE.bind(code), "unit").await?)
}

/// The unit of a product with that serial number, in nobody's scope: for checks before writing.
pub async fn by_serial(conn: &mut Conn, product: ProductId, serial: &str) -> Result<Option<Unit>> {
    conn.optional(BY_SERIAL.bind(product.to_string()).bind(serial))
        .await?
        .as_ref()
        .map(Unit::read)
        .transpose()
}

/// Units, the newest first, after a place in that order; of one customer, or of all the caller may see.
pub async fn page(
    conn: &mut Conn,
    customer: Option<CustomerId>,
    retired: Retired,
    after: Option<&Newest>,
    scope: &Scope,
    limit: u32,
) -> Result<Vec<Unit>> {
    let statement = if customer.is_some() {
        &PAGE_OF_CUSTOMER
    } else {
        &PAGE
    };
    let query = statement
        .bind(after.map_or(Timestamp::MAX, |place| place.created_at))
        .bind(after.map_or("", |place| place.id.as_str()))
        .bind(retired == Retired::Shown)
        .bind(limit);
    let query = match customer {
        Some(id) => query.bind(id.to_string()),
        None => query,
    };
    conn.all(query.scope(scope))
        .await?
        .iter()
        .map(Unit::read)
        .collect()
}

/// Whether a list shows units that were taken out of service.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Retired {
    Shown,
    Hidden,
}

/// The units an agreement covers, the oldest first, at most `limit`.
pub async fn of_agreement(conn: &mut Conn, id: AgreementId, limit: u32) -> Result<Vec<Unit>> {
    conn.all(OF_AGREEMENT.bind(id.to_string()).bind(limit))
        .await?
        .iter()
        .map(Unit::read)
        .collect()
}

pub async fn insert_component(tx: &mut Tx, component: &Component) -> Result<()> {
    let query = INSERT_COMPONENT
        .bind(component.id.to_string())
        .bind(component.unit.to_string())
        .bind(component.class.to_string())
        .bind(&component.name)
        .bind(&component.serial)
        .bind(component.fitted_on.map(|day| day.to_string()))
        .bind(component.replaces.map(|id| id.to_string()))
        .bind(component.created_at);
    tx.run(query).await?;
    Ok(())
}

pub async fn update_component(tx: &mut Tx, component: &Component) -> Result<()> {
    let query = UPDATE_COMPONENT
        .bind(component.id.to_string())
        .bind(component.version)
        .bind(component.class.to_string())
        .bind(&component.name)
        .bind(&component.serial)
        .bind(component.fitted_on.map(|day| day.to_string()))
        .bind(component.removed_on.map(|day| day.to_string()));
    tx.guarded(query, "component").await
}

pub async fn get_component(conn: &mut Conn, id: ComponentId, scope: &Scope) -> Result<Component> {
    Component::read(
        &conn
            .one(GET_COMPONENT.bind(id.to_string()).scope(scope), "component")
            .await?,
    )
}

/// The components of a unit, those taken out too, at most [`MAX_PARTS`].
pub async fn components(conn: &mut Conn, unit: UnitId) -> Result<Vec<Component>> {
    conn.all(COMPONENTS.bind(unit.to_string()).bind(MAX_PARTS))
        .await?
        .iter()
        .map(Component::read)
        .collect()
}

/// Notes repair days; the same repair told again with another end replaces its end.
pub async fn add_repair(tx: &mut Tx, unit: UnitId, repair: &Repair) -> Result<()> {
    let query = ADD_REPAIR
        .bind(unit.to_string())
        .bind(repair.from.to_string())
        .bind(repair.to.to_string())
        .bind(repair.case.to_string());
    tx.run(query).await?;
    Ok(())
}

pub async fn repairs(conn: &mut Conn, unit: UnitId) -> Result<Vec<Repair>> {
    conn.all(REPAIRS.bind(unit.to_string()).bind(MAX_PARTS))
        .await?
        .iter()
        .map(Repair::read)
        .collect()
}

/// Appends a resolution. Two at once collide on their number, and one is [`crate::StoreError::Unique`].
pub async fn add_resolution(tx: &mut Tx, unit: UnitId, resolution: &Resolution) -> Result<()> {
    let query = ADD_RESOLUTION
        .bind(unit.to_string())
        .bind(resolution.seq)
        .bind(resolution.resolved_at)
        .bind(&resolution.resolution)
        .bind(&resolution.hash)
        .bind(resolution.ends_on.map(|day| day.to_string()));
    tx.run(query).await?;
    Ok(())
}

/// The resolution that holds.
pub async fn last_resolution(conn: &mut Conn, unit: UnitId) -> Result<Option<Resolution>> {
    conn.optional(LAST_RESOLUTION.bind(unit.to_string()))
        .await?
        .as_ref()
        .map(Resolution::read)
        .transpose()
}

/// All resolutions, the last first, at most [`MAX_PARTS`].
pub async fn resolutions(conn: &mut Conn, unit: UnitId) -> Result<Vec<Resolution>> {
    conn.all(RESOLUTIONS.bind(unit.to_string()).bind(MAX_PARTS))
        .await?
        .iter()
        .map(Resolution::read)
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
            note: row.get("note")?,
            version: row.get("version")?,
            created_at: row.get("created_at")?,
            retired_at: row.get("retired_at")?,
            labels: Labels {
                model: row.get("model")?,
                product_name: row.get("product_name")?,
                customer_name: row.get("customer_name")?,
                site_name: row.get("site_name")?,
                warranty_ends_on: row.parse_optional("warranty_ends_on")?,
            },
        })
    }
}

impl Component {
    fn read(row: &Row) -> Result<Self> {
        Ok(Self {
            id: row.parse("id")?,
            unit: row.parse("unit_id")?,
            class: row.parse("class")?,
            name: row.get("name")?,
            serial: row.get("serial")?,
            fitted_on: row.parse_optional("fitted_on")?,
            replaces: row.parse_optional("replaces")?,
            removed_on: row.parse_optional("removed_on")?,
            version: row.get("version")?,
            created_at: row.get("created_at")?,
        })
    }
}

impl Repair {
    fn read(row: &Row) -> Result<Self> {
        Ok(Self {
            case: row.parse("case_id")?,
            from: row.parse("from_day")?,
            to: row.parse("to_day")?,
        })
    }
}

impl Resolution {
    fn read(row: &Row) -> Result<Self> {
        Ok(Self {
            seq: row.get("seq")?,
            resolved_at: row.get("resolved_at")?,
            resolution: row.json("resolution")?,
            hash: row.get("hash")?,
            ends_on: row.parse_optional("ends_on")?,
        })
    }
}
