//! Every endpoint with the action it asks for and a request that somebody allowed could send.
//!
//! `{name}` in a path, query or body stands for an id: once for one inside the caller's reach, once for a stranger's;
//! `subjects.rs` makes both. A new endpoint fails the test in `access.rs` until it has its line here; ids that only some
//! requests name have theirs in `MORE`.

use domain::access::Action as A;

/// One endpoint.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Endpoint {
    pub(crate) operation: &'static str,
    /// The action as the table of access grants it; none for what anybody may do, signed in or not.
    pub(crate) needs: Option<A>,
    pub(crate) query: &'static str,
    /// JSON; empty for none.
    pub(crate) body: &'static str,
    /// Whether a `POST` only asks, like a `GET` with a body.
    pub(crate) only_asks: bool,
}

impl Endpoint {
    const fn query(self, query: &'static str) -> Self {
        Self { query, ..self }
    }

    const fn body(self, body: &'static str) -> Self {
        Self { body, ..self }
    }

    const fn only_asks(self) -> Self {
        Self {
            only_asks: true,
            ..self
        }
    }
}

const fn anybody(operation: &'static str) -> Endpoint {
    Endpoint {
        operation,
        needs: None,
        query: "",
        body: "",
        only_asks: false,
    }
}

const fn needs(operation: &'static str, action: A) -> Endpoint {
    Endpoint {
        needs: Some(action),
        ..anybody(operation)
    }
}

const ACT: &str = r#"{"do":{"action":"plain","name":"answer"},"evidence":[{"proof":"call","phone":"13800000000"}]}"#;
const AGREEMENT: &str = r#"{"kind":"project","title":"Lifts","org":null,"plan_version":"{plan-versions}","starts_on":"2026-01-01","ends_on":null,"contract_fen":null,"terms":{"answers":{"warranty-term":"months:24","rates":"list","locations":"east","early-minutes":"120","late-minutes":"0"}}}"#;
const NEW_AGREEMENT: &str = r#"{"customer":"{customers}","agreement":{"kind":"project","title":"Lifts","org":null,"plan_version":"{plan-versions}","starts_on":"2026-01-01","ends_on":null,"contract_fen":null,"terms":{"answers":{"warranty-term":"months:24","rates":"list","locations":"east","early-minutes":"120","late-minutes":"0"}}}}"#;
const PREVIEW_AGREEMENT: &str =
    r#"{"customer":"{customers}","plan_version":"{plan-versions}","starts_on":"2026-01-01"}"#;
const CALENDAR: &str = r#"{"spec":{"weekly":{"mon-fri":["09:00-18:00"]}}}"#;
const DOCUMENT: &str = "售后服务方案\n整机保修两年，接到报修后四小时内到场。";
const COMPONENT: &str = r#"{"class":"motor","name":"Motor","serial":"M-1"}"#;
const CONTACT: &str = r#"{"name":"Guo Fang","phone":"13800000000"}"#;
const CUSTOMER: &str = r#"{"kind":"organisation","name":"Harbour Hotel","branch":"{org}"}"#;
const DECISION: &str = r#"{"charges":{"labour":"free","parts":"free","travel":"free","shipping":"free"},"reason":"Goodwill"}"#;
const PERSON: &str = r#"{"name":"Guo Fang","org":"{org}","roles":["engineer"]}"#;
const PLAN: &str = r#"{"title":"Plan","trade":"elevators","calendar":"always","clauses":[]}"#;
const PRODUCT: &str = r#"{"model":"H-1","name":"Hoist"}"#;
const REGION: &str = r#"{"label":"Quay","branch":"{org}"}"#;
const SETTINGS: &str = r#"{"company_name":"Test","zone":"Asia/Shanghai","language":"zh"}"#;
const SITE: &str = r#"{"name":"Harbour","address":"Quay 1"}"#;
const REPORT: &str = r#"{"channel":"phone","unit":"{units}",
    "slip":{"name":"Guo","phone":"13800000000","address":"Quay 1","content":"It stopped"}}"#;
const UNIT: &str = r#"{"product":"{products}","serial":"S-9","customer":"{customers}"}"#;

