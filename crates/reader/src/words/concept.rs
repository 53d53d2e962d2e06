//! Concepts a word may carry, and sets of them.

macro_rules! concepts {
    ($($name:ident),* $(,)?) => {
        /// What a word of the lexicon may mean; the words are listed in `data/words.tsv`.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[repr(u8)]
        pub(crate) enum Concept { $($name),* }

        impl Concept {
            /// All of them by their names.
            const NAMES: &[(Self, &str)] = &[$((Self::$name, stringify!($name))),*];

            /// The concept a row of the lexicon names.
            pub(crate) fn named(name: &str) -> Option<Self> {
                match name {
                    $(stringify!($name) => Some(Self::$name),)*
                    _ => None,
                }
            }
        }
    };
}

concepts! {
    Supplier, Customer, Staff, Maker, Receive, Report, Answer, Contact, Acknowledge, Diagnose, ProposeVerb,
    Solution, Propose, Assign, Send, Depart, Ship, Arrive, ArriveSoft, Site, Restore, RepairDone, Repair,
    Fault, Close, CallBack, Complaint, Settle, Deliver, Sign, Signed, Accept, Install, Commission, Purchase,
    Complete, Made, Quote, Approve, Part, PartStrict, SpareUnit, Order, ReportDoc, Doc, DocStrict, DocVerb,
    Free, Bear, Charge, ChargeStrong, MoneyUnit, Warranty, WarrantyNoun, Shelf, Within, NotMore, NotLess,
    After, From, InTerm, OutTerm, NotCovered, CoverScope, Exchange, ExchangeStrong, Every, Often, DutyWork,
    Train, TrainWeak, Channel, ChannelStrong, Conduct, ConductStrong, DeliverStrong, ProcessWord,
    ProcessStrong, Promise, Soft, Hard, Urgent, Forbidden, Lifetime, Quality, Genuine, StockVerb, StockStrong,
    StopMaking, Remote, Cannot, RepeatFault, OpenBox, Standard, UsageUnit, Roster, Everyday, Service, Item,
    Grade, Blame, Rate,
}

/// A set of concepts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Concepts(u128);

impl Concepts {
    /// Adds a concept.
    pub(crate) fn add(&mut self, concept: Concept) {
        self.0 |= 1 << concept as u8;
    }

    /// Whether the concept is in the set.
    pub(crate) fn has(self, concept: Concept) -> bool {
        self.0 & (1 << concept as u8) != 0
    }

    /// The names of its concepts, joined by +.
    pub(crate) fn names(self) -> String {
        let names: Vec<&str> = Concept::NAMES
            .iter()
            .filter(|(concept, _)| self.has(*concept))
            .map(|(_, name)| *name)
            .collect();
        names.join("+")
    }

    /// The union of two sets.
    #[must_use]
    pub(crate) fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}
