//! Warranty terms: what is covered for how long, and from which day.

use super::super::names;
use super::rest::Rest;
use super::{Heard, Pen};
use crate::plan::clauses::warranty::{
    Covered, OtherTerm, RepairDays, StartDate, Term, Territory, Usage, UsageUnit, WarrantyTerm,
    Whichever,
};
use crate::plan::document::AnswerKind;
use crate::plan::{Asked, Condition, Promise};
use crate::slug::ComponentClass;

const USAGE: &[(&str, UsageUnit)] = &[
    ("小时", UsageUnit::Hours),
    ("公里", UsageUnit::Kilometres),
    ("次", UsageUnit::Cycles),
];

impl Pen<'_> {
    pub(super) fn warranty(&mut self, heading: &str, lines: &[String]) -> Option<Heard> {
        let (first, more) = lines.split_first()?;
        let mut rest = Rest(first.strip_suffix('。')?);
        let mut term = WarrantyTerm {
            covers: covered(rest, heading)?,
            term: Asked::Known(Term::Lifetime),
            or_usage: None,
            or_term: None,
            starts_from: Vec::new(),
            without_proof: None,
            repair_days: RepairDays::default(),
            replaced_part_months: None,
            territory: Territory::default(),
        };
        if rest.0.contains("终身免费保修") {
            rest.until("终身免费保修")?;
        } else {
            rest.until("保修期为")?;
            term.term = self.term(&mut rest)?;
            term.or_usage = usage(&mut rest);
        }
        term.or_term = self.other(&mut rest);
        rest.end()?;
        for line in more {
            further(line, &mut term)?;
        }
        Some(Heard::of(Condition::default(), Promise::WarrantyTerm(term)))
    }

    fn term(&mut self, rest: &mut Rest<'_>) -> Option<Asked<Term>> {
        self.asked(rest, AnswerKind::Term, |rest| {
            if rest.eat("终身") {
                Some(Term::Lifetime)
            } else {
                rest.limit().map(Term::Period)
            }
        })
    }

    /// ，或自交付日起24个月，以先到者为准.
    fn other(&mut self, rest: &mut Rest<'_>) -> Option<OtherTerm> {
        rest.must("，或")?;
        let mut starts_from = Vec::new();
        if rest.eat("自") {
            starts_from.push(rest.one(StartDate::ALL, names::start)?);
            if rest.eat("（没有的依次以") {
                starts_from.extend(rest.several(StartDate::ALL, names::start)?);
                rest.must("计）")?;
            }
            rest.must("起")?;
        }
        let term = self.term(rest)?;
        let whichever = if rest.eat("，以先到者为准") {
            Whichever::First
        } else {
            rest.must("，以后到者为准")?;
            Whichever::Last
        };
        Some(OtherTerm {
            term,
            starts_from,
            whichever,
        })
    }
}

fn usage(rest: &mut Rest<'_>) -> Option<Usage> {
    let mut ahead = *rest;
    ahead.must("或")?;
    let amount = ahead.number()?;
    let (_, unit) = USAGE.iter().find(|(words, _)| ahead.eat(words))?;
    ahead.must("（以先到者为准）")?;
    *rest = ahead;
    Some(Usage {
        amount,
        unit: *unit,
    })
}

/// What the term is for, by the first words of its sentence.
fn covered(rest: Rest<'_>, heading: &str) -> Option<Covered> {
    let length = rest
        .0
        .find("保修期为")
        .or_else(|| rest.0.find("终身免费保修"))?;
    Some(match &rest.0[..length] {
        "整机" => Covered::WholeUnit { except: Vec::new() },
        "软件" => Covered::Software,
        name => Covered::Component {
            class: class(name).or_else(|| class(heading.strip_suffix("保修期")?))?,
        },
    })
}

/// The class of components of a name.
fn class(name: &str) -> Option<ComponentClass> {
    let common = names::COMMON.iter().find(|(_, own)| *own == name);
    let quoted = || name.strip_prefix('“')?.strip_suffix("”部件")?.parse().ok();
    let common = common.and_then(|(word, _)| word.parse().ok());
    common
        .or_else(quoted)
        .or_else(|| ComponentClass::spelling(name))
}

fn further(line: &str, term: &mut WarrantyTerm) -> Option<()> {
    let mut rest = Rest(line.strip_suffix('。')?);
    if let Some(names) = rest.0.strip_suffix("不在保修范围之内") {
        let classes: Option<Vec<_>> = names.split('、').map(class).collect();
        let Covered::WholeUnit { except } = &mut term.covers else {
            return None;
        };
        *except = classes?;
        return Some(());
    }
    if rest.eat("保修起算日依次为") {
        term.starts_from = rest.several(StartDate::ALL, names::start)?;
        rest.must("，前一日期没有的以后一日期计")?;
    } else if rest.eat("保修起算日为") {
        term.starts_from = vec![rest.one(StartDate::ALL, names::start)?];
    } else if rest.eat("无保修卡或购货凭证的，保修起算日为") {
        term.without_proof = Some(rest.one(StartDate::ALL, names::start)?);
    } else if rest.eat("修理占用的时间不计入，保修期相应顺延") {
        term.repair_days = RepairDays::Extend;
    } else if rest.eat("本条仅适用于在中国境内销售的产品") {
        term.territory = Territory::Domestic;
    } else {
        rest.must("更换的部件保修期为")?;
        term.replaced_part_months = Some(rest.number()?);
        rest.must("个月，原保修期剩余时间更长的，从其剩余时间")?;
    }
    rest.end()
}
