//! Cases, promises and entitlement: stories a service manager can read, laws as properties, and a slow oracle.

mod closing;
mod commands;
mod duties;
mod entitlement;
mod if_part;
mod laws;
mod milestones;
mod oracle;
mod owed;
mod remedies;
mod repairs;
mod seasons;
mod shares;
mod states;
mod stories;
mod story;
mod two_limits;

use std::path::PathBuf;
use std::sync::LazyLock;

use domain::calendar::{BUILTIN_NAMES, Calendar, HolidayTable, builtin};
use domain::customer::CustomerKind;
use domain::legal::shipped;
use domain::obligation::Calendars;
use domain::plan::apply::{Around, apply};
use domain::plan::templates::template;
use domain::plan::{EffectivePlan, Plan, Terms};

/// The built-in calendars, compiled once.
fn calendars() -> Calendars {
    static COMPILED: LazyLock<Calendars> = LazyLock::new(compiled);
    COMPILED.clone()
}

fn compiled() -> Calendars {
    let compile = |name: &&str| {
        let spec = builtin(name).expect("it is built in");
        let calendar = Calendar::compile(&spec, &[HolidayTable::china()]).expect("it compiles");
        (name.parse().expect("its name is a name"), calendar)
    };
    BUILTIN_NAMES.iter().map(compile).collect()
}

/// A built-in plan whose questions are answered as it suggests, or by `x` where it suggests nothing.
fn effective(id: &str, terms: &Terms) -> EffectivePlan {
    sold_to(CustomerKind::Organisation, id, terms)
}

/// The same, for a buyer of this kind.
fn sold_to(customer: CustomerKind, id: &str, terms: &Terms) -> EffectivePlan {
    let plan: Plan = toml::from_str(template(id).expect("it is built in").toml).expect("it reads");
    let mut terms = terms.clone();
    for asked in &plan.parameters {
        let is_open = asked.unanswered == domain::plan::document::Unanswered::NoPromise;
        if !is_open && !terms.answers.contains_key(&asked.id) {
            let answer = asked.suggested.clone().unwrap_or_else(|| "x".to_owned());
            terms.answers.insert(asked.id.clone(), answer);
        }
    }
    let around = Around {
        defaults: &[],
        law: shipped(),
        customer,
        products: &[],
        on: jiff::civil::date(2026, 1, 1),
    };
    let applied = apply(&plan, &terms, around).unwrap_or_else(|faults| panic!("{id}: {faults:?}"));
    EffectivePlan::of(applied).expect("its zone is a zone")
}

/// Compares with a golden file. With `BLESS_GOLDEN=1` the file is written first, to be read in the diff.
fn same_as_golden(name: &str, actual: &str) {
    let path = golden(name);
    if std::env::var_os("BLESS_GOLDEN").is_some() {
        std::fs::write(&path, actual).expect("the golden file is written");
    }
    let expected = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        expected == actual,
        "{name} differs; what the code finds:\n{actual}"
    );
}

fn golden(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("../../golden")
        .join(name)
}
