//! People, their roles and their passwords' hashes.

use std::collections::BTreeMap;

use domain::access::Role;
use domain::ids::{CustomerId, OrgUnitId, PersonId};
use jiff::Timestamp;

use crate::batch;
use crate::conn::Conn;
use crate::error::{Result, StoreError};
use crate::row::Row;
use crate::scope::Scope;
use crate::search::Words;
use crate::tx::Tx;

/// A person as stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    pub id: PersonId,
    pub login: String,
    pub name: String,
    pub phone: Option<String>,
    pub email: Option<String>,
    pub org: OrgUnitId,
    pub customer: Option<CustomerId>,
    pub roles: Vec<Role>,
    /// Free words such as `elevator` or `电梯`.
    pub skills: Vec<String>,
    /// Names of the service areas the person covers.
    pub areas: Vec<String>,
    /// `zh` or `en`.
    pub language: String,
    pub version: i64,
    pub created_at: Timestamp,
    pub deactivated_at: Option<Timestamp>,
}

/// A person's password.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Credential {
    /// PHC string of the slow hash.
    pub hash: String,
    pub must_change: bool,
    pub changed_at: Timestamp,
}

/// Which people a list shows.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PersonFilter {
    pub role: Option<Role>,
    /// Part of a name or its spelling, a login, phone or mail address.
    pub text: String,
    /// Also people who were deactivated.
    pub with_deactivated: bool,
}

/// The place of a person in the list, which is ordered by name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonCursor {
    pub name: String,
    pub id: String,
}

crate::statements! {
    INSERT = "INSERT INTO person (id, login, login_key, name, phone, email, org_id, customer_id, roles, skills, areas, \
        language, find_key, version, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, 1, $14)";
    NAMES = "SELECT id, name FROM person WHERE id IN (VALUES {rows})";
    UPDATE = "UPDATE person SET name = $3, phone = $4, email = $5, org_id = $6, customer_id = $7, roles = $8, skills = $9, \
        areas = $10, language = $11, find_key = $12, version = version + 1 WHERE id = $1 AND version = $2";
    BY_IDS = "SELECT * FROM person WHERE id IN (VALUES {rows})";
    SET_FIND_KEYS = "UPDATE person SET find_key = v.column2 FROM (VALUES {rows}) v \
        WHERE id = v.column1 AND version = CAST(v.column3 AS BIGINT)";
    SET_DEACTIVATED = "UPDATE person SET deactivated_at = $3, version = version + 1 WHERE id = $1 AND version = $2";
    GET = "SELECT p.* FROM person p WHERE p.id = $1 AND {scope: branch=p.org_id, own=p.id, customer=p.customer_id}";
    BY_LOGIN = "SELECT p.* FROM person p WHERE p.login_key = $1";
    PAGE = "SELECT p.* FROM person p WHERE (p.name, p.id) > ($1, $2) AND p.roles LIKE $3 ESCAPE '\\' \
        AND p.find_key LIKE $4 ESCAPE '\\' AND ($5 = 1 OR p.deactivated_at IS NULL) \
        AND {scope: branch=p.org_id, own=p.id, customer=p.customer_id} ORDER BY p.name, p.id LIMIT $6";
    ADMINISTRATORS = "SELECT CAST(COUNT(*) AS BIGINT) AS n FROM person p JOIN credential c ON c.person_id = p.id \
        WHERE p.roles LIKE '% administrator %' AND p.deactivated_at IS NULL";
    WITH_ROLE = "SELECT p.* FROM person p WHERE p.roles LIKE $1 ESCAPE '\\' AND p.deactivated_at IS NULL ORDER BY p.id LIMIT $2";
    NEAREST = "SELECT p.*, c.depth FROM person p JOIN org_closure c ON c.ancestor = p.org_id \
        WHERE c.descendant = $1 AND p.roles LIKE $2 ESCAPE '\\' AND p.deactivated_at IS NULL \
        ORDER BY c.depth, p.id LIMIT $3";
    IS_EMPTY = "SELECT id FROM person LIMIT 1";
    CREDENTIAL = "SELECT hash, must_change, changed_at FROM credential WHERE person_id = $1";
    SET_CREDENTIAL = "INSERT INTO credential (person_id, hash, must_change, changed_at) VALUES ($1, $2, $3, $4) \
        ON CONFLICT (person_id) DO UPDATE SET hash = excluded.hash, must_change = excluded.must_change, \
        changed_at = excluded.changed_at";
}

