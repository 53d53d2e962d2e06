//! Lines of a printed plan that somebody changed or added, read by themselves.

use std::collections::BTreeMap;

use domain::plan::{Clause, Plan};
use domain::slug::ParameterId;
use domain::studio::{Item, Noted};
use serde_json::Value;

use super::super::read;

/// A promise the reader never takes for prose: a text of one sentence may be taken for no plan at all.
const ANCHOR: &str = "响应\n我方保证在接到报修后2小时内响应。\n";
/// More than stands between two lines that are put together.
const APART: usize = 100;

/// A text put together from lines of a document, which knows where each stood.
#[derive(Default)]
pub(super) struct Excerpt {
    text: String,
    length: usize,
    /// First character here, first character in the document, and how many.
    lines: Vec<(usize, usize, usize)>,
}

impl Excerpt {
    pub(super) fn push(&mut self, line: &str, from: usize) {
        let length = line.chars().count();
        self.lines.push((self.length, from, length));
        self.text.push_str(line);
        self.text.push('\n');
        self.length += length + 1;
    }

    /// What is read in the lines, at its places in the document.
    pub(super) fn read(&self, hash: &str) -> Read {
        let text = format!("{}{}{ANCHOR}", self.text, "\n".repeat(APART));
        let mut whole = Read::default();
        for plan in &reader::read(&text).plans {
            let mut found = read::reading(&text, plan, hash);
            found.items.retain_mut(|item| self.place(item));
            found.noted.retain_mut(|noted| self.place_noted(noted));
            whole.items.extend(found.items);
            whole.noted.extend(found.noted);
            whole.frames.push(found.frame);
        }
        whole
    }

    /// Moves an item to where its words stand in the document; one of the anchor is none.
    fn place(&self, item: &mut Item) -> bool {
        let pieces = item.pieces.iter_mut().map(|piece| &mut piece.place);
        let inside = item
            .places
            .iter_mut()
            .chain(pieces)
            .all(|place| self.put(&mut place.from, &mut place.to));
        if let Some(source) = item.clause.as_mut().and_then(|it| it.source.as_mut()) {
            self.put(&mut source.from, &mut source.to);
        }
        inside
    }

    fn place_noted(&self, noted: &mut Noted) -> bool {
        !noted.places.is_empty()
            && noted
                .places
                .iter_mut()
                .all(|place| self.put(&mut place.from, &mut place.to))
    }

    fn put(&self, from: &mut u32, to: &mut u32) -> bool {
        let last = to.saturating_sub(1);
        let (Some(start), Some(end)) = (self.at(*from), self.at(last)) else {
            return false;
        };
        *from = read::offset(start);
        *to = read::offset(end + 1);
        true
    }

    fn at(&self, here: u32) -> Option<usize> {
        let here = usize::try_from(here).ok()?;
        let at = self.lines.partition_point(|(start, _, _)| *start <= here);
        let (start, from, length) = *self.lines.get(at.checked_sub(1)?)?;
        (here - start <= length).then_some(from + here - start)
    }
}

/// What was read in an excerpt.
#[derive(Default)]
pub(super) struct Read {
    pub items: Vec<Item>,
    pub noted: Vec<Noted>,
    /// What the excerpt defines by name, of each plan in it.
    frames: Vec<Plan>,
}

impl Read {
    /// Whether both say the same, whatever their words.
    pub(super) fn says_the_same(&self, other: &Self) -> bool {
        let meant = |read: &Self| -> Vec<Option<Value>> {
            let items = read.items.iter();
            items
                .map(|item| {
                    let mut value = serde_json::to_value(item.clause.as_ref()?).ok()?;
                    let fields = value.as_object_mut()?;
                    fields.retain(|name, _| !is_of_words(name));
                    Some(value)
                })
                .collect()
        };
        let one = meant(self);
        !one.is_empty() && !one.contains(&None) && one == meant(other)
    }

    /// Lets the clauses name what the plan names: its levels and regions by their labels. What it lacks is added to it.
    pub(super) fn join(&mut self, plan: &mut Plan) {
        for frame in std::mem::take(&mut self.frames) {
            let names = names(&frame, plan);
            for item in &mut self.items {
                let pieces = item.pieces.iter_mut().map(|piece| &mut piece.clause);
                for clause in item.clause.iter_mut().chain(pieces) {
                    rename(clause, &names);
                }
            }
        }
    }
}

