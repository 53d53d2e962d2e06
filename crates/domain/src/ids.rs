//! Typed identifiers.
//!
//! Each identifier is a `UUIDv7` (RFC 9562) and travels with a prefix that says what it names: `case_0193…`. Two
//! kinds of identifier are two types, so a unit can never be passed where a case is meant.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use uuid::Uuid;

/// Why a text is not an identifier of the wanted kind.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("\"{given}\" is not an id of this kind; write {prefix}_ followed by 32 hexadecimal digits")]
pub struct IdError {
    /// The text as it was given.
    pub given: String,
    /// The prefix that identifiers of the wanted kind carry.
    pub prefix: &'static str,
}

fn parse(text: &str, prefix: &'static str) -> Result<Uuid, IdError> {
    let error = || IdError {
        given: text.chars().take(64).collect(),
        prefix,
    };
    let digits = text
        .strip_prefix(prefix)
        .and_then(|rest| rest.strip_prefix('_'))
        .ok_or_else(error)?;
    if digits.len() != 32 || digits.bytes().any(|byte| byte.is_ascii_uppercase()) {
        return Err(error());
    }
    Uuid::try_parse(digits).map_err(|_| error())
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident = $prefix:literal;)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(value_type = String))]
        pub struct $name(Uuid);

        impl $name {
            /// What stands before the underscore on the wire.
            pub const PREFIX: &'static str = $prefix;

            /// Wraps a value that was drawn by the caller's source of randomness.
            pub const fn new(uuid: Uuid) -> Self {
                Self(uuid)
            }

            /// The bare value.
            pub const fn uuid(self) -> Uuid {
                self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{}_{}", Self::PREFIX, self.0.simple())
            }
        }

        impl FromStr for $name {
            type Err = IdError;

            fn from_str(text: &str) -> Result<Self, IdError> {
                parse(text, Self::PREFIX).map(Self)
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
            }
        }
    )*};
}

ids! {
    /// A service plan (服务方案), over all its versions.
    PlanId = "plan";
    /// One published, immutable version of a plan.
    PlanVersionId = "pver";
    /// A service agreement (服务协议): customer, units and a plan version.
    AgreementId = "agr";
    /// A branch or partner outlet in the company's tree.
    OrgUnitId = "org";
    /// A person who signs in.
    PersonId = "per";
    /// A signed-in session.
    SessionId = "ses";
    /// A customer (客户).
    CustomerId = "cus";
    /// A place where units stand.
    SiteId = "site";
    /// A person to talk to at a customer's.
    ContactId = "con";
    /// A product the company sells.
    ProductId = "prod";
    /// A document read into clauses, on its way to a plan.
    ReadingId = "read";
    /// One installed unit (设备).
    UnitId = "unit";
    /// A component of a unit.
    ComponentId = "comp";
    /// A service region with its distance band.
    RegionId = "reg";
    /// A service case (服务单).
    CaseId = "case";
    /// One fact in a case's history.
    EventId = "evt";
    /// A visit (派工单) within a case.
    VisitId = "vis";
    /// A complaint.
    ComplaintId = "cmp";
    /// One obligation row of the promise ledger.
    ObligationId = "obl";
    /// A stored file.
    FileId = "file";
    /// A notice to one person.
    NoticeId = "ntc";
    /// A personal token for programs.
    ApiTokenId = "tok";
    /// A calendar kept by the company.
    CalendarId = "cal";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_reads_back_and_another_kind_is_refused() {
        let id = CaseId::new(Uuid::from_u128(7));
        assert_eq!(id.to_string(), "case_00000000000000000000000000000007");
        assert_eq!(id.to_string().parse(), Ok(id));
        assert!(id.to_string().parse::<UnitId>().is_err());
    }

    #[test]
    fn one_id_has_one_spelling() {
        for bad in [
            "",
            "case",
            "case_",
            "case_0000000A000000000000000000000007",
            "00000000000000000000000000000007",
        ] {
            assert!(bad.parse::<CaseId>().is_err(), "{bad}");
        }
        assert!(
            "case_00000000-0000-0000-0000-000000000007"
                .parse::<CaseId>()
                .is_err()
        );
    }
}
