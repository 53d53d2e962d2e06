//! What stands against an action, in words.

use std::fmt::Display;

use domain::case::{Command, Obstacle, What};
use domain::plan::{EffectivePlan, Plan};
use domain::slug::{ClauseId, SeverityId};

use super::words;
use crate::error::{ClauseRef, Error, FieldError};
use crate::language::Language;
use crate::message::{Message, Text};

crate::messages! {
    NOT_NOW = "case-not-now", "现在不能这样做。", "This cannot be done now.";
    ENDED = "case-ended", "服务单已结束（{phase}），请先重开。", "The case has ended ({phase}); reopen it first.";
    STILL_OPEN = "case-still-open", "服务单还没有结束。", "The case is still open.";
    NOT_REACHED = "case-not-reached", "需要先完成：{milestones}。", "This must come first: {milestones}.";
    ALREADY_REACHED = "case-already-reached", "本轮已经做过。", "This was done already in this round.";
    PROOF_MISSING = "case-proof-missing", "需要凭证，以下任一种：{kinds}。", "Proof is needed, any of: {kinds}.";
    WORDS_MISSING = "case-words-missing", "请写明情况或原因。", "Say what was found or done, or why.";
    IN_FUTURE = "case-in-future", "发生时间不能在将来。", "It cannot have happened in the future.";
    BEFORE_REPORT = "case-before-report", "发生时间不能早于报修。", "It cannot have happened before the report.";
    REPORT_AFTER_FACTS = "case-report-after-facts", "报修时间不能晚于之后已经做过的事。", "The report cannot lie behind what was done after it.";
    ACROSS_ROUNDS = "case-across-rounds", "关单或撤销的时间须在本轮报修或重开之后，重开的时间须在上一轮关单或撤销之后。",
        "A case ends after the report or reopening that began its round, and is reopened after it ended.";
    HIDES_BREACH = "case-hides-breach", "这样处理后，已违约的承诺将不再算违约。请由服务经理处理，或请服务经理免责并写明原因。",
        "After this broken promises would no longer count as broken. A service manager may do it, or excuse them with a reason.";
    AGREED_IN_PAST = "case-agreed-in-past", "约定的上门时间必须在约定之后。", "The time agreed on must lie after the agreement.";
    AGREED_TOO_FAR = "case-agreed-too-far", "约定的上门时间最多在一年之内，请核对年份。", "A visit is agreed on for a year ahead at most; check the year.";
    NO_GRADING = "case-no-grading", "本服务方案没有故障等级。", "This plan has no fault levels.";
    CHOOSE_LEVEL = "case-choose-level", "请选择故障等级：{allowed}。", "Choose a fault level: {allowed}.";
    UNKNOWN_SEVERITY = "case-unknown-severity", "方案中没有故障等级“{severity}”，可选：{allowed}。",
        "The plan has no fault level “{severity}”; it has: {allowed}.";
    UNKNOWN_QUESTION = "case-unknown-question", "方案中没有定级问题“{question}”，方案问的是：{allowed}。",
        "The plan asks no question “{question}”; it asks: {allowed}.";
    NO_QUESTIONS = "case-no-questions", "本服务方案不按问题定级，请去掉回答“{question}”。",
        "This plan grades without questions; leave out the answer to “{question}”.";
    UNANSWERED = "case-unanswered", "请逐项回答：{questions}。", "Answer each of these: {questions}.";
    MILDER = "case-milder", "现为“{severity}”，改定较轻的等级请写明原因。",
        "The fault has “{severity}”; grading it milder needs a reason.";
    REASON_MISSING = "case-reason-missing", "按回答应为“{severity}”，改定等级请写明原因。",
        "The answers give “{severity}”; deciding otherwise needs a reason.";
    NOT_PAUSABLE = "case-not-pausable", "方案不允许因此暂停计时；允许的原因：{allowed}。",
        "The plan does not let this pause a clock; it allows: {allowed}.";
    NOTHING_PAUSABLE = "case-nothing-pausable", "方案不允许暂停任何计时。", "The plan lets no clock pause.";
    NOT_PAUSED = "case-not-paused", "没有因此暂停的计时。", "No clock is paused for that.";
    NOT_BROKEN = "case-not-broken", "条款“{clause}”的第 {cycle} 次承诺没有超时。",
        "Occurrence {cycle} of clause “{clause}” is not broken.";
    NOTHING_BROKEN = "case-nothing-broken", "没有超时的承诺。", "No promise is broken.";
    VISIT_TO_COME = "case-visit-to-come", "还有一次上门没有进行，关单会取消它。请写明为什么不再上门。",
        "A visit is still to come, and closing cancels it. Say why nobody comes.";
    PART_TO_COME = "case-part-to-come", "还有备件没有到。请写明为什么不再需要。",
        "A part is still waited for. Say why it is not needed any more.";
    NOTHING_DONE = "case-nothing-done", "还没有人答复或处理过这张服务单。请选择关单的原因。",
        "Nobody has answered the customer or done anything. Choose the reason for closing.";
    STILL_OWED = "case-still-owed", "还有承诺在计时。请先登记已经做到的事；确实不再需要的，请写明原因。",
        "Promises still run. Record what was done first, or say why they are not owed.";
    NO_COMPLAINT = "case-no-complaint", "没有待处理的投诉。", "There is no complaint to answer.";
    UNKNOWN_FACT = "case-unknown-fact", "没有这条记录，或者已撤回。", "There is no such fact, or it was withdrawn.";
    NOT_WITHDRAWABLE = "case-not-withdrawable", "这条记录不能撤回。", "This fact cannot be withdrawn.";
    FIELDS_MISSING = "case-fields-missing", "缺少方案要求的内容：{fields}。", "Fields the plan requires are missing: {fields}.";
    STARS_OUT_OF_RANGE = "case-stars", "评分为 1 至 5。", "A rating is from 1 to 5.";
    CREW_EMPTY = "case-crew-empty", "请至少指定一人。", "Name at least one person.";
    SAME_CASE = "case-same", "不能与自身合并。", "A case cannot be merged with itself.";
    OTHER_CUSTOMER = "case-other-customer", "只能合并同一客户、同一服务协议的服务单。",
        "Only cases of the same customer and agreement can be merged.";
    PARTICULARS_MISSING = "case-particulars-missing", "操作“{action}”需要填写具体内容。", "The action “{action}” needs particulars of its own.";
}

