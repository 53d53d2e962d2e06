//! What a clause holds beside its kind: whom it is for, when it holds, what it costs.

use serde_json::{Value, json};

/// The clauses of a kind in a text, each with the fields asked for.
fn told(text: &str, kind: &str, fields: &[&str]) -> Vec<Value> {
    let reading = reader::read(text);
    let clauses = reading.plans.iter().flat_map(|plan| &plan.clauses);
    clauses
        .map(|clause| serde_json::to_value(clause).expect("a clause is JSON"))
        .filter(|clause| clause["kind"] == kind)
        .map(|clause| fields.iter().map(|field| clause[*field].clone()).collect())
        .collect()
}

/// Two columns for one step: each holds where its header says.
#[test]
fn a_column_holds_in_the_region_its_header_names() {
    let text = "空压机售后服务方案\n各级故障的处理时限见下表：\n\
        故障等级\t判定标准\t到达现场（苏州、无锡、常州）\t到达现场（其他地区）\t修复时限\n\
        一级\t停机，生产中断\t4小时\t24小时\t12小时\n\
        三级\t其他一般故障\t1个工作日\t3个工作日\t5个工作日\n";
    let limits = told(text, "time_limit", &["to", "limit", "condition"]);
    let near = json!({"fault_level": "一级", "region": "苏州、无锡、常州"});
    let far = json!({"fault_level": "三级", "region": "其他地区"});
    let holds = |limit: &Value, condition: &Value| {
        let named = condition.as_object().expect("a condition");
        named.iter().all(|(name, value)| limit[2][name] == *value)
    };
    assert!(holds(&limits[0], &near), "{limits:?}");
    assert_eq!(limits[0][1], "PT4H");
    assert!(holds(&limits[4], &far), "{limits:?}");
    assert_eq!(limits[5][2]["region"], Value::Null);
    // A region is no contradiction.
    let problems = reader::read(text).plans.remove(0).problems;
    let says: Vec<&str> = problems
        .iter()
        .map(|problem| problem.says.as_str())
        .collect();
    assert!(
        !says
            .iter()
            .any(|says| says.contains("两个不同的数值") || says.contains("没有为它写明")),
        "{says:?}"
    );
}

#[test]
fn every_price_is_a_clause_of_its_own() {
    let text = "售后服务承诺\n五、收费\n质保期外维修人工费每人每小时180元，上门费每次300元，超过100公里部分按每公里2元收取交通费。\n\
        保外换泵人工费80元，换主板人工费60元。\n质保期外备件按目录价的8.5折供应。\n";
    let fees = told(text, "fee", &["amount_fen", "per", "percent_bps"]);
    assert_eq!(
        fees,
        [
            json!([18000, "人每小时", null]),
            json!([30000, "次", null]),
            json!([200, "公里", null]),
            json!([8000, null, null]),
            json!([6000, null, null]),
            json!([null, null, 8500]),
        ]
    );
    let problems = reader::read(text).plans.remove(0).problems;
    assert!(
        problems
            .iter()
            .all(|problem| !problem.says.contains("价格"))
    );
}

#[test]
fn the_whole_of_what_is_sold_is_no_part() {
    let one = "螺杆空压机售后服务方案\n一、质保期\n空压机整机自验收合格之日起质保24个月。\n主机头质保五年。\n";
    assert_eq!(
        told(one, "warranty_term", &["scope", "component"]),
        [json!(["whole_unit", null]), json!(["component", "主机头"])]
    );
    // The whole of several things is told apart by their names.
    let two = "净水设备三包规定\n家用机整机保修一年。\n商用机整机保修两年。\n";
    let terms = told(two, "warranty_term", &["component"]);
    assert!(terms.iter().all(|term| !term[0].is_null()), "{terms:?}");
}

#[test]
fn neighbouring_limits_hold_for_what_each_names() {
    let text = "售后服务方案\n四、备件\n常用备件24小时内发货，特殊备件7个工作日内发货。\n";
    assert_eq!(
        told(text, "time_limit", &["limit", "condition"])
            .iter()
            .map(|limit| limit[1]["other"].clone())
            .collect::<Vec<_>>(),
        ["常用备件", "特殊备件"]
    );
    assert!(reader::read(text).plans.remove(0).problems.is_empty());
    // Who comes does not tell two limits apart: they contradict each other.
    let people = "售后服务方案\n接到报修后，工程师2小时内到场，维修人员4小时内到场。\n";
    assert!(!reader::read(people).plans.remove(0).problems.is_empty());
}

