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
    /// Of two different spans of hours the narrower one's statement is kept, which is exact when one lies in the other.
    pub fn and(&self, other: &Self) -> Option<Self> {
        if !self.overlaps(other) {
            return None;
        }
        let hours = match (self.reported_between, other.reported_between) {
            (Some(one), Some(two)) if two.contain(one.from) => Some(one),
            (one, two) => two.or(one),
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

fn hours_share(one: HoursOfDay, other: HoursOfDay) -> bool {
    one.contain(other.from) || other.contain(one.from)
}
