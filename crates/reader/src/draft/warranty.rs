//! Warranty terms with the days they start from.

use domain::plan::Promise;
use domain::plan::clauses::warranty::{
    Covered, OtherTerm, RepairDays, StartDate, Term, Territory, Usage, UsageUnit, WarrantyTerm,
    Whichever,
};
use domain::plan::document::AnswerKind;
use domain::plan::{Asked, Source};

use super::convert::{Drafted, Pen, missing};
use super::{OpenBecause, Place, convert, limit, names, replaced};
use crate::reading::{Clause as Read, OtherTerm as Second, Span, Terms, WarrantyScope};

const STARTS: &str = "/promise/starts_from";
const OTHER_STARTS: &str = "/promise/or_term/starts_from";

pub(super) fn term(pen: &mut Pen, read: &Read) {
    let Terms::WarrantyTerm {
        term,
        lifetime,
        scope,
        component,
        or_usage,
        or_term,
        ..
    } = &read.terms
    else {
        return;
    };
    if pen.two_limits.iter().any(|both| contains(*both, read.span)) {
        return;
    }
    if replaced::set_apart(pen, read) {
        return;
    }
    let id = pen.id("warranty-term");
    let covers = match (scope, component) {
        (_, Some(part)) if part.contains("软件") => Covered::Software,
        (WarrantyScope::Component, Some(part)) => Covered::Component {
            class: names::component(part),
        },
        _ => Covered::WholeUnit { except: Vec::new() },
    };
    let length = term.and_then(limit::term);
    let term = match length {
        _ if *lifetime => Asked::Known(Term::Lifetime),
        Some(length) => Asked::Known(length),
        None => pen.ask(&id, "term", "保修期多长？", AnswerKind::Term, read),
    };
    let second = or_term.as_ref().and_then(second);
    let mut open = vec![missing(STARTS)];
    if second
        .as_ref()
        .is_some_and(|other| other.starts_from.is_empty())
    {
        open.push(missing(OTHER_STARTS));
    }
    let stated_twice = second.is_some();
    let promise = Promise::WarrantyTerm(WarrantyTerm {
        covers,
        term,
        or_usage: or_usage.as_deref().and_then(usage),
        or_term: second,
        starts_from: Vec::new(),
        without_proof: None,
        repair_days: RepairDays::default(),
        replaced_part_months: None,
        territory: Territory::default(),
    });
    match or_term.as_ref().filter(|_| stated_twice) {
        Some(other) => {
            pen.two_limits.push(other.span);
            let both = Read {
                quote: other.quote.clone(),
                span: other.span,
                ..read.clone()
            };
            pen.add(id, &both, promise, open);
        }
        None => pen.add(id, read, promise, open),
    }
}

/// The second limit of a term, where its length is one the domain can count.
fn second(read: &Second) -> Option<OtherTerm> {
    Some(OtherTerm {
        term: Asked::Known(limit::term(read.term)?),
        starts_from: parsed(&read.starts_from),
        whichever: match read.whichever {
            crate::reading::Whichever::First => Whichever::First,
            crate::reading::Whichever::Last => Whichever::Last,
        },
    })
}

fn parsed(days: &[&str]) -> Vec<StartDate> {
    days.iter().filter_map(|day| day.parse().ok()).collect()
}

pub(super) const fn contains(outer: Span, inner: Span) -> bool {
    outer.0 <= inner.0 && inner.1 <= outer.1
}

/// 20000小时, 10万公里, 5000次.
fn usage(words: &str) -> Option<Usage> {
    let unit = [
        ("公里", UsageUnit::Kilometres),
        ("千米", UsageUnit::Kilometres),
        ("km", UsageUnit::Kilometres),
        ("小时", UsageUnit::Hours),
        ("次", UsageUnit::Cycles),
    ]
    .iter()
    .find(|(word, _)| words.contains(word))?
    .1;
    let digits: String = words.chars().filter(char::is_ascii_digit).collect();
    let factor = if words.contains('万') { 10_000 } else { 1 };
    let amount = digits.parse::<u32>().ok()?.checked_mul(factor)?;
    (amount > 0).then_some(Usage { amount, unit })
}

/// Gives each term the start day stated nearest to it; where only one is stated, it is everybody's.
pub(super) fn start(pen: &mut Pen) {
    let starts: Vec<(Place, Vec<StartDate>)> = replaced::other_starts(pen)
        .iter()
        .map(|(place, days)| (place.clone(), own_days(pen, place, parsed(days))))
        .filter(|(_, days)| !days.is_empty())
        .collect();
    for (place, days) in &starts {
        let alone = starts.len() == 1;
        let nearest = pen
            .drafted
            .iter()
            .filter(|one| is_term(one))
            .map(|one| distance(one, place))
            .min();
        let mut written = false;
        for one in pen.drafted.iter_mut().filter(|one| is_term(one)) {
            if alone || Some(distance(one, place)) == nearest {
                written |= take(one, place, days);
            }
        }
        if !written {
            pen.untyped.push(place.clone());
        }
    }
    carry(pen);
}

