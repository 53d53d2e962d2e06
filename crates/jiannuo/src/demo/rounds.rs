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

/// How often somebody looks what is to be done.
const EVERY: SignedDuration = SignedDuration::from_hours(4 * 24);
/// How many of a hundred are done.
const DONE_PERCENT: i64 = 93;

/// Who owes what, and what was decided to be missed.
pub(super) struct Rounds {
    agreements: Vec<(AgreementId, usize)>,
    next: Timestamp,
    missed: BTreeSet<(AgreementId, String, u32)>,
}

impl Rounds {
    /// The agreements of the units, each with the branch that serves it.
    pub(super) fn of(units: &[Installed], now: Timestamp) -> Self {
        let agreements: BTreeSet<_> = units
            .iter()
            .map(|unit| (unit.agreement, unit.branch))
            .collect();
        Self {
            agreements: agreements.into_iter().collect(),
            next: now,
            missed: BTreeSet::new(),
        }
    }

    /// Does what is open, every few days. Agreements that owe nothing are not looked at again.
    pub(super) async fn walk(
        &mut self,
        app: &Arc<App>,
        cast: &Cast,
        dice: &mut Dice,
    ) -> Outcome<()> {
        let now = app.now();
        if now < self.next {
            return Ok(());
        }
        self.next = now + EVERY;
        let mut owing = Vec::with_capacity(self.agreements.len());
        for (agreement, branch) in std::mem::take(&mut self.agreements) {
            let manager = cast.branches[branch].manager.ctx(app);
            let list = told(duties::of_agreement(&manager, agreement).await)?;
            if list.items.is_empty() {
                continue;
            }
            owing.push((agreement, branch));
            let open = list.items.iter().filter(|duty| is_open(duty));
            for duty in open {
                if self.is_missed(agreement, duty, dice) {
                    continue;
                }
                told(duties::record(&manager, agreement, done(duty)).await)?;
            }
        }
        self.agreements = owing;
        Ok(())
    }

    /// Decides once for each occurrence whether it is missed.
    fn is_missed(&mut self, agreement: AgreementId, duty: &DutyView, dice: &mut Dice) -> bool {
        let row = &duty.obligation;
        let key = (agreement, row.clause.to_string(), row.cycle);
        if self.missed.contains(&key) {
            return true;
        }
        let is_missed = !dice.chance(DONE_PERCENT);
        if is_missed {
            self.missed.insert(key);
        }
        is_missed
    }
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
