#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# usage: unpack.sh CACHE HEADING FILE...   downloads the packages under that heading of scripts/packages and unpacks them into
# CACHE/root, where each FILE must be then; nothing is installed. 77: they cannot be had here.
set -euo pipefail
list=$(dirname "$(realpath "$0")")/../../../scripts/packages
heading=$2
mapfile -t packages < <(awk -v want="[$heading]" '/^# \[/ { on = index($0, want) > 0; next } on && !/^#/ { for (i = 1; i <= NF; i++) print $i }' "$list")

give_up() { echo "unpack.sh: $1" >&2; exit 77; }

[ ${#packages[@]} -gt 0 ] || give_up "scripts/packages has nothing under $heading"
mkdir -p "$1"
cache=$(realpath "$1")
shift 2
complete=$cache/complete-$(printf '%s ' "${packages[@]}" | cksum | cut -d ' ' -f 1)
[ -e "$complete" ] && exit 0
command -v apt-get > /dev/null && command -v dpkg-deb > /dev/null || give_up "no apt-get: servers are taken from Debian's packages"
mkdir -p "$cache/debs/partial" "$cache/root"
# Only the archives go elsewhere; the package lists are the machine's own, so a machine without them cannot do it.
timeout 400 apt-get -y -qq --no-install-recommends --download-only -o Debug::NoLocking=1 -o APT::Sandbox::User=root \
  -o Dir::Cache::archives="$cache/debs" install "${packages[@]}" > "$cache/apt.log" 2>&1 || give_up "apt-get: $(tail -n 2 "$cache/apt.log")"
for archive in "$cache"/debs/*.deb; do
  [ -e "$archive" ] && dpkg-deb -x "$archive" "$cache/root"
done
for file in "$@"; do
  [ -e "$cache/root/$file" ] || give_up "$file is not there: its package is installed on this machine and was not downloaded"
done
: > "$complete"