/// What differs between two sentences of one promise.
fn is_of_words(name: &str) -> bool {
    matches!(name, "id" | "heading" | "text" | "source")
}

/// The clause with what the changed words say instead of the printed ones; nothing where more than values differ.
pub(super) fn revalued(clause: &Clause, was: &Read, now: &Read) -> Option<Clause> {
    let ([was], [now]) = (&was.items[..], &now.items[..]) else {
        return None;
    };
    let as_value = |clause: &Option<Clause>| serde_json::to_value(clause.as_ref()?).ok();
    let (was, now) = (as_value(&was.clause)?, as_value(&now.clause)?);
    let mut changes = Vec::new();
    for part in ["promise", "when", "binds", "strength"] {
        differ(&was[part], &now[part], &format!("/{part}"), &mut changes)?;
    }
    if changes.is_empty() {
        return None;
    }
    let mut value = serde_json::to_value(clause).ok()?;
    for (pointer, old, new) in changes {
        let place = value.pointer_mut(&pointer)?;
        (*place == old).then(|| *place = new)?;
    }
    serde_json::from_value(value).ok()
}

/// The values that differ; nothing where the two are not built alike.
fn differ(
    was: &Value,
    now: &Value,
    pointer: &str,
    found: &mut Vec<(String, Value, Value)>,
) -> Option<()> {
    match (was, now) {
        (Value::Object(one), Value::Object(other)) => {
            let alike = one.len() == other.len() && one.keys().all(|name| other.contains_key(name));
            alike.then_some(())?;
            for (name, value) in one {
                differ(value, &other[name], &format!("{pointer}/{name}"), found)?;
            }
        }
        (Value::Array(one), Value::Array(other)) => {
            (one.len() == other.len()).then_some(())?;
            for (at, (value, other)) in one.iter().zip(other).enumerate() {
                differ(value, other, &format!("{pointer}/{at}"), found)?;
            }
        }
        _ if was == now => {}
        _ => found.push((pointer.to_owned(), was.clone(), now.clone())),
    }
    Some(())
}

/// The names of an excerpt with those of the plan for them.
fn names(frame: &Plan, plan: &mut Plan) -> BTreeMap<String, String> {
    let mut names = BTreeMap::new();
    macro_rules! same {
        ($($list:ident)*) => {$(
            for one in &frame.$list {
                let known = plan.$list.iter().find(|other| other.label == one.label);
                let id = match known {
                    Some(known) => known.id.clone(),
                    None => {
                        let mut added = one.clone();
                        for number in 2..=plan.$list.len() + 2 {
                            if plan.$list.iter().all(|other| other.id != added.id) {
                                break;
                            }
                            if let Ok(id) = format!("{}-{number}", one.id).parse() {
                                added.id = id;
                            }
                        }
                        let id = added.id.clone();
                        plan.$list.push(added);
                        id
                    }
                };
                names.insert(format!("{}:{}", stringify!($list), one.id), id.to_string());
            }
        )*};
    }
    same!(severities service_levels regions question_types);
    for one in &frame.parameters {
        let mut added = one.clone();
        for number in 2..=plan.parameters.len() + 2 {
            if plan.parameters.iter().all(|other| other.id != added.id) {
                break;
            }
            if let Ok(id) = format!("{}-{number}", one.id).parse::<ParameterId>() {
                added.id = id;
            }
        }
        names.insert(format!("ask:{}", one.id), format!("ask:{}", added.id));
        plan.parameters.push(added);
    }
    names
}

fn rename(clause: &mut Clause, names: &BTreeMap<String, String>) {
    let Ok(mut value) = serde_json::to_value(&*clause) else {
        return;
    };
    renamed(&mut value, "", names);
    if let Ok(renamed) = serde_json::from_value(value) {
        *clause = renamed;
    }
}

fn renamed(value: &mut Value, field: &str, names: &BTreeMap<String, String>) {
    match value {
        Value::Object(fields) => {
            for (name, value) in fields {
                renamed(value, name, names);
            }
        }
        Value::Array(entries) => {
            for entry in entries {
                renamed(entry, field, names);
            }
        }
        Value::String(words) => {
            let list = match field {
                "severity" => "severities:",
                "service_level" => "service_levels:",
                "region" => "regions:",
                "question" => "question_types:",
                _ => "",
            };
            if let Some(name) = names.get(&format!("{list}{words}")) {
                words.clone_from(name);
            }
        }
        _ => {}
    }
}
