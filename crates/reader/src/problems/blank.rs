//! Places left to be filled in: ____, XXX, 某某, （　　）, 热线： with nothing behind it.

use super::finding::Finding;
use super::{Docket, short};
use crate::reading::{Problem, Settlement, Severity, Span};

/// What a number or address stands behind, as the end of a label.
const CONTACTS: [&str; 9] = [
    "电话", "热线", "专线", "手机", "手机号", "号码", "传真", "邮箱", "微信",
];
/// What a line must speak of for its blank to be a hard one: without it nobody can be held to the promise.
const NEEDED: [&str; 16] = [
    "保修", "质保", "保质", "三包", "热线", "电话", "专线", "号码", "响应", "答复", "到达", "到场",
    "上门", "修复", "排除", "小时",
];
/// Words that say a value is still to come.
const TO_COME: [&str; 10] = [
    "待定", "待填", "待补", "待补充", "待确定", "待填写", "暂缺", "tbd", "/", "-",
];
/// What a length or price would be counted in.
const UNITS: [&str; 12] = [
    "个月", "个工作日", "年", "月", "日", "天", "小时", "分钟", "元", "%", "次", "台",
];
/// Longest label.
const LABEL: usize = 14;
/// Longest words between brackets that may be a place holder.
const HELD: usize = 10;

/// One problem per line, at the line's first blank.
pub(super) fn find(docket: &Docket<'_>) -> Vec<Problem> {
    let lines = lines(&docket.page.original, docket.plan.span);
    let mut found = Vec::new();
    for (index, line) in lines.iter().enumerate() {
        if !docket.owns(Span(line.from, line.from + 1)) {
            continue;
        }
        let beside = |by: isize| index.checked_add_signed(by).and_then(|at| lines.get(at));
        if let Some((at, end)) = blank(line, beside(-1), beside(1)) {
            found.push(problem(docket, line, (at, end)));
        }
    }
    found
}

/// A line of the original, its characters folded one for one to half width and small letters.
struct Line {
    from: usize,
    chars: Vec<char>,
}

impl Line {
    fn holds(&self, word: &str) -> bool {
        self.text(0, self.chars.len()).contains(word)
    }

    fn text(&self, from: usize, to: usize) -> String {
        self.chars[from..to].iter().collect()
    }

    fn starts(&self, at: usize, word: &str) -> bool {
        let mut chars = self.chars[at.min(self.chars.len())..].iter();
        word.chars().all(|char| chars.next() == Some(&char))
    }

    /// How many characters from a place on are among the marks.
    fn run(&self, at: usize, marks: &str) -> usize {
        self.chars[at..]
            .iter()
            .take_while(|char| marks.contains(**char))
            .count()
    }

    fn counts(&self, at: usize) -> bool {
        UNITS.iter().any(|unit| self.starts(at, unit))
    }
}

/// The lines of the plan, and one on each side, that hold anything.
fn lines(original: &[char], span: Span) -> Vec<Line> {
    let breaks = |char: &char| *char == '\n';
    let before = |at: usize| original[..at].iter().rposition(breaks);
    let start = before(span.0.min(original.len()))
        .and_then(before)
        .map_or(0, |at| at + 1);
    let after = |at: usize| {
        original[at..]
            .iter()
            .position(breaks)
            .map_or(original.len(), |found| at + found)
    };
    let end = after((after(span.1.min(original.len())) + 1).min(original.len()));
    let mut found = Vec::new();
    let mut from = start;
    for line in original[start..end].split(|char| *char == '\n') {
        if line.iter().any(|char| !char.is_whitespace()) {
            found.push(Line {
                from,
                chars: line.iter().copied().map(folded).collect(),
            });
        }
        from += line.len() + 1;
    }
    found
}

fn folded(char: char) -> char {
    match char {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(char as u32 - 0xfee0)
            .unwrap_or(char)
            .to_ascii_lowercase(),
        '\u{3000}' | '\u{a0}' | '\u{2002}'..='\u{200a}' => ' ',
        '〔' | '﹙' => '(',
        '〕' | '﹚' => ')',
        '×' | '✕' | '╳' => 'x',
        '—' | '–' | '―' | '─' | '−' => '-',
        _ => char.to_ascii_lowercase(),
    }
}

fn blank(line: &Line, before: Option<&Line>, after: Option<&Line>) -> Option<(usize, usize)> {
    // A rule across the page holds nothing that could be filled in.
    if line.chars.iter().all(|char| "_-*= ".contains(*char)) {
        return None;
    }
    (0..line.chars.len())
        .find_map(|at| marks(line, at).or_else(|| brackets(line, at)))
        .or_else(|| empty_label(line, after))
        .or_else(|| empty_cell(line, before, after))
}

