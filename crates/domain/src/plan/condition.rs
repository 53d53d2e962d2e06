//! When a clause or a row of a decision table applies.

use jiff::civil::Time;
use serde::{Deserialize, Serialize};

use super::clauses::coverage::{Cause, Standing};
use crate::case::intake::Channel;
use crate::slug::{QuestionType, RegionKey, ServiceLevelId, SeverityId};

/// A conjunction over the dimensions of a decision table. A dimension left empty says nothing about it.
///
/// INVARIANT: a condition with every dimension empty never matches by itself. A clause without a condition always
/// applies; a table without a matching row falls to its declared default, so a forgotten cell cannot swallow everything.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields, default)]
pub struct Condition {
    /// Any of these fault levels.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub severity: Vec<SeverityId>,
    /// Any of these service levels.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub service_level: Vec<ServiceLevelId>,
    /// Any of these regions or distance bands.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub region: Vec<RegionKey>,
    /// Reported at a local time within these hours of the day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reported_between: Option<HoursOfDay>,
    /// The warranty's or contract's state when the fault was reported.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub standing: Vec<Standing>,
    /// Reported by any of these channels.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub channel: Vec<Channel>,
    /// Any of these kinds of question.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub question: Vec<QuestionType>,
    /// Any of these causes of the fault.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub cause: Vec<Cause>,
}

/// Hours of the local day: from inclusive, to exclusive. `to` before `from` runs past midnight (19:00 to 10:00).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct HoursOfDay {
    /// The first moment inside.
    #[cfg_attr(feature = "schema", schema(value_type = crate::plan::asked::TimeOfDay))]
    pub from: Time,
    /// The first moment outside again.
    #[cfg_attr(feature = "schema", schema(value_type = crate::plan::asked::TimeOfDay))]
    pub to: Time,
}

impl HoursOfDay {
    /// How long it is, in minutes; to the end of the day and on where it runs past midnight.
    pub(crate) fn minutes(self) -> i64 {
        const DAY: i64 = 24 * 60;
        let minute = |time: Time| i64::from(time.hour()) * 60 + i64::from(time.minute());
        (minute(self.to) - minute(self.from)).rem_euclid(DAY)
    }

    /// Whether `time` falls within these hours.
    pub fn contain(self, time: Time) -> bool {
        if self.from <= self.to {
            self.from <= time && time < self.to
        } else {
            time >= self.from || time < self.to
        }
    }
}

/// What is known of a case when clauses are matched against it. `None` is not known yet, and matches no stated value.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields, default)]
pub struct Context {
    /// The fault level, once graded.
    pub severity: Option<SeverityId>,
    /// The service level of the agreement.
    pub service_level: Option<ServiceLevelId>,
    /// The region or distance band of the site.
    pub region: Option<RegionKey>,
    /// The local time of day of the report.
    #[cfg_attr(feature = "schema", schema(value_type = Option<String>))]
    pub reported_time: Option<Time>,
    /// The state of warranty or contract on the day of the report.
    pub standing: Option<Standing>,
    /// How the report came.
    pub channel: Option<Channel>,
    /// The kind of question.
    pub question: Option<QuestionType>,
    /// The cause, once decided.
    pub cause: Option<Cause>,
}

impl Condition {
    /// Whether no dimension is stated.
    pub fn is_blank(&self) -> bool {
        self.specificity() == 0
    }

    /// How many dimensions are stated: the most specific row of a table wins.
    pub fn specificity(&self) -> usize {
        [
            !self.severity.is_empty(),
            !self.service_level.is_empty(),
            !self.region.is_empty(),
            self.reported_between.is_some(),
            !self.standing.is_empty(),
            !self.channel.is_empty(),
            !self.question.is_empty(),
            !self.cause.is_empty(),
        ]
        .into_iter()
        .filter(|stated| *stated)
        .count()
    }

    /// Whether every stated dimension is met. A blank condition is met by everything: callers that choose a row of a
    /// table must ask [`Self::is_blank`] first.
    pub fn is_met_by(&self, context: &Context) -> bool {
        any_of(&self.severity, context.severity.as_ref())
            && any_of(&self.service_level, context.service_level.as_ref())
            && any_of(&self.region, context.region.as_ref())
            && any_of(&self.standing, context.standing.as_ref())
            && any_of(&self.channel, context.channel.as_ref())
            && any_of(&self.question, context.question.as_ref())
            && any_of(&self.cause, context.cause.as_ref())
            && self.reported_between.is_none_or(|hours| {
                context
                    .reported_time
                    .is_some_and(|time| hours.contain(time))
            })
    }
}

fn any_of<T: PartialEq>(stated: &[T], known: Option<&T>) -> bool {
    stated.is_empty() || known.is_some_and(|value| stated.contains(value))
}
