//! Round-the-clock attendance promised beside hours that are not.

use super::{Docket, short};
use crate::reading::{Attendance, Problem, ProblemKind, Settlement, Severity, Terms};

pub(super) fn find(docket: &Docket<'_>) -> Option<Problem> {
    let phones = docket.clauses(|terms| match terms {
        Terms::Channel {
            channel,
            attendance: Some(attendance),
            ..
        } if !channel.contains(&"on_site") => Some((*attendance, channel)),
        _ => None,
    });
    let of = |wanted| {
        phones
            .iter()
            .filter(move |(_, (attendance, _))| *attendance == wanted)
    };
    let (always, limited) = of(Attendance::Always).find_map(|(always, (_, open))| {
        of(Attendance::Limited)
            .find(|(_, (_, closed))| one_channel(open, closed))
            .map(|(limited, _)| (*always, *limited))
    })?;
    Some(Problem {
        severity: Severity::Hard,
        kind: ProblemKind::AttendanceMismatch,
        spans: vec![always.span, limited.span],
        says: format!(
            "承诺全天候服务，但值守时间有限：“{}”与“{}”",
            short(&always.quote),
            short(&limited.quote)
        ),
        settlement: Settlement::StricterGoverns,
    })
}

/// Whether the two speak of one channel, or one of them of none in particular.
fn one_channel(open: &[&'static str], closed: &[&'static str]) -> bool {
    open.is_empty() || closed.is_empty() || open.iter().any(|channel| closed.contains(channel))
}
