use store::Origin;

pub(crate) const NOW: &str = "2026-11-22T01:00:00Z";

pub(crate) fn origin(actor: &str) -> Origin {
    Origin {
        actor: actor.into(),
        request: "request-1".into(),
        at: NOW.parse().unwrap(),
    }
}
