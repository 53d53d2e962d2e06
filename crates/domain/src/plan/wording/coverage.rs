//! Coverage: for which causes something is done, and who pays.

use super::quantity::BLANK;
use super::{names, when};
use crate::plan::clauses::coverage::{AskedCharges, Cause, Charge, Coverage, Standing, Subject};
use crate::plan::{Asked, Clause, Plan};

/// The sentence of a coverage.
pub(super) fn sentences(plan: &Plan, clause: &Clause, coverage: &Coverage) -> Vec<String> {
    let mut opening = standing(&coverage.standing);
    opening.push_str(&when::opening(plan, &[&clause.when]));
    let causes = causes(&coverage.causes);
    let done = names::subject(coverage.subject);
    let sentence = match uniform(&coverage.charges) {
        Some(Asked::Known(Charge::Free)) => format!("{opening}{causes}我方免费{done}。"),
        Some(Asked::Known(Charge::Refused)) => {
            format!(
                "{opening}{causes}不属于免费服务范围，我方不予{}。",
                noun(coverage.subject)
            )
        }
        Some(Asked::Known(charge)) => format!("{opening}{causes}我方{done}，{}。", whole(*charge)),
        Some(Asked::Ask(_)) => format!("{opening}{causes}我方{done}，按{BLANK}收取费用。"),
        None => format!("{opening}{causes}我方{done}，{}。", each(&coverage.charges)),
    };
    vec![sentence]
}

fn standing(states: &[Standing]) -> String {
    if states.is_empty() || states.len() == Standing::ALL.len() {
        return String::new();
    }
    let states: Vec<&str> = states.iter().map(|it| names::standing(*it)).collect();
    format!("{}，", states.join("或"))
}

fn causes(causes: &[Cause]) -> String {
    if causes.is_empty() {
        return String::new();
    }
    let causes: Vec<&str> = causes.iter().map(|it| names::cause(*it)).collect();
    format!("因{}造成的故障，", causes.join("、"))
}

pub(super) const fn noun(subject: Subject) -> &'static str {
    match subject {
        Subject::Repair => "保修",
        other => names::subject(other),
    }
}

fn uniform(charges: &AskedCharges) -> Option<&Asked<Charge>> {
    let all = [&charges.parts, &charges.travel, &charges.shipping];
    all.iter()
        .all(|charge| **charge == charges.labour)
        .then_some(&charges.labour)
}

pub(super) const fn whole(charge: Charge) -> &'static str {
    match charge {
        Charge::Free => "免收费用",
        Charge::AtCost => "收取成本费",
        Charge::PriceList => "按价目表收费",
        Charge::ByQuote => "按事先确认的报价收费",
        Charge::Refused => "不予办理",
    }
}

/// 免收人工费、差旅费，配件费按成本收取: the kinds of cost by what is charged for them.
fn each(charges: &AskedCharges) -> String {
    let kinds = [
        (&charges.labour, "人工费"),
        (&charges.parts, "材料费"),
        (&charges.travel, "差旅费"),
        (&charges.shipping, "运费"),
    ];
    let of = |wanted: Option<Charge>| {
        let names: Vec<&str> = kinds
            .iter()
            .filter(|(charge, _)| charge.known().copied() == wanted)
            .map(|(_, name)| *name)
            .collect();
        (!names.is_empty()).then(|| names.join("、"))
    };
    Charge::ALL
        .iter()
        .filter_map(|charge| {
            let names = of(Some(*charge))?;
            Some(match charge {
                Charge::Free => format!("免收{names}"),
                Charge::AtCost => format!("{names}收取成本费"),
                Charge::PriceList => format!("{names}按价目表收费"),
                Charge::ByQuote => format!("{names}按事先确认的报价收费"),
                Charge::Refused => format!("{names}由客户自理"),
            })
        })
        .chain(of(None).map(|names| format!("{names}按{BLANK}收取")))
        .collect::<Vec<_>>()
        .join("，")
}
