# SPDX-License-Identifier: GPL-3.0-or-later
"""What all fakes share: a vendor's server with a memory, on 127.0.0.1, that can be told to misbehave.

A vendor derives from Fake, keeps its state in attributes made by `reset`, and answers in methods that @route names:

    class Forum(Fake):
        def reset(self): self.posts = []
        @route("GET", "/posts")
        def list_posts(self, ask): return Answer(200, {"posts": self.posts})
        @route("POST", "/posts/(?P<id>[^/]+)/reply", effect=True)
        def reply(self, ask): ...
        def set_clock(self, now): self.now = now            # told by the test: {"do": "set_clock", "now": ...}
    serve(Forum())

The test speaks to /_control on the fake's own port (never through Prism): POST {"do": ...} with one of
  reset            everything as at the start, faults and log included
  log              the requests that arrived since the last reset: method, path, query (lists), headers, body, json
  fault            {"on": "GET /posts", "times": 1, "skip": 0, and one of
                    "status": 503, "body": {...}, "headers": {...}      instead of the answer
                    "after": "close" | "status"                          the request takes effect first; then the line goes dead, or `status`}
  anything else    a method of the vendor of that name, with the other members as arguments; it answers JSON
A request that no route knows is answered 404 and stays in the log.
"""
import dataclasses
import http.server
import json
import re
import socket
import sys
import threading
import urllib.parse


@dataclasses.dataclass
class Answer:
    status: int = 200
    body: object = None                   # JSON, bytes as they are, or None
    headers: dict = dataclasses.field(default_factory=dict)


@dataclasses.dataclass
class Ask:
    method: str
    path: str
    query: dict                           # name -> list of values
    headers: dict                         # names in lower case
    body: bytes
    parts: dict = dataclasses.field(default_factory=dict)   # of the path

    def one(self, name, otherwise=""):
        return self.query.get(name, [otherwise])[-1]

    @property
    def json(self):
        try:
            return json.loads(self.body)
        except ValueError:
            return None

    @property
    def form(self):
        return {name: values[-1] for name, values in urllib.parse.parse_qs(self.body.decode("utf-8", "replace"), keep_blank_values=True).items()}

    @property
    def bearer(self):
        said = self.headers.get("authorization", "")
        return said[7:] if said.lower().startswith("bearer ") else ""


def route(method, pattern):
    def mark(function):
        function.routes = getattr(function, "routes", []) + [(method, re.compile(pattern))]
        return function
    return mark


class Fake:
    content_type = "application/json; charset=utf-8"

    def __init__(self):
        self.lock = threading.RLock()
        self.faults, self.log = [], []
        self.reset()

    def reset(self):
        raise NotImplementedError

    def before(self, ask):
        """An Answer that refuses, or None: whether the caller is signed in."""
        return None

    # ---- control -----------------------------------------------------------------------------------------------------

    def control(self, order):
        order = dict(order)
        do = order.pop("do")
        if do == "reset":
            self.faults, self.log = [], []
            self.reset()
            return {}
        if do == "log":
            return self.log
        if do == "fault":
            self.faults.append({"times": 1, "skip": 0, **order})
            return {}
        return getattr(self, do)(**order)

    # ---- answering ---------------------------------------------------------------------------------------------------

    def fault_for(self, ask):
        for fault in self.faults:
            method, _, path = fault["on"].partition(" ")
            if method != ask.method or not ask.path.startswith(path) or fault["times"] == 0:
                continue
            if fault["skip"] > 0:
                fault["skip"] -= 1
                continue
            fault["times"] -= 1
            return fault
        return None

    def answer(self, ask):
        shown = {name: value for name, value in ask.headers.items() if name not in ("connection", "accept-encoding", "host")}
        self.log.append({"method": ask.method, "path": ask.path, "query": ask.query, "headers": shown,
                         "body": ask.body.decode("utf-8", "replace"), "json": ask.json})
        fault = self.fault_for(ask)
        instead = Answer(fault.get("status", 500), fault.get("body"), fault.get("headers", {})) if fault else None
        if fault and "after" not in fault:
            return instead
        answer = self.before(ask) or self.dispatch(ask)
        if fault and fault["after"] == "close":
            return None
        return instead or answer

    def dispatch(self, ask):
        for name in dir(type(self)):
            function = getattr(type(self), name)
            for method, pattern in getattr(function, "routes", []):
                found = pattern.fullmatch(ask.path)
                if method == ask.method and found:
                    ask.parts = {key: urllib.parse.unquote(value) for key, value in found.groupdict().items()}
                    return function(self, ask)
        return Answer(404, {"error": "no such route"})


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    fake = None

    def handle_any(self):
        url = urllib.parse.urlsplit(self.path)
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        ask = Ask(self.command, url.path, urllib.parse.parse_qs(url.query, keep_blank_values=True),
                  {name.lower(): value for name, value in self.headers.items()}, body)
        with self.fake.lock:
            if url.path == "/_control":
                answer = Answer(200, self.fake.control(ask.json))
            else:
                answer = self.fake.answer(ask)
        if answer is None:
            self.close_connection = True
            self.connection.shutdown(socket.SHUT_RDWR)
            return
        data = answer.body if isinstance(answer.body, bytes) else b"" if answer.body is None else json.dumps(answer.body).encode()
        self.send_response(answer.status)
        headers = {"Content-Type": self.fake.content_type, **answer.headers} if data else answer.headers
        for name, value in headers.items():
            self.send_header(name, value)
        if answer.status != 204:
            self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    do_GET = do_POST = do_PUT = do_PATCH = do_DELETE = handle_any

    def log_message(self, *_):
        pass


def serve(fake):
    Handler.fake = fake
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    print(f"listening {server.server_address[1]}", flush=True)
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        sys.exit(0)
