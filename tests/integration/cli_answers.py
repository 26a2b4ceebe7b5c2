# SPDX-License-Identifier: GPL-3.0-or-later
"""The library of answers from the command line: written, found, given, imported as a test first, exported and read back."""

import os

from cli_house import check


def library(cli, promise, failing, asked):
    """`asked`: a row of the queue that waits for an answer."""
    added = cli.run("answer", "add", "délai", "--fr", "Bonjour {{nom}}, la livraison prend {{durée}}. {{marque}}", "--title", "Quand arrive mon colis ?", "--owner", "Léa",
                    "--until", "2020-01-31", "--tag", "livraison")
    promise.check("answer add", added, ["tags[]"])
    check(added["state"] == "passed" and added["uses"] == 0, "an answer whose last day has passed says so")
    failing(cli, promise, 8, "answer", "add", "DELAI", "--fr", "Encore")
    failing(cli, promise, 2, "answer", "add", "vide")
    failing(cli, promise, 2, "answer", "add", "jour", "--fr", "Oui", "--until", "demain")
    failing(cli, promise, 3, "answer", "show", "personne")
    check([one["keyword"] for one in cli.run("answer", "list", "del")] == ["délai"], "found by the beginning of its keyword, without its accent")
    check(cli.run("answer", "list", "colis")[0]["keyword"] == "délai" and cli.run("answer", "list", "zzz") == [], "or by a word of its question")
    check(len(cli.run("answer", "list", "--stale")) == 1, "what is no longer valid is listed as stale")
    edited = cli.run("answer", "edit", "delai", "--until", "", "--en", "Hello {{nom}}, delivery takes {{durée}}.")
    promise.check("answer edit", edited)
    check(edited["version"] == 2 and edited["state"] == "fresh" and edited["fr"] == added["fr"], "what is not named stays")
    promise.check("answer show", (shown := cli.run("answer", "show", "délai")), ["versions[]"])
    check([one["number"] for one in shown["versions"]] == [2, 1] and shown["versions"][1]["en"] == "", "versions are kept")

    refused = failing(cli, promise, 2, "answer", "give", "délai", str(asked["ticket"]), "--lang", "fr")
    check("durée" in refused["detail"], f"a variable without a value is named: {refused}")
    given = cli.run("answer", "give", "délai", asked["ticket"], "--lang", "fr", "--set", "durée=48 h")
    promise.check("answer give", given)
    check("{{" not in given["text"] and "48 h" in given["text"], f"the ticket fills in what it knows: {given['text']}")
    check(cli.run("answer", "uses", "délai") == [], "what has not left is no use")
    check(cli.run("publish", "--due", codes=(0, 1))["sent"] == 1, "the answer left")
    promise.check("answer uses", (uses := cli.run("answer", "uses", "délai")), ["[]"])
    check(len(uses) == 1 and uses[0]["ticket"] == asked["ticket"] and uses[0]["permalink"].startswith("http"), f"where it was given is known: {uses}")
    near = cli.run("answer", "near", asked["text"], "-n", 1)
    promise.check("answer near", near, ["[]"])
    check(near[0]["text"] == given["text"] and near[0]["answer"] == added["id"], f"the same question finds it: {asked['text']!r} found {near}")
    importing(cli, promise, failing)


def importing(cli, promise, failing):
    table = os.path.join(cli.folder, "answers.csv")
    with open(table, "w", encoding="windows-1252") as file:
        file.write("mot-clé;français;étiquettes\ndélai;La livraison prend 72 h.;livraison\nretour;Trente jours, dès réception.;\nvide;;\n")
    tried = cli.run("answer", "import", table, codes=(1,))
    promise.check("answer import", tried, ["lines[]"])
    check([tried[name] for name in ("applied", "added", "changed", "same", "skipped")] == [False, 1, 1, 0, 1], f"an import is a test first: {tried}")
    check(tried["encoding"] == "windows-1252" and tried["separator"] == ";", "encoding and separator are told from the file")
    check(tried["lines"][2] == {"line": 4, "what": "skip", "keyword": "vide", "reason": "no-text", "changed": []}, "what is left out is named with its line and why")
    check(len(cli.run("answer", "list")) == 1, "and nothing was written")
    done = cli.run("answer", "import", table, "--apply", codes=(1,))
    check(done["applied"] and cli.run("answer", "show", "retour")["fr"] == "Trente jours, dès réception.", "applied, it is there")
    out = os.path.join(cli.folder, "out.csv")
    promise.check("answer export", cli.run("answer", "export", out, "--separator", ";", "--encoding", "windows-1252"))
    again = cli.run("answer", "import", out)
    check([again[name] for name in ("added", "changed", "same", "skipped")] == [0, 0, 2, 0], f"what is written out reads back the same: {again}")
    promise.check("answer remove", cli.run("answer", "remove", "retour"))
    failing(cli, promise, 3, "answer", "remove", "retour")
    check(len(cli.run("answer", "list", "--removed")) == 1, "what was taken out can still be listed")
    promise.check("answer list", cli.run("answer", "list"), ["[]"])
