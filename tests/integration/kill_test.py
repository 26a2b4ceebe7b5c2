#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Kills vigie-cli at random moments while it syncs and publishes. Nothing is lost, nothing is posted twice.

usage: kill_test.py path/to/vigie-cli path/to/practice_server
VIGIE_KILLS: how many kills (60); VIGIE_SEED: repeats a run's choices; VIGIE_SETTLE: seconds in which the outbox may come
to rest (ten; a full reconciliation takes up to three and a half minutes, give 300 to see its end). VIGIE_KEEP: a folder for
what a failure leaves behind. VIGIE_KILL_SITE and VIGIE_KILL_PASSWORDS: a WordPress and the file of its passwords; then some
posts are handed over to its own clock, and some of those are asked back (wordpress/run does that).

When something fails, the workspace, the log of the program, the list of kills, the outbox and what the network holds stay in
a folder that is named, with the line that repeats the run's choices. The moments themselves depend on the machine."""

import base64
import collections
import json
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import time

import cli_house
from cli_house import Failure, Network, check, http

RESTING = {"sent", "failed", "missed", "canceled", "cancelled"}
HANDED = re.compile(r"unique kept post number \d+ of this run, word [0-9a-f]+")
SHORTEST_RANGE, LONGEST_RANGE = 0.1, 3.0  # seconds
CROWD = 60  # more than a page of the network's list: what was cut off must be found behind what was sent after it
CROWD_TURN = 20
PAUSE_TURN = 25
ASK_BACK_TURN = 12
TURNS_PER_KILL = 30  # a machine so fast that the axe never falls must not turn for ever


class Chronicle:
    """What was done when, line by line, for whoever has to find out why."""

    def __init__(self, folder):
        self.path = os.path.join(folder, "kills.log")
        self.begin = time.monotonic()

    def note(self, line):
        with open(self.path, "a", encoding="utf-8") as file:
            file.write(f"{time.monotonic() - self.begin:9.3f}  {line}\n")


class Site:
    """A site with a clock of its own: posts are handed over to it for an hour that comes long after the run."""

    def __init__(self, cli, url, passwords):
        with open(passwords, encoding="utf-8") as file:
            self.secret = json.load(file)["writer"]
        self.url, self.texts, self.asked = url, [], set()
        self.account = cli.run("account", "add", "wordpress", "--set", "url=" + url, "--way", "basic", "--set", "user=writer", "--secret-env", "password=VIGIE_TEST_PASSWORD",
                               extra_env={"VIGIE_TEST_PASSWORD": self.secret})["id"]

    def hand_over(self, cli, chance):
        text = f"unique kept post number {len(self.texts)} of this run, word {chance.getrandbits(60):x}"
        self.texts.append(text)
        hour = time.strftime("%Y-%m-%dT%H:%M", time.gmtime(time.time() + chance.randrange(24 * 3600, 20 * 24 * 3600)))
        cli.run("plan", text, "--at", hour, "--zone", "UTC", "--hand-over", "--account", self.account)

    def ask_back(self, cli, chance):
        """One that the site keeps, or that is on its way to it: too late is an answer as well."""
        rows = [row for row in cli.outbox() if row["account"] == self.account and row["id"] not in self.asked and row["state"] in ("accepted", "planned")]
        if rows:
            row = chance.choice(rows)
            if cli.outcome("outbox", "cancel", row["id"])[0] == 0:
                self.asked.add(row["id"])

    def standing(self):
        """How often each text is there, published or kept for its hour; what is in the bin is not there."""
        key = base64.b64encode(f"writer:{self.secret}".encode()).decode()
        seen, page = collections.Counter(), 1
        while True:
            status, _, text = http("GET", f"{self.url}/wp-json/wp/v2/posts?status=future,publish,pending,draft&context=edit&per_page=100&page={page}",
                                   headers={"Authorization": "Basic " + key})
            posts = json.loads(text) if status == 200 else []
            for post in posts:
                seen.update(set(HANDED.findall(post["title"]["raw"] + "\n" + post["content"]["raw"])))
            if len(posts) < 100:
                return seen
            page += 1


def plan(cli, parts, comment, account):
    """A post that is due: at the minute that has begun, which is not late yet."""
    words = ["plan", "\n---\n".join(parts), "--at", time.strftime("%Y-%m-%dT%H:%M", time.gmtime()), "--zone", "UTC", "--late", 10000, "--account", account]
    cli.run(*words, *(["--comment", comment] if comment else []))


def words_for(chance, number):
    """One post in four is a thread, one in five has a first comment: each of their parts is one that must stand there once."""
    def unique(what):
        return f"unique {what} number {number} of this run, word {chance.getrandbits(60):x}"
    parts = [unique("post")]
    if chance.random() < 0.25:
        parts += [unique("second part"), unique("third part")]
    return parts, unique("comment") if chance.random() < 0.2 else ""


def parts_sent(row):
    return sum(part["state"] == "sent" for part in row["parts"])


