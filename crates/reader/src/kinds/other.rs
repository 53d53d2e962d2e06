//! Promises of no other kind, and what stays unread.

use crate::outline::{Page, Sentence};
use crate::text::Passage;
use crate::words::Concept as C;
use crate::words::periods::{Period, Role};

/// Fewest characters of a sentence that can promise something.
const SHORTEST: usize = 8;

/// Figures a supplier is held to: 开机率不低于95%, 备份数据至少保留30天.
const FIGURES: [&str; 20] = [
    "率不低于", "率不小于", "率达到", "率保持", "率不少于", "率大于", "率≥", "率应", "至少保留",
    "剩余效期", "效期不少于", "效期不低于", "率不超过", "率不高于", "率小于", "性不低于", "性达到",
    "性不少于", "衰减不超过", "噪声不超过",
];

/// Whether a segment holds the supplier to a figure, to giving notice, or to what is kept up.
pub(crate) fn holds_to(
    page: &Page,
    sentence: &Sentence,
    periods: &[Period],
    (start, end): (usize, usize),
) -> bool {
    let passage = page.clean.passage(start, end);
    let text = passage.text();
    (passage.has(&FIGURES)
        || is_rated(text)
        || gives_notice(text, periods, start, end)
        || rates_label(page, sentence, start, text)
        || is_standing(&passage))
        && !text.ends_with('的')
}

/// 修漏及时率97%以上, 恢复成功率100%, 满意度达95%.
fn is_rated(text: &str) -> bool {
    ["率", "度达", "度不"].iter().any(|word| {
        text.find(word).is_some_and(|at| {
            let rest: String = text[at + word.len()..].chars().take(8).collect();
            rest.trim_start_matches(['达', '到', '为', '在', '≥', ' ', '保', '持'])
                .starts_with(|c: char| c.is_ascii_digit())
                && rest.contains('%')
        })
    })
}

/// 开机率：≥95%: the label names the rate.
fn rates_label(page: &Page, sentence: &Sentence, start: usize, text: &str) -> bool {
    const LONGEST: usize = 12;
    text.contains('%')
        && text.starts_with(['≥', '>', '9', '1', '不'])
        && sentence.segments.iter().any(|&(from, to)| {
            to + 1 == start
                && to - from <= LONGEST
                && ["率", "度"]
                    .iter()
                    .any(|end| page.clean.text(from, to).ends_with(end))
        })
}

/// 常驻工程师3名, 门岗24小时值守, 录像保存30天, 连续抢修: what is kept up, said without a figure of time that is a limit.
fn is_standing(passage: &Passage<'_>) -> bool {
    let text = passage.text();
    let any = |words: &[&str]| passage.has(words);
    let staffed = any(&["名", "人"])
        && any(&["工程师", "技术人员", "维修人员", "服务人员", "专业人员"])
        && any(&["常驻", "专职", "固定"])
        && text
            .chars()
            .any(|c| c.is_ascii_digit() || "一二两三四五六七八九十".contains(c));
    let guarded =
        any(&["门岗", "岗亭", "监控室", "秩序"]) && any(&["值守", "值班", "巡逻", "执勤"]);
    let kept = any(&["数据", "录像", "日志", "备份"])
        && any(&["保留", "保存"])
        && any(&["天", "日", "月", "年"]);
    let unbroken = any(&[
        "连续作业", "连续抢修", "不间断抢修", "连续施工", "不间断作业",
    ]);
    let told = any(&["立即", "即刻", "及时", "第一时间"])
        && any(&["通知用户", "告知用户", "通知客户", "公告", "通知"])
        && any(&["停水", "停气", "停电", "停暖", "停机", "停热", "中断"]);
    let meets = any(&["国家标准", "行业标准", "gb", "国标", "标准要求"])
        && any(&["达到", "符合", "满足", "执行"])
        && !any(&["收费", "不符合", "未达到"]);
    let measured = any(&["℃", "mpa", "兆帕"])
        && any(&["不低于", "达到", "保持", "不高于", "≥", "最低"])
        && text.chars().any(|c| c.is_ascii_digit());
    let insured = any(&["责任险", "投保", "保险"]) && any(&["投保", "购买", "不低于", "缴纳"]);
    let open = any(&["密码", "接口", "协议"]) && any(&["开放", "公开"]);
    let deferring = any(&["原厂商", "厂家", "生产商", "国家规定", "三包规定"])
        && text.ends_with("执行")
        && !any(&["期限", "时间"]);
    let covering = any(&["现场保障", "保驾护航", "驻场保障"]) && any(&["派", "安排", "免费"]);
    measured
        || insured
        || staffed
        || guarded
        || kept
        || unbroken
        || told
        || meets
        || open
        || deferring
        || covering
}

/// 计划停水提前24小时通知用户: a length counted back from what will happen.
fn gives_notice(text: &str, periods: &[Period], start: usize, end: usize) -> bool {
    periods
        .iter()
        .any(|period| period.role == Role::Ahead && start <= period.start && period.end <= end)
        && ["通知", "告知", "公告", "发布", "贴出", "张贴", "通告"]
            .iter()
            .any(|word| text.contains(word))
}

/// Whether a sentence that no kind has claimed reads like a promise, so that a person should look.
pub(crate) fn promises(page: &Page, sentence: &Sentence) -> bool {
    let (start, end) = (sentence.start, sentence.end);
    let line = &page.lines[sentence.line];
    if end - start < SHORTEST || line.heading || page.clean.chars.get(end - 1) == Some(&'：') {
        return false;
    }
    let text = page.clean.text(start, end);
    let promised = page
        .tokens_in(start, end)
        .iter()
        .any(|t| t.is(C::Promise) || t.is(C::Hard) || t.is(C::Urgent));
    let preamble = [
        "尊敬", "感谢", "致：", "特作", "如下", "为了", "为使", "本着", "宗旨", "理念", "本方案",
        "本承诺", "以客户", "以用户", "特制定", "郑重承诺：",
    ]
    .iter()
    .any(|word| text.contains(word));
    promised && !preamble
}
