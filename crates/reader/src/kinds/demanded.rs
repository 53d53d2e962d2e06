//! What the customer thinks is needed: 客户认为需要备件后4小时内送达. The clock runs from the demand, whoever finds it justified.

use crate::outline::Page;
use crate::reading::{Clause, Milestone, Terms};

/// Most characters before the clause in which the customer can be named.
const BEFORE: usize = 24;
/// Whose judgement counts.
const THINKS: [&str; 4] = ["客户认为", "用户认为", "业主认为", "贵方认为"];
const SPARES: [&str; 3] = ["备件", "备机", "备用"];

/// Lets a limit on arrival or on a spare run from the customer's demand, where the sentence names one.
pub(super) fn tell(page: &Page, clauses: &mut [Clause]) {
    for clause in clauses {
        let (start, end) = (
            page.clean.position(clause.span.0),
            page.clean.position(clause.span.1),
        );
        let Terms::TimeLimit { from, to, .. } = &mut clause.terms else {
            continue;
        };
        let words = page.clean.text(start.saturating_sub(BEFORE), end);
        let sentence = words
            .rsplit(['。', '；', '\n'])
            .find(|part| !part.is_empty());
        let Some(thought) = sentence.and_then(thought) else {
            continue;
        };
        let of_spares = SPARES.iter().any(|word| thought.contains(word));
        match to {
            Milestone::SpareOnSite | Milestone::PartArrived if of_spares => {
                *from = Milestone::SpareDemanded;
            }
            Milestone::OnSite if !of_spares => *from = Milestone::VisitDemanded,
            _ => {}
        }
    }
}

/// What the customer thinks, up to the next stop but one.
fn thought(sentence: &str) -> Option<&str> {
    let at = THINKS.iter().find_map(|word| sentence.find(word))?;
    Some(&sentence[at..])
}
