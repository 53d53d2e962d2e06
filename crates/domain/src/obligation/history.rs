//! The facts of a case as they are to be read: corrections applied, in the order of their true times.

use std::collections::{BTreeMap, BTreeSet};

use crate::case::event::{CaseEvent, Fact};
use crate::case::pause::PauseReason;
use crate::ids::{CaseId, EventId};
use crate::milestone::Milestone;
use crate::time::Instant;

/// One fact that stands, at the time it truly happened.
#[derive(Debug, Clone, Copy)]
pub struct Standing<'a> {
    /// The fact as recorded.
    pub event: &'a CaseEvent,
    /// When it truly happened, after corrections.
    pub at: Instant,
    /// Its place among the facts that stand, from 0.
    pub order: usize,
}

/// The facts that stand, by true time.
///
/// INVARIANT: the order in which facts with different true times were recorded leaves no trace here. Among facts of one
/// instant a report comes first, then the other milestones in the order a case runs through them; of two facts of the
/// same kind at the same instant the one recorded later stands last, so that it decides.
///
/// What came with a merge belongs to the round it came into: it stands behind the last end this case had seen by then,
/// also where it happened before. Otherwise the closing of an earlier round, which spoke of another fault, would end the
/// clocks that came along.
#[derive(Debug, Clone, Default)]
pub struct History<'a> {
    facts: Vec<Standing<'a>>,
}

/// A stretch in which clocks that allow the reason stand still.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pause {
    /// Why.
    pub reason: PauseReason,
    /// From when.
    pub from: Instant,
    /// Until when; `None` while it lasts.
    pub until: Option<Instant>,
    /// The fact that began it.
    pub begun_by: EventId,
    /// The case it came from with a merge or split; `None` if it was paused here.
    pub came_from: Option<CaseId>,
    /// When the fact that began it was recorded here.
    pub recorded_at: Instant,
}

/// One stretch of a case from a report to its end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Round {
    /// The report, or the reopening.
    pub from: Instant,
    /// The place of that fact among the facts that stand.
    pub order: usize,
    /// The fact that ended it, if it has ended.
    pub ended: Option<RoundEnd>,
}

/// How a round ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RoundEnd {
    /// When.
    pub at: Instant,
    /// The place of the fact that ended it among the facts that stand.
    pub order: usize,
    /// By closing, or because it was no case after all.
    pub how: Ending,
}

/// Ways a round ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ending {
    /// Closed with the customer's word.
    Closed,
    /// Cancelled.
    Cancelled,
    /// Continued in another case.
    Merged,
}

impl<'a> History<'a> {
    /// Reads the facts, whatever order they are given in.
    pub fn read(events: &'a [CaseEvent]) -> Self {
        let mut corrections = Corrections::read(events);
        corrections.carry_what_intake_filed(events);
        let mut facts: Vec<_> = events
            .iter()
            .filter(|event| {
                !event.fact.is_correction() && !corrections.withdrawn.contains(&event.id)
            })
            .map(|event| Standing {
                event,
                at: corrections
                    .times
                    .get(&event.id)
                    .copied()
                    .unwrap_or(event.at),
                order: 0,
            })
            .collect();
        facts.sort_by_key(|fact| (fact.at, rank(&fact.event.fact), fact.event.seq));
        join_present_round(&mut facts);
        for (order, fact) in facts.iter_mut().enumerate() {
            fact.order = order;
        }
        Self { facts }
    }

    /// The facts that stand, by true time.
    pub fn facts(&self) -> &[Standing<'a>] {
        &self.facts
    }

    /// Each time a milestone was reached, by true time.
    pub fn reached(&self, milestone: Milestone) -> impl Iterator<Item = Standing<'a>> + '_ {
        self.facts
            .iter()
            .copied()
            .filter(move |fact| fact.event.fact.milestone() == Some(milestone))
    }

