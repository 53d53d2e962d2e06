//! Workbooks made to do harm: they cost a bounded amount and bring nothing in from outside.

use std::fmt::Write as _;
use std::io::{Cursor, Write as _};

use documents::sheet::{Column, Kind, Layout, SheetError, Title, read};
use zip::write::SimpleFileOptions;

const NAMESPACE: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const CELL: &str = r#"<row r="1"><c r="A1" t="inlineStr"><is><t>序列号</t></is></c></row>"#;

fn layout() -> Layout {
    let title = Title {
        zh: "序列号",
        en: "Serial",
    };
    Layout {
        name: title,
        columns: vec![Column {
            key: "serial",
            title,
            also: &[],
            kind: Kind::Text,
            required: true,
            hint: title,
        }],
    }
}

/// A workbook whose one sheet is `sheet`, with more parts beside it.
fn workbook(sheet: &[u8], more: &[(&str, &[u8])]) -> Vec<u8> {
    let kinds = r#"<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
        <Default Extension="xml" ContentType="application/xml"/></Types>"#;
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let package = "http://schemas.openxmlformats.org/package/2006/relationships";
    let book = format!(
        r#"<workbook xmlns="{NAMESPACE}" xmlns:r="{office}"><sheets><sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>"#
    );
    let links = |kind: &str, target: &str| {
        format!(
            r#"<Relationships xmlns="{package}"><Relationship Id="r1" Type="{office}/{kind}" Target="{target}"/></Relationships>"#
        )
    };
    let (root, sheets) = (
        links("officeDocument", "xl/workbook.xml"),
        links("worksheet", "worksheets/sheet1.xml"),
    );
    let mut parts: Vec<(&str, &[u8])> = vec![
        ("[Content_Types].xml", kinds.as_bytes()),
        ("_rels/.rels", root.as_bytes()),
        ("xl/workbook.xml", book.as_bytes()),
        ("xl/_rels/workbook.xml.rels", sheets.as_bytes()),
        ("xl/worksheets/sheet1.xml", sheet),
    ];
    parts.extend(more);
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        archive
            .start_file(name, SimpleFileOptions::default())
            .expect("a part begins");
        archive.write_all(bytes).expect("a part is written");
    }
    archive.finish().expect("the archive ends").into_inner()
}

/// A sheet with the heading and what comes after it; `before` stands in front of the root.
fn sheet(before: &str, rows: &str) -> Vec<u8> {
    format!(
        r#"<?xml version="1.0"?>{before}<worksheet xmlns="{NAMESPACE}"><sheetData>{CELL}{rows}</sheetData></worksheet>"#
    )
    .into_bytes()
}

fn text(cell: &str) -> String {
    format!(r#"<row r="2"><c r="A2" t="inlineStr"><is><t>{cell}</t></is></c></row>"#)
}

/// Everything that came in, as one text; a refusal is nothing.
fn taken(bytes: &[u8]) -> String {
    format!("{:?}", read(bytes, &layout()).unwrap_or_default())
}

#[test]
fn an_honest_workbook_of_this_make_is_read() {
    let rows = read(&workbook(&sheet("", &text("A-1")), &[]), &layout()).expect("it reads");
    assert_eq!(rows[0].cells["serial"], "A-1");
}

#[test]
fn a_workbook_that_unpacks_without_end_is_refused() {
    let zeros = vec![b' '; 300 << 20];
    let bomb = workbook(
        &sheet("", &text("A-1")),
        &[("xl/a.xml", &zeros), ("xl/b.xml", &zeros)],
    );
    assert!(bomb.len() < 2 << 20, "{} bytes arrive", bomb.len());
    assert_eq!(read(&bomb, &layout()), Err(SheetError::TooLarge));
    let many: Vec<String> = (0..2_000)
        .map(|number| format!("xl/{number}.xml"))
        .collect();
    let many: Vec<(&str, &[u8])> = many.iter().map(|name| (name.as_str(), &b""[..])).collect();
    let bomb = workbook(&sheet("", &text("A-1")), &many);
    assert_eq!(read(&bomb, &layout()), Err(SheetError::TooLarge));
}

#[test]
fn a_size_that_an_archive_only_claims_does_not_count() {
    let zeros = vec![b' '; 600 << 20];
    let mut bomb = workbook(&sheet("", &text("A-1")), &[("xl/a.xml", &zeros)]);
    // The size after unpacking, as the part's head and the table at the end give it.
    let claimed = u32::try_from(zeros.len()).expect("a size").to_le_bytes();
    let honest: Vec<usize> = (0..bomb.len() - 4)
        .filter(|at| bomb[*at..*at + 4] == claimed)
        .collect();
    assert!(!honest.is_empty(), "the archive states the size");
    for at in honest {
        bomb[at..at + 4].copy_from_slice(&100u32.to_le_bytes());
    }
    assert!(read(&bomb, &layout()).is_err());
}

#[test]
fn an_entity_brings_in_no_file_and_multiplies_nothing() {
    let secret = std::env::temp_dir().join(format!("jiannuo-secret-{}", std::process::id()));
    std::fs::write(&secret, "told by nobody").expect("the secret is written");
    let external = format!(
        r#"<!DOCTYPE worksheet [<!ENTITY x SYSTEM "file://{}">]>"#,
        secret.display()
    );
    let came = taken(&workbook(&sheet(&external, &text("&x;")), &[]));
    std::fs::remove_file(&secret).expect("the secret is there");
    assert!(!came.contains("told by nobody"), "{came}");

    let mut laughs = String::from(r#"<!DOCTYPE worksheet [<!ENTITY a0 "ha">"#);
    for level in 1..=12 {
        let ten = format!("&a{};", level - 1).repeat(10);
        write!(laughs, r#"<!ENTITY a{level} "{ten}">"#).expect("writing to a string cannot fail");
    }
    laughs += "]>";
    let came = taken(&workbook(&sheet(&laughs, &text("&a12;")), &[]));
    assert!(came.len() < 1_000, "{} characters came", came.len());
}

#[test]
fn macros_and_names_that_climb_out_of_the_archive_are_left_alone() {
    let beside: &[(&str, &[u8])] = &[
        ("xl/vbaProject.bin", b"\xd0\xcf\x11\xe0 macro"),
        ("../../../../tmp/jiannuo-climbed-out", b"climbed"),
        ("/tmp/jiannuo-climbed-out", b"climbed"),
    ];
    let rows = read(&workbook(&sheet("", &text("A-1")), beside), &layout()).expect("it reads");
    assert_eq!(rows.len(), 1);
    assert!(!std::path::Path::new("/tmp/jiannuo-climbed-out").exists());
}

#[test]
fn a_formula_comes_in_as_its_last_result_and_never_as_a_formula() {
    let formula =
        r#"<row r="2"><c r="A2" t="str"><f>HYPERLINK("http://x")</f><v>A-1</v></c></row>"#;
    let rows = read(&workbook(&sheet("", formula), &[]), &layout()).expect("it reads");
    assert_eq!(rows[0].cells["serial"], "A-1");
}

#[test]
fn cells_far_away_cost_nothing() {
    let far = r#"<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>far</t></is></c></row>"#;
    let rows = read(&workbook(&sheet("", far), &[]), &layout()).expect("it reads");
    assert_eq!(rows, []);
}
