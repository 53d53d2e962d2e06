//! The clause behind a printed line in which somebody changed a figure or a word: the one that prints the line as it
//! reads now. What is found in this way is certain, because printing it gives the very words of the document.

use domain::plan::wording::lines_of;
use domain::plan::{Clause, Plan};
use serde_json::Value;

use super::compare::key;

/// Most places of a clause that are tried for one change.
const MOST_TRIED: usize = 400;

/// The clause as its article reads now, where it differs from `clause` as `now` differs from `was`.
pub(super) fn refigured(
    plan: &Plan,
    clause: &Clause,
    was: &[String],
    now: &[String],
) -> Option<Clause> {
    let changes = changes(was, now)?;
    let mut held = clause.clone();
    let mut said = printed(plan, &held);
    for change in &changes {
        let mut wanted = said.clone();
        let at = wanted.iter().position(|line| *line == change.was)?;
        match &change.now {
            Some(now) => wanted[at].clone_from(now),
            None => {
                wanted.remove(at);
            }
        }
        held = tried(&held, change)
            .into_iter()
            .take(MOST_TRIED)
            .find(|candidate| printed(plan, candidate) == wanted)?;
        said = wanted;
    }
    Some(held)
}

/// Whether a clause prints what another prints, but for the lines that changed.
pub(super) fn prints_as(
    plan: &Plan,
    (clause, candidate): (&Clause, &Clause),
    was: &[String],
    now: &[String],
) -> bool {
    let (before, after) = (printed(plan, clause), printed(plan, candidate));
    let keys = |lines: &[String]| lines.iter().map(|line| key(line)).collect::<Vec<_>>();
    without(&before, &after) == without(&keys(was), &keys(now))
        && without(&after, &before) == without(&keys(now), &keys(was))
}

/// The lines of the first that are not in the second, in order.
fn without(lines: &[String], others: &[String]) -> Vec<String> {
    let mut others = others.to_vec();
    let mut rest = lines.to_vec();
    rest.retain(|line| match others.iter().position(|other| other == line) {
        Some(at) => {
            others.swap_remove(at);
            false
        }
        None => true,
    });
    rest.sort();
    rest
}

fn printed(plan: &Plan, clause: &Clause) -> Vec<String> {
    let mut plan = plan.clone();
    if let Some(place) = plan.clauses.iter_mut().find(|one| one.id == clause.id) {
        place.clone_from(clause);
    }
    lines_of(&plan, &clause.id)
        .iter()
        .map(|line| key(line))
        .collect()
}

/// One step from the printed words to those that stand there now.
struct Change {
    was: String,
    now: Option<String>,
    /// The words that differ, as the line has them.
    old: String,
    new: String,
    /// What stands before them in the line.
    ahead: String,
}

/// The steps between two articles whose lines stand side by side; nothing where lines were added.
fn changes(was: &[String], now: &[String]) -> Option<Vec<Change>> {
    let (was, now): (Vec<String>, Vec<String>) = (
        was.iter().map(|line| key(line)).collect(),
        now.iter().map(|line| key(line)).collect(),
    );
    let gone = without(&was, &now);
    let come = without(&now, &was);
    if come.is_empty() {
        let removed = |line: String| Change {
            was: line,
            now: None,
            old: String::new(),
            new: String::new(),
            ahead: String::new(),
        };
        return Some(gone.into_iter().map(removed).collect());
    }
    let in_order = |lines: &[String], some: &[String]| {
        let mut some = some.to_vec();
        let mut kept = lines.to_vec();
        kept.retain(|line| {
            some.iter().position(|one| one == line).is_some_and(|at| {
                some.swap_remove(at);
                true
            })
        });
        kept
    };
    let (gone, come) = (in_order(&was, &gone), in_order(&now, &come));
    (gone.len() == come.len()).then(|| {
        gone.iter()
            .zip(&come)
            .flat_map(|(was, now)| steps(was, now))
            .collect()
    })
}

/// A line with several figures changed is several steps, where nothing but figures changed; otherwise it is one.
fn steps(was: &str, now: &str) -> Vec<Change> {
    let (old, new) = (pieces(was), pieces(now));
    let is_figure = |piece: &String| piece.starts_with(|char: char| char.is_ascii_digit());
    let figures_alone = old.len() == new.len()
        && old
            .iter()
            .zip(&new)
            .all(|(a, b)| a == b || is_figure(a) && is_figure(b));
    if !figures_alone {
        return vec![whole(was, now)];
    }
    let mut found = Vec::new();
    let mut current = old.clone();
    for at in 0..old.len() {
        if old[at] == new[at] {
            continue;
        }
        let before = current.concat();
        current[at].clone_from(&new[at]);
        found.push(Change {
            was: before,
            now: Some(current.concat()),
            old: old[at].clone(),
            new: new[at].clone(),
            ahead: current[..at].concat(),
        });
    }
    found
}

/// Figures and what stands between them.
fn pieces(line: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let mut in_figure = None;
    for char in line.chars() {
        let figure = char.is_ascii_digit();
        match found.last_mut() {
            Some(last) if in_figure == Some(figure) => last.push(char),
            _ => found.push(char.to_string()),
        }
        in_figure = Some(figure);
    }
    found
}

