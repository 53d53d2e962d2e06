//! Limits that hold for what the words before them name. 常用备件24小时内发货，特殊备件7个工作日内发货: two limits of one sort side by side hold for what each names, and do not contradict each other.

use crate::outline::Page;
use crate::reading::{Clause, Condition, Span, Terms};
use crate::text::{Clean, is_han};
use crate::words::Concept;
use crate::words::periods::periods;

/// Characters of the text that may stand between two promises of one sentence.
const APART: usize = 3;
/// Shortest and longest words that name what a limit holds for.
const NAMES: std::ops::RangeInclusive<usize> = 2..=10;

/// 退款7日内到账, 冬季采暖期接到报修后2小时到场: sorts of case by how their words begin, end or what they contain.
const OPENS: [&str; 6] = ["退款", "退货", "换货", "发票", "返修", "退换"];
const ENDS: [&str; 14] = [
    "的故障", "的问题", "客户", "用户", "漏洞", "采暖期", "供暖期", "采暖季", "供暖季", "汛期",
    "期间", "旺季", "淡季", "会员",
];
const HOLDS: [&str; 17] = [
    "停水", "停电", "断电", "断水", "漏水", "漏电", "漏气", "冒烟", "起火", "困人", "死机", "断网",
    "停机", "停运", "停充", "跳闸", "爆管",
];
/// Customers and users as such, whoever they are, and terms, which are no season.
const WHOEVER: [&str; 23] = [
    "本", "该", "我方", "我司", "各", "所有", "全部", "向", "通知", "联系", "告知", "回访", "答复",
    "为", "给", "由", "质保", "保修", "合同", "服务期", "维保", "使用期间", "运行期间",
];
/// Longest words that name a sort of case.
const CASE: std::ops::RangeInclusive<usize> = 3..=14;

/// Gives each limit the sort of case its sentence opens with, and the circumstance of the limit before it in the same sentence.
pub(super) fn hold(page: &Page, clauses: &mut [Clause]) {
    let mut before: Option<(Span, Condition)> = None;
    for clause in clauses {
        let span = clause.span;
        let Terms::TimeLimit { condition, .. } = &mut clause.terms else {
            continue;
        };
        put_right(condition, &clause.quote);
        if condition.other.is_none() {
            let carried = before.as_ref().filter(|(earlier, told)| {
                told.other.is_some() && goes_on(page, *earlier, span) && agrees(told, condition)
            });
            condition.other = match carried {
                Some((_, told)) => told.other.clone(),
                None => opening(page, span).filter(|words| !names_it(condition, words)),
            };
        }
        before = Some((span, condition.clone()));
    }
}

/// 高危漏洞24小时内修复，其他漏洞7日内修复: what the first is for, the second is not.
fn put_right(condition: &mut Condition, quote: &str) {
    let Some(other) = &condition.other else {
        return;
    };
    let own = condition
        .question
        .as_ref()
        .is_none_or(|question| quote.contains(question.as_str()));
    if !own && quote.contains(other.as_str()) {
        condition.question = None;
    }
    if condition.question.as_deref() == Some(other.as_str()) {
        condition.other = None;
    }
}

/// Whether the circumstance is told already by another dimension.
fn names_it(condition: &Condition, words: &str) -> bool {
    condition
        .dimensions()
        .into_iter()
        .flatten()
        .any(|told| words.contains(told.as_str()))
        || condition.question.is_some()
        || condition.fault_level.is_some()
        || condition.service_level.is_some()
}

/// Whether two limits could be of one case as far as their other dimensions go.
fn agrees(one: &Condition, other: &Condition) -> bool {
    one.fault_level == other.fault_level
        && one.service_level == other.service_level
        && one.region == other.region
        && one.question == other.question
}

