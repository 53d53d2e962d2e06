#!/usr/bin/env bash
# Builds the web app and the binary, and starts the demo on http://localhost:8080 with its data under ./data.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/lib.sh

scripts/setup.sh run
say "Web app"
web_install
web_build
say "Binary (the first build takes some minutes)"
cargo build --locked --package jiannuo
exec "${CARGO_TARGET_DIR:-target}/debug/jiannuo" demo --data ./data --listen 127.0.0.1:8080
