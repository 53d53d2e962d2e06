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

/// How values of a plan look in a schema: what stands there, or `"ask:parameter"`. No pattern accepts what the program refuses.
#[cfg(feature = "schema")]
mod schema {
    use utoipa::openapi::RefOr;
    use utoipa::openapi::schema::{ObjectBuilder, OneOfBuilder, Schema, Type};

    use super::ASKED_PATTERN;

    const LIMIT: &str = concat!(
        "^(ask:[a-z0-9][a-z0-9-]{0,63}",
        "|(working-days|natural-days|months|years):0*[1-9][0-9]{0,4}",
        "|(working|natural):PT([0-9.]+H([0-9.]+M)?([0-9.]+S)?|[0-9.]+M([0-9.]+S)?|[0-9.]+S))$"
    );
    const TERM: &str = "^(lifetime|seasons:([1-9][0-9]?|100)|ask:[a-z0-9][a-z0-9-]{0,63}|(natural-days|months|years):0*[1-9][0-9]{0,4})$";
    const STATED_TERM: &str =
        "^(lifetime|seasons:([1-9][0-9]?|100)|(natural-days|months|years):0*[1-9][0-9]{0,4})$";
    const TIME_OF_DAY: &str = "^([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])?$";

    fn text(pattern: &str, example: &str) -> RefOr<Schema> {
        ObjectBuilder::new()
            .schema_type(Type::String)
            .pattern(Some(pattern))
            .examples([example])
            .build()
            .into()
    }

    fn number(least: i64) -> RefOr<Schema> {
        let number = ObjectBuilder::new()
            .schema_type(Type::Integer)
            .minimum(Some(least))
            .build();
        let asked = ObjectBuilder::new()
            .schema_type(Type::String)
            .pattern(Some(ASKED_PATTERN))
            .build();
        Schema::OneOf(OneOfBuilder::new().item(number).item(asked).build()).into()
    }

    macro_rules! forms {
        ($($(#[$doc:meta])* $name:ident = $form:expr;)*) => {$(
            $(#[$doc])*
            #[derive(Debug)]
            pub struct $name;

            impl utoipa::PartialSchema for $name {
                fn schema() -> RefOr<Schema> {
                    $form
                }
            }

            impl utoipa::ToSchema for $name {}
        )*};
    }

    forms! {
        /// A whole number, zero too.
        AskedNumber = number(0);
        /// How many: one at least.
        AskedCount = number(1);
        /// A limit of some time.
        AskedLimit = text(LIMIT, "natural:PT24H");
        /// A warranty term.
        AskedTerm = text(TERM, "months:24");
        /// A warranty term that an agreement states.
        StatedTerm = text(STATED_TERM, "months:36");
        /// A time of the day.
        TimeOfDay = text(TIME_OF_DAY, "10:00:00");
    }
}

#[cfg(feature = "schema")]
pub use schema::{AskedCount, AskedLimit, AskedNumber, AskedTerm, StatedTerm, TimeOfDay};
