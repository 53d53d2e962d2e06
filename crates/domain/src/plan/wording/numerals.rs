//! Numbers of chapters and articles: 一, 十二, 一百零三.

const DIGITS: [char; 10] = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/// A number from 1 to 999 in Chinese; larger ones in figures.
pub(super) fn chinese(number: usize) -> String {
    let digit = |place: usize| DIGITS[number / place % 10];
    let mut text = String::new();
    match number {
        1..=9 => text.push(digit(1)),
        10..=99 => {
            if number >= 20 {
                text.push(digit(10));
            }
            text.push('十');
            if !number.is_multiple_of(10) {
                text.push(digit(1));
            }
        }
        100..=999 => {
            text.extend([digit(100), '百']);
            match number % 100 {
                0 => {}
                1..=9 => text.extend(['零', digit(1)]),
                rest => {
                    text.extend([digit(10), '十']);
                    if !rest.is_multiple_of(10) {
                        text.push(digit(1));
                    }
                }
            }
        }
        _ => return number.to_string(),
    }
    text
}

/// The number such a text states.
pub(super) fn number(text: &str) -> Option<usize> {
    const LARGEST: usize = 999;
    text.parse()
        .ok()
        .or_else(|| (1..=LARGEST).find(|number| chinese(*number) == text))
}

#[cfg(test)]
mod tests {
    use super::chinese;

    #[test]
    fn numbers_are_written_as_a_contract_writes_them() {
        let written: Vec<String> = [1, 10, 12, 20, 45, 100, 103, 110, 999, 1000]
            .into_iter()
            .map(chinese)
            .collect();
        assert_eq!(
            written,
            [
                "一",
                "十",
                "十二",
                "二十",
                "四十五",
                "一百",
                "一百零三",
                "一百一十",
                "九百九十九",
                "1000"
            ]
        );
    }
}
