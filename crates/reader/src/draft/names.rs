//! Names for what a text defines by word: levels, regions, kinds of question, parts, questions left open.

use domain::plan::document::{AnswerKind, Named, Parameter, Severity, Unanswered};
use domain::plan::{Asked, Plan};
use domain::slug::{
    ClauseId, ComponentClass, ParameterId, QuestionType, RegionKey, ServiceLevelId, SeverityId,
};

use crate::reading::Level;

const WORDS: &[(&str, &str)] = &[
    ("一级", "level-1"),
    ("二级", "level-2"),
    ("三级", "level-3"),
    ("四级", "level-4"),
    ("五级", "level-5"),
    ("特别重大", "critical"),
    ("致命", "fatal"),
    ("特大", "critical"),
    ("重大", "major"),
    ("严重", "severe"),
    ("紧急", "urgent"),
    ("较大", "considerable"),
    ("一般", "general"),
    ("普通", "ordinary"),
    ("轻微", "minor"),
    ("复杂", "complex"),
    ("简单", "simple"),
    ("疑难", "hard"),
    ("北京", "beijing"),
    ("上海", "shanghai"),
    ("天津", "tianjin"),
    ("重庆", "chongqing"),
    ("广州", "guangzhou"),
    ("深圳", "shenzhen"),
    ("周边", "around"),
    ("市内", "city"),
    ("市区", "city"),
    ("城区", "city"),
    ("本市", "city"),
    ("郊", "suburbs"),
    ("省内", "province"),
    ("省外", "other-provinces"),
    ("乡", "villages"),
    ("农村", "villages"),
    ("偏远", "remote"),
    ("压缩机", "compressor"),
    ("灯泡", "bulb"),
    ("电池", "battery"),
    ("电机", "motor"),
    ("主要部件", "main-parts"),
    ("核心部件", "main-parts"),
    ("易损件", "wear-parts"),
];

/// How grave a fault level sounds, the gravest first; numbered levels by their number.
const GRAVITY: &[&str] = &[
    "fatal", "critical", "major", "severe", "urgent", "considerable", "hard", "complex", "general",
    "ordinary", "simple", "minor",
];

/// A name for a word: its own where it has one, letters and digits as they are, a number otherwise.
pub(super) fn slug(word: &str, kind: &str, taken: usize) -> String {
    if let Some((_, name)) = WORDS.iter().find(|(known, _)| word.contains(known)) {
        return (*name).to_owned();
    }
    let plain: String = word
        .chars()
        .filter(char::is_ascii_alphanumeric)
        .map(|c| c.to_ascii_lowercase())
        .take(32)
        .collect();
    if plain.is_empty() {
        format!("{kind}-{}", taken + 1)
    } else {
        format!("{kind}-{plain}")
    }
}

/// Finds the entry with this label or adds one; a name that is taken gets a number.
fn define<E, T: Clone + PartialEq + std::str::FromStr<Err: std::fmt::Debug>>(
    list: &mut Vec<E>,
    word: &str,
    kind: &str,
    parts: impl Fn(&E) -> (&T, &str),
    make: impl FnOnce(T) -> E,
) -> T {
    if let Some(known) = list.iter().find(|entry| parts(entry).1 == word) {
        return parts(known).0.clone();
    }
    let stem = slug(word, kind, list.len());
    let mut name = stem.clone();
    for number in 2..=list.len() + 2 {
        let free = name
            .parse::<T>()
            .is_ok_and(|id| list.iter().all(|entry| *parts(entry).0 != id));
        if free {
            break;
        }
        name = format!("{stem}-{number}");
    }
    let id: T = name
        .parse()
        .expect("a short stem of letters, digits and hyphens is a name");
    list.push(make(id.clone()));
    id
}

pub(super) fn severity(plan: &mut Plan, word: &str) -> SeverityId {
    let id = define(
        &mut plan.severities,
        word,
        "level",
        |level: &Severity| (&level.id, &level.label),
        |id| Severity {
            id,
            label: word.to_owned(),
            meaning: String::new(),
        },
    );
    plan.severities
        .sort_by_key(|level| gravity(level.id.as_str()));
    id
}

/// Writes what the text says a level means to the levels that clauses name.
pub(super) fn tell(plan: &mut Plan, levels: &[Level]) {
    for severity in &mut plan.severities {
        if let Some(level) = levels.iter().find(|level| level.name == severity.label) {
            severity.meaning.clone_from(&level.meaning);
        }
    }
}

fn gravity(id: &str) -> (usize, String) {
    let place = GRAVITY.iter().position(|word| id.starts_with(word));
    let number = id.chars().filter(char::is_ascii_digit).collect();
    (place.map_or(0, |place| place + 1), number)
}

fn named<T: Clone + PartialEq + std::str::FromStr<Err: std::fmt::Debug>>(
    list: &mut Vec<Named<T>>,
    word: &str,
    kind: &str,
) -> T {
    define(
        list,
        word,
        kind,
        |entry: &Named<T>| (&entry.id, &entry.label),
        |id| Named {
            id,
            label: word.to_owned(),
        },
    )
}

pub(super) fn service_level(plan: &mut Plan, word: &str) -> ServiceLevelId {
    named(&mut plan.service_levels, word, "service")
}

pub(super) fn region(plan: &mut Plan, word: &str) -> RegionKey {
    named(&mut plan.regions, word, "region")
}

pub(super) fn question(plan: &mut Plan, word: &str) -> QuestionType {
    named(&mut plan.question_types, word, "question")
}

/// A class of components by its word: equal words give equal names, in this plan and in every other one.
pub(super) fn component(word: &str) -> ComponentClass {
    let common = WORDS.iter().find(|(known, _)| word.contains(known));
    common
        .and_then(|(_, name)| name.parse().ok())
        .or_else(|| ComponentClass::spelling(word))
        .unwrap_or_else(|| {
            slug(word, "part", 0)
                .parse()
                .expect("a short stem of letters, digits and hyphens is a name")
        })
}

/// A question the plan leaves open, for one field of one clause.
pub(super) fn ask<T>(
    plan: &mut Plan,
    clause: &ClauseId,
    field: &str,
    (question, answer): (String, AnswerKind),
) -> Asked<T> {
    let id: ParameterId = format!("{clause}-{field}")
        .parse()
        .expect("the name of a clause and of a field are a name");
    plan.parameters.push(Parameter {
        id: id.clone(),
        question,
        answer,
        suggested: None,
        unanswered: Unanswered::Refused,
    });
    Asked::Ask(id)
}
