//! The ledger counted.

use std::collections::BTreeMap;

use domain::access::Action;
use domain::case::LevelRank;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use serde::Serialize;
use store::ledger::{self, Count, Group, LedgerFilter};
use store::{Conn, Scope};
use utoipa::ToSchema;

use super::ask::{AskLedger, GroupBy, Period};
use super::headings::Headings;
use super::tally::Tally;
use crate::ctx::Ctx;
use crate::error::Result;

/// Most groups one answer shows, the largest first; the total counts all.
const MAX_SHOWN: usize = 500;

/// A period of the ledger.
#[derive(Debug, Serialize, ToSchema)]
pub struct LedgerView {
    #[schema(value_type = String, format = Date)]
    pub from: Date,
    #[schema(value_type = String, format = Date)]
    pub to: Date,
    pub group_by: GroupBy,
    pub total: Tally,
    /// Months in order; levels as their plans list them, plan by plan; other groups the largest first.
    pub groups: Vec<GroupView>,
    /// How many groups are not shown.
    pub more_groups: usize,
    pub lateness: LatenessView,
}

/// One group of the ledger.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct GroupView {
    /// What to narrow by to this group; `-` for those without any.
    pub key: String,
    /// What it is called; empty where it has no name.
    pub name: String,
    /// For clauses and levels: the plan they stand in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub plan: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub plan_title: Option<String>,
    pub tally: Tally,
}

/// How many promises were met outside their limit, by how far.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct LatenessView {
    /// Before the window of an appointment, then late by at most 15 minutes, 1 hour, 4 hours, 1 day, 3 days, and more.
    pub counts: Vec<i64>,
}

/// Counts the promises of a period.
pub async fn ledger(ctx: &Ctx, ask: &AskLedger) -> Result<LedgerView> {
    let scope = ctx.permit(Action::LedgerRead)?;
    let mut read = ctx.app.db.snapshot().await?;
    let zone = crate::settings::zone(&mut read).await?;
    let period = ask.period(ctx.now(), &zone)?;
    let filter = ask.filter(period, &zone, ctx.now());
    let total = Tally::of(&ledger::by(&mut read, Group::Total, &filter, &scope).await?);
    let lateness = ledger::lateness(&mut read, &filter, &scope).await?;
    let headings = Headings::new(ctx.language);
    let mut groups = match ask.group_by {
        GroupBy::Month => months(&mut read, &filter, period, &zone, &scope).await?,
        GroupBy::Clause => clauses(&mut read, headings, &filter, &scope).await?,
        GroupBy::Plan => plans(&mut read, headings, &filter, &scope).await?,
        GroupBy::Severity => levels(&mut read, headings, &filter, &scope).await?,
        plain => {
            let counts = ledger::by(&mut read, group(plain), &filter, &scope).await?;
            named(&counts)
        }
    };
    if !matches!(ask.group_by, GroupBy::Month | GroupBy::Severity) {
        groups.sort_by(|one, other| {
            (other.tally.all(), &one.name, &one.key).cmp(&(
                one.tally.all(),
                &other.name,
                &other.key,
            ))
        });
    }
    let more_groups = groups.len().saturating_sub(MAX_SHOWN);
    groups.truncate(MAX_SHOWN);
    Ok(LedgerView {
        from: period.first,
        to: period.last,
        group_by: ask.group_by,
        total,
        groups,
        more_groups,
        lateness: LatenessView {
            counts: lateness.counts.to_vec(),
        },
    })
}

const fn group(by: GroupBy) -> Group {
    match by {
        GroupBy::Clause => Group::Clause,
        GroupBy::Plan => Group::Plan,
        GroupBy::Customer => Group::Customer,
        GroupBy::Region => Group::Region,
        GroupBy::Owner => Group::Owner,
        GroupBy::Branch => Group::Branch,
        GroupBy::Severity => Group::Severity,
        GroupBy::Month => Group::Total,
    }
}

fn named(counts: &[Count]) -> Vec<GroupView> {
    let mut groups: BTreeMap<&str, (&str, Tally)> = BTreeMap::new();
    for count in counts {
        let entry = groups
            .entry(&count.key)
            .or_insert((&count.name, Tally::default()));
        entry.1.add(count);
    }
    let view = |(key, (name, tally)): (&str, (&str, Tally))| GroupView {
        key: ledger::key_of(key).to_owned(),
        name: name.to_owned(),
        plan: None,
        plan_title: None,
        tally,
    };
    groups.into_iter().map(view).collect()
}

