//! Notices: what one person is told, once.
//!
//! A notice is a row written in the transaction of what it tells of, so it is neither lost nor told twice. It is worded
//! when it is read, in the reader's language. [`crate::mail`] gathers notices into letters.

mod list;
mod mark_read;
mod tell;
mod wording;

pub use list::{ListNotices, NoticeView, Notices, list};
pub use mark_read::{ReadNotices, mark_read};
pub use tell::{Telling, tell, tell_administrators};
pub use wording::wording;
pub(crate) use wording::{
    DUTY_MISSED, DUTY_OPEN, JOB_DEAD, LEDGER_REPAIRED, LEDGER_UNCHECKED, MAIL_FAILED,
    PROMISE_BROKEN, PROMISE_WARNING, is_urgent,
};
