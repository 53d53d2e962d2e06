//! What the reader must keep on each set.

/// Least precision and recall in percent: of time limits and warranty terms, of their kind and length alone, and of all the rest together.
#[derive(Clone, Copy)]
pub(crate) struct Floors {
    pub exact: u32,
    pub lengths: u32,
    pub rest: u32,
    pub problems: u32,
    /// Files whose number of plans must be right.
    pub plans: u32,
}

/// What the rules and weights must keep on the plans they were made from.
pub(crate) const TUNING: Floors = Floors {
    exact: 95,
    lengths: 96,
    rest: 94,
    problems: 95,
    plans: 12,
};
/// What they must keep on the sentences they were learned from; one that no rule knows is no plan by itself.
pub(crate) const SENTENCES: Floors = Floors {
    exact: 85,
    lengths: 86,
    rest: 54,
    problems: 0,
    plans: 0,
};
/// What they must keep on ordinary sentences; of what else these promise nothing was learned.
pub(crate) const LIMITS: Floors = Floors {
    exact: 93,
    lengths: 97,
    rest: 50,
    problems: 0,
    plans: 0,
};
/// What they must keep on plans they have not seen.
pub(crate) const HELD_BACK: Floors = Floors {
    exact: 94,
    lengths: 98,
    rest: 92,
    problems: 70,
    plans: 2,
};
/// What they must keep on plans in other voices.
pub(crate) const OTHER_VOICES: Floors = Floors {
    exact: 83,
    lengths: 95,
    rest: 92,
    problems: 100,
    plans: 0,
};

/// What they must keep on plans of strangers.
pub(crate) const STRANGERS: Floors = Floors {
    exact: 85,
    lengths: 95,
    rest: 84,
    problems: 0,
    plans: 0,
};

/// What they must keep on plans of strangers who were asked for as many voices as they could find.
pub(crate) const MORE_STRANGERS: Floors = Floors {
    exact: 75,
    lengths: 96,
    rest: 78,
    problems: 0,
    plans: 0,
};

/// What they must keep on documents of strangers that promise little between much prose.
pub(crate) const WORDY_STRANGERS: Floors = Floors {
    exact: 82,
    lengths: 94,
    rest: 86,
    problems: 0,
    plans: 0,
};

/// What they must keep on plans of strangers who were asked to say each thing as it is seldom said.
pub(crate) const UNUSUAL_STRANGERS: Floors = Floors {
    exact: 63,
    lengths: 89,
    rest: 82,
    problems: 0,
    plans: 0,
};
