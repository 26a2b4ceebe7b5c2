# SPDX-License-Identifier: GPL-3.0-or-later
"""Reviews and explanations by command: what a file of reviews adds up to, what is worth a second look, why a figure moved."""

import csv
import datetime
import os

from cli_house import check

PLACE = "Rive Lyon"
PRAISE = "Accueil parfait, produits superbes, livraison dans la journ\u00e9e, une adresse que je recommande"


def write(path):
    """Thirty quiet reviews, then two accounts that say the same in two days."""
    today = datetime.datetime.now(datetime.timezone.utc).replace(hour=8, minute=0, second=0, microsecond=0)
    rows = [(f"q{n}", f"client{n % 6}", "Bien, comme d'habitude" if n % 2 else "Correct, sans plus", 4 if n % 2 else 3, 8 + 3 * n) for n in range(30)]
    rows += [("c1", "camille", PRAISE, 5, 3), ("c2", "dominique", PRAISE + " !", 5, 2)]
    with open(path, "w", encoding="utf-8", newline="") as file:
        out = csv.writer(file)
        out.writerow(["id", "author", "text", "rating", "date", "place", "lang"])
        for native, author, text, stars, ago in rows:
            out.writerow([native, author, text, stars, (today - datetime.timedelta(days=ago)).isoformat(), PLACE, "fr"])


def scales(cli, promise):
    """Of ten points the small ones are small too, whether told or found; and a scale that is said wins."""
    path = os.path.join(cli.folder, "tens.csv")
    with open(path, "w", encoding="utf-8") as file:
        file.write("author,text,rating,place\n" + "".join(f"p{n},Avis {n},{4 if n < 240 else 7.5},Ailleurs\n" for n in range(250)))
    looked = cli.run("import", path, "--preview")
    promise.check("import --preview", looked, ["items[]"])
    check(looked["ratings"]["scale"] == "10" and looked["ratings"]["reason"] == "highest" and looked["ratings"]["highest"] == 7.5, f"of ten: {looked['ratings']}")
    check(looked["items"][0]["rating"] == 0.4, f"a four is no four stars: {looked['items'][0]}")
    given = cli.run("import", path, "--preview", "--rating-scale", "5")["ratings"]
    check(given["reason"] == "given" and given["beyond"] == 10, f"as said, and what does not fit is counted: {given}")
    done = cli.run("import", path)
    check(done["added"] == 250 and done["bad"] == 0, f"all of them: {done}")
    mean = cli.run("reviews", "--place", "Ailleurs")["all"]["mean"]
    check(abs(mean - 5 * (240 * 0.4 + 10 * 0.75) / 250) < 1e-9, f"shown as stars: {mean}")


def goals(cli, promise, failing):
    """What visits brought: entered in two steps, refused where it cannot be, and taken back."""
    days = ("--from", "2026-01-05", "--to", "2026-01-11")
    order = ("--goal", "order", "--completions", "3", "--value", "50", "--currency", "EUR")
    failing(cli, promise, 2, "figure", "goals", "--set", "bluesky", *days, *order)
    cli.run("figure", "goals", "--set", "bluesky", *days, "--visits", "400", *order)
    told = cli.run("figure", "goals", "--set", "bluesky", *days, "--goal", "newsletter", "--completions", "20", "--value", "0.5", "--currency", "EUR")
    promise.check("figure goals", told, ["[]", "[].goals[]"])
    check(len(told) == 1 and len(told[0]["goals"]) == 2 and told[0]["visits"] == 400, f"the second goal is of the same entry: {told}")
    worth = cli.run("figure", "show", "economic_value", *days)[0]
    check(abs(worth["value"] - 160 / 400) < 1e-9 and worth["currency"] == "EUR" and worth["n"] == 1, f"(3 x 50 + 20 x 0.5) / 400: {worth}")
    failing(cli, promise, 8, "figure", "goals", "--set", "bluesky", "--from", "2026-01-11", "--to", "2026-01-12", "--visits", "1")
    cli.run("figure", "goals", "--set", "mastodon", *days, "--visits", "10", "--goal", "order", "--completions", "1", "--value", "60", "--currency", "USD")
    mixed = cli.run("figure", "show", "economic_value", *days)[0]
    check(mixed["value"] is None and {"kind": "incomparable", "count": 2, "since": None} in mixed["notes"], f"two currencies are not added up: {mixed}")
    check(len(cli.run("figure", "goals", "--undo")) == 1, "the last entry is taken back")
    check(cli.run("figure", "goals", "--remove", told[0]["entry"]) == [], "and the first taken away")
    failing(cli, promise, 3, "figure", "goals", "--remove", str(told[0]["entry"]))


