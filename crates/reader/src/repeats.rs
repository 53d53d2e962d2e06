//! Tables behind the clauses that repeat them: each row names its article, 第三条 | 市区 | 接到报修后2小时内到达现场.

use std::collections::HashMap;

use crate::outline::Page;
use crate::problems::Docket;
use crate::reading::{Clause, Terms};

/// Longest cell that names an article.
const ARTICLE: usize = 8;
/// Longest cell of a header.
const HEADER: usize = 8;

/// A row of a table that names the article it repeats.
struct Row {
    article: String,
    when: String,
}

/// Leaves one clause where a table repeats an article, and lets a row that says otherwise hold for what its article holds, so that the contradiction is
/// seen. The names of columns are no clauses.
pub(crate) fn settle(docket: &Docket<'_>) -> Vec<Clause> {
    let clauses = &docket.plan.clauses;
    let rows: Vec<Option<Row>> = clauses.iter().map(|clause| row(docket, clause)).collect();
    let articles = if rows.iter().any(Option::is_some) {
        articles(docket)
    } else {
        HashMap::new()
    };
    let mut kept = Vec::with_capacity(clauses.len());
    for (clause, row) in clauses.iter().zip(&rows) {
        if heads_columns(docket, clause) {
            continue;
        }
        let mate = row.as_ref().and_then(|row| {
            let stated = articles.get(&row.article)?;
            mate(docket, clause, row, stated)
        });
        match mate {
            Some(mate) if says_the_same(clause, mate) => {}
            Some(mate) => kept.push(held_as(clause, mate)),
            None => kept.push(clause.clone()),
        }
    }
    kept
}

/// The limits under each article.
fn articles<'a>(docket: &Docket<'a>) -> HashMap<String, Vec<&'a Clause>> {
    let mut found: HashMap<String, Vec<&Clause>> = HashMap::new();
    for clause in &docket.plan.clauses {
        let heading = docket.place(clause.span).1;
        let Some(line) = heading.and_then(|at| docket.page.lines.get(at)) else {
            continue;
        };
        let words: String = docket
            .page
            .clean
            .text(line.start, line.end.min(line.start + ARTICLE))
            .split_whitespace()
            .collect();
        if let Some((number, _)) = words.split_once('条')
            && matches!(clause.terms, Terms::TimeLimit { .. })
        {
            found.entry(format!("{number}条")).or_default().push(clause);
        }
    }
    found
}

/// The cells of a line; none of one too long to be a row.
fn cells(page: &Page, line: usize) -> Vec<String> {
    const ROW: usize = 400;
    let line = page.lines.get(line);
    let Some(line) = line.filter(|line| line.end - line.start <= ROW) else {
        return Vec::new();
    };
    let text = page.clean.text(line.start, line.end);
    text.split('\t')
        .map(|cell| cell.split_whitespace().collect())
        .collect()
}

/// The row a limit stands in, where it names an article.
fn row(docket: &Docket<'_>, clause: &Clause) -> Option<Row> {
    if !matches!(clause.terms, Terms::TimeLimit { .. }) {
        return None;
    }
    let cells = cells(docket.page, docket.place(clause.span).0);
    let [article, when, .., _] = &cells[..] else {
        return None;
    };
    (is_article(article) && cells.len() >= 3).then(|| Row {
        article: article.clone(),
        when: when.clone(),
    })
}

fn is_article(cell: &str) -> bool {
    cell.starts_with('第') && cell.ends_with('条') && cell.chars().count() <= ARTICLE
}

/// The clause of the article that the row repeats: the limit to the same step in the same circumstances.
fn mate<'a>(
    docket: &Docket<'_>,
    clause: &Clause,
    row: &Row,
    stated: &[&'a Clause],
) -> Option<&'a Clause> {
    let step = |clause: &Clause| match clause.terms {
        Terms::TimeLimit { to, .. } => Some(to),
        _ => None,
    };
    let candidates: Vec<&'a Clause> = stated
        .iter()
        .copied()
        .filter(|other| other.span != clause.span && step(other) == step(clause))
        .collect();
    let told = |other: &&&'a Clause| {
        let words = cells(docket.page, docket.place(other.span).0).concat();
        if row.when == "通用" {
            !words.contains('，') || candidates.len() == 1
        } else {
            words.contains(&row.when)
        }
    };
    candidates.iter().find(told).copied()
}

fn says_the_same(one: &Clause, other: &Clause) -> bool {
    match (&one.terms, &other.terms) {
        (
            Terms::TimeLimit {
                limit,
                target,
                unit,
                ..
            },
            Terms::TimeLimit {
                limit: limit_other,
                target: target_other,
                unit: unit_other,
                ..
            },
        ) => limit == limit_other && target == target_other && unit == unit_other,
        _ => false,
    }
}

/// The row's limit, between the steps and in the circumstances its article states.
fn held_as(clause: &Clause, mate: &Clause) -> Clause {
    let mut clause = clause.clone();
    let stated = match &mate.terms {
        Terms::TimeLimit {
            from, condition, ..
        } => Some((*from, condition.clone())),
        _ => None,
    };
    if let (
        Terms::TimeLimit {
            from, condition, ..
        },
        Some((began, when)),
    ) = (&mut clause.terms, stated)
    {
        *from = began;
        *condition = when;
    }
    clause
}

/// 条款 | 渠道 | 号码或地址 | 值守: the names of columns read as a clause.
fn heads_columns(docket: &Docket<'_>, clause: &Clause) -> bool {
    let fewest = match clause.terms {
        Terms::Channel { number: None, .. }
        | Terms::Fee {
            percent_bps: None,
            amount_fen: None,
            ..
        } => 2,
        Terms::Other {} | Terms::Document { .. } | Terms::Procedure { .. } => 3,
        _ => return false,
    };
    let page = docket.page;
    let line = docket.place(clause.span).0;
    let names = cells(page, line);
    let columns = |line: usize| cells(page, line).len();
    let short = names.iter().all(|name| {
        name.chars().count() <= HEADER && !name.chars().any(|char| char.is_ascii_digit())
    });
    let opens = line.checked_sub(1).is_none_or(|above| columns(above) < 2);
    names.len() >= fewest && short && opens && columns(line + 1) == names.len()
}
