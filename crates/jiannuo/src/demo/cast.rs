//! The people of the story: the company's tree, and one person or more for every role.

use std::sync::Arc;

use app::account::{ChangePassword, change_password};
use app::org::{CreateOrgUnit, OrgKind};
use app::people::{CreatePerson, PersonFields};
use app::plans::{self, CreatePlan, Origin};
use app::settings::ChangeSettings;
use app::{Actor, App, Ctx, Language};
use domain::access::{self, Role};
use domain::ids::{CustomerId, OrgUnitId, PersonId, SessionId};
use domain::plan::Plan;

use super::market::Installed;
use super::{Outcome, told};

/// The password of every sign-in of the demo.
pub(super) const PASSWORD: &str = "chengnuo-2026-yanshi";
const COMPANY: &str = "示范设备服务有限公司";
pub(super) const HOTLINE: &str = "010-00000000";
/// What an account begins with before its person chooses a password.
const FIRST_PASSWORD: &str = "di-yi-ci-denglu-2026";

/// A person of the story.
#[derive(Debug, Clone)]
pub(super) struct Player {
    pub(super) login: String,
    pub(super) name: String,
    pub(super) role: Role,
    actor: Actor,
}

impl Player {
    pub(super) fn id(&self) -> PersonId {
        self.actor.access.person
    }

    /// The customer they belong to, if they are no staff.
    pub(super) fn customer(&self) -> Option<CustomerId> {
        self.actor.access.customer
    }

    /// What this person does next.
    pub(super) fn ctx(&self, app: &Arc<App>) -> Ctx {
        Ctx {
            app: Arc::clone(app),
            actor: self.actor.clone(),
            language: Language::Chinese,
            request: app.uuid().to_string(),
            repeat: None,
        }
    }
}

/// A branch with its people.
#[derive(Debug)]
pub(super) struct Branch {
    pub(super) id: OrgUnitId,
    pub(super) agent: Player,
    pub(super) dispatcher: Player,
    pub(super) manager: Player,
    pub(super) engineers: Vec<Player>,
}

/// Everybody.
#[derive(Debug)]
pub(super) struct Cast {
    pub(super) administrator: Player,
    pub(super) executive: Player,
    pub(super) office: Vec<Player>,
    pub(super) branches: Vec<Branch>,
    /// An outlet of the first branch.
    pub(super) outlet: OrgUnitId,
}

struct Place {
    name: &'static str,
    key: &'static str,
    agent: &'static str,
    dispatcher: &'static str,
    manager: &'static str,
    engineers: [&'static str; 3],
}

const PLACES: [Place; 3] = [
    Place {
        name: "华北分公司",
        key: "bj",
        agent: "林晓",
        dispatcher: "赵启",
        manager: "何静",
        engineers: ["王铁成", "李工", "孙亮"],
    },
    Place {
        name: "华东分公司",
        key: "sh",
        agent: "沈悦",
        dispatcher: "顾航",
        manager: "陆敏",
        engineers: ["周正", "吴江", "郑平"],
    },
    Place {
        name: "西南分公司",
        key: "cd",
        agent: "唐果",
        dispatcher: "罗毅",
        manager: "邓岚",
        engineers: ["杨帆", "冯川", "蒋力"],
    },
];

impl Cast {
    /// Brings the company's tree and its people to life through the first administrator.
    pub(super) async fn assemble(app: &Arc<App>) -> Outcome<Self> {
        let first = told(app::account::first_administrator(app).await)?
            .ok_or("somebody exists already: a demo begins in an empty folder")?;
        let mut read = told(app.db.read().await)?;
        let person = told(store::person::by_login(&mut read, &first.login).await)?
            .ok_or("the first administrator was just made")?;
        let root = person.org;
        drop(read);
        let administrator = Player {
            login: first.login.clone(),
            name: person.name.clone(),
            role: Role::Administrator,
            actor: actor(
                app,
                person.id,
                &first.login,
                &person.name,
                Role::Administrator,
                root,
                None,
            ),
        };
        choose_password(app, &administrator, &first.password).await?;
        name_company(app, &administrator).await?;
        let mut company = Assembly {
            app,
            administrator: &administrator,
        };
        let executive = company
            .hire("zongjing", "许总", Role::Executive, root)
            .await?;
        let office = vec![
            company
                .hire("cangguan", "钱库", Role::Storekeeper, root)
                .await?,
            company
                .hire("caiwu", "金会计", Role::Accountant, root)
                .await?,
            company.hire("shenji", "严审", Role::Auditor, root).await?,
        ];
        let mut branches = Vec::new();
        for place in &PLACES {
            branches.push(company.open_branch(place, root).await?);
        }
        let outlet = company
            .open("京郊服务网点", OrgKind::Outlet, branches[0].id)
            .await?;
        let mut office = office;
        office.push(
            company
                .hire("wangdian", "京郊网点", Role::PartnerOutlet, outlet)
                .await?,
        );
        Ok(Self {
            administrator,
            executive,
            office,
            branches,
            outlet,
        })
    }

