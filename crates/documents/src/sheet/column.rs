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
    /// The column a heading names: by either title or by key, whatever the case, blanks and marks around it.
    pub(super) fn column_titled(&self, heading: &str) -> Option<&Column> {
        let wanted = plain(heading);
        self.columns.iter().find(|column| {
            [column.title.zh, column.title.en, column.key]
                .iter()
                .any(|title| plain(title) == wanted)
        })
    }
}

/// A heading without what people add to it: blanks, stars for required, brackets.
pub(super) fn plain(heading: &str) -> String {
    heading
        .chars()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}
