//! Folding: full width to half width, one form of each punctuation mark, no scanning noise inside words.

use unicode_normalization::UnicodeNormalization;

use super::{Clean, is_han, traditional, wraps};

/// Folds the original characters one by one, dropping what carries no meaning.
pub(super) fn fold(original: &[char]) -> Clean {
    let soft = wraps::soft_breaks(original);
    let tabular = super::columns::separators(original);
    let mut clean = Clean::empty(original.len());
    for (at, &raw) in original.iter().enumerate() {
        let previous = previous_meaningful(&clean);
        let next = next_meaningful(original, at + 1);
        if raw == ' ' && after_number(&clean) {
            clean.push(
                ' ',
                u32::try_from(at).unwrap_or(u32::MAX),
                u32::try_from(at + 1).unwrap_or(u32::MAX),
            );
            continue;
        }
        if is_leader(raw) && (joins(previous) || previous == ' ') && names_a_length(&original[at..])
        {
            let at = u32::try_from(at).unwrap_or(u32::MAX);
            clean.push('：', at, at.saturating_add(1));
            continue;
        }
        // 整机——三年: the rest of the dashes that stand for a colon.
        let led = previous == '：'
            && is_leader(raw)
            && clean
                .from
                .last()
                .is_some_and(|from| is_leader(original[*from as usize]));
        if led || !tabular[at] && dropped(raw, previous, next, soft[at]) {
            continue;
        }
        let position = u32::try_from(at).unwrap_or(u32::MAX);
        if tabular[at] {
            clean.push('\t', position, position.saturating_add(1));
            continue;
        }
        clean.push(
            folded(raw, previous, next),
            position,
            position.saturating_add(1),
        );
    }
    clean
}

/// The blank behind a bare item number keeps "1 质保期" apart from "1质保期".
fn after_number(clean: &Clean) -> bool {
    let line = clean.chars.iter().rev().take_while(|c| **c != '\n');
    let mut length = 0;
    for &char in line {
        length += 1;
        if length > 5
            || !(char.is_ascii_digit() || char == '.' || "一二三四五六七八九十".contains(char))
        {
            return false;
        }
    }
    length > 0
}

fn previous_meaningful(clean: &Clean) -> char {
    clean.chars.last().copied().unwrap_or('\n')
}

fn next_meaningful(original: &[char], from: usize) -> char {
    original[from..]
        .iter()
        .take(4)
        .copied()
        .map(width)
        .find(|c| !is_gap(*c) && !is_invisible(*c))
        .unwrap_or('\n')
}

/// 整机——三年, 框架…………10年: the line goes on with more dashes or dots and ends with a number and its unit.
fn names_a_length(rest: &[char]) -> bool {
    const LEADERS: usize = 60;
    const LONGEST: usize = 12;
    let line = rest.iter().take_while(|c| **c != '\n');
    let line = line.copied().take(LEADERS + LONGEST);
    let shown: Vec<char> = line.filter(|c| !c.is_whitespace()).collect();
    let leaders = shown.iter().take_while(|c| is_leader(**c)).count();
    let fewest = match shown.first() {
        Some('.' | '·' | '．' | '_') => 3,
        _ => 2,
    };
    let numeral = |c: &char| {
        width(*c).is_ascii_digit() || is_numeral(*c) || "壹贰叁肆伍陆柒捌玖拾".contains(*c)
    };
    (fewest..=LEADERS).contains(&leaders)
        && shown.len() - leaders < LONGEST
        && shown.get(leaders).is_some_and(numeral)
}

/// What leads from a name to its value: 整机——三年, 框架……10年.
fn is_leader(char: char) -> bool {
    is_dash(char) || matches!(char, '…' | '‥' | '·' | '.' | '．' | '_' | '-')
}

fn is_dash(char: char) -> bool {
    matches!(char, '—' | '–' | '―' | '─')
}

fn is_gap(char: char) -> bool {
    char == ' '
}

fn is_invisible(char: char) -> bool {
    matches!(
        char,
        '\u{200b}'..='\u{200f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ad}' | '\u{2060}' | '\r' | '\u{0}'
    )
}

/// ├────┼────┤: the lines of a drawn table.
fn is_frame(char: char) -> bool {
    matches!(char, '\u{2500}'..='\u{2501}' | '\u{250c}'..='\u{254b}' | '\u{2550}' | '\u{2552}'..='\u{256c}')
}

/// Symbols a scanner leaves inside words.
fn is_speck(char: char) -> bool {
    matches!(
        char,
        '*' | '·' | '•' | '^' | '`' | '\\' | '\'' | '¨' | '˙' | '~' | '¦' | '″' | '′' | '.' | '_'
    )
}

fn dropped(raw: char, previous: char, next: char, soft_break: bool) -> bool {
    let char = width(raw);
    if is_invisible(char)
        || soft_break
        || is_frame(char) && (is_frame(next) || is_frame(previous) || previous == '\n')
    {
        return true;
    }
    if is_gap(char) {
        return joins(previous) && joins(next);
    }
    is_speck(char)
        && is_han(previous)
        && is_han(next)
        && !(char == '~' && is_numeral(previous) && is_numeral(next))
}

/// Whether a space beside this character separates nothing.
fn joins(char: char) -> bool {
    is_han(char)
        || char.is_ascii_alphanumeric()
        || matches!(
            char,
            '，' | '。' | '；' | '：' | '、' | '（' | '）' | '“' | '”' | ',' | ';' | '(' | ')'
        )
}

fn is_numeral(char: char) -> bool {
    "一二两三四五六七八九十半".contains(char)
}

fn width(char: char) -> char {
    match char {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(char as u32 - 0xfee0).unwrap_or(char),
        // Text copied out of a PDF often holds radicals instead of characters.
        '\u{2f00}'..='\u{2fd5}' | '\u{f900}'..='\u{faff}' => char.nfkc().next().unwrap_or(char),
        '\u{3000}' | '\u{a0}' | '\u{2002}'..='\u{200a}' => ' ',
        _ => char,
    }
}

fn folded(raw: char, previous: char, next: char) -> char {
    let char = width(raw);
    let among_digits = previous.is_ascii_digit() && next.is_ascii_digit();
    match char {
        ',' if !among_digits => '，',
        ';' | '﹔' => '；',
        ':' | '∶' | '︰' if !among_digits => '：',
        '(' | '〔' | '﹙' => '（',
        ')' | '〕' | '﹚' => '）',
        // 【质保】整机四年: a label in brackets reads like one with a colon.
        '【' if previous == '\n' => ' ',
        '【' => '，',
        '】' if next != '\n' => '：',
        '!' => '！',
        '?' => '？',
        '～' | '∼' | '〜' => '~',
        '—' | '–' | '―' | '－' | '─' | '−' => '-',
        '*' | '×' | 'x' | 'X' | '✕' | '╳' if previous.is_ascii_digit() && next.is_ascii_digit() => {
            '×'
        }
        '＜' => '<',
        '≦' | '⩽' => '≤',
        '≧' | '⩾' => '≥',
        '．' => '.',
        '｡' => '。',
        'A'..='Z' => char.to_ascii_lowercase(),
        _ if is_han(char) => traditional::simplified(char),
        _ => char,
    }
}
