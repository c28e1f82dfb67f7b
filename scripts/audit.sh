#!/bin/sh
# Looks at what we depend on: terms, sources, and known faults of crates and of npm packages. What can't be looked up, since the
# lists of known faults lie on the network, is said; AUDIT=strict makes that a failure too.
set -u
cd "$(dirname "$0")/.."
PATH="$PWD/.tools/bin:$PATH"
failed=
unknown=

cargo deny --log-level error check bans licenses sources || failed="$failed terms-and-sources"

# check NAME WORDS COMMAND...: what COMMAND finds fails; where its output has WORDS it could not look.
check() {
  name=$1 words=$2
  shift 2
  said=$("$@" 2>&1)
  code=$?
  if [ "$code" = 0 ]; then
    echo "$name: nothing known"
  elif reason=$(printf '%s\n' "$said" | grep -m 1 -iE "$words"); then
    unknown="$unknown $name"
    echo "$name: not looked up, because the list of known faults can't be had here: $reason"
  else
    printf '%s\n' "$said"
    failed="$failed $name"
  fi
}
check crates 'failed to fetch advisory database|could not resolve host' cargo deny --log-level error check advisories
# Everything from npm is for the build and the tests; nothing of it is shipped.
check npm-packages 'audit endpoint returned an error|ENOTFOUND|ECONNREFUSED|ETIMEDOUT|EAI_AGAIN' npm audit --audit-level=high

[ -z "$failed" ] || { echo "audit: faults in$failed"; exit 1; }
[ -z "$unknown" ] || echo "audit: terms and sources are right; known faults of$unknown were not looked up"
[ -z "$unknown" ] || [ "${AUDIT:-}" != strict ]
