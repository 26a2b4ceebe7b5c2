#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The rules of the house, run. usage: lint.py RULE ROOT [COMPILER]; exits 1 and names each offence."""
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET

ROOMS = {
    "base": set(), "model": {"base"}, "text": {"base", "model"}, "net": {"base", "model"},
    "store": {"base", "model", "text"}, "connect": {"base", "model", "text", "net"},
    "intake": {"base", "model", "text", "net", "store", "connect"}, "desk": {"base", "model", "text", "store"},
    "plan": {"base", "model", "text", "net", "store", "connect"}, "insight": {"base", "model", "text", "store"},
    "practice": {"base", "model", "net"},
}
ROOMS["app"] = set(ROOMS)
ROOMS["cli"] = set(ROOMS)
TOP = {"CMakeLists.txt", "CMakePresets.json", "LICENSE", "README.md", "src", "include", "ui", "resources", "tests", "docs", "scripts"}


def sources(root, *folders, suffixes=(".cpp", ".hpp")):
    for folder in folders:
        for path in sorted((root / folder).rglob("*")):
            if path.suffix in suffixes and path.is_file():
                yield path


def read(path):
    return path.read_text(encoding="utf-8", errors="replace")


def includes(text):
    return re.findall(r'^\s*#\s*include\s*[<"]([^>"]+)[>"]', text, re.M)


def layers(root):
    for path in sources(root, "src", "include/vigie"):
        parts = path.relative_to(root).parts
        room = parts[1] if parts[0] == "src" else parts[2]
        if room not in ROOMS:
            yield f"{path}: no such room: {room}"
            continue
        for name in includes(read(path)):
            pieces = name.split("/")
            other = pieces[1] if pieces[0] == "vigie" and len(pieces) > 2 else pieces[0] if pieces[0] in ROOMS and len(pieces) > 1 else None
            if other and other != room and other not in ROOMS[room]:
                yield f"{path}: {room} may not include {name}"
            if name.startswith("Q") or name.startswith("Qt"):
                yield f"{path}: the core knows no Qt: {name}"
    for path in sources(root, "ui"):
        for name in includes(read(path)):
            if name.split("/")[0] in ROOMS:
                yield f"{path}: ui includes only <vigie/...>: {name}"


def top(root):
    if shutil.which("git") and (root / ".git").exists():
        listed = subprocess.run(["git", "-C", str(root), "ls-files"], capture_output=True, text=True)
        names = {line.split("/")[0] for line in listed.stdout.splitlines()}
    else:  # a copy without its history: what is there, but for what is built
        names = {entry.name for entry in root.iterdir()} - {"build"}
    for name in sorted(names):
        if name not in TOP and not name.startswith("."):
            yield f"{name}: nothing else stands at the top level"


def headers(root, compiler):
    """Each public header compiles alone."""
    with tempfile.TemporaryDirectory() as folder:
        one = pathlib.Path(folder) / "one.cpp"
        for path in sources(root, "include"):
            one.write_text(f'#include <{path.relative_to(root / "include")}>\n')
            done = subprocess.run([compiler, "-std=c++20", "-fsyntax-only", "-Wall", "-Wextra", "-Wpedantic", "-Wshadow", "-Wconversion", "-Werror",
                                   "-I", str(root / "include"), str(one)], capture_output=True, text=True)
            if done.returncode:
                yield f"{path}: does not compile alone\n{done.stderr[:800]}"


def header_style(root):
    for path in sources(root, "include/vigie"):
        text = read(path)
        head = text.split("#include")[0][:4000]
        if "#pragma once" not in head:
            yield f"{path}: #pragma once is missing"
        if not re.search(r"// .*Thread:", head) or not re.search(r"// .*Errors:|Errors:", head):
            yield f"{path}: a public header says purpose, Thread: and Errors: in its first lines"
        if any(name.endswith("json.hpp") or name in ("QtCore", "QtGui", "QtWidgets") for name in includes(text)):
            yield f"{path}: a public header includes neither json.hpp nor an umbrella"
    for path in sources(root, "src", "include", "ui", "tests"):
        if not read(path).startswith("// SPDX-License-Identifier: GPL-3.0-or-later"):
            yield f"{path}: the licence line is missing"


