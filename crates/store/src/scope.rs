//! Which rows a caller may see, as one WHERE fragment.

use crate::value::Value;

/// What a person sees: decided by `app` from the person's roles and place, applied by every query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Scope {
    /// The whole company.
    All,
    /// One branch or outlet and everything below it.
    Branch(String),
    /// Only what is the person's own.
    Own { person: String },
    /// Only what belongs to one customer.
    Customer(String),
    /// Nothing at all.
    Nothing,
}

impl Scope {
    /// One scope of every kind, for tests that expand a statement in all its forms.
    pub fn samples() -> [Scope; 5] {
        [
            Scope::All,
            Scope::Branch("branch".into()),
            Scope::Own {
                person: "person".into(),
            },
            Scope::Customer("customer".into()),
            Scope::Nothing,
        ]
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
    let (kind, id) = match scope {
        Scope::All => return ("1=1".into(), Vec::new()),
        Scope::Nothing => return ("1=0".into(), Vec::new()),
        Scope::Branch(id) => ("branch", id),
        Scope::Own { person } => ("own", person),
        Scope::Customer(id) => ("customer", id),
    };
    let tests: Vec<String> = columns_of(columns, kind)
        .map(|column| match scope {
            Scope::Branch(_) => {
                format!("{column} IN (SELECT descendant FROM org_closure WHERE ancestor = ${next})")
            }
            _ => format!("{column} = ${next}"),
        })
        .collect();
    if tests.is_empty() {
        return ("1=0".into(), Vec::new());
    }
    (
        format!("({})", tests.join(" OR ")),
        vec![Value::from(id.as_str())],
    )
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
}
