//! What each line of each plan came to, in the words of the printed plan: `golden/plans/*.values.txt`.

use std::fmt::Write;

use domain::plan::wording::sentences_of;

use super::{golden, plans, same_as_golden};

#[test]
fn each_line_of_each_plan_has_the_value_written_down() {
    for (id, plan) in plans() {
        let table =
            std::fs::read_to_string(golden(&format!("{id}.txt"))).expect("each plan has its table");
        let mut text = format!(
            "# {}：原方案的每句话，承接它的条款所写的内容；横线处套用时询问\n",
            plan.title
        );
        let lines = table.lines().filter(|line| !line.starts_with('#'));
        let lines = lines.filter_map(|line| line.split_once(" => "));
        for (line, ids) in lines {
            writeln!(text, "{line}").expect("text grows");
            for id in ids.split(", ") {
                let clause = plan.clauses.iter().find(|clause| clause.id.as_str() == id);
                if let Some(clause) = clause {
                    let said = sentences_of(&plan, clause);
                    writeln!(text, "    {id}: {}", said.replace('\n', " ")).expect("text grows");
                }
            }
        }
        same_as_golden(&format!("{id}.values.txt"), &text);
    }
}
