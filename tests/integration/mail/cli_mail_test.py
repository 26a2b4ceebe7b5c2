#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The way of a question on the command line, against Postfix and Dovecot; tests/integration/mail/run starts them.

usage: cli_mail_test.py path/to/vigie-cli path/to/docs/cli.md"""

import os
import smtplib
import ssl
import subprocess
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))

import cli_house  # noqa: E402
from cli_house import check, wait_for  # noqa: E402
from cli_test import Promise  # noqa: E402

PASSWORD = "vigie-secret"


def place(name):
    return os.environ["VIGIE_MAIL_" + name]


def colleague(subject, text, more=""):
    context = ssl.create_default_context(cafile=place("CA"))
    with smtplib.SMTP_SSL("127.0.0.1", int(place("SMTP_TLS")), context=context) as server:
        server.login("sav@example.test", "sav-secret")
        message = f"From: sav@example.test\r\nTo: vigie@example.test\r\nSubject: {subject}\r\n{more}\r\n{text}\r\n"
        server.sendmail("sav@example.test", ["vigie@example.test"], message.encode())


def account(smtp="SMTP_STARTTLS", security="starttls"):
    return ("mail", "add", "--address", "vigie@example.test", "--smtp", f"127.0.0.1:{place(smtp)}", "--smtp-security", security,
            "--imap", f"127.0.0.1:{place('IMAP_TLS')}", "--ca-file", place("CA"))


def entering(cli, promise):
    wrong = cli.outcome(*account(), "--password-env", "P", extra_env={"P": "wrong"})
    check(wrong[0] == 4 and wrong[1]["error"] == "auth_revoked", "a wrong password ends with 4")
    clear = cli.outcome(*account("SMTP_PLAIN"), "--password-env", "P", extra_env={"P": PASSWORD})
    check(clear[0] == 5 and clear[1]["error"] == "tls", "a server without encryption is refused")
    given = subprocess.run([cli.program, "--workspace", cli.workspace, "--json", *account(), "--password-stdin"], input=PASSWORD + "\n", text=True,
                           capture_output=True, env=cli.env, check=False)
    check(given.returncode == 0, f"the password comes by standard input: {given.stdout} {given.stderr}")
    tried = cli.run("mail", "test")
    promise.check("mail test", tried)
    check(tried["ok"], "both servers were signed in to")


def asking(cli, promise):
    question = cli.run("mail", "ask", "Le four de Claire est froid.", "--to", "sav@example.test", "--to", "personne@example.test", "--subject", "Four")["question"]
    process = cli.start("mail", "send")
    exposed = cli_house.arguments_holding(PASSWORD)
    out, _ = process.communicate(timeout=60)
    check(process.returncode == 1, f"one of two colleagues is partly: {out!r}")
    check(not exposed, "the password is in nobody's arguments")
    listed = cli.run("mail", "list")[0]
    states = {one["address"]: (one["state"], one["code"]) for one in listed["recipients"]}
    check(states == {"sav@example.test": ("sent", 250), "personne@example.test": ("refused", 550)}, "it says who has it and who does not")
    return question, listed["subject"]


def answering(cli, promise, question, subject):
    colleague("Absent: " + subject, "En vacances.", "Auto-Submitted: auto-replied\r\n")
    colleague("RE: " + subject, "Demain.\r\n\r\nOn Mon, Vigie wrote:\r\n> Le four")
    found = []

    def read():
        answer = cli.run("mail", "read")
        found.append(answer)
        return sum(one["answers"] for one in found) == 1 and sum(one["automatic"] for one in found) == 1

    wait_for("both mails", 60, read)
    promise.check("mail read", next(one for one in found if one["answers"]), ["questions[]", "questions[].replies[]"])
    now = cli.run("mail", "list")
    promise.check("mail list", now, ["[]", "[].recipients[]", "[].replies[]"])
    replies = {one["automatic"]: one for one in now[0]["replies"]}
    check(now[0]["question"] == question and now[0]["state"] == "answered", "the question is answered")
    check(replies[False]["text"] == "Demain." and "> Le four" in replies[False]["history"], "with the answer, its history apart")
    again = cli.run("mail", "read")
    check(again["answers"] == 0 and again["automatic"] == 0, "and nothing is read twice")


def test(program, manual):
    cli, promise = cli_house.Cli(program), Promise(manual)
    try:
        cli.run("workspace", "create")
        entering(cli, promise)
        question, subject = asking(cli, promise)
        answering(cli, promise, question, subject)
        check(not cli.files_holding(PASSWORD), "the password is in no file")
    finally:
        cli.close()


if __name__ == "__main__":
    cli_house.main(test)
