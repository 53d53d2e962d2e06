use std::fs;

use super::{clock, golden_folder, text};

/// One line of a table with the settings above it.
struct Row {
    place: String,
    settings: Settings,
    limit: String,
    start: String,
    due: String,
}

#[derive(Clone, Default)]
struct Settings {
    calendar: String,
    zone: Option<String>,
    close_of_business: bool,
    pauses: Vec<String>,
}

#[test]
fn every_row_of_every_table_is_due_as_written() {
    let rows = rows();
    assert!(rows.len() > 100, "the golden tables were not found");
    let wrong: Vec<String> = rows.iter().filter_map(difference).collect();
    assert!(
        wrong.is_empty(),
        "{} of {} rows differ:\n{}",
        wrong.len(),
        rows.len(),
        wrong.join("\n")
    );
}

fn difference(row: &Row) -> Option<String> {
    let Row {
        place,
        settings,
        limit,
        start,
        due,
    } = row;
    let mut args = vec!["due", "--calendar", &settings.calendar, "--limit", limit];
    if let Some(zone) = &settings.zone {
        args.extend(["--zone", zone]);
    }
    if settings.close_of_business {
        args.push("--close-of-business");
    }
    for pause in &settings.pauses {
        args.extend(["--pause", pause]);
    }
    let output = clock(&golden_folder(), &args, format!("{start}\n").as_bytes());
    let (printed, remarks) = (text(&output.stdout), text(&output.stderr));
    let mark = if remarks.contains("provisional") {
        " provisional"
    } else {
        ""
    };
    let as_written = match due.strip_prefix("refused: ") {
        Some(reason) => {
            printed == "\n" && remarks.contains(reason) && output.status.code() == Some(1)
        }
        None => format!("{}{mark}", printed.trim_end()) == *due && output.status.success(),
    };
    (!as_written).then(|| {
        format!(
            "{place}: {limit} from {start} is {}{mark}, not {due} {remarks}",
            printed.trim_end()
        )
    })
}

fn rows() -> Vec<Row> {
    let mut tables: Vec<_> = fs::read_dir(golden_folder())
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    tables.retain(|path| path.extension().is_some_and(|extension| extension == "txt"));
    tables.sort();
    tables
        .iter()
        .flat_map(|path| {
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            rows_of(&name, &fs::read_to_string(path).unwrap())
        })
        .collect()
}

fn rows_of(table: &str, contents: &str) -> Vec<Row> {
    let mut rows = Vec::new();
    let mut settings = Settings::default();
    for (index, line) in contents.lines().enumerate() {
        let place = format!("{table}:{}", index + 1);
        if line.trim().is_empty() || line.starts_with('#') {
            continue;
        }
        if let Some((limit, rest)) = line.split_once('|') {
            let cells: Vec<&str> = rest.split('|').map(str::trim).collect();
            let [start, due, _why] = cells[..] else {
                panic!("{place} has not four columns")
            };
            rows.push(Row {
                place,
                settings: settings.clone(),
                limit: limit.trim().into(),
                start: start.into(),
                due: due.into(),
            });
            continue;
        }
        match line.split_once(": ") {
            Some(("calendar", name)) => {
                settings = Settings {
                    calendar: name.into(),
                    ..Settings::default()
                }
            }
            Some(("zone", name)) => settings.zone = Some(name.into()),
            Some(("day end", "close of business")) => settings.close_of_business = true,
            Some(("pause", pause)) => settings.pauses.push(pause.into()),
            _ => panic!("{place} is neither a setting nor a row: {line}"),
        }
    }
    rows
}
