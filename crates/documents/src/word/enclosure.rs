//! The plan inside the document: a custom XML part, which Word keeps when somebody edits and saves the file.

use std::borrow::Cow;
use std::fmt::Write;

use quick_xml::Reader;
use quick_xml::events::Event;

use super::xml::{self, DECLARATION};
use crate::enclosed::Enclosed;

/// The part's name in the package.
const PART: &str = "customXml/item1.xml";

/// The attribute that holds what was printed.
const PRINTED: &str = "printed";

/// Word numbers the parts anew when it saves; ours is found by its namespace.
const NAMESPACE: &str = "urn:jiannuo:plan";

const RELATIONS: &str = concat!(
    r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#,
    r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">"#,
    r#"<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXmlProps" Target="itemProps1.xml"/>"#,
    r#"</Relationships>"#
);

const PROPERTIES: &str = concat!(
    r#"<?xml version="1.0" encoding="UTF-8" standalone="no"?>"#,
    r#"<ds:datastoreItem xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml" ds:itemID="{5F0E8C7A-3B52-4D0C-9E0B-6A61F2B1C9D4}">"#,
    r#"<ds:schemaRefs><ds:schemaRef ds:uri="urn:jiannuo:plan"/></ds:schemaRefs></ds:datastoreItem>"#
);

/// The parts of the package that hold the plan.
pub(super) fn parts(enclosed: &Enclosed) -> [(&'static str, String); 3] {
    [
        (PART, part(enclosed)),
        ("customXml/_rels/item1.xml.rels", RELATIONS.to_owned()),
        ("customXml/itemProps1.xml", PROPERTIES.to_owned()),
    ]
}

/// The part. What was printed is an attribute: a reader that looks for the plan alone finds nothing else in its text.
fn part(enclosed: &Enclosed) -> String {
    let printed = enclosed
        .printed
        .as_deref()
        .map_or_else(String::new, |lines| {
            format!(r#" {PRINTED}="{}""#, xml::text(&allowed(lines)))
        });
    format!(
        r#"{DECLARATION}<plan xmlns="{NAMESPACE}" sha256="{}"{printed}>{}</plan>"#,
        xml::text(&enclosed.sha256),
        xml::text(&allowed(&enclosed.json))
    )
}

/// A character XML cannot hold is written with JSON's own escape, which changes nothing of what is said.
fn allowed(json: &str) -> String {
    let mut kept = String::with_capacity(json.len());
    for char in json.chars() {
        if xml::allowed(char) {
            kept.push(char);
        } else {
            let _ = write!(kept, "\\u{:04x}", u32::from(char));
        }
    }
    kept
}

/// An attribute's words; one that cannot be taken apart says nothing.
fn unescaped(words: &str) -> String {
    quick_xml::escape::unescape(words).map_or_else(|_| String::new(), Cow::into_owned)
}

/// The plan of a part, `None` where the part holds something else.
pub(crate) fn read(part: &str) -> Option<Enclosed> {
    let mut reader = Reader::from_str(part);
    let mut found: Option<Enclosed> = None;
    loop {
        match (reader.read_event().ok()?, &mut found) {
            (Event::Start(element), None) => {
                let attribute = |name: &str| {
                    element
                        .attributes()
                        .filter_map(Result::ok)
                        .find(|it| it.key.as_ref() == name)
                        .map(|it| it.value.to_string())
                };
                if attribute("xmlns")? != NAMESPACE {
                    return None;
                }
                found = Some(Enclosed {
                    json: String::new(),
                    sha256: attribute("sha256")?,
                    printed: attribute(PRINTED).map(|lines| unescaped(&lines)),
                });
            }
            (Event::Text(words), Some(found)) => found.json.push_str(&words.xml10_content()),
            (Event::CData(words), Some(found)) => found.json.push_str(&words.xml10_content()),
            (Event::GeneralRef(reference), Some(found)) => {
                found.json.push_str(&crate::text::resolved(&reference));
            }
            (Event::End(_), Some(_)) => return found,
            (Event::Eof, _) => return None,
            _ => {}
        }
    }
}
