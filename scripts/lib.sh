# SPDX-License-Identifier: GPL-3.0-or-later
# Shared by scripts/run and scripts/test: where we are, and what is missing.
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)

say() { printf '%s\n' "$*"; }

# packages_of build ui ... : the names listed under these headings of scripts/packages
packages_of() {
    awk -v want=" $* " '/^# \[/ { gsub(/[#\[\] ]/, ""); on = index(want, " " $0 " ") > 0; next }
                        /^#/ { next } on { for (i = 1; i <= NF; i++) print $i }' "$root/scripts/packages"
}

# install_missing build ui ... : says what it installs, and installs it with apt-get
install_missing() {
    missing=
    for package in $(packages_of "$@"); do
        case $package in nodejs | npm) command -v "${package%js}" >/dev/null && continue ;; esac # other builds of node bring npm along
        dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' || missing="$missing $package"
    done
    [ -n "$missing" ] || return 0
    command -v apt-get >/dev/null || { say "These packages are missing and apt-get is not here to install them:$missing"; exit 1; }
    sudo=
    if [ "$(id -u)" != 0 ]; then
        sudo=sudo
        command -v sudo >/dev/null || { say "Missing:$missing - install them as root, or install sudo."; exit 1; }
    fi
    say "Installing what is missing:$missing"
    $sudo env DEBIAN_FRONTEND=noninteractive apt-get -qq update
    # shellcheck disable=SC2086
    $sudo env DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends $missing >/dev/null
}

# room_for FOLDER GIGABYTES: a build that fills the disk half-way says nothing one understands ("Bus error" of the linker)
room_for() {
    [ -e "$1/build.ninja" ] && return 0 # begun before: most of it is there
    free=$(df -Pk "$root" | awk 'NR == 2 { print int($4 / 1048576) }')
    [ "$free" -ge "$2" ] && return 0
    say "The build needs about $2 GB in $root, and $free GB are free there. Nothing was built: make room, and call this again."
    exit 1
}
