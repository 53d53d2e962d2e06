//! The decision about one command: the facts it becomes, nothing because it was done already, or why not.

use std::collections::BTreeMap;

use super::action::{Action, ProofRule};
use super::closing::NothingDone;
use super::command::{Command, What};
use super::event::{CaseEvent, Fact};
use super::grading;
use super::obstacle::Obstacle;
use super::rounds;
use super::situation::Situation;
use crate::ids::EventId;
use crate::obligation::history::Standing;
use crate::obligation::{History, Obligation, context};
use crate::plan::{Context, EffectivePlan, Plan, Promise};
use crate::slug::{ClauseId, GradingQuestionId, SeverityId};
use crate::time::Instant;

/// What a command comes to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Decision {
    /// One new fact.
    Fact {
        /// When it truly happened.
        at: Instant,
        /// What happened.
        fact: Fact,
    },
    /// The facts say so already.
    Unchanged,
}

/// Decides a command on a case. The case's facts are never changed: a correction is a new fact.
///
/// The same command again is [`Decision::Unchanged`], not an error: the last fact says the same already.
pub fn decide(
    plan: &EffectivePlan,
    situation: &Situation,
    facts: &[CaseEvent],
    command: &Command,
    now: Instant,
) -> Result<Decision, Vec<Obstacle>> {
    let history = History::read(facts);
    let at = command.at.unwrap_or(now);
    let fact = fact(plan, situation, command);
    if let Ok(fact) = &fact
        && is_repeated(&history, facts, command, fact)
    {
        return Ok(Decision::Unchanged);
    }
    let mut obstacles = situation.obstacles(command.action());
    obstacles.extend(time_obstacle(&history, command, now));
    obstacles.extend(proof_obstacle(command));
    obstacles.extend(particular_obstacles(plan, situation, &history, command, at));
    match fact {
        Ok(fact) if obstacles.is_empty() => match rounds::across(facts, at, &fact) {
            Some(obstacle) => Err(vec![obstacle]),
            None => Ok(Decision::Fact { at, fact }),
        },
        Ok(_) => Err(obstacles),
        Err(obstacle) => {
            if !obstacles.contains(&obstacle) {
                obstacles.push(obstacle);
            }
            Err(obstacles)
        }
    }
}

/// Whether the facts end with the very fact the command would add. A command that names its own time repeats only a fact
/// of that time.
fn is_repeated(history: &History<'_>, facts: &[CaseEvent], command: &Command, fact: &Fact) -> bool {
    let same_time = |known: &CaseEvent| command.at.is_none_or(|at| at == known.at);
    // What the system notes by itself afterwards does not stand between a command and its repetition.
    let said = |known: &&CaseEvent| !matches!(known.fact, Fact::RemedyOpened { .. });
    let newest = facts.iter().filter(said).max_by_key(|known| known.seq);
    let repeats_newest = newest.is_some_and(|known| known.fact == *fact && same_time(known));
    let says_so = |known: &Standing<'_>| known.event.fact == *fact && same_time(known.event);
    let is_lasting = matches!(
        fact,
        Fact::Graded { .. } | Fact::CrewAssigned { .. } | Fact::VisitAgreed { .. }
    );
    let same_kind = |known: &&Standing<'_>| {
        std::mem::discriminant(&known.event.fact) == std::mem::discriminant(fact)
    };
    let last_of_kind = history.facts().iter().rev().find(same_kind);
    repeats_newest || (is_lasting && last_of_kind.is_some_and(says_so))
}

fn time_obstacle(history: &History<'_>, command: &Command, now: Instant) -> Option<Obstacle> {
    let at = command.at.unwrap_or(now);
    let corrected = match &command.what {
        What::CorrectTime { event, to } => Some((*event, *to)),
        _ => None,
    };
    if at > now || corrected.is_some_and(|(_, to)| to > now) {
        return Some(Obstacle::InFuture);
    }
    if let Some((event, to)) = corrected {
        return corrected_order(history, event, to);
    }
    // A record can be taken back at any time, also where the report itself was written down wrongly.
    let is_record = matches!(command.what, What::Withdraw { .. });
    let report = history.rounds().first().map(|round| round.from);
    (!is_record && report.is_some_and(|report| at < report)).then_some(Obstacle::BeforeReport)
}

