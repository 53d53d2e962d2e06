//! Plans as files: TOML for people, JSON for programs. Both hold the same document.

use domain::plan::Plan;
use serde::Deserialize;
use utoipa::ToSchema;

/// A file format of plans.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Format {
    Toml,
    Json,
}

/// Why a text is not a plan, and where. Lines and columns count from 1, columns in characters.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("line {line}, column {column}: {why}")]
pub struct Unreadable {
    pub line: usize,
    pub column: usize,
    pub why: String,
}

/// Reads a plan.
pub fn read(text: &str, format: Format) -> Result<Plan, Unreadable> {
    let text = text.trim_start_matches('\u{feff}');
    match format {
        Format::Toml => toml::from_str(text).map_err(|error| {
            let (line, column) = error.span().map_or((1, 1), |span| place(text, span.start));
            Unreadable {
                line,
                column,
                why: error.message().to_owned(),
            }
        }),
        Format::Json => serde_json::from_str(text).map_err(|error| {
            let why = error.to_string();
            let why = why
                .rsplit_once(" at line ")
                .map_or(why.as_str(), |(why, _)| why)
                .to_owned();
            Unreadable {
                line: error.line().max(1),
                column: error.column().max(1),
                why,
            }
        }),
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

/// The line and column of a JSON pointer in a file, or of the nearest thing around it that stands there.
pub fn locate(text: &str, format: Format, pointer: &str) -> Option<(usize, usize)> {
    let parts: Vec<&str> = pointer.split('/').skip(1).collect();
    let at = match format {
        Format::Toml => in_toml(text, &parts)?,
        Format::Json => super::format::json_place::find(text, &parts)?,
    };
    Some(place(text, at))
}

fn in_toml(text: &str, parts: &[&str]) -> Option<usize> {
    use toml::de::{DeTable, DeValue};
    let root = DeTable::parse(text).ok()?;
    let mut at = root.span().start;
    let mut here = DeValue::Table(root.into_inner());
    for part in parts {
        let next = match here {
            DeValue::Table(mut table) => table.remove(*part),
            DeValue::Array(items) => part
                .parse::<usize>()
                .ok()
                .and_then(|index| items.into_iter().nth(index)),
            _ => None,
        };
        let Some(next) = next else { break };
        at = next.span().start;
        here = next.into_inner();
    }
    Some(at)
}

fn place(text: &str, at: usize) -> (usize, usize) {
    let before = text.get(..at).unwrap_or(text);
    let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
    (
        before.matches('\n').count() + 1,
        before[line_start..].chars().count() + 1,
    )
}

mod json_place {
    /// The offset of a JSON pointer's value, or of the nearest value around it. The text is known to be JSON.
    pub(super) fn find(text: &str, parts: &[&str]) -> Option<usize> {
        let mut scanner = Scanner {
            bytes: text.as_bytes(),
            at: 0,
        };
        scanner.space();
        let mut found = scanner.at;
        for part in parts {
            if !scanner.enter(part)? {
                break;
            }
            found = scanner.at;
        }
        Some(found)
    }

    struct Scanner<'a> {
        bytes: &'a [u8],
        at: usize,
    }

    impl Scanner<'_> {
        fn space(&mut self) {
            while self
                .peek()
                .is_some_and(|byte| byte.is_ascii_whitespace() || byte == b',' || byte == b':')
            {
                self.at += 1;
            }
        }

        fn peek(&self) -> Option<u8> {
            self.bytes.get(self.at).copied()
        }

        /// Moves to the entry or element named, if the value here has one.
        fn enter(&mut self, part: &str) -> Option<bool> {
            let is_map = match self.peek()? {
                b'{' => true,
                b'[' => false,
                _ => return Some(false),
            };
            self.at += 1;
            let mut index = 0_usize;
            loop {
                self.space();
                if matches!(self.peek()?, b'}' | b']') {
                    return Some(false);
                }
                let here = if is_map {
                    let start = self.at;
                    self.value()?;
                    let name = self.bytes.get(start + 1..self.at - 1)? == part.as_bytes();
                    self.space();
                    name
                } else {
                    part.parse() == Ok(index)
                };
                if here {
                    return Some(true);
                }
                self.value()?;
                index += 1;
            }
        }

        /// Passes over one value.
        fn value(&mut self) -> Option<()> {
            let mut depth = 0_usize;
            loop {
                match self.peek()? {
                    b'"' => self.string()?,
                    b'{' | b'[' => {
                        depth += 1;
                        self.at += 1;
                    }
                    b'}' | b']' => {
                        depth -= 1;
                        self.at += 1;
                    }
                    _ => self.at += 1,
                }
                let ended = matches!(self.peek(), None | Some(b',' | b':' | b'}' | b']'));
                let string_ended = self.bytes.get(self.at - 1) == Some(&b'"');
                if depth == 0
                    && (ended
                        || string_ended
                        || matches!(self.bytes.get(self.at - 1), Some(b'}' | b']')))
                {
                    return Some(());
                }
            }
        }

        fn string(&mut self) -> Option<()> {
            self.at += 1;
            loop {
                match self.peek()? {
                    b'\\' => self.at += 2,
                    b'"' => {
                        self.at += 1;
                        return Some(());
                    }
                    _ => self.at += 1,
                }
            }
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
    fn what_cannot_be_read_is_told_with_its_place() {
        let error =
            read("title = \"a\"\ntrade = 3\n", Format::Toml).expect_err("a number is no trade");
        assert_eq!((error.line, error.column), (2, 9), "{error}");
        let error = read("{\n  \"title\": 3\n}", Format::Json).expect_err("a number is no title");
        assert_eq!(error.line, 2, "{error}");
        let error =
            read("title = \"a\"\ncolour = 1\n", Format::Toml).expect_err("an unknown field");
        assert!(error.why.contains("colour"), "{error}");
    }

    #[test]
    fn a_pointer_is_found_in_either_format() {
        let plan = read(TEMPLATES[6].toml, Format::Toml).expect("the template reads");
        let pointer = "/clauses/0/promise/rows/1/bound/limit";
        let json = write(&plan, Format::Json);
        let (line, column) = locate(&json, Format::Json, pointer).expect("it is there");
        let text: String = json
            .lines()
            .nth(line - 1)
            .expect("the line")
            .chars()
            .skip(column - 1)
            .collect();
        assert!(text.starts_with("\"natural:PT30M\""), "{text}");
        let (line, column) = locate(TEMPLATES[6].toml, Format::Toml, pointer).expect("it is there");
        let text: String = TEMPLATES[6]
            .toml
            .lines()
            .nth(line - 1)
            .expect("the line")
            .chars()
            .skip(column - 1)
            .collect();
        assert!(text.starts_with("\"natural:PT30M\""), "{text}");
    }
}
