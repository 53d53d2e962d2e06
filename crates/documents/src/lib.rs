//! Documents in and out: spreadsheets, texts, codes to scan. Heavy to compile and seldom changed, so alone on purpose.

pub mod sheet;
pub mod text;
