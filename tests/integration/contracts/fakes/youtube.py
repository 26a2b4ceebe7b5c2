# SPDX-License-Identifier: GPL-3.0-or-later
"""YouTube: one channel of ours, its videos, comments with answers, moderation, and units that are counted as YouTube counts them."""
import datetime

from base import Answer, route, serve
from google import GoogleFake, refuse, stamp

OURS, MEMBER = "UCours", "UCmember"


class YouTube(GoogleFake):
    scope = "https://www.googleapis.com/auth/youtube.force-ssl"

    def setup(self):
        self.comments, self.banned, self.units, self.videos, self.made = {}, set(), 0, {}, 0

    # ---- told by the test ----------------------------------------------------------------------------------------------

    def say(self, text, parent="", author=MEMBER, status="published", video="v1_________", minutes_ago=10, name="@claire"):
        self.made += 1
        id = f"{parent}.a{self.made:03d}" if parent else f"Ug{self.made:03d}"
        moment = stamp(self.now - datetime.timedelta(minutes=minutes_ago))
        self.comments[id] = {"id": id, "parent": parent, "author": author, "name": name, "text": text, "status": status, "video": video,
                             "published": moment, "updated": moment, "likes": 0}
        return id

    def reword(self, id, text):
        self.comments[id].update(text=text, updated=stamp(self.now))
        return {}

    def forget(self, id):
        del self.comments[id]
        return {}

    def add_video(self, id, title):
        self.videos[id] = {"title": title, "at": stamp(self.now - datetime.timedelta(hours=1))}
        return {}

    def state(self):
        return {"comments": self.comments, "banned": sorted(self.banned), "units": self.units}

    # ---- the interface -------------------------------------------------------------------------------------------------

    def shown(self, comment, ask):
        plain = ask.one("textFormat") == "plainText"
        text = comment["text"] if plain else comment["text"].replace("&", "&amp;").replace("<", "&lt;").replace("\n", "<br>")
        snippet = {"textDisplay": text, "authorDisplayName": comment["name"], "authorProfileImageUrl": "https://yt3.example/a.jpg",
                   "authorChannelUrl": f"http://www.youtube.com/channel/{comment['author']}", "authorChannelId": {"value": comment["author"]},
                   "canRate": True, "viewerRating": "none", "likeCount": comment["likes"], "publishedAt": comment["published"],
                   "updatedAt": comment["updated"], "videoId": comment["video"], "channelId": OURS}
        if comment["author"] == OURS:
            snippet["textOriginal"] = comment["text"]
        if comment["parent"]:
            snippet["parentId"] = comment["parent"]
        if comment["status"] != "published":
            snippet["moderationStatus"] = comment["status"]
        return {"kind": "youtube#comment", "etag": "e", "id": comment["id"], "snippet": snippet}

    def answers(self, id):
        return [one for one in self.comments.values() if one["parent"] == id and one["status"] == "published"]

    def thread(self, top, ask):
        answers = self.answers(top["id"])
        thread = {"kind": "youtube#commentThread", "etag": "e", "id": top["id"],
                  "snippet": {"channelId": OURS, "videoId": top["video"], "topLevelComment": self.shown(top, ask), "canReply": True,
                              "totalReplyCount": len(answers), "isPublic": True}}
        if answers:
            thread["replies"] = {"comments": [self.shown(one, ask) for one in answers[-5:]]}
        return thread

    def listed(self, kind, items, following, total):
        body = {"kind": kind, "etag": "e", "pageInfo": {"totalResults": total, "resultsPerPage": len(items)}, "items": items}
        if following:
            body["nextPageToken"] = following
        return Answer(200, body)

    @route("GET", "/youtube/v3/channels")
    def channels(self, ask):
        self.units += 1
        return self.listed("youtube#channelListResponse", [{
            "kind": "youtube#channel", "etag": "e", "id": OURS,
            "snippet": {"title": "Maison Dubreuil", "customUrl": "@dubreuil", "publishedAt": "2012-04-01T08:00:00Z",
                        "thumbnails": {"default": {"url": "https://yt3.example/c.jpg", "width": 88, "height": 88}}},
            "statistics": {"viewCount": "120034", "subscriberCount": "1530", "hiddenSubscriberCount": False, "videoCount": "42"}}], "", 1)

    @route("GET", "/youtube/v3/commentThreads")
    def threads(self, ask):
        self.units += 1
        if len([name for name in ("allThreadsRelatedToChannelId", "videoId", "id") if ask.one(name)]) != 1:
            return refuse(400, "missingRequiredParameter")
        token = ask.one("pageToken")
        if token and not token.startswith("page-"):
            return refuse(400, "invalidPageToken")
        wanted = ask.one("moderationStatus", "published")
        tops = [one for one in self.comments.values() if not one["parent"] and one["status"] == wanted and (not ask.one("videoId") or one["video"] == ask.one("videoId"))]
        tops.sort(key=lambda one: one["published"], reverse=True)
        some, following = self.page(ask, tops, "maxResults", "pageToken", 20)
        return self.listed("youtube#commentThreadListResponse", [self.thread(one, ask) for one in some], following, len(tops))

    @route("GET", "/youtube/v3/comments")
    def list_comments(self, ask):
        self.units += 1
        if ask.one("id"):
            found = [self.comments[id] for id in ask.one("id").split(",") if id in self.comments]
            return self.listed("youtube#commentListResponse", [self.shown(one, ask) for one in found], "", len(found))
        if ask.one("parentId") not in self.comments:
            return refuse(404, "commentNotFound")
        answers = self.answers(ask.one("parentId"))
        some, following = self.page(ask, answers, "maxResults", "pageToken", 20)
        return self.listed("youtube#commentListResponse", [self.shown(one, ask) for one in some], following, len(answers))

    @route("POST", "/youtube/v3/comments")
    def insert(self, ask):
        self.units += 50
        snippet = ask.json["snippet"]
        parent, text = snippet.get("parentId", ""), snippet.get("textOriginal", "")
        if "." in parent:
            return refuse(400, "operationNotSupported", "The API user cannot insert a comment in reply to a reply.")
        if parent not in self.comments:
            return refuse(404, "parentCommentNotFound")
        if not text:
            return refuse(400, "commentTextRequired")
        id = self.say(text, parent, OURS, minutes_ago=0, name="@dubreuil", video=self.comments[parent]["video"])
        return Answer(200, self.shown(self.comments[id], ask))

    @route("PUT", "/youtube/v3/comments")
    def update(self, ask):
        self.units += 50
        comment = self.comments.get(ask.json.get("id", ""))
        if comment is None:
            return refuse(404, "commentNotFound")
        if comment["author"] != OURS:
            return refuse(403, "forbidden")
        comment.update(text=ask.json["snippet"]["textOriginal"], updated=stamp(self.now))
        return Answer(200, self.shown(comment, ask))

    @route("DELETE", "/youtube/v3/comments")
    def delete(self, ask):
        self.units += 50
        if self.comments.pop(ask.one("id"), None) is None:
            return refuse(404, "commentNotFound")
        return Answer(204)

    @route("POST", "/youtube/v3/comments/setModerationStatus")
    def moderate(self, ask):
        self.units += 50
        status, ban = ask.one("moderationStatus"), ask.one("banAuthor") == "true"
        if status == "likelySpam":
            return refuse(400, "operationNotSupported")
        if ban and status != "rejected":
            return refuse(400, "banWithoutReject")
        for id in ask.one("id").split(","):
            if id not in self.comments:
                return refuse(404, "commentNotFound")
            self.comments[id]["status"] = status
            if ban:
                self.banned.add(self.comments[id]["author"])
        return Answer(204)

    @route("GET", "/youtube/v3/search")
    def search(self, ask):
        word = ask.one("q").lower()
        found = [(id, one) for id, one in self.videos.items() if word in one["title"].lower()]
        some, following = self.page(ask, found, "maxResults", "pageToken", 5)
        items = [{"kind": "youtube#searchResult", "etag": "e", "id": {"kind": "youtube#video", "videoId": id},
                  "snippet": {"publishedAt": one["at"], "channelId": MEMBER, "title": one["title"].replace("&", "&amp;"), "description": "essai",
                              "channelTitle": "Claire", "thumbnails": {"default": {"url": "https://i.ytimg.example/1.jpg"}}}} for id, one in some]
        return self.listed("youtube#searchListResponse", items, following, len(found))


serve(YouTube())
