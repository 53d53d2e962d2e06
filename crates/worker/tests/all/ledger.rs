//! The ledger as SQL counts it equals the ledger as the engine computes it anew.

use std::collections::BTreeMap;

use domain::access::Role;
use domain::case::Fact;
use domain::ids::{OrgUnitId, PersonId, PlanVersionId};
use domain::milestone::Milestone;
use domain::obligation::{Calendars, Obligation, State, obligations};
use domain::plan::EffectivePlan;
use domain::slug::RegionKey;
use jiff::{SignedDuration, Timestamp};
use store::ledger::{self, Group, LedgerFilter, Only};
use store::{AuditEntry, Receipt, Scope, counted, org};
use testkit::{Source, on_both_engines};
use uuid::Uuid;

use crate::cases::{Sketch, plan};
use crate::common::{House, root};

const CASES: u128 = 40;

fn branch(number: u64) -> OrgUnitId {
    OrgUnitId::new(Uuid::from_u128(0xb0 + u128::from(number)))
}

async fn house(db: &testkit::TestDb) -> House {
    let house = House::new(db).await;
    for number in 0..3 {
        let mut tx = house.app.db.begin(house.app.origin("test")).await.unwrap();
        let id = branch(number).to_string();
        org::insert(&mut tx, &id, Some(&root().to_string()), "branch", "B")
            .await
            .unwrap();
        tx.finish(Receipt::new(AuditEntry::new("test", "org", id)))
            .await
            .unwrap();
    }
    house.person(2, "", Role::Engineer).await;
    house.person(3, "", Role::Engineer).await;
    house
}

/// A case with a history drawn at random.
fn random(source: &Source, number: u128, now: Timestamp) -> Sketch {
    let minutes = |bound| SignedDuration::from_mins(i64::try_from(source.below(bound)).unwrap());
    let reported_at = now - minutes(60 * 24 * 40);
    let mut reached = Vec::new();
    if source.below(3) > 0 {
        reached.push((Milestone::Answered, reported_at + minutes(60 * 20)));
        if source.below(2) > 0 {
            reached.push((Milestone::OnSite, reported_at + minutes(60 * 100)));
        }
    }
    reached.retain(|(_, at)| *at <= now);
    reached.sort_by_key(|(_, at)| *at);
    let graded = level(number).map(|level| {
        let fact = Fact::Graded {
            severity: level.parse().unwrap(),
            answers: BTreeMap::new(),
            reason: None,
        };
        (reported_at, fact)
    });
    Sketch {
        branch: branch(source.below(3)),
        owner: (source.below(3) > 0)
            .then(|| PersonId::new(Uuid::from_u128(2 + u128::from(source.below(2))))),
        region: [None, Some("near"), Some("far")][usize::try_from(source.below(3)).unwrap()],
        reached,
        more: graded.into_iter().collect(),
        ..Sketch::new(number, reported_at)
    }
}

/// How grave a case is, by the same keys under either plan.
fn level(number: u128) -> Option<&'static str> {
    [None, Some("level-1"), Some("level-2")][usize::try_from(number / 2 % 3).unwrap()]
}

/// The rows of a case, computed from its facts by the domain alone.
fn recomputed(sketch: &Sketch, now: Timestamp) -> Vec<Obligation> {
    let plan = EffectivePlan::draft(plan()).unwrap();
    let spec = domain::calendar::builtin("always").unwrap();
    let calendar = domain::calendar::Calendar::compile(&spec, &[]).unwrap();
    let calendars: Calendars = [("always".parse().unwrap(), calendar)]
        .into_iter()
        .collect();
    let mut rows = obligations(&plan, &calendars, &sketch.facts(), now);
    rows.retain(|row| row.state != State::Pending);
    rows
}

fn counted_at(row: &Obligation) -> Timestamp {
    row.due_at.or(row.ended_at).or(row.started_at).unwrap()
}

/// Whether the ledger, asked so, counts a row.
fn is_asked(filter: &LedgerFilter, scope: &Scope, sketch: &Sketch, row: &Obligation) -> bool {
    counted_at(row) >= filter.from
        && counted_at(row) < filter.until
        && filter.branch.is_none_or(|branch| sketch.branch == branch)
        && filter
            .region
            .as_ref()
            .is_none_or(|region| *region == sketch_region(sketch))
        && filter
            .clause
            .as_ref()
            .is_none_or(|clause| row.clause == *clause)
        && (*scope == Scope::All || sketch.branch == branch(0))
}

fn sketch_region(sketch: &Sketch) -> Only<RegionKey> {
    sketch
        .region
        .map_or(Only::Without, |key| Only::Of(key.parse().unwrap()))
}

/// What a row is counted under.
fn key(group: Group, sketch: &Sketch, version: PlanVersionId) -> String {
    match group {
        Group::Branch => sketch.branch.to_string(),
        Group::Owner => sketch
            .owner
            .map(|owner| owner.to_string())
            .unwrap_or_default(),
        Group::Region => sketch.region.unwrap_or_default().to_owned(),
        Group::Clause | Group::Severity => version.to_string(),
        _ => String::new(),
    }
}

