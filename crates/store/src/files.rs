//! Attachments: bytes in a folder under the hash of their content, names and owners in SQL.
//!
//! INVARIANT: a file under its hash is complete: bytes are written elsewhere, synced, then renamed.
//! INVARIANT: no path is ever made from a name that came from outside.

use std::fmt;
use std::hash::{BuildHasher as _, Hasher as _, RandomState};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::str::FromStr;
use std::time::SystemTime;

use sha2::{Digest, Sha256};
use tokio::fs::{self, File};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};

use crate::error::{Result, StoreError};

/// Bytes read at a time.
const CHUNK: usize = 64 * 1024;

/// SHA-256 of a file's bytes, 64 lower-case hexadecimal digits.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ContentHash(String);

impl FromStr for ContentHash {
    type Err = StoreError;

    fn from_str(text: &str) -> Result<Self> {
        let is_hash = text.len() == 64
            && text
                .bytes()
                .all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
        if is_hash {
            Ok(Self(text.to_owned()))
        } else {
            Err(StoreError::Invalid {
                why: "a content hash has 64 hexadecimal digits".into(),
            })
        }
    }
}

impl fmt::Display for ContentHash {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

/// The folder of attachments.
#[derive(Debug, Clone)]
pub struct Files {
    root: PathBuf,
}

/// A file that is being received. Dropping it takes its bytes away; [`Files::clean`] removes what a crash left.
#[derive(Debug)]
pub struct Upload {
    files: Files,
    file: File,
    place: Place,
    hasher: Sha256,
    size: u64,
    limit: u64,
}

/// Where a file is received; what is still there when this is dropped is taken away.
#[derive(Debug)]
struct Place(PathBuf);

impl Drop for Place {
    fn drop(&mut self) {
        // A file that was finished lies elsewhere by now, and what cannot be taken away now is cleaned up later.
        let _ = std::fs::remove_file(&self.0);
    }
}

/// A file that is durable.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredFile {
    pub hash: ContentHash,
    pub size: u64,
}

impl Files {
    pub async fn open(root: impl Into<PathBuf>) -> Result<Self> {
        let root = root.into();
        fs::create_dir_all(root.join("incoming"))
            .await
            .map_err(trouble)?;
        Ok(Self { root })
    }

    /// A folder of attachments that is only read from; nothing is made in it.
    pub fn existing(root: impl Into<PathBuf>) -> Self {
        Self { root: root.into() }
    }

    /// Starts to receive a file of at most `limit` bytes.
    pub async fn upload(&self, limit: u64) -> Result<Upload> {
        // A fresh hasher is keyed at random; a name that exists all the same is an error, never taken over.
        let name = format!("{:016x}", RandomState::new().build_hasher().finish());
        let path = self.root.join("incoming").join(name);
        let file = File::create_new(&path).await.map_err(trouble)?;
        Ok(Upload {
            files: self.clone(),
            file,
            place: Place(path),
            hasher: Sha256::new(),
            size: 0,
            limit,
        })
    }

    /// Stores bytes that are in memory already.
    pub async fn put(&self, bytes: &[u8]) -> Result<StoredFile> {
        let mut upload = self.upload(bytes.len() as u64).await?;
        upload.write(bytes).await?;
        upload.finish().await
    }

    /// Opens a file to read it.
    pub async fn read(&self, hash: &ContentHash) -> Result<File> {
        match File::open(self.path(hash)).await {
            Err(error) if error.kind() == ErrorKind::NotFound => {
                Err(StoreError::NotFound { what: "file" })
            }
            opened => opened.map_err(trouble),
        }
    }

    /// Reads a file again and compares it with its hash.
    pub async fn verify(&self, hash: &ContentHash) -> Result<()> {
        expect(hash, &hash_of(self.read(hash).await?).await?.hash)
    }