    /// The last time a milestone was reached.
    pub fn last(&self, milestone: Milestone) -> Option<Standing<'a>> {
        self.reached(milestone).last()
    }

    /// The rounds of the case, the first first.
    pub fn rounds(&self) -> Vec<Round> {
        let mut rounds: Vec<Round> = Vec::new();
        for fact in &self.facts {
            let is_open = rounds.last().is_some_and(|round| round.ended.is_none());
            match (&fact.event.fact, ending(&fact.event.fact)) {
                (Fact::Reported { .. } | Fact::Reopened { .. }, _) if !is_open => {
                    rounds.push(Round {
                        from: fact.at,
                        order: fact.order,
                        ended: None,
                    });
                }
                (_, Some(how)) if is_open => {
                    if let Some(round) = rounds.last_mut() {
                        round.ended = Some(RoundEnd {
                            at: fact.at,
                            order: fact.order,
                            how,
                        });
                    }
                }
                _ => {}
            }
        }
        rounds
    }

    /// The facts that begin and end its rounds, in their order.
    pub fn bounds(&self) -> Vec<EventId> {
        let rounds = self.rounds();
        let places = rounds.iter().flat_map(|round| {
            let ended = round.ended.map(|end| end.order);
            std::iter::once(round.order).chain(ended)
        });
        places.map(|place| self.facts[place].event.id).collect()
    }

    /// Whether a reopening begins something. One that lies in a round that was open anyway does not, unless what opened
    /// that round is a report that came with another case.
    pub fn begins_anew(&self, rounds: &[Round], reopening: &Standing<'_>) -> bool {
        let of = rounds.iter().rfind(|round| round.order <= reopening.order);
        of.is_some_and(|round| {
            let opener = self.facts[round.order];
            opener.order == reopening.order || origin(opener.event) != origin(reopening.event)
        })
    }

    /// The fact that an event names: itself, or its copy where it came with a merge or a split.
    pub fn named(&self, event: EventId) -> Option<Standing<'a>> {
        let is_it = |fact: &&Standing<'_>| {
            let copied = fact.event.copied_from;
            fact.event.id == event || copied.is_some_and(|copied| copied.event == event)
        };
        self.facts.iter().find(is_it).copied()
    }

    /// The pauses, each ended by its resumption or by the end of the case. A second pause for a reason that is paused
    /// already adds nothing. Pauses that came with another case are kept apart until clocks are resumed here.
    pub fn pauses(&self) -> Vec<Pause> {
        let mut done = Vec::new();
        let mut open: BTreeMap<(PauseReason, Option<CaseId>), Pause> = BTreeMap::new();
        for fact in &self.facts {
            let mut end = |pause: Pause| {
                done.push(Pause {
                    until: Some(fact.at),
                    ..pause
                });
            };
            match &fact.event.fact {
                Fact::Paused { reason, .. } => {
                    open.entry((*reason, origin(fact.event))).or_insert(Pause {
                        reason: *reason,
                        from: fact.at,
                        until: None,
                        begun_by: fact.event.id,
                        came_from: origin(fact.event),
                        recorded_at: fact.event.recorded_at,
                    });
                }
                Fact::Resumed { reason } => {
                    let from = origin(fact.event);
                    let is_over = |paused: &(PauseReason, Option<CaseId>)| {
                        paused.0 == *reason && (from.is_none() || from == paused.1)
                    };
                    open.extract_if(.., |paused, _| is_over(paused))
                        .for_each(|(_, pause)| end(pause));
                }
                other if ending(other).is_some() => {
                    std::mem::take(&mut open).into_values().for_each(&mut end);
                }
                _ => {}
            }
        }
        done.extend(open.into_values());
        done.sort_by_key(|pause| (pause.from, pause.reason));
        done
    }

    /// When the case was split off from another one, if it was.
    pub fn split_off_at(&self) -> Option<Instant> {
        let split = |fact: &&Standing<'_>| matches!(fact.event.fact, Fact::SplitFrom { .. });
        self.facts.iter().find(split).map(|fact| fact.at)
    }

    /// Whether the case goes on as another one.
    pub fn is_merged_away(&self) -> bool {
        let merged = |fact: &Standing<'_>| {
            matches!(fact.event.fact, Fact::MergedInto { .. }) && fact.event.copied_from.is_none()
        };
        self.facts.iter().any(merged)
    }
}

