//! Sentences as companies publish them, each with all that it promises.

use reader::reading::Plan;
use serde_json::Value;

fn read(text: &str) -> Plan {
    let text = format!("售后服务方案\n接到报修后2小时内响应，48小时内修复。\n{text}\n");
    reader::read(&text).plans.remove(0)
}

/// The clauses of a kind, each with the fields asked for, joined by blanks.
fn told(text: &str, kind: &str, fields: &[&str]) -> Vec<String> {
    let field = |clause: &Value, field: &&str| match clause.pointer(field) {
        Some(Value::String(word)) => word.clone(),
        Some(value) => value.to_string(),
        None => "-".to_owned(),
    };
    let clauses = read(text).clauses.into_iter();
    clauses
        .map(|clause| serde_json::to_value(clause).expect("a clause is JSON"))
        .filter(|clause| clause["kind"] == kind)
        .map(|clause| {
            let words: Vec<String> = fields.iter().map(|name| field(&clause, name)).collect();
            words.join(" ")
        })
        .collect()
}

/// The limits behind the two that every text here begins with.
fn limits(text: &str, fields: &[&str]) -> Vec<String> {
    told(text, "time_limit", fields).split_off(2)
}

/// The sides of hard contradictions.
fn contradictions(text: &str) -> Vec<String> {
    let problems = read(text).problems.into_iter();
    problems
        .map(|problem| problem.says)
        .filter(|says| says.contains("不同的数值") || says.contains("不同的质保期"))
        .collect()
}

#[test]
fn the_report_of_a_duty_is_due_once_the_duty_is_done() {
    for words in [
        "巡检后3个工作日内提交巡检报告。",
        "每季度巡检一次，3日内提交报告。",
        "维保结束后5日内提交维保记录。",
        "年度检测完成后10日内提交检测报告。",
    ] {
        assert_eq!(
            limits(words, &["/from", "/to"]),
            ["duty_done report_delivered"],
            "{words}"
        );
    }
    for words in [
        "故障修复后3日内提交报告。",
        "每月巡检一次，重大故障修复后2个工作日内提交事故报告。",
    ] {
        assert_eq!(
            limits(words, &["/from", "/to"]),
            ["repaired report_delivered"],
            "{words}"
        );
    }
}

#[test]
fn reports_of_two_duties_contradict_nothing() {
    let words = "巡检后3日内提交报告。\n年检后10日内提交检测报告。";
    assert_eq!(contradictions(words), Vec::<String>::new());
}

#[test]
fn what_is_told_ahead_is_seen_beside_another_promise() {
    for words in [
        "计划停机检修提前3天通知学校，并在检修后提交检修报告。",
        "停水前24小时张贴公告，同时准备临时供水车，完工后出具水质检测报告。",
    ] {
        let plan = read(words);
        let seen = plan.clauses.iter().map(|clause| clause.quote.as_str());
        let seen: Vec<&str> = seen
            .chain(plan.unread.iter().map(|unread| unread.quote.as_str()))
            .collect();
        let notice = words.split('，').next().unwrap_or_default();
        assert!(
            seen.iter().any(|quote| quote.contains(notice)),
            "{words}: {seen:?}"
        );
    }
}

#[test]
fn the_head_of_a_table_is_never_unread() {
    for head in [
        "优先级 | 说明 | 响应 | 解决",
        "序号 | 保障措施 | 负责人 | 及时性",
        "级别 | 承诺 | 必须达到 | 备注",
    ] {
        let plan = read(&format!(
            "{head}\nP1 | 系统瘫痪 | 15分钟 | 4小时\nP2 | 一般问题 | 2小时 | 3个工作日"
        ));
        assert!(plan.unread.is_empty(), "{head}: {:?}", plan.unread);
    }
}

