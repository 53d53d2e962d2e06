//! 因客户原因造成的延误不计入上述时限, 等待备件的时间予以扣除, 到场时限相应顺延: time that does not count for a limit.

use crate::outline::{self, Page, Sentence};
use crate::problems::Docket;
use crate::reading::{Clause, Duration, Milestone, Pause, PauseReason, Plan, Span, Terms, Unread};
use crate::words::periods::periods;

/// Words that take time out of a limit.
const STOPS: [&str; 17] = [
    "不计入", "不计算", "不纳入", "不算在", "不算入", "不计时", "不计在", "顺延", "扣除", "剔除",
    "停止计时", "暂停计时", "暂停计算", "中止计时", "中止计算", "不在计算", "另行计算",
];
/// Words that except something from what stands before them.
const EXCEPTS: [&str; 5] = ["除外", "不在此限", "不受此限", "不受上述", "不受以上"];
/// Words for what is counted.
const COUNTED: [&str; 13] = [
    "时限", "时间", "时效", "期限", "时长", "延误", "延迟", "耽误", "等待", "等候", "计时", "小时",
    "顺延",
];
/// Words for something else that is counted: a term, money, a rate.
const ELSE: [&str; 24] = [
    "质保", "保修", "三包", "合同期", "服务期", "维保期", "保证期", "订阅", "有效期", "费", "款",
    "价", "租", "押金", "考核", "可用", "运行时间", "中断时长", "开机率", "违约金", "增项",
    "合格证", "发票", "出厂",
];
/// Who the customer is called.
const CUSTOMER: [&str; 26] = [
    "客户", "用户", "甲方", "采购方", "采购人", "买方", "业主", "需方", "使用方", "使用单位",
    "贵方", "贵司", "贵校", "贵院", "校方", "院方", "物业", "店方", "场站方", "场地方", "招标人",
    "委托方", "发包方", "建设单位", "顾客", "门店",
];
/// Words for a reason; the first that fits decides.
const REASONS: [(PauseReason, &[&str]); 6] = [
    (
        PauseReason::WaitingForQuoteAcceptance,
        &["报价", "价格", "费用确认", "确认费用"],
    ),
    (
        PauseReason::CustomerRescheduled,
        &[
            "改期", "改约", "另约", "推迟", "延后", "延期", "另行约定时间", "预约", "变更时间",
            "更改时间",
        ],
    ),
    (
        PauseReason::NoAccess,
        &[
            "无法进入", "不能进入", "无法进场", "不能进场", "未能进场", "未能进入", "不允许",
            "禁止进入", "进场条件", "作业条件", "施工条件", "维修条件", "工作条件", "不具备",
            "无人在", "无人开门", "门禁", "拒绝进入", "进站手续", "入场手续",
        ],
    ),
    (
        PauseReason::WaitingForPart,
        &[
            "备件", "配件", "部件", "零件", "调货", "缺货", "待料", "到货",
        ],
    ),
    (
        PauseReason::WaitingForSupplier,
        &[
            "供应商", "厂家", "原厂", "制造商", "第三方", "运营商", "电网公司", "供电公司",
        ],
    ),
    (
        PauseReason::ForceMajeure,
        &[
            "不可抗力", "自然灾害", "恶劣天气", "极端天气", "台风", "暴雨", "暴雪", "大雪", "洪水",
            "地震", "雨天", "大风", "大雾", "冰冻", "封路", "封航", "交通管制", "交通中断",
            "道路中断", "疫情", "战争", "政府行为",
        ],
    ),
];
/// The steps whose clock words like 到场时限 name.
const STEPS: [(&[&str], &[Milestone]); 5] = [
    (
        &["响应", "受理", "答复", "回复"],
        &[Milestone::Answered, Milestone::Acknowledged],
    ),
    (
        &["到场", "上门", "到达", "抵达", "到位"],
        &[Milestone::OnSite],
    ),
    (
        &[
            "维修", "修复", "修理", "处理", "解决", "恢复", "排除", "抢修",
        ],
        &[Milestone::Repaired, Milestone::Restored, Milestone::Closed],
    ),
    (&["发货", "寄出"], &[Milestone::Dispatched]),
    (
        &["交货", "送达", "供货", "到货"],
        &[Milestone::Delivered, Milestone::PartArrived],
    ),
];
/// Most pauses of a plan.
const MOST: usize = 60;
/// Most characters between a step and the word for its time: 修复的时间.
const BETWEEN: usize = 2;

