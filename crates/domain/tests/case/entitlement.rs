//! Who pays: `golden/entitlement` plan by plan, and law 4 over every plan.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::sync::LazyLock;

use domain::customer::CustomerKind;
use domain::entitlement::{
    Advice, Because, ComponentFacts, Days, Question, Share, StartReason, Told, UnitFacts,
    UnitStanding, advise, resolve,
};
use domain::legal::shipped;
use domain::plan::apply::{Around, apply};
use domain::plan::clauses::coverage::{Cause, Standing, Subject};
use domain::plan::clauses::warranty::{StartDate, Territory, Usage, UsageUnit};
use domain::plan::templates::TEMPLATES;
use domain::plan::{EffectivePlan, Plan, Promise, Terms};
use domain::unit::Paper;
use jiff::civil::{Date, date};
use proptest::prelude::*;
use serde_json::json;

use super::{calendars, effective, same_as_golden, sold_to};

/// A unit of which every day is known, each a month after the one before.
fn unit() -> UnitFacts {
    let dates = StartDate::ALL.iter().zip(1..);
    UnitFacts {
        dates: dates
            .map(|(word, month)| (*word, date(2025, month, 15)))
            .collect(),
        card: Paper::Present,
        proof: Paper::Present,
        sold: Territory::Domestic,
        usage: None,
        components: Vec::new(),
        repairs: Vec::new(),
        heating_season: None,
    }
}

/// The answers that plans leave out of their own settlement.
fn terms() -> Terms {
    Terms::default()
}

fn question(on: Date, cause: Cause, in_contract: bool) -> Question {
    Question {
        on,
        cause,
        subject: Subject::Repair,
        component: None,
        usage: None,
        in_contract,
        said: None,
    }
}

fn asked(plan: &EffectivePlan, unit: &UnitFacts, question: &Question) -> Advice {
    advise(plan, &resolve(plan, &calendars(), unit), question)
}

fn share(share: &Share) -> String {
    let charge = share
        .charge
        .map_or("nothing promised".to_owned(), |charge| charge.to_string());
    let clauses: Vec<_> = share.clauses.iter().map(ToString::to_string).collect();
    if clauses.is_empty() {
        charge
    } else {
        format!("{charge} [{}]", clauses.join(", "))
    }
}

/// The terms of a unit and, for each cause, who pays in and out of warranty.
fn table(id: &str) -> String {
    let plan = effective(id, &terms());
    let unit = unit();
    let mut table = format!("# {id}: a unit of which every day is known\n");
    let resolution = resolve(&plan, &calendars(), &unit);
    for term in &resolution.terms {
        let start = term.start.as_ref().map_or("-".to_owned(), |start| {
            format!("{} ({})", start.on, start.date)
        });
        let ends = term.ends_on.map_or("-".to_owned(), |ends| ends.to_string());
        let length = term.term.map_or("-".to_owned(), |term| term.to_string());
        writeln!(
            table,
            "term {}: {length} from {start} to {ends}",
            term.clause
        )
        .expect("text");
    }
    let ends = resolution.unit_ends_on().unwrap_or(date(2027, 1, 1));
    for (name, on, in_contract) in [
        ("in warranty", date(2025, 12, 1).min(ends), false),
        ("in contract", date(2035, 1, 1), true),
        ("out of warranty", date(2035, 1, 1), false),
    ] {
        writeln!(table, "\n## {name}").expect("text");
        for cause in Cause::ALL {
            let advice = advise(&plan, &resolution, &question(on, *cause, in_contract));
            writeln!(
                table,
                "{cause}: {} · labour {} · parts {}",
                if advice.covered {
                    "covered"
                } else {
                    "not covered"
                },
                share(&advice.payer.labour),
                share(&advice.payer.parts),
            )
            .expect("text");
        }
    }
    table
}

#[test]
fn who_pays_in_each_built_in_plan() {
    for template in TEMPLATES {
        same_as_golden(
            &format!("entitlement/{}.txt", template.id),
            &table(template.id),
        );
    }
}

#[test]
fn the_start_falls_back_in_the_order_of_the_plan_and_without_papers_to_the_factory_date() {
    let plan = effective("10-projection-systems", &terms());
    let start = |unit: &UnitFacts| {
        let resolution = resolve(&plan, &calendars(), unit);
        let term = resolution
            .terms
            .iter()
            .find(|term| term.clause.as_str() == "term-acceptance");
        let start = term.and_then(|term| term.start.clone());
        start.map(|start| (start.date, start.on))
    };
    let mut unit = unit();
    assert_eq!(
        start(&unit).map(|(word, _)| word),
        Some(StartDate::Contract)
    );
    unit.dates.remove(&StartDate::Contract);
    assert_eq!(
        start(&unit).map(|(word, _)| word),
        Some(StartDate::Accepted)
    );
    (unit.card, unit.proof) = (Paper::Missing, Paper::Missing);
    assert_eq!(
        start(&unit).map(|(word, _)| word),
        Some(StartDate::Manufactured)
    );
    unit.dates = BTreeMap::new();
    assert_eq!(start(&unit), None);
}

