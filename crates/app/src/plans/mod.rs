//! Service plans: drafts that are edited and checked, versions that are published for good.

pub(crate) mod cells;
mod choice;
mod create;
mod diff;
mod edit;
mod export;
pub mod format;
mod law;
mod list;
pub mod paper;
pub mod places;
mod publish;
mod render;
mod retire;
pub mod schema;
mod succeed;
mod templates;
pub mod tender;
mod version;
mod view;
mod what_if;

pub use create::{CreatePlan, Origin, create};
pub use diff::{DiffPlans, DiffView, diff};
pub use edit::{check, discard, edit};
pub use export::{ExportPlan, export};
pub use law::{ChangeLaw, LawView, change_law, law};
pub use list::{ListPlans, PlanHeadView, list};
pub use publish::publish;
pub use render::{PaperFormat, Printed, RenderPlan, render};
pub use retire::{reinstate, retire};
pub use succeed::succeed;
pub use templates::{TemplateView, templates};
pub use tender::{
    CompareTender, DeviationView, PrintTender, TableFormat, compare_tender, print_tender,
};
pub use version::{VersionView, version};
pub use view::{CheckView, FaultView, PlanView, ProblemView, VersionHeadView, get};
pub use what_if::{AskWhatIf, ClauseOutcomes, WhatIfView, what_if};

pub(crate) use choice::check_choice;
pub(crate) use law::{NAME as LAW, rows as law_rows, rows_of as law_of, today};

crate::messages! {
    NO_DRAFT = "no-draft", "方案没有草稿，请先起草新版本。", "The plan has no draft; begin a successor first.";
    HARD_PROBLEMS = "hard-problems", "还有 {count} 处必须先处理的矛盾，处理后才能发布。",
        "There are {count} contradictions to settle before the plan can be published.";
    NO_CLAUSES = "no-clauses", "方案没有任何条款，不能发布。", "The plan has no clause and cannot be published.";
    NOTHING_CHANGED = "nothing-changed", "草稿与已发布的第 {number} 版完全相同。", "The draft is the same as version {number}.";
    RETIRED = "plan-retired", "方案已停用。", "The plan is retired.";
    NEVER_PUBLISHED = "never-published", "方案还没有发布过。", "The plan was never published.";
    UNKNOWN_TEMPLATE = "unknown-template", "没有这个内置方案。", "There is no such template.";
    PLAN_ZONE = "plan-zone", "方案的时区不存在，请先在方案里改正，例如 Asia/Shanghai。", "There is no such time zone as the plan names: put it right in the plan first, for instance Asia/Shanghai.";
    PERIOD_BACKWARDS = "period-backwards", "结束日期不能早于开始日期。", "The period ends before it begins.";
    PERIOD_LONG = "period-too-long", "最多试算 {days} 天。", "At most {days} days at once.";
    VISIT_COST = "visit-cost", "每次上门成本应在 0 至 1,000,000 元之间。", "What a visit costs is from 0 to 1,000,000 yuan.";
    TENDER_EMPTY = "tender-empty", "文件是空的，请选择或粘贴招标要求。", "The tender is empty: choose a file or paste its text.";
    TENDER_TOO_LARGE = "tender-too-large", "招标文件过大，请只取其中的服务与质保部分。", "The tender is too large: take the part on service and warranty only.";
    TENDER_LOCKED = "tender-locked", "文件有密码保护，请另存一份不加密的。", "The file is protected by a password: save a copy without one.";
    TENDER_NO_TEXT = "tender-no-text", "PDF 没有文字层（可能是扫描件），请先做文字识别，或粘贴文字。",
        "The PDF has no text layer, it is probably a scan: run text recognition on it or paste its text.";
    TENDER_BROKEN = "tender-broken", "文件打不开，请用 .docx、.pdf、.html、.md、.txt，或直接粘贴文字。",
        "The file cannot be opened: use .docx, .pdf, .html, .md or .txt, or paste the text.";
    TENDER_NOT_CHINESE = "tender-not-chinese", "只能比对中文的招标要求。", "Only tenders in Chinese can be compared.";
    TENDER_NO_DEMANDS = "tender-no-demands", "没有读出任何服务要求，请提供服务与质保部分的文字。",
        "No demand was found: give the part of the tender on service and warranty.";
    FONTS_MISSING = "fonts-missing", "这个程序没有带上中文字体，不能生成 PDF；请先构建网页应用再构建程序，或改用 Word。",
        "This build carries no Chinese fonts, so it cannot make a PDF. Build the web application, then the program; or use Word.";
    FILE_IS_EMPTY = "plan-file-empty", "文件是空的，请选择从方案页导出的 TOML 或 JSON 文件。", "The file is empty: choose one that was exported from a plan, TOML or JSON.";
    FILE_UNNAMED = "plan-file-unnamed", "文件里没有写方案名称（title）或行业（trade），请先补上。", "The file leaves the plan's title or its trade empty: write both first.";
    UNREADABLE_PLAN = "unreadable-plan", "第 {line} 行第 {column} 列 {why}", "Line {line}, column {column} {why}";
}
