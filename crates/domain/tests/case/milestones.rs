//! Which action produces each milestone, and what counts as proof of it.

use std::fmt::Write;

use domain::case::{Action, ProofRule};
use domain::milestone::Milestone;

use super::same_as_golden;

/// Milestones of a product, not of a case: the spare-parts capability announces the end of production.
const NOT_OF_CASES: [Milestone; 4] = [
    Milestone::EndOfProductionAnnounced,
    Milestone::EndOfProductionReached,
    Milestone::DutyDue,
    Milestone::DutyDone,
];

#[test]
fn every_milestone_is_produced_by_an_action_with_its_proof() {
    let mut table = String::from(
        "# Each milestone: the action that produces it, the permission it needs, what counts as proof.\n",
    );
    for milestone in Milestone::ALL
        .iter()
        .filter(|milestone| !NOT_OF_CASES.contains(milestone))
    {
        let action = Action::ALL
            .iter()
            .find(|action| action.milestone() == Some(*milestone));
        let told = match action {
            None => {
                assert_eq!(
                    *milestone,
                    Milestone::Reported,
                    "no action produces {milestone}"
                );
                "taking the report in · case.report · the slip with the fields the plan requires"
                    .to_owned()
            }
            Some(action) => {
                let proof = match action.proof() {
                    ProofRule::Entry => "the entry itself".to_owned(),
                    ProofRule::Note => "words".to_owned(),
                    ProofRule::AnyOf(kinds) => {
                        let kinds: Vec<_> = kinds.iter().map(ToString::to_string).collect();
                        format!("any of {}", kinds.join(", "))
                    }
                };
                format!("{action} · {} · {proof}", action.permission())
            }
        };
        writeln!(table, "{milestone}: {told}").expect("a text takes more text");
    }
    same_as_golden("milestones.txt", &table);
}
