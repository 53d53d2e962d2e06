//! The company's settings, typed and versioned.

mod change;
mod view;

pub(crate) use change::check_quiet_hours;
pub use change::{ChangeSettings, change};
pub use view::{SettingsView, get};

use domain::calendar::HeatingSeason;
use domain::ids::PlanVersionId;
use domain::slug::CalendarName;
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};
use store::Conn;
use utoipa::ToSchema;

use crate::ctx::App;
use crate::error::Result;
use crate::language::Language;

const NAME: &str = "company";

/// What the company chose for the whole installation. New fields need a default, so that stored settings still read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    pub company_name: String,
    /// IANA zone in which rules are computed.
    pub zone: String,
    /// Language of what is sent to people who chose none.
    pub language: Language,
    pub hotline: String,
    pub mail: Option<MailSettings>,
    pub quiet_hours: Option<QuietHours>,
    /// The published plan whose clauses hold where a plan says nothing, and for units that nothing else names a plan for.
    pub default_plan: Option<PlanVersionId>,
    /// The calendar in which somebody attends at the company; a plan that promises more is told so.
    pub attended: Option<CalendarName>,
    /// When heating begins and ends, for terms counted in heating seasons; none where nobody has said.
    pub heating_season: Option<HeatingSeason>,
}

/// The mail server that notices go out through.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MailSettings {
    pub host: String,
    pub port: u16,
    pub security: MailSecurity,
    pub username: String,
    pub password: String,
    pub from: String,
}

/// How the connection to the mail server is protected.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum MailSecurity {
    /// TLS from the first byte, usually port 465.
    Tls,
    /// TLS after a plain greeting, usually port 587.
    Starttls,
    /// Not protected; for a server on the same machine.
    None,
}

/// Local times between which only urgent notices are sent; may cross midnight.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct QuietHours {
    /// `HH:MM`.
    pub from: String,
    /// `HH:MM`.
    pub to: String,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            company_name: String::new(),
            zone: "Asia/Shanghai".to_owned(),
            language: Language::Chinese,
            hotline: String::new(),
            mail: None,
            quiet_hours: None,
            default_plan: None,
            attended: None,
            heating_season: None,
        }
    }
}

/// The day it is in the company's zone at an instant.
pub(crate) async fn day_of(conn: &mut Conn, at: Timestamp) -> Result<Date> {
    load(conn).await?.0.day_of(at)
}

impl Settings {
    /// The day of an instant in the company's zone.
    pub(crate) fn day_of(&self, at: Timestamp) -> Result<Date> {
        let zone = TimeZone::get(&self.zone).map_err(crate::Error::internal)?;
        Ok(at.to_zoned(zone).date())
    }
}

/// The settings with their version, for use cases and the worker; asks no permission.
pub async fn load(conn: &mut Conn) -> Result<(Settings, i64)> {
    Ok(store::setting::get(conn, NAME).await?)
}

/// What anybody may know: the company's name and its zone.
pub async fn public(app: &App) -> Result<(String, String)> {
    let (settings, _) = load(&mut *app.db.read().await?).await?;
    Ok((settings.company_name, settings.zone))
}

/// The zone in which times are told; UTC if the stored name is not known to this program any more.
pub async fn zone(conn: &mut Conn) -> Result<jiff::tz::TimeZone> {
    let (settings, _) = load(conn).await?;
    Ok(settings.time_zone())
}

impl Settings {
    /// The company's zone.
    pub fn time_zone(&self) -> jiff::tz::TimeZone {
        jiff::tz::TimeZone::get(&self.zone).unwrap_or(jiff::tz::TimeZone::UTC)
    }
}
