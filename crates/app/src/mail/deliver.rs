//! Delivering a letter: what the worker asks for before it sends, and what it tells afterwards.

use jiff::SignedDuration;
use serde_json::json;
use store::job::{self, Claim};
use store::mail::{self, Mail};
use store::{AuditEntry, Receipt};

use crate::ctx::App;
use crate::error::Result;
use crate::notices::{MAIL_FAILED, tell_administrators};
use crate::settings::{self, MailSettings};
use crate::work::SERVICE;

/// A letter is given up when it could not be delivered for so long.
const PATIENCE: SignedDuration = SignedDuration::from_hours(72);
const FIRST_PAUSE: SignedDuration = SignedDuration::from_secs(30);
const LONGEST_PAUSE: SignedDuration = SignedDuration::from_hours(1);

/// A letter ready to go.
#[derive(Debug)]
pub struct Letter {
    pub mail: Mail,
    /// The server it goes out through; without one it goes into the folder of letters.
    pub server: Option<MailSettings>,
    claim: Claim,
}

/// Why a letter did not go out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotSent {
    /// The server refused it for good, for example because the recipient is unknown.
    Refused(String),
    /// It may work later.
    Later(String),
}

/// The letter a job is about; `None` when there is nothing to send any more, and the job is then settled.
pub async fn next(app: &App, claim: Claim) -> Result<Option<Letter>> {
    let mut read = app.db.read().await?;
    let open = mail::get(&mut read, &claim.subject)
        .await?
        .filter(|mail| mail.sent_at.is_none() && mail.failed_at.is_none());
    let Some(mail) = open else {
        drop(read);
        job::dismiss(&app.db, &claim).await?;
        return Ok(None);
    };
    let (settings, _) = settings::load(&mut read).await?;
    Ok(Some(Letter {
        mail,
        server: settings.mail,
        claim,
    }))
}

/// Notes that the server took the letter.
pub async fn sent(app: &App, letter: Letter) -> Result<()> {
    let mut tx = app.db.begin(app.origin(SERVICE)).await?;
    mail::sent(&mut tx, &letter.mail.id).await?;
    let entry = AuditEntry::new("mail.send", "mail", &letter.mail.id)
        .detail(json!({ "person": letter.mail.person, "attempt": letter.mail.attempts + 1 }));
    Ok(tx
        .finish(Receipt::new(entry).completes(letter.claim))
        .await?)
}

/// Puts the letter back with a growing pause, or gives it up and tells the administrators.
pub async fn not_sent(app: &App, letter: Letter, why: NotSent) -> Result<()> {
    let now = app.now();
    match why {
        NotSent::Later(why) if now < letter.mail.written_at + PATIENCE => {
            mail::tried(&app.db, &letter.mail.id, &why).await?;
            let next = now + pause(letter.mail.attempts);
            Ok(job::postpone(&app.db, &letter.claim, next).await?)
        }
        NotSent::Later(why) | NotSent::Refused(why) => give_up(app, letter, &why).await,
    }
}

async fn give_up(app: &App, letter: Letter, why: &str) -> Result<()> {
    let mail = &letter.mail;
    let mut tx = app.db.begin(app.origin(SERVICE)).await?;
    mail::failed(&mut tx, &mail.id, why).await?;
    let entry = AuditEntry::new("mail.give_up", "mail", &mail.id)
        .detail(json!({ "person": mail.person, "why": why }));
    let receipt = Receipt::new(entry).completes(letter.claim.clone());
    // Once a day and address: the letters that tell of it may fail as well.
    let day = app.now().strftime("%Y-%m-%d").to_string();
    let receipt = tell_administrators(
        app,
        &mut tx,
        receipt,
        MAIL_FAILED,
        &mail.id,
        &json!({ "address": mail.address, "why": why }),
        &format!("{MAIL_FAILED}/{}/{day}", mail.address),
    )
    .await?;
    Ok(tx.finish(receipt).await?)
}

/// 30 s, 1 min, 2 min … up to an hour.
fn pause(attempts: u32) -> SignedDuration {
    (FIRST_PAUSE * 2_i32.pow(attempts.min(16))).min(LONGEST_PAUSE)
}
