# SPDX-License-Identifier: GPL-3.0-or-later
"""X: posts with their authors, mentions, recent search, replies that only those who were called for may write, hiding, limits."""
import datetime

from base import Answer, Fake, route, serve

OURS, MEMBER = "100", "200"
EPOCH_MS = 1288834974657
PROBLEMS = "https://api.twitter.com/2/problems/"


def problem(status, kind, title, detail, **more):
    return Answer(status, {"type": PROBLEMS + kind if kind else "about:blank", "title": title, "detail": detail, "status": status, **more},
                  {"Content-Type": "application/problem+json"})


def not_found(id):
    return {"type": PROBLEMS + "resource-not-found", "title": "Not Found Error", "detail": f"Could not find tweet with ids: [{id}].",
            "value": id, "resource_id": id, "parameter": "ids", "resource_type": "tweet"}


class X(Fake):
    content_type = "application/json; charset=utf-8"

    def reset(self):
        self.now = datetime.datetime(2026, 11, 21, 10, 0, tzinfo=datetime.timezone.utc)
        self.posts, self.hidden, self.made, self.app_only, self.alive = {}, {}, 0, False, "access-1"
        self.users = {OURS: {"id": OURS, "name": "Maison Dubreuil", "username": "MaisonDubreuil"},
                      MEMBER: {"id": MEMBER, "name": "Zoé", "username": "zoe"}}

    # ---- told by the test ----------------------------------------------------------------------------------------------

    def id_at(self, moment):
        self.made += 1
        return str(((int(moment.timestamp() * 1000) - EPOCH_MS) << 22) + self.made)

    def say(self, text, author=MEMBER, minutes_ago=10, mentions=(), quotes="", answers="", days_ago=0):
        moment = self.now - datetime.timedelta(minutes=minutes_ago, days=days_ago)
        id = self.id_at(moment)
        self.posts[id] = {"id": id, "text": text, "author_id": author, "created_at": moment.strftime("%Y-%m-%dT%H:%M:%S.000Z"),
                          "mentions": list(mentions), "quotes": quotes, "answers": answers}
        return id

    def forget(self, id):
        del self.posts[id]
        return {}

    def only_app(self):
        self.app_only = True
        return {}

    def expire(self):
        self.alive = "access-2"
        return {}

    def state(self):
        return {"posts": self.posts, "hidden": self.hidden}

    # ---- the interface -------------------------------------------------------------------------------------------------

    def before(self, ask):
        if ask.path == "/2/oauth2/token":
            return None
        if ask.bearer != self.alive:
            return problem(401, "", "Unauthorized", "Unauthorized")
        if self.app_only and ask.method != "GET":
            return problem(403, "unsupported-authentication", "Unsupported Authentication",
                           "Authenticating with OAuth 2.0 Application-Only is forbidden for this endpoint.")
        return None

    def shown(self, post):
        body = {"id": post["id"], "text": post["text"], "edit_history_tweet_ids": [post["id"]], "author_id": post["author_id"],
                "created_at": post["created_at"], "conversation_id": post["answers"] or post["id"], "lang": "fr",
                "public_metrics": {"retweet_count": 1, "reply_count": 0, "like_count": 2, "quote_count": 0, "impression_count": 30}}
        referenced = []
        if post["answers"]:
            referenced.append({"type": "replied_to", "id": post["answers"]})
            body["in_reply_to_user_id"] = self.posts.get(post["answers"], {"author_id": OURS})["author_id"]
        if post["quotes"]:
            referenced.append({"type": "quoted", "id": post["quotes"]})
        if referenced:
            body["referenced_tweets"] = referenced
        if post["mentions"]:
            body["entities"] = {"mentions": [{"start": 0, "end": 1, "username": self.users[one]["username"], "id": one} for one in post["mentions"]]}
        return body

    def listed(self, ask, posts, token_name):
        posts = sorted(posts, key=lambda one: int(one["id"]), reverse=True)
        since, start = ask.one("since_id"), ask.one("start_time")
        if since:
            posts = [one for one in posts if int(one["id"]) > int(since)]
        if start:
            posts = [one for one in posts if one["created_at"] >= start]
        begin = int(ask.one(token_name, "p0")[1:])
        size = int(ask.one("max_results", "10"))
        some = posts[begin:begin + size]
        meta = {"result_count": len(some)}
        if some:
            meta.update(newest_id=some[0]["id"], oldest_id=some[-1]["id"])
        if begin + size < len(posts):
            meta["next_token"] = f"p{begin + size}"
        return self.answered(ask, some, {"meta": meta})

    def answered(self, ask, posts, more):
        body = dict(more)
        if posts:
            body["data"] = [self.shown(one) for one in posts]
        expansions = ask.one("expansions").split(",")
        includes = {}
        if "author_id" in expansions and posts:
            includes["users"] = [self.users[id] for id in sorted({one["author_id"] for one in posts})]
        if "referenced_tweets.id" in expansions:
            found = [self.posts[id] for one in posts for id in (one["quotes"], one["answers"]) if id in self.posts]
            if found:
                includes["tweets"] = [self.shown(one) for one in found]
        if includes:
            body["includes"] = includes
        return Answer(200, body)

    @route("POST", "/2/oauth2/token")
    def token(self, ask):
        if ask.form.get("grant_type") == "refresh_token" and ask.form.get("refresh_token") == "refresh-1":
            return Answer(200, {"access_token": self.alive, "refresh_token": "refresh-2", "token_type": "bearer", "expires_in": 7200, "scope": "tweet.read"})
        return Answer(400, {"error": "invalid_request", "error_description": "Value passed for the token was invalid."})

    @route("GET", "/2/users/me")
    def me(self, ask):
        return Answer(200, {"data": self.users[OURS]})

    @route("GET", "/2/users/100/mentions")
    def mentions(self, ask):
        return self.listed(ask, [one for one in self.posts.values() if OURS in one["mentions"]], "pagination_token")

    @route("GET", "/2/users/100/tweets")
    def own(self, ask):
        return self.listed(ask, [one for one in self.posts.values() if one["author_id"] == OURS], "pagination_token")

    @route("GET", "/2/tweets/search/recent")
    def search(self, ask):
        words = ask.one("query").split('"')[1].lower() if '"' in ask.one("query") else ""
        return self.listed(ask, [one for one in self.posts.values() if words in one["text"].lower()], "next_token")

    @route("GET", "/2/tweets")
    def lookup(self, ask):
        ids = ask.one("ids").split(",")
        gone = [not_found(id) for id in ids if id not in self.posts]
        return self.answered(ask, [self.posts[id] for id in ids if id in self.posts], {"errors": gone} if gone else {})

    @route("POST", "/2/tweets")
    def create(self, ask):
        target = (ask.json.get("reply") or {}).get("in_reply_to_tweet_id", "")
        if target and target not in self.posts:
            return problem(400, "invalid-request", "Invalid Request", "You attempted to reply to a Tweet that is deleted or not visible to you.")
        post = self.posts.get(target)
        called = not post or post["author_id"] == OURS or OURS in post["mentions"] or self.posts.get(post["quotes"], {}).get("author_id") == OURS
        if not called:
            return problem(403, "", "Forbidden", "Reply to this conversation is not allowed because you have not been mentioned or otherwise engaged by the author.")
        id = self.say(ask.json.get("text", ""), author=OURS, minutes_ago=0, answers=target)
        return Answer(201, {"data": {"id": id, "text": ask.json.get("text", "")}})

    @route("DELETE", "/2/tweets/(?P<id>[0-9]+)")
    def delete(self, ask):
        return Answer(200, {"data": {"deleted": self.posts.pop(ask.parts["id"], None) is not None}})

    @route("PUT", "/2/tweets/(?P<id>[0-9]+)/hidden")
    def hide(self, ask):
        self.hidden[ask.parts["id"]] = ask.json["hidden"]
        return Answer(200, {"data": {"hidden": ask.json["hidden"]}})


if __name__ == "__main__":
    serve(X())
