#!/usr/bin/env bash
# The demo for developers: the binary on port 8080 is rebuilt and restarted when a Rust source changes; the web
# app is served by its development server, which reloads in the browser and passes /api on to the binary.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/lib.sh

scripts/setup.sh dev
web_install

server=
stop_server() {
  [ -z "$server" ] || { kill "$server" 2>/dev/null && wait "$server" || true; }
  server=
}
(cd web && exec node_modules/.bin/vite) &
web=$!
trap 'stop_server; kill "$web" 2>/dev/null' EXIT
trap 'exit 130' INT TERM

while true; do
  if cargo build --package jiannuo; then
    stop_server
    "${CARGO_TARGET_DIR:-target}/debug/jiannuo" demo --data ./data --listen 127.0.0.1:8080 &
    server=$!
  fi
  inotifywait --quiet --recursive --event close_write,move,delete crates golden Cargo.toml >/dev/null
done