#[test]
fn a_length_in_working_days_says_nothing_of_the_hour_of_report() {
    let text = "售后服务方案\n投诉应在1个工作日内回复，5个工作日内解决。对处理结果不满意的，由服务总监在2个工作日内复核。\n";
    let limits = told(text, "time_limit", &["limit", "condition"]);
    assert!(
        limits
            .iter()
            .all(|limit| limit[1]["report_hours"].is_null())
    );
    assert_eq!(limits[2][1]["other"], "对处理结果不满意的");
}

/// What a text says of its levels, pauses and open matters, as JSON.
fn said(text: &str, what: &str) -> Value {
    let plan = reader::read(text).plans.remove(0);
    serde_json::to_value(plan).expect("a plan is JSON")[what].clone()
}

#[test]
fn a_level_means_what_the_text_says() {
    let table = "空压机售后服务方案\n故障等级\t判定标准\t响应时限\t到场时限\n\
        一级\t停机，生产中断\t15分钟\t4小时\n二级\t单台停运\t30分钟\t8小时\n";
    let sentences = "电梯维保方案\n一级故障指系统瘫痪、多台停梯，二级故障指单台停梯。\n\
        一级故障30分钟到场，二级故障2小时到场。\n";
    let labels =
        "泵站售后服务方案\n一级故障：全站停水，2小时到场。\n二级故障：单泵停运，8小时到场。\n";
    let so = "泵站售后服务方案\n一级故障为全站停水，二级故障为单泵停运。\n一级故障2小时到场，二级故障8小时到场。\n";
    for (text, first, second) in [
        (table, "停机，生产中断", "单台停运"),
        (sentences, "系统瘫痪、多台停梯", "单台停梯"),
        (labels, "全站停水", "单泵停运"),
        (so, "全站停水", "单泵停运"),
    ] {
        let levels = said(text, "levels");
        assert_eq!(levels[0]["meaning"], first, "{levels}");
        assert_eq!(levels[1]["meaning"], second, "{levels}");
    }
    // A limit is no meaning.
    let none = "泵站售后服务方案\n一级故障：接到报修后2小时到场。\n二级故障：8小时到场。\n";
    assert_eq!(said(none, "levels"), Value::Null);
}

#[test]
fn a_level_and_the_word_in_its_brackets_are_one() {
    for text in [
        "电梯维保方案\n一级（紧急）故障30分钟到场，二级故障2小时到场。\n紧急故障1小时内到场。\n",
        "充电桩售后服务方案\n等级\t响应时限\t到场时限\nP1级（系统瘫痪）\t5分钟\t30分钟\nP2级\t30分钟\t4小时\n系统瘫痪1小时内到场。\n",
        "充电桩售后服务方案\n等级\t响应时限\t到场时限\nP1级（全站停充）\t5分钟\t30分钟\nP2级\t30分钟\t4小时\n全站停充1小时内到场。\n",
    ] {
        let limits = told(text, "time_limit", &["limit", "condition"]);
        let last = limits.last().expect("a limit");
        assert_eq!(
            last[1]["fault_level"], limits[0][1]["fault_level"],
            "{limits:?}"
        );
        let problems = reader::read(text).plans.remove(0).problems;
        assert!(
            problems
                .iter()
                .any(|problem| problem.says.contains("两个不同的数值")),
            "{text} {limits:?} {problems:?}"
        );
    }
}

