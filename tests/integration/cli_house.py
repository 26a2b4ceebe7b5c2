# SPDX-License-Identifier: GPL-3.0-or-later
"""What the tests of the command line share: a workspace of its own, waiting with a deadline, and leaving a skip behind
loudly. Only Python's standard library."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.parse
import urllib.request

SKIP = 77
POLL_SECONDS = 0.25


class Failure(Exception):
    """Something that had to hold does not."""


def skip(reason):
    print("SKIPPED, and nothing was tested: " + reason, flush=True)
    sys.exit(SKIP)


def check(holds, what):
    if not holds:
        raise Failure(what)
    print("ok    " + what, flush=True)


def wait_for(what, seconds, ask):
    """Asks until the answer is true; the answer, or a Failure when the deadline has passed."""
    end = time.monotonic() + seconds
    while True:
        answer = ask()
        if answer:
            return answer
        if time.monotonic() > end:
            raise Failure(f"waited {seconds} s in vain for: {what}")
        time.sleep(POLL_SECONDS)


def http(method, url, form=None, body=None, headers=None, follow=True):
    """(status, headers, text); an error status is an answer like any other."""
    data = None
    sent = {"User-Agent": "Vigie tests", **(headers or {})}
    if form is not None:
        data = urllib.parse.urlencode(form).encode()
    elif body is not None:
        data = json.dumps(body).encode()
        sent["Content-Type"] = "application/json"

    class Stay(urllib.request.HTTPRedirectHandler):
        def redirect_request(self, *_):
            return None

    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}), *([] if follow else [Stay()]))
    request = urllib.request.Request(url, data=data, method=method, headers=sent)
    try:
        with opener.open(request, timeout=60) as answer:
            return answer.status, answer.headers, answer.read().decode("utf-8", "replace")
    except urllib.error.HTTPError as error:
        return error.code, error.headers, error.read().decode("utf-8", "replace")


class Cli:
    """vigie-cli with a data folder and a passphrase of its own."""

    def __init__(self, program):
        self.program = os.path.abspath(program)
        self.folder = tempfile.mkdtemp(prefix="vigie-cli-test-")
        self.workspace = os.path.join(self.folder, "workspace.vigie")
        self.log = os.path.join(self.folder, "cli.log")
        self.env = {**os.environ, "XDG_DATA_HOME": os.path.join(self.folder, "data"), "VIGIE_PASSPHRASE": "a passphrase for tests",
                    "HOME": self.folder, "no_proxy": "*", "LC_ALL": "C.UTF-8"}

    def close(self):
        shutil.rmtree(self.folder, ignore_errors=True)

    def start(self, *words, extra_env=None):
        with open(self.log, "ab") as log:
            return subprocess.Popen([self.program, "--workspace", self.workspace, "--json", *map(str, words)], stdout=subprocess.PIPE, stderr=log,
                                    stdin=subprocess.DEVNULL, env={**self.env, **(extra_env or {})})

    def run(self, *words, codes=(0,), extra_env=None, seconds=120):
        """The parsed answer; a Failure when the exit code is none of the expected ones."""
        code, answer = self.outcome(*words, extra_env=extra_env, seconds=seconds)
        if code not in codes:
            raise Failure(f"vigie-cli {' '.join(map(str, words))} ended with {code}: {answer}")
        return answer

    def outcome(self, *words, extra_env=None, seconds=120):
        process = self.start(*words, extra_env=extra_env)
        try:
            out, _ = process.communicate(timeout=seconds)
        except subprocess.TimeoutExpired:
            process.kill()
            process.communicate()
            raise Failure(f"vigie-cli {' '.join(map(str, words))} did not end in {seconds} s")
        text = out.decode("utf-8", "replace")
        with open(self.log, "a", encoding="utf-8") as log:
            log.write(text)
        try:
            return process.returncode, json.loads(text) if text.strip() else None
        except ValueError:
            raise Failure(f"vigie-cli {' '.join(map(str, words))} did not answer in JSON: {text[:300]}")

    def count(self, query):
        return self.run("search", query, "--count")["count"]

    def outbox(self):
        return self.run("outbox", "list")

    def files_holding(self, secret):
        """Every file of the folder (workspace, its log, the sealed secrets, our log) that holds these bytes."""
        found = []
        for folder, _, names in os.walk(self.folder):
            for name in names:
                with open(os.path.join(folder, name), "rb") as file:
                    if secret.encode() in file.read():
                        found.append(os.path.join(folder, name))
        return found


class Network:
    """The practice network in a process of its own: it must outlive the program that is killed."""

    def __init__(self, program):
        self.process = subprocess.Popen([program, "3"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        first = json.loads(self.process.stdout.readline())
        self.url, self.token = first["url"], first["token"]

    def ask(self, line):
        self.process.stdin.write(line + "\n")
        self.process.stdin.flush()
        return json.loads(self.process.stdout.readline())

    def posts(self):
        self.process.stdin.write("posts\n")
        self.process.stdin.flush()
        lines = iter(self.process.stdout.readline, "\n")
        return [json.loads(line) for line in lines if line]

    def close(self):
        self.process.stdin.close()
        self.process.wait(timeout=30)


def arguments_holding(secret):
    """Processes whose arguments anybody on this machine can read and that hold the secret."""
    found = []
    for pid in filter(str.isdigit, os.listdir("/proc")):
        try:
            with open(f"/proc/{pid}/cmdline", "rb") as file:
                if secret.encode() in file.read():
                    found.append(pid)
        except OSError:
            pass
    return found


def main(test):
    """Runs test(program, *rest); the verdict is the exit code."""
    if len(sys.argv) < 2:
        print(f"usage: {sys.argv[0]} path/to/vigie-cli ...", file=sys.stderr)
        sys.exit(2)
    try:
        test(*sys.argv[1:])
    except Failure as failure:
        print("FAIL  " + str(failure), flush=True)
        sys.exit(1)
    print("passed", flush=True)
