//! Which level, region or question of the tender is which of the plan: by their labels.

use std::collections::BTreeMap;

use crate::plan::{Condition, Plan};

/// The tender's names under the plan's names. A name without a counterpart keeps its own.
pub struct Align {
    severity: BTreeMap<String, String>,
    service_level: BTreeMap<String, String>,
    region: BTreeMap<String, String>,
    question: BTreeMap<String, String>,
}

type Labels = Vec<(String, String)>;

impl Align {
    /// Matches the labels of two plans.
    pub fn between(demands: &Plan, offer: &Plan) -> Self {
        let severities = |plan: &Plan| -> Labels {
            plan.severities
                .iter()
                .map(|it| (it.id.to_string(), it.label.clone()))
                .collect()
        };
        let levels = |plan: &Plan| -> Labels {
            plan.service_levels
                .iter()
                .map(|it| (it.id.to_string(), it.label.clone()))
                .collect()
        };
        let regions = |plan: &Plan| -> Labels {
            plan.regions
                .iter()
                .map(|it| (it.id.to_string(), it.label.clone()))
                .collect()
        };
        let questions = |plan: &Plan| -> Labels {
            plan.question_types
                .iter()
                .map(|it| (it.id.to_string(), it.label.clone()))
                .collect()
        };
        Self {
            severity: matched(&severities(demands), &severities(offer)),
            service_level: matched(&levels(demands), &levels(offer)),
            region: matched(&regions(demands), &regions(offer)),
            question: matched(&questions(demands), &questions(offer)),
        }
    }

    /// A condition of the tender in the plan's names.
    pub(super) fn translated(&self, condition: &Condition) -> Condition {
        let mut condition = condition.clone();
        rename(&mut condition.severity, &self.severity);
        rename(&mut condition.service_level, &self.service_level);
        rename(&mut condition.region, &self.region);
        rename(&mut condition.question, &self.question);
        condition
    }
}

fn matched(demands: &Labels, offers: &Labels) -> BTreeMap<String, String> {
    demands
        .iter()
        .filter_map(|(id, label)| {
            let label = plain(label);
            let exact = offers.iter().find(|(_, other)| plain(other) == label);
            let within = || {
                offers.iter().find(|(_, other)| {
                    let other = plain(other);
                    other.contains(&label) || label.contains(&other)
                })
            };
            // A name of the plan that means something else must not be taken for the tender's own.
            let stranger = || {
                offers
                    .iter()
                    .any(|(other, _)| other == id)
                    .then(|| format!("{id}-demanded"))
            };
            exact
                .or_else(within)
                .map(|(other, _)| other.clone())
                .or_else(stranger)
                .map(|other| (id.clone(), other))
        })
        .collect()
}

fn plain(label: &str) -> String {
    label
        .chars()
        .filter(|char| !char.is_whitespace() && !"（）()".contains(*char))
        .collect::<String>()
        .to_lowercase()
}

fn rename<T: std::str::FromStr + ToString>(ids: &mut [T], names: &BTreeMap<String, String>) {
    for id in ids {
        if let Some(other) = names
            .get(&id.to_string())
            .and_then(|name| name.parse().ok())
        {
            *id = other;
        }
    }
}
