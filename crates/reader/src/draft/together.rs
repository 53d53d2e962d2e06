//! Time limits, and the putting together of what stands together: rows of one table, lines of one checklist.

use std::collections::BTreeMap;

use domain::milestone::Milestone;
use domain::plan::clauses::fee::Fee;
use domain::plan::clauses::remedy::Trigger;
use domain::plan::clauses::time_limit::{Bound, Otherwise, Row, TimeLimit};
use domain::plan::document::AnswerKind;
use domain::plan::merge::merge;
use domain::plan::{Asked, Clause, Promise};
use domain::slug::ClauseId;
use domain::time::DayEnd;

use super::convert::{Drafted, Pen, milestone, missing, unsaid};
use super::{Found, Piece, condition, heading, limit as length};
use crate::reading::{Clause as Read, Terms};

/// Most characters between two pieces of one clause: a heading, a bullet, the label of a row.
const NEAR: usize = 60;

/// Drafts a time limit as a table of one row, or of a default only.
pub(super) fn limit(pen: &mut Pen, read: &Read) {
    let Terms::TimeLimit {
        from,
        to,
        limit,
        target,
        unit,
        backwards,
        condition,
    } = &read.terms
    else {
        return;
    };
    let (from, to) = (begins(read, milestone(*from)), milestone(*to));
    let id = pen.id(&to.as_str().replace('_', "-"));
    let mut open = Vec::new();
    let stated = match length::limit(*limit, *unit) {
        Some(limit) => Asked::Known(limit),
        None => pen.ask(&id, "limit", "时限是多少？", AnswerKind::Limit, read),
    };
    let bound = if *backwards {
        Bound::Before { limit: stated }
    } else {
        Bound::Within {
            limit: stated,
            target: target
                .and_then(|target| length::limit(target, *unit))
                .map(Asked::Known),
        }
    };
    let read_condition = condition::condition(&mut pen.plan, condition);
    if read_condition.unsaid {
        open.push(unsaid("/promise/rows"));
    }
    if from == to {
        open.push(missing("/promise/from"));
    }
    let blank = read_condition.when.is_blank();
    let promise = Promise::TimeLimit(TimeLimit {
        from,
        to,
        rows: if blank {
            Vec::new()
        } else {
            vec![Row {
                when: read_condition.when,
                bound: bound.clone(),
            }]
        },
        otherwise: if blank {
            Otherwise::Bound(bound)
        } else {
            Otherwise::NoPromise
        },
        calendar: None,
        day_end: DayEnd::default(),
        pausable_by: Vec::new(),
        warn_at_percent: Vec::new(),
    });
    pen.add(id, read, promise, open);
}

/// What a limit runs from: where no beginning is stated a stand-in is sent once it is needed, not whenever something is reported.
fn begins(read: &Read, stated: Milestone) -> Milestone {
    let Terms::TimeLimit { to, .. } = &read.terms else {
        return stated;
    };
    let to = milestone(*to);
    let words = read.quote.as_str();
    match (stated, to) {
        (Milestone::Reported, Milestone::SpareOnSite)
            if heading::of_stand_in(words)
                && !["报", "故障", "通知", "接到", "收到", "要求"]
                    .iter()
                    .any(|word| words.contains(word)) =>
        {
            Milestone::PartNeeded
        }
        _ => stated,
    }
}

/// Puts together what stands together, in the order of the text.
pub(super) fn put(drafted: Vec<Drafted>) -> (Vec<Clause>, Vec<Found>) {
    let mut kept: Vec<Drafted> = Vec::new();
    let mut joined_to: BTreeMap<ClauseId, ClauseId> = BTreeMap::new();
    for one in drafted {
        let home = kept.iter().rposition(|earlier| belongs(earlier, &one));
        match home.and_then(|at| Some((at, joined(&kept[at], &one)?))) {
            Some((at, both)) => {
                joined_to.insert(one.clause.id.clone(), both.clause.id.clone());
                kept[at] = both;
            }
            None => kept.push(one),
        }
    }
    for one in &mut kept {
        follow(&mut one.clause.promise, &joined_to);
    }
    kept.into_iter().map(|one| (one.clause, one.found)).unzip()
}