/// 2小时到场，4小时恢复供水: the second limit of a sentence that names nothing of its own.
fn goes_on(page: &Page, earlier: Span, span: Span) -> bool {
    const OWN: usize = 2;
    if span.0 < earlier.1 || span.0 - earlier.1 > APART {
        return false;
    }
    let between = &page.original[earlier.1..span.0];
    if between.iter().any(|c| "。；;\n\t".contains(*c)) {
        return false;
    }
    let clean = Clean::of(&page.original[span.0..span.1]);
    let opens = periods(&clean.chars, 0, clean.chars.len())
        .into_iter()
        .next();
    opens.is_some_and(|period| {
        let words: String = clean.chars[..period.start].iter().collect();
        let begins = ["后", "并在", "并于", "在", "于", "应在", "须在"]
            .iter()
            .any(|word| words.ends_with(word));
        begins || words.chars().count() <= OWN
    })
}

/// The sort of case the sentence of a limit opens with.
fn opening(page: &Page, span: Span) -> Option<String> {
    const BEFORE: usize = 40;
    let original = &page.original;
    let from = (0..span.0)
        .rev()
        .take(BEFORE)
        .take_while(|at| !"\n\t。；;".contains(original[*at]))
        .last()
        .unwrap_or(span.0);
    let before = Clean::of(&original[from..span.0]);
    let own = Clean::of(&original[span.0..span.1]);
    let period = periods(&own.chars, 0, own.chars.len()).into_iter().next()?;
    let words: String = before
        .chars
        .iter()
        .chain(&own.chars[..period.start])
        .collect();
    let first = words
        .split(['，', '：', '、'])
        .next_back()
        .map_or(0, str::len);
    // 退货申请审核通过后，退款7日内: the words right before the length, or those the sentence opens with.
    let opened = words.split('，').next().unwrap_or_default();
    [&words[words.len() - first..], &words[..], opened]
        .into_iter()
        .find_map(sort_of_case)
}

fn sort_of_case(words: &str) -> Option<String> {
    let words =
        words.trim_start_matches(|c: char| !is_han(c) || "一二三四五六七八九十".contains(c));
    // 核实后退款3个工作日内: what follows is what the length is for.
    let words = words
        .split_once('后')
        .map(|(_, behind)| behind)
        .filter(|behind| OPENS.contains(behind))
        .unwrap_or(words);
    let end = [
        "接到", "接报", "报修", "发生", "出现", "收到", "应", "在", "于", "须", "后",
    ]
    .iter()
    .filter_map(|stop| words.find(stop))
    .min()
    .unwrap_or(words.len());
    let named = words[..end].trim_end_matches(['，', '：', '、']);
    // 需外请专业单位的不超过7天, 涉及进口件的: a circumstance as a whole.
    let circumstance = named.ends_with('的')
        && ["需", "须", "涉及", "要", "属于"]
            .iter()
            .any(|opening| named.starts_with(opening));
    let words = named.trim_end_matches(['的', '时', '，', '：', '、', '内']);
    let whoever = WHOEVER.iter().any(|word| words.contains(word));
    let told = circumstance
        || ENDS.iter().any(|word| words.ends_with(word))
        || HOLDS.iter().any(|word| words.contains(word));
    let opens = OPENS.contains(&words);
    let plain = words.chars().all(is_han) && !whoever;
    (plain && (opens || told && CASE.contains(&words.chars().count()))).then(|| words.to_owned())
}

/// Gives neighbouring limits that differ in nothing but their length the words before the length as their condition, where both have such words and these differ.
pub(super) fn tell_apart(page: &Page, clauses: &mut [Clause]) {
    let mut limits: Vec<&mut Clause> = clauses
        .iter_mut()
        .filter(|clause| matches!(clause.terms, Terms::TimeLimit { .. }))
        .collect();
    for at in 1..limits.len() {
        let (before, from_here) = limits.split_at_mut(at);
        let (Some(one), Some(other)) = (before.last_mut(), from_here.first_mut()) else {
            continue;
        };
        if !alike(one, other) {
            continue;
        }
        if let (Some(first), Some(second)) = (subject(page, one), subject(page, other))
            && first != second
        {
            name(one, first);
            name(other, second);
        }
    }
}

