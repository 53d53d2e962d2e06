use super::known::Known;
use super::{
    FaultCode, Faults, MAX_BPS, MAX_DAYS, MAX_MONTHS, MAX_TIMES, MAX_USE, MAX_WEEKS, MAX_YEARS,
    condition, limit,
};
use crate::plan::asked_fields::asked_of;
use crate::plan::clauses::document::IssuedDocument;
use crate::plan::clauses::duty::{EveryUnit, RecurringDuty};
use crate::plan::clauses::fee::Fee;
use crate::plan::clauses::parts::Parts;
use crate::plan::clauses::remedy::{Entitles, Remedy, Trigger};
use crate::plan::clauses::warranty::{StartDate, WarrantyTerm};
use crate::plan::{Asked, Clause, Promise};

/// One clause: its words, its condition, its questions and its promise.
pub(super) fn check(clause: &Clause, pointer: &str, known: &Known<'_>, faults: &mut Faults) {
    faults.text(&clause.heading, format!("{pointer}/heading"));
    faults.text(&clause.text, format!("{pointer}/text"));
    condition::check(&clause.when, &format!("{pointer}/when"), known, faults);
    let at = format!("{pointer}/promise");
    check_asked(&clause.promise, &at, known, faults);
    check_promise(&clause.promise, &at, known, faults);
}

fn check_asked(promise: &Promise, pointer: &str, known: &Known<'_>, faults: &mut Faults) {
    for (parameter, path, kind) in asked_of(promise) {
        match known.parameters.get(&parameter) {
            None => faults.add(
                FaultCode::UnknownParameter,
                format!("{pointer}{path}"),
                &parameter,
            ),
            Some(asked) if *asked != kind => {
                faults.add(
                    FaultCode::WrongAnswerKind,
                    format!("{pointer}{path}"),
                    format!("{parameter}: {asked}"),
                );
            }
            Some(_) => {}
        }
    }
}

/// What a promise says, whatever is still asked.
pub(super) fn check_promise(promise: &Promise, at: &str, known: &Known<'_>, faults: &mut Faults) {
    match promise {
        Promise::WarrantyTerm(warranty) => check_warranty(warranty, at, faults),
        Promise::Coverage(coverage) => faults.list(&coverage.standing, format!("{at}/standing")),
        Promise::TimeLimit(time_limit) => limit::check(time_limit, at, known, faults),
        Promise::Remedy(remedy) => check_remedy(remedy, at, known, faults),
        Promise::RecurringDuty(duty) => check_duty(duty, at, faults),
        Promise::Parts(parts) => check_parts(parts, at, faults),
        Promise::Fee(fee) => check_fee(fee, at, known, faults),
        Promise::Conduct(conduct) => {
            faults.list(&conduct.items, format!("{at}/items"));
            check_items(
                conduct
                    .items
                    .iter()
                    .map(|item| (item.id.as_str(), &item.text)),
                &format!("{at}/items"),
                faults,
            );
        }
        Promise::Document(document) => check_document(document, at, known, faults),
        Promise::Channel(attendance) => {
            if let Some(address) = attendance.address.known() {
                faults.text(address, format!("{at}/address"));
            }
        }
        Promise::Training(training) => {
            faults.text(&training.audience, format!("{at}/audience"));
            faults.text(&training.outcome, format!("{at}/outcome"));
            faults.list(&training.content, format!("{at}/content"));
            for (index, line) in training.content.iter().enumerate() {
                faults.text(line, format!("{at}/content/{index}"));
            }
        }
        Promise::Delivery(delivery) => {
            faults.list(&delivery.steps, format!("{at}/steps"));
            check_items(
                delivery
                    .steps
                    .iter()
                    .map(|step| (step.id.as_str(), &step.text)),
                &format!("{at}/steps"),
                faults,
            );
            for (index, resource) in delivery.resources.iter().enumerate() {
                faults.text(&resource.name, format!("{at}/resources/{index}/name"));
                let pointer = format!("{at}/resources/{index}/count");
                faults.count(resource.count, MAX_TIMES, pointer);
            }
        }
        Promise::Procedure(procedure) => {
            faults.list(&procedure.steps, format!("{at}/steps"));
            check_items(
                procedure
                    .steps
                    .iter()
                    .map(|step| (step.id.as_str(), &step.text)),
                &format!("{at}/steps"),
                faults,
            );
        }
    }
}

