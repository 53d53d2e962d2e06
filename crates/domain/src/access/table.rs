//! The table itself.

use super::action::Action as A;
use super::role::Role;

/// How far an action reaches for a role, from nothing to everything.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reach {
    /// Not allowed.
    None,
    /// What belongs to the person's customer.
    Customer,
    /// What is the person's own: the account, the jobs assigned.
    Own,
    /// What is given to the person's outlet.
    Outlet,
    /// The person's place in the company tree and everything below it.
    Branch,
    /// The whole company.
    All,
}

impl Reach {
    /// The word of the golden table.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::None => "-",
            Self::Customer => "customer",
            Self::Own => "own",
            Self::Outlet => "outlet",
            Self::Branch => "branch",
            Self::All => "all",
        }
    }
}

const N: Reach = Reach::None;
const C: Reach = Reach::Customer;
const P: Reach = Reach::Own;
const O: Reach = Reach::Outlet;
const B: Reach = Reach::Branch;
const L: Reach = Reach::All;

/// One row for each action in the order of `Action::ALL`, one column for each role in the order of `Role::ALL`.
#[rustfmt::skip]
pub const TABLE: &[(A, [Reach; 12])] = &[
    //                        cust agnt disp engi mgr  exec stor acct outl supp admn audt
    (A::AccountOwn,          [P,   P,   P,   P,   P,   P,   P,   P,   P,   P,   P,   P]),
    (A::TokenOwn,            [N,   P,   P,   P,   P,   P,   P,   P,   P,   N,   P,   P]),
    (A::Search,              [C,   B,   B,   P,   B,   L,   B,   B,   O,   N,   L,   L]),
    (A::EventsFollow,        [C,   B,   B,   P,   B,   L,   B,   B,   O,   P,   L,   L]),
    (A::OrgRead,             [N,   L,   L,   L,   L,   L,   L,   L,   O,   N,   L,   L]),
    (A::OrgEdit,             [N,   N,   N,   N,   N,   N,   N,   N,   N,   N,   L,   N]),
    (A::PeopleRead,          [N,   B,   B,   P,   B,   L,   B,   B,   O,   N,   L,   L]),
    (A::PeopleEdit,          [N,   N,   N,   N,   N,   N,   N,   N,   N,   N,   L,   N]),
    (A::SettingsRead,        [N,   N,   N,   N,   L,   L,   N,   N,   N,   N,   L,   L]),
    (A::SettingsEdit,        [N,   N,   N,   N,   N,   N,   N,   N,   N,   N,   L,   N]),
    (A::AuditRead,           [N,   N,   N,   N,   N,   N,   N,   N,   N,   N,   L,   L]),
    (A::CalendarRead,        [N,   L,   L,   L,   L,   L,   L,   L,   L,   N,   L,   L]),
    (A::CalendarEdit,        [N,   N,   N,   N,   L,   N,   N,   N,   N,   N,   L,   N]),
    (A::PlanRead,            [N,   L,   L,   L,   L,   L,   L,   L,   L,   N,   L,   L]),
    (A::PlanEdit,            [N,   N,   N,   N,   L,   N,   N,   N,   N,   N,   L,   N]),
    (A::PlanPublish,         [N,   N,   N,   N,   L,   N,   N,   N,   N,   N,   N,   N]),
    (A::ProductRead,         [N,   L,   L,   L,   L,   L,   L,   L,   L,   N,   L,   L]),
    (A::ProductEdit,         [N,   N,   N,   N,   L,   N,   L,   N,   N,   N,   L,   N]),
    (A::RegionRead,          [N,   L,   L,   L,   L,   L,   L,   L,   L,   N,   L,   L]),
    (A::RegionEdit,          [N,   N,   L,   N,   L,   N,   N,   N,   N,   N,   L,   N]),
    (A::CustomerRead,        [C,   B,   B,   P,   B,   L,   B,   B,   O,   N,   L,   L]),
    (A::CustomerEdit,        [N,   B,   B,   N,   B,   N,   N,   B,   N,   N,   L,   N]),
    (A::UnitRead,            [C,   B,   B,   P,   B,   L,   B,   B,   O,   N,   L,   L]),
    (A::UnitEdit,            [N,   B,   B,   N,   B,   N,   B,   N,   N,   N,   L,   N]),
    (A::DataImport,          [N,   N,   N,   N,   B,   N,   N,   N,   N,   N,   L,   N]),
    (A::AgreementRead,       [C,   B,   B,   P,   B,   L,   N,   B,   O,   N,   L,   L]),
    (A::AgreementEdit,       [N,   N,   N,   N,   B,   N,   N,   B,   N,   N,   N,   N]),
    (A::EntitlementRead,     [C,   B,   B,   P,   B,   L,   B,   B,   O,   N,   L,   L]),
    (A::EntitlementOverride, [N,   N,   N,   N,   B,   L,   N,   N,   N,   N,   N,   N]),
    (A::CaseRead,            [C,   B,   B,   P,   B,   L,   B,   B,   O,   N,   L,   L]),
    (A::CaseReport,          [C,   B,   B,   P,   B,   N,   N,   N,   O,   N,   N,   N]),
    (A::CaseWork,            [N,   B,   B,   P,   B,   N,   N,   N,   O,   N,   N,   N]),
    (A::CaseAssign,          [N,   N,   B,   N,   B,   N,   N,   N,   O,   N,   N,   N]),
    (A::CasePause,           [N,   B,   B,   P,   B,   N,   N,   N,   N,   N,   N,   N]),
    (A::CaseAnswer,          [C,   B,   B,   N,   B,   N,   N,   N,   N,   N,   N,   N]),
    (A::CaseCorrect,         [N,   B,   B,   N,   B,   N,   N,   N,   N,   N,   N,   N]),
    (A::CauseVerify,         [N,   N,   N,   N,   B,   N,   N,   N,   N,   N,   N,   N]),
    (A::CostApprove,         [N,   N,   N,   N,   N,   L,   N,   N,   N,   N,   N,   N]),
    (A::VisitWork,           [N,   N,   B,   P,   B,   N,   N,   N,   O,   N,   N,   N]),
    (A::ComplaintHandle,     [N,   B,   N,   N,   B,   N,   N,   N,   N,   N,   N,   N]),
    (A::FileUse,             [C,   B,   B,   P,   B,   L,   B,   B,   O,   N,   L,   L]),
    (A::LedgerRead,          [N,   B,   B,   N,   B,   L,   N,   B,   O,   N,   L,   L]),
    (A::LedgerExport,        [N,   N,   N,   N,   B,   L,   N,   B,   N,   N,   N,   L]),
    (A::LedgerExcuse,        [N,   N,   N,   N,   B,   L,   N,   N,   N,   N,   N,   N]),
];