/// A corrected time keeps the report first: nothing moves before it, and it moves behind nothing that was done after it.
/// What was written down with the report, at its very moment, is no such thing.
fn corrected_order(history: &History<'_>, event: EventId, to: Instant) -> Option<Obstacle> {
    let (report, later) = history.facts().split_first()?;
    if report.event.id != event {
        return (to < report.at).then_some(Obstacle::BeforeReport);
    }
    let done = |fact: &&Standing<'_>| fact.at > report.at && fact.event.fact.milestone().is_some();
    let first = later.iter().find(done)?;
    (to > first.at).then_some(Obstacle::ReportAfterFacts)
}

fn proof_obstacle(command: &Command) -> Option<Obstacle> {
    match command.action().proof() {
        ProofRule::Entry => None,
        ProofRule::Note => command
            .note
            .trim()
            .is_empty()
            .then_some(Obstacle::WordsMissing),
        ProofRule::AnyOf(kinds) => {
            let counts = command
                .evidence
                .iter()
                .any(|proof| kinds.contains(&proof.kind()));
            (!counts).then(|| Obstacle::ProofMissing {
                any_of: kinds.to_vec(),
            })
        }
    }
}

fn particular_obstacles(
    plan: &EffectivePlan,
    situation: &Situation,
    history: &History<'_>,
    command: &Command,
    at: Instant,
) -> Vec<Obstacle> {
    match &command.what {
        What::AgreeVisit { agreed_at } => (*agreed_at < at)
            .then_some(Obstacle::AgreedInPast)
            .into_iter()
            .collect(),
        What::AssignCrew { crew } => crew
            .is_empty()
            .then_some(Obstacle::CrewEmpty)
            .into_iter()
            .collect(),
        What::Rate { stars } => {
            let fine = (1..=5).contains(stars);
            (!fine)
                .then_some(Obstacle::StarsOutOfRange)
                .into_iter()
                .collect()
        }
        What::DeliverReport { document, fields } => {
            let context = context(history, plan.zone());
            let missing = missing_fields(plan, &context, *document, fields);
            let obstacle = (!missing.is_empty()).then_some(Obstacle::FieldsMissing {
                document: *document,
                fields: missing,
            });
            obstacle.into_iter().collect()
        }
        What::Pause { reason } => {
            let fine = situation.pausable.is_empty() || situation.pausable.contains(reason);
            let obstacle = (!fine).then(|| Obstacle::NotPausable {
                reason: *reason,
                allowed: situation.pausable.iter().copied().collect(),
            });
            obstacle.into_iter().collect()
        }
        What::Resume { reason } => {
            let fine = situation.status.paused_for.contains(reason);
            let is_told = situation.status.paused_for.is_empty();
            (!fine && !is_told)
                .then_some(Obstacle::NotPaused)
                .into_iter()
                .collect()
        }
        What::Plain {
            name: Action::Close,
        } => unsaid(situation, at, "", None),
        What::Close {
            not_owed,
            nothing_done,
        } => unsaid(situation, at, not_owed, *nothing_done),
        What::Excuse { clause, cycle } => {
            let broken = broken(situation, clause, *cycle);
            let obstacle = broken.is_none().then(|| Obstacle::NotBroken {
                clause: clause.clone(),
                cycle: *cycle,
            });
            obstacle.into_iter().collect()
        }
        What::CorrectTime { event, .. } | What::Withdraw { event } => {
            let known = history.facts().iter().find(|fact| fact.event.id == *event);
            let is_withdrawal = matches!(command.what, What::Withdraw { .. });
            match known {
                None => vec![Obstacle::UnknownFact],
                Some(fact) if is_withdrawal && is_root(&fact.event.fact) => {
                    vec![Obstacle::NotWithdrawable]
                }
                Some(_) => Vec::new(),
            }
        }
        _ => Vec::new(),
    }
}