fn check_items<'a>(
    items: impl Iterator<Item = (&'a str, &'a String)> + Clone,
    at: &str,
    faults: &mut Faults,
) {
    faults.ids(items.clone().map(|(id, _)| id), at);
    for (index, (_, text)) in items.enumerate() {
        faults.text(text, format!("{at}/{index}/text"));
    }
}

fn known_count(count: &Asked<u32>, most: u32, pointer: String, faults: &mut Faults) {
    if let Some(count) = count.known() {
        faults.count(*count, most, pointer);
    }
}

fn check_duty(duty: &RecurringDuty, at: &str, faults: &mut Faults) {
    let most = match duty.every.unit {
        EveryUnit::Days => MAX_DAYS,
        EveryUnit::Weeks => MAX_WEEKS,
        EveryUnit::Months => MAX_MONTHS,
    };
    known_count(&duty.every.count, most, format!("{at}/every/count"), faults);
    faults.at_most_if_known(&duty.early_days, MAX_DAYS, format!("{at}/early_days"));
    faults.at_most_if_known(&duty.late_days, MAX_DAYS, format!("{at}/late_days"));
}

fn check_warranty(warranty: &WarrantyTerm, at: &str, faults: &mut Faults) {
    check_starts(&warranty.starts_from, &format!("{at}/starts_from"), faults);
    if let Some(other) = &warranty.or_term {
        check_starts(
            &other.starts_from,
            &format!("{at}/or_term/starts_from"),
            faults,
        );
    }
    if let Some(usage) = warranty.or_usage {
        faults.count(usage.amount, MAX_USE, format!("{at}/or_usage/amount"));
    }
    if let Some(months) = warranty.replaced_part_months {
        faults.count(months, MAX_MONTHS, format!("{at}/replaced_part_months"));
    }
}

fn check_starts(starts: &[StartDate], at: &str, faults: &mut Faults) {
    faults.list(starts, at.to_owned());
    for (index, start) in starts.iter().enumerate() {
        if starts[..index].contains(start) {
            faults.add(FaultCode::DuplicateId, format!("{at}/{index}"), start);
        }
    }
}

fn check_remedy(remedy: &Remedy, at: &str, known: &Known<'_>, faults: &mut Faults) {
    match &remedy.trigger {
        Trigger::WithinDaysOfReceipt { days } => {
            known_count(days, MAX_DAYS, format!("{at}/trigger/days"), faults);
        }
        Trigger::DistanceSale { days } => {
            faults.count(*days, MAX_DAYS, format!("{at}/trigger/days"));
        }
        Trigger::SafetyDefect { days, kilometres } => {
            faults.count(*days, MAX_DAYS, format!("{at}/trigger/days"));
            faults.count(*kilometres, MAX_USE, format!("{at}/trigger/kilometres"));
        }
        Trigger::SameDefectRepaired { times } | Trigger::RepairedStillFaulty { times } => {
            faults.count(*times, MAX_TIMES, format!("{at}/trigger/times"));
        }
        Trigger::RepairLongerThan { days } | Trigger::PartsMissingFor { days } => {
            faults.count(*days, MAX_DAYS, format!("{at}/trigger/days"));
        }
        Trigger::LimitBroken { clause } if !known.clauses.contains(clause) => {
            faults.add(
                FaultCode::UnknownClause,
                format!("{at}/trigger/clause"),
                clause,
            );
        }
        _ => {}
    }
    faults.list(&remedy.entitles, format!("{at}/entitles"));
    for (list, entitled) in [("entitles", &remedy.entitles), ("besides", &remedy.besides)] {
        for (index, one) in entitled.iter().enumerate() {
            let pointer = format!("{at}/{list}/{index}");
            match one {
                Entitles::CompensationPerHour { fen, cap_fen }
                | Entitles::CompensationPerDay { fen, cap_fen } => {
                    amount(fen.0, format!("{pointer}/fen"), faults);
                    amount(cap_fen.0, format!("{pointer}/cap_fen"), faults);
                }
                Entitles::CompensationOnce { fen } => {
                    amount(fen.0, format!("{pointer}/fen"), faults);
                }
                Entitles::Discount { bps } => {
                    faults.count(bps.0, MAX_BPS, format!("{pointer}/bps"));
                }
                _ => {}
            }
        }
    }
}