/// 整机自验收之日起质保36个月；触摸屏24个月: terms of one row begin on one day.
fn carry(pen: &mut Pen) {
    const ROW: usize = 1;
    for at in 1..pen.drafted.len() {
        let (before, rest) = pen.drafted.split_at_mut(at);
        let (Some(one), Some(other)) = (before.last(), rest.first_mut()) else {
            continue;
        };
        let ends = one.found.places.iter().map(|place| place.span.1).max();
        let beside = ends.is_some_and(|end| {
            let from = other.found.places[0].span.0;
            from >= end && from - end <= ROW
        });
        let (Promise::WarrantyTerm(first), Promise::WarrantyTerm(second)) =
            (&one.clause.promise, &other.clause.promise)
        else {
            continue;
        };
        if beside && second.starts_from.is_empty() && !first.starts_from.is_empty() {
            let days = first.starts_from.clone();
            let place = other.found.places[0].clone();
            take(other, &place, &days);
        }
    }
}

/// The days without those that the second limit of a term counts from, where they stand in its words.
fn own_days(pen: &Pen, place: &Place, mut days: Vec<StartDate>) -> Vec<StartDate> {
    let around = pen
        .drafted
        .iter()
        .filter(|one| contains(one.found.places[0].span, place.span));
    for one in around {
        if let Promise::WarrantyTerm(WarrantyTerm {
            or_term: Some(other),
            ..
        }) = &one.clause.promise
        {
            days.retain(|day| !other.starts_from.contains(day));
        }
    }
    days
}

/// Most characters between a term and what it leaves out.
const BESIDE: usize = 12;

/// 整机保修一年，灯泡除外: a class of parts the term right before leaves out. False where this is something else.
pub(super) fn except(pen: &mut Pen, read: &Read) -> bool {
    let Some(part) = read.quote.trim().strip_suffix("除外") else {
        return false;
    };
    let part = part
        .trim_matches(['（', '(', '，', '、'])
        .trim_start_matches("其中");
    let class = names::component(part);
    let Some(one) = pen.drafted.last_mut().filter(|one| is_term(one)) else {
        return false;
    };
    let beside = one
        .found
        .places
        .iter()
        .all(|place| read.span.0 <= place.span.1 + BESIDE);
    let Promise::WarrantyTerm(term) = &mut one.clause.promise else {
        return false;
    };
    match &mut term.covers {
        Covered::WholeUnit { except } if beside && !part.is_empty() => except.push(class),
        _ => return false,
    }
    let place = convert::place(read);
    one.clause.text = format!(
        "{}，{}",
        one.clause.text.trim_end_matches('。'),
        read.quote.trim()
    );
    widen(&mut one.clause.source, &place);
    one.found.places.push(place);
    true
}

fn is_term(one: &Drafted) -> bool {
    matches!(one.clause.promise, Promise::WarrantyTerm(_))
}

fn distance(one: &Drafted, place: &Place) -> usize {
    let span = one.found.places[0].span;
    if span.overlaps(place.span) {
        return 0;
    }
    span.0
        .saturating_sub(place.span.1)
        .max(place.span.0.saturating_sub(span.1))
}

fn take(one: &mut Drafted, place: &Place, days: &[StartDate]) -> bool {
    let Promise::WarrantyTerm(term) = &mut one.clause.promise else {
        return false;
    };
    for day in days {
        if !term.starts_from.contains(day) {
            term.starts_from.push(*day);
        }
    }
    if !term.starts_from.is_empty() {
        one.found
            .open
            .retain(|open| open.pointer != STARTS || open.why != OpenBecause::Missing);
    }
    let own = one.found.places[0].span;
    if !(own.0 <= place.span.0 && place.span.1 <= own.1) {
        one.found.places.push(place.clone());
        widen(&mut one.clause.source, place);
    }
    true
}

/// A start day stated right beside its term belongs to the term's source; one far away stays a place of its own.
pub(super) fn widen(source: &mut Option<Source>, place: &Place) {
    const NEAR: u32 = 20;
    let (Some(source), Ok(from), Ok(to)) = (
        source.as_mut(),
        u32::try_from(place.span.0),
        u32::try_from(place.span.1),
    ) else {
        return;
    };
    if from <= source.to.saturating_add(NEAR) && source.from <= to.saturating_add(NEAR) {
        source.from = source.from.min(from);
        source.to = source.to.max(to);
    }
}
