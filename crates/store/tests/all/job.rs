//! Timers: due once, retried with a bound, never lost with their worker.

use jiff::{SignedDuration, Timestamp};
use store::job::{self, Claim, MAX_ATTEMPTS};
use store::{Db, StoreError, Timer, counted};
use testkit::on_both_engines;

use crate::common::{begin, now, receipt};

const LEASE: SignedDuration = SignedDuration::from_secs(60);

fn timer(mark: &str, run_at: Timestamp) -> Timer {
    Timer {
        kind: "obligation.due".into(),
        subject: "o-1".into(),
        mark: mark.into(),
        run_at,
    }
}

async fn set(db: &Db, mark: &str, run_at: Timestamp) {
    begin(db)
        .await
        .finish(receipt().timer(timer(mark, run_at)))
        .await
        .unwrap();
}

async fn claim(db: &Db, token: &str, at: Timestamp) -> Vec<Claim> {
    job::claim_due(db, token, at, LEASE, 10).await.unwrap()
}

fn seconds(count: i64) -> SignedDuration {
    SignedDuration::from_secs(count)
}

#[tokio::test]
async fn a_timer_is_due_once_and_completed_with_its_effect() {
    on_both_engines(async |db| {
        set(db, "due", now() + seconds(10)).await;
        set(db, "warn-80", now() + seconds(5)).await;
        assert_eq!(claim(db, "a", now()).await, []);
        let first = job::next_run_at(&mut db.read().await.unwrap())
            .await
            .unwrap();
        assert_eq!(first, Some(now() + seconds(5)));

        let due = claim(db, "a", now() + seconds(10)).await;
        assert_eq!(
            due.iter().map(|job| job.mark.as_str()).collect::<Vec<_>>(),
            ["warn-80", "due"]
        );
        assert_eq!(claim(db, "b", now() + seconds(10)).await, []);
        for job in due {
            begin(db)
                .await
                .finish(receipt().completes(job.clone()))
                .await
                .unwrap();
            let twice = begin(db).await.finish(receipt().completes(job)).await;
            assert_eq!(twice, Err(StoreError::Stale { what: "job" }));
        }
        assert_eq!(
            job::next_run_at(&mut db.read().await.unwrap())
                .await
                .unwrap(),
            None
        );
    })
    .await;
}

#[tokio::test]
async fn a_vanished_worker_loses_its_claim_to_another() {
    on_both_engines(async |db| {
        set(db, "due", now()).await;
        let lost = claim(db, "a", now()).await.remove(0);
        let later = now() + LEASE;
        let taken = claim(db, "b", later).await.remove(0);
        assert_eq!((taken.attempt, taken.due_at), (2, now()));
        let late = begin(db).await.finish(receipt().completes(lost)).await;
        assert_eq!(late, Err(StoreError::Stale { what: "job" }));
        begin(db)
            .await
            .finish(receipt().completes(taken))
            .await
            .unwrap();
    })
    .await;
}

#[tokio::test]
async fn a_timer_set_again_while_it_runs_stays() {
    on_both_engines(async |db| {
        set(db, "due", now()).await;
        let running = claim(db, "a", now()).await.remove(0);
        set(db, "due", now() + seconds(30)).await;
        begin(db)
            .await
            .finish(receipt().completes(running))
            .await
            .unwrap();
        assert_eq!(claim(db, "b", now() + seconds(30)).await.len(), 1);
    })
    .await;
}

#[tokio::test]
async fn cancelled_timers_are_gone() {
    on_both_engines(async |db| {
        set(db, "due", now()).await;
        begin(db)
            .await
            .finish(receipt().cancel_timers("obligation.due", "o-1"))
            .await
            .unwrap();
        assert_eq!(claim(db, "a", now()).await, []);
    })
    .await;
}

#[tokio::test]
async fn a_job_may_be_dismissed_or_postponed_but_only_by_its_holder() {
    on_both_engines(async |db| {
        set(db, "due", now()).await;
        let lost = claim(db, "a", now()).await.remove(0);
        let held = claim(db, "b", now() + LEASE).await.remove(0);
        job::dismiss(db, &lost).await.unwrap();
        job::postpone(db, &held, now() + seconds(90)).await.unwrap();
        let again = claim(db, "c", now() + seconds(90)).await.remove(0);
        assert_eq!((again.attempt, again.due_at), (1, now() + seconds(90)));
        job::dismiss(db, &again).await.unwrap();
        assert_eq!(
            claim(db, "d", now() + SignedDuration::from_hours(1)).await,
            []
        );
    })
    .await;
}

