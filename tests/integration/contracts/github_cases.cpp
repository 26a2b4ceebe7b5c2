// SPDX-License-Identifier: GPL-3.0-or-later
// Ten cases of the GitHub recipe, judged by GitHub's own document; GraphQL has none there, and is asked of the fake alone.
#include "recipe_trial.hpp"

using namespace vigie;
using namespace vigie::contracts;

namespace {

const std::string kRepo = "/repos/dubreuil/atelier";

struct Repository : RecipeTrial {
    explicit Repository(Settings settings = {{"repositories", "dubreuil/atelier"}}) : RecipeTrial("github", "github", std::move(settings))
    {
        tell({{"do", "public_address"}, {"address", base.substr(7)}});
    }
    std::string issue(const std::string &title, const std::string &body = {}, Json more = Json::object())
    {
        more.update({{"do", "issue"}, {"title", title}, {"body", body}});
        return tell(more).get<std::string>();
    }
    std::string comment(int number, const std::string &body, int minutesAgo = 30)
    {
        return tell({{"do", "comment"}, {"number", number}, {"body", body}, {"minutes_ago", minutesAgo}}).get<std::string>();
    }
};

} // namespace

TEST_CASE("GitHub 1: a comment has a body, and it is Markdown", "[github]")
{
    Repository repository;
    const auto issue = repository.issue("Bug", "Cela **casse**");
    CHECK(repository.sync().ok());
    CHECK(repository.known(issue).text == "Cela casse");
    const auto sent = repository.act(OutboundKind::Reply, issue, "Merci, c'est **not\u00e9**");
    CHECK(sent.state == OutboundState::Sent);
    CHECK(repository.lastAsked("POST " + kRepo + "/issues/1/comments")["json"] == Json{{"body", "Merci, c'est **not\u00e9**"}});
    repository.mustBeRefused(net::Method::Post, kRepo + "/issues/1/comments", R"({"text":"x"})");
}

TEST_CASE("GitHub 2: since is RFC 3339 in UTC", "[github]")
{
    Repository repository;
    repository.issue("Un");
    CHECK(repository.sync().ok());
    repository.clock.advance(std::chrono::minutes{10});
    CHECK(repository.sync().ok());
    CHECK(Trial::query(repository.lastAsked("GET " + kRepo + "/issues"), "since").back() == 'Z');
    repository.mustBeRefused(net::Method::Get, kRepo + "/issues?since=hier");
}

TEST_CASE("GitHub 3: the Link header is followed to its end", "[github]")
{
    Repository repository;
    repository.tell({{"do", "set_page_size"}, {"size", 2}});
    for (int i = 0; i < 7; ++i)
        repository.issue("Ticket" + std::to_string(i), {}, {{"minutes_ago", 900 - i * 60}});
    CHECK(repository.sync(10).ok());
    CHECK(repository.stored() == 7);
    for (const auto &entry : repository.log())
        if (!Trial::query(entry, "per_page").empty())
            CHECK(std::stoi(Trial::query(entry, "per_page")) <= 100);
}

TEST_CASE("GitHub 4: pull requests are no messages", "[github]")
{
    Repository repository;
    const auto pull = repository.issue("Une contribution", {}, {{"pull", true}});
    const auto issue = repository.issue("Un probl\u00e8me");
    CHECK(repository.sync().ok());
    CHECK(repository.item(issue));
    CHECK_FALSE(repository.item(pull));
}

TEST_CASE("GitHub 5: an answer to a comment stands under its issue", "[github]")
{
    Repository repository;
    const auto issue = repository.issue("Bug");
    const auto comment = repository.comment(1, "Chez moi aussi");
    CHECK(repository.sync().ok());
    CHECK(repository.known(comment).ref(Relation::ReplyTo)->targetNative == issue);
    CHECK(repository.act(OutboundKind::Reply, comment, "Sur quelle version ?").state == OutboundState::Sent);
    CHECK(repository.timesAsked("POST " + kRepo + "/issues/1/comments") == 1);
}

