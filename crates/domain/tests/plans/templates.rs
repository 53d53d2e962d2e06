use std::collections::BTreeSet;
use std::fmt::Write;

use domain::legal::shipped;
use domain::plan::Plan;
use domain::plan::problems::{Against, problems, settle_as_proposed};
use domain::plan::templates::DOOR_CATALOGUE_CSV;
use domain::plan::validate::validate;

use super::{DAY, golden, plan, plans, same_as_golden};

#[test]
fn every_template_is_without_fault() {
    for (id, plan) in plans() {
        assert_eq!(validate(&plan), [], "{id}");
    }
}

#[test]
fn every_line_of_every_plan_is_carried_by_clauses_that_exist_and_no_clause_is_unaccounted_for() {
    for (id, plan) in plans() {
        let text =
            std::fs::read_to_string(golden(&format!("{id}.txt"))).expect("each plan has its table");
        let known = names(&plan);
        let mut named = BTreeSet::new();
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            let (_, ids) = line
                .split_once(" => ")
                .unwrap_or_else(|| panic!("{id}: no clauses in {line:?}"));
            for clause in ids.split(", ") {
                assert!(
                    known.contains(clause),
                    "{id}: {clause} carries {line:?} but does not exist"
                );
                named.insert(clause.to_owned());
            }
        }
        let unaccounted: Vec<&String> = known.difference(&named).collect();
        assert_eq!(
            unaccounted,
            Vec::<&String>::new(),
            "{id}: carried by no line"
        );
    }
}

fn names(plan: &Plan) -> BTreeSet<String> {
    let clauses = plan.clauses.iter().map(|clause| clause.id.to_string());
    let Some(grading) = &plan.grading else {
        return clauses.collect();
    };
    let levels = plan
        .severities
        .iter()
        .map(|level| format!("level:{}", level.id));
    let questions = grading
        .questions
        .iter()
        .map(|question| format!("question:{}", question.id));
    clauses.chain(levels).chain(questions).collect()
}

#[test]
fn the_problems_of_every_plan_are_the_ones_written_down() {
    let law = shipped().to_vec();
    for (id, plan) in plans() {
        let mut text = format!("# {}：发现的矛盾与缺项\n", plan.title);
        for problem in problems(&plan, Against::law(&law, DAY)) {
            let proposed = problem
                .proposal
                .as_ref()
                .map(|one| format!("　建议：{}", one.by))
                .unwrap_or_default();
            writeln!(
                text,
                "{} [{}] {}{proposed}",
                problem.code, problem.weight, problem.about
            )
            .expect("text grows");
            for side in &problem.sides {
                writeln!(
                    text,
                    "    {}「{}」{}",
                    side.clause, side.heading, side.value
                )
                .expect("text grows");
            }
        }
        same_as_golden(&format!("{id}.problems.txt"), &text);
    }
}

#[test]
fn nothing_hard_is_left_once_the_proposals_are_taken() {
    let law = shipped().to_vec();
    for (id, plan) in plans() {
        let settled = settle_as_proposed(&plan, Against::law(&law, DAY));
        assert_eq!(validate(&settled), [], "{id}");
        let left: Vec<_> = problems(&settled, Against::law(&law, DAY))
            .into_iter()
            .filter(domain::plan::problems::Problem::blocks)
            .collect();
        assert_eq!(left, [], "{id}");
    }
}

#[test]
fn the_format_and_the_order_of_fields_do_not_change_the_hash() {
    for (id, plan) in plans() {
        let json = serde_json::to_string(&plan).expect("a plan writes as JSON");
        let sorted: serde_json::Value = serde_json::from_str(&json).expect("JSON reads");
        let from_json: Plan = serde_json::from_value(sorted).expect("a plan reads from JSON");
        let from_toml: Plan =
            toml::from_str(&toml::to_string(&plan).expect("a plan writes as TOML"))
                .unwrap_or_else(|error| panic!("{id}: {error}"));
        assert_eq!(
            (from_json.hash(), from_toml.hash()),
            (plan.hash(), plan.hash()),
            "{id}"
        );
    }
}

#[test]
fn the_canonical_form_is_the_one_documented() {
    let json: serde_json::Value = serde_json::from_str(&plan("07-network-systems").canonical())
        .expect("canonical form is JSON");
    assert_eq!(
        json["clauses"][3]["promise"]["rows"][0]["bound"]["limit"],
        "natural:PT10M"
    );
    let door = plan("09-door-maker");
    assert_eq!(
        door.canonical(),
        concat!(
            r#"{"calendar":"cn-office","clauses":[],"escalations":[{"at_percent":80,"to":"dispatcher"},"#,
            r#"{"at_percent":100,"to":"service_manager"}],"title":"门业公司简介（无服务承诺）","trade":"门业制造","#,
            r#""warn_at_percent":[50,80],"zone":"Asia/Shanghai"}"#
        )
    );
    assert_eq!(door.hash().to_string().len(), 64);
}

#[test]
fn the_door_catalogue_has_two_plants_six_families_and_two_hundred_models() {
    let rows: Vec<Vec<&str>> = DOOR_CATALOGUE_CSV
        .lines()
        .skip(1)
        .map(|line| line.split(',').collect())
        .collect();
    let distinct = |column: usize| {
        rows.iter()
            .map(|row| row[column])
            .collect::<BTreeSet<_>>()
            .len()
    };
    assert_eq!(
        (distinct(0), distinct(1), distinct(2), rows.len()),
        (2, 6, 200, 200)
    );
}
