//! A document that was printed from a plan and comes back: the plan inside it gives its clauses, every field of them,
//! as long as the words still are the ones that plan prints.

use std::collections::BTreeMap;

use documents::text::extract;
use domain::plan::validate::validate;
use domain::plan::wording::{Block, Edition, paper as set};
use domain::plan::{Clause, Plan};
use domain::slug::ClauseId;
use domain::studio::{Item, ItemState, MAX_ITEMS, Noted, Origin, Place, Reading};

use super::read::offset;
use crate::plans::paper;

/// Most characters that headers and footers may add to a document, for each thousand of its own.
const FURNITURE_PER_THOUSAND: usize = 150;
/// And as many for a document of one page.
const FURNITURE: usize = 200;

/// The plan a document carries inside, if the document still says what that plan says. Somebody who changed the words
/// means the words: then the text is read like any other.
pub(super) fn returned(bytes: &[u8], text: &str) -> Option<Plan> {
    let plan = paper::enclosed_plan(bytes).ok()?;
    if plan.clauses.len() > MAX_ITEMS || !validate(&plan).is_empty() {
        return None;
    }
    let printed = extract(&paper::docx(&plan, edition(text)?)).ok()?;
    let same = if bytes.starts_with(b"%PDF") {
        says_the_same(&printed, text)
    } else {
        printed == text
    };
    same.then_some(plan)
}

/// Which edition a document says it is, below its title.
fn edition(text: &str) -> Option<Edition> {
    const LINES: usize = 6;
    text.lines().take(LINES).find_map(|line| {
        let line: String = line.split_whitespace().collect();
        if line.starts_with("草稿") {
            return Some(Edition::Draft);
        }
        let number = line.strip_prefix('第')?.strip_suffix('版')?;
        number.parse().ok().map(Edition::Version)
    })
}

/// Whether the text of a PDF has every character of the printed one, and beside them no more than the furniture of its
/// pages. Cells of a table come out of a PDF in another order, so characters are counted, not compared in a row.
fn says_the_same(printed: &str, text: &str) -> bool {
    let (printed, found) = (counted(printed), counted(text));
    let all = printed.values().sum::<usize>();
    let extra: usize = found
        .iter()
        .map(|(char, count)| count.saturating_sub(printed.get(char).copied().unwrap_or(0)))
        .sum();
    let whole = printed
        .iter()
        .all(|(char, count)| found.get(char).copied().unwrap_or(0) >= *count);
    whole && extra <= FURNITURE + all * FURNITURE_PER_THOUSAND / 1000
}

fn counted(text: &str) -> BTreeMap<char, usize> {
    let mut found = BTreeMap::new();
    for char in text.chars().filter(|char| char.is_alphanumeric()) {
        *found.entry(char).or_default() += 1;
    }
    found
}

/// The reading of such a document: each clause as it was, at the article that states it.
pub(super) fn reading(text: &str, plan: &Plan, noted: Vec<Noted>) -> Reading {
    let places = places(text, plan);
    let item = |clause: &Clause| Item {
        no: 0,
        origin: Origin::Found,
        state: ItemState::Open,
        places: places.get(&clause.id).cloned().into_iter().collect(),
        confidence: 100,
        clause: Some(clause.clone()),
        open: Vec::new(),
        pieces: Vec::new(),
        mark: None,
    };
    let mut items: Vec<Item> = plan.clauses.iter().map(item).collect();
    for (no, item) in (1..).zip(&mut items) {
        item.no = no;
    }
    let mut frame = plan.clone();
    frame.clauses.clear();
    Reading {
        frame,
        items,
        noted,
    }
}

/// Where each clause's article stands: from its heading to the next one.
fn places(text: &str, plan: &Plan) -> BTreeMap<ClauseId, Place> {
    let chars: Vec<char> = text.chars().collect();
    let squeezed: Vec<(usize, char)> = chars
        .iter()
        .copied()
        .enumerate()
        .filter(|(_, char)| !char.is_whitespace())
        .collect();
    let mut found: Vec<(usize, Option<ClauseId>)> = Vec::new();
    let mut from = 0;
    for (clause, words) in headings(plan) {
        let wanted: Vec<char> = words.chars().filter(|char| !char.is_whitespace()).collect();
        let hit = squeezed
            .get(from..)
            .unwrap_or_default()
            .windows(wanted.len().max(1))
            .position(|window| window.iter().map(|(_, char)| char).eq(&wanted));
        if let Some(at) = hit {
            found.push((squeezed[from + at].0, clause));
            from += at + wanted.len();
        }
    }
    let ends = found.iter().map(|(at, _)| *at).skip(1).chain([chars.len()]);
    let place = |start: usize, end: usize| {
        let quote: String = chars[start..end].iter().collect();
        let quote = quote.trim_end().to_owned();
        let to = start + quote.chars().count();
        Place {
            quote,
            from: offset(start),
            to: offset(to),
        }
    };
    found
        .iter()
        .zip(ends)
        .filter_map(|((start, clause), end)| Some((clause.clone()?, place(*start, end))))
        .collect()
}

/// The words each article begins with, in the order of the document; chapters and what follows them end an article.
fn headings(plan: &Plan) -> Vec<(Option<ClauseId>, String)> {
    let mut contacts = plan
        .clauses
        .iter()
        .filter(|clause| clause.promise.kind() == "channel")
        .map(|clause| clause.id.clone());
    let mut found = Vec::new();
    let mut chapter = String::new();
    for block in set(plan, Edition::Draft).blocks {
        match block {
            Block::Article { clause, text } => found.push((clause, text)),
            Block::Chapter(text) => {
                chapter.clone_from(&text);
                found.push((None, text));
            }
            Block::Table(table) if chapter.ends_with("联系方式") => {
                let rows = table.rows.iter().zip(contacts.by_ref());
                found.extend(rows.map(|(row, clause)| (Some(clause), row[..2].concat())));
            }
            _ => {}
        }
    }
    found
}
