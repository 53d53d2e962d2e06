//! Every subcommand with what it cannot use: code 2, nothing on standard output, and words in the reader's language that say
//! what to do.

use std::path::Path;
use std::process::{Command, Output};

use crate::template;

/// Arguments with what is told in Chinese and in English. `@` stands for the folder of the files.
type Wrong = (&'static [&'static str], &'static str, &'static str);

const FILES: &[Wrong] = &[
    (
        &["plan", "read", "@/none.docx"],
        "请检查名称",
        "check its name",
    ),
    (
        &["plan", "read", "@"],
        "请写出其中的文件",
        "name the file in it",
    ),
    (
        &["plan", "read", "@/picture.png"],
        "请使用 .docx",
        "use .docx",
    ),
    (&["plan", "read", "@/empty.toml"], "文件是空的", "is empty"),
    (
        &["plan", "check", "@/picture.png"],
        "这是图片",
        "this is a picture",
    ),
    (
        &["plan", "check", "@/picture.toml"],
        "请先做文字识别",
        "run text recognition",
    ),
    (
        &["plan", "check", "@/other.docx"],
        "请用 plan read",
        "with `plan read`",
    ),
    (
        &["plan", "check", "@/scan.pdf"],
        "请用 plan read",
        "with `plan read`",
    ),
    (
        &["plan", "check", "@/old.doc"],
        "另存为 .docx",
        "save it as .docx",
    ),
    (
        &["plan", "check", "@/program.toml"],
        "不是文本文件",
        "is no text",
    ),
    (
        &["plan", "check", "@/gbk.toml"],
        "另存为 UTF-8",
        "save it as UTF-8",
    ),
    (
        &["plan", "check", "@/empty.toml"],
        "缺少必填项",
        "is missing",
    ),
    (
        &["plan", "check", "@/good.toml", "--law", "@/good.toml"],
        "法定底线表",
        "the first line must be",
    ),
    (
        &["plan", "import", "@/picture.png", "--as", "admin"],
        "这是图片",
        "this is a picture",
    ),
    (
        &["plan", "import", "@/other.docx", "--as", "admin"],
        "请用 plan read",
        "with `plan read`",
    ),
    (
        &["plan", "render", "@/good.toml", "-o", "@/none/out.docx"],
        "请检查名称",
        "check its name",
    ),
    (
        &["plan", "render", "@/none.toml", "-o", "@/out.docx"],
        "请检查名称",
        "check its name",
    ),
    (
        &["plan", "compare", "@/picture.png", "@/good.toml"],
        "文件打不开",
        "cannot be opened",
    ),
    (
        &["plan", "compare", "@/good.txt", "@/picture.png"],
        "这是图片",
        "this is a picture",
    ),
    (
        &["plan", "templates", "99-none"],
        "plan templates",
        "plan templates",
    ),
    (
        &["import", "customers", "@/none.xlsx", "--as", "admin"],
        "请检查名称",
        "check its name",
    ),
    (
        &["import", "customers", "@", "--as", "admin"],
        "请写出其中的文件",
        "name the file in it",
    ),
    (
        &[
            "export",
            "customers",
            "@/out.xlsx",
            "--as",
            "admin",
            "--data",
            "@/none",
        ],
        "没有安装践诺",
        "no installation",
    ),
    (
        &["check", "ledger", "--data", "@/none"],
        "没有安装践诺",
        "no installation",
    ),
    (
        &["backup", "@/new", "--data", "@/none"],
        "没有安装践诺",
        "no installation",
    ),
    (
        &["restore", "@", "--data", "@/new"],
        "这不是备份",
        "This is not a backup",
    ),
    (&["demo", "--data", "@"], "不是演示", "holds no demo"),
    (&["serve", "--data", "@/broken"], "已损坏", "is damaged"),
    (
        &[
            "clock",
            "due",
            "--calendar",
            "@/none.toml",
            "--limit",
            "months:1",
        ],
        "内置日历",
        "built-in calendars",
    ),
    (
        &[
            "clock",
            "due",
            "--calendar",
            "@/gbk.toml",
            "--limit",
            "months:1",
        ],
        "另存为 UTF-8",
        "save it as UTF-8",
    ),
    (
        &["clock", "check", "--calendar", "@/empty.toml"],
        "没有任何开放时间",
        "no open time",
    ),
];