/// ____, XXX, XX个月, 某某, 000-00000000, and a hole where a number belongs: 质保期为  个月.
fn marks(line: &Line, at: usize) -> Option<(usize, usize)> {
    let fresh = |marks: &str| at == 0 || !marks.contains(line.chars[at - 1]);
    if fresh("_") && line.run(at, "_") >= 2 {
        return Some((at, at + line.run(at, "_ -")));
    }
    let masked = if fresh("x*") { line.run(at, "x*") } else { 0 };
    if masked >= 3 || masked == 2 && line.counts(at + 2) {
        return Some((at, at + line.run(at, "x* -")));
    }
    if line.starts(at, "某某") {
        return Some((at, at + line.run(at, "某")));
    }
    let digits = if fresh("0123456789-") {
        line.run(at, "0-")
    } else {
        0
    };
    if digits >= 7 && line.run(at, "0123456789-") == digits {
        return Some((at, at + digits));
    }
    let asked = at > 0 && "为共计约是:在".contains(line.chars[at - 1]);
    let hole = if asked { line.run(at, " ") } else { 0 };
    (hole >= 2 && line.counts(at + hole)).then_some((at, at + hole))
}

/// （　　）, 【】, 【待填】, `[电话号码]`.
fn brackets(line: &Line, at: usize) -> Option<(usize, usize)> {
    let close = match line.chars[at] {
        '(' => ')',
        '【' => '】',
        '[' => ']',
        _ => return None,
    };
    let length = line.chars[at + 1..]
        .iter()
        .take(HELD + 1)
        .position(|char| *char == close)?;
    let words = line.text(at + 1, at + 1 + length);
    let empty = words.trim().is_empty() && (length > 0 || close != ')');
    let held = ["待填", "待定", "待补", "填写", "请填"];
    let named = [
        "电话", "号码", "名称", "姓名", "地址", "日期", "数字", "公司名",
    ];
    let asks = held.iter().any(|word| words.contains(word))
        || close != ')' && named.iter().any(|word| words.ends_with(word));
    (empty || asks).then_some((at, at + length + 2))
}

/// 服务热线： with nothing behind it, nor on the next line; 服务热线：待定.
fn empty_label(line: &Line, after: Option<&Line>) -> Option<(usize, usize)> {
    let colons = (0..line.chars.len()).filter(|at| line.chars[*at] == ':');
    for colon in colons {
        let start = (0..colon)
            .rev()
            .take(LABEL)
            .take_while(|at| !"，。;；、:\t ".contains(line.chars[*at]))
            .last();
        let Some(start) = start else { continue };
        let label = line.text(start, colon);
        if !CONTACTS.iter().any(|contact| label.ends_with(contact)) {
            continue;
        }
        let rest = line.text(colon + 1, line.chars.len());
        let value = rest.trim_end_matches(['。', '；', ';', ' ', '\t', '\r']);
        let last = value.trim().is_empty();
        let next_label = rest.starts_with("  ") && is_label(rest.trim_start());
        let to_come = TO_COME.contains(&value.trim());
        if to_come || next_label || last && !after.is_some_and(is_value) {
            let end = colon + 1 + if to_come { value.chars().count() } else { 0 };
            return Some((start, end));
        }
    }
    None
}

/// Whether words begin with a label: 联系人：.
fn is_label(words: &str) -> bool {
    words.chars().take(LABEL).any(|char| char == ':')
        && words.chars().next().is_some_and(crate::text::is_han)
}

/// A number or an address on a line of its own, below its label.
fn is_value(line: &Line) -> bool {
    const FEWEST: usize = 5;
    let digits = line.chars.iter().filter(|char| char.is_ascii_digit());
    !line.chars.contains(&':') && (digits.count() >= FEWEST || line.chars.contains(&'@'))
}

/// The name of a line in a table whose other cells are empty.
fn empty_cell(line: &Line, before: Option<&Line>, after: Option<&Line>) -> Option<(usize, usize)> {
    let words = line.text(0, line.chars.len());
    let name = words.trim();
    let in_table = [before, after]
        .into_iter()
        .flatten()
        .any(|beside| beside.chars.contains(&'\t'));
    let is_name = CONTACTS.iter().any(|contact| name.ends_with(contact));
    (in_table && is_name && name.chars().count() <= LABEL).then_some((0, line.chars.len()))
}

fn problem(docket: &Docket<'_>, line: &Line, (at, end): (usize, usize)) -> Problem {
    let end = end.clamp(at + 1, line.chars.len().max(at + 1));
    let quote: String = docket.page.original[line.from..line.from + line.chars.len()]
        .iter()
        .collect();
    let needed = NEEDED.iter().any(|word| line.holds(word));
    let severity = if needed {
        Severity::Hard
    } else {
        Severity::Soft
    };
    let spans = vec![Span(line.from + at, line.from + end)];
    Finding::Blank(short(&quote)).problem(severity, spans, Settlement::Ask)
}
