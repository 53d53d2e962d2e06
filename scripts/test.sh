#!/usr/bin/env bash
# Everything that must hold before a change lands. Runs every check even when one fails, and closes with a summary.
set -uo pipefail
cd "$(dirname "$0")/.."
. scripts/lib.sh

scripts/setup.sh test || exit 1

work=$(mktemp -d "${TMPDIR:-/tmp}/jiannuo-test.XXXXXX")
export JIANNUO_TEST_POSTGRES_DIR=$work-postgres
trap 'scripts/postgres.sh stop; rm -rf "$work"' EXIT
trap 'exit 130' INT TERM

# Continuous integration keeps its build in the home folder, so that the next fresh clone starts warm. The build tool
# judges by file times: in a clone older than the last build its sources must count as changed.
if [ -n "${CI:-}" ] && [ -z "${CARGO_TARGET_DIR:-}" ]; then
  cache=$HOME/.cache/jiannuo
  if mkdir -p "$cache" 2>/dev/null && exec 8>"$cache/lock" && flock --nonblock 8; then
    [ "$(du -sm "$cache" | cut -f1)" -lt 20000 ] || rm -rf "$cache/target"
    git ls-files -z | xargs -0 touch -c
    export CARGO_TARGET_DIR=$cache/target
  fi
  export CARGO_INCREMENTAL=0
fi
export CARGO_TERM_COLOR=${CARGO_TERM_COLOR:-auto}
export JIANNUO_BIN=${CARGO_TARGET_DIR:-$PWD/target}/debug/jiannuo

# step NAME COMMAND…: runs one check, prints what it prints, and notes how it ended.
step() {
  local name=$1 began=$SECONDS outcome=passed
  shift
  say "── $name"
  "$@" 8>&- || outcome=FAILED
  printf '%s\t%s\t%s s\n' "$outcome" "$name" "$((SECONDS - began))" >>"$work/results"
  [ "$outcome" = passed ]
}

npm_script() { (cd web && npm run --silent "$@"); }

start_postgres() {
  JIANNUO_TEST_POSTGRES=$(scripts/postgres.sh start) && export JIANNUO_TEST_POSTGRES
}

rust_tests() {
  if cargo nextest --version >/dev/null 2>&1; then
    cargo nextest run --locked --workspace --no-tests=fail
  else
    cargo test --locked --workspace --all-targets --no-fail-fast
  fi
}

fresh_api_document() {
  "$JIANNUO_BIN" openapi >"$work/openapi.json" && diff -u web/openapi.json "$work/openapi.json" ||
    { echo "web/openapi.json is stale: jiannuo openapi > web/openapi.json, then npm run api in web/"; return 1; }
}

web_checks() {
  step "web: API client is fresh" npm_script api:check
  step "web: types" npm_script typecheck
  step "web: lint" npm_script lint
  step "web: unit tests" npm_script test
  step "web: build" npm_script build
}

web=
if [ -f web/package.json ]; then
  # The printing tests read their typefaces from here.
  step "web: install" web_install
  web_checks >"$work/web.log" 2>&1 </dev/null &
  web=$!
fi

step "PostgreSQL cluster" start_postgres
step "format" cargo fmt --all --check
step "licences" scripts/licences.py
step "build" cargo build --locked --workspace --all-targets
step "Rust tests on SQLite and PostgreSQL" rust_tests
step "documentation examples" cargo test --locked --workspace --doc --quiet
step "clippy" cargo clippy --locked --workspace --all-targets --quiet -- -D warnings
# Private items are documented here too, so a link to one leads somewhere.
RUSTDOCFLAGS="-D warnings -A rustdoc::private_intra_doc_links" step "rustdoc" cargo doc --locked --workspace --no-deps --document-private-items --quiet

if [ -n "$web" ]; then
  wait "$web"
  cat "$work/web.log"
  step "OpenAPI document is fresh" fresh_api_document
  # The web application is built by now: the program takes it in before the journeys open it. The same selection as above
  # gives the same features, so no library is built again.
  step "the program with its web application" cargo build --locked --workspace --all-targets
  step "browser journeys" npm_script e2e
fi
step "unused dependencies" scripts/unused_dependencies.py

say "── summary"
expand -t 10,60 "$work/results"
failed=$(grep -c ^FAILED "$work/results")
echo "checks: $(grep -c ^passed "$work/results") passed, $failed failed"
[ "$failed" = 0 ]
