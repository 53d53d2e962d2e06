//! Names that a plan uses and others keep.

use std::collections::BTreeSet;

use domain::language::Language;
use domain::legal::shipped;
use domain::plan::Terms;
use domain::plan::document::AnswerKind;
use domain::plan::validate::{
    Fault, FaultCode, unknown_answers, unknown_calendars, unknown_products,
};
use domain::slug::CalendarName;

use super::{plan, plans};

fn kept() -> BTreeSet<CalendarName> {
    ["always", "cn-office"]
        .iter()
        .map(|name| name.parse().expect("a name"))
        .collect()
}

fn told(faults: &[Fault]) -> Vec<(FaultCode, &str, &str)> {
    faults
        .iter()
        .map(|fault| (fault.code, fault.pointer.as_str(), fault.found.as_str()))
        .collect()
}

#[test]
fn every_template_names_only_what_is_kept() {
    for (id, plan) in plans() {
        assert_eq!(unknown_calendars(&plan, &kept()), [], "{id}");
        assert_eq!(unknown_products(&plan, shipped()), [], "{id}");
    }
}

#[test]
fn a_calendar_that_nobody_keeps_is_named_wherever_it_stands() {
    let text = domain::plan::templates::template("03-equipment-maker")
        .expect("the template exists")
        .toml
        .replacen("calendar = \"cn-office\"", "calendar = \"cn-offise\"", 1)
        .replacen("hours = \"always\"", "hours = \"nights\"", 1);
    let plan: domain::plan::Plan = toml::from_str(&text).expect("it reads");
    let faults = unknown_calendars(&plan, &kept());
    let [(one, first, "cn-offise"), (other, second, "nights")] = told(&faults)[..] else {
        panic!("{faults:?}")
    };
    assert_eq!([one, other], [FaultCode::UnknownCalendar; 2]);
    assert_eq!(first, "/calendar");
    assert!(second.ends_with("/promise/hours"), "{second}");
    assert!(faults[1].clause.is_some(), "its clause is named");
    assert_eq!(faults[0].known[0], "cn-office", "the nearest first");
    let advice = faults[0].advice(Language::Chinese);
    assert!(advice.contains("cn-office、always"), "{advice}");
}

#[test]
fn an_answer_that_names_no_calendar_is_told_with_its_place() {
    let mut plan = plan("10-projection-systems");
    plan.parameters[0].answer = AnswerKind::Calendar;
    let asked = plan.parameters[0].id.clone();
    for (answer, faults) in [("nope", 1), ("always", 0)] {
        let terms = Terms {
            answers: [(asked.clone(), answer.to_owned())].into(),
            ..Terms::default()
        };
        let found = unknown_answers(&plan, &terms, &kept());
        assert_eq!(found.len(), faults, "{answer}");
        let pointer = format!("/answers/{asked}");
        assert!(found.iter().all(|fault| fault.pointer == pointer));
    }
}

#[test]
fn a_misspelt_product_is_told_the_nearest_ones() {
    let mut plan = plan("05-washing-machines");
    plan.legal_product = Some("washing-machne".parse().expect("a name"));
    let faults = unknown_products(&plan, shipped());
    let expected = (
        FaultCode::UnknownProduct,
        "/legal_product",
        "washing-machne",
    );
    assert_eq!(told(&faults), [expected]);
    assert_eq!(faults[0].known[0], "washing-machine");
    // A company that adds rows of its own knows the product from then on.
    let mut law = shipped().to_vec();
    law[0].product = "washing-machne".to_owned();
    assert_eq!(unknown_products(&plan, &law), []);
    plan.legal_product = None;
    assert_eq!(unknown_products(&plan, shipped()), []);
}
