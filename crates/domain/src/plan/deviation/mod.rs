//! The deviation table (偏离表): what a tender demands beside what a plan offers, demand by demand.
//!
//! Only what is certain is ranked: eight working hours against one natural day is neither better nor worse, so it is
//! left for a person. An offer that holds in some of the demanded cases only counts as worse; several offers may hold in all
//! of them together. What a settlement of the plan set aside or narrowed answers no further than it still holds.

mod align;
mod cells;
mod fees;
mod likeness;
mod limits;
mod measure;
mod others;
mod paper;
mod pick;
mod remedies;
mod sides;
mod warranty;

use std::cmp::Ordering;

use serde::Serialize;

use super::wording::Voice;
use super::{Clause, Plan, Promise};
use crate::language::Language;
use crate::slug::ClauseId;
use crate::words::words;

pub use align::Align;
use measure::Measure;
pub use paper::{because_in_words, paper, verdict_in_words};
use pick::Offer;

words! {
    /// How an offer stands beside a demand.
    Verdict {
        /// The offer goes further: 正偏离.
        Better = "better",
        /// The offer is what is demanded: 无偏离.
        Equal = "equal",
        /// The offer falls short: 负偏离.
        Worse = "worse",
        /// The plan says nothing on the matter.
        Missing = "missing",
        /// There is an offer, and a person must compare the words.
        Unclear = "unclear",
    }
}

words! {
    /// Why a verdict is what it is.
    Grounds {
        /// The numbers decide.
        Numbers = "numbers",
        /// Everything demanded is in the offer.
        Included = "included",
        /// Something demanded is not in the offer.
        PartLacking = "part_lacking",
        /// The offer does not hold in every demanded case.
        NotInEveryCase = "not_in_every_case",
        /// The offer is only a wish: 可以, 尽量.
        NotBinding = "not_binding",
        /// The two are counted in units that cannot be ranked.
        UnitsDiffer = "units_differ",
        /// The two are counted from different days.
        StartsDiffer = "starts_differ",
        /// One of the two leaves its number open.
        LeftOpen = "left_open",
        /// Words without numbers.
        Wording = "wording",
        /// No clause on the matter.
        Absent = "absent",
    }
}

/// One demand and its answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "schema", schema(as = DeviationLine))]
pub struct Line {
    /// The demand.
    pub demand: Side,
    /// What the plan offers, where it offers anything.
    pub offer: Option<Side>,
    /// How the offer stands.
    pub verdict: Verdict,
    /// Why.
    pub because: Grounds,
}

/// A clause of the tender or of the plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "schema", schema(as = DeviationSide))]
pub struct Side {
    /// Which clause.
    #[cfg_attr(feature = "schema", schema(value_type = String))]
    pub clause: ClauseId,
    /// Its kind.
    pub kind: String,
    /// What it is called.
    pub heading: String,
    /// What it says.
    pub sentence: String,
    /// The number the verdict rests on, in the language that was asked for.
    pub value: Option<String>,
}

/// A verdict before it has its sentences.
#[derive(Clone)]
pub(crate) struct Found<'a> {
    pub(crate) clause: Option<&'a Clause>,
    pub(crate) demanded: Option<Measure>,
    pub(crate) offered: Option<Measure>,
    pub(crate) verdict: Verdict,
    pub(crate) because: Grounds,
    /// Which case of a demand and of an offer with several cases this is about.
    pub(crate) cases: [Option<usize>; 2],
    /// Further clauses, and which case of each, that answer where this one does not hold.
    pub(crate) beside: Vec<(&'a Clause, Option<usize>)>,
}

impl<'a> Found<'a> {
    pub(crate) const fn missing(demanded: Option<Measure>) -> Self {
        Self {
            clause: None,
            demanded,
            offered: None,
            verdict: Verdict::Missing,
            because: Grounds::Absent,
            cases: [None, None],
            beside: Vec::new(),
        }
    }

    pub(crate) const fn judged(clause: &'a Clause, verdict: Verdict, because: Grounds) -> Self {
        Self {
            clause: Some(clause),
            demanded: None,
            offered: None,
            verdict,
            because,
            cases: [None, None],
            beside: Vec::new(),
        }
    }

    /// The clause that answers.
    pub(crate) fn id(&self) -> Option<&'a ClauseId> {
        self.clause.map(|clause| &clause.id)
    }

    pub(crate) fn ruled(mut self, (verdict, because): (Verdict, Grounds)) -> Self {
        (self.verdict, self.because) = (verdict, because);
        self
    }

    pub(crate) fn demanded_in(mut self, case: Option<usize>) -> Self {
        self.cases[0] = case;
        self
    }

    pub(crate) fn offered_in(mut self, case: Option<usize>) -> Self {
        self.cases[1] = case;
        self
    }

    pub(crate) fn numbers(mut self, demanded: Option<Measure>, offered: Option<Measure>) -> Self {
        (self.demanded, self.offered) = (demanded, offered);
        self
    }
}

/// Every demand on the supplier beside the best answer of the plan, in the order of the demands. Numbers are told in a
/// language; the sentences stay those of the two documents.
pub fn compare(demands: &Plan, offer: &Plan, language: Language) -> Vec<Line> {
    let align = Align::between(demands, offer);
    let offer = Offer::of(offer);
    demands
        .clauses
        .iter()
        .filter(|clause| clause.binds == super::Party::Supplier)
        .flat_map(|demand| {
            answers(&align, (demands, demand), &offer)
                .into_iter()
                .map(|found| line((demands, demand), found, &offer.plan, language))
        })
        .collect()
}

fn answers<'a>(
    align: &Align,
    (demands, demand): (&Plan, &Clause),
    offer: &'a Offer,
) -> Vec<Found<'a>> {
    match &demand.promise {
        Promise::TimeLimit(limit) => limits::answers(align, demand, limit, offer),
        Promise::WarrantyTerm(term) => vec![warranty::answer(align, demand, term, offer)],
        _ => vec![others::answer(align, (demands, demand), offer)],
    }
}

fn line(
    (demands, demand): (&Plan, &Clause),
    found: Found<'_>,
    offer: &Plan,
    language: Language,
) -> Line {
    let said = |measure: Option<Measure>| measure.map(|measure| measure.say(language));
    Line {
        demand: sides::side(
            (demands, demand),
            (Voice::Demand, found.cases[0]),
            said(found.demanded),
        ),
        offer: found.clause.map(|clause| {
            let part = (Voice::Promise, found.cases[1]);
            sides::side((offer, clause), part, said(found.offered)).with(offer, &found.beside)
        }),
        verdict: found.verdict,
        because: found.because,
    }
}

/// The verdict where less is better for the customer: `order` is the offer beside the demand.
pub(crate) const fn less_is_better(order: Ordering) -> Verdict {
    match order {
        Ordering::Less => Verdict::Better,
        Ordering::Equal => Verdict::Equal,
        Ordering::Greater => Verdict::Worse,
    }
}

/// The verdict where more is better for the customer.
pub(crate) const fn more_is_better(order: Ordering) -> Verdict {
    less_is_better(order.reverse())
}

/// How good a verdict is, the best last: of several clauses the best answers.
pub(crate) const fn rank(verdict: Verdict) -> u8 {
    match verdict {
        Verdict::Missing => 0,
        Verdict::Worse => 1,
        Verdict::Unclear => 2,
        Verdict::Equal => 3,
        Verdict::Better => 4,
    }
}
