//! A hundred thousand units come in a spreadsheet: first with bad rows, which are told, then without.

use std::time::Instant;

use app::sheets::{self, Book, Step};
use documents::sheet::{Column, Kind, Layout, Title, write_table};
use domain::access::Role;
use store::counted;
use testkit::Place;

use crate::company::Company;
use crate::measure::Results;

/// One row in so many is bad.
const BAD_EVERY: usize = 100;

pub(crate) async fn measure(company: &Company, results: &mut Results) {
    let rows: usize = crate::setting("JIANNUO_BENCH_UNITS", "100000")
        .parse()
        .expect("JIANNUO_BENCH_UNITS is a number");
    let ctx = company.world.ctx(Role::ServiceManager, Place::West);
    for (what, bad, step) in [
        (
            "units from a spreadsheet, bad rows told",
            true,
            Step::Preview,
        ),
        ("units from a spreadsheet, written", false, Step::Commit),
    ] {
        let file = workbook(company, rows, bad);
        let start = Instant::now();
        let import = Box::pin(sheets::import(&ctx, Book::Units, file, step));
        let (report, counts) = counted(import).await;
        let took = start.elapsed();
        let report = report.unwrap();
        assert_eq!(report.rows, rows);
        assert_eq!(
            report.bad_rows,
            if bad { rows.div_ceil(BAD_EVERY) } else { 0 }
        );
        assert_eq!(report.committed, !bad);
        results.note(
            what,
            vec![took],
            Some(counts),
            format!("{rows} rows, {} bad", report.bad_rows),
        );
    }
}

fn workbook(company: &Company, rows: usize, bad: bool) -> Vec<u8> {
    let column = |key, zh| Column::written(key, zh, key, Kind::Text);
    let layout = Layout {
        name: Title {
            zh: "设备",
            en: "Units",
        },
        columns: vec![
            column("model", "产品型号"),
            column("serial", "序列号"),
            column("customer", "客户编号或名称"),
            column("accepted", "验收日期"),
        ],
    };
    let serials: Vec<String> = (0..rows).map(|number| format!("IMP-{number:07}")).collect();
    let cells = serials.iter().enumerate().map(|(number, serial)| {
        let is_bad = bad && number % BAD_EVERY == 0;
        let day = if is_bad { "2026-02-30" } else { "2026-01-05" };
        vec![
            &*company.product_model,
            serial,
            &*company.customer_number,
            day,
        ]
    });
    write_table(&layout, "zh", cells).unwrap()
}