fn amount(fen: i64, pointer: String, faults: &mut Faults) {
    if fen < 0 {
        faults.add(FaultCode::NegativeAmount, pointer, fen);
    }
}

fn check_parts(parts: &Parts, at: &str, faults: &mut Faults) {
    match parts {
        Parts::Stocked { kinds } => faults.list(kinds, format!("{at}/kinds")),
        Parts::SuppliedFor { years, .. } => {
            known_count(years, MAX_YEARS, format!("{at}/years"), faults);
        }
        Parts::EndOfProductionNotice { months } => {
            faults.count(*months, MAX_MONTHS, format!("{at}/months"));
        }
        Parts::PriceCeiling { at_most_bps, .. } => {
            faults.count(at_most_bps.0, MAX_BPS, format!("{at}/at_most_bps"));
        }
        Parts::LocationsStated {
            places: Asked::Known(places),
        } => faults.text(places, format!("{at}/places")),
        _ => {}
    }
}

fn check_fee(fee: &Fee, at: &str, known: &Known<'_>, faults: &mut Faults) {
    match fee {
        Fee::PercentOfContract { by_term } => {
            faults.list(by_term, format!("{at}/by_term"));
            rising(
                by_term.iter().map(|rate| rate.years),
                &format!("{at}/by_term"),
                "years",
                faults,
            );
        }
        Fee::PersonDay { by_year } => {
            faults.list(by_year, format!("{at}/by_year"));
            rising(
                by_year.iter().map(|rate| rate.year),
                &format!("{at}/by_year"),
                "year",
                faults,
            );
            for (index, rate) in by_year.iter().enumerate() {
                amount(rate.fen.0, format!("{at}/by_year/{index}/fen"), faults);
            }
        }
        Fee::CallOut {
            rows,
            otherwise_fen,
        } => {
            condition::check_rows(
                rows.iter().map(|row| &row.when),
                &format!("{at}/rows"),
                known,
                faults,
            );
            for (index, row) in rows.iter().enumerate() {
                amount(row.fen.0, format!("{at}/rows/{index}/fen"), faults);
            }
            if let Some(fen) = otherwise_fen.known() {
                amount(fen.0, format!("{at}/otherwise_fen"), faults);
            }
        }
        Fee::PriceList { list, .. } => faults.text(list, format!("{at}/list")),
        Fee::Stated {
            rates: Asked::Known(rates),
        } => faults.text(rates, format!("{at}/rates")),
        Fee::Stated { .. } | Fee::PartsAtCost | Fee::AtCost | Fee::ByQuote => {}
    }
}

fn rising(years: impl Iterator<Item = u32>, pointer: &str, field: &str, faults: &mut Faults) {
    let mut last = 0;
    for (index, year) in years.enumerate() {
        if year <= last {
            faults.add(
                FaultCode::YearsOutOfOrder,
                format!("{pointer}/{index}/{field}"),
                year,
            );
        }
        last = year.max(last);
    }
}

fn check_document(document: &IssuedDocument, at: &str, known: &Known<'_>, faults: &mut Faults) {
    if let Some(within) = &document.within {
        limit::not_zero(within, format!("{at}/within"), faults);
        if document.after.is_none() {
            faults.add(FaultCode::WithinNothing, format!("{at}/after"), within);
        }
    }
    let unknown = FaultCode::UnknownSeverity;
    condition::names(
        &document.after_levels,
        &known.severities,
        unknown,
        &format!("{at}/after_levels"),
        faults,
    );
}
