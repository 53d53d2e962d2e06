//! The tracked files of the repository, and the passages of them that a rule forbids.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

/// A tracked text file.
pub(crate) struct Source {
    /// Path from the top of the repository, with forward slashes.
    pub(crate) path: String,
    pub(crate) text: String,
}

impl Source {
    pub(crate) fn is_in(&self, folder: &str) -> bool {
        self.path.starts_with(folder)
    }

    pub(crate) fn has_extension(&self, wanted: &[&str]) -> bool {
        Path::new(&self.path)
            .extension()
            .is_some_and(|extension| wanted.iter().any(|each| extension == *each))
    }
}

pub(crate) fn top() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .ancestors()
        .nth(2)
        .expect("this crate is two folders below the top of the repository")
        .to_path_buf()
}

/// Every tracked text file that people write: not the lock files, not what .gitattributes marks as generated.
pub(crate) fn written_by_hand() -> Vec<Source> {
    let tracked = git(&["ls-files"], "");
    let generated = git(&["check-attr", "--stdin", "linguist-generated"], &tracked);
    let generated: Vec<&str> = generated
        .lines()
        .filter_map(|line| line.strip_suffix(": linguist-generated: true"))
        .collect();
    let sources: Vec<Source> = tracked
        .lines()
        .filter(|path| !generated.contains(path))
        .filter_map(|path| {
            let text = fs::read_to_string(top().join(path)).ok()?;
            Some(Source {
                path: path.to_owned(),
                text,
            })
        })
        .collect();
    assert!(sources.len() > 20, "the repository's files were not found");
    sources
}

/// Lines that a rule forbids, as `path:line: text`.
pub(crate) fn lines_where(
    sources: &[Source],
    forbidden: impl Fn(&Source, &str) -> bool,
) -> Vec<String> {
    let mut found = Vec::new();
    for source in sources {
        for (index, line) in source.text.lines().enumerate() {
            if forbidden(source, line) {
                found.push(format!("{}:{}: {}", source.path, index + 1, line.trim()));
            }
        }
    }
    found
}

#[track_caller]
pub(crate) fn expect_none(found: &[String], rule: &str) {
    assert!(found.is_empty(), "{rule}\n  {}", found.join("\n  "));
}

fn git(arguments: &[&str], input: &str) -> String {
    use std::io::Write;
    let mut child = Command::new("git")
        .args(["-c", "core.quotePath=false"])
        .args(arguments)
        .current_dir(top())
        .stdin(std::process::Stdio::piped())
        .stdout(std::process::Stdio::piped())
        .spawn()
        .expect("git is installed");
    let mut stdin = child.stdin.take().expect("stdin is piped");
    let input = input.to_owned();
    let writer = std::thread::spawn(move || stdin.write_all(input.as_bytes()));
    let output = child.wait_with_output().expect("git ends");
    writer.join().expect("the writer does not panic").ok();
    assert!(output.status.success(), "git {arguments:?} failed");
    String::from_utf8(output.stdout).expect("git prints UTF-8")
}
