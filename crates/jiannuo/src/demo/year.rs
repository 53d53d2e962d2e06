//! A year of service, told step by step on the story's clock.

use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::sync::Arc;

use app::case::{self, CaseView, Report, Slip};
use app::{App, Ctx, Error, work};
use domain::case::intake::Channel;
use domain::ids::{CaseId, FileId};
use jiff::{SignedDuration, Timestamp};

use super::cast::{Branch, Cast};
use super::clock::StoryClock;
use super::dice::Dice;
use super::market::Installed;
use super::play::{self, Props};
use super::rounds::Rounds;
use super::script::{Hand, Step, Turn, steps};
use super::stage::Stage;
use super::today::SCENES;
use super::{Outcome, told};

/// How many days of history the demo has.
const DAYS: i64 = 365;
/// Reports over the whole year, before today's.
const REPORTS: i64 = 170;
/// Reports of the last hours besides today's scenes.
const FRESH: i64 = 10;
const CHANNELS: [Channel; 6] = [
    Channel::Phone,
    Channel::Phone,
    Channel::Phone,
    Channel::Web,
    Channel::App,
    Channel::Mail,
];
/// A picture for every fact that needs one.
const PHOTO: &[u8] = include_bytes!("photo.png");

/// The telling of the year.
pub(super) struct Year<'a> {
    pub(super) app: &'a Arc<App>,
    pub(super) clock: &'a StoryClock,
    pub(super) cast: &'a Cast,
    pub(super) units: &'a [Installed],
    pub(super) worker: &'a worker::Config,
    pub(super) stage: Stage<'a>,
    pub(super) dice: Dice,
}

/// One case on its way.
struct Running {
    case: CaseId,
    branch: usize,
    props: Props,
    left: std::vec::IntoIter<Step>,
    next: Option<Step>,
}

/// What happens at a moment: a report, or the next step of a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Moment {
    Report,
    Step(usize),
    /// The report of one of today's scenes.
    Scene(usize),
    /// An act of the scene that is running under that number.
    Act(usize, usize),
}

/// One of today's scenes on its way.
struct Staged {
    scene: usize,
    case: CaseId,
    photo: FileId,
}

