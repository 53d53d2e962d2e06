//! The studio: a document is read into clauses, people settle each, and a plan comes of it.

mod choose;
mod diff;
mod list;
mod make;
mod paste;
mod read;
mod remove;
mod returned;
mod source;
mod step;
mod undo;
mod upload;
mod view;

pub use choose::{ChoosePlan, choose};
pub use diff::{DiffReading, diff};
pub use list::{ReadingHeadView, list};
pub use make::{MakePlan, make};
pub use paste::{PasteText, paste};
pub use read::is_of_words_alone;
pub use read::why_unreadable;
pub use remove::remove;
pub use returned::read_back;
pub use source::{TextView, of_version, source, text};
pub use step::{TakeStep, step};
pub use undo::{redo, undo};
pub use upload::upload;
pub use view::{PlanInText, ReadingProblemView, ReadingView, get};

pub(crate) use source::keep_with_version;

/// Most bytes of a document.
pub const MAX_FILE: usize = documents::text::LARGEST_FILE;

crate::messages! {
    FILE_EMPTY = "file-empty", "文件是空的，请选择写有方案的文件。", "The file is empty: choose the one that holds the plan.";
    FILE_TOO_LARGE = "file-too-large", "文件过大（最大 50 MB，解压后正文最多 64 MB，文字最多 300 万字），请拆分文件或删去图片。",
        "The file is too large (at most 50 MB, 64 MB of text unpacked, 3,000,000 characters): split it, or remove its pictures.";
    FILE_ENCRYPTED = "file-encrypted", "文件有密码保护，请另存一份不带密码的文件。", "The file is protected by a password: save a copy without one.";
    FILE_OLD_WORD = "file-old-word", "这是旧版 .doc 文件，请另存为 .docx。", "This is an old .doc document: save it as .docx.";
    FILE_EXPANDS = "file-expands", "文件里有会无限展开的内容（实体定义），已拒绝打开。请用文字处理软件另存一份。", "The file is built to grow without end when it is opened, so it is refused: save it again with a word processor.";
    FILE_BROKEN = "file-broken", "文件已损坏，无法打开。请重新保存，或直接粘贴文字。", "The file is damaged and cannot be opened: save it again, or paste its text.";
    FILE_SCANNED = "file-scanned", "文件里只有图片、没有文字，多半是扫描件。请先做文字识别，或直接粘贴文字。",
        "The file holds pictures and no text, it is probably a scan: run text recognition on it, or paste its text.";
    FILE_NOT_TEXT = "file-not-text", "这不是文字文档。请使用 .docx、.pdf、.html、.md 或 .txt。", "This is no text document: use .docx, .pdf, .html, .md or .txt.";
    NOT_CHINESE = "text-not-chinese", "只能读中文方案；这份文字不是中文。", "Only plans in Chinese can be read; this text is not.";
    NO_PROMISE = "no-promise", "没有读到任何承诺。请确认文件是售后服务方案，而不是公司简介或工作报告。",
        "No promise was found. Make sure the document is a service plan, not a company profile or a work report.";
    NO_SUCH_PLAN = "no-such-plan", "文件里没有这份方案。", "The document holds no such plan.";
    NOT_CHOSEN = "plan-not-chosen", "文件里有几份方案，请先选择一份。", "The document holds several plans: choose one first.";
    CHOSEN = "plan-chosen", "已经选定方案；要读另一份，请重新上传。", "A plan is chosen already; upload the document again to read another.";
    NO_ITEM = "no-such-item", "这一条已并入、拆开或忽略，请刷新后再试。", "The item was merged, split or put aside; reload and try again.";
    NOT_WHOLE = "item-not-whole", "第 {number} 条还缺内容，请先补填或忽略。", "Item {number} lacks something: fill it in, or put it aside.";
    NO_CUT = "no-cut", "第 {number} 条只有一句，请在句中选择拆分的位置。", "Item {number} is of one piece: choose where to cut its words.";
    NO_MERGE_KIND = "no-merge-kind", "两条种类不同（例如一条是保修期，一条是收费），各自执行，并不成一条。都是承诺就各自确认；多余的一条请忽略；种类读错了先修改。",
        "The two are of different kinds, such as a term and a fee, and each is carried out by itself. Accept both; put aside the one that is too much, or correct the kind that is wrong.";
    NO_MERGE_MATTER = "no-merge-matter", "两条说的不是同一件事（起止、对象或触发条件不同），合并会丢掉一条。请各自确认；其中一条读错了，先修改再合并。",
        "The two settle different matters: other milestones, another thing, another trigger. One clause would lose one of them. Accept both, or correct the one that is wrong and merge then.";
    NO_MERGE_CONTRADICTION = "no-merge-contradiction", "两条说的是同一件事，数值却不同，合并会掩盖矛盾。请先修改写错的一条，或在右侧“问题”里选定以哪条为准。",
        "The two say different things of one matter, and one clause would hide it. Correct the one that is wrong, or choose under “Problems” which governs.";
    NO_MERGE_FRAME = "no-merge-frame", "两条的义务方、约束力（必须或尽量）或适用条件不同。先修改其中一条，使两条一致，再合并；本来就不同的，各自确认。",
        "The two bind different parties, bind differently, or hold under different conditions. Correct one so that they agree and merge then; where they are meant to differ, accept both.";
    NO_REASON = "reason-needed", "请写明原因，最多 500 字。", "State why, in at most 500 characters.";
    NO_PROBLEM = "no-such-problem", "这个问题已经不存在，请刷新。", "That problem is gone; reload.";
    NO_WAY = "no-such-settlement", "这个问题不能这样处理。", "The problem cannot be settled like that.";
    NOT_APART = "scopes-not-apart", "写的适用范围没有把两条分开，请给其中一条写明条件。", "The scopes do not keep the two apart: state a condition for one of them.";
    NOT_THE_WORDS = "not-the-words", "所选文字与原文这一处不一致，请重新选择。", "The chosen words do not stand there in the text; choose them again.";
    TOO_MANY_ITEMS = "too-many-items", "承诺太多（一份方案最多 2000 条），请拆分文件，只留售后服务部分。",
        "There are too many promises (at most 2,000 in one plan): split the document and keep the part on service.";
    NOTHING_TO_UNDO = "nothing-to-undo", "没有可以撤销的步骤。", "There is no step to take back.";
    NOTHING_TO_REDO = "nothing-to-redo", "没有可以重做的步骤。", "There is no step to take again.";
    UNSETTLED = "items-unsettled", "还有 {count} 条没有确认，请接受、改正或忽略后再继续。",
        "{count} items are not settled: accept, correct or put them aside first.";
    OPEN_PROBLEMS = "problems-open", "还有 {count} 处必须先处理的问题：{list}", "There are {count} problems to settle first: {list}";
    DRAFT_CHANGED = "draft-changed", "方案草稿已在别处修改，再次生成会覆盖这些修改。请先放弃那份草稿，或在方案页继续。",
        "The plan's draft was changed elsewhere and would be overwritten: discard that draft, or go on in the plan.";
    MADE_ALREADY = "reading-in-use", "已经用它生成方案，原件随方案保存，不能删除。", "A plan was made of it and keeps the original; it cannot be removed.";
    NO_SOURCE = "no-source", "这一版方案不是从文件读入的。", "This version was not read from a document.";
}