def surveys(cli, promise, failing):
    """A file of answers: tried, taken once, taken away, and one answer by hand."""
    path = os.path.join(cli.folder, "answers.csv")
    with open(path, "w", encoding="utf-8") as file:
        file.write("at,score,kind,network\n" + "2026-01-06T10:00:00Z,5,csat,bluesky\n" * 3 + "2026-01-06T11:00:00Z,2,csat,bluesky\n2026-01-07T10:00:00Z,10,nps,\n2026-01-07T10:00:00Z,11,nps,\n")
    days = ("--from", "2026-01-05", "--to", "2026-01-11")
    tried = cli.run("figure", "surveys", "--import", path, "--dry-run", codes=(1,))
    promise.check("figure surveys --import", tried, ["left_out[]"])
    check(tried["fresh"] == 5 and tried["left_out"][0]["line"] == 7 and tried["left_out"][0]["reason"] == "score" and tried["batch"] is None, f"told before: {tried}")
    check(cli.run("figure", "show", "csat", *days)[0]["value"] is None, "a trial changes nothing")
    taken = cli.run("figure", "surveys", "--import", path, codes=(1,))
    again = cli.run("figure", "surveys", "--import", path, codes=(1,))
    check(taken["fresh"] == 5 and again["fresh"] == 0 and again["known"] == 5 and again["batch"] is None, f"each answer once: {again}")
    csat, nps = cli.run("figure", "show", "csat", "nps", *days)
    check((csat["value"], csat["n"], nps["value"], nps["n"]) == (75.0, 4, 100.0, 1), f"three of four, and one of one: {csat} {nps}")
    check(any(note["kind"] == "small_sample" for note in csat["notes"]), "four answers say little")
    told = cli.run("figure", "surveys", "--add", "csat=1", "--at", "2026-01-08T09:00:00Z")
    promise.check("figure surveys", told, ["batches[]", "answers[]"])
    check(cli.run("figure", "show", "csat", *days)[0]["n"] == 5, "one by hand")
    failing(cli, promise, 2, "figure", "surveys", "--add", "csat=6")
    failing(cli, promise, 3, "figure", "surveys", "--add", "csat=4", "--ticket", "987654")
    failing(cli, promise, 3, "figure", "surveys", "--import", os.path.join(cli.folder, "none.csv"))
    cli.run("figure", "surveys", "--remove", told["answers"][0]["answer"])
    check(cli.run("figure", "surveys", "--remove-batch", taken["batch"])["answers"] == [], "the batch goes as a whole")
    check(len(cli.run("figure", "surveys", "--undo")["answers"]) == 5, "and comes back")
    cli.run("figure", "surveys", "--remove-batch", taken["batch"])


