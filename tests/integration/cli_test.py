#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The command line as docs/cli.md promises it: fields of --json, exit codes, the queue, removing an account.

usage: cli_test.py path/to/vigie-cli path/to/practice_server path/to/docs/cli.md"""

import json
import datetime
import os
import re
import sqlite3
import subprocess

import cli_answers
import cli_calendar
import cli_house
import cli_media
import cli_members
import cli_objectives
import cli_passing
import cli_publishing
import cli_report
import cli_reviews
from cli_house import Failure, Network, check, wait_for


def documented(path):
    """{command: {field: optional}} from the table under "What --json prints"."""
    with open(path, encoding="utf-8") as file:
        section = file.read().split("## What --json prints", 1)[1].split("\n## ", 1)[0]
    table = {}
    for line in section.splitlines():
        cells = [cell.strip() for cell in line.strip("|").split(" | ")]
        if not line.startswith("| ") or len(cells) != 2 or cells[0] == "command":
            continue
        fields = {name.rstrip("?"): name.endswith("?") for name in re.findall(r"`([^`]+)`", cells[1])}
        for command in re.findall(r"`([^`]+)`", cells[0]) or [cells[0]]:
            table[command] = fields
    return table


def flatten(value, promised, prefix=""):
    """Paths of everything that is in the answer; a list without entries excuses what it would have held."""
    if prefix + "{}" in promised:
        return {prefix + "{}"}, set()
    if isinstance(value, dict):
        seen, excused = set(), set()
        for key, inner in value.items():
            more = flatten(inner, promised, f"{prefix}.{key}" if prefix else key)
            seen, excused = seen | more[0], excused | more[1]
        return seen, excused
    if isinstance(value, list):
        seen, excused = set(), {prefix + "[]"} if not value else set()
        for inner in value:
            more = flatten(inner, promised, prefix + "[]")
            seen, excused = seen | more[0], excused | more[1]
        return seen, excused
    return {prefix}, set()


class Promise:
    def __init__(self, path):
        self.table = documented(path)
        self.kept = set()

    def check(self, command, answer, full=()):
        """`full`: lists that must not be empty here, so that their fields are really looked at."""
        fields = self.table.get(command)
        if fields is None:
            raise Failure(f"docs/cli.md does not say what {command} prints")
        seen, excused = flatten(answer, fields)
        unknown = seen - set(fields)
        missing = {name for name, optional in fields.items() if not optional and name not in seen and not any(name.startswith(e) for e in excused)}
        check(not unknown and not missing, f"{command}: the fields are those of docs/cli.md {unknown or ''} {missing or ''}")
        for name in full:
            check(not any(name.startswith(e) for e in excused), f"{command}: {name} has entries")
        self.kept.add(command)

    def all_kept(self):
        check(not set(self.table) - self.kept, f"every documented command was looked at {set(self.table) - self.kept or ''}")


def failing(cli, promise, code, *words, workspace=None, **more):
    own, cli.workspace = cli.workspace, workspace or cli.workspace
    try:
        got, answer = cli.outcome(*words, **more)
    finally:
        cli.workspace = own
    check(got == code, f"{' '.join(words)} ends with {code} (it ended with {got}: {answer})")
    promise.check("any that fails", answer)
    return answer


def reading(cli, network, promise):
    promise.check("workspace create", cli.run("workspace", "create"))
    added = cli.run("account", "add", "mastodon", "--instance", network.url, "--tags", "dubreuil", "--token-env", "TOKEN", extra_env={"TOKEN": network.token})
    promise.check("account add", added)
    promise.check("account list", cli.run("account", "list"), ["[]"])
    promise.check("account test", cli.run("account", "test", added["id"]))
    promise.check("account pause", cli.run("account", "pause", added["id"]))
    promise.check("account resume", cli.run("account", "resume", added["id"]))
    network.ask("say claire Bonjour @dubreuil, un mot rare: girouette")
    network.ask("say hugo Bonsoir @dubreuil, un autre mot rare: clepsydre")
    promise.check("sync", cli.run("sync", codes=(0, 1)), ["streams[]"])
    found = cli.run("search", "girouette")
    promise.check("search", found, ["items[]"])
    check(found["count"] == 1 and found["items"][0]["author_name"] != "", "a mention comes with the name of its author")
    check(cli.count("*") == cli.count("") and cli.count("*") > 1, "search '*' finds everything")
    promise.check("column", cli.run("column", "rare", "girouette"))
    return added["id"]


def accounts(cli, network, promise, account):
    found = cli.run("account", "find", network.url)
    promise.check("account find", found, ["candidates[]"])
    best = found["candidates"][0]
    check(best["network"] == "mastodon" and best["instance"] == network.url and best["certainty"] >= 85, f"the server is recognised: {best}")
    shown = cli.run("account", "show", account)
    promise.check("account show", shown, ["can[]", "cannot[]"])
    check(shown["health"]["lag_seconds"] is not None and not shown["health"]["causes"], f"an account that was read is well: {shown['health']}")
    check({"what": "reply", "reason": "offered", "tried": "real-server"} in shown["can"], "an ability comes with how it was tried")
    for operation in (["me"], ["stream", "notifications"]):
        path = os.path.join(cli.folder, operation[0] + ".json")
        promise.check("connector record", (answer := cli.run("connector", "record", account, *operation, "--out", path)), ["replaced[]"])
        with open(path, encoding="utf-8") as file:
            text = file.read()
        fixture = json.loads(text)
        check(fixture["operation"] == operation[0] and len(fixture["exchanges"]) == answer["exchanges"] >= 1, f"{operation[0]}: the fixture holds what was asked")
        # What a person wrote or is called is in the listing, and not in the file.
        # (A common word such as "public" may also be one of the interface.)
        words = {one["was"] for one in answer["replaced"] if one["kind"] in ("id", "word") and len(one["was"]) >= 6 and not re.fullmatch("[a-z]+", one["was"])}
        left = [word for word in words if word in text]
        check(words and not left, f"{operation[0]}: of {len(words)} ids and words none is left {left[:5] or ''}")
        check(network.token not in text and "dubreuil" not in text.lower(), f"{operation[0]}: neither token nor name of the account")


def ways(cli, network):
    """Secrets by environment and standard input; what is missing is named; a way that the network has not is refused."""
    code, answer = cli.outcome("account", "add", "mastodon", "--way", "token", "--field", f"instance={network.url}")
    check(code == 2 and "--secret token=" in answer["detail"], f"a missing secret is named: {answer}")
    code, answer = cli.outcome("account", "add", "mastodon", "--way", "basic", "--instance", network.url)
    check(code == 2 and "browser, token" in answer["detail"], f"a way that is none is refused: {answer}")
    code, answer = cli.outcome("account", "add", "mastodon", "--way", "token", "--instance", "not an address", "--secret", "token=TOKEN", extra_env={"TOKEN": "x"})
    check(code == 2 and "instance" in answer["detail"], f"a wrong address is named: {answer}")
    code, answer = cli.outcome("account", "add", "mastodon", "--way", "token", "--instance", network.url, "--secret", "token=TOKEN", extra_env={"TOKEN": "wrong-and-secret"})
    check(code == 4 and "wrong-and-secret" not in str(answer), f"a wrong token is refused by the network: {answer}")
    again = cli.run("account", "add", "mastodon", "--way", "token", "--field", f"instance={network.url}", "--field", "tags=dubreuil", "--secret", "token=TOKEN",
                    extra_env={"TOKEN": network.token})
    check(again["state"] == "active", "the same account, signed in again in another way")


def queueing(cli, promise):
    def tickets(*options):
        return {row["ticket"]: row for row in cli.run("queue", "-n", 1000, *options)}

    before, answered = tickets(), tickets("--waiting")
    promise.check("queue", list(before.values()), ["[]", "[].terms[]"])
    asked = next(row for row in before.values() if "girouette" in row["text"])
    check(asked["author_name"] != "", "the queue names who waits")
    answering(cli, promise, asked["ticket"])
    reply = cli.run("reply", asked["ticket"], "Merci beaucoup !")
    promise.check("reply", reply)
    failing(cli, promise, 8, "reply", str(asked["ticket"]), "Merci encore !")  # another answer is on its way: said once
    sent = cli.run("publish", "--due", codes=(0, 1))
    promise.check("publish", sent)
    check(sent["sent"] == 1, "the answer left")
    check(asked["ticket"] not in tickets(), "who was answered no longer stands in the queue")
    check(set(tickets("--waiting")) == set(answered) | {asked["ticket"]}, "--waiting lists who was answered and has the word")
    check(set(tickets("--all")) == set(before) | set(answered), "--all lists both")
    public = [row for row in tickets().values() if row["ticket"] != asked["ticket"] and row["visibility"] == "public"]  # private answers are never proposed again
    cli_answers.library(cli, promise, failing, max(public, key=lambda row: len(row["text"])))


def viewing(cli, promise):
    def views():
        return {view["name"]: view for view in cli.run("view", "list")}

    all_open = len(cli.run("queue", "-n", 1000, "--all"))
    made = cli.run("view", "add", "Girouette", "--query", "girouette", "--order", "oldest")
    promise.check("view add", made)
    check(0 < made["tickets"] < all_open, f"a view holds what its query finds: {made}")
    cli.run("view", "add", "Tout")
    promise.check("view edit", cli.run("view", "edit", "Tout", "--status", "open", "--status", "new", "--owner", "nobody", "--name", "Libres"))
    promise.check("view move", cli.run("view", "move", "Libres", 1))
    promise.check("view list", cli.run("view", "list"), ["[]"])
    check(list(views()) == ["Libres", "Girouette"] and views()["Libres"]["owner"] == "", "views are renamed and stand in their order")
    shown = cli.run("view", "show", "Girouette")
    promise.check("view show", shown, ["[]"])
    check(len(shown) == made["tickets"] and all("girouette" in row["text"].lower() for row in shown), "a view shows what it counts")
    failing(cli, promise, 2, "view", "add", "X", "--query", "(girouette")
    failing(cli, promise, 3, "view", "show", "nobody made it")
    promise.check("view remove", cli.run("view", "remove", "Girouette"))
    check(list(views()) == ["Libres"], "a removed view is gone")


def tagging(cli, promise):
    def tree():
        return [(tag["depth"], tag["name"], tag["items"]) for tag in cli.run("tag", "list")]

    promise.check("tag add", cli.run("tag", "add", "Produit"))
    cli.run("tag", "add", "Prix", "--under", "produit")
    cli.run("tag", "add", "Tarif")
    promise.check("tag rename", cli.run("tag", "rename", "Tarif", "Tarifs été"))
    promise.check("tag move", cli.run("tag", "move", "Tarifs été", "--under", "Produit"))
    promise.check("tag list", cli.run("tag", "list"), ["[]"])
    check([row for row in tree() if row[1] in ("Produit", "Prix", "Tarifs été")] == [(0, "Produit", 0), (1, "Prix", 0), (1, "Tarifs été", 0)], f"tags stand in a tree: {tree()}")
    failing(cli, promise, 2, "tag", "move", "Produit", "--under", "Prix")
    shown = cli.run("tag", "show", "Prix", "--mark", "€", "--colour", "#0072b2")
    promise.check("tag show", shown)
    check(shown["mark"] == "€", "a tag has a mark that is no colour")
    promise.check("tag merge", cli.run("tag", "merge", "Tarifs été", "Prix"))
    promise.check("tag remove", cli.run("tag", "remove", "Prix"))
    cli.run("tag", "remove", "Produit")
    failing(cli, promise, 3, "tag", "remove", "Prix")
    item = cli.run("search", "girouette")["items"][0]["id"]
    promise.check("tag suggest", cli.run("tag", "suggest", item))


def ruling(cli, promise):
    made = cli.run("rule", "add", "Girouettes", "--query", "girouette", "--then", "tag=Météo", "assign=Inès", "answer=10:Merci !")
    promise.check("rule add", made, ["actions[]"])
    check(made["on"] and made["when"] == "arrives", f"a rule is on and waits for what arrives: {made}")
    promise.check("rule edit", cli.run("rule", "edit", "Girouettes", "--then", "tag=Météo", "assign=Inès", "--stop"))
    cli.run("rule", "add", "Matin", "--when", "daily", "--at", "09:30", "--days", "mon,fri", "--then", "note=Bonjour")
    promise.check("rule list", cli.run("rule", "list"), ["[]", "[].actions[]"])
    weights = cli.run("weights")
    promise.check("weights", weights)
    check(cli.run("weights", "--set", "question=31") == dict(weights, question=31) == cli.run("weights"), "a weight is set, and the others stay")
    check(cli.run("weights", "--reset") == weights, "and back as delivered")
    promise.check("rule move", cli.run("rule", "move", "Matin", 1))
    check([rule["name"] for rule in cli.run("rule", "list")] == ["Matin", "Girouettes"], "rules stand in their order")
    promise.check("rule disable", cli.run("rule", "disable", "Matin"))
    promise.check("rule enable", cli.run("rule", "enable", "Matin"))
    tried = cli.run("rule", "dry-run", "Girouettes", "--days", 3660)
    promise.check("rule dry-run", tried, ["rows[]", "rows[].steps[]"])
    check(0 < tried["changed"] <= tried["matched"] <= tried["looked_at"] and tried["changes"]["tag"] > 0, f"a dry run says what would change: {tried}")
    check(cli.run("rule", "dry-run", "Girouettes", "--days", 3660) == tried, "and changes nothing")
    done = cli.run("rule", "apply", "Girouettes", "--days", 3660)
    promise.check("rule apply", done)
    check(done["changed"] == tried["changed"], "what was tried is what is done")
    check(cli.run("rule", "dry-run", "Girouettes", "--days", 3660)["changed"] == 0, "and done it changes nothing more")
    log = cli.run("rule", "log", "Girouettes", "-n", 1000)
    promise.check("rule log", log, ["[]"])
    check(len(log) == done["changed"] and all(line["moment"] == "history" for line in log), "the log holds every one")
    failing(cli, promise, 8, "rule", "add", "Tout", "--then", "status=ignored")
    failing(cli, promise, 2, "rule", "add", "Rien", "--then", "fly=away")
    failing(cli, promise, 2, "rule", "add", "Vite", "--then", "answer=1:Merci")
    failing(cli, promise, 3, "rule", "apply", "nobody made it")
    for name in ("Girouettes", "Matin"):
        promise.check("rule remove", cli.run("rule", "remove", name))
    check(cli.run("rule", "list") == [], "removed rules are gone")


def answering(cli, promise, ticket):
    link = "https://example.com/a/very/long/path?x=1"
    checked = cli.run("reply", "check", f"voir {link} merci", "--network", "mastodon", "--lang", "fr")
    promise.check("reply check", checked, ["parts[]", "parts[].reasons[]"])
    check(checked["parts"][0]["used"] == 34 and {"link": 23, "text": 11} == {one["what"]: one["used"] for one in checked["parts"][0]["reasons"]}, f"why 34: {checked['parts']}")
    wrong = cli.run("reply", "check", "Bonjour, de tout coeur merci pour ta patiance et votre message!", "--lang", "fr", codes=(1,))
    promise.check("reply check", wrong, ["parts[]", "parts[].reasons[]", "findings[]"])
    check([one["fault"] for one in wrong["findings"]] == ["ligature", "mixed_address", "misspelt", "no_break_space"] and wrong["address"] == "mixed",
          f"a text is read over: {wrong['findings']}")
    parts = cli.run("reply", "check", "Une phrase assez longue pour le dire. " * 30, "--lang", "fr", "--split", "--numbered")["parts"]
    check(len(parts) == 3 and all(part["fits"] for part in parts) and parts[2]["text"].endswith("(3/3)"), "a long text is cut into parts that fit")
    promise.check("reply draft", cli.run("reply", "draft", ticket, "Bonjour, je regarde"), ["[]"])
    check(cli.run("reply", "draft", ticket)[0]["text"] == "Bonjour, je regarde", "a draft is kept")
    check(cli.run("reply", "draft", ticket, "") == [], "and taken away")
    promise.check("reply words", cli.run("reply", "words", "--add", "zinguerie", "--lang", "fr"), ["[]"])
    check(cli.run("reply", "words", "--remove", "zinguerie", "--lang", "fr") == [], "a word is forgotten")
    account = cli.run("account", "list")[0]["id"]
    promise.check("reply address", cli.run("reply", "address", account, "vous"))
    house = cli.run("reply", "check", "Ton colis est en route depuis ce matin.", "--account", account, codes=(1,))
    check([one["fault"] for one in house["findings"]] == ["house_address"], "the house says vous")
    cli.run("reply", "address", account, "none")


def relaying(cli, promise):
    table = os.path.join(cli.folder, "relays.csv")
    news = "Le bac de la baie ne passe pas jeudi entre six heures et quatorze heures chez Maison Dubreuil"
    with open(table, "w", encoding="utf-8") as file:
        file.write(f"date,author,text\n2026-11-20T12:00:00Z,bruno,RT @anne: {news} https://go.example/1\n2026-11-20T11:00:00Z,anne,{news}\n")
    cli.run("import", table)
    before = {tile["key"]: tile["value"] for tile in cli.run("report", "--days", 3660)["indicators"]}
    promise.check("relays --find", cli.run("relays", "--find"))
    found = [item["id"] for item in cli.run("search", '"bac de la baie"')["items"]]
    for item in found:
        tree = cli.run("relays", item)
        promise.check("relays", tree, ["nodes[]"])
        check(tree["original"] == min(found) and tree["relays"] == 1 and not tree["origin_known"], f"the earlier one is the original, as far as was seen: {tree}")
        check([node["how"] for node in tree["nodes"]] == ["original", "copy"] and tree["nodes"][1]["likeness"] == 1, "the other is a copy of it")
    without = cli.run("report", "--days", 3660, "--without-relays")
    after = {tile["key"]: tile["value"] for tile in without["indicators"]}
    check(without["without_relays"] and after["mentions"] < before["mentions"], f"originals only are fewer: {before} {after}")
    promise.check("relays --count", cli.run("relays", "--count", "without"))
    check(cli.run("report", "--days", 3660)["without_relays"] and cli.run("search", '"bac de la baie"', "--count")["count"] == 1, "the whole workspace counts originals")
    check(cli.run("search", '"bac de la baie"', "--count", "--with-relays")["count"] == 2, "unless told otherwise")
    check(cli.run("relays", "--count", "with") == {"counted": True}, "and counts relays again")
    alone = cli.run("relays", max(found), "--split")
    check(alone["relays"] == 0 and alone["original"] == max(found), f"by hand it is an original: {alone}")
    check(cli.run("relays", max(found), "--join", min(found))["original"] == min(found), "and a relay again")
    failing(cli, promise, 3, "relays", "4711")


def finding(cli, promise):
    everywhere = cli.run("search", "merci", "--scope", "all")
    promise.check("search --scope", everywhere, ["scopes[]", "found[]"])
    counts = {scope["scope"]: scope["count"] for scope in everywhere["scopes"]}
    check(list(counts) == ["mentions", "revisions", "notes", "members", "answers", "plans"], f"every kind is told: {counts}")
    check(counts["answers"] >= 1 and any(found["scope"] == "answers" and "Merci beaucoup" in found["text"] for found in everywhere["found"]), f"what we answered is found: {counts}")
    check(counts["mentions"] == cli.run("search", "merci", "--count")["count"], "mentions are those of the plain search")
    best = cli.run("search", "dubreuil", "--by", "relevance", "-n", 5)
    scores = [found["score"] for found in best["found"]]
    check(scores and scores == sorted(scores, reverse=True) and scores[0] > 0, f"the best come first: {scores}")
    said = cli.run("search", "merci rating:<3", "--scope", "notes,mentions")
    check([scope["senseless"] for scope in said["scopes"]] == [[], ["rating"]], f"what means nothing for notes is said: {said['scopes']}")
    cli.run("search", "merci", "--scope", "dreams", codes=(2,))


def trending(cli, promise):
    quiet = cli.run("trends", "zzzkeinwort")
    promise.check("trends", quiet, ["before[]"])
    check(quiet["terms"] == [] and quiet["mentions"] == 0 and len(quiet["before"]) == 7, "nobody speaks of what nobody says")
    now = datetime.datetime.now(datetime.timezone.utc)
    table = os.path.join(cli.folder, "trends.csv")
    with open(table, "w", encoding="utf-8") as file:
        file.write("date,author,text\n")
        for who in range(7):
            at = (now - datetime.timedelta(minutes=9 + who)).strftime("%Y-%m-%dT%H:%M:%SZ")
            file.write(f"{at},passenger{who},La carte de quai du débarcadère {who} ne marche plus\n")
    cli.run("import", table)
    found = cli.run("trends", "débarcadère", "--now", "1h")
    promise.check("trends", found, ["terms[]"])
    names = {term["term"]: term for term in found["terms"]}
    check("carte de quai" in names and names["carte de quai"]["authors"] == 7 and names["carte de quai"]["score"] == 36, f"a phrase that seven people begin to use: {names}")
    check("débarcadère" not in names and "carte" not in names, "neither the query's word nor what comes in the phrase")
    behind = cli.run("search", names["carte de quai"]["query"])
    check(behind["count"] == names["carte de quai"]["mentions"], "the term finds what was counted")
    failing(cli, promise, 2, "trends", "(débarcadère")


def posting(cli, promise):
    when = cli.run("posting", "times")
    promise.check("posting times", when)
    check(when["enough"] == (when["posts"] >= 20), f"hours are spoken of from twenty posts on: {when}")
    check(when["enough"] or when["hours"] == [], "and not before")
    for hour in when["hours"]:
        check(1 <= hour["weekday"] <= 7 and hour["low"] <= hour["expected"] <= hour["high"] and hour["posts"] >= 1, f"an hour has posts and an interval: {hour}")
    load = cli.run("posting", "load")
    promise.check("posting load", load)
    check(load["enough"] == (load["posts"] >= 20) and len(load["hours"]) == (7 * 24 if load["enough"] else 0), f"a week of hours, from twenty posts on: {load['posts']}")
    check(all(stretch["expected"] > 0 for stretch in load["unattended"]), "nobody on duty only where something is expected")
    promise.check("posting again", cli.run("posting", "again"))
    ours = cli.run("search", "is:ours -is:reply", "-n", 1)["items"][0]
    used = cli.run("posting", "used", ours["text"], codes=(1,))
    promise.check("posting used", used, ["[]"])
    check(any(one["item"] == ours["id"] and one["likeness"] >= 0.5 for one in used), f"a text of ours was used already: {used}")
    check(cli.run("posting", "used", "zzz keinwort gibt es hier nirgends auf dieser Welt zu lesen") == [], "what nobody said was not used")
    counts = cli.run("posting", "counts", ours["id"])
    promise.check("posting counts", counts)
    check(counts["item"] == ours["id"] and counts["next"] is not None, "its counts are read again")
    failing(cli, promise, 3, "posting", "counts", "1")


def relevance(cli, promise):
    filters = cli.run("relevance", "list")
    query = next(one["query"] for one in filters)
    name = next(one["name"] for one in filters)
    failing(cli, promise, 3, "relevance", "list", "no such query")
    item = cli.run("search", '"bac de la baie"')["items"][0]["id"]
    for one in filters:  # the one that holds everything that was collected
        code, _ = cli.outcome("relevance", "mark", one["query"], item, "no")
        if code == 0:
            query, name = one["query"], one["name"]
            break
    marked = cli.run("relevance", "mark", name, item, "no")
    promise.check("relevance mark", marked)
    check(marked["other"] == 1 and marked["aside"] >= 1 and not marked["acts"], f"the mention and its relays stand aside, nothing else: {marked}")
    listed = cli.run("relevance", "list", query)
    promise.check("relevance list", listed, ["[].marks[]", "[].items[]"])
    check(item in listed[0]["items"], "what is kept aside is listed")
    why = cli.run("relevance", "why", query, item)
    promise.check("relevance why", why)
    check(why["aside"] and why["mark"] and not why["mark"]["about"], f"a mark is a reason: {why}")
    measured = cli.run("relevance", "measure", query)
    promise.check("relevance measure", measured)
    check(not measured["measured"] and measured["marks"] == 1, "one mark measures nothing")
    changed = cli.run("relevance", "set", query, "--threshold", "0.95")
    promise.check("relevance set", changed)
    check(changed["threshold"] == 0.95, "the threshold is the person's")
    back = cli.run("relevance", "reset", query)
    promise.check("relevance reset", back)
    check(back["aside"] == 0 and back["other"] == 0, "nothing is lost")
    failing(cli, promise, 3, "relevance", "mark", str(query), "4711", "yes")


def tones(cli, promise):
    """What a person says of a tone wins, is measured and learned from, and can be forgotten."""
    items = cli.run("search", "lang:fr", "-n", 12)["items"]
    check(len(items) == 12, "there is enough to judge")
    for item in items:
        said = cli.run("tone", "set", item["id"], "negative")
    promise.check("tone set", said)
    check(said["manual"] and said["tone"] == "negative", f"said by hand: {said}")
    failing(cli, promise, 3, "tone", "set", "4711", "neutral")
    measured = cli.run("tone", "measure")
    promise.check("tone measure", measured)
    check(measured["labels"] == 12 and not measured["measured"] and measured["accuracy"] is None, f"twelve labels measure nothing: {measured}")
    check(sum(map(sum, measured["confusion"])) == 12, "and are counted")
    learned = cli.run("tone", "learn")
    promise.check("tone learn", learned)
    check(learned["even"] and learned["learned_from"] == 12 and learned["judged_anew"] == 1, f"everything was judged anew: {learned}")
    promise.check("tone measure", cli.run("tone", "measure"), ["words[]"])
    why = cli.run("tone", "explain", items[0]["id"])
    promise.check("tone explain", why)
    check(why["manual"] and why["score"] == -1, f"the hand wins: {why}")
    check(why["taught"]["score"] < why["model"]["score"], f"what was taught counts: {why}")
    failing(cli, promise, 3, "tone", "explain", "4711")
    forgotten = cli.run("tone", "reset")
    promise.check("tone reset", forgotten)
    after = cli.run("tone", "measure")
    check(after["words"] == [] and after["lessons"] == 0 and after["labels"] == 12, f"the layer is gone, the labels are not: {after}")


def deciding(cli, promise):
    """Alerts done with and put off."""
    open_ones = [alert["alert"] for alert in cli.run("alert", "list")]
    if open_ones:
        later = cli.run("alert", "snooze", open_ones[0], "--until", "2041-01-01T09:00")
        check(later["alerts"] == [open_ones[0]], "an alert is put off")
        check(open_ones[0] not in [alert["alert"] for alert in cli.run("alert", "list")], "and off the list")
        check(open_ones[0] in [alert["alert"] for alert in cli.run("alert", "list", "--done")], "--done lists it")
    done = cli.run("alert", "done", "all")
    promise.check("alert done", done)
    promise.kept |= {"alert snooze"}  # one function prints both
    check(done["alerts"] == open_ones[1:], "all that were open are done")
    check(cli.run("alert", "list") == [], "and the list is empty")
    failing(cli, promise, 3, "alert", "done", "4711")
    failing(cli, promise, 2, "alert", "done", "some")
    failing(cli, promise, 2, "alert", "snooze", "all", "--until", "2001-01-01T09:00")
    failing(cli, promise, 2, "alert", "snooze", "all", "--until", "soon")


def moderating(cli, promise):
    """The charter: shown, changed, tried, exported; a moderation under an article of it, in the log, taken back."""
    first = cli.run("charter", "show")
    promise.check("charter show", first, ["articles[]"])
    check(first["version"] == 0 and cli.run("charter", "versions") == [], "a workspace begins with a charter that nobody has changed")
    code, marks = cli.outcome("charter", "check", "Envoyez-nous votre mot de passe, tu peux", "--lang", "fr")
    promise.check("charter check", marks, ["[]"])
    check(code == 1 and [mark["article"] for mark in marks] == [3, 6] and marks[1]["found"] == "tu", f"a text is held against it: {marks}")
    check(cli.run("charter", "check", "Votre commande part demain.", "--lang", "fr") == [], "and may pass")
    code, late = cli.outcome("charter", "check", "Bonjour", "--lang", "fr", "--about", "complaint", "--waiting", "300")
    check(code == 1 and late[0]["kind"] == "delay" and late[0]["value"] == 300, "who waited too long is told")
    file = os.path.join(cli.folder, "charter.json")
    promise.check("charter export", cli.run("charter", "export", file))
    promise.check("charter import", cli.run("charter", "import", file))
    checks = os.path.join(cli.folder, "checks.json")
    with open(checks, "w", encoding="utf-8") as out:
        out.write('[{"kind": "forbidden", "words": ["girouette"]}]')
    edited = cli.run("charter", "edit", "42", "--title-fr", "Essai", "--moderates", "yes", "--checks", checks, "--note", "an example")
    promise.check("charter edit", edited)
    check(edited["version"] == 2 and cli.run("charter", "show")["articles"][-1]["title_fr"] == "Essai", "a change is the next version")
    check(cli.outcome("charter", "check", "Une girouette")[1][0]["article"] == 42, "and is in force at once")
    promise.check("charter versions", cli.run("charter", "versions"), ["[]"])
    check(len(cli.run("charter", "show", "--version", 1)["articles"]) == len(first["articles"]), "the version before can be read")
    with open(file, "w", encoding="utf-8") as out:
        out.write('{"form": "vigie-charter-1", "articles": [{"number": 1}]}')
    failing(cli, promise, 2, "charter", "import", file)
    failing(cli, promise, 3, "charter", "edit", "4711", "--remove")
    failing(cli, promise, 3, "charter", "show", "--version", "77")
    sheet = cli.run("charter", "sheet", "--lang", "fr")
    promise.check("charter sheet", sheet)
    check("Essai" in sheet["text"], "the sheet names the articles")
    ticket = cli.run("queue")[0]["ticket"]
    failing(cli, promise, 2, "moderate", "mute", str(ticket), "--article", "4711", "--ground", "defence of legal claims")
    failing(cli, promise, 3, "moderate", "mute", "987654", "--article", "1")
    # Until somebody has said on what ground things are kept; from then on it need not be said again.
    code, answer = cli.outcome("evidence", "capture", cli.run("search", "dubreuil")["items"][0]["id"])
    check(code == 2 and "--ground" in answer["detail"], f"a ground is asked for: {answer}")
    done = cli.run("moderate", "mute", ticket, "--article", 42, "--comment", "=1+1", "--ground", "defence of legal claims")
    promise.check("moderate", done)
    check(done["evidence"] > 0, "the evidence was kept first")
    table = os.path.join(cli.folder, "moderation.csv")
    log = cli.run("moderation", "log", "--csv", table, "--lang", "fr")
    promise.check("moderation log", log, ["[]"])
    check([log[0][name] for name in ("act", "article", "charter", "outcome")] == ["mute", 42, 2, "waiting"], f"the log says by which article: {log}")
    with open(table, encoding="utf-8") as lines:
        check('"\'=1+1"' in lines.read(), "no cell of its table is a formula")
    back = cli.run("moderation", "undo", done["line"])
    promise.check("moderation undo", back)
    check(back["outcome"] == "cancelled", "what has not left is taken back")
    figures = cli.run("moderation", "figures")
    promise.check("moderation figures", figures, ["[]"])
    check([figures[0][name] for name in ("article", "times", "taken_back")] == [42, 1, 1], "and counted so")
    failing(cli, promise, 8, "moderation", "undo", str(done["line"]))


def writing(cli, promise):
    plan = cli.run("plan", "Un jour", "--at", "2031-01-01T09:00", "--zone", "Europe/Paris")
    promise.check("plan", plan)
    rows = cli.outbox()
    promise.check("outbox list", rows, ["[]"])
    planned = next(row for row in rows if row["state"] == "planned")
    for what in ("retry", "check"):
        failing(cli, promise, 8, "outbox", what, str(planned["id"]))
    promise.check("outbox cancel", cli.run("outbox", "cancel", planned["id"]))
    promise.kept |= {"outbox retry", "outbox check"}  # one function prints all three
    promise.check("report", cli.run("report", "--days", 7), ["indicators[]"])
    seen = cli.run("coverage", "--days", 7)
    promise.check("coverage", seen)
    check(0 < seen["seen_share"] <= 1 and any(one["kind"] == "never-asked" for one in seen["unseen"]), f"before the first look nothing was asked: {seen}")
    check(cli.run("coverage", "--fill")["gaps"] == 0, "no gap is left")
    check(cli.run("coverage", "--query", "network:mastodon velo")["seen_share"] > 0, "the practice network is one of those asked")
    check(cli.run("coverage", "--query", "network:rss velo")["unseen"] == [], "no account of that network, nothing to tell of it")
    cli.run("coverage", "--query", "(velo", codes=(2,))
    rules = cli.run("alert", "rules")
    promise.check("alert rules", rules, ["[]"])
    check({rule["kind"] for rule in rules} >= {"volume", "tone", "crisis", "vip", "unread", "silence"}, "a workspace begins with rules")
    promise.check("alert list", cli.run("alert", "list"))
    for rule in rules:
        promise.check("alert test", cli.run("alert", "test", rule["rule"], "--days", 7))
    cli.run("alert", "test", 99999, codes=(3,))
    deciding(cli, promise)
    moderating(cli, promise)
    table = os.path.join(cli.folder, "mentions.csv")
    with open(table, "w", encoding="utf-8") as file:
        file.write("date,author,text\n2026-11-20T10:00:00Z,anne,Un vélo\nnever,bruno,Une lampe\n")
    promise.check("import --preview", cli.run("import", table, "--preview"), ["items[]"])
    promise.check("import", cli.run("import", table, codes=(0, 1)), ["bad_lines[]"])
    relaying(cli, promise)
    finding(cli, promise)
    trending(cli, promise)
    posting(cli, promise)
    relevance(cli, promise)
    tones(cli, promise)
    promising(cli, promise)
    promise.check("doctor", cli.run("doctor"), ["accounts[]"])
    promise.check("workspace info", cli.run("workspace", "info"))
    done = cli.run("audit")
    promise.check("audit", done, ["[]"])
    check({"account.added", "outbox.added", "outbox.state", "query.saved"} <= {entry["action"] for entry in done}, "the audit names what was done")
    check("Un jour" not in json.dumps(done), "and quotes nobody")
    copy = os.path.join(cli.folder, "copy.vigie")
    promise.check("backup", cli.run("backup", copy))
    promise.check("restore", cli.run("restore", copy))


def promising(cli, promise):
    """Opening hours and promises: shown before they are kept, undone, reported."""
    hours = ("calendar", "hours")
    week = "mon-fri 9:00-12:30,14:00-18:00"
    asked = ("Office", "--zone", "Europe/Paris", "--holidays", "FR", "--week", week, "--day", "12-24 9:00-12:00 Christmas Eve")
    promise.check("calendar hours preview", cli.run(*hours, "preview", *asked))
    check(cli.run("service", "list") == {"policies": [], "calendars": []}, "a preview keeps nothing")
    promise.check("calendar hours set", cli.run(*hours, "set", *asked))
    shown = cli.run(*hours, "show", "Office", "--from", "2026-07-01", "--to", "2027-01-01")
    promise.check("calendar hours show", shown, ["days[]", "changes[]"])
    days = {day["day"]: (day["hours"], day["reason"]) for day in shown["days"]}
    check(days["2026-07-14"] == ("closed", "Bastille Day") and days["2026-12-24"] == ("09:00-12:00", "Christmas Eve"), f"days off are printed with the period: {days}")
    reckoned = cli.run(*hours, "reckon", "Office", "2026-09-18T17:55:00+02:00", "--to", "2026-09-21T14:20:00+02:00", "--after", "4h")
    promise.check("calendar hours reckon", reckoned)
    check(reckoned["open_seconds"] == 300 + 12600 + 1200 and reckoned["due"] == "2026-09-21T12:25:00Z", f"a Friday evening and a Monday: {reckoned}")
    promise.check("calendar hours holidays", (year := cli.run(*hours, "holidays", "DE-NW", 2026)), ["[]"])
    check("2026-11-11" not in {day["day"] for day in year}, "Saint Martin is no holiday")
    check({"FR-67", "CH-GE", "GB-SCT"} <= {one["region"] for one in cli.run(*hours, "holidays")}, "regions are listed")
    cli.run(*hours, "holidays", "XX", codes=(3,))
    cli.run(*hours, "set", "Office", "--week", "mon-fri 9:00", codes=(2,))
    looked = cli.run("service", "preview", "Everybody", "--first", "4h", "--resolution", "2d")
    promise.check("service preview", looked, ["changes[]"])
    check(looked["kept"] is False and looked["begin"] > 0, f"what waits would be promised an answer: {looked['begin']}")
    promise.check("service set", cli.run("service", "set", "Everybody", "--calendar", "Office", "--first", "4h", "--resolution", "2d"))
    cli.run("service", "set", "Broken", "--first", "soon", codes=(2,))
    cli.run(*hours, "set", "Office", "--remove", codes=(2,))
    promise.check("service list", cli.run("service", "list"), ["policies[]", "calendars[]"])
    ticket = cli.run("queue")[0]
    clocks = cli.run("service", "show", ticket["ticket"])
    promise.check("service show", clocks, ["[]"])
    check(any(clock["policy"] == "Everybody" for clock in clocks), f"a conversation has the clock of its policy: {clocks}")
    cli.run("service", "show", 999999, codes=(3,))
    report = cli.run("service", "report", "--days", 60, "--by", "network", "--rows", "first", "--key", "mastodon")
    promise.check("service report", report, ["figures[]", "rows[]", "calendars[]"])
    first = next(one for one in report["figures"] if one["measure"] == "first")
    check(first["open"] + first["n"] + first["unanswered"] > 0 and first["hits"] + first["misses"] <= first["n"], f"first answers are counted: {first}")
    promise.check("service undo", cli.run("service", "undo"))
    check(cli.run("service", "list")["policies"] == [], "the last change is taken back")


def describing(cli, promise):
    """Networks and recipes; no workspace is needed for them."""
    folder = os.path.join(cli.folder, "recipes")
    os.makedirs(folder, exist_ok=True)
    broken = os.path.join(folder, "broken.json")
    with open(broken, "w", encoding="utf-8") as file:
        file.write('{\n "recipe": 1,\n "id": "house",\n "operatoins": {}\n}\n')
    listed = cli.run("connector", "list", "--recipes", folder, codes=(1,))
    promise.check("connector list", listed, ["networks[]", "broken[]"])
    check({"mastodon", "feed", "hackernews"} <= {one["id"] for one in listed["networks"]}, "networks and recipes are listed")
    check(listed["broken"][0]["path"] == broken and listed["broken"][0]["line"] > 0, "a broken recipe is listed with its place")
    said = cli.run("connector", "check", broken, codes=(2,))
    promise.check("connector check", said, ["problems[]"])
    typo = [one for one in said["problems"] if one["place"] == "/operatoins"]
    check(typo and typo[0]["line"] == 4 and "operations" in typo[0]["message"], "a typing error is told with its line and what was meant")
    source = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "resources", "recipes", "hackernews.json")
    with open(source, encoding="utf-8") as file:
        recipe = json.load(file)
    good = cli.run("connector", "check", source)
    promise.check("connector check", good, ["fixtures[]"])
    check(good["good"] and good["built_in"] and all(one["passed"] for one in good["fixtures"]), "a recipe that comes with Vigie is good")
    recipe["fixtures"][1]["expect"]["items"][0]["id"] = "other"
    wrong = os.path.join(folder, "wrong.json")
    with open(wrong, "w", encoding="utf-8") as file:
        json.dump(recipe, file)
    failed = cli.run("connector", "check", wrong, codes=(1,))
    check([one["failure"]["place"] for one in failed["fixtures"] if not one["passed"]] == ["/fixtures/1/expect/items/0/id"], "what came out otherwise is named")


def mailing(cli, promise):
    """What of mail needs no server; tests/integration/mail looks at the rest."""
    password = {"MAIL_PASSWORD": "a password for mail"}
    account = ("--address", "vigie@example.test", "--smtp", "127.0.0.1:1", "--imap", "127.0.0.1:1", "--password-env", "MAIL_PASSWORD")
    failing(cli, promise, 3, "mail", "show")
    failing(cli, promise, 2, "mail", "add", *account)  # the variable is empty
    failing(cli, promise, 2, "mail", "add", *account, "--smtp-security", "none", extra_env=password)
    failing(cli, promise, 5, "mail", "add", *account, extra_env=password)  # tried first: nobody listens there
    failing(cli, promise, 3, "mail", "show")
    promise.check("mail add", cli.run("mail", "add", *account, "--no-test", extra_env=password))
    promise.check("mail show", cli.run("mail", "show"))
    promise.check("mail test", cli.run("mail", "test", codes=(5,)))
    asked = cli.run("mail", "ask", "Le four de Claire est froid.", "--to", "sav@example.test", "--subject", "Four")
    promise.check("mail ask", asked)
    sent = cli.run("mail", "send", codes=(5,))
    promise.check("mail send", sent)
    check(sent["waiting"] == 1 and sent["error"] == "network" and sent["next"], "a server that cannot be reached keeps the question")
    kept = cli.run("mail", "list")
    promise.check("mail list", kept, ["[]"])
    check(kept[0]["subject"] == f"[Vigie #{asked['question']}] Four" and kept[0]["state"] == "waiting", "the question stands in the outbox with its code")
    failing(cli, promise, 2, "mail", "ask", "x", "--to", "nobody")
    failing(cli, promise, 5, "mail", "read")
    promise.check("mail cancel", cli.run("mail", "cancel", asked["question"]))
    failing(cli, promise, 8, "mail", "cancel", str(asked["question"]))
    check(not cli.files_holding(password["MAIL_PASSWORD"]), "the password is in no file")
    promise.check("mail remove", cli.run("mail", "remove"))
    promise.kept.add("mail read")  # against a real server: tests/integration/mail/cli_mail_test.py


def queries(cli, promise):
    good = cli.run("query", "check", "girouette OR clepsydre rare NEAR/3 mot")
    promise.check("query check", good)
    check(good["valid"] and good["canonical"] == "girouette OR (clepsydre (rare NEAR/3 mot))" and good["mixed_and_or"], "a query is shown as it is read")
    check([reason["kind"] for reason in good["cost"]["reasons"]] == ["reads-texts"], "what makes it dear is named")
    code, wrong = cli.outcome("query", "check", "mot lnag:fr")
    promise.check("query check", wrong)
    check(code == 2 and wrong["error"]["fix"]["mended"] == "mot lang:fr", "a mistake comes with its fix")
    pasted = cli.run("query", "check", "--from", "auto", "girouette AND city:nantes AND engagementType:RETWEET")
    promise.check("query check", pasted, ["translation.notes[]"])
    check(pasted["canonical"] == "girouette is:repost" and pasted["translation"]["from"] == "brandwatch", "a query of another tool is translated")
    promise.check("query list", cli.run("query", "list", "Presse", "claire"))
    promise.check("query lists", cli.run("query", "lists"), ["[]"])
    check(cli.count("list:presse") == cli.count("author:claire") > 0, "a list stands for its authors")
    check(cli.count("@rare") == cli.count("girouette") == 1, "a saved query stands for what it says")
    check(cli.count("girouette NEAR/2 rare") == 1 and cli.count("girouette ONEAR/2 rare") == 0, "nearness has an order where it is asked for")
    failing(cli, promise, 2, "search", "@unknown")
    changing(cli, promise)


def changing(cli, promise):
    """A saved query changed with history in view, taken back, and its examples."""
    found = cli.run("query", "diff", "Rare", "clepsydre")
    promise.check("query diff", found, ["added_mentions[]", "lost_mentions[]"])
    counts = [found[name] for name in ("before", "after", "added", "lost")]
    check(counts == [1, 1, 1, 1] and "clepsydre" in found["added_mentions"][0]["text"] and "girouette" in found["lost_mentions"][0]["text"], "a change says what it would do")
    check(cli.count("@rare clepsydre") == 0, "and does nothing")
    done = cli.run("query", "apply", "Rare", "girouette OR clepsydre")
    promise.check("query apply", done)
    check(cli.count("@rare") == done["mentions"] == 2, "applied, it holds over all history")
    back = cli.run("query", "undo", "Rare")
    promise.check("query undo", back)
    check(cli.count("@rare") == 1 and back["mentions"] == 1, "and is taken back as one")
    failing(cli, promise, 3, "query", "undo", "Rare")
    failing(cli, promise, 2, "query", "diff", "Rare", "(claire")
    failing(cli, promise, 3, "query", "apply", "Nobody", "claire")
    missed = failing(cli, promise, 3, "query", "diff", "Raer", "claire")
    check("did you mean" in missed["detail"] and "are" in missed["detail"], f"a name that is nearly right is named: {missed}")
    number = cli.run("relevance", "list", "rare")[0]["query"]
    check(cli.run("query", "diff", number, "clepsydre")["query"] == number, "a saved query is found by its number, too, and by its name in small letters")
    one = cli.run("query", "examples", "add", "Rare", "Une girouette sur le toit")
    promise.check("query examples add", one)
    cli.run("query", "examples", "add", "Rare", "--not", "girouette en vente")
    code, tried = cli.outcome("query", "examples", "run", "Rare")
    promise.check("query examples run", tried, ["[]", "[].why[]"])
    check(code == 1 and [example["passes"] for example in tried] == [True, False], f"an example that fails is told: {tried}")
    check(tried[1]["why"] == [{"part": "girouette", "held": True}], "with the word that let it in")
    check(all(example["passes"] for example in cli.run("query", "examples", "run", "Rare", "--with", "girouette NOT vente")), "another query can be tried")
    promise.check("query examples remove", cli.run("query", "examples", "remove", one["example"]))
    failing(cli, promise, 3, "query", "examples", "remove", str(one["example"]))


def keeping(cli, promise):
    """Evidence: kept, verified, exported, tampered with, erased."""
    item = cli.run("search", "girouette")["items"][0]["id"]
    before, others = cli.run("evidence", "verify")["entries"], cli.run("evidence", "list")
    kept = cli.run("evidence", "capture", item, "--years", 3, "--ground", "defence of legal claims")
    promise.check("evidence capture", kept, ["[]"])
    check(cli.run("evidence", "capture", item)[0]["entry"] == kept[0]["entry"], "kept twice is kept once")
    promise.check("evidence list", (listed := cli.run("evidence", "list", "--words", "girouette")), ["[]"])
    check(len(listed) == 1 and "girouette" in listed[0]["text"] and cli.run("evidence", "list", "--words", "clepsydre") == [], "found by its words")
    promise.check("evidence show", cli.run("evidence", "show", item), ["[]"])
    promise.check("evidence prolong", cli.run("evidence", "prolong", item, "--years", 10))
    promise.check("evidence verify", (sound := cli.run("evidence", "verify")))
    check(sound["sound"] and sound["entries"] == before + 2, f"the chain is sound: {sound}")
    archive = os.path.join(cli.folder, "evidence.zip")
    promise.check("evidence export", (done := cli.run("evidence", "export", archive)))
    check(done["head"] == sound["head"], "the archive ends where the chain ends")
    check(cli.outcome("evidence", "export", archive)[0] == 2, "a file that is there is not written over")
    check(cli.run("evidence", "verify", archive, "--head", kept[0]["hash"])["sound"], "the archive passes through the hash that was written down")
    code, answer = cli.outcome("evidence", "verify", archive, "--head", "0123456789abcdef" * 4)
    check(code == 1 and answer["flaw"]["what"] == "head", f"another hash is not in it: {answer}")
    check(cli.outcome("evidence", "verify", cli.log)[0] == 2, "what is no archive ends with 2")
    copy = os.path.join(cli.folder, "tampered.vigie")
    cli.run("backup", copy)
    with sqlite3.connect(copy) as base:
        base.execute("DROP TRIGGER evidence_only_erased")
        base.execute("UPDATE evidence SET content=replace(content, 'girouette', 'girafe') WHERE number=?", (kept[0]["entry"],))
    base.close()
    code, answer = cli.outcome("evidence", "verify", copy)
    check(code == 1 and answer["flaw"]["entry"] == kept[0]["entry"] and answer["flaw"]["what"] == "content", f"the changed entry is named: {answer}")
    promise.check("evidence erase", cli.run("evidence", "erase", item, "--reason", "request_of_person", "--note", "letter 12"))
    after = cli.run("evidence", "verify", "--head", sound["head"])
    check(after["sound"] and after["erased"] == 2 and cli.run("evidence", "list") == others, "after erasing the chain is sound and nothing of it is kept")
    check(cli.outcome("evidence", "erase", item, "--reason", "other")[0] == 3, "what is not kept cannot be erased")


def exit_codes(cli, promise, account):
    failing(cli, promise, 2, "search", "(open")
    failing(cli, promise, 3, "reply", "999999", "nobody")
    failing(cli, promise, 3, "queue", workspace=os.path.join(cli.folder, "absent.vigie"))
    failing(cli, promise, 4, "account", "test", str(account), extra_env={"VIGIE_PASSPHRASE": "", "DBUS_SESSION_BUS_ADDRESS": "", "XDG_RUNTIME_DIR": ""})
    failing(cli, promise, 5, "account", "add", "feed", "--url", "http://127.0.0.1:1/feed")
    damaged = os.path.join(cli.folder, "damaged.vigie")
    with open(damaged, "wb") as file:
        file.write(b"this is no workspace" * 400)
    failing(cli, promise, 6, "queue", workspace=damaged)
    refused = failing(cli, promise, 8, "account", "add", "feed", "--url", "http://10.255.255.1/feed")
    check("--allow-private" in refused["detail"], "a refused private address says what to do")
    usage = subprocess.run([cli.program, "no-such-command"], capture_output=True, check=False).returncode
    check(usage == 2, "a command that does not exist ends with 2")


def busy(cli, promise):
    own, cli.workspace = cli.workspace, os.path.join(cli.folder, "practice.vigie")
    first = cli.start("workspace", "practice", "--for", "3600")
    try:
        wait_for("the first process to hold the workspace", 60, lambda: os.path.exists(cli.workspace + ".lock"))

        def turned_away():
            got = cli.outcome("workspace", "practice", "--for", "1")
            return got if got[0] == 7 else None

        code, answer = wait_for("the second process to be turned away", 60, turned_away)
        promise.check("any that fails", answer)
        check(code == 7, "a workspace that another process holds ends with 7")
    finally:
        first.terminate()
        first.communicate(timeout=60)
    promise.check("workspace practice", cli.run("workspace", "practice", "--for", "1", codes=(0, 1)))
    cli.workspace = own


def removing(cli, network, promise, account):
    promise.check("account remove", (answer := cli.run("account", "remove", account, codes=(1,))))
    check(answer["removed"] and answer["token_still_valid"] and not answer["token_revoked"], "a token that was made elsewhere is said to live on")
    check(cli.run("account", "list") == [], "the account is removed all the same")
    check(network.token not in str(answer) and not cli.files_holding(network.token), "the token is in no file and in no answer")
    again = cli.run("account", "add", "mastodon", "--instance", network.url, "--token-env", "TOKEN", extra_env={"TOKEN": network.token})
    network.close()
    words = subprocess.run([cli.program, "--workspace", cli.workspace, "account", "remove", str(again["id"])], env=cli.env, capture_output=True, text=True, check=False)
    check(words.returncode == 1 and f"could not be revoked at {network.url}" in words.stderr and "revoke it in the network's settings" in words.stderr,
          f"in words: {words.stderr.strip()}")


def test(program, server, manual):
    cli, network, promise = cli_house.Cli(program), Network(server), Promise(manual)
    try:
        account = reading(cli, network, promise)
        accounts(cli, network, promise, account)
        ways(cli, network)
        queueing(cli, promise)
        viewing(cli, promise)
        tagging(cli, promise)
        ruling(cli, promise)
        writing(cli, promise)
        mailing(cli, promise)
        cli_passing.passing(cli, promise, failing)
        cli_passing.handover(cli, promise, failing)
        cli_publishing.publishing(cli, promise, failing)
        describing(cli, promise)
        queries(cli, promise)
        keeping(cli, promise)
        cli_members.knowing(cli, promise)
        cli_calendar.planning(cli, promise)
        cli_objectives.objectives(cli, promise)
        cli_reviews.reviews(cli, promise, failing)
        cli_media.library(cli, promise, failing)
        cli_report.reports(cli, promise, failing)
        exit_codes(cli, promise, account)
        busy(cli, promise)
        removing(cli, network, promise, account)
        cli_media.places(cli, promise, failing)
        promise.all_kept()
    finally:
        if network.process.poll() is None:
            network.close()
        cli.close()


if __name__ == "__main__":
    cli_house.main(test)
