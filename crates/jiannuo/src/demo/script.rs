//! How a case usually goes: the steps people take, one after another, with what proves each.

use domain::case::Action;
use domain::plan::clauses::coverage::Cause;

use super::dice::Dice;

/// Who takes a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Hand {
    Agent,
    Dispatcher,
    Engineer,
    Manager,
    Executive,
}

/// One step of a case.
#[derive(Debug, Clone)]
pub(super) struct Step {
    pub(super) hand: Hand,
    pub(super) action: Action,
    pub(super) note: &'static str,
    pub(super) when: When,
}

/// When a step is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum When {
    /// Whenever the case allows it.
    Offered,
    /// Only where a promise waits for it.
    Owed,
}

const fn step(hand: Hand, action: Action, note: &'static str) -> Step {
    Step {
        hand,
        action,
        note,
        when: When::Offered,
    }
}

const fn owed(hand: Hand, action: Action, note: &'static str) -> Step {
    Step {
        when: When::Owed,
        ..step(hand, action, note)
    }
}

/// What a case turns out to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Turn {
    /// Solved by telephone or remotely.
    Remote,
    /// A visit, the supplier's own fault.
    Visit,
    /// A visit that waits for a part.
    Part,
    /// A visit where the material supplier is at fault.
    Supplier,
    /// A visit where the customer pays.
    Charged,
}

impl Turn {
    pub(super) fn roll(dice: &mut Dice) -> Self {
        match dice.between(1, 100) {
            1..=30 => Self::Remote,
            31..=70 => Self::Visit,
            71..=82 => Self::Part,
            83..=90 => Self::Supplier,
            _ => Self::Charged,
        }
    }

    /// The cause the manager decides on.
    pub(super) const fn cause(self) -> Cause {
        match self {
            Self::Remote | Self::Visit => Cause::Manufacture,
            Self::Part => Cause::Wear,
            Self::Supplier => Cause::SupplierProduct,
            Self::Charged => Cause::Misuse,
        }
    }
}

/// The steps of a case that is graded or not, in the order they are usually taken.
pub(super) fn steps(turn: Turn, dice: &mut Dice) -> Vec<Step> {
    use Hand::{Agent, Dispatcher, Engineer, Manager};
    let mut steps = vec![
        step(Agent, Action::Acknowledge, "已告知客户受理编号"),
        step(Agent, Action::Grade, ""),
        step(Agent, Action::Contact, "电话了解故障现象"),
        step(Agent, Action::Answer, "已明确答复处理办法和时间"),
        step(Agent, Action::Diagnose, "初步判断故障部位"),
        owed(Agent, Action::ProposeSolution, "已提交书面解决方案"),
    ];
    if turn == Turn::Remote {
        steps.extend([
            step(Agent, Action::ProposeSolution, "远程指导操作步骤"),
            step(Agent, Action::Restore, "客户按指导操作后恢复"),
            step(Agent, Action::Repair, "远程处理完成，观察正常"),
        ]);
    } else {
        steps.extend([
            step(Agent, Action::FailRemotely, "电话指导未能解决，需要上门"),
            step(Agent, Action::AgreeVisit, "与客户约定上门时间"),
            step(Dispatcher, Action::Pause, "客户临时改期"),
            step(Dispatcher, Action::Resume, ""),
            step(Dispatcher, Action::AssignCrew, ""),
            owed(Engineer, Action::Contact, "出发前与客户确认时间"),
            step(Dispatcher, Action::Dispatch, ""),
            step(Engineer, Action::CheckIn, "到达现场"),
            owed(Engineer, Action::HandOver, "货物送达，客户当面清点签收"),
            owed(Engineer, Action::DeliverReport, "随货单证已当面交给客户"),
            owed(Engineer, Action::DeliverReport, "随货单证已当面交给客户"),
            step(Manager, Action::DecideCause, "现场核查并拍照"),
        ]);
        steps.extend(after_the_cause(turn));
        if dice.chance(30) {
            steps.push(step(Engineer, Action::Restore, "采取临时措施，先恢复使用"));
        }
        steps.push(step(Engineer, Action::Repair, "更换并调试，功能正常"));
        steps.push(step(Engineer, Action::Sign, "客户现场签字确认"));
    }
    if dice.chance(7) {
        steps.extend([
            step(Agent, Action::ReceiveComplaint, "客户对处理进度不满意"),
            step(
                Manager,
                Action::AnswerComplaint,
                "说明原因并致歉，给出改进措施",
            ),
            step(Manager, Action::SettleComplaint, "客户表示接受"),
        ]);
    }
    let handed = owed(Manager, Action::DeliverReport, "资料已整理齐全，提交客户");
    steps.extend([handed.clone(), handed]);
    steps.push(step(Agent, Action::Close, "客户确认问题已解决"));
    steps.push(step(Agent, Action::CallBack, "回访：使用正常"));
    steps.push(step(Agent, Action::Rate, ""));
    steps.push(step(Manager, Action::Excuse, "暴雨道路中断，附气象台通告"));
    steps
}

fn after_the_cause(turn: Turn) -> Vec<Step> {
    use Hand::{Agent, Engineer, Executive, Manager};
    match turn {
        Turn::Part => vec![
            step(Engineer, Action::NeedPart, "需要更换损坏部件"),
            step(Agent, Action::OrderPart, "已向厂家订货"),
            step(Agent, Action::ReceivePart, ""),
            step(Engineer, Action::BringSpare, "备件已送达现场"),
        ],
        Turn::Supplier => vec![
            step(Manager, Action::NotifySupplier, "已电话通知材料供应商"),
            step(Manager, Action::ReceiveSupplier, "供应商人员到场"),
        ],
        Turn::Charged => vec![
            step(Agent, Action::SendQuote, "已发送报价"),
            step(Agent, Action::AcceptQuote, "客户同意报价"),
        ],
        Turn::Visit => vec![step(Executive, Action::Approve, "")],
        Turn::Remote => Vec::new(),
    }
}
