//! Session tokens: 256 random bits, kept by the browser, stored only as a hash.

use std::fmt::Write as _;

use sha2::{Digest, Sha256};

use crate::random::Random;

/// Draws a new token.
pub(super) fn draw(random: &dyn Random) -> String {
    let mut bytes = [0; 32];
    random.fill(&mut bytes);
    hex(&bytes)
}

/// What the store keeps of a token or a login name. One fast hash is enough for 256 random bits.
pub(super) fn hash(text: &str) -> String {
    hex(&Sha256::digest(text.as_bytes()))
}

fn hex(bytes: &[u8]) -> String {
    bytes
        .iter()
        .fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
            write!(text, "{byte:02x}").expect("writing to a string cannot fail");
            text
        })
}
