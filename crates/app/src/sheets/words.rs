//! The words of drop-downs, in both languages, and the value each stands for.

use documents::sheet::Title;

use crate::language::Language;

/// The words of a drop-down and, at the same places, the values they stand for.
#[derive(Debug, Clone, Copy)]
pub(super) struct Choices {
    pub(super) words: &'static [Title],
    values: &'static [&'static str],
}

pub(super) const KINDS: Choices = Choices {
    words: &[title("单位", "Organisation"), title("个人", "Consumer")],
    values: &["organisation", "consumer"],
};
pub(super) const PAPERS: Choices = Choices {
    words: &[title("有", "Present"), title("无", "Missing")],
    values: &["present", "missing"],
};
pub(super) const TERRITORIES: Choices = Choices {
    words: &[title("国内", "Mainland China"), title("不限", "Anywhere")],
    values: &["domestic", "anywhere"],
};

const fn title(zh: &'static str, en: &'static str) -> Title {
    Title { zh, en }
}

/// The value a word of either language stands for.
pub(super) fn value(choices: Choices, word: &str) -> Option<&'static str> {
    choices
        .words
        .iter()
        .zip(choices.values)
        .find(|(known, _)| known.zh == word || known.en == word)
        .map(|(_, value)| *value)
}

/// The word of a value.
pub(super) fn said(choices: Choices, value: &str, language: Language) -> String {
    choices
        .words
        .iter()
        .zip(choices.values)
        .find(|(_, known)| **known == value)
        .map(|(word, _)| word.in_language(language.as_str()).to_owned())
        .unwrap_or_default()
}