/// Words that open the most such time can come to.
const CAPS: [&str; 12] = [
    "最长不超过", "最多不超过", "累计不超过", "合计不超过", "不得超过", "不超过", "最长为",
    "最多为", "最长", "最多", "至多", "上限为",
];
/// Words for time spent waiting.
const WAITS: [&str; 8] = [
    "等待", "等候", "待料", "候件", "报关", "暂停", "顺延", "中止",
];

/// The most that waiting may take: 等待进口备件报关的时间最长不超过10个工作日 limits the waiting, and no step.
pub(crate) struct Cap {
    /// Its words: no clause can say it.
    words: Unread,
    length: Duration,
}

/// The caps of a plan's pauses.
pub(crate) fn caps(docket: &Docket<'_>) -> Vec<Cap> {
    let mut found = Vec::new();
    for line in docket.line_numbers() {
        for sentence in outline::sentences(docket.page, line) {
            if found.len() < MOST {
                found.extend(cap(docket.page, &sentence));
            }
        }
    }
    found
}

fn cap(page: &Page, sentence: &Sentence) -> Option<Cap> {
    let chars = &page.clean.chars;
    periods(chars, sentence.start, sentence.end)
        .into_iter()
        .find_map(|period| {
            let ahead = page.clean.text(sentence.start, period.start);
            let stop = (sentence.start..period.start)
                .rev()
                .find(|at| "，；：".contains(chars[*at]));
            let phrase = stop.map_or(sentence.start, |at| at + 1);
            let near = page.clean.text(phrase, period.start);
            let capped = CAPS.iter().any(|word| near.ends_with(word));
            let waits = |words: &str| WAITS.iter().any(|word| words.contains(word));
            let steps = STEPS.iter().flat_map(|(told, _)| *told).chain(&["更换"]);
            // 等待期间提供备机，维修时间最长不超过10个工作日: a step is limited all the same.
            let of_step = !waits(near) && steps.into_iter().any(|word| near.contains(word));
            if !capped || !waits(ahead) || of_step {
                return None;
            }
            let from = if waits(near) { phrase } else { sentence.start };
            let (quote, span) = page.quote(from, period.end);
            Some(Cap {
                words: Unread { quote, span },
                length: period.high,
            })
        })
}

/// The pauses of a plan.
pub(crate) fn find(docket: &Docket<'_>) -> Vec<Pause> {
    let mut found = Vec::new();
    for line in docket.line_numbers() {
        for sentence in outline::sentences(docket.page, line) {
            if found.len() < MOST {
                found.extend(of(docket, &sentence));
            }
        }
    }
    found
}

/// Takes out of a plan the limits that are caps of waiting, before anything is held against them; their words wait for a
/// person.
pub(crate) fn take_caps(plan: &mut Plan, caps: &[Cap]) {
    let is_cap = |clause: &Clause| {
        caps.iter().any(|cap| {
            clause.span.overlaps(cap.words.span)
                && matches!(clause.terms, Terms::TimeLimit { limit, .. } if limit == cap.length)
        })
    };
    plan.clauses.retain(|clause| !is_cap(clause));
}

/// Takes out of a plan what was read otherwise of the sentences that stop clocks.
pub(crate) fn replace(plan: &mut Plan, caps: Vec<Cap>) {
    let pauses = &plan.pauses;
    let within = |span: Span| {
        pauses
            .iter()
            .any(|pause| pause.span.0 <= span.0 && span.1 <= pause.span.1)
    };
    plan.clauses.retain(|clause| {
        !within(clause.span)
            || !matches!(
                clause.terms,
                Terms::Exclusion { .. } | Terms::Remedy { .. } | Terms::Coverage { .. }
            )
    });
    plan.unread.retain(|unread| {
        !within(unread.span) && !caps.iter().any(|cap| cap.words.span.overlaps(unread.span))
    });
    plan.unread.extend(caps.into_iter().map(|cap| cap.words));
    plan.unread.sort_by_key(|unread| unread.span.0);
}

fn of(docket: &Docket<'_>, sentence: &Sentence) -> Option<Pause> {
    let page = docket.page;
    let whole = page.clean.span(sentence.start, sentence.end);
    let own = docket
        .clauses_in(whole)
        .iter()
        .filter(|clause| clause.span.overlaps(whole) && is_limit(clause))
        .max_by_key(|clause| clause.span.1);
    let (start, end) = behind(page, sentence, own)?;
    let words = page.clean.text(start, end);
    let has = |list: &[&str]| list.iter().any(|word| words.contains(word));
    let stops = has(&STOPS) && has(&COUNTED);
    let excepts = has(&EXCEPTS) && (own.is_some() || has(&COUNTED));
    if !(stops || excepts) || has(&ELSE) && !has(&["报价", "价格确认", "费用确认", "确认费用"])
    {
        return None;
    }
    let reasons = reasons(words);
    let (quote, span) = page.quote(start, end);
    let limits = bound(docket, words, span, own);
    (!reasons.is_empty() && !limits.is_empty()).then_some(Pause {
        reasons,
        limits,
        quote,
        span,
    })
}

