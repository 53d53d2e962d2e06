//! How often a duty comes back, where its kind is known and the words need only be understood.
//!
//! The rules of [`super::recurring_duty`] ask for a rhythm and a work before they see a duty at all. Where the words around decided that something is one,
//! its rhythm may be told more loosely: 周三下午来转一圈, 年年春播前校一遍, 半年提醒升级.

use crate::outline::Page;
use crate::reading::{Duration, Unit};
use crate::words::numerals;
use crate::words::periods::{Period, Role, ends_with, starts_with};
use crate::words::rhythms::words_at;

/// How long it is from one time to the next, as the words of a duty between two positions tell.
pub(super) fn told(page: &Page, start: usize, end: usize, periods: &[Period]) -> Option<Duration> {
    worded(page, start, end, periods).or_else(|| counted(page, start, end, periods))
}

/// The same where only words tell that call it a rhythm: a mere length beside a duty may be that of the warranty.
pub(super) fn worded(
    page: &Page,
    start: usize,
    end: usize,
    periods: &[Period],
) -> Option<Duration> {
    spaced(page, start, end, periods)
        .or_else(|| stated(periods, start, end))
        .or_else(|| named(page, start, end, periods))
}

/// 隔三个月: the length itself; 隔一周, 每隔一天: every other one.
pub(super) fn spaced(
    page: &Page,
    start: usize,
    end: usize,
    periods: &[Period],
) -> Option<Duration> {
    let after = |period: &&Period| {
        within(period, start, end) && ends_with(&page.clean.chars, start, period.start, "隔")
    };
    let length = periods.iter().find(after)?.high;
    let one = length == Duration::whole(Unit::Day, 1)
        || length == Duration::whole(Unit::Day, 7)
        || length == Duration::whole(Unit::Month, 1);
    Some(Duration {
        hundredths: length.hundredths * if one { 2 } else { 1 },
        ..length
    })
}

fn within(period: &Period, start: usize, end: usize) -> bool {
    period.start >= start && period.end <= end
}

/// 每三个月: a length that says so itself.
fn stated(periods: &[Period], start: usize, end: usize) -> Option<Duration> {
    let recurring = |period: &&Period| within(period, start, end) && period.role == Role::Recurring;
    periods.iter().find(recurring).map(|period| period.high)
}

/// 三个月来洗一趟, 半年一检: a length that nothing happens within or after, and nothing is warranted for.
fn counted(page: &Page, start: usize, end: usize, periods: &[Period]) -> Option<Duration> {
    const AFTER: [&str; 13] = [
        "内", "后", "以内", "之内", "以后", "之后", "前", "质保", "保修", "免费", "保固", "期",
        "包修",
    ];
    const BEFORE: [&str; 11] = [
        "质保", "保修", "包修", "保", "提前", "保存", "保留", "为期", "不少于", "时长", "头",
    ];
    let chars = &page.clean.chars;
    let plain = |period: &&Period| {
        within(period, start, end)
            && period.role == Role::Plain
            && matches!(period.high.unit, Unit::Day | Unit::Month | Unit::Year)
            && !AFTER
                .iter()
                .any(|word| starts_with(chars, period.end, word))
            && !BEFORE
                .iter()
                .any(|word| ends_with(chars, start, period.start, word))
    };
    periods.iter().find(plain).map(|period| period.high)
}

/// 周三, 月底, 入冬前; of several times of the year so many a year: 端午、冬至前各一次, 汛前汛后, 五月、十一月.
fn named(page: &Page, start: usize, end: usize, periods: &[Period]) -> Option<Duration> {
    const SEVERAL: std::ops::RangeInclusive<u64> = 2..=4;
    const MONTHS: u64 = 12;
    let chars = &page.clean.chars[..end];
    let yearly = Duration::whole(Unit::Year, 1);
    let words = words(chars, start, periods);
    let every_other = words.iter().find(|(name, _)| name.starts_with('隔'));
    if let Some((_, every)) = every_other {
        return Some(*every);
    }
    let shortest = words
        .iter()
        .map(|(_, every)| *every)
        .min_by_key(|every| every.minutes());
    if shortest.is_some_and(|every| every != yearly) {
        return shortest;
    }
    // 每年汛前、汛后各一次: that it is every year is no time of the year.
    let says_yearly = |name: &str| {
        ["每", "按", "逐", "年年", "岁岁", "年度", "一年"]
            .iter()
            .any(|word| name.starts_with(word))
    };
    let seasons = words.iter().filter(|(name, _)| !says_yearly(name)).count() as u64;
    let a_year = months(chars, start).max(seasons);
    if SEVERAL.contains(&a_year) {
        return Some(Duration::whole(Unit::Month, MONTHS / a_year));
    }
    shortest.or((a_year == 1).then_some(yearly))
}

