//! Lengths of time in running text, with the little words around them that say what they are for.

use super::named_days::named_day;
use super::numerals::{self, Number, chinese_digit};
use super::roles::{is_date, is_idiom, role};
use super::units::unit_at;
use crate::reading::{Duration, TimeUnit, Unit};

/// A length of time found in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Period {
    /// First clean character of the number.
    pub start: usize,
    /// One past the unit, or past 内 where it follows.
    pub end: usize,
    /// The lower end of a range.
    pub low: Option<Duration>,
    /// The length, or the upper end of a range.
    pub high: Duration,
    /// Working or natural time.
    pub unit: TimeUnit,
    /// What the little words around it say.
    pub role: Role,
}

/// The part a length of time plays, as far as the words next to it tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Role {
    /// 内, 以内, 不超过, 前: something is to happen within it.
    Within,
    /// 每…, …一次: it comes back.
    Recurring,
    /// 提前…: counted backwards.
    Ahead,
    /// 超过, 满: passing it triggers something.
    Exceeded,
    /// 运行2000小时, 每500小时: a meter reading, not a time.
    Usage,
    /// 7×24小时, 24小时热线: hours of attendance.
    Attendance,
    /// Nothing said.
    Plain,
}

/// Finds every length of time between two positions.
pub(crate) fn periods(chars: &[char], start: usize, end: usize) -> Vec<Period> {
    let mut found: Vec<Period> = Vec::new();
    let mut at = start;
    while at < end {
        let Some(period) = period_at(chars, at, start, end) else {
            at += 1;
            continue;
        };
        at = period.end;
        // 当日12小时内修复: the hours say it.
        if found
            .last()
            .is_some_and(|last| last.end == period.start && last.high.hundredths == 0)
        {
            found.pop();
        }
        let restated = found
            .last()
            .is_some_and(|last| restates(chars, last, &period));
        if !restated {
            found.push(period);
        }
    }
    found
}

/// 1天（24小时）: the same length again in brackets.
fn restates(chars: &[char], last: &Period, next: &Period) -> bool {
    let between = &chars[last.end.min(next.start)..next.start];
    let alone = between == ['（'] || between == ['（', '即'];
    alone && chars.get(next.end).is_none_or(|c| *c == '）')
}

fn period_at(chars: &[char], at: usize, floor: usize, end: usize) -> Option<Period> {
    if let Some(named) = named_day(chars, at, floor, end) {
        return Some(named);
    }
    if !numerals::may_open(chars[at]) || !starts_number(chars, at, floor) {
        return None;
    }
    let (low, high, unit_end, working) = measured(&chars[..end], at)?;
    let unit = if working || in_working_time(chars, at, floor, end, high) {
        TimeUnit::Working
    } else {
        TimeUnit::Natural
    };
    let mut period = Period {
        start: at,
        end: unit_end,
        low,
        high,
        unit,
        role: Role::Plain,
    };
    if is_date(chars, &period) || is_idiom(chars, &period, floor) {
        return None;
    }
    period.role = role(&chars[..end], &mut period, floor);
    Some(period)
}

/// 工作时间2小时内答复 counts working time, unless the other hours have a length of their own: 工作时间10分钟、夜间30分钟.
fn in_working_time(chars: &[char], at: usize, floor: usize, end: usize, length: Duration) -> bool {
    const NEAR: usize = 40;
    let word = "工作时间";
    let clock = matches!(length.unit, Unit::Minute | Unit::Hour);
    let opens = at - floor == 4 || at > floor + 4 && !"非按约".contains(chars[at - 5]);
    clock
        && ends_with(chars, floor, at, word)
        && opens
        && ![
            "非工作", "夜间", "节假日", "其他时间", "其余时间", "休息时间", "下班", "周末",
        ]
        .iter()
        .any(|other| {
            (floor.max(at.saturating_sub(NEAR))..end.min(at + NEAR))
                .any(|from| starts_with(&chars[..end], from, other))
        })
}

