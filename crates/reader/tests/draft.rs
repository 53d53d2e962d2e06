//! Sentences of real plans, and the clauses they become.

use domain::plan::Clause;
use domain::plan::node::node;
use domain::plan::templates::TEMPLATES;
use domain::plan::validate::{FaultCode, validate};
use reader::draft::{Draft, OpenBecause, draft};

fn drafted(text: &str) -> Draft {
    let reading = reader::read(text);
    let plan = reading.plans.first().expect("the text holds a plan");
    draft(plan, "测试", &"0".repeat(64))
}

/// What a text promises, one line for each clause: kind and promise as canonical JSON.
fn promises(text: &str) -> Vec<String> {
    let line = |clause: &Clause| {
        node(&clause.promise)
            .expect("a promise is plain data")
            .to_string()
    };
    drafted(&format!("售后服务方案\n{text}"))
        .plan
        .clauses
        .iter()
        .map(line)
        .collect()
}

fn expect(text: &str, expected: &[&str]) {
    let found = promises(text);
    for part in expected {
        assert!(
            found.iter().any(|line| line.contains(part)),
            "{part} is not in {found:#?}"
        );
    }
}

#[test]
fn each_kind_becomes_its_clause() {
    let cases: &[(&str, &[&str])] = &[
        (
            "自验收合格之日起整机保修12个月。",
            &[r#""starts_from":["accepted"],"term":"months:12""#],
        ),
        (
            "自验收合格之日起整机保修12个月，灯泡除外。",
            &[r#""except":["bulb"]"#],
        ),
        (
            "整机质保两年，自投入使用之日起计算。",
            &[r#""starts_from":["commissioned"]"#, "months:24"],
        ),
        (
            "压缩机保修5年。",
            &[r#""covers":{"class":"compressor","what":"component"}"#],
        ),
        (
            "保修期内因设计、材料造成的故障免费维修。",
            &[r#""labour":"free""#, r#""in_warranty""#],
        ),
        (
            "人为损坏、地震、私自拆卸不属于保修范围。",
            &[
                "misuse", "disaster", "unauthorised_disassembly", "price_list",
            ],
        ),
        (
            "接到报修后48~72小时到达现场。",
            &[r#""limit":"natural:PT72H""#, r#""target":"natural:PT48H""#],
        ),
        (
            "复杂问题3个工作日内提出解决方案。",
            &["working-days:3", r#""to":"solution_proposed""#],
        ),
        (
            "停产前提前3个月通知用户。",
            &[r#""type":"before""#, "months:3"],
        ),
        (
            "同一故障连续维修三次仍不能使用的，更换同型号新机。",
            &[
                r#""times":3,"when":"same_defect_repaired""#,
                "replace_same_model",
            ],
        ),
        (
            "7天内出现质量问题可退货或换货。",
            &[r#""days":7,"when":"within_days_of_receipt""#],
        ),
        (
            "每半年巡检一次并出具报告。",
            &[r#""count":6,"unit":"months""#, r#""delivers":["report"]"#],
        ),
        (
            "每年保养2次。",
            &[r#""count":6,"unit":"months""#, r#""what":"maintenance""#],
        ),
        (
            "停产后零件至少供应5年。",
            &[r#""from":"end_of_production","kind":"parts""#],
        ),
        (
            "备品备件库备有易损件和整机。",
            &[r#""kinds":["wear_parts","sets"]"#],
        ),
        ("更换零件只用原厂配件。", &["genuine_only"]),
        (
            "服务热线400-800-1234，7×24小时值守。",
            &[r#""address":"400-800-1234""#, r#""hours":"always""#],
        ),
        ("上门费每次100元。", &[r#""otherwise_fen":10000"#]),
        ("保修期外只收材料成本费，不收人工费。", &["parts_at_cost"]),
        ("上门着工作服、佩戴工牌。", &[r#""stage":"before_leaving""#]),
        (
            "对操作人员进行培训，直到能独立操作。",
            &[r#""audience":"操作人员""#],
        ),
        (
            "送货前提前2小时电话通知，收货人清点后签收。",
            &[r#""notice_minutes":120"#],
        ),
    ];
    for (text, expected) in cases {
        expect(text, expected);
    }
}

#[test]
fn rows_of_one_table_become_one_clause_with_their_levels() {
    let found =
        drafted("售后服务方案\n一级故障4小时内到场，二级故障12小时内到场，三级故障24小时内到场。");
    assert_eq!(found.plan.clauses.len(), 1);
    assert_eq!(found.found[0].places.len(), 3);
    assert_eq!(found.found[0].pieces.len(), 3);
    let levels: Vec<&str> = found
        .plan
        .severities
        .iter()
        .map(|level| level.id.as_str())
        .collect();
    assert_eq!(levels, ["level-1", "level-2", "level-3"]);
}

#[test]
fn other_times_are_the_default_row() {
    expect(
        "10:00至19:00报修，2小时内响应，其他时间4~16小时响应。",
        &[
            r#""otherwise":{"bound":{"limit":"natural:PT16H""#,
            r#""reported_between":{"from":"10:00:00","to":"19:00:00"}"#,
        ],
    );
}

#[test]
fn a_contradiction_stays_two_clauses() {
    let found = drafted("售后服务方案\n接到报修后2小时内到场。\n接到报修后4小时内到场。");
    assert_eq!(found.plan.clauses.len(), 2);
}

#[test]
fn what_the_text_leaves_out_is_asked_or_open() {
    let found = drafted("售后服务方案\n整机保修12个月。\n服务热线：400-XXX-XXXX。\n定期巡检设备。");
    let questions: Vec<&str> = found
        .plan
        .parameters
        .iter()
        .map(|asked| asked.id.as_str())
        .collect();
    assert!(questions.contains(&"hotline-1-address"), "{questions:?}");
    assert!(questions.contains(&"inspection-1-months"), "{questions:?}");
    assert_eq!(found.found[0].open[0].pointer, "/promise/starts_from");
    assert_eq!(found.found[0].open[0].why, OpenBecause::Missing);
}

/// The sentences of the built-in plans, read as one document each: every clause drafted is one that can run, but for
/// what is listed as open.
#[test]
fn drafts_of_the_built_in_plans_hold() {
    for template in TEMPLATES {
        let plan: domain::plan::Plan = toml::from_str(template.toml).expect("the template reads");
        let lines: Vec<&str> = plan
            .clauses
            .iter()
            .map(|clause| clause.text.as_str())
            .collect();
        let text = format!("{}\n{}", plan.title, lines.join("\n"));
        let Some(read) = reader::read(&text).plans.into_iter().next() else {
            assert!(plan.clauses.is_empty(), "{} is read", template.id);
            continue;
        };
        let found = draft(&read, &plan.trade, &"0".repeat(64));
        assert_eq!(found.plan.clauses.len(), found.found.len());
        for fault in validate(&found.plan) {
            let index = found
                .plan
                .clauses
                .iter()
                .position(|clause| Some(&clause.id) == fault.clause.as_ref());
            let open = index.is_some_and(|at| {
                found.found[at]
                    .open
                    .iter()
                    .any(|open| fault.pointer.contains(&open.pointer))
            });
            assert!(
                open && fault.code == FaultCode::EmptyList,
                "{}: {fault:?}",
                template.id
            );
        }
        let sources = found.plan.clauses.iter().zip(&found.found);
        for (clause, found) in sources {
            let source = clause
                .source
                .as_ref()
                .expect("each clause names its source");
            let words: String = text
                .chars()
                .skip(source.from as usize)
                .take((source.to - source.from) as usize)
                .collect();
            assert!(
                words.contains(found.places[0].quote.trim()),
                "{}: {words}",
                clause.id
            );
        }
    }
}

/// 逾期到场 is bound to the limit of the arrival, whichever limit stands last before it.
#[test]
fn a_remedy_for_lateness_is_bound_to_the_step_it_names() {
    const LIMITS: &str =
        "售后服务方案\n接到报修后2小时内到达现场，8小时内修复。常用备件24小时内发货。\n";
    for (remedy, step) in [
        (
            "未按承诺时限到场的，每延误1小时赔付100元。",
            Some("on_site"),
        ),
        ("逾期未修复的，每逾期一天赔付500元。", Some("repaired")),
        ("逾期发货的，每逾期一天赔付50元。", Some("dispatched")),
        ("逾期的，每逾期一天赔付50元。", Some("dispatched")),
        ("备用机逾期送达的，每逾期一天赔付50元。", None),
    ] {
        let plan = drafted(&format!("{LIMITS}{remedy}\n")).plan;
        let promises: Vec<(String, serde_json::Value)> = plan
            .clauses
            .iter()
            .map(|clause| {
                let promise = serde_json::to_value(&clause.promise).expect("a promise is JSON");
                (clause.id.to_string(), promise)
            })
            .collect();
        let trigger = promises
            .iter()
            .find_map(|(_, promise)| promise.get("trigger"))
            .unwrap_or_else(|| panic!("{remedy}: no remedy in {promises:?}"));
        let bound = trigger["clause"].as_str().map(|id| {
            let limit = promises.iter().find(|(own, _)| own == id);
            limit.expect("the limit is there").1["to"].clone()
        });
        assert_eq!(bound.as_ref().and_then(|to| to.as_str()), step, "{remedy}");
    }
}

#[test]
fn a_circumstance_is_no_promise_of_every_case() {
    for (text, label) in [
        (
            "商用客户停水故障2小时到场，4小时恢复供水。",
            "商用客户停水故障",
        ),
        ("高危漏洞24小时内修复。", "高危漏洞"),
        ("采暖期接到报修后2小时内到场。", "采暖期"),
        ("需更换压缩机的，48小时内修复。", "需更换压缩机"),
    ] {
        let plan = drafted(&format!("售后服务方案\n{text}\n")).plan;
        let labels: Vec<&str> = plan
            .question_types
            .iter()
            .map(|one| one.label.as_str())
            .collect();
        assert_eq!(labels, [label], "{text}");
        for clause in &plan.clauses {
            let promise = serde_json::to_value(&clause.promise).expect("a promise is JSON");
            assert_eq!(promise["otherwise"], "no_promise", "{text} {promise}");
        }
    }
}

#[test]
fn pauses_levels_and_open_matters_reach_the_draft() {
    let found = drafted(
        "售后服务方案\n一级故障指全站停水，二级故障指单泵停运。\n一级故障2小时到场，二级故障8小时到场。\n\
         因客户原因造成的延误不计入上述时限，遇不可抗力相应顺延。\n维修时限在签约时写明。\n质保期签约时确定。\n",
    );
    let meanings: Vec<&str> = found
        .plan
        .severities
        .iter()
        .map(|level| level.meaning.as_str())
        .collect();
    assert_eq!(meanings, ["全站停水", "单泵停运"]);
    let promise = |id: &str| {
        let clause = found.plan.clauses.iter().find(|one| one.id.as_str() == id);
        let clause = clause.unwrap_or_else(|| panic!("{id} is not in {:#?}", found.plan.clauses));
        serde_json::to_value(&clause.promise).expect("a promise is JSON")
    };
    let stopped = promise("on-site-1")["pausable_by"].clone();
    assert_eq!(
        stopped,
        serde_json::json!(["waiting_for_customer", "force_majeure"])
    );
    let limit = promise("repaired-1")["otherwise"]["bound"]["limit"].clone();
    assert_eq!(limit, "ask:repaired-1-limit");
    assert_eq!(
        promise("warranty-term-1")["term"],
        "ask:warranty-term-1-term"
    );
    assert!(found.untyped.is_empty(), "{:?}", found.untyped);
}

/// What is drafted is printed in words for the thing meant, once.
#[test]
fn a_draft_is_printed_in_the_right_words() {
    for (text, says, never) in [
        ("常用备件接到需求后24小时内发货。", "24小时内发货", "出发"),
        ("发货后3日内送达。", "发货后3个自然日内送达", "出发"),
        (
            "对操作人员进行培训，直到能独立操作。",
            "对操作人员进行培训，直到能独立操作。",
            "直至达到",
        ),
        (
            "安装后免费培训2名操作人员，内容为日常操作和清洁。",
            "日常操作和清洁。",
            "直至达到",
        ),
        (
            "每年提交一份年度运行分析报告。",
            "每年提交运行分析报告",
            "巡检",
        ),
        ("并出具年度运行分析报告。", "运行分析报告", "巡检"),
    ] {
        let plan = drafted(&format!("售后服务方案\n整机质保一年。\n{text}\n")).plan;
        let printed: String = plan.clauses[1..]
            .iter()
            .map(|clause| domain::plan::wording::sentences_of(&plan, clause))
            .collect();
        assert!(
            printed.contains(says) && !printed.contains(never),
            "{text}: {printed}"
        );
        let headings: Vec<&str> = plan
            .clauses
            .iter()
            .map(|clause| clause.heading.as_str())
            .collect();
        assert!(
            headings.iter().all(|heading| !heading.contains("出发")),
            "{headings:?}"
        );
    }
}

/// A remedy names the clause that its limit became a row of; terms of one row begin on one day; an announcement of exclusions covers nothing.
#[test]
fn what_belongs_together_stays_together() {
    let plan = drafted(
        "售后服务方案\n市区2小时内到场，郊区4小时内到场。\n未按承诺时限到场的，每逾期1小时支付违约金100元。\n\
         整机自验收合格之日起质保36个月；触摸屏质保24个月；锁控板质保5年。\n以下情况不包含在保修范围内：\n（1）人为损坏；\n（2）雷击。\n",
    )
    .plan;
    for fault in validate(&plan) {
        assert!(
            fault.code != FaultCode::UnknownClause && fault.code != FaultCode::EmptyList,
            "{fault:?}"
        );
    }
    let covered = plan
        .clauses
        .iter()
        .filter(|one| one.id.as_str().starts_with("coverage"));
    assert_eq!(covered.count(), 0, "{:#?}", plan.clauses);
}

#[test]
fn two_lengths_of_which_one_counts_are_one_term_with_two_limits() {
    let cases = [
        (
            "质保期：自验收合格之日起24个月或自出厂之日起30个月，以先到者为准。",
            (
                "months:24", "accepted", "months:30", "manufactured", "first",
            ),
        ),
        (
            "整机质保自验收合格之日起24个月，或自出厂之日起30个月，以先到期者为准。",
            (
                "months:24", "accepted", "months:30", "manufactured", "first",
            ),
        ),
        (
            "设备质保期为自验收合格之日起24个月；或自发货之日起30个月。两者以先到期者为准。",
            ("months:24", "accepted", "months:30", "delivered", "first"),
        ),
        (
            "整机质保期自验收合格之日起12个月或自到货之日起18个月，以后到者为准。",
            ("months:12", "accepted", "months:18", "delivered", "last"),
        ),
        (
            "整机质保期自验收合格之日起18个月，但最长不超过自出厂之日起24个月。",
            (
                "months:18", "accepted", "months:24", "manufactured", "first",
            ),
        ),
        (
            "质保期：自调试合格之日起24个月或自发货之日起30个月（whichever is earlier）。",
            (
                "months:24", "commissioned", "months:30", "delivered", "first",
            ),
        ),
    ];
    let mut wrong = Vec::new();
    for (text, (term, start, other, other_start, whichever)) in cases {
        let expected = format!(
            r#"{{"covers":{{"what":"whole_unit"}},"kind":"warranty_term","or_term":{{"starts_from":["{other_start}"],"term":"{other}","whichever":"{whichever}"}},"repair_days":"count","starts_from":["{start}"],"term":"{term}","territory":"anywhere"}}"#
        );
        let found = promises(text);
        if found != [expected] {
            wrong.push(format!("{text}\n{found:#?}"));
        }
        let problems: Vec<String> = reader::read(&format!("售后服务方案\n{text}"))
            .plans
            .iter()
            .flat_map(|plan| &plan.problems)
            .filter(|problem| problem.kind == reader::reading::ProblemKind::Contradiction)
            .map(|problem| problem.says.clone())
            .collect();
        if !problems.is_empty() {
            wrong.push(format!("{text}\n{problems:#?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_part_has_one_class_in_every_plan_and_its_name_can_be_told() {
    let class = "part-4e3b673a5934";
    expect("主机头保修三年。", &[class]);
    expect("冷却塔保修五年。主机头保修两年。", &[class]);
    let class: domain::slug::ComponentClass = class.parse().expect("a name");
    assert_eq!(class.spelled().as_deref(), Some("主机头"));
}

#[test]
fn two_lengths_without_a_word_which_counts_stay_two_and_a_meter_stays_a_meter() {
    let terms = |text| {
        promises(text)
            .iter()
            .filter(|line| line.contains("warranty_term"))
            .count()
    };
    assert_eq!(terms("整机质保期12个月。整机质保期24个月。"), 2);
    expect(
        "整机保修18个月或2000小时（先到为准）。",
        &[r#""or_usage":{"amount":2000,"unit":"hours"}"#],
    );
}
