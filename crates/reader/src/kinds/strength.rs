//! How firmly a promise is made, and who makes it.

use crate::outline::Page;
use crate::words::periods::{ends_with, starts_with};
use crate::words::{Concept, Token};

/// Words in which 可 is no 可以, by what stands before it: 不可抗力, 认可, 方可离开.
const BEFORE: [&str; 8] = ["不", "认", "许", "后方", "，方", "无", "宁", "尚"];
/// And by what stands behind it: 可靠, 可能, 可用率.
const BEHIND: [&str; 23] = [
    "靠", "能", "抗", "燃", "编程", "见", "控", "信", "观", "追溯", "拆卸", "再生", "重复", "移动",
    "行性", "行的", "用性", "用率", "用度", "视化", "视对讲", "持续", "维护性",
];
/// What a customer is free to do; where nobody is named, it is the customer's.
const RIGHTS: [&str; 16] = [
    "要求", "选择", "申请", "退", "换货", "无条件", "享受", "凭", "拒", "解除", "索赔", "主张",
    "向我", "提出", "终止", "扣",
];
/// Little words between a customer and 可: 客户均可.
const BETWEEN: [&str; 9] = ["", "均", "也", "亦", "还", "都", "则", "就", "随时"];

/// `must` for 必须 and 保证, `soft` for 可以 and 尽量, else `plain`: what a customer may choose is a firm promise.
pub(crate) fn strength(page: &Page, start: usize, end: usize) -> &'static str {
    let tokens = page.tokens_in(start, end);
    if tokens.iter().any(|token| token.is(Concept::Hard)) {
        "must"
    } else if tokens
        .iter()
        .any(|token| token.is(Concept::Soft) && softens(page, token) && !is_right(page, token))
    {
        "soft"
    } else {
        "plain"
    }
}

/// Whether the word makes a promise soft; the 可 of 不可抗力 does not.
fn softens(page: &Page, token: &Token) -> bool {
    let chars = &page.clean.chars;
    page.clean.text(token.start, token.end) != "可"
        || !BEFORE
            .iter()
            .any(|word| ends_with(chars, 0, token.start, word))
            && !BEHIND
                .iter()
                .any(|word| starts_with(chars, token.end, word))
}

/// 用户可以要求更换, 可选择退货: the customer may, so the supplier must.
fn is_right(page: &Page, token: &Token) -> bool {
    if !["可", "可以"].contains(&page.clean.text(token.start, token.end)) {
        return false;
    }
    let from = sentence_start(page, token.start);
    let party = page
        .tokens_in(from, token.start)
        .iter()
        .rfind(|token| token.is(Concept::Customer) || token.is(Concept::Supplier));
    let chosen = RIGHTS
        .iter()
        .any(|word| starts_with(&page.clean.chars, token.end, word));
    match party {
        Some(party) if party.is(Concept::Customer) && !is_receiver(page, party) => {
            chosen || BETWEEN.contains(&page.clean.text(party.end, token.start))
        }
        Some(party) if party.is(Concept::Supplier) => false,
        _ => chosen,
    }
}

/// Where the sentence around a position begins.
fn sentence_start(page: &Page, at: usize) -> usize {
    const LONGEST: usize = 200;
    let floor = at.saturating_sub(LONGEST);
    (floor..at)
        .rev()
        .find(|before| "。；\n\t".contains(page.clean.chars[*before]))
        .map_or(floor, |before| before + 1)
}

/// 向用户支付, 赔付客户: the one who is given something does nothing.
fn is_receiver(page: &Page, party: &Token) -> bool {
    ["向", "给", "为", "对", "替", "赔付", "赔偿", "补偿", "支付"]
        .iter()
        .any(|word| ends_with(&page.clean.chars, 0, party.start, word))
}

/// `customer` where the customer is named first and is to do or pay something, else `supplier`.
pub(crate) fn bound(page: &Page, start: usize, end: usize) -> &'static str {
    let tokens = page.tokens_in(start, end);
    let customer = tokens
        .iter()
        .position(|token| token.is(Concept::Customer) && !is_receiver(page, token));
    let supplier = tokens.iter().position(|token| token.is(Concept::Supplier));
    let Some(customer) = customer else {
        return "supplier";
    };
    let duty = tokens.iter().skip(customer + 1).take(2).find(|token| {
        let word = page.clean.text(token.start, token.end);
        matches!(
            word,
            "应" | "须" | "必须" | "应当" | "承担" | "自理" | "支付" | "负责"
        )
    });
    let owes = duty.is_some_and(|duty| !is_entitled(page, tokens[customer].end, duty.start));
    if owes && supplier.is_none_or(|supplier| supplier > customer) {
        "customer"
    } else {
        "supplier"
    }
}

/// 客户有权要求支付违约金, 用户可要求承担: what somebody may demand is another's duty.
fn is_entitled(page: &Page, from: usize, to: usize) -> bool {
    let words = page.clean.text(from, to);
    ["有权", "要求", "可"]
        .iter()
        .any(|word| words.contains(word))
}
