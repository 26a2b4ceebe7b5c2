# SPDX-License-Identifier: GPL-3.0-or-later
"""The media library by command, and the places where networks fetch pictures."""

import os
import sqlite3
import struct
import zlib

from cli_house import check

PAUSED = 1


def picture(path, shade):
    """A PNG of eight by eight points."""
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    rows = b"".join(b"\0" + bytes([shade, 30 * n, 40]) * 8 for n in range(8))
    with open(path, "wb") as file:
        file.write(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 8, 8, 8, 2, 0, 0, 0)) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b""))


def library(cli, promise, failing):
    one, copy, broken = (os.path.join(cli.folder, name) for name in ("velo.png", "copie.png", "broken.png"))
    picture(one, 200)
    picture(copy, 200)
    with open(broken, "wb") as file:
        file.write(b"no picture at all")
    added = cli.run("media", "add", one, copy)
    promise.check("media add", added, ["[]"])
    check(added[0]["asset"] == added[1]["asset"] and not added[0]["known"] and added[1]["known"], f"the same bytes are kept once: {added}")
    code, refused = cli.outcome("media", "add", broken)
    check(code != 0 and refused[0]["error"], f"what is no picture is refused by name: {refused}")
    asset = added[0]["asset"]
    said = cli.run("media", "say", asset, "--alt-fr", "Un vélo rouge", "--alt-en", "A red bicycle", "--credit", "Maison Dubreuil", "--licence", "CC BY 4.0", "--until", "2031-01-31")
    promise.check("media say", said)
    check((said["alt_fr"], said["credit"], said["until"]) == ("Un vélo rouge", "Maison Dubreuil", "2031-01-31"), f"what was said of it is kept: {said}")
    listed = cli.run("media", "list", "bicycle")
    promise.check("media list", listed, ["[]"])
    check([entry["asset"] for entry in listed] == [asset], "it is found by its words")
    check(cli.run("media", "list", "girouette") == [], "and by no others")
    uses = cli.run("media", "uses", asset)
    promise.check("media uses", uses)
    check(uses == [], "no post uses it")
    promise.check("media remove", cli.run("media", "remove", asset))
    check(cli.run("media", "list") == [], "it is gone")
    failing(cli, promise, 3, "media", "uses", "99999")
    check(os.path.exists(one), "the person's own file stays where it was")


def places(cli, promise, failing):
    """Accounts as signing in would have left them: there is no Threads and no folder here."""
    base = sqlite3.connect(cli.workspace)
    with base:
        threads, folder = (base.execute("INSERT INTO account(connector, instance, native_id, state, capabilities_json) VALUES(?,?,?,?,?)",
                                        (network, "https://net.example", network, PAUSED, "{}")).lastrowid for network in ("threads", "webdav"))
    base.close()
    chosen = cli.run("account", "place", threads, folder)
    promise.check("account place", chosen)
    check((chosen["account"], chosen["place"]) == (threads, folder), f"the folder takes its files: {chosen}")
    check(cli.run("account", "place", threads, "--none")["place"] is None, "nobody does any more")
    code, refused = cli.outcome("account", "place", str(threads), str(threads))
    check(code != 0 and refused["error"] == "unsupported", f"an account that takes no files is refused: {refused}")
    code, refused = cli.outcome("account", "place", str(folder), str(folder))
    check(code != 0 and refused["error"] == "unsupported", f"a network that takes files from us needs no place: {refused}")