#[test]
fn waiting_stops_the_clocks_it_names() {
    const LIMITS: &str = "售后服务方案\n接到报修后1小时内响应，4小时内到场，24小时内修复。\n";
    let all = ["1小时内响应", "4小时内到场", "24小时内修复"];
    for (words, reasons, limits) in [
        (
            "因客户原因造成的延误不计入上述时限。",
            json!(["waiting_for_customer"]),
            &all[..],
        ),
        (
            "等待客户确认的时间不计算在内。",
            json!(["waiting_for_customer"]),
            &all[..],
        ),
        ("上述时限不可抗力除外。", json!(["force_majeure"]), &all[..]),
        (
            "遇恶劣天气、交通管制的，到场时限相应顺延。",
            json!(["force_majeure"]),
            &all[1..2],
        ),
        (
            "备件需从厂家调货的，修复时间予以顺延。",
            json!(["waiting_for_part"]),
            &all[2..],
        ),
        (
            "等待客户确认报价的时间从维修时限中扣除。",
            json!(["waiting_for_quote_acceptance"]),
            &all[2..],
        ),
        (
            "因客户要求改期或无法进入现场的，以上时间顺延。",
            json!(["customer_rescheduled", "no_access"]),
            &all[..],
        ),
    ] {
        let text = format!("{LIMITS}{words}\n");
        let pauses = said(&text, "pauses");
        assert_eq!(pauses[0]["reasons"], reasons, "{words} {pauses}");
        let held: Vec<String> = pauses[0]["limits"]
            .as_array()
            .expect("places")
            .iter()
            .map(|span| {
                let at = |index: usize| {
                    let at = span[index].as_u64().expect("a place");
                    usize::try_from(at).expect("a place in a text")
                };
                text.chars().skip(at(0)).take(at(1) - at(0)).collect()
            })
            .collect();
        assert_eq!(held.len(), limits.len(), "{words} {held:?}");
        let each = held.iter().zip(limits);
        assert!(
            each.clone().all(|(held, limit)| held.contains(limit)),
            "{words} {held:?}"
        );
        for kind in ["exclusion", "remedy", "coverage"] {
            assert!(
                told(&text, kind, &["quote"]).is_empty(),
                "{words} is a {kind}"
            );
        }
    }
    let beside = "售后服务方案\n接到报修后4小时内到场（不可抗力除外）。\n";
    assert_eq!(said(beside, "pauses")[0]["quote"], "不可抗力除外");
    // A term that is prolonged, a fee that is not counted and a cause that is not covered stop no clock.
    for words in [
        "因维修占用时间的，质保期相应顺延。",
        "改造费用不计入合同价。",
        "保修期内免费维修，不可抗力造成的损坏除外。",
    ] {
        assert_eq!(
            said(&format!("{LIMITS}{words}\n"), "pauses"),
            Value::Null,
            "{words}"
        );
    }
}

#[test]
fn a_circumstance_holds_for_the_whole_sentence() {
    for (words, other) in [
        (
            "商用客户停水故障2小时到场，4小时恢复供水。",
            "商用客户停水故障",
        ),
        (
            "需更换压缩机的，24小时内到场，72小时内修复。",
            "需更换压缩机的",
        ),
        ("退货申请审核通过后，退款7日内到账。", "退款"),
    ] {
        let text = format!("售后服务方案\n接到报修后8小时内到场。\n{words}\n");
        let limits = told(&text, "time_limit", &["limit", "condition"]);
        assert!(limits.len() > 1, "{words} {limits:?}");
        assert!(
            limits[1..].iter().all(|limit| limit[1]["other"] == other),
            "{words} {limits:?}"
        );
        assert_eq!(limits[0][1], json!({}), "{words}");
    }
    let leaks = "软件售后服务方案\n高危漏洞24小时内修复，其他漏洞7日内修复。\n";
    let limits = told(leaks, "time_limit", &["condition"]);
    assert_eq!(limits[0][0], json!({"question": "高危漏洞"}));
    assert_eq!(limits[1][0], json!({"other": "其他漏洞"}));
}

#[test]
fn what_is_left_to_the_contract_is_told() {
    for (words, what) in [
        ("维修时限在签约时写明。", json!({"limit": "repaired"})),
        ("质保期签约时确定。", json!("term")),
        ("备件价格以合同约定为准。", json!("fee")),
        ("巡检次数签订合同时确定。", json!("rhythm")),
        ("现场值守人数签约时约定。", json!("other")),
    ] {
        let text = format!("售后服务方案\n接到报修后8小时内到场。\n{words}\n");
        assert_eq!(said(&text, "deferred")[0]["what"], what, "{words}");
    }
    for words in ["质保期12个月，以合同约定为准。", "未尽事宜以合同约定为准。"]
    {
        let text = format!("售后服务方案\n接到报修后8小时内到场。\n{words}\n");
        assert_eq!(said(&text, "deferred"), Value::Null, "{words}");
    }
}

