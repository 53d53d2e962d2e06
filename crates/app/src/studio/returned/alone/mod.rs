//! A printed plan of which only the words are left: another program saved it and dropped the plan inside, or only its
//! text came back. Its form is known, so each article is read as the clause it was printed from.

mod form;

use domain::plan::asked_fields::asked_of;
use domain::plan::clauses::time_limit::TimeLimit;
use domain::plan::document::{Named, Parameter, SettledBy, Settlement, Unanswered};
use domain::plan::wording::{BLANK, Block, Edition, Printed, article_id, paper, said};
use domain::plan::{Clause, Plan, Promise};
use domain::slug::ParameterId;
use domain::studio::{Item, Noted, Place, Reading, Severity, Way};

use super::super::read::{by_hand, offset};
use super::compare::{Spoken, spoken};
use super::reread::Excerpt;
use super::{item, numbered};
use form::{Article, Form};

/// Most circumstances a sentence opens with that are tried.
const MOST_OPENING: usize = 6;

/// Why the words stand alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Why {
    /// The document carries no plan.
    Gone,
    /// It carries another plan than its words say.
    Other,
}

/// The reading of such a document; nothing where it has not the form of a printed plan.
pub(super) fn reading(text: &str, why: Why, hash: &str) -> Option<Reading> {
    let spoken = spoken(text);
    let form = Form::of(&spoken)?;
    let mut desk = Desk {
        text: text.chars().collect(),
        spoken,
        frame: form.frame.clone(),
        items: Vec::new(),
        heard: Vec::new(),
        noted: Vec::new(),
    };
    desk.noted
        .push(notice(why, form.title.and_then(|at| desk.place(&[at]))));
    for article in &form.articles {
        desk.article(article, hash);
    }
    desk.own_limits();
    desk.settle(&form.articles);
    desk.overview(&form);
    Some(numbered(desk.frame, desk.items, desk.noted))
}

/// What such a document is called.
pub(super) fn title(text: &str) -> Option<String> {
    let form = Form::of(&spoken(text))?;
    Some(form.frame.title)
}

struct Desk {
    text: Vec<char>,
    spoken: Vec<Spoken>,
    frame: Plan,
    items: Vec<Item>,
    /// The clauses whose articles say exactly what they print.
    heard: Vec<Clause>,
    noted: Vec<Noted>,
}

impl Desk {
    fn article(&mut self, article: &Article, hash: &str) {
        let place = self.place(&article.from);
        let Some((mut clause, mut asked)) = self.heard(article) else {
            self.read(article, place, hash);
            return;
        };
        clause.id = article.id.clone();
        for parameter in &mut asked {
            parameter.question = format!("“{}”里的空白处填什么？", article.heading);
        }
        self.frame.parameters.extend(asked);
        self.items.push(item(&clause, place, None));
        self.heard.push(clause);
    }

    /// The clause an article was printed from. Types of question are defined nowhere on paper: one an article opens with
    /// is known from then on, if the article then says exactly what it prints.
    fn heard(&mut self, article: &Article) -> Option<(Clause, Vec<Parameter>)> {
        let printed = Printed {
            kind: article.kind,
            heading: &article.heading,
            lines: &article.lines,
        };
        let first_blank = self.frame.parameters.len() + 1;
        said(&self.frame, printed, first_blank).or_else(|| {
            let (opening, _) = article.lines.first()?.split_once("我方")?;
            for label in opening.split('，').take(MOST_OPENING) {
                let number = self.frame.question_types.len() + 1;
                let mut frame = self.frame.clone();
                frame.question_types.push(Named {
                    id: format!("question-{number}").parse().ok()?,
                    label: label.to_owned(),
                });
                if let Some(found) = said(&frame, printed, first_blank) {
                    self.frame = frame;
                    return Some(found);
                }
            }
            None
        })
    }

    /// A blank limit beside a stated one between the same milestones is the one an agreement may set for itself.
    fn own_limits(&mut self) {
        let limits: Vec<(&Clause, &TimeLimit)> = self.heard.iter().filter_map(limit).collect();
        let asks = |clause: &Clause| -> Vec<ParameterId> {
            let asked = asked_of(&clause.promise).into_iter();
            asked.map(|(parameter, _, _)| parameter).collect()
        };
        let mut own = Vec::new();
        for (clause, limit) in &limits {
            let is_stated = limits.iter().any(|(other, stated)| {
                (stated.from, stated.to) == (limit.from, limit.to) && asks(other).is_empty()
            });
            if is_stated {
                own.extend(asks(clause));
            }
        }
        let parameters = self.frame.parameters.iter_mut();
        for parameter in parameters.filter(|it| own.contains(&it.id)) {
            parameter.unanswered = Unanswered::NoPromise;
        }
    }

