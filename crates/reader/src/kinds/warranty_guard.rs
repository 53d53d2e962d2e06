//! Lengths of time that are no warranty terms though a warranty is spoken of, and some that are though no word names one.

use crate::outline::{Page, Sentence};
use crate::reading::Unit;
use crate::words::Concept;
use crate::words::periods::{Period, Role};

use super::warranty_term::{names_warranty, segment};

/// 五年不变形, 十年不漏水, 五年内起雾免费换: the length is one of a warranty though no word names it.
pub(super) fn durable(page: &Page, period: &Period, end: usize) -> bool {
    let after = page.clean.text(period.end, end);
    let lasts = [
        "不变形", "不脱落", "不开裂", "不生锈", "不锈", "不褪色", "不变色", "不漏", "不渗",
        "不起皮", "不断", "不老化", "不鼓包", "不松动", "不掉", "不开焊", "不塌陷", "不起泡",
        "不开胶", "不坏", "不腐", "不霉", "不虫蛀", "不发黄", "不黄变", "不粉化", "不剥落",
        "不龟裂", "不空鼓", "不锈穿", "不穿孔", "不透水", "不脱胶", "不断裂", "不脱层", "防锈",
        "防腐", "防渗", "防漏", "抗老化", "不下沉", "不沉降", "不泛碱", "不返潮",
    ]
    .iter()
    .any(|word| after.starts_with(word));
    let replaced = period.role == Role::Within
        && period.high.unit == Unit::Year
        && [
            "免费换", "免费更换", "免费调换", "免费修", "无偿更换", "免费重", "免费补",
        ]
        .iter()
        .any(|free| after.chars().take(10).collect::<String>().contains(free));
    (lasts || replaced) && matches!(period.role, Role::Plain | Role::Within)
}

pub(super) fn may_be_term(page: &Page, sentence: &Sentence, period: &Period) -> bool {
    let long = match period.high.unit {
        Unit::Year | Unit::Month | Unit::Season => true,
        // 质保期为十五天: short terms only where nothing says 内.
        Unit::Day => {
            period.high.hundredths >= 3000
                || period.high.hundredths >= 700 && period.role == Role::Plain
        }
        Unit::Second | Unit::Minute | Unit::Hour => false,
    };
    if !long || !matches!(period.role, Role::Plain | Role::Within | Role::Exceeded) {
        return false;
    }
    if supplies_parts(page, sentence, period) {
        return false;
    }
    let (start, end) = segment(sentence, period.start);
    let before = page.clean.text(start, period.start);
    let all = page.clean.text(sentence.start, sentence.end);
    let after = page.clean.text(period.end, end);
    let other = [
        "保存", "供应", "备件", "寿命为", "寿命不", "使用寿命达", "合同期", "经验", "质保金",
        "保证金", "履约", "顺延", "留存", "超过", "保留", "停产", "折旧", "服务经验", "后延",
        "延后", "供货期", "专用配件", "长于", "短于", "不足", "高于招标", "优于招标", "高于采购",
        "优于采购", "放宽", "推迟", "缩短至", "比招标", "招标文件要求的", "采购文件要求的",
    ];
    let lengthened =
        before.contains("延长") && !before.contains("延长至") && !before.contains("延长到");
    let food = all.contains("保质期")
        && ["食", "临期", "三分之", "生产日期", "到货时", "剩余"]
            .iter()
            .any(|word| all.contains(word));
    let bought = bought(page.clean.text(start, end), all);
    let charged = bought
        || ["有偿", "付费", "收费", "的有偿"]
            .iter()
            .any(|word| after.starts_with(word))
        || after.starts_with("维保费")
        || after.starts_with("的备件")
        || after.starts_with("备件")
        || after.contains("内提供备件");
    // 所换备件质保180天: the word that names the warranty stands behind the other one.
    let elsewhere = other
        .iter()
        .filter_map(|word| before.rfind(word).map(|at| at + word.len()))
        .max()
        .is_some_and(|at| {
            let from = start + before[..at].chars().count();
            !page
                .tokens_in(from, period.start)
                .iter()
                .any(|token| names_warranty(page, token))
        });
    let valid = before.contains("有效期为")
        && !["三包有效期", "质保有效期", "保修有效期"]
            .iter()
            .any(|word| before.contains(word));
    // 自开具发票之日起60日内…可换车或退车: the days of a remedy.
    let returned = period.high.unit == Unit::Day
        && period.role == Role::Within
        && ["退车", "换车", "退货", "换货", "退机", "换机"]
            .iter()
            .any(|word| all.contains(word));
    let over = ["满", "期满", "届满", "起算", "起计", "开始计算", "未满"]
        .iter()
        .any(|word| after.starts_with(word));
    !elsewhere
        && !valid
        && !returned
        && !lengthened
        && !food
        && !charged
        && !over
        && !ended(page, (start, period.start), after)
        && !attended(before, after)
}

