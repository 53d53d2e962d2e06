//! What is wrong with a reading as it stands: what its clauses contradict, and what the reader noted about the words.

use serde::{Deserialize, Serialize};

use super::{Item, ItemState, Mark, Place, Reading};
use crate::language::Language;
use crate::legal::Floor;
use crate::plan::Plan;
use crate::plan::document::{Scope, SettledBy};
use crate::plan::problems::{Against, Problem, ProblemCode, Weight, problems, scopes_apart};
use crate::words::words;

/// Something the reader noted about the words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Noted {
    /// Its number within the reading.
    pub no: u32,
    /// How heavy it is.
    pub severity: Severity,
    /// What sort it is: `contradiction`, `gap`, `unmeasurable`, `below_legal_floor`, `forbidden_phrase`, `blank`, …
    pub kind: String,
    /// The words concerned; empty where something is missing altogether.
    pub places: Vec<Place>,
    /// The problem in one Chinese sentence.
    pub says: String,
    /// The same in English; absent in what was read before the reader spoke it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub says_en: Option<String>,
    /// What the reader proposes.
    pub proposed: Way,
    /// How it was settled, once it was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub settled: Option<(Way, Mark)>,
}

words! {
    /// How heavy a problem is.
    #[cfg_attr(feature = "schema", schema(as = ReadingSeverity))]
    Severity {
        /// Settled before publishing.
        Hard = "hard",
        /// To be looked at.
        Soft = "soft",
        /// Against the law.
        Law = "law",
    }
}

words! {
    /// A way to settle a problem.
    #[cfg_attr(feature = "schema", schema(as = ReadingWay))]
    Way {
        /// The stricter promise governs.
        Stricter = "stricter",
        /// The agreement says which.
        Agreement = "agreement",
        /// The sides speak of different things.
        DifferentScope = "different_scope",
        /// The legal level governs.
        Law = "law",
        /// It is asked when the plan is applied, or known and meant.
        Ask = "ask",
    }
}

/// What the id of a problem of words begins with.
pub(super) const NOTED: &str = "noted:";

/// One problem as people see it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = ReadingProblem))]
pub struct Trouble {
    /// The same as long as the problem is the same.
    pub id: String,
    /// How heavy it is.
    pub severity: Severity,
    /// What sort it is.
    pub kind: String,
    /// What it is about, in the plan's notation, or in a sentence where the reader says one.
    pub about: String,
    /// That sentence in English.
    #[serde(skip)]
    pub about_en: Option<String>,
    /// The law it falls below, where a row of the law says so.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub floor: Option<Floor>,
    /// Both sides, or the one place.
    pub sides: Vec<TroubleSide>,
    /// The ways it can be settled; empty where only a change of a clause helps.
    pub ways: Vec<Way>,
    /// Scopes that keep the sides apart, the likeliest first: each settles it as different scopes.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub apart: Vec<Vec<Scope>>,
    /// The way proposed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub proposed: Option<Way>,
    /// The way it was settled.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub settled: Option<Way>,
    /// Why, where whoever settled it said so.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

/// One side of a problem.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = ReadingProblemSide))]
pub struct TroubleSide {
    /// The item it stands in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub item: Option<u32>,
    /// Its words.
    pub quote: String,
}

impl Trouble {
    /// Whether scopes must be stated to settle it as different ones: the clauses contradict each other, not words alone.
    pub(super) fn needs_scopes(&self) -> bool {
        !self.id.starts_with(NOTED)
    }

    /// Whether one clause stands alone against the company's habits, and no other clause against it.
    pub(super) fn is_alone(&self) -> bool {
        self.kind == ProblemCode::Unattended.as_str()
    }

    /// Whether it stands in the way of publishing.
    pub fn blocks(&self) -> bool {
        self.severity == Severity::Hard && self.settled.is_none()
    }

