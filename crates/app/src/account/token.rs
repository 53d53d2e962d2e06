//! Session tokens: 256 random bits, kept by the browser, stored only as a hash.

use sha2::{Digest, Sha256};

use crate::random::Random;

/// Draws a new token.
pub(super) fn draw(random: &dyn Random) -> String {
    let mut bytes = [0; 32];
    random.fill(&mut bytes);
    domain::hex(&bytes)
}

/// What the store keeps of a token or a login name. One fast hash is enough for 256 random bits.
pub(super) fn hash(text: &str) -> String {
    domain::hex(&Sha256::digest(text.as_bytes()))
}
