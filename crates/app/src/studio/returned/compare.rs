//! What was printed held against what a document says now, line by line.

use std::collections::HashMap;

use domain::plan::wording::Line;

/// Most pairs of lines that are compared.
const MOST: usize = 9_000_000;
/// Most pairs of changed lines side by side whose words are weighed against each other.
const MOST_WEIGHED: usize = 40_000;
/// From how many of a thousand pairs of letters two lines are one that was changed.
const ALIKE: u32 = 400;

/// A line of the document that says something.
#[derive(Debug, Clone)]
pub(super) struct Spoken {
    /// Its first character in the text.
    pub from: usize,
    /// One past its last.
    pub to: usize,
    pub words: String,
}

/// What became of a printed line: the line of the document that says the same, or that stands in its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fate {
    Same(usize),
    Changed(usize),
    Gone,
}

pub(super) struct Comparison {
    /// Of each printed line.
    pub fates: Vec<Fate>,
    /// Lines of the document that were not printed.
    pub added: Vec<usize>,
}

/// The lines of a text that say something.
pub(super) fn spoken(text: &str) -> Vec<Spoken> {
    let mut found = Vec::new();
    let mut at = 0;
    for line in text.split('\n') {
        let length = line.chars().count();
        if !squeezed(line).is_empty() {
            found.push(Spoken {
                from: at,
                to: at + length,
                words: line.to_owned(),
            });
        }
        at += length + 1;
    }
    found
}

/// What a line says, whatever its number and its stops: an article that was put in moves the numbers of all that follow.
pub(super) fn key(words: &str) -> String {
    let words = squeezed(words);
    let after = |open: char, close: &[char]| {
        let rest = words.strip_prefix(open)?;
        let at = rest.find(close).filter(|at| *at <= 24)?;
        let number = &rest[..at];
        let counts =
            |char: char| char.is_ascii_digit() || "一二三四五六七八九十百零".contains(char);
        (!number.is_empty() && number.chars().all(counts))
            .then(|| rest[at..].chars().skip(1).collect::<String>())
    };
    let bare = after('第', &['条', '章'])
        .or_else(|| after('（', &['）']))
        .unwrap_or(words);
    bare.trim_end_matches(['。', '；', ';']).to_owned()
}

fn squeezed(words: &str) -> String {
    words.chars().filter(|char| !char.is_whitespace()).collect()
}

/// Holds the lines against each other; nothing where there are too many.
pub(super) fn compare(printed: &[Line], spoken: &[Spoken]) -> Option<Comparison> {
    let old: Vec<String> = printed.iter().map(|line| key(&line.words)).collect();
    let new: Vec<String> = spoken.iter().map(|line| key(&line.words)).collect();
    let same = common(&old, &new)?;
    let mut fates = vec![Fate::Gone; old.len()];
    let mut taken = vec![false; new.len()];
    let mut put = |at: usize, fate: Fate, fates: &mut Vec<Fate>| {
        if let Fate::Same(to) | Fate::Changed(to) = fate {
            taken[to] = true;
        }
        fates[at] = fate;
    };
    for (one, other) in &same {
        put(*one, Fate::Same(*other), &mut fates);
    }
    let mut hunks = Vec::new();
    let mut start = (0, 0);
    for (one, other) in same.into_iter().chain([(old.len(), new.len())]) {
        hunks.push((start.0..one, start.1..other));
        start = (one + 1, other + 1);
    }
    // The words of a row whose cells hold several lines may be broken elsewhere.
    hunks.retain(|(gone, come)| {
        let whole = !gone.is_empty() && old[gone.clone()].concat() == new[come.clone()].concat();
        if whole {
            for at in gone.clone() {
                let to = (come.start + at - gone.start).min(come.end - 1);
                put(at, Fate::Same(to), &mut fates);
            }
            for to in come.clone() {
                put(gone.end - 1, Fate::Same(to), &mut fates);
            }
        }
        !whole
    });
    moved(&old, &new, &hunks, &mut |one, other| {
        put(one, Fate::Same(other), &mut fates);
    });
    for (gone, come) in hunks {
        let gone: Vec<usize> = gone.filter(|at| fates[*at] == Fate::Gone).collect();
        let come: Vec<usize> = come.filter(|at| !taken[*at]).collect();
        for (one, other) in paired(&old, &new, &gone, &come) {
            taken[other] = true;
            fates[one] = Fate::Changed(other);
        }
    }
    let added = (0..new.len()).filter(|at| !taken[*at]).collect();
    Some(Comparison { fates, added })
}

