//! Lines that were broken by the page, not by the author.

/// A line at least this long that ends in the middle of a sentence was broken by the page.
const WRAPPED_LINE: usize = 22;
/// Even a shorter line goes on when it ends in a comma.
const COMMA_LINE: usize = 6;

/// Shortest and longest name before a colon that opens an item; a shorter one may be the tail of a broken word.
const LABEL: (usize, usize) = (3, 10);

/// Of each character whether it is a line break that only the page width put there.
pub(super) fn soft_breaks(original: &[char]) -> Vec<bool> {
    let mut soft = vec![false; original.len()];
    let mut start = 0;
    for (at, &char) in original.iter().enumerate() {
        if char != '\n' {
            continue;
        }
        if goes_on(&original[start..at]) && continues(&original[at + 1..]) {
            soft[at] = true;
        }
        start = at + 1;
    }
    soft
}

fn goes_on(line: &[char]) -> bool {
    let Some(&last) = line.iter().rev().find(|c| !c.is_whitespace()) else {
        return false;
    };
    let length = line.iter().filter(|c| !c.is_whitespace()).count();
    if line.iter().any(|c| *c == '\t' || super::is_bar(*c)) || is_led(line) {
        return false;
    }
    match last {
        '，' | '、' | ',' => length >= COMMA_LINE,
        '。' | '；' | '：' | '！' | '？' | ';' | ':' | '!' | '?' | '.' | '）' | ')' | '”' | '…'
        | '】' | '》' => false,
        _ => length >= WRAPPED_LINE,
    }
}

/// 弹簧、绷带…………5年: a name and its value.
fn is_led(line: &[char]) -> bool {
    const VALUE: usize = 8;
    line.iter()
        .rposition(|c| *c == '…')
        .is_some_and(|at| at > 0 && line[at - 1] == '…' && line.len() - at <= VALUE)
}

/// Whether the next line reads like the rest of a sentence rather than a new item, heading or table row.
fn continues(rest: &[char]) -> bool {
    let line: Vec<char> = rest
        .iter()
        .copied()
        .take_while(|&c| c != '\n')
        .take(200)
        .collect();
    let body: Vec<char> = line
        .iter()
        .copied()
        .skip_while(|c| c.is_whitespace())
        .collect();
    let Some(&first) = body.first() else {
        return false;
    };
    let indented = line.len() - body.len() >= 2;
    let numbered = body
        .iter()
        .take(6)
        .any(|&c| matches!(c, '、' | '．' | '.' | '）' | ')' | ':' | '：' | '章' | '条'))
        && (first.is_ascii_digit() || "一二三四五六七八九十第（(".contains(first));
    let marked = "（(①②③④⑤⑥⑦⑧⑨⑩●▶★◆■·•-—*#【〖☆○►➢".contains(first);
    // 沙发内架：保修三年 is an item of its own.
    let labelled = (LABEL.0..=LABEL.1).any(|at| {
        matches!(body.get(at), Some('：' | ':')) && body[..at].iter().all(|&c| super::is_han(c))
    });
    !indented
        && !numbered
        && !marked
        && !labelled
        && !line.iter().any(|c| *c == '\t' || super::is_bar(*c))
}
