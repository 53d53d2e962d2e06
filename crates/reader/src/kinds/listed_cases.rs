//! 市区1小时、郊区2小时到场，12小时内恢复运行: the list of places is over, and what follows holds for all of them.

use crate::outline::Page;
use crate::reading::{Clause, Condition, Milestone, Span, Terms};

/// Most characters between two limits of one sentence.
const NEAR: usize = 40;

/// A limit as it stands in its sentence.
struct Limit {
    /// Which clause it is.
    clause: usize,
    span: Span,
    to: Milestone,
    region: Own,
    hours: Own,
}

/// A case a limit holds for, and whether its own words name it.
#[derive(Clone, PartialEq)]
enum Own {
    None,
    Named(String),
    Carried,
}

impl Own {
    fn of(value: Option<&String>, quote: &str) -> Self {
        match value {
            None => Self::None,
            Some(value) if quote.contains(value.as_str()) => Self::Named(value.clone()),
            Some(_) => Self::Carried,
        }
    }
}

/// Takes the last place or hours of a list from the limits behind it that name none themselves.
pub(super) fn tell(page: &Page, clauses: &mut [Clause]) {
    let all = clauses.iter().enumerate();
    let limits: Vec<Limit> = all.filter_map(|(at, clause)| limit(at, clause)).collect();
    for sentence in limits.chunk_by(|one, next| goes_on(page, one.span, next.span)) {
        for (at, own) in sentence.iter().enumerate() {
            let listed = |of: fn(&Limit) -> &Own| {
                *of(own) == Own::Carried && is_listed(&sentence[..at], own.to, of)
            };
            let (places, hours) = (listed(|limit| &limit.region), listed(|limit| &limit.hours));
            if let Terms::TimeLimit { condition, .. } = &mut clauses[own.clause].terms {
                *condition = Condition {
                    region: condition.region.take().filter(|_| !places),
                    report_hours: condition.report_hours.take().filter(|_| !hours),
                    ..condition.clone()
                };
            }
        }
    }
}

fn limit(at: usize, clause: &Clause) -> Option<Limit> {
    let Terms::TimeLimit { to, condition, .. } = &clause.terms else {
        return None;
    };
    Some(Limit {
        clause: at,
        span: clause.span,
        to: *to,
        region: Own::of(condition.region.as_ref(), &clause.quote),
        hours: Own::of(condition.report_hours.as_ref(), &clause.quote),
    })
}

/// Whether two cases at least were named before for one other step.
fn is_listed(before: &[Limit], to: Milestone, of: fn(&Limit) -> &Own) -> bool {
    let named = |limit: &&Limit| matches!(of(limit), Own::Named(_)) && limit.to != to;
    let mut named = before.iter().filter(named);
    named
        .next()
        .is_some_and(|first| named.any(|other| other.to == first.to && of(other) != of(first)))
}

/// Whether a limit stands in the sentence of the one before.
fn goes_on(page: &Page, before: Span, span: Span) -> bool {
    let between = page.original.get(before.1.min(span.0)..span.0);
    between.is_some_and(|between| {
        between.len() <= NEAR && !between.iter().any(|c| "。；;\n\t".contains(*c))
    })
}

#[cfg(test)]
mod tests {
    use crate::reading::Terms;

    fn regions(text: &str) -> Vec<Option<String>> {
        let reading = crate::read(&format!("充电桩售后服务方案\n{text}"));
        let clauses = reading.plans.into_iter().flat_map(|plan| plan.clauses);
        let regions = clauses.filter_map(|clause| match clause.terms {
            Terms::TimeLimit { condition, .. } => Some(condition.region),
            _ => None,
        });
        regions.collect()
    }

    #[test]
    fn what_follows_a_list_of_places_holds_for_all() {
        let place = |name: &str| Some(name.to_owned());
        assert_eq!(
            regions("接到报修后市区1小时、郊区2小时到场，12小时内恢复运行。"),
            [place("市区"), place("郊区"), None]
        );
        assert_eq!(
            regions("市区2小时到场，24小时内修复；郊区4小时到场，48小时内修复。"),
            [place("市区"), place("市区"), place("郊区"), place("郊区")]
        );
    }
}
