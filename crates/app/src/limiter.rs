//! Counts attempts and says when somebody tries too often.

use std::collections::HashMap;
use std::sync::Mutex;

use jiff::{SignedDuration, Timestamp};

use crate::error::{Error, Result};

/// Most keys remembered at once. When full, keys whose window is over go first, then the oldest.
const MAX_KEYS: usize = 20_000;

/// Allows each key a number of attempts per window.
#[derive(Debug)]
pub struct Limiter {
    attempts: u32,
    window: SignedDuration,
    keys: Mutex<HashMap<String, Window>>,
}

#[derive(Debug, Clone, Copy)]
struct Window {
    began_at: Timestamp,
    used: u32,
}

impl Limiter {
    pub fn new(attempts: u32, window: SignedDuration) -> Self {
        Self {
            attempts,
            window,
            keys: Mutex::default(),
        }
    }

    /// Counts an attempt of `key`; refuses it with the time to wait when the window's attempts are used up.
    pub fn attempt(&self, key: &str, now: Timestamp) -> Result<()> {
        let mut keys = self
            .keys
            .lock()
            .unwrap_or_else(std::sync::PoisonError::into_inner);
        if keys.len() >= MAX_KEYS && !keys.contains_key(key) {
            self.make_room(&mut keys, now);
        }
        let window = keys.entry(key.to_owned()).or_insert(Window {
            began_at: now,
            used: 0,
        });
        let age = now.duration_since(window.began_at);
        if age >= self.window || age.is_negative() {
            *window = Window {
                began_at: now,
                used: 0,
            };
        }
        if window.used >= self.attempts {
            return Err(Error::too_often(
                self.window - now.duration_since(window.began_at),
            ));
        }
        window.used += 1;
        Ok(())
    }

    fn make_room(&self, keys: &mut HashMap<String, Window>, now: Timestamp) {
        keys.retain(|_, window| now.duration_since(window.began_at) < self.window);
        if keys.len() >= MAX_KEYS
            && let Some(oldest) = keys
                .iter()
                .min_by_key(|(_, window)| window.began_at)
                .map(|(key, _)| key.clone())
        {
            keys.remove(&oldest);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn attempts_are_counted_per_key_and_window() {
        let limiter = Limiter::new(2, SignedDuration::from_secs(60));
        let start = Timestamp::UNIX_EPOCH;
        assert!(limiter.attempt("a", start).is_ok());
        assert!(limiter.attempt("a", start).is_ok());
        assert_eq!(
            limiter.attempt("a", start + SignedDuration::from_secs(20)),
            Err(Error::too_often(SignedDuration::from_secs(40)))
        );
        assert!(limiter.attempt("b", start).is_ok());
        assert!(
            limiter
                .attempt("a", start + SignedDuration::from_secs(60))
                .is_ok()
        );
    }

    #[test]
    fn memory_is_bounded() {
        let limiter = Limiter::new(1, SignedDuration::from_secs(60));
        for key in 0..MAX_KEYS + 50 {
            limiter
                .attempt(&key.to_string(), Timestamp::UNIX_EPOCH)
                .expect("each key has one attempt");
        }
        assert!(limiter.keys.lock().expect("nobody panicked").len() <= MAX_KEYS);
    }
}
