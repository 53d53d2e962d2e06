//! What is said about a unit when one is registered or changed.

use std::collections::BTreeMap;

use domain::ids::{CustomerId, OrgUnitId, ProductId, SiteId};
use domain::money::Fen;
use domain::plan::clauses::warranty::{StartDate, Territory};
use domain::unit::Paper;
use jiff::Span;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use store::customer::{self, Customer};
use store::product;
use store::unit::Unit;
use store::{Scope, StoreError, Tx};
use utoipa::ToSchema;

use super::{
    BAD_DAY, BAD_USAGE, BEFORE_MADE, DAY_TO_COME, NEGATIVE, NO_CUSTOMER, NO_PRODUCT, NO_SITE,
};
use crate::check::{Checks, UNKNOWN_REFERENCE};
use crate::error::{Error, Kind, Result};
use crate::message::Text;
use crate::{org, settings};

const MAX_NAME: usize = 200;
const MAX_NOTE: usize = 4_000;
const YEARS: std::ops::RangeInclusive<i16> = 1970..=2200;
/// How many years ahead a contract may begin.
const YEARS_OF_A_CONTRACT: i32 = 10;
/// How many years ahead a delivery or an acceptance may be planned.
const YEARS_OF_A_PLAN: i32 = 1;

/// Everything people say about a unit.
#[derive(Debug, Clone, Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct UnitFields {
    pub product: ProductId,
    /// Unique among the units of the product.
    pub serial: String,
    pub customer: CustomerId,
    pub site: Option<SiteId>,
    /// The branch that looks after it; the customer's when left out.
    pub branch: Option<OrgUnitId>,
    /// Where it stands at the site.
    #[serde(default)]
    pub place: String,
    /// Where it was sold: within mainland China, or anywhere.
    #[serde(default = "domestic")]
    pub territory: Territory,
    /// The days a warranty may start on, as far as they are known.
    #[serde(default)]
    #[schema(value_type = BTreeMap<String, String>)]
    pub dates: BTreeMap<StartDate, Date>,
    #[serde(default = "present")]
    pub card: Paper,
    #[serde(default = "present")]
    pub proof: Paper,
    /// Hours, kilometres or cycles, as last read.
    pub usage_amount: Option<i64>,
    /// What the customer paid for it, in fen. Whoever may not see it leaves it as it is.
    #[serde(default)]
    pub price_fen: Option<Fen>,
    #[serde(default)]
    pub note: String,
}

const fn domestic() -> Territory {
    Territory::Domestic
}

const fn present() -> Paper {
    Paper::Present
}

impl UnitFields {
    /// Checks everything and writes it into `unit`; product, customer, site and branch must be the caller's to use.
    pub(super) async fn apply(self, tx: &mut Tx, scope: &Scope, unit: &mut Unit) -> Result<()> {
        let mut checks = Checks::new();
        let at = tx.at();
        self.fill(&mut checks, unit, settings::day_of(tx, at).await?);
        self.check_product(tx, &mut checks, unit).await?;
        let customer = self.check_customer(tx, scope, &mut checks, unit).await?;
        if let Some(customer) = &customer {
            self.check_site(tx, scope, &mut checks, unit, customer)
                .await?;
            unit.branch = self.branch.unwrap_or(customer.branch);
            self.check_branch(tx, scope, &mut checks).await?;
        }
        checks.done()?;
        unit.product = self.product;
        unit.customer = self.customer;
        unit.site = self.site;
        Ok(())
    }

    /// Checks what can be checked without looking anything up, and writes it into `unit`.
    pub(crate) fn fill(&self, checks: &mut Checks, unit: &mut Unit, today: Date) {
        unit.serial = checks.name("/serial", &self.serial, MAX_NAME);
        unit.place = checks.text("/place", &self.place, MAX_NAME);
        unit.note = checks.lines("/note", &self.note, MAX_NOTE);
        check_dates(checks, &self.dates);
        check_to_come(checks, &self.dates, &unit.dates, today);
        if self.usage_amount.is_some_and(|amount| amount < 0) {
            checks.wrong("/usage_amount", BAD_USAGE);
        }
        if self.price_fen.is_some_and(|price| price < Fen::ZERO) {
            checks.wrong("/price_fen", NEGATIVE);
        }
        unit.price = self.price_fen;
        unit.territory = self.territory;
        unit.dates.clone_from(&self.dates);
        unit.card = self.card;
        unit.proof = self.proof;
        unit.usage_amount = self.usage_amount;
    }

