//! Coverage: for which causes something is done, and who pays.

use super::super::coverage::{noun, whole};
use super::super::names;
use super::rest::Rest;
use super::{Heard, Pen, sentence};
use crate::plan::clauses::coverage::{AskedCharges, Cause, Charge, Coverage, Standing, Subject};
use crate::plan::document::AnswerKind;
use crate::plan::{Asked, Promise};

impl Pen<'_> {
    pub(super) fn coverage(&mut self, lines: &[String]) -> Option<Heard> {
        let mut rest = sentence(lines)?;
        let standing = standings(&mut rest);
        let when = self.opening(&mut rest);
        let mut causes = Vec::new();
        let mut ahead = rest;
        if ahead.eat("因") {
            causes = ahead.several(Cause::ALL, names::cause)?;
            ahead.must("造成的故障，")?;
            rest = ahead;
        }
        let (subject, charges) = self.charged(&mut rest)?;
        rest.end()?;
        Some(Heard::of(
            when,
            Promise::Coverage(Coverage {
                causes,
                standing: if standing.is_empty() {
                    Standing::ALL.to_vec()
                } else {
                    standing
                },
                subject,
                charges,
            }),
        ))
    }

    fn charged(&mut self, rest: &mut Rest<'_>) -> Option<(Subject, AskedCharges)> {
        if rest.eat("不属于免费服务范围，我方不予") {
            let subject = rest.one(Subject::ALL, noun)?;
            return Some((subject, AskedCharges::all(Charge::Refused)));
        }
        rest.must("我方")?;
        let free = rest.eat("免费");
        let subject = rest.one(Subject::ALL, names::subject)?;
        if free {
            return Some((subject, AskedCharges::all(Charge::Free)));
        }
        rest.must("，")?;
        if rest.0 == "按________收取费用" {
            rest.0 = "";
            let asked = self.ask(AnswerKind::Charge);
            return Some((subject, everything(&asked)));
        }
        let all = Charge::ALL.iter().find(|charge| whole(**charge) == rest.0);
        if let Some(all) = all {
            rest.0 = "";
            return Some((subject, AskedCharges::all(*all)));
        }
        let mut charges = AskedCharges::all(Charge::Free);
        let mut put = 0;
        for words in rest.0.split('，') {
            put += self.kinds(words, &mut charges)?;
        }
        rest.0 = "";
        (put == KINDS.len()).then_some((subject, charges))
    }

    /// 免收人工费、差旅费: how many kinds of cost it is said of.
    fn kinds(&mut self, words: &str, charges: &mut AskedCharges) -> Option<usize> {
        const SAID: &[(&str, &str, Charge)] = &[
            ("免收", "", Charge::Free),
            ("", "收取成本费", Charge::AtCost),
            ("", "按价目表收费", Charge::PriceList),
            ("", "按事先确认的报价收费", Charge::ByQuote),
            ("", "由客户自理", Charge::Refused),
        ];
        let bare = |ahead: &str, behind: &str| words.strip_prefix(ahead)?.strip_suffix(behind);
        let (names, known) = match SAID
            .iter()
            .find_map(|(ahead, behind, charge)| Some((bare(ahead, behind)?, *charge)))
        {
            Some((names, charge)) => (names, Some(charge)),
            None => (words.strip_suffix("按________收取")?, None),
        };
        let mut put = 0;
        for name in names.split('、') {
            let kind = KINDS.iter().position(|kind| *kind == name)?;
            // Costs that are asked together are printed as one; these are asked one by one.
            let charge = known.map_or_else(|| self.ask(AnswerKind::Charge), Asked::Known);
            let places = [
                &mut charges.labour,
                &mut charges.parts,
                &mut charges.travel,
                &mut charges.shipping,
            ];
            for (at, place) in places.into_iter().enumerate() {
                if at == kind {
                    place.clone_from(&charge);
                    put += 1;
                }
            }
        }
        Some(put)
    }
}

const KINDS: [&str; 4] = ["人工费", "材料费", "差旅费", "运费"];

fn everything(charge: &Asked<Charge>) -> AskedCharges {
    AskedCharges {
        labour: charge.clone(),
        parts: charge.clone(),
        travel: charge.clone(),
        shipping: charge.clone(),
    }
}

/// 保修期内或维保合同期内，.
fn standings(rest: &mut Rest<'_>) -> Vec<Standing> {
    let Some((words, behind)) = rest.0.split_once('，') else {
        return Vec::new();
    };
    let known = |name: &str| {
        Standing::ALL
            .iter()
            .find(|it| names::standing(**it) == name)
            .copied()
    };
    let found: Option<Vec<Standing>> = words.split('或').map(known).collect();
    if found.is_some() {
        rest.0 = behind;
    }
    found.unwrap_or_default()
}
