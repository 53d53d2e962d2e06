//! A printed plan in which somebody changed something: every clause whose lines still are as printed is as it was; only
//! the lines that were changed, added or taken out are read, and shown beside what was printed.

use std::collections::{BTreeMap, BTreeSet};

use domain::plan::wording::{Line, Part};
use domain::plan::{Clause, Plan};
use domain::slug::ClauseId;
use domain::studio::{Change, Changed, Item, ItemState, Noted, Open, OpenBecause, Place, Reading};

use super::super::read::offset;
use super::compare::{Comparison, Fate, Spoken, compare, key, spoken};
use super::figures::{prints_as, refigured};
use super::reread::{Excerpt, Read, revalued};
use super::{Printed, frame, item, numbered};

/// How sure one is of a clause whose words were changed without any change of what is read in them.
const REWORDED: u8 = 60;
/// The least that is sure where a value was read anew.
const REREAD: u8 = 80;

/// The reading of such a document.
pub(super) fn reading(
    text: &str,
    (title, plan): (&str, &Plan),
    printed: &Printed,
    hash: &str,
) -> Option<Reading> {
    let spoken = spoken(text);
    let held = compare(&printed.lines, &spoken)?;
    let mut desk = Desk {
        plan,
        printed,
        text: text.chars().collect(),
        owners: owners(&printed.lines, &held, spoken.len()),
        spoken,
        held,
        hash,
        frame: frame(plan),
        items: Vec::new(),
        noted: Vec::new(),
    };
    if title != plan.title {
        desk.title_changed(title);
    }
    let taken_in = desk.taken_in();
    for clause in &plan.clauses {
        desk.clause(clause, &taken_in);
    }
    desk.repeats();
    desk.around();
    desk.added(&taken_in);
    Some(numbered(desk.frame, desk.items, desk.noted))
}

/// Of each line of the document, the clause it states as printed or in changed words.
fn owners(printed: &[Line], held: &Comparison, lines: usize) -> Vec<Option<ClauseId>> {
    let mut owners = vec![None; lines];
    for (line, fate) in printed.iter().zip(&held.fates) {
        if let (true, Fate::Same(at) | Fate::Changed(at)) = (line.states(), fate) {
            owners[*at].clone_from(&line.clause);
        }
    }
    owners
}

/// A document on the desk, beside what was printed.
pub(super) struct Desk<'a> {
    pub(super) plan: &'a Plan,
    pub(super) printed: &'a Printed,
    pub(super) text: Vec<char>,
    pub(super) spoken: Vec<Spoken>,
    pub(super) held: Comparison,
    pub(super) owners: Vec<Option<ClauseId>>,
    pub(super) hash: &'a str,
    pub(super) frame: Plan,
    pub(super) items: Vec<Item>,
    pub(super) noted: Vec<Noted>,
}

