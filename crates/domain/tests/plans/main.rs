//! The built-in plans and what is found in them, beside tables a service manager can read.

mod apply;
mod asked;
mod closed;
mod deviation;
mod impossible;
mod law;
mod matching;
mod outside;
mod products;
mod questions;
mod refund;
mod said;
mod short;
mod templates;
mod validate;
mod values;

use std::path::PathBuf;

use domain::plan::Plan;
use domain::plan::templates::{TEMPLATES, template};

/// The day the law is looked up for in these tests.
const DAY: jiff::civil::Date = jiff::civil::date(2026, 11, 22);

fn plan(id: &str) -> Plan {
    let template = template(id).unwrap_or_else(|| panic!("there is no template {id}"));
    toml::from_str(template.toml).unwrap_or_else(|error| panic!("{id}: {error}"))
}

fn plans() -> Vec<(&'static str, Plan)> {
    TEMPLATES
        .iter()
        .map(|template| (template.id, plan(template.id)))
        .collect()
}

fn golden(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("../../golden/plans")
        .join(name)
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
