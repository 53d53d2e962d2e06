//! Fault levels as a plan defines them: what each means, and by which other words it goes.

pub(crate) mod definition;
mod gloss;
mod table;
mod unify;

use crate::kinds::conditions::{self, Dimension, Named};
use crate::outline::Page;
use crate::problems::Docket;
use crate::reading::{Level, Span};

pub(crate) use unify::unify;

/// Most levels of a plan.
const MOST: usize = 40;
/// Longest meaning.
const LONGEST: usize = 200;

/// The levels of a plan, in order of appearance.
pub(crate) fn find(docket: &Docket<'_>) -> Vec<Level> {
    let mut levels = Levels::default();
    let named = table::named(docket);
    for (level, also) in named.iter().flat_map(|table| &table.rows) {
        levels.gloss(docket, level, also.clone());
    }
    let tabled = |line: &usize| named.iter().any(|table| table.lines.contains(line));
    for line in docket.line_numbers().filter(|line| !tabled(line)) {
        let (start, end) = docket.body(line);
        for level in graded(docket, (start, end)) {
            if let Some(also) = gloss::of(docket.page, (start, end), &level) {
                levels.gloss(docket, &level, also);
            }
            if let Some(meaning) = definition::meaning(docket, (start, end), &level) {
                levels.define(docket, &level, meaning);
            }
        }
    }
    for (level, meaning) in table::rows(docket) {
        levels.define(docket, &level, meaning);
    }
    levels.told()
}

/// The fault levels a line names.
fn graded(docket: &Docket<'_>, (start, end): (usize, usize)) -> Vec<Named> {
    let mut named = conditions::named(docket.page, start, end);
    named.retain(|named| {
        named.dimension == Dimension::FaultLevel && !is_count(docket.page, named.start)
    });
    named
}

/// 故障分为三类: how many there are, and no level.
pub(crate) fn is_count(page: &Page, at: usize) -> bool {
    const BEFORE: usize = 3;
    let before = page.clean.text(at.saturating_sub(BEFORE), at);
    ["分为", "分成", "分作", "划为", "划分为", "共分", "分"]
        .iter()
        .any(|word| before.ends_with(word))
}

/// 重大故障 and 重大事件 are one level.
pub(crate) fn stem(level: &str) -> &str {
    ["故障", "事件", "缺陷", "问题", "事故", "情况", "服务"]
        .iter()
        .find_map(|noun| level.strip_suffix(noun))
        .filter(|stem| stem.chars().count() >= 2)
        .unwrap_or(level)
}

/// Whether a level goes by the word.
pub(crate) fn goes_by(level: &Level, word: &str) -> bool {
    stem(&level.name) == stem(word) || level.also.iter().any(|also| stem(also) == stem(word))
}

/// Levels being gathered.
#[derive(Default)]
struct Levels {
    found: Vec<Level>,
}

impl Levels {
    fn of(&mut self, docket: &Docket<'_>, named: &Named) -> Option<&mut Level> {
        let known = self
            .found
            .iter()
            .position(|level| goes_by(level, &named.value));
        let at = match known {
            Some(at) => at,
            None if self.found.len() >= MOST => return None,
            None => {
                self.found.push(Level {
                    name: named.value.clone(),
                    also: Vec::new(),
                    meaning: String::new(),
                    span: docket.page.clean.span(named.start, named.end),
                });
                self.found.len() - 1
            }
        };
        self.found.get_mut(at)
    }

    fn gloss(&mut self, docket: &Docket<'_>, named: &Named, also: String) {
        // 一级（紧急） after 二级（紧急）: a word for two levels names neither.
        let taken = self
            .found
            .iter_mut()
            .find(|level| goes_by(level, &also) && !goes_by(level, &named.value));
        if let Some(other) = taken {
            other.also.retain(|word| stem(word) != stem(&also));
            return;
        }
        if let Some(level) = self.of(docket, named)
            && !goes_by(level, &also)
        {
            level.also.push(also);
        }
    }

    fn define(&mut self, docket: &Docket<'_>, named: &Named, (start, end): (usize, usize)) {
        let (words, span) = docket.page.quote(start, end);
        let words: String = words.split_whitespace().collect();
        let words: String = words.chars().take(LONGEST).collect();
        if let Some(level) = self.of(docket, named)
            && level.meaning.is_empty()
        {
            level.meaning = words;
            level.span = Span(level.span.0.min(span.0), level.span.1.max(span.1));
        }
    }

    /// Those of which something is told; what stands in brackets behind a level is its meaning where nothing else is.
    fn told(mut self) -> Vec<Level> {
        for level in &mut self.found {
            if level.meaning.is_empty()
                && let Some(word) = level.also.iter().find(|word| !gloss::only_grades(word))
            {
                level.meaning.clone_from(word);
            }
        }
        self.found
            .retain(|level| !level.meaning.is_empty() || !level.also.is_empty());
        self.found
    }
}
