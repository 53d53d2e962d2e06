//! Where things stand in the text of a plan: the file is looked through once, however many places are asked for.

use std::collections::BTreeMap;

use toml::de::{DeTable, DeValue};

use super::format::Format;

/// The deepest nesting looked into; what lies deeper is found at what holds it.
const MAX_DEPTH: usize = 100;

/// The offset of every value of a file by its JSON pointer.
pub struct Places<'a> {
    text: &'a str,
    lines: Vec<usize>,
    offsets: BTreeMap<String, usize>,
}

impl<'a> Places<'a> {
    /// Looks a file through. In a text that is not what its format says, what could be found is known.
    pub fn of(text: &'a str, format: Format) -> Self {
        let mut offsets = BTreeMap::new();
        let at = &mut String::new();
        match format {
            Format::Toml => {
                if let Ok(root) = DeTable::parse(text) {
                    offsets.insert(String::new(), root.span().start);
                    toml_table(&root.into_inner(), at, MAX_DEPTH, &mut offsets);
                }
            }
            Format::Json => {
                let mut scanner = Scanner {
                    text,
                    at: 0,
                    offsets: &mut offsets,
                };
                scanner.space();
                // Where the text ends too early, what came before is known.
                let _ended: Option<()> = scanner.walk(at, MAX_DEPTH);
            }
        }
        let newlines = text.match_indices('\n').map(|(at, _)| at + 1);
        Self {
            text,
            lines: std::iter::once(0).chain(newlines).collect(),
            offsets,
        }
    }

    /// The line and column of a value, or of the nearest thing around it that stands there. Both count from 1, columns in characters.
    pub fn find(&self, pointer: &str) -> (usize, usize) {
        self.place(self.offset(pointer))
    }

    /// The offset of a value, or of the nearest thing around it.
    pub(super) fn offset(&self, pointer: &str) -> usize {
        let mut wanted = pointer;
        loop {
            match (self.offsets.get(wanted), wanted.rsplit_once('/')) {
                (Some(at), _) => return *at,
                (None, Some((outer, _))) => wanted = outer,
                (None, None) => return 0,
            }
        }
    }

    /// The line and column of an offset.
    pub(super) fn place(&self, at: usize) -> (usize, usize) {
        let line = self.lines.partition_point(|start| *start <= at).max(1);
        let start = self.lines[line - 1];
        let before = self.text.get(start..at).unwrap_or_default();
        (line, before.chars().count() + 1)
    }
}

/// Does something one step further down a pointer.
fn below<T>(pointer: &mut String, step: &str, look: impl FnOnce(&mut String) -> T) -> T {
    let length = pointer.len();
    pointer.push('/');
    pointer.push_str(step);
    let found = look(pointer);
    pointer.truncate(length);
    found
}

fn toml_table(
    table: &DeTable<'_>,
    pointer: &mut String,
    depth: usize,
    offsets: &mut BTreeMap<String, usize>,
) {
    for (name, value) in table {
        below(pointer, name.get_ref(), |pointer| {
            offsets.insert(pointer.clone(), value.span().start);
            toml_value(value.get_ref(), pointer, depth, offsets);
        });
    }
}

fn toml_value(
    value: &DeValue<'_>,
    pointer: &mut String,
    depth: usize,
    offsets: &mut BTreeMap<String, usize>,
) {
    if depth == 0 {
        return;
    }
    match value {
        DeValue::Table(table) => toml_table(table, pointer, depth - 1, offsets),
        DeValue::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                below(pointer, &index.to_string(), |pointer| {
                    offsets.insert(pointer.clone(), item.span().start);
                    toml_value(item.get_ref(), pointer, depth - 1, offsets);
                });
            }
        }
        _ => {}
    }
}

/// Passes over JSON and notes where each value begins.
struct Scanner<'a> {
    text: &'a str,
    at: usize,
    offsets: &'a mut BTreeMap<String, usize>,
}

impl Scanner<'_> {
    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn space(&mut self) {
        while self
            .peek()
            .is_some_and(|byte| byte.is_ascii_whitespace() || byte == b',' || byte == b':')
        {
            self.at += 1;
        }
    }

    fn walk(&mut self, pointer: &mut String, depth: usize) -> Option<()> {
        self.offsets.insert(pointer.clone(), self.at);
        match self.peek()? {
            b'{' => self.entries(pointer, depth.checked_sub(1)?),
            b'[' => self.items(pointer, depth.checked_sub(1)?),
            b'"' => self.string(),
            _ => {
                while self
                    .peek()
                    .is_some_and(|byte| !b",}] \t\r\n".contains(&byte))
                {
                    self.at += 1;
                }
                Some(())
            }
        }
    }

    fn entries(&mut self, pointer: &mut String, depth: usize) -> Option<()> {
        self.at += 1;
        loop {
            self.space();
            if self.peek()? == b'}' {
                self.at += 1;
                return Some(());
            }
            let start = self.at;
            self.string()?;
            let name = self.text.get(start + 1..self.at - 1)?;
            self.space();
            below(pointer, name, |pointer| self.walk(pointer, depth))?;
        }
    }

    fn items(&mut self, pointer: &mut String, depth: usize) -> Option<()> {
        self.at += 1;
        let mut index = 0_usize;
        loop {
            self.space();
            if self.peek()? == b']' {
                self.at += 1;
                return Some(());
            }
            let before = self.at;
            below(pointer, &index.to_string(), |pointer| {
                self.walk(pointer, depth)
            })?;
            if self.at == before {
                return None;
            }
            index += 1;
        }
    }

    fn string(&mut self) -> Option<()> {
        if self.peek()? != b'"' {
            return None;
        }
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

#[cfg(test)]
mod tests {
    use domain::plan::templates::TEMPLATES;

    use super::super::format::{read, write};
    use super::*;

    #[test]
    fn a_pointer_is_found_in_either_format() {
        let toml = TEMPLATES[6].toml;
        let plan = read(toml, Format::Toml).expect("the template reads");
        let json = write(&plan, Format::Json);
        let pointer = "/clauses/3/promise/rows/1/bound/limit";
        for (text, format) in [(&*json, Format::Json), (toml, Format::Toml)] {
            let places = Places::of(text, format);
            let (line, column) = places.find(pointer);
            let line = text.lines().nth(line - 1).expect("the line");
            let rest: String = line.chars().skip(column - 1).collect();
            assert!(rest.starts_with("\"natural:PT30M\""), "{rest}");
            assert_eq!(
                places.find(&format!("{pointer}/deeper/9")),
                places.find(pointer),
                "what is not there is found at what holds it"
            );
        }
    }

    #[test]
    fn a_text_that_is_cut_off_or_nested_too_deep_is_looked_through_as_far_as_it_goes() {
        let deep = "[".repeat(100_000);
        for (text, pointer, place) in [
            ("{\"a\":1,\n\"b\":[2,", "/b/0", (2, 6)),
            ("{\"a\":}", "/a", (1, 6)),
            ("[}", "/0", (1, 2)),
            (&*deep, "/0/0", (1, 3)),
            ("", "/a", (1, 1)),
        ] {
            assert_eq!(
                Places::of(text, Format::Json).find(pointer),
                place,
                "{pointer}"
            );
        }
    }
}
