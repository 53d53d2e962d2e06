//! Which milestone starts the clock: 接到报修后, 到达现场后, 电话无法解决的.

use super::beginning_words;
use super::grievance;
use super::milestones::Hit;
use crate::outline::Page;
use crate::reading::Milestone;
use crate::words::periods::{ends_with, starts_with};
use crate::words::{Concept, Token};

/// How far the sending back of a part may stand before its receipt: 损坏模组寄回工厂，收到后….
const SENT_BACK: usize = 16;
/// How far back a remote attempt may be named before its length: 电话指导30分钟内未解决的.
const ATTEMPT: usize = 16;

/// What the clock starts from, as named between two positions: the last event followed by 后, 起, 时 or 的.
pub(crate) fn beginning(page: &Page, start: usize, end: usize) -> Option<Hit> {
    let chars = &page.clean.chars;
    // 货到两天内装完: the goods arrive right before the length.
    if ["货到", "到货"]
        .iter()
        .any(|word| ends_with(chars, start, end, word))
    {
        return Some(Hit {
            milestone: Milestone::Delivered,
            start: end - 2,
            end,
            rank: 0,
        });
    }
    let opens = |at: usize| match chars[at] {
        '后' => {
            !starts_with(chars, at, "后续")
                && !starts_with(chars, at, "后期")
                && !ends_with(chars, start, at, "售")
        }
        '起' => true,
        '时' => {
            let inside_word = at > start && "小及同平随届临按准实定工课学".contains(chars[at - 1]);
            let noun = starts_with(chars, at, "时间") || starts_with(chars, at, "时限");
            !(inside_word || noun)
        }
        '的' => chars.get(at + 1).is_none_or(|c| "，；".contains(*c)) || at + 1 >= end,
        '，' => true,
        _ => false,
    };
    (start..end)
        .rev()
        .filter(|at| opens(*at))
        .chain((chars.get(end).is_some() && end > start).then_some(end))
        .find_map(|at| {
            let from = (start..at)
                .rev()
                .take_while(|back| !"，；。：".contains(chars[*back]))
                .last()
                .unwrap_or(at)
                .max(at.saturating_sub(24));
            event(
                page,
                from,
                at,
                at < end && !matches!(chars[at], '，' | '的'),
            )
        })
}

/// The event named last between two positions. Without an opening word only a report counts.
fn event(page: &Page, start: usize, end: usize, opened: bool) -> Option<Hit> {
    use Concept as C;
    use Milestone as M;
    let tokens = page.tokens_in(start, end);
    let has = |concept| tokens.iter().any(|token| token.is(concept));
    let last = |concept| tokens.iter().rev().find(|token| token.is(concept));
    let made = |milestone, token: &Token| {
        Some(Hit {
            milestone,
            start: token.start,
            end: token.end,
            rank: 0,
        })
    };
    // 确定需要备件后, 确认故障件后: the need itself, not the order.
    let needed = [
        "需要备件", "故障件", "损坏件", "需更换配件", "需要更换配件", "所需配件", "所需备件",
        "需换件", "需用备件",
    ]
    .iter()
    .any(|word| page.clean.text(start, end).ends_with(word));
    if opened && needed {
        return Some(Hit {
            milestone: M::PartNeeded,
            start,
            end,
            rank: 0,
        });
    }
    if let Some(hit) = beginning_words::named(page, start, end)
        .filter(|hit| opened || hit.milestone == M::RemoteAttemptFailed)
    {
        return Some(part_or_goods(page, hit, start));
    }
    if let Some(hit) = sent_in(page, start, end) {
        return Some(hit);
    }
    if let Some(hit) = failed_attempt(page, start, end) {
        return Some(hit);
    }
    if let (true, Some(token)) = (grievance::complains(page, start, end), last(C::Complaint)) {
        return made(M::ComplaintReceived, token);
    }
    if let Some(token) = last(C::Receive) {
        return made(received(page, token, tokens, end), token);
    }
    if !opened {
        return None;
    }
    // 救援结束后, 维修完毕后: it is over.
    let over = ["结束", "完毕", "完成", "完工"]
        .iter()
        .any(|word| page.clean.text(start, end).ends_with(word));
    let worked = tokens
        .iter()
        .rfind(|token| {
            token.is(C::Report) && page.clean.text(token.start, token.end) == "救援"
                || token.is(C::Repair)
                || token.is(C::Arrive)
        })
        .filter(|_| over && !has(C::Install) && !has(C::Accept));
    if let Some(token) = worked {
        return made(M::Repaired, token);
    }
    tokens.iter().rev().find_map(|token| {
        Some(Hit {
            milestone: opening(page, token, tokens)?,
            start: token.start,
            end: token.end,
            rank: 0,
        })
    })
}