/// Most choices that a message names.
const MOST_NAMED: usize = 20;
/// What there is to choose from, said without a plan.
const NONE_KNOWN: &str = "—";

/// The refusal with everything that stands against an action; its text tells the first.
pub(super) fn refusal(obstacles: &[Obstacle]) -> Error {
    obstacles.first().map_or_else(
        || Error::refused(NOT_NOW),
        |first| Error::refused(text(first)),
    )
}

/// Where in a request the parts of a command stand.
#[derive(Debug, Clone, Copy)]
pub(super) enum Asked<'a> {
    /// The body is the command itself.
    Command(&'a Command),
    /// The grade within a report.
    Report,
    /// The query that foresees a report.
    Query,
}

impl Asked<'_> {
    /// The place of a particular of the command.
    fn particular(self, field: &str) -> String {
        match self {
            Self::Command(_) => format!("/do/{field}"),
            Self::Report => format!("/grade/{field}"),
            Self::Query if field.starts_with("answers") => "?yes".to_owned(),
            Self::Query => format!("?{field}"),
        }
    }

    fn words(self) -> String {
        match self {
            Self::Command(_) => "/note".to_owned(),
            Self::Report | Self::Query => self.particular("reason"),
        }
    }

    fn time(self) -> String {
        match self {
            Self::Command(command) if matches!(command.what, What::CorrectTime { .. }) => {
                self.particular("to")
            }
            _ => "/at".to_owned(),
        }
    }

    /// The place of what is wrong with the request itself; none where the case is not ready for it, whatever is asked.
    fn place(self, plan: &Plan, obstacle: &Obstacle) -> Option<String> {
        Some(match obstacle {
            Obstacle::UnknownSeverity { .. } => self.particular("severity"),
            // Without questions, only a person gives the level.
            Obstacle::NoGrading if !plan.severities.is_empty() => self.particular("severity"),
            Obstacle::UnknownQuestion { question } => {
                self.particular(&format!("answers/{question}"))
            }
            Obstacle::Unanswered { .. } => self.particular("answers"),
            Obstacle::MilderWithoutReason { .. }
            | Obstacle::ReasonMissing { .. }
            | Obstacle::WordsMissing => self.words(),
            Obstacle::ProofMissing { .. } => "/evidence".to_owned(),
            Obstacle::InFuture
            | Obstacle::BeforeReport
            | Obstacle::AcrossRounds
            | Obstacle::ReportAfterFacts => self.time(),
            Obstacle::AgreedInPast => self.particular("agreed_at"),
            Obstacle::NotPausable { .. } => self.particular("reason"),
            Obstacle::NotBroken { .. } => self.particular("clause"),
            Obstacle::StillOwed { .. } | Obstacle::VisitToCome { .. } | Obstacle::PartToCome => {
                self.particular("not_owed")
            }
            Obstacle::NothingDone => self.particular("nothing_done"),
            Obstacle::UnknownFact | Obstacle::NotWithdrawable => self.particular("event"),
            Obstacle::FieldsMissing { .. } => self.particular("fields"),
            Obstacle::StarsOutOfRange => self.particular("stars"),
            Obstacle::CrewEmpty => self.particular("crew"),
            Obstacle::ParticularsMissing { .. } => self.particular("action"),
            _ => return None,
        })
    }
}

