//! Spare parts and recurring duties.

use domain::milestone::Milestone;
use domain::money::BasisPoints;
use domain::plan::clauses::duty::{
    Anchor, Deliverable, During, DutyKind, Every, EveryUnit, RecurringDuty,
};
use domain::plan::clauses::parts::{Parts, PriceReference, StockKind, SupplyStart};
use domain::plan::clauses::time_limit::{Bound, Otherwise, TimeLimit};
use domain::plan::document::AnswerKind;
use domain::plan::{Asked, Promise};
use domain::time::{DayEnd, Limit};

use super::convert::{Pen, unsaid};
use super::limit;
use crate::reading::{Clause as Read, Duration, Terms, TimeUnit, Unit};

pub(super) fn write(pen: &mut Pen, read: &Read) {
    let Terms::Parts {
        what,
        years,
        within,
    } = &read.terms
    else {
        return;
    };
    let id = pen.id("parts");
    let quote = read.quote.as_str();
    let has = |words: &[&str]| words.iter().any(|word| quote.contains(word));
    // 常用备件单价3年内不上涨: for how long the price holds, and not for how long there are parts.
    let fixed = has(&["价"])
        && has(&[
            "不上涨", "不涨", "不变", "不调", "不提", "不上调", "不上浮", "锁定", "固定",
        ]);
    let years = years
        .and_then(|years| u32::try_from(years).ok())
        .filter(|years| *years > 0 && !fixed);
    let start = if *what == "after_end_of_production" {
        SupplyStart::EndOfProduction
    } else {
        SupplyStart::Sale
    };
    let notice = within.and_then(limit::months);
    // How fast a part comes says nothing of how long parts are supplied.
    let soon = within.filter(|_| years.is_none() && *what == "supply");
    if let Some(limit) = soon.and_then(|length| limit::limit(length, TimeUnit::Natural)) {
        let id = pen.id("part-arrived");
        return pen.add(id, read, arrival(quote, limit), Vec::new());
    }
    let parts = match (years, notice) {
        (Some(years), _) => Parts::SuppliedFor {
            years: Asked::Known(years),
            from: start,
        },
        (None, Some(months)) if *what == "after_end_of_production" => {
            Parts::EndOfProductionNotice { months }
        }
        _ if fixed || has(&["价格", "单价"]) && has(&["不高于", "不超过", "不得高于"]) => {
            Parts::PriceCeiling {
                reference: if has(&["投标", "中标", "合同"]) {
                    PriceReference::Tender
                } else if has(&["目录", "厂家", "原厂价"]) {
                    PriceReference::MakerList
                } else {
                    PriceReference::Usual
                },
                at_most_bps: BasisPoints(10_000),
            }
        }
        _ if *what == "genuine" => Parts::GenuineOnly,
        _ if has(&["订购", "订货", "采购"]) && !has(&["备有", "库存", "储备"]) => {
            Parts::OrderedFromMaker
        }
        _ if has(&["每个项目", "项目备件", "专用备件"]) => Parts::ProjectPool,
        _ if *what == "stock" => Parts::Stocked {
            kinds: kinds(quote),
        },
        _ if has(&["兼容"]) => Parts::NextGenerationCompatible,
        _ if has(&["终身", "寿命", "长期"]) => Parts::SuppliedForDesignLife,
        _ => Parts::SuppliedFor {
            years: pen.ask(&id, "years", "备件供应几年？", AnswerKind::Number, read),
            from: start,
        },
    };
    // For how long stays in the words.
    let open = if fixed {
        vec![unsaid("/promise/at_most_bps")]
    } else {
        Vec::new()
    };
    pen.add(id, read, Promise::Parts(parts), open);
}

/// A limit from the order of a part until it is there, or until it leaves where the words say so.
fn arrival(quote: &str, limit: Limit) -> Promise {
    let leaves = ["发货", "发出", "发运", "寄出", "调拨"];
    let to = if leaves.iter().any(|word| quote.contains(word)) {
        Milestone::Dispatched
    } else {
        Milestone::PartArrived
    };
    Promise::TimeLimit(TimeLimit {
        from: Milestone::PartOrdered,
        to,
        rows: Vec::new(),
        otherwise: Otherwise::Bound(Bound::Within {
            limit: Asked::Known(limit),
            target: None,
        }),
        calendar: None,
        day_end: DayEnd::default(),
        pausable_by: Vec::new(),
        warn_at_percent: Vec::new(),
    })
}

