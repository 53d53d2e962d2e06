//! The names of parts in `golden/reader/components.txt` are read whole, however their term is written.

use reader::reading::Terms;

const TABLE: &str = include_str!("../../../golden/reader/components.txt");

/// The components that terms of a text name.
fn components(text: &str) -> Vec<String> {
    let plans = reader::read(text).plans.into_iter();
    plans
        .flat_map(|plan| plan.clauses)
        .filter_map(|clause| match clause.terms {
            Terms::WarrantyTerm { component, .. } => component,
            _ => None,
        })
        .collect()
}

#[test]
fn a_part_keeps_its_name_in_every_trade() {
    let names = TABLE.lines().skip(2).flat_map(|line| {
        let names = line.split(' ').skip(1);
        names.collect::<Vec<_>>()
    });
    let mut wrong = Vec::new();
    for name in names {
        for text in [
            format!("售后服务承诺\n接到报修后2小时内到场。\n{name}质保一年。\n"),
            format!("售后服务承诺\n整机保修两年，{name}保修6个月。\n"),
            format!("售后服务承诺\n自验收合格之日起{name}质保三年。\n"),
            format!("售后服务承诺\n部件\t质保期\n{name}\t12个月\n其他电路\t24个月\n"),
        ] {
            if !components(&text).iter().any(|found| found == name) {
                wrong.push(format!("{text:?}: {:?}", components(&text)));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
