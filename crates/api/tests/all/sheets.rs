//! Spreadsheets of master data: every row of a file or none, with every bad row told.

use axum::http::StatusCode;
use serde_json::{Value, json};
use testkit::{World, on_both_engines};

use crate::client::{Answer, Client};
use crate::master_data::Desk;

async fn send(client: &Client, book: &str, step: &str, csv: &str) -> Answer {
    let path = format!("/api/sheets/{book}/import?step={step}");
    client
        .call(axum::http::Method::POST, &path)
        .bytes("application/octet-stream", csv.to_owned())
        .send()
        .await
}

fn counts(answer: &Answer) -> (&Value, &Value, &Value, &Value) {
    let body = &answer.body;
    (
        &body["rows"],
        &body["new_rows"],
        &body["bad_rows"],
        &body["committed"],
    )
}

#[tokio::test]
async fn a_file_is_written_whole_once_and_changes_nothing_again() {
    on_both_engines(async |db| {
        let desk = Desk::open(&World::on(db).await).await;
        let csv = "客户名称,客户电话,地点名称,地点地址,联系人,联系人电话\n\
            海棠制药,021-6666 0001,一厂,青浦路 1 号,林涛,13900000001\n\
            海棠制药,021-6666 0001,二厂,松江路 2 号,,\n\
            云栖酒店,010-8888 6666,主楼,湖滨路 8 号,,\n";
        let preview = send(&desk.manager, "customers", "preview", csv).await;
        assert_eq!(
            counts(&preview),
            (&json!(3), &json!(3), &json!(0), &json!(false)),
            "{}",
            preview.body
        );
        let list = desk.manager.get("/api/customers").send().await;
        assert_eq!(
            list.body["items"].as_array().unwrap().len(),
            1,
            "a preview writes nothing"
        );
        let done = send(&desk.manager, "customers", "commit", csv).await;
        assert_eq!(
            counts(&done),
            (&json!(3), &json!(3), &json!(0), &json!(true)),
            "{}",
            done.body
        );
        let again = send(&desk.manager, "customers", "commit", csv).await;
        assert_eq!(
            (&again.body["new_rows"], &again.body["known_rows"]),
            (&json!(0), &json!(3)),
            "{}",
            again.body
        );
        let found = desk.manager.get("/api/customers?q=0001").send().await;
        assert_eq!(found.body["items"][0]["name"], "海棠制药");
        let path = format!(
            "/api/customers/{}",
            found.body["items"][0]["id"].as_str().unwrap()
        );
        let whole = desk.manager.get(&path).send().await.body;
        assert_eq!(whole["sites"].as_array().unwrap().len(), 2);
        assert_eq!(whole["contacts"][0]["phone"], "13900000001");
    })
    .await;
}

