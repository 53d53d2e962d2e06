//! Spare parts.

use super::super::parts::{reference, rule, stock};
use super::{Heard, Pen, sentence};
use crate::money::BasisPoints;
use crate::plan::Promise;
use crate::plan::clauses::parts::{Parts, PriceReference, StockKind, SupplyStart};
use crate::plan::document::AnswerKind;

/// Rules that state no value.
const PLAIN: &[Parts] = &[
    Parts::ProjectPool,
    Parts::SuppliedForDesignLife,
    Parts::NextGenerationCompatible,
    Parts::GenuineOnly,
    Parts::OrderedFromMaker,
];

impl Pen<'_> {
    pub(super) fn parts(&mut self, lines: &[String]) -> Option<Heard> {
        let mut rest = sentence(lines)?;
        let when = self.opening(&mut rest);
        let parts = if let Some(plain) = PLAIN.iter().find(|it| rule(it) == rest.0) {
            rest.0 = "";
            plain.clone()
        } else if rest.eat("我方备件库常备") {
            let kinds = rest.several(StockKind::ALL, stock)?;
            Parts::Stocked { kinds }
        } else if rest.eat("我方自售出之日起至少供应备件") {
            self.supplied(&mut rest, SupplyStart::Sale)?
        } else if rest.eat("产品停产后，我方继续供应备件") {
            self.supplied(&mut rest, SupplyStart::EndOfProduction)?
        } else if rest.eat("产品停产的，我方提供兼容的替代备件，并提前") {
            let months = rest.number()?;
            rest.must("个月告知")?;
            Parts::EndOfProductionNotice { months }
        } else if rest.eat("备件单价不高于") {
            let reference = rest.one(PriceReference::ALL, reference)?;
            let at_most_bps = if rest.eat("的") {
                rest.share()?
            } else {
                BasisPoints::WHOLE
            };
            Parts::PriceCeiling {
                reference,
                at_most_bps,
            }
        } else {
            rest.must("我方备件库设在")?;
            let places = self.asked(&mut rest, AnswerKind::Text, |rest| {
                Some(std::mem::take(&mut rest.0).to_owned())
            })?;
            Parts::LocationsStated { places }
        };
        rest.end()?;
        Some(Heard::of(when, Promise::Parts(parts)))
    }

    fn supplied(&mut self, rest: &mut super::Rest<'_>, from: SupplyStart) -> Option<Parts> {
        let years = self.asked(rest, AnswerKind::Number, super::Rest::number)?;
        rest.must("年")?;
        Some(Parts::SuppliedFor { years, from })
    }
}
