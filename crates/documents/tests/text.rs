//! Word packages made by hand: what a plan writer's document holds comes out as lines, numbers and columns; bombs and broken files are refused.

use std::io::{Cursor, Write};

use documents::text::{Unreadable, extract};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

const NUMBERING: &str = r#"<?xml version="1.0"?><w:numbering xmlns:w="w"><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="（%2）"/></w:lvl></w:abstractNum><w:num w:numId="3"><w:abstractNumId w:val="0"/></w:num></w:numbering>"#;

fn paragraph(text: &str) -> String {
    format!("<w:p><w:r><w:t>{text}</w:t></w:r></w:p>")
}

fn numbered(level: u8, text: &str) -> String {
    format!(
        r#"<w:p><w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="3"/></w:numPr></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"#
    )
}

fn cell(properties: &str, text: &str) -> String {
    format!(
        "<w:tc><w:tcPr>{properties}</w:tcPr>{}</w:tc>",
        paragraph(text)
    )
}

fn package(body: &str) -> Vec<u8> {
    let document = format!(
        r#"<?xml version="1.0"?><w:document xmlns:w="w"><w:body>{body}</w:body></w:document>"#
    );
    parts(&[
        ("word/document.xml", document.as_str()),
        ("word/numbering.xml", NUMBERING),
    ])
}

fn parts(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    for (name, text) in parts {
        zip.start_file(*name, options).expect("a part opens");
        zip.write_all(text.as_bytes()).expect("a part is written");
    }
    zip.finish().expect("the package closes").into_inner()
}

#[test]
fn automatic_numbers_are_printed() {
    let body = [
        numbered(0, "质保期"),
        numbered(1, "整机两年&amp;终身维护"),
        numbered(1, "自验收起"),
        numbered(0, "响应"),
    ]
    .concat();
    assert_eq!(
        extract(&package(&body)).as_deref(),
        Ok("一、质保期\n（1）整机两年&终身维护\n（2）自验收起\n二、响应\n")
    );
}

#[test]
fn rows_are_lines_and_merged_cells_are_empty() {
    let row = |cells: &[String]| format!("<w:tr>{}</w:tr>", cells.concat());
    let table = [
        row(&[cell("", "级别"), cell("", "区域"), cell("", "到场时间")]),
        row(&[
            cell(r#"<w:vMerge w:val="restart"/>"#, "一级"),
            cell("", "市区"),
            cell("", "2小时"),
        ]),
        row(&[cell("<w:vMerge/>", ""), cell("", "郊区"), cell("", "4小时")]),
    ]
    .concat();
    assert_eq!(
        extract(&package(&format!("<w:tbl>{table}</w:tbl>"))).as_deref(),
        Ok("级别\t区域\t到场时间\n一级\t市区\t2小时\n\t郊区\t4小时\n")
    );
}

#[test]
fn deleted_text_and_field_codes_are_no_text() {
    let body = "<w:p><w:r><w:t>质保</w:t></w:r><w:del><w:r><w:delText>一年</w:delText></w:r></w:del><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>两年</w:t></w:r></w:p>";
    assert_eq!(extract(&package(body)).as_deref(), Ok("质保两年\n"));
}

#[test]
fn a_part_that_unpacks_without_end_is_refused() {
    let bomb = package(&paragraph(&"零".repeat(30_000_000)));
    assert!(bomb.len() < 1_000_000, "the bomb is small");
    assert!(matches!(extract(&bomb), Err(Unreadable::TooLarge(_))));
}

#[test]
fn a_truncated_package_is_broken() {
    let whole = package(&paragraph("质保两年"));
    assert!(matches!(
        extract(&whole[..whole.len() / 2]),
        Err(Unreadable::Broken(_))
    ));
}

#[test]
fn a_package_without_a_document_is_no_text() {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    zip.start_file("other.txt", SimpleFileOptions::default())
        .expect("a part opens");
    let bytes = zip.finish().expect("the package closes").into_inner();
    assert_eq!(extract(&bytes), Err(Unreadable::NotText));
}

#[test]
fn a_document_of_pictures_says_so_and_one_of_nothing_is_empty() {
    assert_eq!(extract(&package("<w:p/>")), Err(Unreadable::Empty));
    let picture =
        r#"<w:document xmlns:w="w"><w:body><w:p><w:drawing/></w:p></w:body></w:document>"#;
    let scan = parts(&[
        ("word/document.xml", picture),
        ("word/media/image1.png", ""),
    ]);
    assert_eq!(extract(&scan), Err(Unreadable::NoTextLayer));
}

#[test]
fn entities_that_multiply_are_named_as_what_they_are() {
    use std::fmt::Write as _;
    let mut laughs = String::from("<!DOCTYPE w:document [<!ENTITY a0 \"质保\">");
    for level in 1..=9 {
        let ten = format!("&a{};", level - 1).repeat(10);
        write!(laughs, "<!ENTITY a{level} \"{ten}\">").expect("writing to a string cannot fail");
    }
    let document = format!(
        r#"<?xml version="1.0"?>{laughs}]><w:document xmlns:w="w"><w:body>{}</w:body></w:document>"#,
        paragraph("&a9;")
    );
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    zip.start_file("word/document.xml", SimpleFileOptions::default())
        .expect("a part opens");
    zip.write_all(document.as_bytes())
        .expect("a part is written");
    let bytes = zip.finish().expect("the package closes").into_inner();
    assert_eq!(extract(&bytes), Err(Unreadable::Expands));
}

#[test]
fn a_protected_document_is_told_from_an_old_one() {
    let mut bytes = vec![0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
    bytes.resize(512, 0);
    bytes.extend("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes));
    bytes.resize(1024, 0);
    assert_eq!(extract(&bytes), Err(Unreadable::Encrypted));
}
