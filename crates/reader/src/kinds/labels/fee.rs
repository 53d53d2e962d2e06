//! Fees: what is charged, how much, per what.

use super::View;
use crate::reading::Terms;
use crate::words::Concept as C;
use crate::words::numerals::{self, amount};

pub(super) fn score(view: &View<'_>) -> u8 {
    let penal = view.holds(C::ExchangeStrong) && !view.has(&["补差价", "租金", "押金"])
        || view.has(&["罚", "赔", "违约", "扣减", "扣除", "扣款"]) && !view.has(&["租金", "押金"])
        || forgiven(view)
        || view.deducts();
    if names_no_price(view) {
        return 0;
    }
    if view.heading()
        || view.announces()
        || view.has(&[
            "不得收取", "私自收取", "私自收费", "乱收费", "不收取任何", "严禁", "不收任何", "索要",
        ])
    {
        return 0;
    }
    let money = view.money();
    let damages = view.customers_cause()
        && money
        && !view.is(C::Supplier)
        && view.has(&["元", "价"])
        && view.has(&["赔", "付", "收"]);
    if penal && !damages {
        return 0;
    }
    if view.conditional() && !money
        || view.has(&["收支", "收割", "验收", "接收"]) && !money && !view.has(&["收取", "收费"])
    {
        return 0;
    }
    let word = view.is(C::Charge);
    let strong =
        view.is(C::ChargeStrong) && !view.has(&["成本最低", "降低成本", "运营成本", "节约成本"]);
    let included = view.has(&["费用含在", "费用已含", "费用包含在", "费用计入"]);
    let customer_pays = view.has(&["押一付", "押金", "定金", "预付", "租金"])
        && !view.after_failing()
        && !view.has(&["退还", "返还"]);
    let thresholds = view.warranted() || view.limited();
    match () {
        () if included || customer_pays => 82,
        () if strong && money => 88,
        () if money
            && view.has(&[
                "价格为", "费用为", "保费为", "价的", "总价", "合同额", "合同金额",
            ])
            && view.has(&["%", "％"])
            && view.holds(C::Service) | view.has(&["保", "费"]) =>
        {
            84
        }
        () if money && (word || takes(view) || damages || charged(view)) => 84,
        () if thresholds => {
            if strong && view.has(&["收取", "成本费", "工本费", "计收"]) {
                70
            } else {
                0
            }
        }
        () if strong => 80,
        () if view.has(&["有偿"]) && view.has(&["服务", "维修"]) => 70,
        () if view.is(C::OutTerm) && (view.has(&["费"]) || view.is(C::Free)) => 70,
        () if view.is(C::Bear)
            && view.is(C::Customer)
            && view.has(&["费用", "费"])
            && !view.is(C::Supplier) =>
        {
            68
        }
        () if view.has(&[
            "由您出", "由用户出", "用户付", "您付", "由您承担", "买家承担", "不由我司承担",
            "不由我公司承担",
        ]) && view.has(&["费", "程"]) =>
        {
            72
        }
        () if view.has(&["加收", "另收", "收取", "下浮", "上浮", "进价", "加价"])
            && !view.has(&["不收取", "回收"]) =>
        {
            76
        }
        () if view.is(C::Free)
            && view.has(&[
                "人工费", "服务费", "上门费", "工时费", "差旅费", "检测费", "材料费",
            ]) =>
        {
            72
        }
        () if money && view.context.nearest_has(&["收费", "费用", "价格", "计费"]) => 75,
        () if money && view.has(&["每", "/年", "每年", "元/", "每次", "/次", "每公里"]) => {
            70
        }
        () => 0,
    }
}

/// Words of money that set no price: payment of the contract, praise, insurance, what is not charged.
fn names_no_price(view: &View<'_>) -> bool {
    // 甲方收到发票后30日内付款: how the contract is paid is no price.
    let payment = view.has(&["支付", "付清", "付款", "结清", "支付至"])
        && view.whole_has(&[
            "发票", "余款", "合同款", "货款", "进度款", "尾款", "保证金", "质保金",
        ]);
    // 运行成本低, 降低成本: praise.
    let praise = view.has(&[
        "成本低", "降低后续成本", "成本较低", "收费标准上墙", "公开水价", "公布收费",
    ]);
    // 不向用户收取任何费用: no price either.
    let insured = view.has(&["责任险", "投保", "赔偿限额"]);
    let waived = view.has(&["不向"]) && view.has(&["收"]);
    payment || praise || insured || waived
}

