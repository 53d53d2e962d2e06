//! Money for each hour of delay: 每逾期1小时支付违约金500元，累计不超过5000元.

use domain::money::Fen;

use crate::words::numerals::amount;

/// Words that open the most that is paid.
const MOST: [&str; 10] = [
    "累计", "最高", "最多", "上限", "合计", "封顶", "不超过", "不高于", "总额", "为限",
];
/// Words between 每 and the hour: 每逾期满1个小时.
const DELAY: [&str; 15] = [
    "逾期", "延误", "延迟", "迟到", "迟延", "超时", "超过", "超出", "拖延", "延期", "超", "晚",
    "满", "到场", "响应",
];

/// Fen for each hour, and the most in all where the words state it in money.
pub(super) fn per_hour(quote: &str) -> Option<(Fen, Option<Fen>)> {
    let whole: String = quote.split_whitespace().collect();
    let (said, most) = match behind_hour(&whole) {
        Some(behind) => split(behind),
        None => split(before_hour(&whole)?),
    };
    let each = fen(said)?;
    Some((each, fen(most)))
}

/// What stands behind 每逾期1小时.
fn behind_hour(text: &str) -> Option<&str> {
    text.match_indices('每').find_map(|(at, each)| {
        let mut rest = &text[at + each.len()..];
        while let Some(left) = DELAY.iter().find_map(|word| rest.strip_prefix(word)) {
            rest = left;
        }
        let rest = rest.strip_prefix(['1', '一']).unwrap_or(rest);
        let rest = rest.strip_prefix('个').unwrap_or(rest);
        rest.strip_prefix("小时")
    })
}

/// 按500元/小时赔付: the words before the unit, with what follows.
fn before_hour(text: &str) -> Option<&str> {
    text.contains("元/小时").then_some(text)
}

/// The sum for each hour, and what is said of the most.
fn split(text: &str) -> (&str, &str) {
    let at = MOST.iter().filter_map(|word| text.find(word)).min();
    text.split_at(at.unwrap_or(text.len()))
}

/// The first sum of money in the words.
fn fen(text: &str) -> Option<Fen> {
    let chars: Vec<char> = text.chars().collect();
    let fen = amount(&chars, '元')?;
    i64::try_from(fen).ok().filter(|fen| *fen > 0).map(Fen)
}
