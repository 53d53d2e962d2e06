#!/usr/bin/env bash
# Learns crates/reader/data/kind_weights.tsv from the marked plans of golden/reader/tuning. The same plans give the same table.
set -euo pipefail
cd "$(dirname "$0")/.."
table=crates/reader/data/kind_weights.tsv
cargo run --locked --release --package reader --example learn_kinds -- golden/reader/tuning >"$table.new"
mv "$table.new" "$table"
