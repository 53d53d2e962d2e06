//! Money in fen and rates in basis points. There are no floats here: every rounding is a named step.

use std::fmt;

use serde::{Deserialize, Serialize};

/// An amount of money in fen (分, 1/100 yuan). May be negative in a correction.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(transparent)]
pub struct Fen(pub i64);

/// A rate in basis points: 10 000 is the whole, 1 000 is 10 %.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(transparent)]
pub struct BasisPoints(pub u32);

impl BasisPoints {
    /// The whole: 100 %.
    pub const WHOLE: Self = Self(10_000);
}

impl Fen {
    /// Nothing at all.
    pub const ZERO: Self = Self(0);

    /// The sum, or `None` when it does not fit 64 bits.
    pub fn plus(self, other: Self) -> Option<Self> {
        self.0.checked_add(other.0).map(Self)
    }

    /// `count` times this amount, or `None` when it does not fit 64 bits.
    pub fn times(self, count: u32) -> Option<Self> {
        self.0.checked_mul(i64::from(count)).map(Self)
    }

    /// This amount at `rate`, rounded half away from zero to the fen: the one rounding of a percentage.
    pub fn at_rate(self, rate: BasisPoints) -> Option<Self> {
        let scaled = i128::from(self.0) * i128::from(rate.0);
        let half = if scaled < 0 { -5_000 } else { 5_000 };
        i64::try_from((scaled + half) / 10_000).ok().map(Self)
    }
}

impl fmt::Display for Fen {
    /// Yuan with two decimals, no sign for the currency and no thousands: `-12.05`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        write!(
            f,
            "{sign}{}.{:02}",
            self.0.unsigned_abs() / 100,
            self.0.unsigned_abs() % 100
        )
    }
}

/// Why a text is no amount of money.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("an amount is written in yuan with at most two decimals, such as 2999.00, not \"{0}\"")]
pub struct FenError(String);

impl std::str::FromStr for Fen {
    type Err = FenError;

    /// Yuan as people write them: `2999`, `2,999.5`, `¥2999.00`, `2999元`. Nothing below zero.
    fn from_str(text: &str) -> Result<Self, FenError> {
        let bad = || FenError(text.chars().take(64).collect());
        let plain = text
            .trim()
            .trim_start_matches(['¥', '￥'])
            .trim_end_matches('元')
            .trim();
        let plain: String = plain
            .chars()
            .filter(|c| !matches!(c, ',' | '，' | ' '))
            .collect();
        let (yuan, decimals) = plain.split_once('.').unwrap_or((&plain, ""));
        let are_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        if yuan.is_empty() || decimals.len() > 2 || !are_digits(yuan) || !are_digits(decimals) {
            return Err(bad());
        }
        format!("{yuan}{decimals:0<2}")
            .parse()
            .map(Self)
            .map_err(|_| bad())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_percentage_is_rounded_once_half_away_from_zero() {
        let cases = [
            (100_000, 1_000, 10_000),
            (5, 1_000, 1),
            (4, 1_000, 0),
            (-5, 1_000, -1),
            (1, 10_000, 1),
        ];
        for (fen, rate, expect) in cases {
            assert_eq!(
                Fen(fen).at_rate(BasisPoints(rate)),
                Some(Fen(expect)),
                "{fen} at {rate}"
            );
        }
        assert_eq!(Fen(i64::MAX).at_rate(BasisPoints(20_000)), None);
    }

    #[test]
    fn an_amount_prints_in_yuan() {
        assert_eq!(Fen(-1_205).to_string(), "-12.05");
        assert_eq!(Fen(7).to_string(), "0.07");
    }

    #[test]
    fn yuan_are_read_as_people_write_them() {
        for (text, fen) in [
            ("2999", 299_900),
            ("2,999.5", 299_950),
            ("¥ 2999.05", 299_905),
            ("2999元", 299_900),
            ("0", 0),
        ] {
            assert_eq!(text.parse(), Ok(Fen(fen)), "{text}");
        }
        for text in ["", "free", "-1", "1.234", "1.2.3", "元"] {
            assert!(text.parse::<Fen>().is_err(), "{text}");
        }
    }
}
