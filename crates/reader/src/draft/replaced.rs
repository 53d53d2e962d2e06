//! What was mended or replaced under warranty: no term of the unit.

use domain::plan::Promise;
use domain::plan::clauses::warranty::Covered;
use domain::slug::ClauseId;

use super::convert::{Pen, place};
use super::{Place, limit, warranty};
use crate::reading::{Clause as Read, Terms};

/// Deeds that a part or a repair has its own days from.
const DEEDS: [&str; 7] = ["更换", "换上", "换新", "维修", "修复", "修理", "修好"];

/// Puts away a term that is none of the unit: true where that is done. 更换的零部件质保3个月 belongs to the term before it; 同一故障保修90天 stays in
/// words, since no clause holds it.
pub(super) fn set_apart(pen: &mut Pen, read: &Read) -> bool {
    if read.warrants_a_repair() {
        pen.untyped.push(place(read));
        pen.set_apart.push((read.span, None));
        return true;
    }
    match months(read).and_then(|months| into_term(pen, read, months)) {
        Some(id) => {
            pen.set_apart.push((read.span, Some(id)));
            true
        }
        None => false,
    }
}

/// The months of a part replaced under warranty.
fn months(read: &Read) -> Option<u32> {
    let Terms::WarrantyTerm {
        term: Some(term),
        component: Some(part),
        or_usage: None,
        or_term: None,
        ..
    } = &read.terms
    else {
        return None;
    };
    let replaced = ["更换", "换上", "新换", "所换"]
        .iter()
        .any(|word| part.contains(word));
    let paid = ["付费", "收费", "有偿", "自费", "保外", "期外", "期满"]
        .iter()
        .any(|word| part.contains(word) || read.quote.contains(word));
    (replaced && !paid && term.hundredths.is_multiple_of(100))
        .then(|| limit::months(*term))
        .flatten()
}

/// Writes the months into the last term of the unit, if there is one without.
fn into_term(pen: &mut Pen, read: &Read, months: u32) -> Option<ClauseId> {
    let part = match &read.terms {
        Terms::WarrantyTerm { component, .. } => component.as_deref().unwrap_or_default(),
        _ => "",
    };
    let said = if read.quote.contains(part) {
        read.quote.trim().to_owned()
    } else {
        format!("{part}：{}", read.quote.trim())
    };
    for one in pen.drafted.iter_mut().rev() {
        let Promise::WarrantyTerm(term) = &mut one.clause.promise else {
            continue;
        };
        if term.replaced_part_months.is_some() || !matches!(term.covers, Covered::WholeUnit { .. })
        {
            continue;
        }
        term.replaced_part_months = Some(months);
        one.clause.text = format!("{}；{said}", one.clause.text.trim_end_matches('。'));
        let place = place(read);
        warranty::widen(&mut one.clause.source, &place);
        one.found.places.push(place);
        one.found.confidence = one.found.confidence.min(read.confidence);
        return Some(one.clause.id.clone());
    }
    None
}

/// The start days found, without those of repairs and replaced parts: 自更换之日起.
pub(super) fn other_starts(pen: &mut Pen) -> Vec<(Place, Vec<&'static str>)> {
    const NEAR: usize = 20;
    let mut others = Vec::new();
    for (place, days) in std::mem::take(&mut pen.starts) {
        let done = DEEDS.iter().any(|deed| place.quote.contains(deed));
        let beside = pen.set_apart.iter().find(|(span, _)| {
            done && place.span.0 <= span.1 + NEAR && span.0 <= place.span.1 + NEAR
        });
        match beside {
            None => others.push((place, days)),
            Some((_, Some(id))) => {
                let term = pen.drafted.iter_mut().find(|one| one.clause.id == *id);
                if let Some(one) = term {
                    one.found.places.push(place);
                }
            }
            Some((_, None)) => pen.untyped.push(place),
        }
    }
    others
}