impl Desk<'_> {
    /// The added lines that belong to an article: those between its lines, and a further row or entry behind its last.
    fn taken_in(&self) -> BTreeMap<ClauseId, Vec<usize>> {
        let mut found: BTreeMap<ClauseId, Vec<usize>> = BTreeMap::new();
        let added: BTreeSet<usize> = self.held.added.iter().copied().collect();
        for &at in &self.held.added {
            let ahead = (0..at).rev().find(|at| !added.contains(at));
            let behind = (at + 1..self.spoken.len()).find(|at| !added.contains(at));
            let Some((ahead, owner)) = ahead.and_then(|at| Some((at, self.owners[at].clone()?)))
            else {
                continue;
            };
            let inside = behind.is_some_and(|at| self.owners[at].as_ref() == Some(&owner));
            let lost = self
                .printed
                .lines
                .iter()
                .zip(&self.held.fates)
                .any(|(line, fate)| {
                    line.states() && line.clause.as_ref() == Some(&owner) && *fate == Fate::Gone
                });
            let (own, last) = (&self.spoken[at].words, &self.spoken[ahead].words);
            let is_row = |words: &str| words.trim().contains('\t');
            let is_entry = |words: &str| words.trim_start().starts_with('（');
            let alike = is_row(own) && is_row(last) || is_entry(own) && is_entry(last);
            let is_channel = self
                .plan
                .clauses
                .iter()
                .any(|clause| clause.id == owner && clause.promise.kind() == "channel");
            if !is_channel && (inside || lost || alike) {
                found.entry(owner).or_default().push(at);
            }
        }
        found
    }

    fn clause(&mut self, clause: &Clause, taken_in: &BTreeMap<ClauseId, Vec<usize>>) {
        let printed = self.printed.lines.iter().zip(&self.held.fates);
        let own: Vec<(&Line, Fate)> = printed
            .filter(|(line, _)| line.states() && line.clause.as_ref() == Some(&clause.id))
            .map(|(line, fate)| (line, *fate))
            .collect();
        let mut now: Vec<usize> = own
            .iter()
            .filter_map(|(_, fate)| match fate {
                Fate::Same(at) | Fate::Changed(at) => Some(*at),
                Fate::Gone => None,
            })
            .collect();
        now.extend(taken_in.get(&clause.id).into_iter().flatten());
        now.sort_unstable();
        now.dedup();
        let untouched = own.iter().all(|(_, fate)| matches!(fate, Fate::Same(_)))
            && !taken_in.contains_key(&clause.id);
        let was: Vec<String> = own.iter().map(|(line, _)| line.words.clone()).collect();
        let only_headed = own
            .iter()
            .all(|(line, fate)| line.part == Part::Heading || *fate == Fate::Gone);
        if own.is_empty() || untouched {
            self.items.push(item(clause, self.place(&now), None));
        } else if only_headed && own.len() > 1 || now.is_empty() {
            self.items.push(taken_out(clause, &was));
        } else {
            self.changed(clause, &was, &now);
        }
    }

    /// A clause whose article reads differently now.
    fn changed(&mut self, clause: &Clause, was: &[String], now: &[usize]) {
        let place = self.place(now);
        let says: Vec<String> = now
            .iter()
            .map(|at| self.spoken[*at].words.clone())
            .collect();
        let change = change(was, &says);
        if let Some(found) = refigured(self.plan, clause, was, &says) {
            let found = self.worded(clause, found, was, &says);
            self.items.push(item(&found, place, Some(change)));
            return;
        }
        let before = self.excerpt(now, Some(was)).read(self.hash);
        let mut after = self.excerpt(now, None).read(self.hash);
        self.noted.append(&mut after.noted);
        if before.says_the_same(&after) {
            let change = self.printed.kept.then_some(change);
            let mut same = item(clause, place, change);
            let figures = |lines: &[String]| figures(&lines.concat());
            if same.change.is_some() {
                same.confidence = REWORDED;
            }
            if figures(was) != figures(&says) {
                same.open.push(lacking());
            }
            self.items.push(same);
            return;
        }
        if let Some(found) = revalued(clause, &before, &after) {
            let sure = if prints_as(self.plan, (clause, &found), was, &says) {
                100
            } else {
                let read = after.items.first().map_or(REREAD, |item| item.confidence);
                read.min(REREAD)
            };
            let found = self.worded(clause, found, was, &says);
            let mut item = item(&found, place, Some(change));
            item.confidence = sure;
            self.items.push(item);
            return;
        }
        self.reread(clause, after, place, change);
    }

    /// The clause as the reader reads it in the changed words; what else it finds there stands behind it.
    fn reread(&mut self, clause: &Clause, mut after: Read, place: Option<Place>, change: Change) {
        after.join(&mut self.frame);
        let kind = clause.promise.kind();
        let is_it = |item: &Item| {
            let read = item.clause.as_ref();
            read.is_some_and(|read| read.promise.kind() == kind)
        };
        let Some(at) = after.items.iter().position(is_it) else {
            let mut unclear = item(clause, place, Some(change));
            unclear.confidence = 0;
            unclear.open.push(lacking());
            self.items.push(unclear);
            return;
        };
        let mut found = after.items.remove(at);
        if let Some(read) = &mut found.clause {
            read.id = clause.id.clone();
            read.heading.clone_from(&clause.heading);
        }
        found.places = place.into_iter().collect();
        found.change = Some(change);
        self.items.push(found);
        for further in after.items {
            self.put_added(further);
        }
    }

    /// The clause with the words it has now, as far as they print the same.
    fn worded(&self, clause: &Clause, found: Clause, was: &[String], now: &[String]) -> Clause {
        let body: Vec<&str> = now.iter().skip(1).map(|line| line.trim()).collect();
        let words = match clause.promise.kind() {
            "channel" => now.concat().replace('\t', " "),
            _ => body.concat().replace('\t', " "),
        };
        let mut reworded = found.clone();
        reworded.text = words;
        // 2小时响应 is what the clause was called while it promised two hours.
        if let Some(heading) = refigured_heading(&clause.heading, was, now) {
            reworded.heading = heading;
        }
        let heads = now.first().filter(|_| clause.promise.kind() != "channel");
        if let (Some(now), Some(was)) = (heads, was.first())
            && key(now) != key(was)
        {
            reworded.heading = key(now);
        }
        if !reworded.text.is_empty() && prints_as(self.plan, (clause, &reworded), was, now) {
            reworded
        } else {
            found
        }
    }

    /// The article as it stands now, or as it was printed, below the title and what the plan defines.
    fn excerpt(&self, now: &[usize], was: Option<&[String]>) -> Excerpt {
        let mut excerpt = self.opening();
        match was {
            Some(was) => {
                for line in was {
                    excerpt.push(line, 0);
                }
            }
            None => {
                for at in now {
                    excerpt.push(&self.spoken[*at].words, self.spoken[*at].from);
                }
            }
        }
        excerpt
    }

    pub(super) fn opening(&self) -> Excerpt {
        let mut excerpt = Excerpt::default();
        for (line, fate) in self.printed.lines.iter().zip(&self.held.fates) {
            let defines = matches!(line.part, Part::Title | Part::Level | Part::Names)
                || line.part == Part::Columns
                    && self
                        .frame
                        .severities
                        .iter()
                        .any(|_| line.words.starts_with("故障等级"));
            if let (true, Fate::Same(at) | Fate::Changed(at)) = (defines, fate) {
                excerpt.push(&self.spoken[*at].words, self.spoken[*at].from);
            }
        }
        excerpt
    }

    /// Where lines of the document stand, from the first to the last.
    pub(super) fn place(&self, lines: &[usize]) -> Option<Place> {
        let (first, last) = (
            self.spoken.get(*lines.first()?)?,
            self.spoken.get(*lines.last()?)?,
        );
        let quote: String = self.text[first.from..last.to].iter().collect();
        Some(Place {
            quote,
            from: offset(first.from),
            to: offset(last.to),
        })
    }
}

