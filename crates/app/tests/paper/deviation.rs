//! The deviation table as people get it: the workbook and the Word document are opened again and hold every demand.

use app::Language;
use app::plans::tender::{self, DeviationView, TableFormat};
use documents::sheet;
use domain::plan::wording::Edition;

const TENDER: &str = "招标文件 售后服务要求\n\
    1. 整机质保期不少于36个月，自验收合格之日起计算。\n\
    2. 接到报修后2小时内响应，12小时内到达现场。\n\
    3. 每月巡检一次并提交巡检报告。\n\
    4. 接到报修后=1小时内电话答复。\n\
    5. 我方承诺提供优质的、令人满意的服务。\n";

fn compared(language: Language) -> DeviationView {
    let (_, plan) = crate::templates().next().expect("there are templates");
    tender::against(&plan, TENDER.as_bytes(), language).expect("the tender reads")
}

#[test]
fn the_workbook_holds_a_row_for_every_demand() {
    workbook(Language::Chinese);
}

#[test]
fn in_english_only_the_sentences_are_chinese() {
    workbook(Language::English);
    let view = compared(Language::English);
    let bytes = written(&view, TableFormat::Docx, Language::English);
    let text = documents::text::extract(&bytes).expect("it opens");
    for words in [
        "Tender deviations",
        "Draft, not published",
        "Demands:",
        "2 hours",
    ] {
        assert!(text.contains(words), "{words}\n{text}");
    }
    let sides = view.lines.iter().map(|line| &line.demand);
    let values: Vec<&str> = sides.filter_map(|side| side.value.as_deref()).collect();
    assert!(values.contains(&"2 hours"), "{values:?}");
    assert!(values.iter().all(|value| value.is_ascii()), "{values:?}");
}

fn written(view: &DeviationView, format: TableFormat, language: Language) -> Vec<u8> {
    tender::table(view, Edition::Draft, format, language).expect("it is written")
}

fn workbook(language: Language) {
    let view = compared(language);
    let bytes = written(&view, TableFormat::Xlsx, language);
    let rows = sheet::read(&bytes, &tender::layout()).expect("it opens");
    assert_eq!(rows.len(), view.lines.len() + view.unread.len());
    for (row, line) in rows.iter().zip(&view.lines) {
        let cell = |key: &str| row.cells.get(key).map_or("", String::as_str);
        assert_eq!(cell("demand"), line.demand.sentence.trim());
        assert_eq!(cell("demanded"), line.demand.value.as_deref().unwrap_or(""));
        let offer = line.offer.as_ref();
        assert_eq!(cell("offer"), offer.map_or("", |side| side.sentence.trim()));
        let verdict = domain::plan::deviation::verdict_in_words(line.verdict, language);
        assert_eq!(cell("verdict"), verdict);
        assert!(row.problems.is_empty(), "{row:?}");
    }
}

#[test]
fn the_word_document_holds_every_demand_and_what_nobody_could_type() {
    let mut view = compared(Language::Chinese);
    view.unread.push("投标人须具备相应证书".to_owned());
    let bytes = written(&view, TableFormat::Docx, Language::Chinese);
    let text = documents::text::extract(&bytes).expect("it opens");
    for line in &view.lines {
        assert!(
            text.contains(line.demand.sentence.trim()),
            "{line:?}\n{text}"
        );
    }
    for words in &view.unread {
        assert!(text.contains(words.trim()), "{words}\n{text}");
    }
}

#[test]
fn what_stands_in_a_table_is_said_with_the_headings_of_its_row_and_column() {
    let (_, plan) = crate::templates().next().expect("there are templates");
    let tender = "售后服务要求\n\
        一、响应时限\n\
        故障等级\t响应时限\t到场时限\n\
        一级\t10分钟\t2小时\n\
        二级\t30分钟\t4小时\n\
        二、收费\n\
        项目\t单价\t备注\n\
        夜间上门\t每次300元\t22:00至次日6:00\n";
    let view = tender::against(&plan, tender.as_bytes(), Language::Chinese).expect("it reads");
    let demands: Vec<&str> = view
        .lines
        .iter()
        .map(|line| line.demand.sentence.as_str())
        .collect();
    for whole in [
        "一级，接到报修后10分钟内响应。",
        "二级，接到报修后4小时内到达现场。",
        "夜间上门：单价 每次300元，备注 22:00至次日6:00",
    ] {
        assert!(demands.contains(&whole), "{whole}: {demands:#?}");
    }
    let bytes = written(&view, TableFormat::Docx, Language::Chinese);
    let text = documents::text::extract(&bytes).expect("it opens");
    assert!(
        text.contains("二级，接到报修后30分钟内响应。（30 分钟）")
            || text.contains("二级，接到报修后30分钟内响应。（30分钟）"),
        "{text}"
    );
}
