//! The words of drop-downs, in both languages, and the value each stands for.

use crate::language::Language;

/// One choice: Chinese, English, value.
pub(super) type Choice = (&'static str, &'static str, &'static str);

pub(super) const KINDS: &[Choice] = &[
    ("单位", "Organisation", "organisation"),
    ("个人", "Consumer", "consumer"),
];
pub(super) const PAPERS: &[Choice] = &[("有", "Present", "present"), ("无", "Missing", "missing")];
pub(super) const TERRITORIES: &[Choice] = &[
    ("国内", "Mainland China", "domestic"),
    ("不限", "Anywhere", "anywhere"),
];

/// The words offered in a language.
pub(super) fn offered(choices: &[Choice], language: Language) -> Vec<String> {
    choices
        .iter()
        .map(|choice| word(choice, language))
        .collect()
}

/// The words accepted, in both languages.
pub(super) fn accepted(choices: &[Choice]) -> Vec<String> {
    choices
        .iter()
        .flat_map(|(zh, en, _)| [(*zh).to_owned(), (*en).to_owned()])
        .collect()
}

/// The value a word stands for.
pub(super) fn value(choices: &[Choice], word: &str) -> Option<&'static str> {
    choices
        .iter()
        .find(|(zh, en, _)| *zh == word || *en == word)
        .map(|(.., value)| *value)
}

/// The word of a value.
pub(super) fn said(choices: &[Choice], value: &str, language: Language) -> String {
    choices
        .iter()
        .find(|(.., known)| *known == value)
        .map(|choice| word(choice, language))
        .unwrap_or_default()
}

fn word((zh, en, _): &Choice, language: Language) -> String {
    (*language.choose(zh, en)).to_owned()
}
