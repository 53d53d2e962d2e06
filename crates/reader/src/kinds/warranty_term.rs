//! Warranty terms: how long, for what.

use crate::outline::{Page, Sentence};
use crate::reading::{Terms, Unit, WarrantyScope};
use crate::words::periods::{Period, Role};
use crate::words::{Concept, Token};

use super::context::Context;
use super::draft::Draft;
use super::time_window::Window;
use super::warranty_guard::{durable, may_be_term};
use super::{warranty_lifetime, warranty_list, warranty_named, warranty_subject};

/// How far the word may stand before the length: 质保期自终验合格并签署报告之日起两年.
const BEFORE: usize = 30;
/// How far it may stand behind: 三年原厂免费质保.
const BEHIND: usize = 9;

/// Longest joining word between the brackets behind a name and its warranty: 均, 实行.
const JOINER: usize = 2;

/// The warranty terms of one sentence; `used` tells lengths that are limits already.
pub(crate) fn drafts(
    page: &Page,
    sentence: &Sentence,
    periods: &[Period],
    context: &Context<'_>,
    listed: bool,
    used: impl Fn(&Period) -> bool,
) -> Vec<Draft> {
    let mut found: Vec<Draft> = Vec::new();
    let mut last: Option<&Period> = None;
    for (index, period) in periods.iter().enumerate() {
        if used(period) || !may_be_term(page, sentence, period) {
            continue;
        }
        let floor = index
            .checked_sub(1)
            .map_or(sentence.start, |before| periods[before].end);
        let ceiling = periods
            .get(index + 1)
            .map_or(sentence.end, |next| next.start);
        if let Some(previous) = last.filter(|previous| alternative(page, previous, period)) {
            alternative_usage(page, previous, period, &mut found);
            continue;
        }
        let anchor = anchor(
            page,
            sentence,
            period,
            floor,
            ceiling,
            context,
            last.is_some() || listed,
        );
        if let Some((start, end)) = anchor {
            found.push(draft(
                page,
                sentence,
                period,
                floor,
                ceiling,
                (start, end),
                context,
            ));
            last = Some(period);
        }
    }
    let listed = listed || !found.is_empty();
    found.extend(warranty_lifetime::draft(page, sentence, listed));
    found
}

pub(super) fn segment(sentence: &Sentence, at: usize) -> (usize, usize) {
    sentence
        .segments
        .iter()
        .copied()
        .find(|&(start, end)| start <= at && at < end)
        .unwrap_or((sentence.start, sentence.end))
}