/// One question for each month: the months of a zone are not of one length, and each is a range of the index.
async fn months(
    conn: &mut Conn,
    filter: &LedgerFilter,
    period: Period,
    zone: &TimeZone,
    scope: &Scope,
) -> Result<Vec<GroupView>> {
    let mut groups = Vec::new();
    for month in period.months() {
        let (from, until) = month.instants(zone);
        let filter = LedgerFilter {
            from,
            until,
            ..filter.clone()
        };
        let counts = ledger::by(conn, Group::Total, &filter, scope).await?;
        let name = month.first.strftime("%Y-%m").to_string();
        groups.push(GroupView {
            key: name.clone(),
            name,
            plan: None,
            plan_title: None,
            tally: Tally::of(&counts),
        });
    }
    Ok(groups)
}

/// The same clause of several versions of a plan is one group, named as the version counted most calls it.
async fn clauses(
    conn: &mut Conn,
    mut headings: Headings,
    filter: &LedgerFilter,
    scope: &Scope,
) -> Result<Vec<GroupView>> {
    let counts = ledger::by(conn, Group::Clause, filter, scope).await?;
    for count in &counts {
        headings
            .read_clause(conn, &count.key, &count.clause)
            .await?;
    }
    let mut groups: BTreeMap<(&str, &str), GroupView> = BTreeMap::new();
    for count in &counts {
        let entry = groups
            .entry((&count.name, &count.clause))
            .or_insert_with(|| GroupView {
                key: count.clause.clone(),
                name: headings.clause(&count.key, &count.clause),
                plan: Some(count.name.clone()),
                plan_title: Some(headings.title(&count.key)),
                tally: Tally::default(),
            });
        entry.tally.add(count);
    }
    Ok(groups.into_values().collect())
}

async fn plans(
    conn: &mut Conn,
    mut headings: Headings,
    filter: &LedgerFilter,
    scope: &Scope,
) -> Result<Vec<GroupView>> {
    let counts = ledger::by(conn, Group::Plan, filter, scope).await?;
    for count in &counts {
        headings.read(conn, &count.key).await?;
    }
    let mut groups: BTreeMap<&str, GroupView> = BTreeMap::new();
    for count in &counts {
        let entry = groups.entry(&count.name).or_insert_with(|| GroupView {
            key: count.name.clone(),
            name: headings.title(&count.key),
            plan: None,
            plan_title: None,
            tally: Tally::default(),
        });
        entry.tally.add(count);
    }
    Ok(groups.into_values().collect())
}

/// A level belongs to its plan: two plans may call different things by one key. The same level of several versions is one
/// group, named and placed as the version counted most has it.
async fn levels(
    conn: &mut Conn,
    mut headings: Headings,
    filter: &LedgerFilter,
    scope: &Scope,
) -> Result<Vec<GroupView>> {
    let counts = ledger::by(conn, Group::Severity, filter, scope).await?;
    for count in &counts {
        headings.read(conn, &count.key).await?;
    }
    let mut titles: BTreeMap<&str, String> = BTreeMap::new();
    let mut groups: BTreeMap<(&str, &str), (LevelRank, GroupView)> = BTreeMap::new();
    for count in &counts {
        let (version, plan, level) = (
            count.key.as_str(),
            count.name.as_str(),
            count.clause.as_str(),
        );
        let title = titles
            .entry(plan)
            .or_insert_with(|| headings.title(version));
        let (_, group) = groups.entry((plan, level)).or_insert_with(|| {
            let group = GroupView {
                key: ledger::key_of(level).to_owned(),
                name: headings.level(version, level),
                plan: Some(plan.to_owned()),
                plan_title: Some(title.clone()),
                tally: Tally::default(),
            };
            (headings.rank(version, level), group)
        });
        group.tally.add(count);
    }
    let mut groups: Vec<(LevelRank, GroupView)> = groups.into_values().collect();
    groups.sort_by(|(rank, one), (other_rank, other)| {
        let place = |rank: &LevelRank, group: &GroupView| {
            let (title, plan) = (group.plan_title.clone(), group.plan.clone());
            (title, plan, *rank, group.key.clone())
        };
        place(rank, one).cmp(&place(other_rank, other))
    });
    Ok(groups.into_iter().map(|(_, group)| group).collect())
}
