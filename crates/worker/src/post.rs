//! Sending letters: through a mail server, or into a folder while none is set.

use std::path::{Path, PathBuf};
use std::time::Duration;

use app::mail::{Letter, NotSent};
use app::settings::{MailSecurity, MailSettings};
use lettre::Address;
use lettre::message::header::{ContentType, HeaderName, HeaderValue};
use lettre::message::{Mailbox, Message};
use lettre::transport::smtp::Error as SmtpError;
use lettre::transport::smtp::authentication::{Credentials, DEFAULT_MECHANISMS};
use lettre::transport::smtp::client::{AsyncSmtpConnection, TlsParameters};
use lettre::transport::smtp::commands::{Data, Mail, Rcpt};
use lettre::transport::smtp::extension::{ClientId, MailParameter};
use std::time::SystemTime;

/// The server must answer each step within this time; well below the lease of a task.
const TIMEOUT: Duration = Duration::from_secs(20);
/// The sender while no mail server is set.
const NOBODY: &str = "jiannuo@localhost.localdomain";

/// Where letters go out.
#[derive(Debug, Clone)]
pub struct Outbox {
    folder: PathBuf,
}

impl Outbox {
    /// Letters go into `folder` as `ID.eml` while no mail server is set.
    pub fn new(folder: PathBuf) -> Self {
        Self { folder }
    }

    pub(crate) async fn send(&self, letter: &Letter) -> Result<(), NotSent> {
        let message = message(letter)?;
        match &letter.server {
            Some(server) => by_smtp(server, &message).await,
            None => into_folder(&self.folder, &letter.mail.id, &message.formatted()).await,
        }
    }
}

/// The letter as RFC 5322 has it. Header values are encoded by the library, addresses are parsed, so that no text of
/// others becomes a header.
fn message(letter: &Letter) -> Result<Message, NotSent> {
    let mail = &letter.mail;
    let to = address(&mail.address)?;
    let from = address(letter.server.as_ref().map_or(NOBODY, |server| &server.from))?;
    let id = format!("<{}@{}>", mail.id, from.domain());
    let written = u64::try_from(mail.written_at.as_second()).unwrap_or_default();
    Message::builder()
        .from(Mailbox::new(None, from))
        .to(Mailbox::new(None, to))
        .subject(&mail.subject)
        .date(SystemTime::UNIX_EPOCH + Duration::from_secs(written))
        .message_id(Some(id))
        .raw_header(HeaderValue::new(
            HeaderName::new_from_ascii_str("Auto-Submitted"),
            "auto-generated".to_owned(),
        ))
        .header(ContentType::TEXT_PLAIN)
        .body(mail.body.clone())
        .map_err(|error| NotSent::Refused(error.to_string()))
}

fn address(text: &str) -> Result<Address, NotSent> {
    text.parse()
        .map_err(|error| NotSent::Refused(format!("{text}: {error}")))
}

/// Only the word that there is no such recipient is about this letter and for good. A password that is wrong, a sender that
/// is not let through, a server that takes nothing today are put right by somebody, and then the letter goes out.
async fn by_smtp(server: &MailSettings, message: &Message) -> Result<(), NotSent> {
    let later = |error: SmtpError| NotSent::Later(told(&error));
    let mut session = session(server).await.map_err(later)?;
    let sent = hand_over(&mut session, message).await;
    // The server has taken the letter, or has not; how it says good-bye changes nothing.
    session.abort().await;
    sent
}

async fn hand_over(session: &mut AsyncSmtpConnection, message: &Message) -> Result<(), NotSent> {
    let later = |error: SmtpError| NotSent::Later(told(&error));
    let envelope = message.envelope();
    let addresses = || envelope.from().into_iter().chain(envelope.to());
    let is_plain = addresses().all(|address| AsRef::<str>::as_ref(address).is_ascii());
    let parameters = if is_plain {
        Vec::new()
    } else {
        vec![MailParameter::SmtpUtfEight]
    };
    let from = Mail::new(envelope.from().cloned(), parameters);
    session.command(from).await.map_err(later)?;
    for recipient in envelope.to() {
        let to = Rcpt::new(recipient.clone(), Vec::new());
        let answer = session.command(to).await;
        answer.map_err(|error| {
            if error.is_permanent() {
                NotSent::Refused(error.to_string())
            } else {
                later(error)
            }
        })?;
    }
    session.command(Data).await.map_err(later)?;
    let taken = session.message(&message.formatted()).await;
    taken.map(|_| ()).map_err(later)
}

/// A session with the server, which knows who sends.
async fn session(server: &MailSettings) -> Result<AsyncSmtpConnection, SmtpError> {
    let tls = || TlsParameters::new(server.host.clone());
    let begins_with = match server.security {
        MailSecurity::Tls => Some(tls()?),
        MailSecurity::Starttls | MailSecurity::None => None,
    };
    let (place, own_name) = ((server.host.as_str(), server.port), ClientId::default());
    let mut session =
        AsyncSmtpConnection::connect_tokio1(place, Some(TIMEOUT), &own_name, begins_with, None)
            .await?;
    if matches!(server.security, MailSecurity::Starttls) {
        session.starttls(tls()?, &own_name).await?;
    }
    if !server.username.is_empty() {
        let credentials = Credentials::new(server.username.clone(), server.password.clone());
        session.auth(DEFAULT_MECHANISMS, &credentials).await?;
    }
    Ok(session)
}

/// The error with what caused it: the library's own text leaves that out.
fn told(error: &SmtpError) -> String {
    let mut text = error.to_string();
    let mut cause = std::error::Error::source(error);
    while let Some(deeper) = cause {
        text = format!("{text}: {deeper}");
        cause = deeper.source();
    }
    text.chars().take(500).collect()
}

/// Writes beside the place first, so that a letter in the folder is always whole.
async fn into_folder(folder: &Path, id: &str, bytes: &[u8]) -> Result<(), NotSent> {
    let later = |error: std::io::Error| NotSent::Later(format!("{}: {error}", folder.display()));
    tokio::fs::create_dir_all(folder).await.map_err(later)?;
    let half = folder.join(format!(".{id}.part"));
    tokio::fs::write(&half, bytes).await.map_err(later)?;
    let whole = folder.join(format!("{id}.eml"));
    tokio::fs::rename(&half, &whole).await.map_err(later)
}