/// Where the words that make the length a warranty term start and end.
fn anchor(
    page: &Page,
    sentence: &Sentence,
    period: &Period,
    floor: usize,
    ceiling: usize,
    context: &Context<'_>,
    continued: bool,
) -> Option<(usize, usize)> {
    let (start, end) = segment(sentence, period.start);
    let bare_verb = ["保", "包", "管", "给到", "保到"]
        .iter()
        .any(|verb| crate::words::periods::ends_with(&page.clean.chars, start, period.start, verb));
    // 耗材（刀片）质保一年: the 保 belongs to the word.
    let worded = page
        .tokens_in(start, period.start)
        .last()
        .is_some_and(|token| token.end == period.start && names_warranty(page, token));
    if bare_verb && !worded && period.role == Role::Plain || durable(page, period, end) {
        return Some((period.start, period.end));
    }
    // 在5个月保修期内，…: the state is named with its length.
    let stated = page
        .tokens_in(period.end, end)
        .iter()
        .find(|token| token.is(Concept::InTerm) && token.start <= period.end + 1);
    if let Some(token) = stated.filter(|_| period.role == Role::Plain) {
        return Some((period.start, token.end));
    }
    let behind = page
        .tokens_in(period.end, end.min(ceiling))
        .iter()
        .find(|token| names_warranty(page, token) || free_service(page, period, token));
    if let Some(token) = behind.filter(|token| {
        token.start - period.end <= BEHIND && undivided(page, period.end, token.start)
    }) {
        return Some((period.start, token.end));
    }
    let before = page
        .tokens_in(floor, period.start)
        .iter()
        .rev()
        .find(|token| names_warranty(page, token));
    // 自验收合格之日起一年内，…免费维修: the day and the length make the term.
    let dated = ["之日起", "日起", "之日起计"].iter().any(|word| {
        page.clean
            .text(floor, period.start)
            .trim_end_matches('，')
            .ends_with(word)
    }) && matches!(period.high.unit, Unit::Year | Unit::Month)
        && period.role == Role::Within
        && page
            .tokens_in(period.end, sentence.end)
            .iter()
            .any(|token| {
                token.is(Concept::Free)
                    || token.holds(Concept::Warranty) && token.holds(Concept::Repair)
            })
        && !page
            .tokens_in(floor, period.start)
            .iter()
            .any(|token| token.is(Concept::Receive) || token.is(Concept::RepairDone));
    if dated {
        return Some((period.start, period.end));
    }
    let spent = |token: &Token| {
        period.role == Role::Within && !free_follows(page, period, end)
            || out_of_term(page, token.end, period.start)
    };
    if let Some(token) = before.filter(|token| {
        period.start - token.end <= BEFORE
            && !spent(token)
            && leads_to(page, token.end, period.start)
    }) {
        return Some((token.start, period.end));
    }
    let metered = metered(page, period.end, end.min(ceiling));
    let rest = page
        .clean
        .slice(period.end + metered, end.min(ceiling))
        .iter()
        .take_while(|c| !"或且、（/+含".contains(**c))
        .filter(|c| !"）；。以上不".contains(**c))
        .count();
    let bare = period.role != Role::Within && rest <= 3;
    // 现场带班七天: days that nobody calls a warranty are none.
    let lasting = period.high.unit != Unit::Day || period.high.hundredths >= 3000;
    let member = continued
        && lasting
        && period.start - floor <= 22
        && bare
        && page.tokens_in(floor, period.start).iter().all(|t| {
            (!t.is(Concept::StockVerb) || page.clean.text(t.start, t.end) == "备用")
                && !t.is(Concept::Report)
        });
    // 关键件：五年 under 保修期限: the label may stand between the heading and the length.
    let announced = warranty_list::announced(page, context)
        && lasting
        && (bare && period.start - start <= 24 || rest <= 3 && period.start - start <= 40)
        && !page
            .tokens_in(start, period.start)
            .iter()
            .any(|t| t.is(Concept::Every) || t.is(Concept::Arrive));
    (member || announced).then_some((period.start, period.end))
}

/// How many characters a meter reading behind a length takes: /5000公里.
fn metered(page: &Page, start: usize, end: usize) -> usize {
    let text = page.clean.text(start, end);
    let unit = text
        .trim_start_matches(['/', ' '])
        .trim_start_matches(|c: char| c.is_ascii_digit() || "万千百.".contains(c));
    ["公里", "km", "千米", "次"]
        .iter()
        .find_map(|name| unit.strip_prefix(name))
        .map_or(0, |left| text.chars().count() - left.chars().count())
}

/// A word that names the warranty itself, not a state (质保期内) or a document (保修卡).
pub(super) fn names_warranty(page: &Page, token: &Token) -> bool {
    let next = page.clean.chars.get(token.end).copied().unwrap_or('。');
    let alone = ["单独", "单项", "单列"]
        .iter()
        .any(|word| crate::words::periods::starts_with(&page.clean.chars, token.end, word));
    let state = "内外满后卡单责范合".contains(next) && !alone
        || crate::words::periods::starts_with(&page.clean.chars, token.end, "期内");
    token.is(Concept::Warranty)
        && !token.is(Concept::InTerm)
        && !token.is(Concept::OutTerm)
        && !state
        && !operating(page, token)
}

/// 服务期三年，自合同签订之日起: how long a contract runs is no warranty, but 软件服务期, 售后服务期 is.
fn operating(page: &Page, token: &Token) -> bool {
    let chars = &page.clean.chars;
    let bare = ["服务期", "运维期"].contains(&page.clean.text(token.start, token.end));
    bare && (token.start == 0
        || "，。；：、\n\t 本总".contains(chars[token.start - 1])
        || ["合同", "项目", "运营", "运维", "托管", "租赁"]
            .iter()
            .any(|word| crate::words::periods::ends_with(chars, 0, token.start, word)))
}

/// 两年内免费维修, 三年免费上门服务.
fn free_service(page: &Page, period: &Period, token: &Token) -> bool {
    if !token.is(Concept::Free) || token.start - period.end > 4 {
        return false;
    }
    let text = page.clean.text(token.end, token.end + 6);
    [
        "维修", "维护", "保修", "上门", "售后", "保养", "服务", "质保", "修理", "技术服务", "补植",
        "养护",
    ]
    .iter()
    .any(|word| text.starts_with(word))
}

