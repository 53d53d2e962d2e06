//! Which milestone the words around a length of time mean.

use super::grievance;
use super::surroundings::about_parts;
use crate::outline::Page;
use crate::reading::Milestone;
use crate::words::periods::{ends_with, starts_with};
use crate::words::{Concept, Token};

/// A milestone named at a place.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Hit {
    /// Which.
    pub milestone: Milestone,
    /// First clean character of the word that names it.
    pub start: usize,
    /// One past that word.
    pub end: usize,
    /// 0 names it outright, higher is weaker.
    pub rank: u8,
}

/// What is to have happened, as named between two positions; the outright word first, then the earliest.
pub(crate) fn target(page: &Page, start: usize, end: usize, complaint: bool) -> Option<Hit> {
    let mut hits: Vec<Hit> = page
        .tokens_in(start, end)
        .iter()
        .filter(|token| !starts_something(page, token, end))
        .filter_map(|token| hit(page, token, start, end))
        .collect();
    hits.extend(arrival_by_place(page, start, end).or_else(|| bare_arrival(page, start, end)));
    hits.extend(appointment(page, start, end));
    hits.extend(calls_back(page, start, end));
    hits.extend(proposal(page, start, end));
    hits.extend(blame(page, start, end));
    hits.extend(lent(page, start, end));
    hits.extend(handed_paper(page, start, end));
    hits.extend(notified(page, start, end));
    hits.extend(settled_time(page, start, end));
    let called = hits
        .iter()
        .copied()
        .find(|hit| hit.milestone == Milestone::CalledBack);
    let best = hits.into_iter().min_by_key(|hit| {
        (
            hit.rank,
            hit.start,
            hit.milestone != Milestone::VisitAgreed,
        )
    });
    // 客服致电回访: the telephone is only how.
    let best = match best.map(|hit| hit.milestone) {
        Some(Milestone::Answered | Milestone::Contacted) => called.or(best),
        _ => best,
    };
    if complaint {
        return of_complaint(page, start, end, best);
    }
    best
}

