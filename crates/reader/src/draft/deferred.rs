//! What the text leaves to the contract, as questions of the plan.

use domain::milestone::Milestone;
use domain::plan::clauses::fee::Fee;
use domain::plan::clauses::time_limit::{Bound, Otherwise, TimeLimit};
use domain::plan::clauses::warranty::{Covered, RepairDays, Term, Territory, WarrantyTerm};
use domain::plan::document::AnswerKind;
use domain::plan::{Asked, Promise};
use domain::slug::ClauseId;
use domain::studio::LONE_QUESTION;
use domain::time::{DayEnd, Limit};

use super::convert::{Pen, milestone, missing};
use crate::reading::{Clause as Read, Deferred, Matter, Terms};

/// Drafts the clause that asks, or the question alone where no clause can.
pub(super) fn write(pen: &mut Pen, left: &Deferred) {
    let read = Read {
        terms: Terms::Other {},
        quote: left.quote.clone(),
        span: left.span,
        confidence: 80,
        strength: "must",
        bound: "supplier",
    };
    match left.what {
        Matter::Limit(to) => limit(pen, &read, milestone(to)),
        Matter::Term => term(pen, &read),
        Matter::Fee => fee(pen, &read),
        Matter::Rhythm => alone(pen, &read, ("rhythm", "多久一次？"), AnswerKind::Text),
        Matter::Contact => alone(
            pen,
            &read,
            ("contact", "号码或地址是什么？"),
            AnswerKind::Text,
        ),
        Matter::Other => alone(pen, &read, ("matter", "签约时怎么约定？"), AnswerKind::Text),
    }
}

fn limit(pen: &mut Pen, read: &Read, to: Milestone) {
    let id = pen.id(&to.as_str().replace('_', "-"));
    let limit: Asked<Limit> = pen.ask(&id, "limit", "时限是多少？", AnswerKind::Limit, read);
    let promise = Promise::TimeLimit(TimeLimit {
        from: match to {
            Milestone::Dispatched | Milestone::Delivered => Milestone::PartOrdered,
            _ => Milestone::Reported,
        },
        to,
        rows: Vec::new(),
        otherwise: Otherwise::Bound(Bound::Within {
            limit,
            target: None,
        }),
        calendar: None,
        day_end: DayEnd::default(),
        pausable_by: Vec::new(),
        warn_at_percent: Vec::new(),
    });
    pen.add(id, read, promise, Vec::new());
}

fn term(pen: &mut Pen, read: &Read) {
    let id = pen.id("warranty-term");
    let term: Asked<Term> = pen.ask(&id, "term", "保修期多长？", AnswerKind::Term, read);
    let promise = Promise::WarrantyTerm(WarrantyTerm {
        covers: Covered::WholeUnit { except: Vec::new() },
        term,
        or_usage: None,
        or_term: None,
        starts_from: Vec::new(),
        without_proof: None,
        repair_days: RepairDays::default(),
        replaced_part_months: None,
        territory: Territory::default(),
    });
    pen.add(id, read, promise, vec![missing("/promise/starts_from")]);
}

fn fee(pen: &mut Pen, read: &Read) {
    let id = pen.id("fee");
    let rates: Asked<String> = pen.ask(&id, "rates", "按什么价格收费？", AnswerKind::Text, read);
    pen.add(id, read, Promise::Fee(Fee::Stated { rates }), Vec::new());
}

/// A question that no clause asks.
fn alone(pen: &mut Pen, read: &Read, (field, question): (&str, &str), answer: AnswerKind) {
    let number = pen.plan.parameters.len() + 1;
    let id: ClauseId = format!("{LONE_QUESTION}{number}")
        .parse()
        .expect("a word and a number are a name");
    let _: Asked<String> = pen.ask(&id, field, question, answer, read);
}
