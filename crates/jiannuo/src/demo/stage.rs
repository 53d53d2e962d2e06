//! Plays today's scenes through the real use cases.

use std::collections::BTreeMap;
use std::sync::Arc;

use app::App;
use app::case::{self, AddNote, AssignCase, CaseView, Report, Slip};
use domain::case::{Command, What};
use domain::ids::{CaseId, FileId};
use domain::slug::{GradingQuestionId, QuestionType};
use jiff::{SignedDuration, Timestamp};

use super::cast::{Branch, Player};
use super::market::Installed;
use super::play::proof;
use super::script::Hand;
use super::today::{Act, By, Deed, Scene};
use super::{Outcome, told};

/// Those who take part in today.
#[derive(Clone, Copy)]
pub(super) struct Stage<'a> {
    pub(super) app: &'a Arc<App>,
    pub(super) branch: &'a Branch,
    pub(super) customer: &'a Player,
    pub(super) units: &'a [Installed],
    /// When the demo opens.
    pub(super) opens: Timestamp,
}

impl Stage<'_> {
    /// The report of a scene.
    pub(super) async fn report(&self, scene: &Scene) -> Outcome<CaseId> {
        let unit = self.unit(scene)?;
        let question = scene.question.map(str::parse::<QuestionType>).transpose();
        let given = Report {
            channel: scene.channel,
            unit: Some(unit.unit),
            agreement: Some(unit.agreement),
            customer: None,
            site: Some(unit.site),
            question: question.map_err(|error| error.to_string())?,
            region: None,
            at: None,
            slip: Slip {
                name: unit.contact.clone(),
                phone: unit.phone.clone(),
                address: unit.address.clone(),
                content: scene.content.to_owned(),
                wishes: scene.wishes.to_owned(),
            },
            grade: None,
        };
        let who = match scene.by {
            By::Agent => &self.branch.agent,
            By::Customer => self.customer,
        };
        Ok(told(case::report(&who.ctx(self.app), given).await)?.id)
    }

    /// The unit a scene is about: the customer's own where the customer reports.
    fn unit(&self, scene: &Scene) -> Outcome<&Installed> {
        let of_plan = |unit: &&Installed| unit.template == scene.template && unit.branch == 0;
        let own = |unit: &&Installed| {
            scene.by == By::Agent || Some(unit.customer) == self.customer.customer()
        };
        let mut units = self.units.iter().filter(of_plan).filter(own);
        units
            .nth(scene.unit)
            .ok_or_else(|| format!("no unit under {} for today", scene.template))
    }

    /// One act of a scene.
    pub(super) async fn act(&self, case: CaseId, act: &Act, photo: FileId) -> Outcome<()> {
        let ctx = self.hand(act).ctx(self.app);
        let view = told(case::get(&ctx, case).await)?;
        match &act.what {
            Deed::Owner(hand) => {
                let owner = self.person(*hand, 0).id();
                told(case::assign(&ctx, case, view.version, AssignCase { owner }).await)?;
            }
            Deed::Note(to) => {
                let given = AddNote {
                    body: act.note.to_owned(),
                    mentions: vec![self.person(*to, 0).id()],
                };
                told(case::add_note(&ctx, case, given).await)?;
            }
            deed => {
                let command = Command {
                    at: None,
                    evidence: Vec::new(),
                    note: act.note.to_owned(),
                    what: self.what(&view, deed)?,
                };
                let action = command.action();
                let offer = view.actions.iter().find(|offer| offer.name == action);
                let offer = offer.ok_or_else(|| format!("{action} is an action of each case"))?;
                let evidence = proof(&view, offer, Some(photo))
                    .ok_or_else(|| format!("nothing proves {action}"))?;
                let command = Command {
                    evidence,
                    ..command
                };
                told(case::act(&ctx, case, view.version, command).await)?;
            }
        }
        Ok(())
    }

    fn what(&self, view: &CaseView, deed: &Deed) -> Outcome<What> {
        Ok(match deed {
            Deed::Plain(name) => What::Plain { name: *name },
            Deed::Grade(yes) => {
                let mut answers = BTreeMap::new();
                for question in view.grading.iter().flat_map(|grading| &grading.questions) {
                    let id: GradingQuestionId =
                        (question.id.parse()).map_err(|_| format!("{}: no id", question.id))?;
                    answers.insert(id, yes.contains(&question.id.as_str()));
                }
                What::Grade {
                    answers,
                    severity: None,
                }
            }
            Deed::Agree(minutes) => What::AgreeVisit {
                agreed_at: self.opens + SignedDuration::from_mins(*minutes),
            },
            Deed::Crew(number) => What::AssignCrew {
                crew: vec![self.person(Hand::Engineer, *number).id()],
            },
            Deed::Pause(reason) => What::Pause { reason: *reason },
            Deed::Owner(_) | Deed::Note(_) => return Err("no action of a case".to_owned()),
        })
    }

    fn hand(&self, act: &Act) -> &Player {
        // Whoever is on the crew works on site: in every scene with work on site that is the second engineer.
        self.person(act.hand, 1)
    }

    fn person(&self, hand: Hand, engineer: usize) -> &Player {
        match hand {
            Hand::Agent => &self.branch.agent,
            Hand::Dispatcher => &self.branch.dispatcher,
            Hand::Manager | Hand::Executive => &self.branch.manager,
            Hand::Engineer => &self.branch.engineers[engineer],
        }
    }
}
