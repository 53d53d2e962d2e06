//! The first start of an installation: somebody must be able to sign in.

use std::sync::Arc;

use domain::access::Role;
use domain::ids::{OrgUnitId, PersonId};
use store::person::{Credential, Person};
use store::{AuditEntry, Receipt, org, person};

use crate::ctx::App;
use crate::error::{Error, Result};
use crate::random::Random;

const LOGIN: &str = "admin";
/// Without letters and digits that look alike.
const ALPHABET: &[u8; 32] = b"abcdefghijkmnpqrstuvwxyz23456789";
const CHARS: usize = 20;

/// The sign-in of the first administrator, shown once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FirstAdministrator {
    pub login: String,
    pub password: String,
}

/// Creates the company and its first administrator if nobody exists yet. The password must be changed at once.
pub async fn first_administrator(app: &Arc<App>) -> Result<Option<FirstAdministrator>> {
    if !person::is_empty(&mut *app.db.read().await?).await? {
        return Ok(None);
    }
    let password = draw_password(app.random.as_ref());
    let hash = app.passwords.hash(&password, app.random.as_ref()).await?;
    let mut tx = app
        .db
        .begin(app.as_service("setup", app.uuid().to_string()))
        .await?;
    if !person::is_empty(&mut tx).await? {
        tx.unchanged().await?;
        return Ok(None);
    }
    let company = if let Some(company) = org::root(&mut tx).await? {
        company.id.parse().map_err(Error::internal)?
    } else {
        let id = OrgUnitId::new(app.uuid());
        org::insert(&mut tx, &id.to_string(), None, "company", "总公司").await?;
        id
    };
    let administrator = administrator(PersonId::new(app.uuid()), company, tx.at());
    person::insert(&mut tx, &administrator).await?;
    let credential = Credential {
        hash,
        must_change: true,
        changed_at: tx.at(),
    };
    person::set_credential(&mut tx, administrator.id, &credential).await?;
    tx.finish(Receipt::new(AuditEntry::new(
        "person.create",
        "person",
        administrator.id,
    )))
    .await?;
    Ok(Some(FirstAdministrator {
        login: LOGIN.to_owned(),
        password,
    }))
}

fn administrator(id: PersonId, org: OrgUnitId, created_at: jiff::Timestamp) -> Person {
    Person {
        id,
        login: LOGIN.to_owned(),
        name: "管理员".to_owned(),
        phone: None,
        email: None,
        org,
        customer: None,
        roles: vec![Role::Administrator],
        skills: Vec::new(),
        areas: Vec::new(),
        language: "zh".to_owned(),
        version: 1,
        created_at,
        deactivated_at: None,
    }
}

/// Twenty characters of five bits each.
fn draw_password(random: &dyn Random) -> String {
    let mut bytes = [0; CHARS];
    random.fill(&mut bytes);
    bytes
        .iter()
        .map(|byte| char::from(ALPHABET[usize::from(*byte) % ALPHABET.len()]))
        .collect()
}
