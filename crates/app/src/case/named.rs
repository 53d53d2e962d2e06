//! What a case can be about has a name in its plan: a kind of question, a region, a service level.

use std::fmt::Display;

use domain::plan::document::Named;

use crate::check::Checks;
use crate::message::Text;

crate::messages! {
    UNKNOWN_NAME = "unknown-name", "方案中没有“{name}”。", "The plan knows no “{name}”.";
}

/// What is given is one of those the plan names; nothing given is fine.
pub(super) fn known<I: PartialEq + Display>(
    checks: &mut Checks,
    pointer: &str,
    names: &[Named<I>],
    given: Option<&I>,
) {
    if let Some(id) = given.filter(|id| names.iter().all(|named| named.id != **id)) {
        checks.wrong(pointer, Text::from(UNKNOWN_NAME).with("name", id));
    }
}
