//! What a clause is called until somebody names it better.

use domain::milestone::Milestone as M;
use domain::plan::Promise;
use domain::plan::clauses::coverage::Standing;
use domain::plan::clauses::duty::DutyKind;
use domain::plan::clauses::warranty::Covered;

/// A short Chinese heading for a promise in its words; `subject` names the part a term is for.
pub(super) fn heading(promise: &Promise, subject: Option<&str>, words: &str) -> String {
    match promise {
        // 24小时内发货: goods leave, and no crew.
        Promise::TimeLimit(limit) if limit.to == M::Dispatched && of_goods(words) => {
            "发货时限".to_owned()
        }
        Promise::TimeLimit(limit) if limit.to == M::SpareOnSite && of_stand_in(words) => {
            "备机到场时限".to_owned()
        }
        Promise::TimeLimit(limit) => format!("{}时限", milestone(limit.to)),
        Promise::WarrantyTerm(term) => match (&term.covers, subject) {
            (Covered::Component { .. }, Some(part)) => format!("{part}保修期"),
            (Covered::Software, _) => "软件保修期".to_owned(),
            _ => "保修期".to_owned(),
        },
        Promise::Coverage(coverage) => {
            let free = coverage.charges.repairs_free();
            match (free, coverage.standing.first()) {
                (true, _) => "保修范围",
                (false, Some(Standing::OutOfWarranty)) => "保外维修",
                (false, _) => "不在保修范围",
            }
            .to_owned()
        }
        Promise::RecurringDuty(duty) => duty_name(duty.what).to_owned(),
        Promise::Remedy(_) => "换退".to_owned(),
        Promise::Parts(_) => "备件".to_owned(),
        Promise::Fee(_) => "收费".to_owned(),
        Promise::Conduct(_) => "行为规范".to_owned(),
        Promise::Document(_) => "服务文件".to_owned(),
        Promise::Channel(_) => "服务渠道".to_owned(),
        Promise::Training(_) => "培训".to_owned(),
        Promise::Delivery(_) => "配送".to_owned(),
        Promise::Procedure(_) => "处理流程".to_owned(),
    }
}

fn of_goods(words: &str) -> bool {
    ["发货", "寄出", "寄送", "发出", "发运", "快递"]
        .iter()
        .any(|word| words.contains(word))
}

/// Whether words speak of a unit that stands in while another is repaired, and of no part.
pub(super) fn of_stand_in(words: &str) -> bool {
    [
        "备机", "备用机", "备用设备", "代用机", "周转机", "替代机", "替换机",
    ]
    .iter()
    .any(|word| words.contains(word))
        && !["备件", "配件"].iter().any(|word| words.contains(word))
}

const fn duty_name(what: DutyKind) -> &'static str {
    match what {
        DutyKind::Inspection => "定期巡检",
        DutyKind::Visit => "定期走访",
        DutyKind::Call => "定期回访",
        DutyKind::Survey => "满意度调查",
        DutyKind::Maintenance => "定期保养",
        DutyKind::Hint => "使用提醒",
        DutyKind::Advice => "分析与建议",
        DutyKind::Training => "定期培训",
        DutyKind::Review => "服务回顾",
    }
}

const fn milestone(milestone: M) -> &'static str {
    match milestone {
        M::Reported => "报修",
        M::Acknowledged => "受理",
        M::Answered => "响应",
        M::Contacted => "联系客户",
        M::Graded => "定级",
        M::Diagnosed => "诊断",
        M::RemoteAttemptFailed => "远程处理",
        M::VisitDemanded => "客户要求到场",
        M::SolutionProposed => "提出方案",
        M::VisitAgreed => "约定上门",
        M::CrewAssigned => "派工",
        M::Dispatched => "出发",
        M::OnSite => "到场",
        M::CauseDecided => "判定原因",
        M::QuoteSent => "报价",
        M::QuoteAccepted => "报价确认",
        M::Approved => "审批",
        M::PartNeeded => "提出配件需求",
        M::SpareDemanded => "客户要求备件",
        M::PartOrdered => "订购配件",
        M::PartArrived => "配件到货",
        M::SpareOnSite => "备件到场",
        M::SupplierNotified => "通知供应商",
        M::SupplierOnSite => "供应商到场",
        M::Restored => "恢复",
        M::Repaired => "修复",
        M::Accepted => "验收",
        M::Closed => "关单",
        M::CalledBack => "回访",
        M::Rated => "评价",
        M::ComplaintReceived => "收到投诉",
        M::ComplaintAnswered => "投诉答复",
        M::ComplaintSettled => "投诉解决",
        M::ReportDelivered => "提交报告",
        M::Delivered => "交付",
        M::Signed => "签收",
        M::EndOfProductionAnnounced => "停产通知",
        M::EndOfProductionReached => "停产",
        M::DutyDue => "定期服务到期",
        M::DutyDone => "定期服务完成",
    }
}
