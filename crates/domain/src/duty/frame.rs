//! From when to when a duty recurs.

use jiff::civil::Date;

use crate::plan::clauses::duty::During;
use crate::words::words;

words! {
    /// What kind of agreement it is.
    AgreementForm {
        /// The warranty of a sale.
        SaleWarranty = "sale_warranty",
        /// A maintenance contract.
        MaintenanceContract = "maintenance_contract",
        /// A project with its own terms.
        Project = "project",
    }
}

/// The days of an agreement that duties depend on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Agreed {
    /// What kind it is.
    pub form: AgreementForm,
    /// Its first day.
    pub starts_on: Date,
    /// Its last day, if it has one.
    pub ends_on: Option<Date>,
    /// The last day it held, when it was ended early.
    pub ended_on: Option<Date>,
    /// The latest last day of its units' warranties, as far as they are resolved.
    pub warranty_ends_on: Option<Date>,
    /// The day it was entered. Windows that had closed by then are nobody's breach here.
    pub recorded_on: Date,
    /// The earliest end of production among the products of its units, as far as it is known.
    pub production_ends_on: Option<Date>,
}

/// The days within which a duty recurs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Frame {
    /// The first day, from which occurrences are counted.
    pub from: Date,
    /// The last day, included; `None` without an end.
    pub until: Option<Date>,
    /// The day the agreement was entered: windows that had closed by then are nobody's breach here.
    pub known_from: Date,
}

/// The frame of a duty under an agreement; `None` where the duty does not apply to agreements of this kind.
///
/// A sale's or project's warranty lasts as long as the longest warranty of its units, and the agreement's own term where
/// none is resolved.
pub fn frame(agreed: &Agreed, during: During) -> Option<Frame> {
    let is_contract = agreed.form == AgreementForm::MaintenanceContract;
    let natural_end = match during {
        During::Contract if !is_contract => return None,
        During::Warranty if is_contract => return None,
        During::Warranty | During::WarrantyOrContract if !is_contract => {
            agreed.warranty_ends_on.or(agreed.ends_on)
        }
        _ => agreed.ends_on,
    };
    let until = [natural_end, agreed.ended_on].into_iter().flatten().min();
    Some(Frame {
        from: agreed.starts_on,
        until,
        known_from: agreed.recorded_on,
    })
}
