//! Service cases (服务单): one customer problem from report to closure, as a history of facts.

pub mod event;
pub mod intake;
pub mod pause;
