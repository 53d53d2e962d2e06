//! How grave a case is among others: by the place of its level in its plan, which lists the gravest first.

use crate::plan::Plan;
use crate::slug::SeverityId;

/// The place of a fault level in its plan, from 0 for the gravest. Keys and names tell no order: `urgent` comes after
/// `major` in every alphabet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct LevelRank(u32);

impl LevelRank {
    /// Nothing is graded yet: behind every level.
    pub const UNGRADED: Self = Self(9_999);

    /// The rank of a level; one that the plan does not list comes behind those it does.
    pub fn of(plan: &Plan, level: Option<&SeverityId>) -> Self {
        let Some(level) = level else {
            return Self::UNGRADED;
        };
        let place = (plan.severities.iter()).position(|known| known.id == *level);
        let place = place.unwrap_or(plan.severities.len());
        let last = Self::UNGRADED.0 - 1;
        Self(u32::try_from(place).map_or(last, |place| place.min(last)))
    }

    /// The place as a number, for storing.
    pub const fn get(self) -> u32 {
        self.0
    }

    /// A stored place.
    pub const fn stored(place: u32) -> Self {
        Self(place)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::Plan;
    use crate::plan::document::Severity;

    #[test]
    fn levels_stand_as_the_plan_lists_them_whatever_their_keys() {
        let level = |id: &str| -> SeverityId { id.parse().expect("a key") };
        let listed = |id: &str| Severity {
            id: level(id),
            label: id.to_owned(),
            meaning: String::new(),
        };
        let mut plan = Plan::blank(String::new(), String::new());
        plan.severities = vec![listed("urgent"), listed("general")];
        let rank = |id: &str| LevelRank::of(&plan, Some(&level(id)));
        assert!(rank("urgent") < rank("general"));
        assert!(rank("general") < rank("of-another-plan"));
        assert!(rank("of-another-plan") < LevelRank::of(&plan, None));
    }
}
