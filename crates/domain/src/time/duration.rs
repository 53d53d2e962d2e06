use std::fmt;
use std::str::FromStr;

use jiff::SignedDuration;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// Longest duration of either kind, in hours (about 114 years): beyond any promise, and safe to count in nanoseconds.
const MAX_HOURS: i64 = 1_000_000;

/// Why a text or number is not a duration a limit may use.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DurationError {
    #[error(
        "`{0}` is not a duration: write hours, minutes or seconds as in PT8H, PT1H30M or PT90M"
    )]
    Unreadable(String),
    #[error("a duration cannot be negative")]
    Negative,
    #[error("a duration is at most {MAX_HOURS} hours")]
    TooLong,
}

macro_rules! duration {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(SignedDuration);

        impl $name {
            pub const ZERO: Self = Self(SignedDuration::ZERO);

            /// A whole number of seconds, from 0 to 3,600,000,000.
            pub fn from_secs(secs: i64) -> Result<Self, DurationError> {
                Self::new(SignedDuration::from_secs(secs))
            }

            /// A whole number of minutes, from 0 to 60,000,000.
            pub fn from_minutes(minutes: i64) -> Result<Self, DurationError> {
                SignedDuration::try_from_mins(minutes).map_or(Err(DurationError::TooLong), Self::new)
            }

            /// A whole number of hours, from 0 to 1,000,000.
            pub fn from_hours(hours: i64) -> Result<Self, DurationError> {
                SignedDuration::try_from_hours(hours).map_or(Err(DurationError::TooLong), Self::new)
            }

            /// The duration, if it is neither negative nor beyond 1,000,000 hours.
            pub fn new(duration: SignedDuration) -> Result<Self, DurationError> {
                if duration.is_negative() {
                    return Err(DurationError::Negative);
                }
                if duration > SignedDuration::from_hours(MAX_HOURS) {
                    return Err(DurationError::TooLong);
                }
                Ok(Self(duration))
            }

            /// The same length as a plain duration.
            pub fn get(self) -> SignedDuration {
                self.0
            }

            /// Length in nanoseconds.
            pub(crate) fn nanos(self) -> i64 {
                i64::try_from(self.0.as_nanos()).expect("a million hours fit in 63 bits of nanoseconds")
            }

            /// From a count of nanoseconds known to be within bounds.
            pub(crate) fn from_nanos(nanos: i64) -> Result<Self, DurationError> {
                Self::new(SignedDuration::from_nanos(nanos))
            }
        }

        impl FromStr for $name {
            type Err = DurationError;

            fn from_str(text: &str) -> Result<Self, DurationError> {
                parse(text).and_then(Self::new)
            }
        }

        impl fmt::Display for $name {
            /// ISO 8601, as in `PT1H30M`.
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Display::fmt(&self.0, f)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, concat!(stringify!($name), "({})"), self.0)
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                String::deserialize(deserializer)?.parse().map_err(de::Error::custom)
            }
        }
    };
}

duration! {
    /// Time counted only while a calendar is open. Never negative, at most 1,000,000 hours. Written as `PT8H`.
    WorkingDuration
}
duration! {
    /// Time on a stopwatch, day and night. Never negative, at most 1,000,000 hours. Written as `PT24H`.
    NaturalDuration
}

/// Hours, minutes and seconds only: a day in a duration would hide whether 24 hours or a calendar day is meant.
fn parse(text: &str) -> Result<SignedDuration, DurationError> {
    let unreadable = || DurationError::Unreadable(text.to_owned());
    let unsigned = text.strip_prefix(['-', '+']).unwrap_or(text);
    if !unsigned.starts_with(['P', 'p']) {
        return Err(unreadable());
    }
    text.parse().map_err(|_| unreadable())
}
