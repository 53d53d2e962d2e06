//! Remedies: what goes wrong, and what the customer is then entitled to.

use super::super::remedy::entitled;
use super::rest::Rest;
use super::{Heard, Pen, article_id, sentence};
use crate::money::{BasisPoints, Fen};
use crate::plan::clauses::remedy::{Entitles, Remedy, Trigger};
use crate::plan::document::AnswerKind;
use crate::plan::{Condition, Promise};

/// What states no value, on either side.
const PLAIN: &[Entitles] = &[
    Entitles::ReplaceSameModel,
    Entitles::Exchange,
    Entitles::Return,
    Entitles::Loaner,
    Entitles::FreeRepair,
    Entitles::RepairAtMaterialCost,
    Entitles::CostsBorne,
    Entitles::RemovedUnitMadeGood,
];
const PLAIN_TRIGGERS: &[(&str, Trigger)] = &[
    ("开箱发现质量问题（含外观瑕疵）的", Trigger::OpenBoxDefect),
    ("经确认属我方原因的", Trigger::OwnFaultConfirmed),
    ("经确认属客户原因的", Trigger::CustomerFaultConfirmed),
    ("货物超过有效期的", Trigger::ExpiredGoods),
    ("短时间无法修复的", Trigger::NotRepairableSoon),
];

/// What stands before and behind a count, and the trigger it makes.
type Counted = (&'static str, &'static str, fn(u32) -> Trigger);

const COUNTED: &[Counted] = &[
    (
        "同一故障连续维修",
        "次仍不能正常使用的",
        |times| Trigger::SameDefectRepaired { times },
    ),
    ("维修", "次仍不能正常使用的", |times| {
        Trigger::RepairedStillFaulty { times }
    }),
    ("修理超过", "日仍未修好的", |days| {
        Trigger::RepairLongerThan { days }
    }),
    ("因缺少零件修理超过", "日仍未修好的", |days| {
        Trigger::PartsMissingFor { days }
    }),
    (
        "网络、电视、电话、邮购等方式销售，自收货之日起",
        "日内要求退货的",
        |days| Trigger::DistanceSale { days },
    ),
];

impl Pen<'_> {
    pub(super) fn remedy(&mut self, lines: &[String]) -> Option<Heard> {
        let mut rest = sentence(lines)?;
        let trigger = self.trigger(&mut rest)?;
        rest.must("，")?;
        let several = rest.eat("由客户选择，");
        rest.must("我方")?;
        let mut entitles = vec![one(&mut rest)?];
        while several && rest.eat("或") {
            entitles.push(one(&mut rest)?);
        }
        let mut besides = Vec::new();
        if rest.eat("，并") {
            besides.push(one(&mut rest)?);
        } else if !several && rest.0.starts_with('并') {
            besides.append(&mut entitles);
        }
        while rest.eat("并") {
            besides.push(one(&mut rest)?);
        }
        rest.end()?;
        let remedy = Remedy {
            trigger,
            entitles,
            besides,
        };
        Some(Heard::of(Condition::default(), Promise::Remedy(remedy)))
    }

    fn trigger(&mut self, rest: &mut Rest<'_>) -> Option<Trigger> {
        if let Some((_, plain)) = PLAIN_TRIGGERS.iter().find(|(words, _)| rest.eat(words)) {
            return Some(plain.clone());
        }
        let mut ahead = *rest;
        if ahead.eat("自收货之日起") {
            let days = self.asked(&mut ahead, AnswerKind::Number, Rest::number)?;
            if ahead.eat("日内发现质量问题的") {
                *rest = ahead;
                return Some(Trigger::WithinDaysOfReceipt { days });
            }
            ahead.must("日内或行驶")?;
            let kilometres = ahead.number()?;
            ahead.must("公里内（先到为准）发生严重安全故障的")?;
            *rest = ahead;
            return Some(Trigger::SafetyDefect {
                days: *days.known()?,
                kilometres,
            });
        }
        for (before, behind, made) in COUNTED {
            let mut ahead = *rest;
            if ahead.eat(before)
                && let Some(count) = ahead.number()
                && ahead.eat(behind)
            {
                *rest = ahead;
                return Some(made(count));
            }
        }
        rest.must("我方未能按")?;
        let number = rest.until("履行的")?;
        Some(Trigger::LimitBroken {
            clause: article_id(number)?,
        })
    }
}

fn one(rest: &mut Rest<'_>) -> Option<Entitles> {
    if let Some(plain) = PLAIN.iter().find(|it| rest.eat(&entitled(it))) {
        return Some(plain.clone());
    }
    if rest.eat("减免费用的") {
        let bps: BasisPoints = rest.share()?;
        return Some(Entitles::Discount { bps });
    }
    if rest.eat("一次性赔偿") {
        let fen = rest.money()?;
        return Some(Entitles::CompensationOnce { fen });
    }
    rest.must("每迟延一")?;
    let by_hour = rest.eat("小时");
    if !by_hour {
        rest.must("日")?;
    }
    rest.must("赔偿")?;
    let fen = rest.money()?;
    rest.must("，累计不超过")?;
    let cap_fen = if rest.eat("________元") {
        Fen::ZERO
    } else {
        rest.money()?
    };
    Some(if by_hour {
        Entitles::CompensationPerHour { fen, cap_fen }
    } else {
        Entitles::CompensationPerDay { fen, cap_fen }
    })
}
