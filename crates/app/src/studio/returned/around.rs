//! What stands beside the printed articles: lines that were added, the overview, and what surrounds the clauses.

use std::collections::{BTreeMap, BTreeSet};

use domain::plan::wording::Part;
use domain::slug::ClauseId;
use domain::studio::{Change, Changed, Item, Noted, Place, Severity, Way};

use super::super::read::by_hand;
use super::changed::{Desk, figures};
use super::compare::Fate;

/// What the overview calls a limit without conditions.
const EVERY_CASE: &str = "通用";

impl Desk<'_> {
    /// Lines that belong to no printed article, read below the headings they stand under.
    pub(super) fn added(&mut self, taken_in: &BTreeMap<ClauseId, Vec<usize>>) {
        let inside: BTreeSet<usize> = taken_in.values().flatten().copied().collect();
        let free: Vec<usize> = self
            .held
            .added
            .iter()
            .copied()
            .filter(|at| !inside.contains(at))
            .collect();
        if free.is_empty() {
            return;
        }
        let mut excerpt = self.opening();
        let mut under = None;
        for &at in &free {
            let chapter = self.chapter(at);
            if chapter != under {
                if let Some(chapter) = chapter {
                    excerpt.push(&self.spoken[chapter].words, self.spoken[chapter].from);
                }
                under = chapter;
            }
            excerpt.push(&self.spoken[at].words, self.spoken[at].from);
        }
        let mut read = excerpt.read(self.hash);
        let is_free = |from: u32| {
            free.iter().any(|at| {
                let line = &self.spoken[*at];
                (line.from..line.to).contains(&(from as usize))
            })
        };
        read.items
            .retain(|item| item.places.iter().any(|place| is_free(place.from)));
        read.noted
            .retain(|noted| noted.places.iter().any(|place| is_free(place.from)));
        self.noted.append(&mut read.noted);
        read.join(&mut self.frame);
        for item in read.items {
            self.put_added(item);
        }
    }

    /// The heading of the chapter a line stands in.
    fn chapter(&self, at: usize) -> Option<usize> {
        let lines = self.printed.lines.iter().zip(&self.held.fates);
        lines
            .filter(|(line, _)| line.part == Part::Chapter)
            .filter_map(|(_, fate)| match fate {
                Fate::Same(there) | Fate::Changed(there) if *there < at => Some(*there),
                _ => None,
            })
            .max()
    }

    /// Puts what was not printed behind the clause it follows in the text, under a name no other clause has.
    pub(super) fn put_added(&mut self, mut item: Item) {
        let taken: BTreeSet<ClauseId> = self
            .items
            .iter()
            .filter_map(|item| item.clause.as_ref())
            .map(|clause| clause.id.clone())
            .collect();
        if let Some(clause) = &mut item.clause {
            let stem = clause.id.clone();
            for number in 2..=taken.len() + 2 {
                if !taken.contains(&clause.id) {
                    break;
                }
                if let Ok(id) = format!("{stem}-{number}").parse() {
                    clause.id = id;
                }
            }
        }
        let says: Vec<String> = item
            .places
            .iter()
            .map(|place| place.quote.clone())
            .collect();
        item.change = Some(Change {
            how: Changed::Added,
            was: String::new(),
            now: says.join("\n"),
        });
        let starts = |item: &Item| item.places.first().map(|place| place.from);
        let own = starts(&item).unwrap_or(u32::MAX);
        let ahead = (0..self.items.len())
            .filter(|at| starts(&self.items[*at]).is_some_and(|from| from <= own))
            .max_by_key(|at| starts(&self.items[*at]));
        self.items.insert(ahead.map_or(0, |at| at + 1), item);
    }

    /// A row of the overview that was changed while its article was not says otherwise than the article. A row left as it
    /// was beside a changed article is no second promise.
    pub(super) fn repeats(&mut self) {
        let mut found = Vec::new();
        for (line, fate) in self.printed.lines.iter().zip(&self.held.fates) {
            let (Part::Overview, Fate::Changed(at), Some(id)) = (line.part, fate, &line.clause)
            else {
                continue;
            };
            let own = self
                .items
                .iter()
                .find(|item| item.clause.as_ref().is_some_and(|clause| clause.id == *id));
            let Some(place) = own.and_then(|item| item.places.first()) else {
                continue;
            };
            let limit = |words: &str| figures(words.rsplit('\t').next().unwrap_or_default());
            let wanted = limit(&self.spoken[*at].words);
            let lines = place.quote.lines();
            let stated = lines.map(figures).any(|said| said.ends_with(&wanted));
            let limit_differs = wanted != limit(&line.words) && !stated;
            if limit_differs || case_differs(&line.words, &self.spoken[*at].words, &place.quote) {
                found.push((self.place(&[*at]), place.clone()));
            }
        }
        for (row, article) in found {
            self.noted.push(differs(row, Some(article)));
        }
    }

    /// Another title: the plan takes it, and whoever looks is told.
    pub(super) fn title_changed(&mut self, title: &str) {
        let was = std::mem::replace(&mut self.frame.title, title.to_owned());
        let at = self
            .spoken
            .iter()
            .position(|line| line.words.trim() == title);
        self.noted.push(Noted {
            no: 0,
            severity: Severity::Soft,
            kind: "title_changed".to_owned(),
            places: at.and_then(|at| self.place(&[at])).into_iter().collect(),
            says: format!("标题由“{was}”改成了“{title}”，读入的方案用新的标题。"),
            says_en: Some(format!(
                "The title was “{was}” and is now “{title}”: the plan takes the new one."
            )),
            proposed: Way::Ask,
            settled: None,
        });
    }

    /// What stands around the clauses: the meaning of a level is taken; what was filled in or written over otherwise waits
    /// for a person.
    pub(super) fn around(&mut self) {
        let printed = self.printed;
        for (line, fate) in printed.lines.iter().zip(self.held.fates.clone()) {
            let Fate::Changed(at) = fate else { continue };
            let words = self.spoken[at].words.trim().to_owned();
            match line.part {
                Part::Level => {
                    let was = line.words.split('\t').next().unwrap_or_default();
                    let level = self
                        .frame
                        .severities
                        .iter_mut()
                        .find(|level| level.label == was);
                    if let (Some(level), Some((label, meaning))) = (level, words.split_once('\t')) {
                        level.label = label.trim().to_owned();
                        level.meaning = meaning.trim().to_owned();
                        let place = self.place(&[at]);
                        self.noted.push(meaning_changed(&line.words, &words, place));
                    }
                }
                Part::Preamble | Part::Names | Part::Question => {
                    let mut item = by_hand(self.place(&[at]).unwrap_or(Place {
                        quote: words.clone(),
                        from: 0,
                        to: 0,
                    }));
                    item.change = Some(Change {
                        how: Changed::Changed,
                        was: line.words.clone(),
                        now: words,
                    });
                    self.items.push(item);
                }
                Part::Title
                | Part::Edition
                | Part::Chapter
                | Part::Heading
                | Part::Body
                | Part::Columns
                | Part::Overview
                | Part::Signature => {}
            }
        }
    }
}