/// The refusal of a command on a case: what is wrong with the request is said at its place, all of it at once; where the
/// case is not ready for it, that comes first, and the clauses are named.
pub(super) fn refusal_under(
    plan: &EffectivePlan,
    obstacles: &[Obstacle],
    asked: Asked<'_>,
    language: Language,
) -> Error {
    let named = |id: &ClauseId| {
        let said = plan.wording_of(id, language)?;
        Some(ClauseRef {
            id: id.to_string(),
            heading: said.heading,
            sentence: Some(said.sentence),
        })
    };
    let clauses = obstacles.iter().flat_map(|obstacle| match obstacle {
        Obstacle::StillOwed { clauses } | Obstacle::HidesBreach { clauses } => clauses.as_slice(),
        _ => &[],
    });
    let of_the_case = obstacles
        .iter()
        .find(|one| asked.place(plan.plan(), one).is_none());
    let refused = if of_the_case.is_some() || obstacles.is_empty() {
        refusal(of_the_case.map_or(&[], std::slice::from_ref))
    } else {
        let wrong = obstacles.iter().filter_map(|obstacle| {
            Some(FieldError {
                pointer: asked.place(plan.plan(), obstacle)?,
                text: text_under(plan, obstacle),
            })
        });
        Error::fields(wrong.collect())
    };
    refused.because(clauses.filter_map(named))
}

/// One obstacle in the words of a plan: levels are called by their names, and where one was chosen that is none, those that
/// are stand beside it.
fn text_under(plan: &EffectivePlan, obstacle: &Obstacle) -> Text {
    let plan = plan.plan();
    let level = |message: &'static Message, id: &SeverityId| {
        let known = plan.severities.iter().find(|it| it.id == *id);
        let name = known.map_or(id.as_str(), |it| it.label.as_str());
        Text::from(message).with("severity", name)
    };
    match obstacle {
        Obstacle::MilderWithoutReason { from } => level(MILDER, from),
        Obstacle::ReasonMissing { answers_give } => level(REASON_MISSING, answers_give),
        Obstacle::NoGrading if !plan.severities.is_empty() => {
            let levels = plan.severities.iter();
            one_of(CHOOSE_LEVEL, levels.map(|level| (&level.label, &level.id)))
        }
        Obstacle::UnknownSeverity { .. } if plan.severities.is_empty() => NO_GRADING.into(),
        Obstacle::UnknownSeverity { severity } => {
            let levels = plan.severities.iter();
            let levels = levels.map(|level| (&level.label, &level.id));
            one_of(UNKNOWN_SEVERITY, levels).with("severity", severity)
        }
        Obstacle::UnknownQuestion { question } => {
            let asked = plan.grading.iter().flat_map(|grading| &grading.questions);
            let mut asked = asked.map(|one| (&one.label, &one.id)).peekable();
            if asked.peek().is_none() {
                return Text::from(NO_QUESTIONS).with("question", question);
            }
            one_of(UNKNOWN_QUESTION, asked).with("question", question)
        }
        other => text(other),
    }
}

