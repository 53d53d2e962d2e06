//! Which milestone the words around a length of time mean.

use super::milestone_phrases;
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
    hits.extend(milestone_phrases::appointment(page, start, end));
    hits.extend(milestone_phrases::calls_back(page, start, end));
    hits.extend(milestone_phrases::proposal(page, start, end));
    hits.extend(milestone_phrases::blame(page, start, end));
    hits.extend(milestone_phrases::lent(page, start, end));
    hits.extend(milestone_phrases::handed_paper(page, start, end));
    hits.extend(milestone_phrases::notified(page, start, end));
    hits.extend(milestone_phrases::settled_time(page, start, end));
    let called = hits
        .iter()
        .copied()
        .find(|hit| hit.milestone == Milestone::CalledBack);
    let best = hits
        .into_iter()
        .min_by_key(|hit| (hit.rank, hit.start, hit.milestone != Milestone::VisitAgreed));
    // 客服致电回访: the telephone is only how.
    let best = match best.map(|hit| hit.milestone) {
        Some(Milestone::Answered | Milestone::Contacted) => called.or(best),
        _ => best,
    };
    if complaint {
        return milestone_phrases::of_complaint(page, start, end, best);
    }
    best
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
            page.clean.text(token.start, token.end),
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
            && restocks(page.clean.text(token.start, token.end))
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
        () if token.is(C::Arrive) && visit_being_agreed(text()) => (M::VisitAgreed, 0),
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
    let closes = page
        .clean
        .chars
        .get(token.end)
        .is_none_or(|c| "，。；、并".contains(*c));
    page.clean.text(token.start, token.end) == "审核" && closes
        || matches!(
            page.clean.text(token.start, token.end),
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
    let arranged = matches!(page.clean.text(token.start, token.end), "安排" | "组织");
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
        || !"先接收得做找送达报直涉提感遇受及运寄发付移说想看听推拿调补派排理"
            .contains(chars[at - 1]);
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
