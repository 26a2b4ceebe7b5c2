#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# usage: wp-stop.sh STATE      ends Caddy, the web server with its workers (they outlive it otherwise), then the database
set -u
end() {
  local pid=$1 tries
  kill "$pid" 2> /dev/null || return 0
  for ((tries = 0; tries < 100; tries++)); do
    kill -0 "$pid" 2> /dev/null || return 0
    sleep 0.1
  done
  kill -9 "$pid" 2> /dev/null
}
for name in caddy php mariadb; do
  [ -e "$1/$name.pid" ] || continue
  first=$(cat "$1/$name.pid")
  workers=$(ps -o pid= --ppid "$first")
  for pid in $first $workers; do end "$pid"; done
  rm -f "$1/$name.pid"
done
exit 0
