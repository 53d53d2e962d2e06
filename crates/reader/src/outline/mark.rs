//! Numbering in front of a line: 第一条, 一、, （一）, 1.2, ①, ●.

use crate::words::numerals;

/// The look of a numbering; items of one list share it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Style {
    /// 第一章, 第二部分
    Chapter,
    /// 第一条
    Article,
    /// 一、
    Chinese,
    /// （一）
    ChineseBracket,
    /// 1、 1.2 with the number of parts
    Decimal(u8),
    /// （1） or 1）
    Bracket,
    /// ①
    Circle,
    /// a) A.
    Letter,
    /// ● ▶ - ★, ✅ and other signs; lists within lists use another sign
    Bullet(char),
    /// A short line or a line ending in a colon, without number.
    Plain,
}

/// A numbering with its value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Mark {
    /// The look.
    pub style: Style,
    /// The last number, 0 for bullets.
    pub ordinal: u64,
    /// One past the mark.
    pub end: usize,
}

/// Longest run of bullets taken as one mark.
const LONGEST_BULLET: usize = 16;
const BULLETS: &str = "●▶★◆■•·-—◎☆○►➢※✓√▪◇#*";

/// Signs, arrows and pictures people open the lines of a leaflet with.
fn is_bullet(char: char) -> bool {
    // Most characters of a plan are ideographs, and none of these.
    !crate::text::is_han(char) && BULLETS.contains(char)
        || matches!(char, '\u{2190}'..='\u{21ff}' | '\u{25a0}'..='\u{27bf}' | '\u{2b00}'..='\u{2bff}' | '\u{1f300}'..='\u{1faff}')
}

/// Reads the numbering at `at`.
pub(crate) fn mark(chars: &[char], at: usize) -> Option<Mark> {
    let first = *chars.get(at)?;
    match first {
        '第' => article(chars, at),
        '（' => bracket(chars, at),
        '①'..='⑳' => Some(Mark {
            style: Style::Circle,
            ordinal: u64::from(first as u32 - '①' as u32 + 1),
            end: at + 1,
        }),
        'ⅰ'..='ⅹ' | 'Ⅰ'..='Ⅹ' if chars.get(at + 1) == Some(&'、') => Some(Mark {
            style: Style::Letter,
            ordinal: 1,
            end: at + 2,
        }),
        _ if is_bullet(first) => {
            let end = at
                + chars[at..]
                    .iter()
                    .take_while(|c| is_bullet(**c) || **c == ' ')
                    .take(LONGEST_BULLET)
                    .count();
            let nested = mark(chars, end).filter(|inner| !matches!(inner.style, Style::Bullet(_)));
            Some(nested.unwrap_or(Mark {
                style: Style::Bullet(first),
                ordinal: 0,
                end,
            }))
        }
        // E.2.1: a letter leads a decimal number.
        'a'..='z'
            if chars.get(at + 1) == Some(&'.')
                && chars.get(at + 2).is_some_and(char::is_ascii_digit) =>
        {
            let inner = decimal(chars, at + 2)?;
            let Style::Decimal(parts) = inner.style else {
                return None;
            };
            Some(Mark {
                style: Style::Decimal(parts.saturating_add(1)),
                ..inner
            })
        }
        'a'..='z' if matches!(chars.get(at + 1), Some('）' | '、' | '.')) => Some(Mark {
            style: Style::Letter,
            ordinal: u64::from(first as u32 - 'a' as u32 + 1),
            end: at + 2,
        }),
        // A1, B2 — but P1 and S1 are levels.
        'a'..='z'
            if !matches!(first, 'p' | 's')
                && chars.get(at + 1).is_some_and(char::is_ascii_digit)
                && matches!(chars.get(at + 2), Some(' ' | '、' | '.' | '\t')) =>
        {
            Some(Mark {
                style: Style::Letter,
                ordinal: u64::from(chars[at + 1].to_digit(10).unwrap_or(0)),
                end: at + 3,
            })
        }
        _ if first.is_ascii_digit() => decimal(chars, at),
        _ => chinese(chars, at),
    }
}

fn article(chars: &[char], at: usize) -> Option<Mark> {
    let number = numerals::number(chars, at + 1)?;
    let style = match chars.get(number.end)? {
        '条' | '款' | '项' => Style::Article,
        '章' | '节' | '部' | '篇' => Style::Chapter,
        _ => return None,
    };
    let mut end = number.end + 1;
    while matches!(chars.get(end), Some('：' | '、' | ' ' | '分' | '，')) {
        end += 1;
    }
    Some(Mark {
        style,
        ordinal: number.hundredths / 100,
        end,
    })
}

fn bracket(chars: &[char], at: usize) -> Option<Mark> {
    let number = numerals::number(chars, at + 1)?;
    if chars.get(number.end) != Some(&'）') || number.hundredths > 9900 {
        return None;
    }
    let style = if chars[at + 1].is_ascii_digit() {
        Style::Bracket
    } else {
        Style::ChineseBracket
    };
    let end = number.end + 1 + usize::from(matches!(chars.get(number.end + 1), Some('、' | '.')));
    Some(Mark {
        style,
        ordinal: number.hundredths / 100,
        end,
    })
}

fn chinese(chars: &[char], at: usize) -> Option<Mark> {
    let number = numerals::number(chars, at)?;
    let whole = number.hundredths.is_multiple_of(100) && number.hundredths <= 9900;
    match chars.get(number.end) {
        Some('、' | '.' | '：' | ' ' | '\t') if whole => Some(Mark {
            style: Style::Chinese,
            ordinal: number.hundredths / 100,
            end: number.end + 1,
        }),
        _ => None,
    }
}

/// 1、 1. 1) 1.2.3 and a bare "1 " at the start of a line.
fn decimal(chars: &[char], at: usize) -> Option<Mark> {
    let (mut end, mut parts) = (at, 0_u8);
    let value = loop {
        let run = chars[end..]
            .iter()
            .take_while(|c| c.is_ascii_digit())
            .take(3)
            .count();
        if run == 0 || run > 2 {
            return None;
        }
        let value = chars[end..end + run]
            .iter()
            .filter_map(|c| c.to_digit(10))
            .fold(0, |sum, digit| sum * 10 + u64::from(digit));
        end += run;
        parts = parts.saturating_add(1);
        let more =
            chars.get(end) == Some(&'.') && chars.get(end + 1).is_some_and(char::is_ascii_digit);
        if !more || parts > 5 {
            break value;
        }
        end += 1;
    };
    let style = Style::Decimal(parts);
    match chars.get(end) {
        Some('、' | '.' | ' ' | '\t' | '，') => Some(Mark {
            style,
            ordinal: value,
            end: end + 1,
        }),
        Some('）') => Some(Mark {
            style: Style::Bracket,
            ordinal: value,
            end: end + 1,
        }),
        Some(next) if parts >= 2 && super::super::text::is_han(*next) && !starts_unit(*next) => {
            Some(Mark {
                style,
                ordinal: value,
                end,
            })
        }
        _ => None,
    }
}

fn starts_unit(char: char) -> bool {
    "小分天日年个月周万元米倍".contains(char)
}
