use domain::case::intake::Channel;
use domain::case::{LevelRank, Phase};
use domain::ids::{CaseId, CustomerId, OrgUnitId, PersonId, PlanVersionId};
use jiff::SignedDuration;
use store::case::{self, CaseFilter, CaseOrder, CaseRow, CaseSort, Digest, Part};
use store::{Db, Scope, org};
use testkit::on_both_engines;
use uuid::Uuid;

use crate::common::{begin, now, receipt};

fn id(number: u128) -> Uuid {
    Uuid::from_u128(number)
}

fn branch() -> OrgUnitId {
    OrgUnitId::new(id(1))
}

/// An open case of which nothing is said but when its next promise breaks.
fn open_case(number: u32) -> CaseRow {
    CaseRow {
        id: CaseId::new(id(u128::from(number))),
        number: format!("FW-{number}"),
        branch: branch(),
        customer: None,
        site: None,
        unit: None,
        agreement: None,
        plan_version: PlanVersionId::new(id(2)),
        channel: Channel::Phone,
        name: String::new(),
        phone: String::new(),
        address: String::new(),
        content: String::new(),
        wishes: String::new(),
        owner: None,
        digest: Digest {
            phase: Phase::New,
            is_paused: false,
            severity: None,
            rank: LevelRank::UNGRADED,
            region: None,
            cause: None,
            has_complaint: false,
            broken: 0,
            next_due_at: Some(now() + SignedDuration::from_mins(i64::from(number))),
            next_promise: None,
            ended_at: None,
        },
        frozen: None,
        reported_at: now(),
        last_seq: 1,
        version: 1,
        created_at: now(),
    }
}

async fn keep(db: &Db, cases: &[(CaseRow, &[(PersonId, Part)])]) {
    let mut tx = begin(db).await;
    org::insert(&mut tx, &branch().to_string(), None, "branch", "East")
        .await
        .unwrap();
    for (row, people) in cases {
        case::insert(&mut tx, row).await.unwrap();
        for (person, part) in *people {
            case::add_person(&mut tx, row, *person, *part)
                .await
                .unwrap();
        }
    }
    tx.finish(receipt()).await.unwrap();
}

#[tokio::test]
async fn who_owns_a_case_and_goes_to_it_has_it_once_in_their_list() {
    on_both_engines(async |db| {
        let (anna, ben) = (PersonId::new(id(7)), PersonId::new(id(8)));
        let both = [(anna, Part::Owner), (anna, Part::Crew)];
        let crew = [(anna, Part::Crew), (ben, Part::Owner)];
        let watcher = [(anna, Part::Watcher), (ben, Part::Crew)];
        keep(
            db,
            &[
                (open_case(3), &both),
                (open_case(2), &crew),
                (open_case(1), &watcher),
                (open_case(4), &both),
            ],
        )
        .await;
        let mut read = db.read().await.unwrap();
        let mine = CaseFilter {
            person: Some(anna),
            ..CaseFilter::default()
        };
        // What narrows nothing is a statement of its own and gives the same.
        let named = CaseFilter {
            text: "FW-".into(),
            ..mine.clone()
        };
        for filter in [mine, named] {
            let page = case::page(&mut read, &filter, None, &Scope::All, 2)
                .await
                .unwrap();
            let numbers = |page: &[CaseRow]| -> Vec<String> {
                page.iter().map(|case| case.number.clone()).collect()
            };
            assert_eq!(numbers(&page), ["FW-2", "FW-3"]);
            let after = filter.place(&page[1]);
            let rest = case::page(&mut read, &filter, Some(&after), &Scope::All, 2)
                .await
                .unwrap();
            assert_eq!(numbers(&rest), ["FW-4"]);
        }
    })
    .await;
}

/// A case that ended some minutes after it was reported.
fn ended_case(number: u32, minutes: i64) -> CaseRow {
    let mut row = open_case(number);
    row.digest.phase = Phase::Closed;
    row.digest.next_due_at = None;
    row.digest.ended_at = Some(now() + SignedDuration::from_mins(minutes));
    row
}

async fn two(db: &Db, filter: &CaseFilter, after: Option<&CaseRow>) -> Vec<CaseRow> {
    let mut read = db.read().await.unwrap();
    let after = after.map(|row| filter.place(row));
    let page = case::page(&mut read, filter, after.as_ref(), &Scope::All, 2).await;
    page.unwrap()
}

#[tokio::test]
async fn ended_cases_are_listed_the_last_one_first_and_counted() {
    on_both_engines(async |db| {
        let anna = PersonId::new(id(7));
        let hers = [(anna, Part::Owner)];
        keep(
            db,
            &[
                (ended_case(1, 10), &hers),
                (ended_case(2, 30), &hers),
                (ended_case(3, 20), &hers),
                (open_case(4), &hers),
            ],
        )
        .await;
        let all = CaseFilter {
            open: Some(false),
            ..CaseFilter::default()
        };
        let of_anna = CaseFilter {
            person: Some(anna),
            ..all.clone()
        };
        for filter in [all, of_anna] {
            let page = two(db, &filter, None).await;
            let rest = two(db, &filter, page.last()).await;
            let told: Vec<&str> = page
                .iter()
                .chain(&rest)
                .map(|row| row.number.as_str())
                .collect();
            assert_eq!(told, ["FW-2", "FW-3", "FW-1"]);
            let mut read = db.read().await.unwrap();
            for (most, counted) in [(10, 3), (2, 2)] {
                let count = case::count(&mut read, &filter, &Scope::All, most).await;
                assert_eq!(count.unwrap(), counted);
            }
        }
    })
    .await;
}

