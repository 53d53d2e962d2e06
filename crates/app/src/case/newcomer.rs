//! A report of a customer for whom neither a unit nor an agreement is named: the company's own plan serves it.

use domain::access::Action;
use domain::ids::{CustomerId, PlanVersionId};
use store::agreement::{self, Agreement, AgreementFilter};
use store::{Conn, Scope};

use crate::ctx::Ctx;
use crate::error::{Error, Result};
use crate::message::Message;
use crate::settings;

/// Most running agreements that are offered to choose from.
const MAX_OFFERED: u32 = 20;

crate::messages! {
    CHOOSE_AGREEMENT = "agreement-to-choose", "这位客户有正在执行的服务协议，请选择适用的协议或设备。",
        "This customer has agreements that run: choose the one that serves, or the unit.";
    NO_OWN_PLAN = "no-own-plan", "公司没有设置默认方案。请选择或登记一台设备，或者选择服务协议。",
        "The company has set no default plan. Choose or register a unit, or choose an agreement.";
}

/// The agreements of a customer that run today, the latest first.
pub(super) async fn running(
    ctx: &Ctx,
    conn: &mut Conn,
    customer: CustomerId,
    scope: &Scope,
) -> Result<Vec<Agreement>> {
    let day = settings::day_of(conn, ctx.now()).await?;
    let filter = AgreementFilter {
        customer: Some(customer),
        text: String::new(),
        kind: String::new(),
        plan: None,
        unit: None,
        standing: "running".to_owned(),
        day,
        ends_by: None,
    };
    let lines = agreement::page(conn, &filter, None, scope, MAX_OFFERED).await?;
    Ok(lines.into_iter().map(|line| line.agreement).collect())
}

/// The company's own plan, or why it does not serve the customer.
async fn found(
    ctx: &Ctx,
    conn: &mut Conn,
    customer: CustomerId,
) -> Result<std::result::Result<PlanVersionId, &'static Message>> {
    // An agreement may promise more or less: somebody must say which one serves.
    if !(running(ctx, conn, customer, &Scope::All).await?).is_empty() {
        return Ok(Err(CHOOSE_AGREEMENT));
    }
    let (settings, _) = settings::load(conn).await?;
    Ok(settings.default_plan.ok_or(NO_OWN_PLAN))
}

/// The plan that serves a customer of whom nothing else is named.
pub(super) async fn own_plan(
    ctx: &Ctx,
    conn: &mut Conn,
    customer: CustomerId,
) -> Result<PlanVersionId> {
    let found = found(ctx, conn, customer).await?;
    found.map_err(|why| Error::field("/agreement", why))
}

/// Whether there is such a plan for a customer within the caller's scope.
pub(super) async fn is_served(ctx: &Ctx, conn: &mut Conn, customer: CustomerId) -> Result<bool> {
    let scope = ctx.permit(Action::CustomerRead)?;
    store::customer::get(conn, customer, &scope).await?;
    Ok(found(ctx, conn, customer).await?.is_ok())
}
