# SPDX-License-Identifier: GPL-3.0-or-later
"""Slack: one workspace with one channel, for an app of its own; refusals come as 200, and a message is its time."""
import urllib.parse

from base import Answer, Fake, route, serve

CHANNEL, START = "C024BE91LAB", 1795255200


class Slack(Fake):
    def reset(self):
        self.messages, self.made, self.tokens, self.page_size, self.member, self.now = {}, 0, {"access-1"}, 0, True, START

    # ---- told by the test ----------------------------------------------------------------------------------------------

    def set_clock(self, minutes):
        self.now += minutes * 60
        return self.now

    def set_page_size(self, size):
        self.page_size = size
        return {}

    def leave(self):
        self.member = False
        return {}

    def revoke(self):
        self.tokens.clear()
        return {}

    def say(self, text, user="U0CLAIRE", thread="", minutes_ago=10, subtype=""):
        self.made += 1
        ts = f"{self.now - minutes_ago * 60}.{self.made:06d}"
        message = {"type": "message", "user": user, "text": text, "ts": ts}
        if thread:
            message["thread_ts"] = thread
            self.messages[thread]["reply_count"] = self.messages[thread].get("reply_count", 0) + 1
        if subtype:
            message["subtype"] = subtype
        self.messages[ts] = message
        return ts

    def reword(self, ts, text):
        self.messages[ts].update(text=text, edited={"user": self.messages[ts]["user"], "ts": f"{self.now}.000000"})
        return {}

    def state(self):
        return self.messages

    # ---- the interface -------------------------------------------------------------------------------------------------

    def before(self, ask):
        return None if ask.bearer in self.tokens else self.no("token_revoked" if ask.bearer else "not_authed")

    def no(self, word):
        return Answer(200, {"ok": False, "error": word})

    def field(self, ask, name):
        return urllib.parse.parse_qs(ask.body.decode()).get(name, [""])[-1]

    @route("GET", "/auth.test")
    def who(self, ask):
        return Answer(200, {"ok": True, "url": "https://dubreuil.slack.com/", "team": "Dubreuil", "user": "vigie", "team_id": "T024BE7LD", "user_id": "U0VIGIE"})

    @route("GET", "/conversations.history")
    def history(self, ask):
        if ask.one("channel") != CHANNEL:
            return self.no("channel_not_found")
        if not self.member:
            return self.no("not_in_channel")
        oldest = float(ask.one("oldest", "0"))
        found = sorted((one for one in self.messages.values() if float(one["ts"]) >= oldest and one.get("thread_ts", one["ts"]) == one["ts"]), key=lambda one: one["ts"], reverse=True)
        size, start = self.page_size or int(ask.one("limit", "100")), int(ask.one("cursor", "c0")[1:])
        some, more = found[start:start + size], start + size < len(found)
        body = {"ok": True, "messages": some, "has_more": more}
        if more:
            body["response_metadata"] = {"next_cursor": f"c{start + size}"}
        return Answer(200, body)

    @route("POST", "/chat.postMessage")
    def post(self, ask):
        if self.field(ask, "channel") != CHANNEL:
            return self.no("channel_not_found")
        if not self.field(ask, "text"):
            return self.no("no_text")
        thread = self.field(ask, "thread_ts")
        if thread and thread not in self.messages:
            return self.no("thread_not_found")
        ts = self.say(self.field(ask, "text"), "U0VIGIE", thread, 0)
        return Answer(200, {"ok": True, "channel": CHANNEL, "ts": ts, "message": self.messages[ts]})

    @route("POST", "/chat.update")
    def update(self, ask):
        ts = self.field(ask, "ts")
        if ts not in self.messages:
            return self.no("message_not_found")
        self.reword(ts, self.field(ask, "text"))
        return Answer(200, {"ok": True, "channel": CHANNEL, "ts": ts, "text": self.field(ask, "text"), "message": {"text": self.field(ask, "text")}})

    @route("POST", "/chat.delete")
    def delete(self, ask):
        ts = self.field(ask, "ts")
        if self.messages.pop(ts, None) is None:
            return self.no("message_not_found")
        return Answer(200, {"ok": True, "channel": CHANNEL, "ts": ts})

    @route("POST", "/reactions.add")
    def react(self, ask):
        ts = self.field(ask, "timestamp")
        if ts not in self.messages:
            return self.no("message_not_found")
        self.messages[ts].setdefault("reactions", []).append({"name": self.field(ask, "name"), "count": 1, "users": ["U0VIGIE"]})
        return Answer(200, {"ok": True})


serve(Slack())
