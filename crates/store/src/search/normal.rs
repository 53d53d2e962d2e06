use unicode_normalization::UnicodeNormalization as _;

/// The form in which texts and queries are compared: compatibility forms folded (full width `Ａ１` is `a1`), lower
/// case, white space single, control characters gone.
pub fn normalise(text: &str) -> String {
    // Character by character: lower case of a whole string depends on context (final sigma), a substring has none.
    let folded: String = text.nfkc().flat_map(char::to_lowercase).nfkc().collect();
    let words: Vec<String> = folded
        .split_whitespace()
        .map(|word| {
            word.chars()
                .filter(|character| !character.is_control())
                .collect::<String>()
        })
        .filter(|word| !word.is_empty())
        .collect();
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::normalise;

    #[test]
    fn width_case_and_white_space_do_not_matter() {
        assert_eq!(
            normalise("  ＡＢＣ１２３\t空调\u{3000}ΣΑΣ \u{0} "),
            "abc123 空调 σασ"
        );
    }
}
