//! What the company sold before the year begins: plans in force, products, customers, units and agreements.

use std::collections::BTreeMap;
use std::sync::Arc;

use app::agreements::{self, AgreementFields, CreateAgreement};
use app::customers::{self, CustomerFields, SiteFields};
use app::plans::{self, CreatePlan, Origin, PlanView};
use app::products::{self, ClassFields, ProductFields};
use app::regions::{self, CreateRegion, RegionFields};
use app::units::{self, ComponentFields, UnitFields};
use app::{App, Ctx};
use domain::customer::CustomerKind;
use domain::ids::{AgreementId, CustomerId, OrgUnitId, PlanVersionId, ProductId, SiteId, UnitId};
use domain::plan::clauses::warranty::{StartDate, Territory};
use domain::plan::document::{AnswerKind, SettledBy};
use domain::plan::templates::TEMPLATES;
use domain::plan::{Plan, Terms};
use domain::slug::{ClauseId, ParameterId, QuestionType, RegionKey};
use domain::unit::Paper;
use jiff::ToSpan;
use jiff::civil::Date;

use super::cast::{Cast, HOTLINE};
use super::dice::Dice;
use super::trade::{Goods, Trade, catalogue, trades};
use super::{Outcome, told};

/// Units of each trade, at least.
const UNITS_PER_TRADE: usize = 26;

/// A unit in service, with what a report about it says.
#[derive(Debug, Clone)]
pub(super) struct Installed {
    /// The built-in plan it is served under.
    pub(super) template: String,
    pub(super) unit: UnitId,
    pub(super) customer: CustomerId,
    pub(super) agreement: AgreementId,
    pub(super) site: SiteId,
    pub(super) branch: usize,
    pub(super) contact: String,
    pub(super) phone: String,
    pub(super) address: String,
    pub(super) symptoms: Vec<String>,
    pub(super) questions: Vec<QuestionType>,
}

/// The market while it is being made.
pub(super) struct Market<'a> {
    app: &'a Arc<App>,
    cast: &'a Cast,
    dice: Dice,
    today: Date,
    phones: u32,
}

/// A plan in force.
struct InForce {
    version: PlanVersionId,
    plan: Plan,
}

/// A customer with a site.
struct Client {
    id: CustomerId,
    site: SiteId,
    branch: usize,
    name: String,
    phone: String,
    address: String,
}

impl<'a> Market<'a> {
    pub(super) fn new(app: &'a Arc<App>, cast: &'a Cast, dice: Dice, today: Date) -> Self {
        Self {
            app,
            cast,
            dice,
            today,
            phones: 0,
        }
    }

    /// Publishes the plans and sells everything. Returns the units and the first customer.
    pub(super) async fn open(mut self) -> Outcome<Vec<Installed>> {
        let mut installed = Vec::new();
        for template in TEMPLATES {
            let plan = self.put_in_force(template.id).await?;
            let Some(plan) = plan else {
                for goods in catalogue()? {
                    self.list(&goods, None).await?;
                }
                continue;
            };
            let trade = trades()?
                .into_iter()
                .find(|trade| trade.template == template.id);
            if let Some(trade) = trade {
                installed.extend(self.sell(&trade, &plan).await?);
            }
        }
        Ok(installed)
    }

    fn manager(&self) -> Ctx {
        self.cast.branches[0].manager.ctx(self.app)
    }

    fn administrator(&self) -> Ctx {
        self.cast.administrator.ctx(self.app)
    }

    /// Publishes a built-in plan, its contradictions settled as proposed. A plan without promises stays a draft.
    async fn put_in_force(&self, template: &str) -> Outcome<Option<InForce>> {
        let ctx = self.manager();
        let from = Origin::Template {
            template: template.to_owned(),
        };
        let made = told(plans::create(&ctx, CreatePlan { from, title: None }).await)?;
        let settled = self.settle(&ctx, made).await?;
        let Some(plan) = settled
            .draft
            .clone()
            .filter(|plan| !plan.clauses.is_empty())
        else {
            return Ok(None);
        };
        let published = told(plans::publish(&ctx, settled.id, settled.version).await)?;
        let version = published
            .versions
            .first()
            .ok_or("a published plan has a version")?
            .id;
        Ok(Some(InForce { version, plan }))
    }

    async fn settle(&self, ctx: &Ctx, made: PlanView) -> Outcome<PlanView> {
        let open = made.check.problems.iter().filter(|problem| problem.blocks);
        let settlements: Vec<_> = open
            .filter_map(|problem| problem.problem.proposal.clone())
            .collect();
        let Some(mut draft) = made.draft.clone().filter(|_| !settlements.is_empty()) else {
            return Ok(made);
        };
        draft.settlements.extend(settlements);
        told(plans::edit(ctx, made.id, made.version, draft).await)
    }

