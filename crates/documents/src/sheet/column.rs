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

impl Column {
    /// A column that is only written: it has one heading, and nothing to say about how it is filled in.
    #[must_use]
    pub const fn written(
        key: &'static str,
        zh: &'static str,
        en: &'static str,
        kind: Kind,
    ) -> Self {
        Self {
            key,
            title: Title { zh, en },
            also: &[],
            kind,
            required: false,
            hint: Title { zh: "", en: "" },
        }
    }
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

    /// The columns that a heading nobody knows may be a slip of the pen for, the nearest first; none where none is near.
    pub(super) fn nearest(&self, heading: &str) -> Vec<Title> {
        const AT_MOST: usize = 2;
        let wanted = plain(&without_remarks(heading));
        let mut near: Vec<(usize, Title)> = self
            .columns
            .iter()
            .filter_map(|column| {
                let names = own_names(column).chain(column.also.iter().copied());
                let apart = names.filter_map(|name| apart(&wanted, &plain(name))).min();
                Some((apart?, column.title))
            })
            .collect();
        near.sort_by_key(|(apart, _)| *apart);
        near.into_iter()
            .map(|(_, title)| title)
            .take(AT_MOST)
            .collect()
    }
}

fn own_names(column: &Column) -> impl Iterator<Item = &'static str> {
    [column.title.zh, column.title.en, column.key].into_iter()
}

/// How many characters lie between two near names: at most a third of the longer one is written otherwise, or the shorter
/// one stands whole in it. Names that only share some characters mean something else: 客户级别 is no 客户名称.
fn apart(one: &str, other: &str) -> Option<usize> {
    let (one_length, other_length) = (one.chars().count(), other.chars().count());
    let (shorter, longer) = (one_length.min(other_length), one_length.max(other_length));
    let is_inside = one.contains(other) || other.contains(one);
    let edits = edits(one, other);
    let is_near = edits * 3 <= longer || (is_inside && shorter * 3 >= longer * 2);
    (shorter > 0 && is_near).then_some(edits)
}

/// How many characters must be put in, left out or written otherwise to make one text of the other (Levenshtein).
fn edits(one: &str, other: &str) -> usize {
    let other: Vec<char> = other.chars().collect();
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (line, char) in one.chars().enumerate() {
        let mut corner = row[0];
        row[0] = line + 1;
        for (at, with) in other.iter().enumerate() {
            let changed = corner + usize::from(char != *with);
            corner = row[at + 1];
            row[at + 1] = changed.min(row[at] + 1).min(corner + 1);
        }
    }
    row[other.len()]
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

#[cfg(test)]
mod tests {
    use super::apart;

    #[test]
    fn a_slip_of_the_pen_is_near_and_another_word_is_not() {
        for (heading, name, wanted) in [
            ("序列", "序列号", Some(1)),
            ("客户名字", "客户名称", Some(1)),
            ("公司客户名称", "客户名称", Some(2)),
            ("telefone", "telephone", Some(2)),
            ("客户级别", "客户名称", None),
            ("产品名称", "名称", None),
            ("备用电话", "客户电话", None),
            ("birthday", "branch", None),
            ("fax", "kind", None),
            ("", "name", None),
        ] {
            assert_eq!(apart(heading, name), wanted, "{heading} / {name}");
        }
    }
}
