//! The one text of a plan version, and its hash.
//!
//! The canonical form is JSON without spaces, the names of each object in the order of their bytes, only the escapes JSON
//! requires, whole numbers only, UTF-8 (RFC 8785 for the values a plan can hold). It is written from the typed plan, so
//! the order of fields in a file, its format (TOML or JSON), other spellings of a limit (`years:1`) and stated defaults
//! make no difference. The order of lists does: the order of clauses and rows has meaning. The hash of a version is the
//! SHA-256 of that text.

use std::fmt;

use sha2::{Digest, Sha256};

use super::Plan;
use super::node::node;
use crate::hex;

/// SHA-256 of a plan's canonical form. Prints as 64 hexadecimal digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct PlanHash([u8; 32]);

impl fmt::Display for PlanHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&hex(&self.0))
    }
}

impl Plan {
    /// The canonical form.
    pub fn canonical(&self) -> String {
        node(self)
            .expect("a plan holds only words and whole numbers within 63 bits")
            .to_string()
    }

    /// The hash of the canonical form.
    pub fn hash(&self) -> PlanHash {
        PlanHash(Sha256::digest(self.canonical().as_bytes()).into())
    }
}
