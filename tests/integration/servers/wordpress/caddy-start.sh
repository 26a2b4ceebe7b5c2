#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# usage: caddy-start.sh CACHE STATE PORT UPSTREAM-PORT      https://127.0.0.1:PORT in front of the site, with a certificate
# authority of its own in STATE/ca.pem; what was asked is in STATE/caddy-access.log.
set -euo pipefail
caddy=$(realpath "$1")/root/usr/bin/caddy
state=$(realpath "$2")
port=$3
upstream=$4

give_up() { echo "caddy-start.sh: $1" >&2; exit 77; }

certificates() {
  openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 -subj "/CN=Authority of a test" -keyout "$state/ca.key" -out "$state/ca.pem" 2> /dev/null
  openssl req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -subj "/CN=127.0.0.1" -keyout "$state/tls.key" -out "$state/tls.csr" 2> /dev/null
  printf 'subjectAltName=IP:127.0.0.1\nbasicConstraints=CA:FALSE\n' > "$state/tls.ext"
  openssl x509 -req -in "$state/tls.csr" -CA "$state/ca.pem" -CAkey "$state/ca.key" -CAcreateserial -days 2 -extfile "$state/tls.ext" -out "$state/tls.pem" 2> /dev/null
}

certificates || give_up "no certificate could be made"
cat > "$state/Caddyfile" <<CADDY
{
  admin off
  auto_https off
}
https://127.0.0.1:$port {
  bind 127.0.0.1
  tls $state/tls.pem $state/tls.key
  encode gzip
  log {
    output file $state/caddy-access.log
    format json
  }
  reverse_proxy 127.0.0.1:$upstream
}
CADDY
HOME=$state XDG_DATA_HOME=$state/caddy XDG_CONFIG_HOME=$state/caddy "$caddy" run --config "$state/Caddyfile" --adapter caddyfile > "$state/caddy.log" 2>&1 < /dev/null &
echo $! > "$state/caddy.pid"
for ((tries = 0; tries < 100; tries++)); do
  curl -fsS --noproxy '*' --cacert "$state/ca.pem" -o /dev/null "https://127.0.0.1:$port/wp-json/" 2> /dev/null && exit 0
  sleep 0.1
done
give_up "Caddy does not answer: $(tail -n 2 "$state/caddy.log")"
