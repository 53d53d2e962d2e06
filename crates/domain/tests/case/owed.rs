//! What broken promises owe in money: `golden/remedies/owed.txt`.

use domain::obligation::obligations;
use domain::plan::{EffectivePlan, Plan};
use domain::remedy::{Owed, owed, sum};
use serde_json::{Value, json};

use super::calendars;
use super::repairs::blocks;
use super::story::{line, moment};

fn compensation(words: &[&str]) -> Vec<Value> {
    let fen = |at: usize| words[at].parse::<i64>().expect("yuan") * 100;
    let given = match words[0] {
        "once" => json!({ "what": "compensation_once", "fen": fen(1) }),
        unit => {
            json!({ "what": format!("compensation_per_{unit}"), "fen": fen(1), "cap_fen": fen(3) })
        }
    };
    let other = words.last().filter(|_| words.contains(&"or"));
    std::iter::once(given)
        .chain(other.map(|what| json!({ "what": what })))
        .collect()
}

fn plan(entitles: &[Value]) -> EffectivePlan {
    let bound = json!({ "type": "within", "limit": "natural:PT2H" });
    let limit = json!({ "kind": "time_limit", "from": "reported", "to": "repaired", "otherwise": { "bound": bound } });
    let trigger = json!({ "when": "limit_broken", "clause": "repair" });
    let remedy = json!({ "kind": "remedy", "trigger": trigger, "entitles": entitles });
    let plan = json!({ "title": "Plan", "trade": "elevators", "calendar": "always", "clauses": [
        { "id": "repair", "heading": "Repair", "text": "Two hours.", "promise": limit },
        { "id": "late", "heading": "Late", "text": "Compensation.", "promise": remedy },
    ] });
    let plan: Plan = serde_json::from_value(plan).expect("a plan");
    EffectivePlan::draft(plan).expect("its zone is known")
}

fn told(owed: &[Owed]) -> String {
    let [one] = owed else {
        return "nothing".to_owned();
    };
    let parts: Vec<String> = one
        .parts
        .iter()
        .map(|part| format!("{} × {}", part.units, part.each_fen))
        .collect();
    let whole: i64 = one.parts.iter().map(|part| part.fen.0).sum();
    let most = if whole > one.fen.0 { " at most" } else { "" };
    format!("{} = {}{most}", parts.join(" + "), one.fen)
}

#[test]
fn broken_promises_owe_what_the_golden_file_says() {
    for (heading, lines) in blocks("remedies/owed.txt") {
        let (mut facts, mut plan_of, mut now) = (Vec::new(), None, None);
        for text in &lines {
            let words: Vec<&str> = text.split_whitespace().collect();
            match words[0] {
                "hour" | "day" | "once" => plan_of = Some(plan(&compensation(&words))),
                "now" => now = Some(moment(&words[1..].join(" "))),
                "=>" => {}
                _ => facts.push(line(u32::try_from(facts.len() + 1).expect("few"), text)),
            }
        }
        let (plan, now) = (plan_of.expect("a remedy"), now.expect("a moment"));
        let rows = obligations(&plan, &calendars(), &facts, now);
        let found = owed(&plan, &facts, &rows, now);
        assert_eq!(
            Some(&format!("=> {}", told(&found))),
            lines.last(),
            "{heading}"
        );
        // Computed from the facts anew it is the same: nothing is counted twice.
        let again = obligations(&plan, &calendars(), &facts, now);
        let again = owed(&plan, &facts, &again, now);
        assert_eq!(sum(&again), sum(&found), "{heading}");
    }
}
