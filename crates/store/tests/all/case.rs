use domain::case::Phase;
use domain::case::intake::Channel;
use domain::ids::{CaseId, OrgUnitId, PersonId, PlanVersionId};
use jiff::SignedDuration;
use store::case::{self, CaseFilter, CaseRow, Digest, Part};
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
            let after = page[1].cursor();
            let rest = case::page(&mut read, &filter, Some(&after), &Scope::All, 2)
                .await
                .unwrap();
            assert_eq!(numbers(&rest), ["FW-4"]);
        }
    })
    .await;
}
