//! Which rows a caller may see, as one WHERE fragment.

use crate::value::Value;

/// What a person sees: decided by `app` from the person's roles and place, applied by every query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Scope {
    /// The whole company.
    All,
    /// One branch or outlet and everything below it.
    Branch(String),
    /// What has to do with the cases given to a partner outlet: those of its place or below, and those that its people
    /// own or go to.
    Outlet(String),
    /// Only what is the person's own, and what has to do with the cases they own or go to.
    Own { person: String },
    /// Only what belongs to one customer.
    Customer(String),
    /// Nothing at all.
    Nothing,
}

impl Scope {
    /// One scope of every kind, for tests that expand a statement in all its forms.
    pub fn samples() -> [Scope; 6] {
        [
            Scope::All,
            Scope::Branch("branch".into()),
            Scope::Outlet("outlet".into()),
            Scope::Own {
                person: "person".into(),
            },
            Scope::Customer("customer".into()),
            Scope::Nothing,
        ]
    }

    /// Whether it reaches no farther than the cases somebody was given.
    pub const fn is_of_jobs(&self) -> bool {
        matches!(self, Scope::Outlet(_) | Scope::Own { .. })
    }
}

/// Replaces `{scope: kind=column|column, …}` in `sql`; parameters are numbered from `next`.
///
/// INVARIANT: a kind of scope for which the statement names no column sees no row.
pub(crate) fn expand(sql: &str, scope: &Scope, next: usize) -> (String, Vec<Value>) {
    let Some((before, rest)) = sql.split_once("{scope:") else {
        return (sql.to_owned(), Vec::new());
    };
    let (columns, after) = rest.split_once('}').unwrap_or((rest, ""));
    let (fragment, values) = fragment(columns, scope, next);
    (format!("{before}{fragment}{after}"), values)
}

fn fragment(columns: &str, scope: &Scope, next: usize) -> (String, Vec<Value>) {
    let same = |column: &str| format!("{column} = ${next}");
    let below = |column: &str| format!("{column} IN ({})", descendants(next));
    let (tests, id): (Vec<String>, &str) = match scope {
        Scope::All => return ("1=1".into(), Vec::new()),
        Scope::Nothing => return ("1=0".into(), Vec::new()),
        Scope::Branch(id) => (columns_of(columns, "branch").map(below).collect(), id),
        Scope::Customer(id) => (columns_of(columns, "customer").map(same).collect(), id),
        Scope::Own { person } => {
            let given = format!(
                "j.id IN (SELECT p.case_id FROM case_person p WHERE p.person_id = ${next} AND p.part IN ('owner', 'crew'))"
            );
            let own = columns_of(columns, "own").map(same);
            let jobs = columns_of(columns, "job").map(|pair| of_jobs(pair, &given));
            (own.chain(jobs).collect(), person)
        }
        Scope::Outlet(id) => (of_outlet(columns, next, below), id),
    };
    if tests.is_empty() {
        return ("1=0".into(), Vec::new());
    }
    (format!("({})", tests.join(" OR ")), vec![Value::from(id)])
}

/// What has to do with an outlet's cases; where a statement is not about cases, what is of its place.
fn of_outlet(columns: &str, next: usize, below: impl Fn(&str) -> String) -> Vec<String> {
    let given = format!(
        "(j.branch_id IN ({below}) OR j.id IN (SELECT p.case_id FROM case_person p JOIN person h ON h.id = p.person_id \
         WHERE p.part IN ('owner', 'crew') AND h.org_id IN ({below})))",
        below = descendants(next)
    );
    let jobs: Vec<String> = columns_of(columns, "job")
        .map(|pair| of_jobs(pair, &given))
        .collect();
    if jobs.is_empty() {
        columns_of(columns, "branch").map(below).collect()
    } else {
        jobs
    }
}

fn descendants(parameter: usize) -> String {
    format!("SELECT descendant FROM org_closure WHERE ancestor = ${parameter}")
}

/// `column@named`: the column holds what the given cases name so. `contact_id` are the contacts of their customers.
fn of_jobs(pair: &str, given: &str) -> String {
    let (column, named) = pair.split_once('@').unwrap_or((pair, "id"));
    let source = match named {
        "contact_id" => {
            "SELECT k.id FROM contact k JOIN service_case j ON j.customer_id = k.customer_id"
                .to_owned()
        }
        _ => format!("SELECT j.{named} FROM service_case j"),
    };
    format!("{column} IN ({source} WHERE {given})")
}

fn columns_of<'a>(columns: &'a str, kind: &'a str) -> impl Iterator<Item = &'a str> {
    columns
        .split(',')
        .filter_map(|pair| pair.split_once('='))
        .filter(move |(name, _)| name.trim() == kind)
        .flat_map(|(_, columns)| columns.split('|'))
        .map(str::trim)
}

#[cfg(test)]
mod tests {
    use super::*;

    const SQL: &str =
        "SELECT 1 FROM t WHERE {scope: branch=t.branch_id, own=t.engineer|t.author} AND a = $1";
    const OF_CASES: &str =
        "SELECT 1 FROM u WHERE {scope: branch=u.branch_id, job=u.id@unit_id} AND a = $1";

    #[test]
    fn each_scope_becomes_its_own_clause() {
        let person = Scope::Own { person: "p".into() };
        assert_eq!(
            expand(SQL, &person, 2),
            (
                "SELECT 1 FROM t WHERE (t.engineer = $2 OR t.author = $2) AND a = $1".into(),
                vec![Value::from("p")]
            )
        );
        let (branch, _) = expand(SQL, &Scope::Branch("b".into()), 2);
        assert!(branch.contains(
            "(t.branch_id IN (SELECT descendant FROM org_closure WHERE ancestor = $2)) AND a"
        ));
    }

    #[test]
    fn a_scope_without_a_column_sees_nothing() {
        let (sql, values) = expand(SQL, &Scope::Customer("c".into()), 2);
        assert_eq!(sql, "SELECT 1 FROM t WHERE 1=0 AND a = $1");
        assert_eq!(values, []);
    }

    #[test]
    fn jobs_reach_what_their_cases_name_and_no_farther() {
        let (own, _) = expand(OF_CASES, &Scope::Own { person: "p".into() }, 2);
        assert!(own.contains("u.id IN (SELECT j.unit_id FROM service_case j WHERE j.id IN"));
        assert!(!own.contains("u.branch_id"));
        let (outlet, _) = expand(OF_CASES, &Scope::Outlet("o".into()), 2);
        assert!(
            outlet.contains("u.id IN (SELECT j.unit_id FROM service_case j WHERE (j.branch_id IN")
        );
        assert!(!outlet.contains("u.branch_id"));
        let (of_place, _) = expand(SQL, &Scope::Outlet("o".into()), 2);
        assert!(of_place.contains("t.branch_id IN"));
    }
}
