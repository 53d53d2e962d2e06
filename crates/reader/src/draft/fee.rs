//! Fees: a rate of the contract, of a person's day, of a visit, or in words.

use domain::money::{BasisPoints, Fen};
use domain::plan::clauses::fee::{Fee, TermRate, YearRate};
use domain::plan::{Asked, Promise};

use super::convert::Pen;
use crate::reading::{Clause as Read, Terms};

pub(super) fn write(pen: &mut Pen, read: &Read) {
    let Terms::Fee {
        percent_bps,
        amount_fen,
        per,
        at_cost,
        free,
    } = &read.terms
    else {
        return;
    };
    let quote = read.quote.as_str();
    let bps = percent_bps
        .and_then(|bps| u32::try_from(bps).ok())
        .map(BasisPoints);
    let fen = amount_fen.and_then(|fen| i64::try_from(fen).ok()).map(Fen);
    let fee = match (bps, fen, per.as_deref().unwrap_or_default()) {
        (Some(bps), _, _) if of_contract(quote) => Fee::PercentOfContract {
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
        (None, Some(fen), per) if per.starts_with('次') || quote.contains("上门费") => {
            Fee::CallOut {
                rows: Vec::new(),
                otherwise_fen: Asked::Known(fen),
            }
        }
        (None, None, _) if *at_cost && free.contains(&"labour") => Fee::PartsAtCost,
        (None, None, _) if *at_cost => Fee::AtCost,
        (None, None, _) if quote.contains("报价") => Fee::ByQuote,
        _ => Fee::Stated {
            rates: Asked::Known(quote.trim().to_owned()),
        },
    };
    let id = pen.id("fee");
    pen.add(id, read, Promise::Fee(fee), Vec::new());
}

fn of_contract(quote: &str) -> bool {
    ["合同", "总价", "总额", "续保", "维保"]
        .iter()
        .any(|word| quote.contains(word))
        && !quote.contains('折')
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
