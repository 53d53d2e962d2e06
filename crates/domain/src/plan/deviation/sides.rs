//! The sentence of a clause for the table.

use super::Side;
use crate::plan::wording::sentences_of;
use crate::plan::{Clause, Plan};

/// A clause as one side of the table: its own sentence, or the wording of its fields where it has none.
pub(super) fn side(plan: &Plan, clause: &Clause, value: Option<String>) -> Side {
    let own = clause.text.trim();
    Side {
        clause: clause.id.clone(),
        kind: clause.promise.kind().to_owned(),
        heading: clause.heading.clone(),
        sentence: if own.is_empty() {
            sentences_of(plan, clause)
        } else {
            own.to_owned()
        },
        value,
    }
}
