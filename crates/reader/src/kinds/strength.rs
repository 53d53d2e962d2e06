//! How firmly a promise is made, and who makes it.

use crate::outline::Page;
use crate::words::Concept;

/// `must` for 必须 and 保证, `soft` for 可以 and 尽量, else `plain`.
pub(crate) fn strength(page: &Page, start: usize, end: usize) -> &'static str {
    let tokens = page.tokens_in(start, end);
    if tokens.iter().any(|token| token.is(Concept::Hard)) {
        "must"
    } else if tokens.iter().any(|token| token.is(Concept::Soft)) {
        "soft"
    } else {
        "plain"
    }
}

/// `customer` where the customer is named first and is to do or pay something, else `supplier`.
pub(crate) fn bound(page: &Page, start: usize, end: usize) -> &'static str {
    let tokens = page.tokens_in(start, end);
    let first = |concept| tokens.iter().position(|token| token.is(concept));
    let (Some(customer), supplier) = (first(Concept::Customer), first(Concept::Supplier)) else {
        return "supplier";
    };
    let duty = tokens.iter().skip(customer + 1).take(2).any(|token| {
        let word = page.clean.text(token.start, token.end);
        matches!(
            word,
            "应" | "须" | "必须" | "应当" | "承担" | "自理" | "支付" | "负责"
        )
    });
    if duty && supplier.is_none_or(|supplier| supplier > customer) {
        "customer"
    } else {
        "supplier"
    }
}
