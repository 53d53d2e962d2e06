//! Gathering a person's notices into a letter.

use domain::ids::PersonId;
use jiff::{SignedDuration, Timestamp};
use serde_json::json;
use store::job::{self, Claim};
use store::mail::{self, MAX_GATHERED, Mail};
use store::notice::Notice;
use store::person::{self, Person};
use store::{AuditEntry, Receipt, Timer};

use super::compose::compose;
use super::quiet::quiet_until;
use super::{GATHER, SEND};
use crate::ctx::App;
use crate::error::Result;
use crate::language::Language;
use crate::notices::is_urgent;
use crate::settings::{self, Settings};
use crate::work::SERVICE;

/// The mark of the timer for what one letter left over.
const REST: &str = "rest";

/// Writes the letter that tells a person what waits to be told; in quiet hours what is not urgent waits on. The person may
/// have several timers, one for each transaction that told something: those due together are given together.
pub async fn gather(app: &App, claims: Vec<Claim>) -> Result<()> {
    let now = app.now();
    let Some((first, others)) = claims.split_first() else {
        return Ok(());
    };
    let Ok(id) = first.subject.parse::<PersonId>() else {
        return Ok(job::dismiss_all(&app.db, &claims).await?);
    };
    let mut tx = app.db.begin(app.origin(SERVICE)).await?;
    let waiting = mail::take_waiting(&mut tx, id).await?;
    if waiting.is_empty() {
        tx.unchanged().await?;
        return Ok(job::dismiss_all(&app.db, &claims).await?);
    }
    let person = person::known(&mut tx, id).await?;
    let choice = mail::choice(&mut tx, id).await?;
    let reachable = person.filter(|person| choice.is_wanted && person.deactivated_at.is_none());
    let Some((person, address)) = reachable.and_then(|person| {
        let address = person.email.clone()?;
        Some((person, address))
    }) else {
        mail::pass_over(&mut tx, &waiting).await?;
        let entry = AuditEntry::new("mail.pass_over", "person", id)
            .detail(json!({ "notices": waiting.len() }));
        let receipt = claims
            .into_iter()
            .fold(Receipt::new(entry), Receipt::completes);
        return Ok(tx.finish(receipt).await?);
    };
    let (settings, _) = settings::load(&mut tx).await?;
    let quiet = quiet_end(choice.quiet.as_ref(), &settings, now);
    let (told, later): (Vec<Notice>, Vec<Notice>) = waiting
        .into_iter()
        .partition(|notice| quiet.is_none() || is_urgent(&notice.kind));
    if told.is_empty() {
        tx.unchanged().await?;
        // One timer is enough for the morning. It is there before the others go.
        job::postpone(&app.db, first, quiet.unwrap_or(now)).await?;
        return Ok(job::dismiss_all(&app.db, others).await?);
    }
    let letter = write(app, &person, address, &told, &settings);
    mail::write(&mut tx, &letter, &told).await?;
    let entry = AuditEntry::new("mail.write", "mail", &letter.id)
        .detail(json!({ "person": person.id, "notices": told.len() }));
    let mut receipt = Receipt::new(entry).timer(Timer {
        kind: SEND.to_owned(),
        subject: letter.id.clone(),
        mark: String::new(),
        run_at: now,
    });
    if !later.is_empty() || told.len() >= MAX_GATHERED as usize {
        receipt = receipt.timer(Timer {
            kind: GATHER.to_owned(),
            subject: person.id.to_string(),
            mark: REST.to_owned(),
            run_at: quiet.unwrap_or(now + SignedDuration::from_secs(1)),
        });
    }
    receipt = claims.into_iter().fold(receipt, Receipt::completes);
    Ok(tx.finish(receipt).await?)
}

/// When the quiet hours end that run now: the person's own, or else the company's.
fn quiet_end(
    own: Option<&(String, String)>,
    settings: &Settings,
    now: Timestamp,
) -> Option<Timestamp> {
    let company = settings
        .quiet_hours
        .as_ref()
        .map(|hours| (&hours.from, &hours.to));
    let (from, to) = own.map(|(from, to)| (from, to)).or(company)?;
    quiet_until(now, from, to, &settings.time_zone())
}

fn write(
    app: &App,
    person: &Person,
    address: String,
    told: &[Notice],
    settings: &Settings,
) -> Mail {
    let language: Language = person.language.parse().unwrap_or(settings.language);
    let zone = settings.time_zone();
    let words = compose(&person.name, &settings.company_name, told, &zone, language);
    Mail {
        id: app.uuid().simple().to_string(),
        person: person.id,
        address,
        subject: words.subject,
        body: words.body,
        written_at: app.now(),
        attempts: 0,
        sent_at: None,
        failed_at: None,
        last_error: None,
    }
}
