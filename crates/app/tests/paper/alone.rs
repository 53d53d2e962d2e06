//! A printed plan whose inside was lost on the way: another program saved it, or only its words came back.

use std::collections::BTreeSet;

use app::plans::paper::docx;
use app::studio::read_back;
use domain::plan::Plan;
use domain::plan::problems::Against;
use domain::plan::wording::{Block, Edition, paper};
use domain::studio::{Reading, troubles};
use jiff::civil::Date;

use super::{fonts, templates};

/// The articles of a plan as they are printed, in their order.
fn articles(plan: &Plan) -> Vec<String> {
    let blocks = paper(plan, Edition::Draft).blocks.into_iter();
    let behind =
        |block: &Block| matches!(block, Block::Chapter(title) if title.starts_with("附表二"));
    let blocks = blocks.take_while(|block| !behind(block));
    blocks
        .filter_map(|block| match block {
            Block::Article { text, .. } | Block::Paragraph(text) | Block::Item(text) => Some(text),
            Block::Table(table) => Some(format!("{:?}", table.rows)),
            Block::Chapter(_) | Block::Signatures(_) => None,
        })
        .collect()
}

fn blocking(reading: &Reading) -> Vec<String> {
    let found = troubles(reading, Against::law(&[], Date::MIN));
    let blocking = found.iter().filter(|it| it.blocks());
    blocking
        .map(|it| format!("{} {}", it.kind, it.about))
        .collect()
}

/// What is wrong with the way a plan comes back as its words.
fn faults(plan: &Plan, way: &str, bytes: &[u8]) -> Vec<String> {
    let Some(reading) = read_back(bytes) else {
        return vec!["not recognised".to_owned()];
    };
    let mut wrong = Vec::new();
    let progress = reading.progress();
    if progress.all as usize != plan.clauses.len() || progress.unread > 0 {
        wrong.push(format!(
            "{} of {} clauses, {} unread",
            progress.all,
            plan.clauses.len(),
            progress.unread
        ));
    }
    let told = |reading: &Reading| {
        reading
            .noted
            .iter()
            .filter(|it| it.kind == "words_alone")
            .count()
    };
    if told(&reading) != 1 {
        wrong.push("the loss is not told".to_owned());
    }
    let whole = read_back(&docx(plan, Edition::Version(2))).expect("it carries its plan");
    let (had, has) = (blocking(&whole), blocking(&reading));
    if has.len() > had.len() {
        wrong.push(format!("{has:?} instead of {had:?}"));
    }
    let (was, now) = (articles(plan), articles(&reading.plan()));
    let differing = was.iter().zip(&now).find(|(was, now)| was != now);
    if let Some((was, now)) = differing {
        wrong.push(format!("{was} became {now}"));
    }
    if reading.frame.title != plan.title || reading.frame.trade != plan.trade {
        wrong.push(format!("it is called {}", reading.frame.title));
    }
    wrong
        .into_iter()
        .map(|fault| format!("{way}: {fault}"))
        .collect()
}

fn ways(plan: &Plan) -> Vec<(&'static str, Vec<u8>)> {
    let fonts = fonts();
    let fonts =
        documents::pdf::Fonts::new(&fonts.regular, &fonts.bold).expect("the fonts are usable");
    let sheet = paper(plan, Edition::Version(2));
    let word = documents::word::write(&sheet, None);
    let text = documents::text::extract(&word).expect("the document opens");
    let pdf = documents::pdf::write(&sheet, None, &fonts);
    vec![("word", word), ("text", text.into_bytes()), ("pdf", pdf)]
}

#[test]
fn a_plan_of_which_only_the_words_came_back_gives_the_same_clauses() {
    let mut wrong = Vec::new();
    let mut kinds = BTreeSet::new();
    for (id, plan) in templates() {
        kinds.extend(plan.clauses.iter().map(|clause| clause.promise.kind()));
        // A plan without an article is its title alone.
        if plan.clauses.is_empty() {
            continue;
        }
        for (way, bytes) in ways(&plan) {
            wrong.extend(
                faults(&plan, way, &bytes)
                    .into_iter()
                    .map(|it| format!("{id} {it}")),
            );
        }
    }
    assert!(wrong.is_empty(), "{}:\n{}", wrong.len(), wrong.join("\n"));
    assert_eq!(kinds.len(), 13, "{kinds:?}");
}
