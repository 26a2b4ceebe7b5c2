#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The table of docs/networks.md says what the descriptors say.

usage: networks_table_test.py path/to/vigie-cli path/to/docs/networks.md [--write]"""

import difflib
import os
import subprocess
import sys
import tempfile

BEGIN, END = "<!-- capabilities: from vigie-cli connector list --markdown -->\n", "<!-- end of capabilities -->\n"


def main():
    program, path = sys.argv[1:3]
    # An empty folder: recipes of whoever runs this are not part of the document.
    empty = tempfile.mkdtemp(prefix="vigie-table-")
    table = subprocess.run([program, "connector", "list", "--markdown", "--recipes", empty], capture_output=True, text=True, check=True, timeout=60).stdout
    os.rmdir(empty)
    if table.count("\n") < 10:
        sys.exit("FAILED: no table: " + table)
    with open(path, encoding="utf-8") as file:
        text = file.read()
    if BEGIN not in text or END not in text:
        sys.exit(f"FAILED: {path} has no place for the table")
    before, rest = text.split(BEGIN, 1)
    written, after = rest.split(END, 1)
    wanted = "\n" + table + "\n"
    if "--write" in sys.argv:
        with open(path, "w", encoding="utf-8") as file:
            file.write(before + BEGIN + wanted + END + after)
        return
    if written != wanted:
        print("".join(difflib.unified_diff(written.splitlines(True), wanted.splitlines(True), "docs/networks.md", "the descriptors")))
        sys.exit("FAILED: docs/networks.md is not what the descriptors say; tests/integration/networks_table_test.py PROGRAM docs/networks.md --write")
    print("ok    the table is what the descriptors say")


main()