/// How far an action reaches for one role.
pub fn reach(role: Role, action: A) -> Reach {
    TABLE[action as usize].1[role as usize]
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fmt::Write as _;

    #[test]
    fn rows_and_columns_stand_in_the_order_of_actions_and_roles() {
        let rows: Vec<A> = TABLE.iter().map(|(action, _)| *action).collect();
        assert_eq!(rows, A::ALL);
        assert_eq!(Role::ALL.len(), TABLE[0].1.len());
    }

    #[test]
    fn an_auditor_changes_nothing() {
        let allowed: Vec<&str> = A::ALL
            .iter()
            .filter(|action| reach(Role::Auditor, **action) != Reach::None)
            .map(|action| action.as_str())
            .filter(|word| !word.ends_with(".read"))
            .collect();
        assert_eq!(
            allowed,
            [
                "account.own",
                "token.own",
                "search",
                "events.follow",
                "file.use",
                "ledger.export"
            ]
        );
    }

    #[test]
    fn the_golden_table_is_this_table() {
        let golden = include_str!("../../../../golden/access.txt").replace("\r\n", "\n");
        let rendered = render();
        assert!(
            golden == rendered,
            "golden/access.txt differs; the table now reads:\n{rendered}"
        );
    }

    /// Every action with the roles that may do it and how far: `case.read: customer=customer service_agent=branch …`.
    fn render() -> String {
        let mut page = String::from(
            "# Who may do what. One block per action; a role that is not listed may not do it.\n\
             # Reach: all = whole company, branch = own place and below, outlet = given to the outlet,\n\
             # own = one's own account or jobs, customer = what belongs to one's customer.\n",
        );
        for (action, reaches) in TABLE {
            write!(page, "\n{action}\n").expect("writing to a string cannot fail");
            for (role, reach) in Role::ALL
                .iter()
                .zip(reaches)
                .filter(|(_, reach)| **reach != Reach::None)
            {
                writeln!(page, "  {:<16} {}", role.as_str(), reach.as_str())
                    .expect("writing to a string cannot fail");
            }
        }
        page
    }
}
