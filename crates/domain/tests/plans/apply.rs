use domain::customer::CustomerKind;
use domain::legal::{LegalRow, shipped};
use domain::plan::apply::{Applied, Around, Origin, apply as apply_terms};
use domain::plan::clauses::warranty::WarrantyTerm;
use domain::plan::problems::{Against, settle_as_proposed};
use domain::plan::validate::{Fault, FaultCode};
use domain::plan::{Clause, Plan, Promise, Terms};
use rstest::rstest;

use super::{DAY, plan};

const WASHER: &str = r#"
    [answers]
    warranty-term = "months:12"
    hotline-number = "400-000-0000"
    site-address = "https://service.invalid"
    outlets = "网点名单"
    outlet-hours = "cn-office"
    visit-limit = "natural-days:2"
    pickup-limit = "working:PT4H"
    hint-months = "6"
    hint-days = "15"
    misuse-charge = "by_quote"
    after-warranty = "by_quote"
"#;

fn apply(
    plan: &Plan,
    terms: &str,
    law: &[LegalRow],
    customer: CustomerKind,
    defaults: &[Clause],
) -> Result<Applied, Vec<Fault>> {
    let terms: Terms = toml::from_str(terms).unwrap_or_else(|error| panic!("{error}"));
    apply_terms(
        plan,
        &terms,
        Around {
            defaults,
            law,
            customer,
            products: &[],
            on: DAY,
        },
    )
}

fn term(found: &Applied, id: &str) -> String {
    let clause = found
        .plan
        .clauses
        .iter()
        .find(|clause| clause.id.as_str() == id)
        .expect("the clause holds");
    match &clause.promise {
        Promise::WarrantyTerm(WarrantyTerm { term, .. }) => term.to_string(),
        other => panic!("{} is no term", other.kind()),
    }
}

#[test]
fn an_answer_becomes_the_clauses_value_and_says_where_it_comes_from() {
    let found = apply(
        &plan("05-washing-machines"),
        WASHER,
        shipped(),
        CustomerKind::Consumer,
        &[],
    )
    .expect("it applies");
    assert_eq!(term(&found, "term"), "months:12");
    let origin = |id: &str| {
        found
            .origins
            .iter()
            .find(|one| one.clause.as_str() == id)
            .map(|one| one.origin)
    };
    assert_eq!(
        (origin("term"), origin("covered")),
        (Some(Origin::Agreement), Some(Origin::Plan))
    );
    assert!(found.plan.parameters.is_empty() && found.plan.canonical().find("ask:").is_none());
}

#[test]
fn everything_missing_is_named_at_once_with_its_pointer() {
    let faults = apply(
        &plan("05-washing-machines"),
        "",
        &[],
        CustomerKind::Organisation,
        &[],
    )
    .expect_err("nothing is answered");
    assert_eq!(faults.len(), 11);
    assert!(
        faults
            .iter()
            .all(|fault| fault.code == FaultCode::Unanswered)
    );
    assert!(
        faults
            .iter()
            .any(|fault| fault.pointer == "/answers/warranty-term")
    );
}

#[rstest]
#[case(
    "[answers]\nwarranty-term = \"two years\"",
    FaultCode::BadAnswer,
    "/answers/warranty-term"
)]
#[case(
    "[answers]\nweight = \"3\"",
    FaultCode::UnknownParameter,
    "/answers/weight"
)]
#[case(
    "service_level = \"gold\"",
    FaultCode::UnknownServiceLevel,
    "/service_level"
)]
#[case(
    "[answers]\nhint-months = \"0\"",
    FaultCode::ZeroCount,
    "/answers/hint-months"
)]
#[case(
    "[answers]\nhint-days = \"10000000\"",
    FaultCode::TooLarge,
    "/answers/hint-days"
)]
#[case(
    "[answers]\nvisit-limit = \"natural:PT0S\"",
    FaultCode::ZeroLimit,
    "/answers/visit-limit"
)]
#[case("region = \"moon\"", FaultCode::UnknownRegion, "/region")]
#[case("choices = [\"nothing\"]", FaultCode::UnknownClause, "/choices/0")]
#[case(
    "overrides = [{ clause = \"nothing\", value = { what = \"term\", term = \"lifetime\" } }]",
    FaultCode::UnknownClause,
    "/overrides/0/clause"
)]
#[case(
    "overrides = [{ clause = \"covered\", value = { what = \"term\", term = \"lifetime\" } }]",
    FaultCode::WrongOverride,
    "/overrides/0/value"
)]
#[case(
    "overrides = [{ clause = \"visit-limit\", value = { what = \"bound\", bound = { type = \"within\", limit = \"natural:PT0S\" } } }]",
    FaultCode::ZeroLimit,
    "/overrides/0/value/bound/limit"
)]
#[case(
    "overrides = [{ clause = \"visit-limit\", value = { what = \"bound\", bound = { type = \"within\", limit = \"ask:visit-limit\" } } }]",
    FaultCode::AsksAgain,
    "/overrides/0/value/bound/limit"
)]
fn bad_terms_are_refused_with_their_pointer(
    #[case] terms: &str,
    #[case] code: FaultCode,
    #[case] pointer: &str,
) {
    let faults = apply(
        &plan("05-washing-machines"),
        terms,
        &[],
        CustomerKind::Organisation,
        &[],
    )
    .expect_err("it is refused");
    assert!(
        faults
            .iter()
            .any(|fault| fault.code == code && fault.pointer == pointer),
        "{faults:#?}"
    );
}

