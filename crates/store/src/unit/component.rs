//! The components of a unit.

use crate::batch;
use crate::conn::Conn;
use crate::error::Result;
use crate::row::Row;
use crate::scope::Scope;
use crate::tx::Tx;
use domain::ids::{ComponentId, UnitId};
use domain::slug::ComponentClass;
use jiff::Timestamp;
use jiff::civil::Date;

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

crate::statements! {
    INSERT_COMPONENTS = "INSERT INTO component (id, unit_id, class, name, serial, fitted_on, replaces, version, created_at) \
        VALUES {rows}";
    COMPONENTS_OF = "SELECT * FROM component WHERE unit_id IN (VALUES {rows}) ORDER BY created_at, id";
    GET_COMPONENT = "SELECT k.* FROM component k JOIN unit u ON u.id = k.unit_id WHERE k.id = $1 \
        AND {scope: branch=u.branch_id, customer=u.customer_id, job=u.id@unit_id}";
    INSERT_COMPONENT = "INSERT INTO component (id, unit_id, class, name, serial, fitted_on, replaces, version, created_at) \
        VALUES ($1, $2, $3, $4, $5, $6, $7, 1, $8)";
    UPDATE_COMPONENT = "UPDATE component SET class = $3, name = $4, serial = $5, fitted_on = $6, removed_on = $7, \
        version = version + 1 WHERE id = $1 AND version = $2";
    COMPONENTS = "SELECT * FROM component WHERE unit_id = $1 \
        ORDER BY created_at, CASE WHEN replaces IS NULL THEN 0 ELSE 1 END, id LIMIT $2";
}

/// Adds many components at once.
pub async fn insert_components(tx: &mut Tx, components: &[Component]) -> Result<()> {
    batch::write(tx, &INSERT_COMPONENTS, components, |component| {
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

/// The components of a unit, those taken out too, at most [`super::MAX_PARTS`].
pub async fn components(conn: &mut Conn, unit: UnitId) -> Result<Vec<Component>> {
    conn.all(COMPONENTS.bind(unit.to_string()).bind(super::MAX_PARTS))
        .await?
        .iter()
        .map(Component::read)
        .collect()
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
