//! Service plans: drafts that are edited and checked, versions that are published for good.

mod choice;
mod create;
mod diff;
mod edit;
mod export;
pub mod format;
mod law;
mod list;
pub mod paper;
mod publish;
mod render;
mod retire;
pub mod schema;
mod succeed;
mod templates;
mod version;
mod view;

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
pub use version::{VersionView, version};
pub use view::{CheckView, FaultView, PlanView, ProblemView, VersionHeadView, get};

pub(crate) use choice::check_choice;
pub(crate) use law::{rows as law_rows, today};

crate::messages! {
    NO_DRAFT = "no-draft", "方案没有草稿，请先起草新版本。", "The plan has no draft; begin a successor first.";
    HARD_PROBLEMS = "hard-problems", "还有 {count} 处必须先处理的矛盾，处理后才能发布。",
        "There are {count} contradictions to settle before the plan can be published.";
    NO_CLAUSES = "no-clauses", "方案没有任何条款，不能发布。", "The plan has no clause and cannot be published.";
    NOTHING_CHANGED = "nothing-changed", "草稿与已发布的第 {number} 版完全相同。", "The draft is the same as version {number}.";
    RETIRED = "plan-retired", "方案已停用。", "The plan is retired.";
    NEVER_PUBLISHED = "never-published", "方案还没有发布过。", "The plan was never published.";
    UNKNOWN_TEMPLATE = "unknown-template", "没有这个内置方案。", "There is no such template.";
    FONTS_MISSING = "fonts-missing", "这个程序没有带上中文字体，不能生成 PDF；请先构建网页应用再构建程序，或改用 Word。",
        "This build carries no Chinese fonts, so it cannot make a PDF. Build the web application, then the program; or use Word.";
    UNREADABLE_PLAN = "unreadable-plan", "第 {line} 行第 {column} 列：{why}", "Line {line}, column {column}: {why}";
}
