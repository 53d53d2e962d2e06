//! A plan as a plain tree: what the canonical form is written from and what two versions are compared by.

mod build;

use std::collections::BTreeMap;
use std::fmt::{self, Write};

pub use build::{NotPlain, node};

/// Data without types: what JSON can say, with the keys of each object in order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Node {
    /// Nothing.
    Null,
    /// True or false.
    Truth(bool),
    /// A whole number. There are no others in a plan.
    Number(i64),
    /// Words.
    Text(String),
    /// Nodes in order.
    List(Vec<Node>),
    /// Nodes by name, in the order of the names' bytes.
    Map(BTreeMap<String, Node>),
}

impl Node {
    /// The node's `id`, when it is a map that has one.
    pub fn id(&self) -> Option<&str> {
        match self {
            Self::Map(map) => match map.get("id") {
                Some(Self::Text(id)) => Some(id),
                _ => None,
            },
            _ => None,
        }
    }
}

impl fmt::Display for Node {
    /// Canonical JSON: no spaces, keys in byte order, only the escapes JSON requires.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Null => f.write_str("null"),
            Self::Truth(truth) => write!(f, "{truth}"),
            Self::Number(number) => write!(f, "{number}"),
            Self::Text(text) => quoted(f, text),
            Self::List(items) => {
                f.write_char('[')?;
                for (index, item) in items.iter().enumerate() {
                    if index > 0 {
                        f.write_char(',')?;
                    }
                    item.fmt(f)?;
                }
                f.write_char(']')
            }
            Self::Map(entries) => {
                f.write_char('{')?;
                for (index, (name, value)) in entries.iter().enumerate() {
                    if index > 0 {
                        f.write_char(',')?;
                    }
                    quoted(f, name)?;
                    f.write_char(':')?;
                    value.fmt(f)?;
                }
                f.write_char('}')
            }
        }
    }
}

fn quoted(f: &mut fmt::Formatter<'_>, text: &str) -> fmt::Result {
    f.write_char('"')?;
    for c in text.chars() {
        match c {
            '"' => f.write_str("\\\"")?,
            '\\' => f.write_str("\\\\")?,
            '\n' => f.write_str("\\n")?,
            '\r' => f.write_str("\\r")?,
            '\t' => f.write_str("\\t")?,
            '\u{8}' => f.write_str("\\b")?,
            '\u{c}' => f.write_str("\\f")?,
            c if c < ' ' => write!(f, "\\u{:04x}", u32::from(c))?,
            c => f.write_char(c)?,
        }
    }
    f.write_char('"')
}
