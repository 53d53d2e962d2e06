//! Many cases out of a few: the rows of model cases are copied inside the database, each copy with ids of its own.

use std::time::Duration;

use store::Engine;

use crate::outside::Raw;

/// Digits at the beginning of an id that tell copies apart: where an id has its time, so that those of one copy lie
/// together, as those of one day do.
const DIGITS: usize = 12;
/// Digits of an id.
const ID_DIGITS: usize = 32;
const KEPT_DIGITS: usize = ID_DIGITS - DIGITS;

/// How one table is copied: its columns that differ from the model's, and which of its rows are models.
struct Table {
    name: &'static str,
    /// Which rows are models.
    models: &'static str,
    /// Column and what stands in the copy; `m` is the model, `k` the copy.
    changed: &'static [(&'static str, Change)],
}

/// What a copy has in a column.
#[derive(Debug, Clone, Copy)]
enum Change {
    /// The id of the same thing in this copy of a case.
    OfCase,
    /// The id of the same thing in the copy of the market that the case belongs to.
    OfMarket,
    /// The same for somebody who owns a case; anybody else is the same person in every copy.
    OfMarketIfOwner,
    /// A promise as JSON, which names the facts that opened and ended it.
    PromiseOfCase,
    /// The model's text with the number of the copy of the case behind it.
    NumberedByCase,
    /// The model's text with the number of the copy of the market behind it.
    NumberedByMarket,
}
use Change::{NumberedByCase, NumberedByMarket, OfCase, OfMarket, OfMarketIfOwner, PromiseOfCase};

const ALL: &str = "1 = 1";
const OF_A_CASE: &str = "case_id IN (SELECT id FROM model_service_case)";
const OWNERS: &str = "id IN (SELECT owner_id FROM model_service_case)";

/// Whom cases are about and who owns them; copied once per market.
const MARKET: &[Table] = &[
    Table {
        name: "person",
        models: OWNERS,
        changed: &[
            ("id", OfMarket),
            ("login", NumberedByMarket),
            ("login_key", NumberedByMarket),
        ],
    },
    Table {
        name: "customer",
        models: ALL,
        changed: &[("id", OfMarket), ("number", NumberedByMarket)],
    },
    Table {
        name: "unit",
        models: ALL,
        changed: &[
            ("id", OfMarket),
            ("number", NumberedByMarket),
            ("public_code", NumberedByMarket),
            ("serial", NumberedByMarket),
            ("serial_key", NumberedByMarket),
            ("customer_id", OfMarket),
            ("agreement_id", OfMarket),
        ],
    },
    Table {
        name: "agreement",
        models: ALL,
        changed: &[
            ("id", OfMarket),
            ("number", NumberedByMarket),
            ("customer_id", OfMarket),
        ],
    },
    Table {
        name: "agreement_subject",
        models: ALL,
        changed: &[("agreement_id", OfMarket), ("subject_id", OfMarket)],
    },
];

/// Everything a case consists of; copied once per copy of a case.
const CASE: &[Table] = &[
    Table {
        name: "service_case",
        models: ALL,
        changed: &[
            ("id", OfCase),
            ("number", NumberedByCase),
            ("customer_id", OfMarket),
            ("unit_id", OfMarket),
            ("agreement_id", OfMarket),
            ("owner_id", OfMarket),
        ],
    },
    Table {
        name: "case_event",
        models: OF_A_CASE,
        changed: &[("case_id", OfCase), ("id", OfCase)],
    },
    Table {
        name: "case_obligation",
        models: OF_A_CASE,
        changed: &[
            ("case_id", OfCase),
            ("customer_id", OfMarket),
            ("agreement_id", OfMarket),
            ("owner_id", OfMarket),
            ("body", PromiseOfCase),
        ],
    },
    Table {
        name: "case_person",
        models: OF_A_CASE,
        changed: &[("case_id", OfCase), ("person_id", OfMarketIfOwner)],
    },
    Table {
        name: "case_mark",
        models: OF_A_CASE,
        changed: &[("case_id", OfCase), ("person_id", OfMarketIfOwner)],
    },
    Table {
        name: "job",
        models: "kind = 'case.alarm' AND subject IN (SELECT id FROM model_service_case)",
        changed: &[("subject", OfCase)],
    },
];

/// Copies every case there is `copies` times, spread evenly over `markets` copies of customers, units, agreements and
/// owners, and lets the engine look at what it has got. Nobody else writes meanwhile.
pub async fn multiply(engine: Engine, url: &str, copies: u32, markets: u32) {
    let mut copier = Copier::connect(engine, url, Kept::Market).await;
    copier.count_out(copies, markets).await;
    copier.keep_models(CASE, ALL).await;
    copier.keep_models(MARKET, ALL).await;
    for table in MARKET {
        copier
            .copy_sorted(table, &format!("k.n <= {markets}"))
            .await;
    }
    for table in CASE {
        copier.copy_sorted(table, ALL).await;
    }
    copier.forget(CASE.iter().chain(MARKET)).await;
    copier
        .run(match engine {
            Engine::Sqlite => "ANALYZE",
            Engine::Postgres => "VACUUM ANALYZE",
        })
        .await;
    copier.close().await;
}

