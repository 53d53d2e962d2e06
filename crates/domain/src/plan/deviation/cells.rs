//! The cases in which a demand is held against the plan: one for every level, place, hour and so on that a clause tells apart.
//!
//! A promise by levels that names every level is a promise in every case; one that names some of them is not.

use jiff::civil::Time;

use crate::case::intake::Channel;
use crate::plan::clauses::coverage::Standing;
use crate::plan::{Condition, Context, Plan};

/// More cases than people tell apart in one matter; beyond it a person must compare.
const MOST: usize = 4_096;

/// The cases of one demand.
pub(super) struct Cells {
    pub(super) contexts: Vec<Context>,
    /// The demand names a level or place that the plan does not know, so that nobody can say which of the plan's own it is.
    pub(super) is_foreign: bool,
}

/// What a demand that says nothing of warranty or contract is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unsaid {
    /// The time under warranty: what only a contract promises is no answer.
    Warranty,
    /// Whatever the plan speaks of: fees are mostly due when the warranty has ended.
    Any,
}

/// The cases that meet `demanded` and none of `except`, told apart by the conditions `stated`. `None` where they are too many.
pub(super) fn cells(
    offer: &Plan,
    demanded: &Condition,
    (stated, except): (&[&Condition], &[Condition]),
    unsaid: Unsaid,
) -> Option<Cells> {
    let every: Vec<&Condition> = stated.iter().copied().chain(except).collect();
    let severity = closed(
        &demanded.severity,
        every.iter().flat_map(|it| &it.severity),
        offer.severities.iter().map(|it| &it.id),
    );
    let service_level = closed(
        &demanded.service_level,
        every.iter().flat_map(|it| &it.service_level),
        offer.service_levels.iter().map(|it| &it.id),
    );
    // A single place leaves out all the others.
    let places = (offer.regions.len() > 1).then_some(&offer.regions);
    let region = closed(
        &demanded.region,
        every.iter().flat_map(|it| &it.region),
        places.into_iter().flatten().map(|it| &it.id),
    );
    let mut channel = open(&demanded.channel, every.iter().flat_map(|it| &it.channel));
    if Channel::ALL.iter().all(|it| channel.contains(&Some(*it))) {
        channel.retain(Option::is_some);
    }
    let question = open(&demanded.question, every.iter().flat_map(|it| &it.question));
    let cause = open(&demanded.cause, every.iter().flat_map(|it| &it.cause));
    let standing = standings(&demanded.standing, &every, unsaid);
    let time = times(demanded, &every);
    let is_foreign = severity.1 || service_level.1 || region.1;
    let mut contexts = vec![Context::default()];
    contexts = told_apart(contexts, &severity.0, |it, value| it.severity = value)?;
    contexts = told_apart(contexts, &service_level.0, |it, value| {
        it.service_level = value;
    })?;
    contexts = told_apart(contexts, &region.0, |it, value| it.region = value)?;
    contexts = told_apart(contexts, &channel, |it, value| it.channel = value)?;
    contexts = told_apart(contexts, &question, |it, value| it.question = value)?;
    contexts = told_apart(contexts, &cause, |it, value| it.cause = value)?;
    contexts = told_apart(contexts, &standing, |it, value| it.standing = value)?;
    contexts = told_apart(contexts, &time, |it, value| it.reported_time = value)?;
    contexts.retain(|context| !except.iter().any(|case| case.is_met_by(context)));
    Some(Cells {
        contexts,
        is_foreign,
    })
}

fn told_apart<T: Clone>(
    contexts: Vec<Context>,
    values: &[Option<T>],
    set: impl Fn(&mut Context, Option<T>),
) -> Option<Vec<Context>> {
    if contexts.len() * values.len() > MOST {
        return None;
    }
    let each = contexts.iter().flat_map(|context| {
        values.iter().map(|value| {
            let mut context = context.clone();
            set(&mut context, value.clone());
            context
        })
    });
    Some(each.collect())
}

fn distinct<'a, T: Clone + PartialEq + 'a>(values: impl Iterator<Item = &'a T>) -> Vec<T> {
    let mut found: Vec<T> = Vec::new();
    for value in values {
        if !found.contains(value) {
            found.push(value.clone());
        }
    }
    found
}

fn some<T>(values: Vec<T>) -> Vec<Option<T>> {
    values.into_iter().map(Some).collect()
}

/// A dimension of which the plan declares every value, and whether the demand names one that is not among them.
fn closed<'a, T: Clone + PartialEq + 'a>(
    demanded: &'a [T],
    stated: impl Iterator<Item = &'a T>,
    declared: impl Iterator<Item = &'a T>,
) -> (Vec<Option<T>>, bool) {
    let (stated, declared) = (distinct(stated), distinct(declared));
    if stated.is_empty() {
        return (vec![None], false);
    }
    let is_known = |value: &T| stated.contains(value) || declared.contains(value);
    if !demanded.is_empty() && (declared.is_empty() || demanded.iter().all(is_known)) {
        return (some(demanded.to_vec()), false);
    }
    if declared.is_empty() {
        return (open(demanded, stated.iter()), false);
    }
    let all = distinct(declared.iter().chain(&stated));
    (some(all), !demanded.is_empty())
}

/// A dimension with values nobody declares: beside those stated there is everything else.
fn open<'a, T: Clone + PartialEq + 'a>(
    demanded: &[T],
    stated: impl Iterator<Item = &'a T>,
) -> Vec<Option<T>> {
    if demanded.is_empty() {
        let stated = some(distinct(stated));
        [None].into_iter().chain(stated).collect()
    } else {
        some(demanded.to_vec())
    }
}

fn standings(
    demanded: &[Standing],
    stated: &[&Condition],
    unsaid: Unsaid,
) -> Vec<Option<Standing>> {
    let spoken_of = distinct(stated.iter().flat_map(|it| &it.standing));
    match (demanded, unsaid) {
        ([], Unsaid::Warranty) => vec![Some(Standing::InWarranty)],
        ([], Unsaid::Any) if spoken_of.is_empty() => vec![None],
        ([], Unsaid::Any) => some(spoken_of),
        (demanded, _) => some(demanded.to_vec()),
    }
}

/// A moment in every stretch of the day that is told apart: what holds changes only where stated hours begin or end.
fn times(demanded: &Condition, stated: &[&Condition]) -> Vec<Option<Time>> {
    let hours: Vec<_> = stated.iter().filter_map(|it| it.reported_between).collect();
    if hours.is_empty() {
        return vec![None];
    }
    let ends = hours.iter().flat_map(|hours| [hours.from, hours.to]);
    let moments: Vec<Time> = ends
        .chain(demanded.reported_between.map(|hours| hours.from))
        .collect();
    let mut moments = distinct(moments.iter());
    moments.retain(|moment| {
        demanded
            .reported_between
            .is_none_or(|hours| hours.contain(*moment))
    });
    some(moments)
}
