use std::collections::BTreeMap;

use jiff::civil::Date;

use super::spec::read_date;
use super::{HolidayError, HolidayYear, PublicDay, PublicDayKind};

/// Rows of `date,kind,name`, in any column order and with any further columns; blank lines and CRLF are tolerated.
pub(super) fn read_csv(text: &str) -> Result<BTreeMap<Date, PublicDay>, HolidayError> {
    let text = text.trim_start_matches('\u{feff}');
    let mut reader = csv::ReaderBuilder::new()
        .trim(csv::Trim::All)
        .flexible(true)
        .from_reader(text.as_bytes());
    let unreadable = |error: csv::Error| HolidayError::Row {
        line: error.position().map_or(1, csv::Position::line),
        reason: "the row is not comma-separated text".to_owned(),
    };
    let headers = reader.headers().map_err(unreadable)?.clone();
    let column = |name: &str| {
        headers
            .iter()
            .position(|header| header.eq_ignore_ascii_case(name))
            .ok_or(HolidayError::Columns)
    };
    let (date_column, kind_column, name_column) =
        (column("date")?, column("kind")?, column("name")?);

    let mut rows = BTreeMap::new();
    for record in reader.records() {
        let record = record.map_err(unreadable)?;
        let line = record.position().map_or(0, csv::Position::line);
        let row = |reason| HolidayError::Row { line, reason };
        let cell = |column: usize| record.get(column).unwrap_or_default();
        let date = read_date(cell(date_column)).map_err(row)?;
        let kind = read_kind(cell(kind_column)).map_err(row)?;
        let day = PublicDay {
            kind,
            name: cell(name_column).to_owned(),
        };
        if rows.insert(date, day).is_some() {
            return Err(row(format!("{date} is listed twice")));
        }
    }
    if rows.is_empty() {
        Err(HolidayError::Empty)
    } else {
        Ok(rows)
    }
}

fn read_kind(text: &str) -> Result<PublicDayKind, String> {
    match text {
        "holiday" => Ok(PublicDayKind::Holiday),
        "makeup" => Ok(PublicDayKind::Makeup),
        other => Err(format!("`{other}` is not a kind: write holiday or makeup")),
    }
}

/// The days of one announced year; they may reach into the December before or the January after it.
pub(super) fn read_year(year: &HolidayYear) -> Result<BTreeMap<Date, PublicDay>, HolidayError> {
    let mut rows = BTreeMap::new();
    for (index, day) in year.days.iter().enumerate() {
        let refuse = |reason| HolidayError::Day {
            year: year.year,
            position: index + 1,
            reason,
        };
        let date = read_date(&day.date).map_err(refuse)?;
        let edge = match date.month() {
            12 => year.year.checked_sub(1) == Some(date.year()),
            1 => year.year.checked_add(1) == Some(date.year()),
            _ => false,
        };
        if date.year() != year.year && !edge {
            return Err(refuse(format!("{date} is not in {}", year.year)));
        }
        let kind = if day.is_off_day {
            PublicDayKind::Holiday
        } else {
            PublicDayKind::Makeup
        };
        if rows
            .insert(
                date,
                PublicDay {
                    kind,
                    name: day.name.clone(),
                },
            )
            .is_some()
        {
            return Err(refuse(format!("{date} is listed twice")));
        }
    }
    if rows.is_empty() {
        Err(HolidayError::Empty)
    } else {
        Ok(rows)
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[test]
    fn columns_are_found_by_name() {
        let rows = read_csv("\u{feff}name,date,kind\r\n\r\n元旦,2027-01-01,holiday\r\n").unwrap();
        assert_eq!(rows.first_key_value().unwrap().1.name, "元旦");
    }

    #[rstest]
    #[case(
        "date,kind,name\n2027-02-30,holiday,x\n",
        "line 2: `2027-02-30` is not a date that exists"
    )]
    #[case(
        "date,kind,name\n2027-01-01,off,x\n",
        "line 2: `off` is not a kind: write holiday or makeup"
    )]
    #[case(
        "date,kind,name\n2027-01-01,holiday,x\n2027-01-01,makeup,x\n",
        "line 3: 2027-01-01 is listed twice"
    )]
    #[case("date,kind,name\n", "there is no row in it")]
    #[case("2027-01-01,holiday,x\n", "the first line must name the columns")]
    #[case("", "the first line must name the columns")]
    fn a_bad_table_says_where_and_what(#[case] text: &str, #[case] message: &str) {
        let error = read_csv(text).unwrap_err().to_string();
        assert!(error.contains(message), "{error}");
    }
}
