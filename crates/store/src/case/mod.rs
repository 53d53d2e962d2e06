//! Service cases: their slips and links, their facts, and what is read off the facts.

pub(crate) mod basis;
pub(crate) mod entitlement;
pub(crate) mod event;
pub(crate) mod list;
pub(crate) mod mark;
pub(crate) mod note;
pub(crate) mod obligation;
pub(crate) mod order;
pub(crate) mod people;
pub(crate) mod row;

pub use basis::{basis, keep_basis};
pub use entitlement::{Decided, Judge, NewCheck, add_entitlement, entitlements};
pub use event::{append, events, events_after, events_of};
pub use list::{
    CaseFilter, count, latest_of, open_ids, open_ids_of_agreement, open_ids_of_customer, page,
};
pub use mark::{Mark, tell, told, told_of};
pub use note::{Note, add_note, notes};
pub use obligation::{
    StoredObligation, add_obligations, obligations, obligations_of, replace_obligations,
};
pub use order::{CaseCursor, CaseOrder, CaseSort};
pub use people::{Part, add_person, names, people, people_of, remove_person, set_part};
pub use row::{
    CaseRow, Digest, Frozen, by_ids, found_by, get, ids_after, insert, is_listed_open, of_caller,
    set_digests, set_links,
};
