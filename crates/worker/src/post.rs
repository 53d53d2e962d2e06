//! Sending letters: through a mail server, or into a folder while none is set.

use std::path::{Path, PathBuf};
use std::time::Duration;

use app::mail::{Letter, NotSent};
use app::settings::{MailSecurity, MailSettings};
use lettre::message::header::{ContentType, HeaderName, HeaderValue};
use lettre::message::{Mailbox, Message};
use lettre::transport::smtp::authentication::Credentials;
use lettre::transport::smtp::client::{Tls, TlsParameters};
use lettre::transport::smtp::{AsyncSmtpTransport, Error as SmtpError};
use lettre::{Address, AsyncTransport, Tokio1Executor};
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
            Some(server) => by_smtp(server, message).await,
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

async fn by_smtp(server: &MailSettings, message: Message) -> Result<(), NotSent> {
    let transport = transport(server).map_err(|error| NotSent::Later(error.to_string()))?;
    match transport.send(message).await {
        Ok(_) => Ok(()),
        Err(error) if error.is_permanent() => Err(NotSent::Refused(error.to_string())),
        Err(error) => Err(NotSent::Later(told(&error))),
    }
}

fn transport(server: &MailSettings) -> Result<AsyncSmtpTransport<Tokio1Executor>, SmtpError> {
    let tls = match server.security {
        MailSecurity::Tls => Tls::Wrapper(TlsParameters::new(server.host.clone())?),
        MailSecurity::Starttls => Tls::Required(TlsParameters::new(server.host.clone())?),
        MailSecurity::None => Tls::None,
    };
    let mut builder = AsyncSmtpTransport::<Tokio1Executor>::builder_dangerous(&server.host)
        .port(server.port)
        .tls(tls)
        .timeout(Some(TIMEOUT));
    if !server.username.is_empty() {
        let credentials = Credentials::new(server.username.clone(), server.password.clone());
        builder = builder.credentials(credentials);
    }
    Ok(builder.build())
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