TEST_CASE("GitHub 6: the hour's limit is waited out to the second", "[github]")
{
    Repository repository;
    repository.issue("Bug");
    // Nothing left, and the hour begins anew in 90 seconds of the server's own clock.
    repository.tell({{"do", "fault"}, {"on", "GET " + kRepo + "/issues"}, {"times", 9}, {"status", 403}, {"body", {{"message", "API rate limit exceeded"}, {"documentation_url", "x"}}},
                     {"headers", {{"X-RateLimit-Remaining", "0"}, {"X-RateLimit-Limit", "5000"}, {"X-RateLimit-Reset", "90"}}}});
    const auto report = repository.sync();
    bool limited = false;
    for (const auto &stream : report.streams)
        limited = limited || (stream.error && stream.error->code == Errc::RateLimited);
    CHECK(limited);
    const auto asked = repository.asked().size();
    repository.clock.advance(std::chrono::seconds{80});
    (void)repository.sync();
    CHECK(repository.asked().size() == asked); // nothing else was sent
}

TEST_CASE("GitHub 7: the second limit says 403 or 429, with a wait or without", "[github]")
{
    Repository repository;
    repository.issue("Bug");
    const auto status = GENERATE(403, 429);
    repository.tell({{"do", "fault"}, {"on", "GET " + kRepo + "/issues"}, {"times", 1}, {"status", status}, {"body", {{"message", "You have exceeded a secondary rate limit"}, {"documentation_url", "x"}}}});
    const auto report = repository.sync();
    bool waits = false;
    for (const auto &stream : report.streams)
        waits = waits || (stream.error && stream.error->code == Errc::RateLimited && stream.error->retryAfter && *stream.error->retryAfter >= std::chrono::seconds{60});
    CHECK(waits);
}

TEST_CASE("GitHub 8: an edited comment becomes a new version", "[github]")
{
    Repository repository;
    repository.issue("Bug");
    const auto comment = repository.comment(1, "Chez moi aussi", 5);
    CHECK(repository.sync().ok());
    CHECK_FALSE(repository.known(comment).editedAt);
    repository.tell({{"do", "set_clock"}, {"minutes", 3}});
    repository.tell({{"do", "reword"}, {"id", std::stoi(comment.substr(comment.rfind('/') + 1))}, {"body", "Plus chez moi"}});
    repository.clock.advance(std::chrono::minutes{6});
    CHECK(repository.sync().ok());
    CHECK(repository.known(comment).text == "Plus chez moi");
    CHECK(repository.known(comment).editedAt);
}

TEST_CASE("GitHub 9: edits and deletions are ours alone, and words are found in all issues", "[github]")
{
    Repository repository(Settings{{"repositories", "dubreuil/atelier"}, {"keywords", "dubreuil"}});
    const auto issue = repository.issue("La table Dubreuil");
    CHECK(repository.sync().ok());
    CHECK(Trial::query(repository.lastAsked("GET /search/issues"), "q") == "dubreuil is:issue");
    const auto ours = repository.act(OutboundKind::Reply, issue, "Merci").parts.front().nativeId;
    CHECK(repository.act(OutboundKind::Edit, ours, "Merci beaucoup").state == OutboundState::Sent);
    CHECK(repository.lastAsked("PATCH " + kRepo + "/issues/comments")["json"] == Json{{"body", "Merci beaucoup"}});
    CHECK(repository.act(OutboundKind::Delete, ours).state == OutboundState::Sent);
    CHECK(repository.tell({{"do", "state"}})["comments"].empty());
}

TEST_CASE("GitHub 10: discussions come by GraphQL, and a lost answer is found among our own", "[github]")
{
    Repository repository;
    const auto issue = repository.issue("Bug");
    const auto discussion = repository.tell({{"do", "discussion"}, {"title", "Comment ?"}, {"body", "*Comment*"}}).get<std::string>();
    CHECK(repository.sync().ok());
    CHECK(repository.known(discussion).title == "Comment ?");
    CHECK(repository.act(OutboundKind::Reply, discussion, "Comme ceci").state == OutboundState::Sent);
    CHECK(repository.tell({{"do", "state"}})["discussions"][discussion]["comments"]["nodes"][0]["body"] == "Comme ceci");

    repository.tell({{"do", "fault"}, {"on", "POST " + kRepo + "/issues"}, {"after", "status"}, {"status", 502}, {"body", {{"message", "Server Error"}}}});
    const auto lost = repository.plan(OutboundKind::Reply, issue, "Corrig\u00e9");
    (void)must(repository.publisher->runDue());
    repository.settle();
    CHECK(repository.outbound(lost).state == OutboundState::Sent);
    CHECK(repository.timesAsked("POST " + kRepo + "/issues/1/comments") == 1);
}
