//! The plan attached to the PDF as a file of its own.

use pdf_extract::{Dictionary, Document, Object};
use pdf_writer::{Finish, Name, Pdf, Ref, Str, TextStr};

use crate::enclosed::Enclosed;

/// The file's name in the list of attachments.
const NAME: &str = "plan.json";
/// What stands before the hash in the attachment's description.
const MARK: &str = "jiannuo plan sha256 ";
/// Most objects looked through for the attachment.
const MOST: usize = 200_000;
/// Largest plan, in bytes.
const LARGEST: usize = 16 * 1024 * 1024;

/// Writes the attachment under `spec` and `file`; the catalog lists `spec`.
pub(super) fn write(pdf: &mut Pdf, (spec, file): (Ref, Ref), enclosed: &Enclosed) {
    let packed = super::write::packed(enclosed.json.as_bytes());
    let mut embedded = pdf.embedded_file(file, &packed);
    embedded.filter(pdf_writer::Filter::FlateDecode);
    embedded.subtype(Name(b"application/json"));
    embedded.finish();
    let description = format!("{MARK}{}", enclosed.sha256);
    let mut entry = pdf.file_spec(spec);
    entry
        .path(Str(NAME.as_bytes()))
        .unic_file(TextStr(NAME))
        .description(TextStr(&description))
        .embedded_file(file);
}

/// The name under which the catalog lists the attachment.
pub(super) const fn name() -> Str<'static> {
    Str(NAME.as_bytes())
}

/// The plan of a PDF, `None` where it carries none.
pub(crate) fn read(bytes: &[u8]) -> Option<Enclosed> {
    // Most files carry nothing of ours, and to take them apart costs as much as to read them.
    if !bytes
        .windows(NAME.len())
        .any(|some| some == NAME.as_bytes())
    {
        return None;
    }
    let document = Document::load_mem(bytes).ok()?;
    document
        .objects
        .values()
        .take(MOST)
        .filter_map(|object| object.as_dict().ok())
        .find_map(|entry| enclosed(&document, entry))
}

fn enclosed(document: &Document, entry: &Dictionary) -> Option<Enclosed> {
    let description = words(entry.get(b"Desc").ok()?)?;
    let sha256 = description.strip_prefix(MARK)?.to_owned();
    let files = entry.get(b"EF").ok()?.as_dict().ok()?;
    let file = files.get(b"F").ok()?.as_reference().ok()?;
    let stream = document.get_object(file).ok()?.as_stream().ok()?;
    Some(Enclosed {
        json: inflated(&stream.content)?,
        sha256,
        printed: None,
    })
}

/// The words a stream holds, unless it unpacks to more than any plan.
fn inflated(packed: &[u8]) -> Option<String> {
    let words = miniz_oxide::inflate::decompress_to_vec_zlib_with_limit(packed, LARGEST).ok()?;
    String::from_utf8(words).ok()
}

/// Our description is plain ASCII, which every writer keeps as bytes or as UTF-16.
fn words(object: &Object) -> Option<String> {
    let bytes = object.as_str().ok()?;
    let ascii: Vec<u8> = bytes
        .iter()
        .copied()
        .filter(u8::is_ascii)
        .filter(|byte| *byte != 0)
        .collect();
    String::from_utf8(ascii).ok()
}
