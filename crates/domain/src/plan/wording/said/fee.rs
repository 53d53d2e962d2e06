//! Fees: a sentence, or a table of rates.

use super::super::when::REMAINING;
use super::rest::Rest;
use super::{Heard, Pen, sentence};
use crate::plan::clauses::fee::{CallOutRow, Fee, TermRate, YearRate};
use crate::plan::document::AnswerKind;
use crate::plan::{Condition, Promise};

impl Pen<'_> {
    pub(super) fn fee(&mut self, lines: &[String]) -> Option<Heard> {
        let (when, fee) = match lines {
            [_] => self.one_rate(lines)?,
            [lead, _columns, rows @ ..] => self.rates(lead, rows)?,
            [] => return None,
        };
        Some(Heard::of(when, Promise::Fee(fee)))
    }

    fn one_rate(&mut self, lines: &[String]) -> Option<(Condition, Fee)> {
        let mut rest = sentence(lines)?;
        let when = self.opening(&mut rest);
        let fee = if rest.eat("按次服务的，人工费按") {
            let fen = rest.money()?;
            rest.must("/人天收取")?;
            Fee::PersonDay {
                by_year: vec![YearRate { year: 1, fen }],
            }
        } else if rest.eat("上门服务收取上门费") {
            let otherwise_fen = self.asked(&mut rest, AnswerKind::Fen, Rest::money)?;
            rest.must("/次")?;
            Fee::CallOut {
                rows: Vec::new(),
                otherwise_fen,
            }
        } else if rest.eat("更换零件只收零件成本费，免收人工费、服务费") {
            Fee::PartsAtCost
        } else if rest.eat("我方提供服务收取成本费") {
            Fee::AtCost
        } else if rest.eat("我方提供服务按事先确认的报价收费") {
            Fee::ByQuote
        } else if rest.eat("服务收费标准：") {
            let whole = |rest: &mut Rest<'_>| Some(std::mem::take(&mut rest.0).to_owned());
            let rates = self.asked(&mut rest, AnswerKind::Text, whole)?;
            Fee::Stated { rates }
        } else {
            rest.must("按")?;
            let list = rest.until("所列单价的")?.to_owned();
            let charged_bps = self.asked(&mut rest, AnswerKind::BasisPoints, Rest::share)?;
            rest.must("收费")?;
            Fee::PriceList { list, charged_bps }
        };
        rest.end()?;
        Some((when, fee))
    }

    fn rates(&mut self, lead: &str, rows: &[String]) -> Option<(Condition, Fee)> {
        let mut rest = Rest(lead);
        let when = self.opening(&mut rest);
        let cells = rows.iter().map(|row| row.split_once('\t'));
        let fee = match rest.0 {
            "续签维保合同的，服务费标准如下：" => Fee::PercentOfContract {
                by_term: cells
                    .map(|row| {
                        let (years, mut share) = row.map(|(one, two)| (Rest(one), Rest(two)))?;
                        share.must("按合同总额的")?;
                        Some(TermRate {
                            years: between(years, "续签", "年")?,
                            bps: share.share()?,
                        })
                    })
                    .collect::<Option<_>>()?,
            },
            "按次服务的，人工费标准如下：" => Fee::PersonDay {
                by_year: cells
                    .map(|row| {
                        let (year, mut fee) = row.map(|(one, two)| (Rest(one), Rest(two)))?;
                        fee.must("按")?;
                        Some(YearRate {
                            year: between(year, "保修期满后第", "年")?,
                            fen: fee.money()?,
                        })
                    })
                    .collect::<Option<_>>()?,
            },
            "上门服务的收费标准如下：" => self.call_outs(rows)?,
            _ => return None,
        };
        Some((when, fee))
    }

    fn call_outs(&mut self, rows: &[String]) -> Option<Fee> {
        let (last, rows) = rows.split_last()?;
        let mut found = Vec::new();
        for row in rows {
            let (when, fee) = row.split_once('\t')?;
            let mut fee = Rest(fee);
            fee.must("收取上门费")?;
            found.push(CallOutRow {
                when: self.circumstances(when)?,
                fen: fee.money()?,
            });
        }
        let (when, fee) = last.split_once('\t')?;
        REMAINING.contains(&when).then_some(())?;
        let mut fee = Rest(fee);
        fee.must("收取上门费")?;
        Some(Fee::CallOut {
            rows: found,
            otherwise_fen: self.asked(&mut fee, AnswerKind::Fen, Rest::money)?,
        })
    }
}

fn between(mut rest: Rest<'_>, before: &str, behind: &str) -> Option<u32> {
    rest.must(before)?;
    let number = rest.number()?;
    rest.must(behind)?;
    rest.end().map(|()| number)
}