fn free_follows(page: &Page, period: &Period, end: usize) -> bool {
    page.tokens_in(period.end, end)
        .iter()
        .any(|token| free_service(page, period, token))
}

fn undivided(page: &Page, start: usize, end: usize) -> bool {
    !page
        .clean
        .slice(start, end)
        .iter()
        .any(|c| "，；。".contains(*c))
        && !page
            .tokens_in(start, end)
            .iter()
            .any(|t| t.is(Concept::Arrive) || t.is(Concept::Report))
}

fn out_of_term(page: &Page, start: usize, end: usize) -> bool {
    let text = page.clean.text(start, end);
    ["满后", "期满", "届满", "结束", "之外", "期外"]
        .iter()
        .any(|word| text.contains(word))
}

/// Between the word and the length stand only a verb, a start event or a component.
fn leads_to(page: &Page, start: usize, end: usize) -> bool {
    !page.tokens_in(start, end).iter().any(|t| {
        t.is(Concept::Every)
            || t.is(Concept::Receive)
            || t.is(Concept::CallBack)
            || t.is(Concept::Charge) && !t.is(Concept::Quote)
            || t.is(Concept::ExchangeStrong)
            || t.is(Concept::DutyWork) && !t.is(Concept::Repair)
    })
}

/// 18个月或运行12个月: two lengths of one term.
fn alternative(page: &Page, first: &Period, second: &Period) -> bool {
    let between = page.clean.text(first.end, second.start);
    between.chars().count() <= 12 && between.contains('或') && !between.contains(['，', '；', '。'])
}

fn alternative_usage(page: &Page, first: &Period, second: &Period, found: &mut [Draft]) {
    let Some(draft) = found.last_mut() else {
        return;
    };
    draft.end = draft.end.max(second.end);
    if let Terms::WarrantyTerm { or_usage, .. } = &mut draft.terms {
        let (start, end) = (first.end, second.end);
        *or_usage = Some(page.quote(start, end).0.trim_start_matches('或').to_owned());
    }
}

fn draft(
    page: &Page,
    sentence: &Sentence,
    period: &Period,
    floor: usize,
    ceiling: usize,
    (start, end): (usize, usize),
    context: &Context<'_>,
) -> Draft {
    let (segment_start, segment_end) = segment(sentence, period.start);
    // 整机质保：2年  电机质保：5年: where only a colon stands between, the name goes before the word.
    let alone = period.start.saturating_sub(segment_start) <= 1 && start >= floor;
    let named_from = if floor > sentence.start && start < segment_start && !alone {
        segment_start
    } else {
        after_item(page, segment(sentence, start).0, floor, period.start)
    };
    // 主要部件（发动机、变速箱）两年, 电控元件（触摸屏、变频器）保修18个月: the name stands before the brackets.
    let bracket = (start.min(period.start).saturating_sub(named_from) <= JOINER
        && named_from > floor
        && page.clean.chars[named_from - 1] == '）')
        .then(|| {
            (floor..named_from)
                .rev()
                .find(|at| page.clean.chars[*at] == '（')
        })
        .flatten();
    let glossed = named_from;
    let named_from = bracket.map_or(named_from, |at| {
        segment(sentence, at.saturating_sub(1)).0.max(floor)
    });
    let first = bracket.unwrap_or(start.min(period.start));
    // 打胶保两年: the verb is no part of the name.
    let verb = first > named_from
        && bracket.is_none()
        && "保包管".contains(page.clean.chars[first - 1])
        // 插入管保修1年: before a word for warranty 管 is no further one.
        && !(page.clean.chars[first - 1] == '管' && (first < period.start || names_pipe(page, first)))
        && page
            .tokens_in(named_from, first)
            .last()
            .is_none_or(|token| token.end < first);
    let first = first - usize::from(verb);
    // 易损耗件质量担保期：雨刮片2个月: the name right before the length goes before the label.
    let own = (start < segment_start)
        .then(|| warranty_subject::component(page, segment_start, period.start))
        .flatten();
    let component = own
        .or_else(|| warranty_subject::component(page, named_from, first))
        .or_else(|| {
            warranty_subject::component(page, start.max(named_from), period.start)
                .filter(|_| segment_start > start)
        });
    // The gloss in brackets stays with the name.
    let component = component.map(|name| match bracket {
        Some(at) => {
            let gloss = page.quote(at, glossed).0;
            format!("{name}{gloss}")
        }
        None => name,
    });
    // 组件：材料与工艺质保12年 is about the component; 硬件：主机保一年 about the mainframe.
    let label = warranty_subject::label(page, sentence);
    let attribute = |name: &String| {
        [
            "材料", "工艺", "功率", "防腐", "性能", "防水", "外观", "结构", "老化", "锈", "渗漏",
            "褪色", "变形", "整机",
        ]
        .iter()
        .any(|word| name.contains(word))
    };
    let component = warranty_list::renewed(page, sentence, period)
        .or(component)
        .filter(|name| label.is_none() || !attribute(name))
        .or(label)
        .or_else(|| warranty_named::behind(page, sentence, period, segment_end))
        .or_else(|| warranty_named::leading(page, sentence, (segment_start, first), floor))
        .or_else(|| warranty_named::headed(page, context))
        .or_else(|| warranty_named::recorded(page, sentence));
    let usage = usage(
        page,
        period.end,
        segment_end.min(ceiling.max(period.end)),
        sentence.end,
    );
    Draft {
        start: match bracket {
            // 核心部件（压缩机、控制器）质保五年: the words begin with the name.
            Some(_) => named_from,
            None => named_from.max(segment_start.min(first)),
        },
        end: end.max(period.end),
        terms: terms(Some(period), component, usage),
        confidence: if start < period.start { 95 } else { 90 },
    }
}

