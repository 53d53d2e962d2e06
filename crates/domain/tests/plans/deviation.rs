//! The deviation table against its golden examples, and its laws.

use domain::language::Language;
use domain::plan::deviation::{Line, Verdict};
use domain::plan::{Clause, Plan};

const GOLDEN: &str = include_str!("../../../../golden/deviation/tender.md");

fn compare(demands: &Plan, offer: &Plan) -> Vec<Line> {
    domain::plan::deviation::compare(demands, offer, Language::Chinese)
}

#[test]
fn every_demand_gets_the_verdict_of_the_table() {
    let rows: Vec<Vec<&str>> = GOLDEN
        .lines()
        .filter(|line| line.starts_with('|'))
        .skip(2)
        .map(|line| line.trim_matches('|').split('|').map(str::trim).collect())
        .collect();
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

fn plan(clauses: &[&str]) -> Plan {
    let frame = r#"{"title":"t","trade":"t","calendar":"cn-office","clauses":[],
        "severities":[{"id":"major","label":"重大故障"},{"id":"minor","label":"一般故障"}]}"#;
    let mut plan: Plan = serde_json::from_str(frame).expect("the frame is well formed");
    plan.clauses = (0..)
        .zip(clauses)
        .filter(|(_, text)| **text != "-")
        .map(|(at, text)| clause(at, text))
        .collect();
    plan
}

fn clause(at: usize, text: &str) -> Clause {
    let words: Vec<&str> = text.split(' ').collect();
    let promise = match words[..] {
        ["term", length] => format!(
            r#"{{"kind":"warranty_term","covers":{{"what":"whole_unit"}},"term":"{length}","starts_from":["accepted"]}}"#
        ),
        ["term", length, "but", class] => format!(
            r#"{{"kind":"warranty_term","covers":{{"what":"whole_unit","except":["{class}"]}},"term":"{length}","starts_from":["accepted"]}}"#
        ),
        // term months:24 or months:30 first: the second from the day of manufacture.
        ["term", length, "or", other, whichever] => format!(
            r#"{{"kind":"warranty_term","covers":{{"what":"whole_unit"}},"term":"{length}","starts_from":["accepted"],
               "or_term":{{"term":"{other}","starts_from":["manufactured"],"whichever":"{whichever}"}}}}"#
        ),
        ["supply", years] => {
            format!(r#"{{"kind":"parts","rule":"supplied_for","years":{years},"from":"sale"}}"#)
        }
        [what @ ("inspection" | "visit"), months] => format!(
            r#"{{"kind":"recurring_duty","what":"{what}","every":{{"count":{months},"unit":"months"}}}}"#
        ),
        ["repaired-again", times] => format!(
            r#"{{"kind":"remedy","trigger":{{"when":"same_defect_repaired","times":{times}}},"entitles":[{{"what":"exchange"}}]}}"#
        ),
        ["repaired-any", times] => format!(
            r#"{{"kind":"remedy","trigger":{{"when":"repaired_still_faulty","times":{times}}},"entitles":[{{"what":"exchange"}}]}}"#
        ),
        ["percent", bps] => format!(
            r#"{{"kind":"fee","rule":"percent_of_contract","by_term":[{{"years":1,"bps":{bps}}}]}}"#
        ),
        [span, limit, ref rest @ ..] => {
            let (from, to) = span.split_once('>').expect("a limit runs from > to");
            let bound = format!(r#"{{"type":"within","limit":"{limit}"}}"#);
            let table = match rest {
                [level, "only"] => format!(
                    r#""rows":[{{"when":{{"severity":["{level}"]}},"bound":{bound}}}],"otherwise":"no_promise""#
                ),
                _ => format!(r#""otherwise":{{"bound":{bound}}}"#),
            };
            format!(r#"{{"kind":"time_limit","from":"{from}","to":"{to}",{table}}}"#)
        }
        _ => panic!("no clause: {text}"),
    };
    let strength = if words.last() == Some(&"may") {
        "may"
    } else {
        "must"
    };
    let json = format!(
        r#"{{"id":"clause-{at}","heading":"h","text":"s","strength":"{strength}","promise":{promise}}}"#
    );
    serde_json::from_str(&json).unwrap_or_else(|error| panic!("{json}: {error}"))
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
