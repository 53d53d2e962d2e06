//! Recurring duties.

use super::super::duty::{deliverable, work};
use super::rest::Rest;
use super::{Heard, Pen};
use crate::plan::clauses::duty::{
    Anchor, Deliverable, During, DutyKind, Every, EveryUnit, RecurringDuty,
};
use crate::plan::document::AnswerKind;
use crate::plan::{Asked, Condition, Promise};

const DURING: &[(&str, During)] = &[
    ("保修期内或维保合同期内，", During::WarrantyOrContract),
    ("保修期内，", During::Warranty),
    ("维保合同期内，", During::Contract),
];
const UNITS: &[(&str, EveryUnit)] = &[
    ("天", EveryUnit::Days),
    ("周", EveryUnit::Weeks),
    ("个月", EveryUnit::Months),
];
const NAMED: &[(&str, u32, EveryUnit)] = &[
    ("每年", 12, EveryUnit::Months),
    ("每半年", 6, EveryUnit::Months),
    ("每月", 1, EveryUnit::Months),
    ("每周", 1, EveryUnit::Weeks),
    ("每天", 1, EveryUnit::Days),
];

impl Pen<'_> {
    pub(super) fn duty(&mut self, lines: &[String]) -> Option<Heard> {
        let (first, more) = lines.split_first()?;
        let mut rest = Rest(first.strip_suffix('。')?);
        let during = DURING.iter().find(|(words, _)| rest.eat(words));
        let when = match during {
            Some(_) => Condition::default(),
            None => self.opening(&mut rest),
        };
        let during = match during.or_else(|| DURING.iter().find(|(words, _)| rest.eat(words))) {
            Some((_, during)) => *during,
            None => During::Always,
        };
        rest.must("我方")?;
        let known = rhythm(&mut rest);
        if known.is_none() {
            rest.must("定期")?;
        }
        let (what, report) = worked(&mut rest)?;
        if known.is_some() {
            rest.must("一次")?;
        }
        let mut delivers = if report {
            vec![Deliverable::Report]
        } else {
            Vec::new()
        };
        if rest.eat("，") {
            delivers.extend(rest.several(Deliverable::ALL, deliverable)?);
        }
        let every = if let Some(every) = known {
            every
        } else {
            rest.must("（周期为________")?;
            let (_, unit) = UNITS.iter().find(|(words, _)| rest.eat(words))?;
            rest.must("）")?;
            Every {
                count: self.ask(AnswerKind::Number),
                unit: *unit,
            }
        };
        rest.end()?;
        let mut duty = RecurringDuty {
            what,
            every,
            anchor: Anchor::default(),
            during,
            early_days: Asked::Known(0),
            late_days: Asked::Known(0),
            delivers,
        };
        for line in more {
            self.further(line, &mut duty)?;
        }
        Some(Heard::of(when, Promise::RecurringDuty(duty)))
    }

    fn further(&mut self, line: &str, duty: &mut RecurringDuty) -> Option<()> {
        let mut rest = Rest(line.strip_suffix('。')?);
        if rest.eat("周期以上一次完成之日为起点") {
            duty.anchor = Anchor::LastDone;
        } else if rest.eat("前后可各移") {
            let days = self.asked(&mut rest, AnswerKind::Number, Rest::number)?;
            rest.must("日")?;
            duty.early_days = days.clone();
            duty.late_days = days;
        } else if rest.eat("可早") {
            duty.early_days = self.asked(&mut rest, AnswerKind::Number, Rest::number)?;
            rest.must("日")?;
            if rest.eat("或晚") {
                duty.late_days = self.asked(&mut rest, AnswerKind::Number, Rest::number)?;
                rest.must("日")?;
            }
        } else {
            rest.must("可晚")?;
            duty.late_days = self.asked(&mut rest, AnswerKind::Number, Rest::number)?;
            rest.must("日")?;
        }
        rest.end()
    }
}

fn rhythm(rest: &mut Rest<'_>) -> Option<Every> {
    if let Some((_, count, unit)) = NAMED.iter().find(|(words, ..)| rest.eat(words)) {
        return Some(Every {
            count: Asked::Known(*count),
            unit: *unit,
        });
    }
    rest.must("每")?;
    let count = rest.number()?;
    let (_, unit) = UNITS.iter().find(|(words, _)| rest.eat(words))?;
    Some(Every {
        count: Asked::Known(count),
        unit: *unit,
    })
}

/// What is done, and whether it is nothing but a report.
fn worked(rest: &mut Rest<'_>) -> Option<(DutyKind, bool)> {
    if rest.eat("提交运行分析报告") {
        Some((DutyKind::Advice, true))
    } else if rest.eat("提交服务总结报告") {
        Some((DutyKind::Review, true))
    } else {
        rest.one(DutyKind::ALL, work).map(|what| (what, false))
    }
}
