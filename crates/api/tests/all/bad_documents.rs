//! Documents that are no plan, or are made to do harm: each is refused with a message of its own in the caller's
//! language, and nothing of it is kept.

use std::io::{Cursor, Write as _};

use axum::http::{Method, StatusCode};
use domain::access::Role;
use serde_json::json;
use testkit::{Place, World, on_both_engines};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::client::{Client, service};
use crate::studio::upload;

/// A Word package of these parts.
fn package(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        zip.start_file(*name, SimpleFileOptions::default())
            .expect("a part opens");
        zip.write_all(bytes).expect("a part is written");
    }
    zip.finish().expect("the package closes").into_inner()
}

fn document(before: &str, words: &str) -> Vec<u8> {
    format!(
        r#"<?xml version="1.0"?>{before}<w:document xmlns:w="w"><w:body><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:body></w:document>"#
    )
    .into_bytes()
}

fn docx(before: &str, words: &str) -> Vec<u8> {
    package(&[("word/document.xml", &document(before, words))])
}

/// What Word writes when a document has a password: a compound file with an encrypted package in it.
fn protected() -> Vec<u8> {
    let mut bytes = vec![0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
    bytes.resize(512, 0);
    let name = "EncryptedPackage".encode_utf16();
    bytes.extend(name.flat_map(u16::to_le_bytes));
    bytes.resize(2048, 0);
    bytes
}

/// A PDF of pages on which nothing is written.
fn scan(pages: usize) -> Vec<u8> {
    let kids: Vec<String> = (0..pages).map(|page| format!("{} 0 R", page + 3)).collect();
    let mut objects = vec![
        "<</Type/Catalog/Pages 2 0 R>>".to_owned(),
        format!("<</Type/Pages/Kids[{}]/Count {pages}>>", kids.join(" ")),
    ];
    objects
        .extend((0..pages).map(|_| "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>".to_owned()));
    let mut pdf = b"%PDF-1.4\n".to_vec();
    let mut places = Vec::new();
    for (at, object) in (1..).zip(&objects) {
        places.push(pdf.len());
        writeln!(pdf, "{at} 0 obj{object}endobj").unwrap();
    }
    let (table, size) = (pdf.len(), places.len() + 1);
    write!(pdf, "xref\n0 {size}\n0000000000 65535 f \n").unwrap();
    for place in &places {
        writeln!(pdf, "{place:010} 00000 n ").unwrap();
    }
    let trailer = format!("trailer<</Size {size}/Root 1 0 R>>\nstartxref\n{table}\n%%EOF");
    pdf.extend(trailer.into_bytes());
    pdf
}

fn laughs() -> String {
    let levels: Vec<String> = (1..=12)
        .map(|level| {
            let ten = format!("&a{};", level - 1).repeat(10);
            format!(r#"<!ENTITY a{level} "{ten}">"#)
        })
        .collect();
    format!(
        r#"<!DOCTYPE w [<!ENTITY a0 "两年质保">{}]>"#,
        levels.concat()
    )
}

/// Each document with the type of its problem, and words of its message in Chinese and in English.
fn bad() -> Vec<(&'static str, Vec<u8>, [&'static str; 3])> {
    let zeros = document("", &" ".repeat(65 << 20));
    let words = docx("", "质保两年，接到报修后两小时内到场。");
    vec![
        ("empty.docx", Vec::new(), ["file-empty", "空的", "empty"]),
        ("blank.docx", docx("", " "), ["file-empty", "空的", "empty"]),
        (
            "protected.docx",
            protected(),
            ["file-encrypted", "密码", "password"],
        ),
        (
            "old.doc",
            vec![0xd0, 0xcf, 0x11, 0xe0, 0, 0],
            ["file-old-word", ".docx", ".docx"],
        ),
        (
            "cut.docx",
            words[..words.len() / 2].to_vec(),
            ["file-broken", "损坏", "damaged"],
        ),
        (
            "torn.docx",
            package(&[("word/document.xml", b"<w:document><w:p></w:q>")]),
            ["file-broken", "损坏", "damaged"],
        ),
        (
            "bomb.docx",
            package(&[("word/document.xml", &zeros)]),
            ["file-too-large", "过大", "too large"],
        ),
        (
            "laughs.docx",
            docx(&laughs(), "&a12;"),
            ["file-expands", "展开", "grow without end"],
        ),
        (
            "book.xlsx",
            package(&[("xl/workbook.xml", b"<workbook/>")]),
            ["file-not-text", "不是文字文档", "no text document"],
        ),
        (
            "picture.png",
            vec![0x89, b'P', b'N', b'G', 0, 1, 2, 3],
            ["file-not-text", "不是文字文档", "no text document"],
        ),
        ("scan.pdf", scan(3), ["file-scanned", "扫描", "scan"]),
        (
            "scan.docx",
            package(&[
                ("word/document.xml", &document("", "")),
                ("word/media/1.png", b""),
            ]),
            ["file-scanned", "扫描", "scan"],
        ),
        (
            "torn.pdf",
            b"%PDF-1.7 torn".to_vec(),
            ["file-broken", "损坏", "damaged"],
        ),
        (
            "english.txt",
            b"We answer within two hours and repair within a day, on every day of the year."
                .to_vec(),
            ["text-not-chinese", "不是中文", "not"],
        ),
        (
            "profile.txt",
            "今天天气很好，湖边的柳树都绿了，孩子们在草地上放风筝，远处有人唱歌。".into(),
            ["no-promise", "没有读到任何承诺", "No promise"],
        ),
        (
            "long.txt",
            "今天天气很好。".repeat(430_000).into(),
            ["file-too-large", "300 万字", "3,000,000"],
        ),
    ]
}

#[tokio::test]
async fn a_bad_document_is_told_in_the_callers_language_and_leaves_nothing() {
    on_both_engines(async |db| {
        let world = World::on(db).await;
        let manager = Client::signed_in(&service(&world), Role::ServiceManager, Place::East).await;
        for (name, bytes, told) in bad() {
            for (language, words) in [("zh", told[1]), ("en", told[2])] {
                let path = format!("/api/readings?name={name}");
                let call = manager.call(Method::POST, &path);
                let call = call.header("accept-language", language);
                let answer = call
                    .bytes("application/octet-stream", bytes.clone())
                    .send()
                    .await;
                assert!(answer.status.is_client_error(), "{name}: {}", answer.status);
                assert_eq!(answer.problem(), told[0], "{name}: {}", answer.body);
                let said = answer.body["title"].as_str().unwrap_or_default();
                assert!(said.contains(words), "{name} in {language}: {said}");
            }
        }
        let list = manager.get("/api/readings").send().await;
        assert_eq!(list.body, json!([]), "nothing of it is kept");
    })
    .await;
}

#[tokio::test]
async fn a_file_over_the_limit_is_refused_before_it_is_read() {
    on_both_engines(async |db| {
        let world = World::on(db).await;
        let manager = Client::signed_in(&service(&world), Role::ServiceManager, Place::East).await;
        let answer = upload(&manager, "heavy.docx", vec![b' '; (50 << 20) + 1]).await;
        assert_eq!(answer.status, StatusCode::PAYLOAD_TOO_LARGE);
        assert!(
            answer.body["title"]
                .as_str()
                .unwrap_or_default()
                .contains("50 MiB"),
            "{}",
            answer.body
        );
        let list = manager.get("/api/readings").send().await;
        assert_eq!(list.body, json!([]));
    })
    .await;
}

/// Lines that each promise something about a thing of its own.
fn promises(count: usize) -> String {
    let lines = (0..count).map(|at| format!("{at}号设备整机质保{}个月。\n", at % 60 + 1));
    format!("设备售后服务方案\n{}", lines.collect::<String>())
}

#[tokio::test]
async fn a_document_of_too_many_promises_is_to_be_split() {
    on_both_engines(async |db| {
        let world = World::on(db).await;
        let manager = Client::signed_in(&service(&world), Role::ServiceManager, Place::East).await;
        let answer = upload(&manager, "many.txt", promises(2_001)).await;
        assert_eq!(answer.problem(), "too-many-items", "{}", answer.status);
        let said = answer.body["title"].as_str().unwrap_or_default();
        assert!(said.contains("2,000"), "{said}");
        let list = manager.get("/api/readings").send().await;
        assert_eq!(list.body, json!([]));
    })
    .await;
}

/// A Word file of so many pages: three promises each between prose that promises nothing.
fn pages(count: usize) -> Vec<u8> {
    let prose = "车间建于二十年前，厂房临河，工人多是本地人，老师傅带着徒弟干活。".repeat(28);
    let page = |page: usize| {
        let promises = (0..3).map(|line| {
            let months = (page + line) % 60 + 1;
            format!(
                "<w:p><w:r><w:t>{}号机组质保{months}个月。</w:t></w:r></w:p>",
                page * 3 + line
            )
        });
        let promises: String = promises.collect();
        format!("<w:p><w:r><w:t>{prose}</w:t></w:r></w:p>{promises}")
    };
    let body: String = (0..count).map(page).collect();
    let title = "<w:p><w:r><w:t>机组售后服务方案</w:t></w:r></w:p>";
    let document = format!(
        r#"<?xml version="1.0"?><w:document xmlns:w="w"><w:body>{title}{body}</w:body></w:document>"#
    );
    package(&[("word/document.xml", document.as_bytes())])
}

/// Half a million characters are a long plan, and no attack.
#[tokio::test]
async fn a_word_file_of_five_hundred_pages_is_read_whole() {
    const PAGES: usize = 500;
    on_both_engines(async |db| {
        let world = World::on(db).await;
        let manager = Client::signed_in(&service(&world), Role::ServiceManager, Place::East).await;
        let answer = upload(&manager, "five-hundred-pages.docx", pages(PAGES)).await;
        assert_eq!(answer.status, StatusCode::CREATED, "{}", answer.body);
        let items = answer.body["items"].as_array().into_iter().flatten();
        // A line of the prose between them may be listed as unread.
        let promises = items.filter(|item| item["clause"].is_object());
        assert_eq!(promises.count(), 3 * PAGES);
    })
    .await;
}
