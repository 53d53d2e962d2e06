//! What is told of a unit's warranty: `golden/entitlement/states.txt`, which the web app words in both languages.

use std::fmt::Write;

use domain::customer::CustomerKind;
use domain::entitlement::{UnitFacts, WarrantyState, resolve};
use domain::legal::shipped;
use domain::plan::apply::{Around, apply};
use domain::plan::clauses::warranty::{StartDate, Territory, Usage, UsageUnit};
use domain::plan::{EffectivePlan, Plan, Terms};
use domain::unit::Paper;
use jiff::civil::{Date, date};
use serde_json::{Value, json};

use super::{calendars, same_as_golden};

const TODAY: Date = date(2026, 11, 30);

/// A unit delivered on a day, and the terms its plan promises.
struct Told {
    name: &'static str,
    terms: Value,
    delivered: Option<Date>,
    read: Option<u32>,
    family: Option<&'static str>,
}

fn told(name: &'static str, terms: Value) -> Told {
    Told {
        name,
        terms,
        delivered: Some(date(2025, 6, 1)),
        read: None,
        family: None,
    }
}

fn whole(term: &str) -> Value {
    json!({ "covers": { "what": "whole_unit" }, "term": term })
}

fn part(class: &str, term: &str) -> Value {
    json!({ "covers": { "what": "component", "class": class }, "term": term })
}

fn software(term: &str) -> Value {
    json!({ "covers": { "what": "software" }, "term": term })
}

fn used(term: &str) -> Value {
    json!({ "covers": { "what": "whole_unit" }, "term": term, "or_usage": { "amount": 60_000, "unit": "kilometres" } })
}

fn cases() -> Vec<Told> {
    vec![
        told("the whole unit is in term", json!([whole("months:24")])),
        told("the whole unit's term is over", json!([whole("months:12")])),
        told(
            "the whole unit's term is over, parts go on",
            json!([
                whole("months:12"),
                part("compressor", "months:36"),
                part("board", "months:24")
            ]),
        ),
        told(
            "the whole unit's term is over, the software's goes on",
            json!([whole("months:12"), software("months:36")]),
        ),
        Told {
            delivered: Some(date(2027, 1, 10)),
            ..told("the term is yet to begin", json!([whole("months:12")]))
        },
        Told {
            delivered: None,
            ..told("no start is known", json!([whole("months:12")]))
        },
        told(
            "the use that may end it was not read",
            json!([used("months:36")]),
        ),
        Told {
            read: Some(61_000),
            ..told("used more than it allows", json!([used("months:36")]))
        },
        told("for a lifetime", json!([whole("lifetime")])),
        told("software alone, in term", json!([software("months:36")])),
        told("software alone, over", json!([software("months:12")])),
        told(
            "parts alone, in term",
            json!([part("compressor", "months:36")]),
        ),
        told(
            "parts alone, over",
            json!([part("compressor", "months:12")]),
        ),
        told("no term at all", json!([])),
        Told {
            family: Some("washing-machine"),
            ..told("the plan is silent, the law promises", json!([]))
        },
        Told {
            family: Some("washing-machine"),
            delivered: Some(date(2026, 6, 1)),
            ..told(
                "the plan promises less than the law",
                json!([whole("months:6")]),
            )
        },
    ]
}

fn plan(told: &Told) -> EffectivePlan {
    let terms = told.terms.as_array().expect("a row of terms");
    let clauses = terms.iter().enumerate().map(|(at, term)| {
        let mut promise = term.clone();
        promise["kind"] = "warranty_term".into();
        promise["starts_from"] = json!(["delivered"]);
        json!({ "id": format!("term-{at}"), "heading": "保修期", "text": "", "promise": promise })
    });
    let plan: Plan = serde_json::from_value(json!({
        "title": "售后服务方案", "trade": "设备", "calendar": "cn-office", "clauses": clauses.collect::<Vec<_>>(),
    }))
    .expect("the plan reads");
    let family = told.family.map(|family| family.parse().expect("a family"));
    let around = Around {
        defaults: &[],
        law: shipped(),
        customer: CustomerKind::Consumer,
        products: family.as_slice(),
        on: TODAY,
    };
    let applied = apply(&plan, &Terms::default(), around).expect("it applies");
    EffectivePlan::of(applied).expect("its zone is a zone")
}

fn state(told: &Told) -> WarrantyState {
    let unit = UnitFacts {
        dates: told
            .delivered
            .map(|day| (StartDate::Delivered, day))
            .into_iter()
            .collect(),
        card: Paper::Present,
        proof: Paper::Present,
        sold: Territory::Domestic,
        usage: told.read.map(|amount| Usage {
            amount,
            unit: UsageUnit::Kilometres,
        }),
        components: Vec::new(),
        repairs: Vec::new(),
        heating_season: None,
    };
    resolve(&plan(told), &calendars(), &unit).state(TODAY)
}

#[test]
fn one_state_for_each_warranty() {
    let mut table = format!(
        "# What is told of a warranty on {TODAY}; the words for it are in state-words.txt\n"
    );
    for told in cases() {
        let state = serde_json::to_string(&state(&told)).expect("a state is JSON");
        writeln!(table, "\n## {}\n{state}", told.name).expect("text");
    }
    same_as_golden("entitlement/states.txt", &table);
}
