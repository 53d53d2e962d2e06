//! Choosing a plan that holds without an agreement: for a product, or for the whole company.

use domain::ids::PlanVersionId;
use store::{Conn, plan};

use super::RETIRED;
use crate::agreements::stands_alone;
use crate::check::UNKNOWN_REFERENCE;
use crate::error::{Error, Kind, Result};
use crate::message::Text;
use crate::settings;

crate::messages! {
    ASKS = "plan-asks", "该方案有须由服务协议回答的问题，不能在没有协议时生效：{fault}",
        "This plan asks what only an agreement answers, so it cannot hold without one: {fault}";
}

/// Refuses a version that is not there, of a plan that was retired, or that asks what only an agreement answers.
pub(crate) async fn check_choice(
    conn: &mut Conn,
    pointer: &str,
    chosen: PlanVersionId,
) -> Result<()> {
    let version = match plan::version(conn, chosen).await.map_err(Error::from) {
        Ok(version) => version,
        Err(error) if error.kind == Kind::NotFound => {
            return Err(Error::field(pointer, UNKNOWN_REFERENCE));
        }
        Err(error) => return Err(error),
    };
    if plan::get(conn, version.plan).await?.retired_at.is_some() {
        return Err(Error::field(pointer, RETIRED));
    }
    let day = settings::day_of(conn, version.published_at).await?;
    match stands_alone(&version.body, day) {
        Ok(()) => Ok(()),
        Err(found) => {
            let fault = found.first().map(|fault| fault.found.clone());
            let text = Text::from(ASKS).with("fault", fault.unwrap_or_default());
            Err(Error::field(pointer, text))
        }
    }
}
