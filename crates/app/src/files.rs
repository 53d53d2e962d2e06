//! Files that come in and go out, whatever they belong to.

use store::StoreError;
use store::attachment::Attachment;
use store::files::{ContentHash, StoredFile, Upload};
use tokio::io::AsyncReadExt as _;

use crate::ctx::Ctx;
use crate::error::{Error, Kind, Result, TOO_LARGE};
use crate::message::Text;

/// Most bytes of one file.
pub const MAX_FILE: u64 = 50 * 1024 * 1024;
/// Longest name of a file, in characters.
pub(crate) const MAX_NAME: usize = 200;
/// Bytes that tell the kind of a file.
const HEAD: u64 = 12;
const UNKNOWN_TYPE: &str = "application/octet-stream";

crate::messages! {
    EMPTY_FILE = "empty-file", "文件是空的，请重新选择。", "The file is empty; choose it again.";
    NO_PICTURE = "no-picture", "文件内容不是图片，不能作为照片。请换成照片，或另选资料类别。",
        "The file holds no picture, so it cannot be a photo. Choose a photo, or another kind of record.";
    MISNAMED_PICTURE = "misnamed-picture", "文件名是图片，内容却不是。请换一张照片，或改用真实的文件类型。",
        "The file is named as a picture and holds none. Choose a photo, or give the file its true type.";
}

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

/// The first bytes of a stored file, enough to tell its kind.
pub(crate) async fn head(ctx: &Ctx, hash: &ContentHash) -> Result<Vec<u8>> {
    let mut head = Vec::new();
    let file = ctx.app.files.read(hash).await?;
    file.take(HEAD)
        .read_to_end(&mut head)
        .await
        .map_err(Error::internal)?;
    Ok(head)
}

/// Whether a file that begins so is a PNG, JPEG or WebP picture or a PDF: kinds that are shown as they are.
pub(crate) fn is_picture_or_pdf(head: &[u8]) -> bool {
    is_common_picture(head) || head.starts_with(b"%PDF-")
}

fn is_common_picture(head: &[u8]) -> bool {
    shown_type(head).is_some_and(|kind| kind != "image/gif")
}

/// Whether a file that begins so is a picture that a camera, a telephone or a scanner makes.
fn is_picture(head: &[u8]) -> bool {
    const BEGINNINGS: [&[u8]; 4] = [b"GIF8", b"BM", b"II*\0", b"MM\0*"];
    const OF_TELEPHONES: [&[u8]; 6] = [b"heic", b"heix", b"heif", b"mif1", b"msf1", b"avif"];
    let is_of_telephone = head.get(4..8) == Some(b"ftyp")
        && head
            .get(8..12)
            .is_some_and(|brand| OF_TELEPHONES.contains(&brand));
    is_common_picture(head)
        || is_of_telephone
        || BEGINNINGS.iter().any(|begins| head.starts_with(begins))
}

/// What a file is put on record as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Filed {
    /// A photo, which people look at.
    Photo,
    /// Any file.
    File,
}

/// Pictures that a browser shows.
const SHOWN: [&str; 4] = ["image/png", "image/jpeg", "image/webp", "image/gif"];

/// The kind of picture that begins so, where a browser shows it.
fn shown_type(head: &[u8]) -> Option<&'static str> {
    let webp = head.starts_with(b"RIFF") && head.get(8..12) == Some(b"WEBP");
    [
        (head.starts_with(b"\x89PNG\r\n\x1a\n"), SHOWN[0]),
        (head.starts_with(b"\xff\xd8\xff"), SHOWN[1]),
        (webp, SHOWN[2]),
        (head.starts_with(b"GIF8"), SHOWN[3]),
    ]
    .into_iter()
    .find_map(|(is, kind)| is.then_some(kind))
}

/// Refuses a file without content, and one that is to be a photo, or says it is one, and holds no picture. Returns what to
/// put on record as its media type: of a picture what it holds, for a camera's file without an extension says nothing of
/// itself; otherwise what its sender said.
pub(crate) async fn check(
    ctx: &Ctx,
    stored: &StoredFile,
    filed: Filed,
    said: &str,
) -> Result<String> {
    if stored.size == 0 {
        return Err(Error::field("", EMPTY_FILE));
    }
    let head = head(ctx, &stored.hash).await?;
    let refused = match filed {
        Filed::Photo => Some(NO_PICTURE),
        Filed::File if SHOWN.contains(&said) => Some(MISNAMED_PICTURE),
        Filed::File => None,
    };
    if let Some(reason) = refused
        && !is_picture(&head)
    {
        return Err(Error::field("", reason));
    }
    Ok(shown_type(&head).unwrap_or(said).to_owned())
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

#[cfg(test)]
mod tests {
    use super::{is_picture, is_picture_or_pdf};

    #[test]
    fn a_photo_is_a_picture_of_any_camera() {
        for head in [
            b"\x89PNG\r\n\x1a\n\0\0\0\r".as_slice(),
            b"\xff\xd8\xff\xe0",
            b"GIF89a",
            b"\0\0\0\x18ftypheic",
            b"RIFF\x10\0\0\0WEBP",
        ] {
            assert!(is_picture(head), "{head:?}");
        }
        for head in [b"%PDF-1.7".as_slice(), b"hello", b"\0\0\0\x18ftypmp42", b""] {
            assert!(!is_picture(head), "{head:?}");
        }
    }

    #[test]
    fn a_file_is_what_it_holds() {
        for head in [
            b"\x89PNG\r\n\x1a\n\0\0\0\r".as_slice(),
            b"\xff\xd8\xff\xe0",
            b"RIFF\x10\0\0\0WEBP",
            b"%PDF-1.7",
        ] {
            assert!(is_picture_or_pdf(head), "{head:?}");
        }
        for head in [
            b"<html><script>".as_slice(),
            b"<svg xmlns=",
            b"RIFF\x10\0\0\0WAVE",
            b"",
        ] {
            assert!(!is_picture_or_pdf(head), "{head:?}");
        }
    }
}
