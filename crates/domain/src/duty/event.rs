//! Facts about recurring duties: appended, never changed.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::case::event::{Author, Evidence};
use crate::ids::EventId;
use crate::plan::clauses::duty::Deliverable;
use crate::slug::ClauseId;
use crate::time::Instant;

/// One fact about one occurrence of a duty.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct DutyEvent {
    /// Names this fact.
    #[cfg_attr(feature = "schema", schema(value_type = String))]
    pub id: EventId,
    /// Position among the facts of the agreement, from 1.
    pub seq: u32,
    /// When it truly happened.
    #[cfg_attr(feature = "schema", schema(value_type = String, format = DateTime))]
    pub at: Instant,
    /// When it was entered.
    #[cfg_attr(feature = "schema", schema(value_type = String, format = DateTime))]
    pub recorded_at: Instant,
    /// Who entered it.
    pub by: Author,
    /// The clause that promises the duty.
    pub clause: ClauseId,
    /// Which occurrence, from 1.
    pub cycle: u32,
    /// What happened.
    pub fact: DutyFact,
}

/// What happened to an occurrence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(tag = "fact", rename_all = "snake_case")]
pub enum DutyFact {
    /// A part of it was done; what was delivered so far counts for the rest.
    PartlyDone {
        /// What was delivered.
        delivers: BTreeSet<Deliverable>,
        /// What proves it.
        evidence: Vec<Evidence>,
        /// What was done and what is left.
        note: String,
    },
    /// It was done.
    Done {
        /// What was delivered, besides what earlier parts delivered.
        delivers: BTreeSet<Deliverable>,
        /// What proves it.
        evidence: Vec<Evidence>,
        /// What was found.
        note: String,
    },
    /// A missed one is excused: the customer did not let anybody in, force majeure.
    Excused {
        /// Why.
        reason: String,
    },
    /// An earlier fact never happened.
    Withdrawn {
        /// The fact.
        #[cfg_attr(feature = "schema", schema(value_type = String))]
        event: EventId,
        /// Why.
        reason: String,
    },
}

/// The facts that stand, by the occurrence they are about: read once, however many occurrences there are.
pub(super) struct Known<'a>(BTreeMap<(&'a ClauseId, u32), Vec<&'a DutyEvent>>);

impl<'a> Known<'a> {
    /// Leaves out what was withdrawn.
    pub(super) fn read(facts: &'a [DutyEvent]) -> Self {
        let withdrawn: BTreeSet<EventId> = facts
            .iter()
            .filter_map(|event| match event.fact {
                DutyFact::Withdrawn { event, .. } => Some(event),
                _ => None,
            })
            .collect();
        let stands = |event: &&DutyEvent| {
            !withdrawn.contains(&event.id) && !matches!(event.fact, DutyFact::Withdrawn { .. })
        };
        let mut known: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for event in facts.iter().filter(stands) {
            let of = (&event.clause, event.cycle);
            known.entry(of).or_default().push(event);
        }
        Self(known)
    }

    /// Those of one occurrence, in the order they were recorded.
    pub(super) fn of<'s>(&'s self, clause: &'s ClauseId, cycle: u32) -> &'s [&'s DutyEvent] {
        self.0.get(&(clause, cycle)).map_or(&[], Vec::as_slice)
    }
}
