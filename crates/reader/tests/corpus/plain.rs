//! Plain sentences with one promise each, as `golden/reader/grammar.txt` and `golden/reader/milestones.txt` list them, made samples.

use super::markup::{Expected, Sample};
use super::table::section;

/// Each wording with the first way of writing each length, and each pair of milestones.
pub(crate) fn samples(grammar: &str, milestones: &str) -> Vec<Sample> {
    let mut samples: Vec<Sample> = milestones
        .lines()
        .skip(1)
        .filter(|line| !line.is_empty())
        .map(|line| {
            let mut cells = line.splitn(4, ' ');
            let mut cell = || cells.next().expect("a row is from, to, limit, sentence");
            let (from, to, limit) = (cell(), cell(), cell());
            let fields = vec![format!("{from}>{to}"), limit.to_owned()];
            sample("", cell(), "time_limit", fields)
        })
        .collect();
    let (limits, terms) = (
        section(grammar, "lengths of limits"),
        section(grammar, "lengths of terms"),
    );
    for (wordings, lengths, kind) in [
        ("limits", &limits, "time_limit"),
        ("terms", &terms, "warranty_term"),
    ] {
        for wording in section(grammar, wordings) {
            for length in lengths {
                let sentence = wording[1].replace("{}", length[1]);
                let mut said = length[0].split(' ');
                let iso = said.next().unwrap_or_default().to_owned();
                let mut fields = vec![iso];
                if kind == "time_limit" {
                    fields.insert(0, wording[0].to_owned());
                }
                fields.extend(said.map(str::to_owned));
                samples.push(sample("售后服务方案\n", &sentence, kind, fields));
            }
        }
    }
    samples
}

fn sample(title: &str, sentence: &str, kind: &str, fields: Vec<String>) -> Sample {
    let start = title.chars().count();
    Sample {
        text: format!("{title}{sentence}"),
        expected: vec![Expected {
            kind: kind.to_owned(),
            fields,
            span: (start, start + sentence.chars().count()),
            quote: sentence.to_owned(),
        }],
        plans: None,
        skipped: None,
        problems: Vec::new(),
    }
}
