//! The form of a printed plan: its preamble, its chapters and its numbered articles, found in words alone.

use domain::plan::Plan;
use domain::plan::document::{Named, Severity};
use domain::plan::wording::{article_id, kind_of_chapter};
use domain::slug::ClauseId;

use super::super::compare::Spoken;

/// What every printed plan says below its title.
const PREAMBLE: (&str, &str) = ("适用行业：", "。条文中“我方”指提供服务的一方。");
/// Within so many lines the preamble stands.
const OPENING: usize = 8;
/// Longest heading of an article, in characters.
const HEADING: usize = 80;
/// Heads of tables inside articles, in a document whose cells stand apart by blanks.
const HEADS: [&str; 3] = ["续签期限 服务费", "年度 人工费", "情形 上门费"];

/// A document that has the form of a printed plan.
pub(super) struct Form {
    /// What the plan defines, without its clauses.
    pub frame: Plan,
    /// The line of its title.
    pub title: Option<usize>,
    pub articles: Vec<Article>,
    /// Rows of the overview: article, case and limit.
    pub overview: Vec<(usize, [String; 3])>,
}

/// One article of it.
pub(super) struct Article {
    pub id: ClauseId,
    pub kind: &'static str,
    pub heading: String,
    /// What it says: paragraphs, entries and rows.
    pub lines: Vec<String>,
    /// Which article it contradicts, and what the paper says of it.
    pub rulings: Vec<String>,
    /// The lines of the document it was put together from, its heading included.
    pub from: Vec<usize>,
}

/// Where in the document one is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum At {
    Opening,
    Names,
    Chapter(&'static str),
    Overview,
    Behind,
}

impl Form {
    /// The form of a document; nothing where it is no print of ours.
    pub(super) fn of(spoken: &[Spoken]) -> Option<Self> {
        let at = spoken
            .iter()
            .take(OPENING)
            .position(|line| trade(line).is_some())?;
        let title = (0..at).find(|at| !spoken[*at].words.trim().is_empty());
        let named = title.map_or("", |at| spoken[at].words.trim());
        let trade = trade(&spoken[at]).unwrap_or_default().to_owned();
        let mut form = Self {
            frame: Plan::blank(named.to_owned(), trade),
            title,
            articles: Vec::new(),
            overview: Vec::new(),
        };
        let mut here = At::Opening;
        for (at, line) in spoken.iter().enumerate().skip(at + 1) {
            let words = line.words.trim();
            if is_furniture(words, &form.frame.title) {
                continue;
            }
            if let Some(next) = heading(words) {
                here = next;
                continue;
            }
            match here {
                At::Opening | At::Behind => {}
                At::Names => form.names(words),
                At::Overview => form.overview.extend(row(words).map(|row| (at, row))),
                At::Chapter("channel") => form.contact(at, &line.words),
                At::Chapter(kind) => form.line(at, words, kind),
            }
        }
        form.set_apart();
        (!form.articles.is_empty()).then_some(form)
    }

    /// A line of the definitions: a level with its meaning, or the names of services or regions.
    fn names(&mut self, words: &str) {
        let list = |prefix: &str| -> Option<Vec<String>> {
            let names = words.strip_prefix(prefix)?.strip_suffix('。')?;
            Some(names.split('、').map(str::to_owned).collect())
        };
        if let Some(names) = list("服务等级分为：") {
            self.frame.service_levels = named("service", names);
        } else if let Some(names) = list("服务区域分为：") {
            self.frame.regions = named("region", names);
        } else if let Some((label, meaning)) = words.split_once(['\t', ' '])
            && label != "故障等级"
        {
            let number = self.frame.severities.len() + 1;
            self.frame.severities.push(Severity {
                id: format!("level-{number}")
                    .parse()
                    .expect("a word and a number are a name"),
                label: label.trim().to_owned(),
                meaning: meaning.trim().to_owned(),
            });
        } else if let Some(level) = self.frame.severities.last_mut() {
            level.meaning.push_str(words);
        }
    }

    /// A row of the contact block. Where a cell goes on below it, a new cell begins with a blank.
    fn contact(&mut self, at: usize, words: &str) {
        let split = || -> Option<(ClauseId, &str)> {
            let (article, row) = words.trim().split_once(['\t', ' '])?;
            Some((article_id(article.trim())?, row))
        };
        match (split(), self.articles.last_mut()) {
            (Some((id, row)), _) => self.articles.push(Article {
                id,
                kind: "channel",
                heading: String::new(),
                lines: vec![row.to_owned()],
                rulings: Vec::new(),
                from: vec![at],
            }),
            (None, Some(last)) if last.kind == "channel" => {
                last.from.push(at);
                for row in &mut last.lines {
                    row.push_str(words.trim_end());
                }
            }
            _ => {}
        }
    }

