//! Pages of a list: by key, never by offset.

use jiff::Timestamp;
use serde::Serialize;
use store::customer::Newest;
use utoipa::ToSchema;

use crate::error::{Error, Result};

/// Most rows of one page.
pub const MAX_PAGE: u32 = 200;
const DEFAULT_PAGE: u32 = 50;

crate::messages! {
    BAD_CURSOR = "bad-cursor", "after 必须是上一页的 next。", "after must be the next of the page before.";
}

/// How many rows a page has: from 1 to [`MAX_PAGE`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PageSize(u32);

impl PageSize {
    /// What was asked for, brought into the bounds.
    pub fn new(asked: Option<u32>) -> Self {
        Self(asked.unwrap_or(DEFAULT_PAGE).clamp(1, MAX_PAGE))
    }

    pub fn get(self) -> u32 {
        self.0
    }
}

/// One page of a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct Page<T> {
    pub items: Vec<T>,
    /// Give it as `after` to get the next page; absent on the last one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next: Option<String>,
}

impl<T> Page<T> {
    /// Makes a page from at most one row more than its size; `cursor` names the place of the last row kept.
    pub fn cut(mut rows: Vec<T>, size: PageSize, cursor: impl Fn(&T) -> String) -> Self {
        let size = size.get() as usize;
        let more = rows.len() > size;
        rows.truncate(size);
        let next = if more { rows.last().map(cursor) } else { None };
        Self { items: rows, next }
    }

    pub fn map<U>(self, change: impl FnMut(T) -> U) -> Page<U> {
        Page {
            items: self.items.into_iter().map(change).collect(),
            next: self.next,
        }
    }
}

/// The place of a row in a list ordered by creation, the newest first, as [`newest`] reads it.
pub(crate) fn newest_cursor(created_at: Timestamp, id: impl std::fmt::Display) -> String {
    format!("{}-{id}", created_at.as_millisecond())
}

/// Reads the place back that [`newest_cursor`] wrote.
pub(crate) fn newest(cursor: &str) -> Result<Newest> {
    let wrong = || Error::field("?after", BAD_CURSOR);
    let (at, id) = cursor.split_once('-').ok_or_else(wrong)?;
    let at = at
        .parse()
        .ok()
        .and_then(|at| Timestamp::from_millisecond(at).ok())
        .ok_or_else(wrong)?;
    Ok(Newest {
        created_at: at,
        id: id.to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_page_has_no_next() {
        let size = PageSize::new(Some(2));
        assert_eq!(
            Page::cut(vec![1, 2], size, ToString::to_string),
            Page {
                items: vec![1, 2],
                next: None
            }
        );
        assert_eq!(
            Page::cut(vec![1, 2, 3], size, ToString::to_string),
            Page {
                items: vec![1, 2],
                next: Some("2".into())
            }
        );
    }
}
