//! A printed plan that is read again: the same clauses, every field of them; and where somebody changed the words, the words.

use app::plans::format::{self, Format};
use app::plans::paper::{self, FontFiles};
use axum::http::StatusCode;
use documents::enclosed::Enclosed;
use domain::access::Role;
use domain::plan::Plan;
use domain::plan::templates::TEMPLATES;
use domain::plan::wording::Edition;
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
async fn a_printed_plan_whose_words_were_changed_is_read_by_its_words() {
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
        };
        let words = domain::plan::wording::paper(&changed, Edition::Draft);
        let bytes = documents::word::write(&words, Some(&inside));
        let reading = upload(&manager, "plan.docx", bytes).await.body;
        assert_eq!(reading["title"], "改过的方案");
        let wanted = serde_json::to_value(&plan.clauses).unwrap();
        assert_ne!(
            json!(clauses(&reading)),
            wanted,
            "the plan inside is not taken"
        );
    })
    .await;
}