/// The term that a length makes by itself, whatever words there are for it.
pub(super) fn around(page: &Page, window: &Window<'_>, context: &Context<'_>) -> Draft {
    let period = &window.period;
    draft(
        page,
        window.sentence,
        period,
        window.floor,
        window.ceiling,
        (period.start, period.end),
        context,
    )
}

/// A term of so long, for life where no length is given, of a part or of the whole.
pub(super) fn terms(
    period: Option<&Period>,
    component: Option<String>,
    or_usage: Option<String>,
) -> Terms {
    let length = period.map(|period| period.high);
    Terms::WarrantyTerm {
        term: length.filter(|length| length.iso().is_some()),
        seasons: length
            .filter(|length| length.iso().is_none())
            .map(|length| length.hundredths / 100),
        lifetime: length.is_none(),
        scope: if component.is_some() {
            WarrantyScope::Component
        } else {
            WarrantyScope::WholeUnit
        },
        component,
        or_usage,
        or_term: None,
    }
}

/// 加热管一年, 灯管六个月: 管 is no verb.
fn names_pipe(page: &Page, end: usize) -> bool {
    [
        "热管", "水管", "灯管", "钢管", "软管", "导管", "油管", "气管", "风管", "胶管", "套管",
        "铜管", "球管", "弯管", "入管", "空管", "镜管", "炉管", "盘管", "线管", "体管", "吸管",
        "喷管", "烟管", "汽管", "电管",
    ]
    .iter()
    .any(|name| crate::words::periods::ends_with(&page.clean.chars, 0, end, name))
}

/// 中空玻璃五年内起雾免费换、打胶保两年: behind another length the next item begins at the 、.
fn after_item(page: &Page, segment: usize, floor: usize, period: usize) -> usize {
    if floor <= segment {
        return segment;
    }
    (floor..period)
        .find(|at| page.clean.chars[*at] == '、')
        .map_or(floor, |at| at + 1)
}

/// 或10万公里, 或2000小时: the meter reading that ends the term too.
fn usage(page: &Page, from: usize, to: usize, sentence_end: usize) -> Option<String> {
    let end = to.max((from + 16).min(sentence_end));
    let text = page.clean.text(from, end);
    let at = text
        .find('或')
        .filter(|at| text[..*at].chars().count() <= 6)?;
    let tail: String = text[at..]
        .chars()
        .skip(1)
        .take_while(|c| !"，；。（）、".contains(*c))
        .collect();
    let counted = tail.chars().any(|c| c.is_ascii_digit())
        && ["公里", "小时", "次", "印", "张", "千米", "km"]
            .iter()
            .any(|unit| tail.contains(unit));
    counted.then_some(tail)
}
