//! Days as people write them.

use std::fmt::Write as _;

/// Reads a day written `2026-11-22`, `2026/11/22`, `2026.11.22`, `2026年11月22日` or `20261122` into `2026-11-22`.
/// `None` when the text is none of these, or names a day that does not exist.
pub fn read_date(text: &str) -> Option<String> {
    let parts = split(text.trim())?;
    let [year, month, day] = parts;
    let exists = (1900..=2200).contains(&year)
        && (1..=12).contains(&month)
        && (1..=days_in(year, month)).contains(&day);
    exists.then(|| {
        let mut day_text = String::new();
        write!(day_text, "{year:04}-{month:02}-{day:02}").expect("writing to a string cannot fail");
        day_text
    })
}

fn split(text: &str) -> Option<[u16; 3]> {
    if text.len() == 8 && text.bytes().all(|byte| byte.is_ascii_digit()) {
        return Some([
            text[..4].parse().ok()?,
            text[4..6].parse().ok()?,
            text[6..].parse().ok()?,
        ]);
    }
    // A time of day after the date says nothing about the day.
    let date = text.split([' ', 'T']).next()?;
    let mut parts = date
        .split(['-', '/', '.', '年', '月', '日'])
        .filter(|part| !part.is_empty())
        .map(|part| part.parse().ok());
    let found = [parts.next()??, parts.next()??, parts.next()??];
    parts.next().is_none().then_some(found)
}

fn days_in(year: u16, month: u16) -> u16 {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_reads_as_people_write_it() {
        for good in [
            "2026-11-22",
            "2026/11/22",
            "2026.11.22",
            "2026年11月22日",
            "20261122",
            " 2026-11-22 08:30 ",
        ] {
            assert_eq!(read_date(good).as_deref(), Some("2026-11-22"), "{good}");
        }
        assert_eq!(read_date("2024/2/29").as_deref(), Some("2024-02-29"));
    }

    #[test]
    fn a_day_that_does_not_exist_is_not_a_day() {
        for bad in [
            "2026-02-29",
            "2026-13-01",
            "2026-00-10",
            "22-11-2026",
            "2026-11",
            "2026-11-22-1",
            "昨天",
            "",
            "1899-01-01",
        ] {
            assert_eq!(read_date(bad), None, "{bad}");
        }
    }
}
