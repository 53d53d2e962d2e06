//! Shares of kept promises: `golden/ledger`.

use domain::obligation::share_permille;

use super::golden;

#[test]
fn shares_are_those_of_the_golden_table() {
    let text =
        std::fs::read_to_string(golden("ledger/shares.txt")).expect("the golden file is there");
    let lines = text.lines().filter(|line| !line.starts_with('#'));
    let mut seen = 0;
    for line in lines {
        let (asked, said) = line.split_once(" => ").expect("a line says its share");
        let (part, whole) = asked.split_once(" of ").expect("a part of a whole");
        let share = share_permille(
            part.parse().expect("a count"),
            whole.parse().expect("a count"),
        );
        let found = share.map_or("—".to_owned(), |share| {
            format!("{}.{}%", share / 10, share % 10)
        });
        assert_eq!(found, said, "{asked}");
        seen += 1;
    }
    assert!(seen > 10, "the table has lines");
}
