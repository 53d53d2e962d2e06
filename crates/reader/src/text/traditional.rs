//! Traditional characters read as their simplified forms.

use std::sync::LazyLock;

const TABLE: &str = include_str!("../../data/traditional.txt");
/// First ideograph of the block the table is about.
const FIRST: u32 = 0x4e00;
/// One past its last.
const END: u32 = 0xa000;

static FORMS: LazyLock<Vec<Option<char>>> = LazyLock::new(|| {
    let mut forms = vec![None; (END - FIRST) as usize];
    for pair in TABLE
        .lines()
        .filter(|line| !line.starts_with('#'))
        .flat_map(str::split_whitespace)
    {
        let mut chars = pair.chars();
        if let (Some(from), Some(to)) = (chars.next(), chars.next())
            && let Some(slot) = place(from).and_then(|at| forms.get_mut(at))
        {
            *slot = Some(to);
        }
    }
    forms
});

fn place(char: char) -> Option<usize> {
    (char as u32).checked_sub(FIRST).map(|at| at as usize)
}

/// The simplified form of an ideograph, or itself.
pub(super) fn simplified(char: char) -> char {
    place(char)
        .and_then(|at| FORMS.get(at).copied().flatten())
        .unwrap_or(char)
}