/// Most people of one role and place that are told of the same thing.
const MAX_NEAREST: i64 = 50;

/// The active people of a role at a place; when it has none, those of the next place above that has.
pub async fn nearest(conn: &mut Conn, place: OrgUnitId, role: Role) -> Result<Vec<Person>> {
    let query = NEAREST
        .bind(place.to_string())
        .bind(format!("% {} %", escape(role.as_str())))
        .bind(MAX_NEAREST);
    let mut found = Vec::new();
    let mut nearest: Option<i64> = None;
    for row in conn.all(query).await? {
        let depth: i64 = row.get("depth")?;
        if *nearest.get_or_insert(depth) != depth {
            break;
        }
        found.push(Person::read(&row)?);
    }
    Ok(found)
}

/// The active people of a role, wherever they are.
pub async fn with_role(conn: &mut Conn, role: Role) -> Result<Vec<Person>> {
    let query = WITH_ROLE
        .bind(format!("% {} %", escape(role.as_str())))
        .bind(MAX_NEAREST);
    let rows = conn.all(query).await?;
    rows.iter().map(Person::read).collect()
}

/// One person, whoever asks: for what the program does by itself.
pub async fn known(conn: &mut Conn, id: PersonId) -> Result<Option<Person>> {
    let query = GET.bind(id.to_string()).scope(&Scope::All);
    conn.optional(query)
        .await?
        .map(|row| Person::read(&row))
        .transpose()
}

/// What people are called, by their ids, in no order and in nobody's scope: for lists of what they did.
pub async fn names(conn: &mut Conn, ids: &[String]) -> Result<BTreeMap<String, String>> {
    let rows = batch::select(conn, &NAMES, ids, &Scope::All).await?;
    rows.iter()
        .map(|row| Ok((row.get("id")?, row.get("name")?)))
        .collect()
}

/// Those of the people named, in no order and in nobody's scope.
pub async fn by_ids(conn: &mut Conn, ids: &[String]) -> Result<Vec<Person>> {
    let rows = batch::select(conn, &BY_IDS, ids, &Scope::All).await?;
    rows.iter().map(Person::read).collect()
}

/// Writes anew what people are found by, of those that nobody changed meanwhile.
pub async fn set_find_keys(tx: &mut Tx, people: &[Person]) -> Result<()> {
    batch::write(tx, &SET_FIND_KEYS, people, |person| {
        vec![
            person.id.to_string().into(),
            find_key(person).into(),
            person.version.into(),
        ]
    })
    .await
}

/// Adds a person. A login that is taken is [`StoreError::Unique`].
pub async fn insert(tx: &mut Tx, person: &Person) -> Result<()> {
    let query = INSERT
        .bind(person.id.to_string())
        .bind(&person.login)
        .bind(login_key(&person.login))
        .bind(&person.name)
        .bind(person.phone.clone())
        .bind(person.email.clone())
        .bind(person.org.to_string())
        .bind(person.customer.map(|id| id.to_string()))
        .bind(pad(&person.roles))
        .bind(list(&person.skills))
        .bind(list(&person.areas))
        .bind(&person.language)
        .bind(find_key(person))
        .bind(person.created_at);
    tx.run(query).await?;
    Ok(())
}

/// Writes everything but login, creation and deactivation, guarded by `person.version`.
pub async fn update(tx: &mut Tx, person: &Person) -> Result<()> {
    let query = UPDATE
        .bind(person.id.to_string())
        .bind(person.version)
        .bind(&person.name)
        .bind(person.phone.clone())
        .bind(person.email.clone())
        .bind(person.org.to_string())
        .bind(person.customer.map(|id| id.to_string()))
        .bind(pad(&person.roles))
        .bind(list(&person.skills))
        .bind(list(&person.areas))
        .bind(&person.language)
        .bind(find_key(person));
    tx.guarded(query, "person").await
}

/// Deactivates a person at an instant, or lets them in again with `None`; guarded by `person.version`.
pub async fn set_deactivated(tx: &mut Tx, person: &Person, at: Option<Timestamp>) -> Result<()> {
    tx.guarded(
        SET_DEACTIVATED
            .bind(person.id.to_string())
            .bind(person.version)
            .bind(at),
        "person",
    )
    .await
}

