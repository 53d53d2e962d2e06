//! Warranty terms: what is covered for how long, and from which day.

use super::names;
use super::quantity::{BLANK, limit_in_words};
use crate::plan::Clause;
use crate::plan::clauses::warranty::{
    Covered, RepairDays, Term, Territory, UsageUnit, WarrantyTerm, Whichever,
};

/// The sentences of a warranty term, the warranty of `clause`.
pub(super) fn sentences(clause: &Clause, warranty: &WarrantyTerm) -> Vec<String> {
    let subject = subject(clause, &warranty.covers);
    let usage = warranty.or_usage.map_or_else(String::new, |usage| {
        let unit = match usage.unit {
            UsageUnit::Hours => "小时",
            UsageUnit::Kilometres => "公里",
            UsageUnit::Cycles => "次",
        };
        format!("或{}{unit}（以先到者为准）", usage.amount)
    });
    let usage = format!("{usage}{}", other(warranty));
    let mut found = vec![match warranty.term.known() {
        Some(Term::Lifetime) => format!("{subject}终身免费保修{}。", other(warranty)),
        Some(Term::Period(limit)) => {
            format!("{subject}保修期为{}{usage}。", limit_in_words(*limit))
        }
        Some(Term::Seasons(count)) => format!("{subject}保修期为{count}个采暖季{usage}。"),
        None => format!("{subject}保修期为{BLANK}{usage}。"),
    }];
    if let Covered::WholeUnit { except } = &warranty.covers
        && !except.is_empty()
    {
        let classes: Vec<String> = except.iter().map(names::component).collect();
        found.push(format!("{}不在保修范围之内。", classes.join("、")));
    }
    found.extend(start(warranty));
    if let Some(date) = warranty.without_proof {
        found.push(format!(
            "无保修卡或购货凭证的，保修起算日为{}。",
            names::start(date)
        ));
    }
    if warranty.repair_days == RepairDays::Extend {
        found.push("修理占用的时间不计入，保修期相应顺延。".to_owned());
    }
    if let Some(months) = warranty.replaced_part_months {
        found.push(format!(
            "更换的部件保修期为{months}个月，原保修期剩余时间更长的，从其剩余时间。"
        ));
    }
    if warranty.territory == Territory::Domestic {
        found.push("本条仅适用于在中国境内销售的产品。".to_owned());
    }
    found
}

/// The second limit: 或自出厂日起30个月，以先到者为准.
fn other(warranty: &WarrantyTerm) -> String {
    let Some(other) = &warranty.or_term else {
        return String::new();
    };
    let length = match other.term.known() {
        Some(Term::Lifetime) => "终身".to_owned(),
        Some(Term::Period(limit)) => limit_in_words(*limit),
        Some(Term::Seasons(count)) => format!("{count}个采暖季"),
        None => BLANK.to_owned(),
    };
    let dates: Vec<&str> = other
        .starts_from
        .iter()
        .map(|date| names::start(*date))
        .collect();
    let from = match dates.as_slice() {
        [] => String::new(),
        [only] => format!("自{only}起"),
        [first, later @ ..] => format!("自{first}（没有的依次以{}计）起", later.join("、")),
    };
    let whichever = match other.whichever {
        Whichever::First => "以先到者为准",
        Whichever::Last => "以后到者为准",
    };
    format!("，或{from}{length}，{whichever}")
}

/// What is covered, as it opens a sentence. A component without a common name is called what the clause's heading calls
/// it: 主机头保修期 is about the 主机头.
pub(super) fn subject(clause: &Clause, covers: &Covered) -> String {
    match covers {
        Covered::WholeUnit { .. } => "整机".to_owned(),
        Covered::Component { class } => names::common(class)
            .map(str::to_owned)
            .or_else(|| called(&clause.heading))
            .unwrap_or_else(|| names::component(class)),
        Covered::Software => "软件".to_owned(),
    }
}

/// What a heading such as 主机头保修期 speaks of.
fn called(heading: &str) -> Option<String> {
    let thing = ["保修期", "质保期"]
        .iter()
        .find_map(|term| heading.trim().strip_suffix(term))?;
    let is_name =
        |char: char| char.is_alphabetic() || char.is_ascii_digit() || "、（）".contains(char);
    (!thing.is_empty() && thing.chars().all(is_name)).then(|| thing.to_owned())
}

fn start(warranty: &WarrantyTerm) -> Option<String> {
    let dates: Vec<&str> = warranty
        .starts_from
        .iter()
        .map(|date| names::start(*date))
        .collect();
    match dates.as_slice() {
        [] => None,
        [only] => Some(format!("保修起算日为{only}。")),
        several => Some(format!(
            "保修起算日依次为{}，前一日期没有的以后一日期计。",
            several.join("、")
        )),
    }
}

#[cfg(test)]
mod tests {
    use super::called;

    #[test]
    fn a_part_is_called_what_its_heading_calls_it() {
        for (heading, part) in [
            ("主机头保修期", Some("主机头")),
            (
                "主机头（螺杆转子组件）质保期",
                Some("主机头（螺杆转子组件）"),
            ),
            ("增压泵、主板保修期", Some("增压泵、主板")),
            ("保修期", None),
            ("“part-2”部件保修期", None),
        ] {
            assert_eq!(called(heading).as_deref(), part, "{heading}");
        }
    }
}
