//! Conditions in words as conditions of a decision table.

use domain::case::intake::Channel;
use domain::plan::Plan;
use domain::plan::clauses::coverage::Standing;
use domain::plan::condition::{Condition, HoursOfDay};

use super::names;
use crate::reading;

/// A condition of the domain, and what of the words it could not take.
pub(super) struct Read {
    pub when: Condition,
    /// The words are those of the default row: 其他时间, 其余地区.
    pub otherwise: bool,
    /// Some of the words found no place.
    pub unsaid: bool,
}

pub(super) fn condition(plan: &mut Plan, words: &reading::Condition) -> Read {
    let mut read = Read {
        when: Condition::default(),
        otherwise: false,
        unsaid: false,
    };
    let mut take = |word: &Option<String>, put: &mut dyn FnMut(&str, &mut Read)| {
        if let Some(word) = word {
            if is_rest(word) {
                read.otherwise = true;
            } else {
                put(word, &mut read);
            }
        }
    };
    take(&words.fault_level, &mut |word, read| {
        read.when.severity.push(names::severity(plan, word));
    });
    take(&words.service_level, &mut |word, read| {
        read.when
            .service_level
            .push(names::service_level(plan, word));
    });
    take(&words.region, &mut |word, read| {
        read.when.region.push(names::region(plan, word));
    });
    take(&words.question, &mut |word, read| {
        read.when.question.push(names::question(plan, word));
    });
    take(&words.report_hours, &mut |word, read| {
        read.when.reported_between = hours(word);
        // 采暖期, 节假日: no hours of the day, and no promise of every case either.
        if read.when.reported_between.is_none() {
            read.unsaid |= !asked(plan, word, read);
        }
    });
    take(&words.other, &mut |word, read| {
        read.unsaid |= !asked(plan, word, read);
    });
    take(&words.warranty, &mut |word, read| match word {
        "in" => read.when.standing.push(Standing::InWarranty),
        "out" => read.when.standing.push(Standing::OutOfWarranty),
        _ => read.unsaid = true,
    });
    take(&words.channel, &mut |word, read| match channel(word) {
        Some(channel) => read.when.channel.push(channel),
        None => read.unsaid = true,
    });
    read
}

/// 其他时间, 其余地区: everything no other row names; not 其他漏洞.
fn is_rest(word: &str) -> bool {
    const WHATEVER: [&str; 5] = ["漏洞", "备件", "配件", "客户", "用户"];
    let rest = ["其他", "其它", "其余", "其外"]
        .iter()
        .any(|rest| word.starts_with(rest));
    rest && !WHATEVER.iter().any(|thing| word.ends_with(thing))
}

/// A circumstance as a kind of question the plan tells apart. False where the words are too long for a name, or one is named already.
fn asked(plan: &mut Plan, word: &str, read: &mut Read) -> bool {
    const LONGEST: usize = 20;
    let mut label: String = word.split_whitespace().collect();
    for opening in ["如果", "如遇", "对于", "如", "若", "遇", "当", "对"] {
        if let Some(rest) = label.strip_prefix(opening) {
            label = rest.to_owned();
            break;
        }
    }
    let label = label.trim_end_matches(['的', '时', '，', '：', '；']);
    if label.is_empty() || label.chars().count() > LONGEST || !read.when.question.is_empty() {
        return false;
    }
    read.when.question.push(names::question(plan, label));
    true
}

fn channel(word: &str) -> Option<Channel> {
    let of = [
        ("电话", Channel::Phone),
        ("邮件", Channel::Mail),
        ("网", Channel::Web),
        ("在线", Channel::Web),
        ("微信", Channel::App),
        ("传真", Channel::Fax),
    ];
    of.iter()
        .find(|(part, _)| word.contains(part))
        .map(|(_, channel)| *channel)
}

/// 10:00至19:00, 8点-17点30分: two times of day.
fn hours(words: &str) -> Option<HoursOfDay> {
    let mut times = words
        .split(['至', '到', '-', '~', '—', '－', '～'])
        .filter(|part| !part.trim().is_empty())
        .map(time);
    let hours = HoursOfDay {
        from: times.next()??.parse().ok()?,
        to: times.next()??.parse().ok()?,
    };
    (times.next().is_none() && hours.from != hours.to).then_some(hours)
}

/// One time of day as the domain writes it; 24:00 is midnight.
fn time(words: &str) -> Option<String> {
    let mut numbers = words
        .split(|c: char| !c.is_ascii_digit())
        .filter(|digits| !digits.is_empty())
        .map(str::parse::<u8>);
    let hour = numbers.next()?.ok()?;
    let minute = numbers.next().map_or(Ok(0), |minute| minute).ok()?;
    let hour = if hour == 24 { 0 } else { hour };
    Some(format!("{hour:02}:{minute:02}:00"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hours_are_read_as_people_write_them() {
        for (words, expected) in [
            ("10:00至19:00", "10:00:00 19:00:00"),
            ("8点-17点30分", "08:00:00 17:30:00"),
            ("18:00-24:00", "18:00:00 00:00:00"),
        ] {
            let read = hours(words).expect("two times");
            assert_eq!(format!("{} {}", read.from, read.to), expected);
        }
        assert!(hours("夜间").is_none());
        assert!(hours("25:00-26:00").is_none());
    }
}
