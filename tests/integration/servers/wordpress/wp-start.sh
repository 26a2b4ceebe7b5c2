#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# usage: wp-start.sh CACHE STATE PORT [LOCALE]      WordPress on 127.0.0.1:PORT, its database on a socket in STATE.
# Application passwords of admin, moderator, writer and reader are left in STATE/passwords.json.
set -euo pipefail
here=$(dirname "$(realpath "$0")")
root=$(realpath "$1")/root
mkdir -p "$2"
state=$(realpath "$2")
port=$3
locale=${4:-fr_FR}
export LD_LIBRARY_PATH="$root/usr/lib/x86_64-linux-gnu:$root/lib/x86_64-linux-gnu"
export PHP_INI_SCAN_DIR=

give_up() { echo "wp-start.sh: $1" >&2; "$here/wp-stop.sh" "$state"; exit 77; }

write_php_ini() {
  local folder=$root/usr/lib/php/20220829 name
  {
    printf '%s\n' memory_limit=256M date.timezone=UTC display_errors=0 log_errors=1 "error_log=$state/php.log" "sys_temp_dir=$state" \
      "upload_tmp_dir=$state" "session.save_path=$state" "zend_extension=$folder/opcache.so" opcache.enable=1 opcache.enable_cli=1
    for name in mysqlnd mysqli ctype curl dom exif fileinfo gd iconv intl mbstring phar posix simplexml sockets tokenizer xml xmlreader xmlwriter; do
      if [ -e "$folder/$name.so" ]; then echo "extension=$folder/$name.so"; fi
    done
  } > "$state/php.ini"
}

database() {
  local common=(--no-defaults --basedir="$root/usr" --lc-messages-dir="$root/usr/share/mysql" --character-sets-dir="$root/usr/share/mysql/charsets")
  if [ ! -d "$state/db/mysql" ]; then
    mkdir -p "$state/db" "$state/tmp"
    PATH="$root/usr/sbin:$root/usr/bin:$PATH" "$root/usr/bin/mariadb-install-db" --no-defaults --basedir="$root/usr" --datadir="$state/db" \
      --tmpdir="$state/tmp" --user="$(id -un)" --auth-root-authentication-method=normal --skip-test-db > "$state/db-install.log" 2>&1 ||
      give_up "the database cannot be made: $(tail -n 2 "$state/db-install.log")"
  fi
  "$root/usr/sbin/mariadbd" "${common[@]}" --plugin-dir="$root/usr/lib/mysql/plugin" --datadir="$state/db" --tmpdir="$state/tmp" \
    --socket="$state/db.sock" --pid-file="$state/db.pid" --user="$(id -un)" --skip-networking --innodb-buffer-pool-size=32M \
    --innodb-log-file-size=16M --performance-schema=0 --max-connections=40 --innodb-flush-log-at-trx-commit=2 > "$state/db.log" 2>&1 < /dev/null &
  echo $! > "$state/mariadb.pid"
  local tries
  for ((tries = 0; tries < 300; tries++)); do
    "$root/usr/bin/mariadb" --no-defaults -uroot -S "$state/db.sock" -e 'create database if not exists wp character set utf8mb4' 2> /dev/null && return 0
    sleep 0.1
  done
  give_up "the database does not answer: $(tail -n 2 "$state/db.log")"
}

site() {
  [ -e "$state/passwords.json" ] && return 0
  # Links into packages of the host dangle in an unpacked tree; feeds and REST need none of them.
  rm -f "$root/usr/share/wordpress/.htaccess"
  cp -aL "$root/usr/share/wordpress" "$state/site" 2> "$state/copy.log" || true
  mkdir -p "$state/site/wp-content/languages" "$state/site/wp-content/uploads"
  cp -a "$root/var/lib/wordpress/wp-content/languages/." "$state/site/wp-content/languages/" 2> /dev/null || true
  {
    echo '<?php'
    echo "define('DB_NAME', 'wp'); define('DB_USER', 'root'); define('DB_PASSWORD', ''); define('DB_HOST', 'localhost:$state/db.sock');"
    echo "define('DB_CHARSET', 'utf8mb4'); define('DB_COLLATE', ''); \$table_prefix = 'wp_';"
    for name in AUTH_KEY SECURE_AUTH_KEY LOGGED_IN_KEY NONCE_KEY AUTH_SALT SECURE_AUTH_SALT LOGGED_IN_SALT NONCE_SALT; do
      echo "define('$name', 'loopback $name');"
    done
    # Behind Caddy the site is where Caddy says it is, as on any host with a proxy in front.
    echo "\$proxied = (\$_SERVER['HTTP_X_FORWARDED_PROTO'] ?? '') === 'https';"
    echo "if (\$proxied) \$_SERVER['HTTPS'] = 'on';"
    echo "\$home = \$proxied ? 'https://' . \$_SERVER['HTTP_X_FORWARDED_HOST'] : 'http://127.0.0.1:$port';"
    echo "define('WP_HOME', \$home); define('WP_SITEURL', \$home);"
    echo "define('WP_ENVIRONMENT_TYPE', 'local');" # application passwords without https
    echo "define('WP_HTTP_BLOCK_EXTERNAL', true); define('AUTOMATIC_UPDATER_DISABLED', true); define('DISABLE_WP_CRON', true);"
    echo "if (!defined('ABSPATH')) define('ABSPATH', __DIR__ . '/');"
    echo "require_once ABSPATH . 'wp-settings.php';"
  } > "$state/site/wp-config.php"
  "$root/usr/bin/php8.2" -c "$state/php.ini" "$here/seed.php" "$state/site" "$locale" "$state/passwords.json" > "$state/seed.log" 2>&1 ||
    give_up "the blog cannot be made: $(tail -n 2 "$state/seed.log")"
}

web() {
  PHP_CLI_SERVER_WORKERS=3 "$root/usr/bin/php8.2" -c "$state/php.ini" -S "127.0.0.1:$port" -t "$state/site" "$here/router.php" \
    > "$state/web.log" 2>&1 < /dev/null &
  echo $! > "$state/php.pid"
  local tries
  for ((tries = 0; tries < 300; tries++)); do
    LD_LIBRARY_PATH='' curl -fsS --noproxy '*' -o /dev/null "http://127.0.0.1:$port/wp-json/" 2> /dev/null && return 0
    sleep 0.1
  done
  give_up "the web server does not answer: $(tail -n 2 "$state/web.log")"
}

write_php_ini
database
site
web
