//! Recurring duties of the story: most are done in their window, some are missed.

use std::collections::BTreeSet;
use std::sync::Arc;

use app::App;
use app::duties::{self, DutyList, DutyView};
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
/// Windows that open so soon are listed.
const IN_SIGHT: SignedDuration = SignedDuration::from_hours(90 * 24);
/// How many of a hundred are done.
const DONE_PERCENT: i64 = 93;

/// An agreement, the branch that serves it, and when somebody looks at it next.
struct Round {
    agreement: AgreementId,
    branch: usize,
    next: Timestamp,
    /// When the next window opens; before that a look finds nothing to do.
    opens: Timestamp,
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
            opens: now,
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
            if now < round.opens {
                round.next = now + EVERY;
                continue;
            }
            let manager = cast.branches[round.branch].manager.ctx(app);
            let mut list = told(duties::of_agreement(&manager, round.agreement).await)?;
            let is_quiet = list.items.is_empty();
            round.next = now + if is_quiet { QUIET_EVERY } else { EVERY };
            let open: Vec<DutyCommand> = list.items.iter().filter_map(done).collect();
            for duty in open {
                if !is_missed(&mut self.missed, round.agreement, &duty, dice) {
                    list = told(duties::record(&manager, round.agreement, duty).await)?;
                }
            }
            round.opens = next_window(&list, now);
        }
        Ok(())
    }
}

type Missed = BTreeSet<(AgreementId, String, u32)>;

/// Decides once for each occurrence whether it is missed.
fn is_missed(
    missed: &mut Missed,
    agreement: AgreementId,
    duty: &DutyCommand,
    dice: &mut Dice,
) -> bool {
    let key = (agreement, duty.clause.to_string(), duty.cycle);
    if missed.contains(&key) {
        return true;
    }
    let is_missed = !dice.chance(DONE_PERCENT);
    if is_missed {
        missed.insert(key);
    }
    is_missed
}

/// When the next window opens that is in sight. Windows that open within [`IN_SIGHT`] are listed.
fn next_window(list: &DutyList, now: Timestamp) -> Timestamp {
    let pending = list
        .items
        .iter()
        .filter(|duty| duty.obligation.state == State::Pending);
    let opens = pending.filter_map(|duty| duty.obligation.started_at).min();
    let in_sight = now + IN_SIGHT;
    opens.map_or(in_sight, |opens| opens.min(in_sight))
}

/// What is noted of a recurring duty whose window is open; a notice that production ends waits for a real one.
fn done(duty: &DutyView) -> Option<DutyCommand> {
    if duty.what.is_none() || duty.obligation.state != State::Running {
        return None;
    }
    Some(DutyCommand {
        clause: duty.obligation.clause.clone(),
        cycle: duty.obligation.cycle,
        what: DutyWhat::Done,
        at: None,
        delivers: duty.delivers.iter().copied().collect(),
        evidence: Vec::new(),
        note: "已按计划完成，设备运行正常，客户无其他要求。".to_owned(),
        event: None,
    })
}
