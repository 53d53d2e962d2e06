//! The lines of a printed plan, each with what it is and the clause it belongs to, so that a print that somebody changed
//! by hand can be held against what was printed, line by line.

use serde::{Deserialize, Serialize};

use super::articles::{article, articles};
use super::{Block, Paper, closing, frame};
use crate::plan::Plan;
use crate::slug::ClauseId;
use crate::words::words;

/// One line of a printed plan: a paragraph, or a row of a table with its cells apart by tabs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// What it is.
    pub part: Part,
    /// The clause it states or repeats.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub clause: Option<ClauseId>,
    /// Its words.
    pub words: String,
}

words! {
    /// What a line of a printed plan is.
    Part {
        /// The title.
        Title = "title",
        /// Which edition it is.
        Edition = "edition",
        /// For which trade it is.
        Preamble = "preamble",
        /// The heading of a chapter.
        Chapter = "chapter",
        /// A fault level with its meaning.
        Level = "level",
        /// The service levels or the regions.
        Names = "names",
        /// The heading of a clause's article.
        Heading = "heading",
        /// What a clause says.
        Body = "body",
        /// The names of columns.
        Columns = "columns",
        /// A limit again, in the overview.
        Overview = "overview",
        /// What is to be filled in.
        Question = "question",
        /// A place to sign.
        Signature = "signature",
    }
}

impl Line {
    /// Whether the line says what its clause promises.
    pub fn states(&self) -> bool {
        matches!(self.part, Part::Heading | Part::Body)
    }
}

/// Every line of the document of a plan, in its order.
pub fn lines(plan: &Plan, paper: &Paper) -> Vec<Line> {
    let mut pen = Pen {
        plan,
        found: Vec::new(),
        chapter: String::new(),
        clause: None,
    };
    pen.put(Part::Title, None, &paper.title);
    pen.put(Part::Edition, None, &paper.edition.in_words(paper.language));
    for block in &paper.blocks {
        pen.block(block);
    }
    pen.found
}

/// The lines of one clause's article, without what is said of its contradictions.
pub fn lines_of(plan: &Plan, clause: &ClauseId) -> Vec<String> {
    let mut plan = plan.clone();
    plan.narrow_to_scopes();
    let Some(clause) = plan.clauses.iter().find(|one| one.id == *clause) else {
        return Vec::new();
    };
    let mut pen = Pen {
        plan: &plan,
        found: Vec::new(),
        chapter: String::new(),
        clause: None,
    };
    for block in articles(&plan, clause) {
        pen.block(&block);
    }
    let stated = pen.found.into_iter().filter(Line::states);
    stated.map(|line| line.words).collect()
}

struct Pen<'a> {
    plan: &'a Plan,
    found: Vec<Line>,
    chapter: String,
    clause: Option<ClauseId>,
}

impl Pen<'_> {
    fn block(&mut self, block: &Block) {
        match block {
            Block::Chapter(title) => {
                self.chapter.clone_from(title);
                self.clause = None;
                self.put(Part::Chapter, None, title);
            }
            Block::Article { clause, text } => {
                self.clause.clone_from(clause);
                self.put(Part::Heading, clause.clone(), text);
            }
            Block::Paragraph(words) | Block::Item(words) => {
                let part = match (&self.clause, self.chapter.as_str()) {
                    (Some(_), _) => Part::Body,
                    (None, "") => Part::Preamble,
                    (None, _) => Part::Names,
                };
                self.put(part, self.clause.clone(), words);
            }
            Block::Table(table) => {
                let head = if self.clause.is_some() {
                    Part::Body
                } else {
                    Part::Columns
                };
                self.put(head, self.clause.clone(), &table.head.join("\t"));
                for row in &table.rows {
                    let (part, clause) = self.row(row);
                    self.put(part, clause, &row.join("\t"));
                }
            }
            Block::Signatures(rows) => {
                for row in rows {
                    self.put(Part::Signature, None, &row.join("\t"));
                }
            }
        }
    }

    /// What a row is by the chapter it stands in. The overview and the contacts name the article.
    fn row(&self, row: &[String]) -> (Part, Option<ClauseId>) {
        if self.clause.is_some() {
            return (Part::Body, self.clause.clone());
        }
        match self.chapter.as_str() {
            closing::OVERVIEW => (Part::Overview, self.named(row)),
            closing::OPEN_POINTS => (Part::Question, None),
            frame::NAMES => (Part::Level, None),
            _ => (Part::Body, self.named(row)),
        }
    }

    fn named(&self, row: &[String]) -> Option<ClauseId> {
        let named = row.first()?.split('（').next()?;
        super::articles::numbers(self.plan)
            .into_iter()
            .find(|(_, number)| article(*number) == named)
            .map(|(id, _)| id.clone())
    }

    /// A cell or paragraph may hold breaks of its own.
    fn put(&mut self, part: Part, clause: Option<ClauseId>, words: &str) {
        let lines = words.lines().filter(|line| !line.trim().is_empty());
        self.found.extend(lines.map(|line| Line {
            part,
            clause: clause.clone(),
            words: line.to_owned(),
        }));
    }
}
