use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use super::{DurationError, NaturalDuration, WorkingDuration};

/// Longest limit counted in days (a hundred years) and in months.
const MAX_DAYS: u32 = 36_525;
const MAX_MONTHS: u32 = 1_200;

/// How long a promise may take, in the unit the plan promised it in.
///
/// The units are not interchangeable: eight working hours, one working day and one natural day end at different moments.
/// Written as `working:PT8H`, `natural:PT24H`, `working-days:3`, `natural-days:3`, `months:2` or `years:1`, which is
/// `months:12`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Limit {
    /// Time while the calendar is open.
    Working(WorkingDuration),
    /// Time on a stopwatch, counted from the moment itself (Civil Code 201).
    Natural(NaturalDuration),
    /// Days on which the calendar opens, make-up days included; the first day does not count.
    WorkingDays(u32),
    /// Calendar days; the first day does not count and a last day on a statutory holiday moves (Civil Code 201, 203).
    NaturalDays(u32),
    /// Calendar months, ending on the same day number or the month's last day (Civil Code 202). A year is 12 months.
    Months(u32),
}

/// The unit a limit is counted in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Unit {
    Working,
    Natural,
    WorkingDays,
    NaturalDays,
    Months,
}

/// Why a text is not a limit, in words that say what to write.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum LimitError {
    #[error(
        "`{0}` is not a limit: write working:PT8H, natural:PT24H, working-days:3, natural-days:3, months:2 or years:1"
    )]
    Unreadable(String),
    #[error("`{text}` is not a limit: {reason}")]
    Duration { text: String, reason: DurationError },
    #[error(
        "`{text}` is not a limit: after `{unit}:` write a whole number from 0 to {max}, as in {unit}:3"
    )]
    Count {
        text: String,
        unit: &'static str,
        max: u32,
    },
}

impl Limit {
    pub fn unit(self) -> Unit {
        match self {
            Limit::Working(_) => Unit::Working,
            Limit::Natural(_) => Unit::Natural,
            Limit::WorkingDays(_) => Unit::WorkingDays,
            Limit::NaturalDays(_) => Unit::NaturalDays,
            Limit::Months(_) => Unit::Months,
        }
    }

    /// Whether it is counted in the hours or days on which somebody works.
    pub const fn is_working(self) -> bool {
        matches!(self, Limit::Working(_) | Limit::WorkingDays(_))
    }

    /// Whether nothing may pass at all: no time, or no day after the first.
    pub fn is_zero(self) -> bool {
        match self {
            Limit::Working(duration) => duration == WorkingDuration::ZERO,
            Limit::Natural(duration) => duration == NaturalDuration::ZERO,
            Limit::WorkingDays(count) | Limit::NaturalDays(count) | Limit::Months(count) => {
                count == 0
            }
        }
    }
}

impl FromStr for Limit {
    type Err = LimitError;

    fn from_str(text: &str) -> Result<Self, LimitError> {
        let (unit, amount) = text
            .split_once(':')
            .ok_or_else(|| LimitError::Unreadable(text.to_owned()))?;
        let duration = |reason| LimitError::Duration {
            text: text.to_owned(),
            reason,
        };
        let count = |unit, max| count(text, amount, unit, max);
        match unit {
            "working" => amount.parse().map(Limit::Working).map_err(duration),
            "natural" => amount.parse().map(Limit::Natural).map_err(duration),
            "working-days" => count("working-days", MAX_DAYS).map(Limit::WorkingDays),
            "natural-days" => count("natural-days", MAX_DAYS).map(Limit::NaturalDays),
            "months" => count("months", MAX_MONTHS).map(Limit::Months),
            "years" => count("years", MAX_MONTHS / 12).map(|years| Limit::Months(years * 12)),
            _ => Err(LimitError::Unreadable(text.to_owned())),
        }
    }
}

fn count(text: &str, amount: &str, unit: &'static str, max: u32) -> Result<u32, LimitError> {
    let digits_only = amount.bytes().all(|byte| byte.is_ascii_digit());
    match amount.parse() {
        Ok(count) if digits_only && count <= max => Ok(count),
        _ => Err(LimitError::Count {
            text: text.to_owned(),
            unit,
            max,
        }),
    }
}

impl fmt::Display for Limit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Limit::Working(duration) => write!(f, "working:{duration}"),
            Limit::Natural(duration) => write!(f, "natural:{duration}"),
            Limit::WorkingDays(count) => write!(f, "working-days:{count}"),
            Limit::NaturalDays(count) => write!(f, "natural-days:{count}"),
            Limit::Months(count) => write!(f, "months:{count}"),
        }
    }
}

impl Serialize for Limit {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Limit {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?
            .parse()
            .map_err(de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("working:PT8H")]
    #[case("natural:PT1H30M")]
    #[case("natural:PT0S")]
    #[case("working-days:3")]
    #[case("natural-days:0")]
    #[case("months:24")]
    fn is_written_as_it_is_read(#[case] text: &str) {
        assert_eq!(text.parse::<Limit>().unwrap().to_string(), text);
    }

    #[rstest]
    #[case("years:2", "months:24")]
    #[case("natural:PT90M", "natural:PT1H30M")]
    #[case("working:PT0.5H", "working:PT30M")]
    fn has_one_canonical_form(#[case] text: &str, #[case] canonical: &str) {
        assert_eq!(text.parse::<Limit>().unwrap().to_string(), canonical);
    }

    #[rstest]
    #[case("8 hours", "write working:PT8H")]
    #[case("hours:8", "write working:PT8H")]
    #[case("working:8", "write hours, minutes or seconds")]
    #[case("natural:P1D", "write hours, minutes or seconds")]
    #[case("natural:-PT1H", "cannot be negative")]
    #[case("natural:PT1000001H", "at most 1000000 hours")]
    #[case("working-days:-1", "a whole number from 0 to 36525")]
    #[case("working-days:+1", "a whole number from 0 to 36525")]
    #[case("natural-days:1.5", "as in natural-days:3")]
    #[case("months:1201", "a whole number from 0 to 1200")]
    #[case("years:", "as in years:3")]
    #[case("years:101", "a whole number from 0 to 100")]
    fn a_bad_text_is_told_what_to_write(#[case] text: &str, #[case] advice: &str) {
        let error = text.parse::<Limit>().unwrap_err().to_string();
        assert!(error.contains(advice) && error.contains(text), "{error}");
    }
}