#[test]
fn a_fallback_that_is_not_known_says_so_where_another_day_stands_in() {
    let plan = effective("10-projection-systems", &terms());
    let mut unit = unit();
    (unit.card, unit.proof) = (Paper::Missing, Paper::Missing);
    unit.dates.remove(&StartDate::Manufactured);
    unit.dates.remove(&StartDate::Contract);
    let resolution = resolve(&plan, &calendars(), &unit);
    let term = resolution
        .terms
        .iter()
        .find(|term| term.clause.as_str() == "term-acceptance");
    let start = term.and_then(|term| term.start.clone()).expect("a start");
    assert_eq!(start.date, StartDate::Accepted);
    assert_eq!(
        start.because,
        StartReason::FallbackUnknown {
            fallback: StartDate::Manufactured,
            unknown: vec![StartDate::Contract],
        }
    );
    unit.dates = BTreeMap::new();
    let missing = resolve(&plan, &calendars(), &unit).missing_starts();
    assert_eq!(missing.first(), Some(&StartDate::Manufactured));
}

#[test]
fn without_a_start_nothing_is_told_and_nobody_is_said_to_pay() {
    let plan = effective("05-washing-machines", &terms());
    let on = date(2025, 12, 1);
    let resolved = |unit: &UnitFacts| resolve(&plan, &calendars(), unit);
    assert_eq!(resolved(&unit()).standing(on), UnitStanding::InWarranty);
    let undated = UnitFacts {
        dates: BTreeMap::new(),
        ..unit()
    };
    assert_eq!(resolved(&undated).standing(on), UnitStanding::Unknown);
    let advice = asked(&plan, &undated, &question(on, Cause::Material, false));
    assert_eq!((advice.covered, advice.standing), (false, Told::Unknown));
    assert_eq!(advice.missing, resolved(&undated).missing_starts());
    assert_eq!(advice.payer.labour.charge, None);
    // A contract that runs is known to run.
    let advice = asked(&plan, &undated, &question(on, Cause::Material, true));
    assert_eq!(advice.standing, Told::InContract);
}

#[test]
fn days_under_repair_extend_a_term_that_says_so_once_each_day() {
    let plan = effective("05-washing-machines", &terms());
    let ends = |repairs: Vec<Days>| {
        let unit = UnitFacts { repairs, ..unit() };
        let days = |term: &domain::entitlement::ResolvedTerm| term.repair_days;
        resolve(&plan, &calendars(), &unit).terms.first().map(days)
    };
    let days = |from: Date, to: Date| Days { from, to };
    assert_eq!(ends(vec![]), Some(0));
    let week = days(date(2025, 9, 1), date(2025, 9, 7));
    assert_eq!(ends(vec![week]), Some(7));
    assert_eq!(
        ends(vec![week, days(date(2025, 9, 5), date(2025, 9, 10))]),
        Some(10)
    );
    assert_eq!(
        ends(vec![days(date(2030, 1, 1), date(2030, 1, 9))]),
        Some(0)
    );
}

#[test]
fn a_unit_sold_abroad_has_no_domestic_warranty() {
    let plan = effective("05-washing-machines", &terms());
    let unit = UnitFacts {
        sold: Territory::Anywhere,
        ..unit()
    };
    let advice = asked(
        &plan,
        &unit,
        &question(date(2025, 12, 1), Cause::Material, false),
    );
    assert_eq!(
        (advice.covered, advice.standing),
        (false, Told::OutOfWarranty)
    );
}

/// The plan of the washing machine promises a year for the whole machine and is silent on its main parts.
#[test]
fn the_law_covers_a_consumers_main_parts_where_the_plan_is_silent() {
    let unit = UnitFacts {
        components: vec![ComponentFacts {
            class: "main-parts".parse().expect("a name"),
            replaced_on: None,
        }],
        ..unit()
    };
    let asked_of = |customer: CustomerKind, component: Option<&str>| {
        let plan = sold_to(customer, "05-washing-machines", &terms());
        // Twenty months after the installation.
        let question = Question {
            component: component.map(|class| class.parse().expect("a name")),
            ..question(date(2027, 1, 15), Cause::Manufacture, false)
        };
        let advice = asked(&plan, &unit, &question);
        (advice.covered, share(&advice.payer.parts))
    };
    let free = (true, "free [covered]".to_owned());
    let charged = (false, "by_quote [after-term]".to_owned());
    assert_eq!(asked_of(CustomerKind::Consumer, Some("main-parts")), free);
    assert_eq!(asked_of(CustomerKind::Consumer, None), charged);
    assert_eq!(
        asked_of(CustomerKind::Organisation, Some("main-parts")),
        charged
    );
}