/// Puts what came with each merge behind the last end of a round that was known when it came.
fn join_present_round(facts: &mut Vec<Standing<'_>>) {
    let merges: Vec<_> = facts
        .iter()
        .filter_map(|fact| match fact.event.fact {
            Fact::MergedFrom { case } => Some((*fact, case)),
            _ => None,
        })
        .collect();
    for (merge, case) in merges {
        let came_along = |fact: &Standing<'_>| origin(fact.event) == Some(case);
        let is_end = |fact: &Standing<'_>| {
            ending(&fact.event.fact).is_some()
                && fact.at <= merge.at
                && fact.event.seq < merge.event.seq
                && !came_along(fact)
        };
        let Some(end) = facts.iter().rposition(is_end) else {
            continue;
        };
        let later = facts.split_off(end + 1);
        let (moved, mut earlier): (Vec<_>, Vec<_>) = facts.drain(..).partition(came_along);
        earlier.extend(moved);
        earlier.extend(later);
        *facts = earlier;
    }
}

fn origin(event: &CaseEvent) -> Option<CaseId> {
    event.copied_from.map(|copied| copied.case)
}

const fn ending(fact: &Fact) -> Option<Ending> {
    Some(match fact {
        Fact::Closed { .. } => Ending::Closed,
        Fact::Cancelled { .. } => Ending::Cancelled,
        Fact::MergedInto { .. } => Ending::Merged,
        _ => return None,
    })
}

/// The order of facts that happened at the same instant.
fn rank(fact: &Fact) -> usize {
    let position = |milestone| {
        2 * Milestone::ALL
            .iter()
            .position(|m| *m == milestone)
            .unwrap_or(0)
    };
    match fact {
        Fact::Cancelled { .. } => position(Milestone::Closed),
        Fact::Reopened { .. } => position(Milestone::Closed) + 1,
        Fact::ContextChanged { .. } | Fact::Expected { .. } => position(Milestone::Reported) + 1,
        other => other.milestone().map_or(2 * Milestone::ALL.len(), position),
    }
}

/// What later facts say about earlier ones.
#[derive(Default)]
struct Corrections {
    withdrawn: BTreeSet<EventId>,
    times: BTreeMap<EventId, Instant>,
}

impl Corrections {
    /// Reads from the last recorded to the first: a correction that was itself withdrawn says nothing, and of two
    /// corrected times the later recorded one holds.
    fn read(events: &[CaseEvent]) -> Self {
        let mut corrections: Vec<_> = events.iter().filter(|e| e.fact.is_correction()).collect();
        corrections.sort_by_key(|event| std::cmp::Reverse(event.seq));
        let mut read = Self::default();
        for event in corrections {
            if read.withdrawn.contains(&event.id) {
                continue;
            }
            match &event.fact {
                Fact::Withdrawn { event, .. } => {
                    read.withdrawn.insert(*event);
                }
                Fact::TimeCorrected { event, to, .. } => {
                    read.times.entry(*event).or_insert(*to);
                }
                _ => {}
            }
        }
        read
    }

    /// What taking the report in filed (the slip, the entry in the customer's file) is of the moment of the report: when
    /// that is corrected, it goes along. Otherwise a slip would lie before the report it is of, and no longer count.
    fn carry_what_intake_filed(&mut self, events: &[CaseEvent]) {
        let reports = events
            .iter()
            .filter(|e| matches!(e.fact, Fact::Reported { .. }));
        for report in reports {
            let Some(to) = self.times.get(&report.id).copied() else {
                continue;
            };
            let filed = events.iter().filter(|event| {
                matches!(event.fact, Fact::DocumentDelivered { .. })
                    && (event.at, event.recorded_at) == (report.at, report.recorded_at)
                    && event.copied_from == report.copied_from
            });
            for event in filed {
                self.times.entry(event.id).or_insert(to);
            }
        }
    }
}
