//! What the law adds for each family of products, and what it raises: `golden/plans/law-products.txt`.

use std::collections::BTreeSet;
use std::fmt::Write;

use domain::customer::CustomerKind;
use domain::legal::{LegalRow, LegalStatus, floors_for_consumers, implied, shipped};
use domain::plan::apply::{Applied, Around, apply};
use domain::plan::problems::{Against, ProblemCode, problems};
use domain::plan::validate::validate;
use domain::plan::wording::sentences_of;
use domain::plan::{Plan, Terms};
use serde_json::{Value, json};

use super::{DAY, same_as_golden};

fn plan_for(product: &str, promises: &[Value]) -> Plan {
    let clauses = promises.iter().enumerate().map(|(index, promise)| {
        json!({ "id": format!("c{index}"), "heading": "条款", "text": "条款。", "promise": promise })
    });
    let value = json!({
        "title": "t", "trade": "t", "calendar": "always", "legal_product": product, "clauses": clauses.collect::<Vec<_>>(),
    });
    serde_json::from_value(value).expect("a plan")
}

fn sold(plan: &Plan, customer: CustomerKind) -> Applied {
    let around = Around {
        defaults: &[],
        law: shipped(),
        customer,
        products: &[],
        on: DAY,
    };
    apply(plan, &Terms::default(), around).expect("it applies")
}

fn maintenance(count: u32, unit: &str, late_days: u32) -> Value {
    json!({ "kind": "recurring_duty", "what": "maintenance", "every": { "count": count, "unit": unit }, "anchor": "last_done", "late_days": late_days })
}

#[test]
fn what_the_law_adds_to_a_plan_that_says_nothing_is_the_same_as_written_down() {
    let products: BTreeSet<&str> = shipped().iter().map(|row| row.product.as_str()).collect();
    let mut text = String::from(
        "# What the law adds to a plan without a clause, for a consumer, by the family of products. Marked 请核对: not yet read in a published text.\n",
    );
    for product in products
        .into_iter()
        .filter(|one| !matches!(*one, "any" | "listed"))
    {
        let plan = plan_for(product, &[]);
        let rows = floors_for_consumers(shipped(), plan.legal_product.as_ref(), DAY);
        writeln!(text, "\n## {product}").expect("text grows");
        let named = sold(&plan, CustomerKind::Consumer).plan;
        for one in implied(&rows, &[]) {
            let mark = match one.floor.status {
                LegalStatus::Confirmed => "",
                LegalStatus::ToVerify => " · 请核对",
            };
            let said = sentences_of(&named, &one.clause).replace('\n', " ");
            let (id, floor) = (&one.clause.id, &one.floor);
            writeln!(
                text,
                "{id} {} · {}{mark}\n    {said}",
                floor.value, floor.source
            )
            .expect("text grows");
        }
    }
    same_as_golden("law-products.txt", &text);
}

#[test]
fn every_row_does_something_but_those_that_are_only_told() {
    let only_told = [
        "depreciation",
        "same-fault-days",
        "burden-of-proof",
        "guarantee-term",
        "guarantee-usage",
        "use-compensation-least",
        "use-compensation-most",
        "refund-for-exchange",
        "refund-days",
    ];
    let raises = ["repair-extends-term", "term-usage"];
    // It says how far those days go, and is read along with them.
    let beside = "safety-usage";
    for row in shipped().iter().filter(|row| row.rule.as_str() != beside) {
        let usage = shipped().iter().find(|row| row.rule.as_str() == beside);
        let acts = !implied(&[row, usage.expect("it is there")], &[]).is_empty()
            || raises.contains(&row.rule.as_str());
        assert_eq!(acts, !only_told.contains(&row.rule.as_str()), "{row:?}");
    }
}

