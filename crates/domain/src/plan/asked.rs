//! A value that a plan states, or leaves to be asked when the plan is applied.

use std::fmt;

use serde::de::{DeserializeOwned, Error as _};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::slug::ParameterId;

/// A stated value, or the parameter that will give it. Written as the value itself, or as `"ask:parameter"`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Asked<T> {
    /// The plan states it.
    Known(T),
    /// The plan leaves it out; this parameter of the agreement gives it.
    Ask(ParameterId),
}

const MARK: &str = "ask:";

impl<T> Asked<T> {
    /// The stated value, if the plan states one.
    pub const fn known(&self) -> Option<&T> {
        match self {
            Self::Known(value) => Some(value),
            Self::Ask(_) => None,
        }
    }

    /// The parameter to ask, if the plan leaves the value out.
    pub const fn parameter(&self) -> Option<&ParameterId> {
        match self {
            Self::Known(_) => None,
            Self::Ask(parameter) => Some(parameter),
        }
    }
}

impl<T> From<T> for Asked<T> {
    fn from(value: T) -> Self {
        Self::Known(value)
    }
}

impl<T: fmt::Display> fmt::Display for Asked<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Known(value) => value.fmt(f),
            Self::Ask(parameter) => write!(f, "{MARK}{parameter}"),
        }
    }
}

impl<T: Serialize> Serialize for Asked<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Known(value) => value.serialize(serializer),
            Self::Ask(parameter) => serializer.collect_str(&format_args!("{MARK}{parameter}")),
        }
    }
}

/// A scalar as it stands in JSON or TOML, before it is known what it should be.
#[derive(Deserialize)]
#[serde(
    untagged,
    expecting = "a value, or \"ask:\" followed by a parameter of the plan"
)]
enum Scalar {
    Number(i64),
    Text(String),
}

impl<'de, T: DeserializeOwned> Deserialize<'de> for Asked<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        use serde::de::IntoDeserializer;
        use serde::de::value::Error as ValueError;
        let stated =
            |result: Result<T, ValueError>| result.map(Self::Known).map_err(D::Error::custom);
        match Scalar::deserialize(deserializer)? {
            Scalar::Number(number) => stated(T::deserialize(
                IntoDeserializer::<ValueError>::into_deserializer(number),
            )),
            Scalar::Text(text) => match text.strip_prefix(MARK) {
                Some(name) => name.parse().map(Self::Ask).map_err(D::Error::custom),
                None => stated(T::deserialize(
                    IntoDeserializer::<ValueError>::into_deserializer(text),
                )),
            },
        }
    }
}

/// What a question looks like in place of a value.
#[cfg(feature = "schema")]
pub(crate) const ASKED_PATTERN: &str = "^ask:[a-z0-9][a-z0-9-]{0,63}$";

/// How a number that may be asked looks in a schema: a whole number, or `"ask:parameter"`.
#[cfg(feature = "schema")]
#[derive(Debug)]
pub struct AskedNumber;

#[cfg(feature = "schema")]
impl utoipa::PartialSchema for AskedNumber {
    fn schema() -> utoipa::openapi::RefOr<utoipa::openapi::schema::Schema> {
        use utoipa::openapi::schema::{ObjectBuilder, OneOfBuilder, Schema, Type};
        let number = ObjectBuilder::new().schema_type(Type::Integer).build();
        let asked = ObjectBuilder::new()
            .schema_type(Type::String)
            .pattern(Some(ASKED_PATTERN))
            .build();
        Schema::OneOf(OneOfBuilder::new().item(number).item(asked).build()).into()
    }
}

#[cfg(feature = "schema")]
impl utoipa::ToSchema for AskedNumber {}
