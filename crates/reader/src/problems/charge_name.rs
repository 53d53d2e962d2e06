//! What a charge is called: 质保期外上门检测费 and 检测费 are one charge, 清洗服务费 and 远程服务费 are two.

use super::Docket;
use crate::reading::Clause;
use crate::text::is_han;

/// Words before a charge that do not make it another one.
const NEUTRAL: [&str; 25] = [
    "保外", "质保期满后", "保修期满后", "质保期外", "保修期外", "质保期后", "保修期后", "过保后",
    "期满后", "过保", "年度", "每年", "每次", "一次", "单次", "上门", "维修", "收取", "另收",
    "加收", "的", "按", "其中", "为", "均",
];
/// Longest name of a charge before its 费.
const LONGEST: usize = 12;
/// A charge's own name: 检测费.
const NAME: usize = 3;

/// The words of a clause with the label it stands behind: 维修人工费：800元/人/天.
pub(super) fn phrase(docket: &Docket<'_>, clause: &Clause) -> String {
    let original = &docket.page.original;
    let from = (0..clause.span.0.min(original.len()))
        .rev()
        .take(LONGEST * 2)
        .take_while(|at| !"\n。；，;,".contains(original[*at]))
        .last()
        .unwrap_or(clause.span.0);
    let to = clause.span.1.min(original.len());
    original[from.min(to)..to].iter().collect()
}

/// What the charge of a phrase is, without words that do not matter; `None` where no charge is named.
pub(super) fn charge_name(phrase: &str) -> Option<String> {
    let chars: Vec<char> = phrase.chars().collect();
    let at = chars.iter().position(|char| *char == '费')?;
    let from = (0..at)
        .rev()
        .take(LONGEST)
        .take_while(|back| is_han(chars[*back]))
        .last()?;
    let name: String = chars[from..=at].iter().collect();
    let length = name.chars().count();
    if length <= NAME {
        return (length == NAME).then_some(name);
    }
    let own = |skipped: usize| name.chars().skip(skipped).collect::<String>();
    let tail = own(length - NAME);
    let before: String = name.chars().take(length - NAME).collect();
    Some(format!("{}{tail}", without_neutral(&before, &tail)))
}

/// The words right before a charge that tell which work it is for: 换泵人工费; `None` where the charge is not named.
pub(super) fn work(phrase: &str, noun: &str) -> Option<String> {
    let before = &phrase[..phrase.find(noun)?];
    let mut words: Vec<char> = before
        .chars()
        .rev()
        .take(LONGEST)
        .take_while(|c| is_han(*c))
        .collect();
    words.reverse();
    Some(without_neutral(
        &words.into_iter().collect::<String>(),
        noun,
    ))
}

fn without_neutral(before: &str, charge: &str) -> String {
    // 上门服务费 is another service than 远程服务费.
    let dropped = |word: &&&str| **word != "上门" || charge != "服务费";
    let words = NEUTRAL.iter().filter(dropped);
    words.fold(before.to_owned(), |left, word| left.replace(word, ""))
}

/// Whether two charges are counted alike: 每人每天 and 每天 are, 每次 and 每小时 are not.
pub(super) fn counted_alike(one: Option<&str>, other: Option<&str>) -> bool {
    let units = |per: Option<&str>| -> Vec<char> {
        per.unwrap_or_default()
            .chars()
            .filter(|char| !"每/·个 ".contains(*char))
            .collect()
    };
    let (one, other) = (units(one), units(other));
    let within = |part: &[char], whole: &[char]| part.iter().all(|unit| whole.contains(unit));
    within(&one, &other) || within(&other, &one)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_charge_keeps_its_name_whatever_stands_before_it() {
        let same = |one: &str, other: &str| charge_name(one) == charge_name(other);
        assert!(same("质保期外上门检测费每次80元", "检测费：50元/次"));
        assert!(same("过保后人工费每人每天500元", "维修人工费：800元/人/天"));
        assert!(same("维保费每年12000元", "年度维保费15000元"));
        assert!(!same("清洗服务费200元", "远程服务费300元"));
        assert!(!same("上门服务费200元", "远程服务费300元"));
        assert!(!same("上门费100元", "检测费100元"));
        assert_eq!(charge_name("每次100元"), None);
    }

    #[test]
    fn units_are_compared_as_far_as_both_state_them() {
        assert!(counted_alike(Some("人/天"), Some("天")));
        assert!(counted_alike(None, Some("次")));
        assert!(!counted_alike(Some("小时"), Some("次")));
    }
}
