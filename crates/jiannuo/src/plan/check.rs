use std::path::{Path, PathBuf};
use std::process::ExitCode;

use app::plans::format::{self, Format};
use app::plans::places::Places;
use domain::calendar::BUILTIN_NAMES;
use domain::language::Language;
use domain::legal::{
    Implied, LegalRow, LegalStatus, RowError, Wording, floors_for_consumers, implied, parse,
    shipped, source_name,
};
use domain::plan::Plan;
use domain::plan::problems::{Against, Problem, problems};
use domain::plan::validate::{Fault, unknown_calendars, unknown_products, validate};
use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::{bytes_of, format_of, is_document, plan_of, text_of, unreadable};
use crate::say::{say, words};

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
}

pub(super) fn run(args: &Args, language: Language) -> Result<ExitCode, String> {
    let bytes = bytes_of(&args.file)?;
    // The plan inside a document has no lines of its own: it is checked as the file that `plan export` would write.
    let (text, kind) = if is_document(&bytes) {
        (plan_of(&args.file, language)?.canonical(), Format::Json)
    } else {
        (text_of(&args.file)?, format_of(&args.file))
    };
    let text = text.trim_start_matches('\u{feff}');
    let plan =
        format::read(text, kind).map_err(|error| unreadable(&args.file, &error, language))?;
    let law = match &args.law {
        Some(file) => parse(&text_of(file)?).map_err(|error| no_law(file, &error))?,
        None => shipped().to_vec(),
    };
    let page = Page {
        name: args.file.display().to_string(),
        places: Places::of(text, kind),
        language,
    };
    let mut faults = validate(&plan);
    faults.extend(unknown_products(&plan, &law));
    for fault in &faults {
        page.fault("fault", fault);
    }
    page.calendars(&plan);
    let day = args.on.unwrap_or_else(|| today(&plan.zone));
    let found = problems(&plan, Against::law(&law, day));
    for problem in &found {
        page.problem(problem);
    }
    page.law(&plan, &law, day);
    let blocking = found.iter().filter(|problem| problem.blocks()).count();
    let (clauses, faults_found, problems_found) = (plan.clauses.len(), faults.len(), found.len());
    say!(
        "{}",
        words!(
            "{clauses} 条条款，{faults_found} 处错误，{problems_found} 个问题，其中 {blocking} 个须先处理",
            "{clauses} clauses, {faults_found} faults, {problems_found} problems, {blocking} to settle"
        )
    );
    let publishable = faults.is_empty() && blocking == 0;
    Ok(if publishable {
        ExitCode::SUCCESS
    } else {
        ExitCode::from(1)
    })
}

/// A table of legal rows that cannot be read.
fn no_law(file: &Path, error: &RowError) -> String {
    let (file, line, why) = (file.display(), error.line, &error.reason);
    words!(
        "{file}:{line}: 不是法定底线表的一行（{why}）：请按“rule,product,covers,value,source,from,to,status”各列填写",
        "{file}:{line}: {why}"
    )
}

fn today(zone: &str) -> Date {
    let zone = TimeZone::get(zone).unwrap_or(TimeZone::UTC);
    app::Clock::now(&app::SystemClock).to_zoned(zone).date()
}

/// The file what is found is printed for.
struct Page<'a> {
    name: String,
    places: Places<'a>,
    language: Language,
}

impl Page<'_> {
    fn fault(&self, weight: &str, fault: &Fault) {
        self.line(
            &fault.pointer,
            weight,
            fault.code.as_str(),
            &fault.found,
            &fault.advice(self.language),
        );
    }

    /// Calendars that are not built in: an installation may keep them, a file does not say.
    fn calendars(&self, plan: &Plan) {
        let built_in = BUILTIN_NAMES
            .iter()
            .filter_map(|name| name.parse().ok())
            .collect();
        for fault in unknown_calendars(plan, &built_in) {
            self.fault("note", &fault);
        }
    }

    fn line(&self, pointer: &str, weight: &str, code: &str, about: &str, advice: &str) {
        let (line, column) = self.places.find(pointer);
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
        let advice = problem.code.advice();
        self.line(
            pointer,
            &weight,
            problem.code.as_str(),
            &about,
            self.language.choose(advice.zh, advice.en),
        );
        for side in &problem.sides {
            let (line, _) = self.places.find(&side.pointer);
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
