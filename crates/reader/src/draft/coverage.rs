//! What is covered, what is not, and who pays.

use domain::plan::Promise;
use domain::plan::clauses::coverage::{AskedCharges, Cause, Charge, Coverage, Standing, Subject};

use super::convert::{Pen, missing, unsaid};
use super::{condition, warranty};
use crate::reading::{Clause as Read, Payer, Terms};

pub(super) fn write(pen: &mut Pen, read: &Read) {
    let (causes, payer, when) = match &read.terms {
        Terms::Coverage {
            causes,
            payer,
            condition,
        } => (causes, *payer, condition.clone()),
        Terms::Exclusion { causes, payer } => {
            (causes, *payer, crate::reading::Condition::default())
        }
        _ => return,
    };
    let excluded = matches!(read.terms, Terms::Exclusion { .. });
    if excluded && causes.is_empty() && warranty::except(pen, read) {
        return;
    }
    if !excluded && causes.is_empty() && announces_exclusions(&read.quote) {
        return;
    }
    let mut open = Vec::new();
    let mut found = condition::condition(&mut pen.plan, &when);
    if found.unsaid || found.otherwise {
        open.push(unsaid("/when"));
    }
    let stated = std::mem::take(&mut found.when.standing);
    let subject = subject(&read.quote);
    let mut named: Vec<Cause> = causes
        .iter()
        .flat_map(|code| cause(code))
        .copied()
        .collect();
    named.dedup();
    if excluded && named.is_empty() && subject == Subject::Repair {
        // No cause would mean every cause: the opposite of an exclusion of something the table does not know.
        named.push(Cause::Unknown);
        open.push(missing("/promise/causes"));
    }
    let promise = Promise::Coverage(Coverage {
        causes: named,
        standing: if stated.is_empty() {
            standing(payer, subject)
        } else {
            stated
        },
        subject,
        charges: charges(payer),
    });
    let id = pen.id(if excluded { "exclusion" } else { "coverage" });
    pen.add_when(id, read, (found.when, promise), open);
}

/// 以下情况不包含在维保费内: what follows is excluded; the announcement covers nothing.
fn announces_exclusions(quote: &str) -> bool {
    let lists = ["以下", "下列", "如下"]
        .iter()
        .any(|word| quote.contains(word));
    let excludes = ["不包含", "不包括", "不含", "不在", "不属于", "不予", "除外"]
        .iter()
        .any(|word| quote.contains(word));
    lists && excludes
}

/// The causes of the domain a code of the reader stands for.
fn cause(code: &str) -> &'static [Cause] {
    match code {
        "design" => &[Cause::Design],
        "process" => &[Cause::Process],
        "material" => &[Cause::Material],
        "manufacture" => &[Cause::Manufacture],
        "transport" => &[Cause::Transport],
        "installation" => &[Cause::Installation],
        "software_bug" => &[Cause::SoftwareBug],
        "wear" => &[Cause::Wear],
        "operator_error" => &[Cause::OperatorError],
        "misuse" => &[Cause::Misuse, Cause::ExternalForce],
        "accident" => &[Cause::Accident],
        "disaster" => &[Cause::Disaster],
        "unauthorised_repair" => &[Cause::UnauthorisedRepair, Cause::UnauthorisedDisassembly],
        "environment" => &[Cause::ChangedEnvironment],
        "foreign_object" => &[Cause::ForeignObject],
        "wrong_voltage" => &[Cause::WrongVoltage],
        "bad_accessory" => &[Cause::NonCompliantAccessory],
        "altered_serial" => &[Cause::AlteredSerial],
        "virus_os" => &[Cause::VirusOrSystem],
        _ => &[],
    }
}

fn subject(quote: &str) -> Subject {
    let of = [
        ("数据修复", Subject::DataRepair),
        ("数据恢复", Subject::DataRepair),
        ("软件升级", Subject::SoftwareUpgrade),
        ("版本升级", Subject::SoftwareUpgrade),
        ("硬件升级", Subject::HardwareUpgrade),
        ("咨询", Subject::Advice),
        ("定制", Subject::Customisation),
        ("二次开发", Subject::Customisation),
        ("重大活动", Subject::EventSupport),
    ];
    of.iter()
        .find(|(word, _)| quote.contains(word))
        .map_or(Subject::Repair, |(_, subject)| *subject)
}

fn standing(payer: Payer, subject: Subject) -> Vec<Standing> {
    match (payer, subject) {
        (Payer::AtCost | Payer::PartsOnly, Subject::Repair) => vec![Standing::OutOfWarranty],
        (_, Subject::Repair) => vec![Standing::InWarranty],
        _ => Standing::ALL.to_vec(),
    }
}

fn charges(payer: Payer) -> AskedCharges {
    match payer {
        Payer::Supplier => AskedCharges::all(Charge::Free),
        Payer::AtCost => AskedCharges::all(Charge::AtCost),
        Payer::PartsOnly => AskedCharges {
            parts: Charge::AtCost.into(),
            ..AskedCharges::all(Charge::Free)
        },
        // Not covered is not the same as not done: the fault is repaired at the price list.
        Payer::Customer | Payer::Refused => AskedCharges::all(Charge::PriceList),
    }
}