fn kinds(quote: &str) -> Vec<StockKind> {
    let named: Vec<StockKind> = [
        (&["易损", "易耗", "耗材"][..], StockKind::WearParts),
        (
            &["主要部件", "关键", "核心", "主机", "总成", "重要"],
            StockKind::MainParts,
        ),
        (&["整机", "成套", "整套"], StockKind::Sets),
        (&["备用机", "备机", "周转机", "代用"], StockKind::Loaners),
        (&["附件", "选配"], StockKind::Accessories),
    ]
    .into_iter()
    .filter(|(words, _)| words.iter().any(|word| quote.contains(word)))
    .map(|(_, kind)| kind)
    .collect();
    if named.is_empty() {
        vec![StockKind::WearParts, StockKind::MainParts]
    } else {
        named
    }
}

pub(super) fn duty(pen: &mut Pen, read: &Read) {
    let Terms::RecurringDuty { what, every, times } = &read.terms else {
        return;
    };
    let kind = kind(what, &read.quote);
    let id = pen.id(kind.as_str());
    let every = match every.and_then(|length| rhythm(length, times.unwrap_or(1))) {
        Some((count, unit)) => Every {
            count: Asked::Known(count),
            unit,
        },
        None => Every {
            count: pen.ask(&id, "months", "每几个月一次？", AnswerKind::Number, read),
            unit: EveryUnit::Months,
        },
    };
    let has = |words: &[&str]| words.iter().any(|word| read.quote.contains(word));
    let delivers = [
        (&["报告"][..], Deliverable::Report),
        (&["评估", "评价"], Deliverable::Evaluation),
        (&["建议"], Deliverable::Advice),
        (&["隐患"], Deliverable::HiddenFaults),
        (&["意见", "反馈"], Deliverable::Feedback),
    ]
    .into_iter()
    .filter(|(words, _)| has(words))
    .map(|(_, deliverable)| deliverable)
    .collect();
    let promise = Promise::RecurringDuty(RecurringDuty {
        what: kind,
        every,
        anchor: Anchor::Start,
        during: if has(&["质保期内", "保修期内", "保内"]) {
            During::Warranty
        } else {
            During::WarrantyOrContract
        },
        early_days: 0.into(),
        late_days: 0.into(),
        delivers,
    });
    pen.add(id, read, promise, Vec::new());
}

fn kind(what: &str, quote: &str) -> DutyKind {
    match what {
        _ if quote.contains("满意度") => DutyKind::Survey,
        "call" => DutyKind::Call,
        "visit" => DutyKind::Visit,
        "training" => DutyKind::Training,
        "hint" => DutyKind::Hint,
        "maintenance" => DutyKind::Maintenance,
        // 年度运行分析报告 is no inspection, whatever stands beside it.
        "report"
            if ["分析", "建议", "评估", "运行"]
                .iter()
                .any(|word| quote.contains(word)) =>
        {
            DutyKind::Advice
        }
        "report" | "meeting" => DutyKind::Review,
        _ => DutyKind::Inspection,
    }
}

/// A rhythm in whole days, weeks or months: twice a year is every six months.
fn rhythm(every: Duration, times: u64) -> Option<(u32, EveryUnit)> {
    let whole = |amount: u64| {
        let times = times.max(1);
        (amount > 0 && amount.is_multiple_of(times))
            .then(|| u32::try_from(amount / times).ok())
            .flatten()
    };
    match every.unit {
        Unit::Year => whole(every.hundredths * 12 / 100).map(|months| (months, EveryUnit::Months)),
        Unit::Month if every.hundredths.is_multiple_of(100) => whole(every.hundredths / 100)
            .map(|months| (months, EveryUnit::Months))
            .or_else(|| whole(every.hundredths * 30 / 100).map(|days| (days, EveryUnit::Days))),
        Unit::Month => whole(every.hundredths * 30 / 100).map(|days| (days, EveryUnit::Days)),
        Unit::Day => whole(every.hundredths / 100).map(|days| (days, EveryUnit::Days)),
        Unit::Hour => whole(every.hundredths / 2400).map(|days| (days, EveryUnit::Days)),
        Unit::Second | Unit::Minute | Unit::Season => None,
    }
}
