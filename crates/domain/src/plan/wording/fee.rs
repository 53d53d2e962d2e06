//! Fees: a sentence, and a table where there are several rates.

use super::quantity::{money_in_words, share_in_words, stated};
use super::when;
use crate::plan::Plan;
use crate::plan::clauses::fee::Fee;
use crate::plan::wording::{Block, Table};

/// The blocks of a fee.
pub(super) fn blocks(plan: &Plan, opening: &str, fee: &Fee) -> Vec<Block> {
    let sentence = |text: String| vec![Block::Paragraph(format!("{opening}{text}。"))];
    match fee {
        Fee::PercentOfContract { by_term } => {
            let rows = by_term.iter().map(|rate| {
                vec![
                    format!("续签{}年", rate.years),
                    format!("按合同总额的{}收取年服务费。", share_in_words(rate.bps)),
                ]
            });
            table(
                opening,
                "续签维保合同的，服务费标准如下：",
                ["续签期限", "服务费"],
                rows.collect(),
            )
        }
        // One rate that names the first year is the rate of every year: 第1年 would say it ends.
        Fee::PersonDay { by_year } if by_year.len() == 1 && by_year[0].year == 1 => {
            let fee = money_in_words(by_year[0].fen);
            sentence(format!("按次服务的，人工费按{fee}/人天收取"))
        }
        Fee::PersonDay { by_year } => {
            let rows = by_year.iter().map(|rate| {
                vec![
                    format!("保修期满后第{}年", rate.year),
                    format!("按{}/人天收取服务费。", money_in_words(rate.fen)),
                ]
            });
            table(
                opening,
                "按次服务的，人工费标准如下：",
                ["年度", "人工费"],
                rows.collect(),
            )
        }
        Fee::CallOut {
            rows,
            otherwise_fen,
        } => {
            let charged = |fee: String| format!("收取上门费{fee}/次。");
            let mut lines: Vec<Vec<String>> = rows
                .iter()
                .map(|row| {
                    vec![
                        when::circumstances(plan, &row.when).join("，"),
                        charged(money_in_words(row.fen)),
                    ]
                })
                .collect();
            let fee = stated(otherwise_fen, |fen| money_in_words(*fen));
            if lines.is_empty() {
                return sentence(format!("上门服务收取上门费{fee}/次"));
            }
            let conditions: Vec<_> = rows.iter().map(|row| &row.when).collect();
            lines.push(vec![when::remaining(&conditions).to_owned(), charged(fee)]);
            table(
                opening,
                "上门服务的收费标准如下：",
                ["情形", "上门费"],
                lines,
            )
        }
        Fee::PriceList { list, charged_bps } => {
            let share = stated(charged_bps, |share| share_in_words(*share));
            sentence(format!("按{list}所列单价的{share}收费"))
        }
        Fee::PartsAtCost => sentence("更换零件只收零件成本费，免收人工费、服务费".to_owned()),
        Fee::AtCost => sentence("我方提供服务收取成本费".to_owned()),
        Fee::ByQuote => sentence("我方提供服务按事先确认的报价收费".to_owned()),
        Fee::Stated { rates } => sentence(format!("服务收费标准：{}", stated(rates, Clone::clone))),
    }
}

fn table(opening: &str, lead: &str, head: [&str; 2], rows: Vec<Vec<String>>) -> Vec<Block> {
    vec![
        Block::Paragraph(format!("{opening}{lead}")),
        Block::Table(Table {
            head: head.map(str::to_owned).to_vec(),
            widths: vec![450, 550],
            rows,
        }),
    ]
}
