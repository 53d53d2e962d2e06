//! Channels (渠道): where the service is reached, and when somebody attends.

use serde::{Deserialize, Serialize};

use crate::plan::Asked;
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
