use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::OnceLock;

use crate::lock;

/// The address of the test cluster: from `JIANNUO_TEST_POSTGRES`, or of one that is started here and left
/// running for the next test process (`scripts/postgres.sh stop` ends it).
pub(crate) fn cluster() -> &'static str {
    static URL: OnceLock<String> = OnceLock::new();
    URL.get_or_init(|| match std::env::var("JIANNUO_TEST_POSTGRES") {
        Ok(url) if !url.is_empty() => url,
        _ => {
            let _held = lock::lock("postgres");
            start()
        }
    })
}

/// The address of another database of the same cluster.
pub(crate) fn database(url: &str, name: &str) -> String {
    let (base, query) = url
        .split_once('?')
        .map_or((url, ""), |(base, query)| (base, query));
    let (server, _) = base.rsplit_once('/').expect("the address names a database");
    format!("{server}/{name}?{query}")
}

fn start() -> String {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../scripts/postgres.sh");
    let output = Command::new(&script)
        .arg("start")
        .stdin(Stdio::null())
        .output()
        .unwrap_or_else(|error| panic!("{} does not run: {error}", script.display()));
    assert!(
        output.status.success(),
        "PostgreSQL did not start, and tests never skip an engine: {}",
        String::from_utf8_lossy(&output.stderr)
    );
    String::from_utf8_lossy(&output.stdout).trim().to_owned()
}
