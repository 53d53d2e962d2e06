//! What commands print, in the language of whoever started the program.

use std::ffi::OsString;
use std::fmt::Arguments;
use std::io::{self, Write};
use std::process;
use std::sync::OnceLock;

use domain::language::Language;

/// Prints a line on standard output, like `println!`; when whoever reads it has seen enough, the program ends quietly.
macro_rules! say {
    ($($words:tt)*) => { $crate::say::line(format_args!($($words)*)) };
}
pub(crate) use say;

/// A sentence in Chinese and in English, of which the reader's is made.
macro_rules! words {
    ($zh:literal, $en:literal $(,)?) => {
        match $crate::say::language() {
            domain::language::Language::Chinese => format!($zh),
            domain::language::Language::English => format!($en),
        }
    };
}
pub(crate) use words;

static LANGUAGE: OnceLock<Language> = OnceLock::new();

/// The option that asks for English whatever the machine speaks.
const ENGLISH: &str = "--english";

/// The language in which the program answers whoever started it: English where `--english` asks for it, else what `LC_ALL`,
/// `LC_MESSAGES` or `LANG` says first; Chinese where they name no other.
pub(crate) fn language() -> Language {
    *LANGUAGE.get_or_init(|| {
        if cfg!(test) {
            return Language::English;
        }
        // Also where the arguments cannot be understood: what is wrong with them is told in that language.
        if asks_for_english(std::env::args_os()) {
            return Language::English;
        }
        let said = ["LC_ALL", "LC_MESSAGES", "LANG"]
            .iter()
            .filter_map(|name| std::env::var(name).ok())
            .find(|value| !value.is_empty());
        spoken(said.as_deref())
    })
}

/// Behind `--` stand names and values only.
fn asks_for_english(arguments: impl Iterator<Item = OsString>) -> bool {
    arguments
        .take_while(|argument| argument != "--")
        .any(|argument| argument == ENGLISH)
}

fn spoken(locale: Option<&str>) -> Language {
    if locale.is_some_and(|locale| locale.starts_with("en")) {
        Language::English
    } else {
        Language::Chinese
    }
}

/// Prints what scripts wait for: the same English line in either language, and before it the Chinese one for who reads that.
pub(crate) fn both(chinese: &str, english: &str) {
    if language() == Language::Chinese {
        say!("{chinese}");
    }
    say!("{english}");
}

pub(crate) fn line(words: Arguments<'_>) {
    let mut out = io::stdout().lock();
    keep(writeln!(out, "{words}").and_then(|()| out.flush()));
}

/// Prints a text as it is.
pub(crate) fn text(words: &str) {
    let mut out = io::stdout().lock();
    keep(out.write_all(words.as_bytes()).and_then(|()| out.flush()));
}

/// Prints what went wrong on standard error.
pub(crate) fn error(why: &str) {
    let mark = language().choose("错误：", "error: ");
    eprintln!("{mark}{why}");
}

fn keep(written: io::Result<()>) {
    match written {
        Ok(()) => {}
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => process::exit(0),
        Err(why) => {
            error(&words!("无法写出结果：{why}", "cannot write: {why}"));
            process::exit(2);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whoever_speaks_english_is_answered_in_english_and_everybody_else_in_chinese() {
        for (locale, language) in [
            (Some("en_GB.UTF-8"), Language::English),
            (Some("en"), Language::English),
            (Some("zh_CN.UTF-8"), Language::Chinese),
            (Some("C.UTF-8"), Language::Chinese),
            (None, Language::Chinese),
        ] {
            assert_eq!(spoken(locale), language, "{locale:?}");
        }
    }

    #[test]
    fn english_is_asked_for_before_what_is_no_option_any_more() {
        let asks =
            |words: &[&str]| asks_for_english(words.iter().map(|word| OsString::from(*word)));
        assert!(asks(&["jiannuo", "plan", "--english", "read"]));
        assert!(!asks(&["jiannuo", "plan", "read", "--", "--english"]));
    }
}