/// One line for each operation of the OpenAPI document, in alphabetical order.
pub(crate) const ENDPOINTS: &[Endpoint] = &[
    needs("act_on_case", A::CaseWork).body(ACT),
    needs("add_component", A::UnitEdit).body(COMPONENT),
    needs("add_contact", A::CustomerEdit).body(CONTACT),
    needs("add_site", A::CustomerEdit).body(SITE),
    needs("add_unit_file", A::UnitEdit).query("name=plan.txt&record=other").body("1"),
    needs("agreement_history", A::AgreementRead),
    needs("archive_customer", A::CustomerEdit),
    needs("archive_product", A::ProductEdit),
    needs("ask_entitlement", A::EntitlementRead),
    needs("assign_case", A::CaseAssign).body(r#"{"owner":"{people}"}"#),
    needs("attach_to_case", A::FileUse).query("name=note.txt").body("1"),
    needs("case_entitlement", A::CaseRead),
    needs("change_component", A::UnitEdit).body(COMPONENT),
    needs("change_contact", A::CustomerEdit).body(CONTACT),
    needs("change_customer", A::CustomerEdit).body(CUSTOMER),
    needs("change_language", A::AccountOwn).body(r#"{"language":"en"}"#),
    needs("change_org", A::OrgEdit).body(r#"{"name":"Harbour","parent":"{company}"}"#),
    needs("change_password", A::AccountOwn).body(r#"{"current_password":"wrong","new_password":"wrong"}"#),
    needs("change_person", A::PeopleEdit).body(PERSON),
    needs("change_product", A::ProductEdit).body(PRODUCT),
    needs("change_region", A::RegionEdit).body(REGION),
    needs("change_law", A::SettingsEdit).body(r#"{"rows":[]}"#),
    needs("change_settings", A::SettingsEdit).body(SETTINGS),
    needs("change_site", A::CustomerEdit).body(SITE),
    needs("change_unit", A::UnitEdit).body(UNIT),
    needs("renew_agreement", A::AgreementEdit).body("{}"),
    needs("preview_agreement", A::AgreementEdit).body(PREVIEW_AGREEMENT).only_asks(),
    needs("list_agreements", A::AgreementRead),
    needs("get_agreement", A::AgreementRead),
    needs("end_agreement", A::AgreementEdit).body(r#"{"on":"2026-01-31","reason":"sold"}"#),
    needs("compare_tender", A::PlanRead).body(DOCUMENT),
    needs("assign_cases", A::CaseAssign).body(r#"{"owner":"{people}","cases":[{"id":"{cases}","version":1}]}"#),
    needs("watch_cases", A::CaseRead).body(r#"{"cases":["{cases}"]}"#),
    needs("count_cases", A::CaseRead),
    needs("create_agreement", A::AgreementEdit).body(NEW_AGREEMENT),
    needs("change_agreement", A::AgreementEdit).body(AGREEMENT),
    needs("check_case_entitlement", A::CaseWork).body("{}"),
    needs("check_plan", A::PlanRead).body(PLAN).only_asks(),
    needs("choose_mail", A::AccountOwn).body(r#"{"wanted":true}"#),
    needs("choose_reading_plan", A::PlanEdit).body(r#"{"plan":0}"#),
    needs("diff_reading", A::PlanRead).query("with={plans}"),
    needs("get_plan_version_source", A::PlanRead),
    needs("get_reading", A::PlanRead),
    needs("get_reading_source", A::PlanRead),
    needs("get_reading_text", A::PlanRead),
    needs("list_readings", A::PlanRead),
    needs("make_plan_of_reading", A::PlanEdit).body(r#"{"title":"Plan","trade":"elevators"}"#),
    needs("paste_reading", A::PlanEdit).body(r#"{"title":"Plan","text":"售后服务方案\n整机保修两年，接到报修后四小时内到场。"}"#),
    needs("step_reading", A::PlanEdit).body(r#"{"do":{"step":"accept_above","confidence":100}}"#),
    needs("undo_reading", A::PlanEdit),
    needs("redo_reading", A::PlanEdit),
    needs("upload_reading", A::PlanEdit).query("name=plan.txt").body(DOCUMENT),
    needs("remove_reading", A::PlanEdit),
    needs("close_org", A::OrgEdit),
    needs("close_region", A::RegionEdit),
    needs("create_customer", A::CustomerEdit).body(CUSTOMER),
    needs("create_org", A::OrgEdit).body(r#"{"parent":"{org}","kind":"branch","name":"Harbour"}"#),
    needs("create_person", A::PeopleEdit)
        .body(r#"{"login":"guo","password":"correct horse battery","person":{"name":"Guo","org":"{org}","roles":["engineer"]}}"#),
    needs("create_plan", A::PlanEdit).body(r#"{"from":{"origin":"blank","title":"Plan","trade":"elevators"}}"#),
    needs("create_product", A::ProductEdit).body(PRODUCT),
    needs("create_token", A::TokenOwn).body(r#"{"name":"Report","days":30,"reach":"read"}"#),
    needs("create_region", A::RegionEdit).body(r#"{"key":"harbour","region":{"label":"Harbour","branch":"{org}"}}"#),
    needs("decide_unit_entitlement", A::EntitlementOverride).body(DECISION),
    needs("deactivate_person", A::PeopleEdit),
    needs("diff_plan", A::PlanRead),
    needs("discard_plan", A::PlanEdit),
    needs("edit_plan", A::PlanEdit).body(PLAN),
    needs("explain_duty", A::AgreementRead).query("clause=visit&cycle=1"),
    needs("explain_promise", A::CaseRead).query("clause=response&cycle=1"),
    needs("export_cases", A::CaseRead),
    needs("export_ledger", A::LedgerExport),
    needs("export_plan", A::PlanRead).query("format=json"),
    needs("export_sheet", A::DataImport),
    needs("first_steps", A::SettingsRead),
    needs("foresee_case", A::CaseReport).query("unit={units}"),
    needs("follow_events", A::EventsFollow),
    needs("get_calendar", A::CalendarRead),
    needs("get_case", A::CaseRead),
    needs("get_case_file", A::FileUse),
    needs("get_customer", A::CustomerRead),
    needs("get_law", A::PlanRead),
    needs("get_org", A::OrgRead),
    needs("get_person", A::PeopleRead),
    needs("get_plan", A::PlanRead),
    needs("get_plan_version", A::PlanRead),
    needs("get_product", A::ProductRead),
    needs("get_settings", A::SettingsRead),
    needs("get_sheet_template", A::DataImport),
    needs("get_unit_file", A::FileUse),
    needs("get_unit", A::UnitRead),
    needs("get_warranty_card", A::UnitRead),
    needs("holidays", A::CalendarRead),
    needs("import_holidays", A::CalendarEdit)
        .body(r#"{"format":"csv","text":"date,kind,name\n2027-01-01,holiday,x"}"#),
    needs("import_sheet", A::DataImport).query("step=preview"),
    needs("keep_views", A::AccountOwn).body(r#"{"items":[{"name":"Mine","filters":{"only":"mine"}}]}"#),
    needs("ledger", A::LedgerRead),
    needs("ledger_rows", A::LedgerRead),
    needs("list_agreement_duties", A::AgreementRead),
    needs("list_audit", A::AuditRead),
    needs("list_calendars", A::CalendarRead),
    needs("list_cases", A::CaseRead),
    needs("list_customers", A::CustomerRead),
    needs("list_org", A::OrgRead),
    needs("list_people", A::PeopleRead),
    needs("list_plan_templates", A::PlanRead),
    needs("list_plans", A::PlanRead),
    needs("list_product_families", A::ProductRead),
    needs("list_products", A::ProductRead),
    needs("list_regions", A::RegionRead),
    needs("list_unit_decisions", A::EntitlementRead),
    needs("list_unit_duties", A::UnitRead),
    needs("list_unit_files", A::UnitRead),
    needs("list_units", A::UnitRead),
    needs("look_up_caller", A::CustomerRead).query("phone=13800000000"),
    needs("mail_choice", A::AccountOwn),
    needs("me", A::AccountOwn),
    needs("merge_case", A::CaseCorrect).body(r#"{"into":"{other-cases}"}"#),
    needs("my_sessions", A::AccountOwn),
    needs("my_tokens", A::TokenOwn),
    needs("note_case", A::CaseWork).body(r#"{"body":"Called back"}"#),
    needs("note_repair", A::UnitEdit).body(r#"{"case":"{cases}","from":"2026-11-22","to":"2026-11-22"}"#),
    needs("notices", A::AccountOwn),
    needs("preview_calendar", A::CalendarRead)
        .body(r#"{"spec":{"weekly":{"mon":["09:00-18:00"]}},"month":"2026-11"}"#)
        .only_asks(),
    anybody("public_info"),
    anybody("public_unit"),
    needs("print_tender", A::PlanRead).query("format=docx").body(DOCUMENT),
    needs("publish_plan", A::PlanPublish),
    needs("reactivate_person", A::PeopleEdit),
    needs("read_notices", A::AccountOwn).body("{}"),
    needs("record_duty", A::VisitWork).body(r#"{"clause":"visit","cycle":1,"do":"done","note":"Done"}"#),
    needs("register_unit", A::UnitEdit).body(UNIT),
    needs("reinstate_plan", A::PlanPublish),
    needs("remove_component", A::UnitEdit),
    needs("remove_contact", A::CustomerEdit),
    needs("remove_site", A::CustomerEdit),
    needs("remove_unit_file", A::UnitEdit).body(r#"{"reason":"Wrong unit"}"#),
    needs("reopen_org", A::OrgEdit),
    needs("reopen_region", A::RegionEdit),
    needs("render_plan", A::PlanRead).query("format=docx"),
    needs("replace_component", A::UnitEdit).body(r#"{"serial":"M-2"}"#),
    needs("report_case", A::CaseReport).body(REPORT),
    needs("report_sheet", A::DataImport),
    needs("reset_password", A::PeopleEdit).body(r#"{"password":"correct horse battery"}"#),
    needs("restore_customer", A::CustomerEdit),
    needs("restore_product", A::ProductEdit),
    needs("restore_unit", A::UnitEdit),
    needs("retire_plan", A::PlanPublish),
    needs("retire_unit", A::UnitEdit),
    needs("retry_work", A::SettingsEdit).body(r#"{"what":"letter","id":"none"}"#),
    needs("revoke_session", A::AccountOwn),
    needs("revoke_token", A::TokenOwn),
    needs("saved_views", A::AccountOwn),
    needs("save_calendar", A::CalendarEdit).body(CALENDAR),
    needs("search", A::Search).query("q=Harbour"),
    anybody("sign_in").body(r#"{"login":"nobody","password":"nothing"}"#),
    anybody("sign_out"),
    needs("split_case", A::CaseCorrect).body(r#"{"content":"The second lift too"}"#),
    needs("succeed_plan", A::PlanEdit),
    needs("unwatch_case", A::CaseRead),
    needs("verify_audit", A::AuditRead),
    needs("watch_case", A::CaseRead),
    needs("what_if", A::LedgerRead).query("from=2026-01-01&to=2026-12-31&cases_of={plans}"),
    needs("work_trouble", A::SettingsRead),
];

/// More requests to the same endpoints, for ids that the first one does not name.
pub(crate) const MORE: &[Endpoint] = &[
    needs("act_on_case", A::CaseAssign).body(r#"{"do":{"action":"assign_crew","crew":["{people}"]}}"#),
    needs("act_on_case", A::CaseWork)
        .body(r#"{"do":{"action":"plain","name":"diagnose"},"note":"The lamp","evidence":[{"proof":"file","file":"{files}"}]}"#),
    needs("change_agreement", A::AgreementEdit)
        .body(r#"{"kind":"project","title":"Lifts","org":"{org}","plan_version":"{plan-versions}","starts_on":"2026-01-01","ends_on":null,"contract_fen":null,"terms":{"answers":{"warranty-term":"months:24","rates":"list","locations":"east","early-minutes":"120","late-minutes":"0"}},"units":["{units}"],"sites":["{sites}"]}"#),
    needs("change_unit", A::UnitEdit)
        .body(r#"{"product":"{products}","serial":"S-7","customer":"{customers}","site":"{sites}","branch":"{org}"}"#),
    needs("create_agreement", A::AgreementEdit)
        .body(r#"{"customer":"{customers}","agreement":{"kind":"project","title":"Lifts","org":"{org}","plan_version":"{plan-versions}","starts_on":"2026-01-01","ends_on":null,"contract_fen":null,"terms":{"answers":{"warranty-term":"months:24","rates":"list","locations":"east","early-minutes":"120","late-minutes":"0"}},"units":["{units}"],"sites":["{sites}"]}}"#),
    needs("create_person", A::PeopleEdit)
        .body(r#"{"login":"guo2","password":"correct horse battery","person":{"name":"Guo","org":"{org}","roles":["customer"],"customer":"{customers}"}}"#),
    needs("export_ledger", A::LedgerExport).query("customer={customers}&agreement={agreements}&owner={people}&branch={org}"),
    needs("export_sheet", A::DataImport).query("customer={customers}"),
    needs("ledger", A::LedgerRead).query("customer={customers}"),
    needs("ledger", A::LedgerRead).query("agreement={agreements}"),
    needs("ledger", A::LedgerRead).query("owner={people}&branch={org}"),
    needs("ledger_rows", A::LedgerRead).query("customer={customers}"),
    needs("ledger_rows", A::LedgerRead).query("agreement={agreements}&owner={people}&branch={org}"),
    needs("list_agreements", A::AgreementRead).query("customer={customers}"),
    needs("list_cases", A::CaseRead).query("customer={customers}"),
    needs("list_cases", A::CaseRead).query("unit={units}"),
    needs("list_cases", A::CaseRead).query("branch={org}"),
    needs("list_units", A::UnitRead).query("customer={customers}"),
    needs("note_case", A::CaseWork).body(r#"{"body":"Please look","mentions":["{people}"]}"#),
    needs("register_unit", A::UnitEdit)
        .body(r#"{"product":"{products}","serial":"S-8","customer":"{customers}","site":"{sites}","branch":"{org}"}"#),
    needs("report_case", A::CaseReport)
        .body(r#"{"channel":"phone","agreement":"{agreements}","site":"{sites}",
            "slip":{"name":"Guo","phone":"13800000000","address":"Quay 1","content":"It stopped"}}"#),
];