/// A level that means something else now: the plan takes it, and whoever looks is told.
fn meaning_changed(was: &str, now: &str, place: Option<Place>) -> Noted {
    let said = |row: &str| row.trim().replace('\t', "：");
    let (was, now) = (said(was), said(now));
    Noted {
        no: 0,
        severity: Severity::Soft,
        kind: "meaning_changed".to_owned(),
        places: place.into_iter().collect(),
        says: format!("故障等级的说明由“{was}”改成了“{now}”，读入的方案用新的说明。"),
        says_en: Some(format!(
            "The meaning of a fault level was “{was}” and is now “{now}”: the plan takes the new one."
        )),
        proposed: Way::Ask,
        settled: None,
    }
}

/// Whether the case of a row was changed to one its article does not speak of.
fn case_differs(was: &str, now: &str, article: &str) -> bool {
    let case = |row: &str| -> String {
        let cell = row.split('\t').nth(1).unwrap_or_default();
        cell.split_whitespace().collect()
    };
    let (was, now) = (case(was), case(now));
    let article: String = article.split_whitespace().collect();
    let says = |case: &str| case.split('，').all(|each| article.contains(each));
    was != now
        && if now == EVERY_CASE {
            says(&was)
        } else {
            !says(&now)
        }
}

/// A row of the overview and its article that say different things: a person says which of both holds.
pub(super) fn differs(row: Option<Place>, article: Option<Place>) -> Noted {
    Noted {
        no: 0,
        severity: Severity::Hard,
        kind: "contradiction".to_owned(),
        places: row.into_iter().chain(article).collect(),
        says: "附表里的一行改过，条文没有一起改，两处不一致。".to_owned(),
        says_en: Some(
            "A row of the overview was changed, but not its article: the two differ.".to_owned(),
        ),
        proposed: Way::Stricter,
        settled: None,
    }
}
