//! The laws of the clocks, checked against a slow oracle that shares no code with them.

mod explanations;
mod laws;
mod oracle;
mod random;