/// 安装调测费100元: a charge by its own name.
fn charged(view: &View<'_>) -> bool {
    view.text().replace("免费", "").contains('费') && !view.has(&["扣", "免费"])
}

/// 一扇收200元: the bare verb before a sum.
fn takes(view: &View<'_>) -> bool {
    let text: Vec<char> = view.text().chars().collect();
    text.windows(2).any(|pair| {
        pair[0] == '收' && (pair[1].is_ascii_digit() || "一二三五十百".contains(pair[1]))
    })
}

/// 因我方原因迟到的，免收当日车费: a remedy, not a price list.
fn forgiven(view: &View<'_>) -> bool {
    let blamed = view.whole_has(&[
        "我方原因", "我司原因", "乙方原因", "我公司原因", "本店原因", "仍不", "仍未", "迟到",
        "超时", "未能按",
    ]) || view.after_failing();
    blamed && view.has(&["免收", "减免", "免除", "退还"])
}

/// Charges by their words.
const FREE: [(&str, &str); 9] = [
    ("人工", "labour"),
    ("工时", "labour"),
    ("维修费", "labour"),
    ("上门", "call_out"),
    ("差旅", "travel"),
    ("服务费", "service"),
    ("材料", "parts"),
    ("配件费", "parts"),
    ("检测", "diagnosis"),
];

/// The charges that are not made: 免收上门费、维修费、材料费.
fn waived(text: &str) -> Vec<String> {
    let behind = |word: &str| -> Option<String> {
        let rest = &text[text.find(word)? + word.len()..];
        let list: String = rest
            .chars()
            .take_while(|c| !"，。；：（".contains(*c))
            .collect();
        // 免费 says how something is done.
        (!list.starts_with('费')).then_some(list)
    };
    ["免收", "免", "不收", "不计"]
        .iter()
        .filter_map(|word| behind(word))
        .flat_map(|list| {
            list.split(['、', '和', '及', '与'])
                .map(str::to_owned)
                .collect::<Vec<_>>()
        })
        .collect()
}

/// 人工费每小时180元，上门费每次300元，会员八折: every price by itself, with what belongs to it; what is taken off or put on a sum is another.
pub(super) fn prices(view: &View<'_>) -> Vec<(usize, usize)> {
    let chars = &view.page.clean.chars;
    let inside = |segment: &&(usize, usize)| view.start <= segment.0 && segment.1 <= view.end;
    let mut starts = Vec::new();
    for &(start, end) in view.sentence.segments.iter().filter(inside) {
        let mut from = start;
        for at in (start..=end).filter(|at| *at == end || chars[*at] == '、') {
            let piece = &chars[from..at];
            let share = || !starts.is_empty() && (discount(piece).is_some() || adds_share(piece));
            if amount(piece, '元').is_some() || share() {
                starts.push(from);
            }
            from = at + 1;
        }
    }
    // What stands before the first price is said of it.
    if let Some(first) = starts.first_mut() {
        *first = view.start;
    }
    let ends = starts
        .iter()
        .skip(1)
        .map(|start| start - 1)
        .chain([view.end]);
    starts.iter().copied().zip(ends).collect()
}

pub(super) fn terms(view: &View<'_>) -> Terms {
    let text: Vec<char> = view.text().chars().collect();
    let per = ["元/", "每"].iter().find_map(|word| {
        view.text().find(word).map(|at| {
            view.text()[at + word.len()..]
                .chars()
                .take_while(|c| !"，。；、（）收取加".contains(*c) && !c.is_ascii_digit())
                .take(8)
                .collect::<String>()
        })
    });
    let waived = waived(view.text());
    let mut free: Vec<&'static str> = Vec::new();
    for (word, code) in FREE {
        let named = waived.iter().any(|charge| charge.contains(word));
        if named && !free.contains(&code) {
            free.push(code);
        }
    }
    Terms::Fee {
        percent_bps: percent(&text).or_else(|| discount(&text)),
        amount_fen: amount(&text, '元'),
        per: per.as_deref().map(unit).filter(|unit| !unit.is_empty()),
        of: row_name(view),
        at_cost: view.has(&["成本", "工本"]),
        free,
    }
}

