#!/usr/bin/env bash
# Checks that the machine has what a command needs and installs what Debian packages.
# Usage: scripts/setup.sh run|dev|test|bench
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/lib.sh

purpose=${1:?run, dev, test or bench}
packages=()
missing=()

# need COMMAND PACKAGE: the package provides the command.
need() { command -v "$1" >/dev/null || packages+=("$2"); }
# The server itself is in no PATH.
need_postgres() { compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null || packages+=(postgresql); }
at_least() { [ "$(printf '%s\n' "$1" "$2" | sort -V | head -n 1)" = "$1" ]; }

rust=$(rustc --version 2>/dev/null | cut -d' ' -f2 || true)
{ [ -n "$rust" ] && at_least 1.95 "$rust"; } || missing+=("Rust 1.95 or newer (found: ${rust:-none}); install it with rustup")
node=$(node --version 2>/dev/null | tr -d v || true)
{ [ -n "$node" ] && at_least 20.19 "$node"; } || missing+=("Node.js 20.19 or newer with npm (found: ${node:-none})")

need gcc gcc
[ -e /usr/include/stdio.h ] || packages+=(libc6-dev)

case $purpose in
  run) ;;
  bench) need_postgres ;;
  dev) need inotifywait inotify-tools ;;
  test)
    python=$(python3 --version 2>/dev/null | cut -d' ' -f2 || true)
    { [ -n "$python" ] && at_least 3.11 "$python"; } || missing+=("Python 3.11 or newer (found: ${python:-none})")
    cargo fmt --version >/dev/null 2>&1 || missing+=("rustfmt: rustup component add rustfmt")
    cargo clippy --version >/dev/null 2>&1 || missing+=("clippy: rustup component add clippy")
    need git git
    need chromium chromium
    [ -e /usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc ] || packages+=(fonts-noto-cjk)
    need_postgres
    ;;
  *) fail "setup.sh: unknown purpose '$purpose'" ;;
esac

if [ ${#missing[@]} -gt 0 ]; then
  printf 'This machine lacks:\n' >&2
  printf '  - %s\n' "${missing[@]}" >&2
  exit 1
fi
[ ${#packages[@]} -gt 0 ] || exit 0

# Superuser rights: root has them, others need sudo; without a terminal sudo must not ask.
root=()
if [ "$(id -u)" != 0 ]; then
  root=(sudo)
  [ -t 0 ] || root+=(-n)
fi
say "Installing ${packages[*]}"
if ! command -v apt-get >/dev/null || { [ ${#root[@]} -gt 0 ] && ! "${root[@]}" true; }; then
  fail "Cannot install packages here. As root, run: apt-get install ${packages[*]}"
fi

# The tests make their own private cluster, so Debian need not create and start one.
cluster_setting=/etc/postgresql-common/createcluster.d/jiannuo.conf
if [[ " ${packages[*]} " == *" postgresql "* ]]; then
  "${root[@]}" mkdir -p "${cluster_setting%/*}"
  echo "create_main_cluster = false" | "${root[@]}" tee "$cluster_setting" >/dev/null
  trap '"${root[@]}" rm -f "$cluster_setting"' EXIT
fi
"${root[@]}" apt-get update -qq
"${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${packages[@]}" >/dev/null ||
  fail "apt-get could not install: ${packages[*]}"
