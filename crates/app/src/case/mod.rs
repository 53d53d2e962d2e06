//! Service cases: from the report to the customer's word, with every promise on the way.

mod about;
mod act;
mod assign;
mod basis;
mod called;
mod caller;
mod check_ledger;
mod choices;
mod entitlement;
mod explain;
mod export;
mod files;
mod grade;
mod intake;
mod list;
mod marks;
mod merge;
mod name;
mod named;
mod newcomer;
mod note;
mod open;
mod phone;
mod reading;
mod reconcile;
mod refresh;
mod related;
mod remedies;
mod repairs;
mod report;
mod ring;
mod say;
mod several;
mod slip;
mod split;
mod view;
mod wake;
mod watch;
mod words;

pub use act::act;
pub use assign::{AssignCase, assign};
pub use caller::{CallerView, caller};
pub use check_ledger::{Difference, LedgerCheck, WithoutCalendar, check_ledger};
pub use entitlement::{
    CaseEntitlement, CheckEntitlement, CheckedEntitlement, check_entitlement, entitlement,
};
pub use explain::{BecauseView, ExplainedView, ObligationName, explain};
pub use export::export;
pub use files::{attach, download, upload};
pub use grade::Grade;
pub use intake::{AskIntake, IntakeAgreement, IntakePlan, IntakeView, RequiredField, intake};
pub use list::{CaseCount, CaseSummary, ListCases, PromiseSummary, SortCases, count, list};
pub use merge::{MergeCase, merge};
pub use note::{AddNote, MENTIONED, NoteView, add_note};
pub(crate) use open::{author, to_millisecond};
pub use reading::ClockReading;
pub use reconcile::reconcile;
pub use refresh::ALARM;
pub use related::RelatedCase;
pub use report::{Report, Slip, report};
pub use ring::{ring, ring_together};
pub use several::{
    AssignSeveral, DoneOnCase, DoneOnSeveral, SeenCase, WatchSeveral, assign_several, watch_several,
};
pub use split::{SplitCase, split};
pub use view::{
    AttachmentView, CaseActionView, CaseView, FactView, ObligationView, PersonName, get,
};
pub(crate) use wake::{Concerned, wake};
pub use wake::{STRAGGLERS, wake_stragglers};
pub use watch::{unwatch, watch};

/// What attachments of a case are filed under.
pub(crate) const SUBJECT: &str = "case";
