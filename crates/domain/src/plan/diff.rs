//! What changed between two versions of a plan, clause by clause and field by field.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::node::{Node, node};
use super::{Clause, Plan};
use crate::slug::ClauseId;

/// The difference of two versions.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Diff {
    /// Clauses only the later version has, in its order.
    pub added: Vec<LoneClause>,
    /// Clauses only the earlier version has, in its order.
    pub removed: Vec<LoneClause>,
    /// Clauses both have, with different content, in the later version's order.
    pub changed: Vec<ChangedClause>,
    /// What changed outside the clauses: title, levels, parameters, settlements.
    pub frame: Vec<Change>,
    /// The clauses both have stand in another order.
    pub reordered: bool,
}

/// A clause only one version has.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct LoneClause {
    /// Which.
    pub clause: ClauseId,
    /// Its heading.
    pub heading: String,
    /// Its sentence.
    pub text: String,
}

/// A clause with different content.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct ChangedClause {
    /// Which.
    pub clause: ClauseId,
    /// Its heading in the later version.
    pub heading: String,
    /// Field by field.
    pub fields: Vec<Change>,
}

/// One field that changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Change {
    /// The field: `/promise/rows/0/bound/limit`. An entry with an id of its own is named by it: `/severities/level-1/label`.
    pub path: String,
    /// The earlier value, words as they are and anything larger as JSON; `None` when it was not there.
    pub before: Option<String>,
    /// The later value; `None` when it is gone.
    pub after: Option<String>,
}

/// What changed from `before` to `after`.
pub fn diff(before: &Plan, after: &Plan) -> Diff {
    let earlier: BTreeMap<&ClauseId, &Clause> = by_id(before);
    let later: BTreeMap<&ClauseId, &Clause> = by_id(after);
    let only = |plan: &Plan, other: &BTreeMap<&ClauseId, &Clause>| -> Vec<LoneClause> {
        let lone = |clause: &&Clause| !other.contains_key(&clause.id);
        plan.clauses
            .iter()
            .filter(lone)
            .map(LoneClause::of)
            .collect()
    };
    let common = |plan: &Plan| -> Vec<ClauseId> {
        let mut ids: Vec<ClauseId> = plan
            .clauses
            .iter()
            .map(|clause| clause.id.clone())
            .collect();
        ids.retain(|id| earlier.contains_key(id) && later.contains_key(id));
        ids
    };
    Diff {
        added: only(after, &earlier),
        removed: only(before, &later),
        changed: after
            .clauses
            .iter()
            .filter_map(|clause| changed(earlier.get(&clause.id)?, clause))
            .collect(),
        frame: fields(&frame(before), &frame(after)),
        reordered: common(before) != common(after),
    }
}

impl LoneClause {
    fn of(clause: &Clause) -> Self {
        Self {
            clause: clause.id.clone(),
            heading: clause.heading.clone(),
            text: clause.text.clone(),
        }
    }
}

impl Diff {
    /// Whether nothing changed.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

fn by_id(plan: &Plan) -> BTreeMap<&ClauseId, &Clause> {
    plan.clauses
        .iter()
        .map(|clause| (&clause.id, clause))
        .collect()
}

fn changed(before: &Clause, after: &Clause) -> Option<ChangedClause> {
    let fields = fields(before, after);
    (!fields.is_empty()).then(|| ChangedClause {
        clause: after.id.clone(),
        heading: after.heading.clone(),
        fields,
    })
}

fn frame(plan: &Plan) -> Plan {
    Plan {
        clauses: Vec::new(),
        ..plan.clone()
    }
}

fn fields<T: Serialize>(before: &T, after: &T) -> Vec<Change> {
    let tree =
        |value| node(value).expect("a plan holds only words and whole numbers within 63 bits");
    let mut found = Vec::new();
    compare("", Some(&tree(before)), Some(&tree(after)), &mut found);
    found
}

fn compare(path: &str, before: Option<&Node>, after: Option<&Node>, found: &mut Vec<Change>) {
    match (before, after) {
        (before, after) if before == after => {}
        (Some(Node::Map(before)), Some(Node::Map(after))) => {
            let names: BTreeSet<&String> = before.keys().chain(after.keys()).collect();
            for name in names {
                compare(
                    &format!("{path}/{name}"),
                    before.get(name),
                    after.get(name),
                    found,
                );
            }
        }
        (Some(Node::List(before)), Some(Node::List(after))) => lists(path, before, after, found),
        (before, after) => {
            let shown = |node: Option<&Node>| node.filter(|node| **node != Node::Null).map(shown);
            found.push(Change {
                path: path.to_owned(),
                before: shown(before),
                after: shown(after),
            });
        }
    }
}

fn lists(path: &str, before: &[Node], after: &[Node], found: &mut Vec<Change>) {
    if let (Some(earlier), Some(later)) = (ids(before), ids(after)) {
        let names: BTreeSet<&str> = earlier.iter().chain(&later).copied().collect();
        for name in names {
            let at = |ids: &[&str], list: &[Node]| {
                ids.iter()
                    .position(|id| *id == name)
                    .map(|index| list[index].clone())
            };
            let (one, other) = (at(&earlier, before), at(&later, after));
            compare(
                &format!("{path}/{name}"),
                one.as_ref(),
                other.as_ref(),
                found,
            );
        }
        if earlier.len() == later.len()
            && earlier.iter().all(|id| later.contains(id))
            && earlier != later
        {
            let order = |ids: &[&str]| Some(ids.join(", "));
            found.push(Change {
                path: path.to_owned(),
                before: order(&earlier),
                after: order(&later),
            });
        }
        return;
    }
    for index in 0..before.len().max(after.len()) {
        compare(
            &format!("{path}/{index}"),
            before.get(index),
            after.get(index),
            found,
        );
    }
}

/// The ids of a list whose every entry has one of its own.
fn ids(list: &[Node]) -> Option<Vec<&str>> {
    let ids: Vec<&str> = list.iter().map(Node::id).collect::<Option<_>>()?;
    let distinct: BTreeSet<&str> = ids.iter().copied().collect();
    (distinct.len() == ids.len()).then_some(ids)
}

fn shown(node: &Node) -> String {
    match node {
        Node::Text(text) => text.clone(),
        other => other.to_string(),
    }
}
