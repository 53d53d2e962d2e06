//! What things are called in the languages people are spoken to in.

use domain::access::Role;
pub use domain::language::Language;

/// What a role is called, as in the glossary.
pub(crate) fn role_name(role: Role, language: Language) -> &'static str {
    let (zh, en) = match role {
        Role::Customer => ("客户", "customer"),
        Role::ServiceAgent => ("客服", "service agent"),
        Role::Dispatcher => ("调度员", "dispatcher"),
        Role::Engineer => ("工程师", "engineer"),
        Role::ServiceManager => ("服务经理", "service manager"),
        Role::Executive => ("总经办", "executive"),
        Role::Storekeeper => ("仓管", "storekeeper"),
        Role::Accountant => ("财务", "accountant"),
        Role::PartnerOutlet => ("服务网点", "partner outlet"),
        Role::Supplier => ("供应商", "supplier"),
        Role::Administrator => ("管理员", "administrator"),
        Role::Auditor => ("审计", "auditor"),
    };
    language.choose(zh, en)
}
