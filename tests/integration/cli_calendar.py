# SPDX-License-Identifier: GPL-3.0-or-later
"""The calendar by command: files in and out, a campaign and its day, days of the year, and taking back."""

import os

from cli_house import check


def files(cli, promise):
    table = os.path.join(cli.folder, "posts.csv")
    with open(table, "w", encoding="cp1252") as out:
        out.write("date;heure;texte\n27/11/2031;9h30;Été à Nantes\n31/02/2031;10h;Impossible\n28/11/2031;;Second\n")
    trial = cli.run("calendar", "import", table, "--zone", "Europe/Paris", codes=(1,))
    promise.check("calendar import", trial, ["lines[]"])
    check((trial["applied"], trial["posts"], trial["skipped"]) == (False, 2, 1), f"a trial names what it would do: {trial}")
    check(trial["lines"][1]["line"] == 3 and trial["lines"][1]["reason"] == "date", "the line that cannot be read is named with its reason")
    period = ("--from", "2031-11-01", "--to", "2031-12-01")
    check(cli.run("calendar", "list", *period)["posts"] == [], "a trial writes nothing")
    cli.run("calendar", "import", table, "--zone", "Europe/Paris", "--apply", codes=(1,))
    os.remove(table)
    events = os.path.join(cli.folder, "events.ics")
    with open(events, "w", encoding="utf-8", newline="") as out:
        out.write("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//y//EN\r\nBEGIN:VEVENT\r\nUID:a@x\r\nDTSTART;TZID=Europe/Paris:20311121T090000\r\n"
                  "DTEND;TZID=Europe/Paris:20311121T124500\r\nSUMMARY:Salon de Nantes\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n")
    check(cli.run("calendar", "import", events, "--apply")["events"] == 1, "an entry of a calendar becomes an event")
    check(cli.run("calendar", "import", events, "--apply")["same"] == 1, "the same file twice changes nothing")
    os.remove(events)
    shown = cli.run("calendar", "list", *period)
    promise.check("calendar list", shown, ["posts[]", "events[]"])
    check([post["text"] for post in shown["posts"]] == ["Été à Nantes", "Second"] and shown["posts"][0]["due"] == "2031-11-27T08:30:00Z", f"posts stand at their hour: {shown}")
    out = os.path.join(cli.folder, "out.ics")
    promise.check("calendar export", cli.run("calendar", "export", out, *period))
    with open(out, encoding="utf-8") as written:
        text = written.read()
    check("DTSTART:20311127T083000Z" in text and "SUMMARY:Salon de Nantes" in text, "the file says when")
    os.remove(out)
    check(cli.outcome("calendar", "import", os.path.join(cli.folder, "missing.ics"))[0] == 3, "a file that is not there is said")


def repeating(cli, promise):
    first = cli.run("calendar", "list", "--from", "2031-11-01", "--to", "2032-01-01")["posts"][0]
    begun = cli.run("calendar", "series", "begin", str(first["post"]), "FREQ=WEEKLY")
    promise.check("calendar series begin", begun)
    number = str(begun["series"])
    promise.check("calendar series list", cli.run("calendar", "series", "list"))
    days = cli.run("calendar", "series", "days", number, "--count", "3")
    promise.check("calendar series days", days)
    check([(day["day"], day["what"]) for day in days] == [("2031-11-27", "made"), ("2031-12-04", "to_come"), ("2031-12-11", "to_come")], f"weeks ahead: {days}")
    promise.check("calendar series skip", cli.run("calendar", "series", "skip", number, "2031-12-04"))
    check(cli.run("calendar", "series", "days", number)[1]["what"] == "skipped", "one day is left out before a post is made of it")
    promise.check("calendar series keep", cli.run("calendar", "series", "keep", number, "2031-12-04"))
    check(cli.run("calendar", "series", "days", number)[1]["what"] == "to_come", "and is brought back")
    check(cli.outcome("calendar", "series", "skip", number, "2031-12-05")[0] != 0, "a day that the rule does not name is said")
    for _ in range(3):
        cli.run("calendar", "undo")


def planning(cli, promise):
    files(cli, promise)
    repeating(cli, promise)
    days = cli.run("calendar", "days", "FR", "--from", "2026-11-01", "--to", "2026-12-01")
    promise.check("calendar days", days, ["[]"])
    check(any(one["key"] == "black_friday" and one["day"] == "2026-11-27" for one in days), f"the last Friday of November 2026: {days}")
    promise.check("campaign add", cli.run("campaign", "add", "Salon", "--day", "2031-11-21", "--zone", "Europe/Paris", "--objective", "thirty people"))
    promise.check("campaign list", cli.run("campaign", "list"), ["[]"])
    table = cli.run("campaign", "coverage", "Salon")
    promise.check("campaign coverage", table, ["cells[]"])
    promise.check("campaign spend", cli.run("campaign", "spend", "Salon", "120.50", "--day", "2031-11-01", "--what", "affiches"))
    spent = cli.run("campaign", "results", "Salon")
    promise.check("campaign results", spent, ["channels[]", "spending[]"])
    check(spent["spent_cents"] == 12050 and spent["all"]["posts"] == 0 and spent["all"]["reach"] is None, f"what was spent, and no reach that nobody gave: {spent}")
    promise.check("campaign unspend", cli.run("campaign", "unspend", "Salon", str(spent["spending"][0]["line"])))
    check(cli.run("campaign", "results", "Salon")["spent_cents"] == 0, "the line is gone")
    check(cli.outcome("campaign", "spend", "Nobody", "5")[0] == 3 and cli.outcome("campaign", "spend", "Salon", "0")[0] != 0, "no such campaign, no such amount")
    check(table["holes"] == 0, f"each phase of the template says something: {table}")
    trial = cli.run("campaign", "day", "Salon", "2031-11-28")
    promise.check("campaign day", trial, ["moves[]"])
    check(not trial["applied"] and len(trial["moves"]) == 9 and trial["moves"][0]["from"][:10] == "2031-10-22", f"a trial says what moves: {trial}")
    cli.run("campaign", "day", "Salon", "2031-11-28", "--apply")
    check(cli.run("campaign", "list")[0]["day"] == "2031-11-28", "the day is another")
    undone = cli.run("calendar", "undo")
    promise.check("calendar undo", undone)
    check(undone["action"] == "campaign_day" and undone["left"] == 0 and cli.run("campaign", "list")[0]["day"] == "2031-11-21", f"taken back: {undone}")
    for _ in range(3):  # the campaign, the event, the table
        cli.run("calendar", "undo")
    check(cli.run("calendar", "list", "--from", "2031-10-01", "--to", "2032-01-01")["posts"] == [], "all of it is gone again")
    check(cli.outcome("campaign", "day", "Nobody", "2031-11-28")[0] == 3, "no such campaign")
