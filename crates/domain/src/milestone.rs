//! Milestones (里程碑): the domain events that time limits run between.

use crate::words::words;

words! {
    /// A point in a case, a delivery or a product's life that some real action produces. Nobody ticks one by hand.
    Milestone {
        /// The customer's report is kept.
        Reported = "reported",
        /// The customer has been told that the report arrived.
        Acknowledged = "acknowledged",
        /// A definite answer was given.
        Answered = "answered",
        /// The crew or agent spoke to the customer.
        Contacted = "contacted",
        /// A fault level was decided.
        Graded = "graded",
        /// What is wrong is known.
        Diagnosed = "diagnosed",
        /// Help by telephone or remote access did not solve it.
        RemoteAttemptFailed = "remote_attempt_failed",
        /// The customer deems it important and wants somebody to come.
        VisitDemanded = "visit_demanded",
        /// A solution was proposed to the customer.
        SolutionProposed = "solution_proposed",
        /// Customer and supplier agreed on a time.
        VisitAgreed = "visit_agreed",
        /// The people who will come are named.
        CrewAssigned = "crew_assigned",
        /// The crew is on its way.
        Dispatched = "dispatched",
        /// The crew checked in at the place.
        OnSite = "on_site",
        /// Who caused the fault is decided, with photos.
        CauseDecided = "cause_decided",
        /// A quotation went to the customer.
        QuoteSent = "quote_sent",
        /// The customer accepted the quotation.
        QuoteAccepted = "quote_accepted",
        /// The service order was approved.
        Approved = "approved",
        /// A part is needed.
        PartNeeded = "part_needed",
        /// The customer deems a spare part or unit necessary.
        SpareDemanded = "spare_demanded",
        /// The part was ordered.
        PartOrdered = "part_ordered",
        /// The part arrived at the depot.
        PartArrived = "part_arrived",
        /// A spare part or loaner is at the customer's.
        SpareOnSite = "spare_on_site",
        /// The material supplier was told.
        SupplierNotified = "supplier_notified",
        /// The material supplier is at the place.
        SupplierOnSite = "supplier_on_site",
        /// It works again, perhaps by a temporary measure.
        Restored = "restored",
        /// It is repaired.
        Repaired = "repaired",
        /// The customer signed.
        Accepted = "accepted",
        /// Closed with the customer's word.
        Closed = "closed",
        /// A follow-up call was made.
        CalledBack = "called_back",
        /// The customer rated the service.
        Rated = "rated",
        /// A complaint arrived.
        ComplaintReceived = "complaint_received",
        /// The complaint got an opinion.
        ComplaintAnswered = "complaint_answered",
        /// The complaint is settled.
        ComplaintSettled = "complaint_settled",
        /// A promised report was delivered.
        ReportDelivered = "report_delivered",
        /// Goods were handed over.
        Delivered = "delivered",
        /// A document was signed.
        Signed = "signed",
        /// The end of a product's production was announced.
        EndOfProductionAnnounced = "end_of_production_announced",
        /// The end of a product's production was reached.
        EndOfProductionReached = "end_of_production_reached",
        /// The window of a recurring duty opened.
        DutyDue = "duty_due",
        /// A recurring duty was done.
        DutyDone = "duty_done",
    }
}

impl Milestone {
    /// The later milestones that show this one was reached as well: who repairs it has restored it.
    ///
    /// They end a clock towards this milestone; they never start one.
    pub const fn shown_by(self) -> &'static [Self] {
        match self {
            Self::Acknowledged => &[
                Self::Answered,
                Self::Contacted,
                Self::VisitAgreed,
                Self::OnSite,
            ],
            Self::Contacted => &[Self::VisitAgreed],
            Self::Dispatched => &[Self::OnSite],
            Self::Restored => &[Self::Repaired],
            Self::ComplaintAnswered => &[Self::ComplaintSettled],
            _ => &[],
        }
    }

    /// Whether a promise of this milestone is still owed after the case is closed: the report on a repaired fault is,
    /// the visit of a fault solved by telephone is not.
    pub const fn outlives_closing(self) -> bool {
        matches!(
            self,
            Self::CalledBack
                | Self::Rated
                | Self::ReportDelivered
                | Self::Delivered
                | Self::Signed
                | Self::EndOfProductionAnnounced
                | Self::EndOfProductionReached
        ) || self.is_of_complaint()
    }

    /// Whether it belongs to a complaint, which no cancelling of the case makes go away.
    pub const fn is_of_complaint(self) -> bool {
        matches!(
            self,
            Self::ComplaintReceived | Self::ComplaintAnswered | Self::ComplaintSettled
        )
    }
}
