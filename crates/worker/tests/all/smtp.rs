//! A mail server of a few lines, which keeps what it is given.

use std::sync::{Arc, Mutex};

use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;

/// Listens until dropped. A recipient that begins with `nobody` is refused for good, one that begins with `later` for
/// now, a sender that begins with `stranger` and every password for good; a letter to `hangup` is taken and the connection dropped before the answer.
pub(crate) struct Smtp {
    pub(crate) port: u16,
    letters: Arc<Mutex<Vec<String>>>,
    task: JoinHandle<()>,
}

impl Smtp {
    pub(crate) async fn start(port: u16) -> Self {
        let listener = TcpListener::bind(("127.0.0.1", port)).await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let letters = Arc::new(Mutex::new(Vec::new()));
        let kept = letters.clone();
        let task = tokio::spawn(async move {
            loop {
                let (stream, _) = listener.accept().await.unwrap();
                tokio::spawn(talk(stream, kept.clone()));
            }
        });
        Self {
            port,
            letters,
            task,
        }
    }

    pub(crate) fn letters(&self) -> Vec<String> {
        self.letters.lock().unwrap().clone()
    }
}

impl Drop for Smtp {
    fn drop(&mut self) {
        self.task.abort();
    }
}

async fn talk(stream: TcpStream, letters: Arc<Mutex<Vec<String>>>) {
    let (reading, mut writing) = stream.into_split();
    let mut lines = BufReader::new(reading).lines();
    let mut hangs_up = false;
    writing.write_all(b"220 test\r\n").await.unwrap();
    while let Ok(Some(line)) = lines.next_line().await {
        let word = line.get(..4).unwrap_or_default().to_uppercase();
        let answer = match word.as_str() {
            "EHLO" => "250-test\r\n250 AUTH PLAIN LOGIN",
            "AUTH" => "535 wrong password",
            "MAIL" if line.contains("<stranger") => "550 no such sender",
            "RCPT" if line.contains("<nobody") => "550 no such person",
            "RCPT" if line.contains("<later") => "451 try later",
            "RCPT" => {
                hangs_up = line.contains("<hangup");
                "250 ok"
            }
            "DATA" => {
                writing.write_all(b"354 go on\r\n").await.unwrap();
                let mut letter = String::new();
                while let Ok(Some(line)) = lines.next_line().await {
                    if line == "." {
                        break;
                    }
                    letter.push_str(&line);
                    letter.push('\n');
                }
                letters.lock().unwrap().push(letter);
                if hangs_up {
                    return;
                }
                "250 taken"
            }
            "QUIT" => "221 bye",
            _ => "250 ok",
        };
        if writing
            .write_all(format!("{answer}\r\n").as_bytes())
            .await
            .is_err()
            || word == "QUIT"
        {
            return;
        }
    }
}
