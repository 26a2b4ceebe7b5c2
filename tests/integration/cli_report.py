# SPDX-License-Identifier: GPL-3.0-or-later
"""Reports as files, what is said of a period, reports that are made by themselves, and figures that prove themselves."""

import csv
import datetime
import io
import json
import os
import sqlite3
import subprocess
import zipfile
from xml.etree import ElementTree

from cli_house import check

MICROSECONDS = 1_000_000


def content(path):
    with open(path, "rb") as file:
        return file.read()


def files(cli, promise, failing):
    """Every form of one report; what is inside is read by others than Vigie."""
    path = {name: os.path.join(cli.folder, "report." + name) for name in ("txt", "html", "pdf", "csv", "xlsx", "ods")}
    for name, file in path.items():
        made = cli.run("report", "--days", 30, "--out", file, "--depth", "annex", "--language", "fr")
        promise.check("report --out", made)
        check(made["bytes"] == os.path.getsize(file), f"the file has its bytes ({name})")
    failing(cli, promise, 2, "report", "--out", path["pdf"])
    failing(cli, promise, 2, "report", "--out", os.path.join(cli.folder, "report.doc"))
    cli.run("report", "--days", 30, "--out", path["pdf"], "--depth", "annex", "--language", "fr", "--force")
    check(content(path["pdf"]).startswith(b"%PDF-"), "a PDF is one")
    fonts = subprocess.run(["pdffonts", path["pdf"]], capture_output=True, text=True, check=True).stdout.splitlines()[2:]
    check(fonts and all(line.split()[-5] == "yes" for line in fonts), f"every font is in the file: {fonts}")
    words = subprocess.run(["pdftotext", "-layout", path["pdf"], "-"], capture_output=True, text=True, check=True).stdout
    check("Rapport" in words or "Vue d’ensemble" in words, "it is French")
    check("Page 1 sur" in words, "pages are numbered")
    rows = list(csv.reader(io.StringIO(content(path["csv"]).decode()), delimiter=";"))
    check(len({row[0] for row in rows}) > 2, "the CSV has its parts")
    with zipfile.ZipFile(path["xlsx"]) as book:
        check(book.testzip() is None and any(name.startswith("xl/worksheets/") for name in book.namelist()), "the workbook has sheets")
    with zipfile.ZipFile(path["ods"]) as book:
        check(book.infolist()[0].filename == "mimetype" and book.infolist()[0].compress_type == zipfile.ZIP_STORED, "an ODS says first what it is")
        tables = ElementTree.fromstring(book.read("content.xml")).iter("{urn:oasis:names:tc:opendocument:xmlns:table:1.0}table")
        check(len(list(tables)) >= 3, "it has its tables")
    return words


def comments(cli, promise):
    asked = ("--from", "2026-10-01", "--to", "2026-10-31")
    said = cli.run("report", "comment", "Le salon a fait parler.", *asked)
    promise.check("report comment", said, ["[]"])
    check((said[0]["from"], said[0]["to"], said[0]["text"]) == ("2026-10-01", "2026-10-31", "Le salon a fait parler."), f"a comment belongs to its days: {said}")
    file = os.path.join(cli.folder, "october.html")
    cli.run("report", *asked, "--out", file)
    check("Le salon a fait parler." in content(file).decode(), "it goes with the report of these days")
    cli.run("report", "--from", "2026-09-01", "--to", "2026-09-30", "--out", file, "--force")
    check("salon" not in content(file).decode(), "and with no other")
    check(cli.run("report", "comment", "--remove", *asked) == [], "it can be taken away")


