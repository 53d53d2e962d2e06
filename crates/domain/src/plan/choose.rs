//! Which row of a decision table holds.

use serde::{Deserialize, Serialize};

use super::clauses::time_limit::{Bound, Otherwise, TimeLimit};
use super::condition::{Condition, Context};

/// The row that holds, and why it does.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Chosen {
    /// The row, from 0; `None` for the declared default.
    pub row: Option<usize>,
    /// Why that one.
    pub because: Because,
}

/// Why a row of a decision table holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = RowReason))]
#[serde(tag = "reason", rename_all = "snake_case")]
pub enum Because {
    /// No row matched: the declared default holds.
    NoRowMatched,
    /// No other row matched.
    OnlyMatch,
    /// It states more dimensions than these rows, which matched too.
    MostSpecific {
        /// Rows, from 0.
        over: Vec<usize>,
    },
    /// It stands before these rows, which matched and state as many dimensions.
    StatedFirst {
        /// Rows, from 0.
        over: Vec<usize>,
    },
}

/// Chooses a row: the most specific that matches, ties by stated order. A blank row never matches.
pub fn choose<'a>(rows: impl IntoIterator<Item = &'a Condition>, context: &Context) -> Chosen {
    let matching: Vec<(usize, usize)> = rows
        .into_iter()
        .enumerate()
        .filter(|(_, when)| !when.is_blank() && when.is_met_by(context))
        .map(|(index, when)| (index, when.specificity()))
        .collect();
    let Some(most) = matching.iter().map(|(_, specificity)| *specificity).max() else {
        return Chosen {
            row: None,
            because: Because::NoRowMatched,
        };
    };
    let (equals, others): (Vec<_>, Vec<_>) = matching
        .into_iter()
        .partition(|(_, specificity)| *specificity == most);
    let rows_of = |list: &[(usize, usize)]| list.iter().map(|(index, _)| *index).collect();
    let because = match (&equals[1..], others.as_slice()) {
        ([], []) => Because::OnlyMatch,
        ([], others) => Because::MostSpecific {
            over: rows_of(others),
        },
        (ties, _) => Because::StatedFirst {
            over: rows_of(ties),
        },
    };
    Chosen {
        row: Some(equals[0].0),
        because,
    }
}

impl TimeLimit {
    /// The bound that holds in this context, if anything is promised, and the row it comes from.
    pub fn bound_for(&self, context: &Context) -> (Option<&Bound>, Chosen) {
        let chosen = choose(self.rows.iter().map(|row| &row.when), context);
        let bound = match (chosen.row, &self.otherwise) {
            (Some(row), _) => Some(&self.rows[row].bound),
            (None, Otherwise::Bound(bound)) => Some(bound),
            (None, Otherwise::NoPromise) => None,
        };
        (bound, chosen)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    fn rows(text: &str) -> Vec<Condition> {
        #[derive(Deserialize)]
        struct Table {
            rows: Vec<Condition>,
        }
        toml::from_str::<Table>(text).expect("the rows read").rows
    }

    const TABLE: &str = r#"rows = [
        { severity = ["major"] },
        { severity = ["major"], region = ["beijing"] },
        { region = ["beijing"], standing = ["in_contract"] },
        {},
        { reported_between = { from = "19:00", to = "10:00" } },
    ]"#;

    #[rstest]
    #[case("", None, Because::NoRowMatched)]
    #[case("severity = 'major'", Some(0), Because::OnlyMatch)]
    #[case("severity = 'minor'\nregion = 'beijing'", None, Because::NoRowMatched)]
    #[case("severity = 'major'\nregion = 'beijing'", Some(1), Because::MostSpecific { over: vec![0] })]
    #[case("severity = 'major'\nregion = 'beijing'\nstanding = 'in_contract'", Some(1), Because::StatedFirst { over: vec![2] })]
    #[case("reported_time = '23:30:00'", Some(4), Because::OnlyMatch)]
    #[case("reported_time = '10:00:00'", None, Because::NoRowMatched)]
    fn the_most_specific_row_wins_then_the_first(
        #[case] context: &str,
        #[case] row: Option<usize>,
        #[case] because: Because,
    ) {
        let context: Context = toml::from_str(context).expect("the context reads");
        assert_eq!(choose(&rows(TABLE), &context), Chosen { row, because });
    }
}
