//! What the law's clauses are called and where they are written, in each language of the interface.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::{Floor, LegalRule, LegalValue};
use crate::language::Language;
use crate::plan::clauses::remedy::{Remedy, Trigger};
use crate::plan::clauses::warranty::Covered;
use crate::plan::{Clause, Promise};
use crate::time::Limit;

const SOURCES: &str = include_str!("../../data/legal-sources.csv");

/// What a clause is called, and what it says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wording {
    /// The heading.
    pub heading: String,
    /// The sentence.
    pub sentence: String,
}

impl Wording {
    /// A clause in its own words.
    pub fn own(clause: &Clause) -> Self {
        Self {
            heading: clause.heading.clone(),
            sentence: clause.text.clone(),
        }
    }

    /// A clause of the law, which rests on one of its rows.
    pub fn law(promise: &Promise, floor: &Floor, language: Language) -> Self {
        let source = source_name(&floor.source, language);
        Self {
            heading: heading(promise, floor, language),
            sentence: match language {
                Language::Chinese => format!("依据：{source}。"),
                Language::English => format!("Source: {source}."),
            },
        }
    }
}

impl Floor {
    /// The same floor with its source as it is called in a language.
    #[must_use]
    pub fn named_in(mut self, language: Language) -> Self {
        self.source = source_name(&self.source, language).to_owned();
        self
    }
}

/// What a source is called. One that a company wrote itself is called what the company calls it.
pub fn source_name(source: &str, language: Language) -> &str {
    static ENGLISH: LazyLock<BTreeMap<&str, &str>> = LazyLock::new(|| {
        let rows = SOURCES.lines().skip(1);
        rows.filter_map(|line| line.split_once(',')).collect()
    });
    language.choose(source, ENGLISH.get(source).copied().unwrap_or(source))
}

fn heading(promise: &Promise, floor: &Floor, language: Language) -> String {
    let (zh, en) = match promise {
        Promise::Remedy(Remedy {
            trigger: Trigger::SafetyDefect { days, kilometres },
            ..
        }) => (
            format!(
                "法定：{days} 天或 {kilometres} 公里内（先到为准）发生严重安全故障，可换货或退货"
            ),
            format!(
                "By law: exchange or return after a grave failure within {days} days or {kilometres} km, whichever is first"
            ),
        ),
        Promise::WarrantyTerm(warranty) => {
            let (zh, en) = covered(&warranty.covers);
            (
                format!("法定保修期：{zh}"),
                format!("Statutory warranty term: {en}"),
            )
        }
        Promise::Coverage(_) => (
            "法定：保修期内免费修理".to_owned(),
            "By law: repaired free within the warranty term".to_owned(),
        ),
        _ => ruled(floor.rule, count(floor.value)),
    };
    language.choose(zh, en)
}

/// The figure of a row; years where it counts months, minutes where it counts hours.
fn count(value: LegalValue) -> u32 {
    match value {
        LegalValue::Times(count)
        | LegalValue::Kilometres(count)
        | LegalValue::Period(Limit::NaturalDays(count) | Limit::WorkingDays(count)) => count,
        LegalValue::Period(Limit::Months(months)) => months.div_ceil(12),
        LegalValue::Period(Limit::Natural(span)) => minutes(span.get()),
        LegalValue::Period(Limit::Working(span)) => minutes(span.get()),
        LegalValue::Seasons(count) => count,
        LegalValue::DailyBps(_) | LegalValue::BpsPer1000Km(_) => 0,
    }
}

fn minutes(span: jiff::SignedDuration) -> u32 {
    u32::try_from(span.as_mins()).unwrap_or(0)
}