    /// Copies a file into another folder of attachments, and returns its size. Bytes that do not have the hash any more
    /// are not copied.
    pub async fn copy(&self, hash: &ContentHash, into: &Self) -> Result<u64> {
        let mut file = self.read(hash).await?;
        let mut upload = into.upload(u64::MAX).await?;
        let mut buffer = vec![0; CHUNK];
        loop {
            let read = file.read(&mut buffer).await.map_err(trouble)?;
            if read == 0 {
                break;
            }
            upload.write(&buffer[..read]).await?;
        }
        expect(hash, &upload.so_far())?;
        Ok(upload.finish().await?.size)
    }

    /// Removes what uploads that a crash ended before `before` left; returns how many.
    pub async fn clean(&self, before: SystemTime) -> Result<u64> {
        let mut removed = 0;
        let mut entries = fs::read_dir(self.root.join("incoming"))
            .await
            .map_err(trouble)?;
        while let Some(entry) = entries.next_entry().await.map_err(trouble)? {
            let modified = match entry.metadata().await {
                // Finished, or given up, since the folder was listed.
                Err(error) if error.kind() == ErrorKind::NotFound => continue,
                metadata => metadata
                    .and_then(|metadata| metadata.modified())
                    .map_err(trouble)?,
            };
            if modified < before {
                fs::remove_file(entry.path()).await.map_err(trouble)?;
                removed += 1;
            }
        }
        Ok(removed)
    }

    fn path(&self, hash: &ContentHash) -> PathBuf {
        self.root
            .join(&hash.0[..2])
            .join(&hash.0[2..4])
            .join(&hash.0)
    }
}

/// Hash and size of what a file holds from here on.
pub async fn hash_of(mut file: File) -> Result<StoredFile> {
    let (mut hasher, mut size) = (Sha256::new(), 0);
    let mut buffer = vec![0; CHUNK];
    loop {
        let read = file.read(&mut buffer).await.map_err(trouble)?;
        if read == 0 {
            break;
        }
        hasher.update(&buffer[..read]);
        size += read as u64;
    }
    Ok(StoredFile {
        hash: ContentHash(domain::hex(&hasher.finalize())),
        size,
    })
}

fn expect(hash: &ContentHash, found: &ContentHash) -> Result<()> {
    if hash == found {
        Ok(())
    } else {
        Err(StoreError::corrupt(
            format!("file {hash}"),
            "its bytes do not have this hash",
        ))
    }
}

impl Upload {
    /// The hash of what was received so far.
    pub fn so_far(&self) -> ContentHash {
        ContentHash(domain::hex(&self.hasher.clone().finalize()))
    }

    /// [`StoreError::TooLarge`] as soon as the limit is passed.
    pub async fn write(&mut self, bytes: &[u8]) -> Result<()> {
        self.size += bytes.len() as u64;
        if self.size > self.limit {
            return Err(StoreError::TooLarge { limit: self.limit });
        }
        self.hasher.update(bytes);
        self.file.write_all(bytes).await.map_err(trouble)
    }

    /// Makes the file durable under its hash.
    pub async fn finish(mut self) -> Result<StoredFile> {
        self.file.flush().await.map_err(trouble)?;
        self.file.sync_all().await.map_err(trouble)?;
        let hash = ContentHash(domain::hex(&self.hasher.finalize()));
        let target = self.files.path(&hash);
        let folder = target
            .parent()
            .expect("a file lies in a folder of the root");
        fs::create_dir_all(folder).await.map_err(trouble)?;
        fs::rename(&self.place.0, &target).await.map_err(trouble)?;
        for folder in folder.ancestors().take(3) {
            sync_folder(folder).await?;
        }
        Ok(StoredFile {
            hash,
            size: self.size,
        })
    }
}

/// A rename is durable once its folder is.
async fn sync_folder(folder: &Path) -> Result<()> {
    let folder = File::open(folder).await.map_err(trouble)?;
    folder.sync_all().await.map_err(trouble)
}

fn trouble(error: std::io::Error) -> StoreError {
    StoreError::unavailable(error)
}
