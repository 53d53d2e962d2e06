//! Lengths of time as the domain counts them.

use domain::plan::clauses::warranty::Term;
use domain::time::Limit;

use crate::reading::{Duration, TimeUnit, Unit};

/// A limit; `None` where the length has no fixed meaning (a season, half a working day).
pub(super) fn limit(length: Duration, unit: TimeUnit) -> Option<Limit> {
    let whole = length.hundredths.is_multiple_of(100);
    let count = length.hundredths / 100;
    let text = match (length.unit, unit) {
        (Unit::Season, _) => return None,
        (Unit::Second | Unit::Minute | Unit::Hour, TimeUnit::Natural) => {
            format!("natural:{}", length.iso()?)
        }
        (Unit::Second | Unit::Minute | Unit::Hour, TimeUnit::Working) => {
            format!("working:{}", length.iso()?)
        }
        (Unit::Day, TimeUnit::Working) if whole => format!("working-days:{count}"),
        (Unit::Day, TimeUnit::Natural) if whole => format!("natural-days:{count}"),
        (Unit::Day, TimeUnit::Natural) => format!("natural:{}", length.iso()?),
        (Unit::Month, _) if whole => format!("months:{count}"),
        (Unit::Month, _) => format!("natural-days:{}", length.hundredths * 30 / 100),
        (Unit::Year, _) => format!("months:{}", length.hundredths * 12 / 100),
        (Unit::Day, TimeUnit::Working) => return None,
    };
    text.parse().ok().filter(|limit: &Limit| !limit.is_zero())
}

/// A warranty term: days, months or years.
pub(super) fn term(length: Duration) -> Option<Term> {
    match limit(length, TimeUnit::Natural)? {
        period @ (Limit::Months(_) | Limit::NaturalDays(_)) => Some(Term::Period(period)),
        Limit::Working(_) | Limit::Natural(_) | Limit::WorkingDays(_) => None,
    }
}

/// Whole days of a length; `None` for parts of a day and for seasons.
pub(super) fn days(length: Duration) -> Option<u32> {
    let days = match length.unit {
        Unit::Day => length.hundredths / 100,
        Unit::Hour if length.hundredths.is_multiple_of(2400) => length.hundredths / 2400,
        Unit::Month => length.hundredths * 30 / 100,
        Unit::Year => length.hundredths * 365 / 100,
        Unit::Second | Unit::Minute | Unit::Hour | Unit::Season => return None,
    };
    u32::try_from(days).ok().filter(|days| *days > 0)
}

/// Whole months of a length.
pub(super) fn months(length: Duration) -> Option<u32> {
    let months = match length.unit {
        Unit::Month => length.hundredths / 100,
        Unit::Year => length.hundredths * 12 / 100,
        _ => return None,
    };
    u32::try_from(months).ok().filter(|months| *months > 0)
}
