//! What printed articles promise: the way back from the words of [`super::paper`] to the clause they were printed from.
//!
//! A clause is only given where printing it gives the very words again, so whatever is given is right. Articles that
//! somebody worded otherwise give nothing.

mod coverage;
mod duty;
mod fee;
mod limits;
mod lists;
mod parts;
mod remedy;
mod rest;
mod warranty;

use super::articles::CHAPTERS;
use super::lines_of;
use super::numerals::number;
use crate::plan::clauses::remedy::{Remedy, Trigger};
use crate::plan::document::{AnswerKind, Parameter, Unanswered};
use crate::plan::{Asked, Clause, Condition, Party, Plan, Promise, Strength};
use crate::slug::{ClauseId, ParameterId};
use rest::Rest;

/// The kind of clauses a chapter is about, by its title without its number.
pub fn kind_of_chapter(title: &str) -> Option<&'static str> {
    let (kinds, _) = CHAPTERS.iter().find(|(_, own)| *own == title)?;
    kinds.first().copied()
}

/// An article as it is printed.
#[derive(Debug, Clone, Copy)]
pub struct Printed<'a> {
    /// What kind of clauses its chapter holds.
    pub kind: &'a str,
    /// Its heading, without its number.
    pub heading: &'a str,
    /// Its paragraphs, numbered entries and rows, cells apart by tabs.
    pub lines: &'a [String],
}

/// The clause an article was printed from, and the values it leaves to be asked. `frame` defines the levels, services,
/// regions and types of question the article names.
pub fn said(
    frame: &Plan,
    article: Printed<'_>,
    first_blank: usize,
) -> Option<(Clause, Vec<Parameter>)> {
    let mut pen = Pen {
        frame,
        asked: Vec::new(),
        first_blank,
    };
    let heard = pen.hear(&article)?;
    let clause = Clause {
        id: "said".parse().expect("said is a name"),
        heading: article.heading.to_owned(),
        text: article.lines.concat().replace('\t', " "),
        source: None,
        binds: heard.binds,
        strength: heard.strength,
        when: heard.when,
        promise: heard.promise,
    };
    prints(frame, &clause, &article).then_some((clause, pen.asked))
}

/// Whether a clause prints the lines of an article.
fn prints(frame: &Plan, clause: &Clause, article: &Printed<'_>) -> bool {
    let mut plan = frame.clone();
    plan.clauses = vec![clause.clone()];
    let printed = lines_of(&plan, &clause.id);
    match &clause.promise {
        Promise::Channel(_) => printed
            .last()
            .and_then(|row| row.split_once('\t'))
            .zip(article.lines.first())
            .is_some_and(|((_, row), line)| row == line),
        // Which article is meant is known to the whole document only.
        Promise::Remedy(Remedy {
            trigger: Trigger::LimitBroken { .. },
            ..
        }) => true,
        _ => printed.get(1..) == Some(article.lines),
    }
}

/// What an article says.
struct Heard {
    when: Condition,
    binds: Party,
    strength: Strength,
    promise: Promise,
}

impl Heard {
    fn of(when: Condition, promise: Promise) -> Self {
        Self {
            when,
            binds: Party::default(),
            strength: Strength::default(),
            promise,
        }
    }
}

/// Reads articles and keeps what they leave open.
struct Pen<'a> {
    frame: &'a Plan,
    asked: Vec<Parameter>,
    first_blank: usize,
}

impl Pen<'_> {
    fn hear(&mut self, article: &Printed<'_>) -> Option<Heard> {
        let lines = article.lines;
        match article.kind {
            "warranty_term" => self.warranty(article.heading, lines),
            "coverage" => self.coverage(lines),
            "time_limit" => self.limit(lines),
            "remedy" => self.remedy(lines),
            "recurring_duty" => self.duty(lines),
            "parts" => self.parts(lines),
            "fee" => self.fee(lines),
            "conduct" => self.conduct(lines),
            "document" => self.document(lines),
            "training" => self.training(lines),
            "delivery" => self.delivery(lines),
            "procedure" => self.procedure(lines),
            "channel" => self.channel(lines),
            _ => None,
        }
    }

    /// A value that is left to be filled in.
    fn ask<T>(&mut self, answer: AnswerKind) -> Asked<T> {
        let number = self.first_blank + self.asked.len();
        let id: ParameterId = format!("blank-{number}")
            .parse()
            .expect("a word and a number are a name");
        self.asked.push(Parameter {
            id: id.clone(),
            question: String::new(),
            answer,
            suggested: None,
            unanswered: Unanswered::default(),
        });
        Asked::Ask(id)
    }
}

/// The only line there is, without its full stop.
fn sentence(lines: &[String]) -> Option<Rest<'_>> {
    match lines {
        [line] => line.strip_suffix('。').map(Rest),
        _ => None,
    }
}

/// The name of the clause an article states, by its number: 第三条.
pub fn article_id(article: &str) -> Option<ClauseId> {
    let number = number(article.strip_prefix('第')?.strip_suffix('条')?)?;
    format!("article-{number}").parse().ok()
}
