//! Conditions named in running text: fault level, region, hours, warranty state and so on.

use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, MatchKind};

use crate::outline::Page;
use crate::reading::Condition;
use crate::words::Concept;

const TABLE: &str = include_str!("../../data/conditions.tsv");

/// Dimension of the decision table a word speaks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Dimension {
    FaultLevel,
    ServiceLevel,
    Region,
    ReportHours,
    Warranty,
    Channel,
    Question,
}

/// A value named at a place.
#[derive(Clone, Debug)]
pub(crate) struct Named {
    /// First clean character.
    pub start: usize,
    /// One past the last.
    pub end: usize,
    /// Where it belongs.
    pub dimension: Dimension,
    /// As written, folded.
    pub value: String,
}

static WORDS: LazyLock<(AhoCorasick, Vec<Dimension>)> = LazyLock::new(|| {
    let (mut words, mut dimensions) = (Vec::new(), Vec::new());
    for line in TABLE.lines().filter(|line| !line.starts_with('#')) {
        let Some((name, terms)) = line.split_once('\t') else {
            continue;
        };
        let dimension = match name {
            "fault_level" => Dimension::FaultLevel,
            "service_level" => Dimension::ServiceLevel,
            "region" => Dimension::Region,
            "report_hours" => Dimension::ReportHours,
            "question" => Dimension::Question,
            _ => Dimension::Channel,
        };
        for term in terms.split_whitespace() {
            words.push(term.to_lowercase());
            dimensions.push(dimension);
        }
    }
    let finder = AhoCorasick::builder()
        .match_kind(MatchKind::LeftmostLongest)
        .build(words)
        .expect("the table of conditions is small enough for one automaton");
    (finder, dimensions)
});

/// The values named between two positions, in order.
pub(crate) fn named(page: &Page, start: usize, end: usize) -> Vec<Named> {
    let mut found = levels(page, start, end);
    let text = page.clean.text(start, end);
    let (finder, dimensions) = &*WORDS;
    for hit in finder.find_iter(text) {
        let from = start + text[..hit.start()].chars().count();
        let to = from + text[hit.range()].chars().count();
        // 5个工作日内: a length, and no hours of the day.
        let counted = from > start
            && (page.clean.chars[from - 1] == '个' || page.clean.chars[from - 1].is_ascii_digit());
        if counted && dimensions[hit.pattern()] == Dimension::ReportHours {
            continue;
        }
        // 非困人故障: the other cases.
        let is_denied = from > start && page.clean.chars[from - 1] == '非';
        let from = if is_denied { from - 1 } else { from };
        found.push(Named {
            start: from,
            end: to,
            dimension: dimensions[hit.pattern()],
            value: page.clean.text(from, to).to_owned(),
        });
    }
    for token in page.tokens_in(start, end) {
        let state = if token.is(Concept::InTerm) {
            "in"
        } else {
            "out"
        };
        if token.is(Concept::InTerm) || token.is(Concept::OutTerm) {
            found.push(Named {
                start: token.start,
                end: token.end,
                dimension: Dimension::Warranty,
                value: state.to_owned(),
            });
        }
    }
    found.extend(distances(page, start, end));
    found.extend(clock_ranges(page, start, end));
    found.sort_by_key(|named| named.start);
    without_glosses(page, found)
}

/// 一级故障（系统瘫痪）, 市区（三环以内）: the brackets explain the value before them.
fn without_glosses(page: &Page, found: Vec<Named>) -> Vec<Named> {
    const NOUN: usize = 4;
    let chars = &page.clean.chars;
    let mut kept: Vec<Named> = Vec::new();
    for named in found {
        let opened = (0..named.start)
            .rev()
            .take_while(|at| !"）。；，\n".contains(chars[*at]))
            .find(|at| chars[*at] == '（');
        let explained = opened.is_some_and(|at| {
            kept.iter().any(|other: &Named| {
                other.dimension == named.dimension && other.end <= at && at - other.end <= NOUN
            })
        });
        if !explained {
            kept.push(named);
        }
    }
    kept
}

