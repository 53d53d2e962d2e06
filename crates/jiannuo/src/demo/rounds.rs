//! Recurring duties of the story: most are done in their window, some are missed.

use std::collections::BTreeSet;
use std::sync::Arc;

use app::App;
use app::duties::{self, DutyView};
use domain::duty::{DutyCommand, DutyWhat};
use domain::ids::AgreementId;
use domain::obligation::State;
use jiff::{SignedDuration, Timestamp};

use super::cast::Cast;
use super::dice::Dice;
use super::market::Installed;
use super::{Outcome, told};

/// How often somebody looks what is to be done: some windows are open for a single day.
const EVERY: SignedDuration = SignedDuration::from_hours(24);
/// How often an agreement is looked at that owes nothing within three months.
const QUIET_EVERY: SignedDuration = SignedDuration::from_hours(30 * 24);
/// How many of a hundred are done.
const DONE_PERCENT: i64 = 93;

/// An agreement, the branch that serves it, and when somebody looks at it next.
struct Round {
    agreement: AgreementId,
    branch: usize,
    next: Timestamp,
}

/// Who owes what, and what was decided to be missed.
pub(super) struct Rounds {
    agreements: Vec<Round>,
    missed: Missed,
}

impl Rounds {
    /// The agreements of the units, each with the branch that serves it.
    pub(super) fn of(units: &[Installed], now: Timestamp) -> Self {
        let agreements: BTreeSet<_> = units
            .iter()
            .map(|unit| (unit.agreement, unit.branch))
            .collect();
        let round = |(agreement, branch)| Round {
            agreement,
            branch,
            next: now,
        };
        Self {
            agreements: agreements.into_iter().map(round).collect(),
            missed: BTreeSet::new(),
        }
    }

    /// Does what is open, once a day.
    pub(super) async fn walk(
        &mut self,
        app: &Arc<App>,
        cast: &Cast,
        dice: &mut Dice,
    ) -> Outcome<()> {
        let now = app.now();
        for round in self.agreements.iter_mut().filter(|round| round.next <= now) {
            let manager = cast.branches[round.branch].manager.ctx(app);
            let list = told(duties::of_agreement(&manager, round.agreement).await)?;
            let is_quiet = list.items.is_empty();
            round.next = now + if is_quiet { QUIET_EVERY } else { EVERY };
            for duty in list.items.iter().filter(|duty| is_open(duty)) {
                if is_missed(&mut self.missed, duty, dice) {
                    continue;
                }
                told(duties::record(&manager, round.agreement, done(duty)).await)?;
            }
        }
        Ok(())
    }
}

type Missed = BTreeSet<(AgreementId, String, u32)>;

/// Decides once for each occurrence whether it is missed.
fn is_missed(missed: &mut Missed, duty: &DutyView, dice: &mut Dice) -> bool {
    let row = &duty.obligation;
    let key = (duty.agreement, row.clause.to_string(), row.cycle);
    if missed.contains(&key) {
        return true;
    }
    let is_missed = !dice.chance(DONE_PERCENT);
    if is_missed {
        missed.insert(key);
    }
    is_missed
}

/// A recurring duty whose window is open; a notice that production ends waits for a real one.
fn is_open(duty: &DutyView) -> bool {
    duty.what.is_some() && duty.obligation.state == State::Running
}

fn done(duty: &DutyView) -> DutyCommand {
    DutyCommand {
        clause: duty.obligation.clause.clone(),
        cycle: duty.obligation.cycle,
        what: DutyWhat::Done,
        at: None,
        delivers: duty.delivers.iter().copied().collect(),
        evidence: Vec::new(),
        note: "已按计划完成，设备运行正常，客户无其他要求。".to_owned(),
        event: None,
    }
}
