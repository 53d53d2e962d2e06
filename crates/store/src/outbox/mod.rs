//! Events for live updates and notices, written with the change they tell of and read in order.

pub(crate) mod append;
pub(crate) mod read;
pub(crate) mod relay;

use std::fmt;
use std::str::FromStr;

use jiff::Timestamp;

use crate::error::{Result, StoreError};

pub use read::{after, latest, unsettled};
pub use relay::{Position, after_restore, claim, skip, trim};

pub(crate) use append::append;
pub(crate) use relay::advance;

/// Most events one read returns.
pub const MAX_PAGE: u32 = 500;

/// Something that happened, for those whose scope covers it.
#[derive(Debug, Clone, PartialEq)]
pub struct Event {
    /// A stable name such as `case.reported`.
    pub topic: String,
    pub subject: String,
    pub branch: Option<String>,
    pub person: Option<String>,
    pub customer: Option<String>,
    pub payload: serde_json::Value,
}

#[allow(
    clippy::needless_pass_by_value,
    reason = "ids are given by value or by reference alike"
)]
impl Event {
    /// An event that nobody but the whole company's scope sees until a branch, person or customer is named.
    pub fn new(
        topic: impl Into<String>,
        subject: impl ToString,
        payload: serde_json::Value,
    ) -> Self {
        Self {
            topic: topic.into(),
            subject: subject.to_string(),
            branch: None,
            person: None,
            customer: None,
            payload,
        }
    }

    #[must_use]
    pub fn branch(mut self, id: impl ToString) -> Self {
        self.branch = Some(id.to_string());
        self
    }

    #[must_use]
    pub fn person(mut self, id: impl ToString) -> Self {
        self.person = Some(id.to_string());
        self
    }

    #[must_use]
    pub fn customer(mut self, id: impl ToString) -> Self {
        self.customer = Some(id.to_string());
        self
    }
}

/// A place in the order of events. On the wire it reads `12-345` and serves as the id of a server-sent event.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Cursor {
    xid: i64,
    seq: i64,
}

impl fmt::Display for Cursor {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}-{}", self.xid, self.seq)
    }
}

impl FromStr for Cursor {
    type Err = StoreError;

    fn from_str(text: &str) -> Result<Self> {
        let invalid = || StoreError::Invalid {
            why: "expected an event id such as 12-345".into(),
        };
        let (xid, seq) = text.split_once('-').ok_or_else(invalid)?;
        Ok(Self {
            xid: xid.parse().map_err(|_| invalid())?,
            seq: seq.parse().map_err(|_| invalid())?,
        })
    }
}

/// An event with its place.
#[derive(Debug, Clone, PartialEq)]
pub struct Recorded {
    pub cursor: Cursor,
    pub at: Timestamp,
    pub event: Event,
}
