//! The kind of a segment among its neighbours.
//!
//! What stands beside a segment says much about it: between two lines of conduct stands conduct, under 培训 training. First every segment is weighed by its own words
//! (a sum for each kind), then once more by those sums and by how likely each kind is of the segments beside it and of all under the same heading: stacked
//! generalization (Wolpert 1992). The learner takes the first sums of a plan from weights that have not seen this plan.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::segments::{CLASSES, NAMES, NONE};
use super::table::{Grid, best};

/// One number for each kind.
pub type Sums = [i32; CLASSES];

/// Rows as learned.
static GRID: LazyLock<Grid<CLASSES>> = LazyLock::new(|| {
    Grid::parse(
        include_str!("../../../data/neighbour_weights.tsv"),
        &names(),
    )
});

/// How much of what the rules add counts a second time, in percent: what they are certain of, such as 定期巡检设备, no neighbours talk away.
const AGAIN: i32 = 60;

/// A segment as its own words weigh it.
#[derive(Clone, Copy, Debug)]
pub struct Alone {
    /// Hundredths of log odds of each kind.
    pub sums: Sums,
    /// What of these the rules add.
    pub added: Sums,
    /// Which sentence it belongs to.
    pub sentence: usize,
    /// The heading it stands under, where there is one.
    pub heading: Option<usize>,
}

/// Whose chances are looked at.
const LOOKED_AT: [&str; 8] = [
    "chance", "before", "behind", "second-before", "second-behind", "section", "sentence-before",
    "sentence-behind",
];
/// What is true of a segment or not, in percent.
const SIGNS: [&str; 3] = ["first", "last", "accompanied"];

/// What is seen of a segment among its neighbours, in the order of [`of`].
pub(crate) fn names() -> Vec<String> {
    std::iter::once("own")
        .chain(LOOKED_AT)
        .flat_map(|of| NAMES.map(|kind| format!("{of} {kind}")))
        .chain(SIGNS.map(str::to_owned))
        .collect()
}

/// What a segment is, and how surely in percent.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Verdict {
    /// A kind; nothing where it promises nothing.
    pub kind: Option<usize>,
    /// The chance of that.
    pub confidence: u8,
}

/// The kind of each segment.
pub(crate) fn kinds(segments: &[Alone]) -> Vec<Verdict> {
    let decided = |(row, segment): (Vec<i32>, &Alone)| {
        let mut sums = GRID.sums(&row);
        for (sum, added) in sums.iter_mut().zip(segment.added).take(NONE) {
            *sum += added * AGAIN / WHOLE;
        }
        let (kind, confidence) = best(&sums);
        Verdict {
            kind: (kind != NONE).then_some(kind),
            confidence,
        }
    };
    of(segments).zip(segments).map(decided).collect()
}

/// What is seen of each segment of a plan, in hundredths.
pub(crate) fn of(segments: &[Alone]) -> impl Iterator<Item = Vec<i32>> {
    let chances: Vec<Sums> = segments.iter().map(|alone| chances(&alone.sums)).collect();
    let sections = sections(segments, &chances);
    let row = move |at: usize| {
        let own = segments[at];
        let beside = |far: isize| {
            let place = at.checked_add_signed(far)?;
            chances.get(place).map(|chances| (*chances, place))
        };
        let any = |far| beside(far).map_or([0; CLASSES], |(chances, _)| chances);
        let of_sentence = |far| {
            beside(far)
                .filter(|(_, place)| segments[*place].sentence == own.sentence)
                .map(|(chances, _)| chances)
        };
        let (before, behind) = (of_sentence(-1), of_sentence(1));
        let section = sections[&own.heading].without(&chances[at]);
        let looked_at = [
            leads(&own.sums),
            chances[at],
            any(-1),
            any(1),
            any(-2),
            any(2),
            section.unwrap_or_default(),
            before.unwrap_or_default(),
            behind.unwrap_or_default(),
        ];
        let signs = [before.is_none(), behind.is_none(), section.is_some()];
        let signs = signs.map(|holds| if holds { WHOLE } else { 0 });
        looked_at.into_iter().flatten().chain(signs).collect()
    };
    (0..segments.len()).map(row)
}

/// A chance of one, in hundredths.
const WHOLE: i32 = 100;

/// How far each sum lies behind the greatest; beyond the furthest, and scaled down so that it weighs about as much as a chance.
fn leads(sums: &Sums) -> Sums {
    const FURTHEST: i32 = -1200;
    const SCALE: i32 = 3;
    let most = sums.iter().copied().max().unwrap_or(0);
    sums.map(|sum| (sum - most).max(FURTHEST) / SCALE)
}

