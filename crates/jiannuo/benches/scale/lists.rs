//! What people look at: my open cases, one case, the ledger; and the timer with nothing to do.

use app::case::{self, ListCases};
use app::ledger::{self, AskLedger};
use app::{App, Ctx};
use domain::access::Role;
use jiff::ToSpan;
use jiff::tz::TimeZone;
use std::sync::Arc;
use std::time::{Duration, Instant};
use store::{Db, counted};
use testkit::{Place, TestDb};

use crate::company::Company;
use crate::measure::Results;

const ROUNDS: usize = 300;
/// A page of a list.
const PAGE: u32 = 50;
const COLD_ROUNDS: usize = 3;

pub(crate) async fn measure(db: &TestDb, company: &Company, results: &mut Results) {
    // Cold: before anything else is asked.
    ledger_of_a_month(db, company, results).await;
    let agents: Vec<Ctx> = (1..=company.markets.min(64))
        .map(|market| company.agent(Place::East, Some(market)))
        .collect();
    let mine = || ListCases {
        mine: true,
        limit: Some(PAGE),
        ..ListCases::default()
    };
    let page = case::list(&agents[0], &mine()).await.unwrap();
    assert_eq!(page.items.len(), PAGE as usize);
    let reads = page.items.iter().filter_map(|item| item.next.as_ref());
    assert_eq!(
        reads.filter(|next| next.clock.is_some()).count(),
        PAGE as usize,
        "each line has its remaining time"
    );
    results
        .repeat("my open cases, 50 rows", ROUNDS, |round| {
            let ctx = &agents[round % agents.len()];
            let asked = mine();
            async move { case::list(ctx, &asked).await.unwrap() }
        })
        .await;
    let manager = company.world.ctx(Role::ServiceManager, Place::East);
    results
        .repeat("open cases of a branch, 50 rows", ROUNDS, |_| {
            let asked = ListCases {
                limit: Some(PAGE),
                ..ListCases::default()
            };
            let manager = &manager;
            async move { case::list(manager, &asked).await.unwrap() }
        })
        .await;
    let executive = company.world.ctx(Role::Executive, Place::East);
    results
        .repeat("one case with its timeline", ROUNDS, |round| {
            let id = company.open_case(u32::try_from(round).unwrap());
            let executive = &executive;
            async move { case::get(executive, id).await.unwrap() }
        })
        .await;
    results
        .repeat("timer tick with nothing due", ROUNDS, |_| async {
            assert!(
                app::work::claim(company.app(), 32)
                    .await
                    .unwrap()
                    .is_empty()
            );
            app::work::next_at(company.app()).await.unwrap()
        })
        .await;
}

/// The month before this one, grouped by clause, each time on connections that have read nothing yet.
async fn ledger_of_a_month(db: &TestDb, company: &Company, results: &mut Results) {
    let today = company.now.to_zoned(TimeZone::UTC).date();
    let last = today.first_of_month().saturating_sub(1.day());
    let ask = AskLedger {
        from: Some(last.first_of_month()),
        to: Some(last),
        ..AskLedger::default()
    };
    let mut times: Vec<Duration> = Vec::new();
    let (mut counts, mut promises) = (None, 0);
    for _ in 0..COLD_ROUNDS {
        let fresh = Db::open(db.url()).await.unwrap();
        let app = App {
            db: fresh.clone(),
            ..App::clone(company.app())
        };
        let mut ctx = company.world.ctx(Role::Executive, Place::East);
        ctx.app = Arc::new(app);
        let start = Instant::now();
        let (view, counted) = counted(ledger::ledger(&ctx, &ask)).await;
        times.push(start.elapsed());
        counts = Some(counted);
        let total = view.unwrap().total;
        promises = total.kept + total.fulfilled_late + total.broken + total.running;
        fresh.close().await;
    }
    assert!(promises > 0, "the month has promises");
    results.note(
        "ledger of a month",
        times,
        counts,
        format!("{promises} promises"),
    );
}
