//! What is read of sentences that look like something else, and what is found wrong with them.

use domain::plan::Promise;
use domain::plan::clauses::channel::Attendance;
use domain::plan::{Asked, Plan};
use reader::draft::{Draft, draft};
use reader::reading::{self, ProblemKind, Terms};

fn read(text: &str) -> reading::Plan {
    let text = format!("售后服务方案\n接到报修后2小时内响应，48小时内修复。\n{text}\n");
    reader::read(&text).plans.remove(0)
}

fn drafted(text: &str) -> Draft {
    draft(&read(text), "测试", &"0".repeat(64))
}

fn components(text: &str) -> Vec<Option<String>> {
    let terms = read(text).clauses.into_iter();
    terms
        .filter_map(|clause| match clause.terms {
            Terms::WarrantyTerm { component, .. } => Some(component),
            _ => None,
        })
        .collect()
}

fn contradictions(text: &str) -> Vec<String> {
    let problems = read(text).problems.into_iter();
    problems
        .filter(|problem| problem.kind == ProblemKind::Contradiction)
        .map(|problem| problem.says)
        .collect()
}

#[test]
fn the_most_that_waiting_takes_is_no_limit() {
    for words in [
        "等待进口备件报关的时间不计入维修时限，最长不超过10个工作日。",
        "等待进口备件报关的时间不计入维修时限（最长不超过10个工作日）。",
        "等待进口备件报关的时间最长不超过10个工作日，不计入维修时限。",
    ] {
        let plan = read(words);
        let limits = plan
            .clauses
            .iter()
            .filter(|clause| matches!(clause.terms, Terms::TimeLimit { .. }));
        assert_eq!(limits.count(), 2, "{words}: {:#?}", plan.clauses);
        assert_eq!(plan.pauses.len(), 1, "{words}");
        assert!(
            plan.unread
                .iter()
                .any(|unread| unread.quote.contains("10个工作日")),
            "{words}: {:?}",
            plan.unread
        );
        assert_eq!(contradictions(words), Vec::<String>::new(), "{words}");
    }
    let plan = read("维修时间最长不超过10个工作日。");
    assert!(plan.unread.is_empty());
}

#[test]
fn a_part_keeps_its_whole_name() {
    for name in [
        "电子胃镜插入管", "洗脱机主轴承", "易耗品", "变频器主控板", "传动带",
    ] {
        let found = components(&format!("{name}保修1年。"));
        assert_eq!(found, [Some(name.to_owned())], "{name}");
    }
}

#[test]
fn hours_of_work_stated_once_are_those_of_every_line() {
    let found = drafted("服务热线：400-123-4567。\n工作时间为周一至周五8:30至17:30。");
    let channels: Vec<&Attendance> = found
        .plan
        .clauses
        .iter()
        .filter_map(|clause| match &clause.promise {
            Promise::Channel(attendance) => Some(attendance),
            _ => None,
        })
        .collect();
    let [line] = channels[..] else {
        panic!("{channels:?}");
    };
    let Asked::Ask(asked) = &line.hours else {
        panic!("{:?}", line.hours);
    };
    let Plan { parameters, .. } = &found.plan;
    let [question] = &parameters[..] else {
        panic!("{parameters:?}");
    };
    assert_eq!(&question.id, asked);
    assert!(question.question.contains("周一至周五8:30至17:30"));
    assert_eq!(question.suggested.as_deref(), Some("cn-office"));
}

#[test]
fn what_differs_in_what_it_is_about_contradicts_nothing() {
    for words in [
        "巡检完成后5个工作日内提交报告。\n故障修复后3日内提交报告。",
        "每季度巡检一次，并在5日内提交报告。\n故障修复后3日内提交报告。",
        "上门服务费：节假日加收50%。\n上门服务费：老客户八折。",
        "保外维修费加收20%。\n保外维修费九折优惠。",
        "接到投诉后2小时内回复，3天内给出处理意见。",
    ] {
        assert_eq!(contradictions(words), Vec::<String>::new(), "{words}");
    }
}

