//! The pen that writes a draft: one found clause after the other, then what stands together is put together.

use domain::plan::clause::{Party, Source, Strength};
use domain::plan::document::AnswerKind;
use domain::plan::{Asked, Clause, Condition, Plan, Promise};
use domain::slug::ClauseId;

use super::{
    Draft, Found, Open, OpenBecause, Piece, Place, channel, coverage, fee, heading, names,
};
use super::{papers, parts, remedy, together, warranty};
use crate::reading::{Clause as Read, Milestone, Span, Terms};

/// A draft being written.
pub(super) struct Pen {
    pub plan: Plan,
    document: String,
    pub drafted: Vec<Drafted>,
    pub untyped: Vec<Place>,
    /// Start days found, with where; they belong to the terms.
    pub starts: Vec<(Place, Vec<&'static str>)>,
    /// Terms with a second limit: where the words of both stand, which are read once.
    pub two_limits: Vec<Span>,
    /// Terms of repairs and of replaced parts, with the clause they went into: days that stand beside them start no other term.
    pub set_apart: Vec<(Span, Option<ClauseId>)>,
    /// Hours the text states of no channel in particular.
    pub hours: Option<Read>,
}

/// One clause with where it came from.
pub(super) struct Drafted {
    pub clause: Clause,
    pub found: Found,
}

impl Pen {
    pub(super) fn new(plan: Plan, document: &str) -> Self {
        Self {
            plan,
            document: document.to_owned(),
            drafted: Vec::new(),
            untyped: Vec::new(),
            starts: Vec::new(),
            two_limits: Vec::new(),
            set_apart: Vec::new(),
            hours: None,
        }
    }

    /// Writes what one found clause says: one clause of the domain, several, or none of its own.
    pub(super) fn write(&mut self, read: &Read) {
        match &read.terms {
            Terms::WarrantyStart { starts_from } => {
                self.starts.push((place(read), starts_from.clone()));
            }
            Terms::Other {} => self.untyped.push(place(read)),
            Terms::WarrantyTerm { .. } => warranty::term(self, read),
            Terms::Coverage { .. } | Terms::Exclusion { .. } => coverage::write(self, read),
            Terms::Fee { .. } => fee::write(self, read),
            Terms::TimeLimit { .. } => together::limit(self, read),
            Terms::Remedy { .. } => remedy::write(self, read),
            Terms::RecurringDuty { .. } => parts::duty(self, read),
            Terms::Parts { .. } => parts::write(self, read),
            Terms::Channel { .. } => channel::write(self, read),
            Terms::Complaint { .. } => channel::complaint(self, read),
            Terms::Conduct { .. } => papers::conduct(self, read),
            Terms::Document { .. } => papers::document(self, read),
            Terms::Training { .. } => papers::training(self, read),
            Terms::Delivery { .. } => papers::delivery(self, read),
            Terms::Procedure { .. } => papers::procedure(self, read),
        }
    }

    pub(super) fn finish(mut self) -> Draft {
        warranty::start(&mut self);
        channel::settle_hours(&mut self);
        let (clauses, found) = together::put(self.drafted);
        self.plan.clauses = clauses;
        Draft {
            plan: self.plan,
            found,
            untyped: self.untyped,
        }
    }

    /// The name the next clause of this kind gets.
    pub(super) fn id(&self, stem: &str) -> ClauseId {
        let same = |clause: &Clause| {
            clause
                .id
                .as_str()
                .strip_prefix(stem)
                .and_then(|rest| rest.strip_prefix('-'))
                .is_some_and(|number| number.parse::<u32>().is_ok())
        };
        let taken = self.drafted.iter().filter(|one| same(&one.clause)).count();
        format!("{stem}-{}", taken + 1)
            .parse()
            .expect("a word and a number are a name")
    }

    /// Leaves a value of clause `id` to be asked when the plan is applied.
    pub(super) fn ask<T>(
        &mut self,
        id: &ClauseId,
        field: &str,
        question: &str,
        answer: AnswerKind,
        read: &Read,
    ) -> Asked<T> {
        let words: String = read.quote.split_whitespace().collect();
        let short: String = words.chars().take(40).collect();
        names::ask(
            &mut self.plan,
            id,
            field,
            (format!("{question}（原文：{short}）"), answer),
        )
    }

    /// Adds a clause that says all of `read`.
    pub(super) fn add(&mut self, id: ClauseId, read: &Read, promise: Promise, open: Vec<Open>) {
        self.add_when(id, read, (Condition::default(), promise), open);
    }

    /// Adds a clause with a condition of its own.
    pub(super) fn add_when(
        &mut self,
        id: ClauseId,
        read: &Read,
        (when, promise): (Condition, Promise),
        open: Vec<Open>,
    ) {
        let subject = match &read.terms {
            Terms::WarrantyTerm { component, .. } => component.as_deref(),
            _ => None,
        };
        let clause = Clause {
            id,
            heading: heading::heading(&promise, subject, &read.quote),
            text: read.quote.trim().to_owned(),
            source: self.source(read),
            binds: if read.bound == "customer" {
                Party::Customer
            } else {
                Party::Supplier
            },
            strength: if read.strength == "soft" {
                Strength::May
            } else {
                Strength::Must
            },
            when,
            promise,
        };
        self.drafted.push(Drafted {
            clause,
            found: Found {
                places: vec![place(read)],
                confidence: read.confidence,
                open,
                pieces: Vec::new(),
            },
        });
    }

    fn source(&self, read: &Read) -> Option<Source> {
        Some(Source {
            document_sha256: self.document.clone(),
            from: u32::try_from(read.span.0).ok()?,
            to: u32::try_from(read.span.1).ok()?,
        })
    }
}

impl Drafted {
    /// The clause by itself, as a piece of a greater one.
    pub(super) fn piece(&self) -> Piece {
        Piece {
            place: self.found.places[0].clone(),
            confidence: self.found.confidence,
            clause: self.clause.clone(),
        }
    }
}

pub(super) fn place(read: &Read) -> Place {
    Place {
        quote: read.quote.clone(),
        span: read.span,
    }
}

pub(super) fn missing(pointer: &str) -> Open {
    Open {
        pointer: pointer.to_owned(),
        why: OpenBecause::Missing,
    }
}

pub(super) fn unsaid(pointer: &str) -> Open {
    Open {
        pointer: pointer.to_owned(),
        why: OpenBecause::Unsaid,
    }
}

macro_rules! milestones {
    ($($name:ident)*) => {
        /// A milestone of the domain: the same names on both sides.
        pub(super) const fn milestone(read: Milestone) -> domain::milestone::Milestone {
            match read { $(Milestone::$name => domain::milestone::Milestone::$name,)* }
        }
    };
}

milestones! {
    Reported Acknowledged Answered Contacted Graded Diagnosed RemoteAttemptFailed SolutionProposed VisitAgreed
    CrewAssigned Dispatched OnSite CauseDecided QuoteSent QuoteAccepted Approved PartNeeded PartOrdered PartArrived
    SpareOnSite SupplierNotified SupplierOnSite Restored Repaired Accepted Closed CalledBack Rated ComplaintReceived
    ComplaintAnswered ComplaintSettled ReportDelivered Delivered Signed EndOfProductionAnnounced EndOfProductionReached
    VisitDemanded SpareDemanded DutyDone
}