/// The words that stand for a rhythm, each once; what is part of a length of time or of a month of the year, 六月底, is none of them.
fn words(chars: &[char], start: usize, periods: &[Period]) -> Vec<(&'static str, Duration)> {
    let mut found: Vec<(&str, Duration)> = Vec::new();
    let mut at = start;
    while at < chars.len() {
        let inside = |period: &&Period| period.start <= at && at < period.end;
        if let Some(period) = periods.iter().find(inside) {
            at = period.end;
        } else if let Some((_, end)) = month_at(chars, at) {
            at = end + usize::from(matches!(chars.get(end), Some('初' | '中' | '底' | '末')));
        } else if let Some((name, every)) = word_at(chars, at) {
            if !found.iter().any(|(other, _)| *other == name) {
                found.push((name, every));
            }
            at += name.chars().count();
        } else {
            at += 1;
        }
    }
    found
}

fn word_at(chars: &[char], at: usize) -> Option<(&'static str, Duration)> {
    words_at(chars, at).find_map(|word| Some((word.name, word.every?)))
}

/// How many times a year months of the year name: 五月做一次大保养, 五月、十一月各一次; 五月至九月 is one.
fn months(chars: &[char], start: usize) -> u64 {
    let mut named: Vec<u64> = Vec::new();
    let mut at = start;
    while at < chars.len() {
        let Some((month, end)) = month_at(chars, at) else {
            at += 1;
            continue;
        };
        let closes = at > start && matches!(chars[at - 1], '至' | '到' | '-' | '~');
        if !closes && !named.contains(&month) {
            named.push(month);
        }
        at = end;
    }
    named.len() as u64
}

/// A month of the year, in hundredths as numbers are, and where it ends.
fn month_at(chars: &[char], at: usize) -> Option<(u64, usize)> {
    const LAST: u64 = 1200;
    let number = numerals::number(chars, at).filter(|number| number.hundredths <= LAST)?;
    let named = chars.get(number.end) == Some(&'月')
        && !matches!(chars.get(number.end + 1), Some('内' | '之' | '以' | '一'));
    named.then_some((number.hundredths, number.end + 1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::periods::periods;

    #[test]
    fn rhythms_are_told_as_people_say_them() {
        for (words, every) in [
            ("周三下午来转一圈", "P7D"),
            ("年年把全部探头送计量院", "P1Y"),
            ("隔一个星期来人上油", "P14D"),
            ("隔三个月加齿轮油", "P3M"),
            ("每隔一天有人来补货", "P2D"),
            ("隔周礼拜二反冲洗一回", "P14D"),
            ("半年提醒升级固件", "P6M"),
            ("一月一巡", "P1M"),
            ("端午、冬至前给冷柜洗一遍翅片", "P6M"),
            ("每年五月、十一月各保养一次", "P6M"),
            ("五月做一次大保养", "P1Y"),
            ("三个月收下来洗一趟", "P3M"),
            ("两个星期换水一成", "P14D"),
            ("每年三月请护士长进修三天", "P1Y"),
            ("每学期开学前整机清洗", "P6M"),
            ("每年九月初办一次复训", "P1Y"),
            ("每年6月底前全面检修一次", "P1Y"),
            ("每年5月至9月集中检修一次", "P1Y"),
            ("年中、年末各上门清理一次", "P6M"),
            ("每隔一个月巡检一次", "P2M"),
        ] {
            let page = Page::of(words);
            let end = page.clean.chars.len();
            let told = told(&page, 0, end, &periods(&page.clean.chars, 0, end));
            let iso = told.and_then(Duration::iso);
            assert_eq!(iso.as_deref(), Some(every), "{words}");
        }
    }

    #[test]
    fn other_words_tell_none() {
        for words in [
            "随时为您检查", "提前两天通知", "开机后十天内回访", "三年质保期内随时检查",
            "质保三年，安排人员检查",
        ] {
            let page = Page::of(words);
            let end = page.clean.chars.len();
            assert_eq!(
                told(&page, 0, end, &periods(&page.clean.chars, 0, end)),
                None
            );
        }
    }
}