#[test]
fn a_lift_is_maintained_as_often_as_the_law_says_whoever_the_customer_is() {
    for customer in [CustomerKind::Consumer, CustomerKind::Organisation] {
        for (promise, said) in [
            (maintenance(60, "days", 0), Some("natural-days:60")),
            (maintenance(14, "days", 5), Some("natural-days:19")),
            (maintenance(1, "months", 0), Some("months:1")),
            (maintenance(15, "days", 0), None),
            (maintenance(2, "weeks", 1), None),
        ] {
            let plan = plan_for("lift", std::slice::from_ref(&promise));
            let applied = sold(&plan, customer);
            let raised = applied.origins[0].raised.as_ref();
            assert_eq!(raised.map(|one| one.said.as_str()), said, "{promise}");
            if let Some(raised) = raised {
                assert_eq!(raised.floor.value.to_string(), "natural-days:15");
                let words = sentences_of(&applied.plan, &applied.plan.clauses[0]);
                assert!(words.contains("每15天"), "{words}");
            }
            assert!(
                names(&applied)
                    .iter()
                    .all(|name| name != "law-lift-maintenance-days")
            );
            let flagged = problems(&plan, Against::law(shipped(), DAY))
                .into_iter()
                .any(|one| {
                    one.code == ProblemCode::BelowTheLaw && one.about == "lift-maintenance-days"
                });
            assert_eq!(flagged, said.is_some(), "{promise}");
        }
    }
}

#[test]
fn what_a_plan_for_lifts_leaves_out_the_law_says() {
    let inspection = json!({ "kind": "recurring_duty", "what": "inspection", "every": { "count": 10, "unit": "days" } });
    let applied = sold(&plan_for("lift", &[inspection]), CustomerKind::Organisation);
    assert_eq!(
        names(&applied),
        [
            "c0",
            "law-lift-maintenance-days",
            "law-lift-trapped-city",
            "law-lift-trapped-elsewhere"
        ]
    );
    assert_eq!(validate(&applied.plan), []);
    let kinds: Vec<&str> = applied
        .plan
        .question_types
        .iter()
        .map(|one| one.id.as_str())
        .collect();
    assert_eq!(kinds, ["trapped"]);
}

#[test]
fn between_businesses_only_what_the_parties_cannot_decide_is_added() {
    for product in [
        "washing-machine",
        "household-car",
        "farm-machinery",
        "building",
    ] {
        assert_eq!(
            names(&sold(&plan_for(product, &[]), CustomerKind::Organisation)),
            [""; 0],
            "{product}"
        );
    }
}

#[test]
fn a_car_is_under_warranty_for_as_many_kilometres_as_the_law_says() {
    let term = |usage: Value| {
        let promise = json!({ "kind": "warranty_term", "covers": { "what": "whole_unit" }, "term": "months:36", "starts_from": ["delivered"],
            "repair_days": "extend", "or_usage": usage });
        let applied = sold(
            &plan_for("household-car", &[promise]),
            CustomerKind::Consumer,
        );
        let clause = serde_json::to_value(&applied.plan.clauses[0].promise).expect("JSON");
        let said = applied.origins[0]
            .raised
            .as_ref()
            .map(|one| one.said.clone());
        (clause["or_usage"]["amount"].as_u64(), said)
    };
    assert_eq!(
        term(json!({ "amount": 50_000, "unit": "kilometres" })),
        (Some(60_000), Some("km:50000".to_owned()))
    );
    assert_eq!(
        term(json!({ "amount": 80_000, "unit": "kilometres" })),
        (Some(80_000), None)
    );
    assert_eq!(
        term(json!({ "amount": 900, "unit": "hours" })),
        (Some(900), None)
    );
    assert_eq!(term(Value::Null), (None, None));
}

#[test]
fn a_row_of_a_company_of_its_own_counts_like_those_that_are_shipped() {
    let row: LegalRow = serde_json::from_value(json!({
        "rule": "lift-maintenance-days", "product": "lift", "covers": "whole_unit", "value": "natural-days:10", "source": "公司内规",
        "from": "2020-01-01", "to": null, "status": "confirmed",
    }))
    .expect("a row");
    let around = Around {
        defaults: &[],
        law: &[row],
        customer: CustomerKind::Consumer,
        products: &[],
        on: DAY,
    };
    let plan = plan_for("lift", &[maintenance(15, "days", 0)]);
    let applied = apply(&plan, &Terms::default(), around).expect("it applies");
    assert!(applied.origins[0].raised.is_some());
}