def plans(cli, promise, failing):
    folder = os.path.join(cli.folder, "reports")
    failing(cli, promise, 3, "report", "plan", "add", "Monthly", "--folder", folder)
    os.mkdir(folder)
    added = cli.run("report", "plan", "add", "Weekly", "--folder", folder, "--every", "week", "--day", 1, "--at", "08:30", "--format", "pdf,csv", "--depth", "page")
    promise.check("report plan add", added, ["[]"])
    promise.check("report plan list", cli.run("report", "plan", "list"), ["[]"])
    failing(cli, promise, 2, "report", "plan", "add", "Never", "--folder", folder, "--every", "week", "--day", "9")
    one = added[0]["id"]
    check(cli.run("report", "run-due") == [], "nothing is due yet")
    base = sqlite3.connect(cli.workspace)
    ago = datetime.datetime.now(datetime.timezone.utc) - datetime.timedelta(days=14)
    with base:
        base.execute("UPDATE report_plan SET since=? WHERE id=?", (int(ago.timestamp()) * MICROSECONDS, one))
    base.close()
    made = cli.run("report", "run-due")
    promise.check("report run-due", made, ["[]"])
    check(len(made) == 2 and all(len(row["files"]) == 2 and not row["problem"] for row in made), f"both weeks that were missed are made up for: {made}")
    check(len(set(file for row in made for file in row["files"])) == 4 and all(os.path.getsize(file) > 300 for row in made for file in row["files"]), "each with files of its own")
    check(cli.run("report", "run-due") == [], "and not again")
    base = sqlite3.connect(cli.workspace)
    with base:
        base.execute("UPDATE report_plan SET since=? WHERE id=?", (int(ago.timestamp()) * MICROSECONDS, one))
    base.close()
    again = cli.run("report", "run-due")
    check(all(file.endswith(" (2).pdf") or file.endswith(" (2).csv") for row in again for file in row["files"]), f"a file that is there is kept: {again}")
    os.rename(folder, folder + ".away")
    base = sqlite3.connect(cli.workspace)
    with base:
        base.execute("UPDATE report_plan SET since=? WHERE id=?", (int(ago.timestamp()) * MICROSECONDS, one))
    base.close()
    failed = cli.run("report", "run-due", codes=(1,))
    check(failed[0]["problem"] and not failed[0]["files"], f"a folder that is gone is said: {failed}")
    check(cli.run("report", "plan", "list")[0]["problem"], "and stays with the plan")
    check(cli.run("report", "run-due") == [], "it is not tried again at once")
    os.rename(folder + ".away", folder)
    promise.check("report plan off", cli.run("report", "plan", "off", one), ["[]"])
    promise.check("report plan on", cli.run("report", "plan", "on", one), ["[]"])
    promise.check("report plan remove", cli.run("report", "plan", "remove", one))
    failing(cli, promise, 3, "report", "plan", "off", str(one))


def proofs(cli, promise, failing):
    catalogue = cli.run("figure", "list")
    promise.check("figure list", catalogue, ["[]"])
    shown = cli.run("figure", "show", "mentions", "net_sentiment", "--days", 3660)
    promise.check("figure show", shown, ["[]"])
    file = os.path.join(cli.folder, "proof.zip")
    check(len(catalogue) > 70, "the whole catalogue is walked")
    for figure in (one["key"] for one in catalogue):
        made = cli.run("figure", "proof", figure, "--days", 3660, "--out", file, "--force")
        promise.check("figure proof", made)
        # Another machine: no workspace, no home, no settings.
        told = subprocess.run([cli.program, "--json", "--workspace", "/nowhere/at/all.vigie", "figure", "verify", file, "--fingerprint", made["fingerprint"]], capture_output=True,
                              text=True, check=False, env={"HOME": "/nowhere", "PATH": os.environ["PATH"]})
        answer = json.loads(told.stdout)
        check(told.returncode == 0 and answer["sound"] and answer["value"] == made["value"], f"{figure} is made again of its rows alone: {answer}")
        promise.check("figure verify", answer)
    cli.run("figure", "proof", "mentions", "--days", 3660, "--out", file, "--force")
    check(cli.run("figure", "verify", file)["value"] == shown[0]["value"], "the proof is that of the figure")
    forged = os.path.join(cli.folder, "forged.zip")
    with zipfile.ZipFile(file) as good, zipfile.ZipFile(forged, "w") as bad:
        for name in good.namelist():
            text = good.read(name)
            bad.writestr(name, text.rsplit(b"\n", 2)[0] + b"\n" if name == "posts.csv" else text)
    flawed = cli.run("figure", "verify", forged, codes=(1,))
    check({"file", "rows", "value"} <= {flaw["kind"] for flaw in flawed["flaws"]}, f"a row that is missing is seen three times: {flawed['flaws']}")
    failing(cli, promise, 2, "figure", "proof", "mentions", "--out", file)
    failing(cli, promise, 2, "figure", "show", "nonsense")
    failing(cli, promise, 3, "figure", "verify", os.path.join(cli.folder, "none.zip"))


def reports(cli, promise, failing):
    files(cli, promise, failing)
    comments(cli, promise)
    plans(cli, promise, failing)
    proofs(cli, promise, failing)
