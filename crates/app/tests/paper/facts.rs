//! What a clause says, in a form that a typed clause and a clause read from text share.

use reader::reading::{Duration, Unit};

/// A condition: the dimension and the words for its value. Kinds of question have names of the plan's own making, which
/// the reader gives as a circumstance in words, so they are not compared.
pub(crate) type Conditions = Vec<(&'static str, String)>;

/// The facts that must survive printing and reading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Fact {
    Limit {
        from: String,
        to: String,
        length: String,
        target: Option<String>,
        working: bool,
        backwards: bool,
        conditions: Conditions,
    },
    Term {
        length: Option<String>,
        component: Option<String>,
        usage: bool,
    },
    /// The second limit of a term: its length, its days, which of the two counts.
    Other(String, Vec<String>, &'static str),
    Starts(Vec<String>),
    Percent(u64),
    Amount(u64),
    Every(&'static str, Option<String>),
    Remedy(Option<u64>),
    Supply(Option<u64>),
    /// At least one clause of one of these kinds.
    Kind(Vec<&'static str>),
}

impl Fact {
    /// Whether `read` says what this fact says.
    pub(crate) fn is_told_by(&self, read: &Self) -> bool {
        match (self, read) {
            (
                Self::Limit {
                    from,
                    to,
                    length,
                    target,
                    working,
                    backwards,
                    conditions,
                },
                Self::Limit {
                    from: from2,
                    to: to2,
                    length: length2,
                    target: target2,
                    working: working2,
                    backwards: backwards2,
                    conditions: conditions2,
                },
            ) => {
                (from, to, length, target, working, backwards)
                    == (from2, to2, length2, target2, working2, backwards2)
                    && same_conditions(conditions, conditions2)
            }
            (Self::Starts(wanted), Self::Starts(read)) => {
                wanted.iter().all(|day| read.contains(day))
            }
            (Self::Kind(wanted), Self::Kind(read)) => read.iter().all(|kind| wanted.contains(kind)),
            _ => self == read,
        }
    }
}

fn same_conditions(wanted: &Conditions, read: &Conditions) -> bool {
    wanted.len() == read.len()
        && wanted.iter().all(|(dimension, words)| {
            read.iter().any(|(other, value)| {
                let (words, value) = (words.to_lowercase(), value.to_lowercase());
                dimension == other && (words.contains(&value) || value.contains(&words))
            })
        })
}

/// A length as both sides write it: minutes below a day, otherwise days or months.
pub(crate) fn length(duration: Duration) -> String {
    let hundredths = duration.hundredths;
    match duration.unit {
        Unit::Second => format!("{}s", hundredths / 100),
        Unit::Minute => format!("{}s", hundredths * 60 / 100),
        Unit::Hour => format!("{}s", hundredths * 3600 / 100),
        Unit::Day => format!("{}d", hundredths / 100),
        Unit::Month => format!("{}m", hundredths / 100),
        Unit::Year => format!("{}m", hundredths * 12 / 100),
        Unit::Season => format!("{} seasons", hundredths / 100),
    }
}
