# SPDX-License-Identifier: GPL-3.0-or-later
"""Passing a question on without a mail server: services, files, answers, and the report beside a recount in SQL; and handing over."""

import email
import email.policy
import hashlib
import json
import os
import sqlite3

from cli_house import check


def eml(code, headers=""):
    return f"From: sav@example.test\r\nTo: equipe@example.test\r\nSubject: Re: {code}\r\nMessage-ID: <{abs(hash((code, headers)))}@x>\r\n{headers}\r\nOui.\r\n-- \r\nAtelier\r\n"


def write(cli, name, text):
    path = os.path.join(cli.folder, name)
    with open(path, "w", encoding="utf-8", newline="") as file:
        file.write(text)
    return path


def services(cli, promise, failing):
    promise.check("passing examples", cli.run("passing", "examples"))
    failing(cli, promise, 8, "passing", "examples")  # there are some now
    promise.check("passing services", cli.run("passing", "services"), ["[]"])
    failing(cli, promise, 2, "passing", "save", "After-sales", "--colleague", "nobody")
    failing(cli, promise, 2, "passing", "save", "After-sales", "--template", write(cli, "t.txt", "{answer}"))
    saved = cli.run("passing", "save", "after-sales", "--colleague", "Atelier <sav@example.test>", "--deadline-hours", "0.5", "--lang", "en")
    promise.check("passing save", saved, ["colleagues[]"])
    check(saved["colleagues"] == [{"name": "Atelier", "address": "sav@example.test"}] and saved["deadline_minutes"] == 30, "a service is changed by its name")
    gone = cli.run("passing", "save", "--name-en", "Gone")["service"]
    promise.check("passing remove", cli.run("passing", "remove", str(gone)))
    failing(cli, promise, 3, "passing", "remove", "Gone")
    failing(cli, promise, 2, "passing", "sender", "nobody")
    promise.check("passing sender", cli.run("passing", "sender", "equipe@example.test", "--name", "Équipe"))


def asking(cli, promise, failing, ticket):
    failing(cli, promise, 3, "question", "pass", "Quand ?", "--service", "Nobody")
    failing(cli, promise, 2, "question", "pass", "Quand ?", "--service", "After-sales", "--as", "pigeon")
    failing(cli, promise, 3, "question", "pass", "Quand ?", "--service", "After-sales")  # there is no mail account
    shown = cli.run("question", "preview", "Quand ?", "--service", "After-sales", "--ticket", ticket, "--context", "thread")
    promise.check("question preview", shown)
    path = os.path.join(cli.folder, "slip.eml")
    passed = cli.run("question", "pass", "Quand ?", "--service", "After-sales", "--ticket", ticket, "--as", "eml", "--output", path)
    promise.check("question pass", passed)
    failing(cli, promise, 8, "question", "pass", "Quand ?", "--service", "After-sales", "--as", "eml", "--output", path)  # it is there already
    with open(path, "rb") as file:
        mail = email.message_from_binary_file(file, policy=email.policy.default)
    check(mail["Subject"] == f"[Vigie #{passed['question']}] Quand ?" and mail["From"].addresses[0].addr_spec == "equipe@example.test", "another program reads the mail's headers")
    check("Quand ?" in mail.get_content(), "and its text")
    return passed["question"], mail["Message-ID"]


def answering(cli, promise, failing, question, message_id):
    failing(cli, promise, 2, "question", "attach", write(cli, "none.eml", "rien"))
    failing(cli, promise, 3, "question", "attach", write(cli, "lost.eml", eml("autre chose")))
    away = cli.run("question", "attach", write(cli, "away.eml", eml(f"[Vigie #{question}]", "Auto-Submitted: auto-replied\r\n")))
    check(away["kind"] == "automatic" and cli.run("question", "list")[0]["state"] == "inside", "a machine's answer closes nothing")
    promise.check("question remind", cli.run("question", "remind", str(question), "--as", "text"))
    found = cli.run("question", "attach", write(cli, "reply.eml", eml("autre chose", f"In-Reply-To: {message_id}\r\n")))
    promise.check("question attach", found)
    check(found["question"] == question and found["fresh"] and found["found_by"] == "headers", "an answer in a file finds its question by headers")
    listed = cli.run("question", "list")
    promise.check("question list", listed, ["[]", "[].replies[]"])
    check(listed[0]["state"] == "answered" and listed[0]["reminders"] == 1, "and it is answered")
    failing(cli, promise, 8, "question", "remind", str(question), "--as", "text")
    reply = [one["reply"] for one in listed[0]["replies"] if not one["automatic"]][0]
    turned = cli.run("question", "turn", str(reply))
    promise.check("question turn", turned)
    check(turned["draft"].endswith("Oui."), "it becomes a draft without its signature")
    failing(cli, promise, 3, "question", "turn", "999999")