#[tokio::test]
async fn counts_equal_a_fold_over_recomputed_promises() {
    on_both_engines(async |db| {
        let house = house(db).await;
        // Two plans that call their levels by the same keys.
        let plans = [house.publish().await, house.publish_as(4, plan()).await];
        let version = |number: u128| plans[usize::try_from(number % 2).unwrap()];
        let source = Source::seeded(20_261_122);
        let now = house.app.now();
        let sketches: Vec<Sketch> = (1..=CASES)
            .map(|number| random(&source, number, now))
            .collect();
        for sketch in &sketches {
            house.keep(version(sketch.number), sketch).await;
        }
        house.work().await;
        let computed: Vec<Vec<Obligation>> = sketches
            .iter()
            .map(|sketch| recomputed(sketch, now))
            .collect();
        let mut read = db.read().await.unwrap();
        for _ in 0..25 {
            let days = |bound| {
                SignedDuration::from_hours(24 * i64::try_from(source.below(bound)).unwrap())
            };
            let from = now - days(40);
            let mut filter = LedgerFilter::of(from, from + days(20), now);
            filter.branch = (source.below(3) == 0).then(|| branch(1));
            filter.region = [None, Some("near"), Some("-")]
                [usize::try_from(source.below(3)).unwrap()]
            .map(|region| region.parse().unwrap());
            filter.clause = (source.below(3) == 0).then(|| "answer".parse().unwrap());
            let scope = if source.below(2) == 0 {
                Scope::All
            } else {
                Scope::Branch(branch(0).to_string())
            };
            let asked: Vec<(&Sketch, &Obligation)> = sketches
                .iter()
                .zip(&computed)
                .flat_map(|(sketch, rows)| rows.iter().map(move |row| (sketch, row)))
                .filter(|(sketch, row)| is_asked(&filter, &scope, sketch, row))
                .collect();
            for group in [
                Group::Total,
                Group::Clause,
                Group::Branch,
                Group::Owner,
                Group::Region,
                Group::Severity,
            ] {
                let mut folded: BTreeMap<(String, String, &str), (i64, i64)> = BTreeMap::new();
                for (sketch, row) in &asked {
                    let clause = match group {
                        Group::Clause => row.clause.to_string(),
                        Group::Severity => level(sketch.number).unwrap_or_default().to_owned(),
                        _ => String::new(),
                    };
                    let entry = folded
                        .entry((
                            key(group, sketch, version(sketch.number)),
                            clause,
                            row.state.as_str(),
                        ))
                        .or_default();
                    entry.0 += 1;
                    entry.1 += row.late_ms_at(now).unwrap_or_default().max(0);
                }
                let counts = ledger::by(&mut read, group, &filter, &scope).await.unwrap();
                let counted: BTreeMap<_, _> = counts
                    .iter()
                    .map(|count| {
                        (
                            (
                                count.key.clone(),
                                count.clause.clone(),
                                count.state.as_str(),
                            ),
                            (count.count, count.late_ms),
                        )
                    })
                    .collect();
                assert_eq!(counted, folded, "{group:?} {filter:?} {scope:?}");
            }
            let lateness = ledger::lateness(&mut read, &filter, &scope).await.unwrap();
            let late = asked
                .iter()
                .filter(|(_, row)| row.late_ms.is_some())
                .count();
            assert_eq!(
                lateness.counts.iter().sum::<i64>(),
                i64::try_from(late).unwrap()
            );
            let rows = ledger::page(&mut read, &filter, &scope, None, 1_000)
                .await
                .unwrap();
            assert_eq!(rows.len(), asked.len());
        }
    })
    .await;
}

#[tokio::test]
async fn pages_join_without_gap_or_repeat_and_a_count_is_one_statement() {
    on_both_engines(async |db| {
        let house = house(db).await;
        let version = house.publish().await;
        let source = Source::seeded(7);
        let now = house.app.now();
        for number in 1..=20 {
            house.keep(version, &random(&source, number, now)).await;
        }
        house.work().await;
        let filter = LedgerFilter::of(Timestamp::UNIX_EPOCH, Timestamp::MAX, now);
        let mut read = db.read().await.unwrap();
        let all = ledger::page(&mut read, &filter, &Scope::All, None, 1_000)
            .await
            .unwrap();
        let mut joined = Vec::new();
        let mut after = None;
        loop {
            let page = ledger::page(&mut read, &filter, &Scope::All, after.as_ref(), 7)
                .await
                .unwrap();
            let Some(last) = page.last() else { break };
            after = Some(last.cursor());
            joined.extend(page);
        }
        assert_eq!(joined, all);
        let (_, counts) = counted(ledger::by(&mut read, Group::Clause, &filter, &Scope::All)).await;
        assert_eq!(counts.statements, 1);
        let nothing = ledger::by(&mut read, Group::Total, &filter, &Scope::Nothing)
            .await
            .unwrap();
        assert_eq!(nothing, []);
    })
    .await;
}
