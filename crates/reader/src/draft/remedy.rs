//! What the customer is entitled to when something goes wrong.

use domain::plan::Asked;
use domain::plan::Promise;
use domain::plan::clauses::remedy::{Entitles, Remedy, Trigger};
use domain::plan::document::AnswerKind;
use domain::slug::ClauseId;

use super::convert::{Pen, missing};
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
    let promise = Promise::Remedy(Remedy {
        trigger,
        entitles: entitled,
        besides: Vec::new(),
    });
    pen.add(id, read, promise, open);
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
        () if has(&["迟到", "超时", "逾期", "未按时", "未能按"]) => {
            if let Some(clause) = last_limit(pen) {
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

/// The limit a remedy for lateness speaks of: the one stated last before it.
fn last_limit(pen: &Pen) -> Option<ClauseId> {
    pen.drafted
        .iter()
        .rev()
        .find(|one| matches!(one.clause.promise, Promise::TimeLimit(_)))
        .map(|one| one.clause.id.clone())
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