/// Closing must not make promises, a visit or a part go away unsaid, nor the report itself.
fn unsaid(
    situation: &Situation,
    at: Instant,
    not_owed: &str,
    nothing_done: Option<NothingDone>,
) -> Vec<Obstacle> {
    let left = situation.left_undone;
    let mut unsaid = Vec::new();
    if given(not_owed).is_none() {
        let rows = situation.given_up_by_closing(at);
        let clauses: Vec<_> = rows.map(|row| row.clause.clone()).collect();
        unsaid.extend((!clauses.is_empty()).then_some(Obstacle::StillOwed { clauses }));
        unsaid.extend(left.visit.map(|visit| Obstacle::VisitToCome {
            agreed_at: visit.agreed_at,
        }));
        unsaid.extend(left.part.map(|_| Obstacle::PartToCome));
    }
    let is_silent = left.nothing_done && nothing_done.is_none();
    unsaid.extend(is_silent.then_some(Obstacle::NothingDone));
    unsaid
}

/// The broken row of a clause with this number.
fn broken<'a>(situation: &'a Situation, clause: &ClauseId, cycle: u32) -> Option<&'a Obligation> {
    situation.obligations.iter().find(|row| {
        row.broken_at.is_some()
            && row.cycle == cycle
            && (row.clause == *clause || row.also.contains(clause))
    })
}

/// Facts a case cannot be without, or whose other half lies in another case.
const fn is_root(fact: &Fact) -> bool {
    matches!(
        fact,
        Fact::Reported { .. }
            | Fact::MergedInto { .. }
            | Fact::MergedFrom { .. }
            | Fact::SplitFrom { .. }
            | Fact::SplitInto { .. }
    )
}

/// The fields that clauses in force promise of a document and that are not among those given.
pub(super) fn missing_fields(
    plan: &EffectivePlan,
    context: &Context,
    document: crate::plan::clauses::document::DocumentKind,
    given: &[crate::plan::clauses::document::Field],
) -> Vec<crate::plan::clauses::document::Field> {
    let required = plan
        .clauses(context)
        .filter_map(|clause| match &clause.promise {
            Promise::Document(issued) if issued.document == document => Some(&issued.fields),
            _ => None,
        });
    let mut missing: Vec<_> = required
        .flatten()
        .filter(|field| !given.contains(field))
        .collect();
    missing.dedup();
    missing.into_iter().copied().collect()
}

/// The fact a command states.
fn fact(plan: &EffectivePlan, situation: &Situation, command: &Command) -> Result<Fact, Obstacle> {
    let (evidence, note) = (command.evidence.clone(), command.note.trim().to_owned());
    Ok(match &command.what {
        What::Plain { name } => return plain(*name, command),
        What::Grade { answers, severity } => {
            let current = situation.status.severity.as_ref();
            graded(plan, current, answers, severity.as_ref(), note)?
        }
        What::AgreeVisit { agreed_at } => Fact::VisitAgreed {
            agreed_at: *agreed_at,
            evidence,
        },
        What::AssignCrew { crew } => Fact::CrewAssigned {
            crew: crew.clone(),
            note,
        },
        What::DecideCause { cause } => Fact::CauseDecided {
            cause: *cause,
            evidence,
            note,
        },
        What::Rate { stars } => Fact::Rated {
            stars: *stars,
            comment: note,
        },
        What::DeliverReport { document, fields } => Fact::DocumentDelivered {
            document: *document,
            fields: fields.clone(),
            evidence,
            note,
        },
        What::Pause { reason } => Fact::Paused {
            reason: *reason,
            evidence,
            note,
        },
        What::Resume { reason } => Fact::Resumed { reason: *reason },
        What::Close {
            not_owed,
            nothing_done,
        } => Fact::Closed {
            customer_word: note,
            not_owed: given(not_owed),
            // A reason for having done nothing says nothing where something was done.
            nothing_done: nothing_done.filter(|_| situation.left_undone.nothing_done),
        },
        What::ChangeContext {
            question,
            region,
            service_level,
            standing,
        } => Fact::ContextChanged {
            question: question.clone(),
            region: region.clone(),
            service_level: service_level.clone(),
            standing: *standing,
            reason: note,
        },
        What::Excuse { clause, cycle } => Fact::Excused {
            clause: clause.clone(),
            cycle: *cycle,
            opened_by: broken(situation, clause, *cycle).and_then(|row| row.opened_by),
            reason: note,
            evidence,
        },
        What::CorrectTime { event, to } => Fact::TimeCorrected {
            event: *event,
            to: *to,
            reason: note,
        },
        What::Withdraw { event } => Fact::Withdrawn {
            event: *event,
            reason: note,
        },
    })
}

