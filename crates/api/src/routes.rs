//! Every endpoint, one line for each capability.

use utoipa_axum::router::OpenApiRouter;

use crate::state::Api;
use crate::{
    account, agreements, audit, calendars, case_files, cases, customers, duties, events,
    first_steps, ledger, mail, notices, org, people, plans, products, public, regions, search,
    settings, sheets, studio, tokens, unit_files, units, work,
};

/// All endpoints with their documentation.
pub(crate) fn all() -> OpenApiRouter<Api> {
    OpenApiRouter::with_openapi(crate::document::base())
        .merge(account::routes())
        .merge(agreements::routes())
        .merge(audit::routes())
        .merge(calendars::routes())
        .merge(case_files::routes())
        .merge(cases::routes())
        .merge(customers::routes())
        .merge(duties::routes())
        .merge(events::routes())
        .merge(first_steps::routes())
        .merge(ledger::routes())
        .merge(mail::routes())
        .merge(notices::routes())
        .merge(org::routes())
        .merge(people::routes())
        .merge(plans::routes())
        .merge(products::routes())
        .merge(public::routes())
        .merge(regions::routes())
        .merge(search::routes())
        .merge(settings::routes())
        .merge(sheets::routes())
        .merge(tokens::routes())
        .merge(studio::routes())
        .merge(unit_files::routes())
        .merge(units::routes())
        .merge(work::routes())
}