    /// Whoever bought this unit, for the sign-in of that role.
    pub(super) async fn customer(&self, app: &Arc<App>, of: &Installed) -> Outcome<Player> {
        let company = Assembly {
            app,
            administrator: &self.administrator,
        };
        let name = of.contact.rsplit(' ').next().unwrap_or(&of.contact);
        let customer = Customer {
            id: of.customer,
            phone: of.phone.clone(),
        };
        let branch = self.branches[of.branch].id;
        company
            .admit("kehu", name, Role::Customer, branch, Some(customer))
            .await
    }

    /// Publishes the company's own plan and serves under it whoever has neither agreement nor unit.
    pub(super) async fn serve_whoever_calls(&self, app: &Arc<App>) -> Outcome<()> {
        let manager = self.branches[0].manager.ctx(app);
        let plan: Plan =
            toml::from_str(include_str!("own_plan.toml")).map_err(|error| error.to_string())?;
        let from = Origin::Document {
            plan: Box::new(plan),
        };
        let made = told(plans::create(&manager, CreatePlan { from, title: None }).await)?;
        let published = told(plans::publish(&manager, made.id, made.version).await)?;
        let version = published.versions.first().map(|version| version.id);
        change_settings(app, &self.administrator, |settings| {
            settings.default_plan = version;
        })
        .await
    }

    /// One sign-in per role, as the sign-in page shows them.
    pub(super) fn sign_ins(&self, customer: &Player) -> Vec<api::DemoSignIn> {
        let branch = &self.branches[0];
        let mut players = vec![
            &branch.agent,
            &branch.dispatcher,
            &branch.engineers[0],
            &branch.manager,
            &self.executive,
        ];
        players.extend(&self.office);
        players.push(customer);
        players.push(&self.administrator);
        players.into_iter().map(sign_in).collect()
    }
}

fn sign_in(player: &Player) -> api::DemoSignIn {
    api::DemoSignIn {
        login: player.login.clone(),
        password: PASSWORD.to_owned(),
        name: player.name.clone(),
        role: player.role.to_string(),
    }
}

/// The customer somebody speaks for, and how to reach them.
struct Customer {
    id: CustomerId,
    phone: String,
}

/// The company while it is being set up.
struct Assembly<'a> {
    app: &'a Arc<App>,
    administrator: &'a Player,
}

