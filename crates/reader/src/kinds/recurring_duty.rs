//! Duties that come back: inspections, visits, calls, reports.

use crate::outline::{Page, Sentence};
use crate::reading::{Duration, Terms, Unit};
use crate::words::numerals;
use crate::words::periods::{Period, Role, periods, starts_with};
use crate::words::rhythms::{Says, words_at};
use crate::words::{Concept, Token};

use super::draft::Draft;
use super::labels::View;
use super::rhythm;

/// The recurring duties of one sentence: a rhythm and a work, in one segment or in neighbours.
pub(crate) fn drafts(page: &Page, sentence: &Sentence, periods: &[Period]) -> Vec<Draft> {
    let mut found: Vec<Draft> = Vec::new();
    let segments: Vec<(usize, usize)> = sentence
        .segments
        .iter()
        .flat_map(|&segment| members(page, segment))
        .collect();
    for (index, &(start, end)) in segments.iter().enumerate() {
        let named = page.clean.chars.get(end) == Some(&'\t') && named_only(page, start, end);
        let label = (page.clean.chars.get(end) == Some(&'：') || named)
            && end - start <= 8
            && times(&page.clean.chars, start, end).is_none();
        if label {
            continue;
        }
        let Some(rhythm) = rhythm(page, start, end, periods) else {
            continue;
        };
        if is_no_duty(page, sentence, (start, end), &rhythm) {
            continue;
        }
        let counted = rhythm.times.is_some()
            && !rhythm.vague
            && !page.tokens_in(start, end).iter().any(|t| {
                t.is(Concept::ChargeStrong)
                    || t.is(Concept::ExchangeStrong) && page.holds(start, end, Concept::Quality)
            });
        let visits = !rhythm.vague
            && page
                .tokens_in(start, end)
                .iter()
                .any(|t| t.is(Concept::Send))
            && page
                .tokens_in(start, end)
                .iter()
                .any(|t| t.is(Concept::Site) || t.is(Concept::Arrive));
        let bare = || Token {
            start: end,
            end,
            concepts: crate::words::Concepts::default(),
            inner: crate::words::Concepts::default(),
        };
        let here = works(page, start, end).or_else(|| (counted || visits).then(bare));
        let (work, end) = match here {
            Some(work) => (work, end),
            None if rhythm.vague => continue,
            None => match further(page, &segments[index + 1..], periods, end) {
                Some(found) => found,
                None => continue,
            },
        };
        if found.last().is_some_and(|last| last.touches(start, end)) {
            continue;
        }
        let confidence = if rhythm.vague { 75 } else { 92 };
        // 每年汛前、汛后各一次: twice a year; 每隔一个月: every other one.
        let finer = rhythm::worded(page, start, end, periods).filter(|told| {
            let spaced = rhythm::spaced(page, start, end, periods).is_some();
            let longer = |every: Duration| told.minutes() < every.minutes();
            (spaced || rhythm.every.is_none_or(longer))
                && rhythm.times.is_none_or(|times| times == 1)
        });
        found.push(Draft {
            start,
            end,
            terms: Terms::RecurringDuty {
                what: what(page, &work, start),
                every: finer.or(rhythm.every),
                times: rhythm.times.filter(|_| finer.is_none()),
            },
            confidence,
        });
    }
    found
}

/// 定期保养 in a cell: it names what the next cell tells.
fn named_only(page: &Page, start: usize, end: usize) -> bool {
    page.clean.text(start, end).contains('定')
}

/// The work where the rhythm's own segment names none: in the next one, or behind the other rhythms of a list.
fn further(
    page: &Page,
    segments: &[(usize, usize)],
    periods: &[Period],
    end: usize,
) -> Option<(Token, usize)> {
    const FAR: usize = 4;
    let listed = |&&(from, to): &&(usize, usize)| {
        works(page, from, to).is_none() && rhythm(page, from, to, periods).is_some()
    };
    let skipped = segments.iter().take(FAR).take_while(listed).count();
    let &(from, to) = segments.get(skipped)?;
    let rhythmic = rhythm(page, from, to, periods).is_some();
    let work = works(page, from, to)?;
    // 每季度、每半年、每年进行保养: each rhythm keeps its own words.
    Some((work, if rhythmic { end } else { to }))
}

