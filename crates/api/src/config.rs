//! How an installation is reached.

use std::net::IpAddr;
use std::str::FromStr;

use app::Language;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// What the HTTP side needs to know about its surroundings.
#[derive(Debug, Clone)]
pub struct Config {
    /// Whether browsers come over https: the cookie is then sent over nothing else.
    pub https: bool,
    /// Proxies whose `X-Forwarded-For` is believed; nobody else's is.
    pub trusted_proxies: Vec<Network>,
    /// Requests to public routes that one address may make per minute.
    pub public_per_minute: u32,
    /// Sign-ins that may be tried under one login name per minute.
    pub sign_in_per_minute: u32,
    /// Shown on the sign-in page of a demo; empty on a real installation.
    pub demo: Vec<DemoSignIn>,
    /// The language of a caller who names none.
    pub language: Language,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            https: false,
            trusted_proxies: Vec::new(),
            public_per_minute: 60,
            sign_in_per_minute: 20,
            demo: Vec::new(),
            language: Language::Chinese,
        }
    }
}

/// A sign-in that a demo offers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct DemoSignIn {
    pub login: String,
    pub password: String,
    pub name: String,
    /// The code of the role, such as `service_agent`.
    pub role: String,
}

/// A block of addresses such as `10.0.0.0/8`; a bare address is a block of one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Network {
    address: IpAddr,
    prefix: u32,
}

impl Network {
    pub fn contains(&self, other: IpAddr) -> bool {
        match (self.address, other.to_canonical()) {
            (IpAddr::V4(own), IpAddr::V4(other)) => shares(
                own.to_bits().into(),
                other.to_bits().into(),
                32,
                self.prefix,
            ),
            (IpAddr::V6(own), IpAddr::V6(other)) => {
                shares(own.to_bits(), other.to_bits(), 128, self.prefix)
            }
            _ => false,
        }
    }
}

fn shares(one: u128, other: u128, bits: u32, prefix: u32) -> bool {
    prefix == 0 || (one ^ other) >> (bits - prefix) == 0
}

impl FromStr for Network {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let wrong = || {
            format!(
                "\"{text}\" is no block of addresses; write for example 10.0.0.0/8 or 127.0.0.1"
            )
        };
        let (address, prefix) = text
            .split_once('/')
            .map_or((text, None), |(address, prefix)| (address, Some(prefix)));
        let address: IpAddr = address.parse().map_err(|_| wrong())?;
        let bits = if address.is_ipv4() { 32 } else { 128 };
        let prefix = prefix.map_or(Ok(bits), |prefix| prefix.parse().map_err(|_| wrong()))?;
        if prefix > bits {
            Err(wrong())
        } else {
            Ok(Self { address, prefix })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_block_contains_its_addresses_only() {
        let block: Network = "10.1.0.0/16".parse().expect("a block");
        assert!(block.contains("10.1.255.1".parse().expect("an address")));
        assert!(block.contains("::ffff:10.1.2.3".parse().expect("an address")));
        assert!(!block.contains("10.2.0.1".parse().expect("an address")));
        let one: Network = "::1".parse().expect("a block of one");
        assert!(
            one.contains("::1".parse().expect("an address"))
                && !one.contains("::2".parse().expect("an address"))
        );
        assert!("10.0.0.0/33".parse::<Network>().is_err() && "x".parse::<Network>().is_err());
    }
}
