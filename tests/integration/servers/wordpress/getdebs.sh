#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# usage: getdebs.sh CACHE      downloads WordPress, what it runs on and Caddy, unpacks it into CACHE/root; nothing is installed.
# 77: it cannot be had here.
set -euo pipefail
list=$(dirname "$(realpath "$0")")/../../../../scripts/packages
mapfile -t packages < <(awk '/^# \[/ { on = /\[wordpress\]/; next } on && !/^#/ { for (i = 1; i <= NF; i++) print $i }' "$list")

give_up() { echo "getdebs.sh: $1" >&2; exit 77; }

mkdir -p "$1"
cache=$(realpath "$1")
complete=$cache/complete-$(printf '%s ' "${packages[@]}" | cksum | cut -d ' ' -f 1)
[ -e "$complete" ] && exit 0
command -v apt-get > /dev/null && command -v dpkg-deb > /dev/null || give_up "no apt-get: WordPress is taken from Debian's packages"
mkdir -p "$cache/debs/partial" "$cache/root"
# Only the archives go elsewhere; the package lists are the machine's own, so a machine without them cannot do it.
timeout 400 apt-get -y -qq --no-install-recommends --download-only -o Debug::NoLocking=1 -o APT::Sandbox::User=root \
  -o Dir::Cache::archives="$cache/debs" install "${packages[@]}" > "$cache/apt.log" 2>&1 || give_up "apt-get: $(tail -n 2 "$cache/apt.log")"
for archive in "$cache"/debs/*.deb; do
  dpkg-deb -x "$archive" "$cache/root"
done
[ -x "$cache/root/usr/bin/php8.2" ] && [ -x "$cache/root/usr/sbin/mariadbd" ] && [ -d "$cache/root/usr/share/wordpress" ] &&
  [ -x "$cache/root/usr/bin/caddy" ] ||
  give_up "a package is already installed on this machine and was not downloaded"
: > "$complete"