/// The words of a sentence behind its last limit; the brackets, where they except something there.
fn behind(page: &Page, sentence: &Sentence, own: Option<&Clause>) -> Option<(usize, usize)> {
    let chars = &page.clean.chars;
    let Some(own) = own else {
        return Some((sentence.start, sentence.end));
    };
    let stop = (sentence.start..sentence.end).find(|at| {
        let rest = page.clean.text(*at, sentence.end);
        STOPS
            .iter()
            .chain(&EXCEPTS)
            .any(|word| rest.starts_with(word))
    })?;
    let behind = (sentence.start..stop)
        .filter(|at| page.clean.span(*at, *at + 1).0 >= own.span.1)
        .find(|at| "，（".contains(chars[*at]));
    let from = behind.or_else(|| (sentence.start..stop).rev().find(|at| chars[*at] == '（'))?;
    let end = (stop..sentence.end)
        .find(|at| chars[*at] == '）')
        .unwrap_or(sentence.end);
    Some((from + 1, end))
}

fn is_limit(clause: &Clause) -> bool {
    matches!(
        clause.terms,
        Terms::TimeLimit {
            backwards: false,
            ..
        }
    )
}

/// The limits of a plan; no plan of people has more.
fn limits<'a>(docket: &Docket<'a>) -> impl Iterator<Item = &'a Clause> + use<'a> {
    const COMPARED: usize = 400;
    let clauses = docket.plan.clauses.iter();
    clauses.filter(|clause| is_limit(clause)).take(COMPARED)
}

/// Why the time does not count, each part of a list by itself.
fn reasons(words: &str) -> Vec<PauseReason> {
    let mut found = Vec::new();
    for part in words.split(['、', '，', '或', '及', '和', '；', '：']) {
        let named = REASONS
            .iter()
            .find(|(_, told)| told.iter().any(|word| part.contains(word)))
            .map(|(reason, _)| *reason);
        let customer = || {
            CUSTOMER
                .iter()
                .any(|word| part.contains(word))
                .then_some(PauseReason::WaitingForCustomer)
        };
        if let Some(reason) = named.or_else(customer)
            && !found.contains(&reason)
        {
            found.push(reason);
        }
    }
    found
}

/// The limits the words speak of: those whose step is named, those above, or those of the sentence, its heading or the plan.
fn bound(docket: &Docket<'_>, words: &str, span: Span, own: Option<&Clause>) -> Vec<Span> {
    let named = steps(words);
    let above = ["上述", "以上", "前述", "上列", "上表"]
        .iter()
        .any(|word| words.contains(word));
    let (line, heading) = docket.place(span);
    let fits = |clause: &&Clause| match &clause.terms {
        Terms::TimeLimit { to, .. } => named.is_empty() || named.contains(to),
        _ => false,
    };
    let choose = |near: &dyn Fn(&Clause) -> bool| -> Vec<Span> {
        limits(docket)
            .filter(fits)
            .filter(|clause| near(clause))
            .map(|clause| clause.span)
            .collect()
    };
    let before = |clause: &Clause| clause.span.0 < span.0;
    let everywhere = |_: &Clause| true;
    let beside = |clause: &Clause| docket.place(clause.span).0 == line;
    let headed = |clause: &Clause| heading.is_some() && docket.place(clause.span).1 == heading;
    let tries: Vec<Vec<Span>> = match (own.is_some(), above || !named.is_empty()) {
        (true, false) => vec![choose(&beside)],
        (_, true) => vec![choose(&before), choose(&everywhere)],
        (false, false) => vec![choose(&beside), choose(&headed), choose(&everywhere)],
    };
    tries
        .into_iter()
        .find(|spans| !spans.is_empty())
        .unwrap_or_default()
}

/// 到场时限, 维修时间: the steps named by their time.
fn steps(words: &str) -> Vec<Milestone> {
    let mut found = Vec::new();
    for (told, steps) in STEPS {
        let timed = told.iter().any(|step| {
            words.match_indices(step).any(|(at, _)| {
                let rest: String = words[at + step.len()..].chars().take(BETWEEN + 2).collect();
                ["时限", "时间", "时效", "期限", "时长"]
                    .iter()
                    .any(|word| rest.contains(word))
                    || rest.starts_with('、')
                    || rest.starts_with("顺延")
                    || rest.starts_with("相应")
            })
        });
        if timed {
            found.extend_from_slice(steps);
        }
    }
    found
}
