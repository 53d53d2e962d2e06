//! A company with a year of cases: some hundred are made by the use cases themselves and then multiplied.

use std::sync::Arc;

use app::agreements::{self, AgreementFields, AgreementKind, CreateAgreement};
use app::case::{self, CaseView, Report};
use app::customers::{self, CustomerFields};
use app::plans::{self, CreatePlan, Origin};
use app::products::{self, ProductFields};
use app::units::{self, UnitFields};
use app::{App, Clock as _, Ctx, SystemClock};
use domain::access::Role;
use domain::case::Command;
use domain::customer::CustomerKind;
use domain::ids::{CaseId, PlanVersionId, UnitId};
use domain::plan::Plan;
use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};
use testkit::{Outside, Place, TestDb, World, copy_of, multiply};

/// Cases made by the use cases, spread over a year.
const MODELS: u32 = 200;
/// Units per branch, each with a customer and an agreement of its own.
const UNITS: u32 = 10;
/// Copies of each case that share a copy of the market: an owner then has some 250 open cases, whatever the size.
const CASES_PER_MARKET: u32 = 5;
const YEAR: SignedDuration = SignedDuration::from_hours(24 * 365);
/// How long ago the youngest case was reported: longer than any public holiday, so that no promise of hours still runs.
const QUIET: SignedDuration = SignedDuration::from_hours(24 * 14);
const FAULTS: [&str; 8] = [
    "空调不制冷，室外机有异响",
    "冰箱漏水，地板已经泡湿",
    "投影机开机后没有画面",
    "门禁刷卡没有反应",
    "电梯机房温度过高报警",
    "洗衣机脱水时剧烈晃动",
    "热水器点火失败，显示 E3",
    "打印机连续卡纸",
];

/// A unit to report faults of.
#[derive(Debug, Clone)]
struct Installed {
    unit: UnitId,
    place: Place,
}

/// The company, among how many cases, and the instant it is asked at.
pub(crate) struct Company {
    pub(crate) world: World,
    pub(crate) now: Timestamp,
    /// Copies of customers, units, agreements and owners.
    pub(crate) markets: u32,
    /// Model cases that are open, as they were reported.
    pub(crate) open: Vec<CaseId>,
    pub(crate) product_model: String,
    pub(crate) customer_number: String,
    cases: u32,
    units: Vec<Installed>,
}

impl Company {
    /// Makes a company with about `cases` cases, half of them open.
    pub(crate) async fn found(db: &TestDb, cases: u32) -> Self {
        let world = World::on(db).await;
        let copies = (cases / MODELS).max(CASES_PER_MARKET);
        let mut company = Self {
            now: SystemClock.now(),
            markets: copies / CASES_PER_MARKET,
            open: Vec::new(),
            product_model: "KF-35".to_owned(),
            customer_number: String::new(),
            cases: copies * MODELS,
            units: Vec::new(),
            world,
        };
        company.stand_at(company.now - QUIET - YEAR);
        let version = company.publish("Service", plan(), Place::East).await;
        company.sell(version).await;
        for number in 0..MODELS {
            company.serve(number).await;
        }
        company.stand_at(company.now);
        company.work().await;
        multiply(db.engine(), db.url(), copies, company.markets).await;
        company
    }

    pub(crate) fn app(&self) -> &Arc<App> {
        &self.world.app
    }

    /// Puts the clock to an instant.
    pub(crate) fn stand_at(&self, at: Timestamp) {
        self.world
            .clock
            .advance(at.duration_since(self.world.clock.now()));
    }

    /// Runs what is due, one after the other.
    pub(crate) async fn work(&self) {
        let config = worker::Config::new(std::env::temp_dir());
        worker::drain(self.app(), &config).await.unwrap();
    }

    /// The agent of a branch, or one of the agents copied from them.
    pub(crate) fn agent(&self, place: Place, market: Option<u32>) -> Ctx {
        let mut ctx = self.world.ctx(Role::ServiceAgent, place);
        if let Some(market) = market {
            let id = copy_of(&ctx.person().to_string(), market);
            ctx.actor.access.person = id.parse().unwrap();
        }
        ctx
    }

