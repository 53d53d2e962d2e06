//! The program itself: how fast it starts, and what it holds in memory while eight people work with it.

use std::net::{SocketAddr, TcpListener};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use domain::access::Role;
use testkit::{Place, TestDb, World};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

use crate::company::Company;
use crate::measure::Results;

const STARTS: usize = 5;
const CONNECTIONS: u32 = 8;
const LOAD: Duration = Duration::from_secs(5);
/// Looks for the first answer, two milliseconds apart: ten seconds.
const LOOKS: u32 = 5_000;

/// The program while it runs; ended with the benchmark.
struct Program {
    child: Child,
    address: SocketAddr,
}

impl Drop for Program {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

pub(crate) async fn measure(db: &TestDb, company: &Company, results: &mut Results) {
    let mut times = Vec::new();
    for _ in 0..STARTS {
        let start = Instant::now();
        let program = Program::start(db.url(), db.folder()).await;
        times.push(start.elapsed());
        drop(program);
    }
    results.note(
        "cold start until the first answer",
        times,
        None,
        String::new(),
    );
    let program = Program::start(db.url(), db.folder()).await;
    let idle = program.memory("VmRSS");
    let cookie = program.sign_in().await;
    let each = (0..CONNECTIONS).map(|number| program.load(company, &cookie, number));
    let times: Vec<Duration> = futures::future::join_all(each).await.concat();
    let note = format!(
        "{} requests; resident {} at the start, {} after, {} at most",
        times.len(),
        idle,
        program.memory("VmRSS"),
        program.memory("VmHWM")
    );
    results.note("requests at 8 connections over HTTP", times, None, note);
}

impl Program {
    async fn start(database: &str, data: &Path) -> Self {
        let free = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = free.local_addr().unwrap();
        drop(free);
        let child = Command::new(env!("CARGO_BIN_EXE_jiannuo"))
            .arg("serve")
            .arg("--data")
            .arg(data)
            .arg("--database")
            .arg(database)
            .arg("--listen")
            .arg(address.to_string())
            .env("JIANNUO_LOG", "warn")
            .stdout(Stdio::null())
            .spawn()
            .unwrap();
        let program = Self { child, address };
        for _ in 0..LOOKS {
            if TcpStream::connect(address).await.is_ok() {
                let (status, _) = program.ask("GET", "/readyz", "", "").await;
                assert_eq!(status, 200);
                return program;
            }
            tokio::time::sleep(Duration::from_millis(2)).await;
        }
        panic!("the program does not answer");
    }

    async fn sign_in(&self) -> String {
        let login = World::login(Role::ServiceManager, Place::East);
        let body = serde_json::json!({ "login": login, "password": World::PASSWORD });
        let (status, answer) = self
            .ask("POST", "/api/session", "", &body.to_string())
            .await;
        assert_eq!(status, 200, "{answer}");
        let cookie = answer
            .lines()
            .find_map(|line| line.strip_prefix("set-cookie: "))
            .and_then(|cookie| cookie.split(';').next());
        cookie.unwrap().to_owned()
    }

    /// What somebody at the desk does, again and again.
    async fn load(&self, company: &Company, cookie: &str, number: u32) -> Vec<Duration> {
        let mut times = Vec::new();
        let until = Instant::now() + LOAD;
        while Instant::now() < until {
            let case =
                company.open_case(u32::try_from(times.len()).unwrap() * CONNECTIONS + number);
            let paths = [
                "/api/cases?limit=50".to_owned(),
                format!("/api/cases/{case}"),
                "/api/search?q=%E5%8C%BB%E9%99%A2".to_owned(),
                "/api/cases?mine=true".to_owned(),
            ];
            let path = &paths[times.len() % paths.len()];
            let start = Instant::now();
            let (status, answer) = self.ask("GET", path, cookie, "").await;
            times.push(start.elapsed());
            // A case of the other branch is none of this person's.
            assert!(status == 200 || status == 404, "{path}: {answer}");
        }
        times
    }

    /// One request on a connection of its own: its status and the whole answer.
    async fn ask(&self, method: &str, path: &str, cookie: &str, body: &str) -> (u16, String) {
        let request = format!(
            "{method} {path} HTTP/1.1\r\nhost: {}\r\nconnection: close\r\ncookie: {cookie}\r\nx-jiannuo: 1\r\n\
             content-type: application/json\r\ncontent-length: {}\r\n\r\n{body}",
            self.address,
            body.len()
        );
        let mut stream = TcpStream::connect(self.address).await.unwrap();
        stream.write_all(request.as_bytes()).await.unwrap();
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).await.unwrap();
        let answer = String::from_utf8_lossy(&answer).into_owned();
        let status = answer.split(' ').nth(1).and_then(|word| word.parse().ok());
        (status.unwrap(), answer)
    }

    /// A line of what the kernel says of the process, such as `VmRSS`: resident memory.
    fn memory(&self, line: &str) -> String {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id()));
        let status = status.unwrap_or_default();
        let found = status.lines().find_map(|text| text.strip_prefix(line));
        let kilobytes = found
            .and_then(|text| text.split_whitespace().nth(1))
            .and_then(|text| text.parse::<u64>().ok());
        kilobytes.map_or_else(
            || "unknown".to_owned(),
            |kilobytes| format!("{} MB", kilobytes / 1024),
        )
    }
}
