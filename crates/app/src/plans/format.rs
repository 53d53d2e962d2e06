//! Plans as files: TOML for people, JSON for programs. Both hold the same document.

use domain::plan::Plan;
use serde::Deserialize;
use utoipa::ToSchema;

use super::places::Places;
use crate::language::Language;
use crate::message::Text;
use crate::shape;

/// A file format of plans.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Format {
    Toml,
    Json,
}

crate::messages! {
    NO_TOML = "no-toml", "从这里起不是有效的 TOML：请检查引号、括号、等号和重复的键。",
        "This is no TOML from here on: check quotes, brackets, equals signs and keys given twice.";
    NO_JSON = "no-json", "从这里起不是有效的 JSON：请检查引号、括号、逗号和冒号。",
        "This is no JSON from here on: check quotes, brackets, commas and colons.";
    MISSING = "missing-field", "缺少必填项 {name}：请补上。", "{name} is missing: add it.";
    UNKNOWN = "unknown-plan-field", "没有名为 {name} 的项：请检查拼写，或删除它。", "There is no field {name}: check its spelling, or remove it.";
}

/// Why a text is not a plan, and where. Lines and columns count from 1, columns in characters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unreadable {
    pub line: usize,
    pub column: usize,
    /// The place in the document as a JSON pointer; empty where the text as a whole cannot be read.
    pub pointer: String,
    pub why: Text,
}

impl Unreadable {
    /// What is wrong and what to do, with the place in the document.
    pub fn say(&self, language: Language) -> String {
        let why = self.why.say(language);
        if self.pointer.is_empty() {
            why
        } else {
            format!("{}: {why}", self.pointer)
        }
    }
}

impl std::fmt::Display for Unreadable {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (line, column) = (self.line, self.column);
        let said = self.say(Language::English);
        write!(f, "line {line}, column {column}: {said}")
    }
}

impl std::error::Error for Unreadable {}

/// Reads a plan.
pub fn read(text: &str, format: Format) -> Result<Plan, Unreadable> {
    let text = text.trim_start_matches('\u{feff}');
    match format {
        Format::Toml => from_toml(text),
        Format::Json => from_json(text),
    }
}

fn from_toml(text: &str) -> Result<Plan, Unreadable> {
    let no_toml = |error: &toml::de::Error| {
        let at = error.span().map_or(0, |span| span.start);
        let (line, column) = Places::of(text, Format::Toml).place(at);
        Unreadable {
            line,
            column,
            pointer: String::new(),
            why: NO_TOML.into(),
        }
    };
    let reader = toml::Deserializer::parse(text).map_err(|error| no_toml(&error))?;
    serde_path_to_error::deserialize(reader).map_err(|error| {
        let at = error.inner().span().map_or(0, |span| span.start);
        let why = error.inner().message().to_owned();
        wrong(text, Format::Toml, error.path(), &why, at)
    })
}

fn from_json(text: &str) -> Result<Plan, Unreadable> {
    let mut reader = serde_json::Deserializer::from_str(text);
    let no_json = |error: &serde_json::Error| Unreadable {
        line: error.line().max(1),
        column: error.column().max(1),
        pointer: String::new(),
        why: NO_JSON.into(),
    };
    let plan = serde_path_to_error::deserialize(&mut reader).map_err(|error| {
        let path = error.path().clone();
        let inner = error.into_inner();
        if !inner.is_data() {
            return no_json(&inner);
        }
        let why = inner.to_string();
        let why = why.rsplit_once(" at line ").map_or(&*why, |(why, _)| why);
        wrong(text, Format::Json, &path, why, 0)
    })?;
    reader.end().map_err(|error| no_json(&error))?;
    Ok(plan)
}

/// What does not have the expected form, where it stands: at `at` or at its path, whichever is the nearer.
fn wrong(
    text: &str,
    format: Format,
    path: &serde_path_to_error::Path,
    why: &str,
    at: usize,
) -> Unreadable {
    let pointer = shape::pointer(path, why);
    let places = Places::of(text, format);
    let (line, column) = places.place(places.offset(&pointer).max(at));
    let named = |message| Text::from(message).with("name", shape::named(why).unwrap_or_default());
    Unreadable {
        line,
        column,
        why: if why.starts_with("missing field") {
            named(MISSING)
        } else if why.starts_with("unknown field") {
            named(UNKNOWN)
        } else {
            shape::told(why)
        },
        pointer,
    }
}

/// Writes a plan, as [`read`] reads it.
pub fn write(plan: &Plan, format: Format) -> String {
    match format {
        Format::Toml => {
            toml::to_string_pretty(plan).expect("a plan holds nothing that TOML cannot say")
        }
        Format::Json => {
            serde_json::to_string_pretty(plan).expect("a plan holds nothing that JSON cannot say")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::plan::templates::TEMPLATES;

    #[test]
    fn every_template_survives_both_formats() {
        for template in TEMPLATES {
            let plan = read(template.toml, Format::Toml).expect(template.id);
            for format in [Format::Toml, Format::Json] {
                assert_eq!(
                    read(&write(&plan, format), format).as_ref(),
                    Ok(&plan),
                    "{} {format:?}",
                    template.id
                );
            }
        }
    }

    #[test]
    fn what_cannot_be_read_is_told_with_its_place_in_both_languages() {
        let from = |text: &str, format| read(text, format).expect_err(text);
        let error = from("title = \"a\"\ntrade = 3\n", Format::Toml);
        assert_eq!((error.line, error.column), (2, 9), "{error}");
        assert_eq!(error.say(Language::Chinese), "/trade: 这里应为文本。");
        let error = from("{\n  \"title\": 3\n}", Format::Json);
        assert_eq!((error.line, error.column), (2, 12), "{error}");
        let error = from("title = \"a\"\ncolour = 1\n", Format::Toml);
        assert_eq!(error.line, 2, "{error}");
        assert!(error.say(Language::Chinese).contains("colour"), "{error}");
        let error = from("title = \"a\ntrade = \"b\"\n", Format::Toml);
        assert_eq!((error.line, error.why.message), (1, NO_TOML), "{error}");
        let error = from("{\n\"title\" \"a\"}", Format::Json);
        assert_eq!((error.line, error.why.message), (2, NO_JSON), "{error}");
    }

    /// What is wrong inside a promise, whose fields are read only once its kind is known.
    #[test]
    fn what_is_wrong_inside_a_promise_is_told_with_its_clause() {
        let toml = TEMPLATES[6].toml;
        let plan = read(toml, Format::Toml).expect("the template reads");
        for (format, text) in [
            (Format::Toml, toml.to_owned()),
            (Format::Json, write(&plan, Format::Json)),
        ] {
            let half = text.replacen("natural:PT30M", "half an hour", 1);
            let error = read(&half, format).expect_err("no limit");
            assert!(error.pointer.starts_with("/clauses/3/promise"), "{error}");
            assert!(error.say(Language::Chinese).contains("natural:PT24H"));
            let clause = Places::of(&half, format).find("/clauses/3");
            assert!(error.line > clause.0, "{error} not before {clause:?}");
            let no_end = text.replacen("otherwise", "otherwise2", 1);
            let error = read(&no_end, format).expect_err("a name is wrong");
            assert!(error.say(Language::Chinese).contains("otherwise2"));
        }
    }
}
