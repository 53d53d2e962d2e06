//! A printed plan that is read again: the same clauses, every field of them; and where somebody changed the words, the words.

use app::plans::format::{self, Format};
use app::plans::paper::{self, FontFiles};
use axum::http::StatusCode;
use documents::enclosed::Enclosed;
use domain::access::Role;
use domain::plan::Plan;
use domain::plan::templates::TEMPLATES;
use domain::plan::wording::{Block, Edition, Paper};
use serde_json::{Value, json};
use testkit::{Place, World, on_both_engines};

use crate::client::{Client, service};
use crate::studio::upload;

fn templates() -> impl Iterator<Item = (&'static str, Plan)> {
    TEMPLATES.iter().map(|template| {
        let plan = format::read(template.toml, Format::Toml).unwrap();
        (template.id, plan)
    })
}

fn fonts() -> FontFiles {
    let file = |name: &str| {
        let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("../../web/node_modules/@expo-google-fonts/noto-sans-sc")
            .join(name);
        std::fs::read(&path)
            .unwrap_or_else(|_| panic!("{} is missing: run `npm ci` in web/", path.display()))
            .into()
    };
    FontFiles {
        regular: file("400Regular/NotoSansSC_400Regular.ttf"),
        bold: file("700Bold/NotoSansSC_700Bold.ttf"),
    }
}

/// The clauses of a reading, as they travel.
fn clauses(reading: &Value) -> Vec<&Value> {
    let items = reading["items"].as_array().unwrap();
    items.iter().map(|item| &item["clause"]).collect()
}

#[tokio::test]
async fn every_built_in_plan_comes_back_from_word_and_pdf_clause_by_clause() {
    let fonts = fonts();
    on_both_engines(async |db| {
        let world = World::on(db).await;
        let manager = Client::signed_in(&service(&world), Role::ServiceManager, Place::East).await;
        for (id, plan) in templates() {
            let printed = [
                ("docx", paper::docx(&plan, Edition::Version(3))),
                ("docx", paper::docx(&plan, Edition::Draft)),
                (
                    "pdf",
                    paper::pdf(&plan, Edition::Version(1), &fonts).unwrap(),
                ),
                ("pdf", paper::pdf(&plan, Edition::Draft, &fonts).unwrap()),
            ];
            for (kind, bytes) in printed {
                let answer = upload(&manager, &format!("plan.{kind}"), bytes).await;
                assert_eq!(answer.status, StatusCode::CREATED, "{id} {kind}");
                let reading = answer.body;
                let wanted = serde_json::to_value(&plan.clauses).unwrap();
                assert_eq!(json!(clauses(&reading)), wanted, "{id} {kind}");
                assert_eq!(reading["title"], plan.title, "{id} {kind}");
                let mut frame = plan.clone();
                frame.clauses.clear();
                assert_eq!(
                    reading["frame"],
                    serde_json::to_value(&frame).unwrap(),
                    "{id} {kind}"
                );
                let items = reading["items"].as_array().unwrap();
                let unplaced: Vec<&Value> = items
                    .iter()
                    .filter(|item| item["places"].as_array().unwrap().is_empty())
                    .collect();
                assert!(unplaced.is_empty(), "{id} {kind}: {unplaced:?}");
            }
        }
    })
    .await;
}

#[tokio::test]
async fn of_a_printed_plan_cut_in_half_the_rest_is_put_aside() {
    on_both_engines(async |db| {
        let world = World::on(db).await;
        let manager = Client::signed_in(&service(&world), Role::ServiceManager, Place::East).await;
        let (_, plan) = templates().next().unwrap();
        let mut changed = plan.clone();
        changed.title = "改过的方案".to_owned();
        changed.clauses.truncate(plan.clauses.len() / 2);
        let inside = Enclosed {
            json: plan.canonical(),
            sha256: plan.hash().to_string(),
            printed: None,
        };
        let words = domain::plan::wording::paper(&changed, Edition::Draft);
        let bytes = documents::word::write(&words, Some(&inside));
        let reading = upload(&manager, "plan.docx", bytes).await.body;
        assert_eq!(reading["title"], "改过的方案");
        let items = reading["items"].as_array().unwrap();
        let told = |how: Option<&str>| {
            let of = |item: &&Value| item["change"]["how"].as_str() == how;
            let some = items.iter().filter(of);
            some.map(|item| (&item["state"], &item["clause"]))
                .collect::<Vec<_>>()
        };
        let (kept, gone) = (told(None), told(Some("removed")));
        assert_eq!(kept.len(), changed.clauses.len());
        assert_eq!(gone.len(), plan.clauses.len() - changed.clauses.len());
        assert!(kept.iter().all(|(state, _)| *state == "open"));
        assert!(gone.iter().all(|(state, _)| *state == "ignored"));
        assert_eq!(
            reading["progress"]["settled"],
            gone.len(),
            "nobody has to look at what is gone"
        );
    })
    .await;
}

