#!/bin/sh
# Installs the named Debian packages that are missing, through sudo when not root.
set -eu

missing=
for package in "$@"; do
  dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed' ||
    missing="$missing $package"
done
[ -n "$missing" ] || exit 0

if ! command -v apt-get >/dev/null 2>&1; then
  echo "Plenary needs these packages, by their Debian names:$missing" >&2
  echo "Install what they are called here, then run make again." >&2
  exit 1
fi
run=
if [ "$(id -u)" != 0 ]; then
  if ! command -v sudo >/dev/null 2>&1; then
    echo "Plenary needs$missing: as root, run  apt-get install$missing" >&2
    exit 1
  fi
  run=sudo
fi
echo "installing$missing"
$run apt-get update -qq
# shellcheck disable=SC2086
DEBIAN_FRONTEND=noninteractive $run apt-get install -y -qq --no-install-recommends $missing >/dev/null
