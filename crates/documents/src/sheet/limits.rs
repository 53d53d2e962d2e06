//! Bounds on what a file from outside may cost.

use std::io::{Read, Seek};

use super::read::SheetError;

/// The most rows a sheet may have.
pub(super) const MAX_ROWS: usize = 200_000;
/// The most characters one cell may have: what a spreadsheet program allows.
pub(super) const MAX_CELL_CHARACTERS: usize = 32_767;
/// The most columns that are looked at.
pub(super) const MAX_COLUMNS: u32 = 256;
/// The most parts a workbook archive may have.
const MAX_PARTS: usize = 1_000;
/// The most bytes a workbook may unpack to: 100,000 units are about 100 MB.
const MAX_UNPACKED_BYTES: u64 = 512 << 20;

/// Unpacks every part of a workbook into nothing and counts: the sizes an archive declares of itself may lie.
pub(super) fn check_archive<R: Read + Seek>(file: R) -> Result<(), SheetError> {
    let mut archive = zip::ZipArchive::new(file).map_err(|_| SheetError::Unreadable)?;
    if archive.len() > MAX_PARTS {
        return Err(SheetError::TooLarge);
    }
    let mut left = MAX_UNPACKED_BYTES;
    for index in 0..archive.len() {
        let part = archive
            .by_index(index)
            .map_err(|_| SheetError::Unreadable)?;
        let read = std::io::copy(&mut part.take(left + 1), &mut std::io::sink())
            .map_err(|_| SheetError::Unreadable)?;
        left = left.checked_sub(read).ok_or(SheetError::TooLarge)?;
    }
    Ok(())
}
