//! Chance in the story: seeded, so that every demo tells the same year.

/// A small generator (`SplitMix64`, Steele et al. 2014). Good enough for a story, never for secrets.
#[derive(Debug, Clone)]
pub(super) struct Dice {
    state: u64,
}

impl Dice {
    pub(super) const fn seeded(seed: u64) -> Self {
        Self { state: seed }
    }

    fn roll(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.state;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// A number from `low` to `high`, both included.
    pub(super) fn between(&mut self, low: i64, high: i64) -> i64 {
        let span = high.abs_diff(low) + 1;
        let step = self.roll() % span;
        low + i64::try_from(step).expect("a span between two i64 of the story is small")
    }

    /// True `percent` times out of a hundred.
    pub(super) fn chance(&mut self, percent: i64) -> bool {
        self.between(1, 100) <= percent
    }

    /// One of the items.
    pub(super) fn pick<'a, T>(&mut self, items: &'a [T]) -> &'a T {
        let last = i64::try_from(items.len()).expect("a list fits") - 1;
        let index = usize::try_from(self.between(0, last)).expect("between 0 and the last index");
        &items[index]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_tells_the_same_story_within_its_bounds() {
        let (mut one, mut two) = (Dice::seeded(7), Dice::seeded(7));
        for _ in 0..1_000 {
            let rolled = one.between(-3, 9);
            assert_eq!(rolled, two.between(-3, 9));
            assert!((-3..=9).contains(&rolled));
        }
        assert!((0..100).all(|_| one.chance(100)));
        assert!(!(0..100).any(|_| one.chance(0)));
    }
}
