//! The stories of `golden/obligations`: every line that begins with `=>` is what the engine finds.

use domain::obligation::obligations;
use domain::plan::Terms;

use super::story::{Cases, ending, moment};
use super::{calendars, effective, golden, same_as_golden};

/// Tells every story of a file again, with the engine's own findings in place of those written.
fn retold(name: &str) -> String {
    let text = std::fs::read_to_string(golden(name)).unwrap_or_else(|why| panic!("{name}: {why}"));
    let (mut told, mut plan, mut cases) = (String::new(), String::new(), Cases::default());
    let mut terms = Terms::default();
    let calendars = calendars();
    for text in text.lines().filter(|text| !text.starts_with("=>")) {
        told.push_str(text);
        told.push('\n');
        if let Some(id) = text.strip_prefix("plan ") {
            id.clone_into(&mut plan);
            terms = Terms::default();
        } else if let Some(answer) = text.strip_prefix("answer ") {
            let (parameter, value) = answer.split_once(" = ").expect("answer name = value");
            terms
                .answers
                .insert(parameter.parse().expect("a name"), value.to_owned());
        } else if text.starts_with("## ") {
            cases = Cases::default();
        } else if let Some(now) = text.strip_prefix("now ") {
            let facts = &cases.facts;
            let rows = obligations(&effective(&plan, &terms), &calendars, facts, moment(now));
            for found in ending(facts, &rows) {
                told.push_str(&found);
                told.push('\n');
            }
        } else {
            cases.tell(text);
        }
    }
    told
}

macro_rules! stories {
    ($($test:ident = $file:literal;)*) => {$(
        #[test]
        fn $test() {
            let name = concat!("obligations/", $file);
            same_as_golden(name, &retold(name));
        }
    )*};
}

stories! {
    fit_out = "01-fit-out.txt";
    farm_supplies = "02-farm-supplies.txt";
    equipment_maker = "03-equipment-maker.txt";
    consumer_products = "04-consumer-products.txt";
    washing_machines = "05-washing-machines.txt";
    tender_supplier = "06-tender-supplier.txt";
    network_systems = "07-network-systems.txt";
    hospital_software = "08-hospital-software.txt";
    door_maker = "09-door-maker.txt";
    projection_systems = "10-projection-systems.txt";
    corrections = "corrections.txt";
    merged_cases = "merged.txt";
}

#[test]
fn pauses_move_and_hide_what_the_golden_file_says() {
    same_as_golden("obligations/pauses.txt", &retold("obligations/pauses.txt"));
}