impl Year<'_> {
    /// Tells the year that ends at `now`. What would come later stays undone: those are today's cases.
    pub(super) async fn tell(mut self, now: Timestamp) -> Outcome<usize> {
        let mut agenda: BinaryHeap<Reverse<(Timestamp, Moment)>> = self.reports(now);
        let mut running: Vec<Running> = Vec::new();
        let mut staged: Vec<Staged> = Vec::new();
        let mut rounds = Rounds::of(self.units, self.app.now());
        while let Some(Reverse((at, moment))) = agenda.pop() {
            if at > now {
                break;
            }
            self.pass_to(at).await?;
            rounds.walk(self.app, self.cast, &mut self.dice).await?;
            let (index, seen) = match moment {
                Moment::Report => {
                    running.push(self.report().await?);
                    (running.len() - 1, None)
                }
                Moment::Step(index) => (index, self.take(&mut running[index]).await?),
                Moment::Scene(scene) => {
                    staged.push(self.set(scene).await?);
                    let index = staged.len() - 1;
                    let acts = SCENES[scene].acts.iter().enumerate();
                    agenda.extend(acts.map(|(number, act)| {
                        Reverse((before(now, act.ago), Moment::Act(index, number)))
                    }));
                    continue;
                }
                Moment::Act(index, act) => {
                    let Staged { scene, case, photo } = staged[index];
                    let act = &SCENES[scene].acts[act];
                    self.stage.act(case, act, photo).await?;
                    continue;
                }
            };
            if let Some(next) = self.plan(&mut running[index], seen).await? {
                agenda.push(Reverse((next.max(at), Moment::Step(index))));
            }
        }
        self.pass_to(now).await?;
        Ok(running.len() + staged.len())
    }

    /// Lets time pass. Every timer that falls due on the way rings when it is due.
    async fn pass_to(&self, at: Timestamp) -> Outcome<()> {
        while let Some(due) = told(work::next_at(self.app).await)?.filter(|due| *due <= at) {
            self.clock.advance_to(due);
            if told(worker::drain(self.app, self.worker).await)? == 0 {
                break;
            }
        }
        self.clock.advance_to(at);
        Ok(())
    }

    /// When reports come in: over the year, some in the last hours, and today's scenes.
    fn reports(&mut self, now: Timestamp) -> BinaryHeap<Reverse<(Timestamp, Moment)>> {
        let minutes_ago = |minutes: i64| Reverse((before(now, minutes), Moment::Report));
        let mut agenda: BinaryHeap<_> = (0..REPORTS)
            .map(|_| minutes_ago(self.dice.between(60 * 24, DAYS * 24 * 60)))
            .collect();
        agenda.extend((0..FRESH).map(|_| minutes_ago(self.dice.between(10, 60 * 10))));
        agenda.extend(
            SCENES
                .iter()
                .enumerate()
                .map(|(index, scene)| Reverse((before(now, scene.reported), Moment::Scene(index)))),
        );
        agenda
    }

    async fn report(&mut self) -> Outcome<Running> {
        let unit = self.dice.pick(self.units);
        let branch = &self.cast.branches[unit.branch];
        let engineer = self.dice.pick(&branch.engineers).id();
        let symptom = self.dice.pick(&unit.symptoms).clone();
        let question = if unit.questions.is_empty() {
            None
        } else {
            Some(self.dice.pick(&unit.questions).clone())
        };
        let given = Report {
            channel: *self.dice.pick(&CHANNELS),
            unit: Some(unit.unit),
            agreement: Some(unit.agreement),
            customer: None,
            site: Some(unit.site),
            question,
            region: None,
            at: None,
            slip: Slip {
                name: unit.contact.clone(),
                phone: unit.phone.clone(),
                address: unit.address.clone(),
                content: symptom,
                wishes: "请尽快处理".to_owned(),
            },
            grade: None,
        };
        let agent = branch.agent.ctx(self.app);
        let view = told(case::report(&agent, given).await)?;
        let turn = Turn::roll(&mut self.dice);
        let photo = self.photo(&branch.agent.ctx(self.app), view.id).await?;
        Ok(Running {
            case: view.id,
            branch: unit.branch,
            props: Props {
                turn,
                crew: engineer,
                photo: Some(photo),
            },
            left: steps(turn, &mut self.dice).into_iter(),
            next: None,
        })
    }

    /// The report of one of today's scenes, with a photo.
    async fn set(&self, scene: usize) -> Outcome<Staged> {
        let case = self.stage.report(&SCENES[scene]).await?;
        let photo = self
            .photo(&self.stage.branch.agent.ctx(self.app), case)
            .await?;
        Ok(Staged { scene, case, photo })
    }

    async fn photo(&self, ctx: &Ctx, case: CaseId) -> Outcome<FileId> {
        let mut upload = told(case::upload(ctx, case).await)?;
        told(upload.write(PHOTO).await)?;
        let attached = told(case::attach(ctx, case, upload, "现场照片.png", "image/png").await)?;
        attached
            .id
            .parse()
            .map_err(|error: domain::ids::IdError| error.to_string())
    }

    /// Decides on the next step the case gives occasion for, and when it is taken. `seen` is what somebody saw of it last.
    async fn plan(
        &mut self,
        running: &mut Running,
        mut seen: Option<(Hand, CaseView)>,
    ) -> Outcome<Option<Timestamp>> {
        let now = self.app.now();
        for step in running.left.by_ref() {
            let view = match seen.take() {
                Some((hand, view)) if hand == step.hand => view,
                _ => {
                    self.look(running.case, running.branch, &running.props, step.hand)
                        .await?
                }
            };
            if play::offered(&view, &step).is_some() {
                let at = play::moment(&view, &step, now, &mut self.dice);
                running.next = Some(step);
                return Ok(Some(at));
            }
            seen = Some((step.hand, view));
        }
        Ok(None)
    }

    /// Takes the step that was decided on, if the case still gives occasion for it; returns what was seen of it then.
    async fn take(&mut self, running: &mut Running) -> Outcome<Option<(Hand, CaseView)>> {
        let Some(step) = running.next.take() else {
            return Ok(None);
        };
        let view = self
            .look(running.case, running.branch, &running.props, step.hand)
            .await?;
        let Some(offer) = play::offered(&view, &step) else {
            return Ok(Some((step.hand, view)));
        };
        let now = self.app.now();
        let Some(command) = play::command(&view, &step, offer, running.props, now, &mut self.dice)
        else {
            return Ok(Some((step.hand, view)));
        };
        let ctx = self.hand(running.branch, &running.props, step.hand);
        match case::act(&ctx, running.case, view.version, command).await {
            Ok(view) => Ok(Some((step.hand, view))),
            // The case does not allow it, or the plan not what they chose: people would not do it either.
            Err(Error {
                kind: app::Kind::Refused | app::Kind::Invalid,
                ..
            }) => Ok(Some((step.hand, view))),
            Err(error) => told(Err(error)),
        }
    }

    async fn look(
        &self,
        case: CaseId,
        branch: usize,
        props: &Props,
        hand: Hand,
    ) -> Outcome<CaseView> {
        match case::get(&self.hand(branch, props, hand), case).await {
            // An engineer sees a case once the crew is named; until then the agent looks.
            Err(Error {
                kind: app::Kind::NotFound,
                ..
            }) => told(case::get(&self.hand(branch, props, Hand::Agent), case).await),
            other => told(other),
        }
    }

    fn hand(&self, branch: usize, props: &Props, hand: Hand) -> Ctx {
        let branch: &Branch = &self.cast.branches[branch];
        let player = match hand {
            Hand::Agent => &branch.agent,
            Hand::Dispatcher => &branch.dispatcher,
            Hand::Manager => &branch.manager,
            Hand::Executive => &self.cast.executive,
            Hand::Engineer => branch
                .engineers
                .iter()
                .find(|engineer| engineer.id() == props.crew)
                .expect("the crew of a case is of its branch"),
        };
        player.ctx(self.app)
    }
}

fn before(now: Timestamp, minutes: i64) -> Timestamp {
    now - SignedDuration::from_mins(minutes)
}
