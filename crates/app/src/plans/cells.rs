//! Words from the cells of a table, said with the headings of their row and column: 一级：到达现场 30分钟.

use domain::plan::Clause;
use reader::draft::{Draft, Place};
use reader::reading::Span;

/// The rows of the tables of a text.
pub(crate) struct Tables {
    rows: Vec<Row>,
}

struct Row {
    /// First character, and one past the last.
    from: usize,
    to: usize,
    cells: Vec<Cell>,
    /// The headings of its columns; none where the table has no heading.
    head: Option<usize>,
}

struct Cell {
    from: usize,
    words: String,
}

impl Tables {
    /// Finds the tables: lines whose cells stand apart by tabs, as they come out of documents.
    pub(crate) fn of(text: &str) -> Self {
        let mut rows: Vec<Row> = Vec::new();
        let mut from = 0;
        let mut first = None;
        for line in text.split('\n') {
            let to = from + line.chars().count();
            if line.contains('\t') {
                let cells = cells(from, line);
                let at = rows.len();
                let first = *first.get_or_insert(at);
                let heads = first < at && is_head(&rows[first]);
                let head = heads.then_some(first);
                rows.push(Row {
                    from,
                    to,
                    cells,
                    head,
                });
            } else {
                first = None;
            }
            from = to + 1;
        }
        Self { rows }
    }

    /// Words with the headings they stand under; none for words outside of tables and for those of a row's own heading.
    fn said(&self, place: &Place) -> Option<String> {
        let Span(from, to) = place.span;
        let at = self.rows.partition_point(|row| row.to <= from);
        let row = self.rows.get(at).filter(|row| row.from <= from)?;
        let ends = row.cells.iter().skip(1).map(|cell| cell.from);
        let touched = row.cells.iter().zip(ends.chain([row.to + 1])).enumerate();
        let touched: Vec<usize> = touched
            .filter(|(_, (cell, end))| cell.from < to && from < *end)
            .map(|(at, _)| at)
            .collect();
        let own = row.cells.iter().position(|cell| !is_number(&cell.words))?;
        if row.cells[own].words.chars().count() > LONGEST_NAME {
            return None;
        }
        let under: Vec<String> = touched
            .iter()
            .filter(|at| **at > own)
            .map(|at| self.under(row, *at, (&touched, place)))
            .collect();
        if under.is_empty() {
            return None;
        }
        Some(format!("{}：{}", row.cells[own].words, under.join("，")))
    }

    /// One cell under its column: 到达现场 30分钟. A place within one cell keeps to its own words.
    fn under(&self, row: &Row, at: usize, (touched, place): (&[usize], &Place)) -> String {
        let words = match touched {
            [_] => place.quote.trim(),
            _ => row.cells[at].words.as_str(),
        };
        let head = row
            .head
            .and_then(|head| self.rows[head].cells.get(at))
            .map_or("", |cell| cell.words.as_str());
        if head.is_empty() {
            words.to_owned()
        } else {
            format!("{head} {words}")
        }
    }
}

fn cells(from: usize, line: &str) -> Vec<Cell> {
    let mut at = from;
    let mut found = Vec::new();
    for cell in line.split('\t') {
        found.push(Cell {
            from: at,
            words: cell.trim().to_owned(),
        });
        at += cell.chars().count() + 1;
    }
    found
}

/// Longest name of a row or a column, in characters: a table that lays out whole sections names nothing.
const LONGEST_NAME: usize = 20;

/// Whether a first row names columns: short words without figures.
fn is_head(row: &Row) -> bool {
    row.cells.iter().all(|cell| {
        cell.words.chars().count() <= LONGEST_NAME
            && !cell.words.chars().any(|char| char.is_ascii_digit())
    })
}

/// Whether a cell only counts the rows: 1, (2), 三、.
fn is_number(words: &str) -> bool {
    let counts = |char: char| char.is_numeric() || "一二三四五六七八九十".contains(char);
    words
        .chars()
        .filter(|char| char.is_alphanumeric())
        .all(counts)
}

/// Gives every clause that rests on cells of tables words that can be understood without the table.
pub(crate) fn say_headings(tables: &Tables, draft: &mut Draft) {
    for (clause, found) in draft.plan.clauses.iter_mut().zip(&mut draft.found) {
        reword(tables, clause, &found.places);
        for piece in &mut found.pieces {
            reword(
                tables,
                &mut piece.clause,
                std::slice::from_ref(&piece.place),
            );
        }
    }
}

fn reword(tables: &Tables, clause: &mut Clause, places: &[Place]) {
    let said: Vec<Option<String>> = places.iter().map(|place| tables.said(place)).collect();
    if said.iter().all(Option::is_none) {
        return;
    }
    let words = said.into_iter().zip(places);
    let words = words.map(|(said, place)| said.unwrap_or_else(|| place.quote.trim().to_owned()));
    clause.text = words.collect::<Vec<_>>().join("；");
}

/// Words of no kind, with their headings where they stand in a table.
pub(crate) fn with_headings(tables: &Tables, quote: &str, span: Span) -> String {
    let place = Place {
        quote: quote.to_owned(),
        span,
    };
    tables.said(&place).unwrap_or(place.quote)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(text: &str, quote: &str) -> Option<String> {
        let at = text.find(quote).expect("it is there");
        let from = text[..at].chars().count();
        let span = Span(from, from + quote.chars().count());
        let quote = quote.to_owned();
        Tables::of(text).said(&Place { quote, span })
    }

    #[test]
    fn a_cell_says_its_row_and_its_column() {
        let table = "时限如下：\n故障等级\t响应\t到场\n一级\t5分钟\t30分钟\n二级\t15分钟\t2小时\n此外另议。";
        assert_eq!(said(table, "2小时").as_deref(), Some("二级：到场 2小时"));
        assert_eq!(said(table, "另议"), None);
        assert_eq!(said(table, "二级"), None, "a row's own heading");
    }

    #[test]
    fn rows_that_are_counted_are_named_by_what_follows_and_cells_in_a_row_stay_together() {
        let table = "序号\t项目\t单价\t备注\n1\t全包维保\t每台每年9600元\t钢丝绳除外\n";
        assert_eq!(
            said(table, "每台每年9600元\t钢丝绳除外").as_deref(),
            Some("全包维保：单价 每台每年9600元，备注 钢丝绳除外")
        );
    }

    #[test]
    fn a_table_without_headings_keeps_the_name_of_the_row() {
        assert_eq!(
            said("质保\t24个月\n响应\t2小时\n", "2小时").as_deref(),
            Some("响应：2小时")
        );
    }
}
