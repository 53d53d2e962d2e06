//! Channels (渠道): where the service is reached, and when somebody attends.

use serde::{Deserialize, Serialize};

use crate::plan::{Asked, Clause, Promise};
use crate::slug::CalendarName;
use crate::words::words;

/// A way to reach the service.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Attendance {
    /// Which way.
    pub channel: ContactPoint,
    /// Number or address.
    #[cfg_attr(feature = "schema", schema(value_type = String))]
    pub address: Asked<String>,
    /// When somebody attends.
    #[cfg_attr(feature = "schema", schema(value_type = String))]
    pub hours: Asked<CalendarName>,
    /// Who attends, in words: "an experienced engineer".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub attended_by: Option<String>,
}

/// The telephone that clauses name for the service: the first hotline, else the first duty phone.
pub fn phone(clauses: &[Clause]) -> Option<&str> {
    let named = |point: ContactPoint| {
        clauses.iter().find_map(|clause| match &clause.promise {
            Promise::Channel(line) if line.channel == point => line
                .address
                .known()
                .map(|address| address.trim())
                .filter(|address| address.contains(|char: char| char.is_ascii_digit())),
            _ => None,
        })
    };
    named(ContactPoint::Hotline).or_else(|| named(ContactPoint::DutyPhone))
}

words! {
    /// The ways to reach the service.
    ContactPoint {
        /// Service line.
        Hotline = "hotline",
        /// Complaint line.
        ComplaintLine = "complaint_line",
        /// Duty phone.
        DutyPhone = "duty_phone",
        /// E-mail.
        Mail = "mail",
        /// Web site.
        Web = "web",
        /// App or mini program.
        App = "app",
        /// Online advice.
        OnlineAdvice = "online_advice",
        /// Fax.
        Fax = "fax",
        /// Reception desk.
        ReceptionDesk = "reception_desk",
        /// Outlet where units are carried in.
        Outlet = "outlet",
    }
}
