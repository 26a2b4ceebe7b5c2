# SPDX-License-Identifier: GPL-3.0-or-later
"""GitHub: one repository with issues, comments and a discussion; Link headers, both limits, and a little of GraphQL."""
import datetime
import re

from base import Answer, Fake, route, serve

REPO = "/repos/dubreuil/atelier"


def stamp(moment):
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


def user(login):
    base = f"https://api.github.com/users/{login}"
    urls = {name: f"{base}/{name.removesuffix('_url')}" for name in ("events_url", "followers_url", "following_url", "gists_url", "organizations_url",
                                                                    "received_events_url", "repos_url", "starred_url", "subscriptions_url")}
    return {"login": login, "id": sum(login.encode()), "node_id": f"U_{login}", "avatar_url": f"https://avatars.githubusercontent.com/{login}", "gravatar_id": "",
            "url": base, "html_url": f"https://github.com/{login}", "type": "User", "site_admin": False, **urls}


def reactions(count):
    return {"url": "https://api.github.com/r", "total_count": count, "+1": count, "-1": 0, "laugh": 0, "confused": 0, "heart": 0, "hooray": 0, "eyes": 0, "rocket": 0}


class GitHub(Fake):
    def reset(self):
        self.now = datetime.datetime(2026, 11, 21, 10, 0, tzinfo=datetime.timezone.utc)
        self.tokens, self.issues, self.comments, self.discussions, self.made, self.page_size = {"access-1"}, {}, {}, {}, 0, 0

    # ---- told by the test ----------------------------------------------------------------------------------------------

    def set_clock(self, minutes):
        self.now += datetime.timedelta(minutes=minutes)
        return stamp(self.now)

    def set_page_size(self, size):
        self.page_size = size
        return {}

    def issue(self, title, body="", login="claire", pull=False, minutes_ago=60):
        self.made += 1
        number, at, base = self.made, stamp(self.now - datetime.timedelta(minutes=minutes_ago)), f"https://api.github.com{REPO}"
        issue = {"id": 1000 + number, "node_id": f"I_{number}", "number": number, "url": f"{base}/issues/{number}", "repository_url": base, "labels_url": f"{base}/issues/{number}/labels{{/name}}",
                 "comments_url": f"{base}/issues/{number}/comments", "events_url": f"{base}/issues/{number}/events", "html_url": f"https://github.com/dubreuil/atelier/issues/{number}",
                 "title": title, "body": body, "user": user(login), "labels": [], "state": "open", "locked": False, "assignee": None, "assignees": [], "milestone": None,
                 "comments": 0, "created_at": at, "updated_at": at, "closed_at": None, "author_association": "NONE", "reactions": reactions(0)}
        if pull:
            issue["pull_request"] = {"url": f"{base}/pulls/{number}", "html_url": "https://github.com/p", "diff_url": "https://github.com/d", "patch_url": "https://github.com/p"}
        self.issues[number] = issue
        return f"repos/dubreuil/atelier/issues/{number}"

    def comment(self, number, body, login="luc", minutes_ago=30):
        self.made += 1
        id, at, base = 5000 + self.made, stamp(self.now - datetime.timedelta(minutes=minutes_ago)), f"https://api.github.com{REPO}"
        self.comments[id] = {"id": id, "node_id": f"IC_{id}", "url": f"{base}/issues/comments/{id}", "issue_url": f"{base}/issues/{number}",
                             "html_url": f"https://github.com/dubreuil/atelier/issues/{number}#issuecomment-{id}", "body": body, "user": user(login),
                             "created_at": at, "updated_at": at, "author_association": "NONE", "reactions": reactions(0)}
        self.issues[number]["comments"] += 1
        return f"repos/dubreuil/atelier/issues/comments/{id}"

    def reword(self, id, body):
        self.comments[id].update(body=body, updated_at=stamp(self.now))
        return {}

    def discussion(self, title, body=""):
        self.made += 1
        self.discussions[f"D_{self.made}"] = {"id": f"D_{self.made}", "url": "https://github.com/dubreuil/atelier/discussions/1", "title": title, "body": body,
                                              "createdAt": stamp(self.now - datetime.timedelta(minutes=20)), "lastEditedAt": None, "upvoteCount": 0,
                                              "author": {"login": "claire", "avatarUrl": "https://avatars.githubusercontent.com/c", "url": "https://github.com/claire"},
                                              "comments": {"totalCount": 0, "nodes": []}}
        return f"D_{self.made}"

    def state(self):
        return {"comments": {str(id): one for id, one in self.comments.items()}, "discussions": self.discussions}

    # ---- the interface -------------------------------------------------------------------------------------------------

    def before(self, ask):
        if ask.bearer in self.tokens:
            return None
        return Answer(401, {"message": "Bad credentials", "documentation_url": "https://docs.github.com/rest"})

    def listed(self, ask, entries):
        size = self.page_size or int(ask.one("per_page", "30"))
        page = int(ask.one("page", "1"))
        some = entries[(page - 1) * size:page * size]
        headers = {}
        if page * size < len(entries):
            rest = "&".join(f"{name}={values[-1]}" for name, values in ask.query.items() if name != "page")
            headers["Link"] = f'<http://{ask.headers["x-forwarded-host"] if "x-forwarded-host" in ask.headers else self.public}{ask.path}?{rest}&page={page + 1}>; rel="next"'
        return some, headers

    public = ""

    def public_address(self, address):
        """Where the judge listens: the address that a Link header names."""
        self.public = address
        return {}

    @route("GET", "/user")
    def me(self, ask):
        more = {"bio": None, "blog": "", "company": None, "email": None, "followers": 12, "following": 1, "hireable": None, "location": None, "name": "Maison Dubreuil",
                "public_gists": 0, "public_repos": 4, "created_at": "2015-01-01T00:00:00Z", "updated_at": "2026-01-01T00:00:00Z"}
        return Answer(200, {**user("dubreuil"), **more}, {"X-OAuth-Scopes": "public_repo, read:user"})

    @route("GET", "/search/issues")
    def search(self, ask):
        words = ask.one("q").split(" is:")[0].lower()
        found = [{**one, "score": 1.0} for one in self.issues.values() if words in (one["title"] + one["body"]).lower() and "pull_request" not in one]
        some, headers = self.listed(ask, found)
        return Answer(200, {"total_count": len(found), "incomplete_results": False, "items": some}, headers)

    @route("GET", REPO + "/issues")
    def list_issues(self, ask):
        since = ask.one("since")
        found = sorted((one for one in self.issues.values() if one["updated_at"] >= since), key=lambda one: one["updated_at"], reverse=True)
        some, headers = self.listed(ask, found)
        return Answer(200, some, headers)

    @route("GET", REPO + "/issues/comments")
    def list_comments(self, ask):
        since = ask.one("since")
        found = sorted((one for one in self.comments.values() if one["updated_at"] >= since), key=lambda one: one["updated_at"], reverse=True)
        some, headers = self.listed(ask, found)
        return Answer(200, some, headers)

    @route("GET", REPO + r"/issues/comments/(?P<id>\d+)")
    def get_comment(self, ask):
        found = self.comments.get(int(ask.parts["id"]))
        return Answer(200, found) if found else Answer(404, {"message": "Not Found", "documentation_url": "https://docs.github.com/rest"})

    @route("POST", REPO + r"/issues/(?P<number>\d+)/comments")
    def add_comment(self, ask):
        number = int(ask.parts["number"])
        if number not in self.issues:
            return Answer(404, {"message": "Not Found", "documentation_url": "https://docs.github.com/rest"})
        name = self.comment(number, ask.json["body"], "dubreuil", 0)
        return Answer(201, self.comments[int(name.rsplit("/", 1)[1])])

    @route("PATCH", REPO + r"/issues/comments/(?P<id>\d+)")
    def edit_comment(self, ask):
        self.reword(int(ask.parts["id"]), ask.json["body"])
        return Answer(200, self.comments[int(ask.parts["id"])])

    @route("DELETE", REPO + r"/issues/comments/(?P<id>\d+)")
    def delete_comment(self, ask):
        self.comments.pop(int(ask.parts["id"]), None)
        return Answer(204)

    @route("POST", "/graphql")
    def graphql(self, ask):
        query, variables = ask.json["query"], ask.json.get("variables", {})
        if "viewer" in query:
            mine = [one for one in self.comments.values() if one["user"]["login"] == "dubreuil"]
            return Answer(200, {"data": {"viewer": {"issueComments": {"nodes": [
                {"databaseId": one["id"], "url": one["html_url"], "body": one["body"], "createdAt": one["created_at"],
                 "issue": {"number": int(one["issue_url"].rsplit("/", 1)[1]), "repository": {"nameWithOwner": "dubreuil/atelier"}}} for one in mine]}}}})
        if "addDiscussionComment" in query:
            discussion = self.discussions.get(variables.get("discussion"))
            if discussion is None:
                return Answer(200, {"data": None, "errors": [{"type": "NOT_FOUND", "message": "Could not resolve to a node"}]})
            self.made += 1
            comment = {"id": f"DC_{self.made}", "url": f"{discussion['url']}#{self.made}", "body": variables["body"], "createdAt": stamp(self.now), "lastEditedAt": None, "upvoteCount": 0,
                       "isMinimized": False, "author": {"login": "dubreuil", "avatarUrl": "https://avatars.githubusercontent.com/d", "url": "https://github.com/dubreuil"}, "replyTo": None}
            discussion["comments"]["nodes"].append(comment)
            discussion["comments"]["totalCount"] += 1
            return Answer(200, {"data": {"addDiscussionComment": {"comment": {"id": comment["id"], "url": comment["url"]}}}})
        return Answer(200, {"data": {"repository": {"discussions": {"pageInfo": {"endCursor": None, "hasNextPage": False}, "nodes": list(self.discussions.values())}}}})


serve(GitHub())
