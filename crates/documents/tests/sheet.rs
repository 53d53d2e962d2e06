//! Sheets people fill in: what is read, what is refused, and that an export reads back.

use documents::sheet::{
    CellProblem, Column, Given, Kind, Layout, Sheet, SheetError, Stranger, Title, read,
    write_returned, write_table, write_template,
};
use proptest::prelude::*;
use rstest::rstest;
use std::collections::BTreeMap;

fn column(key: &'static str, zh: &'static str, kind: Kind, required: bool) -> Column {
    Column {
        key,
        title: Title { zh, en: key },
        also: match key {
            "serial" => &["SN", "机身号"],
            _ => &[],
        },
        kind,
        required,
        hint: Title {
            zh: "说明",
            en: "hint",
        },
    }
}

const SERIAL: Title = Title {
    zh: "序列号",
    en: "serial",
};

fn stranger(heading: &str, letter: &str, near: &[Title]) -> Stranger {
    Stranger {
        heading: heading.to_owned(),
        letter: letter.to_owned(),
        near: near.to_vec(),
    }
}

fn twice(first: &str, second: &str) -> SheetError {
    SheetError::RepeatedColumn {
        first: first.to_owned(),
        second: second.to_owned(),
        column: SERIAL,
    }
}

#[rstest]
#[case::either_language("serial")]
#[case::key_in_capitals("SERIAL")]
#[case::star("*序列号")]
#[case::brackets("序列号（必填）")]
#[case::remark_in_english("Serial [required]")]
#[case::blanks(" 序 列 号 ")]
#[case::synonym("机身号")]
#[case::wide_letters("ＳＮ")]
#[case::lower_case("s/n")]
fn a_heading_is_known_as_people_write_it(#[case] heading: &str) {
    let rows = read(format!("{heading}\nA1\n").as_bytes(), &layout()).expect("it reads");
    assert_eq!(rows[0].cells["serial"], "A1");
}

fn given(bytes: &[u8]) -> Given {
    Sheet::open(bytes).expect("it opens").given(&layout())
}

fn layout() -> Layout {
    Layout {
        name: Title {
            zh: "设备",
            en: "Units",
        },
        columns: vec![
            column("serial", "序列号", Kind::Text, true),
            column("sold_on", "销售日期", Kind::Date, false),
            column(
                "kind",
                "类别",
                Kind::Choice(vec!["投影机".into(), "Server".into()]),
                false,
            ),
            column("count", "数量", Kind::Number, false),
        ],
    }
}

fn gbk(text: &str) -> Vec<u8> {
    encoding_rs::GBK.encode(text).0.into_owned()
}

#[rstest]
#[case::utf8("序列号,销售日期\nA1,2026/1/5\n".as_bytes().to_vec())]
#[case::utf8_with_mark("\u{feff}序列号,销售日期\nA1,2026年1月5日\n".as_bytes().to_vec())]
#[case::gbk(gbk("序列号 *;销售日期\r\n A1 ;20260105\r\n"))]
#[case::tabs_and_english("Serial\tSOLD_ON\nA1\t2026-01-05\n".as_bytes().to_vec())]
fn a_text_reads_whatever_its_encoding_and_separator(#[case] bytes: Vec<u8>) {
    let rows = read(&bytes, &layout()).expect("it reads");
    assert_eq!(rows.len(), 1);
    assert_eq!(rows[0].line, 2);
    assert_eq!(rows[0].cells["serial"], "A1");
    assert_eq!(rows[0].cells["sold_on"], "2026-01-05");
    assert!(rows[0].problems.is_empty());
}

#[test]
fn every_wrong_cell_comes_back_with_its_reason() {
    let rows = read(
        "序列号,销售日期,类别,数量\n,2026-02-30,冰箱,1.5\nA2,,server,07\n".as_bytes(),
        &layout(),
    )
    .expect("it reads");
    let problems: Vec<_> = rows[0].problems.iter().map(|(key, _)| *key).collect();
    assert_eq!(problems, ["sold_on", "kind", "count", "serial"]);
    assert_eq!(rows[0].problems[3].1, CellProblem::Missing);
    assert_eq!(rows[1].cells["kind"], "Server");
    assert_eq!(rows[1].cells["count"], "7");
    assert!(rows[1].problems.is_empty());
}