def pause_and_resume(cli, chance, tally, chronicle):
    """A pause for a moment in which the program is killed as well; each post that it kept back is then kept."""
    cli.run("publishing", "pause", "a reason of the test")
    kill_once(cli, chance, SHORTEST_RANGE * 4, tally, chronicle)
    before = {row["id"]: row for row in cli.outbox()}
    cli.run("publish", "--due", codes=(0, 1))
    rows = cli.outbox()
    if [row for row in rows if row["state"] == "planned" and row["kind"] == "post" and row["text"].startswith("unique")]:
        raise Failure("a post is still planned in a pause")
    for row in rows:
        was = before[row["id"]]
        more = parts_sent(row) - parts_sent(was)
        if more > (was["state"] in ("unknown", "sending")):  # the part it was killed in may turn out to have left before the pause
            raise Failure(f"something left in a pause: {was} became {row}")
    cli.run("publishing", "resume")
    held = cli.run("publishing", "held")
    if held:
        cli.run("publishing", "keep", "--all")
    tally["pauses"] += 1
    tally["kept after a pause"] += len(held)


def kill_once(cli, chance, span, tally, chronicle):
    """Whether the axe fell before the program had ended by itself."""
    words = ("sync", "--pages", "5") if chance.random() < 0.4 else ("publish", "--due")
    delay = chance.uniform(0, span)
    process = cli.start(*words)
    try:
        process.wait(timeout=delay)
        tally["ended by itself"] += 1
        chronicle.note(f"{' '.join(words)}: ended with {process.returncode} within {delay:.3f} s")
        if process.returncode not in (0, 1):
            tally[f"exit {process.returncode}"] += 1
        return False
    except subprocess.TimeoutExpired:
        process.send_signal(signal.SIGKILL)
        process.wait()
        tally["killed in " + words[0]] += 1
        chronicle.note(f"{' '.join(words)}: killed after {delay:.3f} s (process {process.pid})")
        return True
    finally:
        process.stdout.close()


def storm(cli, network, site, account, chance, kills, tally, chronicle):
    """Posts are planned in small lots, so that there is always something to send when the axe falls."""
    texts = []
    said = killed = turn = 0
    span = SHORTEST_RANGE
    while killed < kills:
        if turn > kills * TURNS_PER_KILL:
            raise Failure(f"only {killed} of {kills} kills fell in {turn} turns: {dict(tally)}")
        if turn % 5 == 0:
            for _ in range(CROWD if turn == CROWD_TURN else 3):
                parts, comment = words_for(chance, len(texts))
                texts.append((parts, comment))
                plan(cli, parts, comment, account)
                chronicle.note(f"planned: {parts} {comment}")
            if site:
                site.hand_over(cli, chance)
        if site and turn % ASK_BACK_TURN == ASK_BACK_TURN - 1:
            site.ask_back(cli, chance)
        if turn % PAUSE_TURN == PAUSE_TURN - 1:
            pause_and_resume(cli, chance, tally, chronicle)
        if turn % 3 == 0:
            network.ask(f"say claire Bonjour #dubreuil killed{said}")
            said += 1
        # A kill must be able to fall anywhere in a run, at its end too, on a machine that is fast or busy.
        dead = kill_once(cli, chance, span, tally, chronicle)
        span = min(LONGEST_RANGE, span * 1.05) if dead else max(SHORTEST_RANGE, span * 0.85)
        killed += dead
        turn += 1
    return texts, said


def settle(cli, site, seconds):
    """Publishes until nothing is on its way; what is left when the time is over."""
    end = time.monotonic() + seconds
    while True:
        cli.run("publish", "--due", codes=(0, 1))
        rows = cli.outbox()
        lost = {row["id"] for row in rows if row["state"] in RESTING - {"sent"}}  # nothing to say a first comment under
        kept = {row["id"] for row in rows if site and row["account"] == site.account and row["state"] == "accepted" and row["id"] not in site.asked}
        left = [row for row in rows if row["state"] not in RESTING and row["id"] not in kept and not (row["state"] == "planned" and row["after"] in lost)]
        if time.monotonic() > end or not left:
            return left
        time.sleep(cli_house.POLL_SECONDS * 4)


def judge(cli, network, texts, left):
    doctor = cli.run("doctor")
    check(doctor["findings"] == [], "the workspace is sound")
    # The community's own script has the brand repeat itself; only what was planned here is judged.
    planned = {text for parts, comment in texts for text in (*parts, comment) if text}
    seen = collections.Counter(post["text"] for post in network.posts() if post["text"] in planned)
    twice = {text: n for text, n in seen.items() if n > 1}
    check(not twice, f"no post, part or comment stands twice on the network {twice or ''}")
    rows = {}
    for row in cli.outbox():
        rows.setdefault(row["text"], []).append(row)
    outcomes = collections.Counter()
    for parts, comment in texts:
        for wanted in ([parts, [comment]] if comment else [parts]):
            mine = rows.get(wanted[0], [])
            if len(mine) != 1:
                raise Failure(f"{len(mine)} rows in the outbox for one plan: {wanted[0]}")
            judge_row(mine[0], seen, left, outcomes)
    check(True, f"{len(texts)} plans: {dict(outcomes)}")


