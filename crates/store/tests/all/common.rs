use jiff::Timestamp;
use store::{AuditEntry, Db, Origin, Receipt, Tx};

pub(crate) const NOW: &str = "2026-11-22T01:00:00Z";

pub(crate) fn now() -> Timestamp {
    NOW.parse().unwrap()
}

pub(crate) fn origin(actor: &str) -> Origin {
    Origin {
        actor: actor.into(),
        request: "request-1".into(),
        at: now(),
    }
}

pub(crate) async fn begin(db: &Db) -> Tx {
    db.begin(origin("anna")).await.unwrap()
}

/// A receipt about nothing in particular.
pub(crate) fn receipt() -> Receipt {
    Receipt::new(AuditEntry::new("test.act", "thing", "thing-1"))
}
