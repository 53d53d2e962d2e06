//! A backup taken while people write is a whole installation as it was at one instant, and restores to the same digest.

use std::path::Path;
use std::process::Output;

use super::http::Client;
use super::server::{Installation, embedded};
use super::{Acknowledged, Desk, load};

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr)
}

fn done(output: &Output) -> String {
    assert!(output.status.success(), "{}", said(output));
    said(output)
}

fn digest(output: &Output) -> String {
    let told = done(output);
    let (_, digest) = told.split_once("digest ").expect("a digest is told");
    digest.trim().to_owned()
}

fn backup(installation: &Installation, into: &Path) -> Output {
    installation.run(&["backup", into.to_str().unwrap()])
}

fn restore(from: &Path, into: &Path) -> Output {
    embedded(into).run(&["restore", from.to_str().unwrap()])
}

#[tokio::test(flavor = "multi_thread")]
async fn a_backup_taken_under_load_restores_to_the_same_digest() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    let installation = embedded(&at("data"));
    let mut server = installation.serve();
    let desk = Desk::open(server.address, &server.password.take().unwrap());
    let before = desk.report(server.address, "before").unwrap();
    let before = super::id(&before.body);
    let photo = format!("/api/cases/{before}/files?name=photo.jpg");
    attach(&desk.manager, server.address, &photo, b"a photo");
    let acknowledged = Acknowledged::default();
    let mut taken = None;
    load(server.address, &desk, &acknowledged, 0, || {
        std::thread::sleep(std::time::Duration::from_millis(150));
        taken = Some(backup(&installation, &at("backup")));
    });
    let taken = taken.unwrap();
    let told = digest(&taken);
    assert!(
        said(&taken).contains("1 attachments, 7 bytes"),
        "{}",
        said(&taken)
    );
    server.kill();

    assert_eq!(digest(&restore(&at("backup"), &at("again"))), told);
    let again = embedded(&at("again"));
    for what in ["ledger", "audit", "files"] {
        done(&again.run(&["check", what]));
    }
    assert_eq!(digest(&backup(&again, &at("twice"))).len(), 64);
    let backup_folder = at("backup").display().to_string();
    let since = ["check", "audit", "--since", &backup_folder];
    done(&again.run(&since));
    // Shortened with care, so that its chain fits: only somebody who kept the end of it notices.
    let database = format!("sqlite:{}", at("again/jiannuo.db").display());
    for sql in [
        "DROP TRIGGER audit_is_never_updated",
        "UPDATE audit SET chain = 99 WHERE chain = 3 AND seq = (SELECT MAX(seq) FROM audit WHERE chain = 3)",
        "UPDATE audit_chain SET seq = seq - 1, hash = (SELECT hash FROM audit WHERE chain = 3 ORDER BY seq DESC LIMIT 1) \
            WHERE chain = 3",
    ] {
        testkit::execute(&database, sql).await.unwrap();
    }
    done(&again.run(&["check", "audit"]));
    let noticed = again.run(&since);
    assert!(!noticed.status.success(), "{}", said(&noticed));
    let server = again.serve();
    let read = desk
        .manager
        .get(server.address, &format!("/api/cases/{before}"));
    assert_eq!(read.unwrap().status, 200, "sessions and cases are there");
}

#[test]
fn a_backup_is_never_mixed_with_anything_and_a_damaged_one_never_becomes_an_installation() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    let installation = embedded(&at("data"));
    let mut server = installation.serve();
    let desk = Desk::open(server.address, &server.password.take().unwrap());
    let case = super::id(&desk.report(server.address, "one").unwrap().body);
    attach(
        &desk.manager,
        server.address,
        &format!("/api/cases/{case}/files?name=a"),
        b"bytes",
    );
    done(&backup(&installation, &at("backup")));

    let refused = backup(&installation, &at("backup"));
    assert!(
        !refused.status.success() && said(&refused).contains("not empty"),
        "{}",
        said(&refused)
    );
    let refused = restore(&at("backup"), &at("data"));
    assert!(
        !refused.status.success() && said(&refused).contains("not empty"),
        "{}",
        said(&refused)
    );
    let refused = restore(&at("nothing"), &at("empty"));
    assert!(
        !refused.status.success() && said(&refused).contains("not a backup"),
        "{}",
        said(&refused)
    );
    let refused = backup(&embedded(&at("nobody")), &at("of-nobody"));
    assert!(
        !refused.status.success() && said(&refused).contains("no installation"),
        "{}",
        said(&refused)
    );

    // One byte of an attachment.
    let attached = find(&at("backup/files"));
    std::fs::write(&attached, b"BYTES").unwrap();
    let refused = restore(&at("backup"), &at("forged-file"));
    assert!(!refused.status.success(), "{}", said(&refused));
    assert!(!at("forged-file/jiannuo.db").exists());
    std::fs::write(&attached, b"bytes").unwrap();

    // One byte of the database, in the middle of a page.
    let database = at("backup/jiannuo.db");
    let mut bytes = std::fs::read(&database).unwrap();
    let middle = bytes.len() / 2 + 77;
    bytes[middle] ^= 1;
    std::fs::write(&database, bytes).unwrap();
    let refused = restore(&at("backup"), &at("forged-database"));
    assert!(!refused.status.success(), "{}", said(&refused));
    assert!(!at("forged-database/jiannuo.db").exists());

    // An attachment that is lost at home is named, and the rest is kept.
    std::fs::remove_file(find(&at("data/files"))).unwrap();
    let partly = backup(&installation, &at("partly"));
    assert!(
        !partly.status.success() && said(&partly).contains("1 attachments are missing"),
        "{}",
        said(&partly)
    );
    done(&restore(&at("partly"), &at("from-partly")));
    let check = embedded(&at("from-partly")).run(&["check", "files"]);
    assert!(
        !check.status.success() && said(&check).contains("file not found"),
        "{}",
        said(&check)
    );
}

fn attach(who: &Client, server: std::net::SocketAddr, path: &str, bytes: &[u8]) {
    let attached = who.upload(server, path, bytes).unwrap();
    assert_eq!(attached.status, 201, "{}", attached.body);
}

/// The one attachment in a folder.
fn find(folder: &Path) -> std::path::PathBuf {
    let mut open = vec![folder.to_owned()];
    while let Some(next) = open.pop() {
        for entry in std::fs::read_dir(next).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                open.push(path);
            } else {
                return path;
            }
        }
    }
    panic!("{} holds no file", folder.display());
}
