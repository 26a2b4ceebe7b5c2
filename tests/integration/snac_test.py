#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""vigie-cli against a real server of the Mastodon API: a question, its answer, a post with a picture, and their echoes; then what
the calendar holds: a thread of three whose first part has a picture, and a post with a first comment. At the end nothing else is there.

usage: snac_test.py path/to/vigie-cli path/to/snac.sh cache-folder
Two federating servers where namespaces are permitted, else two people on one server. 77 when the server cannot be had."""

import json
import os
import shutil
import socket
import struct
import subprocess
import sys
import tempfile
import time
import zlib

import cli_house
from cli_house import Failure, check, http, skip, wait_for

NOTIFICATION_SECONDS = 90  # thirty were seen; a loaded machine takes longer


class Person:
    """Somebody on the server, speaking the API with a token of their own."""

    def __init__(self, url, token):
        self.url, self.token = url, token

    def call(self, method, path, form=None):
        status, _, text = http(method, self.url + path, form=form, headers={"Authorization": "Bearer " + self.token})
        if status != 200:
            raise Failure(f"the server answered {status} to {method} {path}: {text[:200]}")
        return json.loads(text)

    def say(self, text):
        return self.call("POST", "/api/v1/statuses", {"status": text, "visibility": "public"})

    def posts(self):
        me = self.call("GET", "/api/v1/accounts/verify_credentials")["id"]
        return self.call("GET", f"/api/v1/accounts/{me}/statuses?limit=40")


def picture(path):
    """A PNG of eight by eight points."""
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    rows = b"".join(b"\0" + bytes([200, 30 * n, 40]) * 8 for n in range(8))
    with open(path, "wb") as file:
        file.write(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 8, 8, 8, 2, 0, 0, 0)) + chunk(b"IDAT", zlib.compress(rows))
                   + chunk(b"IEND", b""))


def holding(posts, words):
    return [post for post in posts if words in post["content"]]


def sync(cli):
    return cli.run("sync", codes=(0, 1))


def sign_in(cli, brand):
    account = cli.run("account", "add", "mastodon", "--instance", brand.url, "--tags", "vigie", "--token-env", "TOKEN", extra_env={"TOKEN": brand.token})
    check(account["state"] == "active" and "alice" in account["handle"], f"signed in as {account['handle']}")
    who = cli.run("account", "test", account["id"])
    check("snac" in who["server"].lower() or who["characters"] > 0, f"the server says what it takes: {who['characters']} characters, {who['server']}")
    code, answer = cli.outcome("account", "add", "mastodon", "--instance", brand.url, "--token-env", "TOKEN", extra_env={"TOKEN": "no-such-token"})
    check(code == 4, f"a wrong token is a matter of signing in ({code}: {answer})")
    check(len(cli.run("account", "list")) == 1, "and leaves no account behind")


def converse(cli, brand, member, brand_name):
    member.say(f"@{brand_name} Bonjour, o\u00f9 est ma commande de vaisselle ?")

    def waiting():
        sync(cli)
        return [line for line in cli.run("queue") if "vaisselle" in line["text"]]
    tickets = wait_for("the member's question in the queue", NOTIFICATION_SECONDS, waiting)
    check(len(tickets) == 1 and "bob" in tickets[0]["author"], f"one ticket, by {tickets[0]['author']}")
    check(cli.count("vaisselle") == 1, "the question is found once")
    cli.run("reply", tickets[0]["ticket"], "Elle part demain matin, promis.")
    report = cli.run("publish", "--due")
    check(report["sent"] == 1, f"the answer left: {report}")
    cli.run("publish", "--due")
    answers = holding(brand.posts(), "promis")
    check(len(answers) == 1, "the answer is on the server exactly once")
    check(answers[0]["in_reply_to_id"], "as an answer to the question")
    wait_for("the answer in the member's notifications", NOTIFICATION_SECONDS,
             lambda: any("promis" in (note.get("status") or {}).get("content", "") for note in member.call("GET", "/api/v1/notifications")))
    check(cli.run("queue") == [], "nobody waits for us any more")
    after = cli.run("queue", "--waiting")
    check([line["status"] for line in after] == ["waiting_member"] and not [t for t in after[0]["terms"] if t["key"] == "waiting" and t["points"] > 0],
          "now it is the member's turn: the ticket counts no waiting")


def post_with_picture(cli, brand):
    path = os.path.join(cli.folder, "vase.png")
    picture(path)
    cli.run("plan", "Portes ouvertes samedi, venez voir le four. #vigie", "--at", now_in_utc(), "--zone", "UTC",
            "--media", path, "--alt", "Un vase rouge")
    report = cli.run("publish", "--due")
    check(report["sent"] == 1, f"the post left: {report}")
    posts = holding(brand.posts(), "Portes ouvertes")
    check(len(posts) == 1, "the post is on the server exactly once")
    media = posts[0]["media_attachments"]
    check(len(media) == 1 and media[0]["description"] == "Un vase rouge", "with its picture and the picture's description")
    with open(path, "rb") as file:
        sent = file.read()
    # The bytes are asked for as a browser would; the text decoding of http() would lose them.
    request = cli_house.urllib.request.Request(media[0]["url"], headers={"User-Agent": "Vigie tests"})
    with cli_house.urllib.request.build_opener(cli_house.urllib.request.ProxyHandler({})).open(request, timeout=30) as answer:
        check(answer.read() == sent, "byte for byte")


def echoes(cli):
    wait_for("our own post, read back", NOTIFICATION_SECONDS, lambda: sync(cli) and cli.count("is:ours AND portes") == 1)
    counts = [cli.count(words) for words in ("portes", "promis", "vaisselle")]
    for _ in range(3):
        sync(cli)
    check([cli.count(words) for words in ("portes", "promis", "vaisselle")] == counts and max(counts) == 1,
          f"three more syncs change nothing: {counts} of question, answer and post")
    check(cli.run("queue") == [] and [line["status"] for line in cli.run("queue", "--waiting")] == ["waiting_member"], "our own words ask for no answer")
    states = [row["state"] for row in cli.outbox()]
    check(states == ["sent", "sent"], f"the outbox says so: {states}")
    doctor = cli.run("doctor")
    check(doctor["findings"] == [], "the workspace is sound")


def now_in_utc():
    return time.strftime("%Y-%m-%dT%H:%M", time.gmtime())


def only(posts, words):
    found = holding(posts, words)
    check(len(found) == 1, f"exactly once on the server: {words}")
    return found[0]


def from_the_calendar(cli, brand):
    thread = ["Un fil: le four chauffe.", "La cuisson dure la nuit.", "Et l'on ouvre au matin."]
    cli.run("plan", "\n---\n".join(thread), "--at", now_in_utc(), "--zone", "UTC", "--media", os.path.join(cli.folder, "vase.png"), "--alt", "Un vase rouge encore")
    cli.run("plan", "La boutique rouvre lundi.", "--at", now_in_utc(), "--zone", "UTC", "--comment", "Les horaires sont sur la page.")
    far = time.strftime("%Y-%m-%dT%H:%M", time.gmtime(time.time() + 3 * 3600))
    cli.run("plan", "Pas avant ce soir.", "--at", far, "--zone", "UTC")
    report = cli.run("publish", "--due")
    check(report["sent"] == 3 and report["next"], f"a thread, a post and what is said under it left: {report}")
    check(cli.run("publish", "--due")["sent"] == 0, "and a second run sends nothing more")
    posts = brand.posts()
    parts = [only(posts, words) for words in ("le four chauffe", "dure la nuit", "on ouvre au matin")]
    check([part["in_reply_to_id"] for part in parts[1:]] == [part["id"] for part in parts[:2]], "each part of the thread under the one before")
    check([len(part["media_attachments"]) for part in parts] == [1, 0, 0], "the picture stands at the first part")
    check(parts[0]["media_attachments"][0]["description"] == "Un vase rouge encore", "with its description")
    check(only(posts, "sont sur la page")["in_reply_to_id"] == only(posts, "rouvre lundi")["id"], "the first comment under its post")
    check(sorted(row["state"] for row in cli.outbox()) == ["planned"] + ["sent"] * 5, "what is planned for later is planned")
    check(len(posts) == 7, f"nothing else was sent: {len(posts)} posts of ours on the server")


def scenario(program, brand, member, brand_name):
    cli = cli_house.Cli(program)
    try:
        sign_in(cli, brand)
        converse(cli, brand, member, brand_name)
        post_with_picture(cli, brand)
        echoes(cli)
        from_the_calendar(cli, brand)
        check(cli.files_holding(brand.token) == [], "the token is in no file of the workspace and in no log")
        process = cli.start("sync")
        check(cli_house.arguments_holding(brand.token) == [], "nor in the arguments of a process")
        process.communicate(timeout=120)
    finally:
        cli.close()


def token(script, state, url, user):
    answer = subprocess.run([script, "token", state, url, user], stdout=subprocess.PIPE, text=True, timeout=60, check=True).stdout.strip()
    if not answer:
        raise Failure(f"{user} could not sign in")
    return answer


def two_servers(program, script, state):
    """Inside the namespace that snac.sh made."""
    # The brand is reached by its number: a name that resolves to a private address is refused, and rightly so.
    brand = Person("http://127.0.0.21", token(script, state + "/a", "http://snac-a.test", "alice"))
    member = Person("http://snac-b.test", token(script, state + "/b", "http://snac-b.test", "bob"))
    scenario(program, brand, member, "alice@snac-a.test")


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def one_server(program, script, cache, state):
    port = free_port()
    url = f"http://localhost:{port}"
    started = subprocess.run([script, "start", cache, state, "127.0.0.1", str(port), f"localhost:{port}", "alice", "bob"], timeout=240, check=False)
    if started.returncode != 0:
        skip(f"snac could not be started ({started.returncode})")
    try:
        scenario(program, Person(url, token(script, state, url, "alice")), Person(url, token(script, state, url, "bob")), "alice")
    finally:
        subprocess.run([script, "stop", state], check=False)


def test(program, script, cache, inside=""):
    if inside:
        return two_servers(program, script, inside)
    state = tempfile.mkdtemp(prefix="vigie-snac-")
    try:
        if subprocess.run([script, "get", cache], stdout=subprocess.DEVNULL, check=False).returncode != 0:
            skip("snac2 cannot be had here; see above")
        print("-- one server", flush=True)
        one_server(program, script, cache, state + "/one")
        print("-- two servers that federate", flush=True)
        both = subprocess.run([script, "federated", cache, state + "/two", sys.executable, os.path.abspath(__file__), program, script, cache,
                               state + "/two"], timeout=400, check=False)
        if both.returncode == cli_house.SKIP:
            print("      left out: namespaces are not permitted here", flush=True)
        elif both.returncode != 0:
            raise Failure(f"two servers: ended with {both.returncode}")
    finally:
        shutil.rmtree(state, ignore_errors=True)


if __name__ == "__main__":
    cli_house.main(test)
