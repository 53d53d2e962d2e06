//! The warranties kept of units follow what they rest on: a plan chosen for a product or the company, the law, the class of
//! a product, a calendar, what kind of customer somebody is.

use std::fmt;
use std::str::FromStr;

use domain::ids::{CustomerId, ProductId, UnitId};
use serde_json::json;
use store::job::Claim;
use store::unit::{self, Having};
use store::{AuditEntry, Conn, Event, Receipt, Scope, Timer, Tx};

use super::resolve::{Why, is_kept, resolve};
use crate::ctx::App;
use crate::error::{Error, Result};
use crate::settings;
use crate::work::{ALL, SERVICE, next_night};

/// The task that resolves warranties anew, page by page. Each night it goes over all of them.
pub const FOLLOW: &str = "warranty.follow";

/// Units that are resolved with the change itself; where it touches more, the task does it.
const FEW: u32 = 20;
/// Units of one run; the next run goes on behind them.
const STEP: u32 = 100;

/// Which units a change touches.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Touched {
    All,
    OfProduct(ProductId),
    OfCustomer(CustomerId),
}

/// Resolves the warranties that a change within the transaction touches: the few at once, the many by the task. What is
/// the same for other reasons adds nothing, so that following twice does no harm.
pub(crate) async fn follow(tx: &mut Tx, receipt: Receipt, touched: Touched) -> Result<Receipt> {
    let few = unit::ids_after(tx, touched.having(), None, FEW + 1).await?;
    if few.len() > FEW as usize {
        let run_at = tx.at();
        return Ok(receipt.timer(task(touched.to_string(), String::new(), run_at)));
    }
    let changed = resolved(tx, &few).await?;
    Ok(receipt.events(changed.into_iter().map(told)))
}

/// Resolves the next units of a run.
pub async fn follow_on(app: &App, claim: Claim) -> Result<()> {
    let touched: Touched = claim.subject.parse()?;
    let after = claim.mark.parse::<UnitId>().ok();
    let mut read = app.db.read().await?;
    let zone = settings::zone(&mut read).await?;
    let ids = unit::ids_after(&mut read, touched.having(), after, STEP).await?;
    let mut stale = Vec::new();
    for id in &ids {
        let unit = unit::get(&mut read, *id, &Scope::All).await?;
        if !is_kept(&mut read, &unit).await? {
            stale.push(*id);
        }
    }
    drop(read);
    let mut tx = app.db.begin(app.origin(SERVICE)).await?;
    let changed = resolved(&mut tx, &stale).await?;
    let entry = AuditEntry::new(FOLLOW, "unit", &claim.mark)
        .detail(json!({ "of": claim.subject, "checked": ids.len(), "changed": changed }));
    let mut receipt = Receipt::new(entry).events(changed.into_iter().map(told));
    let is_more = ids.len() >= STEP as usize;
    receipt = match ids.last() {
        Some(last) if is_more => {
            receipt.timer(task(claim.subject.clone(), last.to_string(), tx.at()))
        }
        _ if touched == Touched::All => receipt.timer(task(
            ALL.to_owned(),
            NIGHT.to_owned(),
            next_night(tx.at(), &zone),
        )),
        _ => receipt,
    };
    Ok(tx.finish(receipt.completes(claim)).await?)
}

/// The mark of the run of the night, so that one in between moves it not.
pub(crate) const NIGHT: &str = "night";

async fn resolved(tx: &mut Tx, ids: &[UnitId]) -> Result<Vec<UnitId>> {
    let mut changed = Vec::new();
    for id in ids {
        let mut unit = unit::get(tx, *id, &Scope::All).await?;
        if resolve(tx, &mut unit, Why::BasisChanged).await? {
            changed.push(*id);
        }
    }
    Ok(changed)
}

fn task(subject: String, mark: String, run_at: jiff::Timestamp) -> Timer {
    Timer {
        kind: FOLLOW.to_owned(),
        subject,
        mark,
        run_at,
    }
}

fn told(id: UnitId) -> Event {
    Event::new("unit.changed", id, json!({}))
}

/// The units whose kept warranty is not what their facts give, with what is kept and what they give.
pub(crate) async fn check(
    conn: &mut Conn,
    mut differs: impl FnMut(String, String, String),
) -> Result<u64> {
    let (mut after, mut checked) = (None, 0);
    loop {
        let ids = unit::ids_after(conn, Having::Any, after, STEP).await?;
        for id in &ids {
            let unit = unit::get(conn, *id, &Scope::All).await?;
            if let Some((kept, computed)) = super::resolve::compared(conn, &unit).await?
                && kept != computed
            {
                differs(unit.number.clone(), kept, computed);
            }
            checked += 1;
        }
        match ids.last() {
            Some(last) if ids.len() == STEP as usize => after = Some(*last),
            _ => return Ok(checked),
        }
    }
}

impl Touched {
    const fn having(self) -> Having {
        match self {
            Self::All => Having::Any,
            Self::OfProduct(product) => Having::Product(product),
            Self::OfCustomer(customer) => Having::Customer(customer),
        }
    }
}

impl fmt::Display for Touched {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::All => f.write_str(ALL),
            Self::OfProduct(product) => write!(f, "product {product}"),
            Self::OfCustomer(customer) => write!(f, "customer {customer}"),
        }
    }
}

impl FromStr for Touched {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self> {
        let unknown = || Error::internal(format!("no units are called {text}"));
        match text.split_once(' ') {
            None if text == ALL => Ok(Self::All),
            Some(("product", id)) => id.parse().map(Self::OfProduct).map_err(|_| unknown()),
            Some(("customer", id)) => id.parse().map(Self::OfCustomer).map_err(|_| unknown()),
            _ => Err(unknown()),
        }
    }
}
