//! Lengths of time, sums and shares in words.

use jiff::SignedDuration;

use crate::money::{BasisPoints, Fen};
use crate::plan::Asked;
use crate::time::Limit;

/// What stands where the plan leaves a value open: a line to write on.
pub const BLANK: &str = "________";

/// A value, or a line to write on.
pub(super) fn stated<T>(asked: &Asked<T>, words: impl Fn(&T) -> String) -> String {
    asked.known().map_or_else(|| BLANK.to_owned(), words)
}

/// A limit with its unit: 2小时, 3个工作日, 12个月.
pub fn limit_in_words(limit: Limit) -> String {
    let (count, unit) = counted(limit);
    format!("{count}{unit}")
}

/// The same in English: 2 hours, 3 working days, 12 months.
pub fn limit_in_english(limit: Limit) -> String {
    let (count, unit) = match limit {
        Limit::Natural(duration) => clock(duration.get(), ["hour", "minute", "second"]),
        Limit::Working(duration) => clock(
            duration.get(),
            ["working hour", "working minute", "working second"],
        ),
        Limit::WorkingDays(count) => (count.to_string(), "working day"),
        Limit::NaturalDays(count) => (count.to_string(), "calendar day"),
        Limit::Months(count) if count > 12 && count.is_multiple_of(12) => {
            ((count / 12).to_string(), "year")
        }
        Limit::Months(count) => (count.to_string(), "month"),
    };
    let plural = if count == "1" { "" } else { "s" };
    format!("{count} {unit}{plural}")
}

/// A limit with a target below it: 4～16小时. `None` when the two are not counted in the same unit.
pub(super) fn range(target: Limit, limit: Limit) -> Option<String> {
    let (low, high) = (target, limit);
    if low.unit() != high.unit() {
        return None;
    }
    let ((low, low_unit), (high, high_unit)) = (counted(low), counted(high));
    Some(if low_unit == high_unit {
        format!("{low}～{high}{high_unit}")
    } else {
        format!("{low}{low_unit}～{high}{high_unit}")
    })
}

fn counted(limit: Limit) -> (String, &'static str) {
    match limit {
        Limit::Natural(duration) => clock(duration.get(), ["小时", "分钟", "秒"]),
        Limit::Working(duration) => clock(duration.get(), ["个工作小时", "个工作分钟", "个工作秒"]),
        Limit::WorkingDays(count) => (count.to_string(), "个工作日"),
        Limit::NaturalDays(count) => (count.to_string(), "个自然日"),
        Limit::Months(count) if count > 0 && count.is_multiple_of(12) && count > 12 => {
            ((count / 12).to_string(), "年")
        }
        Limit::Months(count) => (count.to_string(), "个月"),
    }
}

/// The largest unit that leaves no rest.
fn clock(
    duration: SignedDuration,
    [hours, minutes, seconds]: [&'static str; 3],
) -> (String, &'static str) {
    let total = duration.as_secs();
    if total % 3600 == 0 {
        ((total / 3600).to_string(), hours)
    } else if total % 60 == 0 {
        ((total / 60).to_string(), minutes)
    } else {
        (total.to_string(), seconds)
    }
}

/// An amount: 500元, 0.5元 as 0.50元.
pub fn money_in_words(fen: Fen) -> String {
    let text = fen.to_string();
    format!("{}元", text.strip_suffix(".00").unwrap_or(&text))
}

/// A share of a whole: 10%, 7.5%.
pub fn share_in_words(share: BasisPoints) -> String {
    let (whole, rest) = (share.0 / 100, share.0 % 100);
    match rest {
        0 => format!("{whole}%"),
        _ if rest.is_multiple_of(10) => format!("{whole}.{}%", rest / 10),
        _ => format!("{whole}.{rest:02}%"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn limits_are_written_in_their_own_unit() {
        for (limit, words, english) in [
            ("natural:PT2H", "2小时", "2 hours"),
            ("natural:PT90M", "90分钟", "90 minutes"),
            ("working:PT8H", "8个工作小时", "8 working hours"),
            ("working:PT1M", "1个工作分钟", "1 working minute"),
            ("working-days:3", "3个工作日", "3 working days"),
            ("natural-days:7", "7个自然日", "7 calendar days"),
            ("months:12", "12个月", "12 months"),
            ("months:36", "3年", "3 years"),
            ("months:18", "18个月", "18 months"),
        ] {
            let limit = limit.parse().expect("a limit");
            assert_eq!(limit_in_words(limit), words);
            assert_eq!(limit_in_english(limit), english);
        }
    }

    #[test]
    fn a_range_names_a_shared_unit_once() {
        let range = |low: &str, high: &str| {
            range(
                low.parse().expect("a limit"),
                high.parse().expect("a limit"),
            )
        };
        assert_eq!(
            range("natural:PT4H", "natural:PT16H").as_deref(),
            Some("4～16小时")
        );
        assert_eq!(
            range("natural:PT30M", "natural:PT2H").as_deref(),
            Some("30分钟～2小时")
        );
        assert_eq!(range("working:PT1H", "natural:PT2H"), None);
    }

    #[test]
    fn sums_and_shares_have_no_idle_zeros() {
        assert_eq!(money_in_words(Fen(50_000)), "500元");
        assert_eq!(money_in_words(Fen(1_250)), "12.50元");
        assert_eq!(share_in_words(BasisPoints(1000)), "10%");
        assert_eq!(share_in_words(BasisPoints(750)), "7.5%");
        assert_eq!(share_in_words(BasisPoints(1234)), "12.34%");
    }
}
