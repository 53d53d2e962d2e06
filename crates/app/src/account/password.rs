//! Passwords: the rules for choosing one and the slow hash.

use std::sync::Arc;

use argon2::{Argon2, Params, PasswordHasher, PasswordVerifier};
use tokio::sync::Semaphore;

use super::{PASSWORD_COMMON, PASSWORD_LENGTH, PASSWORD_PERSONAL};
use crate::error::{Error, Result};
use crate::message::Text;
use crate::random::Random;

const MIN_CHARS: usize = 10;
const MAX_CHARS: usize = 128;
const MIN_DISTINCT: usize = 5;
/// Hashes computed at once: each takes 19 MiB and a core.
const AT_ONCE: usize = 2;
/// Words that a password may not merely decorate with digits and signs.
const COMMON: &[&str] = &[
    "abcdefghij",
    "admin",
    "administrator",
    "asdfghjkl",
    "changeme",
    "company",
    "dragon",
    "football",
    "iloveyou",
    "jiannuo",
    "letmein",
    "master",
    "monkey",
    "password",
    "passw0rd",
    "p@ssw0rd",
    "qazwsx",
    "qazwsxedc",
    "qwerty",
    "qwertyuiop",
    "shanghai",
    "sunshine",
    "superman",
    "test",
    "user",
    "welcome",
    "woaini",
    "woaini1314",
    "zhongguo",
    "1q2w3e4r",
    "1q2w3e4r5t",
    "1qaz2wsx",
    "1qaz2wsx3edc",
    "a123456789",
    "q1w2e3r4t5",
    "zxcvbnm",
];

/// Checks a chosen password against the rules; `pointer` names the field.
pub fn check_password(pointer: &str, password: &str, login: &str) -> Result<()> {
    let chars = password.chars().count();
    if !(MIN_CHARS..=MAX_CHARS).contains(&chars) {
        let text = Text::from(PASSWORD_LENGTH)
            .with("min", MIN_CHARS)
            .with("max", MAX_CHARS);
        return Err(Error::field(pointer, text));
    }
    let lower = password.to_lowercase();
    if login.chars().count() >= 3 && lower.contains(&login.to_lowercase()) {
        return Err(Error::field(pointer, PASSWORD_PERSONAL));
    }
    if is_common(&lower) || is_simple(&lower) {
        return Err(Error::field(pointer, PASSWORD_COMMON));
    }
    Ok(())
}

fn is_common(lower: &str) -> bool {
    let core = lower.trim_matches(|c: char| !c.is_alphabetic());
    COMMON.contains(&lower) || COMMON.contains(&core)
}

/// Few different characters, or a run such as `1234567890` or `abcdefghijk`.
fn is_simple(lower: &str) -> bool {
    let chars: Vec<u32> = lower.chars().map(u32::from).collect();
    let mut distinct = chars.clone();
    distinct.sort_unstable();
    distinct.dedup();
    let steps = chars
        .windows(2)
        .filter(|pair| pair[0].abs_diff(pair[1]) <= 1)
        .count();
    distinct.len() < MIN_DISTINCT || steps + 2 >= chars.len()
}

/// The slow hash (Argon2id, RFC 9106), computed off the runtime and by few at once.
#[derive(Debug, Clone)]
pub struct Passwords {
    inner: Arc<Inner>,
}

#[derive(Debug)]
struct Inner {
    params: Params,
    gate: Semaphore,
    /// Verified for unknown names, so that they take as long as known ones.
    decoy: String,
}

impl Passwords {
    /// The cost recommended by OWASP: 19 MiB, two passes.
    pub fn new() -> Self {
        Self::with_params(Params::DEFAULT)
    }

    /// Another memory cost in KiB with one pass, for tests that sign in often.
    pub fn with_memory_kib(memory: u32) -> Self {
        Self::with_params(
            Params::new(memory, 1, 1, None).expect("the memory cost is at least 8 KiB"),
        )
    }

    fn with_params(params: Params) -> Self {
        let decoy = hash(params.clone(), "a password that nobody has", [7; 16]);
        Self {
            inner: Arc::new(Inner {
                params,
                gate: Semaphore::new(AT_ONCE),
                decoy,
            }),
        }
    }

    /// Hashes a password with a fresh salt.
    pub async fn hash(&self, password: &str, random: &dyn Random) -> Result<String> {
        let mut salt = [0; 16];
        random.fill(&mut salt);
        let (password, params) = (password.to_owned(), self.inner.params.clone());
        self.run(move || hash(params, &password, salt)).await
    }

    /// Whether the password belongs to the hash. Without a hash it takes as long and is false.
    pub async fn verify(&self, password: &str, stored: Option<&str>) -> Result<bool> {
        let known = stored.is_some();
        let stored = stored.unwrap_or(&self.inner.decoy).to_owned();
        // Beyond the longest allowed password nothing can match; the cut bounds the work.
        let password: String = password.chars().take(MAX_CHARS + 1).collect();
        let matches = self
            .run(move || {
                Argon2::default()
                    .verify_password(password.as_bytes(), stored.as_str())
                    .is_ok()
            })
            .await?;
        Ok(matches && known)
    }

    async fn run<T: Send + 'static>(&self, work: impl FnOnce() -> T + Send + 'static) -> Result<T> {
        let _permit = self.inner.gate.acquire().await.map_err(Error::internal)?;
        tokio::task::spawn_blocking(work)
            .await
            .map_err(Error::internal)
    }
}

impl Default for Passwords {
    fn default() -> Self {
        Self::new()
    }
}

fn hash(params: Params, password: &str, salt: [u8; 16]) -> String {
    Argon2::new(argon2::Algorithm::Argon2id, argon2::Version::V0x13, params)
        .hash_password_with_salt(password.as_bytes(), &salt)
        .expect("a salt of 16 bytes and a bounded password can be hashed")
        .to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weak_passwords_are_refused_and_good_ones_are_not() {
        for weak in [
            "short",
            "1234567890",
            "aaaaaaaaaaaa",
            "Password123!",
            "ADMINISTRATOR",
            "li.wei-12345",
            "abcdefghijkl",
        ] {
            assert!(check_password("/p", weak, "li.wei").is_err(), "{weak}");
        }
        for good in [
            "correct horse battery",
            "三月的雨落在屋檐上了吧",
            "gT7-kk29-Lm4q",
        ] {
            assert_eq!(check_password("/p", good, "li.wei"), Ok(()), "{good}");
        }
        assert!(check_password("/p", &"长".repeat(129), "x").is_err());
    }

    #[tokio::test]
    async fn a_hash_belongs_to_its_password_only() {
        let passwords = Passwords::with_memory_kib(8);
        let hash = passwords
            .hash("correct horse battery", &crate::SystemRandom)
            .await
            .expect("hashing works");
        assert_eq!(
            passwords.verify("correct horse battery", Some(&hash)).await,
            Ok(true)
        );
        assert_eq!(
            passwords.verify("correct horse batterz", Some(&hash)).await,
            Ok(false)
        );
        assert_eq!(
            passwords.verify("a password that nobody has", None).await,
            Ok(false)
        );
    }
}