/// 备件供应保证：10年: for how long parts can be had, and no warranty.
pub(super) fn supplies_parts(page: &Page, sentence: &Sentence, period: &Period) -> bool {
    const SUPPLY: [&str; 10] = [
        "供应保证", "供应保障", "供应期", "供应年限", "供应时间", "供货保障", "供货期限",
        "保障供应", "保证供应", "持续供应",
    ];
    const PARTS: [&str; 4] = ["备件", "配件", "零件", "零部件"];
    let before = page.clean.text(sentence.start, period.start);
    let said = |words: &[&str]| words.iter().any(|word| before.contains(word));
    let long = matches!(period.high.unit, Unit::Month | Unit::Year);
    long && said(&SUPPLY) && said(&PARTS) && !said(&["质保", "保修", "三包"])
}

/// 付费延保一年 — but 付费更换的配件另保六个月 is the term of a part that was paid for.
fn bought(own: &str, all: &str) -> bool {
    // 整机一年，付费延保两年: only the second length is bought.
    let all = if own.contains('延') { all } else { own };
    let paid_part = ["更换", "修理", "维修", "换", "修"];
    all.match_indices("付费").any(|(at, word)| {
        !paid_part
            .iter()
            .any(|deed| all[at + word.len()..].starts_with(deed))
    }) || ["购买延保", "另购", "加购", "有偿延"]
        .iter()
        .any(|word| all.contains(word))
}

/// 质保期满后三年内供应备件, 分别于满两年检查: what comes when a term is over is no term, unless it is free again.
fn ended(page: &Page, (start, end): (usize, usize), after: &str) -> bool {
    let before = page.clean.text(start, end);
    let again = ["另", "再", "重新", "赠", "免费"]
        .iter()
        .any(|word| before.contains(word))
        || after.contains("免费");
    // 保外更换的零件保修半年: the warranty spoken of behind the state is another one.
    let tokens = page.tokens_in(start, end);
    let passed = tokens
        .iter()
        .rposition(|token| token.is(Concept::OutTerm))
        .is_some_and(|at| !tokens[at..].iter().any(|token| names_warranty(page, token)))
        || ["期后", "停产后", "停做以后", "退市后"]
            .iter()
            .any(|word| before.contains(word));
    before.ends_with('满') || passed && !again
}

/// 再供十年, 现场带班七天, 驻场三个月, 跟产一个月: supply and attendance are no warranty.
fn attended(before: &str, after: &str) -> bool {
    const ACTS: [&str; 18] = [
        "供", "供应", "供货", "备足", "培训", "驻场", "带班", "陪产", "跟产", "跟班", "指导",
        "陪护", "值守", "驻点", "驻厂", "陪伴", "蹲点", "派驻",
    ];
    let plain =
        before.trim_end_matches(['期', '间', '时', '限', '：', '为', '不', '少', '于', '约']);
    ACTS.iter()
        .any(|act| plain.ends_with(act) && !plain.ends_with("提供"))
        || ACTS[4..]
            .iter()
            .any(|act| after.starts_with(act) || after.trim_start_matches('的').starts_with(act))
}
