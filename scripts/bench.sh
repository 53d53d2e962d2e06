#!/usr/bin/env bash
# The benchmarks of docs/benchmarks.md, in a release build. Arguments choose by name: scripts/bench.sh due_time
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/lib.sh

scripts/setup.sh bench
cargo bench --locked --workspace --bench '*' -- "$@"
