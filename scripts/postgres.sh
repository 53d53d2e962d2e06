#!/usr/bin/env bash
# A private PostgreSQL cluster for tests: no network, no durability, thrown away by `stop`.
#   postgres.sh start   starts it unless it runs, prints its address
#   postgres.sh stop    ends it and removes its folder
# JIANNUO_TEST_POSTGRES_DIR chooses the folder; by default it belongs to this working copy.
set -euo pipefail

copy=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
dir=${JIANNUO_TEST_POSTGRES_DIR:-${TMPDIR:-/tmp}/jiannuo-postgres-$(id -u)-$(printf %s "$copy" | cksum | cut -d' ' -f1)}
bin=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -1 || true)
if [ -z "$bin" ] && command -v pg_config >/dev/null; then bin=$(pg_config --bindir); fi
[ -x "$bin/initdb" ] || { echo "PostgreSQL is missing: apt-get install postgresql" >&2; exit 1; }

# PostgreSQL refuses to run as root.
as_owner() {
    if [ "$(id -u)" != 0 ]; then "$@"
    elif id postgres >/dev/null 2>&1; then setpriv --reuid postgres --regid postgres --clear-groups "$@"
    else setpriv --reuid nobody --regid nogroup --clear-groups "$@"
    fi
}

running() { [ -d "$dir/data" ] && as_owner "$bin/pg_ctl" -D "$dir/data" status >/dev/null 2>&1; }

create() {
    rm -rf "$dir"
    mkdir -m 700 -p "$dir"
    if [ "$(id -u)" = 0 ]; then chown "$(as_owner id -u):$(as_owner id -g)" "$dir"; fi
    cd "$dir"
    as_owner "$bin/initdb" -D "$dir/data" -U jiannuo --auth=trust -E UTF8 --locale=C.UTF-8 --no-sync >"$dir.log" 2>&1 \
        || { cat "$dir.log" >&2; exit 1; }
    rm -f "$dir.log"
    as_owner tee -a "$dir/data/postgresql.conf" >/dev/null <<CONF
listen_addresses = ''
unix_socket_directories = '$dir'
max_connections = 300
shared_buffers = 64MB
fsync = off
full_page_writes = off
autovacuum_naptime = 10min
CONF
}

case "${1:-}" in
start)
    if ! running; then
        create
        as_owner "$bin/pg_ctl" -D "$dir/data" -l "$dir/log" -w -t 60 start </dev/null >/dev/null 2>&1 \
            || { cat "$dir/log" >&2; exit 1; }
    fi
    echo "postgres://jiannuo@localhost/postgres?host=$dir"
    ;;
stop)
    if running; then as_owner "$bin/pg_ctl" -D "$dir/data" -m immediate -w stop >/dev/null; fi
    rm -rf "$dir"
    ;;
*)
    sed -n '2,5p' "$0" >&2
    exit 2
    ;;
esac