/// A number may not begin inside a longer one, nor be an ordinal.
fn starts_number(chars: &[char], at: usize, floor: usize) -> bool {
    let Some(previous) = at.checked_sub(1).filter(|p| *p >= floor).map(|p| chars[p]) else {
        return true;
    };
    let numeric =
        |c: char| c.is_ascii_digit() || chinese_digit(c).is_some() || "十百千万拾佰仟.".contains(c);
    !(numeric(previous) || previous == '第' || previous == '/' || previous.is_ascii_alphabetic())
}

/// Number, unit, and a second number for a range.
fn measured(chars: &[char], at: usize) -> Option<(Option<Duration>, Duration, usize, bool)> {
    if let Some(pair) = neighbours(chars, at) {
        return Some(pair);
    }
    let first = numerals::number(chars, at)?;
    let (after_first, _) = bracketed(chars, first);
    let first_unit = unit_at(chars, after_first, first.hundredths);
    let behind = first_unit.map_or(after_first, |unit| unit.end);
    if let Some(second_at) = connector(chars, behind)
        && let Some(second) = numerals::number(chars, second_at)
    {
        let (after_second, _) = bracketed(chars, second);
        if let Some(unit) = unit_at(chars, after_second, second.hundredths) {
            let low = first_unit
                .map_or_else(|| unit.of(first.hundredths), |own| own.of(first.hundredths));
            let high = unit.of(second.hundredths);
            if low.minutes() < high.minutes() {
                return Some((Some(low), high, unit.end, unit.working));
            }
        }
    }
    let unit = first_unit?;
    let whole = unit.of(first.hundredths + unit.extra);
    let (high, end) = compound(chars, whole, unit.end).unwrap_or((whole, unit.end));
    Some((None, high, end, unit.working))
}

/// 一小时三十分, 一年零六个月: a smaller unit adds to the length.
fn compound(chars: &[char], first: Duration, end: usize) -> Option<(Duration, usize)> {
    let (smaller, each) = match first.unit {
        Unit::Hour => (Unit::Minute, 60),
        Unit::Year => (Unit::Month, 12),
        _ => return None,
    };
    let from = end + usize::from(matches!(chars.get(end), Some('零' | '又' | '加')));
    let second = numerals::number(chars, from)?;
    let (unit, stop) = match unit_at(chars, second.end, second.hundredths) {
        Some(found) if found.unit == smaller && found.times == 1 => (smaller, found.end),
        None if smaller == Unit::Minute && chars.get(second.end) == Some(&'分') => {
            (smaller, second.end + 1)
        }
        _ => return None,
    };
    let hundredths = first
        .hundredths
        .checked_mul(each)?
        .checked_add(second.hundredths)?;
    // An hour and a half stays in hours, as 1.5小时 does; a year and a half is eighteen months.
    let hours = unit == Unit::Minute && hundredths.is_multiple_of(each);
    let high = if hours {
        Duration {
            unit: first.unit,
            hundredths: hundredths / each,
        }
    } else {
        Duration { unit, hundredths }
    };
    Some((high, stop))
}

/// 两三天, 三五天: two digits side by side are a range.
fn neighbours(chars: &[char], at: usize) -> Option<(Option<Duration>, Duration, usize, bool)> {
    let (low, high) = (
        chinese_digit(*chars.get(at)?)?,
        chinese_digit(*chars.get(at + 1)?)?,
    );
    if low == 0 || high <= low || high > low + 2 {
        return None;
    }
    let unit = unit_at(chars, at + 2, high * 100)?;
    Some((
        Some(unit.of(low * 100)),
        unit.of(high * 100),
        unit.end,
        unit.working,
    ))
}

/// 3（三）年, 叁（3）年: the number restated in brackets.
fn bracketed(chars: &[char], number: Number) -> (usize, bool) {
    // 三个（3）工作日: the measure word stands before the brackets.
    if chars.get(number.end) == Some(&'个') && chars.get(number.end + 1) == Some(&'（') {
        let behind = Number {
            end: number.end + 1,
            ..number
        };
        let (end, again) = bracketed(chars, behind);
        return if again {
            (end, true)
        } else {
            (number.end, false)
        };
    }
    if chars.get(number.end) == Some(&'（')
        && let Some(again) = chars
            .get(number.end + 1)
            .and_then(|_| numerals::number(chars, number.end + 1))
        && chars.get(again.end) == Some(&'）')
    {
        return (again.end + 1, true);
    }
    (number.end, false)
}

