//! Changing the settings.

use domain::access::Action;
use domain::calendar::HeatingSeason;
use domain::ids::PlanVersionId;
use domain::slug::CalendarName;
use jiff::civil::Time;
use jiff::tz::TimeZone;
use serde::Deserialize;
use store::{AuditEntry, Event, Receipt, setting};
use utoipa::ToSchema;

use super::view::{SettingsView, view};
use super::{MailSecurity, MailSettings, NAME, QuietHours, Settings, load};
use crate::calendars;
use crate::check::{Checks, REQUIRED};
use crate::ctx::Ctx;
use crate::error::{Error, Result};
use crate::language::Language;
use crate::plans;
use crate::warranty::{Touched, follow};

crate::messages! {
    NO_ZONE = "no-zone", "这不是有效的时区，例如 Asia/Shanghai。", "This is not a time zone; write for example Asia/Shanghai.";
    NO_TIME = "no-time", "请写成 HH:MM，例如 21:30。", "Write HH:MM, for example 21:30.";
    NEVER_QUIET = "never-quiet", "开始和结束相同，安静时段没有意义：请改其中一个，或不设安静时段。",
        "It ends when it begins: change one of the two, or set no quiet hours.";
    NO_CALENDAR = "no-calendar", "没有这个日历，请选择已有的日历。", "There is no such calendar: choose one that exists.";
    NO_HOST = "no-host", "这不是有效的主机名。", "This is not a host name.";
}

/// All settings as they should become.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ChangeSettings {
    pub company_name: String,
    pub zone: String,
    pub language: Language,
    #[serde(default)]
    pub hotline: String,
    pub mail: Option<ChangeMail>,
    pub quiet_hours: Option<QuietHours>,
    /// The published plan whose clauses hold where a plan says nothing.
    #[serde(default)]
    pub default_plan: Option<PlanVersionId>,
    /// The calendar in which somebody attends at the company; none where it is not said.
    #[serde(default)]
    pub attended: Option<CalendarName>,
    /// When heating begins and ends, for terms counted in heating seasons; none where it is not said.
    #[serde(default)]
    pub heating_season: Option<HeatingSeason>,
}

/// The mail server; without a password the one that is set stays.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ChangeMail {
    pub host: String,
    pub port: u16,
    pub security: MailSecurity,
    #[serde(default)]
    pub username: String,
    pub password: Option<String>,
    pub from: String,
}

/// Replaces the settings if they are still at `version`.
pub async fn change(ctx: &Ctx, version: i64, given: ChangeSettings) -> Result<SettingsView> {
    ctx.permit(Action::SettingsEdit)?;
    let mut tx = ctx.begin().await?;
    let (old, current) = load(&mut tx).await?;
    if current != version {
        return Err(Error::stale());
    }
    let new = checked(given, &old)?;
    if new == old {
        tx.unchanged().await?;
        return Ok(view(ctx, old, version));
    }
    if let Some(chosen) = new.default_plan
        && new.default_plan != old.default_plan
    {
        plans::check_choice(&mut tx, "/default_plan", chosen).await?;
    }
    if let Some(name) = &new.attended
        && new.attended != old.attended
        && calendars::in_force(&mut tx)
            .await?
            .calendars
            .get(name)
            .is_none()
    {
        return Err(Error::field("/attended", NO_CALENDAR));
    }
    let body = serde_json::to_value(&new).map_err(Error::internal)?;
    setting::set(&mut tx, NAME, &body, version).await?;
    let entry = AuditEntry::new("settings.change", "settings", NAME)
        .detail(serde_json::json!({ "from": told(&old), "to": told(&new) }));
    let mut receipt =
        Receipt::new(entry).event(Event::new("settings.changed", NAME, serde_json::json!({})));
    if new.default_plan != old.default_plan || new.heating_season != old.heating_season {
        receipt = follow(&mut tx, receipt, Touched::All).await?;
    }
    ctx.finish(tx, receipt, view(ctx, new, version + 1)).await
}

fn checked(given: ChangeSettings, old: &Settings) -> Result<Settings> {
    let mut checks = Checks::new();
    let company_name = checks.name("/company_name", &given.company_name, 100);
    if TimeZone::get(&given.zone).is_err() {
        checks.wrong("/zone", NO_ZONE);
    }
    let hotline = checks.phone("/hotline", &given.hotline).unwrap_or_default();
    let mail = given.mail.map(|mail| checked_mail(&mut checks, mail, old));
    if let Some(hours) = &given.quiet_hours {
        check_quiet_hours(&mut checks, hours);
    }
    checks.done()?;
    Ok(Settings {
        company_name,
        zone: given.zone,
        language: given.language,
        hotline,
        mail,
        quiet_hours: given.quiet_hours,
        default_plan: given.default_plan,
        attended: given.attended,
        heating_season: given.heating_season,
    })
}

fn checked_mail(checks: &mut Checks, given: ChangeMail, old: &Settings) -> MailSettings {
    let host = checks.name("/mail/host", &given.host, 253);
    if !host
        .chars()
        .all(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | ':'))
    {
        checks.wrong("/mail/host", NO_HOST);
    }
    if given.port == 0 {
        checks.wrong("/mail/port", REQUIRED);
    }
    let from = checks.mail("/mail/from", &given.from);
    if from.is_none() {
        checks.wrong("/mail/from", REQUIRED);
    }
    // A password goes only to the server it was given for.
    let kept = old
        .mail
        .as_ref()
        .filter(|mail| mail.host == host)
        .map(|mail| mail.password.clone());
    MailSettings {
        username: checks.text("/mail/username", &given.username, 254),
        password: given
            .password
            .map(|password| checks.text("/mail/password", &password, 254))
            .or(kept)
            .unwrap_or_default(),
        host,
        port: given.port,
        security: given.security,
        from: from.unwrap_or_default(),
    }
}

/// Both ends of quiet hours are times of day, and not the same: that would be no quiet time, or nothing else.
pub(crate) fn check_quiet_hours(checks: &mut Checks, hours: &QuietHours) {
    check_time(checks, "/quiet_hours/from", &hours.from);
    check_time(checks, "/quiet_hours/to", &hours.to);
    if hours.from == hours.to {
        checks.wrong("/quiet_hours/to", NEVER_QUIET);
    }
}

fn check_time(checks: &mut Checks, pointer: &str, given: &str) {
    let shaped = given.len() == 5 && given.as_bytes()[2] == b':';
    if !shaped || format!("{given}:00").parse::<Time>().is_err() {
        checks.wrong(pointer, NO_TIME);
    }
}

/// The settings as the audit log may keep them.
fn told(settings: &Settings) -> serde_json::Value {
    let mut told = settings.clone();
    if let Some(mail) = &mut told.mail
        && !mail.password.is_empty()
    {
        mail.password = "***".to_owned();
    }
    serde_json::to_value(told).unwrap_or_default()
}
