//! The difference between two readings, so that a step can be taken back and taken again.

use serde::{Deserialize, Serialize};

use super::{Item, Noted, Reading};
use crate::plan::Plan;

/// What changed between two readings, towards one of them. Small: only what differs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Delta {
    /// Items as they are there.
    items: Vec<Item>,
    /// The order of all items there.
    order: Vec<u32>,
    /// The frame there, if it differs.
    frame: Option<Box<Plan>>,
    /// What was noted there, if it differs.
    noted: Option<Vec<Noted>>,
}

impl Delta {
    /// What leads from one reading to another.
    pub fn between(from: &Reading, to: &Reading) -> Self {
        let same = |item: &&Item| !from.items.contains(item);
        Self {
            items: to.items.iter().filter(same).cloned().collect(),
            order: to.items.iter().map(|item| item.no).collect(),
            frame: (from.frame != to.frame).then(|| Box::new(to.frame.clone())),
            noted: (from.noted != to.noted).then(|| to.noted.clone()),
        }
    }

    /// The reading this leads to.
    #[must_use]
    pub fn apply(&self, reading: &Reading) -> Reading {
        let known = |no: &u32| {
            let of = |items: &[Item]| items.iter().find(|item| item.no == *no).cloned();
            of(&self.items).or_else(|| of(&reading.items))
        };
        Reading {
            items: self.order.iter().filter_map(known).collect(),
            frame: match &self.frame {
                Some(frame) => (**frame).clone(),
                None => reading.frame.clone(),
            },
            noted: self.noted.clone().unwrap_or_else(|| reading.noted.clone()),
        }
    }
}