/// The same words mean other milestones where a complaint is being dealt with.
fn of_complaint(page: &Page, start: usize, end: usize, best: Option<Hit>) -> Option<Hit> {
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
fn proposal(page: &Page, start: usize, end: usize) -> Option<Hit> {
    const NEAR: usize = 14;
    let text = page.clean.text(start, end);
    let (at, verb) = [
        "提出", "给出", "出具", "拿出", "提交", "制定", "制订", "给您", "定出", "提供", "形成",
        "上报", "报送",
    ]
    .into_iter()
    .filter_map(|verb| Some((text.find(verb)?, verb)))
    .min_by_key(|(at, _)| *at)?;
    let behind: String = text[at + verb.len()..].chars().take(NEAR).collect();
    let behind = behind.split(['，', '。', '；']).next().unwrap_or_default();
    let planned = ["方案", "办法", "建议", "对策", "意见书"]
        .iter()
        .any(|plan| behind.ends_with(plan) || behind.contains(&format!("{plan}并")));
    let from = start + text[..at].chars().count();
    planned.then_some(Hit {
        milestone: Milestone::SolutionProposed,
        start: from,
        end: from + verb.chars().count(),
        rank: 0,
    })
}

/// 判定渗漏原因及责任, 查清责任归属: whose fault it is, in whatever words.
fn blame(page: &Page, start: usize, end: usize) -> Option<Hit> {
    const NEAR: usize = 10;
    let text = page.clean.text(start, end);
    let (at, verb) = [
        "判定", "查明", "查清", "认定", "确定", "明确", "分清", "界定", "划分", "判明", "厘清",
        "核定", "出具", "给出", "作出",
    ]
    .into_iter()
    .filter_map(|verb| Some((text.find(verb)?, verb)))
    .min_by_key(|(at, _)| *at)?;
    let behind: String = text[at + verb.len()..].chars().take(NEAR).collect();
    let behind = behind.split(['，', '。', '；']).next().unwrap_or_default();
    let from = start + text[..at].chars().count();
    behind.contains("责任").then_some(Hit {
        milestone: Milestone::CauseDecided,
        start: from,
        end: from + verb.chars().count(),
        rank: 0,
    })
}

/// 2小时内通知原厂, 报厂家处理: the maker hears of it.
fn notified(page: &Page, start: usize, end: usize) -> Option<Hit> {
    let text = page.clean.text(start, end);
    let at = ["原厂", "厂家", "制造商", "供应商", "生产厂", "上游", "品牌方", "底盘厂"]
        .iter()
        .find_map(|maker| text.find(&format!("通知{maker}")))?;
    let from = start + text[..at].chars().count();
    Some(Hit {
        milestone: Milestone::SupplierNotified,
        start: from,
        end: (from + 4).min(end),
        rank: 0,
    })
}

/// 把上门时间定下来, 跟您定好日子: when to come is being agreed.
fn settled_time(page: &Page, start: usize, end: usize) -> Option<Hit> {
    let text = page.clean.text(start, end);
    let day = ["时间", "日子", "日期"].iter().any(|day| text.contains(day));
    let at = ["定下", "定好", "敲定", "商定", "定妥", "约定"]
        .iter()
        .filter_map(|word| text.find(word))
        .min()
        .filter(|_| day)?;
    // The name of the day may stand before the verb: 上门时间定下来.
    let first = ["上门", "到场", "维修", "时间"]
        .iter()
        .filter_map(|word| text.find(word))
        .chain([at])
        .min()?;
    let from = start + text[..first].chars().count();
    Some(Hit {
        milestone: Milestone::VisitAgreed,
        start: from,
        end: (start + text[..at].chars().count() + 2).min(end),
        rank: 0,
    })
}

/// 检修后次日提交检修记录, 故障处理后3日内书面报告甲方: a paper on the work that went before.
fn handed_paper(page: &Page, start: usize, end: usize) -> Option<Hit> {
    const BACK: usize = 24;
    const VERBS: [&str; 12] = [
        "提交", "递交", "报送", "送交", "出具", "移交", "上报", "录入", "上传", "补交", "交付",
        "发送",
    ];
    let text = page.clean.text(start, end);
    let told = text.find("书面报告").filter(|_| {
        page.tokens_in(start, end)
            .iter()
            .any(|token| token.is(Concept::Customer))
    });
    let paper = || {
        let at = VERBS.iter().filter_map(|verb| text.find(verb)).min()?;
        let from = start + text[..at].chars().count();
        let doc = page
            .tokens_in(from, end)
            .iter()
            .any(|token| token.is(Concept::DocStrict) || token.is(Concept::ReportDoc))
            || ["记录", "处置单", "服务单", "维修单", "检修单", "事件说明", "故障说明", "情况说明", "校准证书"]
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
fn lent(page: &Page, start: usize, end: usize) -> Option<Hit> {
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

/// 到达现场后…: the word opens a limit rather than ending one.
fn starts_something(page: &Page, token: &Token, end: usize) -> bool {
    let chars = &page.clean.chars;
    (token.end..end.min(token.end + 6))
        .take_while(|at| !"，、；：0123456789".contains(chars[*at]))
        .any(|at| {
            chars[at] == '后' && !starts_with(chars, at, "后续") || starts_with(chars, at, "之日")
        })
}

/// 两个钟头内回: the bare verb at the end answers.
fn calls_back(page: &Page, start: usize, end: usize) -> Option<Hit> {
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
fn appointment(page: &Page, start: usize, end: usize) -> Option<Hit> {
    let text = page.clean.text(start, end);
    let word = [
        "约好", "敲定", "约时", "约定上门", "预约上门", "商定上门", "确定上门时间", "约定维修时间",
        "约定服务时间", "商定时间", "约定检", "约定维修", "约定到", "约定时间", "约定具体",
        "约定好", "定下上门", "确定上门日", "预约时间", "约上门", "约维修",
    ]
    .into_iter()
    .filter(|word| text.contains(word))
    .min_by_key(|word| text.find(word))?;
    let found = text.find(word)?;
    // 约好时间上门: the visit itself.
    let comes = ["时间上门", "时间到", "上门"]
        .iter()
        .any(|visit| text[found + word.len()..].starts_with(visit) && !word.ends_with("上门"))
        && !["上门日", "上门的日", "上门时间", "上门的时间"]
            .iter()
            .any(|day| text[found + word.len()..].starts_with(day));
    if comes {
        return None;
    }
    let at = start + text[..found].chars().count();
    Some(Hit {
        milestone: Milestone::VisitAgreed,
        start: at,
        end: at + word.chars().count(),
        rank: 0,
    })
}

fn hit(page: &Page, token: &Token, start: usize, end: usize) -> Option<Hit> {
    let (milestone, rank) = meaning(page, token, start, end)?;
    Some(Hit {
        milestone,
        start: token.start,
        end: token.end,
        rank,
    })
}

/// What a word means here: moving goods first, then acts; `None` where it names a thing or somebody else's act.
fn meaning(page: &Page, token: &Token, start: usize, end: usize) -> Option<(Milestone, u8)> {
    goods(page, token, start, end).or_else(|| {
        if is_no_act(page, token) {
            None
        } else {
            act(page, token, start, end)
        }
    })
}

/// People on their way, rather than goods: 携带备件到达现场.
fn crew(page: &Page, token: &Token, start: usize) -> bool {
    let seen = page
        .tokens_in(start, token.start)
        .iter()
        .any(|t| t.is(Concept::Send) || t.is(Concept::Staff));
    seen || carried(page, start, token.start)
}

/// Loaners and parts on their way, reports handed over.
fn goods(page: &Page, token: &Token, start: usize, end: usize) -> Option<(Milestone, u8)> {
    use Concept as C;
    use Milestone as M;
    let within = |concept| page.tokens_in(start, end).iter().any(|t| t.is(concept));
    let arrives = token.is(C::Deliver) || token.is(C::Arrive);
    let moves = arrives || token.is(C::Ship) || token.is(C::ProposeVerb) || token.is(C::Send);
    let crew = crew(page, token, start);
    let part = page
        .tokens_in(start, token.start)
        .iter()
        .any(|t| t.is(C::PartStrict));
    let handed = token.is(C::DocVerb)
        && matches!(
            page.clean.text(token.start, token.end).as_str(),
            "提交" | "递交" | "报送" | "出具" | "提供"
        );
    match () {
        () if token.is(C::Ship) && within(C::SpareUnit) => Some((M::Dispatched, 0)),
        () if moves && within(C::SpareUnit) && !crew => Some((M::SpareOnSite, 0)),
        () if (arrives || token.is(C::Ship)) && part && !crew => {
            Some((part_moves(page, token, start, end), 0))
        }
        () if handed && reported_on(page, start) && !within(C::Solution) => {
            Some((M::ReportDelivered, 1))
        }
        () if arrives && spare_before(page, start) => Some((M::SpareOnSite, 0)),
        () if token.is(C::Deliver) && parts_before(page, start) => Some((M::PartArrived, 0)),
        () if token.is(C::Deliver)
            && !crew
            && restocks(&page.clean.text(token.start, token.end))
            && about_parts(page, start) =>
        {
            Some((M::PartArrived, 0))
        }
        () => None,
    }
}

/// 动用后两日内补足, 不足的24小时调到: the store is filled again.
fn restocks(word: &str) -> bool {
    matches!(
        word,
        "补足"
            | "补齐"
            | "补货"
            | "调到"
            | "调达"
            | "到货"
            | "补到"
            | "配齐"
            | "补库"
            | "补货到位"
            | "调货到位"
    )
}

/// 给你送台顶用的秤, 将周转推车送到: whatever it is, it stands in for the other.
fn standing_in(page: &Page, start: usize, end: usize) -> Option<Hit> {
    let text = page.clean.text(start, end);
    let (found, word) = [
        "备用", "周转", "代用", "替代", "替换", "顶用", "代步", "过渡",
    ]
    .into_iter()
    .filter_map(|word| Some((text.find(word)?, word)))
    .min_by_key(|(at, _)| *at)?;
    let thing = &text[found + word.len()..];
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
    let at = start + text[..found].chars().count();
    (moves && !part).then_some(Hit {
        milestone: Milestone::SpareOnSite,
        start: at,
        end: at + word.chars().count(),
        rank: 0,
    })
}

/// 维修人员, 送修, 联系客服: part of a noun, or the customer's act.
fn is_no_act(page: &Page, token: &Token) -> bool {
    use Concept as C;
    let next = |words: &[&str]| {
        words
            .iter()
            .any(|word| starts_with(&page.clean.chars, token.end, word))
    };
    let negated = token.start > 0 && "没未不".contains(page.clean.chars[token.start - 1]);
    let bare = page.clean.text(token.start, token.end) == "完成"
        && !next(&[
            "时", "期限", "维修", "修", "更换", "整改", "处理", "抢", "检", "安装", "调试", "补",
            "任务", "工作",
        ])
        && page
            .clean
            .chars
            .get(token.end)
            .is_some_and(|c| !"，。；、".contains(*c));
    negated && (token.is(C::RepairDone) || token.is(C::Restore))
        || bare
        || token.is(C::Deliver) && next(&["修", "检"])
        || token.is(C::Repair) && noun_follows(page, token)
        || token.is(C::Contact)
            && next(&[
                "客服", "我们", "商家", "卖家", "我司", "我公司", "厂家", "经销商", "本店", "店",
            ])
        || token.is(C::Arrive) && next(&["维修申请", "服务申请", "电话", "费", "维修单"])
}

fn act(page: &Page, token: &Token, start: usize, end: usize) -> Option<(Milestone, u8)> {
    use Concept as C;
    use Milestone as M;
    let seen = |concept| {
        page.tokens_in(start, token.start)
            .iter()
            .any(|t| t.is(concept))
    };
    let within = |concept| page.tokens_in(start, end).iter().any(|t| t.is(concept));
    let next = |words: &[&str]| {
        words
            .iter()
            .any(|word| starts_with(&page.clean.chars, token.end, word))
    };
    let crew = crew(page, token, start);
    let text = || page.clean.text(start, end);
    Some(match () {
        () if token.is(C::Grade) => (M::Graded, 0),
        () if token.is(C::Blame) => (M::CauseDecided, 0),
        () if token.is(C::Rate) => (M::Rated, 1),
        () if token.is(C::Maker) && ends_with(&page.clean.chars, start, token.start, "通知") => {
            (M::SupplierNotified, 0)
        }
        () if token.is(C::Approve) && approved(page, token) => (M::Approved, 1),
        () if token.is(C::Arrive) && visit_being_agreed(&text()) => (M::VisitAgreed, 0),
        () if token.is(C::Arrive) && seen(C::Maker) && !seen(C::Staff) => (M::SupplierOnSite, 0),
        () if token.is(C::Arrive) && token.is(C::ArriveSoft) && within(C::PartStrict) && !crew => {
            (M::PartArrived, 0)
        }
        () if token.is(C::Arrive) => (M::OnSite, 0),
        () if token.is(C::Solution) || token.is(C::Propose) => (M::SolutionProposed, 0),
        () if token.is(C::ReportDoc) && within(C::DocVerb) => (M::ReportDelivered, 0),
        () if token.is(C::CallBack) => (M::CalledBack, 0),
        // 2个工作日办结: a request is dealt with; a refund is closed.
        () if token.is(C::Close) && token.is(C::RepairDone) => (M::Repaired, 0),
        () if token.is(C::Close) => (M::Closed, 0),
        () if token.is(C::RepairDone) && !next(&["方案", "办法", "意见", "措施", "建议"]) => {
            (
                M::Repaired,
                u8::from(page.clean.text(token.start, token.end) == "完成") * 2,
            )
        }
        () if token.is(C::Restore) => (M::Restored, 0),
        () if token.is(C::Contact) => (M::Contacted, 0),
        () if token.is(C::Answer)
            && within(C::Solution)
            && page.clean.text(token.start, token.end) == "反馈" =>
        {
            return None;
        }
        // 远程处理: from afar is an answer, unless it is said to be solved.
        () if token.is(C::Answer) && token.is(C::Remote) => (M::Answered, 1),
        () if token.is(C::Answer) => (M::Answered, 0),
        () if token.is(C::Acknowledge) => (M::Acknowledged, 0),
        () if token.is(C::Quote) => (M::QuoteSent, 0),
        () if token.is(C::Ship) => (M::Dispatched, 0),
        () if token.is(C::Deliver) => (M::Delivered, 0),
        () if token.is(C::Diagnose) => (M::Diagnosed, 1),
        () if token.is(C::Accept) => (M::Accepted, 1),
        () if token.is(C::Install) => (M::Accepted, 1),
        () if token.is(C::Depart) => (M::Dispatched, 1),
        () if token.is(C::Assign) => (M::CrewAssigned, 1),
        () if token.is(C::Order) && within(C::PartStrict) => (M::PartOrdered, 1),
        () if token.is(C::Send) && page.tokens_in(token.end, end).iter().any(|t| t.is(C::Site)) => {
            (M::OnSite, 1)
        }
        () if token.is(C::Send) => sent(page, token),
        () if page.clean.text(token.start, token.end) == "通知"
            && next(&["用户", "客户", "甲方", "买方", "业主", "采购"]) =>
        {
            (M::Contacted, 1)
        }
        () if token.is(C::Repair) => (M::Repaired, 3),
        () if token.is(C::ExchangeStrong) => (M::Closed, 4),
        () => return None,
    })
}

/// 审批 and 批准 are the house's own word; 确认 and 同意 may be anybody's.
fn approved(page: &Page, token: &Token) -> bool {
    // 退换申请1天内审核: nothing follows but the end of the clause.
    let closes = page.clean.chars.get(token.end).is_none_or(|c| "，。；、并".contains(*c));
    page.clean.text(token.start, token.end) == "审核" && closes
        || matches!(
        page.clean.text(token.start, token.end).as_str(),
        "审批"
            | "批准"
            | "批复"
            | "核准"
            | "审核完毕"
            | "审核完"
            | "审结"
            | "审批完毕"
            | "审核完成"
            | "审批完成"
            | "审毕"
            | "审核好"
    )
}

fn visit_being_agreed(text: &str) -> bool {
    [
        "约定上门", "预约上门", "确定上门", "约定时间", "商定", "确认上门时间",
    ]
    .iter()
    .any(|word| text.contains(word))
}

/// The phrase before speaks of a report: …出具分析报告，24小时内提交.
fn reported_on(page: &Page, start: usize) -> bool {
    const NEAR: usize = 30;
    page.tokens_in(start.saturating_sub(NEAR), start)
        .iter()
        .any(|t| t.is(Concept::ReportDoc))
}

/// 非库存备件30日内交付: the length stands between the part and its verb.
fn parts_before(page: &Page, start: usize) -> bool {
    let (cut, start) = phrase_before(page, start);
    page.tokens_in(cut, start)
        .iter()
        .any(|t| t.is(Concept::PartStrict))
        && !carried(page, cut, start)
}

/// 周转冷柜自报修起6小时内送到.
fn spare_before(page: &Page, start: usize) -> bool {
    let (cut, start) = phrase_before(page, start);
    let text = page.clean.text(cut, start);
    ["周转", "备用", "备机", "代用", "替换机", "样机"]
        .iter()
        .any(|word| text.contains(word))
        && !page
            .tokens_in(cut, start)
            .iter()
            .any(|t| t.is(Concept::PartStrict))
        && !carried(page, cut, start)
}

/// The words right before a position, back to the last comma.
fn phrase_before(page: &Page, start: usize) -> (usize, usize) {
    const NEAR: usize = 14;
    let from = start.saturating_sub(NEAR);
    let cut = (from..start)
        .rev()
        .find(|at| "，。；：\n".contains(page.clean.chars[*at]))
        .map_or(from, |at| at + 1);
    (cut, start)
}

/// 派 sends people off, 安排 names them.
fn sent(page: &Page, token: &Token) -> (Milestone, u8) {
    let arranged = matches!(
        page.clean.text(token.start, token.end).as_str(),
        "安排" | "组织"
    );
    (
        if arranged {
            Milestone::CrewAssigned
        } else {
            Milestone::Dispatched
        },
        2,
    )
}

/// 携带备件到达现场: people arrive, not parts.
fn carried(page: &Page, start: usize, end: usize) -> bool {
    let text = page.clean.text(start, end);
    ["携", "带齐", "带着", "自带", "备齐"]
        .iter()
        .any(|word| text.contains(word))
}

fn part_moves(page: &Page, token: &Token, start: usize, end: usize) -> Milestone {
    let word = page.clean.text(token.start, token.end);
    if token.is(Concept::Ship) {
        return Milestone::Dispatched;
    }
    let placed = page
        .tokens_in(start, end)
        .iter()
        .any(|t| t.is(Concept::Site) || t.is(Concept::Customer));
    if placed || word.contains('送') || word.contains('场') {
        Milestone::SpareOnSite
    } else {
        Milestone::PartArrived
    }
}

/// 维修人员, 维修通知: part of a noun, not an act.
fn noun_follows(page: &Page, token: &Token) -> bool {
    [
        "人员", "工程师", "通知", "要求", "请求", "电话", "费", "中心", "部", "站", "单", "需求",
        "服务", "经验", "师傅", "队", "小组", "组", "材料", "工具", "记录", "结果", "过程", "班",
        "车", "工",
    ]
    .iter()
    .any(|word| starts_with(&page.clean.chars, token.end, word))
}

/// 到甲方指定地点, 到用户家中: arrival named by the place alone.
fn arrival_by_place(page: &Page, start: usize, end: usize) -> Option<Hit> {
    let chars = &page.clean.chars;
    let place = page.tokens_in(start, end).iter().find(|token| {
        (token.is(Concept::Site) || token.is(Concept::Customer))
            && going(chars, start, token.start).is_some()
    })?;
    let at = going(chars, start, place.start)?;
    let goods = page
        .tokens_in(start, place.start)
        .iter()
        .any(|t| t.is(Concept::Deliver) || t.is(Concept::PartStrict) || t.is(Concept::SpareUnit));
    (!goods).then_some(Hit {
        milestone: Milestone::OnSite,
        start: at,
        end: place.end,
        rank: 0,
    })
}

/// 30分钟内到点位, 6小时内到馆: the bare verb, whatever the place.
fn bare_arrival(page: &Page, start: usize, end: usize) -> Option<Hit> {
    let chars = &page.clean.chars;
    let at = (start..end.min(start + 12)).find(|at| matches!(chars[*at], '到' | '抵'))?;
    let verb = at == start
        || !"先接收得做找送达报直涉提感遇受及运寄发付移说想看听推拿调补派排理".contains(chars[at - 1]);
    // 到场后2小时内…: it opens the next limit.
    let opens = (at + 1..end.min(at + 8))
        .take_while(|next| !"，、；：".contains(chars[*next]))
        .any(|next| chars[next] == '后');
    if opens {
        return None;
    }
    let place = chars
        .get(at + 1)
        .is_some_and(|c| !"者先达货期位账底时齐手款消扣押，。；、".contains(*c))
        && at + 1 < end
        || at + 1 == end;
    let goods = page
        .tokens_in(start, at)
        .iter()
        .any(|t| t.is(Concept::Deliver) || t.is(Concept::PartStrict) || t.is(Concept::SpareUnit));
    (verb && place && !goods).then_some(Hit {
        milestone: Milestone::OnSite,
        start: at,
        end: (at + 2).min(end),
        rank: 1,
    })
}

fn going(chars: &[char], floor: usize, place: usize) -> Option<usize> {
    let at = (place.saturating_sub(6).max(floor)..place)
        .rev()
        .find(|at| matches!(chars[*at], '到' | '赴' | '至'))?;
    let other_verb = at > floor
        && "接收得做找送达报直涉提感遇受及运寄发付移放汇退转还打".contains(chars[at - 1]);
    let comma = chars[at..place].iter().any(|c| "，、".contains(*c));
    (!other_verb && !comma).then_some(at)
}