    /// A unit and the agent of its branch; any number gives one.
    pub(crate) fn unit(&self, number: u32) -> (UnitId, Ctx) {
        let model = &self.units[number as usize % self.units.len()];
        let id = copy_of(&model.unit.to_string(), 1 + number % self.markets);
        (id.parse().unwrap(), self.agent(model.place, None))
    }

    /// An open case; any number gives one.
    pub(crate) fn open_case(&self, number: u32) -> CaseId {
        let model = &self.open[number as usize % self.open.len()];
        let copies = self.cases / MODELS;
        copy_of(&model.to_string(), 1 + number * 7 % copies)
            .parse()
            .unwrap()
    }

    pub(crate) async fn described(&self, db: &TestDb) -> String {
        let mut outside = Outside::of(db.url()).await;
        let mut parts = Vec::new();
        for (table, condition, word) in [
            ("service_case", "1 = 1", "cases"),
            ("service_case", "is_open = 1", "open"),
            ("case_event", "1 = 1", "facts"),
            ("case_obligation", "1 = 1", "promises"),
            ("case_obligation", "state = 'running'", "running clocks"),
            ("job", "run_at IS NOT NULL", "alarms"),
            ("customer", "1 = 1", "customers"),
            ("unit", "1 = 1", "units"),
            ("person", "1 = 1", "people"),
        ] {
            parts.push(format!("{} {word}", outside.count(table, condition).await));
        }
        outside.close().await;
        parts.join(", ")
    }

    /// The copies are as sound as their models: what is stored equals what the facts give.
    pub(crate) async fn prove(&self) {
        if self.cases <= 20_000 {
            let check = case::check_ledger(self.app()).await.unwrap();
            assert_eq!(check.differences, [], "the copies are sound");
            println!("{} cases recomputed, no difference", check.cases);
        }
        let manager = self.world.ctx(Role::Executive, Place::East);
        for number in 0..50 {
            let id = self.open_case(number);
            let view = case::get(&manager, id).await.unwrap();
            assert_eq!(view.id, id);
            assert!(!view.obligations.is_empty() && !view.timeline.is_empty());
        }
    }

    /// Publishes a plan.
    pub(crate) async fn publish(&self, title: &str, body: Value, place: Place) -> PlanVersionId {
        let ctx = self.world.ctx(Role::ServiceManager, place);
        let mut plan: Plan = serde_json::from_value(body).unwrap();
        plan.title = title.to_owned();
        let from = Origin::Document {
            plan: Box::new(plan),
        };
        let made = plans::create(&ctx, CreatePlan { from, title: None })
            .await
            .unwrap();
        let published = plans::publish(&ctx, made.id, made.version).await.unwrap();
        published.versions[0].id
    }

    async fn sell(&mut self, version: PlanVersionId) {
        let administrator = self.world.ctx(Role::Administrator, Place::East);
        let product =
            json!({ "model": self.product_model, "name": "空调", "component_classes": [] });
        let product: ProductFields = serde_json::from_value(product).unwrap();
        let product = products::create(&administrator, product).await.unwrap().id;
        for number in 0..2 * UNITS {
            let place = if number < UNITS {
                Place::East
            } else {
                Place::West
            };
            let branch = if number < UNITS {
                self.world.east
            } else {
                self.world.west
            };
            let ctx = self.world.ctx(Role::ServiceManager, place);
            let fields = CustomerFields {
                kind: CustomerKind::Organisation,
                name: format!("第{number}医院"),
                phone: format!("1990000{number:04}"),
                mail: String::new(),
                uscc: String::new(),
                note: String::new(),
                branch,
            };
            let customer = customers::create(&ctx, &customers::CreateCustomer::default(), fields)
                .await
                .unwrap();
            let fields = json!({
                "product": product, "serial": format!("SN-{number:04}"), "customer": customer.id,
                "dates": { "accepted": "2026-01-05" },
            });
            let fields: UnitFields = serde_json::from_value(fields).unwrap();
            let unit = units::register(&ctx, fields).await.unwrap().id;
            self.agree(&ctx, version, customer.id, unit).await;
            self.units.push(Installed { unit, place });
            self.customer_number = customer.number;
        }
    }

