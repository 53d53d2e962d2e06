use std::path::PathBuf;
use std::process::ExitCode;

use app::plans::format::{self, Format, Unreadable};
use domain::language::Language;
use domain::legal::{
    Implied, LegalRow, LegalStatus, Wording, floors_for_consumers, implied, parse, shipped,
    source_name,
};
use domain::plan::Plan;
use domain::plan::problems::{Against, Problem, problems};
use domain::plan::validate::{Said, validate};
use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::{format_of, text_of};
use crate::say::say;

/// Checks a plan file: faults, contradictions, gaps, what is below the law, each with its line; and what the law adds
/// for consumers where the plan of a listed product says nothing.
///
/// Exit code 1 when something stands in the way of publishing, 2 when the file cannot be read.
#[derive(clap::Args)]
#[command(verbatim_doc_comment)]
pub(super) struct Args {
    /// The plan, as TOML or JSON
    file: PathBuf,
    /// Day the law is looked up for; today without it
    #[arg(long)]
    on: Option<Date>,
    /// Table of legal rows instead of the shipped one
    #[arg(long, value_name = "FILE")]
    law: Option<PathBuf>,
    /// Say it in English
    #[arg(long)]
    english: bool,
}

pub(super) fn run(args: &Args) -> Result<ExitCode, String> {
    let text = text_of(&args.file)?;
    let kind = format_of(&args.file);
    let name = args.file.display().to_string();
    let plan = match format::read(&text, kind) {
        Ok(plan) => plan,
        Err(Unreadable { line, column, why }) => {
            return Err(format!("{name}:{line}:{column}: {why}"));
        }
    };
    let law = match &args.law {
        Some(file) => {
            parse(&text_of(file)?).map_err(|error| format!("{}: {error}", file.display()))?
        }
        None => shipped().to_vec(),
    };
    let page = Page {
        name,
        text,
        kind,
        language: if args.english {
            Language::English
        } else {
            Language::Chinese
        },
    };
    let faults = validate(&plan);
    for fault in &faults {
        page.line(
            &fault.pointer,
            "fault",
            fault.code.as_str(),
            &fault.found,
            fault.code.advice(),
        );
    }
    let day = args.on.unwrap_or_else(|| today(&plan.zone));
    let found = problems(&plan, Against::law(&law, day));
    for problem in &found {
        page.problem(problem);
    }
    page.law(&plan, &law, day);
    let blocking = found.iter().filter(|problem| problem.blocks()).count();
    say!(
        "{} clauses, {} faults, {} problems, {blocking} to settle",
        plan.clauses.len(),
        faults.len(),
        found.len()
    );
    let publishable = faults.is_empty() && blocking == 0;
    Ok(if publishable {
        ExitCode::SUCCESS
    } else {
        ExitCode::from(1)
    })
}

fn today(zone: &str) -> Date {
    let zone = TimeZone::get(zone).unwrap_or(TimeZone::UTC);
    app::Clock::now(&app::SystemClock).to_zoned(zone).date()
}

/// The file what is found is printed for.
struct Page {
    name: String,
    text: String,
    kind: Format,
    language: Language,
}

impl Page {
    fn line(&self, pointer: &str, weight: &str, code: &str, about: &str, advice: Said) {
        let (line, column) = format::locate(&self.text, self.kind, pointer).unwrap_or((1, 1));
        let advice = self.language.choose(advice.zh, advice.en);
        say!(
            "{}:{line}:{column}: {weight} {code}: {about}: {advice}",
            self.name
        );
    }

    /// What the law adds for consumers to the plan of a listed product.
    fn law(&self, plan: &Plan, law: &[LegalRow], day: Date) {
        if plan.legal_product.is_none() {
            return;
        }
        let rows = floors_for_consumers(law, plan.legal_product.as_ref(), day);
        for Implied { clause, floor } in implied(&rows, &plan.clauses) {
            let to_verify = match (floor.status, self.language) {
                (LegalStatus::Confirmed, _) => "",
                (LegalStatus::ToVerify, Language::Chinese) => "，请核对",
                (LegalStatus::ToVerify, Language::English) => ", to verify",
            };
            let said = Wording::law(&clause.promise, &floor, self.language);
            say!(
                "{}: law {}: {}: {}（{}{to_verify}）",
                self.name,
                clause.id,
                floor.value,
                said.heading,
                source_name(&floor.source, self.language)
            );
        }
    }

    fn problem(&self, problem: &Problem) {
        let weight = match problem.settled_by {
            Some(by) => format!("settled ({by})"),
            None => problem.weight.to_string(),
        };
        let pointer = problem
            .sides
            .first()
            .map_or("", |side| side.pointer.as_str());
        let about = match &problem.floor {
            Some(floor) => format!(
                "{} {} ({}, {})",
                floor.rule,
                floor.value,
                source_name(&floor.source, self.language),
                floor.status
            ),
            None => problem.about.clone(),
        };
        self.line(
            pointer,
            &weight,
            problem.code.as_str(),
            &about,
            problem.code.advice(),
        );
        for side in &problem.sides {
            let (line, _) = format::locate(&self.text, self.kind, &side.pointer).unwrap_or((1, 1));
            say!(
                "    {}:{line}: {} 「{}」 {}",
                self.name,
                side.clause,
                side.text,
                side.value
            );
        }
    }
}
