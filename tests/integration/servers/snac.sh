#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# A real server of the Mastodon API, from Debian's package, without installing anything.
#   snac.sh get CACHE                            download and unpack; prints the program. 77: cannot be had here
#   snac.sh start CACHE STATE ADDRESS PORT HOST USER...   one instance; passwords in STATE/USER.pw
#   snac.sh token STATE URL USER                 signs USER in and prints a token of the API
#   snac.sh stop STATE
# Two federating instances need host names without a port, so port 80, so a namespace of their own:
#   snac.sh federated CACHE STATE COMMAND...     runs COMMAND where snac-a.test (alice) and snac-b.test (bob) know each
#                                                other and nothing else is reachable. 77: namespaces are not permitted
set -euo pipefail

give_up() { echo "snac.sh: $1" >&2; exit 77; }

get() {
  local cache=$1
  local program="$cache/root/usr/bin/snac"
  if [ ! -x "$program" ]; then
    command -v apt-get >/dev/null && command -v dpkg-deb >/dev/null || give_up "no apt-get: snac2 is taken from Debian's packages"
    mkdir -p "$cache"/apt/lists/partial "$cache"/apt/cache/archives/partial "$cache/debs"
    cache=$(realpath "$cache")
    local mirror
    mirror=$(awk '/^URIs:/ {print $2; exit}' /etc/apt/sources.list.d/debian.sources 2>/dev/null || true)
    [ -n "$mirror" ] || mirror=$(awk '$1 == "deb" && $2 ~ /^http/ {print $2; exit}' /etc/apt/sources.list 2>/dev/null || true)
    [ -n "$mirror" ] || give_up "no Debian mirror is configured"
    echo "deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] $mirror bookworm-backports main" > "$cache/apt/sources.list"
    cat > "$cache/apt/apt.conf" <<CONF
Dir::Etc::sourcelist "$cache/apt/sources.list";
Dir::Etc::sourceparts "/dev/null";
Dir::State::lists "$cache/apt/lists";
Dir::Cache "$cache/apt/cache";
APT::Sandbox::User "root";
CONF
    export APT_CONFIG="$cache/apt/apt.conf"
    timeout 120 apt-get -qq update >&2 || give_up "the package lists cannot be read"
    (cd "$cache/debs" && timeout 120 apt-get -qq download snac2 >&2) || give_up "snac2 cannot be downloaded"
    dpkg-deb -x "$cache"/debs/snac2_*.deb "$cache/root"
    program="$cache/root/usr/bin/snac"
  fi
  if ldd "$program" | grep -q 'not found'; then give_up "libraries that snac2 needs are missing"; fi
  realpath "$program"
}

start() {
  local program state=$2 address=$3 port=$4 host=$5
  program=$(get "$1")
  shift 5
  mkdir -p "$state"
  printf '%s\n%s\n%s\n\n\n' "$address" "$port" "$host" | "$program" init "$state/data" > "$state/init.log"
  sed -i 's/"protocol": "https"/"protocol": "http"/' "$state/data/server.json"
  local user
  for user in "$@"; do
    (umask 077; printf '%s\n\n' "$user" | "$program" adduser "$state/data" "$user" | sed -n 's/^User password is //p' > "$state/$user.pw")
    [ -s "$state/$user.pw" ] || give_up "the user $user could not be made"
  done
  "$program" httpd "$state/data" > "$state/snac.log" 2>&1 < /dev/null &
  echo $! > "$state/snac.pid"
  local tries
  for ((tries = 0; tries < 100; tries++)); do
    curl -fsS --noproxy '*' -o /dev/null "http://$address:$port/api/v1/instance" -H "Host: $host" 2>/dev/null && return 0
    kill -0 "$(cat "$state/snac.pid")" 2>/dev/null || break
    sleep 0.1
  done
  give_up "snac did not come up: $(tail -n 3 "$state/snac.log")"
}

# Secrets go to curl through its standard input: arguments are for everybody to read.
# A password that snac makes may hold a plus sign, which a form would read as a space.
in_form() { sed 's/%/%25/g; s/+/%2B/g; s,/,%2F,g; s/=/%3D/g; s/&/%26/g'; }

token() {
  local state=$1 url=$2 user=$3 app code
  field() { sed -n "s/.*\"$1\": *\"\([^\"]*\)\".*/\1/p" | head -n 1; }
  local oob=urn:ietf:wg:oauth:2.0:oob
  app=$(curl -fsS --noproxy '*' "$url/api/v1/apps" -d client_name=Vigie --data-urlencode "redirect_uris=$oob" --data-urlencode "scopes=read write follow")
  local id secret
  id=$(echo "$app" | field client_id)
  secret=$(echo "$app" | field client_secret)
  code=$(printf 'login=%s&passwd=%s&redir=%s&cid=%s&state=x' "$user" "$(in_form < "$state/$user.pw")" "$oob" "$id" |
    curl -fsS --noproxy '*' "$url/oauth/x-snac-login" --data-binary @- | tr -d '\r\n ')
  printf 'grant_type=authorization_code&code=%s&client_id=%s&client_secret=%s&redirect_uri=%s' "$code" "$id" "$secret" "$oob" |
    curl -fsS --noproxy '*' "$url/oauth/token" --data-binary @- | field access_token
}

stop() {
  local pid tries
  [ -e "$1/snac.pid" ] || return 0
  pid=$(cat "$1/snac.pid")
  kill "$pid" 2>/dev/null || true
  for ((tries = 0; tries < 100; tries++)); do kill -0 "$pid" 2>/dev/null || break; sleep 0.1; done
  kill -9 "$pid" 2>/dev/null || true
  rm -f "$1/snac.pid"
}

federated() {
  local cache=$1 state=$2
  shift 2
  get "$cache" > /dev/null
  mkdir -p "$state"
  unshare -Urnm true 2>/dev/null || give_up "this machine does not permit namespaces"
  printf '127.0.0.1 localhost\n127.0.0.21 snac-a.test\n127.0.0.22 snac-b.test\n' > "$state/hosts"
  exec unshare -Urnm "$BASH" "$(realpath "$0")" inside "$cache" "$state" "$@"
}

inside() {
  local cache=$1 state=$2 code=0
  shift 2
  ip link set lo up 2>/dev/null || give_up "the namespace's loopback cannot be raised"
  mount --bind "$state/hosts" /etc/hosts || give_up "the namespace's hosts file cannot be set"
  start "$cache" "$state/a" 127.0.0.21 80 snac-a.test alice
  start "$cache" "$state/b" 127.0.0.22 80 snac-b.test bob
  "$@" || code=$?
  stop "$state/a"
  stop "$state/b"
  exit "$code"
}

verb=${1:?what to do}
shift
case $verb in
  get | start | token | stop | federated | inside) "$verb" "$@" ;;
  *) echo "snac.sh: unknown: $verb" >&2; exit 2 ;;
esac
