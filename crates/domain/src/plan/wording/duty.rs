//! Recurring duties: what is done how often, and what it leaves behind.

use super::quantity::{BLANK, stated};
use crate::plan::Asked;
use crate::plan::clauses::duty::{
    Anchor, Deliverable, During, DutyKind, Every, EveryUnit, RecurringDuty,
};

/// The sentences of a recurring duty; `text` are the words it came from.
pub(super) fn sentences(opening: &str, text: &str, duty: &RecurringDuty) -> Vec<String> {
    let during = match duty.during {
        During::Warranty => "保修期内，",
        During::Contract => "维保合同期内，",
        During::WarrantyOrContract => "保修期内或维保合同期内，",
        During::Always => "",
    };
    let (work, delivers) = match report(text, duty) {
        Some(report) => (report, without_report(&duty.delivers)),
        None => (work(duty.what), duty.delivers.clone()),
    };
    let delivers = deliverables(&delivers);
    let mut found = vec![match rhythm(&duty.every) {
        Ok(rhythm) => format!("{opening}{during}我方{rhythm}{work}一次{delivers}。"),
        Err(open) => format!("{opening}{during}我方定期{work}{delivers}（周期为{open}）。"),
    }];
    found.extend(window(&duty.early_days, &duty.late_days));
    if duty.anchor == Anchor::LastDone {
        found.push("周期以上一次完成之日为起点。".to_owned());
    }
    found
}

/// How far an occurrence may be moved, if at all; a line to write on where that is asked.
fn window(early: &Asked<u32>, late: &Asked<u32>) -> Option<String> {
    let none = Asked::Known(0);
    let days = |asked: &Asked<u32>| stated(asked, u32::to_string);
    let (early_days, late_days) = (days(early), days(late));
    Some(match (*early == none, *late == none) {
        (true, true) => return None,
        _ if early == late => format!("前后可各移{early_days}日。"),
        (false, true) => format!("可早{early_days}日。"),
        (true, false) => format!("可晚{late_days}日。"),
        (false, false) => format!("可早{early_days}日或晚{late_days}日。"),
    })
}

/// 每半年, or what is to be filled in: ________个月.
fn rhythm(every: &Every) -> Result<String, String> {
    let unit = match every.unit {
        EveryUnit::Days => "天",
        EveryUnit::Weeks => "周",
        EveryUnit::Months => "个月",
    };
    let count = every
        .count
        .known()
        .ok_or_else(|| format!("{BLANK}{unit}"))?;
    Ok(match (count, every.unit) {
        (12, EveryUnit::Months) => "每年".to_owned(),
        (1, EveryUnit::Months) => "每月".to_owned(),
        (6, EveryUnit::Months) => "每半年".to_owned(),
        (1, EveryUnit::Weeks) => "每周".to_owned(),
        (1, EveryUnit::Days) => "每天".to_owned(),
        _ => format!("每{count}{unit}"),
    })
}

pub(super) const fn work(kind: DutyKind) -> &'static str {
    match kind {
        DutyKind::Inspection => "巡检",
        DutyKind::Visit => "走访",
        DutyKind::Call => "电话回访",
        DutyKind::Survey => "开展满意度调查",
        DutyKind::Maintenance => "保养",
        DutyKind::Hint => "提供使用维护提醒",
        DutyKind::Advice => "组织优化建议交流",
        DutyKind::Training => "组织培训",
        DutyKind::Review => "组织服务总结",
    }
}

/// What is handed over where the work is nothing but a report, as the words of the clause say.
fn report(text: &str, duty: &RecurringDuty) -> Option<&'static str> {
    if !duty.delivers.contains(&Deliverable::Report) || !text.contains("报告") {
        return None;
    }
    match duty.what {
        DutyKind::Advice => Some("提交运行分析报告"),
        DutyKind::Review => Some("提交服务总结报告"),
        _ => None,
    }
}

fn without_report(delivers: &[Deliverable]) -> Vec<Deliverable> {
    delivers
        .iter()
        .copied()
        .filter(|it| *it != Deliverable::Report)
        .collect()
}

fn deliverables(delivers: &[Deliverable]) -> String {
    let words: Vec<&str> = delivers.iter().map(|it| deliverable(*it)).collect();
    if words.is_empty() {
        String::new()
    } else {
        format!("，{}", words.join("、"))
    }
}

pub(super) const fn deliverable(deliverable: Deliverable) -> &'static str {
    match deliverable {
        Deliverable::Report => "形成书面记录",
        Deliverable::Evaluation => "评估运行状况",
        Deliverable::Advice => "提出改进建议",
        Deliverable::HiddenFaults => "排查隐患",
        Deliverable::Feedback => "听取客户意见",
    }
}