fn ruled(rule: LegalRule, n: u32) -> (String, String) {
    match rule {
        LegalRule::ReturnDays => (
            format!("法定：收货 {n} 天内可退货、换货或修理"),
            format!("By law: return, exchange or repair within {n} days of receipt"),
        ),
        LegalRule::ConsumerReturnDays => (
            format!("法定：收货 {n} 天内质量不合格可退货"),
            format!("By law: return of faulty goods within {n} days of receipt"),
        ),
        LegalRule::ExchangeDays => (
            format!("法定：收货 {n} 天内可换货或修理"),
            format!("By law: exchange or repair within {n} days of receipt"),
        ),
        LegalRule::RepeatRepair => (
            format!("法定：修理 {n} 次仍不能正常使用，换同型号新品"),
            format!("By law: a new one of the same model when {n} repairs have not helped"),
        ),
        LegalRule::RepairDays => (
            format!("法定：修理超过 {n} 天，免费换货"),
            format!("By law: free exchange when a repair takes more than {n} days"),
        ),
        LegalRule::PartsDays => (
            format!("法定：缺配件超过 {n} 天，免费换货"),
            format!("By law: free exchange when parts are missing for more than {n} days"),
        ),
        LegalRule::DistanceReturnDays => (
            format!("法定：远程购物收货 {n} 天内可无理由退货"),
            format!("By law: goods bought at a distance returned within {n} days without a reason"),
        ),
        LegalRule::ExchangeRestartsTerm => (
            "法定：换货后保修期重新计算".to_owned(),
            "By law: the warranty term begins anew after an exchange".to_owned(),
        ),
        LegalRule::LiftMaintenanceDays => (
            format!("法定：电梯至少每 {n} 天维护保养一次"),
            format!("By law: lifts maintained at least every {n} days"),
        ),
        LegalRule::LiftTrappedCity => (
            format!("法定：城市电梯困人 {n} 分钟内到场"),
            format!("By law: on site within {n} minutes when a lift traps somebody in a city"),
        ),
        LegalRule::LiftTrappedElsewhere => (
            format!("法定：其他地区电梯困人 {n} 分钟内到场"),
            format!("By law: on site within {n} minutes when a lift traps somebody elsewhere"),
        ),
        LegalRule::BusySeasonEasyDays => (
            format!("法定：农忙季节容易修复的 {n} 天内修好"),
            format!("By law: easy repairs done within {n} days in the busy season"),
        ),
        LegalRule::BusySeasonHardDays => (
            format!("法定：农忙季节不易修复的 {n} 天内修好"),
            format!("By law: hard repairs done within {n} days in the busy season"),
        ),
        LegalRule::LoanCarAfterDays => (
            format!("法定：修理超过 {n} 天，提供备用车"),
            format!("By law: a car on loan when a repair takes more than {n} days"),
        ),
        LegalRule::PartsSupply => (
            format!("法定：停产后 {n} 年内供应配件"),
            format!("By law: parts are supplied for {n} years after the end of production"),
        ),
        LegalRule::ConsumerAnswerDays | LegalRule::ClaimAnswerDays => (
            format!("法定：{n} 天内答复修理、更换、退货要求"),
            format!("By law: demands for repair, exchange or return answered within {n} days"),
        ),
        // The others raise or compute what a promise says, and make no clause of their own.
        other => (format!("法定：{other}"), format!("By law: {other}")),
    }
}

fn covered(covers: &Covered) -> (&str, &str) {
    let class = match covers {
        Covered::WholeUnit { .. } => return ("整机", "whole unit"),
        Covered::Software => return ("软件", "software"),
        Covered::Component { class } => class.as_str(),
    };
    match class {
        "main-parts" => ("主要部件", "main parts"),
        "battery" => ("电池", "battery"),
        "charger" => ("充电器", "charger"),
        "wired-headset" => ("有线耳机", "wired headset"),
        "frame" => ("车架", "frame"),
        "waterproofing" => ("防水", "waterproofing"),
        "wiring" => ("电气管线", "wiring"),
        "pipes" => ("给排水管道", "pipes"),
        "equipment" => ("设备安装", "installed equipment"),
        "fitting-out" => ("装修工程", "fitting-out"),
        other => (other, other),
    }
}

#[cfg(test)]
mod tests {
    use super::super::{implied, shipped};
    use super::*;

    fn is_chinese(text: &str) -> bool {
        text.chars()
            .any(|char| ('\u{4e00}'..='\u{9fff}').contains(&char))
    }

    #[test]
    fn every_clause_of_the_shipped_law_is_worded_in_both_languages() {
        let mut worded = 0;
        for row in shipped() {
            assert!(
                !is_chinese(source_name(&row.source, Language::English)),
                "{row:?}"
            );
            for one in implied(&[row], &[]) {
                let said = |language| Wording::law(&one.clause.promise, &one.floor, language);
                assert_eq!(said(Language::Chinese), Wording::own(&one.clause));
                let english = said(Language::English);
                let is_whole = english.heading != format!("By law: {}", row.rule);
                assert!(is_whole && !is_chinese(&english.heading), "{english:?}");
                assert!(!is_chinese(&english.sentence), "{english:?}");
                worded += 1;
            }
        }
        assert!(worded > 30, "{worded}");
    }

    #[test]
    fn a_source_the_company_wrote_keeps_its_name() {
        assert_eq!(source_name("公司内规", Language::English), "公司内规");
    }
}