    /// Sets the cells of the contact block apart, and takes the name of each from its row.
    fn set_apart(&mut self) {
        for article in self.articles.iter_mut().filter(|it| it.kind == "channel") {
            for row in &mut article.lines {
                if !row.contains('\t') {
                    *row = row.replacen(' ', "\t", 2);
                }
                row.split('\t')
                    .next()
                    .unwrap_or_default()
                    .clone_into(&mut article.heading);
            }
        }
    }

    /// A line of a chapter: the heading of an article, or what one says.
    fn line(&mut self, at: usize, words: &str, kind: &'static str) {
        if let Some((id, heading)) = article(words) {
            self.articles.push(Article {
                id,
                kind,
                heading,
                lines: Vec::new(),
                rulings: Vec::new(),
                from: vec![at],
            });
            return;
        }
        let Some(last) = self.articles.last_mut() else {
            return;
        };
        last.from.push(at);
        let in_table = |line: &String| line.contains('\t');
        if words.starts_with("本条与第") {
            last.rulings.push(words.to_owned());
        } else if HEADS.contains(&words) {
            let head = words.replacen(' ', "\t", 1);
            if !last.lines.contains(&head) {
                last.lines.push(head);
            }
        } else if last.lines.iter().any(in_table) && words.ends_with('。') && !words.contains('\t')
        {
            last.lines.push(words.replacen(' ', "\t", 1));
        } else {
            match last.lines.last_mut() {
                // A sentence that is broken where the page is goes on in the next line.
                Some(open)
                    if !words.contains('\t')
                        && !in_table(open)
                        && !open.ends_with(['。', '；', '：']) =>
                {
                    open.push_str(words);
                }
                _ => last.lines.push(words.to_owned()),
            }
        }
    }
}

fn trade(line: &Spoken) -> Option<&str> {
    let (before, behind) = PREAMBLE;
    line.words.trim().strip_prefix(before)?.strip_suffix(behind)
}

fn named<T: std::str::FromStr<Err: std::fmt::Debug>>(
    stem: &str,
    labels: Vec<String>,
) -> Vec<Named<T>> {
    (1..)
        .zip(labels)
        .map(|(number, label): (usize, String)| Named {
            id: format!("{stem}-{number}")
                .parse()
                .expect("a word and a number are a name"),
            label,
        })
        .collect()
}

/// What begins at a line: 第二章 保修期, 附表一 时限一览.
fn heading(words: &str) -> Option<At> {
    if words.starts_with("附表一") && words.ends_with("时限一览") {
        return Some(At::Overview);
    }
    if words.starts_with("附表二") && words.ends_with("签约时填写")
        || words.starts_with("甲方（盖章）")
    {
        return Some(At::Behind);
    }
    let (number, title) = words.strip_prefix('第')?.split_once('章')?;
    article_id(&format!("第{number}条"))?;
    match title.trim() {
        "名词" => Some(At::Names),
        title => kind_of_chapter(title).map(At::Chapter),
    }
}

/// 第三条 保修范围: the article and its heading.
fn article(words: &str) -> Option<(ClauseId, String)> {
    let at = words.find('条')? + '条'.len_utf8();
    let (number, heading) = words.split_at(at);
    let heading = heading.trim();
    let is_heading = !heading.is_empty()
        && heading.chars().count() <= HEADING
        && !heading.ends_with(['。', '；', '：']);
    is_heading.then_some(())?;
    Some((article_id(number)?, heading.to_owned()))
}

/// A row of the overview.
fn row(words: &str) -> Option<[String; 3]> {
    let cells: Vec<String> = words
        .split('\t')
        .map(|cell| cell.trim().to_owned())
        .collect();
    let cells: [String; 3] = cells.try_into().ok()?;
    let named = cells[0].split('（').next().unwrap_or_default();
    article_id(named)?;
    let [_, case, limit] = &cells;
    Some([named.to_owned(), case.clone(), limit.clone()])
}

/// What every page of a PDF carries: the title with the edition above, the mark and the page's number below.
fn is_furniture(words: &str, title: &str) -> bool {
    let squeezed: String = words.split_whitespace().collect();
    let title: String = title.split_whitespace().collect();
    let above = squeezed
        .strip_prefix(&title)
        .is_some_and(|rest| rest.starts_with('（') && rest.ends_with('）'));
    let below = (squeezed.starts_with('第') || squeezed.starts_with("草稿"))
        && squeezed.contains('·')
        && squeezed.ends_with('页');
    above || below || squeezed == "草稿"
}
