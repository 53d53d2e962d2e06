//! Which clauses of a plan answer a demand, against the golden examples.

use domain::language::Language;
use domain::plan::Plan;
use domain::plan::deviation::compare;
use serde_json::json;

use crate::short::{plan, rows};

const GOLDEN: &str = include_str!("../../../../golden/deviation/answers.md");

#[test]
fn each_demand_is_answered_by_the_clauses_of_the_table() {
    let rows = rows(GOLDEN);
    assert!(rows.len() > 60, "the table was read");
    let wrong: Vec<String> = rows.iter().filter_map(|row| wrong(row)).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What a row says and the comparison does not.
fn wrong(row: &[&str]) -> Option<String> {
    let [demand, offers, settled, answer, verdict, because] = row else {
        panic!("a row has six cells: {row:?}")
    };
    let demands = plan(&demand.split("; ").collect::<Vec<_>>());
    let mut offer = plan(&offers.split("; ").collect::<Vec<_>>());
    settle(&mut offer, settled);
    // Where a demand names a limit of the tender, that limit comes second.
    let line = compare(&demands, &offer, Language::Chinese).remove(0);
    let said = line.offer.as_ref();
    let told: Vec<String> = match answer.split_once('+') {
        _ if *answer == "-" => Vec::new(),
        Some((first, other)) => vec![format!("clause-{first}"), format!("这是第{other}条承诺")],
        None => vec![format!("clause-{answer}")],
    };
    let is_told = match &told[..] {
        [] => said.is_none(),
        [first] => said.is_some_and(|said| said.clause.as_str() == first),
        [first, other] => {
            said.is_some_and(|said| said.clause.as_str() == first && said.sentence.contains(other))
        }
        _ => unreachable!("a clause and what stands beside it"),
    };
    let found = (line.verdict.as_str(), line.because.as_str());
    (!is_told || found != (*verdict, *because)).then(|| format!("{row:?}: {found:?} {said:?}"))
}

/// `stricter 0 1`, `agreement 0 1`, or `apart 0=severity:major 1=severity:minor`.
fn settle(plan: &mut Plan, text: &str) {
    let mut words = text.split(' ');
    let Some(by) = words.next().filter(|by| *by != "-") else {
        return;
    };
    let rest: Vec<&str> = words.collect();
    let clause = |word: &str| format!("clause-{}", word.split('=').next().unwrap_or_default());
    let scope = |word: &&str| {
        let (_, stated) = word.split_once('=')?;
        let (dimension, value) = stated.split_once(':')?;
        Some(json!({"clause": clause(word), "when": {dimension: [value]}}))
    };
    let settlement = json!({
        "clauses": rest.iter().map(|word| clause(word)).collect::<Vec<_>>(),
        "by": if by == "apart" { "different_scope" } else { by },
        "scopes": rest.iter().filter_map(scope).collect::<Vec<_>>(),
    });
    let settlement = serde_json::from_value(settlement).expect("a settlement is well formed");
    plan.settlements.push(settlement);
}