/// 年人民币, 年增: the unit alone.
fn unit(per: &str) -> String {
    let end = ["人民币", "增", "约", "按", "另"]
        .iter()
        .filter_map(|word| per.find(word))
        .min()
        .unwrap_or(per.len());
    per[..end].to_owned()
}

/// 锁控板 | 每块260元: the cell that names the row of a price.
fn row_name(view: &View<'_>) -> Option<String> {
    const LONGEST: usize = 20;
    const ROW: usize = 400;
    let line = &view.page.lines[view.sentence.line];
    if view.start <= line.start || view.start - line.start > ROW {
        return None;
    }
    let chars = &view.page.clean.chars;
    let mut from = line.start;
    for at in line.start..view.start {
        if chars[at] != '\t' {
            continue;
        }
        let named = chars[from..at]
            .iter()
            .any(|c| crate::text::is_han(*c) || c.is_ascii_alphabetic());
        if named && at - from <= LONGEST {
            return Some(view.page.quote(from, at).0);
        }
        from = at + 1;
    }
    None
}

/// Words of a share that is added to the price.
const ADDED: [&str; 10] = [
    "加收", "上浮", "加价", "加成", "另加", "增收", "上调", "涨价", "附加", "加计",
];
/// And of one taken off.
const TAKEN_OFF: [&str; 4] = ["下浮", "下调", "降价", "减收"];

/// The share of the whole price that is charged: 加收50% is 150 %, 下浮10% is 90 %.
fn percent(text: &[char]) -> Option<u64> {
    const WHOLE: u64 = 10_000;
    let bps = amount(text, '%')?;
    let at = text.iter().position(|c| *c == '%')?;
    let from = text[..at]
        .iter()
        .rposition(|c| "，；。：".contains(*c))
        .map_or(0, |mark| mark + 1);
    let said: String = text[from..at].iter().collect();
    // 节假日加50%: the bare word before the number.
    let added = said
        .trim_end_matches(|c: char| c.is_ascii_digit() || c == '.')
        .ends_with('加');
    let behind: String = text[at + 1..].iter().take(2).collect();
    let last = |words: &[&str]| words.iter().filter_map(|word| said.rfind(word)).max();
    match (last(&ADDED), last(&TAKEN_OFF)) {
        (added, off) if off > added => WHOLE.checked_sub(bps),
        (Some(_), _) => WHOLE.checked_add(bps),
        (None, None) if added => WHOLE.checked_add(bps),
        (None, _) if ADDED.contains(&behind.as_str()) => WHOLE.checked_add(bps),
        _ => Some(bps),
    }
}

/// 节假日加收50%, 老客户下浮5%.
fn adds_share(text: &[char]) -> bool {
    let said: String = text.iter().collect();
    let bare = said.split_once('加').is_some_and(|(_, behind)| {
        behind.starts_with(|c: char| c.is_ascii_digit()) && behind.contains('%')
    });
    amount(text, '%').is_some() && bare
        || amount(text, '%').is_some()
            && ADDED
                .iter()
                .chain(&TAKEN_OFF)
                .any(|word| said.contains(word))
}

/// 九折 is 90 %, 九五折 and 9.5折 are 95 %.
fn discount(text: &[char]) -> Option<u64> {
    const TENTH: u64 = 10;
    if let Some(number) = amount(text, '折').filter(|_| text.contains(&'.')) {
        return Some(number * TENTH);
    }
    let at = text.iter().position(|c| *c == '折')?;
    let digits: Vec<u64> = text[..at]
        .iter()
        .rev()
        .map_while(|c| numerals::chinese_digit(*c).or_else(|| c.to_digit(10).map(u64::from)))
        .take(2)
        .collect();
    match digits[..] {
        [tens] => Some(tens * 1000),
        [ones, tens] => Some((tens * 10 + ones) * 100),
        _ => None,
    }
}