/// Two limits between the same steps under the same condition, of different length, one right behind the other.
fn alike(one: &Clause, other: &Clause) -> bool {
    let near = other.span.0 >= one.span.1 && other.span.0 - one.span.1 <= APART;
    match (&one.terms, &other.terms) {
        (
            Terms::TimeLimit {
                from,
                to,
                limit,
                condition,
                ..
            },
            Terms::TimeLimit {
                from: from_other,
                to: to_other,
                limit: limit_other,
                condition: condition_other,
                ..
            },
        ) => {
            let steps = from == from_other && to == to_other;
            // A third limit of the row stands beside a second that is named already.
            let mut unnamed = condition.clone();
            unnamed.other.clone_from(&condition_other.other);
            near && steps && limit != limit_other && unnamed == *condition_other
        }
        _ => false,
    }
}

/// The words before the length, if they name a thing or a sort of case.
fn subject(page: &Page, clause: &Clause) -> Option<String> {
    if let Terms::TimeLimit { condition, .. } = &clause.terms
        && let Some(named) = &condition.other
    {
        return Some(named.clone());
    }
    let original = &page.original[clause.span.0..clause.span.1];
    let clean = Clean::of(original);
    let period = periods(&clean.chars, 0, clean.chars.len())
        .into_iter()
        .next()?;
    let words: String = clean.chars[..period.start].iter().collect();
    // 常用备件接到需求后24小时内发货: what stands before the clock's beginning.
    let begins = ["接到", "接报", "收到", "报修", "订货", "下单"]
        .iter()
        .filter_map(|word| words.find(word))
        .min()
        .filter(|at| *at > 0);
    let words = &words[..begins.unwrap_or(words.len())];
    let words = words.trim_end_matches(['在', '于', '应', '须', '需', '的', '为', '：', ' ']);
    if is_the_clock(words) {
        return None;
    }
    let named = Page::of(words);
    // 维修人员4小时到场: who comes says nothing about when it holds; nor does what the clock starts from.
    let acts = named.tokens_in(0, usize::MAX).iter().any(|token| {
        [
            Concept::Staff,
            Concept::Supplier,
            Concept::Customer,
            Concept::Receive,
            Concept::After,
            Concept::Within,
        ]
        .into_iter()
        .any(|concept| token.is(concept))
    });
    let plain = words
        .chars()
        .all(|c| is_han(c) || c.is_ascii_alphanumeric());
    (plain && !acts && NAMES.contains(&words.chars().count())).then(|| words.to_owned())
}

/// 响应时间不超过, 到场时限: what is measured, whatever the case.
fn is_the_clock(words: &str) -> bool {
    const BOUNDS: [&str; 7] = [
        "不超过", "不大于", "不多于", "不晚于", "最长", "最迟", "最多",
    ];
    const SPANS: [&str; 6] = ["时间", "时限", "期限", "时长", "时效", "周期"];
    const STEPS: [&str; 12] = [
        "响应", "到场", "到达", "到达现场", "修复", "恢复", "解决", "处理", "排除", "答复", "维修",
        "服务",
    ];
    let shorn = |words: &str, ends: &[&str]| {
        let end = ends.iter().find(|end| words.ends_with(**end));
        end.and_then(|end| words.strip_suffix(end))
            .map(str::to_owned)
    };
    let bare = shorn(words, &BOUNDS).unwrap_or_else(|| words.to_owned());
    let bare = bare.trim_end_matches(['应', '为']);
    let step = shorn(bare, &SPANS).unwrap_or_else(|| bare.to_owned());
    STEPS.contains(&step.as_str()) || step.is_empty()
}

fn name(clause: &mut Clause, words: String) {
    if let Terms::TimeLimit { condition, .. } = &mut clause.terms {
        condition.other.get_or_insert(words);
    }
}