/// The words between what both lines begin and end with.
fn whole(was: &str, now: &str) -> Change {
    let (old, new): (Vec<char>, Vec<char>) = (was.chars().collect(), now.chars().collect());
    let (ahead, behind) = super::compare::alike(&old, &new);
    Change {
        was: was.to_owned(),
        now: Some(now.to_owned()),
        old: old[ahead..old.len() - behind].iter().collect(),
        new: new[ahead..new.len() - behind].iter().collect(),
        ahead: old[..ahead].iter().collect(),
    }
}

/// The clauses that differ from one in a single place, as the change says.
fn tried(clause: &Clause, change: &Change) -> Vec<Clause> {
    let Ok(value) = serde_json::to_value(clause) else {
        return Vec::new();
    };
    let mut places = Vec::new();
    for part in ["promise", "heading", "text"] {
        walk(&value[part], &format!("/{part}"), &mut places);
    }
    let mut found = Vec::new();
    for (pointer, leaf) in places {
        for put in variants(&leaf, change) {
            let mut changed = value.clone();
            match put {
                Some(new) => {
                    if let Some(place) = changed.pointer_mut(&pointer) {
                        *place = new;
                    }
                }
                None => remove(&mut changed, &pointer),
            }
            found.extend(serde_json::from_value::<Clause>(changed));
        }
    }
    found
}

/// Every value inside another, with its pointer.
fn walk(value: &Value, pointer: &str, found: &mut Vec<(String, Value)>) {
    match value {
        Value::Object(fields) => {
            for (name, field) in fields {
                let name = name.replace('~', "~0").replace('/', "~1");
                let pointer = format!("{pointer}/{name}");
                if matches!(field, Value::Object(_) | Value::Array(_)) {
                    walk(field, &pointer, found);
                } else {
                    found.push((pointer, field.clone()));
                }
            }
        }
        Value::Array(entries) => {
            for (at, entry) in entries.iter().enumerate() {
                let pointer = format!("{pointer}/{at}");
                found.push((pointer.clone(), entry.clone()));
                walk(entry, &pointer, found);
            }
        }
        other => found.push((pointer.to_owned(), other.clone())),
    }
}

/// Takes an entry out of its list.
fn remove(value: &mut Value, pointer: &str) {
    let Some((list, at)) = pointer.rsplit_once('/') else {
        return;
    };
    if let (Some(Value::Array(list)), Ok(at)) = (value.pointer_mut(list), at.parse::<usize>())
        && at < list.len()
    {
        list.remove(at);
    }
}

/// What may stand in a place instead: nothing, another figure, other words.
fn variants(leaf: &Value, change: &Change) -> Vec<Option<Value>> {
    if change.now.is_none() {
        return vec![None];
    }
    let (old, new) = (change.old.parse::<u64>(), change.new.parse::<u64>());
    match leaf {
        Value::Number(number) => {
            let (Some(number), Ok(old), Ok(new)) = (number.as_u64(), old, new) else {
                return Vec::new();
            };
            // 15 % are 1500 basis points, 200 yuan 20000 fen; a part of such a figure (12.5) moves by the same share.
            let scaled = (old > 0 && number.checked_rem(old) == Some(0))
                .then(|| (number / old).checked_mul(new))
                .flatten();
            let shifted = [1, 10, 100, 1000].into_iter().filter_map(|unit: u64| {
                let moved = number.checked_add(new.checked_mul(unit)?)?;
                moved.checked_sub(old.checked_mul(unit)?)
            });
            let mut found: Vec<u64> = scaled.into_iter().chain(shifted).collect();
            found.dedup();
            found.into_iter().map(|it| Some(Value::from(it))).collect()
        }
        Value::String(words) => {
            let mut found: Vec<String> = Vec::new();
            if !change.old.is_empty() {
                let hits = words.match_indices(change.old.as_str());
                found.extend(hits.map(|(at, hit)| {
                    format!("{}{}{}", &words[..at], change.new, &words[at + hit.len()..])
                }));
            }
            if let (Ok(old), Ok(new)) = (old, new) {
                found.extend(rescaled(words, old, new));
            }
            found.extend(widened(words, change));
            found.into_iter().map(|it| Some(Value::from(it))).collect()
        }
        _ => Vec::new(),
    }
}

/// A figure that is kept in a smaller unit than it is said: 3年 as `months:36`.
fn rescaled(words: &str, old: u64, new: u64) -> Vec<String> {
    let pieces = pieces(words);
    let scaled = |(at, piece): (usize, &String)| {
        let kept = piece
            .parse::<u64>()
            .ok()
            .filter(|kept| old > 0 && kept % old == 0)?;
        let moved = (kept / old).checked_mul(new)?.to_string();
        Some(format!(
            "{}{moved}{}",
            pieces[..at].concat(),
            pieces[at + 1..].concat()
        ))
    };
    pieces.iter().enumerate().filter_map(scaled).collect()
}

/// Words of the clause that the line holds, with what changed in them: 客户签字 as 客户签字确认.
fn widened(words: &str, change: &Change) -> Option<String> {
    let kept: String = words.chars().filter(|char| !char.is_whitespace()).collect();
    if kept.chars().count() < 2 {
        return None;
    }
    let start = change.was.match_indices(kept.as_str()).find(|(at, _)| {
        *at <= change.ahead.len() && change.ahead.len() + change.old.len() <= at + kept.len()
    })?;
    let inside = change.ahead.len() - start.0;
    let rest = kept.get(inside + change.old.len()..)?;
    Some(format!("{}{}{rest}", kept.get(..inside)?, change.new))
}
