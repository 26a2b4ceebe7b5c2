# SPDX-License-Identifier: GPL-3.0-or-later
"""People by command: put together and apart, written about, exported, forgotten; and what we promised them."""

import json
import os

from cli_house import check


def knowing(cli, promise):
    """People: put together and apart, written about, exported, forgotten."""
    people = cli.run("member", "list")
    promise.check("member list", people, ["[]"])
    check(len(people) > 1, "there are people")
    one, other = people[0]["person"], people[1]["person"]
    promise.check("member note", cli.run("member", "note", one, "Collects zibeline"))
    step = cli.run("member", "step", one, "Invite to the fair", "--day", "2027-03-09")
    promise.check("member step", step)
    promise.check("member consent", cli.run("member", "consent", one, "newsletter", "--source", "form of 2 March"))
    promise.check("member fact", cli.run("member", "fact", one, "zibeline@mail.example", "--kind", "email", "--origin", "told in a message"))
    check(cli.outcome("member", "fact", one, "x", "--kind", "email")[0] == 2, "a datum without its origin is refused")
    check(cli.outcome("member", "step", one, "x", "--day", "tomorrow")[0] == 2, "a day is a date")
    cli.run("member", "fact", other, "ZIBELINE@mail.example", "--kind", "email", "--origin", "told by phone")
    suggested = cli.run("member", "suggest", one)
    promise.check("member suggest", suggested, ["[]"])
    check(suggested[0]["reasons"][0] == {"why": "email", "what": "zibeline@mail.example"}, f"the reason is said: {suggested}")
    merged = cli.run("member", "merge", one, other)
    promise.check("member merge", merged)
    made = cli.run("promise", "add", "We will call you tomorrow", "--member", one)
    promise.check("promise add", made)
    check(made["state"] == "open" and cli.outcome("promise", "add", "See you tomorrow", "--member", one)[0] == 2, "a promise has a time, a greeting is none")
    card = cli.run("member", "show", other, "--timeline")
    promise.check("member show", card, ["identities", "merges", "notes", "steps", "consents", "facts", "promises", "held", "timeline"])
    check(len(card["identities"]) == 2 and all(held["origin"] and held["since"] for held in card["held"]), "the card is of the person, each datum with its origin and date")
    promise.check("promise list", cli.run("promise", "list"), ["[]"])
    promise.check("promise keep", (kept := cli.run("promise", "keep", made["promise"])))
    check(kept["state"] == "kept" and cli.run("promise", "list") == [], "kept is no longer open")
    for verb, state in (("reopen", "open"), ("break", "broken"), ("reopen", "open"), ("release", "released")):
        promise.check(f"promise {verb}", (now := cli.run("promise", verb, made["promise"])))
        check(now["state"] == state, f"{verb} makes it {state}")
    check(cli.outcome("promise", "keep", made["promise"])[0] not in (0, 3), "what is settled is not settled again")
    promise.check("member unmerge", cli.run("member", "unmerge", merged["merge"]))
    check(len(cli.run("member", "show", one)["identities"]) == 1, "two people again")
    cli.run("member", "merge", one, other, "--apart")
    check(cli.run("member", "suggest", one) == [], "two people are not suggested again")
    file = os.path.join(cli.folder, "member.json")
    promise.check("member export", cli.run("member", "export", one, file))
    with open(file, encoding="utf-8") as record:
        held = json.load(record)
    check(held["notes"][0]["text"] == "Collects zibeline" and held["given"][0]["origin"] == "told in a message", "the record holds notes and where data came from")
    check(cli.outcome("member", "export", one, file)[0] == 2, "a file that is there is not written over")
    os.remove(file)
    handle = cli.run("member", "show", one)["identities"][0]["handle"]
    promise.check("member erase", (plan := cli.run("member", "erase", one)))
    check(not plan["erased"] and cli.run("member", "show", one)["identities"][0]["handle"] == handle, "without --yes nothing goes")
    cli.run("member", "fact", other, "zibeline@mail.example", "--remove", cli.run("member", "show", other)["facts"][0]["fact"])
    promise.check("member erase", (gone := cli.run("member", "erase", one, "--yes", "--reason", "letter 12")))
    check(gone["erased"] and gone["residue"] == [] and gone["messages"] == plan["messages"], f"nothing is left: {gone}")
    check(cli.run("member", "show", one)["erased"], "a tombstone stands where they were")
    own = [cli.workspace + ending for ending in ("", "-wal", "-shm")]  # a copy of before, such as that of a restore, still holds what it held
    still = {word: [name for name in cli.files_holding(word) if name in own] for word in ("zibeline", handle)}
    check(not any(still.values()), f"the file of the workspace does not say who it was: {still}")
    check(cli.outcome("member", "show", 999999)[0] == 3, "nobody has that number")