#[test]
fn below_the_law_the_legal_value_is_computed_for_consumers_only() {
    let terms = WASHER.replace("months:12", "months:6");
    let plan = plan("05-washing-machines");
    let consumer =
        apply(&plan, &terms, shipped(), CustomerKind::Consumer, &[]).expect("it applies");
    let business =
        apply(&plan, &terms, shipped(), CustomerKind::Organisation, &[]).expect("it applies");
    assert_eq!(
        (
            term(&consumer, "term").as_str(),
            term(&business, "term").as_str()
        ),
        ("months:12", "months:6")
    );
    let raised = consumer
        .origins
        .iter()
        .find_map(|origin| origin.raised.as_ref())
        .expect("the law is named");
    assert_eq!(
        (raised.said.as_str(), raised.floor.source.as_str()),
        ("months:6", "国经贸〔1995〕458号")
    );
}

const PROJECT: &str = r#"
    [answers]
    mail-address = "service@example.invalid"
    hotline-number = "400-000-0000"
    fax-number = "010-00000000"
    list-discount = "9000"
    inspection-days = "15"
    call-days = "7"
    visit-days = "10"
    hotline-hours = "always"
    office-hours = "cn-office"
    contract-labour = "free"
    contract-parts = "at_cost"
    excluded-charge = "price_list"
    event-charge = "price_list"
"#;

#[test]
fn a_contradiction_left_to_the_agreement_must_be_chosen_and_the_other_side_falls_silent() {
    let mut plan = plan("10-projection-systems");
    plan.settlements = settle_as_proposed(&plan, Against::law(&[], DAY)).settlements;
    let faults =
        apply(&plan, PROJECT, &[], CustomerKind::Organisation, &[]).expect_err("nothing is chosen");
    assert!(
        faults
            .iter()
            .all(|fault| fault.code == FaultCode::Undecided),
        "{faults:#?}"
    );
    let both = format!("choices = [\"term-acceptance\", \"term-commissioning\"]\n{PROJECT}");
    let faults =
        apply(&plan, &both, &[], CustomerKind::Organisation, &[]).expect_err("both are chosen");
    assert!(
        faults
            .iter()
            .any(|fault| fault.code == FaultCode::ChosenTwice)
    );
}

#[test]
fn a_question_that_may_stay_open_leaves_its_clause_without_a_promise() {
    let plan = plan("10-projection-systems");
    let found = apply(&plan, PROJECT, &[], CustomerKind::Organisation, &[]).expect("it applies");
    let silent: Vec<&str> = found
        .silent
        .iter()
        .map(domain::slug::ClauseId::as_str)
        .collect();
    assert_eq!(silent, ["project-response", "project-repair"]);
    let own = format!("{PROJECT}project-response = \"natural:PT30M\"\n");
    let found = apply(&plan, &own, &[], CustomerKind::Organisation, &[]).expect("it applies");
    assert!(
        found
            .plan
            .clauses
            .iter()
            .any(|clause| clause.id.as_str() == "project-response")
    );
    let silent: Vec<&str> = found
        .silent
        .iter()
        .map(domain::slug::ClauseId::as_str)
        .collect();
    assert_eq!(
        silent,
        [
            "project-repair",
            "response-by-hour",
            "response-round-the-clock",
            "contract-response"
        ],
        "the agreement's own limit goes before the plan's"
    );
}

/// Two limits of the agreement's own for one step, one of them for a region: neither silences the other, and the plan's
/// limit holds wherever the regional one does not.
#[test]
fn a_limit_of_the_agreements_own_goes_first_only_where_it_holds() {
    let text = r#"
title = "t"
trade = "t"
calendar = "always"
regions = [{ id = "city", label = "市区" }]
parameters = [
    { id = "own-city", question = "市区到场？", answer = "limit", unanswered = "no_promise" },
    { id = "own", question = "到场？", answer = "limit", unanswered = "no_promise" },
]
[[clauses]]
id = "plans"
heading = "到场"
text = "四小时内到场。"
promise = { kind = "time_limit", from = "reported", to = "on_site", otherwise = { bound = { type = "within", limit = "natural:PT4H" } } }
[[clauses]]
id = "city"
heading = "到场"
text = "市区另行约定。"
when = { region = ["city"] }
promise = { kind = "time_limit", from = "reported", to = "on_site", otherwise = { bound = { type = "within", limit = "ask:own-city" } } }
[[clauses]]
id = "everywhere"
heading = "到场"
text = "另行约定。"
promise = { kind = "time_limit", from = "reported", to = "on_site", otherwise = { bound = { type = "within", limit = "ask:own" } } }
"#;
    let plan: Plan = toml::from_str(text).expect("a plan");
    let silent = |answers: &str| {
        let found = apply(&plan, answers, &[], CustomerKind::Organisation, &[]);
        let ids = found.expect("it applies").silent;
        ids.iter().map(ToString::to_string).collect::<Vec<_>>()
    };
    assert_eq!(
        silent("[answers]\nown-city = \"natural:PT8H\""),
        ["everywhere"]
    );
    assert_eq!(
        silent("[answers]\nown-city = \"natural:PT8H\"\nown = \"natural:PT6H\""),
        ["plans"]
    );
}