/// Copies the cases made since an instant, in milliseconds, for the customers and owners that they have.
pub async fn multiply_latest(engine: Engine, url: &str, since_ms: i64, copies: u32) {
    let mut copier = Copier::connect(engine, url, Kept::Nothing).await;
    copier.count_out(copies, 1).await;
    let latest = format!("created_at >= {since_ms}");
    copier.keep_models(CASE, &latest).await;
    for table in CASE {
        copier.copy(table, ALL).await;
    }
    copier.forget(CASE.iter()).await;
    copier.close().await;
}

/// What has copies besides the cases.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kept {
    Market,
    Nothing,
}

/// A connection that copies rows.
#[derive(Debug)]
struct Copier {
    engine: Engine,
    conn: Raw,
    kept: Kept,
}

impl Copier {
    async fn connect(engine: Engine, url: &str, kept: Kept) -> Self {
        let conn = Raw::connect(url).await;
        let mut copier = Self { engine, conn, kept };
        copier.settle_in().await;
        copier
    }

    /// Makes the table of copies: their numbers, and what tells their ids apart.
    async fn count_out(&mut self, copies: u32, markets: u32) {
        self.run("CREATE TABLE copies (n BIGINT, tag TEXT, market TEXT)")
            .await;
        self.run(&format!(
            "INSERT INTO copies WITH RECURSIVE c (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < {copies}) \
             SELECT n, substr(CAST(1000000000000 + n AS TEXT), 2), \
             substr(CAST(1000000000000 + 1 + n % {markets} AS TEXT), 2) FROM c"
        ))
        .await;
    }

    async fn keep_models(&mut self, tables: &[Table], cases: &str) {
        for Table { name, models, .. } in tables {
            let wanted = if *name == "service_case" {
                cases
            } else {
                models
            };
            self.run(&format!(
                "CREATE TABLE model_{name} AS SELECT * FROM {name} WHERE {wanted}"
            ))
            .await;
        }
    }

    async fn forget(&mut self, tables: impl Iterator<Item = &Table>) {
        for table in tables {
            self.run(&format!("DROP TABLE model_{}", table.name)).await;
        }
        self.run("DROP TABLE copies").await;
    }

    async fn close(self) {
        self.conn.close().await;
    }

    /// What makes writing millions of rows fast, and is nobody's setting but this connection's.
    async fn settle_in(&mut self) {
        let settings: &[&str] = match self.engine {
            Engine::Sqlite => &[
                "PRAGMA synchronous = OFF",
                "PRAGMA foreign_keys = OFF",
                "PRAGMA cache_size = -1000000",
            ],
            Engine::Postgres => &[
                "SET session_replication_role = replica",
                "SET maintenance_work_mem = '512MB'",
                "SET max_parallel_maintenance_workers = 0",
            ],
        };
        for setting in settings {
            self.run(setting).await;
        }
    }

    /// Copies a table without its indexes and makes them anew: sorting once is faster than a million searches.
    async fn copy_sorted(&mut self, table: &Table, which: &str) {
        let indexes = self.indexes(table.name).await;
        for (index, _) in &indexes {
            self.run(&format!("DROP INDEX {index}")).await;
        }
        self.copy(table, which).await;
        for (_, make) in &indexes {
            self.run(make).await;
        }
    }

    async fn copy(&mut self, table: &Table, which: &str) {
        let name = table.name;
        let model = self
            .conn
            .table(&format!("SELECT * FROM model_{name} LIMIT 1"))
            .await;
        if model.rows.is_empty() {
            return;
        }
        let columns = model.columns;
        let values: Vec<String> = columns
            .iter()
            .map(|column| {
                let change = table
                    .changed
                    .iter()
                    .find(|(changed, _)| *changed == column.as_str());
                change.map_or_else(
                    || format!("m.{column}"),
                    |(_, change)| change.sql(column, self),
                )
            })
            .collect();
        self.run(&format!(
            "INSERT INTO {name} ({}) SELECT {} FROM copies k CROSS JOIN model_{name} m WHERE {which}",
            columns.join(", "),
            values.join(", ")
        ))
        .await;
    }

    /// The indexes of a table that are no constraints, with the statement that makes each.
    async fn indexes(&mut self, table: &str) -> Vec<(String, String)> {
        let list = match self.engine {
            Engine::Sqlite => format!(
                "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL AND tbl_name = '{table}'"
            ),
            Engine::Postgres => format!(
                "SELECT CAST(indexname AS TEXT), indexdef FROM pg_indexes WHERE schemaname = 'public' \
                 AND tablename = '{table}' AND indexname NOT IN (SELECT conname FROM pg_constraint)"
            ),
        };
        let rows = self.conn.table(&list).await.rows;
        rows.into_iter()
            .filter_map(|row| <[String; 2]>::try_from(row).ok())
            .map(|[name, make]| (name, make))
            .collect()
    }