/// Words that say something.
fn given(words: &str) -> Option<String> {
    let words = words.trim();
    (!words.is_empty()).then(|| words.to_owned())
}

/// The fact of an action that needs nothing but proof and words.
fn plain(action: Action, command: &Command) -> Result<Fact, Obstacle> {
    let note = command.note.trim().to_owned();
    Ok(match action {
        Action::Close => Fact::Closed {
            customer_word: note,
            not_owed: None,
            nothing_done: None,
        },
        Action::Reopen => Fact::Reopened { reason: note },
        Action::Cancel => Fact::Cancelled { reason: note },
        Action::Grade
        | Action::AgreeVisit
        | Action::AssignCrew
        | Action::DecideCause
        | Action::Rate
        | Action::DeliverReport => return Err(Obstacle::ParticularsMissing { action }),
        other => match other.milestone() {
            Some(milestone) => Fact::Reached {
                milestone,
                evidence: command.evidence.clone(),
                note,
            },
            None => return Err(Obstacle::ParticularsMissing { action }),
        },
    })
}

/// Grades by the plan's questions, all of them answered; a person may decide otherwise, with a reason. A level
/// milder than the current one needs a reason too.
fn graded(
    plan: &EffectivePlan,
    current: Option<&SeverityId>,
    answers: &BTreeMap<GradingQuestionId, bool>,
    chosen: Option<&SeverityId>,
    note: String,
) -> Result<Fact, Obstacle> {
    let plan = plan.plan();
    let place = |severity: &SeverityId| plan.severities.iter().position(|it| it.id == *severity);
    if let Some(severity) = chosen.filter(|severity| place(severity).is_none()) {
        return Err(Obstacle::UnknownSeverity {
            severity: severity.clone(),
        });
    }
    all_answered(plan, answers)?;
    let computed = plan
        .grading
        .as_ref()
        .map(|grading| grading::level(grading, answers));
    let severity = chosen.or(computed).ok_or(Obstacle::NoGrading)?;
    if note.is_empty() {
        if let Some(computed) = computed.filter(|computed| *computed != severity) {
            return Err(Obstacle::ReasonMissing {
                answers_give: computed.clone(),
            });
        }
        // The gravest stands first.
        if let Some(from) = current.filter(|current| place(severity) > place(current)) {
            return Err(Obstacle::MilderWithoutReason { from: from.clone() });
        }
    }
    Ok(Fact::Graded {
        severity: severity.clone(),
        answers: answers.clone(),
        reason: given(&note),
    })
}

/// Exactly the questions of the plan are answered.
fn all_answered(plan: &Plan, answers: &BTreeMap<GradingQuestionId, bool>) -> Result<(), Obstacle> {
    let questions = || plan.grading.iter().flat_map(|grading| &grading.questions);
    if let Some(question) = answers
        .keys()
        .find(|answered| questions().all(|asked| asked.id != **answered))
    {
        return Err(Obstacle::UnknownQuestion {
            question: question.clone(),
        });
    }
    let silent = questions().filter(|asked| !answers.contains_key(&asked.id));
    let questions: Vec<_> = silent.map(|asked| asked.label.clone()).collect();
    if questions.is_empty() {
        Ok(())
    } else {
        Err(Obstacle::Unanswered { questions })
    }
}
