//! Terms counted in heating seasons (采暖季): they end with the last day of the last season.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::facts::Days;
use crate::calendar::HeatingSeason;

/// The seasons that a term counts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct CountedSeasons {
    /// How many.
    pub count: u32,
    /// The first: the one under way on the first day of the term, or the next.
    pub first: Days,
    /// The last.
    pub last: Days,
}

/// The seasons of a term that begins on a day: the first is the one under way, or the next. `None` beyond the years that can
/// be written.
pub(super) fn counted(season: HeatingSeason, start: Date, count: u32) -> Option<CountedSeasons> {
    let in_year = |year: i16| {
        let (from, to) = season.in_year(year)?;
        Some(Days { from, to })
    };
    let first = (start.year() - 1..=start.year() + 1)
        .find(|year| in_year(*year).is_some_and(|season| season.to >= start))?;
    let later = i16::try_from(count.checked_sub(1)?).ok()?;
    Some(CountedSeasons {
        count,
        first: in_year(first)?,
        last: in_year(first.checked_add(later)?)?,
    })
}
