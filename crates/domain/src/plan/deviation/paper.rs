//! The deviation table as a document for the bid.

use super::{Grounds, Line, Side, Verdict};
use crate::plan::wording::{Block, Edition, Paper, Table};

/// The document: counts first, then every demand with its answer, then what a person must read.
pub fn paper(title: &str, edition: Edition, lines: &[Line], unread: &[String]) -> Paper {
    let count = |verdict| lines.iter().filter(|line| line.verdict == verdict).count();
    let counts: Vec<String> = Verdict::ALL
        .iter()
        .map(|verdict| format!("{}{}项", verdict_in_words(*verdict), count(*verdict)))
        .collect();
    let rows = (1..)
        .zip(lines)
        .map(|(number, line): (usize, &Line)| {
            vec![
                number.to_string(),
                statement(&line.demand),
                line.offer
                    .as_ref()
                    .map_or_else(|| "——".to_owned(), statement),
                verdict_in_words(line.verdict).to_owned(),
                because_in_words(line.because).to_owned(),
            ]
        })
        .collect();
    let mut blocks = vec![
        Block::Paragraph(format!("共{}项要求：{}。", lines.len(), counts.join("，"))),
        Block::Table(Table {
            head: ["序号", "招标要求", "投标响应", "偏离", "说明"]
                .map(str::to_owned)
                .to_vec(),
            widths: vec![75, 330, 330, 110, 155],
            rows,
        }),
    ];
    if !unread.is_empty() {
        blocks.push(Block::Chapter("没有读懂的要求，须人工核对".to_owned()));
        let items = (1..).zip(unread);
        blocks.extend(items.map(|(number, words): (usize, &String)| {
            Block::Item(format!("{number}. {}", words.trim()))
        }));
    }
    Paper {
        title: format!("偏离表：{title}"),
        edition,
        mark: format!("共{}项要求", lines.len()),
        blocks,
    }
}

fn statement(side: &Side) -> String {
    match &side.value {
        Some(value) => format!("{}（{value}）", side.sentence),
        None => side.sentence.clone(),
    }
}

/// A verdict as bids call it.
pub const fn verdict_in_words(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Better => "正偏离",
        Verdict::Equal => "无偏离",
        Verdict::Worse => "负偏离",
        Verdict::Missing => "未响应",
        Verdict::Unclear => "需核对",
    }
}

/// Why, for the last column.
pub const fn because_in_words(because: Grounds) -> &'static str {
    match because {
        Grounds::Numbers => "数值可比",
        Grounds::Included => "内容可比",
        Grounds::PartLacking => "缺少部分内容",
        Grounds::NotInEveryCase => "部分情形没有承诺",
        Grounds::NotBinding => "方案只说“可以、尽量”",
        Grounds::UnitsDiffer => "计量单位不同",
        Grounds::LeftOpen => "有一方未写数值",
        Grounds::Wording => "只有文字，须人工核对",
        Grounds::Absent => "方案没有相应条款",
    }
}