/// 每月租金2000元, 六个月内连续3次出现, 定期巡检是指…, 年度服务合同: a rhythm without a duty of the supplier.
fn is_no_duty(
    page: &Page,
    sentence: &Sentence,
    (start, end): (usize, usize),
    rhythm: &Rhythm,
) -> bool {
    let text = page.clean.text(start, end);
    let any = |words: &[&str]| words.iter().any(|word| text.contains(word));
    let titled = page.lines[sentence.line].heading
        && (rhythm.vague
            || [
                "合同", "方案", "协议", "计划", "标准", "制度", "规程", "办法",
            ]
            .iter()
            .any(|end| {
                text.trim_end_matches(|c: char| !crate::text::is_han(c))
                    .ends_with(end)
            })
            || text.contains("合同"));
    let bare = page.lines[sentence.line].heading && end - start <= 4;
    let paper = ["日检", "周检", "月检", "季检"]
        .iter()
        .any(|word| text.contains(&format!("{word}记录")) || text.contains(&format!("{word}表")));
    let repeated = any(&["连续", "累计", "出现", "仍不", "可置换", "最多"])
        && !any(&["巡检", "回访", "保养", "检查"])
        && rhythm.times.is_some();
    let defined = any(&[
        "是指", "的详细", "工作记录", "详细条目", "按次收费", "月租", "租金", "付费", "付清",
    ]);
    let customers = page
        .tokens_in(start, end)
        .first()
        .is_some_and(|token| token.is(Concept::Customer))
        && any(&["应每", "须每", "需每", "应定期", "须定期"]);
    titled || bare || paper || repeated || defined || customers
}

/// 柜体每日清洁一次、制冷系统每周检查一次: members of a list that each have a rhythm.
fn members(page: &Page, (start, end): (usize, usize)) -> Vec<(usize, usize)> {
    let chars = &page.clean.chars;
    let mut found = vec![(start, end)];
    for at in start..end {
        // 图像质量、录像完整性各一次: counted, but with the rhythm before.
        let rhythmic = |from: usize, to: usize| {
            (from..to).any(|at| {
                named_rhythm(chars, at).is_some() && !starts_with(chars, at, "各一次")
                    || chars[at] == '每'
            })
        };
        if chars[at] == '、' && rhythmic(found[found.len() - 1].0, at) && rhythmic(at + 1, end) {
            let last = found.len() - 1;
            found[last].1 = at;
            found.push((at + 1, end));
        }
    }
    found
}

struct Rhythm {
    every: Option<Duration>,
    times: Option<u64>,
    /// 定期, without a number.
    vague: bool,
}

fn rhythm(page: &Page, start: usize, end: usize, periods: &[Period]) -> Option<Rhythm> {
    let chars = &page.clean.chars;
    let times = times(chars, start, end);
    let stated = periods
        .iter()
        .find(|p| p.start >= start && p.end <= end && p.role == Role::Recurring);
    if let Some(period) = stated {
        return Some(Rhythm {
            every: Some(period.high),
            times,
            vague: false,
        });
    }
    if periods
        .iter()
        .any(|p| p.start >= start && p.end <= end && p.role == Role::Usage)
        && (start..end).any(|at| chars[at] == '每')
    {
        return Some(Rhythm {
            every: None,
            times,
            vague: false,
        });
    }
    if let Some(named) = (start..end).find_map(|at| named_rhythm(chars, at)) {
        let every = match named {
            Named::Every(every) => Some(every),
            Named::Irregular => None,
        };
        return Some(Rhythm {
            every,
            times,
            vague: false,
        });
    }
    let span = periods.iter().find(|p| {
        p.start >= start
            && p.end <= end
            && matches!(p.role, Role::Plain | Role::Within)
            && !starts_with(chars, p.end, "后")
    });
    if let (Some(period), Some(count)) = (
        span,
        times.filter(|_| span.is_some_and(|p| matches!(p.high.unit, Unit::Year | Unit::Month))),
    ) {
        return Some(Rhythm {
            every: Some(period.high),
            times: Some(count),
            vague: false,
        });
    }
    let vague = page
        .tokens_in(start, end)
        .iter()
        .any(|t| t.is(Concept::Often) && page.clean.text(t.start, t.end) != "长期");
    vague.then_some(Rhythm {
        every: None,
        times,
        vague: true,
    })
}

/// A rhythm named by one word.
#[derive(Clone, Copy)]
enum Named {
    /// 每年: a fixed length.
    Every(Duration),
    /// 每学期: comes back, but not after a fixed length.
    Irregular,
}

/// 每年, 每季度, 每逢, 季度巡检, 每学期.
fn named_rhythm(chars: &[char], at: usize) -> Option<Named> {
    let says = |says| words_at(chars, at).find(|word| word.says == says);
    if let Some(word) = says(Says::Said) {
        return word
            .every
            .filter(|_| !attended(chars, at))
            .map(Named::Every);
    }
    if let Some(word) = says(Says::OfWork) {
        let after = at + word.name.chars().count();
        return word
            .every
            .filter(|_| !measured(chars, after))
            .map(Named::Every);
    }
    says(Says::Returns).map(|_| Named::Irregular)
}

/// 每天24小时: attendance.
fn attended(chars: &[char], at: usize) -> bool {
    const FAR: usize = 5;
    ["每天", "每日"].iter().any(|day| {
        let rest = chars.get(at + 2..).unwrap_or_default().iter().take(FAR);
        let rest: String = rest.skip_while(|c| c.is_ascii_digit()).collect();
        starts_with(chars, at, day) && rest.starts_with("小时")
    })
}

