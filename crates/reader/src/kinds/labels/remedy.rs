//! Remedies: what the customer is entitled to when something goes wrong.

use super::View;
use crate::kinds::draft::Draft;
use crate::reading::Terms;
use crate::words::Concept as C;
use crate::words::numerals;
use crate::words::periods::{Period, Role};

pub(super) fn score(view: &View<'_>) -> u8 {
    if view.heading() || view.announces() || view.is(C::NotCovered) && !view.has(&["无条件"]) {
        return 0;
    }
    let spares = view.holds(C::StockVerb)
        && (view.holds(C::PartStrict) && !view.is(C::SpareUnit)
            || view.has(&["随屏", "随机", "随车", "留存备用"]))
        && view.has(&["赠", "随", "留存", "%"]);
    // 人为损坏的按成本价赔付, 投保责任险: what the customer pays, what an insurer pays.
    let theirs =
        view.customers_cause() && view.money() && view.has(&["赔"]) && !view.is(C::Supplier);
    let insured =
        view.has(&["责任险", "投保", "赔偿限额", "保险"]) && !view.has(&["保险丝", "先行"]);
    if spares || stored(view) || retained(view) || theirs || insured {
        return 0;
    }
    if view.deducts() && !view.limited() && !view.warranted() {
        return 90;
    }
    let strong = view.is(C::ExchangeStrong);
    let loan = view.is(C::SpareUnit)
        && (view.holds(C::StockVerb)
            || view.is(C::Send)
            || view.is(C::ProposeVerb)
            || view.has(&["借", "供", "使用", "顶用", "替换", "周转", "代用", "代替"]));
    let trigger = view.sentence_is(C::RepeatFault)
        || view.sentence_is(C::OpenBox)
        || view.whole().contains("无法修复")
        || view.whole().contains("不能修复")
        || view.period(Role::Exceeded).is_some();
    let renew = view.is(C::Exchange) || trigger && view.has(&["更换", "换"]) && !view.is(C::Bear);
    let blamed = view.whole_has(&[
        "我方原因", "我司原因", "乙方原因", "我公司原因", "仍不", "仍未", "迟到", "超时", "未能按",
    ]);
    let forgiven = blamed && view.has(&["免收", "减免", "免除"]);
    let substitute = view
        .whole_has(&["未", "逾", "仍", "超", "有权", "不能", "无法", "不按", "拒"])
        && view.whole_has(&["委托他人", "委托第三方", "另行委托", "自行委托"])
        && (view.has(&["委托"])
            || view.has(&["费用"])
                && view
                    .page
                    .clean
                    .text(view.sentence.start, view.start)
                    .contains("委托"));
    let unloved = view.has(&["不满意", "不喜欢"]) && view.has(&["更换", "退", "换"]);
    let owed = owed(view);
    let stopgap = view.whole_has(&[
        "无法修复", "不能恢复", "不能修复", "修不好", "修复不了", "不能使用",
    ]) && view.has(&["应急", "临时", "过渡", "借"])
        && view.has(&["提供", "调", "送", "借", "供"]);
    let handed_out = view.has(&["备用", "周转", "代用", "顶替", "同等性能"])
        && !view.holds(C::PartStrict)
        && view.has(&["提供", "送", "借", "换", "用"]);
    let unconditional = view.has(&["无条件"]) && view.has(&["换", "退"]);
    let prolonged = view.has(&["顺延", "相应延长"]) && view.holds(C::Warranty)
        || view.has(&["延长"])
            && (view.holds(C::Warranty) || view.sentence_is(C::Warranty))
            && view.whole_has(&["每", "低于", "超过", "未达", "停机"]);
    if tier(view) {
        return 90;
    }
    match () {
        () if (owed || stopgap || unloved) && !view.limited() && !view.recurs() => 91,
        () if mends_again(view) => 88,
        () if view.limited() => {
            if strong && view.has(&["退", "赔", "换新", "换货"]) {
                60
            } else {
                0
            }
        }
        () if view.warranted() && !strong && !prolonged => 0,
        () if view.recurs() => 0,
        () if strong && trigger => 92,
        () if forgiven || substitute => 88,
        () if prolonged => 75,
        () if loan || handed_out => 88,
        () if view.has(&["送新机", "换新机", "新机上门"]) => 84,
        () if unconditional => 85,
        () if strong => 82,
        () if renew && trigger => 86,
        () if renew
            && view.has(&["换", "补", "退", "修", "召回", "赔"])
            && !view.has(&["新产品", "新设备", "新品发布", "使用新"]) =>
        {
            74
        }
        () => 0,
    }
}

