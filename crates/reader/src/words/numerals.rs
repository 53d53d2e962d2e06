//! Numbers as people write them: 24, 1.5, 二十四, 贰, 两, 半, and scans such as 1O or l2.

/// A number in hundredths and the position behind it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Number {
    /// The value times one hundred.
    pub hundredths: u64,
    /// One past the last character.
    pub end: usize,
}

/// Longest run of digits taken as one number; longer runs are telephone or serial numbers.
const LONGEST: usize = 9;

/// Reads a number at `at`, Arabic or Chinese.
pub(crate) fn number(chars: &[char], at: usize) -> Option<Number> {
    arabic(chars, at).or_else(|| chinese(chars, at))
}

/// Whether a number may begin with this.
pub(crate) fn may_open(char: char) -> bool {
    char == '半'
        || digit(char).is_some()
        || chinese_digit(char).is_some()
        || tens(char).is_some()
        || place(char).is_some()
}

fn arabic(chars: &[char], at: usize) -> Option<Number> {
    let run = chars[at..]
        .iter()
        .take_while(|c| digit(**c).is_some())
        .take(LONGEST + 1)
        .count();
    let genuine = chars[at..at + run].iter().any(char::is_ascii_digit);
    if run == 0 || run > LONGEST || !genuine {
        return None;
    }
    let whole = chars[at..at + run]
        .iter()
        .filter_map(|c| digit(*c))
        .fold(0, |sum, value| sum * 10 + value);
    let mut end = at + run;
    let mut hundredths = whole * 100;
    if chars.get(end) == Some(&'.') && chars.get(end + 1).is_some_and(char::is_ascii_digit) {
        let decimals: Vec<u64> = chars[end + 1..]
            .iter()
            .map_while(|c| c.to_digit(10))
            .map(u64::from)
            .take(4)
            .collect();
        hundredths += decimals[0] * 10 + decimals.get(1).copied().unwrap_or(0);
        end += 1 + decimals.len();
    }
    if matches!(chars.get(end), Some('万')) {
        hundredths = hundredths.saturating_mul(10_000);
        end += 1;
    }
    Some(Number { hundredths, end })
}

/// Digits, and the letters a scanner takes for them.
fn digit(char: char) -> Option<u64> {
    match char {
        'o' => Some(0),
        'l' => Some(1),
        _ => char.to_digit(10).map(u64::from),
    }
}

/// Value of a Chinese digit, ordinary or in the form used on cheques.
pub(crate) fn chinese_digit(char: char) -> Option<u64> {
    Some(match char {
        '零' | '〇' => 0,
        '一' | '壹' | '幺' => 1,
        '二' | '两' | '贰' | '兩' | '弍' => 2,
        '三' | '叁' | '参' => 3,
        '四' | '肆' => 4,
        '五' | '伍' => 5,
        '六' | '陆' => 6,
        '七' | '柒' => 7,
        '八' | '捌' => 8,
        '九' | '玖' => 9,
        _ => return None,
    })
}

/// 廿 and 卅 stand for twenty and thirty.
fn tens(char: char) -> Option<u64> {
    match char {
        '廿' => Some(20),
        '卅' => Some(30),
        _ => None,
    }
}

fn place(char: char) -> Option<u64> {
    Some(match char {
        '十' | '拾' => 10,
        '百' | '佰' => 100,
        '千' | '仟' => 1000,
        _ => return None,
    })
}

fn chinese(chars: &[char], at: usize) -> Option<Number> {
    if chars.get(at) == Some(&'半') {
        return Some(Number {
            hundredths: 50,
            end: at + 1,
        });
    }
    let (mut total, mut current, mut end, mut placed) = (0_u64, None, at, false);
    while let Some(&char) = chars.get(end) {
        if end - at > LONGEST {
            return None;
        }
        if let Some(tens) = tens(char).filter(|_| end == at) {
            total += tens;
            placed = true;
        } else if let Some(value) = chinese_digit(char) {
            if current.is_some_and(|known| known != 0) {
                break;
            }
            current = Some(value);
        } else if let Some(times) = place(char) {
            total += current.take().unwrap_or(1) * times;
            placed = true;
        } else if char == '万' && (current.is_some() || placed) {
            total = (total + current.take().unwrap_or(0)) * 10_000;
        } else {
            break;
        }
        end += 1;
    }
    if end == at {
        return None;
    }
    Some(Number {
        hundredths: (total + current.unwrap_or(0)) * 100,
        end,
    })
}

/// The number before a unit, in hundredths: fen before 元, basis points before %.
pub(crate) fn amount(text: &[char], unit: char) -> Option<u64> {
    let at = text.iter().position(|c| *c == unit)?;
    (0..at)
        .filter_map(|start| number(&text[..at], start))
        .find(|number| number.end == at)
        .map(|number| number.hundredths)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_write_numbers_in_many_ways() {
        for (text, expected) in [
            ("24小时", 2400),
            ("1.5小时", 150),
            ("半小时", 50),
            ("二十四小时", 2400),
            ("十二个月", 1200),
            ("叁年", 300),
            ("两年", 200),
            ("1o分钟", 1000),
            ("一百二十", 12_000),
            ("10万公里", 10_000_000),
            ("三拾天", 3000),
            ("廿四", 2400),
        ] {
            let chars: Vec<char> = text.chars().collect();
            assert_eq!(
                number(&chars, 0).map_or(0, |n| n.hundredths),
                expected,
                "{text}"
            );
        }
    }
}
