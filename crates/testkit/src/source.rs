use std::sync::atomic::{AtomicU64, Ordering};

/// A source of ids and numbers that gives the same sequence for the same seed.
#[derive(Debug)]
pub struct Source {
    state: AtomicU64,
}

impl Source {
    pub fn seeded(seed: u64) -> Self {
        Self {
            state: AtomicU64::new(seed),
        }
    }

    /// The next number of the splitmix64 sequence (Steele, Lea, Flood 2014).
    pub fn number(&self) -> u64 {
        const STEP: u64 = 0x9e37_79b9_7f4a_7c15;
        let mut mixed = self
            .state
            .fetch_add(STEP, Ordering::Relaxed)
            .wrapping_add(STEP);
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// The next number below `bound`, which must not be 0.
    pub fn below(&self, bound: u64) -> u64 {
        self.number() % bound
    }

    /// 16 bytes, enough for a UUID or a token.
    pub fn bytes(&self) -> [u8; 16] {
        let mut bytes = [0; 16];
        bytes[..8].copy_from_slice(&self.number().to_le_bytes());
        bytes[8..].copy_from_slice(&self.number().to_le_bytes());
        bytes
    }

    /// A readable id such as `case-4f0c…`.
    pub fn id(&self, kind: &str) -> String {
        format!("{kind}-{:016x}", self.number())
    }
}