/// 90天内再次同样故障免费返修: what was mended is mended again.
fn mends_again(view: &View<'_>) -> bool {
    let again = [
        "再次", "再出", "再发", "再坏", "重复", "同样", "同一", "复发", "返修",
    ]
    .iter()
    .any(|word| view.whole().contains(word));
    again
        && view.has(&[
            "免费返修", "免费重修", "免费维修", "免费修", "免费再修", "无偿返修", "免费返工",
            "免费处理", "不收费重修", "免费上门",
        ])
        && !view.has(&["保修", "质保"])
}

/// Whether something falls short and something is owed for it.
fn owed(view: &View<'_>) -> bool {
    // 低于98%的，扣减…; 修不利索的，拉一台同吨位的车顶上: something falls short, something is owed.
    let owed = view.after_failing()
        && view.has(&[
            "扣", "赔", "补偿", "退", "减", "免收", "不收", "赠", "顺延", "换", "重发", "补发",
            "拒收", "借", "代测", "另请", "解除", "顶上", "顶替", "应急", "临时", "调派", "重做",
            "重装", "拆了",
        ])
        && !view.conditional();
    // 因维保不到位导致年检不合格的，我公司承担复检费用: the supplier pays for the shortfall.
    let pays = view.after_failing()
        && view.has(&["承担", "支付"])
        && view.sentence_is(C::Supplier)
        && !view.is(C::Customer)
        && !view.conditional();
    let gifted = ["超时", "逾期", "延误"]
        .iter()
        .any(|word| view.text().starts_with(word))
        && view.has(&["赠", "赔", "减", "免", "扣"]);
    let likewise =
        view.has(&["亦同", "也一样", "同样处理"]) && view.period(Role::Exceeded).is_some();
    owed || gifted || pays || likewise
}

/// 99%以上、不足99.9%：20% under 赔偿标准: a step of what is owed for a shortfall.
fn tier(view: &View<'_>) -> bool {
    let percents = view.whole().matches('%').count();
    let owed = view
        .context
        .headings
        .iter()
        .rev()
        .take(2)
        .any(|&(start, end)| {
            let heading = view.page.clean.text(start, end);
            ["赔", "退款", "补偿", "退还", "扣", "返还", "减免", "代金券"]
                .iter()
                .any(|word| heading.contains(word))
        });
    owed && percents >= 2
        && view.whole_has(&[
            "低于", "不足", "以上", "以下", "小于", "<", "≤", "≥", "-", "~", "不低于",
        ])
}

/// 库房存放备用模组2块: counted things in store are parts.
fn stored(view: &View<'_>) -> bool {
    view.counted_things() >= 1
        && view.has(&["存", "库", "柜", "随车", "岗亭", "备用", "多供", "常备"])
        && !view.sentence_is(C::Cannot)
        && !view.holds(C::Send)
        && !view.has(&["提供", "借"])
}

/// 质保金期满无息退还: the contract's money, no remedy.
fn retained(view: &View<'_>) -> bool {
    let whole = view.whole();
    ["质保金", "保证金", "质量保证金"]
        .iter()
        .any(|money| whole.contains(money))
        && ["退还", "返还", "无息", "预留"]
            .iter()
            .any(|back| whole.contains(back))
        && !view.deducts()
}

/// What a customer may be entitled to, by the words for it.
const ENTITLEMENTS: [(&str, &str); 27] = [
    ("换新", "replace"),
    ("新品", "replace"),
    ("新机", "replace"),
    ("更换", "replace"),
    ("包换", "exchange"),
    ("换货", "exchange"),
    ("调换", "exchange"),
    ("退换", "exchange"),
    ("退货", "refund"),
    ("退款", "refund"),
    ("包退", "refund"),
    ("退还", "refund"),
    ("赔", "compensation"),
    ("补偿", "compensation"),
    ("违约金", "compensation"),
    ("扣", "compensation"),
    ("备用", "loaner"),
    ("备机", "loaner"),
    ("代用", "loaner"),
    ("代步", "loaner"),
    ("周转", "loaner"),
    ("免费维修", "repair"),
    ("免费修", "repair"),
    ("包修", "repair"),
    ("免费返修", "repair"),
    ("免费重修", "repair"),
    ("返工", "repair"),
];

