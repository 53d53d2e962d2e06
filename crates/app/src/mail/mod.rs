//! Letters: notices gathered for one person, written in the person's language, sent until the mail server took them.
//!
//! Whatever is told within a short while goes into one letter, and of several marks of one promise only the last. In
//! quiet hours only what is urgent is sent. A letter is written once; its message id never changes, so that a second
//! copy, sent because the answer of the server was lost, is recognised as one.

mod choice;
mod compose;
mod deliver;
mod gather;
mod quiet;

pub use choice::{ChangeMailChoice, MailChoiceView, choice, choose};
pub use deliver::{Letter, NotSent, next, not_sent, sent};
pub use gather::gather;

/// The job that gathers the notices of a person; its subject is the person.
pub const GATHER: &str = "mail.gather";
/// The job that sends a letter; its subject is the letter.
pub const SEND: &str = "mail.send";