fn connector(chars: &[char], at: usize) -> Option<usize> {
    let connects = matches!(chars.get(at), Some('-' | '~' | '至' | '到'));
    let doubled = matches!((chars.get(at), chars.get(at + 1)), (Some('-'), Some('-')));
    connects.then_some(if doubled { at + 2 } else { at + 1 })
}

/// Whether `word` stands at `at`.
pub(crate) fn starts_with(chars: &[char], at: usize, word: &str) -> bool {
    let mut rest = chars.get(at..).unwrap_or_default().iter();
    word.chars().all(|expected| rest.next() == Some(&expected))
}

/// Whether `word` stands right before `at`, not reaching below `floor`.
pub(crate) fn ends_with(chars: &[char], floor: usize, at: usize, word: &str) -> bool {
    let mut before = chars[floor.min(at)..at].iter().rev();
    word.chars()
        .rev()
        .all(|expected| before.next() == Some(&expected))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn first(text: &str) -> (String, Option<String>, TimeUnit, Role) {
        let chars: Vec<char> = text.chars().collect();
        let period = periods(&chars, 0, chars.len())[0];
        (
            period.high.iso().unwrap_or_default(),
            period.low.and_then(Duration::iso),
            period.unit,
            period.role,
        )
    }

    #[test]
    fn lengths_are_read_as_written() {
        for (text, iso, low, unit, role) in [
            (
                "48~72小时内到达",
                "PT72H",
                Some("PT48H"),
                TimeUnit::Natural,
                Role::Within,
            ),
            (
                "三个工作日内答复",
                "P3D",
                None,
                TimeUnit::Working,
                Role::Within,
            ),
            ("半小时响应", "PT30M", None, TimeUnit::Natural, Role::Plain),
            (
                "质保期不少于三年",
                "P3Y",
                None,
                TimeUnit::Natural,
                Role::Plain,
            ),
            ("一年半", "P18M", None, TimeUnit::Natural, Role::Plain),
            ("一年又半", "P18M", None, TimeUnit::Natural, Role::Plain),
            ("保五载", "P5Y", None, TimeUnit::Natural, Role::Plain),
            ("保八个年头", "P8Y", None, TimeUnit::Natural, Role::Plain),
            (
                "两个钟点内到",
                "PT2H",
                None,
                TimeUnit::Natural,
                Role::Within,
            ),
            (
                "不超过3（三）日",
                "P3D",
                None,
                TimeUnit::Natural,
                Role::Within,
            ),
            (
                "两三天内",
                "P3D",
                Some("P2D"),
                TimeUnit::Natural,
                Role::Within,
            ),
            (
                "每三个月巡检",
                "P3M",
                None,
                TimeUnit::Natural,
                Role::Recurring,
            ),
            (
                "24小时服务热线",
                "PT24H",
                None,
                TimeUnit::Natural,
                Role::Attendance,
            ),
            (
                "1个半小时内",
                "PT1H30M",
                None,
                TimeUnit::Natural,
                Role::Within,
            ),
            ("一周内", "P7D", None, TimeUnit::Natural, Role::Within),
            ("次日上门", "P1D", None, TimeUnit::Natural, Role::Within),
            (
                "2-4h内",
                "PT4H",
                Some("PT2H"),
                TimeUnit::Natural,
                Role::Within,
            ),
        ] {
            let expected = (iso.to_owned(), low.map(str::to_owned), unit, role);
            assert_eq!(first(text), expected, "{text}");
        }
    }

    #[test]
    fn dates_and_idioms_are_no_lengths() {
        for text in [
            "2024年5月1日", "第一年", "一年四季", "一年级", "每月5日前", "2载荷",
        ] {
            let chars: Vec<char> = text.chars().collect();
            assert_eq!(periods(&chars, 0, chars.len()), [], "{text}");
        }
    }
}
