use std::cmp::Ordering;

use super::Limit;

const DAY_SECS: i64 = 86_400;
/// No daylight-saving change since 1970 has taken more than this out of a stretch of days.
const LOST_TO_CLOCK_CHANGE_SECS: i64 = 3 * 3_600;

impl Limit {
    /// How strict this limit is beside another, where that is certain for **every** start and every calendar they share.
    ///
    /// `Less` means this one is never due later (the stricter), `Greater` never earlier, `Equal` always the same moment,
    /// and `None` that it depends on the start or the calendar: eight working hours and one natural day cannot be ranked.
    pub fn strictness(self, other: Limit) -> Option<Ordering> {
        use Limit::{Months, Natural, NaturalDays, Working, WorkingDays};
        match (self, other) {
            (Working(a), Working(b)) => Some(a.cmp(&b)),
            (Natural(a), Natural(b)) => Some(a.cmp(&b)),
            (WorkingDays(a), WorkingDays(b))
            | (NaturalDays(a), NaturalDays(b))
            | (Months(a), Months(b)) => Some(a.cmp(&b)),
            (NaturalDays(days), WorkingDays(working)) => {
                (days <= working).then_some(Ordering::Less)
            }
            (NaturalDays(days), Months(months)) if days <= shortest_days(months) => {
                Some(Ordering::Less)
            }
            (NaturalDays(days), Months(months)) if days >= longest_days(months) => {
                Some(Ordering::Greater)
            }
            (Months(months), WorkingDays(working)) => {
                (longest_days(months) <= working).then_some(Ordering::Less)
            }
            (Natural(a), _) => (a.get().as_secs() < least_secs(other)).then_some(Ordering::Less),
            (_, Natural(_))
            | (WorkingDays(_), NaturalDays(_) | Months(_))
            | (Months(_), NaturalDays(_)) => other.strictness(self).map(Ordering::reverse),
            _ => None,
        }
    }

    /// Whether this limit is certainly never due later than the other, and not always at the same moment.
    pub fn stricter_than(self, other: Limit) -> bool {
        self.strictness(other) == Some(Ordering::Less)
    }
}

/// The least natural time, in seconds, that passes before a limit is due, whatever the start and the calendar.
fn least_secs(limit: Limit) -> i64 {
    let days = |count: u32| (i64::from(count) * DAY_SECS - LOST_TO_CLOCK_CHANGE_SECS).max(0);
    match limit {
        Limit::Working(duration) => duration.get().as_secs(),
        Limit::Natural(duration) => duration.get().as_secs(),
        Limit::WorkingDays(count) | Limit::NaturalDays(count) => days(count),
        Limit::Months(count) => days(shortest_days(count)),
    }
}

/// Days in the shortest run of so many months: February first, and no leap year among those left over.
fn shortest_days(months: u32) -> u32 {
    const LEFT_OVER: [u32; 12] = [0, 28, 59, 89, 120, 150, 181, 212, 242, 273, 303, 334];
    months / 12 * 365 + LEFT_OVER[(months % 12) as usize]
}

/// Days in the longest run of so many months.
fn longest_days(months: u32) -> u32 {
    const LEFT_OVER: [u32; 12] = [0, 31, 62, 92, 123, 153, 184, 215, 245, 276, 306, 337];
    months / 12 * 366 + LEFT_OVER[(months % 12) as usize]
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("working:PT4H", "working:PT8H", Some(Ordering::Less))]
    #[case("natural:PT24H", "natural:PT24H", Some(Ordering::Equal))]
    #[case("months:2", "months:1", Some(Ordering::Greater))]
    #[case("natural:PT8H", "working:PT8H1M", Some(Ordering::Less))]
    #[case("natural:PT9H", "working:PT8H", None)]
    #[case("working:PT8H", "natural-days:1", None)]
    #[case("working:PT8H", "working-days:1", None)]
    #[case("natural-days:3", "working-days:3", Some(Ordering::Less))]
    #[case("natural-days:4", "working-days:3", None)]
    #[case("natural-days:28", "months:1", Some(Ordering::Less))]
    #[case("natural-days:30", "months:1", None)]
    #[case("natural-days:31", "months:1", Some(Ordering::Greater))]
    #[case("natural:PT20H", "natural-days:1", Some(Ordering::Less))]
    #[case("natural:PT24H", "natural-days:1", None)]
    #[case("months:1", "working-days:31", Some(Ordering::Less))]
    fn ranks_only_what_is_certain(
        #[case] a: Limit,
        #[case] b: Limit,
        #[case] expected: Option<Ordering>,
    ) {
        assert_eq!(a.strictness(b), expected);
        assert_eq!(
            b.strictness(a),
            expected.map(Ordering::reverse),
            "the other way round"
        );
    }
}
