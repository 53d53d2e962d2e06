//! Attachments are kept by content, bounded, and checked.

use store::StoreError;
use store::attachment::{self, NewAttachment};
use store::files::{ContentHash, Files};
use testkit::on_both_engines;
use tokio::io::AsyncReadExt as _;

use crate::common::{begin, receipt};

#[tokio::test]
async fn equal_bytes_are_kept_once_and_listed_by_subject() {
    on_both_engines(async |db| {
        let files = Files::open(db.folder().join("files")).await.unwrap();
        let stored = files.put(b"photo").await.unwrap();
        assert_eq!(files.put(b"photo").await.unwrap(), stored);
        let mut tx = begin(db).await;
        for (id, subject) in [("a1", "case-1"), ("a2", "case-1"), ("a3", "case-2")] {
            let new = NewAttachment {
                id,
                subject_kind: "case",
                subject,
                name: "../../etc/passwd",
                media_type: "image/png",
            };
            attachment::attach(&mut tx, &new, &stored).await.unwrap();
        }
        tx.finish(receipt()).await.unwrap();

        let mut read = db.read().await.unwrap();
        let listed = attachment::of_subject(&mut read, "case", "case-1")
            .await
            .unwrap();
        assert_eq!(
            listed.iter().map(|one| one.id.as_str()).collect::<Vec<_>>(),
            ["a1", "a2"]
        );
        assert_eq!(
            (listed[0].size, listed[0].name.as_str()),
            (5, "../../etc/passwd")
        );
        assert_eq!(
            attachment::hashes(&mut read, None, 10).await.unwrap(),
            std::slice::from_ref(&stored.hash)
        );

        let mut bytes = Vec::new();
        files
            .read(&listed[0].hash)
            .await
            .unwrap()
            .read_to_end(&mut bytes)
            .await
            .unwrap();
        assert_eq!(bytes, b"photo");
        files.verify(&stored.hash).await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn an_upload_beyond_its_limit_or_left_alone_keeps_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let files = Files::open(folder.path()).await.unwrap();
    let mut upload = files.upload(4).await.unwrap();
    upload.write(b"1234").await.unwrap();
    assert_eq!(
        upload.write(b"5").await,
        Err(StoreError::TooLarge { limit: 4 })
    );
    drop(upload);
    let incoming = folder.path().join("incoming");
    assert_eq!(std::fs::read_dir(&incoming).unwrap().count(), 0);
    // What a crash left goes later.
    std::fs::write(incoming.join("half"), b"12").unwrap();
    assert_eq!(
        files
            .clean(std::time::SystemTime::UNIX_EPOCH)
            .await
            .unwrap(),
        0
    );
    let far_ahead = std::time::Duration::from_hours(1_000_000);
    let later = std::time::SystemTime::UNIX_EPOCH + far_ahead;
    assert_eq!(files.clean(later).await.unwrap(), 1);
    let nothing: ContentHash = "0".repeat(64).parse().unwrap();
    assert_eq!(
        files.read(&nothing).await.unwrap_err(),
        StoreError::NotFound { what: "file" }
    );
}

#[tokio::test]
async fn changed_bytes_and_foreign_paths_are_refused() {
    let folder = tempfile::tempdir().unwrap();
    let files = Files::open(folder.path()).await.unwrap();
    let hash = files.put(b"photo").await.unwrap().hash.to_string();
    let path = folder.path().join(&hash[..2]).join(&hash[2..4]).join(&hash);
    std::fs::write(path, b"forged").unwrap();
    let verified = files.verify(&hash.parse().unwrap()).await;
    assert!(matches!(verified, Err(StoreError::Corrupt { .. })));
    for wrong in ["", "../../../etc/passwd", &hash.to_uppercase(), &hash[1..]] {
        assert!(wrong.parse::<ContentHash>().is_err(), "{wrong}");
    }
}
