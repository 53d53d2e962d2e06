//! What is printed of every clause gives that clause again.

use domain::plan::Plan;
use domain::plan::templates::TEMPLATES;
use domain::plan::wording::{Edition, Line, Printed, lines, paper, said};

/// The clauses of a plan whose articles do not give them again.
fn unheard(plan: &Plan) -> Vec<String> {
    let printed = lines(plan, &paper(plan, Edition::Draft));
    let mut frame = plan.clone();
    frame.clauses.clear();
    let heard = |clause: &&domain::plan::Clause| {
        let own = |line: &&Line| line.states() && line.clause.as_ref() == Some(&clause.id);
        let words: Vec<String> = printed
            .iter()
            .filter(own)
            .map(|line| line.words.clone())
            .collect();
        let kind = clause.promise.kind();
        let (heading, lines) = if kind == "channel" {
            let row = words[0].split_once('\t').expect("a row names its article");
            ("", vec![row.1.to_owned()])
        } else {
            let (heading, lines) = words.split_first().expect("an article has a heading");
            let rules = |line: &String| line.starts_with("本条与第");
            let lines = lines.iter().filter(|line| !rules(line)).cloned().collect();
            (heading.split_once(' ').expect("a number").1, lines)
        };
        let article = Printed {
            kind,
            heading,
            lines: &lines,
        };
        let found = said(&frame, article, 1);
        found.is_none_or(|(found, _)| found.promise.kind() != kind)
    };
    let left = plan.clauses.iter().filter(heard);
    left.map(|clause| {
        format!(
            "{} {}",
            clause.id,
            domain::plan::wording::sentences_of(plan, clause)
        )
    })
    .collect()
}

#[test]
fn every_article_of_every_template_gives_its_clause_again() {
    let mut left = Vec::new();
    for template in TEMPLATES {
        let plan: Plan = toml::from_str(template.toml).expect("the template reads");
        left.extend(
            unheard(&plan)
                .into_iter()
                .map(|it| format!("{}: {it}", template.id)),
        );
    }
    assert!(left.is_empty(), "{}:\n{}", left.len(), left.join("\n"));
}
