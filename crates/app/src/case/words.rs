//! What the codes of a case are called where the server speaks in sentences; the web application shows the same words.

/// A code with its word in Chinese and in English.
pub(super) type Word = (&'static str, &'static str, &'static str);

/// The words of several codes as they stand in a sentence, in Chinese and in English. A code without a word stays a code.
pub(super) fn listed<T: ToString>(words: &[Word], codes: &[T]) -> (String, String) {
    joined(words, codes, ["、", ", "])
}

/// The same where one of them is enough.
pub(super) fn alternatives<T: ToString>(words: &[Word], codes: &[T]) -> (String, String) {
    joined(words, codes, ["或", " or "])
}

fn joined<T: ToString>(words: &[Word], codes: &[T], between: [&str; 2]) -> (String, String) {
    let found = |code: &T| {
        let code = code.to_string();
        words
            .iter()
            .find(|(known, ..)| *known == code)
            .map_or((code.clone(), code), |(_, zh, en)| {
                ((*zh).to_owned(), (*en).to_owned())
            })
    };
    let (zh, en): (Vec<_>, Vec<_>) = codes.iter().map(found).unzip();
    (zh.join(between[0]), en.join(between[1]))
}

pub(super) const MILESTONES: &[Word] = &[
    ("reported", "报修", "reported"),
    ("acknowledged", "受理告知", "acknowledged"),
    ("answered", "答复", "answered"),
    ("contacted", "联系客户", "contacted"),
    ("graded", "定级", "graded"),
    ("diagnosed", "诊断", "diagnosed"),
    (
        "remote_attempt_failed",
        "远程未解决",
        "remote attempt failed",
    ),
    ("visit_demanded", "客户要求到场", "visit demanded"),
    ("solution_proposed", "提出方案", "solution proposed"),
    ("visit_agreed", "约定上门", "visit agreed"),
    ("crew_assigned", "指派人员", "crew assigned"),
    ("dispatched", "派工出发", "dispatched"),
    ("on_site", "到场", "on site"),
    ("cause_decided", "判定原因", "cause decided"),
    ("quote_sent", "发出报价", "quote sent"),
    ("quote_accepted", "接受报价", "quote accepted"),
    ("approved", "审批通过", "approved"),
    ("part_needed", "需要备件", "part needed"),
    ("spare_demanded", "客户要求备件", "spare demanded"),
    ("part_ordered", "备件订购", "part ordered"),
    ("part_arrived", "备件到货", "part arrived"),
    ("spare_on_site", "备件到场", "spare on site"),
    ("supplier_notified", "通知供应商", "supplier notified"),
    ("supplier_on_site", "供应商到场", "supplier on site"),
    ("restored", "恢复使用", "restored"),
    ("repaired", "修复", "repaired"),
    ("accepted", "签字验收", "accepted"),
    ("closed", "关单", "closed"),
    ("called_back", "回访", "called back"),
    ("rated", "评价", "rated"),
    ("complaint_received", "收到投诉", "complaint received"),
    ("complaint_answered", "答复投诉", "complaint answered"),
    ("complaint_settled", "投诉办结", "complaint settled"),
    ("report_delivered", "交付报告", "report delivered"),
    ("delivered", "送达", "delivered"),
    ("signed", "签署", "signed"),
    (
        "end_of_production_announced",
        "公告停产",
        "end of production announced",
    ),
    (
        "end_of_production_reached",
        "停产",
        "end of production reached",
    ),
    ("duty_due", "可以开始", "window opens"),
    ("duty_done", "完成", "done"),
];
pub(super) const PAUSES: &[Word] = &[
    (
        "waiting_for_customer",
        "等待客户",
        "waiting for the customer",
    ),
    ("customer_rescheduled", "客户改约", "customer rescheduled"),
    ("no_access", "无法进门", "no access"),
    (
        "waiting_for_quote_acceptance",
        "等待客户确认报价",
        "waiting for the quote to be accepted",
    ),
    ("waiting_for_part", "等待备件", "waiting for a part"),
    (
        "waiting_for_supplier",
        "等待供应商",
        "waiting for the supplier",
    ),
    ("force_majeure", "不可抗力", "force majeure"),
];
pub(super) const PHASES: &[Word] = &[
    ("new", "新报修", "new"),
    ("in_progress", "处理中", "in progress"),
    ("on_site", "已到场", "on site"),
    ("restored", "已恢复", "restored"),
    ("repaired", "已修复", "repaired"),
    ("accepted", "已签字", "accepted"),
    ("closed", "已关单", "closed"),
    ("cancelled", "已作废", "cancelled"),
    ("merged", "已合并", "merged"),
];
pub(super) const PROOFS: &[Word] = &[
    ("file", "照片或文件", "photo or file"),
    ("call", "通话记录", "logged call"),
    ("mail", "邮件", "e-mail"),
    ("check_in", "定位签到", "check-in"),
    ("signature", "签字", "signature"),
    ("word", "客户的话", "customer’s word"),
];
pub(super) const FIELDS: &[Word] = &[
    ("name", "姓名", "name"),
    ("phone", "电话", "phone"),
    ("address", "地址", "address"),
    ("content", "内容", "content"),
    ("wishes", "要求", "wishes"),
    ("item", "项目", "item"),
    ("quantity", "数量", "quantity"),
    ("method", "方法", "method"),
    ("cost_per_item", "分项费用", "cost per item"),
    ("photos", "照片", "photos"),
    ("cause", "原因", "cause"),
    ("prevention", "预防措施", "prevention"),
    ("time", "时间", "time"),
    ("deliverer", "送货人", "deliverer"),
    ("receiver", "收货人", "receiver"),
    ("plan", "方案", "plan"),
    ("configuration", "配置", "configuration"),
    ("design", "设计", "design"),
    ("equipment_list", "设备清单", "equipment list"),
    ("functional_spec", "功能说明", "functional specification"),
    ("drawings", "图纸", "drawings"),
    ("work_logs", "施工记录", "work logs"),
    ("change_records", "变更记录", "change records"),
    ("test_records", "测试记录", "test records"),
    ("acceptance", "验收", "acceptance"),
    ("repair_records", "维修记录", "repair records"),
    ("serial", "序列号", "serial number"),
    ("signature", "签字", "signature"),
    ("term", "期限", "term"),
    ("service_area", "服务区域", "service area"),
    ("disclaimer", "免责说明", "disclaimer"),
    ("phone_hours", "电话与时间", "phone hours"),
];
pub(super) const ACTIONS: &[Word] = &[
    ("acknowledge", "告知已受理", "Acknowledge"),
    ("answer", "答复客户", "Answer"),
    ("contact", "联系客户", "Contact"),
    ("grade", "故障定级", "Grade"),
    ("diagnose", "填写诊断", "Diagnose"),
    ("fail_remotely", "远程未解决", "Remote help failed"),
    ("demand_visit", "客户要求到场", "Customer wants a visit"),
    ("propose_solution", "提出方案", "Propose a solution"),
    ("agree_visit", "约定上门", "Agree on a visit"),
    ("assign_crew", "指派上门人员", "Assign a crew"),
    ("dispatch", "派工出发", "Dispatch"),
    ("check_in", "登记到场", "Check in on site"),
    ("decide_cause", "判定原因", "Decide the cause"),
    ("send_quote", "发出报价", "Send a quotation"),
    ("accept_quote", "客户接受报价", "Quotation accepted"),
    ("approve", "审批通过", "Approve"),
    ("need_part", "需要备件", "Need a part"),
    ("demand_spare", "客户要求备件", "Customer wants a spare"),
    ("order_part", "订购备件", "Order the part"),
    ("receive_part", "备件到货", "Part arrived"),
    ("bring_spare", "备件送到现场", "Spare on site"),
    ("notify_supplier", "通知供应商", "Notify the supplier"),
    ("receive_supplier", "供应商到场", "Supplier on site"),
    ("restore", "恢复使用", "Restored"),
    ("repair", "修复完成", "Repaired"),
    ("sign", "客户签字", "Customer signs"),
    ("hand_over", "交付货物", "Hand over goods"),
    ("sign_document", "签署文件", "Sign a document"),
    ("call_back", "回访", "Call back"),
    ("rate", "客户评价", "Rating"),
    ("receive_complaint", "登记投诉", "Take a complaint"),
    ("answer_complaint", "答复投诉", "Answer the complaint"),
    ("settle_complaint", "投诉办结", "Settle the complaint"),
    ("deliver_report", "交付文件", "Deliver a document"),
    ("pause", "暂停计时", "Pause"),
    ("resume", "恢复计时", "Resume"),
    ("change_context", "更正计时条件", "Correct conditions"),
    ("excuse", "违约免责", "Excuse"),
    ("correct_time", "更正时间", "Correct a time"),
    ("withdraw", "撤回记录", "Withdraw a fact"),
    ("close", "关单", "Close"),
    ("reopen", "重开", "Reopen"),
    ("cancel", "作废", "Cancel the case"),
    ("merge", "合并", "Merge"),
    ("split", "拆分", "Split"),
];

#[cfg(test)]
mod tests {
    use domain::case::pause::PauseReason;
    use domain::case::{Action, Phase, Proof};
    use domain::milestone::Milestone;
    use domain::plan::clauses::document::Field;

    use super::*;

    #[test]
    fn every_code_has_its_word() {
        let missing = |words: &[Word], codes: Vec<&'static str>| -> Vec<&'static str> {
            let known = |code: &&str| words.iter().any(|(known, ..)| known == code);
            codes.into_iter().filter(|code| !known(code)).collect()
        };
        let none: [&str; 0] = [];
        assert_eq!(
            missing(
                MILESTONES,
                Milestone::ALL.iter().map(|one| one.as_str()).collect()
            ),
            none
        );
        assert_eq!(
            missing(
                PAUSES,
                PauseReason::ALL.iter().map(|one| one.as_str()).collect()
            ),
            none
        );
        assert_eq!(
            missing(PHASES, Phase::ALL.iter().map(|one| one.as_str()).collect()),
            none
        );
        assert_eq!(
            missing(PROOFS, Proof::ALL.iter().map(|one| one.as_str()).collect()),
            none
        );
        assert_eq!(
            missing(FIELDS, Field::ALL.iter().map(|one| one.as_str()).collect()),
            none
        );
        assert_eq!(
            missing(
                ACTIONS,
                Action::ALL.iter().map(|one| one.as_str()).collect()
            ),
            none
        );
    }

    #[test]
    fn codes_are_listed_as_each_language_lists_them() {
        let both = listed(MILESTONES, &[Milestone::OnSite, Milestone::Repaired]);
        assert_eq!(
            both,
            ("到场、修复".to_owned(), "on site, repaired".to_owned())
        );
        assert_eq!(listed(FIELDS, &["unheard_of"]).0, "unheard_of");
    }
}