/// A message that tells what there is to choose from, each by name and code.
pub(super) fn one_of<N: Display, C: Display>(
    message: &'static Message,
    choices: impl Iterator<Item = (N, C)>,
) -> Text {
    let (zh, en): (Vec<_>, Vec<_>) = choices
        .take(MOST_NAMED)
        .map(|(name, code)| (format!("{name}（{code}）"), format!("{name} ({code})")))
        .unzip();
    Text::from(message).with_words("allowed", zh.join("、"), en.join(", "))
}

/// One obstacle in words.
pub(super) fn text(obstacle: &Obstacle) -> Text {
    match obstacle {
        Obstacle::Ended { phase } => with(ENDED, "phase", words::PHASES, &[*phase]),
        Obstacle::StillOpen => STILL_OPEN.into(),
        Obstacle::NotReached { any_of } => {
            let (zh, en) = words::alternatives(words::MILESTONES, any_of);
            Text::from(NOT_REACHED).with_words("milestones", zh, en)
        }
        Obstacle::AlreadyReached { .. } => ALREADY_REACHED.into(),
        Obstacle::ProofMissing { any_of } => with(PROOF_MISSING, "kinds", words::PROOFS, any_of),
        Obstacle::WordsMissing => WORDS_MISSING.into(),
        Obstacle::InFuture => IN_FUTURE.into(),
        Obstacle::BeforeReport => BEFORE_REPORT.into(),
        Obstacle::ReportAfterFacts => REPORT_AFTER_FACTS.into(),
        Obstacle::AcrossRounds => ACROSS_ROUNDS.into(),
        Obstacle::HidesBreach { .. } => HIDES_BREACH.into(),
        Obstacle::AgreedInPast => AGREED_IN_PAST.into(),
        Obstacle::NoGrading => NO_GRADING.into(),
        Obstacle::UnknownSeverity { severity } => Text::from(UNKNOWN_SEVERITY)
            .with("severity", severity)
            .with("allowed", NONE_KNOWN),
        Obstacle::UnknownQuestion { question } => Text::from(UNKNOWN_QUESTION)
            .with("question", question)
            .with("allowed", NONE_KNOWN),
        Obstacle::Unanswered { questions } => Text::from(UNANSWERED).with_words(
            "questions",
            questions.join("、"),
            questions.join(", "),
        ),
        Obstacle::MilderWithoutReason { from } => Text::from(MILDER).with("severity", from),
        Obstacle::ReasonMissing { answers_give } => {
            Text::from(REASON_MISSING).with("severity", answers_give)
        }
        Obstacle::NotPausable { allowed, .. } => {
            with(NOT_PAUSABLE, "allowed", words::PAUSES, allowed)
        }
        Obstacle::NothingPausable => NOTHING_PAUSABLE.into(),
        Obstacle::NotPaused => NOT_PAUSED.into(),
        Obstacle::NotBroken { clause, cycle } => Text::from(NOT_BROKEN)
            .with("clause", clause)
            .with("cycle", cycle),
        Obstacle::NothingBroken => NOTHING_BROKEN.into(),
        Obstacle::StillOwed { .. } => STILL_OWED.into(),
        Obstacle::VisitToCome { .. } => VISIT_TO_COME.into(),
        Obstacle::PartToCome => PART_TO_COME.into(),
        Obstacle::NothingDone => NOTHING_DONE.into(),
        Obstacle::NoComplaint => NO_COMPLAINT.into(),
        Obstacle::UnknownFact => UNKNOWN_FACT.into(),
        Obstacle::NotWithdrawable => NOT_WITHDRAWABLE.into(),
        Obstacle::FieldsMissing { fields, .. } => {
            with(FIELDS_MISSING, "fields", words::FIELDS, fields)
        }
        Obstacle::StarsOutOfRange => STARS_OUT_OF_RANGE.into(),
        Obstacle::CrewEmpty => CREW_EMPTY.into(),
        Obstacle::SameCase => SAME_CASE.into(),
        Obstacle::OtherCustomer => OTHER_CUSTOMER.into(),
        Obstacle::ParticularsMissing { action } => {
            with(PARTICULARS_MISSING, "action", words::ACTIONS, &[*action])
        }
    }
}

/// A message about codes, said in words.
fn with<T: ToString>(
    message: &'static Message,
    name: &'static str,
    known: &[words::Word],
    codes: &[T],
) -> Text {
    let (zh, en) = words::listed(known, codes);
    Text::from(message).with_words(name, zh, en)
}
