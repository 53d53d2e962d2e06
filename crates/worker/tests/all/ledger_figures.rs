//! Every figure of the ledger opens the promises it counts, those of cases without a region, an owner or a level included.

use app::ledger::{self, AskLedger, GroupBy, GroupView, LedgerView, Tally};
use app::{Actor, Ctx};
use domain::access::{self, Role};
use domain::case::Fact;
use domain::ids::{PersonId, SessionId};
use domain::language::Language;
use domain::milestone::Milestone;
use jiff::SignedDuration;
use serde_json::{Map, Value, json};
use testkit::{Source, on_both_engines};
use uuid::Uuid;

use crate::cases::{Sketch, plan};
use crate::common::{House, root};

const CASES: u128 = 24;
const GROUPS: [GroupBy; 8] = [
    GroupBy::Clause,
    GroupBy::Plan,
    GroupBy::Customer,
    GroupBy::Region,
    GroupBy::Owner,
    GroupBy::Branch,
    GroupBy::Severity,
    GroupBy::Month,
];

fn boss(house: &House) -> Ctx {
    Ctx {
        app: house.app.clone(),
        actor: Actor {
            access: access::Actor {
                person: PersonId::new(Uuid::from_u128(1)),
                roles: vec![Role::Executive],
                place: root(),
                customer: None,
            },
            name: "Mei".into(),
            login: "person1".into(),
            session: SessionId::new(Uuid::from_u128(1)),
            must_change_password: false,
            token: None,
        },
        language: Language::English,
        request: "request-1".into(),
        repeat: None,
    }
}

/// Cases with and without an owner, a region and a level; some promises kept, some late, some broken.
async fn filled(house: &House) {
    let owner = house.person(2, "", Role::Engineer).await;
    let plans = [house.publish().await, house.publish_as(4, plan()).await];
    let source = Source::seeded(7);
    let hours = |bound| SignedDuration::from_hours(i64::try_from(source.below(bound)).unwrap());
    for number in 1..=CASES {
        let reported_at = house.app.now() - hours(24 * 60);
        let answered_at = reported_at + hours(24);
        let graded = Fact::Graded {
            severity: "level-1".parse().unwrap(),
            answers: std::collections::BTreeMap::new(),
            reason: None,
        };
        let mut sketch = Sketch::new(number, reported_at);
        sketch.owner = (source.below(2) == 0).then_some(owner);
        sketch.region = (source.below(2) == 0).then_some("near");
        if source.below(3) > 0 && answered_at <= house.app.now() {
            sketch.reached.push((Milestone::Answered, answered_at));
        }
        sketch
            .more
            .extend((source.below(2) == 0).then_some((reported_at, graded)));
        house
            .keep(plans[usize::try_from(number % 2).unwrap()], &sketch)
            .await;
    }
    house.work().await;
}

/// The question that opens a group, as a page asks it.
fn narrowed(view: &LedgerView, group: &GroupView) -> Map<String, Value> {
    let mut ask = Map::from_iter([
        ("from".to_owned(), json!(view.from)),
        ("to".to_owned(), json!(view.to)),
    ]);
    if view.group_by == GroupBy::Month {
        let first: jiff::civil::Date = format!("{}-01", group.key).parse().unwrap();
        ask.insert("from".into(), json!(first.max(view.from)));
        ask.insert("to".into(), json!(first.last_of_month().min(view.to)));
        return ask;
    }
    let by = serde_json::to_value(view.group_by).unwrap();
    ask.insert(by.as_str().unwrap().to_owned(), json!(group.key));
    ask.extend(
        group
            .plan
            .iter()
            .map(|plan| ("plan".to_owned(), json!(plan))),
    );
    ask
}

fn figures(tally: &Tally) -> [(Option<&'static str>, i64); 7] {
    let all = tally.kept
        + tally.fulfilled_late
        + tally.broken
        + tally.excused
        + tally.running
        + tally.cancelled;
    [
        (None, all),
        (Some("kept"), tally.kept),
        (Some("fulfilled_late"), tally.fulfilled_late),
        (Some("broken"), tally.broken),
        (Some("excused"), tally.excused),
        (Some("running"), tally.running),
        (Some("cancelled"), tally.cancelled),
    ]
}

async fn listed(ctx: &Ctx, ask: &Map<String, Value>) -> i64 {
    let mut ask = ask.clone();
    ask.insert("limit".into(), json!(200));
    let ask: AskLedger = serde_json::from_value(Value::Object(ask)).expect("a page may ask so");
    let page = ledger::rows(ctx, &ask).await.unwrap();
    assert!(page.next.is_none(), "one page holds them all");
    i64::try_from(page.items.len()).unwrap()
}

#[tokio::test]
async fn every_figure_of_every_group_opens_the_promises_it_counts() {
    on_both_engines(async |db| {
        let house = House::new(db).await;
        filled(&house).await;
        let ctx = boss(&house);
        for group_by in GROUPS {
            let ask = AskLedger {
                group_by,
                ..AskLedger::default()
            };
            let view = ledger::ledger(&ctx, &ask).await.unwrap();
            let mut counted = 0;
            for group in &view.groups {
                let mut ask = narrowed(&view, group);
                for (state, count) in figures(&group.tally) {
                    ask.extend(state.map(|state| ("state".to_owned(), json!(state))));
                    assert_eq!(listed(&ctx, &ask).await, count, "{group_by:?} {ask:?}");
                }
                counted += figures(&group.tally)[0].1;
            }
            assert_eq!(counted, figures(&view.total)[0].1, "{group_by:?}");
            let nameless = view.groups.iter().any(|group| group.key == "-");
            let expected = matches!(
                group_by,
                GroupBy::Customer | GroupBy::Region | GroupBy::Owner | GroupBy::Severity
            );
            assert_eq!(nameless, expected, "{group_by:?}");
        }
    })
    .await;
}

#[tokio::test]
async fn how_late_opens_the_promises_that_were_as_late() {
    on_both_engines(async |db| {
        let house = House::new(db).await;
        filled(&house).await;
        let ctx = boss(&house);
        let view = ledger::ledger(&ctx, &AskLedger::default()).await.unwrap();
        assert!(view.lateness.counts.iter().any(|count| *count > 0));
        for (place, count) in view.lateness.counts.iter().enumerate() {
            let ask = Map::from_iter([("lateness".to_owned(), json!(place))]);
            assert_eq!(listed(&ctx, &ask).await, *count, "{place}");
        }
    })
    .await;
}