def sizes(root):
    for path in sources(root, "src", "include", "ui"):
        lines = read(path).count("\n")
        if lines > 600:
            yield f"{path}: {lines} lines; 600 at the most"
    window = root / "ui/app/main_window.cpp"
    if window.exists() and read(window).count("\n") > 300:
        yield f"{window}: the main window composes; 300 lines at the most"


def ui_bans(root):
    banned = {
        r"\bwaitForFinished\b": "waits on the window's thread", r"\bBlockingQueuedConnection\b": "waits on the window's thread",
        r"\bQEventLoop\b": "a nested event loop", r"\bprocessEvents\b": "a nested event loop", r"\bsqlite3_\w+": "the store's business",
        r"\bcurl_\w+": "the network's business", r"\breadNow\b": "waits for the store", r"\bwriteNow\b": "waits for the store",
        r"\w+AndWait\b": "waits for an engine", r"\bstatusNow\b": "waits for the store", r"\.exec\(\)": "a nested event loop; open() instead",
    }
    for path in sources(root, "ui"):
        text = re.sub(r"//[^\n]*", "", read(path))
        for pattern, why in banned.items():
            for found in re.finditer(pattern, text):
                if pattern == r"\.exec\(\)" and path.name == "main.cpp":
                    continue
                line = text.count("\n", 0, found.start()) + 1
                yield f"{path}:{line}: {found.group(0)}: {why}"
        # connect() needs a context object: four arguments when the last one is a lambda.
        for found in re.finditer(r"\bconnect\(", text):
            call = argument_list(text, found.end())
            if call and len(call) == 3 and call[2].lstrip().startswith("["):
                line = text.count("\n", 0, found.start()) + 1
                yield f"{path}:{line}: connect to a lambda without a context object"


def argument_list(text, at):
    depth, begin, parts = 1, at, []
    for i in range(at, min(len(text), at + 4000)):
        c = text[i]
        if c in "([{":
            depth += 1
        elif c in ")]}":
            depth -= 1
            if depth == 0:
                return parts + [text[begin:i]]
        elif c == "," and depth == 1:
            parts.append(text[begin:i])
            begin = i + 1
    return None


def core_bans(root):
    for path in sources(root, "src", "include"):
        text = re.sub(r"//[^\n]*", "", read(path))
        if re.search(r"\btr\(", text):
            yield f"{path}: the core never translates"
        if re.search(r"\bstd::(format|expected|source_location)\b", text):
            yield f"{path}: not in the language both compilers share"
        room = path.relative_to(root).parts[1 if path.relative_to(root).parts[0] == "src" else 2]
        if room != "store" and re.search(r'"\s*(SELECT|INSERT INTO|UPDATE \w+ SET|DELETE FROM)\b', text):
            yield f"{path}: SQL lives in the store"


def unfinished(root):
    words = re.compile("TO" + "DO|FIX" + "ME|\\bXX" + "X\\b|not imple" + "mented|for n" + "ow\\b")
    for path in sources(root, "src", "include", "ui", "tests", suffixes=(".cpp", ".hpp")):
        for number, line in enumerate(read(path).splitlines(), 1):
            if words.search(line):
                yield f"{path}:{number}: {line.strip()[:100]}"


def sleeps(root):
    for path in sources(root, "tests"):
        for number, line in enumerate(read(path).splitlines(), 1):
            # A pause of a few milliseconds inside a loop that asks again is a poll; a random one is a moment to kill at.
            if re.search(r"qWait\(\s*\d|\busleep\(|\bsleep\(\d|sleep_for\((?!.*(poll|random|milliseconds\((1|2|5)\)))", line):
                yield f"{path}:{number}: a fixed wait; wait for a condition with a deadline: {line.strip()[:90]}"


def ascii_only(root):
    for path in sources(root, "src", "include", "ui"):
        for number, line in enumerate(read(path).splitlines(), 1):
            comment = line.split("//", 1)[1] if "//" in line and '"' not in line else ""
            if any(ord(c) > 126 for c in comment):
                yield f"{path}:{number}: comments are ASCII"


def docs(root):
    """Every path that a document names exists."""
    for path in [root / "README.md", *sorted((root / "docs").rglob("*.md"))]:
        prose = "\n".join(line for line in read(path).splitlines() if not line.startswith("    "))
        for name in re.findall(r"`((?:src|include|ui|resources|tests|docs|scripts)/[A-Za-z0-9_./-]+)`|\]\(((?!https?:|#)[^)\s]+)\)", prose):
            target = (name[0] or name[1]).split("#")[0]
            if not target or "NNNN" in target:
                continue
            if not (root / target).exists() and not (path.parent / target).exists():
                yield f"{path}: names {target}, which is not there"


