//! What a document is held against: the lines that were printed.

use std::collections::BTreeSet;

use domain::plan::Plan;
use domain::plan::wording::{Line, Part};
use domain::slug::ClauseId;

use super::Printed;
use super::compare::{Fate, compare, spoken};
use super::reread::Excerpt;

/// Of so many lines that state something one at least must still stand: otherwise the document is another plan.
const STILL_THERE: usize = 3;
/// The lines that were printed: as the document keeps them, where they say what the plan inside says. A line that says
/// something else was put there by somebody, and the plan's own takes its place.
pub(super) fn trusted(plan: &Plan, own: Vec<Line>, kept: Vec<Line>) -> Vec<Line> {
    if kept.is_empty() {
        return own;
    }
    let of = |lines: &[Line], id: &ClauseId| -> Vec<Line> {
        let mut some = lines.to_vec();
        some.retain(|line| line.states() && line.clause.as_ref() == Some(id));
        some
    };
    let mut doubted = BTreeSet::new();
    for clause in &plan.clauses {
        let (mine, theirs) = (of(&own, &clause.id), of(&kept, &clause.id));
        if mine != theirs && !means_the_same(&own, &mine, &theirs) {
            doubted.insert(clause.id.clone());
        }
    }
    let doubts = |line: &Line| line.clause.as_ref().is_some_and(|id| doubted.contains(id));
    if doubted.is_empty() {
        kept
    } else if kept.iter().any(|line| !doubts(line) && line.states()) {
        let mut lines: Vec<Line> = Vec::new();
        let mut put = BTreeSet::new();
        for line in kept {
            if !doubts(&line) || !line.states() {
                lines.push(line);
            } else if let Some(id) = line.clause.filter(|id| put.insert(id.clone())) {
                lines.extend(of(&own, &id));
            }
        }
        lines
    } else {
        own
    }
}

fn means_the_same(own: &[Line], mine: &[Line], theirs: &[Line]) -> bool {
    let read = |lines: &[Line]| {
        let mut excerpt = Excerpt::default();
        let defines = |line: &&Line| matches!(line.part, Part::Title | Part::Level | Part::Names);
        for line in own.iter().filter(defines).chain(lines) {
            excerpt.push(&line.words, 0);
        }
        excerpt.read("")
    };
    !theirs.is_empty() && read(mine).says_the_same(&read(theirs))
}

/// What the document is called, `own` as printed or otherwise; nothing where it is another plan.
pub(super) fn title(printed: &Printed, text: &str, own: &str) -> Option<String> {
    let spoken = spoken(text);
    let held = compare(&printed.lines, &spoken)?;
    let states = || printed.lines.iter().zip(&held.fates);
    let stating = states().filter(|(line, _)| line.states());
    let still = stating
        .clone()
        .filter(|(_, fate)| matches!(fate, Fate::Same(_)));
    if still.count() * STILL_THERE < stating.count() {
        return None;
    }
    let title = states().find(|(line, _)| line.part == Part::Title);
    Some(match title {
        Some((_, Fate::Changed(at))) => spoken[*at].words.trim().to_owned(),
        // Another title altogether stands where the printed one stood.
        Some((_, Fate::Gone)) if held.added.first() == Some(&0) => {
            spoken[0].words.trim().to_owned()
        }
        _ => own.to_owned(),
    })
}
