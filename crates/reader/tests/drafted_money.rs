//! What a draft makes of money and of terms that are none of the unit.

use domain::plan::clause::{Party, Strength};
use domain::plan::node::node;
use reader::draft::{Draft, OpenBecause, draft};

fn drafted(text: &str) -> Draft {
    let reading = reader::read(&format!("售后服务方案\n{text}"));
    let plan = reading.plans.first().expect("the text holds a plan");
    draft(plan, "测试", &"0".repeat(64))
}

/// Each clause of a draft as canonical JSON of its promise, of the kind asked for.
fn promises(found: &Draft, stem: &str) -> Vec<String> {
    let clauses = found.plan.clauses.iter();
    clauses
        .filter(|clause| clause.id.as_str().starts_with(stem))
        .map(|clause| {
            let promise = node(&clause.promise).expect("a promise is plain data");
            promise.to_string()
        })
        .collect()
}

#[test]
fn money_for_each_hour_of_delay_is_that_sum() {
    const LIMIT: &str = "接到报修后2小时内到达现场。\n";
    for (words, cap) in [
        (
            "未按约定时间到达现场的，每逾期1小时向用户支付违约金500元，累计不超过5000元。",
            Some(500_000),
        ),
        (
            "迟到的，每迟到一小时赔偿500元，最高赔偿2000元。",
            Some(200_000),
        ),
        (
            "未按约定时间到达现场的，每逾期1小时向用户支付违约金500元，累计不超过合同总额的5%。",
            None,
        ),
        ("未按约定时间到场的，每延误1小时赔付500元。", None),
    ] {
        let found = drafted(&format!("{LIMIT}{words}\n"));
        let expected = format!(
            r#"{{"entitles":[{{"cap_fen":{},"fen":50000,"what":"compensation_per_hour"}}],"kind":"remedy","trigger":{{"clause":"on-site-1","when":"limit_broken"}}}}"#,
            cap.unwrap_or(0)
        );
        assert_eq!(promises(&found, "remedy"), [expected], "{words}");
        let (clause, of) = (
            found.plan.clauses.last().expect("a clause"),
            found.found.last().expect("a clause"),
        );
        assert_eq!(clause.binds, Party::Supplier, "{words}");
        assert_eq!(clause.strength, Strength::Must, "{words}");
        // A cap that is none in money is left to a person, and its words stay.
        let open: Vec<_> = of
            .open
            .iter()
            .map(|open| (open.pointer.as_str(), open.why))
            .collect();
        let missing = [("/promise/entitles/0/cap_fen", OpenBecause::Missing)];
        assert_eq!(open, missing[..usize::from(cap.is_none())], "{words}");
        assert!(words.starts_with(&clause.text), "{}", clause.text);
    }
}

#[test]
fn damages_are_counted_as_they_are_stated() {
    const LIMIT: &str = "接到报修后2小时内到达现场，48小时内修复。\n";
    for (words, entitles) in [
        (
            "未按时修复的，每逾期一天赔偿500元，累计不超过5000元。",
            r#"{"cap_fen":500000,"fen":50000,"what":"compensation_per_day"}"#,
        ),
        (
            "迟到的，按每日200元赔付。",
            r#"{"cap_fen":0,"fen":20000,"what":"compensation_per_day"}"#,
        ),
        (
            "未按时到场的，一次性赔偿1000元。",
            r#"{"fen":100000,"what":"compensation_once"}"#,
        ),
        (
            "未按时到场的，每次赔偿客户200元。",
            r#"{"fen":20000,"what":"compensation_once"}"#,
        ),
        ("未按时到场的，照价赔偿损失。", r#"{"what":"costs_borne"}"#),
    ] {
        let found = drafted(&format!("{LIMIT}{words}\n"));
        let remedies = promises(&found, "remedy");
        assert!(
            remedies[0].contains(&format!(r#""entitles":[{entitles}]"#)),
            "{words}: {remedies:?}"
        );
    }
}

#[test]
fn a_surcharge_is_no_discount() {
    for (words, says) in [
        ("节假日上门服务费加收50%。", r#""rule":"stated""#),
        ("夜间上门费上浮30%。", r#""rule":"stated""#),
        ("备件按目录价加价10%收取。", r#""rule":"stated""#),
        ("年维保费按合同价下浮10%收取。", r#""rule":"stated""#),
        ("备件按目录价的九折收取。", r#""charged_bps":9000"#),
        ("年维保费按合同价的6%收取。", r#""bps":600"#),
    ] {
        let fees = promises(&drafted(&format!("五、收费\n{words}\n")), "fee");
        assert!(
            fees.len() == 1 && fees[0].contains(says),
            "{words} {fees:?}"
        );
        let whole = words.trim_end_matches('。');
        assert!(
            !says.contains("stated") || fees[0].contains(whole),
            "{fees:?}"
        );
    }
}

#[test]
fn replaced_parts_belong_to_the_term_of_the_unit() {
    const WHOLE: &str = "整机自验收合格之日起质保24个月。\n";
    const TERM: &str = r#""replaced_part_months":3,"starts_from":["accepted"],"term":"months:24""#;
    for words in [
        "质保期内更换的零部件，自更换之日起重新计算质保期，但不少于3个月。",
        "更换的零部件自更换之日起质保3个月。",
    ] {
        let terms = promises(&drafted(&format!("{WHOLE}{words}\n")), "warranty-term");
        assert!(
            terms.len() == 1 && terms[0].contains(TERM),
            "{words} {terms:?}"
        );
    }
    // Parts that were paid for have a term of their own, and no clause holds that of a repair.
    let paid = drafted(&format!("{WHOLE}付费更换的配件质保一年。\n"));
    assert_eq!(promises(&paid, "warranty-term").len(), 2);
    let repair = drafted(&format!("{WHOLE}维修后同一故障保修90天。\n"));
    assert_eq!(promises(&repair, "warranty-term").len(), 1);
    assert_eq!(repair.untyped[0].quote, "维修后同一故障保修90天");
}
