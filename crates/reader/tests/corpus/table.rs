//! How the tables of `golden/reader/grammar.txt` are cut.

/// The rows under a `# title`, each cut at its bars.
pub(crate) fn section<'a>(table: &'a str, title: &str) -> Vec<Vec<&'a str>> {
    table
        .lines()
        .skip_while(|line| line.strip_prefix("# ") != Some(title))
        .skip(1)
        .take_while(|line| !line.starts_with('#'))
        .filter(|line| !line.is_empty())
        .map(|line| line.split('|').map(str::trim).collect())
        .collect()
}