def reviews(cli, promise, failing):
    path = os.path.join(cli.folder, "reviews.csv")
    write(path)
    cli.run("import", path)
    scales(cli, promise)
    told = cli.run("reviews", "--place", PLACE)
    promise.check("reviews", told, ["groups[]"])
    everything = told["all"]
    check(everything["rated"] == 32 and abs(everything["mean"] - (15 * 4 + 15 * 3 + 2 * 5) / 32) < 1e-9, f"the mean is that of the file: {everything}")
    check(everything["distribution"][6:] == [15, 0, 15, 0, 2], f"and so is the distribution: {everything['distribution']}")
    check(everything["trend"]["k"] == 16 and not everything["trend"]["distinguishable"], f"what may be chance is no trend: {everything['trend']}")
    stars = cli.run("reviews", "--by", "stars", "--place", PLACE)["groups"]
    check([(group["key"], group["reviews"]) for group in stars] == [("5", 2), ("4", 15), ("3", 15)], "by stars, most first")

    sheet = os.path.join(cli.folder, "signals.csv")
    signals = cli.run("reviews", "signals", "--place", PLACE, "--csv", sheet, "--lang", "fr")
    promise.check("reviews signals", signals, ["[]"])
    check(len(signals) == 2 and all({"same_text", "only_review"} <= {reason["signal"] for reason in one["reasons"]} for one in signals), f"both that say the same: {signals}")
    with open(sheet, encoding="utf-8") as file:
        text = file.read()
    check(text.count("\n") == 3 and not any(word in text for word in ("camille", "dominique", "recommande")), "the file names nobody and quotes nothing")

    promise.check("reviews check", refused := cli.run("reviews", "check", "Revenez : un bon d'achat vous attend.", "--review", PRAISE, codes=(8,)), ["[]"])
    check(refused[0]["rule"] == "offer" and refused[0]["sentence"].startswith("Revenez"), f"an offer is refused with its sentence: {refused}")
    check(cli.run("reviews", "check", "Merci de votre message.", "--review", PRAISE) == [], "a plain answer is not")

    moved = cli.run("figure", "explain", "mentions", "--by", "network", "--days", "7", "--network", "file", "--rows", "1")
    promise.check("figure explain", moved, ["parts[]", "rows[]"])
    check(sum(part["change"] for part in moved["parts"]) == moved["change"] == moved["now"] - moved["before"], f"the parts sum to the change: {moved}")
    check(len(moved["rows"]) == moved["parts"][0]["rows_now"], "and the first opens its posts")
    for by in ("network", "topic", "tone", "language", "cluster"):
        other = cli.run("figure", "explain", "reputation", "--by", by, "--days", "30")
        check(other["change"] is None or abs(sum(part["change"] for part in other["parts"]) - other["change"]) < 1e-9, f"the index by {by}: the parts sum to the change")
    median = cli.run("figure", "explain", "response_median", "--days", "30")
    parts = [part["change"] for part in median["parts"]] + [median["together"] or 0]
    check(median["kind"] == "quantile" and (median["change"] is None or abs(sum(parts) - median["change"]) < 1e-6), f"a median is told by what would be missing, and the rest of it apart: {median}")
    check(cli.outcome("figure", "explain", "stickiness")[0] == 2, "what has no parts is refused")
    failing(cli, promise, 3, "figure", "explain", "mentions", "--query", "nothing of that name")

    promise.check("figure sources", cli.run("figure", "sources", "--set", "file=0.5"), ["[]"])
    check(cli.run("figure", "sources") == [{"connector": "file", "weight": 0.5}], "a weight is kept")
    failing(cli, promise, 2, "figure", "sources", "--set", "file=heavy")
    check(cli.run("figure", "sources", "--set", "file=1") == [], "1 is as delivered")
    promise.check("figure rates", cli.run("figure", "rates", "--set", "file=0.2"), ["[]"])
    check(cli.run("figure", "rates") == [{"connector": "file", "rate": 0.2}], "a rate is kept")
    failing(cli, promise, 2, "figure", "rates", "--set", "file=1.5")
    check(cli.run("figure", "rates", "--set", "file=0.05") == [], "0.05 is as delivered")
    promise.check("figure visits", cli.run("figure", "visits", "--set", "journal.example=90000"), ["[]"])
    failing(cli, promise, 2, "figure", "visits", "--set", "not a site=3")
    check(cli.run("figure", "visits") == [{"site": "journal.example", "visits": 90000.0}], "what was refused changed nothing")
    check(cli.run("figure", "visits", "--set", "journal.example=0") == [], "0 forgets it")
    goals(cli, promise, failing)
    surveys(cli, promise, failing)
