//! A printed plan that somebody changed by hand and that is read again by its words.

use app::plans::format::{self, Format};
use app::plans::paper;
use domain::plan::Plan;
use domain::plan::wording::Edition;
use reader::reading::{ProblemKind, Terms};

const PLAN: &str = r#"
title = "泵站售后服务方案"
trade = "水泵"
calendar = "cn-office"
severities = [
    { id = "level-1", label = "一级", meaning = "全站停水" },
    { id = "level-2", label = "二级", meaning = "单泵停运" },
]

[[clauses]]
id = "on-site"
heading = "到场"
text = "接到报修后一级故障2小时、二级故障8小时内到场。"
[clauses.promise]
kind = "time_limit"
from = "reported"
to = "on_site"
otherwise = "no_promise"
[[clauses.promise.rows]]
when = { severity = ["level-1"] }
bound = { type = "within", limit = "natural:PT2H" }
[[clauses.promise.rows]]
when = { severity = ["level-2"] }
bound = { type = "within", limit = "natural:PT8H" }

[[clauses]]
id = "repaired"
heading = "修复"
text = "24小时内修复。"
[clauses.promise]
kind = "time_limit"
from = "reported"
to = "repaired"
otherwise = { bound = { type = "within", limit = "natural:PT24H" } }

[[clauses]]
id = "fee"
heading = "维保费"
text = "续签一年按合同总额的10%，两年按8%。"
[clauses.promise]
kind = "fee"
rule = "percent_of_contract"
by_term = [{ years = 1, bps = 1000 }, { years = 2, bps = 800 }]
"#;

fn printed() -> String {
    let plan: Plan = format::read(PLAN, Format::Toml).expect("the plan reads");
    documents::text::extract(&paper::docx(&plan, Edition::Draft)).expect("the document opens")
}

/// The limits of a text in minutes, and its contradictions with the words on each side.
fn read(text: &str) -> (Vec<u64>, Vec<Vec<String>>) {
    let plan = reader::read(text).plans.remove(0);
    let limits = plan
        .clauses
        .iter()
        .filter_map(|clause| match &clause.terms {
            Terms::TimeLimit { limit, .. } => Some(limit.minutes()),
            _ => None,
        });
    let words = |span: &reader::reading::Span| {
        let words = text.chars().skip(span.0).take(span.1 - span.0);
        words.collect::<String>()
    };
    let contradictions = plan
        .problems
        .iter()
        .filter(|problem| problem.kind == ProblemKind::Contradiction)
        .map(|problem| problem.spans.iter().map(words).collect());
    (limits.collect(), contradictions.collect())
}

#[test]
fn the_tables_behind_the_articles_are_not_read_twice() {
    let edited = printed().replace(
        "我方保证在接到报修后24小时内修复",
        "我方保证在接到报修后24小时内完成修复",
    );
    let (limits, contradictions) = read(&edited);
    assert_eq!(limits, [120, 480, 1440]);
    assert_eq!(contradictions, Vec::<Vec<String>>::new());
}

#[test]
fn a_number_changed_in_one_place_only_contradicts_the_other() {
    let text = printed();
    let article = "我方保证在接到报修后8小时内到达现场";
    let row = "接到报修后8小时内到达现场\n";
    assert!(text.contains(article) && text.contains(row), "{text}");
    for (was, now) in [
        (article, article.replace('8', "6")),
        (row, row.replace('8', "6")),
    ] {
        let (limits, contradictions) = read(&text.replace(was, &now));
        assert_eq!(limits.len(), 4, "{now}: {limits:?}");
        let [sides] = &contradictions[..] else {
            panic!("{now}: {contradictions:?}");
        };
        assert!(
            sides.iter().any(|words| words.contains("8小时"))
                && sides.iter().any(|words| words.contains("6小时")),
            "{sides:?}"
        );
    }
}
