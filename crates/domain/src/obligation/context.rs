//! What is known of a case, as the limits depend on it.

use jiff::tz::TimeZone;

use super::history::History;
use crate::case::event::Fact;
use crate::plan::Context;
use crate::plan::clauses::coverage::Standing;

/// The context as now known: the last word on each dimension counts for every clock of the case, those that ended too.
///
/// A fault regraded to the gravest level was of that level from the start; its promises are judged by that. The hour of
/// report is that of the first report that stands, on the wall of the plan's zone.
pub fn context(history: &History<'_>, zone: &TimeZone) -> Context {
    let mut known = Context::default();
    for fact in history.facts() {
        match &fact.event.fact {
            Fact::Reported {
                channel,
                question,
                region,
                service_level,
                standing,
            } if known.reported_time.is_none() => {
                known.reported_time = Some(fact.at.to_zoned(zone.clone()).time());
                known.channel = Some(*channel);
                known.question.clone_from(question);
                known.region.clone_from(region);
                known.service_level.clone_from(service_level);
                known.standing = *standing;
            }
            Fact::CauseDecided { cause, .. } => known.cause = Some(*cause),
            Fact::Graded { severity, .. } => known.severity = Some(severity.clone()),
            Fact::ContextChanged {
                question,
                region,
                service_level,
                standing,
                ..
            } => {
                replace(&mut known.question, question.as_ref());
                replace(&mut known.region, region.as_ref());
                replace(&mut known.service_level, service_level.as_ref());
                replace(&mut known.standing, standing.as_ref());
            }
            _ => {}
        }
    }
    known
}

/// The state of warranty or contract as a person put it right; `None` while what was found at the report holds.
pub fn corrected_standing(history: &History<'_>) -> Option<Standing> {
    let (mut found, mut known) = (None, None);
    for fact in history.facts() {
        match &fact.event.fact {
            Fact::Reported { standing, .. } if found.is_none() => found = Some(*standing),
            Fact::ContextChanged { standing, .. } => replace(&mut known, standing.as_ref()),
            _ => {}
        }
    }
    known.filter(|known| found.flatten() != Some(*known))
}

/// A dimension left out of a correction keeps what was known.
fn replace<T: Clone>(known: &mut Option<T>, changed: Option<&T>) {
    if let Some(changed) = changed {
        *known = Some(changed.clone());
    }
}
