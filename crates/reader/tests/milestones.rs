//! Every pair of milestones in `golden/reader/milestones.txt` is read from its sentence.

use reader::reading::Terms;

const TABLE: &str = include_str!("../../../golden/reader/milestones.txt");

fn word(value: impl serde::Serialize) -> String {
    serde_json::to_value(value)
        .ok()
        .and_then(|value| value.as_str().map(str::to_owned))
        .expect("the value is a word")
}

#[test]
fn each_pair_of_milestones_is_read() {
    let mut wrong = Vec::new();
    for line in TABLE.lines().skip(1).filter(|line| !line.is_empty()) {
        let [from, to, limit, sentence] = line
            .splitn(4, ' ')
            .collect::<Vec<_>>()
            .try_into()
            .expect("a row is from, to, limit, sentence");
        let found: Vec<String> = reader::read(sentence)
            .plans
            .iter()
            .flat_map(|plan| &plan.clauses)
            .filter_map(|clause| match &clause.terms {
                Terms::TimeLimit {
                    from, to, limit, ..
                } => Some([word(from), word(to), limit.iso().unwrap_or_default()].join(" ")),
                _ => None,
            })
            .collect();
        let expected = [from, to, limit].join(" ");
        if found != [expected.clone()] {
            wrong.push(format!("{sentence} {expected}: {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
