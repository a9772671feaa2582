#!/usr/bin/env bash
# The steps of the action beside this file; it gets all its inputs through the environment.
set -euo pipefail

root=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/../../.." && pwd -P)
built=$RUNNER_TEMP/fortnight/fortnight.jar

# What Fortnight is built from: as long as it is the same, so is the jar.
key() {
  local sum
  sum=$(cd "$root" && find pom.xml fortnight src/main site research -type f -print0 |
    LC_ALL=C sort -z | xargs -0 sha256sum | sha256sum | cut -d ' ' -f 1)
  printf 'key=%s\n' "$sum" >>"$GITHUB_OUTPUT"
}

build() {
  (cd "$root" && ./fortnight --version)
  mkdir -p "${built%/*}"
  cp "$root/target/fortnight.jar" "$built"
}

# The register is a file that nobody else can read, outside the workspace, and gone in the end.
write_register() {
  private=$(umask 077 && mktemp -d "$RUNNER_TEMP/register.XXXXXXXX")
  trap 'rm -rf -- "$private"' EXIT
  trap 'exit 143' INT TERM
  (umask 077 && printf '%s\n' "$REGISTER" >"$private/register.yml")
  export FORTNIGHT_REGISTER=$private/register.yml
}

check() {
  local options=(--programme="${PROGRAMME:-.}" --format=github)
  if [[ -n ${BASE:-} ]]; then
    options+=(--changed-since="$BASE")
  fi
  if [[ -n ${REGISTER:-} ]]; then
    write_register
  fi
  unset REGISTER
  java -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -jar "${JAR:-$built}" check "${options[@]}"
}

case ${1:-} in
  key) key ;;
  build) build ;;
  check) check ;;
  *)
    echo "usage: check.sh key|build|check" >&2
    exit 2
    ;;
esac