/// 远程无法解决的, 电话指导30分钟内未解决的: the attempt from afar has failed.
fn failed_attempt(page: &Page, start: usize, end: usize) -> Option<Hit> {
    use Concept as C;
    let tokens = page.tokens_in(start, end);
    let has = |concept| tokens.iter().any(|token| token.is(concept));
    let token = tokens.iter().rev().find(|token| token.is(C::Cannot))?;
    let made = |rank| {
        Some(Hit {
            milestone: Milestone::RemoteAttemptFailed,
            start: token.start,
            end: token.end,
            rank,
        })
    };
    // The length of the attempt may stand between.
    let attempt = || {
        let from = start.saturating_sub(ATTEMPT);
        let cut = (from..start)
            .rev()
            .find(|at| "，。；：\n".contains(page.clean.chars[*at]))
            .map_or(from, |at| at + 1);
        page.tokens_in(cut, start)
            .iter()
            .any(|token| token.is(C::Remote))
    };
    if token.start - start <= 2 && attempt() {
        return made(0);
    }
    let told = has(C::Remote) || has(C::Answer);
    let failed = has(C::Remote) || (has(C::RepairDone) && !has(C::Site) && !has(C::Arrive));
    failed.then(|| made(u8::from(!told))).flatten()
}

/// What was received: goods to be mended, an order for work, a part, or a report.
fn received(page: &Page, token: &Token, tokens: &[Token], end: usize) -> Milestone {
    use Concept as C;
    use Milestone as M;
    let has = |concept| tokens.iter().any(|token| token.is(concept));
    let returned = ["寄回", "返厂", "送修", "寄到", "退回", "送回", "寄至"]
        .iter()
        .any(|word| {
            page.clean
                .text(token.start.saturating_sub(SENT_BACK), token.start)
                .contains(word)
        });
    // 收到寄修的推车后, 收到故障机后: it came to be mended.
    let came = [
        "寄修", "返修", "送修", "寄回", "退回", "送检", "故障机", "故障件", "退件", "坏",
    ]
    .iter()
    .any(|word| page.clean.text(token.end, end).contains(word));
    if (returned || came) && !has(C::Report) {
        M::Delivered
    } else if has(C::Assign) || page.clean.text(token.end, end).starts_with("派") {
        M::CrewAssigned
    } else if has(C::PartStrict) && !has(C::Report) {
        M::PartArrived
    } else if has(C::ExchangeStrong)
        && !has(C::Report)
        && tokens
            .iter()
            .any(|other| other.is(C::ExchangeStrong) && other.start >= token.end)
    {
        M::Delivered
    } else if has(C::PartStrict) && has(C::Order) {
        M::PartOrdered
    } else {
        M::Reported
    }
}

/// 送到维修点的机器，一小时内检测完毕: it was brought in; what is done to it there runs from that.
fn sent_in(page: &Page, start: usize, end: usize) -> Option<Hit> {
    let text = page.clean.text(start, end);
    let word = [
        "送到", "送至", "寄到", "寄至", "送来", "送修至", "寄来", "寄修到", "运回",
    ]
    .into_iter()
    .find(|word| text.contains(word))?;
    let found = text.find(word)?;
    let place = &text[found..];
    let bench = ["店", "点", "站", "中心", "网点", "厂", "部", "来"]
        .iter()
        .any(|place_word| place.contains(place_word));
    let at = start + text[..found].chars().count();
    bench.then_some(Hit {
        milestone: Milestone::Delivered,
        start: at,
        end: at + word.chars().count(),
        rank: 2,
    })
}

