//! The deviation table as a document for the bid.

use super::{Grounds, Line, Side, Verdict};
use crate::language::Language;
use crate::plan::wording::{Block, Edition, Paper, Table};

/// The document: counts first, then every demand with its answer, then what a person must read.
pub fn paper(
    title: &str,
    edition: Edition,
    lines: &[Line],
    unread: &[String],
    language: Language,
) -> Paper {
    let said = |zh: String, en: String| language.choose(zh, en);
    let rows = (1..)
        .zip(lines)
        .map(|(number, line): (usize, &Line)| {
            let offer = line.offer.as_ref();
            vec![
                number.to_string(),
                statement(&line.demand, language),
                offer.map_or_else(|| "——".to_owned(), |offer| statement(offer, language)),
                verdict_in_words(line.verdict, language).to_owned(),
                because_in_words(line.because, language).to_owned(),
            ]
        })
        .collect();
    let head = language.choose(
        ["序号", "招标要求", "投标响应", "偏离", "说明"],
        ["No.", "Demand", "Offer", "Deviation", "Why"],
    );
    let count = lines.len();
    let mut blocks = vec![
        Block::Paragraph(counts(lines, language)),
        Block::Table(Table {
            head: head.map(str::to_owned).to_vec(),
            widths: vec![75, 330, 330, 110, 155],
            rows,
        }),
    ];
    if !unread.is_empty() {
        blocks.push(Block::Chapter(said(
            "没有读懂的要求，须人工核对".to_owned(),
            "Demands that could not be read: a person must look at them".to_owned(),
        )));
        let items = (1..).zip(unread);
        blocks.extend(items.map(|(number, words): (usize, &String)| {
            Block::Item(format!("{number}. {}", words.trim()))
        }));
    }
    Paper {
        language,
        title: said(
            format!("偏离表：{title}"),
            format!("Tender deviations: {title}"),
        ),
        edition,
        mark: said(format!("共{count}项要求"), format!("Demands: {count}")),
        blocks,
    }
}

/// How many demands have each verdict, in a sentence.
fn counts(lines: &[Line], language: Language) -> String {
    let each = Verdict::ALL.iter().map(|verdict| {
        let count = lines.iter().filter(|line| line.verdict == *verdict).count();
        let words = verdict_in_words(*verdict, language);
        match language {
            Language::Chinese => format!("{words}{count}项"),
            Language::English => format!("{words}: {count}"),
        }
    });
    let each: Vec<String> = each.collect();
    match language {
        Language::Chinese => format!("共{}项要求：{}。", lines.len(), each.join("，")),
        Language::English => format!("Demands: {}. {}.", lines.len(), each.join(", ")),
    }
}

fn statement(side: &Side, language: Language) -> String {
    match (&side.value, language) {
        (Some(value), Language::Chinese) => format!("{}（{value}）", side.sentence),
        (Some(value), Language::English) => format!("{} ({value})", side.sentence),
        (None, _) => side.sentence.clone(),
    }
}

/// A verdict as bids call it.
pub fn verdict_in_words(verdict: Verdict, language: Language) -> &'static str {
    let (zh, en) = match verdict {
        Verdict::Better => ("正偏离", "Better"),
        Verdict::Equal => ("无偏离", "Equal"),
        Verdict::Worse => ("负偏离", "Worse"),
        Verdict::Missing => ("未响应", "Missing"),
        Verdict::Unclear => ("需核对", "Check"),
    };
    language.choose(zh, en)
}

/// Why, for the last column.
pub fn because_in_words(because: Grounds, language: Language) -> &'static str {
    let (zh, en) = match because {
        Grounds::Numbers => ("数值可比", "By the numbers"),
        Grounds::Included => ("内容可比", "By the content"),
        Grounds::PartLacking => ("缺少部分内容", "Part of it is lacking"),
        Grounds::NotInEveryCase => ("部分情形没有承诺", "Some cases have no promise"),
        Grounds::NotBinding => ("方案只说“可以、尽量”", "The plan only says “may”"),
        Grounds::UnitsDiffer => ("计量单位不同", "Counted in units that cannot be ranked"),
        Grounds::StartsDiffer => ("起算日不同", "Counted from different days"),
        Grounds::LeftOpen => ("有一方未写数值", "One side states no number"),
        Grounds::Wording => ("只有文字，须人工核对", "Words only: look at them"),
        Grounds::Absent => ("方案没有相应条款", "The plan has no such clause"),
    };
    language.choose(zh, en)
}
