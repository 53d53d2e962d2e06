//! Steps of a reading of four items: two limits that contradict each other, a table, and a sentence of no kind.

use jiff::Timestamp;

use super::*;
use crate::plan::merge::NoMerge;
use crate::plan::problems::{Against, Attended};

/// Held against its own words alone.
const LAWLESS: Against<'static> = Against::law(&[], jiff::civil::Date::MIN);

fn item(no: u32, from: u32, quote: &str, promise: Option<&str>) -> Item {
    let to = from + u32::try_from(quote.chars().count()).expect("a short quote");
    let clause = promise.map(|promise| {
        toml::from_str(&format!(
            "id = \"clause-{no}\"\nheading = \"时限\"\ntext = \"{quote}\"\npromise = {promise}\n"
        ))
        .expect("the clause reads")
    });
    Item {
        no,
        origin: if clause.is_some() {
            Origin::Found
        } else {
            Origin::Unread
        },
        state: ItemState::Open,
        places: vec![Place {
            quote: quote.to_owned(),
            from,
            to,
        }],
        confidence: 90,
        clause,
        open: Vec::new(),
        pieces: Vec::new(),
        mark: None,
        change: None,
    }
}

fn limit(bound: &str) -> String {
    format!(
        r#"{{ kind = "time_limit", from = "reported", to = "on_site", otherwise = {{ bound = {{ type = "within", limit = "{bound}" }} }} }}"#
    )
}

