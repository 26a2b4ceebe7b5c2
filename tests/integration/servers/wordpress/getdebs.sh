#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# usage: getdebs.sh CACHE      downloads WordPress, what it runs on and Caddy, unpacks it into CACHE/root; nothing is installed.
# 77: it cannot be had here.
exec "$(dirname "$(realpath "$0")")/../unpack.sh" "$1" wordpress usr/bin/php8.2 usr/sbin/mariadbd usr/share/wordpress usr/bin/caddy
