//! Money for delay: 每逾期1小时支付违约金500元，累计不超过5000元; 每逾期一天赔偿500元; 一次性赔偿1000元.

use domain::money::Fen;

use crate::words::numerals::amount;

/// Words that open the most that is paid.
const MOST: [&str; 10] = [
    "累计", "最高", "最多", "上限", "合计", "封顶", "不超过", "不高于", "总额", "为限",
];
/// Words between 每 and the hour: 每逾期满1个小时.
const DELAY: [&str; 16] = [
    "逾期", "延误", "延迟", "迟到", "迟延", "超时", "超过", "超出", "拖延", "延期", "延长", "超",
    "晚", "满", "到场", "响应",
];
/// Words that open a sum paid once.
const ONCE: [&str; 8] = [
    "一次性", "每次", "每单", "每起", "每例", "每台", "每宗", "当次",
];

/// What is paid, for what, and the most in all where the words state it in money.
pub(super) struct Damages {
    pub per: Per,
    pub fen: Fen,
    pub most: Option<Fen>,
}

/// For what a sum is paid.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Per {
    Hour,
    Day,
    /// Once for what went wrong.
    Case,
}

/// The sum of money a sentence promises, where it says for what.
pub(super) fn stated(quote: &str) -> Option<Damages> {
    let whole: String = quote.split_whitespace().collect();
    let units: [(Per, &[&str]); 2] = [(Per::Hour, &["小时"]), (Per::Day, &["天", "日"])];
    for (per, names) in units {
        let said = behind(&whole, names).or_else(|| rated(&whole, names));
        if let Some((said, most)) = said.map(split)
            && let Some(fen) = fen(said)
        {
            return Some(Damages {
                per,
                fen,
                most: self::fen(most),
            });
        }
    }
    once(&whole)
}

/// What stands behind 每逾期1小时, 每日: the sum, and what is said of the most.
fn behind<'a>(text: &'a str, units: &[&str]) -> Option<&'a str> {
    text.match_indices('每').find_map(|(at, each)| {
        let mut rest = &text[at + each.len()..];
        while let Some(left) = DELAY.iter().find_map(|word| rest.strip_prefix(word)) {
            rest = left;
        }
        let rest = rest.strip_prefix(['1', '一']).unwrap_or(rest);
        let rest = rest.strip_prefix('个').unwrap_or(rest);
        units.iter().find_map(|unit| rest.strip_prefix(unit))
    })
}

/// 按500元/小时赔付: the words before the unit, with what follows.
fn rated<'a>(text: &'a str, units: &[&str]) -> Option<&'a str> {
    let has = |unit: &&str| text.contains(&format!("元/{unit}"));
    units.iter().any(has).then_some(text)
}

/// 一次性赔偿1000元, 每次赔偿200元, 赔偿客户500元: one sum, as long as nothing else is counted.
fn once(text: &str) -> Option<Damages> {
    let at = text.find(['赔', '补']).or_else(|| text.find("违约金"))?;
    let counted = text.contains('每') && !ONCE.iter().any(|word| text.contains(word));
    let (said, _) = split(&text[at..]);
    if counted || said.contains(['/', '%', '倍']) {
        return None;
    }
    Some(Damages {
        per: Per::Case,
        fen: fen(said)?,
        most: None,
    })
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
