//! Sentences of a line and their segments.

use super::Page;
use super::mark::{Style, mark};

/// A sentence: up to a full stop, semicolon or an inline number.
#[derive(Clone, Debug)]
pub(crate) struct Sentence {
    /// Index of its line.
    pub line: usize,
    /// First clean character, after inline numbering.
    pub start: usize,
    /// One past its last character.
    pub end: usize,
    /// Parts between commas, colons and column gaps.
    pub segments: Vec<(usize, usize)>,
}

/// Characters from which a sentence is cut at its next comma, so that no text costs more than its length.
const LONGEST: usize = 600;

/// The sentences of one line.
pub(crate) fn sentences(page: &Page, line: usize) -> Vec<Sentence> {
    sentences_in(page, line, page.lines[line].body, page.lines[line].end)
}

/// The sentences of a part of a line, such as a cell.
pub(crate) fn sentences_in(page: &Page, line: usize, body: usize, end: usize) -> Vec<Sentence> {
    let chars = &page.clean.chars;
    let mut found = Vec::new();
    let mut start = body;
    let mut depth = 0_u32;
    for at in body..end {
        match chars[at] {
            '（' => depth += 1,
            '）' => depth = depth.saturating_sub(1),
            _ => {}
        }
        let overlong = at - start > LONGEST && chars[at] == '，' || at - start > 2 * LONGEST;
        let stops = matches!(chars[at], '。' | '！' | '？')
            || (chars[at] == '；' && depth == 0)
            || overlong;
        if stops {
            push(chars, line, start, at, &mut found);
            start = at + 1;
        } else if at > start && inline_item(chars, at, start, end) {
            push(chars, line, start, at, &mut found);
            start = at;
        }
    }
    push(chars, line, start, end, &mut found);
    found
}

/// ① or （2） in the middle of a line opens an item.
fn inline_item(chars: &[char], at: usize, start: usize, end: usize) -> bool {
    let Some(found) = mark(&chars[..end], at) else {
        return false;
    };
    match found.style {
        Style::Circle => true,
        Style::Bracket | Style::ChineseBracket => {
            chars[at] == '（'
                && matches!(chars[at - 1], '，' | '：' | '、' | ' ' | '；')
                && at > start + 1
        }
        Style::Decimal(1) | Style::Chinese => {
            matches!(chars[at - 1], ' ' | '：' | '\t') && chars[found.end - 1] == '、'
        }
        _ => false,
    }
}

fn push(chars: &[char], line: usize, start: usize, end: usize, found: &mut Vec<Sentence>) {
    let blanks = |from: usize| {
        from + chars[from..end]
            .iter()
            .take_while(|c| c.is_whitespace())
            .count()
    };
    let mut start = blanks(start);
    if let Some(mark) = mark(&chars[..end], start).filter(|m| m.end < end && !found.is_empty()) {
        start = blanks(mark.end);
    }
    if start >= end {
        return;
    }
    found.push(Sentence {
        line,
        start,
        end,
        segments: segments(chars, start, end),
    });
}

/// Fewest characters in brackets that are a remark of their own rather than a gloss.
const ASIDE: usize = 6;

fn opens_aside(chars: &[char], at: usize, end: usize) -> bool {
    chars[at] == '（'
        && chars[at + 1..end]
            .iter()
            .take(2 * LONGEST)
            .position(|c| *c == '）')
            .unwrap_or(end - at)
            >= ASIDE
}

fn closes_aside(chars: &[char], start: usize, at: usize) -> bool {
    chars[at] == '）'
        && chars[start..at]
            .iter()
            .rev()
            .take(2 * LONGEST)
            .position(|c| *c == '（')
            .unwrap_or(at - start)
            >= ASIDE
}

fn segments(chars: &[char], start: usize, end: usize) -> Vec<(usize, usize)> {
    let mut segments = Vec::new();
    let mut from = start;
    for at in start..end {
        if matches!(chars[at], '，' | '：' | '\t' | '；')
            || opens_aside(chars, at, end)
            || closes_aside(chars, start, at)
        {
            if at > from {
                segments.push((from, at));
            }
            from = at + 1;
        }
    }
    if end > from {
        segments.push((from, end));
    }
    segments
}
