//! What is said about a customer when one is added or changed.

use domain::customer::{CustomerKind, Phone, Uscc};
use domain::ids::OrgUnitId;
use serde::{Deserialize, Serialize};
use store::customer::Customer;
use store::{Scope, Tx};
use utoipa::ToSchema;

use super::{BAD_PHONE, BAD_USCC, USCC_OF_CONSUMER};
use crate::check::{Checks, UNKNOWN_REFERENCE};
use crate::error::{Error, Kind, Result};
use crate::message::Text;
use crate::org;

const MAX_NAME: usize = 200;
const MAX_NOTE: usize = 4_000;

/// Everything people say about a customer.
#[derive(Debug, Clone, Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CustomerFields {
    pub kind: CustomerKind,
    pub name: String,
    #[serde(default)]
    pub phone: String,
    #[serde(default)]
    pub mail: String,
    /// Unified social credit code; for organisations only.
    #[serde(default)]
    pub uscc: String,
    #[serde(default)]
    pub note: String,
    /// The branch that looks after the customer.
    pub branch: OrgUnitId,
}

impl CustomerFields {
    /// Checks everything and writes it into `customer`; the branch must lie in the caller's scope.
    pub(super) async fn apply(
        self,
        tx: &mut Tx,
        scope: &Scope,
        customer: &mut Customer,
    ) -> Result<()> {
        let mut checks = Checks::new();
        self.fill(&mut checks, customer);
        match org::within(tx, self.branch, scope).await {
            Ok(_) => {}
            Err(Error {
                kind: Kind::NotFound,
                ..
            }) => checks.wrong("/branch", UNKNOWN_REFERENCE),
            Err(error) => return Err(error),
        }
        checks.done()
    }

    /// Checks what can be checked without looking anything up, and writes it into `customer`.
    pub(crate) fn fill(&self, checks: &mut Checks, customer: &mut Customer) {
        customer.name = checks.name("/name", &self.name, MAX_NAME);
        customer.phone = phone(checks, "/phone", &self.phone);
        customer.mail = checks.mail("/mail", &self.mail);
        customer.note = checks.lines("/note", &self.note, MAX_NOTE);
        customer.uscc = uscc(checks, self.kind, &self.uscc);
        customer.kind = self.kind;
        customer.branch = self.branch;
    }
}

/// A telephone number in its one spelling; empty is none.
pub(crate) fn phone(checks: &mut Checks, pointer: &str, given: &str) -> Option<String> {
    if given.trim().is_empty() {
        return None;
    }
    match given.parse::<Phone>() {
        Ok(phone) => Some(phone.as_str().to_owned()),
        Err(error) => {
            checks.wrong(pointer, Text::from(BAD_PHONE).with("given", error.given));
            None
        }
    }
}

fn uscc(checks: &mut Checks, kind: CustomerKind, given: &str) -> Option<String> {
    if given.trim().is_empty() {
        return None;
    }
    if kind == CustomerKind::Consumer {
        checks.wrong("/uscc", USCC_OF_CONSUMER);
        return None;
    }
    if let Ok(code) = given.parse::<Uscc>() {
        return Some(code.as_str().to_owned());
    }
    checks.wrong("/uscc", BAD_USCC);
    None
}
