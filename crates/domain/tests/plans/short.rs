//! Clauses in short, as the tables of `golden/deviation` write them.

use domain::plan::{Clause, Plan};
use serde_json::{Value, json};

/// A plan of clauses in short, named `clause-0` on; `-` is none.
pub(crate) fn plan(clauses: &[&str]) -> Plan {
    let frame = json!({
        "title": "t", "trade": "t", "calendar": "cn-office", "clauses": [],
        "severities": [{"id": "major", "label": "重大故障"}, {"id": "minor", "label": "一般故障"}],
        "regions": [{"id": "city", "label": "市区"}, {"id": "country", "label": "郊区"}],
        "question_types": [{"id": "swap", "label": "需更换压缩机"}],
    });
    let mut plan: Plan = serde_json::from_value(frame).expect("the frame is well formed");
    plan.clauses = (0..)
        .zip(clauses)
        .filter(|(_, text)| **text != "-")
        .map(|(at, text)| clause(at, text))
        .collect();
    plan
}

/// `reported>on_site natural:PT4H @severity=major may`: the promise, then when it holds, then how it binds.
fn clause(at: usize, text: &str) -> Clause {
    let (mut words, mut when, mut strength) = (Vec::new(), json!({}), "must");
    for word in text.split(' ') {
        match word
            .strip_prefix('@')
            .and_then(|stated| stated.split_once('='))
        {
            Some(("hours", hours)) => {
                let (from, to) = hours.split_once('-').expect("hours run from - to");
                when["reported_between"] = json!({"from": from, "to": to});
            }
            Some((dimension, values)) => {
                when[dimension] = values.split('+').collect();
            }
            None if word == "may" => strength = "may",
            None => words.push(word),
        }
    }
    let spoken = match words[..] {
        ["conduct", _, said] | ["training" | "procedure", said] => said.to_owned(),
        _ => format!("这是第{at}条承诺"),
    };
    let whole = json!({
        "id": format!("clause-{at}"), "heading": "h", "text": spoken, "strength": strength,
        "when": when, "promise": promise(&words),
    });
    serde_json::from_value(whole.clone()).unwrap_or_else(|error| panic!("{whole}: {error}"))
}

fn promise(words: &[&str]) -> Value {
    match words {
        ["term", length, rest @ ..] => term(length, rest),
        ["supply", years] => {
            json!({"kind": "parts", "rule": "supplied_for", "years": years.parse::<u32>().expect("years"), "from": "sale"})
        }
        ["supply-after-end", years] => {
            json!({"kind": "parts", "rule": "supplied_for", "years": years.parse::<u32>().expect("years"), "from": "end_of_production"})
        }
        ["stock", kinds] => {
            json!({"kind": "parts", "rule": "stocked", "kinds": kinds.split('+').collect::<Vec<_>>()})
        }
        ["genuine"] => json!({"kind": "parts", "rule": "genuine_only"}),
        [what @ ("inspection" | "visit"), months] => duty(what, months, "warranty_or_contract"),
        [what @ ("inspection" | "visit"), months, "during", time] => duty(what, months, time),
        ["repaired-again", times] => remedy(
            json!({"when": "same_defect_repaired", "times": times.parse::<u32>().expect("times")}),
            json!({"what": "exchange"}),
        ),
        ["repaired-any", times] => remedy(
            json!({"when": "repaired_still_faulty", "times": times.parse::<u32>().expect("times")}),
            json!({"what": "exchange"}),
        ),
        // broken clause-1 100: so many fen for each hour that this limit is late.
        ["broken", clause, fen] => remedy(
            json!({"when": "limit_broken", "clause": clause}),
            json!({"what": "compensation_per_hour", "fen": fen.parse::<i64>().expect("fen"), "cap_fen": 100_000}),
        ),
        // broken clause-1 100 once, broken clause-1 100 per day up to 1000.
        ["broken", clause, fen, "once"] => remedy(
            json!({"when": "limit_broken", "clause": clause}),
            json!({"what": "compensation_once", "fen": fen.parse::<i64>().expect("fen")}),
        ),
        ["broken", clause, fen, "per", "day", "up", "to", cap] => remedy(
            json!({"when": "limit_broken", "clause": clause}),
            json!({"what": "compensation_per_day", "fen": fen.parse::<i64>().expect("fen"),
                "cap_fen": cap.parse::<i64>().expect("fen")}),
        ),
        ["percent", bps] => {
            json!({"kind": "fee", "rule": "percent_of_contract", "by_term": [{"years": 1, "bps": bps.parse::<u32>().expect("bps")}]})
        }
        ["person-day", fen] => {
            json!({"kind": "fee", "rule": "person_day", "by_year": [{"year": 1, "fen": fen.parse::<i64>().expect("fen")}]})
        }
        ["list", list, bps] => {
            json!({"kind": "fee", "rule": "price_list", "list": list, "charged_bps": bps.parse::<u32>().expect("bps")})
        }
        // coverage free, coverage refused misuse: for every cause, or for those named.
        ["coverage", charge, causes @ ..] => {
            let causes: Vec<&str> = causes.iter().flat_map(|it| it.split('+')).collect();
            json!({"kind": "coverage", "causes": causes, "standing": ["in_warranty"],
                "charges": {"labour": charge, "parts": charge, "travel": charge, "shipping": charge}})
        }
        ["report", within, levels @ ..] => {
            json!({"kind": "document", "document": "fault_analysis", "fields": ["cause"], "after": "repaired", "within": within, "after_levels": levels})
        }
        ["channel", channel, hours] => {
            json!({"kind": "channel", "channel": channel, "address": "400", "hours": hours})
        }
        ["conduct", stage, said] => {
            json!({"kind": "conduct", "stage": stage, "items": [{"id": "one", "text": said}]})
        }
        ["training", said] => {
            json!({"kind": "training", "audience": "操作员", "content": [said], "outcome": said})
        }
        ["procedure", said] => {
            json!({"kind": "procedure", "steps": [{"id": "one", "text": said, "owner": "service_agent"}]})
        }
        ["delivery", minutes] => {
            json!({"kind": "delivery", "notice_minutes": minutes.parse::<u32>().expect("minutes"), "steps": [{"id": "one", "text": "点数"}]})
        }
        [span, rest @ ..] => limit(span, rest),
        [] => panic!("no clause"),
    }
}

