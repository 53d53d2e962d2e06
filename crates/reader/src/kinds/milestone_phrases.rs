//! Milestones named by several words together: plans put forward, papers handed over, loaners, appointments, complaints dealt with.

use super::grievance;
use super::milestones::Hit;
use crate::outline::Page;
use crate::reading::Milestone;
use crate::words::Concept;

/// A word and where it stands, in bytes of the text.
type Found<'a> = (usize, &'a str);

/// The milestone a word names, in a text that begins at `start`.
fn hit(milestone: Milestone, text: &str, start: usize, (at, word): Found<'_>) -> Hit {
    let start = start + text[..at].chars().count();
    Hit {
        milestone,
        start,
        end: start + word.chars().count(),
        rank: 0,
    }
}

/// What stands behind a word, up to the next stop and no further than `near` characters.
fn behind(text: &str, (at, word): Found<'_>, near: usize) -> String {
    let rest: String = text[at + word.len()..].chars().take(near).collect();
    let part = rest.split(['，', '。', '；']).next().unwrap_or_default();
    part.to_owned()
}

/// The same words mean other milestones where a complaint is being dealt with.
pub(super) fn of_complaint(
    page: &Page,
    start: usize,
    end: usize,
    best: Option<Hit>,
) -> Option<Hit> {
    use Milestone as M;
    let text = page.clean.text(start, end);
    let comes = ["到场", "上门", "到现场", "赶到", "到达", "登门"]
        .iter()
        .any(|word| text.contains(word));
    let own = best.filter(|hit| match hit.milestone {
        M::OnSite => comes,
        M::Contacted | M::CalledBack | M::VisitAgreed | M::CrewAssigned | M::ReportDelivered => {
            hit.rank <= 1
        }
        M::Closed => text.contains("关单") || text.contains("工单"),
        M::Delivered | M::Dispatched | M::SpareOnSite | M::CauseDecided => hit.rank == 0,
        _ => false,
    });
    if own.is_some() {
        return own;
    }
    let outcome = grievance::outcome(page, start, end).map(|(milestone, at)| Hit {
        milestone,
        start: at,
        end: (at + 2).min(end),
        rank: 0,
    });
    outcome.or_else(|| {
        best.map(|hit| Hit {
            milestone: match hit.milestone {
                M::Answered | M::SolutionProposed | M::Acknowledged => M::ComplaintAnswered,
                M::Repaired | M::Closed => M::ComplaintSettled,
                other => other,
            },
            ..hit
        })
    })
}

/// 提出修补方案, 给出加固建议: a plan of whatever work is put forward.
pub(super) fn proposal(page: &Page, start: usize, end: usize) -> Option<Hit> {
    const NEAR: usize = 14;
    let passage = page.clean.passage(start, end);
    let text = passage.text();
    let verb = passage.first(&[
        "提出", "给出", "出具", "拿出", "提交", "制定", "制订", "给您", "定出", "提供", "形成",
        "上报", "报送",
    ])?;
    let put = behind(text, verb, NEAR);
    let planned = ["方案", "办法", "建议", "对策", "意见书"]
        .iter()
        .any(|plan| put.ends_with(plan) || put.contains(&format!("{plan}并")));
    planned.then(|| hit(Milestone::SolutionProposed, text, start, verb))
}

/// 判定渗漏原因及责任, 查清责任归属: whose fault it is, in whatever words.
pub(super) fn blame(page: &Page, start: usize, end: usize) -> Option<Hit> {
    const NEAR: usize = 10;
    let passage = page.clean.passage(start, end);
    let text = passage.text();
    let verb = passage.first(&[
        "判定", "查明", "查清", "认定", "确定", "明确", "分清", "界定", "划分", "判明", "厘清",
        "核定", "出具", "给出", "作出",
    ])?;
    behind(text, verb, NEAR)
        .contains("责任")
        .then(|| hit(Milestone::CauseDecided, text, start, verb))
}

/// 2小时内通知原厂, 报厂家处理: the maker hears of it.
pub(super) fn notified(page: &Page, start: usize, end: usize) -> Option<Hit> {
    let passage = page.clean.passage(start, end);
    let text = passage.text();
    let at = passage.find("通知").and_then(|_| {
        [
            "原厂", "厂家", "制造商", "供应商", "生产厂", "上游", "品牌方", "底盘厂",
        ]
        .iter()
        .find_map(|maker| passage.find(&format!("通知{maker}")))
    })?;
    let from = start + text[..at].chars().count();
    Some(Hit {
        milestone: Milestone::SupplierNotified,
        start: from,
        end: (from + 4).min(end),
        rank: 0,
    })
}

/// 把上门时间定下来, 跟您定好日子: when to come is being agreed.
pub(super) fn settled_time(page: &Page, start: usize, end: usize) -> Option<Hit> {
    let passage = page.clean.passage(start, end);
    let text = passage.text();
    let (at, _) = passage
        .first(&["定下", "定好", "敲定", "商定", "定妥", "约定"])
        .filter(|_| passage.has(&["时间", "日子", "日期"]))?;
    // The name of the day may stand before the verb: 上门时间定下来.
    let from = passage
        .first(&["上门", "到场", "维修", "时间"])
        .map_or(at, |(from, _)| from.min(at));
    let from = start + text[..from].chars().count();
    Some(Hit {
        milestone: Milestone::VisitAgreed,
        start: from,
        end: (start + text[..at].chars().count() + 2).min(end),
        rank: 0,
    })
}

