//! The code on a unit: what a customer scans.

use crate::random::Random;

/// Digits and letters that are not mistaken for one another when read aloud: neither 0 and o, 1, i and l, nor u and v.
const ALPHABET: &[u8] = b"23456789abcdefghjkmnpqrstvwxyz";
const LENGTH: usize = 22;

/// Draws a code of about a hundred random bits: nobody finds one by counting or guessing.
pub(crate) fn draw(random: &dyn Random) -> String {
    let mut bytes = [0; LENGTH];
    random.fill(&mut bytes);
    bytes
        .iter()
        .map(|byte| char::from(ALPHABET[usize::from(*byte) % ALPHABET.len()]))
        .collect()
}
