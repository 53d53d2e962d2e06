//! What the law adds for a consumer: `golden/plans/law.txt`, and what it never does.

use std::fmt::Write;

use domain::customer::CustomerKind;
use domain::legal::{floors_for_consumers, implied, shipped};
use domain::plan::apply::{Around, Origin, apply};
use domain::plan::{Clause, Promise, Terms};

use super::{DAY, plan, plans, same_as_golden};

#[test]
fn where_a_plan_says_nothing_or_less_the_law_speaks() {
    let law = shipped();
    let mut text = String::from(
        "# What the law adds to each plan for a consumer. Marked 请核对: not yet read in a published text.\n",
    );
    for (id, plan) in plans() {
        let rows = floors_for_consumers(law, plan.legal_product.as_ref(), DAY);
        writeln!(text, "\n## {id} {}", plan.title).expect("text grows");
        for one in implied(&rows, &plan.clauses) {
            let mark = match one.floor.status {
                domain::legal::LegalStatus::Confirmed => "",
                domain::legal::LegalStatus::ToVerify => " · 请核对",
            };
            writeln!(
                text,
                "{}「{}」{} · {}{mark}",
                one.clause.id, one.clause.heading, one.floor.value, one.floor.source
            )
            .expect("text grows");
        }
    }
    same_as_golden("law.txt", &text);
}

#[test]
fn between_businesses_the_contract_governs() {
    let plan = plan("09-door-maker");
    let origins = |customer: CustomerKind| {
        let around = Around {
            defaults: &[],
            law: shipped(),
            customer,
            products: &[],
            on: DAY,
        };
        let applied = apply(&plan, &Terms::default(), around).expect("it applies");
        applied.origins
    };
    assert_eq!(origins(CustomerKind::Organisation), []);
    let of_consumer = origins(CustomerKind::Consumer);
    assert!(!of_consumer.is_empty());
    assert!(
        of_consumer
            .iter()
            .all(|one| one.origin == Origin::Law && one.law.is_some())
    );
}

#[test]
fn a_clause_of_the_law_is_a_clause_like_any_other_and_is_added_once() {
    let law = shipped();
    for (id, plan) in plans() {
        let rows = floors_for_consumers(law, plan.legal_product.as_ref(), DAY);
        let added: Vec<Clause> = implied(&rows, &plan.clauses)
            .into_iter()
            .map(|one| one.clause)
            .collect();
        let mut with = plan.clone();
        with.clauses.extend(added);
        assert_eq!(domain::plan::validate::validate(&with), [], "{id}");
        assert_eq!(implied(&rows, &with.clauses), [], "{id}");
    }
}

#[test]
fn days_under_repair_extend_what_a_listed_product_is_sold_with() {
    let mut plan = plan("05-washing-machines");
    for clause in &mut plan.clauses {
        if let domain::plan::Promise::WarrantyTerm(term) = &mut clause.promise {
            term.repair_days = domain::plan::clauses::warranty::RepairDays::Count;
        }
    }
    let answers = plan.parameters.iter().map(|asked| {
        (
            asked.id.clone(),
            asked.suggested.clone().unwrap_or_else(|| "x".to_owned()),
        )
    });
    let terms = Terms {
        answers: answers.collect(),
        ..Terms::default()
    };
    let around = Around {
        defaults: &[],
        law: shipped(),
        customer: CustomerKind::Consumer,
        products: &[],
        on: DAY,
    };
    let applied = apply(&plan, &terms, around).expect("it applies");
    let raised = applied
        .origins
        .iter()
        .find(|one| one.clause.as_str() == "term")
        .and_then(|one| one.raised.clone())
        .expect("the law is named");
    assert_eq!(
        (raised.said.as_str(), raised.floor.rule.as_str()),
        ("count", "repair-extends-term")
    );
}

#[test]
fn the_law_counts_works_from_acceptance_and_goods_from_installation_or_delivery() {
    for (product, days) in [
        ("home-decoration", &["accepted", "completed"][..]),
        ("building", &["accepted", "completed"]),
        ("refrigerator", &["installed", "delivered", "purchased"]),
    ] {
        let product = product.parse().expect("a product");
        let rows = floors_for_consumers(shipped(), Some(&product), DAY);
        let terms: Vec<_> = implied(&rows, &[])
            .into_iter()
            .filter_map(|one| match one.clause.promise {
                Promise::WarrantyTerm(term) => Some(term.starts_from),
                _ => None,
            })
            .collect();
        assert!(!terms.is_empty(), "{product}");
        for starts in terms {
            let named: Vec<_> = starts.iter().map(|day| day.as_str()).collect();
            assert_eq!(named, days, "{product}");
        }
    }
}

#[test]
fn repairs_are_counted_within_the_term_and_whatever_was_repaired() {
    let rows: Vec<_> = shipped()
        .iter()
        .filter(|row| row.rule.as_str() == "repeat-repair")
        .collect();
    let [one] = &implied(&rows, &[])[..] else {
        panic!("one row gives one clause")
    };
    assert_eq!(
        one.clause.when.standing,
        [domain::plan::clauses::coverage::Standing::InWarranty]
    );
    let of_one_defect = |when: &str| {
        let text = serde_json::to_string(&one.clause).expect("a clause is JSON");
        let clause: Clause =
            serde_json::from_str(&text.replace("repaired_still_faulty", when)).expect("a clause");
        implied(&rows, &[clause]).len()
    };
    assert_eq!(of_one_defect("same_defect_repaired"), 1, "it gives less");
    assert_eq!(
        of_one_defect("repaired_still_faulty"),
        0,
        "it gives as much"
    );
}
