//! The worker: runs what is due, and sends letters.
//!
//! A timer is a hint: whatever it is about is computed anew from the facts, then acted upon, and the action, its notices
//! and the next timer commit together with the end of the task. A worker that is killed loses nothing and repeats
//! nothing but, at worst, the sending of a letter, whose message id stays the same.

mod dispatch;
mod post;
mod run;

pub use post::Outbox;
pub use run::{Config, drain, run};
