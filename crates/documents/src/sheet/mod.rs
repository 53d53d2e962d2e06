//! Spreadsheets: templates to fill in, tolerant reading of what people send back, exports that are safe to open.

mod cells;
mod column;
mod date;
mod limits;
mod quotes;
mod read;
mod returned;
mod write;

pub use column::{Column, Kind, Layout, Title};
pub use date::read_date;
pub use read::{CellProblem, Row, Sheet, SheetError, Stranger, read};
pub use returned::{Given, GivenRow, write_returned};
pub use write::{WriteError, write_table, write_template};
