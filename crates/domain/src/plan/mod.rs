//! Service plans (服务方案): the published document of after-sales promises, as data that runs.
//!
//! A [`Plan`] holds [`Clause`]s. A clause is one typed promise or rule with the sentence it came from. What the plan
//! leaves open is a [`Parameter`], asked for when the plan is applied to an agreement.

pub mod apply;
pub mod asked;
pub mod asked_fields;
pub mod canonical;
pub mod choose;
pub mod clause;
pub mod clauses;
pub mod condition;
pub mod deviation;
pub mod diff;
pub mod document;
pub mod effective;
pub mod merge;
pub mod node;
mod nothing_else;
mod overlap;
pub mod problems;
pub mod templates;
pub mod terms;
pub mod topic;
pub mod validate;
pub mod wording;

pub use asked::Asked;
pub use clause::{Clause, Party, Promise, Source, Strength};
pub use condition::{Condition, Context};
pub use document::{Parameter, Plan};
pub use effective::EffectivePlan;
pub use terms::Terms;

#[cfg(test)]
mod tests {
    use super::clauses::time_limit::Bound;
    use super::*;

    const CLAUSE: &str = r#"
        id = "response"
        heading = "响应"
        text = "按报修时刻响应。"
        promise = { kind = "time_limit", from = "reported", to = "answered", rows = [
            { when = { reported_between = { from = "10:00", to = "19:00" } }, bound = { type = "within", limit = "natural:PT2H" } },
            { when = { severity = ["level-1"] }, bound = { type = "within", limit = "ask:response", target = "natural:PT1H" } },
        ], otherwise = { bound = { type = "appointment", early_minutes = 30, late_minutes = 30 } } }
    "#;

    #[test]
    fn a_clause_reads_from_toml_and_survives_json() {
        let clause: Clause = toml::from_str(CLAUSE).expect("the clause reads");
        let Promise::TimeLimit(limit) = &clause.promise else {
            panic!("not a time limit")
        };
        let Bound::Within { limit: asked, .. } = &limit.rows[1].bound else {
            panic!("not a limit")
        };
        assert_eq!(asked.to_string(), "ask:response");
        let json = serde_json::to_string(&clause).expect("it writes");
        assert_eq!(
            serde_json::from_str::<Clause>(&json).expect("it reads back"),
            clause
        );
    }

    #[test]
    fn an_unknown_field_anywhere_is_refused() {
        for extra in ["colour = \"red\"\n", ""] {
            let text = format!(
                "{extra}{}",
                CLAUSE.replace("to = \"answered\"", "to = \"answered\", colour = \"red\"")
            );
            assert!(toml::from_str::<Clause>(&text).is_err());
        }
        let text = format!("colour = \"red\"\n{CLAUSE}");
        assert!(toml::from_str::<Clause>(&text).is_err());
    }
}
