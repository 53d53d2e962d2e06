//! Files that come in and go out, whatever they belong to.

use store::StoreError;
use store::attachment::Attachment;
use store::files::{StoredFile, Upload};

use crate::ctx::Ctx;
use crate::error::{Error, Kind, Result, TOO_LARGE};
use crate::message::Text;

/// Most bytes of one file.
pub const MAX_FILE: u64 = 50 * 1024 * 1024;
/// Longest name of a file, in characters.
pub(crate) const MAX_NAME: usize = 200;
const UNKNOWN_TYPE: &str = "application/octet-stream";

/// A file that is being received. Nothing of it counts before it is attached to something.
#[derive(Debug)]
pub struct Receiving(Upload);

/// A stored file to send.
#[derive(Debug)]
pub struct Download {
    pub name: String,
    /// What the sender said it is; not to be believed.
    pub media_type: String,
    pub size: i64,
    pub file: tokio::fs::File,
}

impl Receiving {
    pub(crate) async fn begin(ctx: &Ctx) -> Result<Self> {
        Ok(Self(ctx.app.files.upload(MAX_FILE).await?))
    }

    /// Takes the next bytes; too many in all are refused.
    pub async fn write(&mut self, bytes: &[u8]) -> Result<()> {
        self.0.write(bytes).await.map_err(|error| match error {
            StoreError::TooLarge { .. } => too_large(),
            other => other.into(),
        })
    }

    /// The hash of what has arrived.
    pub fn hash(&self) -> String {
        self.0.so_far().to_string()
    }

    /// Makes the file durable.
    pub(crate) async fn finish(self) -> Result<StoredFile> {
        Ok(self.0.finish().await?)
    }
}

impl Download {
    /// Opens what was attached; the caller has checked that its subject is visible.
    pub(crate) async fn open(ctx: &Ctx, stored: Attachment) -> Result<Self> {
        Ok(Self {
            file: ctx.app.files.read(&stored.hash).await?,
            name: stored.name,
            media_type: stored.media_type,
            size: stored.size,
        })
    }
}

/// The refusal of a file beyond [`MAX_FILE`].
pub fn too_large() -> Error {
    Error::new(
        Kind::TooLarge,
        Text::from(TOO_LARGE).with("limit", "50 MiB"),
    )
}

/// A media type fit for a header: type, slash, subtype, nothing else.
pub(crate) fn safe_type(given: &str) -> &str {
    let essence = given.split(';').next().unwrap_or_default().trim();
    let plain = |part: &str| {
        !part.is_empty()
            && part
                .bytes()
                .all(|b| b.is_ascii_alphanumeric() || b"-.+".contains(&b))
    };
    let is_safe = essence.len() <= 100
        && essence
            .split_once('/')
            .is_some_and(|(kind, sub)| plain(kind) && plain(sub));
    if is_safe { essence } else { UNKNOWN_TYPE }
}