fn entitlements(view: &View<'_>) -> Vec<&'static str> {
    let mut entitles: Vec<&'static str> = Vec::new();
    for (word, code) in ENTITLEMENTS {
        if view.text().contains(word) && !entitles.contains(&code) {
            entitles.push(code);
        }
    }
    entitles
}

/// 7天包退，15天包换: every right with days of its own.
pub(super) fn rights(view: &View<'_>) -> Vec<(usize, usize)> {
    let chars = &view.page.clean.chars;
    let mut rights: Vec<(usize, usize)> = Vec::new();
    let mut from = view.start;
    let divides = |at: &usize| *at == view.end || "，、；".contains(chars[*at]);
    for at in (view.start..=view.end).filter(divides) {
        let piece = view.told.view(from, at);
        let dated = view
            .periods
            .iter()
            .any(|period| from <= period.start && period.end <= at && is_allowed(period.role));
        match rights.last_mut() {
            _ if dated && !entitlements(&piece).is_empty() => rights.push((from, at)),
            // What stands behind a right is said of it.
            Some(last) => last.1 = at,
            None => {}
        }
        from = at + 1;
    }
    if let Some(first) = rights.first_mut() {
        first.0 = view.start;
    }
    rights
}

const fn is_allowed(role: Role) -> bool {
    matches!(role, Role::Within | Role::Plain)
}

/// One of several rights: its own days, not those of the one before.
pub(super) fn right(view: &View<'_>) -> Terms {
    let within = view.periods.iter().find(|period| {
        view.start <= period.start && period.end <= view.end && is_allowed(period.role)
    });
    Terms::Remedy {
        trigger: None,
        entitles: entitlements(view),
        within: within.map(|period| period.high),
        after_repairs: None,
    }
}

pub(super) fn terms(view: &View<'_>) -> Terms {
    let entitles = entitlements(view);
    let trigger = trigger(view);
    let allowed = |(start, end): (usize, usize)| {
        let inside = |period: &&Period| start <= period.start && period.end <= end;
        let mut periods = view.periods.iter().filter(inside);
        periods
            .find(|period| is_allowed(period.role))
            .map(|period| period.high)
    };
    // 24小时内修复，超过72小时提供备用机: what limits another promise is none of the days of this one.
    let limits = |&(start, end): &(usize, usize)| {
        let limit = |draft: &&Draft| matches!(draft.terms, Terms::TimeLimit { .. });
        let mut drafts = view.timed.iter().filter(limit);
        drafts.any(|draft| draft.touches(start, end))
    };
    let own = (view.start, view.end);
    let within = allowed(own).or_else(|| {
        let exceeded = view.period(Role::Exceeded).is_some();
        trigger
            .filter(|place| !exceeded && !limits(place))
            .and_then(allowed)
    });
    let trigger = trigger.map(|(start, end)| view.page.quote(start, end).0);
    Terms::Remedy {
        trigger,
        entitles,
        within,
        after_repairs: repairs(view.whole()),
    }
}

/// What must have happened: the condition nearest before the remedy, else the words the sentence opens with. 接到通知后8小时内到场，24小时内仍不能排除的，提供备用产品:
/// the spare is owed for the fault that stays.
fn trigger(view: &View<'_>) -> Option<(usize, usize)> {
    const FAILING: [&str; 10] = [
        "仍", "不能", "无法", "未能", "超过", "超出", "逾期", "连续", "反复", "重复",
    ];
    if opens_failing(view) {
        return Some((view.start, view.end));
    }
    let before = view.sentence.segments.iter().copied();
    let mut before =
        before.filter(|&(start, end)| end <= view.end && !view.page.holds(start, end, C::Exchange));
    let fails = |&(start, end): &(usize, usize)| {
        let text = view.page.clean.text(start, end);
        text.ends_with('的') && FAILING.iter().any(|word| text.contains(word))
    };
    let last = before.clone().rfind(fails);
    last.or_else(|| before.next())
}

/// 超过72小时提供备用机, 修不好当天换备用机: the stretch says itself what must have happened.
fn opens_failing(view: &View<'_>) -> bool {
    ["超过", "超出", "超时", "逾期", "修不好", "每低于", "低于"]
        .iter()
        .any(|word| view.text().starts_with(word))
        && entitlements(view) != Vec::<&str>::new()
}

/// 维修三次, 经两次修理: the number of repairs after which the remedy is owed.
fn repairs(text: &str) -> Option<u64> {
    let chars: Vec<char> = text.chars().collect();
    (text.contains('修')).then_some(())?;
    (0..chars.len()).find_map(|at| {
        let number = numerals::number(&chars, at)?;
        (chars.get(number.end) == Some(&'次')).then_some(number.hundredths / 100)
    })
}
