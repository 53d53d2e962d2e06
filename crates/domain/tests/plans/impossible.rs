//! Promises that cannot be meant, and contradictions by the thousand.

use domain::legal::shipped;
use domain::plan::Plan;
use domain::plan::problems::{Against, Problem, ProblemCode, Weight, problems};
use domain::plan::validate::{FaultCode, validate};
use rstest::rstest;

use super::{DAY, plan};

/// A plan with one clause of this promise and these words.
fn with(promise: &str, words: &str) -> Plan {
    let text = format!(
        "title = \"方案\"\ntrade = \"制造\"\ncalendar = \"cn-office\"\nlegal_product = \"washing-machine\"\n\
         [[clauses]]\nid = \"one\"\nheading = \"条款\"\ntext = \"{words}\"\npromise = {{ {promise} }}\n"
    );
    toml::from_str(&text).unwrap_or_else(|error| panic!("{promise}: {error}"))
}

fn found(plan: &Plan) -> Vec<Problem> {
    problems(plan, Against::law(shipped(), DAY))
}

fn about(plan: &Plan, code: ProblemCode) -> Vec<(Weight, String)> {
    let found = found(plan).into_iter();
    found
        .filter(|problem| problem.code == code)
        .map(|problem| (problem.weight, problem.about))
        .collect()
}

#[rstest]
#[case::backwards(
    "kind = \"time_limit\", from = \"repaired\", to = \"acknowledged\", otherwise = { bound = { type = \"within\", limit = \"natural:PT2H\" } }",
    ProblemCode::Backwards,
    &["repaired > acknowledged"]
)]
#[case::in_order(
    "kind = \"time_limit\", from = \"acknowledged\", to = \"repaired\", otherwise = { bound = { type = \"within\", limit = \"natural:PT2H\" } }",
    ProblemCode::Backwards,
    &[]
)]
#[case::before_an_announced_date(
    "kind = \"time_limit\", from = \"end_of_production_announced\", to = \"end_of_production_reached\", otherwise = { bound = { type = \"before\", limit = \"months:3\" } }",
    ProblemCode::Backwards,
    &[]
)]
#[case::a_week_with_four_hundred_days(
    "kind = \"recurring_duty\", what = \"visit\", every = { count = 1, unit = \"weeks\" }, early_days = 400, late_days = 400",
    ProblemCode::WindowTooWide,
    &["800 ≥ 7"]
)]
#[case::a_week_give_or_take_three_days(
    "kind = \"recurring_duty\", what = \"visit\", every = { count = 1, unit = \"weeks\" }, early_days = 3, late_days = 3",
    ProblemCode::WindowTooWide,
    &[]
)]
fn a_promise_nobody_can_keep_is_shown(
    #[case] promise: &str,
    #[case] code: ProblemCode,
    #[case] expected: &[&str],
) {
    let expected: Vec<_> = expected
        .iter()
        .map(|about| (Weight::Soft, (*about).to_owned()))
        .collect();
    assert_eq!(about(&with(promise, "承诺。"), code), expected);
}

#[rstest]
#[case(
    "kind = \"remedy\", trigger = { when = \"within_days_of_receipt\", days = 999999999 }, entitles = [{ what = \"return\" }]",
    "/trigger/days"
)]
#[case(
    "kind = \"remedy\", trigger = { when = \"repaired_still_faulty\", times = 999999999 }, entitles = [{ what = \"return\" }]",
    "/trigger/times"
)]
#[case(
    "kind = \"parts\", rule = \"supplied_for\", years = 101, from = \"sale\"",
    "/years"
)]
#[case(
    "kind = \"parts\", rule = \"end_of_production_notice\", months = 1201",
    "/months"
)]
#[case(
    "kind = \"recurring_duty\", what = \"visit\", every = { count = 5219, unit = \"weeks\" }",
    "/every/count"
)]
#[case(
    "kind = \"recurring_duty\", what = \"visit\", every = { count = 1, unit = \"weeks\" }, late_days = 36526",
    "/late_days"
)]
#[case(
    "kind = \"time_limit\", from = \"visit_agreed\", to = \"on_site\", otherwise = { bound = { type = \"appointment\", early_minutes = 0, late_minutes = 10081 } }",
    "/otherwise/bound/late_minutes"
)]
fn a_number_beyond_a_hundred_years_is_a_fault(#[case] promise: &str, #[case] place: &str) {
    let faults = validate(&with(promise, "承诺。"));
    let told: Vec<_> = faults
        .iter()
        .map(|fault| (fault.code, fault.pointer.as_str()))
        .collect();
    let pointer = format!("/clauses/0/promise{place}");
    assert_eq!(told, [(FaultCode::TooLarge, &*pointer)]);
}

#[rstest]
#[case("保修一年。最终解释权归本公司。", Some("最终解释权归"))]
#[case("保修卡遗失不再享受任何保修", Some("保修卡遗失不再享受任何保修"))]
#[case("保修一年，保修卡遗失的凭发票保修。", None)]
fn words_the_law_forbids_stand_in_the_way_of_publishing(
    #[case] words: &str,
    #[case] said: Option<&str>,
) {
    let term = "kind = \"warranty_term\", covers = { what = \"whole_unit\" }, term = \"months:12\", starts_from = [\"delivered\"]";
    let expected: Vec<_> = said
        .map(|said| (Weight::Hard, said.to_owned()))
        .into_iter()
        .collect();
    assert_eq!(
        about(&with(term, words), ProblemCode::ForbiddenWords),
        expected
    );
}

#[rstest]
#[case::from_the_factory_alone("months:12", "\"manufactured\"", &["term"])]
#[case::shorter_too("months:6", "\"manufactured\"", &["term"])]
#[case::longer("months:36", "\"manufactured\"", &[])]
#[case::as_a_last_resort("months:12", "\"delivered\", \"manufactured\"", &[])]
fn a_term_that_runs_before_the_customer_has_the_goods_is_below_the_law(
    #[case] term: &str,
    #[case] starts: &str,
    #[case] rules: &[&str],
) {
    let promise = format!(
        "kind = \"warranty_term\", covers = {{ what = \"whole_unit\" }}, term = \"{term}\", starts_from = [{starts}], repair_days = \"extend\""
    );
    let below = about(&with(&promise, "保修。"), ProblemCode::BelowTheLaw);
    let below: Vec<_> = below.iter().map(|(_, rule)| rule.as_str()).collect();
    assert_eq!(below, rules);
}

/// Two thousand clauses between the same milestones, each with a limit of its own.
#[test]
fn contradictions_by_the_million_are_told_up_to_a_bound() {
    let mut plan = plan("09-door-maker");
    let one = with(
        "kind = \"time_limit\", from = \"reported\", to = \"on_site\", otherwise = { bound = { type = \"within\", limit = \"natural:PT1H\" } }",
        "到达。",
    );
    let text = serde_json::to_string(&one.clauses[0]).expect("a clause is JSON");
    plan.clauses = (1..=2_000)
        .map(|count| {
            let text = text
                .replace("\"one\"", &format!("\"c-{count}\""))
                .replace("PT1H", &format!("PT{count}M"));
            serde_json::from_str(&text).expect("a clause")
        })
        .collect();
    let found = found(&plan);
    assert!(found.len() < 250, "{}", found.len());
    let more = about(&plan, ProblemCode::MoreOfThem);
    assert_eq!(
        more,
        [(Weight::Hard, "conflicting_limits (2000)".to_owned())]
    );
    assert!(found.iter().any(Problem::blocks));
}
