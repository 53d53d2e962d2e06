//! Master data as spreadsheets: templates, import with a report of every bad row, export.
//!
//! INVARIANT: an import writes every row of a file or none. A file imported again changes nothing.

mod customers;
mod export;
mod findings;
mod headings;
mod import;
mod layouts;
mod products;
mod report;
mod template;
mod units;
mod words;

pub use export::{ExportFilter, export};
pub use findings::RowProblem;
pub use import::{ImportReport, Step, import};
pub use report::report;
pub use template::template;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Most bytes of a spreadsheet that is taken: 100,000 units are about 10 MB.
pub const MAX_BYTES: usize = 64 * 1024 * 1024;

/// What a spreadsheet is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Book {
    /// Customers with their sites and contacts.
    Customers,
    /// Products with their classes of components.
    Products,
    /// Units with their components.
    Units,
}

impl Book {
    /// The word on the wire and in file names.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Customers => "customers",
            Self::Products => "products",
            Self::Units => "units",
        }
    }
}

impl std::str::FromStr for Book {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        [Self::Customers, Self::Products, Self::Units]
            .into_iter()
            .find(|book| book.as_str() == text)
            .ok_or_else(|| {
                format!("\"{text}\" is no kind of spreadsheet; write customers, products or units")
            })
    }
}

/// A workbook to download.
#[derive(Debug)]
pub struct Workbook {
    pub name: String,
    pub bytes: Vec<u8>,
}

crate::messages! {
    CELL_MISSING = "cell-missing", "此格必填。", "Fill this in.";
    CELL_NOT_A_DAY = "cell-not-a-day", "“{given}”不是有效日期，请写成 2026-11-22。", "“{given}” is not a day that exists: write 2026-11-22.";
    CELL_NOT_A_NUMBER = "cell-not-a-number", "“{given}”不是整数。", "“{given}” is not a whole number.";
    CELL_NOT_OFFERED = "cell-not-offered", "“{given}”不在可选范围内，请填：{offered}", "“{given}” is not offered here: write one of {offered}";
    CELL_TOO_LONG = "cell-too-long", "内容超过 32767 个字符。", "Longer than 32,767 characters.";
    SHEET_UNREADABLE = "sheet-unreadable", "文件无法读取：请上传 .xlsx 工作簿或 CSV 文本。", "This file is not a readable .xlsx workbook or CSV text.";
    SHEET_OLD = "sheet-old", "这是旧版 .xls 或加密文件，请另存为未加密的 .xlsx。",
        "This is an old .xls file or one protected by a password: save it as an unprotected .xlsx.";
    SHEET_ENCODING = "sheet-encoding", "文本既不是 UTF-8 也不是 GBK，请另存为 .xlsx。", "The text is neither UTF-8 nor GBK: save it as .xlsx.";
    SHEET_EMPTY = "sheet-empty", "表格是空的。", "The sheet is empty.";
    SHEET_OPEN_QUOTE = "sheet-open-quote", "第 {line} 行的引号没有在该格结尾处配对，其后的内容会被并入这一格。请补上引号，或另存为 .xlsx。",
        "A quotation mark in line {line} is not closed where its cell ends, so the cell would swallow what follows. Close it, or save the file as .xlsx.";
    SHEET_TOO_LARGE = "sheet-too-large", "工作簿解压后超过 512 MB。", "The workbook unpacks to more than 512 MiB.";
    SHEET_TOO_MANY = "sheet-too-many", "超过 {at_most} 行，请拆分文件。", "More than {at_most} rows: split the file.";
    SHEET_MISSING = "sheet-missing-columns", "缺少列：{missing}。请使用模板。", "Columns are missing: {missing}. Take the template.";
    SHEET_REPEATED = "sheet-repeated-column", "列“{first}”和“{second}”都是“{column}”，请只留一列。",
        "The columns “{first}” and “{second}” are both “{column}”: keep one.";
    SHEET_UNKNOWN = "sheet-unknown-column", "不认识列“{heading}”，请改名或删去。", "The column “{heading}” is not known here: rename it or remove it.";
    SHEET_UNKNOWN_NEAR = "sheet-unknown-column-near", "不认识列“{heading}”，是否指：{near}？请改名或删去。",
        "The column “{heading}” is not known here. Is it one of {near}? Rename it or remove it.";
    SHEET_UNTITLED = "sheet-untitled-column", "{letter} 列有内容但没有列名，请写上列名或删去。", "Column {letter} has content but no heading: name it or remove it.";
    SHEET_KNOWN = "sheet-known-columns", "这里认识的列：{known}。", "The columns known here are {known}.";
    ALREADY_OTHERWISE = "already-otherwise", "系统中已有 {number}，但内容与此行不同；导入不会修改已有资料，请核对后在系统中修改。",
        "{number} exists already with other content. An import changes nothing that exists: check, and change it there.";
    ROWS_DIFFER = "rows-differ", "与第 {line} 行是同一对象，但内容不同。", "This is the same as in row {line}, with other content.";
    TWICE_IN_FILE = "twice-in-file", "与第 {line} 行重复。", "The same stands in row {line} already.";
    NO_SUCH_NUMBER = "no-such-number", "没有编号 {number}，或者您无权使用。", "There is no {number}, or it is not yours to use.";
    NO_SUCH_NAME = "no-such-name", "没有找到“{name}”，请先登记。", "“{name}” is not on file; add it first.";
    AMBIGUOUS = "ambiguous-name", "有 {count} 个客户叫“{name}”，请改填客户编号。", "{count} customers are called “{name}”; write the number instead.";
    BRANCH_AMBIGUOUS = "branch-ambiguous", "有多个机构叫“{name}”，请在系统中改名后再导入。", "Several places are called “{name}”; rename one first.";
    PART_INCOMPLETE = "part-incomplete", "填写了地点或联系人的其他信息，但缺少名称。", "Other columns of this site or contact are filled in, but not its name.";
    BAD_PAIR = "bad-pair", "“{given}”应写成“类别:内容”，多项之间用分号隔开。", "Write “{given}” as “class:text”, several with semicolons between.";
    ROWS_CHANGED = "import-rows-changed", "写入时有人刚登记了文件中的某一项，未写入任何行。请再检查一次文件，看是哪一行。",
        "Somebody has just entered something of this file; no row was written. Check the file again to see which row it is.";
    PLACES_CHANGED = "places-changed", "机构或区域刚刚被修改，未写入任何内容，请重新导入。", "Places or regions were changed just now; nothing was written. Import again.";
    EXPORT_TOO_LARGE = "export-too-large", "超过 {at_most} 行，请缩小范围后再导出。", "More than {at_most} rows; narrow the selection.";
}
