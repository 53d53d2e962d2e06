//! Plans nobody wrote: any limit between any milestones people promise, terms, fees, duties and parts of any size.

use domain::plan::{Clause, Plan};
use proptest::prelude::*;

/// Beginnings and ends that limits are promised between.
const SPANS: &[(&str, &str)] = &[
    ("reported", "answered"),
    ("reported", "contacted"),
    ("reported", "on_site"),
    ("reported", "repaired"),
    ("reported", "restored"),
    ("reported", "solution_proposed"),
    ("on_site", "repaired"),
    ("on_site", "restored"),
    ("remote_attempt_failed", "on_site"),
    ("part_arrived", "dispatched"),
    ("part_needed", "spare_on_site"),
    ("repaired", "called_back"),
    ("complaint_received", "complaint_answered"),
    ("complaint_received", "complaint_settled"),
];

const CONDITIONS: &[&str] = &[
    "{}",
    r#"{"severity":["major"]}"#,
    r#"{"severity":["ordinary"]}"#,
    r#"{"standing":["in_warranty"]}"#,
    r#"{"region":["city"]}"#,
    r#"{"standing":["out_of_warranty"],"region":["city"]}"#,
    r#"{"reported_between":{"from":"08:00:00","to":"20:00:00"}}"#,
];

/// A plan of one clause.
pub(crate) fn plan() -> impl Strategy<Value = Plan> {
    prop_oneof![
        6 => limit(),
        3 => term(),
        2 => duty(),
        1 => (1_u32..30).prop_map(|years| format!(r#"{{"kind":"parts","rule":"supplied_for","years":{years},"from":"sale"}}"#)).prop_map(|it| (it, "{}".to_owned())),
        1 => (1_u32..5, 1_u32..100).prop_map(|(years, percent)| format!(r#"{{"kind":"fee","rule":"percent_of_contract","by_term":[{{"years":{years},"bps":{}}}]}}"#, percent * 100)).prop_map(|it| (it, "{}".to_owned())),
        1 => (1_u32..5, 1_i64..9000).prop_map(|(year, yuan)| format!(r#"{{"kind":"fee","rule":"person_day","by_year":[{{"year":{year},"fen":{}}}]}}"#, yuan * 100)).prop_map(|it| (it, "{}".to_owned())),
        1 => (2_u32..9).prop_map(|times| format!(r#"{{"kind":"remedy","trigger":{{"when":"same_defect_repaired","times":{times}}},"entitles":[{{"what":"replace_same_model"}}]}}"#)).prop_map(|it| (it, "{}".to_owned())),
    ]
    .prop_map(|(promise, when)| {
        let clause = format!(
            r#"{{"id":"one","heading":"条款","text":"","when":{when},"promise":{promise}}}"#
        );
        let clause: Clause = serde_json::from_str(&clause).expect("the clause is well formed");
        let frame = r#"{"title":"设备售后服务方案","trade":"设备","calendar":"cn-office","clauses":[],
            "severities":[{"id":"major","label":"重大故障"},{"id":"ordinary","label":"一般故障"}],
            "regions":[{"id":"city","label":"市区"}]}"#;
        let mut plan: Plan = serde_json::from_str(frame).expect("the frame is well formed");
        plan.clauses.push(clause);
        plan
    })
}

fn limit() -> impl Strategy<Value = (String, String)> {
    let lengths = prop_oneof![
        (1_u32..199).prop_map(|hours| (
            format!("natural:PT{hours}H"),
            format!("natural:PT{}H", hours * 2)
        )),
        (5_u32..59).prop_map(|minutes| (
            format!("natural:PT{minutes}M"),
            format!("natural:PT{}M", minutes + 1)
        )),
        (1_u32..40).prop_map(|hours| (
            format!("working:PT{hours}H"),
            format!("working:PT{}H", hours + 1)
        )),
        (5_u32..59).prop_map(|minutes| (
            format!("working:PT{minutes}M"),
            format!("working:PT{}M", minutes + 1)
        )),
        (1_u32..29).prop_map(|days| (
            format!("working-days:{days}"),
            format!("working-days:{}", days + 2)
        )),
        (1_u32..29).prop_map(|days| (
            format!("natural-days:{days}"),
            format!("natural-days:{}", days + 2)
        )),
    ];
    (
        prop::sample::select(SPANS),
        lengths,
        any::<bool>(),
        prop::sample::select(CONDITIONS),
    )
        .prop_map(|((from, to), (low, high), ranged, when)| {
            // A length of 200 hours and more reads as a meter's.
            let ranged = ranged && !high.starts_with("natural:PT2") && !high.starts_with("natural:PT3");
            let (limit, target) = if ranged { (high, format!(r#","target":"{low}""#)) } else { (low, String::new()) };
            let promise = format!(
                r#"{{"kind":"time_limit","from":"{from}","to":"{to}","otherwise":{{"bound":{{"type":"within","limit":"{limit}"{target}}}}}}}"#
            );
            (promise, when.to_owned())
        })
}

fn term() -> impl Strategy<Value = (String, String)> {
    let terms = prop_oneof![
        (1_u32..120).prop_map(|months| format!("months:{months}")),
        (30_u32..400).prop_map(|days| format!("natural-days:{days}")),
    ];
    let starts = prop::sample::subsequence(
        vec![
            "contract",
            "accepted",
            "commissioned",
            "delivered",
            "installed",
            "purchased",
            "completed",
            "manufactured",
        ],
        1..4,
    );
    let covers = prop::sample::select(
        &[
            r#"{"what":"whole_unit"}"#,
            r#"{"what":"component","class":"compressor"}"#,
            r#"{"what":"component","class":"motor"}"#,
        ][..],
    );
    (terms, starts, covers, prop::option::of(other_term())).prop_map(|(term, starts, covers, other)| {
        let starts = serde_json::to_string(&starts).expect("a list of words");
        let other = other.map_or_else(String::new, |other| format!(r#","or_term":{other}"#));
        let promise = format!(
            r#"{{"kind":"warranty_term","covers":{covers},"term":"{term}","starts_from":{starts}{other}}}"#
        );
        (promise, "{}".to_owned())
    })
}

fn other_term() -> impl Strategy<Value = String> {
    let start = prop::sample::select(&["accepted", "delivered", "installed", "manufactured"][..]);
    let whichever = prop::sample::select(&["first", "last"][..]);
    (1_u32..120, start, whichever).prop_map(|(months, start, whichever)| {
        format!(
            r#"{{"term":"months:{months}","starts_from":["{start}"],"whichever":"{whichever}"}}"#
        )
    })
}

fn duty() -> impl Strategy<Value = (String, String)> {
    let kinds = prop::sample::select(&["inspection", "visit", "call", "survey", "maintenance"][..]);
    let units = prop::sample::select(&["days", "weeks", "months"][..]);
    (kinds, units, 2_u32..20).prop_map(|(what, unit, count)| {
        let promise = format!(
            r#"{{"kind":"recurring_duty","what":"{what}","every":{{"count":{count},"unit":"{unit}"}},"during":"always"}}"#
        );
        (promise, "{}".to_owned())
    })
}