#[test]
fn a_row_for_any_region_is_no_region() {
    let plan = read("区域\t等级\t到场时间\n市区\t一级\t2小时\n不限\t二级\t24小时");
    let conditions: Vec<_> = plan
        .clauses
        .iter()
        .filter_map(|clause| match &clause.terms {
            Terms::TimeLimit { condition, .. } if condition.fault_level.is_some() => {
                Some((condition.region.clone(), condition.other.clone()))
            }
            _ => None,
        })
        .collect();
    assert_eq!(conditions, [(Some("市区".to_owned()), None), (None, None)]);
}

#[test]
fn a_heading_that_names_regular_work_promises_nothing() {
    let plan = read("四、定期维护\n每季度保养一次。\n定期回访：每季度一次。");
    let loose = plan
        .problems
        .iter()
        .filter(|problem| problem.kind == ProblemKind::Unmeasurable);
    assert_eq!(loose.count(), 0, "{:?}", plan.problems);
    let plan = read("我方定期回访客户。");
    assert!(
        plan.problems
            .iter()
            .any(|problem| problem.kind == ProblemKind::Unmeasurable)
    );
}

#[test]
fn a_draft_says_what_the_words_say() {
    let promise = |words: &str| -> Vec<String> {
        let clauses = drafted(words).plan.clauses.into_iter().skip(2);
        clauses
            .map(|clause| {
                let promise = domain::plan::node::node(&clause.promise).expect("plain data");
                format!("{} {promise}", clause.heading)
            })
            .collect()
    };
    let fixed = promise("常用备件单价3年内不上涨。");
    assert!(fixed[0].contains("price_ceiling"), "{fixed:?}");
    let stand_in = promise("备机12小时内送达现场。");
    assert!(
        stand_in[0].starts_with("备机到场时限") && stand_in[0].contains(r#""from":"part_needed""#),
        "{stand_in:?}"
    );
    let report = promise("巡检后5日内提交巡检报告。");
    assert!(report[0].contains(r#""from":"duty_done""#), "{report:?}");
    let blamed = promise("非原厂耗材造成的故障不在保修范围。");
    assert!(
        blamed[0].contains("bad_accessory") || blamed[0].contains("accessory"),
        "{blamed:?}"
    );
    assert!(!blamed[0].contains("wear"), "{blamed:?}");
}

#[test]
fn prices_beside_times_are_read_too() {
    let plan = read("备件名称\t单价\t供货时间\n电源模块\t1200元\t3日内\n风扇\t80元/个\t24小时内");
    let prices: Vec<_> = plan
        .clauses
        .iter()
        .filter_map(|clause| match &clause.terms {
            Terms::Fee { amount_fen, of, .. } => Some((of.clone(), *amount_fen)),
            _ => None,
        })
        .collect();
    let row = |name: &str, fen| (Some(name.to_owned()), Some(fen));
    assert_eq!(prices, [row("电源模块", 120_000), row("风扇", 8_000)]);
}

#[test]
fn what_is_left_to_the_contract_without_a_clause_is_a_question() {
    let found = drafted("驻场工程师人数签约时确定。");
    let questions: Vec<&str> = found
        .plan
        .parameters
        .iter()
        .map(|parameter| parameter.id.as_str())
        .collect();
    assert!(
        questions
            .iter()
            .any(|id| id.starts_with(domain::studio::LONE_QUESTION)),
        "{questions:?}"
    );
}

/// 整锁, 本项目软硬件 are all of what is sold; 超过150公里的 is farther than that; 变速箱 and 按期 measure nothing.
#[test]
fn the_whole_is_no_part_and_farther_is_not_nearer() {
    assert_eq!(components("整锁质保三年，自安装之日起。"), [None]);
    assert_eq!(components("本项目软硬件质保三年，自验收之日起。"), [None]);
    let plan = read("距离超过150公里的，8小时内到达现场。");
    let regions = plan
        .clauses
        .iter()
        .filter_map(|clause| match &clause.terms {
            Terms::TimeLimit { condition, .. } => condition.region.clone(),
            _ => None,
        });
    assert_eq!(regions.collect::<Vec<_>>(), ["超过150公里"]);
    let loose = read("变速箱质保两年，自验收之日起。不能按期修复的，提供备用机。").problems;
    let loose = loose
        .iter()
        .filter(|problem| problem.kind == ProblemKind::Unmeasurable);
    assert_eq!(loose.count(), 0);
}
