#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# A real submission and IMAP server on loopback: Postfix and Dovecot from Debian's packages, in a root folder of their own,
# with users, certificates and mailboxes of their own. Nothing is installed, nothing is mounted, no mail can leave: every
# domain but example.test is refused. Needs root (chroot, the servers' own users), nothing else of the machine.
#   peer.sh get CACHE                download and unpack. 77: cannot be had here
#   peer.sh start CACHE STATE        prints NAME=VALUE lines: where everything is. 77: not permitted here
#   peer.sh stop STATE               every process by its own pid
#   peer.sh imap STATE stop|start    Dovecot alone
#   peer.sh grey STATE on|off        mail for later@example.test is put off (450)
#   peer.sh renumber STATE USER      Dovecot forgets its numbering of that user's INBOX: a new UIDVALIDITY
# Accounts: vigie, sav, ventes, later @example.test, password NAME-secret.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)

give_up() { echo "peer.sh: $1" >&2; exit 77; }

# The servers find their files under compiled-in paths, so they get a root of their own: the packages, and the libraries
# that they are linked with.
get() {
  local cache=$1 packages
  # shellcheck disable=SC2207
  packages=($(awk '/^# \[/ { on = ($2 == "[mail]"); next } /^#/ { next } on' "$here/../../../scripts/packages"))
  mkdir -p "$cache"
  cache=$(realpath "$cache")
  [ -e "$cache/complete" ] && return 0
  command -v apt-get > /dev/null && command -v dpkg-deb > /dev/null || give_up "no apt-get: the servers are taken from Debian's packages"
  rm -rf "$cache/root"
  mkdir -p "$cache/debs/partial" "$cache/root"
  # Only the archives go elsewhere; the package lists are the machine's own, so a machine without them cannot do it.
  timeout 400 apt-get -y -qq --no-install-recommends --reinstall --download-only -o Debug::NoLocking=1 -o APT::Sandbox::User=root \
    -o Dir::Cache::archives="$cache/debs" install "${packages[@]}" > "$cache/apt.log" 2>&1 || give_up "apt-get: $(tail -n 2 "$cache/apt.log")"
  local archive
  for archive in "$cache"/debs/*.deb; do
    dpkg-deb -x "$archive" "$cache/root"
  done
  install -D /bin/dash "$cache/root/bin/sh"
  libraries "$cache/root"
  [ -x "$cache/root/usr/lib/postfix/sbin/master" ] && [ -x "$cache/root/usr/sbin/dovecot" ] || give_up "the packages do not hold the servers"
  : > "$cache/complete"
}

# Every library that a program or plug-in below $1 is linked with and that is not there: from this machine, to the same path.
libraries() {
  local root=$1 path
  export LD_LIBRARY_PATH="$root/usr/lib/postfix:$root/usr/lib/dovecot:$root/usr/lib/dovecot/modules:$root/usr/lib/$(uname -m)-linux-gnu:$root/lib/$(uname -m)-linux-gnu"
  { find "$root" -type f \( -perm -u+x -o -name '*.so*' \) -print0 | xargs -0 -r -n 20 ldd 2> /dev/null || true; } | # scripts are none of its business
    sed -n -e 's/.* => \(\/[^ ]*\) (0x.*/\1/p' -e 's/^[[:space:]]*\(\/[^ ]*ld-linux[^ ]*\) (0x.*/\1/p' | sort -u |
    while read -r path; do
      case $path in
      "$root"/*) ;;
      *) install -D "$(realpath "$path")" "$root$path" ;;
      esac
    done
  unset LD_LIBRARY_PATH
  mkdir -p "$root/lib64"
  [ -e "$root/lib64/ld-linux-x86-64.so.2" ] || [ "$(uname -m)" != x86_64 ] || install -D "$(realpath /lib64/ld-linux-x86-64.so.2)" "$root/lib64/ld-linux-x86-64.so.2"
}

free_ports() { # $1 of them, on both addresses that are used
  python3 - "$1" <<'PY'
import socket, sys
held = []
while len(held) < 2 * int(sys.argv[1]):
    first = socket.socket()
    first.bind(("127.0.0.1", 0))
    second = socket.socket()
    try:
        second.bind(("127.0.0.2", first.getsockname()[1]))
    except OSError:
        continue
    held += [first, second]
print(*[one.getsockname()[1] for one in held[::2]])
PY
}

certificate() { # STATE NAME SUBJECT-ALT-NAMES [options of openssl x509]
  local state=$1 name=$2 names=$3
  shift 3
  openssl req -newkey rsa:2048 -nodes -subj "/CN=$name" -keyout "$state/tls/$name.key" -out "$state/tls/$name.csr" 2> /dev/null
  printf 'subjectAltName=%s\nbasicConstraints=CA:FALSE\n' "$names" > "$state/tls/$name.ext"
  openssl x509 -req "$@" -in "$state/tls/$name.csr" -CA "$state/tls/ca.crt" -CAkey "$state/tls/ca.key" -CAcreateserial \
    -out "$state/tls/$name.crt" -extfile "$state/tls/$name.ext" 2> /dev/null
}

certificates() {
  local state=$1
  mkdir -m 700 "$state/tls"
  openssl req -x509 -newkey rsa:2048 -nodes -days 3 -subj '/CN=Loopback test CA' -keyout "$state/tls/ca.key" -out "$state/tls/ca.crt" 2> /dev/null
  certificate "$state" mail DNS:localhost,IP:127.0.0.1,IP:127.0.0.2 -days 3
  certificate "$state" elsewhere DNS:mail.elsewhere.test -days 3
  # The option that sets an end in the past is a negative number of days.
  certificate "$state" expired DNS:localhost,IP:127.0.0.1 -days -1
  install -m 644 "$state/tls/ca.crt" "$state/ca.crt"
  local name
  for name in mail elsewhere expired; do
    install -m 644 "$state/tls/$name.crt" "$state/root/etc/$name.crt"
    install -m 600 "$state/tls/$name.key" "$state/root/etc/$name.key"
  done
}

# The root has users of its own, so that none is needed on the machine. Ids that Debian gives to nobody.
users() {
  local root=$1
  cat > "$root/etc/passwd" <<'C'
root:x:0:0:root:/:/bin/sh
postfix:x:64901:64901::/var/spool/postfix:/usr/sbin/nologin
dovecot:x:64902:64902::/usr/lib/dovecot:/usr/sbin/nologin
dovenull:x:64903:64903::/nonexistent:/usr/sbin/nologin
vmail:x:64904:64904::/mail:/usr/sbin/nologin
policy:x:64905:64905::/nonexistent:/usr/sbin/nologin
nobody:x:65534:65534::/nonexistent:/usr/sbin/nologin
C
  cat > "$root/etc/group" <<'C'
root:x:0:
postfix:x:64901:
dovecot:x:64902:
dovenull:x:64903:
vmail:x:64904:
policy:x:64905:
postdrop:x:64906:
nogroup:x:65534:
C
  echo 'passwd: files' > "$root/etc/nsswitch.conf"
  echo '127.0.0.1 localhost' > "$root/etc/hosts"
  : > "$root/etc/services"
}

dovecot_files() {
  local root=$1 starttls=$2 tls=$3 name
  : > "$root/etc/dovecot.users"
  for name in vigie sav ventes later; do echo "$name@example.test:{PLAIN}$name-secret" >> "$root/etc/dovecot.users"; done
  chown 0:64902 "$root/etc/dovecot.users"
  chmod 640 "$root/etc/dovecot.users"
  # Receivers show a message once: what most mailboxes do with a Message-ID that they hold already.
  cat > "$root/etc/once.sieve" <<'C'
require ["duplicate"];
if duplicate { discard; stop; }
C
  cat > "$root/etc/dovecot.conf" <<C
base_dir = /run/dovecot
state_dir = /run/dovecot-state
log_path = /log/dovecot.log
instance_name = vigie-test
protocols = imap lmtp
listen = 127.0.0.1, 127.0.0.2
ssl = required
ssl_cert = </etc/mail.crt
ssl_key = </etc/mail.key
ssl_min_protocol = TLSv1.2
disable_plaintext_auth = yes
auth_mechanisms = plain login
auth_failure_delay = 0
passdb {
  driver = passwd-file
  args = /etc/dovecot.users
}
userdb {
  driver = static
  args = uid=vmail gid=vmail home=/mail/%n
}
mail_location = maildir:~/Maildir
first_valid_uid = 1
namespace inbox {
  inbox = yes
  mailbox Sent {
    special_use = \\Sent
    auto = subscribe
  }
}
service imap-login {
  chroot =
  inet_listener imap {
    port = $starttls
  }
  inet_listener imaps {
    port = $tls
    ssl = yes
  }
}
service anvil {
  chroot =
}
service lmtp {
  unix_listener lmtp {
    mode = 0666
  }
}
service auth {
  unix_listener auth-smtp {
    mode = 0666
  }
}
protocol lmtp {
  auth_username_format = %Lu
  mail_plugins = \$mail_plugins sieve
}
plugin {
  sieve_before = /etc/once.sieve
}
# Here no encryption is offered at all.
local 127.0.0.2 {
  ssl = no
}
C
  mkdir -p "$root/run/dovecot" "$root/mail"
  chown 64904:64904 "$root/mail"
}

postfix_files() {
  local root=$1 starttls=$2 tls=$3 plain=$4 expired=$5 elsewhere=$6 name folder
  rm -rf "$root/etc/postfix" "$root/var/spool/postfix" "$root/var/lib/postfix"
  mkdir -p "$root/etc/postfix" "$root/var/lib/postfix" "$root/var/spool/postfix"
  chown 64901 "$root/var/lib/postfix"
  for folder in active bounce corrupt defer deferred flush hold incoming private saved trace; do
    mkdir -m 700 "$root/var/spool/postfix/$folder"
    chown 64901 "$root/var/spool/postfix/$folder"
  done
  mkdir -m 710 "$root/var/spool/postfix/public"
  chown 64901:64906 "$root/var/spool/postfix/public"
  mkdir -m 730 "$root/var/spool/postfix/maildrop"
  chown 64901:64906 "$root/var/spool/postfix/maildrop"
  mkdir "$root/var/spool/postfix/pid"
  : > "$root/etc/postfix/mailboxes"
  for name in vigie sav ventes later; do echo "$name@example.test $name@example.test" >> "$root/etc/postfix/mailboxes"; done
  # Postfix' own interface for greylisting: attributes until an empty line, then one action.
  cat > "$root/etc/policy" <<'C'
while read -r line; do
  case $line in
  recipient=*) recipient=${line#recipient=} ;;
  "") if [ "$recipient" = later@example.test ] && [ -e /run/grey ]; then echo "action=450 4.7.1 come back later"; else echo "action=DUNNO"; fi
      echo ;;
  esac
done
C
  cat > "$root/etc/postfix/main.cf" <<C
compatibility_level = 3.6
queue_directory = /var/spool/postfix
data_directory = /var/lib/postfix
mail_owner = postfix
setgid_group = postdrop
command_directory = /usr/sbin
daemon_directory = /usr/lib/postfix/sbin
maillog_file = /log/postfix.log
maillog_file_prefixes = /log
myhostname = localhost
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
mydestination =
mynetworks =
alias_maps =
alias_database =
virtual_mailbox_domains = example.test
virtual_mailbox_maps = texthash:/etc/postfix/mailboxes
virtual_transport = lmtp:unix:/run/dovecot/lmtp
default_transport = error:5.7.1 loopback peer: no outside mail
relay_transport = error:5.7.1 loopback peer: no outside mail
message_size_limit = 1000000
smtpd_tls_cert_file = /etc/mail.crt
smtpd_tls_key_file = /etc/mail.key
smtpd_tls_security_level = encrypt
smtpd_tls_mandatory_protocols = >=TLSv1.2
smtpd_sasl_auth_enable = yes
smtpd_sasl_type = dovecot
smtpd_sasl_path = /run/dovecot/auth-smtp
smtpd_sender_login_maps = texthash:/etc/postfix/mailboxes
smtpd_sender_restrictions = reject_sender_login_mismatch
smtpd_recipient_restrictions = check_policy_service unix:private/policy, permit_sasl_authenticated, reject
smtpd_relay_restrictions = permit_sasl_authenticated, reject
smtpd_client_restrictions = permit_sasl_authenticated, reject
smtpd_delay_reject = yes
smtpd_client_connection_rate_limit = 0
# A process that served before Dovecot was restarted would still speak with the one that is gone.
max_use = 1
notify_classes =
C
  cat > "$root/etc/postfix/master.cf" <<C
$starttls inet n - n - - smtpd
$tls inet n - n - - smtpd -o smtpd_tls_wrappermode=yes
$plain inet n - n - - smtpd -o smtpd_tls_security_level=none -o smtpd_sasl_auth_enable=yes
$expired inet n - n - - smtpd -o smtpd_tls_wrappermode=yes -o smtpd_tls_cert_file=/etc/expired.crt -o smtpd_tls_key_file=/etc/expired.key
$elsewhere inet n - n - - smtpd -o smtpd_tls_wrappermode=yes -o smtpd_tls_cert_file=/etc/elsewhere.crt -o smtpd_tls_key_file=/etc/elsewhere.key
policy unix - n n - 0 spawn user=policy argv=/bin/sh /etc/policy
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
tlsmgr unix - - n 1000? 1 tlsmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
verify unix - - n - 1 verify
flush unix n - n 1000? 0 flush
proxymap unix - - n - - proxymap
error unix - - n - - error
retry unix - - n - - error
discard unix - - n - - discard
lmtp unix - - n - - lmtp
anvil unix - - n - 1 anvil
scache unix - - n - 1 scache
postlog unix-dgram n - n - 1 postlogd
C
}

running() { [ -n "$1" ] && kill -0 "$1" 2> /dev/null; }

listening() { (exec 3<> "/dev/tcp/$1/$2") 2> /dev/null; }

wait_until() { # SECONDS WHAT command...
  local end=$((SECONDS + $1)) what=$2
  shift 2
  until "$@"; do
    [ $SECONDS -lt $end ] || { echo "peer.sh: $what" >&2; return 1; }
    sleep 0.1
  done
}

imap_start() {
  local state=$1
  chroot "$state/root" /usr/sbin/dovecot -F -c /etc/dovecot.conf > "$state/dovecot.out" 2>&1 < /dev/null &
  echo $! > "$state/dovecot.pid"
}

gone() { ! running "$1"; }

stop_one() { # PIDFILE
  local pid
  pid=$(cat "$1" 2> /dev/null || true)
  running "$pid" || return 0
  kill "$pid" 2> /dev/null || true
  wait_until 20 "process $pid does not end" gone "$pid"
  rm -f "$1"
}

start() {
  local cache=$1 state=$2 ports
  [ "$(id -u)" = 0 ] || give_up "the servers need root (they change their users); run the tests as root"
  get "$cache"
  cache=$(realpath "$cache")
  mkdir -p "$state"
  state=$(realpath "$state")
  chmod 755 "$state"
  cp -a "$cache/root" "$state/root"
  mkdir -p "$state/root"/{dev,etc,tmp,run,log} "$state/root/var/lib/dovecot"
  chmod 1777 "$state/root/tmp"
  chmod 755 "$state/root" "$state/root/log"
  local device
  for device in "null 3" "zero 5" "random 8" "urandom 9"; do
    # shellcheck disable=SC2086
    set -- $device
    mknod -m 666 "$state/root/dev/$1" c 1 "$2" 2> /dev/null || give_up "device files cannot be made here"
  done
  : < "$state/root/dev/null" || give_up "device files may not be used in $state (nodev)"
  # shellcheck disable=SC2207
  ports=($(free_ports 7))
  users "$state/root"
  certificates "$state"
  dovecot_files "$state/root" "${ports[0]}" "${ports[1]}"
  chroot "$state/root" /usr/bin/sievec -c /etc/dovecot.conf /etc/once.sieve
  postfix_files "$state/root" "${ports[@]:2:5}"
  imap_start "$state"
  wait_until 20 "Dovecot did not come up: $(tail -n 3 "$state/dovecot.out")" listening 127.0.0.1 "${ports[1]}" || { logs "$state"; exit 1; }
  chroot "$state/root" /usr/lib/postfix/sbin/master -c /etc/postfix -d > "$state/postfix.out" 2>&1 < /dev/null &
  echo $! > "$state/postfix.pid"
  wait_until 20 "Postfix did not come up" listening 127.0.0.1 "${ports[3]}" || { logs "$state"; exit 1; }
  printf 'VIGIE_MAIL_%s\n' "IMAP_STARTTLS=${ports[0]}" "IMAP_TLS=${ports[1]}" "SMTP_STARTTLS=${ports[2]}" "SMTP_TLS=${ports[3]}" "SMTP_PLAIN=${ports[4]}" \
    "SMTP_EXPIRED=${ports[5]}" "SMTP_ELSEWHERE=${ports[6]}" "CA=$state/ca.crt" "STATE=$state" | tee "$state/where"
}

logs() { tail -n 5 "$1"/*.out "$1"/root/log/*.log >&2 2> /dev/null || true; }

value() { sed -n "s/^VIGIE_MAIL_$2=//p" "$1/where"; }

case ${1:-} in
get) get "$2" ;;
start) start "$2" "$3" ;;
stop)
  stop_one "$2/postfix.pid"
  stop_one "$2/dovecot.pid"
  ;;
imap)
  if [ "$3" = stop ]; then
    stop_one "$2/dovecot.pid"
  else
    imap_start "$2"
    wait_until 20 "Dovecot did not come up" listening 127.0.0.1 "$(value "$2" IMAP_TLS)"
  fi
  ;;
grey) if [ "$3" = on ]; then : > "$2/root/run/grey"; else rm -f "$2/root/run/grey"; fi ;;
renumber)
  stop_one "$2/dovecot.pid"
  rm -f "$2/root/mail/$3/Maildir"/dovecot-uidlist* "$2/root/mail/$3/Maildir"/dovecot-uidvalidity* "$2/root/mail/$3/Maildir"/dovecot.index*
  imap_start "$2"
  wait_until 20 "Dovecot did not come up" listening 127.0.0.1 "$(value "$2" IMAP_TLS)"
  ;;
*) sed -n '3,14p' "$0" >&2; exit 2 ;;
esac
