<?php
// SPDX-License-Identifier: GPL-3.0-or-later
// usage: seed.php SITE LOCALE PASSWORDS-FILE      an installed blog with five people and their application passwords
define('WP_INSTALLING', true);
$_SERVER['HTTP_HOST'] = '127.0.0.1';
[, $site, $locale, $passwords] = $argv;
require $site . '/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/upgrade.php';
add_filter('pre_wp_mail', '__return_true');
wp_install('Atelier Dubreuil', 'admin', 'admin@example.test', true, '', wp_generate_password(), $locale);
// Comments of people who moderate nothing wait to be approved; the feed shows ten, as it does where nobody changed it.
foreach (['posts_per_rss' => 10, 'comment_moderation' => 1, 'comments_notify' => 0, 'moderation_notify' => 0, 'comment_previously_approved' => 0] as $name => $value)
    update_option($name, $value);
global $wp_rewrite;
$wp_rewrite->init();
$wp_rewrite->set_permalink_structure('/%year%/%monthnum%/%postname%/');
flush_rewrite_rules();
$issued = [];
foreach (['admin' => 'administrator', 'moderator' => 'editor', 'writer' => 'author', 'reader' => 'subscriber', 'guest' => 'subscriber'] as $name => $role) {
    $user = get_user_by('login', $name);
    $id = $user ? $user->ID : wp_insert_user(['user_login' => $name, 'user_pass' => wp_generate_password(), 'role' => $role,
                                              'user_email' => "$name@example.test", 'display_name' => ucfirst($name)]);
    $issued[$name] = WP_Application_Passwords::create_new_application_password($id, ['name' => 'vigie'])[0];
}
file_put_contents($passwords, json_encode($issued));
