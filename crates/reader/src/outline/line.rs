//! Lines with their numbering and the headings above them.

use super::mark::{Mark, Style, mark};

/// A line of the clean text.
#[derive(Clone, Debug)]
pub(crate) struct Line {
    /// First clean character.
    pub start: usize,
    /// One past the last clean character, without the line break.
    pub end: usize,
    /// First character after blanks and numbering.
    pub body: usize,
    /// The numbering.
    pub mark: Option<Mark>,
    /// Lines above whose heading or list this one stands under, outermost first.
    pub parents: Vec<usize>,
    /// Whether the line is short and no sentence.
    pub heading: bool,
    /// Whether the line announces what follows: it ends in a colon.
    pub intro: bool,
}

/// Longest body of a line that may be a heading.
const HEADING: usize = 28;

/// A dash or slash alone on its line: the empty cell of a flattened table.
fn is_empty_cell(text: &[char]) -> bool {
    const LONGEST: usize = 2;
    let shown = text.iter().filter(|c| !c.is_whitespace());
    (1..=LONGEST).contains(&shown.clone().count()) && shown.clone().all(|c| "-/".contains(*c))
}

fn is_intro(text: &[char]) -> bool {
    text.iter().rev().find(|c| !c.is_whitespace()) == Some(&'：')
}

fn is_heading(text: &[char]) -> bool {
    // 哪些不保？ heads the answer under it.
    let text = text.strip_suffix(&['？']).unwrap_or(text);
    let length = text
        .iter()
        .filter(|c| !c.is_whitespace())
        .take(HEADING + 1)
        .count();
    let sentence = || text.iter().any(|c| "，。；！？\t".contains(*c));
    let colon_inside = || {
        text.iter()
            .position(|c| *c == '：')
            .is_some_and(|at| at + 1 < text.len())
    };
    // 报修→派单→上门 tells a procedure.
    let chain = || text.iter().filter(|c| "→⇒➜".contains(**c)).count() >= 2;
    length > 0
        && length <= HEADING
        && !sentence()
        && !colon_inside()
        && !chain()
        && !ends_in_years(text)
}

/// 洗涤泵2年, 门封3个月: an item of a list of terms, which nothing stands under.
fn ends_in_years(text: &[char]) -> bool {
    let numeral =
        |c: &char| c.is_ascii_digit() || "一二两三四五六七八九十半壹贰叁肆伍拾".contains(*c);
    let ([before @ .., '个', '月'] | [before @ .., '年']) = text else {
        return false;
    };
    // 2024年 is a date.
    before.last().is_some_and(numeral) && !before.iter().rev().take(4).all(char::is_ascii_digit)
}

impl Line {
    /// Whether nothing stands on the line.
    pub(crate) fn is_blank(&self) -> bool {
        self.body >= self.end
    }

    /// Whether the line is the title of a chapter or an article: 第五章 定期服务.
    pub(crate) fn is_title(&self) -> bool {
        let numbered = |mark: Mark| matches!(mark.style, Style::Chapter | Style::Article);
        self.heading && self.mark.is_some_and(numbered)
    }

    /// Whether the line is the first item of a list.
    pub(crate) fn starts_list(&self) -> bool {
        self.mark
            .is_some_and(|mark| mark.ordinal == 1 && !matches!(mark.style, Style::Bullet(_)))
    }
}

/// Cuts the text into lines and finds each line's headings.
pub(super) fn lines(chars: &[char]) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut stack: Vec<(Style, usize)> = Vec::new();
    let mut start = 0;
    for end in (0..=chars.len()).filter(|at| *at == chars.len() || chars[*at] == '\n') {
        let mut line = cut(chars, start, end);
        if line.mark.is_none()
            && let Some(mark) = next_item(chars, &line, &lines, &stack)
        {
            line = Line {
                mark: Some(mark),
                body: mark.end,
                ..line
            };
        }
        start = end + 1;
        if !line.is_blank() || is_empty_cell(&chars[line.start..line.end]) {
            place(line, &mut lines, &mut stack);
        }
    }
    lines
}