#[test]
fn a_row_names_its_price_and_a_running_number_names_nothing() {
    let text = "快递柜售后服务方案\n五、收费\n项目\t收费标准\n工时费\t每人每小时120元\n锁控板\t每块260元\n";
    assert_eq!(
        told(text, "fee", &["of", "amount_fen", "per"]),
        [
            json!(["工时费", 12000, "人每小时"]),
            json!(["锁控板", 26000, "块"])
        ]
    );
    let parts = "洗衣设备维保方案\n备件清单：\n序号\t名称\t规格\t供货期\n1\t主轴承\t6316\t48小时\n2\t门封\tXGQ-100\t24小时\n";
    let conditions = told(parts, "time_limit", &["condition"]);
    assert_eq!(
        conditions,
        [json!([{"other": "主轴承"}]), json!([{"other": "门封"}])]
    );
    assert!(reader::read(parts).plans.remove(0).problems.is_empty());
    let yearly =
        "洗衣设备维保方案\n维保费每年人民币18.6万元，另行增加设备的，单台每年增加9800元。\n";
    let units = told(yearly, "fee", &["per"]);
    assert_eq!(units, [json!(["年"]), json!(["年"])]);
}

#[test]
fn years_channels_and_terms_are_those_of_their_own_words() {
    let supply = "洗衣设备维保方案\n备件均为原厂全新件，价格三年内不上涨，停产后10年内保证供应。\n";
    assert_eq!(told(supply, "parts", &["years"])[0], json!([10]));
    let lines =
        "充电桩运维方案\n客服热线400-800-1234（7×24小时），技术支持微信群工作日9:00—18:00。\n";
    let channels = told(lines, "channel", &["channel"]);
    assert_eq!(channels[0], json!([["phone"]]), "{channels:?}");
    assert_eq!(channels.last(), Some(&json!([["wechat"]])), "{channels:?}");
    let contract = "洗衣设备维保方案\n乙方提供全包维保服务，合同期三年。\n设备质保期自验收合格之日起24个月。\n";
    assert_eq!(
        told(contract, "warranty_term", &["term"]),
        [json!(["P24M"])]
    );
    let levels = "充电桩运维方案\n故障分为三类：\nⅠ类故障：场站全停，1小时到场。\nⅡ类故障：单桩停充，4小时到场。\n";
    let problems = reader::read(levels).plans.remove(0).problems;
    assert!(
        !problems.iter().any(|problem| problem.says.contains("三类")),
        "{problems:?}"
    );
}

/// The 可 of 不可抗力 is no 可以, and what the customer may choose binds the supplier.
#[test]
fn what_a_customer_may_choose_is_promised_firmly() {
    for (words, kind, strength) in [
        (
            "雷击等不可抗力造成的损坏不属于保修范围。",
            "exclusion",
            "plain",
        ),
        (
            "同一故障维修三次仍不能使用的，用户可以要求更换同型号整机。",
            "remedy",
            "plain",
        ),
        ("7天内出现质量问题，客户有权选择退货。", "remedy", "plain"),
        ("7天内出现质量问题的，可选择退货或换货。", "remedy", "plain"),
        ("维修时间较长的，我方可提供备用机。", "remedy", "soft"),
        (
            "维修时间较长的，我方可以为用户提供备用机。",
            "remedy",
            "soft",
        ),
        ("接到报修后尽量2小时内到场。", "time_limit", "soft"),
        ("接到可靠的报修后2小时内到场。", "time_limit", "plain"),
    ] {
        let text = format!("售后服务方案\n整机自验收合格之日起质保24个月。\n{words}\n");
        let found = told(&text, kind, &["strength", "bound"]);
        assert_eq!(found, [json!([strength, "supplier"])], "{words}");
    }
}