/// The values as conditions of a limit: neighbouring places are one region.
pub(crate) fn joined(page: &Page, start: usize, end: usize) -> Vec<Named> {
    whole_regions(page, named(page, start, end))
}

/// 北京、天津周边区域; 河北、长三角范围内: neighbouring places are one region.
fn whole_regions(page: &Page, found: Vec<Named>) -> Vec<Named> {
    const SUFFIXES: [&str; 8] = [
        "范围以内", "范围内", "范围外", "区域", "地区", "范围", "以内", "以外",
    ];
    let chars = &page.clean.chars;
    let mut whole: Vec<Named> = Vec::new();
    for mut named in found {
        if named.dimension == Dimension::Region {
            if let Some(suffix) = SUFFIXES
                .iter()
                .find(|suffix| crate::words::periods::starts_with(chars, named.end, suffix))
            {
                named.end += suffix.chars().count();
                named.value = page.clean.text(named.start, named.end).to_owned();
            }
            if let Some(last) = whole
                .last_mut()
                .filter(|last| last.dimension == Dimension::Region)
            {
                let between = page.clean.text(last.end.min(named.start), named.start);
                if matches!(between, "" | "、" | "和" | "及" | "与" | "或" | "等") {
                    last.end = named.end;
                    last.value = page.clean.text(last.start, last.end).to_owned();
                    continue;
                }
            }
        }
        whole.push(named);
    }
    whole
}

/// 一级保养, 二级能效: grades of work and of goods, no levels of a fault.
const WORK: [&str; 8] = [
    "保养", "维护", "养护", "检修", "能效", "巡检", "医院", "防护",
];

/// 一级, 二级故障, P1, A类, Ⅲ级, 级别1.
fn levels(page: &Page, start: usize, end: usize) -> Vec<Named> {
    let chars = &page.clean.chars;
    let mut found = Vec::new();
    for at in start..end {
        let boundary = at == start || !chars[at - 1].is_ascii_alphanumeric();
        let next = chars.get(at + 1).copied().unwrap_or(' ');
        let numbered = "一二三四五六ⅠⅡⅢⅣⅰⅱⅲⅳ甲乙丙丁".contains(chars[at])
            || chars[at].is_ascii_digit()
            || matches!(chars[at], 'a'..='e');
        let by_suffix = numbered
            && boundary
            && matches!(next, '级' | '类')
            && at + 1 < end
            && !matches!(
                chars.get(at + 2),
                Some('资' | '以' | '代' | '市' | '城' | '建' | '注')
            )
            && !WORK
                .iter()
                .any(|word| crate::words::periods::starts_with(chars, at + 2, word));
        // I级, II级: Roman numerals typed with letters.
        let roman = boundary && matches!(chars[at], 'i' | 'v');
        if roman {
            let run = chars[at..end]
                .iter()
                .take_while(|c| matches!(c, 'i' | 'v'))
                .count();
            let gap = usize::from(chars.get(at + run) == Some(&' '));
            if run <= 3 && at + run + gap < end && chars[at + run + gap] == '级' {
                found.push(Named {
                    start: at,
                    end: at + run + gap + 1,
                    dimension: Dimension::FaultLevel,
                    value: chars[at..at + run]
                        .iter()
                        .collect::<String>()
                        .to_uppercase()
                        + "级",
                });
                continue;
            }
        }
        let by_prefix = boundary
            && matches!(chars[at], 'p' | 's')
            && next.is_ascii_digit()
            && at + 1 < end
            && !chars.get(at + 2).is_some_and(char::is_ascii_alphanumeric);
        if by_suffix || by_prefix {
            let service = crate::words::periods::ends_with(chars, start, at, "服务等级")
                || crate::words::periods::starts_with(chars, at + 2, "服务");
            let dimension = if service {
                Dimension::ServiceLevel
            } else {
                Dimension::FaultLevel
            };
            let value = chars[at..at + 2].iter().collect::<String>().to_uppercase();
            found.push(Named {
                start: at,
                end: at + 2,
                dimension,
                value,
            });
        }
    }
    found
}