    /// An article in words of somebody's own, as the reader reads it.
    fn read(&mut self, article: &Article, place: Option<Place>, hash: &str) {
        let mut excerpt = Excerpt::default();
        excerpt.push(&self.frame.title, 0);
        for at in &article.from {
            excerpt.push(&self.spoken[*at].words, self.spoken[*at].from);
        }
        let mut read = excerpt.read(hash);
        read.join(&mut self.frame);
        let of_its_kind = |item: &Item| {
            let clause = item.clause.as_ref();
            clause.is_some_and(|clause| clause.promise.kind() == article.kind)
        };
        let first = read.items.iter().position(of_its_kind);
        if read.items.is_empty() {
            self.items.extend(place.map(by_hand));
            return;
        }
        if let Some(clause) = first.and_then(|at| read.items[at].clause.as_mut()) {
            clause.id = article.id.clone();
            clause.heading.clone_from(&article.heading);
        }
        for (at, mut item) in (1..).zip(read.items) {
            if let Some(clause) = &mut item.clause
                && clause.id != article.id
                && let Ok(id) = format!("{}-{at}", article.id).parse()
            {
                clause.id = id;
            }
            self.items.push(item);
        }
    }

    /// What the paper says of articles that contradict each other.
    fn settle(&mut self, articles: &[Article]) {
        for article in articles {
            for ruling in &article.rulings {
                let by = if ruling.contains("以对客户有利的为准") {
                    SettledBy::Stricter
                } else if ruling.contains("择一适用") {
                    SettledBy::Agreement
                } else {
                    continue;
                };
                let named = ruling.split("不一致").next().unwrap_or_default();
                let named = named.split("择一适用").next().unwrap_or_default();
                let others = named.trim_start_matches("本条与").split('、');
                for other in others.filter_map(article_id) {
                    let known = |settlement: &Settlement| {
                        settlement.clauses.contains(&article.id)
                            && settlement.clauses.contains(&other)
                    };
                    if !self.frame.settlements.iter().any(known) {
                        self.frame.settlements.push(Settlement {
                            clauses: vec![article.id.clone(), other],
                            by,
                            scopes: Vec::new(),
                            reason: String::new(),
                        });
                    }
                }
            }
        }
    }

    /// A row of the overview that says otherwise than its article.
    fn overview(&mut self, form: &Form) {
        let mut plan = self.frame.clone();
        plan.clauses.clone_from(&self.heard);
        let numbers: Vec<String> = form.articles.iter().map(|it| it.id.to_string()).collect();
        let printed = cases(&plan);
        for (at, [article, case, limit]) in &form.overview {
            let Some(id) = article_id(article) else {
                continue;
            };
            let own = self
                .heard
                .iter()
                .any(|clause| clause.id == id && clause.promise.kind() == "time_limit");
            let said = printed.iter().any(|(of, [when, promise])| {
                *of == id.as_str() && when == case && promise == limit
            });
            if !own || said || limit.contains(BLANK) {
                continue;
            }
            let article = numbers.iter().position(|number| *number == id.as_str());
            let article = article.and_then(|at| self.place(&form.articles[at].from));
            let row = self.place(&[*at]);
            self.noted.push(super::around::differs(row, article));
        }
    }

    fn place(&self, lines: &[usize]) -> Option<Place> {
        let (first, last) = (
            self.spoken.get(*lines.first()?)?,
            self.spoken.get(*lines.last()?)?,
        );
        Some(Place {
            quote: self.text[first.from..last.to].iter().collect(),
            from: offset(first.from),
            to: offset(last.to),
        })
    }
}

fn limit(clause: &Clause) -> Option<(&Clause, &TimeLimit)> {
    match &clause.promise {
        Promise::TimeLimit(limit) => Some((clause, limit)),
        _ => None,
    }
}

/// Every case of every limit as the overview prints it, with its clause.
fn cases(plan: &Plan) -> Vec<(String, [String; 2])> {
    let mut found = Vec::new();
    for clause in &plan.clauses {
        let mut alone = plan.clone();
        alone.clauses = vec![clause.clone()];
        alone.settlements.clear();
        let tables = paper(&alone, Edition::Draft).blocks.into_iter();
        let rows = tables.filter_map(|block| match block {
            Block::Table(table) if table.head.len() == 3 => Some(table.rows),
            _ => None,
        });
        found.extend(rows.flatten().filter_map(|row| match row.as_slice() {
            [_, case, limit] => Some((clause.id.to_string(), [case.clone(), limit.clone()])),
            _ => None,
        }));
    }
    found
}

/// What the reader of such a document must know.
fn notice(why: Why, title: Option<Place>) -> Noted {
    let (says, says_en) = match why {
        Why::Gone => (
            "这是本系统打印的方案，但随附在文件里的方案数据已经丢失（用别的软件另存、复制到新文档、只取文字都会这样）。",
            "This plan was printed by this system, but the plan data inside the file is gone: saving it with another program, copying it into a new document or taking its text alone drops it.",
        ),
        Why::Other => (
            "这是本系统打印的方案，但随附在文件里的方案数据与文字不符。",
            "This plan was printed by this system, but the plan data inside the file is not what its words say.",
        ),
    };
    Noted {
        no: 0,
        severity: Severity::Soft,
        kind: "words_alone".to_owned(),
        places: title.into_iter().collect(),
        says: format!(
            "{says}各条已按打印的文字读回；纸上没有的内容（升级与预警、定级问题、空白处的问法）要重新填写。手上有原文件的，最好改为上传原文件。"
        ),
        says_en: Some(format!(
            "{says_en} The clauses were read from the printed words; what is not on paper (escalation and warnings, grading, how the blanks are asked) must be entered again. If you have the original file, upload that instead."
        )),
        proposed: Way::Ask,
        settled: None,
    }
}
