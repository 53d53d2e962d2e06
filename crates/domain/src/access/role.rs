//! Roles: what a person does here.

use crate::words::words;

words! {
    /// A role a person holds at a place in the company's tree.
    Role {
        /// 客户/业主: their own units and cases.
        Customer = "customer",
        /// 客服: takes calls, opens cases, calls back.
        ServiceAgent = "service_agent",
        /// 调度: grades, plans and assigns visits.
        Dispatcher = "dispatcher",
        /// 工程师: does the work.
        Engineer = "engineer",
        /// 服务经理: owns the plan, verifies causes, answers for broken promises.
        ServiceManager = "service_manager",
        /// 总经办: approves costs, reads the ledger.
        Executive = "executive",
        /// 仓管: spare parts and loaners.
        Storekeeper = "storekeeper",
        /// 财务: quotes, contracts, settlements.
        Accountant = "accountant",
        /// 服务网点: its own area's jobs.
        PartnerOutlet = "partner_outlet",
        /// 供应商: claims for faults that are its own.
        Supplier = "supplier",
        /// 管理员: users, roles, settings, backup.
        Administrator = "administrator",
        /// 审计: reads everything, changes nothing.
        Auditor = "auditor",
    }
}
