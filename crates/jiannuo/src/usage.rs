//! Arguments that cannot be understood, told in Chinese; in English they are told by the library that reads them.

use std::process::ExitCode;

use clap::error::{ContextKind, ContextValue, ErrorKind};

use crate::say;
use domain::language::Language;

/// Exit code for an argument, file or installation that cannot be used.
pub(crate) const USAGE: u8 = 2;

/// Tells what is wrong with the arguments, or gives the help that was asked for.
pub(crate) fn told(error: &clap::Error) -> ExitCode {
    let is_help = matches!(
        error.kind(),
        ErrorKind::DisplayHelp
            | ErrorKind::DisplayVersion
            | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand
    );
    if is_help || say::language() == Language::English {
        error.exit();
    }
    say::error(&in_chinese(error));
    ExitCode::from(USAGE)
}

fn in_chinese(error: &clap::Error) -> String {
    let argument = context(error, ContextKind::InvalidArg);
    let value = context(error, ContextKind::InvalidValue);
    let said = match error.kind() {
        ErrorKind::UnknownArgument => format!("没有参数 {argument}"),
        ErrorKind::InvalidSubcommand => {
            let name = context(error, ContextKind::InvalidSubcommand);
            format!("没有子命令 {name}")
        }
        ErrorKind::MissingRequiredArgument => format!("缺少参数 {argument}"),
        ErrorKind::MissingSubcommand => "缺少子命令".to_owned(),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation if value.is_empty() => {
            format!("{argument} 后面缺少值")
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            format!("{argument} 不能是“{value}”{}", expected(&argument))
        }
        ErrorKind::ArgumentConflict => format!("{argument} 重复了，或不能与其他参数同时使用"),
        ErrorKind::TooManyValues | ErrorKind::WrongNumberOfValues => {
            format!("{argument} 的值过多")
        }
        ErrorKind::InvalidUtf8 => "参数不是 UTF-8 文字".to_owned(),
        _ => "参数有误".to_owned(),
    };
    let allowed = match context(error, ContextKind::ValidValue) {
        none if none.is_empty() => none,
        allowed => format!("：请写 {allowed} 之一"),
    };
    format!("{said}{allowed}。\n加 --help 可以看到用法。")
}

/// What a value must look like, by the argument it belongs to.
fn expected(argument: &str) -> &'static str {
    const FORMS: &[(&str, &str)] = &[
        (
            "--limit",
            "：请写成 working:PT8H、natural:PT24H、working-days:3、natural-days:3、months:2 或 years:1",
        ),
        ("--on", "：请写成日期，例如 2026-10-01"),
        ("DATE", "：请写成日期，例如 2026-10-01"),
        ("--listen", "：请写成 地址:端口，例如 127.0.0.1:8080"),
        ("--number", "：请写整数"),
        (
            "<PLAN>",
            "：请写 plan import 给出的编号，plan_ 加 32 位十六进制数字",
        ),
        ("<BOOK>", "：请写 customers、products 或 units"),
    ];
    FORMS
        .iter()
        .find(|(name, _)| argument.contains(name))
        .map_or("", |(_, form)| form)
}

/// What the library says of one side of the error, without marks of its own.
fn context(error: &clap::Error, kind: ContextKind) -> String {
    match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join("、"),
        Some(ContextValue::Number(number)) => number.to_string(),
        _ => String::new(),
    }
}
