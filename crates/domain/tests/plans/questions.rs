//! Kinds of question a limit leaves out.

use std::fmt::Write as _;

use domain::plan::Plan;
use domain::plan::problems::{Against, ProblemCode, problems};

use crate::DAY;

/// A plan with kinds of question, of which a limit tells some apart.
fn plan(kinds: &[&str], told: &[&str]) -> Plan {
    let mut text = String::from("title = \"方案\"\ntrade = \"软件\"\ncalendar = \"cn-office\"\n");
    for kind in kinds {
        let _ = write!(
            text,
            "[[question_types]]\nid = \"{kind}\"\nlabel = \"{kind}\"\n"
        );
    }
    text.push_str(
        "[[clauses]]\nid = \"repaired\"\nheading = \"修复\"\ntext = \"修复\"\n[clauses.promise]\n\
         kind = \"time_limit\"\nfrom = \"reported\"\nto = \"repaired\"\notherwise = \"no_promise\"\n",
    );
    for kind in told {
        let _ = write!(
            text,
            "[[clauses.promise.rows]]\nwhen = {{ question = [\"{kind}\"] }}\n\
             bound = {{ type = \"within\", limit = \"natural:PT24H\" }}\n"
        );
    }
    toml::from_str(&text).unwrap_or_else(|error| panic!("{text}: {error}"))
}

#[test]
fn a_kind_of_question_is_forgotten_only_beside_several_that_are_told_apart() {
    for (kinds, told, forgotten) in [
        (
            &["advice", "simple", "hard"][..],
            &["advice", "simple"][..],
            true,
        ),
        (&["leak", "refund"], &["leak"], false),
        (&["leak", "refund", "heating"], &["leak"], false),
    ] {
        let plan = plan(kinds, told);
        let found = problems(&plan, Against::law(&[], DAY));
        let missed = found
            .iter()
            .any(|problem| problem.code == ProblemCode::WithoutLimit);
        assert_eq!(missed, forgotten, "{told:?} of {kinds:?}");
    }
}
