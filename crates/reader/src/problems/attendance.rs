//! Round-the-clock attendance promised beside hours that are not.

use super::{Docket, short};
use crate::reading::{Attendance, Problem, ProblemKind, Settlement, Severity, Terms};

pub(super) fn find(docket: &Docket<'_>) -> Option<Problem> {
    let phones = docket.clauses(|terms| match terms {
        Terms::Channel {
            channel,
            attendance: Some(attendance),
            ..
        } if !channel.contains(&"on_site") => Some(*attendance),
        _ => None,
    });
    let (always, _) = phones
        .iter()
        .find(|(_, attendance)| *attendance == Attendance::Always)?;
    let (limited, _) = phones
        .iter()
        .find(|(_, attendance)| *attendance == Attendance::Limited)?;
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