/// 检修后次日提交检修记录, 故障处理后3日内书面报告甲方: a paper on the work that went before.
pub(super) fn handed_paper(page: &Page, start: usize, end: usize) -> Option<Hit> {
    const BACK: usize = 24;
    const VERBS: [&str; 12] = [
        "提交", "递交", "报送", "送交", "出具", "移交", "上报", "录入", "上传", "补交", "交付",
        "发送",
    ];
    let passage = page.clean.passage(start, end);
    let text = passage.text();
    let told = passage.find("书面报告").filter(|_| {
        page.tokens_in(start, end)
            .iter()
            .any(|token| token.is(Concept::Customer))
    });
    let paper = || {
        let (at, _) = passage.first(&VERBS)?;
        let from = start + text[..at].chars().count();
        let doc = page
            .tokens_in(from, end)
            .iter()
            .any(|token| token.is(Concept::DocStrict) || token.is(Concept::ReportDoc))
            || [
                "记录", "处置单", "服务单", "维修单", "检修单", "事件说明", "故障说明", "情况说明",
                "校准证书",
            ]
            .iter()
            .any(|doc| text[at..].contains(doc));
        doc.then_some(at)
    };
    let before = page.clean.text(start.saturating_sub(BACK), start);
    let before = before.rsplit(['。', '；', '\n']).next().unwrap_or_default();
    let worked = [
        "修", "处理", "处置", "恢复", "救援", "结束", "保养后", "解决", "排除",
    ]
    .iter()
    .any(|work| before.contains(work));
    let at = told.or_else(|| paper().filter(|_| worked))?;
    let from = start + text[..at].chars().count();
    Some(Hit {
        milestone: Milestone::ReportDelivered,
        start: from,
        end: (from + 2).min(end),
        rank: 0,
    })
}

/// 给您搬一台备机, 安装备用仪器, 先换上周转机: a loaner is put in place.
pub(super) fn lent(page: &Page, start: usize, end: usize) -> Option<Hit> {
    const NEAR: usize = 8;
    let Some(unit) = page
        .tokens_in(start, end)
        .iter()
        .find(|token| token.is(Concept::SpareUnit))
    else {
        return standing_in(page, start, end);
    };
    let from = unit.start.saturating_sub(NEAR).max(start);
    let before = page.clean.text(from, unit.start);
    let word = [
        "搬", "安装", "装上", "运来", "拉来", "调来", "换上", "架设", "运抵", "开进", "顶上",
        "调运", "调用",
    ]
    .into_iter()
    .find(|verb| before.contains(verb))?;
    let at = from + before[..before.find(word)?].chars().count();
    Some(Hit {
        milestone: Milestone::SpareOnSite,
        start: at,
        end: unit.end,
        rank: 0,
    })
}

/// 两个钟头内回: the bare verb at the end answers.
pub(super) fn calls_back(page: &Page, start: usize, end: usize) -> Option<Hit> {
    const NEAR: usize = 8;
    let last = end.checked_sub(1).filter(|last| *last >= start)?;
    let bare = page.clean.chars[last] == '回'
        && last - start <= NEAR
        && (last == start || !"退寄收返送取换找赎发交带".contains(page.clean.chars[last - 1]));
    bare.then_some(Hit {
        milestone: Milestone::Answered,
        start: last,
        end,
        rank: 1,
    })
}

/// 跟您约好时间, 敲定上门日子: the visit is being agreed, in whatever words.
pub(super) fn appointment(page: &Page, start: usize, end: usize) -> Option<Hit> {
    let passage = page.clean.passage(start, end);
    let text = passage.text();
    let word = passage.first(&[
        "约好", "敲定", "约时", "约定上门", "预约上门", "商定上门", "确定上门时间", "约定维修时间",
        "约定服务时间", "商定时间", "约定检", "约定维修", "约定到", "约定时间", "约定具体",
        "约定好", "定下上门", "确定上门日", "预约时间", "约上门", "约维修",
    ])?;
    let rest = &text[word.0 + word.1.len()..];
    // 约好时间上门: the visit itself.
    let comes = ["时间上门", "时间到", "上门"]
        .iter()
        .any(|visit| rest.starts_with(visit) && !word.1.ends_with("上门"))
        && !["上门日", "上门的日", "上门时间", "上门的时间"]
            .iter()
            .any(|day| rest.starts_with(day));
    (!comes).then(|| hit(Milestone::VisitAgreed, text, start, word))
}

/// 给你送台顶用的秤, 将周转推车送到: whatever it is, it stands in for the other.
fn standing_in(page: &Page, start: usize, end: usize) -> Option<Hit> {
    let passage = page.clean.passage(start, end);
    let text = passage.text();
    let word = passage.first(&[
        "备用", "周转", "代用", "替代", "替换", "顶用", "代步", "过渡",
    ])?;
    let thing = &text[word.0 + word.1.len()..];
    let part = [
        "件", "库", "金", "系统", "线路", "方案", "电源启", "设备启", "下",
    ]
    .iter()
    .any(|other| thing.starts_with(other));
    let moves = [
        "送", "搬", "运", "拉", "调来", "换上", "装上", "到位", "提供", "借",
    ]
    .iter()
    .any(|verb| text.contains(verb));
    (moves && !part).then(|| hit(Milestone::SpareOnSite, text, start, word))
}