    /// The same with the law it falls below as it is called in a language.
    #[must_use]
    pub fn named_in(mut self, language: Language) -> Self {
        self.floor = self.floor.map(|floor| floor.named_in(language));
        self
    }
}

/// Every problem of a reading as it stands, the heaviest first.
pub fn troubles(reading: &Reading, against: Against<'_>) -> Vec<Trouble> {
    let plan = reading.plan();
    let mut found: Vec<Trouble> = problems(&plan, against)
        .iter()
        .filter(|problem| !is_told_elsewhere(problem.code))
        .map(|problem| of_plan(reading, &plan, problem))
        .collect();
    for noted in reading.noted.iter().filter(|noted| stands(reading, noted)) {
        let told = of_words(reading, noted);
        match found.iter_mut().find(|other| is_same(other, &told)) {
            // A text that contradicts itself waits for a person, also where a rule could decide.
            Some(same) => same.severity = same.severity.min(told.severity),
            None => found.push(told),
        }
    }
    found.sort_by_key(|trouble| (trouble.settled.is_some(), trouble.severity));
    found
}

/// What is left open stands at its clause.
const fn is_told_elsewhere(code: ProblemCode) -> bool {
    matches!(code, ProblemCode::Asked | ProblemCode::ParameterNeverUsed)
}

fn of_plan(reading: &Reading, plan: &Plan, problem: &Problem) -> Trouble {
    let contradicts = problem.code.is_contradiction() && problem.sides.len() > 1;
    let sides: Vec<TroubleSide> = problem
        .sides
        .iter()
        .map(|side| TroubleSide {
            item: reading
                .live()
                .find(|item| {
                    item.clause
                        .as_ref()
                        .is_some_and(|clause| clause.id == side.clause)
                })
                .map(|item| item.no),
            quote: side.text.clone(),
        })
        .collect();
    let ids: Vec<&str> = problem
        .sides
        .iter()
        .map(|side| side.clause.as_str())
        .collect();
    Trouble {
        id: format!("{}:{}:{}", problem.code, problem.about, ids.join("+")),
        severity: match problem.weight {
            Weight::Hard => Severity::Hard,
            Weight::Soft if problem.code == ProblemCode::BelowTheLaw => Severity::Law,
            Weight::Soft => Severity::Soft,
        },
        kind: problem.code.to_string(),
        about: label(plan, &problem.about),
        about_en: None,
        floor: problem.floor.clone(),
        sides,
        ways: if contradicts {
            vec![Way::Stricter, Way::Agreement, Way::DifferentScope]
        } else if problem.code == ProblemCode::Unattended {
            vec![Way::Stricter]
        } else {
            Vec::new()
        },
        apart: if contradicts && problem.settled_by.is_none() {
            let sides = problem.sides.iter().map(|side| side.clause.clone());
            scopes_apart(plan, &sides.collect::<Vec<_>>())
        } else {
            Vec::new()
        },
        proposed: problem.proposal.as_ref().map(|proposal| proposal.by.into()),
        settled: problem.settled_by.map(Way::from),
        reason: problem.settled_by.and_then(|by| reason(plan, problem, by)),
    }
}

/// Why a contradiction was settled as it was, where somebody said so.
fn reason(plan: &Plan, problem: &Problem, by: SettledBy) -> Option<String> {
    plan.settlements
        .iter()
        .filter(|settlement| settlement.by == by && !settlement.reason.is_empty())
        .find(|settlement| {
            let mut sides = problem.sides.iter();
            sides.all(|side| settlement.clauses.contains(&side.clause))
        })
        .map(|settlement| settlement.reason.clone())
}

/// A level, region or question by its label.
fn label(plan: &Plan, about: &str) -> String {
    let severity = plan
        .severities
        .iter()
        .map(|one| (one.id.as_str(), &one.label));
    let levels = plan
        .service_levels
        .iter()
        .map(|one| (one.id.as_str(), &one.label));
    let regions = plan.regions.iter().map(|one| (one.id.as_str(), &one.label));
    let questions = plan
        .question_types
        .iter()
        .map(|one| (one.id.as_str(), &one.label));
    severity
        .chain(levels)
        .chain(regions)
        .chain(questions)
        .find(|(id, _)| *id == about)
        .map_or_else(|| about.to_owned(), |(_, label)| label.clone())
}

impl From<SettledBy> for Way {
    fn from(by: SettledBy) -> Self {
        match by {
            SettledBy::Stricter => Self::Stricter,
            SettledBy::Agreement => Self::Agreement,
            SettledBy::DifferentScope => Self::DifferentScope,
        }
    }
}

fn of_words(reading: &Reading, noted: &Noted) -> Trouble {
    let several = noted.places.len() > 1;
    Trouble {
        id: format!("{NOTED}{}", noted.no),
        severity: noted.severity,
        kind: noted.kind.clone(),
        about: noted.says.clone(),
        about_en: noted.says_en.clone(),
        floor: None,
        sides: noted
            .places
            .iter()
            .map(|place| TroubleSide {
                item: holder(reading, place).map(|item| item.no),
                quote: place.quote.clone(),
            })
            .collect(),
        ways: match noted.kind.as_str() {
            "contradiction" | "attendance_mismatch" if several => {
                vec![Way::Stricter, Way::Agreement, Way::DifferentScope]
            }
            "below_legal_floor" => vec![Way::Law],
            _ => vec![Way::Ask],
        },
        apart: Vec::new(),
        proposed: Some(noted.proposed),
        settled: noted.settled.as_ref().map(|(way, _)| *way),
        reason: noted
            .settled
            .as_ref()
            .and_then(|(_, mark)| mark.reason.clone()),
    }
}

/// The item that holds words: the first whose words they share.
fn holder<'a>(reading: &'a Reading, place: &Place) -> Option<&'a Item> {
    let shares = |item: &&Item| {
        item.places
            .iter()
            .any(|own| own.from < place.to && place.from < own.to)
    };
    reading
        .live()
        .find(shares)
        .or_else(|| reading.items.iter().find(shares))
}

/// Whether what was noted about words still holds: words that were put aside or corrected say it no longer. A gap of the
/// whole text is judged by the clauses instead, once they are there.
fn stands(reading: &Reading, noted: &Noted) -> bool {
    let gone = |place: &Place| {
        holder(reading, place)
            .is_some_and(|item| matches!(item.state, ItemState::Ignored | ItemState::Corrected))
    };
    match noted.kind.as_str() {
        "contradiction" | "attendance_mismatch" => !noted.places.iter().any(gone),
        _ => noted.places.is_empty() || !noted.places.iter().all(gone),
    }
}

/// Whether both tell of one contradiction: the clauses of one are those of the other.
fn is_same(plan: &Trouble, words: &Trouble) -> bool {
    let is_one_matter = match words.kind.as_str() {
        "contradiction" => words.sides.len() > 1,
        "forbidden_phrase" => plan.kind == ProblemCode::ForbiddenWords.as_str(),
        _ => false,
    };
    is_one_matter
        && words.sides.iter().all(|side| {
            side.item.is_some() && plan.sides.iter().any(|other| other.item == side.item)
        })
}
