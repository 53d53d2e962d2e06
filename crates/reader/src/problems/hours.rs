//! Hours of a week as people write them in a roster: 周一至周五 8:30-17:30, 每天9点至21点, 早班00:00-08:00.

/// Minutes of a week that are attended, from Monday 00:00.
pub(super) struct Week(Vec<bool>);

const DAY: usize = 24 * 60;
const DAYS: usize = 7;
/// Names of days in the order of the week.
const NAMES: [(&str, usize); 9] = [
    ("一", 0),
    ("二", 1),
    ("三", 2),
    ("四", 3),
    ("五", 4),
    ("六", 5),
    ("日", 6),
    ("天", 6),
    ("末", 5),
];

impl Week {
    pub(super) fn empty() -> Self {
        Self(vec![false; DAY * DAYS])
    }

    /// Adds what a line says; nothing where it names no hours.
    pub(super) fn add(&mut self, line: &[char]) {
        let days = days(line);
        for (from, to) in ranges(line) {
            for day in &days {
                for minute in from..to {
                    self.0[(day * DAY + minute) % (DAY * DAYS)] = true;
                }
            }
        }
    }

    pub(super) fn is_always(&self) -> bool {
        self.0.iter().all(|attended| *attended)
    }
}

/// The hours a line names, in minutes of a day; an end before its beginning is on the next day.
pub(super) fn ranges(line: &[char]) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < line.len() {
        match range(line, at) {
            Some((hours, next)) => {
                found.push(hours);
                at = next;
            }
            None => at += 1,
        }
    }
    found
}

fn range(line: &[char], at: usize) -> Option<((usize, usize), usize)> {
    let before = at.checked_sub(1).map_or(' ', |before| line[before]);
    if before.is_ascii_digit() || before == '-' {
        return None;
    }
    let (from, next) = time(line, at)?;
    let mut next = skip(line, next, " ");
    if !"-~至到".contains(*line.get(next)?) {
        return None;
    }
    next = skip(line, next, "-~至到 次日翌早晚上下午点间凌晨");
    let afternoon = "下晚".contains(line[next.saturating_sub(2)]);
    let (to, next) = time(line, next)?;
    let to = if afternoon && to <= DAY / 2 {
        to + DAY / 2
    } else {
        to
    };
    let to = if to <= from { to + DAY } else { to };
    Some(((from, to), next))
}

/// 8:30, 8点半, 17时.
fn time(line: &[char], at: usize) -> Option<(usize, usize)> {
    let digits = |from: usize| {
        line[from.min(line.len())..]
            .iter()
            .take(2)
            .take_while(|char| char.is_ascii_digit())
            .count()
    };
    let number = |from: usize, length: usize| -> Option<usize> {
        line[from..from + length]
            .iter()
            .collect::<String>()
            .parse()
            .ok()
    };
    let length = digits(at);
    let hour = number(at, length)?;
    let mark = *line.get(at + length)?;
    if hour > 24 || !matches!(mark, ':' | '：' | '点' | '时') {
        return None;
    }
    let next = at + length + 1;
    if line.get(next) == Some(&'半') {
        return Some((hour * 60 + 30, next + 1));
    }
    let minutes = digits(next);
    let minute = if minutes == 2 { number(next, 2)? } else { 0 };
    let end = if minutes == 2 { next + 2 } else { next };
    (minute < 60).then_some((hour * 60 + minute, skip(line, end, "分整")))
}

fn skip(line: &[char], from: usize, marks: &str) -> usize {
    from + line[from.min(line.len())..]
        .iter()
        .take_while(|char| marks.contains(**char))
        .count()
}

/// The days a line names; every day where it names none.
fn days(line: &[char]) -> Vec<usize> {
    let text: String = line.iter().collect();
    if ["工作日", "上班日"].iter().any(|word| text.contains(word)) {
        return (0..5).collect();
    }
    let mut found: Vec<(usize, usize)> = Vec::new();
    for (at, char) in line.iter().enumerate() {
        let week = *char == '周' || *char == '期' && at > 0 && line[at - 1] == '星';
        let named = line.get(at + 1).and_then(|name| {
            let name = name.to_string();
            NAMES.iter().find(|(known, _)| *known == name)
        });
        if let (true, Some((_, day))) = (week, named) {
            found.push((at, *day));
        }
    }
    match found[..] {
        [] => (0..DAYS).collect(),
        [(first, from), (second, to), ..]
            if line[first..second]
                .iter()
                .any(|char| "至到-~".contains(*char)) =>
        {
            (from..=to.max(from)).collect()
        }
        _ => {
            let mut days: Vec<usize> = found.iter().map(|(_, day)| *day).collect();
            if text.contains("周末") {
                days.push(6);
            }
            days
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn week(lines: &[&str]) -> Week {
        let mut week = Week::empty();
        for line in lines {
            week.add(&line.chars().collect::<Vec<_>>());
        }
        week
    }

    #[test]
    fn shifts_around_the_clock_attend_always_and_office_hours_do_not() {
        assert!(week(&["早班0:00-8:00", "中班8:00-16:00", "晚班16:00-24:00"]).is_always());
        assert!(week(&["白班8点至20点", "夜班20点至次日8点"]).is_always());
        assert!(!week(&["早班8:00-16:00", "中班16:00-24:00"]).is_always());
        assert!(!week(&["周一至周五 0:00-24:00", "周六 0:00-24:00"]).is_always());
        assert!(week(&["周一至周五 0:00-24:00", "周末 0:00-24:00"]).is_always());
    }

    #[test]
    fn hours_are_read_as_people_write_them() {
        let read = |line: &str| ranges(&line.chars().collect::<Vec<_>>());
        assert_eq!(read("8:30-17:30"), [(510, 1050)]);
        assert_eq!(read("上午9点至下午6点"), [(540, 1080)]);
        assert_eq!(read("20:00至次日8:00"), [(1200, 1920)]);
        assert!(read("2-4小时，2026-11-28").is_empty());
    }
}
