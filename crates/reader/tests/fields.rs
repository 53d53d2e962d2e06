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
