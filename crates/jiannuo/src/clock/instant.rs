use domain::time::Instant;
use jiff::civil::DateTime;
use jiff::tz::{AmbiguousOffset, TimeZone};

use crate::say::words;

/// An instant as it was written, and what a reader should know about how it was read.
#[derive(Debug)]
pub(super) struct ReadInstant {
    pub(super) at: Instant,
    pub(super) note: Option<String>,
}

/// Reads an RFC 3339 instant, or a local time of the zone with a space or a T and with or without seconds.
///
/// A local time that a clock change skips is read as if the clock had not been changed yet, so it moves forward by the change;
/// one that happens twice is read as the first.
pub(super) fn read(text: &str, zone: &TimeZone) -> Result<ReadInstant, String> {
    let bad = || {
        words!(
            "“{text}”不是时刻：请写成 2026-01-19T16:30 或 2026-01-19T16:30:00+08:00",
            "`{text}` is not an instant: write 2026-01-19T16:30 or 2026-01-19T16:30:00+08:00"
        )
    };
    let offset = after_minutes(text)
        .and_then(after_seconds)
        .ok_or_else(bad)?;
    if is_offset(offset) {
        let at = text.parse().map_err(|_| bad())?;
        return Ok(ReadInstant { at, note: None });
    }
    if !offset.is_empty() {
        return Err(bad());
    }
    let wall: DateTime = text.parse().map_err(|_| bad())?;
    let ambiguous = zone.to_ambiguous_timestamp(wall);
    let at = ambiguous.compatible().map_err(|_| bad())?;
    let note = match ambiguous.offset() {
        AmbiguousOffset::Unambiguous { .. } => None,
        AmbiguousOffset::Gap { .. } => {
            let read = show(at, zone);
            Some(words!(
                "{wall} 因拨快时钟而不存在，按 {read} 读",
                "{wall} is skipped by a clock change; read as {read}"
            ))
        }
        AmbiguousOffset::Fold { .. } => {
            let read = show(at, zone);
            Some(words!(
                "{wall} 因拨慢时钟而出现两次，按第一次 {read} 读",
                "{wall} happens twice; read as the first, {read}"
            ))
        }
    };
    Ok(ReadInstant { at, note })
}

/// What follows `2026-01-19T16:30`, if the text begins like that.
fn after_minutes(text: &str) -> Option<&str> {
    let (head, rest) = text.split_at_checked(16)?;
    let fits = |(byte, form): (u8, u8)| match form {
        b'0' => byte.is_ascii_digit(),
        b' ' => matches!(byte, b'T' | b't' | b' '),
        mark => byte == mark,
    };
    let mut pairs = head.bytes().zip("0000-00-00 00:00".bytes());
    pairs.all(fits).then_some(rest)
}

/// What follows seconds and their fraction, both of which may be missing; `None` for a second that no minute has.
fn after_seconds(text: &str) -> Option<&str> {
    let Some(text) = text.strip_prefix(':') else {
        return Some(text);
    };
    let (seconds, rest) = text.split_at_checked(2)?;
    if !is_number(seconds, 59) {
        return None;
    }
    let Some(fraction) = rest.strip_prefix('.') else {
        return Some(rest);
    };
    let digits = fraction.bytes().take_while(u8::is_ascii_digit).count();
    (1..=9).contains(&digits).then(|| &fraction[digits..])
}

fn is_offset(text: &str) -> bool {
    let Some(hours_and_minutes) = text.strip_prefix(['+', '-']) else {
        return text.eq_ignore_ascii_case("z");
    };
    let parts = hours_and_minutes.split_once(':');
    parts.is_some_and(|(hours, minutes)| is_number(hours, 23) && is_number(minutes, 59))
}

/// Whether a text is a number of two digits up to a greatest.
fn is_number(text: &str, greatest: u8) -> bool {
    let digits = text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_digit());
    digits && text.parse::<u8>().is_ok_and(|number| number <= greatest)
}

/// RFC 3339 with the zone's offset at that instant, to the second where there is no fraction.
pub(super) fn show(at: Instant, zone: &TimeZone) -> String {
    at.display_with_offset(zone.to_offset(at)).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shanghai(text: &str) -> Result<String, String> {
        let zone = TimeZone::get("Asia/Shanghai").unwrap();
        read(text, &zone).map(|read| show(read.at, &zone))
    }

    #[test]
    fn local_times_and_rfc_3339_are_read() {
        let readings = [
            ("2026-01-19T16:30", "2026-01-19T16:30:00+08:00"),
            ("2026-01-19 16:30:05", "2026-01-19T16:30:05+08:00"),
            ("2026-01-19T16:30:05.25", "2026-01-19T16:30:05.25+08:00"),
            ("2026-01-19T16:30:00Z", "2026-01-20T00:30:00+08:00"),
            ("2026-01-19t16:30z", "2026-01-20T00:30:00+08:00"),
            ("2026-01-19T16:30:00-05:00", "2026-01-20T05:30:00+08:00"),
            (
                "2026-01-19 16:30:00.123456789+08:00",
                "2026-01-19T16:30:00.123456789+08:00",
            ),
        ];
        for (text, instant) in readings {
            assert_eq!(shanghai(text).as_deref(), Ok(instant));
        }
    }

    #[test]
    fn nothing_else_is_guessed_at() {
        let refused = [
            "",
            "2026-01-19",
            "2026-01-19T16",
            "2026-01-19T1630",
            "20260119T163000",
            "2026-1-9T16:30",
            "2026/01/19 16:30",
            "2026-01-19  16:30",
            "2026-01-19T24:00",
            "2026-01-19T16:60",
            "2026-01-19T16:30:60",
            "2026-01-19T16:30:5",
            "2026-01-19T16:30:05.",
            "2026-01-19T16:30:05.0123456789",
            "2026-01-19T16:30+0800",
            "2026-01-19T16:30+24:00",
            "2026-01-19T16:30+08:60",
            "2026-01-19T16:30 Z",
            "2026-01-19T16:30[America/New_York]",
            "2026-02-29T16:30",
            "2026-02-29T16:30Z",
            "2026-13-01T16:30",
            "2026-00-01T16:30",
            "２０２６-01-19T16:30",
            "1768811400",
            "now",
        ];
        for text in refused {
            let error = shanghai(text).unwrap_err();
            assert!(
                error.contains(&format!(
                    "`{text}` is not an instant: write 2026-01-19T16:30"
                )),
                "{error}"
            );
        }
    }
}
