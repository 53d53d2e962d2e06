//! What every view of a thing carries.

use serde::Serialize;
use utoipa::ToSchema;

use crate::error::{Error, Kind};
use crate::language::Language;
use crate::message::Message;

/// Something that is for the caller's role to do with a thing: whether now, or why not now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct ActionView {
    /// The verb, as in the path of the endpoint.
    pub name: &'static str,
    pub allowed: bool,
    /// Why it is not allowed, in the caller's language.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub because: Option<String>,
}

impl ActionView {
    /// What the caller sees of the outcome of a verb's own check, whatever stands against it.
    pub(crate) fn of(language: Language, name: &'static str, check: Result<(), Error>) -> Self {
        Self {
            name,
            allowed: check.is_ok(),
            because: check.err().map(|error| error.text.say(language)),
        }
    }
}

/// Turns the outcome of each verb's own check into what the caller sees. What their role never does is left out: only a
/// reason that may pass is worth a button that cannot be pressed.
pub fn actions(
    language: Language,
    checks: impl IntoIterator<Item = (&'static str, Result<(), Error>)>,
) -> Vec<ActionView> {
    checks
        .into_iter()
        .filter(|(_, check)| !check.as_ref().is_err_and(is_of_the_role))
        .map(|(name, check)| ActionView::of(language, name, check))
        .collect()
}

/// The verbs of a thing that is put away instead of removed: it is changed and put away while in use, and brought back
/// afterwards. Of the messages, one says that it is put away already, the other that it is not.
pub(crate) fn archivable(
    language: Language,
    may_edit: impl Fn() -> Result<(), Error>,
    is_archived: bool,
    [archived, not_archived]: [&'static Message; 2],
) -> Vec<ActionView> {
    let only_if = |holds: bool, otherwise: &'static Message| {
        may_edit()?;
        if holds {
            Ok(())
        } else {
            Err(Error::refused(otherwise))
        }
    };
    let checks = [
        ("change", only_if(!is_archived, archived)),
        ("archive", only_if(!is_archived, archived)),
        ("restore", only_if(is_archived, not_archived)),
    ];
    actions(language, checks)
}

/// Whether the caller's role stands against it, which nothing about the thing changes.
pub(crate) fn is_of_the_role(error: &Error) -> bool {
    error.kind == Kind::Forbidden
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::{FORBIDDEN, STALE};

    #[test]
    fn what_the_role_never_does_is_left_out_and_what_cannot_be_now_says_why() {
        let checks = [
            ("edit", Ok(())),
            ("publish", Err(Error::new(Kind::Forbidden, FORBIDDEN))),
            ("retire", Err(Error::refused(STALE))),
        ];
        let seen = actions(Language::English, checks);
        let names: Vec<_> = seen.iter().map(|one| (one.name, one.allowed)).collect();
        assert_eq!(names, [("edit", true), ("retire", false)]);
        assert_eq!(seen[0].because, None);
        assert!(seen[1].because.is_some());
    }
}