pub async fn get(conn: &mut Conn, id: PersonId, scope: &Scope) -> Result<Person> {
    Person::read(
        &conn
            .one(GET.bind(id.to_string()).scope(scope), "person")
            .await?,
    )
}

/// The person with that login name, upper and lower case alike.
pub async fn by_login(conn: &mut Conn, login: &str) -> Result<Option<Person>> {
    conn.optional(BY_LOGIN.bind(login_key(login)))
        .await?
        .as_ref()
        .map(Person::read)
        .transpose()
}

/// People ordered by name, after a place in that order.
pub async fn page(
    conn: &mut Conn,
    filter: &PersonFilter,
    after: Option<&PersonCursor>,
    scope: &Scope,
    limit: u32,
) -> Result<Vec<Person>> {
    let role = filter.role.map_or_else(
        || "%".to_owned(),
        |role| format!("% {} %", escape(role.as_str())),
    );
    let query = PAGE
        .bind(after.map_or("", |cursor| cursor.name.as_str()))
        .bind(after.map_or("", |cursor| cursor.id.as_str()))
        .bind(role)
        .bind(format!("%{}%", escape(&filter.text.to_lowercase())))
        .bind(filter.with_deactivated)
        .bind(limit)
        .scope(scope);
    conn.all(query).await?.iter().map(Person::read).collect()
}

/// How many people can still administrate.
pub async fn administrators(conn: &mut Conn) -> Result<i64> {
    conn.one(ADMINISTRATORS.query(), "count").await?.get("n")
}

/// Whether nobody exists yet.
pub async fn is_empty(conn: &mut Conn) -> Result<bool> {
    Ok(conn.optional(IS_EMPTY.query()).await?.is_none())
}

pub async fn credential(conn: &mut Conn, id: PersonId) -> Result<Option<Credential>> {
    let Some(row) = conn.optional(CREDENTIAL.bind(id.to_string())).await? else {
        return Ok(None);
    };
    Ok(Some(Credential {
        hash: row.get("hash")?,
        must_change: row.get("must_change")?,
        changed_at: row.get("changed_at")?,
    }))
}

pub async fn set_credential(tx: &mut Tx, id: PersonId, credential: &Credential) -> Result<()> {
    let query = SET_CREDENTIAL
        .bind(id.to_string())
        .bind(&credential.hash)
        .bind(credential.must_change)
        .bind(credential.changed_at);
    tx.run(query).await?;
    Ok(())
}

impl Person {
    fn read(row: &Row) -> Result<Self> {
        let roles: String = row.get("roles")?;
        let roles = roles
            .split_whitespace()
            .map(|word| {
                word.parse()
                    .map_err(|why| StoreError::corrupt("person roles", why))
            })
            .collect::<Result<_>>()?;
        Ok(Self {
            id: row.parse("id")?,
            login: row.get("login")?,
            name: row.get("name")?,
            phone: row.get("phone")?,
            email: row.get("email")?,
            org: row.parse("org_id")?,
            customer: row.parse_optional("customer_id")?,
            roles,
            skills: row.json("skills")?,
            areas: row.json("areas")?,
            language: row.get("language")?,
            version: row.get("version")?,
            created_at: row.get("created_at")?,
            deactivated_at: row.get("deactivated_at")?,
        })
    }
}

fn login_key(login: &str) -> String {
    login.to_lowercase()
}

fn pad(roles: &[Role]) -> String {
    roles
        .iter()
        .fold(" ".to_owned(), |text, role| text + role.as_str() + " ")
}

fn list(words: &[String]) -> String {
    serde_json::Value::from(words.to_vec()).to_string()
}

fn find_key(person: &Person) -> String {
    let parts = [
        Some(&person.name),
        Some(&person.login),
        person.phone.as_ref(),
        person.email.as_ref(),
    ];
    parts
        .into_iter()
        .flatten()
        .map(|part| part.to_lowercase())
        .chain([Words::new().name(&person.name).others()])
        .collect::<Vec<_>>()
        .join(" ")
}

/// Makes `%`, `_` and `\` stand for themselves in a LIKE pattern.
fn escape(text: &str) -> String {
    text.replace('\\', "\\\\")
        .replace('%', "\\%")
        .replace('_', "\\_")
}