def recount(cli):
    """The report once more, in SQL of its own."""
    base = sqlite3.connect(f"file:{cli.workspace}?mode=ro", uri=True)
    rows = base.execute("""
        WITH asked AS (SELECT p.department_id AS d, p.asked_at AS a, p.due_at AS due, p.answered_at AS ok FROM passing p JOIN question q ON q.id=p.question_id
                       WHERE p.reminds=0 AND q.state NOT IN ('cancelled', 'failed')),
             took AS (SELECT d, (ok - a) / 1e6 AS s, row_number() OVER (PARTITION BY d ORDER BY ok - a) - 1 AS r, count(*) OVER (PARTITION BY d) AS n FROM asked WHERE ok IS NOT NULL)
        SELECT d, count(*), count(ok), count(*) - count(ok), sum(ok IS NOT NULL AND ok > due),
               (SELECT avg(s) FROM took WHERE took.d=asked.d AND r IN ((n - 1) / 2, n / 2)) FROM asked GROUP BY d""").fetchall()
    base.close()
    return {row[0]: row[1:] for row in rows}


def reporting(cli, promise, failing):
    for number in range(4):
        asked = cli.run("question", "pass", f"Et {number} ?", "--service", "Legal" if number % 2 else "After-sales", "--as", "json")["question"]
        if number > 1:
            promise.check("question answer", cli.run("question", "answer", str(asked), "Non.", "--from", "Ann"))
    failing(cli, promise, 3, "question", "answer", "999999", "Non.")
    rows = cli.run("passing", "report")
    promise.check("passing report", rows, ["[]"])
    counted = recount(cli)
    check({row["service"] for row in rows if row["service"]} == set(counted), "the report has the services that were asked")
    for row in rows:
        if not row["service"]:
            continue
        asked, answered, still, late, median = counted[row["service"]]
        check((row["asked"], row["answered"], row["open"]) == (asked, answered, still), f"{row['name_en']}: counted as SQL counts")
        check(row["late"] == late and abs(row["late_share"] - late / asked) < 1e-9, f"{row['name_en']}: late as SQL counts")
        check(abs(row["median_seconds"] - median) < 1e-6, f"{row['name_en']}: the median is that of SQL")
    check(rows[-1]["asked"] == sum(row[0] for row in counted.values()), "the last row is all of them")
    check(cli.run("passing", "report", "--from", "2999-01-01T00:00:00Z")[-1]["asked"] == 0, "a period without questions is empty")
    failing(cli, promise, 2, "passing", "report", "--from", "yesterday")


def passing(cli, promise, failing):
    ticket = str(cli.run("queue")[0]["ticket"])
    services(cli, promise, failing)
    question, message_id = asking(cli, promise, failing, ticket)
    answering(cli, promise, failing, question, message_id)
    first = cli.run("queue")[0]
    check(str(first["ticket"]) == ticket and first["terms"][0]["key"] == "service_answered", "the ticket stands first, and says why")
    reporting(cli, promise, failing)
    rule = cli.run("rule", "add", "Ovens", "--query", "oven", "--then", "service=10:After-sales:Under guarantee?")
    check([(one["do"], one["value"], one["minutes"]) for one in rule["actions"]] == [("service", "Under guarantee?", 10)], f"a rule may ask a service: {rule}")
    failing(cli, promise, 3, "rule", "add", "Nobody", "--then", "service=10:Nobody:Well?")
    failing(cli, promise, 2, "rule", "add", "Soon", "--then", "service=1:After-sales:Well?")
    failing(cli, promise, 3, "passing", "save", "After-sales", "--calendar", "Nowhere")


def scopes(cli, promise, failing):
    promise.check("scope save", cli.run("scope", "save", "Everything", "--owner", "Emma"))
    promise.check("scope away", cli.run("scope", "away", "Emma", "--from", "2000-01-01T00:00:00Z", "--until", "2999-01-01T00:00:00Z", "--by", "Hugo"))
    failing(cli, promise, 2, "scope", "away", "Emma", "--from", "2999-01-01T00:00:00Z", "--until", "2000-01-01T00:00:00Z")
    listed = cli.run("scope", "list")
    promise.check("scope list", listed, ["scopes[]", "absences[]"])
    applied = cli.run("scope", "apply")
    promise.check("scope apply", applied)
    check(applied["assigned"] > 0 and {row["owner"] for row in cli.run("queue")} == {"Hugo"}, "open tickets get their owner by rule, and who is away is replaced")
    promise.check("scope back", cli.run("scope", "back", str(listed["absences"][0]["absence"])))
    promise.check("scope remove", cli.run("scope", "remove", "Everything"))
    failing(cli, promise, 3, "scope", "remove", "Everything")


