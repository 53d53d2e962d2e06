//! The one list of values a clause may leave to be asked. Validation, the list of questions and the answering of them
//! all walk it, so a new asked field cannot be validated in one place and forgotten in another.

use super::clauses::channel::Attendance;
use super::clauses::coverage::{Charge, Coverage};
use super::clauses::delivery::Delivery;
use super::clauses::document::IssuedDocument;
use super::clauses::fee::Fee;
use super::clauses::parts::Parts;
use super::clauses::remedy::{Remedy, Trigger};
use super::clauses::time_limit::{Bound, Otherwise, TimeLimit};
use super::clauses::warranty::Term;
use super::document::AnswerKind;
use super::{Asked, Promise};
use crate::money::{BasisPoints, Fen};
use crate::slug::{CalendarName, ParameterId};
use crate::time::Limit;

/// One value a clause states or leaves to be asked.
#[derive(Debug)]
pub enum AskedField<'a> {
    /// A time limit.
    Limit(&'a mut Asked<Limit>),
    /// A warranty term.
    Term(&'a mut Asked<Term>),
    /// A whole number.
    Number(&'a mut Asked<u32>),
    /// An amount of money.
    Fen(&'a mut Asked<Fen>),
    /// A rate.
    BasisPoints(&'a mut Asked<BasisPoints>),
    /// How a cost is charged.
    Charge(&'a mut Asked<Charge>),
    /// A calendar.
    Calendar(&'a mut Asked<CalendarName>),
    /// Words.
    Text(&'a mut Asked<String>),
}

impl AskedField<'_> {
    /// The parameter asked, if the value is left out.
    pub fn parameter(&self) -> Option<&ParameterId> {
        match self {
            Self::Limit(asked) => asked.parameter(),
            Self::Term(asked) => asked.parameter(),
            Self::Number(asked) => asked.parameter(),
            Self::Fen(asked) => asked.parameter(),
            Self::BasisPoints(asked) => asked.parameter(),
            Self::Charge(asked) => asked.parameter(),
            Self::Calendar(asked) => asked.parameter(),
            Self::Text(asked) => asked.parameter(),
        }
    }

    /// The kind of answer that fits here.
    pub const fn kind(&self) -> AnswerKind {
        match self {
            Self::Limit(_) => AnswerKind::Limit,
            Self::Term(_) => AnswerKind::Term,
            Self::Number(_) => AnswerKind::Number,
            Self::Fen(_) => AnswerKind::Fen,
            Self::BasisPoints(_) => AnswerKind::BasisPoints,
            Self::Charge(_) => AnswerKind::Charge,
            Self::Calendar(_) => AnswerKind::Calendar,
            Self::Text(_) => AnswerKind::Text,
        }
    }

    /// Puts the answer in the place of the question. `Err` says why the text is no such answer.
    pub fn answer(&mut self, text: &str) -> Result<(), String> {
        let text = text.trim();
        match self {
            Self::Limit(asked) => known(asked, parsed(text)),
            Self::Term(asked) => known(asked, parsed(text)),
            Self::Number(asked) => known(asked, parsed(text)),
            Self::Fen(asked) => known(asked, parsed(text).map(Fen)),
            Self::BasisPoints(asked) => known(asked, parsed(text).map(BasisPoints)),
            Self::Charge(asked) => known(asked, parsed(text)),
            Self::Calendar(asked) => known(asked, parsed(text)),
            Self::Text(asked) if text.is_empty() => known(asked, Err("write something".to_owned())),
            Self::Text(asked) => known(asked, Ok(text.to_owned())),
        }
    }
}

fn parsed<T: std::str::FromStr<Err: std::fmt::Display>>(text: &str) -> Result<T, String> {
    text.parse().map_err(|error: T::Err| error.to_string())
}

fn known<T>(asked: &mut Asked<T>, value: Result<T, String>) -> Result<(), String> {
    *asked = Asked::Known(value?);
    Ok(())
}

/// Whether `text` is an answer of this kind; `Err` says why not.
pub fn check_answer(kind: AnswerKind, text: &str) -> Result<(), String> {
    let text = text.trim();
    match kind {
        AnswerKind::Limit => parsed::<Limit>(text).map(drop),
        AnswerKind::Term => parsed::<Term>(text).map(drop),
        AnswerKind::Number | AnswerKind::BasisPoints => parsed::<u32>(text).map(drop),
        AnswerKind::Fen => parsed::<i64>(text).map(drop),
        AnswerKind::Charge => parsed::<Charge>(text).map(drop),
        AnswerKind::Calendar => parsed::<CalendarName>(text).map(drop),
        AnswerKind::Text if text.is_empty() => Err("write something".to_owned()),
        AnswerKind::Text => Ok(()),
    }
}

/// Visits every value of a promise that may be asked, with its path inside the promise: `/rows/0/bound/limit`.
pub fn each_asked(promise: &mut Promise, visit: &mut dyn FnMut(&str, AskedField<'_>)) {
    match promise {
        Promise::WarrantyTerm(warranty) => {
            visit("/term", AskedField::Term(&mut warranty.term));
            if let Some(other) = &mut warranty.or_term {
                visit("/or_term/term", AskedField::Term(&mut other.term));
            }
        }
        Promise::Coverage(coverage) => each_of_coverage(coverage, visit),
        Promise::TimeLimit(limit) => each_of_limit(limit, visit),
        Promise::Remedy(Remedy {
            trigger: Trigger::WithinDaysOfReceipt { days },
            ..
        }) => visit("/trigger/days", AskedField::Number(days)),
        Promise::RecurringDuty(duty) => {
            visit("/every/count", AskedField::Number(&mut duty.every.count));
            visit("/early_days", AskedField::Number(&mut duty.early_days));
            visit("/late_days", AskedField::Number(&mut duty.late_days));
        }
        Promise::Parts(parts) => each_of_parts(parts, visit),
        Promise::Fee(fee) => each_of_fee(fee, visit),
        Promise::Document(IssuedDocument {
            within: Some(limit),
            ..
        }) => visit("/within", AskedField::Limit(limit)),
        Promise::Channel(Attendance { address, hours, .. }) => {
            visit("/address", AskedField::Text(address));
            visit("/hours", AskedField::Calendar(hours));
        }
        Promise::Delivery(Delivery {
            notice_minutes: Some(minutes),
            ..
        }) => visit("/notice_minutes", AskedField::Number(minutes)),
        Promise::Remedy(_)
        | Promise::Document(_)
        | Promise::Delivery(_)
        | Promise::Conduct(_)
        | Promise::Training(_)
        | Promise::Procedure(_) => {}
    }
}

fn each_of_coverage(coverage: &mut Coverage, visit: &mut dyn FnMut(&str, AskedField<'_>)) {
    let charges = &mut coverage.charges;
    visit("/charges/labour", AskedField::Charge(&mut charges.labour));
    visit("/charges/parts", AskedField::Charge(&mut charges.parts));
    visit("/charges/travel", AskedField::Charge(&mut charges.travel));
    visit(
        "/charges/shipping",
        AskedField::Charge(&mut charges.shipping),
    );
}

fn each_of_limit(limit: &mut TimeLimit, visit: &mut dyn FnMut(&str, AskedField<'_>)) {
    for (index, row) in limit.rows.iter_mut().enumerate() {
        each_of_bound(&format!("/rows/{index}/bound"), &mut row.bound, visit);
    }
    if let Otherwise::Bound(bound) = &mut limit.otherwise {
        each_of_bound("/otherwise/bound", bound, visit);
    }
}

fn each_of_bound(path: &str, bound: &mut Bound, visit: &mut dyn FnMut(&str, AskedField<'_>)) {
    match bound {
        Bound::Within { limit, target } => {
            visit(&format!("{path}/limit"), AskedField::Limit(limit));
            if let Some(target) = target {
                visit(&format!("{path}/target"), AskedField::Limit(target));
            }
        }
        Bound::Before { limit } => visit(&format!("{path}/limit"), AskedField::Limit(limit)),
        Bound::Appointment {
            early_minutes,
            late_minutes,
        } => {
            visit(
                &format!("{path}/early_minutes"),
                AskedField::Number(early_minutes),
            );
            visit(
                &format!("{path}/late_minutes"),
                AskedField::Number(late_minutes),
            );
        }
    }
}

fn each_of_parts(parts: &mut Parts, visit: &mut dyn FnMut(&str, AskedField<'_>)) {
    match parts {
        Parts::SuppliedFor { years, .. } => visit("/years", AskedField::Number(years)),
        Parts::LocationsStated { places } => visit("/places", AskedField::Text(places)),
        Parts::Stocked { .. }
        | Parts::ProjectPool
        | Parts::SuppliedForDesignLife
        | Parts::EndOfProductionNotice { .. }
        | Parts::NextGenerationCompatible
        | Parts::PriceCeiling { .. }
        | Parts::GenuineOnly
        | Parts::OrderedFromMaker => {}
    }
}

fn each_of_fee(fee: &mut Fee, visit: &mut dyn FnMut(&str, AskedField<'_>)) {
    match fee {
        Fee::CallOut { otherwise_fen, .. } => {
            visit("/otherwise_fen", AskedField::Fen(otherwise_fen));
        }
        Fee::PriceList { charged_bps, .. } => {
            visit("/charged_bps", AskedField::BasisPoints(charged_bps));
        }
        Fee::Stated { rates } => visit("/rates", AskedField::Text(rates)),
        Fee::PercentOfContract { .. }
        | Fee::PersonDay { .. }
        | Fee::PartsAtCost
        | Fee::AtCost
        | Fee::ByQuote => {}
    }
}

/// The parameters a promise asks, each with its path inside the promise and the kind of answer that fits.
pub fn asked_of(promise: &Promise) -> Vec<(ParameterId, String, AnswerKind)> {
    let mut found = Vec::new();
    each_asked(&mut promise.clone(), &mut |path, field| {
        if let Some(parameter) = field.parameter() {
            found.push((parameter.clone(), path.to_owned(), field.kind()));
        }
    });
    found
}
