//! Documents in and out: spreadsheets, texts, codes to scan. Heavy to compile and seldom changed, so alone on purpose.

pub mod enclosed;
pub mod pdf;
pub mod sheet;
pub mod text;
pub mod word;
