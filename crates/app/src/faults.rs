//! Faults of plans and terms as messages of the interface.

use std::sync::LazyLock;

use domain::plan::validate::{Fault, FaultCode};

use crate::message::{Message, Text};

static MESSAGES: LazyLock<Vec<(FaultCode, Message)>> = LazyLock::new(|| {
    FaultCode::ALL
        .iter()
        .map(|code| {
            (
                *code,
                Message::new(code.as_str(), code.advice().zh, code.advice().en),
            )
        })
        .collect()
});

/// What is wrong and what to do about it, in either language.
pub(crate) fn text(fault: &Fault) -> Text {
    let (_, message) = MESSAGES
        .iter()
        .find(|(code, _)| *code == fault.code)
        .expect("every code of a fault is among all of them");
    Text::from(message).with_words("known", fault.known.join("、"), fault.known.join(", "))
}