    /// JSON in which a field names an event of the model, naming that of the copy; without one it stays.
    fn with_event_of_case(&self, json: &str, field: &str) -> String {
        let before = format!("\"{field}\":\"evt_");
        let at = match self.engine {
            Engine::Sqlite => format!("instr({json}, '{before}')"),
            Engine::Postgres => format!("strpos({json}, '{before}')"),
        };
        let length = before.len();
        format!(
            "CASE WHEN {at} = 0 THEN {json} ELSE substr({json}, 1, {at} + {length} - 1) || k.tag \
             || substr({json}, {at} + {length} + {DIGITS}) END"
        )
    }

    async fn run(&mut self, sql: &str) {
        self.conn.run(sql).await;
    }
}

impl Change {
    fn sql(self, column: &str, copier: &Copier) -> String {
        let copied = |tag: &str| {
            format!(
                "substr(m.{column}, 1, length(m.{column}) - {ID_DIGITS}) || k.{tag} \
                 || substr(m.{column}, length(m.{column}) - {KEPT_DIGITS} + 1)"
            )
        };
        match self {
            OfCase => copied("tag"),
            NumberedByCase => format!("m.{column} || '-' || k.tag"),
            PromiseOfCase => ["opened_by", "ended_by"]
                .iter()
                .fold(format!("m.{column}"), |body, names| {
                    copier.with_event_of_case(&body, names)
                }),
            OfMarket | OfMarketIfOwner | NumberedByMarket if copier.kept == Kept::Nothing => {
                format!("m.{column}")
            }
            OfMarket => copied("market"),
            OfMarketIfOwner => format!(
                "CASE WHEN m.{column} IN (SELECT owner_id FROM model_service_case) THEN {} ELSE m.{column} END",
                copied("market")
            ),
            NumberedByMarket => format!("m.{column} || '-' || k.market"),
        }
    }
}

/// The id that a thing has in a copy: of a case in copy `number` of the cases, of a customer, unit, agreement or person in
/// copy `number` of the market; both count from 1.
pub fn copy_of(id: &str, number: u32) -> String {
    let prefix = id.len().saturating_sub(ID_DIGITS);
    let kept = id.len().saturating_sub(KEPT_DIGITS);
    format!("{}{number:012}{}", &id[..prefix], &id[kept..])
}

/// A look at a database from outside the program, for benchmarks.
#[derive(Debug)]
pub struct Outside {
    conn: Raw,
}

impl Outside {
    pub async fn of(url: &str) -> Self {
        let conn = Raw::connect(url).await;
        Self { conn }
    }

    /// Rows of a table, as far as `condition` holds.
    pub async fn count(&mut self, table: &str, condition: &str) -> i64 {
        let sql = format!("SELECT CAST(COUNT(*) AS BIGINT) AS n FROM {table} WHERE {condition}");
        let counted = self.conn.table(&sql).await.rows.concat();
        counted.concat().parse().expect("a count is a number")
    }

    /// What LIKE finds in the searchable texts: the latest `limit` subjects.
    pub async fn like(&mut self, pattern: &str, limit: u32) -> Vec<String> {
        let sql = format!(
            "SELECT subject FROM search_doc WHERE text LIKE '{pattern}' ORDER BY doc DESC LIMIT {limit}"
        );
        self.conn.table(&sql).await.rows.concat()
    }

    /// Waits until no row of a table is left for which `condition` holds, looking every `pause`, at most `looks` times.
    pub async fn wait_until_none(
        &mut self,
        table: &str,
        condition: &str,
        pause: Duration,
        looks: u32,
    ) {
        for _ in 0..looks {
            if self.count(table, condition).await == 0 {
                return;
            }
            tokio::time::sleep(pause).await;
        }
        panic!("rows of {table} are left: {condition}");
    }

    /// PostgreSQL only: lets commits of the test cluster wait for the disk, as in operation, or not, as in tests.
    pub async fn durable(&mut self, durable: bool) {
        let value = if durable { "on" } else { "off" };
        for sql in [
            format!("ALTER SYSTEM SET fsync = {value}"),
            format!("ALTER SYSTEM SET full_page_writes = {value}"),
            "SELECT CAST(pg_reload_conf() AS TEXT)".to_owned(),
        ] {
            self.conn.run(&sql).await;
        }
    }

    /// Does what PostgreSQL's own housekeeping does in operation after many rows were written.
    pub async fn settle(&mut self, engine: Engine) {
        let sql = match engine {
            Engine::Sqlite => "ANALYZE",
            Engine::Postgres => "VACUUM ANALYZE",
        };
        self.conn.run(sql).await;
    }

    pub async fn close(self) {
        self.conn.close().await;
    }
}