def judge_row(row, seen, left, outcomes):
    state = row["state"]
    for part in row["parts"]:
        there = seen[part["text"]]
        outcomes[f"{state}, part {part['state']}, {there} on the network"] += 1
        if part["state"] == "sent" and there != 1 or part["state"] in ("waiting", "failed") and there != 0:
            raise Failure(f"a part is {part['state']}, but {there} time(s) on the network: {part['text']}")
    if state == "sent" and any(part["state"] != "sent" for part in row["parts"]):
        raise Failure(f"sent, but not all of it: {row['text']}")
    waits_for_post = row["kind"] == "reply" and state == "planned"  # its post failed: nothing to say it under
    if state not in RESTING | {"unknown"} and not waits_for_post or (state == "unknown" and not left):
        raise Failure(f"{state} at the end: {row['text']}")


def judge_site(cli, site, left):
    seen, open_rows = site.standing(), {row["id"] for row in left}
    rows = {row["text"]: row for row in cli.outbox() if row["account"] == site.account}
    check(max(seen.values(), default=0) <= 1, "no post that was handed over is kept twice")
    outcomes = collections.Counter()
    for text in site.texts:
        row = rows[text]
        outcomes[f"{row['state']}, {seen[text]} there"] += 1
        if row["state"] == "sent" or (row["id"] not in open_rows and seen[text] != (row["state"] == "accepted")):  # its hour is a day away at least
            raise Failure(f"handed over and {row['state']}, but {seen[text]} time(s) there: {text}")
    check(not set(seen) - set(site.texts), f"{len(site.texts)} posts left to the site's clock, {len(site.asked)} of them asked back: {dict(outcomes)}")


def items_are_single(cli, said):
    for _ in range(3):
        cli.run("sync", codes=(0, 1))
    wrong = {n: found for n in range(said) if (found := cli.count(f"killed{n}")) != 1}
    check(not wrong, f"each of {said} messages is stored once {wrong or ''}")
    page = cli.run("search", "", "-n", 100000)
    links = collections.Counter(item["permalink"] for item in page["items"] if item["permalink"])
    doubles = {link: n for link, n in links.items() if n > 1}
    check(not doubles, f"none of {page['count']} items is there twice {doubles or ''}")


def leave_behind(cli, network, chronicle, repeat):
    """Everything that tells what happened, in a folder that stays."""
    kept = os.environ.get("VIGIE_KEEP") or os.path.join(os.path.dirname(cli.folder), os.path.basename(cli.folder) + "-failed")
    os.makedirs(kept, exist_ok=True)
    chronicle.note("FAILED; " + repeat)
    for name, ask in (("posts.json", network.posts), ("outbox.json", cli.outbox), ("doctor.json", lambda: cli.outcome("doctor")[1])):
        try:
            answer = ask()
        except Exception as error:  # what cannot be asked any more is told as well
            answer = {"not to be had": repr(error)}
        with open(os.path.join(kept, name), "w", encoding="utf-8") as file:
            json.dump(answer, file, indent=1, ensure_ascii=False)
    shutil.copytree(cli.folder, kept, dirs_exist_ok=True)
    with open(chronicle.path, encoding="utf-8") as file:
        print("      the last of the kills:\n      " + "      ".join(file.readlines()[-15:]), flush=True)
    print(f"      kept in {kept}: workspace.vigie, cli.log, kills.log, posts.json, outbox.json, doctor.json\n      to repeat: {repeat}", flush=True)


def test(program, server):
    kills = int(os.environ.get("VIGIE_KILLS", "60"))
    seed = int(os.environ.get("VIGIE_SEED", str(random.SystemRandom().randrange(1 << 31))))
    patience = float(os.environ.get("VIGIE_SETTLE", "10"))
    repeat = f"VIGIE_SEED={seed} VIGIE_KILLS={kills} VIGIE_SETTLE={patience:g} python3 {' '.join(sys.argv)}"
    print(f"{kills} kills, VIGIE_SEED={seed}", flush=True)
    chance, tally = random.Random(seed), collections.Counter()
    cli, network, site = cli_house.Cli(program), Network(server), None
    chronicle = Chronicle(cli.folder)
    try:
        account = cli.run("account", "add", "mastodon", "--instance", network.url, "--tags", "dubreuil", "--token-env", "TOKEN", extra_env={"TOKEN": network.token})["id"]
        if os.environ.get("VIGIE_KILL_SITE"):
            site = Site(cli, os.environ["VIGIE_KILL_SITE"], os.environ["VIGIE_KILL_PASSWORDS"])
        texts, said = storm(cli, network, site, account, chance, kills, tally, chronicle)
        print(f"      {dict(tally)}", flush=True)
        left = settle(cli, site, patience)
        judge(cli, network, texts, left)
        if site:
            judge_site(cli, site, left)
        items_are_single(cli, said)
    except Exception:
        print(f"      {dict(tally)}", flush=True)
        leave_behind(cli, network, chronicle, repeat)
        raise
    finally:
        network.close()
        cli.close()


if __name__ == "__main__":
    cli_house.main(test)
