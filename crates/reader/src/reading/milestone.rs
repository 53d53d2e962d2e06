//! Milestones of the domain, by their names in the contract.

use serde::de::IntoDeserializer;
use serde::de::value::Error;
use serde::{Deserialize, Serialize};

/// A fact in the life of a case, part, complaint or delivery, from or to which a limit runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(
    missing_docs,
    reason = "each name is the glossary's own word for the fact"
)]
pub enum Milestone {
    Reported,
    Acknowledged,
    Answered,
    Contacted,
    Graded,
    Diagnosed,
    RemoteAttemptFailed,
    SolutionProposed,
    VisitAgreed,
    CrewAssigned,
    Dispatched,
    OnSite,
    CauseDecided,
    QuoteSent,
    QuoteAccepted,
    Approved,
    PartNeeded,
    PartOrdered,
    PartArrived,
    SpareOnSite,
    SupplierNotified,
    SupplierOnSite,
    Restored,
    Repaired,
    Accepted,
    Closed,
    CalledBack,
    Rated,
    ComplaintReceived,
    ComplaintAnswered,
    ComplaintSettled,
    ReportDelivered,
    Delivered,
    Signed,
    EndOfProductionAnnounced,
    EndOfProductionReached,
    VisitDemanded,
    SpareDemanded,
    DutyDone,
}

impl Milestone {
    /// Those that the words decide about by weight, in the order of a case's life as the glossary lists them. What a customer demands, and the
    /// end of a duty that comes back rather than of a repair, are told by the words themselves.
    pub const ALL: [Self; 36] = [
        Self::Reported,
        Self::Acknowledged,
        Self::Answered,
        Self::Contacted,
        Self::Graded,
        Self::Diagnosed,
        Self::RemoteAttemptFailed,
        Self::SolutionProposed,
        Self::VisitAgreed,
        Self::CrewAssigned,
        Self::Dispatched,
        Self::OnSite,
        Self::CauseDecided,
        Self::QuoteSent,
        Self::QuoteAccepted,
        Self::Approved,
        Self::PartNeeded,
        Self::PartOrdered,
        Self::PartArrived,
        Self::SpareOnSite,
        Self::SupplierNotified,
        Self::SupplierOnSite,
        Self::Restored,
        Self::Repaired,
        Self::Accepted,
        Self::Closed,
        Self::CalledBack,
        Self::Rated,
        Self::ComplaintReceived,
        Self::ComplaintAnswered,
        Self::ComplaintSettled,
        Self::ReportDelivered,
        Self::Delivered,
        Self::Signed,
        Self::EndOfProductionAnnounced,
        Self::EndOfProductionReached,
    ];

    /// The milestone of a name in the contract, such as `on_site`.
    pub fn named(name: &str) -> Option<Self> {
        Self::deserialize(IntoDeserializer::<Error>::into_deserializer(name)).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The tables of weights count milestones by their place.
    #[test]
    fn the_list_of_all_is_in_the_order_of_the_names() {
        for (place, milestone) in Milestone::ALL.into_iter().enumerate() {
            assert_eq!(milestone as usize, place, "{milestone:?}");
        }
    }
}
