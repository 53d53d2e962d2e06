//! Serial numbers as they are compared.

use std::collections::BTreeSet;

use crate::batch;
use crate::error::Result;
use crate::search::normalise;
use crate::tx::Tx;
use crate::unit::Unit;

crate::statements! {
    SET_KEYS = "UPDATE unit SET serial_key = v.column2 FROM (VALUES {rows}) v WHERE id = v.column1 AND serial_key IS NULL \
        AND NOT EXISTS (SELECT 1 FROM unit o WHERE o.serial_key = v.column2 AND o.product_id = v.column3)";
}

/// A serial number without what differs only in how it was typed: case, width, blanks, the kind of dash, and a dash
/// between a letter and a digit. A dash between two digits stays: `1-11` and `11-1` are two units.
pub fn serial_key(serial: &str) -> String {
    let normal = normalise(serial);
    let characters: Vec<char> = normal
        .chars()
        .filter(|one| !one.is_whitespace())
        .map(|one| if is_dash(one) { '-' } else { one })
        .collect();
    let is_between = |at: usize| {
        let before = at.checked_sub(1).and_then(|before| characters.get(before));
        match (before, characters.get(at + 1)) {
            (Some(one), Some(other)) => {
                (one.is_alphabetic() && other.is_ascii_digit())
                    || (one.is_ascii_digit() && other.is_alphabetic())
            }
            _ => false,
        }
    };
    let kept = characters.iter().enumerate();
    kept.filter(|(at, one)| **one != '-' || !is_between(*at))
        .map(|(_, one)| *one)
        .collect()
}

fn is_dash(one: char) -> bool {
    matches!(
        one,
        '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe58}' | '\u{fe63}'
    )
}

/// Gives units that an older program wrote what their serial numbers are compared by. A twin of another unit stays without.
pub async fn set_serial_keys(tx: &mut Tx, units: &[Unit]) -> Result<()> {
    let mut seen = BTreeSet::new();
    let first: Vec<&Unit> = units
        .iter()
        .filter(|unit| seen.insert((unit.product, serial_key(&unit.serial))))
        .collect();
    batch::write(tx, &SET_KEYS, &first, |unit| {
        vec![
            unit.id.to_string().into(),
            serial_key(&unit.serial).into(),
            unit.product.to_string().into(),
        ]
    })
    .await
}

#[cfg(test)]
mod tests {
    use super::serial_key;

    #[test]
    fn what_differs_in_typing_only_is_one_number() {
        for (one, other) in [
            ("SN001", "sn001"),
            ("SN001", "ＳＮ００１"),
            ("SN001", "SN 001"),
            ("SN-001", "SN001"),
            ("SN\u{2014}001", "SN-001"),
            ("2026 0001", "20260001"),
        ] {
            assert_eq!(serial_key(one), serial_key(other), "{one} {other}");
        }
    }

    #[test]
    fn what_differs_in_more_is_two() {
        for (one, other) in [
            ("1-11", "11-1"),
            ("A-B", "AB"),
            ("SN001", "SN0010"),
            ("A1", "A-2"),
        ] {
            assert_ne!(serial_key(one), serial_key(other), "{one} {other}");
        }
    }
}