impl Assembly<'_> {
    async fn open(&self, name: &str, kind: OrgKind, parent: OrgUnitId) -> Outcome<OrgUnitId> {
        let given = CreateOrgUnit {
            parent,
            kind,
            name: name.to_owned(),
        };
        let made = told(app::org::create(&self.administrator.ctx(self.app), given).await)?;
        made.id
            .parse()
            .map_err(|error: domain::ids::IdError| error.to_string())
    }

    async fn open_branch(&mut self, place: &Place, root: OrgUnitId) -> Outcome<Branch> {
        let id = self.open(place.name, OrgKind::Branch, root).await?;
        let login = |part: &str| format!("{part}-{}", place.key);
        let mut engineers = Vec::new();
        for (number, name) in (1..).zip(place.engineers) {
            engineers.push(
                self.hire(
                    &format!("{}{number}", login("gongcheng")),
                    name,
                    Role::Engineer,
                    id,
                )
                .await?,
            );
        }
        Ok(Branch {
            id,
            agent: self
                .hire(&login("kefu"), place.agent, Role::ServiceAgent, id)
                .await?,
            dispatcher: self
                .hire(&login("diaodu"), place.dispatcher, Role::Dispatcher, id)
                .await?,
            manager: self
                .hire(&login("jingli"), place.manager, Role::ServiceManager, id)
                .await?,
            engineers,
        })
    }

    async fn hire(&self, login: &str, name: &str, role: Role, org: OrgUnitId) -> Outcome<Player> {
        self.admit(login, name, role, org, None).await
    }

    async fn admit(
        &self,
        login: &str,
        name: &str,
        role: Role,
        org: OrgUnitId,
        customer: Option<Customer>,
    ) -> Outcome<Player> {
        let (customer, phone) = customer.map(|of| (of.id, of.phone)).unzip();
        let person = PersonFields {
            name: name.to_owned(),
            phone: phone.unwrap_or_default(),
            email: format!("{login}@example.com"),
            org,
            customer,
            roles: vec![role],
            skills: Vec::new(),
            areas: Vec::new(),
            language: Language::Chinese,
        };
        let given = CreatePerson {
            login: login.to_owned(),
            password: FIRST_PASSWORD.to_owned(),
            person,
        };
        let made = told(app::people::create(&self.administrator.ctx(self.app), given).await)?;
        let actor = actor(self.app, made.id, login, name, role, org, customer);
        let player = Player {
            login: login.to_owned(),
            name: name.to_owned(),
            role,
            actor,
        };
        choose_password(self.app, &player, FIRST_PASSWORD).await?;
        Ok(player)
    }
}

/// The first step of every installation: whose company it is, and where customers call.
async fn name_company(app: &Arc<App>, administrator: &Player) -> Outcome<()> {
    change_settings(app, administrator, |settings| {
        COMPANY.clone_into(&mut settings.company_name);
        HOTLINE.clone_into(&mut settings.hotline);
    })
    .await
}

/// Changes some of the settings and leaves the others.
async fn change_settings(
    app: &Arc<App>,
    administrator: &Player,
    change: impl FnOnce(&mut ChangeSettings),
) -> Outcome<()> {
    let ctx = administrator.ctx(app);
    let current = told(app::settings::get(&ctx).await)?;
    let mut given = ChangeSettings {
        company_name: current.company_name,
        zone: current.zone,
        language: current.language,
        hotline: current.hotline,
        mail: None,
        quiet_hours: current.quiet_hours,
        default_plan: current.default_plan,
        attended: current.attended,
        heating_season: current.heating_season,
    };
    change(&mut given);
    told(app::settings::change(&ctx, current.version, given).await)?;
    Ok(())
}

async fn choose_password(app: &Arc<App>, player: &Player, current: &str) -> Outcome<()> {
    let given = ChangePassword {
        current_password: current.to_owned(),
        new_password: PASSWORD.to_owned(),
    };
    told(change_password(&player.ctx(app), &given).await)
}

fn actor(
    app: &Arc<App>,
    person: PersonId,
    login: &str,
    name: &str,
    role: Role,
    place: OrgUnitId,
    customer: Option<CustomerId>,
) -> Actor {
    Actor {
        access: access::Actor {
            person,
            roles: vec![role],
            place,
            customer,
        },
        name: name.to_owned(),
        login: login.to_owned(),
        session: SessionId::new(app.uuid()),
        must_change_password: false,
        token: None,
    }
}
