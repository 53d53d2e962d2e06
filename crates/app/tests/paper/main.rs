//! What is printed is read back: rendered plans give the same clauses again.

mod alone;
mod beside;
mod changed;
mod deviation;
mod edited;
mod expected;
mod facts;
mod random;
mod readback;

use proptest::prelude::*;

use app::plans::format::{self, Format};
use app::plans::paper;
use domain::plan::Plan;
use domain::plan::problems::{Against, problems, settle_as_proposed};
use domain::plan::templates::TEMPLATES;
use domain::plan::wording::Edition;

fn templates() -> impl Iterator<Item = (&'static str, Plan)> {
    TEMPLATES.iter().map(|template| {
        let plan = format::read(template.toml, Format::Toml).expect("the template reads");
        (template.id, plan)
    })
}

#[test]
fn the_word_document_of_every_template_reads_back() {
    let mut differences = Vec::new();
    for (id, plan) in templates() {
        let bytes = paper::docx(&plan, Edition::Version(1));
        let text = documents::text::extract(&bytes).expect("the document opens");
        differences.extend(
            readback::differences(&plan, &text)
                .into_iter()
                .map(|difference| format!("{id}: {difference}")),
        );
    }
    assert!(differences.is_empty(), "{}", differences.join("\n"));
}

#[test]
fn the_plan_inside_the_word_document_is_the_identical_one() {
    for (id, plan) in templates() {
        let bytes = paper::docx(&plan, Edition::Draft);
        let inside = paper::enclosed_plan(&bytes).expect("the plan is inside");
        assert_eq!(inside.hash(), plan.hash(), "{id}");
        assert_eq!(inside, plan, "{id}");
    }
}

#[test]
fn a_document_of_somebody_else_carries_no_plan() {
    assert!(matches!(
        paper::enclosed_plan(b"PK\x03\x04 broken"),
        Err(paper::NoPlan::Unreadable(_))
    ));
    assert!(matches!(
        paper::enclosed_plan("纯文本".as_bytes()),
        Err(paper::NoPlan::Nothing)
    ));
}

#[test]
fn the_same_plan_gives_the_same_bytes() {
    for (id, plan) in templates() {
        assert!(
            paper::docx(&plan, Edition::Draft) == paper::docx(&plan, Edition::Draft),
            "{id}"
        );
    }
}

#[test]
fn the_pdf_of_every_template_reads_back() {
    let fonts = fonts();
    let mut differences = Vec::new();
    for (id, plan) in templates() {
        let bytes = paper::pdf(&plan, Edition::Version(1), &fonts).expect("the fonts are usable");
        let text = documents::text::extract(&bytes).expect("the document opens");
        differences.extend(
            readback::differences(&plan, &text)
                .into_iter()
                .map(|difference| format!("{id}: {difference}")),
        );
        assert_eq!(
            paper::enclosed_plan(&bytes).expect("the plan is attached"),
            plan,
            "{id}"
        );
    }
    assert!(differences.is_empty(), "{}", differences.join("\n"));
}

/// The fonts as the web application's dependencies bring them.
fn fonts() -> paper::FontFiles {
    let file = |name: &str| {
        let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("../../web/node_modules/@expo-google-fonts/noto-sans-sc")
            .join(name);
        let missing = || format!("{} is missing: run `npm ci` in web/", path.display());
        std::fs::read(&path)
            .unwrap_or_else(|_| panic!("{}", missing()))
            .into()
    };
    paper::FontFiles {
        regular: file("400Regular/NotoSansSC_400Regular.ttf"),
        bold: file("700Bold/NotoSansSC_700Bold.ttf"),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn a_plan_nobody_wrote_reads_back(plan in random::plan()) {
        let text = documents::text::extract(&paper::docx(&plan, Edition::Draft)).expect("the document opens");
        let differences = readback::differences(&plan, &text);
        prop_assert!(differences.is_empty(), "{}\n{text}", differences.join("\n"));
    }
}

/// What an agreement would be held to stands on the paper and in the plan inside it alike.
#[test]
fn a_settled_contradiction_says_on_paper_which_clause_governs() {
    let mut plan = templates().last().expect("there are templates").1;
    let open = || Against::law(&[], jiff::civil::Date::MIN);
    plan = settle_as_proposed(&plan, open());
    let bytes = paper::docx(&plan, Edition::Version(1));
    let text = documents::text::extract(&bytes).expect("the document opens");
    for words in ["以较严的本条为准", "为准）", "择一适用，由合同选定"] {
        assert!(text.contains(words), "{words}\n{text}");
    }
    let inside = paper::enclosed_plan(&bytes).expect("the plan is inside");
    assert_eq!(inside, plan);
    assert_eq!(problems(&inside, open()), problems(&plan, open()));
    let governs = problems(&inside, open());
    assert!(governs.iter().any(|problem| problem.governs.is_some()));
    let differences = readback::differences(&plan, &text);
    assert!(differences.is_empty(), "{}", differences.join("\n"));
}