#[tokio::test]
async fn each_word_must_be_found_and_a_branch_holds_what_is_below_it() {
    on_both_engines(async |db| {
        let outlet = OrgUnitId::new(id(9));
        let mut screen = open_case(1);
        screen.content = "拼接屏 黑屏".into();
        screen.address = "滨江路 1 号".into();
        let mut other = open_case(2);
        other.content = "拼接屏".into();
        other.customer = Some(CustomerId::new(id(5)));
        keep(db, &[(screen, &[]), (other, &[])]).await;
        let mut tx = begin(db).await;
        let below = Some(branch().to_string());
        org::insert(
            &mut tx,
            &outlet.to_string(),
            below.as_deref(),
            "outlet",
            "Quay",
        )
        .await
        .unwrap();
        let at_outlet = CaseRow {
            branch: outlet,
            ..open_case(3)
        };
        case::insert(&mut tx, &at_outlet).await.unwrap();
        tx.finish(receipt()).await.unwrap();
        let texts = |text: &str, named: &[u128]| CaseFilter {
            text: text.into(),
            named: named
                .iter()
                .map(|number| CustomerId::new(id(*number)).to_string())
                .collect(),
            ..CaseFilter::default()
        };
        let at = |branch| CaseFilter {
            branch: Some(branch),
            text: "FW".into(),
            ..CaseFilter::default()
        };
        let asked = [
            (texts("拼接屏", &[]), 2),
            (texts("拼接屏 滨江", &[]), 1),
            (texts("滨江　拼接屏", &[]), 1),
            (texts("拼接屏 滨江 没有", &[]), 0),
            (texts("rhyy", &[]), 0),
            (texts("rhyy", &[5, 6]), 1),
            (at(branch()), 3),
            (at(outlet), 1),
        ];
        let mut read = db.read().await.unwrap();
        for (filter, found) in asked {
            let page = case::page(&mut read, &filter, None, &Scope::All, 10).await;
            assert_eq!(page.unwrap().len(), found, "{filter:?}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_list_is_sorted_by_any_of_its_heads_in_either_direction_page_after_page() {
    on_both_engines(async |db| {
        let anna = PersonId::new(id(7));
        let mut rows: Vec<CaseRow> = (1..=5).map(open_case).collect();
        for (row, rank) in [(0, 1), (1, 0), (3, 1)] {
            rows[row].digest.rank = LevelRank::stored(rank);
        }
        rows[0].digest.phase = Phase::Repaired;
        rows[2].digest.phase = Phase::OnSite;
        rows[4].customer = Some(CustomerId::new(id(5)));
        rows[2].customer = Some(CustomerId::new(id(6)));
        for (number, row) in rows.iter_mut().enumerate() {
            // Nothing is owed on the last one, and the first was reported last.
            let minutes = i64::try_from(number).unwrap();
            row.digest.next_due_at =
                (number < 4).then(|| now() + SignedDuration::from_mins(minutes));
            row.reported_at = now() - SignedDuration::from_mins(minutes);
        }
        let hers = [(anna, Part::Owner)];
        let kept: Vec<(CaseRow, &[(PersonId, Part)])> = rows
            .into_iter()
            .map(|row| (row, &hers[..]))
            .chain([(ended_case(6, 10), &hers[..]), (ended_case(7, 5), &[][..])])
            .collect();
        keep(db, &kept).await;
        let asked = [
            (CaseSort::Due, true, ["1", "2", "3", "4", "5"].as_slice()),
            (CaseSort::Reported, true, &["5", "4", "3", "2", "1"]),
            (CaseSort::Severity, true, &["2", "1", "4", "3", "5"]),
            (CaseSort::Phase, true, &["2", "4", "5", "3", "1"]),
            (CaseSort::Customer, true, &["1", "2", "4", "5", "3"]),
            (CaseSort::Due, false, &["7", "6"]),
        ];
        for (by, open, numbers) in asked {
            for descending in [false, true] {
                for person in [None, Some(anna)] {
                    let filter = CaseFilter {
                        open: Some(open),
                        order: Some(CaseOrder { by, descending }),
                        person,
                        ..CaseFilter::default()
                    };
                    let mut told: Vec<String> = Vec::new();
                    let mut last: Option<CaseRow> = None;
                    loop {
                        let page = two(db, &filter, last.as_ref()).await;
                        told.extend(page.iter().map(|row| row.number.replace("FW-", "")));
                        last = page.into_iter().next_back();
                        if last.is_none() {
                            break;
                        }
                    }
                    let mut wanted: Vec<&str> = numbers.to_vec();
                    if person.is_some() {
                        wanted.retain(|number| *number != "7");
                    }
                    if descending {
                        wanted.reverse();
                    }
                    assert_eq!(told, wanted, "{by:?} {descending} {person:?}");
                }
            }
        }
    })
    .await;
}
