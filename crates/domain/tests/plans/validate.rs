use domain::plan::Plan;
use domain::plan::diff::diff;
use domain::plan::validate::{Fault, FaultCode, validate};
use rstest::rstest;

use super::plan;

fn edited(id: &str, from: &str, to: &str) -> Plan {
    let text = domain::plan::templates::template(id)
        .expect("the template exists")
        .toml;
    assert!(text.contains(from), "{from} stands in {id}");
    toml::from_str(&text.replacen(from, to, 1)).unwrap_or_else(|error| panic!("{error}"))
}

#[rstest]
#[case(
    "10-projection-systems",
    "heading = \"保修 12 个月\"",
    "heading = \" \"",
    FaultCode::EmptyText,
    "term-acceptance/heading"
)]
#[case(
    "10-projection-systems",
    "Asia/Shanghai",
    "Asia/Peking",
    FaultCode::UnknownZone,
    "/zone"
)]
#[case(
    "10-projection-systems",
    "[50, 80]",
    "[80, 50]",
    FaultCode::BadPercent,
    "/warn_at_percent/1"
)]
#[case(
    "10-projection-systems",
    "[50, 80]",
    "[0, 101]",
    FaultCode::BadPercent,
    "/warn_at_percent/0"
)]
#[case(
    "10-projection-systems",
    "id = \"term-commissioning\"",
    "id = \"term-acceptance\"",
    FaultCode::DuplicateId,
    "/clauses/1/id"
)]
#[case(
    "10-projection-systems",
    "severity = [\"major\"]",
    "severity = [\"huge\"]",
    FaultCode::UnknownSeverity,
    "by-level/promise/rows/1/when/severity/0"
)]
#[case(
    "10-projection-systems",
    "ask:mail-address",
    "ask:address",
    FaultCode::UnknownParameter,
    "mail/promise/address"
)]
#[case(
    "10-projection-systems",
    "limit = \"ask:project-response\"",
    "limit = \"ask:mail-address\"",
    FaultCode::WrongAnswerKind,
    "project-response/promise/otherwise/bound/limit"
)]
#[case(
    "10-projection-systems",
    "starts_from = [\"contract\", \"accepted\"]",
    "starts_from = []",
    FaultCode::EmptyList,
    "term-acceptance/promise/starts_from"
)]
#[case(
    "10-projection-systems",
    "target = \"natural:PT4H\"",
    "target = \"natural:PT17H\"",
    FaultCode::TargetAfterLimit,
    "response-by-hour/promise/otherwise/bound/target"
)]
#[case(
    "10-projection-systems",
    "from = \"10:00:00\", to = \"19:00:00\"",
    "from = \"10:00:00\", to = \"10:00:00\"",
    FaultCode::EmptyHours,
    "response-by-hour/promise/rows/0/when/reported_between"
)]
#[case(
    "10-projection-systems",
    "limit = \"natural:PT2H\"",
    "limit = \"natural:PT0S\"",
    FaultCode::ZeroLimit,
    "response-by-hour/promise/rows/0/bound/limit"
)]
#[case(
    "10-projection-systems",
    "{ years = 2, bps = 800 }",
    "{ years = 1, bps = 800 }",
    FaultCode::YearsOutOfOrder,
    "renewal/promise/by_term/1/years"
)]
#[case(
    "10-projection-systems",
    "fen = 50000",
    "fen = -1",
    FaultCode::NegativeAmount,
    "person-day/promise/by_year/0/fen"
)]
#[case(
    "10-projection-systems",
    "suggested = \"9000\"",
    "suggested = \"九折\"",
    FaultCode::BadAnswer,
    "/parameters/3/suggested"
)]
#[case(
    "10-projection-systems",
    "every = { count = 6,",
    "every = { count = 0,",
    FaultCode::ZeroCount,
    "inspection/promise/every/count"
)]
#[case(
    "07-network-systems",
    "when = { service_level = [\"c\"] }",
    "when = {}",
    FaultCode::BlankCondition,
    "reply/promise/rows/1/when"
)]
#[case(
    "07-network-systems",
    "when = { service_level = [\"c\"] }",
    "when = { service_level = [\"a\", \"b\"] }",
    FaultCode::DuplicateRow,
    "reply/promise/rows/1/when"
)]
#[case(
    "07-network-systems",
    "when = { service_level = [\"c\"] }",
    "when = { service_level = [\"d\"] }",
    FaultCode::UnknownServiceLevel,
    "reply/promise/rows/1/when/service_level/0"
)]
#[case(
    "07-network-systems",
    "question = [\"lookup\"]",
    "question = [\"other\"]",
    FaultCode::UnknownQuestion,
    "reply/when/question/0"
)]
#[case(
    "07-network-systems",
    "otherwise = \"level-3\"",
    "otherwise = \"level-4\"",
    FaultCode::UnknownSeverity,
    "/grading/otherwise"
)]
#[case(
    "07-network-systems",
    "\"risk\"], level",
    "\"danger\"], level",
    FaultCode::UnknownGradingQuestion,
    "/grading/rules/1/if_any/2"
)]
#[case(
    "08-hospital-software",
    "region = [\"beijing\"]",
    "region = [\"shanghai\"]",
    FaultCode::UnknownRegion,
    "arrival/promise/rows/0/when/region/0"
)]
#[case(
    "08-hospital-software",
    "to = \"solution_proposed\"",
    "to = \"reported\"",
    FaultCode::SameMilestone,
    "complex-solution/promise/to"
)]
fn a_fault_is_named_with_its_place(
    #[case] id: &str,
    #[case] from: &str,
    #[case] to: &str,
    #[case] code: FaultCode,
    #[case] pointer: &str,
) {
    let faults = validate(&edited(id, from, to));
    assert!(
        faults
            .iter()
            .any(|fault| fault.code == code && place(fault) == pointer),
        "{code} at {pointer} is missing from {faults:#?}"
    );
    assert!(
        faults
            .iter()
            .all(|fault| !fault.code.advice().zh.is_empty() && !fault.code.advice().en.is_empty())
    );
}

