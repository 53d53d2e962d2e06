//! Words the law forbids in terms for consumers (消费者权益保护法 art. 26): a final right of interpretation, goods never taken
//! back, rights lost with a lost card.

use std::ops::Range;

/// Forbidden wherever they stand; of two that begin together the longer is told.
const PHRASES: [&str; 13] = [
    "最终解释权归",
    "最终解释权",
    "保留解释权",
    "解释权",
    "离柜概不负责",
    "特价商品不退",
    "概不退换",
    "概不负责",
    "恕不退换",
    "一经售出",
    "售出不退",
    "遗失不补",
    "丢失不补",
];
/// A card that is not issued again takes nothing away where the text says by what the warranty goes on: 遗失后凭发票.
const REISSUE: [&str; 2] = ["遗失不补", "丢失不补"];
/// The papers whose loss forfeits nothing while the sale can be proved otherwise.
const PAPERS: [&str; 8] = [
    "保修卡",
    "保修单",
    "保修凭证",
    "三包凭证",
    "发票",
    "质保卡",
    "购物凭证",
    "购买凭证",
];
const LOST: [&str; 4] = ["遗失", "丢失", "损毁", "遗落"];
const FORFEITED: [&str; 12] = [
    "作废",
    "不予保修",
    "不再保修",
    "不保修",
    "不再享受",
    "不享受",
    "不能享受",
    "无法享受",
    "视为放弃",
    "丧失",
    "失去保修",
    "概不",
];
/// Who interprets, and that nobody else does.
const INTERPRETS: [&str; 4] = ["解释为准", "解释为最终", "有权单方解释", "拥有解释"];

/// The stretches of a text that the law forbids, as bytes of the text: each phrase, or else the first sentence that says as much.
pub fn forbidden(text: &str) -> Vec<Range<usize>> {
    let found = phrases(text);
    if found.is_empty() {
        sentence(text).into_iter().collect()
    } else {
        found
    }
}

fn phrases(text: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    for (at, _) in text.char_indices() {
        let is_inside = found.last().is_some_and(|last| at < last.end);
        let longest = PHRASES
            .iter()
            .find(|phrase| text[at..].starts_with(**phrase));
        let is_forfeit = |phrase: &&&str| !REISSUE.contains(phrase) || !text.contains('凭');
        if let (false, Some(phrase)) = (is_inside, longest.filter(is_forfeit)) {
            found.push(at..at + phrase.len());
        }
    }
    found
}

/// 保修卡遗失，一切保修权利作废; 如有争议，以我公司解释为准.
fn sentence(text: &str) -> Option<Range<usize>> {
    let mut from = 0;
    for sentence in text.split(['。', '；']) {
        let any = |words: &[&str]| words.iter().any(|word| sentence.contains(word));
        let forfeits = any(&PAPERS) && any(&LOST) && any(&FORFEITED);
        if forfeits || any(&INTERPRETS) {
            return Some(from..from + sentence.len());
        }
        from += sentence.len() + "。".len();
    }
    None
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("本方案最终解释权归本公司所有。", &["最终解释权归"])]
    #[case("特价商品不退，一经售出概不退换。", &["特价商品不退", "一经售出", "概不退换"])]
    #[case("质保一年。保修卡遗失不再享受任何保修。", &["保修卡遗失不再享受任何保修"])]
    #[case("如有争议，以我公司解释为准", &["如有争议，以我公司解释为准"])]
    #[case("保修卡遗失的，凭发票继续保修。", &[])]
    #[case("保修卡遗失不补。", &["遗失不补"])]
    #[case("随货附保修卡，遗失不补；遗失后凭购货凭证确定保修期。", &[])]
    #[case("不能提供购买凭证的，自出厂之日起计算。", &[])]
    #[case("", &[])]
    fn is_found_where_it_stands(#[case] text: &str, #[case] expected: &[&str]) {
        let found: Vec<&str> = forbidden(text).into_iter().map(|at| &text[at]).collect();
        assert_eq!(found, expected, "{text}");
    }
}
