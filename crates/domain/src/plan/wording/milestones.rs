//! Milestones as the beginning and as the end of a limit.

use crate::milestone::Milestone;

/// 接到报修后: the words that start a clock.
pub(super) const fn after(milestone: Milestone) -> &'static str {
    match milestone {
        Milestone::Reported => "接到报修后",
        Milestone::Acknowledged => "受理后",
        Milestone::Answered => "响应后",
        Milestone::Contacted => "与客户取得联系后",
        Milestone::Graded => "故障定级后",
        Milestone::Diagnosed => "故障诊断后",
        Milestone::RemoteAttemptFailed => "电话或远程不能解决的，",
        Milestone::VisitDemanded => "客户认为重要、要求到场后",
        Milestone::SolutionProposed => "提出解决方案后",
        Milestone::VisitAgreed => "约定上门时间后",
        Milestone::CrewAssigned => "派工后",
        Milestone::Dispatched => "工程师出发后",
        Milestone::OnSite => "到达现场后",
        Milestone::CauseDecided => "责任认定后",
        Milestone::QuoteSent => "提交报价后",
        Milestone::QuoteAccepted => "客户确认报价后",
        Milestone::Approved => "批准后",
        Milestone::PartNeeded => "确定需要备件后",
        Milestone::SpareDemanded => "客户认为需要备件后",
        Milestone::PartOrdered => "备件订货后",
        Milestone::PartArrived => "备件到货后",
        Milestone::SpareOnSite => "备用设备送达后",
        Milestone::SupplierNotified => "通知材料供应商后",
        Milestone::SupplierOnSite => "材料供应商到达现场后",
        Milestone::Restored => "恢复运行后",
        Milestone::Repaired => "修复后",
        Milestone::Accepted => "验收后",
        Milestone::Closed => "结案后",
        Milestone::CalledBack => "回访后",
        Milestone::Rated => "客户评价后",
        Milestone::ComplaintReceived => "接到投诉后",
        Milestone::ComplaintAnswered => "投诉答复后",
        Milestone::ComplaintSettled => "投诉解决后",
        Milestone::ReportDelivered => "提交报告后",
        Milestone::Delivered => "交货后",
        Milestone::Signed => "签订合同后",
        Milestone::EndOfProductionAnnounced => "发布停产通知后",
        Milestone::EndOfProductionReached => "停产后",
        Milestone::DutyDue => "定期服务到期后",
        Milestone::DutyDone => "完成定期服务后",
    }
}

/// 到达现场: the words that stop a clock.
pub(super) const fn reach(milestone: Milestone) -> &'static str {
    match milestone {
        Milestone::Reported => "完成报修",
        Milestone::Acknowledged => "受理",
        Milestone::Answered => "响应",
        Milestone::Contacted => "与客户取得联系",
        Milestone::Graded => "完成故障定级",
        Milestone::Diagnosed => "查明故障原因",
        Milestone::RemoteAttemptFailed => "判明远程不能解决",
        Milestone::VisitDemanded => "由客户要求到场",
        Milestone::SolutionProposed => "提出解决方案",
        Milestone::VisitAgreed => "与客户约定上门时间",
        Milestone::CrewAssigned => "指派工程师",
        Milestone::Dispatched => "出发",
        Milestone::OnSite => "到达现场",
        Milestone::CauseDecided => "完成责任认定",
        Milestone::QuoteSent => "报价",
        Milestone::QuoteAccepted => "由客户确认报价",
        Milestone::Approved => "完成内部批准",
        Milestone::PartNeeded => "确定所需备件",
        Milestone::SpareDemanded => "由客户要求备件",
        Milestone::PartOrdered => "订购备件",
        Milestone::PartArrived => "备件到货",
        Milestone::SpareOnSite => "将备用设备送达现场",
        Milestone::SupplierNotified => "通知材料供应商",
        Milestone::SupplierOnSite => "由厂家到达现场",
        Milestone::Restored => "恢复运行",
        Milestone::Repaired => "修复",
        Milestone::Accepted => "验收",
        Milestone::Closed => "结案",
        Milestone::CalledBack => "回访",
        Milestone::Rated => "完成客户评价",
        Milestone::ComplaintReceived => "登记投诉",
        Milestone::ComplaintAnswered => "答复投诉",
        Milestone::ComplaintSettled => "解决投诉",
        Milestone::ReportDelivered => "提交报告",
        Milestone::Delivered => "送达",
        Milestone::Signed => "签订合同",
        Milestone::EndOfProductionAnnounced => "发布停产通知",
        Milestone::EndOfProductionReached => "停产",
        Milestone::DutyDue => "可以进行定期服务",
        Milestone::DutyDone => "完成定期服务",
    }
}

/// Words for goods that leave, where the words of a clause tell a dispatch of goods from one of a crew.
pub(super) fn of_goods(text: &str) -> bool {
    ["发货", "寄出", "寄送", "发出", "发运", "快递"]
        .iter()
        .any(|word| text.contains(word))
}

/// The words that start a clock, by what the clause itself calls it.
pub(super) fn after_in(text: &str, milestone: Milestone) -> &'static str {
    match milestone {
        Milestone::Dispatched if of_goods(text) => "发货后",
        other => after(other),
    }
}

/// The words that stop a clock, by what the clause itself calls it.
pub(super) fn reach_in(text: &str, milestone: Milestone) -> &'static str {
    match milestone {
        Milestone::Dispatched if of_goods(text) => "发货",
        other => reach(other),
    }
}

/// 到场时限: what an article on such a limit is called.
pub(super) fn title(text: &str, milestone: Milestone) -> String {
    let short = match milestone {
        Milestone::OnSite => "到场",
        Milestone::SpareOnSite => "备用设备到场",
        Milestone::SupplierOnSite => "材料商到场",
        Milestone::Contacted => "联系客户",
        Milestone::EndOfProductionReached => "停产预告",
        other => reach_in(text, other),
    };
    format!("{short}时限")
}
