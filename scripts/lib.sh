# Shared by the scripts of this folder; source it from the top of the repository.

say() { printf '\033[1m%s\033[0m\n' "$*"; }
fail() { printf '%s\n' "$*" >&2; exit 1; }

# npm 10 leaves out the platform packages of the bundler, so an older npm hands over to npm 11.
npm_11() {
  if [ "$(npm --version | cut -d. -f1)" -ge 11 ]; then npm "$@"; else npx --yes npm@11 "$@"; fi
}

# Installs web/node_modules when the lock file has changed since the last time.
web_install() {
  local stamp=web/node_modules/.jiannuo-lock
  if ! cmp -s web/package-lock.json "$stamp"; then
    (cd web && npm_11 ci --no-audit --no-fund) && cp web/package-lock.json "$stamp"
  fi
}

# Builds web/dist when a source of the web app is newer than it.
web_build() {
  if [ ! -f web/dist/index.html ] ||
     [ -n "$(find web -newer web/dist/index.html -type f -not -path '*/node_modules/*' -not -path 'web/dist/*' -print -quit)" ]; then
    (cd web && npm run --silent build)
  fi
}
