//! The deviation table against its golden examples, and its laws.

use domain::language::Language;
use domain::plan::Plan;
use domain::plan::deviation::{Line, Verdict};

use crate::short::{plan, rows};

const GOLDEN: &str = include_str!("../../../../golden/deviation/tender.md");

fn compare(demands: &Plan, offer: &Plan) -> Vec<Line> {
    domain::plan::deviation::compare(demands, offer, Language::Chinese)
}

#[test]
fn every_demand_gets_the_verdict_of_the_table() {
    let rows = rows(GOLDEN);
    assert!(rows.len() > 20, "the table was read");
    for row in rows {
        let [demand, offer, verdict, because] = row[..] else {
            panic!("a row has four cells: {row:?}")
        };
        let lines = compare(&plan(&[demand]), &plan(&[offer]));
        assert_eq!(lines.len(), 1, "{row:?}");
        let line = &lines[0];
        assert_eq!(
            (line.verdict.as_str(), line.because.as_str()),
            (verdict, because),
            "{row:?}"
        );
        assert_eq!(line.offer.is_none(), verdict == "missing", "{row:?}");
    }
}

#[test]
fn a_plan_answers_itself_without_a_shortfall() {
    for template in domain::plan::templates::TEMPLATES {
        let plan: Plan = toml::from_str(template.toml).expect("the template reads");
        for line in compare(&plan, &plan) {
            let open = matches!(
                line.verdict,
                Verdict::Equal | Verdict::Better | Verdict::Unclear
            );
            let wish = line.because.as_str() == "not_in_every_case";
            assert!(open || wish, "{}: {line:?}", template.id);
        }
    }
}

#[test]
fn the_best_of_several_clauses_answers() {
    let offer = plan(&[
        "reported>answered natural:PT4H",
        "reported>answered natural:PT1H",
    ]);
    let lines = compare(&plan(&["reported>answered natural:PT2H"]), &offer);
    assert_eq!(lines[0].verdict, Verdict::Better);
    assert_eq!(
        lines[0]
            .offer
            .as_ref()
            .and_then(|side| side.value.as_deref()),
        Some("1小时")
    );
}

#[test]
fn numbers_are_told_in_the_language_of_the_reader() {
    let both = |clause: &str| {
        let plan = plan(&[clause]);
        [Language::Chinese, Language::English].map(|language| {
            let line = domain::plan::deviation::compare(&plan, &plan, language).remove(0);
            line.demand.value.unwrap_or_default()
        })
    };
    for (clause, zh, en) in [
        ("reported>answered natural:PT2H", "2小时", "2 hours"),
        (
            "reported>repaired working-days:1",
            "1个工作日",
            "1 working day",
        ),
        ("term lifetime", "终身", "lifetime"),
        ("supply 5", "5年", "5 years"),
        ("inspection 3", "每3个月", "every 3 months"),
        ("repaired-again 2", "2次", "2 times"),
        ("percent 800", "8%", "8%"),
    ] {
        assert_eq!(both(clause), [zh, en], "{clause}");
    }
}

#[test]
fn what_only_a_contract_promises_answers_no_demand_of_the_warranty() {
    use domain::plan::clauses::coverage::Standing;
    let mut offer = plan(&[
        "reported>on_site natural:PT4H",
        "reported>on_site natural:PT24H",
    ]);
    offer.clauses[0].when.standing = vec![Standing::InContract];
    offer.clauses[1].when.standing = vec![Standing::InWarranty];
    let demand = plan(&["reported>on_site natural:PT12H"]);
    assert_eq!(compare(&demand, &offer)[0].verdict, Verdict::Worse);
    offer.clauses[0].when.standing.push(Standing::InWarranty);
    assert_eq!(compare(&demand, &offer)[0].verdict, Verdict::Better);
}

#[test]
fn of_equally_good_clauses_the_one_in_the_words_of_the_demand_answers() {
    let mut demand = plan(&["inspection 3"]);
    demand.clauses[0].text = "每季度巡检一次并提交报告".to_owned();
    let mut offer = plan(&["inspection 6", "inspection 12"]);
    offer.clauses[0].text = "每半年巡检一次".to_owned();
    offer.clauses[1].text = "年终安全大检查".to_owned();
    let answer = compare(&demand, &offer).remove(0).offer;
    assert_eq!(
        answer.map(|side| side.sentence),
        Some("每半年巡检一次".to_owned())
    );
    offer.clauses.swap(0, 1);
    let answer = compare(&demand, &offer).remove(0).offer;
    assert_eq!(
        answer.map(|side| side.sentence),
        Some("每半年巡检一次".to_owned())
    );
}
