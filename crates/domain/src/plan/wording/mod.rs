//! The plan as a document: every clause as good contract Chinese, written from its typed fields.
//!
//! Word, PDF and pages all show this one [`Paper`]. The sentences are worded so that reading the document gives the
//! same clauses back; `crates/app/tests` holds that law against the reader. The sentence a clause came from is not
//! repeated: two wordings of one promise would be two promises.

mod articles;
mod closing;
mod conduct;
mod coverage;
mod delivery;
mod document;
mod duty;
mod fee;
mod frame;
mod heading;
mod limits;
mod lines;
mod milestones;
mod names;
mod numerals;
mod parts;
mod quantity;
mod remedy;
mod rulings;
mod said;
mod training;
mod warranty;
mod when;

use super::{Clause, Plan, Promise};
use crate::language::Language;
use crate::slug::ClauseId;

use rulings::Rulings;

pub use lines::{Line, Part, lines, lines_of};
pub use quantity::{BLANK, limit_in_english, limit_in_words, money_in_words, share_in_words};
pub use said::{Printed, article_id, kind_of_chapter, said};

/// Which state of the plan is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Edition {
    /// Not published: every page says 草稿.
    Draft,
    /// The published version of this number.
    Version(u32),
}

impl Edition {
    /// What stands below the title.
    pub fn in_words(self, language: Language) -> String {
        match (self, language) {
            (Self::Draft, Language::Chinese) => "草稿，未发布".to_owned(),
            (Self::Version(number), Language::Chinese) => format!("第 {number} 版"),
            (Self::Draft, Language::English) => "Draft, not published".to_owned(),
            (Self::Version(number), Language::English) => format!("Version {number}"),
        }
    }
}

/// A document to be set on A4: what stands in it and in which order, without fonts and measures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paper {
    /// The language of what is printed around its contents.
    pub language: Language,
    /// The title.
    pub title: String,
    /// Draft or version.
    pub edition: Edition,
    /// What every page carries at its foot to tell one edition from another.
    pub mark: String,
    /// Everything below the title, in order.
    pub blocks: Vec<Block>,
}

/// One piece of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// 第一章 保修期.
    Chapter(String),
    /// 第一条 整机保修期: the heading of one clause.
    Article {
        /// The clause, where the article states one.
        clause: Option<ClauseId>,
        /// Number and heading.
        text: String,
    },
    /// A paragraph.
    Paragraph(String),
    /// A numbered entry below a paragraph, its number included.
    Item(String),
    /// A table.
    Table(Table),
    /// Places for names, seals and dates, two columns side by side.
    Signatures(Vec<[String; 2]>),
}

/// A table with a header row that is repeated on each page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// The header.
    pub head: Vec<String>,
    /// Width of each column in thousandths of the text's width; they add up to 1000.
    pub widths: Vec<u16>,
    /// The rows, each as long as the header.
    pub rows: Vec<Vec<String>>,
}

/// The sentences of one clause, as its article states them.
pub fn sentences_of(plan: &Plan, clause: &Clause) -> String {
    articles::text(plan, clause)
}

/// Each case of a time limit as a sentence of its own, in the order of its rows: as a demand, or as a promise. Nothing for
/// a clause of another kind.
pub fn cases_of(plan: &Plan, clause: &Clause, voice: Voice) -> Vec<String> {
    match (&clause.promise, voice) {
        (Promise::TimeLimit(limit), Voice::Demand) => limits::demanded(plan, clause, limit),
        (Promise::TimeLimit(limit), Voice::Promise) => limits::promised(plan, clause, limit),
        _ => Vec::new(),
    }
}

/// Who speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Voice {
    /// The side that asks.
    Demand,
    /// The side that promises.
    Promise,
}

/// The document of a plan.
pub fn paper(plan: &Plan, edition: Edition) -> Paper {
    let hash = plan.hash().to_string();
    let state = match edition {
        Edition::Draft => "草稿".to_owned(),
        Edition::Version(number) => format!("第 {number} 版"),
    };
    let rulings = Rulings::of(plan);
    let mut narrowed = plan.clone();
    narrowed.narrow_to_scopes();
    let mut blocks = frame::opening(plan);
    blocks.extend(articles::chapters(&narrowed, &rulings));
    blocks.extend(closing::blocks(&narrowed, &rulings));
    Paper {
        language: Language::Chinese,
        title: plan.title.clone(),
        edition,
        mark: format!("{state} · {}", &hash[..12]),
        blocks,
    }
}
