//! Time limits: each sentence is a case of the table.

use super::super::limits::{AHEAD, BY_APPOINTMENT, FAILED, OWNERS};
use super::super::{milestones, names, when};
use super::rest::Rest;
use super::{Heard, Pen};
use crate::case::pause::PauseReason;
use crate::milestone::Milestone;
use crate::plan::clauses::time_limit::{Bound, Otherwise, Row, TimeLimit};
use crate::plan::document::AnswerKind;
use crate::plan::{Condition, Party, Promise, Strength};
use crate::time::DayEnd;

/// One sentence of a limit.
struct Case {
    when: Condition,
    /// Whether it is the case no other speaks of.
    is_rest: bool,
    owner: Option<(Party, Strength)>,
    from: Option<Milestone>,
    to: Milestone,
    bound: Bound,
}

impl Pen<'_> {
    pub(super) fn limit(&mut self, lines: &[String]) -> Option<Heard> {
        let mut cases = Vec::new();
        let mut limit = TimeLimit {
            from: Milestone::Reported,
            to: Milestone::Answered,
            rows: Vec::new(),
            otherwise: Otherwise::NoPromise,
            calendar: None,
            day_end: DayEnd::default(),
            pausable_by: Vec::new(),
            warn_at_percent: Vec::new(),
        };
        for line in lines {
            let mut rest = Rest(line.strip_suffix('。')?);
            if rest.eat("下列等待不计时：") {
                limit.pausable_by = rest.several(PauseReason::ALL, names::pause)?;
            } else if rest.eat("本条按") {
                let told = rest.until("计时")?;
                limit.calendar = Some(names::calendar_called(told)?);
            } else if rest.eat("最后一日以当日营业结束为止") {
                limit.day_end = DayEnd::CloseOfBusiness;
            } else {
                cases.push(self.case(&mut rest)?);
            }
            rest.end()?;
        }
        let first = cases.first()?;
        limit.to = first.to;
        limit.from = cases
            .iter()
            .find_map(|case| case.from)
            .unwrap_or(Milestone::Reported);
        let (binds, strength) = first.owner.unwrap_or_default();
        let shared = shared(&cases);
        let rest = cases.len() - 1;
        for (at, mut case) in cases.into_iter().enumerate() {
            if at == rest && (case.is_rest || at == 0) {
                limit.otherwise = Otherwise::Bound(case.bound);
            } else {
                strip(&mut case.when, &shared);
                limit.rows.push(Row {
                    when: case.when,
                    bound: case.bound,
                });
            }
        }
        Some(Heard {
            when: shared,
            binds,
            strength,
            promise: Promise::TimeLimit(limit),
        })
    }

    fn case(&mut self, rest: &mut Rest<'_>) -> Option<Case> {
        let when = self.opening(rest);
        let is_rest = when::REMAINING
            .iter()
            .any(|words| rest.eat(&format!("{words}，")));
        let failed = rest.eat(FAILED);
        let owner = OWNERS
            .iter()
            .find(|(_, words)| rest.eat(words))
            .map(|(owner, _)| *owner);
        let mut case = Case {
            when,
            is_rest,
            owner,
            from: failed.then_some(Milestone::RemoteAttemptFailed),
            to: Milestone::Answered,
            bound: Bound::Appointment {
                early_minutes: 0.into(),
                late_minutes: 0.into(),
            },
        };
        if owner.is_none() {
            rest.must("我方")?;
            self.without_owner(rest, &mut case)?;
            return Some(case);
        }
        if !failed {
            let words = milestones::after;
            case.from = Some(match rest.one(Milestone::ALL, words) {
                Some(from) => from,
                None => rest.must("发货后").map(|()| Milestone::Dispatched)?,
            });
        }
        case.bound = self.within(rest)?;
        rest.must("内")?;
        case.to = reached(rest)?;
        if rest.eat("（内部目标为") {
            let hope = rest.limit()?;
            rest.must("）")?;
            if let Bound::Within { target, .. } = &mut case.bound {
                *target = Some(hope.into());
            }
        }
        Some(case)
    }

    /// An appointment, or notice that is given ahead.
    fn without_owner(&mut self, rest: &mut Rest<'_>, case: &mut Case) -> Option<()> {
        if rest.eat(AHEAD) {
            let limit = self.asked(rest, AnswerKind::Limit, Rest::limit)?;
            rest.must("通知客户")?;
            case.to = reached(rest)?;
            case.bound = Bound::Before { limit };
            return Some(());
        }
        rest.must(BY_APPOINTMENT)?;
        case.to = reached(rest)?;
        rest.must("（可早到")?;
        let early_minutes = self.asked(rest, AnswerKind::Number, Rest::number)?;
        rest.must("分、迟到不超过")?;
        let late_minutes = self.asked(rest, AnswerKind::Number, Rest::number)?;
        rest.must("分）")?;
        case.bound = Bound::Appointment {
            early_minutes,
            late_minutes,
        };
        Some(())
    }

    /// 2小时, 4～16小时, 30分钟～2小时.
    fn within(&mut self, rest: &mut Rest<'_>) -> Option<Bound> {
        let mut ahead = *rest;
        let low = ahead.number();
        if let Some(low) = low {
            let own = ahead.unit(low);
            if ahead.eat("～") {
                let high = ahead.number()?;
                let mut unit = ahead;
                let limit = ahead.unit(high)?;
                let target = match own {
                    Some(own) => own,
                    None => unit.unit(low)?,
                };
                *rest = ahead;
                return Some(Bound::Within {
                    limit: limit.into(),
                    target: Some(target.into()),
                });
            }
        }
        let limit = self.asked(rest, AnswerKind::Limit, Rest::limit)?;
        Some(Bound::Within {
            limit,
            target: None,
        })
    }
}

fn reached(rest: &mut Rest<'_>) -> Option<Milestone> {
    match rest.one(Milestone::ALL, milestones::reach) {
        Some(to) => Some(to),
        None => rest.must("发货").map(|()| Milestone::Dispatched),
    }
}

/// What every case states: it holds for the whole clause.
fn shared(cases: &[Case]) -> Condition {
    let mut shared = cases
        .first()
        .map(|case| case.when.clone())
        .unwrap_or_default();
    if let [_] = cases {
        return shared;
    }
    macro_rules! keep {
        ($($field:ident)*) => {$(
            if cases.iter().any(|case| case.when.$field != shared.$field) {
                shared.$field = Default::default();
            }
        )*};
    }
    keep!(severity service_level region reported_between standing channel question cause);
    shared
}

fn strip(when: &mut Condition, shared: &Condition) {
    macro_rules! strip {
        ($($field:ident)*) => {$(
            if when.$field == shared.$field {
                when.$field = Default::default();
            }
        )*};
    }
    strip!(severity service_level region reported_between standing channel question cause);
}
