use domain::time::Instant;
use jiff::civil::DateTime;
use jiff::tz::{AmbiguousOffset, TimeZone};

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
        format!("`{text}` is not an instant: write 2026-01-19T16:30 or 2026-01-19T16:30:00+08:00")
    };
    let has_time = text
        .as_bytes()
        .get(10)
        .is_some_and(|byte| matches!(byte, b'T' | b't' | b' '));
    if !has_time {
        return Err(bad());
    }
    if let Ok(at) = text.parse() {
        return Ok(ReadInstant { at, note: None });
    }
    let wall: DateTime = text.parse().map_err(|_| bad())?;
    let ambiguous = zone.to_ambiguous_timestamp(wall);
    let at = ambiguous.compatible().map_err(|_| bad())?;
    let note = match ambiguous.offset() {
        AmbiguousOffset::Unambiguous { .. } => None,
        AmbiguousOffset::Gap { .. } => Some(format!(
            "{wall} is skipped by a clock change; read as {}",
            show(at, zone)
        )),
        AmbiguousOffset::Fold { .. } => Some(format!(
            "{wall} happens twice; read as the first, {}",
            show(at, zone)
        )),
    };
    Ok(ReadInstant { at, note })
}

/// RFC 3339 with the zone's offset at that instant, to the second where there is no fraction.
pub(super) fn show(at: Instant, zone: &TimeZone) -> String {
    at.display_with_offset(zone.to_offset(at)).to_string()
}
