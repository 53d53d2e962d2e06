//! The occurrences of one promise within a case: each has a start, perhaps an end, perhaps a cut.

use super::history::{Ending, History, Round, RoundEnd, Standing};
use crate::case::event::Fact;
use crate::ids::{CaseId, EventId};
use crate::milestone::Milestone;
use crate::plan::clauses::document::DocumentKind;
use crate::time::Instant;

/// Which milestones, and which document, a promise runs between.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Slot {
    /// What starts it.
    pub from: Milestone,
    /// What ends it.
    pub to: Milestone,
    /// The document that must be delivered, if it is about one.
    pub document: Option<DocumentKind>,
}

/// One occurrence of a promise.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Cycle {
    /// When it started.
    pub start: Mark,
    /// The first fact after the start that ended it.
    pub end: Option<Mark>,
    /// The end of the case before that, so that nothing more was owed.
    pub cut: Option<RoundEnd>,
}

/// A fact as a cycle sees it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Mark {
    /// The fact.
    pub by: EventId,
    /// When it truly happened.
    pub at: Instant,
    /// Its place among the facts that stand.
    pub order: usize,
    /// Whether it was entered later than it happened.
    pub late_entry: bool,
    /// The case it came from with a merge or split, and when it came; `None` if it was recorded here first.
    pub came_from: Option<(CaseId, Instant)>,
}

impl From<Standing<'_>> for Mark {
    fn from(fact: Standing<'_>) -> Self {
        Self {
            by: fact.event.id,
            at: fact.at,
            order: fact.order,
            late_entry: fact.event.recorded_at > fact.at,
            came_from: (fact.event.copied_from).map(|copied| (copied.case, fact.event.recorded_at)),
        }
    }
}

/// The cycles of a slot. The first starts at the first occurrence of the start; a later occurrence opens the next one
/// only once the former has ended or was cut, so asking twice never restarts a clock that runs. Where one that came with
/// another case began before the one that runs here, the earlier counts.
pub(super) fn cycles(history: &History<'_>, rounds: &[Round], slot: Slot) -> Vec<Cycle> {
    let ends: Vec<Mark> = ends(history, slot);
    let mut cycles: Vec<Cycle> = Vec::new();
    for start in starts(history, rounds, slot.from) {
        let running = cycles.pop_if(|former| former.runs_past(start));
        let start = running
            .map(|running| running.start)
            .filter(|running| running.at <= start.at)
            .unwrap_or(start);
        let former = cycles.last().and_then(|cycle| cycle.end);
        cycles.push(open(start, former, &ends, cut(rounds, slot.to, start)));
    }
    cycles
}

impl Cycle {
    /// Whether it was still open when another start occurred.
    fn runs_past(&self, start: Mark) -> bool {
        let ended = self
            .end
            .is_some_and(|end| end.at <= start.at || end.order < start.order);
        let cut = self.cut.is_some_and(|cut| cut.order < start.order);
        !ended && !cut
    }
}

impl Mark {
    /// Whether it comes after a start: not before it in time, and not in a round that had ended when the start came with
    /// another case.
    fn follows(&self, start: Self) -> bool {
        self.at == start.at || (self.at > start.at && self.order > start.order)
    }
}

/// The cycle that begins with a start: it ends with the first end at or after it that did not end the former one.
pub(super) fn open(
    start: Mark,
    former: Option<Mark>,
    ends: &[Mark],
    cut: Option<RoundEnd>,
) -> Cycle {
    let end = ends.iter().copied().find(|end| {
        end.follows(start)
            && former.is_none_or(|former| former.by != end.by)
            && cut.is_none_or(|cut| end.order <= cut.order)
    });
    Cycle { start, end, cut }
}

/// The facts that start a promise counted from a milestone. Reopening a case counts as reporting it again; a repair that is
/// proved once more starts nothing.
fn starts(history: &History<'_>, rounds: &[Round], from: Milestone) -> Vec<Mark> {
    if from == Milestone::Repaired {
        let repairs = history.repairs();
        let is_one = |fact: &&Standing<'_>| repairs.iter().any(|one| one.by == fact.event.id);
        let starts = history.facts().iter().filter(is_one);
        return starts.map(|fact| Mark::from(*fact)).collect();
    }
    let is_start = |fact: &&Standing<'_>| match &fact.event.fact {
        Fact::Reopened { .. } => from == Milestone::Reported && history.begins_anew(rounds, fact),
        other => other.milestone() == Some(from),
    };
    let starts = history.facts().iter().filter(is_start);
    starts.map(|fact| Mark::from(*fact)).collect()
}

/// The facts that end a promise of a milestone: that milestone, or a later one that shows it.
pub(super) fn ends(history: &History<'_>, slot: Slot) -> Vec<Mark> {
    let is_end =
        |fact: &&Standing<'_>| {
            if let (Some(promised), Fact::DocumentDelivered { document, .. }) =
                (slot.document, &fact.event.fact)
            {
                return *document == promised;
            }
            slot.document.is_none()
                && fact.event.fact.milestone().is_some_and(|reached| {
                    reached == slot.to || slot.to.shown_by().contains(&reached)
                })
        };
    let ends = history.facts().iter().filter(is_end);
    ends.map(|fact| Mark::from(*fact)).collect()
}

/// The end of the round a promise started in, if that ends the promise.
pub(super) fn cut(rounds: &[Round], to: Milestone, start: Mark) -> Option<RoundEnd> {
    let cuts = |how| match how {
        Ending::Closed => !to.outlives_closing(),
        Ending::Cancelled => !to.is_of_complaint(),
        Ending::Merged => true,
    };
    let mut ends = rounds.iter().filter_map(|round| round.ended);
    ends.find(|end| end.order > start.order && cuts(end.how))
}
