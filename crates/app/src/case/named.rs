//! What a case can be about has a name in its plan: a kind of question, a region, a service level.

use std::fmt::Display;

use domain::plan::document::Named;

use super::say::one_of;
use crate::check::Checks;
use crate::message::Text;

crate::messages! {
    UNKNOWN_NAME = "unknown-name", "方案中没有“{name}”，可选：{allowed}。", "The plan knows no “{name}”; it knows: {allowed}.";
    NAMES_NONE = "names-none", "方案不区分此项，请去掉“{name}”。", "The plan makes no such difference; leave out “{name}”.";
}

/// What is given is one of those the plan names; nothing given is fine.
pub(super) fn known<I: PartialEq + Display>(
    checks: &mut Checks,
    pointer: &str,
    names: &[Named<I>],
    given: Option<&I>,
) {
    let Some(id) = given.filter(|id| names.iter().all(|named| named.id != **id)) else {
        return;
    };
    let text = if names.is_empty() {
        Text::from(NAMES_NONE)
    } else {
        let names = names.iter();
        one_of(UNKNOWN_NAME, names.map(|named| (&named.label, &named.id)))
    };
    checks.wrong(pointer, text.with("name", id));
}