def translations(root):
    folder = root / "resources/i18n"
    files = sorted(folder.glob("*.ts"))
    if not any(file.name.endswith("_fr.ts") for file in files):
        yield f"{folder}: the French translation is missing"
    for file in files:
        for context in ET.parse(file).getroot().iter("context"):
            for message in context.iter("message"):
                source = message.findtext("source") or ""
                node = message.find("translation")
                if node is None or node.get("type") in ("vanished", "obsolete"):
                    continue
                texts = [form.text or "" for form in node.iter("numerusform")] or [node.text or ""]
                plural_only = file.name.endswith("_en.ts") and message.get("numerus") != "yes"
                if plural_only:
                    continue
                if node.get("type") == "unfinished" or not all(texts):
                    yield f"{file.name}: not translated: {source[:80]!r}"
                    continue
                for text in texts:
                    holes = sorted(re.findall(r"%(?:L?\d|n)", source))
                    if message.get("numerus") != "yes" and sorted(re.findall(r"%(?:L?\d|n)", text)) != holes:
                        yield f"{file.name}: other placeholders: {source[:60]!r} / {text[:60]!r}"
                    if file.name.endswith("_fr.ts") and re.search(r"[^\s\u00a0\u202f:/?!.&;][;!?]|[^\s\u00a0\u202f/:] [;!?:](?:\s|$)", text):
                        yield f"{file.name}: French spacing before ; : ! ?: {text[:80]!r}"


def tr_used(root):
    """No sentence is shown that lupdate cannot see."""
    pattern = re.compile(r'(?:setText|setToolTip|setWindowTitle|setPlaceholderText|setAccessibleName|addAction|addItem)\(\s*(?:QStringLiteral|u|QLatin1String)?\(?u?"([A-Z][a-z]+ [^"]*)"')
    for path in sources(root, "ui"):
        for found in pattern.finditer(read(path)):
            yield f"{path}: shown without tr(): {found.group(1)[:60]!r}"


def settings(root):
    """Every setting of the tables has a reader and every key read is in a table."""
    tables = [path for path in sources(root, "include", "src", "ui") if path.name.startswith("settings_table")]
    if not tables:
        yield "no settings table"
        return
    keys = set()
    for path in tables:
        keys |= set(re.findall(r'"([a-z]+(?:\.[a-zA-Z]+)+)"', read(path)))
    code = {path: read(path) for path in sources(root, "src", "ui") if path not in tables}
    constants = "\n".join(read(path) for path in tables)
    for key in sorted(keys):
        names = re.findall(r"(k\w+)\s*(?:=|\{)\s*\{?\s*\"" + re.escape(key) + '"', constants)
        if not any(f'"{key}"' in text or any(re.search(rf"\b{name}\b", text) for name in names) for text in code.values()):
            yield f"setting {key} has no reader"
    for path, text in code.items():
        for key in re.findall(r'(?:settings|Settings\(tx\w*\)|value)\.?(?:get|set|value)\(\s*"([a-z]+(?:\.[a-zA-Z]+)+)"', text):
            if key not in keys:
                yield f"{path}: setting {key} is in no table"


def icons(root):
    have = {path.stem for path in (root / "resources/icons").glob("*.svg")}
    used = set()
    for path in sources(root, "ui"):
        used |= set(re.findall(r'(?:icon|Icon)\w*\(\s*(?:QStringLiteral\(|u)?"([a-z0-9-]+)"', read(path)))
    for name in sorted(used - have):
        yield f"icon {name} is used and not there"


RULES = {"layers": layers, "top": top, "header_style": header_style, "sizes": sizes, "ui_bans": ui_bans, "core_bans": core_bans,
         "unfinished": unfinished, "sleeps": sleeps, "ascii": ascii_only, "docs": docs, "translations": translations, "tr_used": tr_used,
         "settings": settings, "icons": icons}


def main():
    rule, root = sys.argv[1], pathlib.Path(sys.argv[2]).resolve()
    found = list(headers(root, sys.argv[3]) if rule == "headers" else RULES[rule](root))
    for offence in found:
        print(str(offence).replace(str(root) + "/", ""))
    print(f"lint.{rule}: {len(found)} offence(s)")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