fn cut(chars: &[char], start: usize, end: usize) -> Line {
    let blanks = |from: usize| {
        from + chars[from..end]
            .iter()
            .take_while(|c| c.is_whitespace())
            .count()
    };
    let first = blanks(start);
    let mark = mark(&chars[..end], first);
    let mut body = blanks(mark.map_or(first, |m| m.end.min(end)));
    // A second mark straight after the first, as in "1、（一）".
    if let Some(second) = mark
        .and_then(|_| self::mark(&chars[..end], body))
        .filter(|m| !matches!(m.style, Style::Bullet(_)) && m.end < end)
    {
        body = blanks(second.end);
    }
    let text = &chars[body.min(end)..end];
    Line {
        start,
        end,
        body,
        mark,
        parents: Vec::new(),
        heading: is_heading(text),
        intro: is_intro(text),
    }
}

/// 3.48小时内无法修复的 below the items 1. and 2.: the third item, which begins with a number, and no length of 3.48 hours.
fn next_item(
    chars: &[char],
    line: &Line,
    lines: &[Line],
    stack: &[(Style, usize)],
) -> Option<Mark> {
    let before = stack
        .iter()
        .rfind(|(style, _)| *style == Style::Decimal(1))
        .and_then(|(_, at)| lines[*at].mark)?;
    let number: Vec<char> = (before.ordinal + 1).to_string().chars().collect();
    let text = &chars[line.body..line.end];
    let dot = number.len();
    let follows = text.starts_with(&number)
        && text.get(dot) == Some(&'.')
        && text.get(dot + 1).is_some_and(char::is_ascii_digit);
    follows.then_some(Mark {
        style: Style::Decimal(1),
        ordinal: before.ordinal + 1,
        end: line.body + dot + 1,
    })
}

fn place(mut line: Line, lines: &mut Vec<Line>, stack: &mut Vec<(Style, usize)>) {
    let index = lines.len();
    let style = line.mark.map(|m| m.style);
    let opens = line.intro || line.heading;
    if let Some(style) = style {
        if let Some(at) = stack
            .iter()
            .position(|(known, _)| same_or_outer(style, *known))
        {
            stack.truncate(at);
        }
    } else if line.heading
        && !line.intro
        && let Some(at) = stack.iter().rposition(|(known, _)| *known == Style::Plain)
    {
        stack.truncate(at);
    } else if opens {
        while stack
            .last()
            .is_some_and(|(known, _)| *known == Style::Plain)
        {
            stack.pop();
        }
    }
    line.parents = stack.iter().map(|(_, parent)| *parent).collect();
    if style.is_some() || opens {
        stack.push((style.unwrap_or(Style::Plain), index));
    }
    lines.push(line);
}

/// Whether an item of `style` ends a list of `known` style that is open.
fn same_or_outer(style: Style, known: Style) -> bool {
    match (style, known) {
        (Style::Decimal(mine), Style::Decimal(theirs)) => mine <= theirs,
        (Style::Chapter, _) => true,
        (Style::Article, known) => known != Style::Chapter,
        _ => style == known,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_item_that_begins_with_a_number_is_no_decimal() {
        let text = "1.质保三年。\n2.两小时到场。\n3.48小时内修复。\n5.5小时。";
        let chars: Vec<char> = text.chars().collect();
        let lines = lines(&chars);
        let body = |line: &Line| chars[line.body..line.end].iter().collect::<String>();
        assert_eq!(lines[2].mark.map(|mark| mark.ordinal), Some(3));
        assert_eq!(body(&lines[2]), "48小时内修复。");
        // Not the next number of the list.
        assert_eq!(lines[3].mark, None);
        assert_eq!(body(&lines[3]), "5.5小时。");
    }
}