def claims(cli, promise, failing, ticket):
    promise.check("claim take", cli.run("claim", "take", ticket, "--person", "Emma"))
    code, refused = cli.outcome("claim", "take", ticket, "--person", "Hugo")
    check(code == 8 and refused["detail"].startswith("Emma is on it until"), "a claim is refused with the name of whoever holds it")
    promise.check("claim list", cli.run("claim", "list"), ["[]"])
    failing(cli, promise, 8, "claim", "release", ticket, "--person", "Hugo")
    promise.check("claim release", cli.run("claim", "release", ticket, "--person", "Emma"))


def bundles(cli, promise, failing):
    path = os.path.join(cli.folder, "desk.vigie-bundle")
    promise.check("bundle export", cli.run("bundle", "export", path))
    taken = cli.run("bundle", "import", path)
    promise.check("bundle import", taken)
    check(taken["taken"] == 0 and taken["conflicts"] == 0 and taken["known"] > 0, "what one made oneself is known")
    with open(path, encoding="utf-8") as file:
        bundle = json.load(file)
    inner = json.loads(bundle["payload"])
    inner["fields"] = [dict(one, value="Zoe", clock={"elsewhere": 1}, author="Zoe") for one in inner["fields"] if one["field"] == "owner"][:2]
    bundle["payload"] = json.dumps(inner)
    failing(cli, promise, 5, "bundle", "import", write(cli, "damaged", json.dumps(bundle)))
    bundle["sha256"] = hashlib.sha256(bundle["payload"].encode()).hexdigest()
    failing(cli, promise, 5, "bundle", "import", "--once", write(cli, "forged", json.dumps(bundle)))
    keys = cli.run("bundle", "keys")
    promise.check("bundle keys", keys)
    check(keys["key"] == bundle.pop("key") and len(bundle.pop("signature")) == 128, "a bundle is signed by the machine's key")
    unsigned = write(cli, "clash", json.dumps(bundle))
    failing(cli, promise, 8, "bundle", "import", unsigned)
    clash = cli.run("bundle", "import", "--once", unsigned, codes=(1,))
    promise.check("bundle trust", cli.run("bundle", "trust", "ab" * 32, "--person", "Zoe"))
    promise.check("bundle keys", cli.run("bundle", "keys"), ["trusted[]"])
    promise.check("bundle distrust", cli.run("bundle", "distrust", "ab" * 32))
    failing(cli, promise, 3, "bundle", "distrust", "ab" * 32)
    check(clash["conflicts"] == 2, "what both sides changed is a conflict")
    listed = cli.run("bundle", "conflicts")
    promise.check("bundle conflicts", listed, ["[]"])
    check({(one["ours"], one["theirs"]) for one in listed} == {("Hugo", "Zoe")}, "shown field by field")
    promise.check("bundle resolve", cli.run("bundle", "resolve", listed[0]["key"], "owner", "--theirs"))
    failing(cli, promise, 2, "bundle", "resolve", listed[1]["key"], "owner")
    cli.run("bundle", "resolve", listed[1]["key"], "owner", "--ours")
    failing(cli, promise, 3, "bundle", "resolve", listed[1]["key"], "owner", "--ours")
    check("Zoe" in {row["owner"] for row in cli.run("queue", "--all", "--limit", "500")}, "and decided by a person")  # of a ticket that may wait for the member


def handover(cli, promise, failing):
    ticket = str(cli.run("queue")[0]["ticket"])
    scopes(cli, promise, failing)
    claims(cli, promise, failing, ticket)
    bundles(cli, promise, failing)
    cli.run("question", "pass", "Quand ?", "--service", "After-sales", "--ticket", ticket, "--as", "json")
    sheet = cli.run("shift", "--since", "2000-01-01T00:00:00Z")
    promise.check("shift", sheet, ["lines[]"])
    check([line["ticket"] for line in sheet["lines"] if line["part"] == "inside"] != [], "what waits inside is on the sheet")
    failing(cli, promise, 2, "shift", "--lang", "de")
