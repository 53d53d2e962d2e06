//! Headings against the columns they name.

use std::collections::BTreeMap;

use super::super::layouts::{Offers, layout};
use super::*;

#[test]
fn no_heading_names_two_columns_and_every_row_of_synonyms_has_its_column() {
    for (book, table) in [
        (Book::Customers, CUSTOMERS),
        (Book::Products, PRODUCTS),
        (Book::Units, UNITS),
    ] {
        let layout = layout(book, &Offers::default());
        for (key, _) in table {
            let known = layout.columns.iter().any(|column| column.key == *key);
            assert!(known, "{} has no column {key}", book.as_str());
        }
        let mut seen: BTreeMap<String, &str> = BTreeMap::new();
        for column in &layout.columns {
            let own = [column.title.zh, column.title.en, column.key];
            let mut names: Vec<String> = own
                .iter()
                .chain(column.also)
                .map(|name| plain(name))
                .collect();
            names.sort();
            names.dedup();
            for name in names {
                let other = seen.insert(name.clone(), column.key);
                assert_eq!(other, None, "{name} names {} too", column.key);
            }
        }
    }
}

fn plain(name: &str) -> String {
    let letters = name.chars().filter(|char| char.is_alphanumeric());
    letters.flat_map(char::to_lowercase).collect()
}