#[test]
fn what_is_sold_with_one_service_level_is_not_promised_to_another() {
    let text = r#"
title = "t"
trade = "t"
calendar = "always"
service_levels = [{ id = "gold", label = "金牌" }, { id = "basic", label = "基本" }]
[[clauses]]
id = "gold-term"
heading = "保修期"
text = "金牌保修三年。"
when = { service_level = ["gold"] }
promise = { kind = "warranty_term", covers = { what = "whole_unit" }, term = "months:36", starts_from = ["delivered"] }
[[clauses]]
id = "basic-term"
heading = "保修期"
text = "基本保修一年。"
when = { service_level = ["basic"] }
promise = { kind = "warranty_term", covers = { what = "whole_unit" }, term = "months:12", starts_from = ["delivered"] }
[[clauses]]
id = "gold-inspection"
heading = "巡检"
text = "金牌每月巡检。"
when = { service_level = ["gold"] }
promise = { kind = "recurring_duty", what = "inspection", every = { count = 1, unit = "months" } }
[[clauses]]
id = "gold-visit"
heading = "到场"
text = "金牌两小时到场。"
when = { service_level = ["gold"] }
promise = { kind = "time_limit", from = "reported", to = "on_site", otherwise = { bound = { type = "within", limit = "natural:PT2H" } } }
"#;
    let plan: Plan = toml::from_str(text).expect("a plan");
    let kept = |terms: &str| {
        let found = apply(&plan, terms, &[], CustomerKind::Organisation, &[]);
        let clauses = found.expect("it applies").plan.clauses;
        clauses
            .iter()
            .map(|one| one.id.to_string())
            .collect::<Vec<_>>()
    };
    assert_eq!(
        kept("service_level = \"basic\""),
        ["basic-term", "gold-visit"]
    );
    assert_eq!(
        kept("service_level = \"gold\""),
        ["gold-term", "gold-inspection", "gold-visit"]
    );
    assert_eq!(kept(""), ["gold-visit"], "a level nobody named is none");
}

#[test]
fn an_agreements_own_limit_replaces_the_whole_table() {
    let terms = format!(
        "overrides = [{{ clause = \"response-by-hour\", value = {{ what = \"bound\", bound = {{ type = \"within\", limit = \"natural:PT30M\" }} }} }}]\n{PROJECT}"
    );
    let found = apply(
        &plan("10-projection-systems"),
        &terms,
        &[],
        CustomerKind::Organisation,
        &[],
    )
    .expect("it applies");
    let clause = found
        .plan
        .clauses
        .iter()
        .find(|clause| clause.id.as_str() == "response-by-hour")
        .expect("it holds");
    let Promise::TimeLimit(limit) = &clause.promise else {
        panic!("a time limit")
    };
    assert!(limit.rows.is_empty());
}

#[test]
fn a_companys_default_holds_only_where_the_plan_says_nothing_on_the_matter() {
    let other = plan("06-tender-supplier");
    let found = apply(
        &plan("08-hospital-software"),
        "",
        &[],
        CustomerKind::Organisation,
        &other.clauses,
    )
    .expect("it applies");
    let origin = |id: &str| {
        found
            .origins
            .iter()
            .filter(|one| one.clause.as_str() == id)
            .map(|one| one.origin)
            .collect::<Vec<_>>()
    };
    assert_eq!(
        origin("response"),
        [],
        "the plan has its own reported > answered"
    );
    assert_eq!(origin("three-repairs"), [Origin::Company]);
    assert_eq!(origin("rates"), [], "a default that asks cannot hold");
}

#[test]
fn a_length_agreed_in_the_contract_is_the_whole_of_it() {
    let plan: Plan = toml::from_str(
        r#"
        title = "t"
        trade = "t"
        calendar = "cn-office"
        [[clauses]]
        id = "term"
        heading = "h"
        text = "s"
        promise = { kind = "warranty_term", covers = { what = "whole_unit" }, term = "months:24", starts_from = ["accepted"], or_term = { term = "months:30", starts_from = ["manufactured"] } }
        "#,
    )
    .expect("the plan reads");
    let terms = r#"
        [[overrides]]
        clause = "term"
        value = { what = "term", term = "months:36" }
    "#;
    let applied = apply(&plan, terms, &[], CustomerKind::Organisation, &[]).expect("it applies");
    let Promise::WarrantyTerm(term) = &applied.plan.clauses[0].promise else {
        panic!("a warranty term")
    };
    assert_eq!(
        (term.term.to_string().as_str(), &term.or_term),
        ("months:36", &None)
    );
}
