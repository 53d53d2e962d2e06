//! What can be done with a case: each action, the milestone it produces and what counts as proof of it.

use super::event::Evidence;
use crate::access;
use crate::milestone::Milestone;
use crate::words::words;

words! {
    /// Something a person does with a case.
    Action {
        /// Tell the customer that the report arrived.
        Acknowledge = "acknowledge",
        /// Give a definite answer.
        Answer = "answer",
        /// Speak to the customer.
        Contact = "contact",
        /// Decide the fault level by the plan's questions.
        Grade = "grade",
        /// Say what is wrong.
        Diagnose = "diagnose",
        /// Note that help from afar did not solve it.
        FailRemotely = "fail_remotely",
        /// Note that the customer deems it important and wants a visit.
        DemandVisit = "demand_visit",
        /// Propose a solution.
        ProposeSolution = "propose_solution",
        /// Agree on a time for a visit.
        AgreeVisit = "agree_visit",
        /// Name the people who will come.
        AssignCrew = "assign_crew",
        /// Send the crew on its way.
        Dispatch = "dispatch",
        /// Check in at the place.
        CheckIn = "check_in",
        /// Decide who caused the fault, with photos.
        DecideCause = "decide_cause",
        /// Send a quotation.
        SendQuote = "send_quote",
        /// Note that the customer accepted the quotation.
        AcceptQuote = "accept_quote",
        /// Approve the service order.
        Approve = "approve",
        /// Say that a part is needed.
        NeedPart = "need_part",
        /// Note that the customer deems a spare part or unit necessary.
        DemandSpare = "demand_spare",
        /// Order the part.
        OrderPart = "order_part",
        /// Note that the part arrived.
        ReceivePart = "receive_part",
        /// Bring a spare part or loaner to the customer.
        BringSpare = "bring_spare",
        /// Tell the material supplier.
        NotifySupplier = "notify_supplier",
        /// Note that the material supplier is at the place.
        ReceiveSupplier = "receive_supplier",
        /// Make it work again, perhaps by a temporary measure.
        Restore = "restore",
        /// Repair it.
        Repair = "repair",
        /// Have the customer sign for the work.
        Sign = "sign",
        /// Hand goods over.
        HandOver = "hand_over",
        /// Have a document signed.
        SignDocument = "sign_document",
        /// Make the follow-up call.
        CallBack = "call_back",
        /// Note the customer's rating.
        Rate = "rate",
        /// Take a complaint.
        ReceiveComplaint = "receive_complaint",
        /// Answer the complaint.
        AnswerComplaint = "answer_complaint",
        /// Settle the complaint with the customer.
        SettleComplaint = "settle_complaint",
        /// Hand over a promised document.
        DeliverReport = "deliver_report",
        /// Let clocks stand still, where the plan allows it.
        Pause = "pause",
        /// Let clocks run again.
        Resume = "resume",
        /// Correct what the limits depend on.
        ChangeContext = "change_context",
        /// Excuse a broken promise.
        Excuse = "excuse",
        /// Correct the time of a fact.
        CorrectTime = "correct_time",
        /// Withdraw a fact that never happened.
        Withdraw = "withdraw",
        /// Close with the customer's word.
        Close = "close",
        /// Open again.
        Reopen = "reopen",
        /// Say that it is no case after all.
        Cancel = "cancel",
        /// Let another case go on in this one's place.
        Merge = "merge",
        /// Let a part of it go on as another case.
        Split = "split",
    }
}

words! {
    /// Kinds of proof.
    Proof {
        /// A stored file: photo, recording, scan.
        File = "file",
        /// A telephone call that was logged.
        Call = "call",
        /// An e-mail that was sent or received.
        Mail = "mail",
        /// A check-in with its place.
        CheckIn = "check_in",
        /// A signature.
        Signature = "signature",
        /// The customer's word, noted.
        Word = "word",
    }
}

impl Evidence {
    /// What kind of proof this is.
    pub const fn kind(&self) -> Proof {
        match self {
            Self::File { .. } => Proof::File,
            Self::Call { .. } => Proof::Call,
            Self::Mail { .. } => Proof::Mail,
            Self::CheckIn { .. } => Proof::CheckIn,
            Self::Signature { .. } => Proof::Signature,
            Self::Word { .. } => Proof::Word,
        }
    }
}

/// What counts as proof of an action.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ProofRule {
    /// The entry itself, by the person who signed in, is proof enough.
    Entry,
    /// Words are needed: what was found, said, done.
    Note,
    /// At least one of these.
    AnyOf(&'static [Proof]),
}

