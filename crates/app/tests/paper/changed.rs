//! A printed plan in which somebody changed one thing by hand comes back with that one thing changed, and nothing else.

use app::plans::paper::enclosed_with_lines;
use app::studio::read_back;
use domain::plan::problems::Against;
use domain::plan::wording::{Block, Edition, Paper, paper};
use domain::plan::{Clause, Plan};
use domain::studio::{Changed, Item, ItemState, Reading, Trouble, troubles};
use jiff::civil::Date;

use super::templates;

/// What is changed by hand.
#[derive(Debug, Clone, Copy)]
enum Edit {
    /// A figure of a limit.
    Limit,
    /// A percentage or a price.
    Fee,
    /// The length of a warranty.
    Term,
    /// An article is taken out.
    Deleted,
    /// A paragraph is put in.
    Added,
}

const ADDED: &str = "我方保证在收到投诉后3个工作日内答复客户。";

/// The paper after the edit, with the clause concerned; nothing where the plan has nothing of the sort.
fn edited(plan: &Plan, edit: Edit) -> Option<(Paper, Option<Clause>)> {
    let mut sheet = paper(plan, Edition::Version(2));
    let kind = match edit {
        Edit::Limit => "time_limit",
        Edit::Fee => "fee",
        Edit::Term => "warranty_term",
        Edit::Deleted => "coverage",
        Edit::Added => "",
    };
    if matches!(edit, Edit::Added) {
        let end = sheet
            .blocks
            .iter()
            .rposition(|block| matches!(block, Block::Article { .. }))?;
        sheet.blocks.insert(end, Block::Paragraph(ADDED.to_owned()));
        return Some((sheet, None));
    }
    for clause in plan.clauses.iter().filter(|it| it.promise.kind() == kind) {
        let is_it = |block: &Block| matches!(block, Block::Article { clause: Some(id), .. } if *id == clause.id);
        let start = sheet.blocks.iter().position(is_it)?;
        let ends = |block: &Block| {
            matches!(
                block,
                Block::Article { .. } | Block::Chapter(_) | Block::Signatures(_)
            )
        };
        let end = sheet.blocks[start + 1..].iter().position(ends)? + start + 1;
        if matches!(edit, Edit::Deleted) {
            sheet.blocks.drain(start..end);
            return Some((sheet, Some(clause.clone())));
        }
        if sheet.blocks[start + 1..end].iter_mut().any(refigure) {
            return Some((sheet, Some(clause.clone())));
        }
    }
    None
}

/// Another figure for the first one of a block that measures something.
fn refigure(block: &mut Block) -> bool {
    match block {
        Block::Paragraph(words) | Block::Item(words) => another(words),
        Block::Table(table) => table.rows.iter_mut().flatten().any(another),
        _ => false,
    }
}

fn another(words: &mut String) -> bool {
    let chars: Vec<char> = words.chars().collect();
    let Some(from) = chars.iter().position(char::is_ascii_digit) else {
        return false;
    };
    let digits: String = chars[from..]
        .iter()
        .take_while(|it| it.is_ascii_digit())
        .collect();
    let to = from + digits.len();
    let measures = chars
        .get(to)
        .is_some_and(|unit| "小个分日天年月%元次".contains(*unit));
    let Some(number) = digits.parse::<u64>().ok().filter(|_| measures) else {
        return false;
    };
    let rest: String = chars[to..].iter().collect();
    let ahead: String = chars[..from].iter().collect();
    *words = format!("{ahead}{}{rest}", number + 1);
    true
}

fn word(plan: &Plan, sheet: &Paper) -> Vec<u8> {
    let printed = paper(plan, Edition::Version(2));
    documents::word::write(sheet, Some(&enclosed_with_lines(plan, &printed)))
}

fn blocking(reading: &Reading) -> Vec<String> {
    let blocks = troubles(reading, Against::law(&[], Date::MIN)).into_iter();
    let about = |trouble: Trouble| format!("{} {}", trouble.kind, trouble.about);
    blocks.filter(Trouble::blocks).map(about).collect()
}