/// The law's term for a car ends after three years or 60 000 km: nobody can say that it runs while the kilometres are not known.
#[test]
fn a_term_that_use_may_end_cannot_be_told_before_somebody_reads_the_use() {
    let plan = json!({ "title": "Cars", "trade": "cars", "calendar": "always", "legal_product": "household-car", "clauses": [] });
    let plan: Plan = serde_json::from_value(plan).expect("a plan");
    let around = Around {
        defaults: &[],
        law: shipped(),
        customer: CustomerKind::Consumer,
        products: &[],
        on: date(2026, 1, 1),
    };
    let applied = apply(&plan, &Terms::default(), around).expect("it applies");
    let plan = EffectivePlan::of(applied).expect("its zone is a zone");
    let told = |kilometres: Option<u32>, on: Date| {
        let usage = kilometres.map(|amount| Usage {
            amount,
            unit: UsageUnit::Kilometres,
        });
        let car = UnitFacts {
            dates: BTreeMap::from([(StartDate::Delivered, date(2026, 1, 1))]),
            usage,
            ..unit()
        };
        let question = Question {
            usage,
            ..question(on, Cause::Manufacture, false)
        };
        let advice = asked(&plan, &car, &question);
        let standing = resolve(&plan, &calendars(), &car).standing(on);
        (
            advice.covered,
            advice.standing,
            advice.missing_reading,
            standing,
        )
    };
    let day = date(2027, 1, 1);
    let km = Some(UsageUnit::Kilometres);
    assert_eq!(
        told(None, day),
        (false, Told::Unknown, km, UnitStanding::Unknown)
    );
    assert_eq!(
        told(Some(59_000), day),
        (true, Told::InWarranty, None, UnitStanding::InWarranty)
    );
    assert_eq!(
        told(Some(61_000), day),
        (
            false,
            Told::OutOfWarranty,
            None,
            UnitStanding::OutOfWarranty
        )
    );
    // Once the years are over, no reading would help.
    let late = date(2029, 6, 1);
    assert_eq!(
        told(None, late),
        (
            false,
            Told::OutOfWarranty,
            None,
            UnitStanding::OutOfWarranty
        )
    );
}

/// What a person puts right stands in place of what the dates say, and the advice says so.
#[test]
fn a_state_that_a_person_put_right_is_what_the_advice_rests_on() {
    let plan = sold_to(CustomerKind::Consumer, "05-washing-machines", &terms());
    let in_time = question(date(2025, 12, 1), Cause::Manufacture, false);
    assert!(asked(&plan, &unit(), &in_time).covered);
    let put_right = Question {
        said: Some(Standing::OutOfWarranty),
        ..in_time
    };
    let advice = asked(&plan, &unit(), &put_right);
    assert_eq!(
        (advice.covered, advice.standing),
        (false, Told::OutOfWarranty)
    );
    let standing = Standing::OutOfWarranty;
    assert_eq!(advice.because[0], Because::Said { standing });
}

static PLANS: LazyLock<Vec<EffectivePlan>> = LazyLock::new(|| {
    let plans = TEMPLATES
        .iter()
        .map(|template| effective(template.id, &terms()));
    plans.collect()
});

proptest! {
    /// Law 4: every decision names its clauses, and striking a clause out never widens coverage.
    #[test]
    fn removing_a_clause_never_widens_coverage(
        template in 0..TEMPLATES.len(),
        removed in 0..60_usize,
        cause in 0..Cause::ALL.len(),
        day in 0..1_500_i64,
        in_contract: bool,
    ) {
        let full = &PLANS[template];
        let on = date(2025, 1, 1).saturating_add(jiff::Span::new().days(day));
        let question = question(on, Cause::ALL[cause], in_contract);
        let mut less = full.plan().clone();
        prop_assume!(removed < less.clauses.len());
        let struck = less.clauses.remove(removed);
        let less = EffectivePlan::draft(less).expect("its zone is a zone");
        let (before, after) = (asked(full, &unit(), &question), asked(&less, &unit(), &question));
        prop_assert!(before.covered || !after.covered, "striking out {} widens coverage", struck.id);
        if matches!(struck.promise, Promise::Coverage(_)) {
            for (before, after) in [
                (&before.payer.labour, &after.payer.labour),
                (&before.payer.parts, &after.payer.parts),
                (&before.payer.travel, &after.payer.travel),
                (&before.payer.shipping, &after.payer.shipping),
            ] {
                let worse = |charge: Option<_>| (charge.is_none(), charge);
                prop_assert!(worse(before.charge) <= worse(after.charge), "striking out {}", struck.id);
            }
        }
        for share in [&before.payer.labour, &before.payer.parts] {
            prop_assert_eq!(share.charge.is_some(), !share.clauses.is_empty());
        }
    }
}