/// How likely each kind is, in percent.
fn chances(sums: &Sums) -> Sums {
    let most = sums.iter().copied().max().unwrap_or(0);
    let powers = sums.map(|sum| power(most.saturating_sub(sum)));
    let whole: i64 = powers.iter().sum();
    powers.map(|power| i32::try_from(power * i64::from(WHOLE) / whole.max(1)).unwrap_or(0))
}

/// e to the power of so many negative hundredths, in millionths.
fn power(hundredths: i32) -> i64 {
    const FURTHEST: usize = 1000;
    static POWERS: LazyLock<Vec<i64>> = LazyLock::new(|| {
        // e^-0.01 is 0.990049833749.
        let next = |power: &i64| Some(power * 990_049_833_749 / 1_000_000_000_000);
        std::iter::successors(Some(1_000_000), next)
            .take(FURTHEST)
            .collect()
    });
    let place = usize::try_from(hundredths).unwrap_or(0);
    POWERS.get(place).copied().unwrap_or(0)
}

/// The chances of all segments under a heading, added up.
#[derive(Default)]
struct Section {
    sum: Sums,
    count: i32,
}

impl Section {
    /// The mean of all others.
    fn without(&self, own: &Sums) -> Option<Sums> {
        let others = self.count - 1;
        (others > 0).then(|| std::array::from_fn(|kind| (self.sum[kind] - own[kind]) / others))
    }
}

fn sections(segments: &[Alone], chances: &[Sums]) -> HashMap<Option<usize>, Section> {
    let mut sections: HashMap<Option<usize>, Section> = HashMap::new();
    for (segment, chances) in segments.iter().zip(chances) {
        let section = sections.entry(segment.heading).or_default();
        section.count += 1;
        for (sum, chance) in section.sum.iter_mut().zip(chances) {
            *sum += chance;
        }
    }
    sections
}

#[cfg(test)]
mod tests {
    use super::*;

    fn alone(kind: usize, lead: i32, heading: Option<usize>) -> Alone {
        let mut sums = [0; CLASSES];
        sums[kind] = lead;
        Alone {
            sums,
            added: [0; CLASSES],
            sentence: 0,
            heading,
        }
    }

    #[test]
    fn chances_come_to_a_whole_and_follow_the_sums() {
        let mut sums = [-2000; CLASSES];
        (sums[3], sums[5]) = (300, 300);
        let even = chances(&sums);
        assert_eq!((even[3], even[5], even[0]), (50, 50, 0));
        sums[5] = 300 - 110;
        // 1 / (1 + e^-1.1) is 0.7503.
        assert_eq!((chances(&sums)[3], chances(&sums)[5]), (75, 24));
    }

    #[test]
    fn every_row_of_the_table_weighs_a_number() {
        let rows = include_str!("../../../data/neighbour_weights.tsv");
        let names = names();
        for row in rows.lines().filter(|row| !row.starts_with("# ")) {
            let name = row.split('\t').next().unwrap_or_default();
            assert!(name == "=" || names.iter().any(|own| own == name), "{name}");
        }
        assert!(rows.lines().count() > names.len());
    }

    #[test]
    fn every_number_has_its_name() {
        let rows: Vec<Vec<i32>> = of(&[alone(2, 900, None), alone(4, 900, None)]).collect();
        let names = names();
        let told = |row: &[i32], name: &str| {
            row[names.iter().position(|own| own == name).expect("a name")]
        };
        assert!(rows.iter().all(|row| row.len() == names.len()));
        assert_eq!(told(&rows[0], "first"), WHOLE);
        assert_eq!(told(&rows[0], "last"), 0);
        assert_eq!(told(&rows[0], "own fee"), 0);
        assert!(told(&rows[0], "behind training") > 90);
        assert_eq!(
            told(&rows[0], "behind training"),
            told(&rows[0], "section training")
        );
        assert_eq!(told(&rows[1], "before training"), 0);
    }

    /// What stands under another heading is no company.
    #[test]
    fn a_section_is_what_stands_under_one_heading() {
        let segments = [alone(2, 500, Some(7)), alone(4, 500, Some(9))];
        let accompanied: Vec<i32> = of(&segments)
            .filter_map(|row| row.last().copied())
            .collect();
        assert_eq!(accompanied, [0, 0]);
    }
}
