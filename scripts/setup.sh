#!/bin/sh
# Installs what this project needs, and says what it does. Run it again as often as you like: what is there is left alone.
#
#   scripts/setup.sh build   what `make dist` and `make demo` need
#   scripts/setup.sh test    that, and the browsers and checkers of `make test`
#   scripts/setup.sh audit   what `make audit` needs
#
# INDICATOR_TOOLCHAIN=rustup|debian forces where the wasm's standard library comes from (else rustup, then Debian).
# Needs: cargo by rustup, node 20 or later with npm, python3. Debian packages are installed as root, or by sudo.
set -eu
cd "$(dirname "$0")/.."

say() { echo "setup: $*" >&2; }
die() { say "$*"; exit 1; }

# Debian packages, but for those that are there.
packages() {
  missing=
  for name in "$@"; do
    dpkg-query -W -f '${Status}' "$name" 2>/dev/null | grep -q 'ok installed' || missing="$missing $name"
  done
  [ -n "$missing" ] || return 0
  command -v apt-get >/dev/null || die "this is no Debian: please install, in your system's way:$missing"
  root=
  if [ "$(id -u)" != 0 ]; then root=sudo; fi
  say "installing Debian packages:$missing"
  $root apt-get update -q >&2
  # shellcheck disable=SC2086
  DEBIAN_FRONTEND=noninteractive $root apt-get install -qy --no-install-recommends $missing >&2
}

from_rustup() {
  say "adding the wasm target and the standard library's sources by rustup"
  rustup target add wasm32-unknown-unknown >&2 && rustup component add rust-src >&2
}

# Where the sources of the wasm's standard library come from; the build reads the file .toolchain-debian.
wasm() {
  way=${INDICATOR_TOOLCHAIN:-}
  if [ "$way" != debian ]; then
    lib="$(rustc --print sysroot)/lib/rustlib"
    if { [ -d "$lib/src/rust/library" ] && [ -d "$lib/wasm32-unknown-unknown/lib" ]; } || from_rustup; then
      rm -f .toolchain-debian
      return 0
    fi
    [ "$way" != rustup ] || die "rustup can't get the wasm target and the standard library's sources"
    say "rustup can't get the wasm target and the standard library's sources: Debian's packages serve instead"
  fi
  packages rustc-web cargo-web rust-web-src lld-22
  echo "The wasm is compiled with Debian's rustc-web (see scripts/setup.sh)." > .toolchain-debian
}

# What the lock file in a folder names.
npm_packages() {
  stamp="$1/node_modules/.package-lock.json"
  if [ ! -f "$stamp" ] || [ "$1/package-lock.json" -nt "$stamp" ]; then
    say "installing npm packages in $1"
    # Without scripts: old Chromium's package would compile a decompressor that the tests do not use.
    (cd "$1" && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error >&2)
    touch "$stamp"
  fi
}

python_packages() {
  if [ ! -x .venv/bin/frictionless ]; then
    say "installing frictionless"
    [ -x .venv/bin/python ] || python3 -m venv .venv
    .venv/bin/python -m pip install --quiet --disable-pip-version-check -r scripts/requirements.txt >&2
  fi
}

firefox_driver() {
  command -v geckodriver >/dev/null && return 0
  if [ ! -x .tools/bin/geckodriver ]; then
    say "compiling geckodriver (two minutes)"
    cargo install --quiet --locked --root .tools geckodriver --version 0.37.1 >&2
  fi
}

# The program alone, unpacked: installing the package would start a web server on this machine.
web_server() {
  if command -v nginx >/dev/null || [ -x /usr/sbin/nginx ] || [ -x .tools/nginx/usr/sbin/nginx ]; then return 0; fi
  say "unpacking nginx into .tools/nginx"
  mkdir -p .tools/nginx
  # Where the program is depends on the release.
  for name in nginx nginx-core; do
    [ -x .tools/nginx/usr/sbin/nginx ] && break
    (cd .tools/nginx && apt-get download -q "$name" >&2 && dpkg -x "$name"_*.deb .) || true
  done
  rm -f .tools/nginx/*.deb
  [ -x .tools/nginx/usr/sbin/nginx ] || die "nginx is missing: please install it in your system's way"
}

build() {
  command -v cargo >/dev/null || die "cargo is missing: install Rust by rustup"
  command -v node >/dev/null || die "node is missing: install node 20 or later"
  wasm
  npm_packages .
}

tests() {
  build
  packages chromium chromium-driver firefox-esr webkit2gtk-driver xvfb xauth fonts-noto-cjk brotli python3-venv libjs-prototype libjs-mootools
  firefox_driver
  web_server
  python_packages
  npm_packages examples
}

audit() {
  build
  PATH="$PWD/.tools/bin:$PATH" command -v cargo-deny >/dev/null && return 0
  say "compiling cargo-deny (several minutes)"
  cargo install --quiet --locked --root .tools cargo-deny --version 0.20.2 >&2
}

case "${1:-}" in
  build) build ;;
  audit) audit ;;
  test) tests ;;
  *) sed -n '2,9p' "$0" | sed 's/^# \{0,1\}//'; exit 2 ;;
esac