    async fn agree(
        &self,
        ctx: &Ctx,
        plan_version: PlanVersionId,
        customer: domain::ids::CustomerId,
        unit: UnitId,
    ) {
        let agreement = AgreementFields {
            kind: AgreementKind::SaleWarranty,
            title: "Sale".to_owned(),
            org: None,
            plan_version,
            starts_on: jiff::civil::date(2020, 1, 1),
            ends_on: None,
            contract_fen: None,
            terms: domain::plan::Terms::default(),
            units: vec![unit],
            sites: Vec::new(),
        };
        agreements::create(
            ctx,
            CreateAgreement {
                customer,
                agreement,
            },
        )
        .await
        .unwrap();
    }

    /// A unit of the models with an agreement of its own under another plan.
    pub(crate) async fn also_serve(&self, version: PlanVersionId, number: usize) -> Report {
        let installed = &self.units[number % self.units.len()];
        let ctx = self.world.ctx(Role::ServiceManager, installed.place);
        let unit = units::get(&ctx, installed.unit).await.unwrap();
        self.agree(&ctx, version, unit.unit.customer, installed.unit)
            .await;
        report_of(installed.unit, number)
    }

    /// Reports a fault and takes it as far as it comes: every other one is closed, some are never answered.
    async fn serve(&mut self, number: u32) {
        let step = YEAR.as_secs() / i64::from(MODELS);
        let after = SignedDuration::from_secs(step * i64::from(number));
        self.stand_at(self.now - QUIET - YEAR + after);
        let installed = self.units[number as usize % self.units.len()].clone();
        let ctx = self.agent(installed.place, None);
        let view = case::report(&ctx, report_of(installed.unit, number as usize))
            .await
            .unwrap();
        if number % 10 == 9 {
            self.open.push(view.id);
            return;
        }
        self.world.clock.advance(SignedDuration::from_mins(40));
        let word = json!([{ "proof": "word", "said": "客户口头确认" }]);
        let view = self.act(&ctx, view, "answer", "", word).await;
        if number % 2 == 1 {
            self.open.push(view.id);
            return;
        }
        self.world.clock.advance(SignedDuration::from_hours(20));
        let view = self
            .act(&ctx, view, "diagnose", "电源模块损坏", json!([]))
            .await;
        let engineer = self.world.ctx(Role::ServiceManager, installed.place);
        let view = self
            .act(&engineer, view, "restore", "更换电源模块", json!([]))
            .await;
        self.act(&ctx, view, "close", "客户确认恢复正常", json!([]))
            .await;
    }

    async fn act(
        &self,
        ctx: &Ctx,
        view: CaseView,
        name: &str,
        note: &str,
        evidence: Value,
    ) -> CaseView {
        let command = json!({ "do": { "action": "plain", "name": name }, "note": note, "evidence": evidence });
        let command: Command = serde_json::from_value(command).unwrap();
        case::act(ctx, view.id, view.version, command)
            .await
            .unwrap()
    }
}

/// A report as an agent writes it down.
pub(crate) fn report_of(unit: UnitId, number: usize) -> Report {
    let body = json!({
        "channel": "phone", "unit": unit,
        "slip": { "name": "林涛", "phone": format!("139{number:08}"), "address": "青浦路 1 号",
            "content": FAULTS[number % FAULTS.len()] },
    });
    serde_json::from_value(body).unwrap()
}

/// Answered within two working hours, works again within three thousand: that clock runs in every open case.
fn plan() -> Value {
    let limit = |id: &str, to: &str, limit: &str| {
        json!({ "id": id, "heading": id, "text": format!("{id} within {limit}."),
            "promise": { "kind": "time_limit", "from": "reported", "to": to,
                "otherwise": { "bound": { "type": "within", "limit": limit } } } })
    };
    json!({
        "title": "Service", "trade": "benchmark", "calendar": "cn-office",
        "clauses": [
            limit("answer", "answered", "working:PT2H"),
            limit("restore", "restored", "working:PT3000H"),
        ],
    })
}

/// One limit of two hours by the stopwatch, without a warning before.
pub(crate) fn storm_plan() -> Value {
    json!({
        "title": "Storm", "trade": "benchmark", "calendar": "always",
        "clauses": [{ "id": "answer", "heading": "Answer", "text": "We answer within two hours.",
            "promise": { "kind": "time_limit", "from": "reported", "to": "answered",
                "otherwise": { "bound": { "type": "within", "limit": "natural:PT2H" } } } }],
    })
}