/// 配件送达后, 主板到货后: what arrives is a part where one is named.
fn part_or_goods(page: &Page, hit: Hit, start: usize) -> Hit {
    let word = page.clean.text(hit.start, hit.end);
    let arrives = ["货到", "到货", "送达", "送到"]
        .iter()
        .any(|verb| word.ends_with(verb));
    let part = page
        .tokens_in(start, hit.start)
        .iter()
        .any(|token| token.is(Concept::PartStrict));
    // 地板到家后, 设备到场后: goods, not people.
    let before = page.clean.text(start, hit.start);
    let goods = [
        "设备", "货", "货物", "产品", "机器", "地板", "家具", "橱柜", "整车", "新车", "新机",
        "样机", "主机", "机组", "床垫", "门窗", "商品", "样品", "器材", "仪器", "装置", "变压器",
        "柜体", "整机", "物资", "装备",
    ]
    .iter()
    .any(|goods| before.ends_with(goods));
    let milestone = match hit.milestone {
        Milestone::Delivered if arrives && part => Milestone::PartArrived,
        Milestone::OnSite if goods && !word.contains(['勘', '检', '看']) => Milestone::Delivered,
        other => other,
    };
    Hit { milestone, ..hit }
}

fn opening(page: &Page, token: &Token, tokens: &[Token]) -> Option<Milestone> {
    const BEFORE: usize = 4;
    use Concept as C;
    use Milestone as M;
    let has = |concept| tokens.iter().any(|token| token.is(concept));
    let names = |word| {
        let from = tokens.first().map_or(token.start, |first| first.start);
        page.clean
            .text(from.saturating_sub(BEFORE), token.end)
            .contains(word)
    };
    Some(match () {
        () if token.is(C::Arrive) => M::OnSite,
        () if token.is(C::Site) && has(C::Arrive) => M::OnSite,
        () if token.is(C::Deliver) && has(C::PartStrict) => M::PartArrived,
        () if has(C::Staff) && token.is(C::Acknowledge) => M::CrewAssigned,
        // 方案经双方签字确认后: what is signed is the plan.
        () if token.is(C::Signed) && names("方案") => M::Approved,
        () if token.is(C::Signed) && names("报价") => M::QuoteAccepted,
        () if token.is(C::Approve) && has(C::Quote) => M::QuoteAccepted,
        () if token.is(C::Quote) && has(C::Approve) => M::QuoteAccepted,
        () if token.is(C::Quote) => M::QuoteSent,
        () if token.is(C::Solution) => M::SolutionProposed,
        () if token.is(C::Signed) => M::Delivered,
        () if token.is(C::Approve) => M::Approved,
        () if token.is(C::Grade) => M::Graded,
        () if token.is(C::Blame) => M::CauseDecided,
        () if token.is(C::Accept) => M::Accepted,
        () if token.is(C::Sign) => M::Signed,
        () if token.is(C::Order) && has(C::PartStrict) => M::PartOrdered,
        () if token.is(C::Report) && !token.is(C::Order) => M::Reported,
        () if token.is(C::Deliver) => M::Delivered,
        () if token.is(C::Close) => M::Closed,
        () if token.is(C::CallBack) => M::CalledBack,
        () if token.is(C::RepairDone) || token.is(C::Repair) => M::Repaired,
        () if token.is(C::Restore) => M::Restored,
        () if token.is(C::Answer) => M::Answered,
        () if token.is(C::Acknowledge) => M::Acknowledged,
        () if token.is(C::Contact) => M::Contacted,
        // 勘查后三日内出方案: to look at it one has to be there.
        () if token.is(C::Diagnose)
            && page
                .clean
                .text(token.start, token.end)
                .contains(['勘', '踏']) =>
        {
            M::OnSite
        }
        () if token.is(C::Diagnose) => M::Diagnosed,
        () if token.is(C::Assign) => M::CrewAssigned,
        () if token.is(C::Send) || token.is(C::Depart) => M::Dispatched,
        () if token.is(C::Purchase) => M::Signed,
        () if token.is(C::Install) => M::Accepted,
        () if token.is(C::Fault) => M::Reported,
        () => return None,
    })
}
