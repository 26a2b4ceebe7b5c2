# SPDX-License-Identifier: GPL-3.0-or-later
"""Google Play: reviews of the last week of one app, newest change first, and one answer to each."""
import datetime

from base import Answer, route, serve
from google import GoogleFake, stamp

APPS = r"/androidpublisher/v3/applications/(?P<package>[^/]+)/reviews"


class Play(GoogleFake):
    scope = "https://www.googleapis.com/auth/androidpublisher"

    def setup(self):
        self.packages, self.reviews, self.made = {"fr.dubreuil.atelier"}, {}, 0

    # ---- told by the test ----------------------------------------------------------------------------------------------

    def review(self, stars, text, name="Claire", language="fr_FR", minutes_ago=60, thumbs=0, original=""):
        self.made += 1
        id = f"gp:{self.made}"
        said = {"text": text, "lastModified": self.moment(minutes_ago), "starRating": stars, "reviewerLanguage": language, "thumbsUpCount": thumbs,
                "thumbsDownCount": 0, "device": "klte", "androidOsVersion": 33, "appVersionCode": 7, "appVersionName": "1.2"}
        if original:
            said["originalText"] = original
        self.reviews[id] = {"reviewId": id, "authorName": name, "comments": [{"userComment": said}]}
        return id

    def change(self, id, stars, text):
        self.reviews[id]["comments"][0]["userComment"].update(starRating=stars, text=text, lastModified=self.moment(0))
        return {}

    def state(self):
        return self.reviews

    def moment(self, minutes_ago):
        at = self.now - datetime.timedelta(minutes=minutes_ago)
        return {"seconds": str(int(at.timestamp())), "nanos": 250000000}

    # ---- the interface -------------------------------------------------------------------------------------------------

    def changed(self, review):
        return int(review["comments"][0]["userComment"]["lastModified"]["seconds"])

    def refuse_package(self, ask):
        if ask.parts["package"] in self.packages:
            return None
        return Answer(403, {"error": {"code": 403, "message": "The caller does not have permission", "status": "PERMISSION_DENIED"}})

    @route("GET", APPS)
    def list_reviews(self, ask):
        if refused := self.refuse_package(ask):
            return refused
        week = self.now.timestamp() - 7 * 86400
        recent = sorted((one for one in self.reviews.values() if self.changed(one) > week), key=self.changed, reverse=True)
        some, following = self.page(ask, recent, "maxResults", "token", 10)
        body = {"reviews": some, "pageInfo": {"totalResults": len(recent), "resultPerPage": len(some), "startIndex": 0}} if some else {}
        if following:
            body["tokenPagination"] = {"nextPageToken": following}
        return Answer(200, body)

    @route("GET", APPS + r"/(?P<id>[^/:]+(?::|%3A)[^/:]+)")
    def get_review(self, ask):
        review = self.reviews.get(ask.parts["id"])
        return self.refuse_package(ask) or (Answer(200, review) if review else Answer(404, {"error": {"code": 404, "message": "not found", "status": "NOT_FOUND"}}))

    @route("POST", APPS + r"/(?P<id>.+):reply")
    def reply(self, ask):
        if refused := self.refuse_package(ask):
            return refused
        review, text = self.reviews.get(ask.parts["id"]), ask.json["replyText"]
        if review is None:
            return Answer(404, {"error": {"code": 404, "message": "not found", "status": "NOT_FOUND"}})
        if not text or len(text) > 350:
            return Answer(400, {"error": {"code": 400, "message": "Reply is too long.", "status": "INVALID_ARGUMENT"}})
        review["comments"] = review["comments"][:1] + [{"developerComment": {"text": text, "lastModified": self.moment(0)}}]
        return Answer(200, {"result": {"replyText": text, "lastEdited": self.moment(0)}})


serve(Play())
