//! The filters a person keeps for lists, so that they are there on every device.

use std::collections::BTreeMap;

use domain::access::Action;
use serde::{Deserialize, Serialize};
use store::{AuditEntry, Receipt, saved_view};
use utoipa::ToSchema;

use crate::check::{Checks, REQUIRED};
use crate::ctx::Ctx;
use crate::error::{Error, Result};

const MAX_VIEWS: usize = 30;
const MAX_NAME: usize = 40;
const MAX_FILTERS: usize = 30;
const MAX_FILTER: usize = 200;

crate::messages! {
    SAME_NAME = "same-view-name", "已有同名视图。", "There is a view of this name.";
}

/// A list of the desk that can be filtered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ListName {
    Agreements,
    Audit,
    Cases,
    Customers,
    Ledger,
    People,
    Plans,
    Products,
    Units,
}

/// A named filter: what stands in the address of the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SavedView {
    pub name: String,
    pub filters: BTreeMap<String, String>,
}

/// The views of a list, in the order they are shown.
#[derive(Debug, Serialize, ToSchema)]
pub struct SavedViews {
    pub items: Vec<SavedView>,
    /// 0 when nothing was ever kept.
    pub version: i64,
}

/// The views as they should become.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct KeepViews {
    pub items: Vec<SavedView>,
}

/// What the caller keeps for a list.
pub async fn saved_views(ctx: &Ctx, list: ListName) -> Result<SavedViews> {
    ctx.permit(Action::AccountOwn)?;
    let mut read = ctx.read().await?;
    let (items, version) = saved_view::get(&mut read, ctx.person(), list.as_str()).await?;
    Ok(SavedViews { items, version })
}

/// Replaces what the caller keeps for a list if it is still at `version`.
pub async fn keep_views(
    ctx: &Ctx,
    list: ListName,
    version: i64,
    given: KeepViews,
) -> Result<SavedViews> {
    ctx.permit(Action::AccountOwn)?;
    let items = checked(given.items)?;
    let mut tx = ctx.begin().await?;
    let (old, known): (Vec<SavedView>, i64) =
        saved_view::get(&mut tx, ctx.person(), list.as_str()).await?;
    if known != version {
        return Err(Error::stale());
    }
    if old == items {
        tx.unchanged().await?;
        return Ok(SavedViews { items, version });
    }
    saved_view::set(&mut tx, ctx.person(), list.as_str(), &items, version).await?;
    let names: Vec<&str> = items.iter().map(|view| view.name.as_str()).collect();
    let entry = AuditEntry::new("account.keep_views", "person", ctx.person())
        .detail(serde_json::json!({ "list": list, "views": names }));
    let answer = SavedViews {
        items: items.clone(),
        version: version + 1,
    };
    ctx.finish(tx, Receipt::new(entry), answer).await
}

fn checked(given: Vec<SavedView>) -> Result<Vec<SavedView>> {
    let mut checks = Checks::new();
    checks.at_most("/items", &given, MAX_VIEWS);
    let mut items: Vec<SavedView> = Vec::new();
    for (index, view) in given.into_iter().enumerate().take(MAX_VIEWS) {
        let at = |part: &str| format!("/items/{index}/{part}");
        let name = checks.name(&at("name"), &view.name, MAX_NAME);
        if items.iter().any(|known| known.name == name) {
            checks.wrong(at("name"), SAME_NAME);
        }
        let named: Vec<&String> = view.filters.keys().collect();
        checks.at_most(&at("filters"), &named, MAX_FILTERS);
        if view.filters.is_empty() {
            checks.wrong(at("filters"), REQUIRED);
        }
        let mut filters = BTreeMap::new();
        for (key, value) in view.filters {
            let key = checks.name(&at("filters"), &key, MAX_FILTER);
            let value = checks.name(&format!("{}/{key}", at("filters")), &value, MAX_FILTER);
            filters.insert(key, value);
        }
        items.push(SavedView { name, filters });
    }
    checks.done()?;
    Ok(items)
}

impl ListName {
    const fn as_str(self) -> &'static str {
        match self {
            Self::Agreements => "agreements",
            Self::Audit => "audit",
            Self::Cases => "cases",
            Self::Customers => "customers",
            Self::Ledger => "ledger",
            Self::People => "people",
            Self::Plans => "plans",
            Self::Products => "products",
            Self::Units => "units",
        }
    }
}