#[tokio::test]
async fn one_bad_row_keeps_the_whole_file_out() {
    on_both_engines(async |db| {
        let desk = Desk::open(&World::on(db).await).await;
        let csv = "产品型号,序列号,客户编号或名称,验收日期,出厂日期,部件,保修卡\n\
            P-100,SN-1,云栖酒店,2026-01-05,,灯泡:B-1,有\n\
            P-100,SN-2,云栖酒店,2026-02-30,,,\n\
            P-999,SN-3,云栖酒店,,,,\n\
            P-100,SN-1,云栖酒店,,,,\n\
            P-100,SN-5,无名客户,,,,\n\
            P-100,SN-6,云栖酒店,2026-01-05,2026-03-01,,也许\n\
            P-100,SN-7,云栖酒店,2026-01-05,2026-03-01,马达:M-1,\n";
        let refused = send(&desk.manager, "units", "commit", csv).await;
        assert_eq!(refused.status, StatusCode::OK, "{}", refused.body);
        assert_eq!(refused.body["committed"], false);
        let problems = refused.body["problems"].as_array().unwrap();
        let places: Vec<(u64, &str)> = problems
            .iter()
            .map(|one| {
                (
                    one["line"].as_u64().unwrap(),
                    one["column"].as_str().unwrap(),
                )
            })
            .collect();
        let expected = [
            (3, "Accepted"),
            (4, "Model"),
            (5, "Serial number"),
            (6, "Customer number or name"),
            (7, "Warranty card"),
            (8, "Accepted"),
            (8, "Components"),
        ];
        assert_eq!(places, expected, "{}", refused.body);
        let list = desk.manager.get("/api/units").send().await;
        assert_eq!(list.body["items"], json!([]));
        let good: String = csv.split_inclusive('\n').take(2).collect();
        let done = send(&desk.manager, "units", "commit", &good).await;
        assert_eq!(
            counts(&done),
            (&json!(1), &json!(1), &json!(0), &json!(true)),
            "{}",
            done.body
        );
        let found = desk.manager.get("/api/units?q=B-1").send().await;
        assert_eq!(found.body["items"][0]["number"], "SB-20261122-0001");
        let other = good.replace("2026-01-05", "2026-01-06");
        let other = send(&desk.manager, "units", "commit", &other).await;
        assert_eq!(
            other.body["bad_rows"], 1,
            "what is on file is never changed by a file: {}",
            other.body
        );
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_two_files_at_once_the_second_says_which_row_met_what() {
    on_both_engines(async |db| {
        let desk = Desk::open(&World::on(db).await).await;
        for round in 0..4 {
            let file = |name: &str| format!("产品型号,产品名称\nX-{round},{name}\nY-{round},灯\n");
            let (lamp, torch) = (file("灯"), file("手电"));
            let (one, other) = tokio::join!(
                send(&desk.manager, "products", "commit", &lamp),
                send(&desk.manager, "products", "commit", &torch)
            );
            assert_eq!(
                (one.status, other.status),
                (StatusCode::OK, StatusCode::OK),
                "{} {}",
                one.body,
                other.body
            );
            let (first, second) = if one.body["committed"] == true {
                (one, other)
            } else {
                (other, one)
            };
            assert_eq!(first.body["new_rows"], 2, "{}", first.body);
            assert_eq!(
                (&second.body["known_rows"], &second.body["bad_rows"]),
                (&json!(1), &json!(1)),
                "{}",
                second.body
            );
            let met = &second.body["problems"][0];
            assert_eq!(met["line"], 2, "{met}");
            let same =
                "客户名称,客户电话\n海棠制药,010-8888 000".to_owned() + &round.to_string() + "\n";
            let (one, other) = tokio::join!(
                send(&desk.manager, "customers", "commit", &same),
                send(&desk.manager, "customers", "commit", &same)
            );
            let new = |answer: &Answer| {
                answer.body["new_rows"]
                    .as_i64()
                    .unwrap_or_else(|| panic!("{}", answer.body))
            };
            assert_eq!(
                new(&one) + new(&other),
                1,
                "one customer, whoever was first: {} {}",
                one.body,
                other.body
            );
        }
    })
    .await;
}

#[tokio::test]
async fn an_export_reads_back_as_nothing_new() {
    on_both_engines(async |db| {
        let desk = Desk::open(&World::on(db).await).await;
        let csv = "产品型号,序列号,客户编号或名称,验收日期,部件\nP-100,=SN-1,云栖酒店,2026-01-05,灯泡:B-1\n";
        send(&desk.manager, "units", "commit", csv).await;
        for book in ["customers", "products", "units"] {
            let bytes = desk.manager.get(&format!("/api/sheets/{book}/export")).bytes_of().await;
            let path = format!("/api/sheets/{book}/import?step=commit");
            let again = desk.manager.call(axum::http::Method::POST, &path).bytes("application/octet-stream", bytes).send().await;
            assert_eq!((&again.body["known_rows"], &again.body["bad_rows"]), (&json!(1), &json!(0)), "{book}: {}", again.body);
        }
        let broken = send(&desk.manager, "units", "commit", "PK\u{3}\u{4} no archive").await;
        assert_eq!(broken.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", broken.body);
    })
    .await;
}

#[tokio::test]
async fn the_bad_rows_come_back_as_they_were_sent_and_once_mended_all_are_taken() {
    on_both_engines(async |db| {
        let desk = Desk::open(&World::on(db).await).await;
        let csv = "部件,产品型号,序列号,客户编号或名称,验收日期\n\
            灯泡:B-1,P-100,SN-1,云栖酒店,2026-01-05\n\
            ,P-100,SN-2,云栖酒店,2026-02-30\n\
            ,P-999,=SN-3,云栖酒店,\n";
        let path = "/api/sheets/units/report";
        let post = |bytes: Vec<u8>, path: &'static str| {
            let call = desk.manager.call(axum::http::Method::POST, path);
            call.bytes("application/octet-stream", bytes)
        };
        let book = post(csv.as_bytes().to_vec(), path).bytes_of().await;
        let mut table = cells(&book);
        assert_eq!(
            table[0],
            [
                "Row",
                "What is wrong",
                "部件",
                "产品型号",
                "序列号",
                "客户编号或名称",
                "验收日期"
            ]
        );
        assert_eq!(table[1][1..4], ["", "灯泡:B-1", "P-100"]);
        assert_eq!(
            (table[2][0].as_str(), table[2][6].as_str()),
            ("3", "2026-02-30")
        );
        assert!(table[2][1].starts_with("Accepted: "), "{:?}", table[2]);
        assert!(table[3][1].starts_with("Model: "), "{:?}", table[3]);
        assert_eq!(table[3][3..5], ["P-999", "'=SN-3"], "no formula");
        table[2][6] = "2026-02-28".into();
        table[3][3] = "P-100".into();
        let mended = mend(&table);
        let done = post(mended, "/api/sheets/units/import?step=commit")
            .send()
            .await;
        assert_eq!(
            counts(&done),
            (&json!(3), &json!(3), &json!(0), &json!(true)),
            "{}",
            done.body
        );
        let found = desk.manager.get("/api/units?q=%3DSN-3").send().await;
        assert_eq!(found.body["items"][0]["serial"], "=SN-3");
        let good = post(
            csv.lines()
                .take(2)
                .collect::<Vec<_>>()
                .join("\n")
                .into_bytes(),
            path,
        );
        assert_eq!(
            cells(&good.bytes_of().await).len(),
            1,
            "a good file has no bad rows"
        );
    })
    .await;
}

/// The cells of the first sheet.
fn cells(book: &[u8]) -> Vec<Vec<String>> {
    use calamine::{Reader as _, Xlsx};
    let mut book = Xlsx::new(std::io::Cursor::new(book)).unwrap();
    let sheet = book.worksheet_range_at(0).unwrap().unwrap();
    let rows = sheet.rows();
    rows.map(|row| row.iter().map(ToString::to_string).collect())
        .collect()
}

/// The same as text with separators, as a spreadsheet program saves it.
fn mend(table: &[Vec<String>]) -> Vec<u8> {
    let line = |row: &Vec<String>| {
        let cells = row
            .iter()
            .map(|cell| format!("\"{}\"", cell.replace('"', "\"\"")));
        cells.collect::<Vec<_>>().join(",")
    };
    table
        .iter()
        .map(line)
        .collect::<Vec<_>>()
        .join("\n")
        .into_bytes()
}

#[tokio::test]
async fn a_file_with_the_headings_of_another_program_is_taken_in() {
    on_both_engines(async |db| {
        let desk = Desk::open(&World::on(db).await).await;
        let csv = "*单位名称,ＴＥＬ,Location,详细地址（必填）,联系人姓名,联系人手机\n\
            海棠制药,021-6666 0001,一厂,青浦路 1 号,林涛,13900000001\n";
        let done = send(&desk.manager, "customers", "commit", csv).await;
        let written = (&json!(1), &json!(1), &json!(0), &json!(true));
        assert_eq!(counts(&done), written, "{}", done.body);
        let units = "机型,S/N,使用单位,验收合格日期\nP-100,SN-1,海棠制药,2026-01-05\n";
        let done = send(&desk.manager, "units", "commit", units).await;
        assert_eq!(counts(&done), written, "{}", done.body);
    })
    .await;
}

#[tokio::test]
async fn a_heading_nobody_knows_is_named_with_the_nearest_known_ones() {
    on_both_engines(async |db| {
        let desk = Desk::open(&World::on(db).await).await;
        let csv = "客户名字,颜色,客户电话,\n海棠制药,红,021-6666 0001,?\n";
        let refused = send(&desk.manager, "customers", "preview", csv).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        let told: Vec<&str> = refused.body["errors"]
            .as_array()
            .unwrap()
            .iter()
            .map(|one| one["message"].as_str().unwrap())
            .collect();
        assert_eq!(told[0], "Columns are missing: Name. Take the template.");
        assert!(
            told[1].contains("“客户名字”") && told[1].contains("Name"),
            "{told:?}"
        );
        assert!(told[2].contains("“颜色”"), "{told:?}");
        assert!(told[3].starts_with("Column D has content"), "{told:?}");
        assert!(told[4].contains("Telephone, Mail"), "{told:?}");
    })
    .await;
}

#[tokio::test]
async fn an_address_without_the_name_of_a_site_is_named_after_the_customer() {
    on_both_engines(async |db| {
        let desk = Desk::open(&World::on(db).await).await;
        let csv = "客户名称,客户电话,地点地址\n海棠制药,021-6666 0001,海棠路 1 号\n海棠制药,021-6666 0001,海棠路 9 号\n\
            海棠制药,021-6666 0001,海棠路 1 号\n";
        let done = send(&desk.manager, "customers", "commit", csv).await;
        assert_eq!(done.status, StatusCode::OK, "{}", done.body);
        let found = desk.manager.get("/api/customers").send().await.body;
        let mut found = found["items"].as_array().unwrap().iter();
        let found = found.find(|one| one["name"] == "海棠制药").unwrap();
        let path = format!("/api/customers/{}", found["id"].as_str().unwrap());
        let sites = desk.manager.get(&path).send().await.body["sites"].clone();
        let mut told: Vec<_> = sites.as_array().unwrap().iter().map(|site| (&site["name"], &site["address"])).collect();
        told.sort_by_key(|(name, _)| name.as_str());
        let (one, two) = (json!("海棠制药"), json!("海棠制药 2"));
        let (first, second) = (json!("海棠路 1 号"), json!("海棠路 9 号"));
        assert_eq!(told, [(&one, &first), (&two, &second)], "{sites}");
        // The same file again adds nothing.
        let again = send(&desk.manager, "customers", "preview", csv).await;
        assert_eq!((&again.body["new_rows"], &again.body["problems"]), (&json!(0), &json!([])), "{}", again.body);
    })
    .await;
}
