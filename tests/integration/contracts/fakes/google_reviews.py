# SPDX-License-Identifier: GPL-3.0-or-later
"""Google Business Profile: one account with two places, their reviews, and one answer to each."""
import datetime

from base import Answer, route, serve
from google import GoogleFake, refuse, stamp

ACCOUNT, WORDS = "accounts/11", {0: "STAR_RATING_UNSPECIFIED", 1: "ONE", 2: "TWO", 3: "THREE", 4: "FOUR", 5: "FIVE"}
REVIEWS = r"/v4/accounts/11/locations/(?P<place>[^/]+)/reviews"


class Reviews(GoogleFake):
    scope = "https://www.googleapis.com/auth/business.manage"

    def setup(self):
        self.places, self.reviews, self.made, self.answer_state = {"21": "Atelier Paris", "22": "Atelier Lyon"}, {}, 0, "APPROVED"

    # ---- told by the test ----------------------------------------------------------------------------------------------

    def review(self, stars, text="", name="Claire", anonymous=False, place="21", minutes_ago=60):
        self.made += 1
        id, moment = f"r{self.made}", self.now - datetime.timedelta(minutes=minutes_ago)
        review = {"name": f"{ACCOUNT}/locations/{place}/reviews/{id}", "reviewId": id, "starRating": WORDS[stars],
                  "reviewer": {"displayName": "A Google user", "isAnonymous": True} if anonymous else {"displayName": name, "profilePhotoUrl": "//lh3.example/p.jpg"},
                  "createTime": stamp(moment), "updateTime": stamp(moment)}
        if text:
            review["comment"] = text
        self.reviews[review["name"]] = review
        return review["name"]

    def change(self, name, stars, text):
        self.reviews[name].update(starRating=WORDS[stars], comment=text, updateTime=stamp(self.now))
        return {}

    def forget(self, name):
        del self.reviews[name]
        return {}

    def hold_answers(self, state):
        self.answer_state = state
        return {}

    def state(self):
        return self.reviews

    # ---- the interface -------------------------------------------------------------------------------------------------

    @route("GET", "/v1/accounts")
    def accounts(self, ask):
        return Answer(200, {"accounts": [{"name": ACCOUNT, "accountName": "Maison Dubreuil", "type": "LOCATION_GROUP"}]})

    @route("GET", "/v1/accounts/11/locations")
    def locations(self, ask):
        return Answer(200, {"locations": [{"name": f"locations/{id}", "title": title} for id, title in self.places.items()], "totalSize": len(self.places)})

    @route("GET", REVIEWS)
    def list_reviews(self, ask):
        mine = [one for one in self.reviews.values() if f"/locations/{ask.parts['place']}/" in one["name"]]
        if ask.one("orderBy", "updateTime desc") == "updateTime desc":
            mine.sort(key=lambda one: one["updateTime"], reverse=True)
        if ask.one("pageToken") and not ask.one("pageToken").startswith("page-"):
            return refuse(400, "badRequest")
        some, following = self.page(ask, mine, "pageSize", "pageToken", 50)
        body = {"reviews": some} if some else {}
        if following:
            body["nextPageToken"] = following
        stars = [list(WORDS.values()).index(one["starRating"]) for one in mine if one["starRating"] != WORDS[0]]
        if mine:
            body["totalReviewCount"] = len(mine)
        if stars:
            body["averageRating"] = sum(stars) / len(stars)
        return Answer(200, body)

    @route("GET", REVIEWS + r"/(?P<id>[^/]+)")
    def get_review(self, ask):
        review = self.reviews.get(ask.path[len("/v4/"):])
        return Answer(200, review) if review else Answer(404, {"error": {"code": 404, "message": "Requested entity was not found.", "status": "NOT_FOUND"}})

    @route("PUT", REVIEWS + r"/(?P<id>[^/]+)/reply")
    def put_reply(self, ask):
        review, text = self.reviews.get(ask.path[len("/v4/"):-len("/reply")]), ask.json["comment"]
        if review is None:
            return Answer(404, {"error": {"code": 404, "message": "Requested entity was not found.", "status": "NOT_FOUND"}})
        if len(text.encode()) > 4096:
            return Answer(400, {"error": {"code": 400, "message": "Request contains an invalid argument.", "status": "INVALID_ARGUMENT"}})
        review["reviewReply"] = {"comment": text, "updateTime": stamp(self.now), "reviewReplyState": self.answer_state}
        return Answer(200, review["reviewReply"])

    @route("DELETE", REVIEWS + r"/(?P<id>[^/]+)/reply")
    def delete_reply(self, ask):
        review = self.reviews.get(ask.path[len("/v4/"):-len("/reply")], {})
        if review.pop("reviewReply", None) is None:
            return Answer(404, {"error": {"code": 404, "message": "Requested entity was not found.", "status": "NOT_FOUND"}})
        return Answer(200, {})


serve(Reviews())