/// Whatever family a plan is for, what it is applied to has the law of its own too; of two terms for one thing the longer holds.
#[test]
fn a_product_has_its_own_law_besides_that_of_the_plan() {
    let term = |family: Option<&str>, product: Option<&str>| {
        let mut plan = plan_for("lift", &[]);
        plan.legal_product = family.map(|family| family.parse().expect("a family"));
        let product = product.map(|product| product.parse().expect("a family"));
        let around = Around {
            defaults: &[],
            law: shipped(),
            customer: CustomerKind::Consumer,
            products: product.as_slice(),
            on: DAY,
        };
        let applied = apply(&plan, &Terms::default(), around).expect("it applies");
        let own = applied
            .plan
            .clauses
            .iter()
            .find(|one| one.id.as_str() == "law-term");
        own.map(|one| serde_json::to_value(&one.promise).expect("JSON")["term"].clone())
    };
    assert_eq!(term(None, None), None);
    assert_eq!(
        term(None, Some("washing-machine")),
        Some(json!("months:12"))
    );
    assert_eq!(
        term(Some("home-decoration"), Some("washing-machine")),
        Some(json!("months:24"))
    );
    assert_eq!(
        term(Some("washing-machine"), Some("home-decoration")),
        Some(json!("months:24"))
    );
}

/// Each promise gives no less than the law by its length, and may end sooner all the same, or leaves something out.
#[rstest::rstest]
#[case(json!({ "or_usage": { "amount": 100, "unit": "hours" } }))]
#[case(json!({ "or_term": { "term": "months:12", "starts_from": ["manufactured"], "whichever": "first" } }))]
#[case(json!({ "starts_from": ["manufactured"] }))]
#[case(json!({ "covers": { "what": "whole_unit", "except": ["door-seal"] } }))]
fn a_term_that_may_end_sooner_than_the_laws_does_not_stand_in_for_it(#[case] own: Value) {
    let mut promise = json!({
        "kind": "warranty_term", "covers": { "what": "whole_unit" }, "term": "months:24", "starts_from": ["accepted"],
    });
    let is_added = |promise: &Value| {
        let applied = sold(
            &plan_for("washing-machine", std::slice::from_ref(promise)),
            CustomerKind::Consumer,
        );
        names(&applied).contains(&"law-term".to_owned())
    };
    assert!(!is_added(&promise), "a longer term of the plan is enough");
    for (field, value) in own.as_object().expect("fields") {
        promise[field] = value.clone();
    }
    assert!(is_added(&promise), "{promise}");
}

#[test]
fn an_answer_that_is_slow_in_one_case_or_may_be_put_off_is_not_the_laws() {
    let is_added = |more: Value| {
        let mut promise = json!({
            "kind": "time_limit", "from": "reported", "to": "answered",
            "otherwise": { "bound": { "type": "within", "limit": "natural-days:3" } },
        });
        for (field, value) in more.as_object().expect("fields") {
            promise[field] = value.clone();
        }
        let applied = sold(
            &plan_for("washing-machine", &[promise]),
            CustomerKind::Consumer,
        );
        names(&applied).contains(&"law-consumer-answer-days".to_owned())
    };
    assert!(!is_added(json!({})));
    assert!(is_added(json!({ "pausable_by": ["waiting_for_part"] })));
    let slow = json!([{ "when": { "channel": ["mail"] }, "bound": { "type": "within", "limit": "natural-days:60" } }]);
    assert!(is_added(json!({ "rows": slow })));
}

#[rstest::rstest]
#[case(json!({ "rule": "supplied_for", "years": 1, "from": "sale" }), true)]
#[case(json!({ "rule": "supplied_for", "years": 10, "from": "sale" }), true)]
#[case(json!({ "rule": "supplied_for", "years": 5, "from": "end_of_production" }), false)]
#[case(json!({ "rule": "supplied_for", "years": 8, "from": "end_of_production" }), false)]
#[case(json!({ "rule": "supplied_for_design_life" }), false)]
fn parts_after_the_end_of_production_are_promised_by_nothing_else(
    #[case] parts: Value,
    #[case] is_added: bool,
) {
    let mut promise = parts.clone();
    promise["kind"] = json!("parts");
    let applied = sold(
        &plan_for("washing-machine", &[promise]),
        CustomerKind::Consumer,
    );
    assert_eq!(
        names(&applied).contains(&"law-parts-supply".to_owned()),
        is_added,
        "{parts}"
    );
}

fn names(applied: &Applied) -> Vec<String> {
    let clauses = applied.plan.clauses.iter();
    clauses.map(|clause| clause.id.to_string()).collect()
}
