# SPDX-License-Identifier: GPL-3.0-or-later
"""Facebook, Instagram and Threads on one address: a Page, an Instagram account and a Threads profile with their posts, comments, tags and
figures. Meta has no document that a judge could hold, so this fake is strict itself: forms only, the token in the header only, the
words of `filter` and `order` and the names of figures as documented, ids of digits and "_"; whatever else is refused as Graph does."""
import datetime
import re

from base import Answer, Fake, route, serve

PAGE, GRAM, THREADS = "100", "17841", "900"
FIGURES = {"facebook": {"page_total_media_view_unique", "page_media_view", "page_post_engagements", "page_follows"},
           "facebook_post": {"post_total_media_view_unique", "post_media_view", "post_clicks", "post_reactions_by_type_total"},
           "instagram": {"views", "profile_links_taps", "total_interactions", "reach"},
           "instagram_post": {"views", "total_interactions", "shares", "saved", "reach", "comments", "likes"}}


def graph_error(code, message, subcode=0, status=400):
    error = {"message": message, "type": "OAuthException", "code": code, "fbtrace_id": "A"}
    if subcode:
        error["error_subcode"] = subcode
    return Answer(status, {"error": error})


class Meta(Fake):
    def reset(self):
        self.now = datetime.datetime(2026, 11, 21, 10, 0, tzinfo=datetime.timezone.utc)
        self.made, self.posts, self.comments, self.tags, self.messages, self.containers, self.alive = 0, {}, {}, [], [], {}, "access-1"
        self.figures = {name: set(all) for name, all in FIGURES.items()}
        self.not_ready = 0

    # ---- told by the test ----------------------------------------------------------------------------------------------

    def stamp(self, minutes_ago=0):
        return (self.now - datetime.timedelta(minutes=minutes_ago)).strftime("%Y-%m-%dT%H:%M:%S+0000")

    def number(self):
        self.made += 1
        return 1000 + self.made

    def publish(self, network, text, minutes_ago=60):
        id = f"{PAGE}_{self.number()}" if network == "facebook" else str(self.number())
        self.posts[id] = {"id": id, "network": network, "text": text, "at": self.stamp(minutes_ago), "hidden": False}
        return id

    def say(self, post, text, author="9", name="zoe", minutes_ago=10, parent=""):
        network = self.posts[post]["network"]
        id = f"{post.split('_')[-1]}_{self.number()}" if network == "facebook" else str(self.number())
        self.comments[id] = {"id": id, "post": post, "network": network, "text": text, "author": author, "name": name, "at": self.stamp(minutes_ago), "parent": parent, "hidden": False}
        return id

    def tag(self, network, text, minutes_ago=10):
        id = f"77_{self.number()}" if network == "facebook" else str(self.number())
        self.tags.append({"id": id, "network": network, "text": text, "at": self.stamp(minutes_ago)})
        return id

    def end_figure(self, name, of):
        self.figures[of].discard(name)
        return {}

    def be_slow(self, times):
        self.not_ready = times
        return {}

    def state(self):
        return {"posts": self.posts, "comments": self.comments, "messages": self.messages, "containers": self.containers}

    # ---- what Graph refuses --------------------------------------------------------------------------------------------

    def before(self, ask):
        if "access_token" in ask.query or "access_token" in ask.form:
            return graph_error(100, "this fake takes the token in its header alone")
        if ask.bearer != self.alive:
            return graph_error(190, "Error validating access token: the session has been invalidated", 460, 401)
        kind = ask.headers.get("content-type", "").split(";")[0]
        if ask.method == "POST" and ask.body and kind not in ("application/x-www-form-urlencoded", "multipart/form-data"):
            return graph_error(100, "writes are forms")
        if ask.one("filter", "stream") not in ("stream", "toplevel") or ask.one("order", "chronological") not in ("chronological", "reverse_chronological"):
            return graph_error(100, "(#100) Param filter must be one of {TOPLEVEL, STREAM}")
        return None

    def dispatch(self, ask):
        node = re.match(r"/v[0-9.]+/([^/]+)", ask.path)
        if node and node[1] not in ("me", "keyword_search", "oauth") and not re.fullmatch("[0-9_]+", node[1]):
            return graph_error(803, f"Some of the aliases you requested do not exist: {node[1]}", status=404)
        return super().dispatch(ask)

    def listed(self, ask, entries, limit=25):
        size = int(ask.one("limit", str(limit)))
        begin = int(ask.one("after", "C0")[1:])
        some = entries[begin:begin + size]
        body = {"data": some}
        if some:
            body["paging"] = {"cursors": {"before": f"C{begin}", "after": f"C{begin + size}"}}
            if begin + size < len(entries):
                body["paging"]["next"] = f"https://graph.facebook.com{ask.path}?access_token={self.alive}&after=C{begin + size}"
        return Answer(200, body)

    # ---- as it is shown ------------------------------------------------------------------------------------------------

    def post_body(self, post):
        if post["network"] == "facebook":
            return {"id": post["id"], "message": post["text"], "created_time": post["at"], "from": {"id": PAGE, "name": "Maison Dubreuil"}, "is_hidden": False, "is_published": True,
                    "permalink_url": f"https://www.facebook.com/{post['id']}"}
        if post["network"] == "instagram":
            return {"id": post["id"], "caption": post["text"], "timestamp": post["at"], "username": "maisondubreuil", "media_type": "IMAGE", "like_count": 3, "comments_count": 1}
        return {"id": post["id"], "text": post["text"], "timestamp": post["at"], "username": "maisondubreuil", "media_type": "TEXT_POST", "has_replies": any(one["post"] == post["id"] for one in self.comments.values()),
                "permalink": f"https://www.threads.net/@maisondubreuil/post/{post['id']}"}

    def comment_body(self, one):
        if one["network"] == "facebook":
            body = {"id": one["id"], "message": one["text"], "created_time": one["at"], "from": {"id": one["author"], "name": one["name"]}, "is_hidden": one["hidden"], "like_count": 0, "comment_count": 0}
            return {**body, "parent": {"id": one["parent"]}} if one["parent"] else body
        if one["network"] == "instagram":
            body = {"id": one["id"], "text": one["text"], "timestamp": one["at"], "username": one["name"], "from": {"id": one["author"], "username": one["name"]}, "hidden": one["hidden"], "like_count": 0}
            return {**body, "parent_id": one["parent"]} if one["parent"] else body
        return {"id": one["id"], "text": one["text"], "timestamp": one["at"], "username": one["name"], "media_type": "TEXT_POST", "replied_to": {"id": one["parent"] or one["post"]}, "root_post": {"id": one["post"]},
                "hide_status": "HIDDEN" if one["hidden"] else "NOT_HUSHED"}

    def comments_of(self, post):
        found = [one for one in self.comments.values() if one["post"] == post or one["parent"] == post]
        return [self.comment_body(one) for one in sorted(found, key=lambda one: (one["at"], one["id"]), reverse=True)]

    def posts_of(self, network):
        return [self.post_body(one) for one in sorted(self.posts.values(), key=lambda one: (one["at"], one["id"]), reverse=True) if one["network"] == network]

    def with_comments(self, ask, posts):
        wanted = re.search(r"comments\.(?:filter\(stream\)\.order\(reverse_chronological\)\.)?limit\((\d+)\)\{", ask.one("fields"))
        for post in posts:
            comments = self.comments_of(post["id"]) if wanted else []
            if comments:
                size = int(wanted[1])
                post["comments"] = {"data": comments[:size], "paging": {"cursors": {"before": "C0", "after": f"C{size}"}}}
                if len(comments) > size:
                    post["comments"]["paging"]["next"] = f"https://graph.facebook.com/x?access_token={self.alive}"
        return posts

    # ---- who -----------------------------------------------------------------------------------------------------------

    @route("GET", "/v25.0/me/accounts")
    def pages(self, ask):
        return self.listed(ask, [{"id": PAGE, "name": "Maison Dubreuil", "access_token": self.alive, "followers_count": 905, "fan_count": 890}])

    @route("GET", "/v25.0/me/permissions")
    def permissions(self, ask):
        return Answer(200, {"data": []})

    @route("GET", "/v25.0/me")
    def gram(self, ask):
        return Answer(200, {"id": "555", "user_id": GRAM, "username": "maisondubreuil", "name": "Maison Dubreuil", "followers_count": 12, "follows_count": 3, "media_count": 4})

    @route("GET", "/v1.0/me")
    def threads_me(self, ask):
        return Answer(200, {"id": THREADS, "username": "maisondubreuil", "name": "Maison Dubreuil"})

    # ---- reading -------------------------------------------------------------------------------------------------------

    @route("GET", f"/v25.0/{PAGE}/published_posts")
    def page_posts(self, ask):
        return self.listed(ask, self.with_comments(ask, self.posts_of("facebook")))

    @route("GET", f"/v25.0/{PAGE}/(tagged)")
    def page_tags(self, ask):
        return self.listed(ask, [{"id": one["id"], "message": one["text"], "created_time": one["at"], "from": {"id": "77", "name": "Vélo Club"}} for one in self.newest_tags("facebook")])

    def newest_tags(self, network):
        return sorted([one for one in self.tags if one["network"] == network], key=lambda one: (one["at"], one["id"]), reverse=True)

    @route("GET", f"/v25.0/{PAGE}/(visitor_posts|ratings|scheduled_posts)")
    def nothing(self, ask):
        return Answer(200, {"data": []})

    @route("GET", f"/v25.0/{GRAM}/media")
    def media(self, ask):
        return self.listed(ask, self.with_comments(ask, self.posts_of("instagram")))

    @route("GET", f"/v25.0/{GRAM}/tags")
    def gram_tags(self, ask):
        return self.listed(ask, [{"id": one["id"], "caption": one["text"], "timestamp": one["at"], "username": "veloclub", "media_type": "IMAGE"} for one in self.newest_tags("instagram")])

    @route("GET", f"/v1.0/{THREADS}/threads")
    def threads(self, ask):
        return self.listed(ask, self.posts_of("threads"))

    @route("GET", f"/v1.0/{THREADS}/(mentions|replies)")
    def threads_mentions(self, ask):
        return Answer(200, {"data": []})

    @route("GET", "/v[0-9.]+/(?P<id>[0-9_]+)/(comments|conversation|replies)")
    def answers(self, ask):
        return self.listed(ask, self.comments_of(ask.parts["id"]))

    # ---- figures -------------------------------------------------------------------------------------------------------

    def insights(self, ask, of):
        asked = ask.one("metric").split(",")
        for place, name in enumerate(asked):
            if name not in self.figures[of]:
                return graph_error(100, f"(#100) metric[{place}] must be one of the following values: {', '.join(sorted(self.figures[of]))}")
        return Answer(200, {"data": [{"name": name, "period": "day", "values": [{"value": 7}]} for name in asked]})

    @route("GET", f"/v25.0/{PAGE}/insights")
    def page_insights(self, ask):
        return self.insights(ask, "facebook")

    @route("GET", f"/v25.0/{GRAM}/insights")
    def gram_insights(self, ask):
        return self.insights(ask, "instagram")

    # ---- writing -------------------------------------------------------------------------------------------------------

    @route("POST", f"/v25.0/{PAGE}/feed")
    def feed(self, ask):
        return Answer(200, {"id": self.publish("facebook", ask.form.get("message", ""), 0)})

    @route("POST", "/v25.0/(?P<id>[0-9_]+)/(comments|replies)")
    def comment(self, ask):
        if not ask.form.get("message"):
            return graph_error(100, "(#100) The parameter message is required")
        target = ask.parts["id"]
        post = self.comments[target]["post"] if target in self.comments else target
        if post not in self.posts:
            return graph_error(100, "Unsupported post request. Object does not exist", 33)
        network = self.posts[post]["network"]
        return Answer(200, {"id": self.say(post, ask.form["message"], PAGE if network == "facebook" else GRAM, "maisondubreuil", 0, target if target in self.comments else "")})

    @route("POST", "/v25.0/(100|17841)/messages")
    def message(self, ask):
        self.messages.append(ask.form)
        return Answer(200, {"recipient_id": "9", "message_id": f"m_{self.number()}"})

    @route("POST", f"/v25.0/{GRAM}/mentions")
    def mention(self, ask):
        if not ask.form.get("media_id") or not ask.form.get("message"):
            return graph_error(100, "(#100) The parameter message is required")
        return Answer(200, {"id": str(self.number())})

    @route("POST", "/v1.0/900/threads")
    def container(self, ask):
        id = str(self.number())
        self.containers[id] = {"form": ask.form, "state": "FINISHED", "asked": 0}
        return Answer(200, {"id": id})

    @route("GET", "/v1.0/900/threads_publishing_limit")
    def quota(self, ask):
        return Answer(200, {"data": [{"quota_usage": 1, "config": {"quota_total": 250, "quota_duration": 86400}}]})

    @route("POST", "/v1.0/900/threads_publish")
    def publish_container(self, ask):
        container = self.containers.get(ask.form.get("creation_id", ""))
        if container is None:
            return graph_error(100, "(#100) The parameter creation_id is required")
        if container["state"] == "PUBLISHED":
            return graph_error(100, "published already")
        container["state"] = "PUBLISHED"
        form = container["form"]
        if form.get("reply_to_id"):
            target = form["reply_to_id"]
            post = self.comments[target]["post"] if target in self.comments else target
            return Answer(200, {"id": self.say(post, form.get("text", ""), THREADS, "maisondubreuil", 0, target)})
        return Answer(200, {"id": self.publish("threads", form.get("text", ""), 0)})

    @route("POST", "/v1.0/(?P<id>[0-9]+)/manage_reply")
    def manage(self, ask):
        self.comments[ask.parts["id"]]["hidden"] = ask.form["hide"] == "true"
        return Answer(200, {"success": True})

    @route("GET", "/v[0-9.]+/(?P<id>[0-9_]+)")
    def node(self, ask):
        id = ask.parts["id"]
        if id in self.containers:
            container = self.containers[id]
            if self.not_ready > 0 and container["state"] == "FINISHED":
                self.not_ready -= 1
                return Answer(200, {"id": id, "status": "IN_PROGRESS"})
            return Answer(200, {"id": id, "status": container["state"]})
        if id in self.posts:
            return Answer(200, self.post_body(self.posts[id]))
        if id in self.comments:
            return Answer(200, self.comment_body(self.comments[id]))
        if id in (PAGE, GRAM, THREADS):
            return self.gram(ask) if id == GRAM else self.threads_me(ask) if id == THREADS else Answer(200, {"id": PAGE, "name": "Maison Dubreuil"})
        return graph_error(100, "Unsupported get request. Object with that id does not exist", 33)

    @route("POST", "/v25.0/(?P<id>[0-9_]+)")
    def change(self, ask):
        one = self.comments.get(ask.parts["id"])
        if one is None:
            return graph_error(100, "Unsupported post request. Object does not exist", 33)
        word = "is_hidden" if one["network"] == "facebook" else "hide"
        one["hidden"] = ask.form.get(word) == "true"
        return Answer(200, {"success": True})

    @route("DELETE", "/v[0-9.]+/(?P<id>[0-9_]+)")
    def delete(self, ask):
        if self.comments.pop(ask.parts["id"], None) is None and self.posts.pop(ask.parts["id"], None) is None:
            return graph_error(100, "Unsupported delete request. Object does not exist", 33)
        return Answer(200, {"success": True})


if __name__ == "__main__":
    serve(Meta())
