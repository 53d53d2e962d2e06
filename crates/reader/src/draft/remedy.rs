//! What the customer is entitled to when something goes wrong.

use domain::milestone::Milestone;
use domain::money::Fen;
use domain::plan::Asked;
use domain::plan::Promise;
use domain::plan::clauses::remedy::{Entitles, Remedy, Trigger};
use domain::plan::document::AnswerKind;
use domain::slug::ClauseId;

use super::convert::{Drafted, Pen, missing};
use super::damages::{self, Damages, Per};
use super::{Open, limit};
use crate::reading::{Clause as Read, Duration, Terms};

pub(super) fn write(pen: &mut Pen, read: &Read) {
    let Terms::Remedy {
        trigger,
        entitles,
        within,
        after_repairs,
    } = &read.terms
    else {
        return;
    };
    let id = pen.id("remedy");
    let words = format!("{}{}", trigger.as_deref().unwrap_or_default(), read.quote);
    let mut open = Vec::new();
    let repairs = after_repairs
        .and_then(|times| u32::try_from(times).ok())
        .filter(|times| *times > 0);
    let trigger = match repairs {
        Some(times) => Trigger::SameDefectRepaired { times },
        None => opened_by(pen, (&id, read), &words, *within, &mut open),
    };
    let mut entitled: Vec<Entitles> = entitles
        .iter()
        .filter_map(|code| entitlement(code))
        .collect();
    if entitled.is_empty() {
        open.push(missing("/promise/entitles"));
    }
    entitled.dedup();
    let costs = |one: &Entitles| matches!(one, Entitles::CostsBorne);
    if let Some(at) = entitled.iter().position(costs)
        && let Some(damages) = damages::stated(&read.quote)
    {
        let (sum, capped) = compensation(&damages);
        entitled[at] = sum;
        if !capped {
            open.push(missing(&format!("/promise/entitles/{at}/cap_fen")));
        }
    }
    let promise = Promise::Remedy(Remedy {
        trigger,
        entitles: entitled,
        besides: Vec::new(),
    });
    pen.add(id, read, promise, open);
}

/// The sum as an entitlement, and whether nothing is left to fill in.
fn compensation(damages: &Damages) -> (Entitles, bool) {
    let capped = damages.most.is_some();
    let (fen, cap_fen) = (damages.fen, damages.most.unwrap_or(Fen::ZERO));
    match damages.per {
        Per::Hour => (Entitles::CompensationPerHour { fen, cap_fen }, capped),
        Per::Day => (Entitles::CompensationPerDay { fen, cap_fen }, capped),
        Per::Case => (Entitles::CompensationOnce { fen }, true),
    }
}

fn opened_by(
    pen: &mut Pen,
    (id, read): (&ClauseId, &Read),
    words: &str,
    within: Option<Duration>,
    open: &mut Vec<Open>,
) -> Trigger {
    let has = |list: &[&str]| list.iter().any(|word| words.contains(word));
    let days = within.and_then(limit::days);
    match () {
        () if has(&["开箱", "到货即坏", "开包"]) => Trigger::OpenBoxDefect,
        () if has(&["过期", "超过保质期"]) => Trigger::ExpiredGoods,
        () if has(&["无配件", "缺少配件", "没有配件"]) && days.is_some() => {
            Trigger::PartsMissingFor {
                days: days.unwrap_or(1),
            }
        }
        () if has(&["修理超过", "维修超过", "修理时间超过", "维修时间超过"]) && days.is_some() => {
            Trigger::RepairLongerThan {
                days: days.unwrap_or(1),
            }
        }
        () if has(&[
            "迟到", "超时", "逾期", "未按时", "未能按", "未按承诺", "未按约定", "延误",
        ]) =>
        {
            if let Some(clause) = broken_limit(pen, words) {
                Trigger::LimitBroken { clause }
            } else {
                open.push(missing("/promise/trigger"));
                Trigger::OwnFaultConfirmed
            }
        }
        () if has(&["日内", "天内", "天之内", "包退", "退货", "退换"]) => {
            Trigger::WithinDaysOfReceipt {
                days: match days {
                    Some(days) => Asked::Known(days),
                    None => pen.ask(
                        id,
                        "days",
                        "收货后几天内可以退换？",
                        AnswerKind::Number,
                        read,
                    ),
                },
            }
        }
        () if has(&[
            "无法修", "不能修", "短时间", "修不好", "备用", "备机", "代用",
        ]) =>
        {
            Trigger::NotRepairableSoon
        }
        () if has(&["质量问题", "我方", "我司", "自身", "缺陷"]) => {
            Trigger::OwnFaultConfirmed
        }
        () => {
            open.push(missing("/promise/trigger"));
            Trigger::OwnFaultConfirmed
        }
    }
}

/// What was to be done in time, by the words that tell it; of several the first counts: 备用机逾期送达 speaks of the stand-in.
const STEPS: [(&[&str], &[Milestone]); 6] = [
    (&["备用机", "备机", "代用"], &[Milestone::SpareOnSite]),
    (
        &["到场", "到达", "上门", "迟到", "到现场"],
        &[Milestone::OnSite],
    ),
    (
        &["修复", "修好", "解决", "排除", "维修完", "恢复"],
        &[Milestone::Repaired, Milestone::Restored],
    ),
    (&["响应", "答复", "回复"], &[Milestone::Answered]),
    (&["发货", "寄出"], &[Milestone::Dispatched]),
    (
        &["到货", "送达", "交货"],
        &[Milestone::Delivered, Milestone::PartArrived],
    ),
];

/// The limit a remedy for lateness speaks of: the last one before it that ends with the step its words name, or the last of all where they name none.
fn broken_limit(pen: &Pen, words: &str) -> Option<ClauseId> {
    let named = STEPS
        .iter()
        .find(|(told, _)| told.iter().any(|word| words.contains(word)))
        .map(|(_, steps)| *steps);
    let ends = |one: &&Drafted| match &one.clause.promise {
        Promise::TimeLimit(limit) => named.is_none_or(|steps| steps.contains(&limit.to)),
        _ => false,
    };
    let limit = pen.drafted.iter().rev().find(ends);
    limit.map(|one| one.clause.id.clone())
}

fn entitlement(code: &str) -> Option<Entitles> {
    Some(match code {
        "replace" => Entitles::ReplaceSameModel,
        "exchange" => Entitles::Exchange,
        "refund" => Entitles::Return,
        "loaner" => Entitles::Loaner,
        "repair" => Entitles::FreeRepair,
        "compensation" => Entitles::CostsBorne,
        _ => return None,
    })
}
