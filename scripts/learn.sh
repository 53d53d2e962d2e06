#!/usr/bin/env bash
# Learns the weights in crates/reader/data from the marked plans and plain sentences of golden/reader. The same ones give the same tables.
set -euo pipefail
cd "$(dirname "$0")/.."
work=$(mktemp -d "${TMPDIR:-/tmp}/jiannuo-learn.XXXXXX")
trap 'rm -rf "$work"' EXIT
cargo run --locked --release --package reader --example learn -- "$work" golden/reader
mv "$work"/*_weights.tsv crates/reader/data/
