//! Distance bands (距离带): how far from the branch a region reaches.

/// Kilometres from the branch, from inclusive, to exclusive; open where an end is not named.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Band {
    from_km: i64,
    to_km: i64,
}

impl Band {
    /// The band of a region; `None` for a region that is none.
    pub fn of(from_km: Option<i64>, to_km: Option<i64>) -> Option<Self> {
        (from_km.is_some() || to_km.is_some()).then(|| Self {
            from_km: from_km.unwrap_or(0),
            to_km: to_km.unwrap_or(i64::MAX),
        })
    }

    /// Whether a distance belongs to it.
    pub fn holds(self, km: i64) -> bool {
        (self.from_km..self.to_km).contains(&km)
    }

    /// Whether some distance belongs to both.
    pub fn overlaps(self, other: Self) -> bool {
        self.from_km < other.to_km && other.from_km < self.to_km
    }
}

#[cfg(test)]
mod tests {
    use super::Band;

    #[test]
    fn a_distance_belongs_to_the_band_it_begins_and_not_to_the_one_it_ends() {
        let near = Band::of(None, Some(50)).expect("a band");
        let far = Band::of(Some(50), None).expect("a band");
        assert_eq!(Band::of(None, None), None);
        assert!(near.holds(0) && near.holds(49) && !near.holds(50));
        assert!(far.holds(50) && !far.holds(49));
        assert!(!near.overlaps(far));
        let middle = Band::of(Some(49), Some(60)).expect("a band");
        assert!(middle.overlaps(near) && far.overlaps(middle));
    }
}
