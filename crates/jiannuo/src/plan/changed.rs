//! What somebody changed by hand in a printed plan, told on the command line.

use std::path::Path;

use domain::language::Language;
use domain::plan::Plan;
use domain::plan::validate::validate;
use domain::studio::{Changed, Item, ItemState, Reading};

/// The plan as the document states it now, with every change told on standard error. What was changed and not understood
/// needs a person.
pub(super) fn plan(file: &Path, reading: &Reading, language: Language) -> Result<Plan, String> {
    let mut unclear = Vec::new();
    for item in &reading.items {
        let Some(told) = told(item, language) else {
            continue;
        };
        eprintln!("{}: {told}", file.display());
        if item.state == ItemState::Open && !item.is_whole() {
            unclear.push(told);
        }
    }
    for noted in reading
        .noted
        .iter()
        .filter(|noted| noted.kind == "contradiction")
    {
        let says = language.choose(
            noted.says.as_str(),
            noted.says_en.as_deref().unwrap_or(&noted.says),
        );
        unclear.push(says.to_owned());
    }
    let plan = reading.plan();
    if unclear.is_empty() && validate(&plan).is_empty() {
        return Ok(plan);
    }
    let what_to_do = language.choose(
        "改过的文字没有全部读懂，请在方案页“从文件读入”这份文档，逐条确认",
        "not all of the changed words were understood: read the document in the studio and settle them one by one",
    );
    let mut told = vec![format!("{}: {what_to_do}", file.display())];
    told.extend(unclear);
    Err(told.join("\n  "))
}

/// One change in a line.
pub(super) fn told(item: &Item, language: Language) -> Option<String> {
    let change = item.change.as_ref()?;
    let (was, now) = (super::one_line(&change.was), super::one_line(&change.now));
    Some(match change.how {
        Changed::Changed => {
            let word = language.choose("改", "changed");
            format!("{word}: {was} → {now}")
        }
        Changed::Added => format!("{}: {now}", language.choose("加", "added")),
        Changed::Removed => format!("{}: {was}", language.choose("删", "removed")),
    })
}