/// The values of two clauses that differ, apart from their words.
fn differing(one: &Clause, other: &Clause) -> usize {
    fn walk(one: &serde_json::Value, other: &serde_json::Value) -> usize {
        use serde_json::Value;
        match (one, other) {
            (Value::Object(one), Value::Object(other)) => one
                .iter()
                .map(|(name, value)| other.get(name).map_or(1, |it| walk(value, it)))
                .sum(),
            (Value::Array(one), Value::Array(other)) if one.len() == other.len() => one
                .iter()
                .zip(other)
                .map(|(one, other)| walk(one, other))
                .sum(),
            _ => usize::from(one != other),
        }
    }
    let value = |clause: &Clause| serde_json::to_value(&clause.promise).expect("a promise is JSON");
    walk(&value(one), &value(other))
}

/// What is wrong with how an edited print comes back.
fn faults(plan: &Plan, edit: Edit) -> Option<Vec<String>> {
    let (sheet, concerned) = edited(plan, edit)?;
    let reading = read_back(&word(plan, &sheet)).expect("most of it is as printed");
    let whole =
        read_back(&word(plan, &paper(plan, Edition::Version(2)))).expect("it is as printed");
    let mut wrong = Vec::new();
    let changed: Vec<&Item> = reading
        .items
        .iter()
        .filter(|it| it.change.is_some())
        .collect();
    if changed.len() != 1 {
        wrong.push(format!("{} changes: {changed:#?}", changed.len()));
    }
    for clause in &plan.clauses {
        let item = reading
            .items
            .iter()
            .find(|item| item.clause.as_ref().is_some_and(|it| it.id == clause.id));
        let Some(item) = item else {
            wrong.push(format!("{} is gone", clause.id));
            continue;
        };
        let own = item.clause.as_ref().expect("it was found by its clause");
        let is_it = concerned.as_ref().is_some_and(|it| it.id == clause.id);
        match (is_it, edit) {
            (false, _) if own != clause => wrong.push(format!("{} changed", clause.id)),
            (true, Edit::Deleted) if item.state != ItemState::Ignored => {
                wrong.push("still there".to_owned());
            }
            (true, Edit::Limit | Edit::Fee | Edit::Term)
                if differing(own, clause) != 1 || !item.is_whole() || item.confidence < 90 =>
            {
                wrong.push(format!(
                    "{}: {:#?} instead of {:#?}",
                    clause.id, item, clause.promise
                ));
            }
            _ => {}
        }
    }
    if let (Edit::Added, Some(item)) = (edit, changed.first()) {
        let how = item.change.as_ref().map(|it| it.how);
        if how != Some(Changed::Added)
            || item
                .clause
                .as_ref()
                .is_none_or(|it| it.promise.kind() != "time_limit")
        {
            wrong.push(format!("added: {item:#?}"));
        }
    }
    let known = blocking(&whole);
    let new: Vec<String> = blocking(&reading)
        .into_iter()
        .filter(|it| !known.contains(it))
        .collect();
    if !new.is_empty() {
        wrong.push(format!("new problems: {new:?}"));
    }
    Some(wrong)
}

#[test]
fn one_edit_of_a_printed_plan_is_one_change() {
    let mut tried = 0;
    let mut wrong = Vec::new();
    for (id, plan) in templates() {
        for edit in [
            Edit::Limit,
            Edit::Fee,
            Edit::Term,
            Edit::Deleted,
            Edit::Added,
        ] {
            if let Some(found) = faults(&plan, edit) {
                tried += 1;
                wrong.extend(
                    found
                        .into_iter()
                        .map(|fault| format!("{id} {edit:?}: {fault}")),
                );
            }
        }
    }
    assert!(
        wrong.is_empty(),
        "{} of {tried}:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
    assert!(tried >= 25, "only {tried} edits were possible");
}
