//! One's own notices.

use domain::access::Action;
use domain::ids::NoticeId;
use serde::{Deserialize, Serialize};
use store::notice::{self, MAX_READ, Notice, NoticeCursor};
use store::{AuditEntry, Receipt};
use utoipa::{IntoParams, ToSchema};

use crate::check::Checks;
use crate::ctx::Ctx;
use crate::error::{Error, Result};
use crate::page::{BAD_CURSOR, PageSize};

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

/// A notice. The interface words it from `kind` and `params` in the reader's language.
#[derive(Debug, Serialize, ToSchema)]
pub struct NoticeView {
    pub id: NoticeId,
    pub kind: String,
    pub subject: String,
    #[schema(value_type = Object)]
    pub params: serde_json::Value,
    #[schema(value_type = String, format = DateTime)]
    pub at: jiff::Timestamp,
    pub read: bool,
}

/// Which notices were read; none named means all.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ReadNotices {
    #[serde(default)]
    pub ids: Vec<NoticeId>,
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
    Ok(Notices {
        items: page.items.into_iter().map(view).collect(),
        unread,
        next: page.next,
    })
}

/// Marks notices as read. Repeating it changes nothing; somebody else's are passed over.
pub async fn mark_read(ctx: &Ctx, given: &ReadNotices) -> Result<()> {
    ctx.permit(Action::AccountOwn)?;
    let mut checks = Checks::new();
    checks.at_most("/ids", &given.ids, MAX_READ);
    checks.done()?;
    let mut tx = ctx.begin().await?;
    let changed = notice::mark_read(&mut tx, ctx.person(), &given.ids).await?;
    if changed == 0 {
        return Ok(tx.unchanged().await?);
    }
    let entry = AuditEntry::new("notice.read", "person", ctx.person())
        .detail(serde_json::json!({ "count": changed }));
    ctx.finish(tx, Receipt::new(entry), ()).await
}

fn view(notice: Notice) -> NoticeView {
    NoticeView {
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
