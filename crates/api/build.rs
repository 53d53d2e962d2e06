//! The web application may be built after this crate: the compiler must look again when `web/dist` changes.

use std::fs;
use std::path::Path;

fn main() {
    let files = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../web/dist");
    // A folder that is missing would count as changed at every build, and files that come later would not be embedded.
    if let Err(error) = fs::create_dir_all(&files) {
        println!("cargo:warning=cannot create {}: {error}", files.display());
    }
    println!("cargo:rerun-if-changed=build.rs");
    println!("cargo:rerun-if-changed={}", files.display());
}