#[test]
fn every_right_has_its_own_days() {
    let rights = |words| told(words, "remedy", &["/entitles", "/within"]);
    assert_eq!(
        rights("自签收之日起7天包退，15天包换。"),
        [r#"["refund"] P7D"#, r#"["exchange"] P15D"#]
    );
    assert_eq!(
        rights("自签收之日起7天包退、15天包换。"),
        [r#"["refund"] P7D"#, r#"["exchange"] P15D"#]
    );
}

#[test]
fn a_sum_and_what_is_taken_off_it_are_two_prices() {
    let prices = |words| told(words, "fee", &["/amount_fen", "/percent_bps"]);
    assert_eq!(
        prices("上门服务费每次200元，会员8折。"),
        ["20000 -", "- 8000"]
    );
    assert_eq!(
        prices("人工费每小时100元，节假日加50%。"),
        ["10000 -", "- 15000"]
    );
    assert_eq!(
        prices("安装费100元/台，旺季加收20元，老客户九折。"),
        ["10000 -", "2000 -", "- 9000"]
    );
}

#[test]
fn bare_numbers_under_a_price_are_prices() {
    let fees = |words| told(words, "fee", &["/of", "/amount_fen"]);
    let both = ["更换压缩机 80000", "加氟 15000"];
    assert_eq!(
        fees("项目 | 单价（元）\n更换压缩机 | 800\n加氟 | 150"),
        both
    );
    assert_eq!(
        fees("收费标准（单位：元）\n项目 | 单价\n更换压缩机 | 800\n加氟 | 150"),
        both
    );
    let words = "名称 | 单价（元） | 到货周期\n压缩机 | 3200 | 3天\n水泵 | 450 | 1天";
    assert_eq!(fees(words), ["压缩机 320000", "水泵 45000"]);
    assert_eq!(contradictions(words), Vec::<String>::new());
}

#[test]
fn hours_places_and_channels_keep_limits_apart() {
    for (words, field, values) in [
        (
            "教学时间10分钟到场。\n非教学时间1小时到场。",
            "/condition/report_hours",
            ["教学时间", "非教学时间"],
        ),
        (
            "山区48小时内到达现场，平原24小时内到达现场。",
            "/condition/region",
            ["山区", "平原"],
        ),
        (
            "平台告警10分钟内联系客户。\n热线报修30分钟内联系客户。",
            "/condition/channel",
            ["平台告警", "热线报修"],
        ),
        (
            "高峰期到场时间延长至4小时，平时1小时到场。",
            "/condition/report_hours",
            ["高峰期", "平时"],
        ),
    ] {
        assert_eq!(limits(words, &[field]), values, "{words}");
        assert_eq!(contradictions(words), Vec::<String>::new(), "{words}");
    }
}

#[test]
fn every_step_of_a_complaint_runs_from_the_complaint() {
    for words in [
        "客户投诉：\n1、1小时内响应；\n2、24小时内上门沟通；\n3、3个工作日内结案。",
        "接到投诉后1小时内回复，24小时内上门了解，3日内结案。",
    ] {
        assert_eq!(
            limits(words, &["/from"]),
            [
                "complaint_received", "complaint_received", "complaint_received"
            ],
            "{words}"
        );
    }
    let words = "接到投诉后1小时内回复。接到报修后4小时内上门。";
    assert_eq!(
        limits(words, &["/from"]),
        ["complaint_received", "reported"]
    );
}

#[test]
fn how_long_parts_can_be_had_is_no_warranty() {
    for words in [
        "备件供应保证：10年。", "配件供应年限：不少于10年。", "零配件持续供应10年。",
    ] {
        assert_eq!(
            told(words, "warranty_term", &["/term"]),
            Vec::<String>::new(),
            "{words}"
        );
    }
}

#[test]
fn what_says_which_day_counts_names_none() {
    let days = |words| told(words, "warranty_start", &["/starts_from"]);
    assert_eq!(
        days("质保期两年，自验收之日起或发货之日起计算，以较长者为准。"),
        [r#"["accepted","delivered"]"#]
    );
}

#[test]
fn the_end_of_any_time_speaks_of_no_warranty() {
    let problems = read("印刷文件保存6个月，期满删除。").problems;
    assert!(problems.is_empty(), "{problems:?}");
}

#[test]
fn the_word_for_the_term_ends_the_name_of_what_is_warranted() {
    for words in [
        "1、产品质保期为三年，自验收合格之日起计算。",
        "产品质量保证期为3年。",
        "本产品质保期三年。",
        "设备免费保修期为三年。",
    ] {
        assert_eq!(
            told(words, "warranty_term", &["/term", "/scope"]),
            ["P3Y whole_unit"],
            "{words}"
        );
    }
    let part = told(
        "压缩机质保期为5年。",
        "warranty_term",
        &["/term", "/component"],
    );
    assert_eq!(part, ["P5Y 压缩机"]);
}

#[test]
fn what_is_not_a_case_is_the_other_case() {
    let found = limits(
        "非困人故障2小时内到达，困人故障30分钟内到达。",
        &["/limit", "/condition/fault_level"],
    );
    assert_eq!(found, ["PT2H 非困人故障", "PT30M 困人故障"]);
}

#[test]
fn two_limits_of_one_step_contradict_each_other_whatever_the_clock_is_called() {
    let words = "响应时间不超过30分钟。\n响应时间为1小时。";
    assert_eq!(limits(words, &["/condition/other"]), ["-", "-"]);
    assert!(!contradictions(words).is_empty());
}

#[test]
fn a_header_of_two_rows_heads_its_columns_by_the_lower_one() {
    for head in [
        "故障等级\t响应时限\n\t电话响应\t到达现场",
        "故障等级\t响应时限\t响应时限\n故障等级\t电话响应\t到达现场",
    ] {
        let words = format!("{head}\n一级故障\t10分钟\t2小时\n二级故障\t30分钟\t8小时");
        let found = limits(&words, &["/to", "/limit", "/condition/fault_level"]);
        let expected = [
            "answered PT10M 一级", "on_site PT2H 一级", "answered PT30M 二级", "on_site PT8H 二级",
        ];
        assert_eq!(found, expected, "{head}");
    }
}
