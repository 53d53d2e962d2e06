//! A fault nobody has named the part of: `golden/entitlement/if-part.txt`.

use std::fmt::Write;

use domain::entitlement::{Advice, Payer, Question, UnitFacts, advise, resolve};
use domain::plan::Plan;
use domain::plan::clauses::coverage::{Cause, Subject};
use domain::plan::clauses::warranty::{StartDate, Territory};
use domain::plan::{EffectivePlan, Promise};
use domain::slug::ComponentClass;
use domain::unit::Paper;
use jiff::civil::{Date, date};
use serde_json::json;

use super::{calendars, same_as_golden};

/// A year on the unit, three on its compressor; out of warranty labour is free and parts are paid.
fn plan() -> EffectivePlan {
    let term = |id: &str, covers: serde_json::Value, term: &str| {
        json!({ "id": id, "heading": id, "text": "", "promise": {
            "kind": "warranty_term", "covers": covers, "term": term, "starts_from": ["delivered"] } })
    };
    let charges = |labour: &str, parts: &str| json!({ "labour": labour, "parts": parts, "travel": labour, "shipping": parts });
    let pays = |id: &str, standing: &str, charges: serde_json::Value| {
        json!({ "id": id, "heading": id, "text": "", "promise": {
            "kind": "coverage", "standing": [standing], "charges": charges } })
    };
    let plan: Plan = serde_json::from_value(json!({
        "title": "售后服务方案", "trade": "设备", "calendar": "cn-office",
        "clauses": [
            term("unit", json!({ "what": "whole_unit" }), "months:12"),
            term("compressor", json!({ "what": "component", "class": "compressor" }), "months:36"),
            pays("free", "in_warranty", charges("free", "free")),
            pays("contract", "in_contract", charges("free", "at_cost")),
            pays("later", "out_of_warranty", charges("free", "price_list")),
            pays("worse", "in_warranty", charges("free", "at_cost")),
        ],
    }))
    .expect("the plan reads");
    assert!(matches!(plan.clauses[2].promise, Promise::Coverage(_)));
    EffectivePlan::draft(plan).expect("its zone is a zone")
}

fn asked(on: Date, cause: Cause, component: Option<&str>, in_contract: bool) -> Advice {
    let plan = plan();
    let unit = UnitFacts {
        dates: [(StartDate::Delivered, date(2025, 6, 1))].into(),
        card: Paper::Present,
        proof: Paper::Present,
        sold: Territory::Domestic,
        usage: None,
        components: Vec::new(),
        repairs: Vec::new(),
        heating_season: None,
    };
    let component: Option<ComponentClass> = component.map(|class| class.parse().expect("a class"));
    let question = Question {
        on,
        cause,
        subject: Subject::Repair,
        component,
        usage: None,
        in_contract,
        said: None,
    };
    advise(&plan, &resolve(&plan, &calendars(), &unit), &question)
}

fn pays(payer: &Payer) -> String {
    let shares = [&payer.labour, &payer.parts, &payer.travel, &payer.shipping];
    let words = ["labour", "parts", "travel", "shipping"]
        .iter()
        .zip(shares)
        .map(|(word, share)| {
            let clauses: Vec<_> = share.clauses.iter().map(ToString::to_string).collect();
            let charge = share
                .charge
                .map_or("nothing promised".to_owned(), |charge| charge.to_string());
            format!("{word} {charge} [{}]", clauses.join(", "))
        });
    words.collect::<Vec<_>>().join(" · ")
}

#[test]
fn where_nobody_named_the_part_it_depends_on_it() {
    let mut table =
        "# One year on the unit, three on its compressor, delivered on 2025-06-01\n".to_owned();
    let (during, after, late) = (date(2026, 1, 10), date(2026, 11, 30), date(2029, 1, 1));
    for (name, advice) in [
        (
            "in the unit's term",
            asked(during, Cause::Unknown, None, false),
        ),
        (
            "after it, cause unknown",
            asked(after, Cause::Unknown, None, false),
        ),
        (
            "after it, made badly",
            asked(after, Cause::Manufacture, None, false),
        ),
        (
            "after it, the compressor",
            asked(after, Cause::Manufacture, Some("compressor"), false),
        ),
        (
            "after it, the board",
            asked(after, Cause::Manufacture, Some("board"), false),
        ),
        ("after it, misuse", asked(after, Cause::Misuse, None, false)),
        (
            "after it, in contract",
            asked(after, Cause::Unknown, None, true),
        ),
        ("after both", asked(late, Cause::Unknown, None, false)),
    ] {
        let covered = if advice.covered {
            "covered"
        } else {
            "not covered"
        };
        writeln!(
            table,
            "\n## {name}\n{}, {covered}\n{}",
            advice.standing,
            pays(&advice.payer)
        )
        .expect("text");
        if let Some(told) = &advice.if_part {
            let parts = told.parts.iter().map(|part| {
                let class = part
                    .class
                    .as_ref()
                    .map_or("software", |class| class.as_str());
                let ends = part
                    .ends_on
                    .map_or("for life".to_owned(), |day| day.to_string());
                format!("{class} until {ends}")
            });
            let parts: Vec<String> = parts.collect();
            writeln!(
                table,
                "if it is one of {}: {}",
                parts.join(", "),
                pays(&told.payer)
            )
            .expect("text");
        }
    }
    same_as_golden("entitlement/if-part.txt", &table);
}