impl Action {
    /// The milestone it produces, if it produces one.
    pub const fn milestone(self) -> Option<Milestone> {
        Some(match self {
            Self::Acknowledge => Milestone::Acknowledged,
            Self::Answer => Milestone::Answered,
            Self::Contact => Milestone::Contacted,
            Self::Grade => Milestone::Graded,
            Self::Diagnose => Milestone::Diagnosed,
            Self::FailRemotely => Milestone::RemoteAttemptFailed,
            Self::DemandVisit => Milestone::VisitDemanded,
            Self::ProposeSolution => Milestone::SolutionProposed,
            Self::AgreeVisit => Milestone::VisitAgreed,
            Self::AssignCrew => Milestone::CrewAssigned,
            Self::Dispatch => Milestone::Dispatched,
            Self::CheckIn => Milestone::OnSite,
            Self::DecideCause => Milestone::CauseDecided,
            Self::SendQuote => Milestone::QuoteSent,
            Self::AcceptQuote => Milestone::QuoteAccepted,
            Self::Approve => Milestone::Approved,
            Self::NeedPart => Milestone::PartNeeded,
            Self::DemandSpare => Milestone::SpareDemanded,
            Self::OrderPart => Milestone::PartOrdered,
            Self::ReceivePart => Milestone::PartArrived,
            Self::BringSpare => Milestone::SpareOnSite,
            Self::NotifySupplier => Milestone::SupplierNotified,
            Self::ReceiveSupplier => Milestone::SupplierOnSite,
            Self::Restore => Milestone::Restored,
            Self::Repair => Milestone::Repaired,
            Self::Sign => Milestone::Accepted,
            Self::HandOver => Milestone::Delivered,
            Self::SignDocument => Milestone::Signed,
            Self::CallBack => Milestone::CalledBack,
            Self::Rate => Milestone::Rated,
            Self::ReceiveComplaint => Milestone::ComplaintReceived,
            Self::AnswerComplaint => Milestone::ComplaintAnswered,
            Self::SettleComplaint => Milestone::ComplaintSettled,
            Self::DeliverReport => Milestone::ReportDelivered,
            Self::Close => Milestone::Closed,
            _ => return None,
        })
    }

    /// What counts as proof of it. `golden/case/milestones.txt` is the same table for people.
    pub const fn proof(self) -> ProofRule {
        use Proof::{Call, CheckIn, File, Mail, Signature, Word};
        match self {
            Self::Acknowledge
            | Self::Answer
            | Self::Contact
            | Self::AgreeVisit
            | Self::DemandVisit
            | Self::DemandSpare
            | Self::AnswerComplaint => ProofRule::AnyOf(&[Call, Mail, Word]),
            Self::ProposeSolution | Self::SendQuote | Self::Pause => {
                ProofRule::AnyOf(&[Call, Mail, Word, File])
            }
            Self::AcceptQuote => ProofRule::AnyOf(&[Signature, Mail, Call, Word, File]),
            Self::CheckIn | Self::ReceiveSupplier => {
                ProofRule::AnyOf(&[CheckIn, Signature, File, Word])
            }
            Self::DecideCause => ProofRule::AnyOf(&[File]),
            Self::BringSpare => ProofRule::AnyOf(&[CheckIn, Signature, File]),
            Self::NotifySupplier => ProofRule::AnyOf(&[Call, Mail]),
            Self::Sign | Self::HandOver | Self::SignDocument => {
                ProofRule::AnyOf(&[Signature, File])
            }
            Self::CallBack => ProofRule::AnyOf(&[Call]),
            Self::SettleComplaint => ProofRule::AnyOf(&[Word, Signature, Call, Mail]),
            Self::DeliverReport => ProofRule::AnyOf(&[File, Mail]),
            Self::Diagnose
            | Self::FailRemotely
            | Self::NeedPart
            | Self::OrderPart
            | Self::Restore
            | Self::Repair
            | Self::ReceiveComplaint
            | Self::Excuse
            | Self::CorrectTime
            | Self::Withdraw
            | Self::Close
            | Self::Reopen
            | Self::Cancel
            | Self::ChangeContext
            | Self::Merge
            | Self::Split => ProofRule::Note,
            Self::Grade
            | Self::AssignCrew
            | Self::Dispatch
            | Self::Approve
            | Self::ReceivePart
            | Self::Rate
            | Self::Resume => ProofRule::Entry,
        }
    }

    /// The permission it needs.
    pub const fn permission(self) -> access::Action {
        use access::Action as A;
        match self {
            Self::AssignCrew | Self::Dispatch => A::CaseAssign,
            Self::CheckIn
            | Self::BringSpare
            | Self::ReceiveSupplier
            | Self::Restore
            | Self::Repair
            | Self::HandOver
            | Self::Sign
            | Self::SignDocument => A::VisitWork,
            Self::DecideCause => A::CauseVerify,
            Self::Approve => A::CostApprove,
            Self::Pause | Self::Resume => A::CasePause,
            Self::Rate | Self::ReceiveComplaint | Self::Reopen | Self::AcceptQuote => A::CaseAnswer,
            Self::AnswerComplaint | Self::SettleComplaint => A::ComplaintHandle,
            Self::Excuse => A::LedgerExcuse,
            Self::CorrectTime | Self::Withdraw | Self::Cancel | Self::Merge | Self::Split => {
                A::CaseCorrect
            }
            _ => A::CaseWork,
        }
    }
}
