//! The layout of a sheet: its columns, in both languages.

/// A word in both languages of the interface.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Title {
    /// Simplified Chinese.
    pub zh: &'static str,
    /// English.
    pub en: &'static str,
}

impl Title {
    /// The word in `language`; Chinese unless English is asked for.
    pub fn in_language(self, language: &str) -> &'static str {
        if language.starts_with("en") {
            self.en
        } else {
            self.zh
        }
    }
}

/// What the cells of a column hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kind {
    /// Any text.
    Text,
    /// A day, written `2026-11-22`.
    Date,
    /// A whole number.
    Number,
    /// One of a few words, offered as a drop-down.
    Choice(Vec<String>),
    /// One of a few words of the program's own, in either language; offered as a drop-down.
    Words(&'static [Title]),
}

/// One column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// Its name in the program.
    pub key: &'static str,
    /// Its heading.
    pub title: Title,
    /// Other headings people give it, in any language.
    pub also: &'static [&'static str],
    /// What its cells hold.
    pub kind: Kind,
    /// Whether a row without it is refused.
    pub required: bool,
    /// What to write, shown as a note on the heading.
    pub hint: Title,
}

/// The columns of one sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Layout {
    /// What the sheet is called.
    pub name: Title,
    /// Its columns, in order.
    pub columns: Vec<Column>,
}

/// What people write beside a heading to say how it is filled in.
const REMARKS: &[&str] = &[
    "必填",
    "选填",
    "可选",
    "非必填",
    "唯一",
    "required",
    "optional",
    "unique",
];

impl Kind {
    /// The words of the drop-down in a language; none where any text may stand.
    pub(super) fn offered(&self, language: &str) -> Vec<&str> {
        match self {
            Self::Choice(words) => words.iter().map(String::as_str).collect(),
            Self::Words(words) => {
                let words = words.iter();
                words.map(|word| word.in_language(language)).collect()
            }
            Self::Text | Self::Date | Self::Number => Vec::new(),
        }
    }
}

impl Layout {
    /// The column a heading names: by either title or by key, else by another name of it, whatever the case, the width of
    /// its letters, blanks and marks around it.
    pub(super) fn column_titled(&self, heading: &str) -> Option<&Column> {
        let wanted = plain(&without_remarks(heading));
        let own = |column: &&Column| own_names(column).any(|name| plain(name) == wanted);
        let other = |column: &&Column| column.also.iter().any(|name| plain(name) == wanted);
        let mut columns = self.columns.iter();
        columns
            .find(own)
            .or_else(|| self.columns.iter().find(other))
    }

    /// The columns whose names are most like a heading nobody knows, the likest first; none where nothing is like it.
    pub(super) fn nearest(&self, heading: &str) -> Vec<Title> {
        const AT_MOST: usize = 2;
        let wanted = plain(&without_remarks(heading));
        let mut near: Vec<(usize, Title)> = self
            .columns
            .iter()
            .map(|column| {
                let names = own_names(column).chain(column.also.iter().copied());
                let likeness = names.map(|name| likeness(&wanted, &plain(name))).max();
                (likeness.unwrap_or(0), column.title)
            })
            .filter(|(likeness, _)| *likeness >= LIKE)
            .collect();
        near.sort_by_key(|(likeness, _)| std::cmp::Reverse(*likeness));
        near.into_iter()
            .map(|(_, title)| title)
            .take(AT_MOST)
            .collect()
    }
}

fn own_names(column: &Column) -> impl Iterator<Item = &'static str> {
    [column.title.zh, column.title.en, column.key].into_iter()
}

/// From how many percent on two names are alike.
const LIKE: usize = 50;

/// How much of two names is the same, in percent: the longest row of characters that stands in both in this order.
fn likeness(one: &str, other: &str) -> usize {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    let mut row = vec![0_usize; other.len() + 1];
    for char in &one {
        let mut corner = 0;
        for (at, with) in other.iter().enumerate() {
            let above = row[at + 1];
            row[at + 1] = if char == with {
                corner + 1
            } else {
                above.max(row[at])
            };
            corner = above;
        }
    }
    200 * row[other.len()] / (one.len() + other.len()).max(1)
}

/// A heading without brackets that only say how to fill it in: 客户名称（必填）.
fn without_remarks(heading: &str) -> String {
    let opens = ['(', '（', '[', '【', '<'];
    let Some((name, rest)) = heading.trim().rsplit_once(opens) else {
        return heading.to_owned();
    };
    let remark = plain(rest);
    if REMARKS.contains(&remark.as_str()) {
        name.to_owned()
    } else {
        heading.to_owned()
    }
}

/// A heading without what people add to it: blanks, stars for required, brackets; letters of one width and case.
pub(super) fn plain(heading: &str) -> String {
    heading
        .chars()
        .map(narrow)
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}

/// Full-width letters and digits as the keyboard writes them.
fn narrow(char: char) -> char {
    match char {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(char) - 0xFEE0).unwrap_or(char),
        other => other,
    }
}
