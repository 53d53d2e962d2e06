//! What is wrong with a plan.

use crate::outline::Page;
use crate::reading::{Plan, Problem};

/// Judges a plan that has been read.
pub(crate) fn judge(_page: &Page, _plan: &Plan) -> Vec<Problem> {
    Vec::new()
}