const ARGUMENTS: &[Wrong] = &[
    (&["frob"], "没有子命令 frob", "unrecognized subcommand"),
    (
        &["plan", "chek"],
        "没有子命令 chek",
        "unrecognized subcommand",
    ),
    (
        &["plan", "check", "--frob"],
        "没有参数 --frob",
        "unexpected argument",
    ),
    (&["plan", "check"], "缺少参数 <FILE>", "required arguments"),
    (
        &["plan", "read", "x", "--format", "xml"],
        "json、table、text",
        "json, table, text",
    ),
    (
        &["plan", "check", "x", "--on", "soon"],
        "2026-10-01",
        "invalid value",
    ),
    (
        &["plan", "export", "seven", "x.toml", "--as", "admin"],
        "plan_ 加 32 位",
        "32 hexadecimal digits",
    ),
    (
        &["import", "boats", "x", "--as", "admin"],
        "customers、products 或 units",
        "invalid value",
    ),
    (
        &["serve", "--listen", "here"],
        "127.0.0.1:8080",
        "invalid value",
    ),
    (
        &["clock", "due", "--calendar", "always", "--limit", "8h"],
        "working:PT8H",
        "working:PT8H",
    ),
    (
        &["serve", "--data", "@/new", "--database", "mysql://x"],
        "postgres://",
        "postgres://",
    ),
];

#[test]
fn what_cannot_be_used_is_told_in_the_language_of_the_reader() {
    let folder = tempfile::tempdir().expect("a folder");
    prepare(folder.path());
    for (arguments, chinese, english) in FILES.iter().chain(ARGUMENTS) {
        let here = folder.path().display().to_string();
        let arguments: Vec<String> = arguments.iter().map(|it| it.replace('@', &here)).collect();
        for (locale, words) in [("zh_CN.UTF-8", chinese), ("en_US.UTF-8", english)] {
            refused(&run(&arguments, locale), words, &arguments, locale);
        }
        // The option goes before the machine's language, wherever it stands.
        let asked: Vec<String> = [vec!["--english".to_owned()], arguments].concat();
        refused(&run(&asked, "zh_CN.UTF-8"), english, &asked, "en");
    }
}

#[test]
fn an_address_in_use_is_told_with_what_to_do() {
    let taken = std::net::TcpListener::bind("127.0.0.1:0").expect("an address");
    let address = taken.local_addr().expect("it has one").to_string();
    let folder = tempfile::tempdir().expect("a folder");
    let data = folder.path().display().to_string();
    let arguments = ["serve", "--data", &data, "--listen", &address].map(str::to_owned);
    for (locale, words) in [("zh_CN.UTF-8", "占用"), ("en_US.UTF-8", "is in use")] {
        let output = run(&arguments, locale);
        let told = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(2), "{told}");
        assert!(told.contains(words) && told.contains("--listen"), "{told}");
    }
}

#[test]
fn a_database_that_does_not_answer_is_told() {
    let folder = tempfile::tempdir().expect("a folder");
    let data = folder.path().display().to_string();
    let nobody = "postgres://jiannuo@127.0.0.1:9/x";
    let arguments = ["check", "ledger", "--data", &data, "--database", nobody].map(str::to_owned);
    let output = run(&arguments, "zh_CN.UTF-8");
    refused(&output, "是否在运行", &arguments, "zh_CN.UTF-8");
}