    async fn sell(&mut self, trade: &Trade, plan: &InForce) -> Outcome<Vec<Installed>> {
        let products = self.list_products(trade, plan).await?;
        self.open_regions(trade, plan).await?;
        let clients = self.win_clients(trade).await?;
        let mut installed = Vec::new();
        for number in 0..UNITS_PER_TRADE {
            let client = &clients[number % clients.len()];
            let (goods, product) = &products[number % products.len()];
            installed.push(
                self.install(trade, plan, client, goods, *product, number)
                    .await?,
            );
        }
        Ok(installed)
    }

    async fn list_products(
        &self,
        trade: &Trade,
        plan: &InForce,
    ) -> Outcome<Vec<(Goods, ProductId)>> {
        // A plan that leaves nothing open serves also a unit that no agreement names.
        let stands_alone = plan.plan.parameters.is_empty() && choices(&plan.plan).is_empty();
        let mut products = Vec::new();
        for goods in &trade.products {
            let served_by = stands_alone.then_some(plan.version);
            products.push((goods.clone(), self.list(goods, served_by).await?));
        }
        Ok(products)
    }

    /// Puts a product on the list.
    async fn list(&self, goods: &Goods, plan_version: Option<PlanVersionId>) -> Outcome<ProductId> {
        let given = ProductFields {
            model: goods.model.clone(),
            name: goods.name.clone(),
            family: goods.family.clone(),
            brand: "践诺".to_owned(),
            legal_product: goods.legal_product.clone(),
            component_classes: goods
                .classes
                .iter()
                .map(|(class, label)| ClassFields {
                    class: class.clone(),
                    label: label.clone(),
                })
                .collect(),
            end_of_production_on: None,
            plan_version,
        };
        Ok(told(products::create(&self.administrator(), given).await)?.id)
    }

    async fn open_regions(&self, trade: &Trade, plan: &InForce) -> Outcome<()> {
        for key in &trade.regions {
            let label = plan
                .plan
                .regions
                .iter()
                .find(|region| region.id == *key)
                .map(|region| region.label.clone());
            let label = label.unwrap_or_else(|| key.to_string());
            let region = RegionFields {
                label,
                from_km: None,
                to_km: None,
                branch: self.cast.branches[0].id,
            };
            let given = CreateRegion {
                key: key.clone(),
                region,
            };
            told(regions::create(&self.administrator(), given).await)?;
        }
        Ok(())
    }

    async fn win_clients(&mut self, trade: &Trade) -> Outcome<Vec<Client>> {
        let mut clients = Vec::new();
        for (number, name) in trade.customers.iter().enumerate() {
            let branch = number % self.cast.branches.len();
            let region = trade
                .regions
                .get(number % trade.regions.len().max(1))
                .cloned();
            clients.push(self.win(name, branch, region).await?);
        }
        Ok(clients)
    }

    async fn win(
        &mut self,
        name: &str,
        branch: usize,
        region: Option<RegionKey>,
    ) -> Outcome<Client> {
        let ctx = self.cast.branches[branch].agent.ctx(self.app);
        let person = name.ends_with("先生") || name.ends_with("女士");
        self.phones += 1;
        // 1 99 0000 numbers are not given to anybody.
        let phone = format!("1990000{:04}", self.phones);
        let fields = CustomerFields {
            kind: if person {
                CustomerKind::Consumer
            } else {
                CustomerKind::Organisation
            },
            name: name.to_owned(),
            phone: phone.clone(),
            mail: String::new(),
            uscc: String::new(),
            note: String::new(),
            branch: self.cast.branches[branch].id,
        };
        let made =
            told(customers::create(&ctx, &customers::CreateCustomer::default(), fields).await)?;
        let address = format!(
            "示范市{}区演示路 {} 号",
            ["东", "西", "南", "北"][self.phones as usize % 4],
            self.phones
        );
        let site = SiteFields {
            name: "现场".to_owned(),
            address: address.clone(),
            region,
            distance_km: None,
        };
        let site = told(customers::add_site(&ctx, made.id, site).await)?;
        Ok(Client {
            id: made.id,
            site: site.id,
            branch,
            name: name.to_owned(),
            phone,
            address,
        })
    }

