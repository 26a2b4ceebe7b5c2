# SPDX-License-Identifier: GPL-3.0-or-later
"""Pausing, deciding about what was kept back, agreement by people here and by people without Vigie."""

import os

from cli_house import check


def plan(cli, text, day="2031-01-02"):
    return cli.run("plan", text, "--at", f"{day}T09:00", "--zone", "Europe/Paris")["plan"]


def state(cli, post):
    return next(row["state"] for row in reversed(cli.outbox()) if row["plan"] == post and not row["after"])


def row_of(cli, post):
    return max(row["id"] for row in cli.outbox() if row["plan"] == post)


def pausing(cli, promise, failing):
    kept, moved, dropped = plan(cli, "Gardé"), plan(cli, "Déplacé"), plan(cli, "Annulé")
    failing(cli, promise, 2, "publishing", "pause", " ")
    failing(cli, promise, 3, "publishing", "resume")
    promise.check("publishing pause", cli.run("publishing", "pause", "Un accident dans la ville"))
    failing(cli, promise, 8, "publishing", "pause", "Encore")
    promise.check("publishing pauses", cli.run("publishing", "pauses"), ["[]"])
    promise.check("publishing held", cli.run("publishing", "held"), ["[]"])
    check({state(cli, post) for post in (kept, moved, dropped)} == {"held"}, "what is planned is held at once")
    failing(cli, promise, 8, "publishing", "keep", str(row_of(cli, kept)))  # still paused
    resumed = cli.run("publishing", "resume")
    promise.check("publishing resume", resumed)
    check(resumed["to_decide"] >= 3 and {state(cli, post) for post in (kept, moved, dropped)} == {"held"}, "nothing leaves by resuming")
    check(cli.run("publishing", "pauses") == [] and cli.run("publishing", "pauses", "--all")[0]["reason"] == "Un accident dans la ville", "the log keeps the reason")
    promise.check("publishing keep", cli.run("publishing", "keep", row_of(cli, kept)))
    promise.check("publishing move", cli.run("publishing", "move", row_of(cli, moved), "--at", "2031-02-01T10:00", "--zone", "Europe/Paris"))
    promise.check("publishing cancel", cli.run("publishing", "cancel", row_of(cli, dropped)))
    check([state(cli, post) for post in (kept, moved, dropped)] == ["planned", "planned", "cancelled"], "each was decided about by itself")
    if cli.run("publishing", "held"):
        cli.run("publishing", "keep", "--all")


def agreeing(cli, promise, failing):
    promise.check("approval steps", cli.run("approval", "steps", 1))
    yes, no, urgent = plan(cli, "Un accord"), plan(cli, "Un refus"), plan(cli, "Une urgence")
    check({state(cli, post) for post in (yes, no, urgent)} == {"waiting_approval"}, "a planned post waits for agreement")
    promise.check("approval waiting", cli.run("approval", "waiting", "--person", "Hugo"), ["[]"])
    promise.check("approval note", cli.run("approval", "note", yes, "Le maire le sait-il ?", "--person", "Hugo"))
    promise.check("approval agree", cli.run("approval", "agree", yes, "--person", "Hugo"))
    failing(cli, promise, 8, "approval", "agree", str(yes), "--person", "Hugo")
    promise.check("approval refuse", cli.run("approval", "refuse", no, "Jusqu'à quand ?", "--person", "Hugo"))
    promise.check("approval emergency", cli.run("approval", "emergency", urgent, "Rappel d'un jouet", "--person", "Hugo"))
    check([state(cli, post) for post in (yes, no, urgent)] == ["planned", "cancelled", "planned"], "a yes, a no and an emergency")
    promise.check("approval versions", cli.run("approval", "versions", yes), ["versions[]"])


def asking_outside(cli, promise, failing):
    post = plan(cli, "Une page <b>pour</b> Mme Roche")
    page = os.path.join(cli.folder, "page.html")
    asked = cli.run("approval", "ask", post, "--name", "Mme Roche", "--file", page, "--lang", "fr")
    promise.check("approval ask", asked)
    with open(page, encoding="utf-8") as file:
        html = file.read()
    check("&lt;b&gt;pour" in html and "<script" not in html and asked["code"] in html, "the page shows the post and can do nothing")
    failing(cli, promise, 3, "approval", "ask", str(post), "--name", "Mme Roche", "--to", "roche@example.test")  # there is no mail account
    answer = os.path.join(cli.folder, "answer.txt")
    with open(answer, "w", encoding="utf-8") as file:
        file.write("APPROVE 00000000000000000000\n")
    failing(cli, promise, 3, "approval", "import", answer)
    with open(answer, "w", encoding="utf-8") as file:
        file.write(f"APPROVE {asked['code']}\n")
    promise.check("approval import", cli.run("approval", "import", answer))
    check(state(cli, post) == "planned", "an answer from outside lets it leave")
    failing(cli, promise, 8, "approval", "import", answer)
    cli.run("approval", "steps", 0)


def publishing(cli, promise, failing):
    pausing(cli, promise, failing)
    agreeing(cli, promise, failing)
    asking_outside(cli, promise, failing)
    for row in cli.outbox():
        if row["state"] in ("planned", "held", "waiting_approval"):
            cli.run("outbox", "cancel", row["id"])
