//! A document that was printed from a plan and comes back: the plan inside it gives its clauses, every field of them,
//! where the words still are the ones that were printed. Somebody who changed words means the words: those are read anew.

mod alone;
mod around;
mod changed;
mod compare;
mod figures;
mod reread;
mod trusted;

use std::collections::BTreeMap;

use documents::text::extract;
use domain::plan::validate::validate;
use domain::plan::wording::{Block, Edition, Line, Paper, lines, paper as set};
use domain::plan::{Clause, Plan};
use domain::slug::ClauseId;
use domain::studio::{Change, Item, ItemState, MAX_ITEMS, Noted, Origin, Place, Reading};
use sha2::{Digest, Sha256};

use super::read::offset;
use crate::plans::paper;

/// A plan that comes back.
pub(super) struct Returned {
    /// What it is called now.
    pub title: String,
    held: Held,
}

/// What a document that comes back still holds.
enum Held {
    /// The plan it was printed from, and every word of it.
    Whole(Plan),
    /// The plan, and what was printed: some of it reads differently now.
    Changed(Plan, Printed),
    /// Its words.
    Words(alone::Why),
}

/// What a document said before somebody changed it.
struct Printed {
    lines: Vec<Line>,
    /// Whether these are the very lines that were printed, and not what this version prints.
    kept: bool,
}

/// A printed plan that comes back: the plan it carries inside, if it still says most of what that plan says, or its words
/// alone.
pub(super) fn returned(bytes: &[u8], text: &str) -> Option<Returned> {
    let (inside, why) = match paper::inside(bytes) {
        Ok(inside) => (with_plan(inside, bytes, text), alone::Why::Other),
        Err(paper::NoPlan::Nothing | paper::NoPlan::Unreadable(_)) => (None, alone::Why::Gone),
        Err(paper::NoPlan::Damaged(_) | paper::NoPlan::Changed) => (None, alone::Why::Other),
    };
    inside.or_else(|| {
        Some(Returned {
            title: alone::title(text)?,
            held: Held::Words(why),
        })
    })
}

fn with_plan(inside: paper::Inside, bytes: &[u8], text: &str) -> Option<Returned> {
    let plan = inside.plan;
    if plan.clauses.len() > MAX_ITEMS || !validate(&plan).is_empty() {
        return None;
    }
    let edition = edition(text).unwrap_or(Edition::Draft);
    let sheet = set(&plan, edition);
    let printed = extract(&paper::docx(&plan, edition)).ok()?;
    let pdf = bytes.starts_with(b"%PDF");
    let same = if pdf {
        says_the_same(&sheet, &printed, text)
    } else {
        printed == text
    };
    if same {
        return Some(Returned {
            title: plan.title.clone(),
            held: Held::Whole(plan),
        });
    }
    // The lines of a PDF are broken where its pages are.
    if pdf {
        return None;
    }
    let printed = Printed {
        kept: !inside.printed.is_empty(),
        lines: trusted::trusted(&plan, lines(&plan, &sheet), inside.printed),
    };
    let title = trusted::title(&printed, text, &plan.title)?;
    Some(Returned {
        title,
        held: Held::Changed(plan, printed),
    })
}

impl Returned {
    /// The reading: each clause as it was, at the words that state it, and what was changed beside what was printed.
    pub(super) fn reading(&self, text: &str, hash: &str) -> Reading {
        match &self.held {
            Held::Whole(plan) => reading(text, plan),
            Held::Changed(plan, printed) => {
                changed::reading(text, (&self.title, plan), printed, hash)
                    .unwrap_or_else(|| reading(text, plan))
            }
            Held::Words(why) => alone::reading(text, *why, hash)
                .expect("a document that has a title of its form has the form"),
        }
    }
}

/// What a printed plan says that comes back as a document: each clause as it was printed, and what somebody changed.
/// Nothing where the document carries no plan, or says another one.
pub fn read_back(bytes: &[u8]) -> Option<Reading> {
    let text = extract(bytes).ok()?;
    let returned = returned(bytes, &text)?;
    let hash = domain::hex(&Sha256::digest(bytes));
    Some(returned.reading(&text, &hash))
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

/// Whether the text of a PDF says what is printed, line by line in the same order. What each page carries beside the
/// text, and the head of a table that goes on, are passed over. The lines of a row whose cells are broken come out
/// interleaved: there the same characters will do.
fn says_the_same(paper: &Paper, printed: &str, text: &str) -> bool {
    let furniture = furniture(paper);
    let is_text = |line: &&str| !furniture.iter().any(|one| letters(line).starts_with(one));
    let found: Vec<char> = text.lines().filter(is_text).flat_map(letters).collect();
    let heads: Vec<Vec<char>> = paper.blocks.iter().filter_map(head).collect();
    let mut rest = &found[..];
    for line in printed.lines().filter(is_text) {
        let wanted = letters(line);
        if !rest.starts_with(&wanted)
            && let Some(head) = heads.iter().find(|head| rest.starts_with(head))
        {
            rest = &rest[head.len()..];
        }
        let broken = || line.contains('\t') && is_reordered(&wanted, rest);
        if !rest.starts_with(&wanted) && !broken() {
            return false;
        }
        rest = &rest[wanted.len()..];
    }
    rest.is_empty()
}

/// What every page carries: the title with the edition above, the mark below, and a draft's word across it.
fn furniture(paper: &Paper) -> Vec<Vec<char>> {
    let (state, across) = match paper.edition {
        Edition::Draft => ("草稿".to_owned(), Some(letters("草稿"))),
        Edition::Version(number) => (format!("第{number}版"), None),
    };
    let above = letters(&format!("{}{state}", paper.title));
    [above, letters(&paper.mark)]
        .into_iter()
        .chain(across)
        .collect()
}

fn head(block: &Block) -> Option<Vec<char>> {
    match block {
        Block::Table(table) => Some(letters(&table.head.concat())),
        _ => None,
    }
}

fn letters(line: &str) -> Vec<char> {
    line.chars().filter(|char| char.is_alphanumeric()).collect()
}

fn is_reordered(wanted: &[char], rest: &[char]) -> bool {
    let sorted = |chars: &[char]| {
        let mut chars = chars.to_vec();
        chars.sort_unstable();
        chars
    };
    rest.get(..wanted.len())
        .is_some_and(|found| sorted(found) == sorted(wanted))
}

/// The reading of a document nobody changed: each clause as it was, at the article that states it.
fn reading(text: &str, plan: &Plan) -> Reading {
    let places = places(text, plan);
    let of = |clause: &Clause| item(clause, places.get(&clause.id).cloned(), None);
    let items = plan.clauses.iter().map(of).collect();
    numbered(frame(plan), items, Vec::new())
}

/// What a plan defines, without its clauses.
fn frame(plan: &Plan) -> Plan {
    let mut frame = plan.clone();
    frame.clauses.clear();
    frame
}

/// A reading with its items and its notices numbered from 1.
fn numbered(frame: Plan, mut items: Vec<Item>, mut noted: Vec<Noted>) -> Reading {
    for (no, item) in (1..).zip(&mut items) {
        item.no = no;
    }
    for (no, noted) in (1..).zip(&mut noted) {
        noted.no = no;
    }
    Reading {
        frame,
        items,
        noted,
    }
}

fn item(clause: &Clause, place: Option<Place>, change: Option<Change>) -> Item {
    Item {
        no: 0,
        origin: Origin::Found,
        state: ItemState::Open,
        places: place.into_iter().collect(),
        confidence: 100,
        clause: Some(clause.clone()),
        open: Vec::new(),
        pieces: Vec::new(),
        mark: None,
        change,
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
