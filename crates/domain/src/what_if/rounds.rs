//! Visits a plan promises whether or not anything happens.

use crate::plan::clauses::duty::{DutyKind, EveryUnit};
use crate::plan::{Plan, Promise, Strength};

/// Planned visits to one unit within so many days: inspections, visits and maintenance, as far as the plan states how often.
///
/// A month counts 30 days and 10 hours, a twelfth of a year, so that a year holds twelve of them.
pub fn rounds(plan: &Plan, days: u32) -> u32 {
    plan.clauses
        .iter()
        .filter(|clause| clause.strength == Strength::Must)
        .filter_map(|clause| match &clause.promise {
            Promise::RecurringDuty(duty) if is_visit(duty.what) => {
                Some((duty.every.unit, *duty.every.count.known()?))
            }
            _ => None,
        })
        .map(|(unit, count)| match unit {
            EveryUnit::Days => whole(days, count, 1),
            EveryUnit::Weeks => whole(days, count.saturating_mul(7), 1),
            EveryUnit::Months => whole(days, count.saturating_mul(365), 12),
        })
        .fold(0, u32::saturating_add)
}

/// How often `count / parts` days fit into `days`.
fn whole(days: u32, count: u32, parts: u32) -> u32 {
    days.saturating_mul(parts).checked_div(count).unwrap_or(0)
}

const fn is_visit(kind: DutyKind) -> bool {
    matches!(
        kind,
        DutyKind::Inspection | DutyKind::Visit | DutyKind::Maintenance
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_year_holds_two_half_yearly_inspections_and_four_quarterly_visits() {
        let plan: Plan = serde_json::from_str(
            r#"{"title":"t","trade":"t","calendar":"always","clauses":[
            {"id":"a","heading":"a","text":"","promise":{"kind":"recurring_duty","what":"inspection","every":{"count":6,"unit":"months"}}},
            {"id":"b","heading":"b","text":"","promise":{"kind":"recurring_duty","what":"visit","every":{"count":3,"unit":"months"}}},
            {"id":"c","heading":"c","text":"","promise":{"kind":"recurring_duty","what":"call","every":{"count":1,"unit":"months"}}}]}"#,
        )
        .expect("the plan is well formed");
        assert_eq!(rounds(&plan, 365), 6);
        assert_eq!(
            rounds(&plan, 182),
            1,
            "the second quarter and the half year are not over"
        );
    }
}
