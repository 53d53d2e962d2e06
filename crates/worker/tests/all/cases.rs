//! Cases as a test needs them: a plan of one promise, facts at given times, an alarm.

use std::sync::Arc;

use domain::case::intake::Channel;
use domain::case::{Author, CaseEvent, Fact, LevelRank, Phase};
use domain::ids::{CaseId, EventId, OrgUnitId, PersonId, PlanId, PlanVersionId};
use domain::milestone::Milestone;
use domain::plan::Plan;
use jiff::Timestamp;
use serde_json::json;
use store::case::{self, CaseRow, Digest, Part};
use store::plan::VersionRow;
use store::{AuditEntry, Receipt, Timer};
use uuid::Uuid;

use crate::common::{House, root};

/// Answer within ten hours; warned at half, at 80 % with the manager.
pub(crate) fn plan() -> Plan {
    serde_json::from_value(json!({
        "title": "Test plan", "trade": "test", "calendar": "always", "warn_at_percent": [50, 80],
        "escalations": [{ "at_percent": 80, "to": "service_manager" }],
        "clauses": [{
            "id": "answer", "heading": "Answer", "text": "We answer within ten hours.",
            "promise": { "kind": "time_limit", "from": "reported", "to": "answered",
                "otherwise": { "bound": { "type": "within", "limit": "natural:PT10H" } } },
        }, {
            "id": "visit", "heading": "Visit", "text": "We come within two days.",
            "promise": { "kind": "time_limit", "from": "reported", "to": "on_site",
                "otherwise": { "bound": { "type": "within", "limit": "natural:PT48H" } } },
        }],
    }))
    .unwrap()
}

pub(crate) fn case_id(number: u128) -> CaseId {
    CaseId::new(Uuid::from_u128(0xca5e_0000 + number))
}

/// A case to keep.
pub(crate) struct Sketch {
    pub(crate) number: u128,
    pub(crate) branch: OrgUnitId,
    pub(crate) owner: Option<PersonId>,
    pub(crate) region: Option<&'static str>,
    pub(crate) reported_at: Timestamp,
    pub(crate) reached: Vec<(Milestone, Timestamp)>,
    /// Facts that are no plain milestones.
    pub(crate) more: Vec<(Timestamp, Fact)>,
}

impl Sketch {
    pub(crate) fn new(number: u128, reported_at: Timestamp) -> Self {
        Self {
            number,
            branch: root(),
            owner: None,
            region: None,
            reported_at,
            reached: Vec::new(),
            more: Vec::new(),
        }
    }

    /// The facts, in the order of their times.
    pub(crate) fn facts(&self) -> Vec<CaseEvent> {
        let reported = Fact::Reported {
            channel: Channel::Phone,
            question: None,
            region: self.region.map(|region| region.parse().unwrap()),
            service_level: None,
            standing: None,
        };
        let mut facts = vec![(self.reported_at, reported)];
        facts.extend(self.reached.iter().map(|(milestone, at)| {
            (
                *at,
                Fact::Reached {
                    milestone: *milestone,
                    evidence: Vec::new(),
                    note: String::new(),
                },
            )
        }));
        facts.extend(self.more.iter().cloned());
        facts.sort_by_key(|(at, _)| *at);
        (1..)
            .zip(facts)
            .map(|(seq, (at, fact))| CaseEvent {
                id: EventId::new(Uuid::from_u128(self.number * 100 + u128::from(seq))),
                seq,
                at,
                recorded_at: at,
                by: Author::System,
                copied_from: None,
                fact,
            })
            .collect()
    }
}

impl House {
    /// Publishes the plan; once for each house.
    pub(crate) async fn publish(&self) -> PlanVersionId {
        self.publish_as(3, plan()).await
    }

    /// Publishes a plan under a number of its own.
    pub(crate) async fn publish_as(&self, number: u128, body: Plan) -> PlanVersionId {
        let (id, plan_id) = (
            PlanVersionId::new(Uuid::from_u128(2 * number + 1)),
            PlanId::new(Uuid::from_u128(2 * number)),
        );
        let mut tx = self.app.db.begin(self.app.origin("test")).await.unwrap();
        store::plan::insert(&mut tx, plan_id, &body).await.unwrap();
        let version = VersionRow {
            id,
            plan: plan_id,
            number: 1,
            title: body.title.clone(),
            hash: "0".repeat(64),
            published_at: tx.at(),
            published_by: "test".into(),
            body: Arc::new(body),
        };
        store::plan::insert_version(&mut tx, &version)
            .await
            .unwrap();
        tx.finish(Receipt::new(AuditEntry::new("test", "plan", plan_id)))
            .await
            .unwrap();
        id
    }

    /// Keeps a case with its facts and lets its alarm ring at once.
    pub(crate) async fn keep(&self, version: PlanVersionId, sketch: &Sketch) {
        let id = case_id(sketch.number);
        let timer = Timer {
            kind: app::case::ALARM.into(),
            subject: id.to_string(),
            mark: "next".into(),
            run_at: self.app.now(),
        };
        self.keep_as(id, version, sketch, Some(timer)).await;
    }

    /// Keeps a case under an id of its own, with this alarm or none.
    pub(crate) async fn keep_as(
        &self,
        id: CaseId,
        version: PlanVersionId,
        sketch: &Sketch,
        alarm: Option<Timer>,
    ) {
        let mut tx = self.app.db.begin(self.app.origin("test")).await.unwrap();
        let facts = sketch.facts();
        let row = CaseRow {
            id,
            number: format!("FW-{}", sketch.number),
            branch: sketch.branch,
            customer: None,
            site: None,
            unit: None,
            agreement: None,
            plan_version: version,
            channel: Channel::Phone,
            name: String::new(),
            phone: String::new(),
            address: String::new(),
            content: String::new(),
            wishes: String::new(),
            owner: sketch.owner,
            digest: Digest {
                phase: Phase::New,
                is_paused: false,
                severity: None,
                rank: LevelRank::UNGRADED,
                region: None,
                cause: None,
                has_complaint: false,
                broken: 0,
                next_due_at: None,
                next_promise: None,
                ended_at: None,
            },
            frozen: None,
            reported_at: sketch.reported_at,
            last_seq: u32::try_from(facts.len()).unwrap(),
            version: 1,
            created_at: tx.at(),
        };
        case::insert(&mut tx, &row).await.unwrap();
        case::append(&mut tx, id, &facts).await.unwrap();
        if let Some(owner) = sketch.owner {
            case::add_person(&mut tx, &row, owner, Part::Owner)
                .await
                .unwrap();
        }
        let receipt = Receipt::new(AuditEntry::new("test", "case", id));
        tx.finish(receipt.timers(alarm)).await.unwrap();
    }
}