fn reading() -> Reading {
    Reading {
        frame: Plan::blank("方案".to_owned(), "电梯".to_owned()),
        items: vec![
            item(1, 0, "报修后两小时内到场。", Some(&limit("natural:PT2H"))),
            item(2, 20, "报修后四小时内到场。", Some(&limit("natural:PT4H"))),
            item(
                3,
                40,
                "零件用原厂件，绝不以次充好。",
                Some(r#"{ kind = "parts", rule = "genuine_only" }"#),
            ),
            item(4, 60, "我们用心服务。", None),
        ],
        noted: Vec::new(),
    }
}

fn step(reading: &Reading, step: &Step) -> Result<Reading, Refused> {
    take(reading, step, "何静", Timestamp::UNIX_EPOCH)
}

#[test]
fn whatever_is_done_can_be_undone_and_done_again() {
    let mut now = reading();
    let steps = [
        Step::AcceptAbove { confidence: 80 },
        Step::Split {
            item: 3,
            at: Some(7),
        },
        Step::Ignore {
            items: vec![4],
            reason: "口号".to_owned(),
        },
        Step::Settle {
            problem: troubles(&now, LAWLESS)[0].id.clone(),
            by: Way::Stricter,
            scopes: Vec::new(),
            reason: None,
        },
        Step::Restore { items: vec![1, 4] },
    ];
    for one in &steps {
        let next = step(&now, one).unwrap_or_else(|why| panic!("{one:?}: {why:?}"));
        assert_ne!(next, now, "{one:?} changes something");
        assert_eq!(
            Delta::between(&next, &now).apply(&next),
            now,
            "{one:?} is taken back"
        );
        assert_eq!(
            Delta::between(&now, &next).apply(&now),
            next,
            "{one:?} is taken again"
        );
        now = next;
    }
}

#[test]
fn nothing_found_is_lost() {
    let split = step(
        &reading(),
        &Step::Split {
            item: 3,
            at: Some(7),
        },
    )
    .expect("it is cut");
    let words = |reading: &Reading| -> String {
        let live = reading
            .items
            .iter()
            .filter(|item| item.state != ItemState::Split);
        live.flat_map(|item| &item.places)
            .map(|place| place.quote.as_str())
            .collect()
    };
    assert_eq!(words(&split), words(&reading()));
    assert_eq!((split.progress().all, split.progress().unread), (5, 1));
}

#[test]
fn what_was_put_together_is_taken_apart_without_losing_a_sentence() {
    let joined = step(&reading(), &Step::Merge { into: 3, item: 4 }).expect("they join");
    let words = |reading: &Reading| -> Vec<String> {
        let places = reading.live().flat_map(|item| &item.places);
        let mut words: Vec<String> = places.map(|place| place.quote.clone()).collect();
        words.sort();
        words
    };
    let cut = Step::Split {
        item: 3,
        at: Some(7),
    };
    let cut = step(&joined, &cut).expect("it is cut");
    assert!(words(&cut).contains(&"我们用心服务。".to_owned()));
    let apart = step(&joined, &Step::Split { item: 3, at: None });
    if let Ok(apart) = apart {
        assert_eq!(words(&apart), words(&reading()));
    }
}

#[test]
fn a_step_that_would_hide_something_is_refused() {
    let merge = |into, item| step(&reading(), &Step::Merge { into, item });
    assert_eq!(merge(1, 2), Err(Refused::NoMerge(NoMerge::Contradiction)));
    assert_eq!(merge(1, 3), Err(Refused::NoMerge(NoMerge::Kind)));
    let accept = step(&reading(), &Step::Accept { items: vec![4] });
    assert_eq!(accept, Err(Refused::NotWhole(4)));
    let joined = merge(3, 4).expect("a sentence of no kind joins the clause beside it");
    assert!(joined.items[2].places[1].quote.contains("用心"));
}

#[test]
fn the_halves_of_a_warranty_become_one_clause_with_nothing_missing() {
    let term = |rest: &str| {
        format!(r#"{{ kind = "warranty_term", covers = {{ what = "whole_unit" }}, {rest} }}"#)
    };
    let length = term(r#"term = "months:24", starts_from = []"#);
    let start = term(r#"term = "months:24", starts_from = ["accepted"]"#);
    let mut now = reading();
    now.items = vec![
        item(1, 0, "整机质保24个月，", Some(&length)),
        item(2, 9, "自验收之日起。", Some(&start)),
    ];
    now.items[0].open = vec![Open {
        pointer: "/promise/starts_from".to_owned(),
        why: OpenBecause::Missing,
    }];
    let merged = step(&now, &Step::Merge { into: 1, item: 2 }).expect("they are one warranty");
    let whole = &merged.items[0];
    assert!(whole.is_whole(), "{:?}", whole.open);
    let text = &whole.clause.as_ref().expect("a clause").text;
    assert_eq!(
        text, "整机质保24个月，自验收之日起。",
        "words that stand side by side"
    );
    assert_eq!(whole.pieces.len(), 2, "and it comes apart again");
}

#[test]
fn a_sentence_of_no_kind_joins_the_clause_that_follows_it() {
    let mut now = reading();
    now.items.swap(2, 3);
    let merged = step(&now, &Step::Merge { into: 4, item: 3 }).expect("the words join the clause");
    let clause = merged.items[2].clause.as_ref().expect("a clause");
    assert_eq!(clause.text, "我们用心服务；零件用原厂件，绝不以次充好。");
    assert_eq!(clause.promise.kind(), "parts");
    assert_eq!((merged.items[2].no, merged.progress().unread), (4, 0));
}

#[test]
fn an_ignored_side_settles_a_contradiction() {
    let contradicts = |reading: &Reading| {
        let found = troubles(reading, LAWLESS);
        found
            .iter()
            .any(|trouble| trouble.kind == "conflicting_limits")
    };
    assert!(contradicts(&reading()));
    let ignore = Step::Ignore {
        items: vec![2],
        reason: "旧版".to_owned(),
    };
    assert!(!contradicts(
        &step(&reading(), &ignore).expect("it is put aside")
    ));
}

/// The contradiction of two limits, as it stands.
fn contradiction(reading: &Reading) -> Trouble {
    troubles(reading, LAWLESS)
        .into_iter()
        .find(|trouble| trouble.kind == "conflicting_limits")
        .expect("the two limits contradict each other")
}

/// Which clause holds when, as `clause: condition`.
fn told(scopes: &[crate::plan::document::Scope]) -> Vec<String> {
    let one = |scope: &crate::plan::document::Scope| {
        let when = serde_json::to_value(&scope.when).expect("a condition is JSON");
        format!("{}: {when}", scope.clause)
    };
    scopes.iter().map(one).collect()
}

#[test]
fn one_click_tells_two_limits_apart_by_what_their_words_name() {
    let mut now = reading();
    now.items[0] = item(
        1,
        0,
        "质保期外报修后两小时内到场。",
        Some(&limit("natural:PT2H")),
    );
    let found = contradiction(&now);
    assert_eq!(
        told(&found.apart[0]),
        [
            r#"clause-1: {"standing":["out_of_warranty"]}"#,
            r#"clause-2: {"standing":["in_warranty","in_contract"]}"#
        ]
    );
    let settle = Step::Settle {
        problem: found.id,
        by: Way::DifferentScope,
        scopes: found.apart[0].clone(),
        reason: None,
    };
    now = step(&now, &settle).expect("the scopes keep the two apart");
    assert_eq!(contradiction(&now).settled, Some(Way::DifferentScope));
    assert!(
        contradiction(&now).apart.is_empty(),
        "nothing is left to propose"
    );
}

#[test]
fn without_such_words_the_stricter_limit_is_for_the_graver_case() {
    let mut now = reading();
    now.items.swap(0, 1);
    now.frame.severities = ["重大", "一般"]
        .iter()
        .zip(["major", "minor"])
        .map(|(label, id)| crate::plan::document::Severity {
            id: id.parse().expect("a name"),
            label: (*label).to_owned(),
            meaning: String::new(),
        })
        .collect();
    let apart = contradiction(&now).apart;
    assert_eq!(
        told(&apart[0]),
        [
            r#"clause-1: {"severity":["major"]}"#,
            r#"clause-2: {"severity":["minor"]}"#
        ]
    );
    assert_eq!(
        told(&apart[1]),
        [
            r#"clause-1: {"standing":["in_warranty","in_contract"]}"#,
            r#"clause-2: {"standing":["out_of_warranty"]}"#
        ]
    );
}

#[test]
fn clauses_are_told_apart_by_scopes_and_words_alone_by_saying_so() {
    let mut now = reading();
    let bare = |problem: &str| Step::Settle {
        problem: problem.to_owned(),
        by: Way::DifferentScope,
        scopes: Vec::new(),
        reason: None,
    };
    let of_clauses = contradiction(&now).id;
    assert_eq!(step(&now, &bare(&of_clauses)), Err(Refused::NotApart));
    let place = |item: &Item| item.places[0].clone();
    now.noted.push(Noted {
        no: 1,
        severity: Severity::Hard,
        kind: "contradiction".to_owned(),
        places: vec![place(&now.items[2]), place(&now.items[3])],
        says: "既承诺常备备件，又需临时订购".to_owned(),
        says_en: None,
        proposed: Way::DifferentScope,
        settled: None,
    });
    let after = step(&now, &bare("noted:1")).expect("words are told apart by saying so");
    assert!(after.noted[0].settled.is_some());
    assert!(
        after.frame.settlements.is_empty(),
        "no clause is narrowed without a scope"
    );
}

#[test]
fn a_settlement_keeps_how_and_only_the_words_somebody_gave() {
    let settle = |reason: Option<&str>| Step::Settle {
        problem: contradiction(&reading()).id,
        by: Way::Stricter,
        scopes: Vec::new(),
        reason: reason.map(str::to_owned),
    };
    let silent = step(&reading(), &settle(None)).expect("it is settled");
    assert_eq!(silent.frame.settlements[0].reason, "");
    assert_eq!(contradiction(&silent).reason, None);
    let told = step(&reading(), &settle(Some("客户会上定的"))).expect("it is settled");
    let found = contradiction(&told);
    assert_eq!(found.settled, Some(Way::Stricter));
    assert_eq!(found.reason.as_deref(), Some("客户会上定的"));
}

/// The reading with a hotline that somebody is said to answer day and night.
fn with_hotline() -> Reading {
    let mut now = reading();
    now.items.remove(1);
    now.items.push(item(
        5,
        80,
        "热线7×24小时有人接听。",
        Some(
            r#"{ kind = "channel", channel = "hotline", address = "400-820-1234", hours = "always" }"#,
        ),
    ));
    now
}

#[test]
fn a_hotline_around_the_clock_is_held_against_the_hours_of_the_company() {
    let office = Attended {
        calendar: "cn-office".parse().expect("a name"),
        title: "办公时间".to_owned(),
        week: crate::calendar::Week::default(),
        longest_closed: jiff::SignedDuration::from_hours(63),
        never_closed: vec!["always".parse().expect("a name")],
    };
    let found = |reading: &Reading, attended: &Attended| -> Vec<Trouble> {
        let against = Against {
            attended: Some(attended),
            ..LAWLESS
        };
        let of_hours = |one: &Trouble| one.kind.ends_with("unattended");
        let all = troubles(reading, against);
        all.into_iter().filter(of_hours).collect()
    };
    let open = found(&with_hotline(), &office);
    let told: Vec<(&str, bool)> = open
        .iter()
        .map(|one| (one.kind.as_str(), one.blocks()))
        .collect();
    assert_eq!(
        told,
        [("unattended", true), ("limit_unattended", false)],
        "the line blocks; two hours to be on site run out at night"
    );
    assert_eq!(open[0].ways, [Way::Stricter]);
    let always = Attended {
        longest_closed: jiff::SignedDuration::ZERO,
        ..office.clone()
    };
    assert_eq!(found(&with_hotline(), &always), []);
    let governs = Step::Settle {
        problem: open[0].id.clone(),
        by: Way::Stricter,
        scopes: Vec::new(),
        reason: None,
    };
    let after = step(&with_hotline(), &governs).expect("the promise governs");
    let settled: Vec<bool> = found(&after, &office)
        .iter()
        .map(|one| one.kind == "unattended" && one.settled == Some(Way::Stricter))
        .collect();
    assert!(settled.contains(&true), "{settled:?}");
    assert!(after.all_faults().is_empty(), "{:?}", after.all_faults());
}
