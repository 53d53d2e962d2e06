//! The roles a person can have.

use crate::words::words;

words! {
    /// What a person is in the service organisation. A person may have several, except for roles of outsiders.
    Role {
        /// 客户/业主: owns units, reports and signs.
        Customer = "customer",
        /// 客服: takes calls and opens cases.
        ServiceAgent = "service_agent",
        /// 调度: grades, plans and assigns visits.
        Dispatcher = "dispatcher",
        /// 工程师: works on site.
        Engineer = "engineer",
        /// 服务经理: owns the plan, verifies causes, answers for broken promises.
        ServiceManager = "service_manager",
        /// 总经办: approves costs, reads the ledger.
        Executive = "executive",
        /// 仓管: spare parts, loaners, removed parts.
        Storekeeper = "storekeeper",
        /// 财务: quotes, contracts, settlements.
        Accountant = "accountant",
        /// 服务网点: serves the jobs of its own area.
        PartnerOutlet = "partner_outlet",
        /// 供应商: receives claims for its own faults.
        Supplier = "supplier",
        /// 管理员: people, settings, channels, backup.
        Administrator = "administrator",
        /// 审计: reads everything, changes nothing.
        Auditor = "auditor",
    }
}

impl Role {
    /// People of this role are not the company's own: they have no other role beside it.
    pub const fn is_outsider(self) -> bool {
        matches!(self, Self::Customer | Self::Supplier)
    }
}

/// Why a set of roles cannot be one person's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum RoleConflict {
    /// A person without a role could sign in and do nothing.
    #[error("a person needs at least one role")]
    None,
    /// The same role is listed twice.
    #[error("the role {0} is listed twice")]
    Twice(Role),
    /// A customer or supplier would see the company's own data through the second role.
    #[error("the role {0} cannot be combined with another")]
    Outsider(Role),
}

/// Checks that a set of roles can be one person's.
pub fn check_roles(roles: &[Role]) -> Result<(), RoleConflict> {
    if roles.is_empty() {
        return Err(RoleConflict::None);
    }
    if let Some((_, role)) = roles
        .iter()
        .enumerate()
        .find(|(at, role)| roles[..*at].contains(role))
    {
        return Err(RoleConflict::Twice(*role));
    }
    match roles.iter().find(|role| role.is_outsider()) {
        Some(role) if roles.len() > 1 => Err(RoleConflict::Outsider(*role)),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn outsiders_stand_alone_and_roles_are_listed_once() {
        assert_eq!(check_roles(&[]), Err(RoleConflict::None));
        assert_eq!(check_roles(&[Role::Engineer, Role::Dispatcher]), Ok(()));
        assert_eq!(check_roles(&[Role::Customer]), Ok(()));
        assert_eq!(
            check_roles(&[Role::Engineer, Role::Engineer]),
            Err(RoleConflict::Twice(Role::Engineer))
        );
        assert_eq!(
            check_roles(&[Role::Auditor, Role::Supplier]),
            Err(RoleConflict::Outsider(Role::Supplier))
        );
    }
}
