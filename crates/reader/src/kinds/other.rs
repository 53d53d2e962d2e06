//! Promises of no other kind, and what stays unread.

use std::sync::LazyLock;

use crate::outline::{Page, Sentence};
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
        || is_standing(text))
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
fn is_standing(text: &str) -> bool {
    STANDING
        .iter()
        .any(|row| row.iter().all(|cell| cell.holds(text)))
}

/// A cell of the table of standing promises.
enum Cell {
    /// One of the words.
    Any(Vec<&'static str>),
    /// None of the words.
    Without(Vec<&'static str>),
    /// A number.
    Figure,
}

static STANDING: LazyLock<Vec<Vec<Cell>>> = LazyLock::new(|| {
    let rows = include_str!("../../data/standing.tsv").lines();
    rows.filter(|row| !row.starts_with('#'))
        .map(|row| row.split('\t').map(Cell::of).collect())
        .collect()
});

impl Cell {
    fn of(cell: &'static str) -> Self {
        let words = cell.split('|');
        match cell {
            "#" => Self::Figure,
            _ if cell.starts_with('!') => {
                Self::Without(words.map(|word| word.trim_start_matches('!')).collect())
            }
            _ => Self::Any(words.collect()),
        }
    }

    fn holds(&self, text: &str) -> bool {
        const NUMBERS: &str = "一二两三四五六七八九十百";
        match self {
            Self::Any(words) => words.iter().any(|word| text.contains(word)),
            Self::Without(words) => !words.iter().any(|word| text.contains(word)),
            Self::Figure => text.contains(|c: char| c.is_ascii_digit() || NUMBERS.contains(c)),
        }
    }
}

/// 计划停水提前24小时通知用户: a length counted back from what will happen.
fn gives_notice(text: &str, periods: &[Period], start: usize, end: usize) -> bool {
    periods
        .iter()
        .any(|period| period.role == Role::Ahead && start <= period.start && period.end <= end)
        && [
            "通知", "告知", "公告", "发布", "贴出", "张贴", "通告", "提醒", "发函", "通报", "公示",
            "预告", "知会",
        ]
        .iter()
        .any(|word| text.contains(word))
}

/// 优先级 | 说明 | 响应 | 解决: a line of short names is the head of a table.
fn names_columns(page: &Page, line: usize) -> bool {
    const LONGEST: usize = 12;
    let line = &page.lines[line];
    let cells = page.clean.slice(line.start, line.end);
    let short = |cell: &[char]| {
        cell.len() <= LONGEST
            && !cell
                .iter()
                .any(|c| c.is_ascii_digit() || "，。；".contains(*c))
    };
    cells.contains(&'\t') && cells.split(|c| *c == '\t').all(short)
}

/// Whether a sentence that no kind has claimed reads like a promise, so that a person should look.
pub(crate) fn promises(page: &Page, sentence: &Sentence) -> bool {
    let (start, end) = (sentence.start, sentence.end);
    let line = &page.lines[sentence.line];
    if end - start < SHORTEST || line.heading || page.clean.chars.get(end - 1) == Some(&'：') {
        return false;
    }
    if names_columns(page, sentence.line) {
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
