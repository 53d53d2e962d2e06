//! The question every use case asks first.

use super::action::Action;
use super::role::Role;
use super::table::{Reach, reach};
use crate::ids::{CustomerId, OrgUnitId, PersonId};

/// Who asks: the facts about a person that permission depends on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Actor {
    pub person: PersonId,
    pub roles: Vec<Role>,
    /// The person's place in the company tree.
    pub place: OrgUnitId,
    /// The customer the person belongs to, for the role customer.
    pub customer: Option<CustomerId>,
}

/// Which rows an allowed action reaches.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// The whole company.
    All,
    /// A place and everything below it.
    Branch(OrgUnitId),
    /// What is given to an outlet.
    Outlet(OrgUnitId),
    /// What is the person's own.
    Own(PersonId),
    /// What belongs to one customer.
    Customer(CustomerId),
}

/// The actor may not do this. Names who may, so that the refusal says whom to ask.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{action} is not among what these roles may do")]
pub struct Refusal {
    pub action: Action,
    /// Roles that may, in the order of the table.
    pub allowed: Vec<Role>,
}

/// May the actor do this, and to which rows? Of several roles the one that reaches farthest counts.
pub fn permit(actor: &Actor, action: Action) -> Result<Scope, Refusal> {
    let widest = actor
        .roles
        .iter()
        .map(|role| reach(*role, action))
        .max()
        .unwrap_or(Reach::None);
    let scope = match widest {
        Reach::None => None,
        Reach::Customer => actor.customer.map(Scope::Customer),
        Reach::Own => Some(Scope::Own(actor.person)),
        Reach::Outlet => Some(Scope::Outlet(actor.place)),
        Reach::Branch => Some(Scope::Branch(actor.place)),
        Reach::All => Some(Scope::All),
    };
    scope.ok_or_else(|| Refusal {
        action,
        allowed: allowed(action),
    })
}

fn allowed(action: Action) -> Vec<Role> {
    Role::ALL
        .iter()
        .copied()
        .filter(|role| reach(*role, action) != Reach::None)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    fn actor(roles: &[Role]) -> Actor {
        Actor {
            person: PersonId::new(Uuid::from_u128(1)),
            roles: roles.to_vec(),
            place: OrgUnitId::new(Uuid::from_u128(2)),
            customer: None,
        }
    }

    #[test]
    fn of_several_roles_the_widest_counts() {
        let engineer = actor(&[Role::Engineer]);
        assert_eq!(
            permit(&engineer, Action::CaseRead),
            Ok(Scope::Own(engineer.person))
        );
        let both = actor(&[Role::Engineer, Role::Dispatcher]);
        assert_eq!(
            permit(&both, Action::CaseRead),
            Ok(Scope::Branch(both.place))
        );
    }

    #[test]
    fn a_refusal_names_who_may() {
        let refusal = permit(&actor(&[Role::Engineer]), Action::PlanPublish);
        assert_eq!(
            refusal,
            Err(Refusal {
                action: Action::PlanPublish,
                allowed: vec![Role::ServiceManager]
            })
        );
    }

    #[test]
    fn a_customer_who_belongs_to_nobody_sees_nothing() {
        assert!(permit(&actor(&[Role::Customer]), Action::CaseRead).is_err());
        assert!(permit(&actor(&[]), Action::AccountOwn).is_err());
    }
}
