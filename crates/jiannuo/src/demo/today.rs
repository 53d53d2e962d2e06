//! What lies on the desk when the demo opens, at whatever hour that is: clocks about to warn and to break, one that broke,
//! one that stands still, a report nobody has taken, a complaint that waits for an answer.

use domain::case::Action;
use domain::case::intake::Channel;
use domain::case::pause::PauseReason;

use super::script::Hand;

/// A case of today, from its report on. Times are minutes before the demo opens.
#[derive(Debug)]
pub(super) struct Scene {
    pub(super) template: &'static str,
    /// Which of the branch's units under that plan.
    pub(super) unit: usize,
    pub(super) reported: i64,
    pub(super) by: By,
    pub(super) channel: Channel,
    pub(super) question: Option<&'static str>,
    pub(super) content: &'static str,
    pub(super) wishes: &'static str,
    pub(super) acts: &'static [Act],
}

/// Who reports.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum By {
    Agent,
    /// The customer whose sign-in the demo shows; nobody has taken the case yet.
    Customer,
}

/// One thing done about it.
#[derive(Debug)]
pub(super) struct Act {
    pub(super) ago: i64,
    pub(super) hand: Hand,
    pub(super) what: Deed,
    pub(super) note: &'static str,
}

/// What is done.
#[derive(Debug)]
pub(super) enum Deed {
    Plain(Action),
    /// The plan's questions that are answered with yes.
    Grade(&'static [&'static str]),
    /// A visit so many minutes after the demo opens.
    Agree(i64),
    /// The first engineer of the branch, or the second.
    Crew(usize),
    Pause(PauseReason),
    /// The person who answers for it from now on.
    Owner(Hand),
    /// Words for colleagues, with the one who is to see them.
    Note(Hand),
}

const fn act(ago: i64, hand: Hand, what: Deed, note: &'static str) -> Act {
    Act {
        ago,
        hand,
        what,
        note,
    }
}

use Deed::{Agree, Crew, Grade, Note, Owner, Pause, Plain};
use Hand::{Agent, Dispatcher, Engineer, Manager};

pub(super) const SCENES: &[Scene] = &[
    Scene {
        template: "03-equipment-maker",
        unit: 0,
        reported: 27 * 60,
        by: By::Agent,
        channel: Channel::Phone,
        question: None,
        content: "主轴异响并伴随停机，生产线已停，客户催了两次",
        wishes: "请尽快给出明确答复",
        acts: &[
            act(
                27 * 60 - 6,
                Agent,
                Plain(Action::Acknowledge),
                "已告知客户受理编号",
            ),
            act(
                200,
                Agent,
                Note(Manager),
                "客户催第二次了，厂家还没回话，请经理协调。",
            ),
        ],
    },
    Scene {
        template: "03-equipment-maker",
        unit: 2,
        reported: 30 * 60,
        by: By::Agent,
        channel: Channel::Mail,
        question: None,
        content: "控制屏报警 E21，断电重启后复现",
        wishes: "",
        acts: &[
            act(
                30 * 60 - 9,
                Agent,
                Plain(Action::Acknowledge),
                "已告知客户受理编号",
            ),
            act(
                29 * 60,
                Agent,
                Plain(Action::Answer),
                "已答复：更换编码器，两天内上门",
            ),
            act(
                180,
                Agent,
                Plain(Action::ReceiveComplaint),
                "客户投诉：答应的上门时间一推再推",
            ),
            act(170, Dispatcher, Owner(Manager), ""),
        ],
    },
    Scene {
        template: "10-projection-systems",
        unit: 1,
        reported: 300,
        by: By::Agent,
        channel: Channel::Phone,
        question: None,
        content: "拼接屏一单元黑屏，今天下午有接待任务",
        wishes: "接待前务必恢复",
        acts: &[
            act(296, Agent, Plain(Action::Acknowledge), "已告知客户受理编号"),
            act(
                285,
                Agent,
                Plain(Action::Answer),
                "已答复：先远程检查，不行即上门",
            ),
            act(
                240,
                Agent,
                Plain(Action::FailRemotely),
                "重启与切换信号源均无效",
            ),
            act(225, Dispatcher, Crew(1), ""),
            act(205, Dispatcher, Plain(Action::Dispatch), "带备用电源板一块"),
            act(95, Engineer, Plain(Action::CheckIn), "到达指挥大厅"),
            act(
                60,
                Engineer,
                Note(Dispatcher),
                "电源板已换，还有一根光纤要补，预计一小时。",
            ),
        ],
    },
    Scene {
        template: "07-network-systems",
        unit: 1,
        reported: 260,
        by: By::Agent,
        channel: Channel::Phone,
        question: None,
        content: "备用机房日志告警频繁，需现场查看",
        wishes: "进机房须提前登记",
        acts: &[
            act(256, Agent, Plain(Action::Acknowledge), "已告知客户受理编号"),
            act(250, Agent, Grade(&[]), ""),
            act(
                240,
                Agent,
                Plain(Action::Answer),
                "已答复：今日安排工程师到场",
            ),
            act(
                210,
                Agent,
                Plain(Action::FailRemotely),
                "远程无权限查看带外口",
            ),
            act(
                150,
                Dispatcher,
                Pause(PauseReason::NoAccess),
                "客户机房封闭施工，客户书面要求改到施工结束后",
            ),
        ],
    },
    Scene {
        template: "06-tender-supplier",
        unit: 0,
        reported: 101,
        by: By::Agent,
        channel: Channel::Phone,
        question: None,
        content: "主机反复重启，学生机房无法上课",
        wishes: "下午第一节课前给个说法",
        acts: &[act(
            97,
            Agent,
            Plain(Action::Acknowledge),
            "已告知客户受理编号",
        )],
    },
    Scene {
        template: "07-network-systems",
        unit: 0,
        reported: 75,
        by: By::Agent,
        channel: Channel::Phone,
        question: None,
        content: "核心交换机宕机，全网中断",
        wishes: "营业部已停业，最高优先",
        acts: &[
            act(73, Agent, Plain(Action::Acknowledge), "已告知客户受理编号"),
            act(71, Agent, Grade(&["down"]), ""),
            act(66, Agent, Plain(Action::Answer), "已答复：立即派人，带备机"),
            act(58, Agent, Plain(Action::FailRemotely), "带外管理也不可达"),
            act(52, Dispatcher, Crew(0), ""),
            act(
                45,
                Dispatcher,
                Plain(Action::Dispatch),
                "带核心交换机备机一台",
            ),
        ],
    },
    Scene {
        template: "01-fit-out",
        unit: 0,
        reported: 14,
        by: By::Customer,
        channel: Channel::Web,
        question: None,
        content: "主卫墙砖又空鼓了两块，昨晚掉下来一块",
        wishes: "周末在家，请周末上门",
        acts: &[],
    },
    Scene {
        template: "05-washing-machines",
        unit: 0,
        reported: 22,
        by: By::Agent,
        channel: Channel::Phone,
        question: None,
        content: "脱水时剧烈抖动，机身移位",
        wishes: "明天上午方便",
        acts: &[
            act(20, Agent, Plain(Action::Acknowledge), "已告知客户受理编号"),
            act(12, Agent, Agree(20 * 60), "约明天上门"),
        ],
    },
    Scene {
        template: "07-network-systems",
        unit: 2,
        reported: 6,
        by: By::Agent,
        channel: Channel::Phone,
        question: Some("lookup"),
        content: "询问上月割接后出口带宽的变更记录",
        wishes: "等着写报告",
        acts: &[],
    },
];