    async fn check_product(&self, tx: &mut Tx, checks: &mut Checks, unit: &mut Unit) -> Result<()> {
        match found(product::get(tx, self.product).await)? {
            Some(product) if product.archived_at.is_none() || unit.product == self.product => {
                unit.labels.model = product.model;
                unit.labels.product_name = product.name;
            }
            _ => checks.wrong("/product", NO_PRODUCT),
        }
        Ok(())
    }

    async fn check_customer(
        &self,
        tx: &mut Tx,
        scope: &Scope,
        checks: &mut Checks,
        unit: &mut Unit,
    ) -> Result<Option<Customer>> {
        let found = found(customer::get(tx, self.customer, scope).await)?;
        match &found {
            Some(customer) if customer.archived_at.is_none() || unit.customer == self.customer => {
                unit.labels.customer_name.clone_from(&customer.name);
            }
            _ => checks.wrong("/customer", NO_CUSTOMER),
        }
        Ok(found)
    }

    async fn check_site(
        &self,
        tx: &mut Tx,
        scope: &Scope,
        checks: &mut Checks,
        unit: &mut Unit,
        customer: &Customer,
    ) -> Result<()> {
        unit.labels.site_name = None;
        let Some(id) = self.site else { return Ok(()) };
        match found(customer::get_site(tx, id, scope).await)? {
            Some(site)
                if site.customer == customer.id
                    && (site.archived_at.is_none() || unit.site == Some(id)) =>
            {
                unit.labels.site_name = Some(site.name);
            }
            _ => checks.wrong("/site", NO_SITE),
        }
        Ok(())
    }

    async fn check_branch(&self, tx: &mut Tx, scope: &Scope, checks: &mut Checks) -> Result<()> {
        let Some(branch) = self.branch else {
            return Ok(());
        };
        match org::within(tx, branch, scope).await {
            Ok(_) => Ok(()),
            Err(Error {
                kind: Kind::NotFound,
                ..
            }) => {
                checks.wrong("/branch", UNKNOWN_REFERENCE);
                Ok(())
            }
            Err(error) => Err(error),
        }
    }
}

/// Nothing for what is missing; any other trouble stays trouble.
fn found<T>(loaded: store::Result<T>) -> Result<Option<T>> {
    match loaded {
        Ok(found) => Ok(Some(found)),
        Err(StoreError::NotFound { .. }) => Ok(None),
        Err(error) => Err(error.into()),
    }
}

/// What is planned may be entered ahead, but not for a year nobody plans for: 2062 is a slip of the pen. What was entered
/// before stays.
fn check_to_come(
    checks: &mut Checks,
    dates: &BTreeMap<StartDate, Date>,
    before: &BTreeMap<StartDate, Date>,
    today: Date,
) {
    for (kind, day) in dates
        .iter()
        .filter(|(kind, day)| before.get(*kind) != Some(*day))
    {
        let years = match kind {
            StartDate::Contract => YEARS_OF_A_CONTRACT,
            StartDate::Manufactured => 0,
            _ => YEARS_OF_A_PLAN,
        };
        let latest = today.saturating_add(Span::new().years(years));
        if *day > latest && YEARS.contains(&day.year()) {
            let text = Text::from(DAY_TO_COME).with("latest", latest);
            checks.wrong(format!("/dates/{kind}"), text);
        }
    }
}

/// Nothing happens to a unit before it leaves the factory, save that a contract may name a day.
fn check_dates(checks: &mut Checks, dates: &BTreeMap<StartDate, Date>) {
    let made = dates.get(&StartDate::Manufactured);
    for (kind, day) in dates {
        let pointer = format!("/dates/{kind}");
        if !YEARS.contains(&day.year()) {
            checks.wrong(pointer, BAD_DAY);
        } else if let Some(made) = made.filter(|made| day < made && *kind != StartDate::Contract) {
            checks.wrong(pointer, Text::from(BEFORE_MADE).with("made", made));
        }
    }
}
