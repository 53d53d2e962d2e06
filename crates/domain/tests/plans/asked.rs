//! Figures a plan need not state: tolerances, windows, charges.

use domain::customer::CustomerKind;
use domain::legal::shipped;
use domain::plan::apply::{Applied, Around, apply};
use domain::plan::asked_fields::asked_of;
use domain::plan::validate::{Fault, FaultCode, validate};
use domain::plan::wording::sentences_of;
use domain::plan::{Clause, Plan, Terms};
use serde_json::{Value, json};

use super::{DAY, plan};

/// A plan with a visit by appointment, an inspection and a repair after the term, and what it asks.
fn asking() -> Value {
    json!({
        "title": "t", "trade": "t", "calendar": "always",
        "parameters": [
            { "id": "minutes", "question": "几分钟？", "answer": "number" },
            { "id": "days", "question": "几天？", "answer": "number" },
            { "id": "charge", "question": "怎样收费？", "answer": "charge" },
        ],
        "clauses": [
            { "id": "visit", "heading": "上门", "text": "按约上门。", "promise": { "kind": "time_limit", "from": "visit_agreed", "to": "on_site",
                "otherwise": { "bound": { "type": "appointment", "early_minutes": "ask:minutes", "late_minutes": "ask:minutes" } } } },
            { "id": "inspection", "heading": "巡检", "text": "每半年巡检。", "promise": { "kind": "recurring_duty", "what": "inspection",
                "every": { "count": 6, "unit": "months" }, "early_days": "ask:days", "late_days": "ask:days" } },
            { "id": "repair", "heading": "过保", "text": "过保收费。", "promise": { "kind": "coverage", "standing": ["out_of_warranty"],
                "charges": { "labour": "free", "parts": "ask:charge", "travel": "ask:charge", "shipping": "free" } } },
        ],
    })
}

fn read(value: Value) -> Plan {
    serde_json::from_value(value).expect("it reads")
}

fn applied(plan: &Plan, answers: &[(&str, &str)]) -> Result<Applied, Vec<Fault>> {
    let answers = answers
        .iter()
        .map(|(id, text)| (id.parse().expect("a name"), (*text).to_owned()));
    let terms = Terms {
        answers: answers.collect(),
        ..Terms::default()
    };
    let around = Around {
        defaults: &[],
        law: shipped(),
        customer: CustomerKind::Organisation,
        products: &[],
        on: DAY,
    };
    apply(plan, &terms, around)
}

fn words(plan: &Plan) -> Vec<String> {
    let said = |clause: &Clause| sentences_of(plan, clause);
    plan.clauses.iter().map(said).collect()
}

#[test]
fn a_tolerance_a_window_and_a_charge_are_a_line_to_write_on_until_they_are_answered() {
    let plan = read(asking());
    assert_eq!(validate(&plan), []);
    for (line, blanks) in words(&plan).iter().zip([2, 1, 1]) {
        assert_eq!(line.matches("________").count(), blanks, "{line}");
    }
    let answers = [("minutes", "20"), ("days", "0"), ("charge", "at_cost")];
    let applied = applied(&plan, &answers).expect("it applies");
    let said = words(&applied.plan);
    assert!(
        said[0].contains("可早到20分、迟到不超过20分"),
        "{}",
        said[0]
    );
    assert!(!said[1].contains('移'), "{}", said[1]);
    assert!(said[2].contains("材料费、差旅费收取成本费"), "{}", said[2]);
    let left = applied.plan.clauses.iter();
    assert_eq!(left.flat_map(|clause| asked_of(&clause.promise)).count(), 0);
}

#[test]
fn what_is_not_answered_or_not_such_an_answer_is_refused_with_its_place() {
    let plan = read(asking());
    let faults = applied(&plan, &[("minutes", "soon"), ("charge", "cheap")]).expect_err("refused");
    let told: Vec<(FaultCode, &str)> = faults
        .iter()
        .map(|fault| (fault.code, fault.pointer.as_str()))
        .collect();
    for expected in [
        (FaultCode::BadAnswer, "/answers/minutes"),
        (FaultCode::Unanswered, "/answers/days"),
        (FaultCode::BadAnswer, "/answers/charge"),
    ] {
        assert!(told.contains(&expected), "{expected:?} in {told:?}");
    }
}

#[test]
fn a_question_of_another_kind_is_named_where_it_stands() {
    let mut value = asking();
    value["clauses"][0]["promise"]["otherwise"]["bound"]["late_minutes"] = json!("ask:charge");
    value["clauses"][1]["promise"]["early_days"] = json!("ask:nobody");
    value["clauses"][2]["promise"]["charges"]["parts"] = json!("ask:days");
    let faults = validate(&read(value));
    let told: Vec<(FaultCode, &str)> = faults
        .iter()
        .map(|fault| (fault.code, fault.pointer.as_str()))
        .collect();
    assert_eq!(
        told,
        [
            (
                FaultCode::WrongAnswerKind,
                "/clauses/0/promise/otherwise/bound/late_minutes"
            ),
            (FaultCode::UnknownParameter, "/clauses/1/promise/early_days"),
            (
                FaultCode::WrongAnswerKind,
                "/clauses/2/promise/charges/parts"
            ),
        ]
    );
}

#[test]
fn a_plan_that_states_its_figures_is_written_as_before() {
    let stated = json!({ "kind": "recurring_duty", "what": "call", "every": { "count": 1, "unit": "months" }, "early_days": 3, "late_days": 5 });
    let visit = json!({ "type": "appointment", "early_minutes": 30, "late_minutes": 0 });
    let charges = json!({ "labour": "free", "parts": "at_cost", "travel": "by_quote", "shipping": "refused" });
    let mut value = asking();
    value["clauses"][0]["promise"]["otherwise"]["bound"] = visit.clone();
    value["clauses"][1]["promise"] = stated.clone();
    value["clauses"][2]["promise"]["charges"] = charges.clone();
    let plan = read(value);
    let canonical: Value = serde_json::from_str(&plan.canonical()).expect("JSON");
    let promise = |index: usize| &canonical["clauses"][index]["promise"];
    assert_eq!(promise(0)["otherwise"]["bound"], visit);
    assert_eq!(promise(2)["charges"], charges);
    for (name, figure) in stated.as_object().expect("an object") {
        assert_eq!(promise(1)[name], *figure, "{name}");
    }
}

#[test]
fn the_plan_that_states_no_figure_states_none() {
    let plan = plan("04-consumer-products");
    let text = serde_json::to_string(&plan.clauses).expect("JSON");
    let value: Value = serde_json::from_str(&text).expect("JSON");
    let mut found = Vec::new();
    numbers(&value, "", &mut found);
    assert_eq!(
        found,
        ["/0/promise/early_days: 0", "/10/promise/early_days: 0"]
    );
}

/// The numbers in a document, each with its place.
fn numbers(value: &Value, at: &str, found: &mut Vec<String>) {
    match value {
        Value::Number(number) => found.push(format!("{at}: {number}")),
        Value::Array(all) => {
            for (index, one) in all.iter().enumerate() {
                numbers(one, &format!("{at}/{index}"), found);
            }
        }
        Value::Object(all) => {
            for (name, one) in all {
                numbers(one, &format!("{at}/{name}"), found);
            }
        }
        _ => {}
    }
}