#[tokio::test]
async fn timers_of_many_marks_end_with_one_statement() {
    on_both_engines(async |db| {
        let marks: Vec<String> = (0..6).map(|number| format!("letter-{number}")).collect();
        for mark in &marks {
            set(db, mark, now()).await;
        }
        let held = claim(db, "a", now()).await;
        assert_eq!(held.len(), marks.len());
        // One was set again meanwhile: it stays, and the others go all the same.
        set(db, "letter-0", now() + seconds(30)).await;
        let together = |claims: &[Claim]| {
            claims
                .iter()
                .cloned()
                .fold(receipt(), store::Receipt::completes)
        };
        let (ended, counts) =
            counted(async { begin(db).await.finish(together(&held)).await }).await;
        ended.unwrap();
        let left = claim(db, "b", now() + seconds(30)).await;
        let (ended, alone) = counted(async { begin(db).await.finish(together(&left)).await }).await;
        ended.unwrap();
        assert!(
            counts.statements <= alone.statements + 1,
            "{counts:?} for six, {alone:?} for one"
        );
        assert_eq!(claim(db, "c", now() + LEASE * 4).await, []);
        for mark in &marks {
            set(db, mark, now()).await;
        }
        let held = claim(db, "d", now()).await;
        job::dismiss_all(db, &held).await.unwrap();
        job::dismiss_all(db, &[]).await.unwrap();
        assert_eq!(claim(db, "e", now() + LEASE * 4).await, []);
    })
    .await;
}

#[tokio::test]
async fn of_a_timer_set_twice_and_cancelled_in_between_the_last_word_counts() {
    on_both_engines(async |db| {
        let later = |seconds_ahead| timer("due", now() + seconds(seconds_ahead));
        let twice = receipt().timers([later(1), later(2)]);
        let all = twice
            .cancel_timers("obligation.due", "o-1")
            .timer(later(4))
            .timer(later(3));
        begin(db).await.finish(all).await.unwrap();
        let first = job::next_run_at(&mut db.read().await.unwrap())
            .await
            .unwrap();
        assert_eq!(first, Some(now() + seconds(3)));
    })
    .await;
}

#[tokio::test]
async fn a_failing_job_is_tried_with_growing_pauses_then_listed_as_dead_and_can_be_revived() {
    on_both_engines(async |db| {
        set(db, "due", now()).await;
        let (mut at, mut pauses) = (now(), Vec::new());
        loop {
            let job = claim(db, "a", at).await.remove(0);
            let Some(next) = job::fail(db, &job, at, "no mail server").await.unwrap() else {
                break;
            };
            pauses.push(next.as_second() - at.as_second());
            at = next;
        }
        assert_eq!(pauses, [5, 10, 20, 40, 80, 160, 320, 640, 1280]);
        assert_eq!(
            claim(db, "a", at + SignedDuration::from_hours(100)).await,
            []
        );
        let dead = job::dead(&mut db.read().await.unwrap(), 10).await.unwrap();
        assert_eq!(dead.len(), 1);
        assert_eq!(dead[0].last_error.as_deref(), Some("no mail server"));

        let mut tx = begin(db).await;
        job::revive(&mut tx, &dead[0]).await.unwrap();
        tx.finish(receipt()).await.unwrap();
        assert_eq!(claim(db, "a", now()).await.len(), 1);
    })
    .await;
}

#[tokio::test]
async fn a_job_that_kills_its_workers_is_worn_out_and_given_up() {
    on_both_engines(async |db| {
        set(db, "due", now()).await;
        let mut at = now();
        for attempt in 1..=MAX_ATTEMPTS {
            let claimed = &claim(db, "a", at).await[0];
            assert_eq!((claimed.attempt, claimed.is_worn_out()), (attempt, false));
            at += LEASE;
        }
        let worn_out = &claim(db, "a", at).await[0];
        assert!(worn_out.is_worn_out());
        assert_eq!(job::fail(db, worn_out, at, "abandoned").await, Ok(None));
        assert_eq!(claim(db, "a", at + LEASE).await, []);
        let is_set = job::is_set(&mut db.read().await.unwrap(), "obligation.due", "o-1").await;
        assert_eq!(is_set, Ok(false), "it never comes");
        assert_eq!(
            job::dead(&mut db.read().await.unwrap(), 10)
                .await
                .unwrap()
                .len(),
            1
        );
    })
    .await;
}

#[tokio::test]
async fn an_idle_tick_reads_nothing_however_many_timers_wait() {
    on_both_engines(async |db| {
        for hundred in 0..3 {
            let timers =
                (0..100).map(|number| timer(&format!("m-{hundred}-{number}"), now() + seconds(60)));
            begin(db)
                .await
                .finish(receipt().timers(timers))
                .await
                .unwrap();
            let (due, counts) = counted(claim(db, "a", now())).await;
            assert_eq!(due, []);
            assert_eq!((counts.statements, counts.rows), (1, 0));
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn racing_workers_share_the_jobs_without_overlap() {
    on_both_engines(async |db| {
        let timers = (0..100).map(|number| timer(&format!("m-{number}"), now()));
        begin(db)
            .await
            .finish(receipt().timers(timers))
            .await
            .unwrap();
        let workers: Vec<_> = (0..6)
            .map(|worker| {
                let db = Db::clone(db);
                tokio::spawn(async move {
                    let mut marks = Vec::new();
                    for round in 0..50 {
                        let token = format!("w-{worker}-{round}");
                        let jobs = job::claim_due(&db, &token, now(), LEASE, 7).await.unwrap();
                        marks.extend(jobs.into_iter().map(|job| job.mark));
                    }
                    marks
                })
            })
            .collect();
        let mut marks = Vec::new();
        for worker in workers {
            marks.extend(worker.await.unwrap());
        }
        marks.sort();
        let claimed = marks.len();
        marks.dedup();
        assert_eq!((claimed, marks.len()), (100, 100));
    })
    .await;
}
