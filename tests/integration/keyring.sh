#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# The path through libsecret against a real Secret Service: gnome-keyring on a session bus of its own, unlocked with an
# empty password, then locked.
# usage: keyring.sh path/to/unit_net
set -eu
unit=$1
for tool in dbus-run-session dbus-send gnome-keyring-daemon secret-tool; do
    if ! command -v "$tool" >/dev/null 2>&1; then
        echo "SKIPPED, and nothing was tested: $tool is not installed (Debian: dbus-daemon, gnome-keyring, libsecret-tools)"
        exit 77
    fi
done
if [ -z "${VIGIE_KEYRING_INSIDE:-}" ]; then
    folder=$(mktemp -d)
    trap 'rm -rf "$folder"' EXIT
    mkdir -m 700 "$folder/data" "$folder/run" "$folder/home"
    VIGIE_KEYRING_INSIDE=$folder XDG_DATA_HOME=$folder/data XDG_RUNTIME_DIR=$folder/run HOME=$folder/home \
        dbus-run-session -- sh "$0" "$unit"
    exit 0
fi
log=$VIGIE_KEYRING_INSIDE/daemon.log
printf '\n' | gnome-keyring-daemon --unlock --components=secrets >"$log" 2>&1
tries=0
until printf probe | timeout 5 secret-tool store --label=probe key probe 2>>"$log"; do
    tries=$((tries + 1))
    if [ "$tries" -gt 40 ]; then
        echo "SKIPPED, and nothing was tested: the Secret Service does not start here:"
        cat "$log"
        exit 77
    fi
    sleep 0.25
done
"$unit" "[.keyring]"
# Another program finds the entry where it belongs.
[ "$(secret-tool lookup key vigie-test-stays)" = "a secret that stays" ] || { echo "FAIL  secret-tool does not find what was stored"; exit 1; }
dbus-send --session --print-reply --dest=org.freedesktop.secrets /org/freedesktop/secrets org.freedesktop.Secret.Service.Lock \
    array:objpath:/org/freedesktop/secrets/collection/login >>"$log"
"$unit" "[.keyring_locked]"
echo passed