#[test]
fn who_is_paid_is_not_bound() {
    let late = "售后服务方案\n接到报修后2小时内到达现场。\n未按约定时间到达现场的，每逾期1小时向用户支付违约金500元，累计不超过合同总额的5%。\n";
    assert_eq!(told(late, "remedy", &["bound"]), [json!(["supplier"])]);
    let asked = "售后服务方案\n同一故障修理两次仍不能使用的，客户有权要求退货，并要求承担运费。\n";
    assert_eq!(told(asked, "remedy", &["bound"]), [json!(["supplier"])]);
    let misused = "售后服务方案\n人为损坏的，用户承担材料费。\n";
    assert_eq!(told(misused, "fee", &["bound"]), [json!(["customer"])]);
}

#[test]
fn a_share_is_that_of_the_whole_price() {
    for (words, bps) in [
        ("节假日上门服务费加收50%。", 15_000),
        ("夜间上门费上浮30%。", 13_000),
        ("备件按目录价加价10%收取。", 11_000),
        ("备件价格按目录价下浮10%收取。", 9000),
        ("备件按目录价的九折收取。", 9000),
        ("年维保费按合同价的6%收取。", 600),
    ] {
        let text = format!("售后服务方案\n五、收费\n{words}\n");
        let fees = told(&text, "fee", &["percent_bps"]);
        assert_eq!(fees, [json!([bps])], "{words}");
    }
}

#[test]
fn a_replaced_part_and_a_repair_have_no_term_of_the_unit() {
    let whole = "售后服务方案\n整机自验收合格之日起质保24个月。\n";
    let part = "质保期内更换的零部件，自更换之日起重新计算质保期，但不少于3个月。\n";
    let repair = "维修后同一故障保修90天。\n";
    let text = format!("{whole}{part}{repair}");
    assert_eq!(
        told(&text, "warranty_term", &["term", "component"]),
        [
            json!(["P24M", null]),
            json!(["P3M", "更换的零部件"]),
            json!(["P90D", null])
        ]
    );
    let problems = reader::read(&text).plans.remove(0).problems;
    assert!(problems.is_empty(), "{problems:?}");
}

#[test]
fn a_level_goes_by_the_name_in_its_own_column() {
    let text = "售后服务方案\n故障级别\t名称\t判定标准\n一级\t重大故障\t系统瘫痪，生产中断\n二级\t较大故障\t部分功能失效\n\
        一级故障30分钟响应，较大故障1小时响应。\n";
    let levels = said(text, "levels");
    let told_of: Vec<Value> = levels
        .as_array()
        .expect("levels")
        .iter()
        .map(|level| json!([level["name"], level["also"], level["meaning"]]))
        .collect();
    assert_eq!(
        told_of,
        [
            json!(["一级", ["重大故障"], "系统瘫痪，生产中断"]),
            json!(["二级", ["较大故障"], "部分功能失效"])
        ]
    );
    let limits = told(text, "time_limit", &["condition"]);
    assert_eq!(limits[1][0]["fault_level"], "二级");
    assert!(reader::read(text).plans.remove(0).problems.is_empty());
}

/// The words nearest before a remedy say what it is owed for, not those a sentence happens to open with.
#[test]
fn a_remedy_is_owed_for_the_failure_right_before_it() {
    let text = "仪器售后服务方案\n供应商收到通知后，须在8小时内派员到达现场，24小时内仍不能排除故障的，须提供同档次的备用产品。";
    assert_eq!(
        told(text, "remedy", &["trigger", "within"]),
        [json!(["24小时内仍不能排除故障的", "PT24H"])]
    );
}

/// 保修期内…，保修期外…: each half of a sentence has its own state of warranty.
#[test]
fn a_coverage_holds_within_the_term_that_it_names_itself() {
    let text =
        "仪器售后服务方案\n保修期内免费更换损坏的零配件，保修期外优惠供应，按出厂价的八折收取。";
    let coverage = told(text, "coverage", &["condition"]);
    assert_eq!(coverage[0][0]["warranty"], "in");
}

#[test]
fn what_failed_by_telephone_starts_the_clock() {
    let text = "仪器售后服务方案\n接到电话后2小时内给出解决方案，若电话无法解决，4小时内技术人员抵达现场。";
    let limits = told(text, "time_limit", &["from", "to"]);
    assert_eq!(limits[1], json!(["remote_attempt_failed", "on_site"]));
}