/// Two numbers of the printed words, each in the place of the other: what a forger would do.
fn swapped(mut paper: Paper) -> Paper {
    let limits: Vec<usize> = (0..paper.blocks.len())
        .filter(
            |at| matches!(&paper.blocks[*at], Block::Paragraph(text) if text.contains("小时内")),
        )
        .collect();
    let hours = |text: &str| -> String {
        let before: String = text.split("小时内").next().unwrap().to_owned();
        let digits = before.chars().rev().take_while(char::is_ascii_digit);
        digits.collect::<Vec<_>>().into_iter().rev().collect()
    };
    let text = |block: &Block| match block {
        Block::Paragraph(text) => text.clone(),
        _ => String::new(),
    };
    let first = text(&paper.blocks[limits[0]]);
    let (one, other) = limits[1..]
        .iter()
        .map(|at| (*at, text(&paper.blocks[*at])))
        .find(|(_, text)| hours(text) != hours(&first) && !hours(text).is_empty())
        .unwrap();
    let put = |text: &str, from: &str, to: &str| {
        Block::Paragraph(text.replacen(&format!("{from}小时内"), &format!("{to}小时内"), 1))
    };
    let (here, there) = (hours(&first), hours(&other));
    paper.blocks[limits[0]] = put(&first, &here, &there);
    paper.blocks[one] = put(&other, &there, &here);
    paper
}

#[tokio::test]
async fn one_changed_figure_is_one_changed_clause_beside_what_was_printed() {
    on_both_engines(async |db| {
        let world = World::on(db).await;
        let manager = Client::signed_in(&service(&world), Role::ServiceManager, Place::East).await;
        let (_, plan) = templates().find(|(id, _)| id.starts_with("06")).unwrap();
        let printed = domain::plan::wording::paper(&plan, Edition::Version(1));
        let mut edited = printed.clone();
        let words = edited
            .blocks
            .iter_mut()
            .find_map(|block| match block {
                Block::Paragraph(words) if words.contains("后2小时内响应") => Some(words),
                _ => None,
            })
            .unwrap();
        *words = words.replace("2小时", "3小时");
        let inside = paper::enclosed_with_lines(&plan, &printed);
        let bytes = documents::word::write(&edited, Some(&inside));
        let reading = upload(&manager, "plan.docx", bytes).await.body;
        let items = reading["items"].as_array().unwrap();
        let changed: Vec<&Value> = items
            .iter()
            .filter(|item| item["change"].is_object())
            .collect();
        let [changed] = &changed[..] else {
            panic!("{changed:?}");
        };
        assert_eq!(changed["change"]["how"], "changed");
        let told = |side: &str| changed["change"][side].as_str().unwrap().to_owned();
        assert!(told("was").contains("2小时内响应"), "{changed}");
        assert!(told("now").contains("3小时内响应"), "{changed}");
        let others = items.iter().filter(|item| !item["change"].is_object());
        for item in others {
            let clause = plan
                .clauses
                .iter()
                .find(|clause| item["clause"]["id"] == clause.id.as_str())
                .unwrap();
            assert_eq!(item["clause"], serde_json::to_value(clause).unwrap());
        }
    })
    .await;
}

#[tokio::test]
async fn two_numbers_in_each_others_place_are_noticed_in_word_and_pdf() {
    let fonts = fonts();
    let set = documents::pdf::Fonts::new(&fonts.regular, &fonts.bold).unwrap();
    on_both_engines(async |db| {
        let world = World::on(db).await;
        let manager = Client::signed_in(&service(&world), Role::ServiceManager, Place::East).await;
        let (_, plan) = templates().find(|(id, _)| id.starts_with("06")).unwrap();
        let inside = Enclosed {
            json: plan.canonical(),
            sha256: plan.hash().to_string(),
            // Whoever forges the words forges what is said to be printed too.
            printed: None,
        };
        let honest = domain::plan::wording::paper(&plan, Edition::Version(1));
        let forged = swapped(honest.clone());
        assert_ne!(forged, honest);
        let inside = Enclosed {
            printed: paper::enclosed_with_lines(&plan, &forged).printed,
            ..inside
        };
        for (kind, bytes) in [
            ("docx", documents::word::write(&forged, Some(&inside))),
            ("pdf", documents::pdf::write(&forged, Some(&inside), &set)),
        ] {
            let reading = upload(&manager, &format!("plan.{kind}"), bytes).await.body;
            let wanted = serde_json::to_value(&plan.clauses).unwrap();
            assert_ne!(json!(clauses(&reading)), wanted, "{kind}: the words count");
        }
    })
    .await;
}