/// A remedy for a broken limit names the clause its limit became a row of.
fn follow(promise: &mut Promise, joined_to: &BTreeMap<ClauseId, ClauseId>) {
    if let Promise::Remedy(remedy) = promise
        && let Trigger::LimitBroken { clause } = &mut remedy.trigger
        && let Some(whole) = joined_to.get(clause)
    {
        clause.clone_from(whole);
    }
}

/// Whether the second may be a further piece of the first: near by, and of a kind that is made of pieces.
fn belongs(first: &Drafted, second: &Drafted) -> bool {
    let near = first
        .found
        .places
        .iter()
        .any(|place| second.found.places[0].span.0 <= place.span.1.saturating_add(NEAR));
    near && match (&first.clause.promise, &second.clause.promise) {
        (Promise::TimeLimit(one), Promise::TimeLimit(other)) => table(one, other),
        (Promise::Fee(one), Promise::Fee(_)) => {
            matches!(one, Fee::PercentOfContract { .. } | Fee::PersonDay { .. })
        }
        (Promise::Conduct(_), Promise::Conduct(_))
        | (Promise::Procedure(_), Promise::Procedure(_))
        | (Promise::Delivery(_), Promise::Delivery(_))
        | (Promise::Coverage(_), Promise::Coverage(_))
        | (Promise::Parts(_), Promise::Parts(_)) => true,
        (one, other) => one == other,
    }
}

/// Rows of one table speak of the same dimensions, or the second is the rest of the first. A limit without a condition
/// that stands beside one with conditions is no row of it.
fn table(one: &TimeLimit, other: &TimeLimit) -> bool {
    if (one.from, one.to) != (other.from, other.to) {
        return false;
    }
    match (one.rows.first(), other.rows.first()) {
        (Some(one), Some(other)) => {
            let stated = |row: &Row| {
                (
                    row.when.severity.is_empty(),
                    row.when.service_level.is_empty(),
                    row.when.region.is_empty(),
                    row.when.question.is_empty(),
                    row.when.reported_between.is_none(),
                )
            };
            stated(one) == stated(other)
        }
        (Some(_), None) => true,
        (None, _) => one == other,
    }
}

fn joined(first: &Drafted, second: &Drafted) -> Option<Drafted> {
    let promise = merge(&first.clause, &second.clause).ok()?;
    let mut clause = first.clause.clone();
    clause.promise = promise;
    clause.text = text(&first.clause.text, &second.clause.text);
    if let (Some(whole), Some(more)) = (&mut clause.source, &second.clause.source) {
        whole.to = whole.to.max(more.to);
        whole.from = whole.from.min(more.from);
    }
    let mut found = first.found.clone();
    found.pieces = pieces(first).chain(pieces(second)).collect();
    found.places.extend(second.found.places.iter().cloned());
    found.confidence = found.confidence.min(second.found.confidence);
    for open in &second.found.open {
        if !found.open.contains(open) {
            found.open.push(open.clone());
        }
    }
    Some(Drafted { clause, found })
}

fn pieces(one: &Drafted) -> impl Iterator<Item = Piece> + use<> {
    if one.found.pieces.is_empty() {
        vec![one.piece()].into_iter()
    } else {
        one.found.pieces.clone().into_iter()
    }
}

/// Both sentences, once each.
fn text(first: &str, second: &str) -> String {
    if first.contains(second) {
        return first.to_owned();
    }
    let stop = if first.ends_with(['。', '；', '！', '.', ';']) {
        ""
    } else {
        "；"
    };
    format!("{first}{stop}{second}")
}
