//! Units of time as people write them.

use super::periods::starts_with;
use crate::reading::{Duration, Unit};

/// A unit behind a number.
#[derive(Clone, Copy)]
pub(super) struct UnitFound {
    pub unit: Unit,
    /// Units in one of the written unit: a week is seven days.
    pub times: u64,
    /// Hundredths added by a trailing 半, as in 一年半.
    pub extra: u64,
    pub end: usize,
    pub working: bool,
}

impl UnitFound {
    /// So many of the unit.
    pub(super) fn of(self, hundredths: u64) -> Duration {
        Duration {
            unit: self.unit,
            hundredths: hundredths.saturating_mul(self.times),
        }
    }
}

const UNITS: [(&str, Unit, u64, bool); 69] = [
    ("个周", Unit::Day, 7, false),
    ("个整年", Unit::Year, 1, false),
    ("整年", Unit::Year, 1, false),
    ("整天", Unit::Day, 1, false),
    ("整月", Unit::Month, 1, false),
    ("日夜", Unit::Hour, 24, false),
    ("个日夜", Unit::Hour, 24, false),
    ("个月份", Unit::Month, 1, false),
    ("个工作小时", Unit::Hour, 1, true),
    ("个工作时", Unit::Hour, 1, true),
    ("个供冷季", Unit::Season, 1, false),
    ("供冷季", Unit::Season, 1, false),
    ("供冷期", Unit::Season, 1, false),
    ("个制冷季", Unit::Season, 1, false),
    ("个制冷期", Unit::Season, 1, false),
    ("供暖季", Unit::Season, 1, false),
    ("供暖期", Unit::Season, 1, false),
    ("采暖期", Unit::Season, 1, false),
    ("个钟头", Unit::Hour, 1, false),
    ("昼夜", Unit::Hour, 24, false),
    ("minutes", Unit::Minute, 1, false),
    ("mins", Unit::Minute, 1, false),
    ("days", Unit::Day, 1, false),
    ("个昼夜", Unit::Hour, 24, false),
    ("工作小时", Unit::Hour, 1, true),
    ("个工作分钟", Unit::Minute, 1, true),
    ("工作分钟", Unit::Minute, 1, true),
    ("个工作日", Unit::Day, 1, true),
    ("个工作天", Unit::Day, 1, true),
    ("工作日", Unit::Day, 1, true),
    ("工作天", Unit::Day, 1, true),
    ("个采暖季", Unit::Season, 1, false),
    ("个供暖季", Unit::Season, 1, false),
    ("个供暖期", Unit::Season, 1, false),
    ("个采暖期", Unit::Season, 1, false),
    ("个供冷期", Unit::Season, 1, false),
    ("采暖季", Unit::Season, 1, false),
    ("个日历天", Unit::Day, 1, false),
    ("个日历日", Unit::Day, 1, false),
    ("日历天", Unit::Day, 1, false),
    ("日历日", Unit::Day, 1, false),
    ("个自然日", Unit::Day, 1, false),
    ("自然日", Unit::Day, 1, false),
    ("个小时", Unit::Hour, 1, false),
    ("小时", Unit::Hour, 1, false),
    ("个星期", Unit::Day, 7, false),
    ("星期", Unit::Day, 7, false),
    ("个礼拜", Unit::Day, 7, false),
    ("个季度", Unit::Month, 3, false),
    ("季度", Unit::Month, 3, false),
    ("刻钟", Unit::Minute, 15, false),
    ("分钟", Unit::Minute, 1, false),
    ("秒钟", Unit::Second, 1, false),
    ("周年", Unit::Year, 1, false),
    ("个月", Unit::Month, 1, false),
    ("hours", Unit::Hour, 1, false),
    ("min", Unit::Minute, 1, false),
    ("hr", Unit::Hour, 1, false),
    ("个年头", Unit::Year, 1, false),
    ("年头", Unit::Year, 1, false),
    ("个钟点", Unit::Hour, 1, false),
    ("钟点", Unit::Hour, 1, false),
    ("个时辰", Unit::Hour, 2, false),
    ("时辰", Unit::Hour, 2, false),
    ("秒", Unit::Second, 1, false),
    ("周", Unit::Day, 7, false),
    ("年", Unit::Year, 1, false),
    ("天", Unit::Day, 1, false),
    ("日", Unit::Day, 1, false),
];

/// The unit that stands at `at`, behind so many hundredths of it.
pub(super) fn unit_at(chars: &[char], at: usize, hundredths: u64) -> Option<UnitFound> {
    let gap = usize::from(chars.get(at) == Some(&' '));
    let at = at + gap;
    // 1个半小时: the half stands before the unit.
    let half =
        chars.get(at) == Some(&'个') && chars.get(at + 1) == Some(&'半') && hundredths >= 100;
    let unit_from = if half { at + 2 } else { at };
    for (name, unit, times, working) in UNITS {
        if starts_with(chars, unit_from, name) {
            let end = unit_from + name.chars().count();
            let trailing = trailing_half(chars, end).filter(|_| hundredths >= 100 && !half);
            let extra = if half || trailing.is_some() { 50 } else { 0 };
            return Some(UnitFound {
                unit,
                times,
                extra,
                end: trailing.unwrap_or(end),
                working,
            });
        }
    }
    let lone = |unit, end| {
        Some(UnitFound {
            unit,
            times: 1,
            extra: 0,
            end,
            working: false,
        })
    };
    match chars.get(unit_from) {
        Some('h')
            if !chars
                .get(unit_from + 1)
                .is_some_and(char::is_ascii_alphabetic) =>
        {
            lone(Unit::Hour, unit_from + 1)
        }
        Some('d')
            if !chars
                .get(unit_from + 1)
                .is_some_and(char::is_ascii_alphabetic) =>
        {
            lone(Unit::Day, unit_from + 1)
        }
        // 五载, and no 2载荷.
        Some('载') if unit_from == at && at > 0 && crate::text::is_han(chars[at - 1]) => {
            lone(Unit::Year, unit_from + 1)
        }
        Some('月') if matches!(chars.get(unit_from + 1), Some('内' | '之' | '以')) => {
            lone(Unit::Month, unit_from + 1)
        }
        Some('分') if matches!(chars.get(unit_from + 1), Some('内')) => {
            lone(Unit::Minute, unit_from + 1)
        }
        _ => None,
    }
}

/// Where the half behind a unit ends: 一年半, 一年又半.
fn trailing_half(chars: &[char], end: usize) -> Option<usize> {
    ["半", "又半"]
        .iter()
        .find(|half| starts_with(chars, end, half))
        .map(|half| end + half.chars().count())
}
