//! A cell of a table or the title of a printed plan that somebody changed by hand is told, whatever is printed beside it.

use app::plans::paper::enclosed_with_lines;
use app::studio::read_back;
use domain::plan::Plan;
use domain::plan::wording::{Block, Edition, Paper, paper};
use domain::studio::{Noted, Reading, Severity};

use super::templates;

const CASES: [(&str, &str); 4] = [
    ("保修期内", "保修期外"),
    ("7×24小时", "工作日9:00至12:00、13:30至18:00"),
    ("通用", "保修期内"),
    ("________", "400-800-1234"),
];

fn word(plan: &Plan, sheet: &Paper) -> Vec<u8> {
    let printed = paper(plan, Edition::Version(2));
    documents::word::write(sheet, Some(&enclosed_with_lines(plan, &printed)))
}

/// Another value for a cell; nothing for one that only names something.
fn another(cell: &str) -> Option<String> {
    if let Some(at) = cell.find(|char: char| char.is_ascii_digit()) {
        let digits = cell[at..].chars().take_while(char::is_ascii_digit).count();
        let number: u64 = cell[at..at + digits].parse().ok()?;
        return Some(format!(
            "{}{}{}",
            &cell[..at],
            number + 1,
            &cell[at + digits..]
        ));
    }
    let (was, now) = CASES.iter().find(|(was, _)| cell.contains(was))?;
    Some(cell.replacen(was, now, 1))
}

/// A changed article is shown as changed; a row that differs from its article is a question with both sides; a level
/// takes its new meaning and says so.
fn is_told(reading: &Reading) -> bool {
    let told = |noted: &Noted| match noted.kind.as_str() {
        "contradiction" => noted.severity == Severity::Hard && noted.places.len() == 2,
        kind => kind == "meaning_changed",
    };
    reading.items.iter().any(|item| item.change.is_some()) || reading.noted.iter().any(told)
}

#[test]
fn every_changed_cell_is_told() {
    let (mut tried, mut silent) = (0, Vec::new());
    for (id, plan) in templates() {
        let whole = paper(&plan, Edition::Version(2));
        for (at, block) in whole.blocks.iter().enumerate() {
            let Block::Table(table) = block else { continue };
            for (row, cells) in table.rows.iter().enumerate() {
                for (column, cell) in cells.iter().enumerate().skip(1) {
                    let Some(other) = another(cell) else { continue };
                    let mut sheet = whole.clone();
                    if let Block::Table(table) = &mut sheet.blocks[at] {
                        table.rows[row][column].clone_from(&other);
                    }
                    tried += 1;
                    let told = read_back(&word(&plan, &sheet)).is_some_and(|it| is_told(&it));
                    if !told {
                        silent.push(format!("{id}: {} became {other}", cells.join(" | ")));
                    }
                }
            }
        }
    }
    assert!(
        silent.is_empty(),
        "{} of {tried}:\n{}",
        silent.len(),
        silent.join("\n")
    );
    assert!(tried > 100, "only {tried} cells");
}

#[test]
fn another_title_is_told() {
    for (id, plan) in templates().filter(|(_, plan)| !plan.clauses.is_empty()) {
        for title in [
            format!("{}（2027年）", plan.title),
            "甲乙双方服务约定".to_owned(),
        ] {
            let mut sheet = paper(&plan, Edition::Version(2));
            sheet.title.clone_from(&title);
            let reading = read_back(&word(&plan, &sheet)).expect("most of it is as printed");
            assert_eq!(reading.frame.title, title, "{id}");
            let told = reading
                .noted
                .iter()
                .find(|noted| noted.kind == "title_changed");
            let told = told.unwrap_or_else(|| panic!("{id}: {title} is not told"));
            assert!(
                told.says.contains(&plan.title) && told.says.contains(&title),
                "{told:?}"
            );
        }
    }
}

#[test]
fn a_changed_row_of_a_plan_without_its_inside_is_a_question_with_both_sides() {
    let (_, plan) = templates().last().expect("there are templates");
    let sheet = paper(&plan, Edition::Version(2));
    let text = documents::text::extract(&documents::word::write(&sheet, None)).expect("it opens");
    let row = "第十六条\t通用\t备件到货后24小时内出发";
    assert!(text.contains(row), "{text}");
    let text = text.replace(row, "第十六条\t通用\t备件到货后48小时内出发");
    let reading = read_back(text.as_bytes()).expect("it has the form");
    let both = reading
        .noted
        .iter()
        .find(|noted| noted.severity == Severity::Hard);
    let both = both.expect("the two differ");
    assert_eq!(both.places.len(), 2, "{both:?}");
    assert!(
        both.places[0].quote.contains("48小时") && both.places[1].quote.contains("24小时"),
        "{both:?}"
    );
}
