//! Fees: a rate of the contract, of a person's day, of a visit, or in words.

use domain::money::{BasisPoints, Fen};
use domain::plan::clauses::fee::{Fee, TermRate, YearRate};
use domain::plan::{Asked, Promise};

use super::convert::Pen;
use crate::kinds::conditions::{self, Dimension};
use crate::outline::Page;
use crate::reading::{Clause as Read, Terms};

pub(super) fn write(pen: &mut Pen, read: &Read) {
    let Terms::Fee {
        percent_bps,
        amount_fen,
        per,
        of,
        at_cost,
        free,
    } = &read.terms
    else {
        return;
    };
    // 锁控板 | 每块260元: the row names what the price is for.
    let told = match of {
        Some(of) if !read.quote.contains(of.as_str()) => format!("{of}：{}", read.quote.trim()),
        _ => read.quote.clone(),
    };
    let quote = told.as_str();
    let bps = percent_bps
        .and_then(|bps| u32::try_from(bps).ok())
        .map(BasisPoints);
    let fen = amount_fen.and_then(|fen| i64::try_from(fen).ok()).map(Fen);
    // 加收50%, 合同价下浮10%: what is added to a price is no share of it, nor is the contract a price list.
    let relative = bps.is_some_and(|bps| bps > BasisPoints::WHOLE)
        || quote.contains("下浮") && quote.contains("合同");
    // 会员八折: what some pay is no price list of the maker.
    let of_some = ["会员", "老客户", "学生", "老用户", "续费", "签约客户"]
        .iter()
        .any(|word| quote.contains(word));
    let fee = match (bps, fen, per.as_deref().unwrap_or_default()) {
        _ if relative || bps.is_some() && of_some => stated(quote),
        (Some(bps), _, _) if of_contract(quote) || goes_on(pen, read) => Fee::PercentOfContract {
            by_term: vec![TermRate {
                years: years(quote),
                bps,
            }],
        },
        (Some(bps), _, _) => Fee::PriceList {
            list: "厂家价目表".to_owned(),
            charged_bps: Asked::Known(bps),
        },
        (None, Some(fen), per) if is_person_day(per, quote) => Fee::PersonDay {
            by_year: vec![YearRate {
                year: years(quote),
                fen,
            }],
        },
        (None, Some(fen), per)
            if (per.starts_with('次') || quote.contains("上门费")) && !somewhere(quote) =>
        {
            Fee::CallOut {
                rows: Vec::new(),
                otherwise_fen: Asked::Known(fen),
            }
        }
        (None, None, _) if *at_cost && free.contains(&"labour") => Fee::PartsAtCost,
        (None, None, _) if *at_cost => Fee::AtCost,
        (None, None, _) if quote.contains("报价") => Fee::ByQuote,
        _ => stated(quote),
    };
    let id = pen.id("fee");
    pen.add(id, read, Promise::Fee(fee), Vec::new());
}

/// The rate in the words of the text.
fn stated(quote: &str) -> Fee {
    Fee::Stated {
        rates: Asked::Known(quote.trim().to_owned()),
    }
}

/// 两年期按5.5%收取 right behind 按合同价的6%收取年度维保费: a further rate of the contract.
fn goes_on(pen: &Pen, read: &Read) -> bool {
    const NEAR: usize = 20;
    let before = pen.drafted.last().filter(|one| {
        matches!(
            one.clause.promise,
            Promise::Fee(Fee::PercentOfContract { .. })
        )
    });
    let near = before.is_some_and(|one| {
        let ends = one.found.places.iter().map(|place| place.span.1).max();
        ends.is_some_and(|end| read.span.0 <= end + NEAR)
    });
    near && read.quote.contains('年') && !read.quote.contains('折')
}

/// 市区每次80元: a price for some places or hours is no price of every visit.
fn somewhere(quote: &str) -> bool {
    let page = Page::of(quote);
    let named = conditions::named(&page, 0, page.clean.chars.len());
    named.iter().any(|named| {
        matches!(
            named.dimension,
            Dimension::Region | Dimension::ReportHours | Dimension::FaultLevel
        )
    })
}

fn of_contract(quote: &str) -> bool {
    ["合同", "总价", "总额", "续保", "维保"]
        .iter()
        .any(|word| quote.contains(word))
        && !quote.contains(['折', '浮'])
}

fn is_person_day(per: &str, quote: &str) -> bool {
    let both = |text: &str| text.contains('人') && (text.contains('天') || text.contains('日'));
    both(per) || quote.contains("人天") || quote.contains("人日")
}

/// The year the words speak of; the first where they name none.
fn years(quote: &str) -> u32 {
    const NUMBERS: [[&str; 3]; 5] = [
        ["一年", "1年", "首年"],
        ["两年", "2年", "二年"],
        ["三年", "3年", "第三年"],
        ["四年", "4年", "第四年"],
        ["五年", "5年", "第五年"],
    ];
    (1..)
        .zip(NUMBERS)
        .find(|(_, words)| words.iter().any(|word| quote.contains(word)))
        .map_or(1, |(number, _)| number)
}