    async fn install(
        &mut self,
        trade: &Trade,
        plan: &InForce,
        client: &Client,
        goods: &Goods,
        product: ProductId,
        number: usize,
    ) -> Outcome<Installed> {
        let sold = self
            .today
            .saturating_sub(self.dice.between(370, 900).days());
        let agent = self.cast.branches[client.branch].agent.ctx(self.app);
        let dates = self.papers(trade, sold);
        let fields = UnitFields {
            product,
            serial: format!("{}-{:04}", goods.model, number + 1),
            customer: client.id,
            site: Some(client.site),
            branch: self.served_by_the_outlet(client, number),
            place: self.dice.pick(&trade.places).clone(),
            territory: Territory::Domestic,
            dates,
            card: Paper::Present,
            proof: Paper::Present,
            usage_amount: None,
            price_fen: None,
            note: String::new(),
        };
        let unit = told(units::register(&agent, fields).await)?.id;
        for (class, _) in &goods.classes {
            let component = ComponentFields {
                class: class.clone(),
                name: String::new(),
                serial: format!("P-{}-{:04}", goods.model, number + 1),
                fitted_on: None,
            };
            told(units::add_component(&agent, unit, component).await)?;
        }
        let agreement = self.agree(trade, plan, client, goods, unit, sold).await?;
        Ok(Installed {
            template: trade.template.clone(),
            unit,
            customer: client.id,
            agreement,
            site: client.site,
            branch: client.branch,
            contact: client.name.clone(),
            phone: client.phone.clone(),
            address: client.address.clone(),
            symptoms: trade.symptoms.clone(),
            questions: plan
                .plan
                .question_types
                .iter()
                .map(|question| question.id.clone())
                .collect(),
        })
    }

    /// Some units of the first branch are in the hands of its outlet.
    fn served_by_the_outlet(&self, client: &Client, number: usize) -> Option<OrgUnitId> {
        const EVERY: usize = 4;
        let is_theirs = client.branch == 0 && number.is_multiple_of(EVERY);
        is_theirs.then_some(self.cast.outlet)
    }

    /// The days on a unit's papers: what comes first is never later than what follows it.
    fn papers(&mut self, trade: &Trade, sold: Date) -> BTreeMap<StartDate, Date> {
        let throws = trade.dates.iter().map(|_| self.dice.between(0, 20));
        let mut days: Vec<i64> = throws.collect();
        days.sort_unstable();
        let days = days
            .into_iter()
            .map(|days| sold.saturating_add(days.days()));
        trade.dates.iter().copied().zip(days).collect()
    }

    async fn agree(
        &mut self,
        trade: &Trade,
        plan: &InForce,
        client: &Client,
        goods: &Goods,
        unit: UnitId,
        sold: Date,
    ) -> Outcome<AgreementId> {
        let service_level = if trade.service_levels.is_empty() {
            None
        } else {
            Some(self.dice.pick(&trade.service_levels).clone())
        };
        let agreement = AgreementFields {
            kind: trade.kind,
            title: format!("{} · {}", client.name, goods.name),
            org: None,
            plan_version: plan.version,
            starts_on: sold,
            ends_on: Some(sold.saturating_add(3.years())),
            contract_fen: None,
            terms: Terms {
                service_level,
                answers: answers(&plan.plan),
                choices: choices(&plan.plan),
                ..Terms::default()
            },
            units: vec![unit],
            sites: vec![client.site],
        };
        let manager = self.cast.branches[client.branch].manager.ctx(self.app);
        let given = CreateAgreement {
            customer: client.id,
            agreement,
        };
        Ok(told(agreements::create(&manager, given).await)?.id)
    }
}

/// The first clause of every contradiction that the plan leaves to the agreement.
fn choices(plan: &Plan) -> Vec<ClauseId> {
    let left = plan
        .settlements
        .iter()
        .filter(|settlement| settlement.by == SettledBy::Agreement);
    left.filter_map(|settlement| settlement.clauses.first().cloned())
        .collect()
}

/// Answers to what the plan leaves open: its own suggestion, or what this company would say.
fn answers(plan: &Plan) -> BTreeMap<ParameterId, String> {
    let answer = |id: &ParameterId, kind: AnswerKind| match kind {
        AnswerKind::Limit => "natural:PT8H",
        AnswerKind::Term => "months:24",
        AnswerKind::Number => "6",
        AnswerKind::Fen => "20000",
        AnswerKind::BasisPoints => "9000",
        AnswerKind::Charge => "by_quote",
        AnswerKind::Calendar => "cn-office",
        AnswerKind::Text => text(id.as_str()),
    };
    plan.parameters
        .iter()
        .map(|parameter| {
            let said = parameter
                .suggested
                .clone()
                .unwrap_or_else(|| answer(&parameter.id, parameter.answer).to_owned());
            (parameter.id.clone(), said)
        })
        .collect()
}

/// What this company says where a built-in plan asks for a text; most ask for the hotline.
fn text(asked: &str) -> &'static str {
    match asked {
        "complaint-line" => "010-00000001",
        "fax-number" => "010-00000002",
        "mail-address" => "fuwu@example.com",
        "web-address" => "https://example.com/baoxiu",
        "site-address" => "https://example.com",
        "online-address" => "https://example.com/zaixian",
        "outlets" => "https://example.com/wangdian",
        "app-name" => "示范设备服务（小程序）",
        "desk-address" => "示范市东区演示路 1 号服务台",
        "locations" => "北京、上海、成都三处备件库与维修站",
        "rates" => "人工每小时 120 元，上门每次 100 元，备件按价目表",
        _ => HOTLINE,
    }
}