/// 季度巡检, but no 月度可用率: the work follows at once.
fn measured(chars: &[char], after: usize) -> bool {
    [
        "可用", "满意", "考核", "费", "预算", "合格", "完好", "维保费", "服务费", "内",
    ]
    .iter()
    .any(|noun| starts_with(chars, after, noun))
}

/// 两次, 不少于2次, 一回.
fn times(chars: &[char], start: usize, end: usize) -> Option<u64> {
    (start..end).find_map(|at| {
        let number = numerals::number(&chars[..end], at)?;
        // 一年两度, 一年两头; -18度 and 10头 count something else.
        let said = matches!(chars.get(number.end), Some('度' | '头'))
            && matches!(chars[at], '一' | '两' | '二' | '三' | '四')
            && number.end == at + 1;
        let counts = (said
            || matches!(
                chars.get(number.end),
                Some('次' | '遍' | '回' | '趟' | '巡')
            ))
            && number.end < end
            && !["以上", "以内仍", "仍", "还", "未"]
                .iter()
                .any(|word| starts_with(chars, number.end + 1, word));
        (counts && number.hundredths >= 100).then_some(number.hundredths / 100)
    })
}

fn works(page: &Page, start: usize, end: usize) -> Option<Token> {
    let tokens = page.tokens_in(start, end);
    let blocked = tokens
        .iter()
        .any(|t| t.is(Concept::ExchangeStrong) && !t.is(Concept::DutyWork))
        && tokens.iter().any(|t| t.is(Concept::Exchange));
    if blocked && times(&page.clean.chars, start, end).is_none() {
        return None;
    }
    tokens
        .iter()
        .find(|t| {
            t.holds(Concept::DutyWork)
                && (!t.is(Concept::Doc) || t.is(Concept::ReportDoc))
                && !noun(page, t)
        })
        .copied()
}

/// 维护期, 检测费, 清洗剂: no work.
fn noun(page: &Page, token: &Token) -> bool {
    if page.clean.chars.get(token.end.saturating_sub(1)) == Some(&'费') {
        return true;
    }
    let rhythmless = [
        "期", "费", "人员", "剂", "单", "协议", "合同", "方案", "经验", "体系", "卡", "结果",
        "标准", "报告的",
    ];
    rhythmless
        .iter()
        .any(|word| starts_with(&page.clean.chars, token.end, word))
}

/// A duty that the words around it tell, in the rhythm of its own words, of those before in the sentence or of its nearest heading: 汛期前全面检查, 半年：紧固螺栓.
pub(crate) fn uncounted(view: &View<'_>) -> Terms {
    let (page, start, end) = (view.page, view.start, view.end);
    let with_times = |every: Duration, from, to| (every, times(&page.clean.chars, from, to));
    let heading = || {
        let &(from, to) = view.context.headings.last()?;
        let every = rhythm::told(page, from, to, &periods(&page.clean.chars, from, to))?;
        Some(with_times(every, from, to))
    };
    let before = || {
        let from = view.sentence.start;
        let every = rhythm::worded(page, from, start, view.periods)?;
        Some(with_times(every, from, start))
    };
    let found = rhythm::told(page, start, end, view.periods)
        .map(|every| with_times(every, start, end))
        .or_else(before)
        .or_else(heading);
    Terms::RecurringDuty {
        what: named(view.text()),
        every: found.map(|(every, _)| every),
        times: found.and_then(|(every, times)| times.filter(|_| is_whole(every))),
    }
}

/// 一年两次: a count is of whole years, months or weeks; 端午、冬至前各一次 is counted already.
fn is_whole(every: Duration) -> bool {
    every == Duration::whole(Unit::Year, 1)
        || every == Duration::whole(Unit::Month, 1)
        || every == Duration::whole(Unit::Day, 7)
}

fn what(page: &Page, work: &Token, start: usize) -> &'static str {
    // Without a word of its own the work is told by the words around the rhythm.
    let from = if work.start == work.end {
        start
    } else {
        work.start
    };
    named(page.clean.text(from, work.end))
}

fn named(named: &str) -> &'static str {
    let any = |words: &[&str]| words.iter().any(|w| named.contains(w));
    match () {
        () if any(&["回访", "调查", "征求", "征询", "询问"]) => "call",
        () if any(&["走访", "拜访", "巡访", "探访", "上门服务", "交流"]) => "visit",
        () if any(&["培训", "复训"]) => "training",
        () if any(&[
            "月报", "周报", "季报", "年报", "月度报告", "季度报告", "年度报告", "汇报", "统计",
            "报送", "总结", "分析报告", "运行报告",
        ]) =>
        {
            "report"
        }
        () if any(&["会", "会议"]) => "meeting",
        () if any(&["提醒", "寄送"]) => "hint",
        () if any(&[
            "保养", "维护", "清洗", "润滑", "养护", "除尘", "清洁", "保洁", "消毒", "修剪", "施肥",
            "更换", "升级", "备份", "除垢", "消杀", "紧固", "加固",
        ]) =>
        {
            "maintenance"
        }
        () => "inspection",
    }
}