/// How many of two rows are the same from the beginning, and of the rest from the end.
pub(super) fn alike<T: PartialEq>(old: &[T], new: &[T]) -> (usize, usize) {
    let ahead = old.iter().zip(new).take_while(|(a, b)| a == b).count();
    let rest = old[ahead..].iter().rev().zip(new[ahead..].iter().rev());
    (ahead, rest.take_while(|(a, b)| a == b).count())
}

/// The longest run of lines that stand in both in one order.
fn common(old: &[String], new: &[String]) -> Option<Vec<(usize, usize)>> {
    let (ahead, behind) = alike(old, new);
    let rest = |lines: &[String]| lines.len() - ahead;
    let (rows, columns) = (rest(old) - behind, rest(new) - behind);
    if rows.checked_mul(columns)? > MOST {
        return None;
    }
    let width = columns + 1;
    let mut best = vec![0_u32; (rows + 1) * width];
    for row in (0..rows).rev() {
        for column in (0..columns).rev() {
            best[row * width + column] = if old[ahead + row] == new[ahead + column] {
                best[(row + 1) * width + column + 1] + 1
            } else {
                best[(row + 1) * width + column].max(best[row * width + column + 1])
            };
        }
    }
    let mut found: Vec<(usize, usize)> = (0..ahead).map(|at| (at, at)).collect();
    let (mut row, mut column) = (0, 0);
    while row < rows && column < columns {
        if old[ahead + row] == new[ahead + column] {
            found.push((ahead + row, ahead + column));
            row += 1;
            column += 1;
        } else if best[(row + 1) * width + column] >= best[row * width + column + 1] {
            row += 1;
        } else {
            column += 1;
        }
    }
    let tail = (0..behind).rev();
    found.extend(tail.map(|back| (old.len() - 1 - back, new.len() - 1 - back)));
    Some(found)
}

type Hunk = (std::ops::Range<usize>, std::ops::Range<usize>);

/// A line that stands elsewhere now is still the line that was printed.
fn moved(old: &[String], new: &[String], hunks: &[Hunk], put: &mut impl FnMut(usize, usize)) {
    let mut come: HashMap<&str, Vec<usize>> = HashMap::new();
    for at in hunks.iter().rev().flat_map(|(_, come)| come.clone().rev()) {
        come.entry(&new[at]).or_default().push(at);
    }
    for at in hunks.iter().flat_map(|(gone, _)| gone.clone()) {
        if let Some(to) = come.get_mut(old[at].as_str()).and_then(Vec::pop) {
            put(at, to);
        }
    }
}

/// Lines that stand in each other's place, the likest together and in one order.
fn paired(old: &[String], new: &[String], gone: &[usize], come: &[usize]) -> Vec<(usize, usize)> {
    if gone.len() * come.len() > MOST_WEIGHED {
        return Vec::new();
    }
    let width = come.len() + 1;
    let mut best = vec![0_u32; (gone.len() + 1) * width];
    let mut alike = vec![0_u32; gone.len() * width];
    for (row, one) in gone.iter().enumerate().rev() {
        for (column, other) in come.iter().enumerate().rev() {
            let likeness = likeness(&old[*one], &new[*other]);
            alike[row * width + column] = likeness;
            let together = if likeness >= ALIKE {
                best[(row + 1) * width + column + 1] + likeness
            } else {
                0
            };
            best[row * width + column] = together
                .max(best[(row + 1) * width + column])
                .max(best[row * width + column + 1]);
        }
    }
    let mut found = Vec::new();
    let (mut row, mut column) = (0, 0);
    while row < gone.len() && column < come.len() {
        let here = best[row * width + column];
        if here == best[(row + 1) * width + column] {
            row += 1;
        } else if here == best[row * width + column + 1] {
            column += 1;
        } else {
            found.push((gone[row], come[column]));
            row += 1;
            column += 1;
        }
    }
    found
}

/// How many of a thousand pairs of letters two lines share.
fn likeness(one: &str, other: &str) -> u32 {
    let pairs = |words: &str| {
        let chars: Vec<char> = words.chars().collect();
        let mut counted: HashMap<(char, char), u32> = HashMap::new();
        for pair in chars.windows(2) {
            *counted.entry((pair[0], pair[1])).or_default() += 1;
        }
        counted
    };
    let (one, other) = (pairs(one), pairs(other));
    let all: u32 = one.values().sum::<u32>() + other.values().sum::<u32>();
    let shared: u32 = one
        .iter()
        .map(|(pair, count)| *count.min(other.get(pair).unwrap_or(&0)))
        .sum();
    (2 * shared * 1000).checked_div(all).unwrap_or(0)
}