/// 50公里以内, 100公里外.
fn distances(page: &Page, start: usize, end: usize) -> Vec<Named> {
    let chars = &page.clean.chars;
    let mut found = Vec::new();
    for at in start..end {
        if !(crate::words::periods::starts_with(chars, at, "公里")
            && at > start
            && chars[at - 1].is_ascii_digit())
        {
            continue;
        }
        let from = (start..at)
            .rev()
            .take_while(|back| chars[*back].is_ascii_digit() || matches!(chars[*back], '-' | '~'))
            .last()
            .unwrap_or(at);
        // 超过150公里的 is farther than that.
        let from = ["超过", "超出", "大于"]
            .iter()
            .find(|word| crate::words::periods::ends_with(chars, start, from, word))
            .map_or(from, |word| from - word.chars().count());
        let to = (at + 2..end.min(at + 7))
            .take_while(|next| "以之内外范围半径的".contains(chars[*next]))
            .filter(|next| chars[*next] != '的')
            .last()
            .map_or(at + 2, |last| last + 1);
        found.push(Named {
            start: from,
            end: to,
            dimension: Dimension::Region,
            value: chars[from..to].iter().collect(),
        });
    }
    found
}

/// 10:00-19:00, 8点至20点.
fn clock_ranges(page: &Page, start: usize, end: usize) -> Vec<Named> {
    const LONGEST: usize = 14;
    let chars = &page.clean.chars;
    let clock = |c: char| {
        c.is_ascii_digit() || matches!(c, ':' | '：' | '点' | '-' | '~' | '至' | '到' | '半')
    };
    let mut found = Vec::new();
    let mut at = start;
    while at < end {
        let run = chars[at..end]
            .iter()
            .take_while(|c| clock(**c))
            .take(LONGEST)
            .count();
        let written = &chars[at..at + run];
        let colons = written
            .iter()
            .filter(|c| matches!(c, ':' | '：' | '点'))
            .count();
        let ranged = written.iter().any(|c| matches!(c, '-' | '~' | '至' | '到'));
        if colons >= 2 && ranged && written[0].is_ascii_digit() {
            found.push(Named {
                start: at,
                end: at + run,
                dimension: Dimension::ReportHours,
                value: written.iter().collect(),
            });
        }
        at += run.max(1);
    }
    found
}

/// 不限 under 区域: the row holds whatever the region.
pub(super) fn is_unbounded(page: &Page, (start, end): (usize, usize)) -> bool {
    const WORDS: [&str; 11] = [
        "不限", "不区分", "不分", "通用", "任意", "所有", "全部", "均适用", "不论", "/", "-",
    ];
    const OF_WHAT: [&str; 9] = [
        "区域", "地区", "等级", "级别", "时间", "时段", "地点", "类型", "情形",
    ];
    let words: String = page.clean.text(start, end).split_whitespace().collect();
    WORDS.iter().any(|word| {
        let rest = words
            .strip_prefix(word)
            .or_else(|| words.strip_suffix(word));
        rest.is_some_and(|rest| rest.is_empty() || OF_WHAT.contains(&rest))
    })
}

/// Puts a value into the condition.
pub(crate) fn apply(condition: &mut Condition, named: &Named) {
    *slot(condition, named.dimension) = Some(named.value.clone());
}

/// Puts a value into the condition where nothing is said yet.
pub(crate) fn add(condition: &mut Condition, named: &Named) {
    slot(condition, named.dimension).get_or_insert_with(|| named.value.clone());
}

fn slot(condition: &mut Condition, dimension: Dimension) -> &mut Option<String> {
    match dimension {
        Dimension::FaultLevel => &mut condition.fault_level,
        Dimension::ServiceLevel => &mut condition.service_level,
        Dimension::Region => &mut condition.region,
        Dimension::ReportHours => &mut condition.report_hours,
        Dimension::Warranty => &mut condition.warranty,
        Dimension::Channel => &mut condition.channel,
        Dimension::Question => &mut condition.question,
    }
}
