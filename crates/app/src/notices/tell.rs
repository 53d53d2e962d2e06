//! Telling people something, inside the transaction of what is told.

use std::collections::BTreeMap;

use domain::access::Role;
use domain::ids::{NoticeId, PersonId};
use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};
use store::notice::{self, Notice};
use store::{Event, Receipt, Timer, Tx, person};

use super::wording::is_urgent;
use crate::ctx::App;
use crate::error::Result;
use crate::mail::GATHER;

/// Topic of the event that open pages follow.
const TOPIC: &str = "notice";

/// Something to tell one person.
#[derive(Debug, Clone, PartialEq)]
pub struct Telling {
    pub person: PersonId,
    /// One of the kinds that [`super::wording()`] knows.
    pub kind: &'static str,
    /// Id of what it is about.
    pub subject: String,
    pub params: Value,
    /// The same key is told once per person.
    pub dedup: String,
}

/// Writes notices and lets `receipt` announce them: to open pages at once, by mail after a short while in which
/// further ones may join the letter. Returns how many were new.
pub async fn tell(
    app: &App,
    tx: &mut Tx,
    mut receipt: Receipt,
    told: Vec<Telling>,
) -> Result<(Receipt, u32)> {
    let at = tx.at();
    let notices: Vec<Notice> = told
        .into_iter()
        .map(|telling| Notice {
            id: NoticeId::new(app.uuid()),
            person: telling.person,
            kind: telling.kind.to_owned(),
            subject: telling.subject,
            params: telling.params,
            dedup: telling.dedup,
            at,
            read_at: None,
        })
        .collect();
    let new = notice::insert(tx, &notices).await?;
    let mut timers: BTreeMap<PersonId, Timer> = BTreeMap::new();
    for notice in notices.iter().filter(|notice| new.contains(&notice.id)) {
        let event = Event::new(TOPIC, notice.id, json!({ "kind": notice.kind }));
        receipt = receipt.event(event.person(notice.person));
        let timer = letter_timer(notice);
        let kept = timers.entry(notice.person).or_insert_with(|| timer.clone());
        if timer.run_at < kept.run_at {
            *kept = timer;
        }
    }
    let receipt = receipt.timers(timers.into_values());
    Ok((receipt, u32::try_from(new.len()).unwrap_or(u32::MAX)))
}

/// Tells everybody who administers the installation, wherever in the company they are.
pub async fn tell_administrators(
    app: &App,
    tx: &mut Tx,
    receipt: Receipt,
    kind: &'static str,
    subject: &str,
    params: &Value,
    dedup: &str,
) -> Result<Receipt> {
    let administrators = person::with_role(tx, Role::Administrator).await?;
    let told = administrators.into_iter().map(|person| Telling {
        person: person.id,
        kind,
        subject: subject.to_owned(),
        params: params.clone(),
        dedup: dedup.to_owned(),
    });
    let (receipt, _) = tell(app, tx, receipt, told.collect()).await?;
    Ok(receipt)
}

/// The timer of the letter a notice goes into. Each transaction sets one of its own, marked by the notice: if all that tell a
/// person moved the same timer, each would wait on PostgreSQL for the commit of the one before. The timers of a span are due
/// together, and whichever is first gathers what all of them are about.
fn letter_timer(notice: &Notice) -> Timer {
    Timer {
        kind: GATHER.to_owned(),
        subject: notice.person.to_string(),
        mark: notice.id.to_string(),
        run_at: gathered_at(notice.at, is_urgent(&notice.kind)),
    }
}

/// The end of the running span of 5 seconds, or of a minute, the same for every notice of the span.
fn gathered_at(at: Timestamp, is_urgent: bool) -> Timestamp {
    let span = if is_urgent { 5_000 } else { 60_000 };
    let rest = span - at.as_millisecond().rem_euclid(span);
    at + SignedDuration::from_millis(rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn notices_of_one_span_share_a_letter() {
        let at = |text: &str| -> Timestamp { text.parse().expect("an instant") };
        let calm = |text| gathered_at(at(text), false);
        assert_eq!(calm("2026-11-22T01:00:00Z"), at("2026-11-22T01:01:00Z"));
        assert_eq!(calm("2026-11-22T01:00:59.999Z"), at("2026-11-22T01:01:00Z"));
        assert_eq!(
            gathered_at(at("2026-11-22T01:00:03Z"), true),
            at("2026-11-22T01:00:05Z")
        );
    }
}
