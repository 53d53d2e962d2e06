//! Every endpoint with the action it asks for and a request that somebody allowed could send.
//!
//! `{name}` in a path or body stands for an id: first for one inside the caller's reach, then for a stranger's. A new
//! endpoint fails the test in `access.rs` until it has its line here.

use domain::access::Action;

/// Whom an endpoint lets in.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Needs {
    /// Anybody, signed in or not.
    Nothing,
    /// The action, as the table of access grants it.
    Permission(Action),
}

/// One endpoint.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Endpoint {
    pub(crate) operation: &'static str,
    pub(crate) needs: Needs,
    /// JSON; empty for none.
    pub(crate) body: &'static str,
}

const fn endpoint(operation: &'static str, action: Action, body: &'static str) -> Endpoint {
    Endpoint {
        operation,
        needs: Needs::Permission(action),
        body,
    }
}

const fn public(operation: &'static str, body: &'static str) -> Endpoint {
    Endpoint {
        operation,
        needs: Needs::Nothing,
        body,
    }
}

/// One line for each operation of the OpenAPI document, in alphabetical order.
pub(crate) const ENDPOINTS: &[Endpoint] = &[
    endpoint(
        "change_language",
        Action::AccountOwn,
        r#"{"language":"en"}"#,
    ),
    endpoint(
        "change_org",
        Action::OrgEdit,
        r#"{"name":"Harbour","parent":"{company}"}"#,
    ),
    endpoint(
        "change_password",
        Action::AccountOwn,
        r#"{"current_password":"wrong","new_password":"wrong"}"#,
    ),
    endpoint(
        "change_person",
        Action::PeopleEdit,
        r#"{"name":"Guo","org":"{org}","roles":["engineer"]}"#,
    ),
    endpoint(
        "change_settings",
        Action::SettingsEdit,
        r#"{"company_name":"Test","zone":"Asia/Shanghai","language":"zh"}"#,
    ),
    endpoint("close_org", Action::OrgEdit, ""),
    endpoint(
        "create_org",
        Action::OrgEdit,
        r#"{"parent":"{org}","kind":"branch","name":"Harbour"}"#,
    ),
    endpoint(
        "create_person",
        Action::PeopleEdit,
        r#"{"login":"guo","password":"correct horse battery","person":{"name":"Guo","org":"{org}","roles":["engineer"]}}"#,
    ),
    endpoint("deactivate_person", Action::PeopleEdit, ""),
    endpoint("follow_events", Action::EventsFollow, ""),
    endpoint("get_org", Action::OrgRead, ""),
    endpoint("get_person", Action::PeopleRead, ""),
    endpoint("get_settings", Action::SettingsRead, ""),
    endpoint("list_audit", Action::AuditRead, ""),
    endpoint("list_org", Action::OrgRead, ""),
    endpoint("list_people", Action::PeopleRead, ""),
    endpoint("me", Action::AccountOwn, ""),
    endpoint("my_sessions", Action::AccountOwn, ""),
    endpoint("notices", Action::AccountOwn, ""),
    public("public_info", ""),
    endpoint("reactivate_person", Action::PeopleEdit, ""),
    endpoint("read_notices", Action::AccountOwn, "{}"),
    endpoint("reopen_org", Action::OrgEdit, ""),
    endpoint(
        "reset_password",
        Action::PeopleEdit,
        r#"{"password":"correct horse battery"}"#,
    ),
    endpoint("revoke_session", Action::AccountOwn, ""),
    public("sign_in", r#"{"login":"nobody","password":"nothing"}"#),
    public("sign_out", ""),
    endpoint("verify_audit", Action::AuditRead, ""),
];
