//! What can go wrong with files and databases, in words that say what to do.

use std::io;
use std::path::Path;

use app::Text;
use documents::text::Unreadable;
use reader::Refusal;
use store::StoreError;

use crate::say::{language, words};

/// A file or folder that cannot be read, written or made.
pub(crate) fn of_file(path: &Path, error: &io::Error) -> String {
    format!("{}: {}", path.display(), of_io(error))
}

/// The system's own words only where there are none of ours.
pub(crate) fn of_io(error: &io::Error) -> String {
    let (zh, en) = match error.kind() {
        io::ErrorKind::NotFound => (
            "没有这个文件或文件夹：请检查名称和所在文件夹",
            "there is no such file or folder: check its name and folder",
        ),
        io::ErrorKind::PermissionDenied => (
            "没有权限：请检查谁可以读写它",
            "it may not be read or written: check who may",
        ),
        io::ErrorKind::IsADirectory => (
            "这是一个文件夹：请写出其中的文件",
            "this is a folder: name the file in it",
        ),
        io::ErrorKind::NotADirectory => (
            "路径中有一段是文件而不是文件夹：请检查路径",
            "a part of the path is a file and no folder: check the path",
        ),
        io::ErrorKind::AlreadyExists => (
            "同名的文件或文件夹已经存在：请换一个名字",
            "a file or folder of that name is there already: choose another name",
        ),
        io::ErrorKind::StorageFull => (
            "磁盘已满：请先腾出空间",
            "the disk is full: make room first",
        ),
        io::ErrorKind::ReadOnlyFilesystem => (
            "磁盘是只读的：请换一个位置",
            "the disk is read-only: choose another place",
        ),
        _ => return error.to_string(),
    };
    language().choose(zh, en).to_owned()
}

/// An error of the database or of the folder of attachments.
#[allow(clippy::needless_pass_by_value, reason = "given to map_err")]
pub(crate) fn of_store(error: StoreError) -> String {
    match &error {
        StoreError::MigrationsPending { names } => {
            let count = names.len();
            words!(
                "数据库还是旧版本的结构，缺少 {count} 个升级步骤。请先备份，再运行 jiannuo migrate，或用 jiannuo serve --migrate 启动",
                "the database has the schema of an older version, {count} migrations are pending. Back up, then run `jiannuo migrate` or start with `jiannuo serve --migrate`"
            )
        }
        StoreError::MigrationDiffers { name } => words!(
            "数据库属于另一个版本的践诺（升级步骤 {name} 与本程序不符）。请用写入它的那个版本或更新的版本打开",
            "the database belongs to another version of Jiannuo (its migration {name} is not the one of this program): open it with the version that wrote it, or a newer one"
        ),
        StoreError::Address { why } => words!(
            "数据库地址无法使用。请写成 postgres://用户@主机/数据库",
            "the address of the database cannot be used: {why}. Write postgres://user@host/database"
        ),
        StoreError::Unavailable { why } if why.contains("timed out") => words!(
            "连不上数据库：等不到回应。请检查数据库是否在运行、地址是否正确",
            "the database does not answer. Check that it runs, and its address"
        ),
        StoreError::Unavailable { why } => words!(
            "无法使用数据库：{why}。请检查数据库是否在运行、地址是否正确、磁盘是否已满、谁可以读写数据文件夹",
            "the database cannot be used: {why}. Check that it runs, its address, room on the disk, and who may read and write the data folder"
        ),
        StoreError::Corrupt { what, why } => words!(
            "{what} 已损坏，或不是践诺的数据：{why}。请从备份恢复（jiannuo restore）",
            "{what} is damaged, or is no data of Jiannuo: {why}. Restore a backup with `jiannuo restore`"
        ),
        StoreError::Contention => words!(
            "数据库正被另一个程序占用，请稍后重试",
            "another program is writing to the database: try again shortly"
        ),
        StoreError::NotFound { what } => words!("没有找到 {what}", "{what} not found"),
        StoreError::Statement { why, .. } => words!(
            "数据库拒绝了请求：{why}。请检查数据库的名称、用户和权限",
            "the database refused: {why}. Check its name, the user and what they may do"
        ),
        other => other.to_string(),
    }
}

/// A document that gives no text.
pub(crate) fn of_document(why: &Unreadable) -> String {
    Text::from(app::studio::why_unreadable(why)).say(language())
}

/// A text that is not read.
pub(crate) fn of_refusal(why: Refusal) -> String {
    match why {
        Refusal::Empty => of_document(&Unreadable::Empty),
        Refusal::TooLong => of_document(&Unreadable::TooLarge("")),
        Refusal::NotChinese => words!(
            "只能读中文方案；这份文字不是中文，或只有寥寥数字",
            "only plans in Chinese can be read; this text is not, or has but a few words"
        ),
    }
}

/// An error of a use case: what is wrong with each field, or as a whole.
pub(crate) fn of_use_case(error: &app::Error) -> String {
    if error.fields.is_empty() {
        return error.text.say(language());
    }
    let fields = error.fields.iter().map(|field| field.text.say(language()));
    fields.collect::<Vec<_>>().join("\n")
}
