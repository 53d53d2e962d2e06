#!/usr/bin/env bash
# Sends what the OpenAPI document allows, and what it does not, to a running demo, signed in as one role after another.
# Fails on an answer of the server's own failure and on every answer that the document does not describe.
#
#   scripts/fuzz.sh                 the administrator, the service manager and the agent, two minutes each
#   FUZZ_SECONDS=600 FUZZ_AS="admin shenji" scripts/fuzz.sh
#   FUZZ_DATA=FOLDER                a copy of this demo's data is asked instead of a new one, which takes a while to make
#
# Reports stand in target/fuzz.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/lib.sh

seconds=${FUZZ_SECONDS:-120}
logins=${FUZZ_AS:-admin jingli-bj kefu-bj}
port=${FUZZ_PORT:-18099}
address=http://127.0.0.1:$port
reports=target/fuzz
mkdir -p "$reports"

python=$reports/python/bin
if [ ! -x "$python/st" ]; then
  say "Installing schemathesis"
  python3 -m venv "$reports/python" && "$python/pip" install --quiet 'schemathesis==4.*'
fi

say "Building"
cargo build --workspace
data=$(mktemp -d)
server=
end() { [ -z "$server" ] || kill "$server" 2>/dev/null || true; rm -rf "$data"; }
trap end EXIT
if [ -n "${FUZZ_DATA:-}" ]; then cp -a "$FUZZ_DATA/." "$data"; fi
target/debug/jiannuo demo --data "$data" --listen "127.0.0.1:$port" >"$reports/server.log" 2>&1 &
server=$!
for _ in $(seq 1200); do
  curl -fs -o /dev/null "$address/readyz" && break
  kill -0 "$server" 2>/dev/null || fail "The demo ended: see $reports/server.log"
  sleep 1
done
curl -fs -o /dev/null "$address/readyz" || fail "The demo does not answer."

password=$(python3 -c 'import json,sys; print(json.load(open(sys.argv[1]))[0]["password"])' "$data/demo.json")
# The session of one sign-in; everything else is asked with it.
token() {
  curl -fs -D - -o /dev/null "$address/api/session" -H 'Content-Type: application/json' -H 'X-Jiannuo: 1' \
    -d "{\"login\":\"$1\",\"password\":\"$password\"}" | sed -n 's/^set-cookie: *jiannuo=\([^;]*\).*/\1/Ip' | tr -d '\r'
}

# Left out: what ends the session the requests are made with, and the stream of events, which has no end.
left_out=(sign_in sign_out change_password revoke_session follow_events)
broken=0
for login in $logins; do
  say "As $login"
  "$python/st" --config-file scripts/fuzz.toml run "$address/api/openapi.json" \
    -H "Authorization: Bearer $(token "$login")" --max-time "$seconds" --no-color \
    "${left_out[@]/#/--exclude-operation-id=}" >"$reports/$login.log" 2>&1 || broken=1
  tail -n 25 "$reports/$login.log"
done
if grep -E 'panicked|request failed' "$reports/server.log"; then broken=1; fi
exit "$broken"