#[rstest]
#[case::nothing(b"".to_vec(), SheetError::Empty)]
#[case::blank_lines(b"\n\n\n".to_vec(), SheetError::Empty)]
#[case::old_format(vec![0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1], SheetError::OldOrEncrypted)]
#[case::broken_workbook(b"PK\x03\x04 this is no archive".to_vec(), SheetError::Unreadable)]
#[case::binary(vec![0xFF, 0xFF, 0x00, 0x81], SheetError::UnknownEncoding)]
#[case::no_serial("销售日期\n2026-01-01\n".as_bytes().to_vec(), SheetError::Columns { missing: vec![SERIAL], unknown: vec![] })]
#[case::stranger("序列号,颜色\nA,红\n".as_bytes().to_vec(), SheetError::Columns { missing: vec![], unknown: vec![stranger("颜色", "B", &[])] })]
#[case::nearly("序列,销售日期\nA,2026-01-01\n".as_bytes().to_vec(), SheetError::Columns { missing: vec![SERIAL], unknown: vec![stranger("序列", "A", &[SERIAL])] })]
#[case::no_heading("序列号,,\nA,,红\n".as_bytes().to_vec(), SheetError::Columns { missing: vec![], unknown: vec![stranger("", "C", &[])] })]
#[case::twice("序列号,序列号\nA,B\n".as_bytes().to_vec(), twice("序列号", "序列号"))]
#[case::twice_in_other_words("SN,序列号\nA,B\n".as_bytes().to_vec(), twice("SN", "序列号"))]
fn a_file_that_cannot_be_taken_says_why(#[case] bytes: Vec<u8>, #[case] expect: SheetError) {
    assert_eq!(read(&bytes, &layout()), Err(expect));
}

#[test]
fn a_template_reads_as_an_empty_sheet_in_both_languages() {
    for language in ["zh-CN", "en"] {
        let bytes = write_template(&layout(), language).expect("it writes");
        assert_eq!(read(&bytes, &layout()), Ok(vec![]), "{language}");
    }
}

#[test]
fn a_formula_is_exported_as_text_and_comes_back_as_it_was() {
    let rows = [
        vec!["=HYPERLINK(\"x\")", "", "", ""],
        vec!["+86 10", "", "", ""],
        vec!["'=quoted", "", "", ""],
    ];
    let bytes = write_table(&layout(), "zh", rows.clone()).expect("it writes");
    let back = read(&bytes, &layout()).expect("it reads");
    assert_eq!(back[0].cells["serial"], "=HYPERLINK(\"x\")");
    assert_eq!(back[1].cells["serial"], "+86 10");
    assert_eq!(back.len(), rows.len());
}

/// What is sent, with reasons beside two of its rows.
fn returned(csv: &str) -> Vec<u8> {
    let sent = given(csv.as_bytes());
    let reasons = BTreeMap::from([(2, "not a day".to_owned()), (3, "=unknown".to_owned())]);
    write_returned(&sent, &reasons, layout().name, "zh").expect("it writes")
}

#[test]
fn what_goes_back_holds_each_row_as_it_was_sent_and_reads_as_the_same_rows() {
    let csv = "数量,序列号,销售日期\n1.50,A1,2026-02-30\n,=1+1,\n7,-A3,2026/3/1\n";
    let back = returned(csv);
    let sent = given(csv.as_bytes());
    let again = given(&back);
    assert_eq!(again, sent);
    assert_eq!(sent.rows[0].cells, ["1.50", "A1", "2026-02-30"]);
    assert_eq!(
        read(&back, &layout()).expect("it reads"),
        read(csv.as_bytes(), &layout()).expect("it reads")
    );
}

#[test]
fn a_row_that_was_emptied_but_for_the_remarks_is_no_row() {
    let csv = "行号,问题,序列号\n2,not a day,\n3,,A3\n";
    let rows = read(csv.as_bytes(), &layout()).expect("it reads");
    assert_eq!(rows.len(), 1);
    assert_eq!(rows[0].cells["serial"], "A3");
}

proptest! {
    #[test]
    fn an_export_reads_back(serials in prop::collection::vec("[A-Z0-9=+@一-龥-]{1,12}", 1..20)) {
        let bytes = write_table(&layout(), "zh", serials.iter().map(|serial| vec![serial.as_str(), "", "", ""])).expect("it writes");
        let back: Vec<_> = read(&bytes, &layout()).expect("it reads").into_iter().map(|row| row.cells["serial"].clone()).collect();
        prop_assert_eq!(back, serials);
    }

    #[test]
    fn no_bytes_make_it_panic(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let first = read(&bytes, &layout());
        prop_assert_eq!(first, read(&bytes, &layout()));
    }
}
