//! The program itself, as a process that is killed and started again.

use std::io::{BufRead, BufReader};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};

/// An installation: a folder, and a database beside it or somewhere else.
#[derive(Debug, Clone)]
pub(crate) struct Installation {
    pub(crate) data: PathBuf,
    pub(crate) database: Option<String>,
}

/// A serving process; killed when it goes out of sight.
#[derive(Debug)]
pub(crate) struct Server {
    child: Child,
    pub(crate) address: SocketAddr,
    /// The password of the first administrator, at the first start.
    pub(crate) password: Option<String>,
}

impl Installation {
    fn arguments(&self) -> Vec<String> {
        let mut arguments = vec!["--data".to_owned(), self.data.display().to_string()];
        if let Some(database) = &self.database {
            arguments.extend(["--database".to_owned(), database.clone()]);
        }
        arguments
    }

    pub(crate) fn run(&self, command: &[&str]) -> Output {
        Command::new(env!("CARGO_BIN_EXE_jiannuo"))
            .args(command)
            .args(self.arguments())
            .env("LC_ALL", "en_US.UTF-8")
            .output()
            .expect("the program starts")
    }

    /// Starts the service and the worker in one process.
    pub(crate) fn serve(&self) -> Server {
        let mut child = Command::new(env!("CARGO_BIN_EXE_jiannuo"))
            .args(["serve", "--listen", "127.0.0.1:0"])
            .args(self.arguments())
            .env("JIANNUO_LOG", "warn")
            .stdout(Stdio::piped())
            .stderr(Stdio::inherit())
            .spawn()
            .expect("the program starts");
        let out = child.stdout.take().expect("it is piped");
        let (mut address, mut password) = (None, None);
        for line in BufReader::new(out).lines().map_while(Result::ok) {
            if let Some((_, given)) = line.split_once("sign in as admin with ") {
                password = Some(given.trim().to_owned());
            }
            if let Some(given) = line.strip_prefix("Jiannuo serves on http://") {
                address = given.parse().ok();
                break;
            }
        }
        Server {
            child,
            address: address.expect("it says where it serves"),
            password,
        }
    }
}

impl Server {
    /// As the power would do it.
    pub(crate) fn kill(&mut self) {
        self.child.kill().expect("it runs");
        self.child.wait().expect("it ends");
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It may have been killed before.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// An installation on the embedded database.
pub(crate) fn embedded(folder: &Path) -> Installation {
    Installation {
        data: folder.to_owned(),
        database: None,
    }
}
