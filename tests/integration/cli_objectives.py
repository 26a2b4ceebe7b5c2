# SPDX-License-Identifier: GPL-3.0-or-later
"""Formulas and objectives by command: a mistake with its place in both languages, a tree, versions, actions, taking back."""

from cli_house import check


def formulas(cli, promise):
    good = cli.run("formula", "check", " mentions-prev( mentions )")
    promise.check("formula check", good)
    check(good["formula"] == "mentions - prev(mentions)" and good["unit"] == "count", f"the canonical form and its unit: {good}")
    wrong = cli.run("formula", "check", "mentions + net_sentiment", codes=(2,))["mistake"]
    check((wrong["fault"], wrong["begin"], wrong["column"]) == ("unit-mismatch", 11, 12), f"a mistake has a place: {wrong}")
    french = cli.run("formula", "check", "mentions + net_sentiment", "--lang", "fr", codes=(2,))["mistake"]["sentence"]
    check(french.startswith("on ne peut ni additionner") and french != wrong["sentence"], f"and a sentence in both languages: {french}")
    worth = cli.run("formula", "eval", "mentions / (mentions - mentions)")
    promise.check("formula eval", worth, ["reads[]"])
    check(worth["value"] is None and worth["reads"][0]["figure"] == "mentions", f"a division by zero is no data: {worth}")
    whole = cli.run("formula", "eval", "sum(mentions)", "--from", "2020-01-01", "--to", "2020-01-11")
    check(whole["value"] == 0 and whole["unit"] == "count", f"days without mentions sum up to none: {whole}")
    check(cli.outcome("formula", "eval", "mentions", "--query", "nobody")[0] == 3, "a query that is not there is said")
    promise.check("formula list", cli.run("formula", "list"), ["figures[]", "functions[]"])


def objectives(cli, promise):
    formulas(cli, promise)
    before = cli.run("objective", "list")
    fame = cli.run("objective", "add", "Fame", "--due", "2099-12-31")
    promise.check("objective add", fame)
    press = cli.run("objective", "add", "Press", "--under", fame["ref"])["ref"]
    noise = cli.run("objective", "add", "Noise", "--under", press, "--formula", "mentions*2", "--target", "1500", "--span", "since", "--start", "2026-01-01")["ref"]
    curious = cli.run("objective", "add", "Tone", "--formula", "net_sentiment")["ref"]
    listed = cli.run("objective", "list")
    promise.check("objective list", listed, ["objectives[]", "indicators[]"])
    under = next(one for one in listed["objectives"] if one["objective"] == press)
    check((under["under"], under["depth"]) == (fame["ref"], 1), f"the tree: {under}")
    child = next(one for one in listed["indicators"] if one["indicator"] == noise)
    check((child["objective"], child["formula"], child["due"], child["curiosity"]) == (press, "mentions * 2", "2099-12-31", False), f"an indicator, and the due day above: {child}")
    check(any(one["indicator"] == curious and one["curiosity"] and one["state"] in ("watched", "no_data") for one in listed["indicators"]), "an indicator without an objective is a curiosity")
    check(len(cli.run("objective", "show", fame["ref"])["objectives"]) == 2, "an objective is shown with what stands under it")
    code, said = cli.outcome("objective", "add", "Wrong", "--formula", "mentions +")
    check(code == 2 and "column 11" in str(said), f"a formula that is not finished is refused with its place: {said}")
    check(cli.outcome("objective", "set", noise, "--target", "2h")[0] == 2, "a time is no target of a count")
    promise.check("objective set", cli.run("objective", "set", noise, "--formula", "mentions"))
    linked = cli.run("objective", "link", noise, "--words", "Radio", "--day", "2026-01-15")
    promise.check("objective link", linked)
    shown = cli.run("objective", "show", noise)
    promise.check("objective show", shown, ["points[]", "earlier[]", "versions[]", "actions[]"])
    check([one["formula"] for one in shown["versions"]] == ["mentions * 2", "mentions"] and shown["version"] == 2, f"another formula is another version: {shown['versions']}")
    check(shown["earlier"] and shown["earlier"][0]["version"] == 1, "what the first gave is kept under it")
    check(shown["actions"][0]["name"] == "Radio" and shown["points"], "actions and the curve are shown")
    promise.check("objective measure", cli.run("objective", "measure"))
    promise.check("objective unlink", cli.run("objective", "unlink", linked["ref"]))
    promise.check("objective move", cli.run("objective", "move", press, "--under", "none"))
    check(cli.outcome("objective", "move", fame["ref"], "--under", fame["ref"])[0] == 2, "nothing stands under itself")
    promise.check("objective remove", cli.run("objective", "remove", fame["ref"]))
    undone = cli.run("objective", "undo")
    promise.check("objective undo", undone)
    check(undone["action"] == "remove", f"the last change comes back first: {undone}")
    while cli.run("objective", "list")["indicators"] != before["indicators"] or len(cli.run("objective", "list")["objectives"]) != len(before["objectives"]):
        check(cli.run("objective", "undo")["action"] != "", "there is something to take back")