#[test]
fn a_rendered_plan_is_checked_like_the_file_it_was_made_of() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = template(folder.path(), "07-network-systems");
    let paper = folder.path().join("plan.docx");
    let [file, paper] = [&file, &paper].map(|path| path.display().to_string());
    let check = |path: &str| run(&["plan", "check", path].map(str::to_owned), "en_US.UTF-8");
    let rendered = ["plan", "render", &file, "-o", &paper].map(str::to_owned);
    assert!(run(&rendered, "en_US.UTF-8").status.success());
    let [of_file, of_paper] = [check(&file), check(&paper)];
    let last = |output: &Output| {
        let told = String::from_utf8_lossy(&output.stdout).into_owned();
        told.lines().last().map(str::to_owned)
    };
    assert_eq!(of_file.status.code(), of_paper.status.code());
    assert_eq!(last(&of_file), last(&of_paper));
}

#[test]
fn problems_of_a_text_are_told_in_the_language_of_the_reader() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("plan.txt");
    std::fs::write(
        &file,
        "接到报修后2小时内到达现场。设备出现故障时我方及时处理。",
    )
    .expect("it is written");
    let arguments = ["plan", "read", &file.display().to_string()].map(str::to_owned);
    let problem = |locale: &str| {
        let told = String::from_utf8_lossy(&run(&arguments, locale).stdout).into_owned();
        let line = told
            .lines()
            .find(|line| line.starts_with("! "))
            .map(str::to_owned);
        line.unwrap_or_else(|| panic!("no problem was told: {told}"))
    };
    assert!(
        problem("en_US.UTF-8").contains("state a time"),
        "{}",
        problem("en_US.UTF-8")
    );
    assert!(problem("zh_CN.UTF-8").chars().any(is_han));
}

fn refused(output: &Output, words: &str, arguments: &[String], locale: &str) {
    let told = String::from_utf8_lossy(&output.stderr);
    assert_eq!(
        output.status.code(),
        Some(2),
        "{arguments:?} {locale}: {told}"
    );
    assert!(output.stdout.is_empty(), "{arguments:?} {locale} prints");
    assert!(told.contains(words), "{arguments:?} {locale}: {told}");
    let speaks_chinese = told.chars().any(is_han);
    assert_eq!(
        speaks_chinese,
        locale.starts_with("zh"),
        "{arguments:?} {locale}: {told}"
    );
}

const fn is_han(char: char) -> bool {
    matches!(char, '\u{4e00}'..='\u{9fff}')
}

fn run(arguments: &[String], locale: &str) -> Output {
    Command::new(env!("CARGO_BIN_EXE_jiannuo"))
        .args(arguments)
        .env("LC_ALL", locale)
        .output()
        .expect("the program starts")
}

fn prepare(folder: &Path) {
    let good = template(folder, "07-network-systems");
    std::fs::rename(good, folder.join("good.toml")).expect("it is renamed");
    let write = |name: &str, bytes: &[u8]| {
        std::fs::write(folder.join(name), bytes).expect("it is written");
    };
    let picture = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR";
    write("picture.png", picture);
    write("picture.toml", picture);
    write("empty.toml", b"");
    write(
        "good.txt",
        "接到报修后2小时内到达现场，4小时内修复。".as_bytes(),
    );
    write("gbk.toml", b"title = \"\xd6\xd0\xce\xc4\"\n");
    write("program.toml", b"\x7fELF\x02\x01\x01\0\0\0");
    write("old.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0");
    write("scan.pdf", b"%PDF-1.4\n\xff\xfe nothing");
    let paper = documents::word::write(&paper(), None);
    write("other.docx", &paper);
    std::fs::create_dir(folder.join("broken")).expect("a folder");
    write("broken/jiannuo.db", &[b'x'; 8_192]);
}

/// A document without a plan inside.
fn paper() -> domain::plan::wording::Paper {
    use domain::plan::wording::{Block, Edition, Paper};
    Paper {
        language: domain::language::Language::Chinese,
        title: "维修合同".to_owned(),
        edition: Edition::Draft,
        mark: String::new(),
        blocks: vec![Block::Paragraph("双方约定如下。".to_owned())],
    }
}
