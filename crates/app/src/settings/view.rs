//! Seeing the settings.

use domain::access::Action;
use domain::calendar::HeatingSeason;
use domain::ids::PlanVersionId;
use domain::slug::CalendarName;
use serde::Serialize;
use utoipa::ToSchema;

use super::{MailSecurity, QuietHours, Settings, load};
use crate::ctx::Ctx;
use crate::error::Result;
use crate::language::Language;
use crate::view::{ActionView, actions};

/// The settings as they are shown: no secret leaves the server.
#[derive(Debug, Serialize, ToSchema)]
pub struct SettingsView {
    pub company_name: String,
    pub zone: String,
    pub language: Language,
    pub hotline: String,
    pub mail: Option<MailView>,
    pub quiet_hours: Option<QuietHours>,
    /// The published plan whose clauses hold where a plan says nothing.
    pub default_plan: Option<PlanVersionId>,
    /// The calendar in which somebody attends at the company.
    pub attended: Option<CalendarName>,
    /// When heating begins and ends, for terms counted in heating seasons.
    pub heating_season: Option<HeatingSeason>,
    pub version: i64,
    pub actions: Vec<ActionView>,
}

/// The mail server without its password.
#[derive(Debug, Serialize, ToSchema)]
pub struct MailView {
    pub host: String,
    pub port: u16,
    pub security: MailSecurity,
    pub username: String,
    pub password_is_set: bool,
    pub from: String,
}

/// The settings for those who may see them.
pub async fn get(ctx: &Ctx) -> Result<SettingsView> {
    ctx.permit(Action::SettingsRead)?;
    let mut read = ctx.read().await?;
    let (settings, version) = load(&mut read).await?;
    Ok(view(ctx, settings, version))
}

pub(super) fn view(ctx: &Ctx, settings: Settings, version: i64) -> SettingsView {
    SettingsView {
        company_name: settings.company_name,
        zone: settings.zone,
        language: settings.language,
        hotline: settings.hotline,
        mail: settings.mail.map(|mail| MailView {
            host: mail.host,
            port: mail.port,
            security: mail.security,
            username: mail.username,
            password_is_set: !mail.password.is_empty(),
            from: mail.from,
        }),
        quiet_hours: settings.quiet_hours,
        default_plan: settings.default_plan,
        attended: settings.attended,
        heating_season: settings.heating_season,
        version,
        actions: actions(ctx.language, [("change", ctx.may(Action::SettingsEdit))]),
    }
}
