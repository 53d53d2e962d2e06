//! Taking one step of a case: what it needs, what proves it, and when it is taken.

use app::case::{CaseActionView, CaseView, ObligationView};
use domain::case::pause::PauseReason;
use domain::case::{Action, Command, Evidence, NothingDone, Proof, What};
use domain::ids::{FileId, PersonId};
use domain::plan::clauses::document::{DocumentKind, Field};
use domain::slug::GradingQuestionId;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp, ToSpan};

use super::dice::Dice;
use super::script::{Step, Turn, When};

/// In how many of a hundred cases people are late for a promise.
const LATE_PERCENT: i64 = 6;
const STARS: [u8; 12] = [5, 5, 5, 5, 5, 5, 4, 4, 4, 3, 2, 1];

/// What a step may draw on.
#[derive(Debug, Clone, Copy)]
pub(super) struct Props {
    pub(super) turn: Turn,
    pub(super) crew: PersonId,
    /// A photo that is attached to the case, once there is one.
    pub(super) photo: Option<FileId>,
}

/// The action of a step as the case offers it, if there is occasion for it now.
pub(super) fn offered<'a>(view: &'a CaseView, step: &Step) -> Option<&'a CaseActionView> {
    if step.when == When::Owed {
        open_promise(view, step.action)?;
    }
    view.actions
        .iter()
        .find(|action| action.name == step.action && action.allowed)
}

/// The command of a step, or `None` where the case gives no occasion for it.
pub(super) fn command(
    view: &CaseView,
    step: &Step,
    offer: &CaseActionView,
    props: Props,
    now: Timestamp,
    dice: &mut Dice,
) -> Option<Command> {
    Some(Command {
        at: None,
        evidence: proof(view, offer, props.photo)?,
        note: step.note.to_owned(),
        what: what(view, step, props, now, dice)?,
    })
}

fn what(
    view: &CaseView,
    step: &Step,
    props: Props,
    now: Timestamp,
    dice: &mut Dice,
) -> Option<What> {
    Some(match step.action {
        Action::Grade => return grade(view, dice),
        Action::AgreeVisit => What::AgreeVisit {
            agreed_at: appointment(view, now, dice),
        },
        Action::AssignCrew => What::AssignCrew {
            crew: vec![props.crew],
        },
        Action::DecideCause => What::DecideCause {
            cause: props.turn.cause(),
        },
        Action::Rate => What::Rate {
            stars: *dice.pick(&STARS),
        },
        Action::Pause if dice.chance(20) => What::Pause {
            reason: PauseReason::CustomerRescheduled,
        },
        Action::Pause => return None,
        Action::Resume => What::Resume {
            reason: *view.status.paused_for.first()?,
        },
        Action::DeliverReport => What::DeliverReport {
            document: owed_document(view)?,
            fields: Field::ALL.to_vec(),
        },
        Action::Excuse => {
            let broken = view
                .obligations
                .iter()
                .find(|row| row.obligation.broken_at.is_some())?;
            if !dice.chance(25) {
                return None;
            }
            What::Excuse {
                clause: broken.obligation.clause.clone(),
                cycle: broken.obligation.cycle,
            }
        }
        Action::Close => closing(view),
        name => What::Plain { name },
    })
}

/// Closing with the reasons that are asked for: what is still to come, and that nobody did anything.
fn closing(view: &CaseView) -> What {
    let left = view.left_undone;
    let is_owed = view.obligations.iter().any(|row| row.given_up_by_closing);
    let not_owed = if is_owed || left.visit.is_some() || left.part.is_some() {
        "问题已解决，客户确认其余事项不再需要"
    } else {
        ""
    };
    What::Close {
        not_owed: not_owed.to_owned(),
        nothing_done: left.nothing_done.then_some(NothingDone::Recovered),
    }
}

/// The document the case waits for: the goods' papers, the project's file, the analysis of a grave fault.
fn owed_document(view: &CaseView) -> Option<DocumentKind> {
    open_promise(view, Action::DeliverReport)?
        .obligation
        .document
}

fn grade(view: &CaseView, dice: &mut Dice) -> Option<What> {
    let grading = view.grading.as_ref()?;
    if grading.questions.is_empty() {
        let severity = dice.pick(&grading.levels).id.parse().ok();
        return Some(What::Grade {
            answers: [].into(),
            severity,
        });
    }
    let answers = grading
        .questions
        .iter()
        .filter_map(|question| {
            Some((
                question.id.parse::<GradingQuestionId>().ok()?,
                dice.chance(15),
            ))
        })
        .collect();
    Some(What::Grade {
        answers,
        severity: None,
    })
}

