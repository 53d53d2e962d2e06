//! Whether two conditions can hold at once.

use super::condition::{Condition, HoursOfDay};

impl Condition {
    /// Whether some context meets both. A dimension that one leaves open meets any statement of the other.
    pub fn overlaps(&self, other: &Self) -> bool {
        share(&self.severity, &other.severity)
            && share(&self.service_level, &other.service_level)
            && share(&self.region, &other.region)
            && share(&self.standing, &other.standing)
            && share(&self.channel, &other.channel)
            && share(&self.question, &other.question)
            && share(&self.cause, &other.cause)
            && match (self.reported_between, other.reported_between) {
                (Some(one), Some(other)) => hours_share(one, other),
                _ => true,
            }
    }

    /// A condition met exactly where both are, or `None` where they cannot both be met.
    ///
    /// Two spans of hours that share two stretches of a day (08:00–22:00 and 20:00–10:00) cannot be said as one: the shorter
    /// span is kept.
    pub fn and(&self, other: &Self) -> Option<Self> {
        if !self.overlaps(other) {
            return None;
        }
        let hours = match (self.reported_between, other.reported_between) {
            (Some(one), Some(two)) => Some(shared_hours(one, two)),
            (one, two) => one.or(two),
        };
        Some(Self {
            severity: both(&self.severity, &other.severity),
            service_level: both(&self.service_level, &other.service_level),
            region: both(&self.region, &other.region),
            reported_between: hours,
            standing: both(&self.standing, &other.standing),
            channel: both(&self.channel, &other.channel),
            question: both(&self.question, &other.question),
            cause: both(&self.cause, &other.cause),
        })
    }
}

fn share<T: PartialEq>(one: &[T], other: &[T]) -> bool {
    one.is_empty() || other.is_empty() || one.iter().any(|value| other.contains(value))
}

fn both<T: PartialEq + Clone>(one: &[T], other: &[T]) -> Vec<T> {
    match (one, other) {
        ([], list) | (list, []) => list.to_vec(),
        (one, other) => one
            .iter()
            .filter(|value| other.contains(value))
            .cloned()
            .collect(),
    }
}

/// The hours that lie in both of two spans which meet.
fn shared_hours(one: HoursOfDay, two: HoursOfDay) -> HoursOfDay {
    let meet_twice = one.from != two.from && one.contain(two.from) && two.contain(one.from);
    if meet_twice {
        let sides = [one, two].into_iter();
        let shorter = sides.min_by_key(|span| (span.minutes(), span.from));
        return shorter.unwrap_or(one);
    }
    let from = if one.contain(two.from) {
        two.from
    } else {
        one.from
    };
    let ends = [one.to, two.to].into_iter();
    let lasting = ends.map(|to| HoursOfDay { from, to });
    lasting.min_by_key(|span| span.minutes()).unwrap_or(one)
}

fn hours_share(one: HoursOfDay, other: HoursOfDay) -> bool {
    one.contain(other.from) || other.contain(one.from)
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    fn hours(text: &str) -> HoursOfDay {
        let (from, to) = text.split_once('-').expect("from-to");
        let time = |text: &str| format!("{text}:00").parse().expect("a time");
        HoursOfDay {
            from: time(from),
            to: time(to),
        }
    }

    #[rstest]
    #[case("08:00-20:00", "08:00-12:00", "08:00-12:00")]
    #[case("08:00-20:00", "12:00-20:00", "12:00-20:00")]
    #[case("08:00-12:00", "10:00-14:00", "10:00-12:00")]
    #[case("09:00-17:00", "08:00-20:00", "09:00-17:00")]
    #[case("20:00-08:00", "22:00-06:00", "22:00-06:00")]
    #[case("20:00-08:00", "06:00-12:00", "06:00-08:00")]
    #[case("08:00-22:00", "20:00-10:00", "08:00-22:00")]
    fn hours_meet_where_both_hold(#[case] one: &str, #[case] two: &str, #[case] both: &str) {
        for (one, two) in [(one, two), (two, one)] {
            assert_eq!(
                shared_hours(hours(one), hours(two)),
                hours(both),
                "{one} {two}"
            );
        }
    }
}