/// A heading that names the one figure that was changed, with the one that stands there now.
fn refigured_heading(heading: &str, was: &[String], now: &[String]) -> Option<String> {
    let (old, new) = (figures(&was.concat()), figures(&now.concat()));
    let mut pairs = old.iter().zip(&new).filter(|(old, new)| old != new);
    let (from, to) = pairs.next().filter(|_| old.len() == new.len())?;
    let named = figures(heading);
    let once = named.iter().filter(|figure| *figure == from).count() == 1;
    (once && pairs.next().is_none()).then(|| heading.replacen(from.as_str(), to, 1))
}

/// A clause whose article is gone, put aside: whoever looks may take it up again.
fn taken_out(clause: &Clause, was: &[String]) -> Item {
    let mut gone = item(
        clause,
        None,
        Some(Change {
            how: Changed::Removed,
            was: was.join("\n"),
            now: String::new(),
        }),
    );
    gone.state = ItemState::Ignored;
    gone
}

/// The lines that differ, on both sides.
fn change(was: &[String], now: &[String]) -> Change {
    let keys = |lines: &[String]| lines.iter().map(|line| key(line)).collect::<Vec<_>>();
    let (old, new) = (keys(was), keys(now));
    let differing = |lines: &[String], others: &[String]| -> String {
        let lines = lines.iter().filter(|line| !others.contains(&key(line)));
        lines
            .map(|line| line.trim().to_owned())
            .collect::<Vec<_>>()
            .join("\n")
    };
    Change {
        how: Changed::Changed,
        was: differing(was, &new),
        now: differing(now, &old),
    }
}

/// A clause that cannot be taken before somebody has said what the changed words promise.
fn lacking() -> Open {
    Open {
        pointer: "/text".to_owned(),
        why: OpenBecause::Missing,
    }
}

pub(super) fn figures(words: &str) -> Vec<String> {
    let digits = words.split(|char: char| !char.is_ascii_digit());
    digits
        .filter(|some| !some.is_empty())
        .map(str::to_owned)
        .collect()
}