/// The first kind of proof that is accepted and at hand.
pub(super) fn proof(
    view: &CaseView,
    offer: &CaseActionView,
    photo: Option<FileId>,
) -> Option<Vec<Evidence>> {
    if offer.proof_any_of.is_empty() {
        return Some(Vec::new());
    }
    let one = |kind: &Proof| {
        Some(match kind {
            Proof::Call => Evidence::Call {
                phone: view.slip.phone.clone(),
            },
            Proof::Word => Evidence::Word {
                said: "客户口头确认".to_owned(),
            },
            Proof::CheckIn => Evidence::CheckIn {
                latitude_micro: 39_904_200,
                longitude_micro: 116_407_400,
            },
            Proof::File => Evidence::File { file: photo? },
            Proof::Signature => Evidence::Signature {
                file: photo?,
                signer: view.slip.name.clone(),
            },
            Proof::Mail => Evidence::Mail {
                address: "fuwu@example.com".to_owned(),
            },
        })
    };
    offer
        .proof_any_of
        .iter()
        .find_map(one)
        .map(|evidence| vec![evidence])
}

/// The promise that waits for the milestone an action produces.
fn open_promise(view: &CaseView, action: Action) -> Option<&ObligationView> {
    let milestone = action.milestone()?;
    view.obligations
        .iter()
        .find(|row| row.obligation.to == milestone && row.obligation.is_open())
}

/// When the visit is to be: within what was promised, at a waking hour.
fn appointment(view: &CaseView, now: Timestamp, dice: &mut Dice) -> Timestamp {
    let wished = now + SignedDuration::from_mins(dice.between(120, 1_500));
    let promised = open_promise(view, Action::CheckIn).and_then(|row| row.obligation.due_at);
    match promised {
        Some(due) if due > now => wished
            .min(due - SignedDuration::from_mins(10))
            .max(now + SignedDuration::from_mins(5)),
        _ => waking(wished),
    }
}

/// When a step is taken: usually well before the promise it keeps breaks, now and then too late.
pub(super) fn moment(view: &CaseView, step: &Step, now: Timestamp, dice: &mut Dice) -> Timestamp {
    let soon = now + pace(view, now, dice);
    let Some(promise) = open_promise(view, step.action).map(|row| &row.obligation) else {
        return if leaves_the_desk(step.action) {
            waking(soon + SignedDuration::from_mins(dice.between(10, 240)))
        } else {
            soon
        };
    };
    let (Some(started), Some(due)) = (promise.started_at, promise.due_at) else {
        return soon;
    };
    if let Some(opens) = promise.not_before
        && due > now
    {
        // At an appointment people come close to the time, not early.
        let from = opens.max(now);
        return from + share(due.duration_since(from), dice.between(15, 85));
    }
    let whole = due
        .duration_since(started)
        .max(SignedDuration::from_mins(1));
    if dice.chance(LATE_PERCENT) {
        return due.max(now) + share(whole, dice.between(5, 60));
    }
    let left = due.duration_since(now);
    if left.is_positive() {
        now + share(left, dice.between(8, 70)).max(SignedDuration::from_secs(30))
    } else {
        soon
    }
}

/// How long until the next thing is done: what is promised within the hour is not kept waiting by what is not.
fn pace(view: &CaseView, now: Timestamp, dice: &mut Dice) -> SignedDuration {
    let usual = SignedDuration::from_mins(dice.between(3, 50));
    let open = view.obligations.iter().map(|row| &row.obligation);
    let due = open
        .filter(|row| row.is_open())
        .filter_map(|row| row.due_at);
    let nearest = due.filter(|due| *due > now).min();
    nearest.map_or(usual, |due| {
        usual.min(share(due.duration_since(now), dice.between(8, 20)))
    })
}

const fn leaves_the_desk(action: Action) -> bool {
    matches!(
        action,
        Action::CheckIn
            | Action::Repair
            | Action::OrderPart
            | Action::ReceivePart
            | Action::CallBack
            | Action::Resume
    )
}

fn share(whole: SignedDuration, percent: i64) -> SignedDuration {
    SignedDuration::from_millis(
        i64::try_from(whole.as_millis()).unwrap_or(i64::MAX) / 100 * percent,
    )
}

/// The same moment, or the next morning when people sleep.
fn waking(at: Timestamp) -> Timestamp {
    let local = at.to_zoned(TimeZone::get("Asia/Shanghai").expect("the zone is bundled"));
    let morning = |day: jiff::Zoned| {
        day.with()
            .hour(8)
            .minute(40)
            .second(0)
            .subsec_nanosecond(0)
            .build()
    };
    let moved = match local.hour() {
        8..=20 => return at,
        0..=7 => morning(local),
        _ => local.checked_add(1.day()).and_then(morning),
    };
    moved.map_or(at, |local| local.timestamp())
}
