use std::sync::LazyLock;

use jiff::civil::Date;

use super::LegalRow;

const HEADER: &str = "rule,product,covers,value,source,from,to,status";
const SHIPPED: &str = include_str!("../../data/legal-floors.csv");

/// Why a table of legal rows was refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {reason}")]
pub struct RowError {
    /// The line, from 1.
    pub line: usize,
    /// What is wrong and what to write.
    pub reason: String,
}

/// The rows that come with the product; read once.
pub fn shipped() -> &'static [LegalRow] {
    static ROWS: LazyLock<Vec<LegalRow>> =
        LazyLock::new(|| parse(SHIPPED).expect("the shipped table of legal floors is tested"));
    &ROWS
}

/// Reads a table of legal rows: comma-separated, first line `rule,product,covers,value,source,from,to,status`.
pub fn parse(text: &str) -> Result<Vec<LegalRow>, RowError> {
    let mut lines = text.trim_start_matches('\u{feff}').lines().enumerate();
    match lines.next() {
        Some((_, header)) if header.trim() == HEADER => {}
        _ => {
            return Err(RowError {
                line: 1,
                reason: format!("the first line must be {HEADER}"),
            });
        }
    }
    lines
        .filter(|(_, line)| !line.trim().is_empty())
        .map(|(index, line)| {
            row(line).map_err(|reason| RowError {
                line: index + 1,
                reason,
            })
        })
        .collect()
}

fn row(line: &str) -> Result<LegalRow, String> {
    let cells: Vec<&str> = line.split(',').map(str::trim).collect();
    let [rule, product, covers, value, source, from, to, status] = cells.as_slice() else {
        return Err(format!(
            "there are {} cells where 8 belong; a cell cannot hold a comma",
            cells.len()
        ));
    };
    let date = |text: &str| {
        text.parse::<Date>()
            .map_err(|_| format!("\"{text}\" is not a date; write 2024-07-01"))
    };
    let row = LegalRow {
        rule: rule
            .parse()
            .map_err(|error: crate::UnknownWord| error.to_string())?,
        product: named(product, "product")?,
        covers: named(covers, "covers")?,
        value: value
            .parse()
            .map_err(|error: super::LegalValueError| error.to_string())?,
        source: named(source, "source")?,
        from: date(from)?,
        to: if to.is_empty() { None } else { Some(date(to)?) },
        status: status
            .parse()
            .map_err(|error: crate::UnknownWord| error.to_string())?,
    };
    match row.to {
        Some(to) if to < row.from => {
            Err(format!("it ends on {to}, before it begins on {}", row.from))
        }
        _ => Ok(row),
    }
}

fn named(text: &str, column: &str) -> Result<String, String> {
    if text.is_empty() {
        Err(format!("{column} is empty"))
    } else {
        Ok(text.to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shipped_rows_read() {
        assert!(shipped().len() > 40);
    }

    #[test]
    fn a_bad_row_is_named_with_what_to_write() {
        for (row, advice) in [
            ("term,lift,whole_unit,months:12,law,2020-01-01", "8 belong"),
            (
                "terms,lift,whole_unit,months:12,law,2020-01-01,,confirmed",
                "write one of",
            ),
            (
                "term,lift,whole_unit,12,law,2020-01-01,,confirmed",
                "months:12",
            ),
            (
                "term,lift,whole_unit,months:12,law,2020-02-30,,confirmed",
                "2024-07-01",
            ),
            (
                "term,lift,whole_unit,months:12,law,2020-01-01,2019-01-01,confirmed",
                "before it begins",
            ),
            (
                "term,lift,whole_unit,times:0,law,2020-01-01,,confirmed",
                "is not a value",
            ),
        ] {
            let error = parse(&format!("{HEADER}\n{row}\n")).expect_err(row);
            assert!(error.line == 2 && error.reason.contains(advice), "{error}");
        }
    }
}
