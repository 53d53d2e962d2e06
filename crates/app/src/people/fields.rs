//! What is said about a person when one is added or changed.

use domain::access::{Role, RoleConflict, check_roles};
use domain::ids::{CustomerId, OrgUnitId};
use serde::Deserialize;
use store::person::Person;
use store::{Scope, StoreError, Tx, customer};
use utoipa::ToSchema;

use super::{CUSTOMER_NEEDED, NO_ROLE, OUTSIDER_ROLE, PLACE_CLOSED, ROLE_TWICE};
use crate::check::{Checks, UNKNOWN_REFERENCE};
use crate::error::{Error, Kind, Result};
use crate::language::{Language, role_name};
use crate::message::{Message, Text};
use crate::org;

const MAX_NAME: usize = 50;
const MAX_WORDS: usize = 50;
const MAX_WORD: usize = 50;

/// Everything about a person but the sign-in.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PersonFields {
    pub name: String,
    #[serde(default)]
    pub phone: String,
    #[serde(default)]
    pub email: String,
    pub org: OrgUnitId,
    /// For the role customer only.
    pub customer: Option<CustomerId>,
    pub roles: Vec<Role>,
    #[serde(default)]
    pub skills: Vec<String>,
    #[serde(default)]
    pub areas: Vec<String>,
    #[serde(default)]
    pub language: Language,
}

impl PersonFields {
    /// Checks everything and writes it into `person`; the place must lie in the caller's scope.
    pub(super) async fn apply(self, tx: &mut Tx, scope: &Scope, person: &mut Person) -> Result<()> {
        let mut checks = Checks::new();
        person.name = checks.name("/name", &self.name, MAX_NAME);
        person.phone = checks.phone("/phone", &self.phone);
        person.email = checks.mail("/email", &self.email);
        person.skills = words(&mut checks, "/skills", &self.skills);
        person.areas = words(&mut checks, "/areas", &self.areas);
        check(&mut checks, &self.roles);
        if self.roles.contains(&Role::Customer) != self.customer.is_some() {
            checks.wrong("/customer", CUSTOMER_NEEDED);
        }
        if let Some(customer) = self.customer {
            match customer::get(tx, customer, scope).await {
                Ok(_) => {}
                Err(StoreError::NotFound { .. }) => checks.wrong("/customer", UNKNOWN_REFERENCE),
                Err(error) => return Err(error.into()),
            }
        }
        match org::within(tx, self.org, scope).await {
            Ok(place) if place.closed_at.is_some() && person.org != self.org => {
                checks.wrong("/org", PLACE_CLOSED);
            }
            Ok(_) => {}
            Err(Error {
                kind: Kind::NotFound,
                ..
            }) => checks.wrong("/org", UNKNOWN_REFERENCE),
            Err(error) => return Err(error),
        }
        checks.done()?;
        person.org = self.org;
        person.customer = self.customer;
        person.roles = self.roles;
        self.language.as_str().clone_into(&mut person.language);
        Ok(())
    }
}

fn check(checks: &mut Checks, roles: &[Role]) {
    match check_roles(roles) {
        Ok(()) => {}
        Err(RoleConflict::None) => checks.wrong("/roles", NO_ROLE),
        Err(RoleConflict::Twice(role)) => {
            checks.wrong("/roles", named(ROLE_TWICE, role));
        }
        Err(RoleConflict::Outsider(role)) => {
            checks.wrong("/roles", named(OUTSIDER_ROLE, role));
        }
    }
}

/// What is said about a role, by its name in the reader's language.
fn named(message: &'static Message, role: Role) -> Text {
    let name = |language| role_name(role, language);
    Text::from(message).with_words("role", name(Language::Chinese), name(Language::English))
}

fn words(checks: &mut Checks, pointer: &str, given: &[String]) -> Vec<String> {
    checks.at_most(pointer, given, MAX_WORDS);
    let mut kept: Vec<String> = Vec::new();
    for (at, word) in given.iter().take(MAX_WORDS).enumerate() {
        let word = checks.name(&format!("{pointer}/{at}"), word, MAX_WORD);
        if !kept.contains(&word) {
            kept.push(word);
        }
    }
    kept
}
