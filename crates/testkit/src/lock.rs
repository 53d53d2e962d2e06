use std::fs::{self, File};
use std::path::{Path, PathBuf};

/// Where test processes of this working copy share what is slow to make.
pub(crate) fn shared_folder() -> PathBuf {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/testkit");
    fs::create_dir_all(&folder).expect("the target folder can be written to");
    folder
}

/// Waits until no other test process of this working copy holds the lock; it ends with the file, or the process.
pub(crate) fn lock(name: &str) -> File {
    let path = shared_folder().join(format!("{name}.lock"));
    let file = File::create(path).expect("the lock file can be written to");
    file.lock().expect("the file system supports locks");
    file
}

/// [`lock`] without blocking the runtime.
pub(crate) async fn acquire(name: &'static str) -> File {
    tokio::task::spawn_blocking(move || lock(name))
        .await
        .expect("locking does not panic")
}
