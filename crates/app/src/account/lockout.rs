//! A growing wait after wrong passwords, by the name that was tried: at sign-in, and wherever a password is asked again.

use domain::ids::PersonId;
use jiff::{SignedDuration, Timestamp};
use store::session::{self, Guard};
use store::{AuditEntry, Conn, Origin, Receipt, Tx};

use super::{LOCKED, token};
use crate::ctx::App;
use crate::error::{Error, Kind, Result};
use crate::message::Text;

/// Failures that are forgiven; each further one doubles the wait.
const FORGIVEN: i64 = 5;
const FIRST_WAIT: SignedDuration = SignedDuration::from_secs(30);
const LONGEST_WAIT: SignedDuration = SignedDuration::from_hours(1);

/// Under which key the failures of a name are counted: names differ by more than their case.
pub(super) fn key(login: &str) -> String {
    token::hash(&login.to_lowercase())
}

/// Waits until no other attempt under the same name is counted: of many that were sent at once each sees the wait that those
/// before it caused.
pub(super) async fn alone(tx: &mut Tx, key: &str) -> Result<()> {
    Ok(tx.alone(&format!("sign-in/{key}")).await?)
}

/// Refuses while a wait runs, before any password is looked at.
pub(super) async fn refuse_locked(conn: &mut Conn, key: &str, now: Timestamp) -> Result<()> {
    let wait = session::guard(conn, key)
        .await?
        .locked_until
        .duration_since(now);
    if wait.is_positive() {
        return Err(locked(wait));
    }
    Ok(())
}

/// Counts a wrong password of somebody, or of nobody known. The refusal is `wrong`, or tells of the wait it caused. One that
/// was looked at while others caused a wait is refused as if it had come later, and tells nothing of the password.
pub(super) async fn note_failure(
    app: &App,
    request: &str,
    who: Option<PersonId>,
    key: &str,
    wrong: Error,
) -> Result<Error> {
    let now = app.now();
    let origin = Origin {
        actor: who.map_or_else(|| "anonymous".into(), |person| person.to_string()),
        request: request.to_owned(),
        at: now,
    };
    let mut tx = app.db.begin(origin).await?;
    alone(&mut tx, key).await?;
    if let Err(locked) = refuse_locked(&mut tx, key, now).await {
        tx.unchanged().await?;
        return Ok(locked);
    }
    let failures = session::guard(&mut tx, key).await?.failures + 1;
    let wait = wait_after(failures);
    let guard = Guard {
        failures,
        locked_until: now + wait,
    };
    session::set_guard(&mut tx, key, guard).await?;
    let entry = AuditEntry::new("session.refuse", "login", key)
        .detail(serde_json::json!({ "failures": failures, "locked_seconds": wait.as_secs() }));
    tx.finish(Receipt::new(entry)).await?;
    Ok(if wait.is_zero() { wrong } else { locked(wait) })
}

fn locked(wait: SignedDuration) -> Error {
    Error::new(
        Kind::TooOften(wait),
        Text::from(LOCKED).with("seconds", wait.as_secs().max(1)),
    )
}

fn wait_after(failures: i64) -> SignedDuration {
    if failures < FORGIVEN {
        return SignedDuration::ZERO;
    }
    let doublings = u32::try_from(failures - FORGIVEN)
        .unwrap_or(u32::MAX)
        .min(10);
    (FIRST_WAIT * 2_i32.pow(doublings)).min(LONGEST_WAIT)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_wait_doubles_up_to_an_hour() {
        assert_eq!(wait_after(4), SignedDuration::ZERO);
        assert_eq!(wait_after(5), SignedDuration::from_secs(30));
        assert_eq!(wait_after(7), SignedDuration::from_secs(120));
        assert_eq!(wait_after(i64::MAX), LONGEST_WAIT);
    }
}
