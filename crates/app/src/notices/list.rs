//! Seeing one's own notices.

use domain::access::Action;
use domain::ids::NoticeId;
use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};
use store::notice::{self, Notice, NoticeCursor};
use utoipa::{IntoParams, ToSchema};

use crate::ctx::Ctx;
use crate::error::{Error, Result};
use crate::language::Language;
use crate::page::{BAD_CURSOR, PageSize};

use super::wording::wording;

/// Which notices to list, newest first.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ListNotices {
    pub after: Option<String>,
    pub limit: Option<u32>,
}

/// A page of notices and how many are unread in all.
#[derive(Debug, Serialize, ToSchema)]
pub struct Notices {
    pub items: Vec<NoticeView>,
    pub unread: i64,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next: Option<String>,
}

/// A notice.
#[derive(Debug, Serialize, ToSchema)]
pub struct NoticeView {
    pub id: NoticeId,
    pub kind: String,
    pub subject: String,
    /// What it says, in the caller's language.
    pub text: String,
    #[schema(value_type = Object)]
    pub params: serde_json::Value,
    #[schema(value_type = String, format = DateTime)]
    pub at: jiff::Timestamp,
    pub read: bool,
}

/// The caller's notices.
pub async fn list(ctx: &Ctx, asked: &ListNotices) -> Result<Notices> {
    ctx.permit(Action::AccountOwn)?;
    let size = PageSize::new(asked.limit);
    let before = asked.after.as_deref().map(cursor).transpose()?;
    let mut read = ctx.read().await?;
    let unread = notice::unread(&mut read, ctx.person()).await?;
    let rows = notice::page(&mut read, ctx.person(), before.as_ref(), size.get() + 1).await?;
    let page = crate::Page::cut(rows, size, |last| {
        format!("{}-{}", last.at.as_millisecond(), last.id)
    });
    let zone = crate::settings::zone(&mut read).await?;
    let view = |notice| view(notice, &zone, ctx.language);
    Ok(Notices {
        items: page.items.into_iter().map(view).collect(),
        unread,
        next: page.next,
    })
}

fn view(notice: Notice, zone: &TimeZone, language: Language) -> NoticeView {
    NoticeView {
        text: wording(&notice.kind, &notice.params, zone).say(language),
        id: notice.id,
        kind: notice.kind,
        subject: notice.subject,
        params: notice.params,
        at: notice.at,
        read: notice.read_at.is_some(),
    }
}

fn cursor(text: &str) -> Result<NoticeCursor> {
    let wrong = || Error::field("?after", BAD_CURSOR);
    let (at, id) = text.split_once('-').ok_or_else(wrong)?;
    let at = at
        .parse()
        .ok()
        .and_then(|at| jiff::Timestamp::from_millisecond(at).ok())
        .ok_or_else(wrong)?;
    Ok(NoticeCursor {
        at,
        id: id.to_owned(),
    })
}
