# SPDX-License-Identifier: GPL-3.0-or-later
"""vigie-cli reads the feeds of a real WordPress, in every dialect it speaks. Part of wordpress/run, which starts the site.

What makes these feeds real: titles between tabs, a self link without its port, an emoji
that is a picture in one element and a character in the next, an ETag that does not change when a comment is edited."""

import base64
import html
import json

import cli_house
from cli_house import Failure, check, http

REREAD_EVERY = 10  # runs; what a server hides behind "not modified" is seen after that many
POSTS = [("Cuisson au bois", "Le four a tenu toute la nuit \U0001f64f et les pièces sont superbes."),
         ("Portes ouvertes", "Samedi de dix à dix-huit heures."),
         ("Émaux & cendres", "Un essai de cendres de vigne : a < b & c.")]
COMMENTS = ["Magnifique travail, merci beaucoup !", "Le bol est arrivé cassé, je suis déçue."]


class Blog:
    def __init__(self, url, passwords):
        self.url, self.passwords = url, passwords

    def call(self, method, path, who, body):
        secret = base64.b64encode(f"{who}:{self.passwords[who]}".encode()).decode()
        status, _, text = http(method, self.url + "/wp-json/wp/v2" + path, body=body, headers={"Authorization": "Basic " + secret})
        if status not in (200, 201):
            raise Failure(f"WordPress answered {status} to {method} {path}: {text[:200]}")
        return json.loads(text)

    def fill(self):
        """Posts and comments beside the one of each that every new blog has; the ids of what was made."""
        posts = [self.call("POST", "/posts", "admin", {"title": title, "content": f"<p>{html.escape(text)}</p>", "status": "publish"})["id"]
                 for title, text in POSTS]
        comments = [self.call("POST", "/comments", "moderator", {"post": posts[0], "content": text})["id"] for text in COMMENTS]
        return posts, comments


def read_twice(cli, name, expected):
    first = cli.run("sync")
    check(first["inserted"] == expected, f"{name}: {first['inserted']} of {expected} items at the first sync")
    again = cli.run("sync")
    check(again["inserted"] == 0 and sum(stream["revised"] for stream in again["streams"]) == 0, f"{name}: nothing new at the second")
    items = cli.run("search", "", "-n", 100)["items"]
    check(len(items) == expected, f"{name}: {len(items)} items are stored")
    check(all(item["title"] == item["title"].strip() and "\t" not in item["title"] and "\n" not in item["title"] for item in items),
          f"{name}: titles without the server's tabs and newlines")
    return items


def posts_feed(program, name, url, feed, dated=True):
    cli = cli_house.Cli(program)
    try:
        account = cli.run("account", "add", "feed", "--url", feed)
        check("Atelier Dubreuil" in account["name"] + account["handle"], f"{name}: called {account['name'] or account['handle']!r}")
        items = read_twice(cli, name, len(POSTS) + 1)
        titles = {item["title"] for item in items}
        check(titles >= {title for title, _ in POSTS}, f"{name}: titles as they were written, entities resolved {sorted(titles)}")
        by_title = {item["title"]: item for item in items}
        baked = by_title["Cuisson au bois"]
        check("\U0001f64f" in baked["text"] and "<" not in baked["text"], f"{name}: the emoji is a character, the text has no tags")
        check("a < b & c" in by_title[POSTS[2][0]]["text"], f"{name}: signs that look like tags are text")
        check(all(item["permalink"].startswith(url + "/") for item in items), f"{name}: links lead to the server, with its port")
        check(cli.count("cendres") == 1, f"{name}: a word of a post is found")
        check(not dated or all(item["at"] for item in items), f"{name}: every item has its date")
        check(cli.run("doctor")["findings"] == [], f"{name}: the workspace is sound")
    finally:
        cli.close()


def runs_until_read_again(cli, word):
    """How many syncs it took until an edited text was seen."""
    for turn in range(1, REREAD_EVERY + 2):
        cli.run("sync")
        if cli.count(word) == 1:
            return turn
    raise Failure(f"{REREAD_EVERY + 1} syncs and the edited text is still the old one")


def comments_feed(program, blog, post, comments):
    cli = cli_house.Cli(program)
    try:
        cli.run("account", "add", "feed", "--url", blog.url + "/comments/feed/")
        items = read_twice(cli, "comments", len(COMMENTS) + 1)
        texts = " ".join(item["text"] for item in items)
        check(all(text in texts for text in COMMENTS), "comments: their words")
        check(cli.count("author:127.0.0.1") == len(COMMENTS) + 1, "comments: found by the site they were written on")
        blog.call("POST", f"/comments/{comments[1]}", "moderator", {"content": "Le bol est arrivé entier finalement."})
        turn = runs_until_read_again(cli, "entier")
        check(cli.count("cassé") == 0, f"comments: an edit was seen at sync {turn}")
        blog.call("POST", "/comments", "moderator", {"post": post, "content": "Un quatrième avis tombe du ciel"})
        check(cli.run("sync")["inserted"] == 1, "comments: a new one is new once")
        check(cli.run("sync")["inserted"] == 0, "comments: and only once")
        check(cli.count("") == len(COMMENTS) + 2, "comments: none was stored twice")
    finally:
        cli.close()


def edited_post(program, blog, post):
    cli = cli_house.Cli(program)
    try:
        cli.run("account", "add", "feed", "--url", blog.url + "/feed/atom/")
        cli.run("sync")
        blog.call("POST", f"/posts/{post}", "admin", {"content": "<p>Samedi annulé, rendez-vous dimanche.</p>"})
        turn = runs_until_read_again(cli, "dimanche")
        check(cli.count("\"dix-huit heures\"") == 0, f"posts: an edit was seen at sync {turn}")
    finally:
        cli.close()


def scenario(program, blog):
    posts, comments = blog.fill()
    posts_feed(program, "found from the page", blog.url, blog.url + "/")
    posts_feed(program, "rss2", blog.url, blog.url + "/feed/")
    posts_feed(program, "atom", blog.url, blog.url + "/feed/atom/")
    posts_feed(program, "rdf", blog.url, blog.url + "/feed/rdf/")
    posts_feed(program, "0.92", blog.url, blog.url + "/feed/rss/", dated=False)
    comments_feed(program, blog, posts[0], comments)
    edited_post(program, blog, posts[1])