/// `term months:24`, `… but bulb`, `… of bulb`, `… from delivered`, `… or months:30 first`: the second from manufacture.
fn term(length: &str, rest: &[&str]) -> Value {
    let mut term = json!({"kind": "warranty_term", "covers": {"what": "whole_unit"}, "term": length, "starts_from": ["accepted"]});
    match rest {
        [] => {}
        ["but", class] => term["covers"]["except"] = json!([class]),
        ["of", class] => term["covers"] = json!({"what": "component", "class": class}),
        ["from", day] => term["starts_from"] = json!([day]),
        ["or", other, whichever] => {
            term["or_term"] =
                json!({"term": other, "starts_from": ["manufactured"], "whichever": whichever});
        }
        other => panic!("no term: {other:?}"),
    }
    term
}

/// `inspection 3` is every three months, `inspection 52w` every 52 weeks, `inspection 365d` every 365 days.
fn duty(what: &str, every: &str, during: &str) -> Value {
    let unit = match every.chars().last() {
        Some('w') => "weeks",
        Some('d') => "days",
        _ => "months",
    };
    let count: u32 = every.trim_end_matches(['w', 'd']).parse().expect("a count");
    json!({"kind": "recurring_duty", "what": what, "during": during,
        "every": {"count": count, "unit": unit}})
}

fn remedy(trigger: Value, entitles: Value) -> Value {
    json!({"kind": "remedy", "trigger": trigger, "entitles": [entitles]})
}

/// `natural:PT4H`, `natural:PT4H major only`, or a table: `severity=major:natural:PT2H region=city:natural:PT4H
/// severity=major+region=city:natural:PT1H else:natural:PT8H`.
fn limit(span: &str, rest: &[&str]) -> Value {
    let (from, to) = span.split_once('>').expect("a limit runs from > to");
    let bound = |limit: &str| json!({"type": "within", "limit": limit});
    let row = |text: &str| {
        let (when, limit) = text.split_once(':').expect("a row says when : limit");
        let said = when.split('+').map(|one| {
            let (dimension, value) = one.split_once('=').expect("a row says dimension=value");
            (dimension.to_owned(), json!([value]))
        });
        let when: serde_json::Map<String, Value> = said.collect();
        json!({"when": when, "bound": bound(limit)})
    };
    let (rows, otherwise) = match rest {
        [limit, level, "only"] => (vec![row(&format!("severity={level}:{limit}"))], None),
        [limit] if !limit.contains('=') => (Vec::new(), Some(*limit)),
        table => {
            let rest = table.iter().find_map(|text| text.strip_prefix("else:"));
            let rows = table.iter().filter(|text| !text.starts_with("else:"));
            (rows.map(|text| row(text)).collect(), rest)
        }
    };
    let otherwise = match otherwise {
        Some(limit) => json!({"bound": bound(limit)}),
        None => json!("no_promise"),
    };
    json!({"kind": "time_limit", "from": from, "to": to, "rows": rows, "otherwise": otherwise})
}

/// The rows of a table in Markdown below its head, cell by cell.
pub(crate) fn rows(table: &str) -> Vec<Vec<&str>> {
    table
        .lines()
        .filter(|line| line.starts_with('|'))
        .skip(2)
        .map(|line| line.trim_matches('|').split('|').map(str::trim).collect())
        .collect()
}