/// The pointer, from the clause's id on where the fault is in one.
fn place(fault: &Fault) -> String {
    match &fault.clause {
        Some(clause) => format!(
            "{clause}/{}",
            fault.pointer.splitn(4, '/').last().unwrap_or_default()
        ),
        None => fault.pointer.clone(),
    }
}

#[test]
fn a_settlement_names_clauses_that_exist_and_a_scope_that_separates() {
    let mut plan = plan("06-tender-supplier");
    plan.settlements = toml::from_str::<Settlements>(
        r#"settlements = [{ clauses = ["arrival"], by = "different_scope", reason = "x", scopes = [{ clause = "term", when = { channel = ["phone"] } }] },
            { clauses = ["arrival", "nothing"], by = "different_scope" }]"#,
    )
    .expect("the settlements read")
    .settlements;
    plan.settlements[1].reason = "长".repeat(40_001);
    let codes: Vec<FaultCode> = validate(&plan)
        .into_iter()
        .map(|fault| fault.code)
        .collect();
    for code in [
        FaultCode::TooFewClauses,
        FaultCode::ForeignScope,
        FaultCode::UnknownClause,
        FaultCode::TextTooLong,
        FaultCode::NoScope,
    ] {
        assert!(codes.contains(&code), "{code} is missing from {codes:?}");
    }
}

#[derive(serde::Deserialize)]
struct Settlements {
    settlements: Vec<domain::plan::document::Settlement>,
}

#[test]
fn a_difference_names_clause_and_field_with_both_values() {
    let before = plan("07-network-systems");
    let mut after = edited(
        "07-network-systems",
        "limit = \"natural:PT10M\"",
        "limit = \"natural:PT15M\"",
    );
    after.title.push('二');
    after.severities[0].label = "重大".to_owned();
    let gone = after.clauses.remove(1);
    let mut added = gone.clone();
    added.id = "duty-line".parse().expect("a name");
    after.clauses.push(added);
    let found = diff(&before, &after);
    assert_eq!(found.removed[0].clause, gone.id);
    assert_eq!(found.removed[0].heading, gone.heading);
    assert_eq!(found.added[0].clause.as_str(), "duty-line");
    let [changed] = found.changed.as_slice() else {
        panic!("{:?}", found.changed)
    };
    let [field] = changed.fields.as_slice() else {
        panic!("{:?}", changed.fields)
    };
    assert_eq!(field.path, "/promise/rows/0/bound/limit");
    assert_eq!(
        (field.before.as_deref(), field.after.as_deref()),
        (Some("natural:PT10M"), Some("natural:PT15M"))
    );
    let paths: Vec<&str> = found
        .frame
        .iter()
        .map(|change| change.path.as_str())
        .collect();
    assert_eq!(paths, ["/severities/level-1/label", "/title"]);
    assert!(!found.reordered && diff(&before, &before).is_empty());
    let mut turned = before.clone();
    turned.clauses.reverse();
    assert!(diff(&before, &turned).reordered);
}

#[test]
fn a_second_limit_names_the_days_it_starts_from_once_each() {
    let faults = |starts: &str| {
        let plan: Plan = toml::from_str(&format!(
            r#"
            title = "t"
            trade = "t"
            calendar = "cn-office"
            [[clauses]]
            id = "term"
            heading = "h"
            text = "s"
            promise = {{ kind = "warranty_term", covers = {{ what = "whole_unit" }}, term = "months:24", starts_from = ["accepted"], or_term = {{ term = "months:30", starts_from = {starts} }} }}
            "#
        ))
        .expect("the plan reads");
        let found = validate(&plan);
        found
            .iter()
            .map(|fault| format!("{} {}", fault.code, fault.pointer))
            .collect::<Vec<_>>()
    };
    assert_eq!(faults(r#"["manufactured"]"#), Vec::<String>::new());
    assert_eq!(
        faults("[]"),
        ["empty_list /clauses/0/promise/or_term/starts_from"]
    );
    assert_eq!(
        faults(r#"["manufactured", "manufactured"]"#),
        ["duplicate_id /clauses/0/promise/or_term/starts_from/1"]
    );
}
