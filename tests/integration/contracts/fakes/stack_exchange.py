# SPDX-License-Identifier: GPL-3.0-or-later
"""Stack Exchange: one site with questions and answers, a wrapper around everything, and waits inside good answers."""
import html

from base import Answer, Fake, route, serve

START = 1795255200


class StackExchange(Fake):
    def reset(self):
        self.questions, self.answers, self.made, self.page_size, self.backoff, self.left, self.now = {}, {}, 0, 0, 0, 300, START

    # ---- told by the test ----------------------------------------------------------------------------------------------

    def set_page_size(self, size):
        self.page_size = size
        return {}

    def ask_for_patience(self, seconds):
        self.backoff = seconds
        return {}

    def question(self, title, body="<p>text</p>", minutes_ago=60, owner=True, tags=("bread",)):
        self.made += 1
        person = {"reputation": 101, "user_id": 22, "user_type": "registered", "profile_image": "https://img.example/22", "display_name": html.escape("Zoé D'Or"), "link": "https://stackoverflow.com/users/22"}
        self.questions[self.made] = {"question_id": self.made, "title": html.escape(title), "body": body, "tags": list(tags), "is_answered": False, "view_count": 31, "answer_count": 0, "score": 2,
                                     "creation_date": self.now - minutes_ago * 60, "last_activity_date": self.now - minutes_ago * 60, "link": f"https://stackoverflow.com/questions/{self.made}",
                                     "owner": person if owner else {"user_type": "does_not_exist", "display_name": "user999"}}
        return f"q{self.made}"

    def answer_to(self, question, body):
        self.made += 1
        self.answers[self.made] = {"answer_id": self.made, "question_id": question, "body": body, "is_accepted": False, "score": 1, "creation_date": self.now - 600,
                                   "last_activity_date": self.now - 600, "owner": {"user_id": 23, "display_name": "Luc", "user_type": "registered", "link": "https://stackoverflow.com/users/23"}}
        self.questions[question]["answer_count"] += 1
        return f"a{self.made}"

    def reword(self, id, title):
        self.questions[id].update(title=html.escape(title), last_edit_date=self.now)
        return {}

    def forget(self, id):
        del self.questions[id]
        return {}

    # ---- the interface -------------------------------------------------------------------------------------------------

    def before(self, ask):
        if ask.one("site") == "stackoverflow":
            return None
        return Answer(400, {"error_id": 400, "error_message": f"No site found for name `{ask.one('site')}`", "error_name": "bad_parameter"})

    def wrapped(self, ask, entries):
        self.left -= 1
        size, page = self.page_size or int(ask.one("pagesize", "30")), int(ask.one("page", "1"))
        if not 1 <= int(ask.one("pagesize", "30")) <= 100:
            return Answer(400, {"error_id": 400, "error_message": "pagesize", "error_name": "bad_parameter"})
        body = {"items": entries[(page - 1) * size:page * size], "has_more": page * size < len(entries), "quota_max": 300, "quota_remaining": self.left}
        if self.backoff:
            body["backoff"], self.backoff = self.backoff, 0
        return Answer(200, body)

    def asked_for(self, ask, wanted):
        found = [one for one in self.questions.values() if wanted(one) and one["creation_date"] >= int(ask.one("fromdate", "0"))]
        found.sort(key=lambda one: one["creation_date"], reverse=ask.one("order", "desc") == "desc")
        if ask.one("filter") != "withbody":
            found = [{key: value for key, value in one.items() if key != "body"} for one in found]
        return self.wrapped(ask, found)

    @route("GET", "/info")
    def info(self, ask):
        return self.wrapped(ask, [{"total_questions": len(self.questions), "total_answers": len(self.answers), "api_revision": "2026.1"}])

    @route("GET", "/search/advanced")
    def search(self, ask):
        words = ask.one("q").lower()
        return self.asked_for(ask, lambda one: words in html.unescape(one["title"]).lower())

    @route("GET", "/questions")
    def tagged(self, ask):
        return self.asked_for(ask, lambda one: ask.one("tagged") in one["tags"])

    @route("GET", r"/questions/(?P<ids>[\d;]+)")
    def by_id(self, ask):
        return self.wrapped(ask, [self.questions[int(id)] for id in ask.parts["ids"].split(";") if int(id) in self.questions])

    @route("GET", r"/questions/(?P<ids>[\d;]+)/answers")
    def answers_of(self, ask):
        return self.wrapped(ask, [one for one in self.answers.values() if str(one["question_id"]) in ask.parts["ids"].split(";")])

    @route("GET", r"/answers/(?P<ids>[\d;]+)")
    def answers_by_id(self, ask):
        return self.wrapped(ask, [self.answers[int(id)] for id in ask.parts["ids"].split(";") if int(id) in self.answers])


serve(StackExchange())
