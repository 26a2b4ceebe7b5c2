// SPDX-License-Identifier: GPL-3.0-or-later
// Ten cases of the Stack Exchange recipe, judged by the document of its interface 2.0 (the last that npm holds).
#include "recipe_trial.hpp"

using namespace vigie;
using namespace vigie::contracts;

namespace {

constexpr const char *kSearch = "GET /search/advanced";

struct Site : RecipeTrial {
    explicit Site(Settings settings = {{"site", "stackoverflow"}, {"keywords", "dubreuil"}}) : RecipeTrial("stack_exchange", "stackexchange", std::move(settings)) {}
    std::string question(const std::string &title, Json more = Json::object())
    {
        more.update({{"do", "question"}, {"title", title}});
        return tell(more).get<std::string>();
    }
    connect::LookupAnswer lookUp(const std::string &native)
    {
        const auto *connector = catalogue.find("stackexchange");
        const std::vector<std::string> ids{native};
        return must(courier->ask<connect::LookupAnswer>(
            *connector, loaded(), net::RatePriority::User, {}, [&](const connect::Context &context) { return connector->buildLookup(context, ids); },
            [&](const connect::Context &context, const net::Response &response) { return connector->parseLookup(context, ids, response); }));
    }
};

} // namespace

TEST_CASE("Stack Exchange 1: the site is named in every request", "[stack_exchange]")
{
    Site site(Settings{{"site", "stackoverflow"}, {"keywords", "dubreuil"}, {"tags", "bread"}});
    const auto question = site.question("Dubreuil ?");
    CHECK(site.sync(2).ok());
    (void)site.lookUp(question);
    for (const auto &entry : site.log())
        CHECK(Trial::query(entry, "site") == "stackoverflow");
    CHECK(site.asked().size() >= 4);
}

TEST_CASE("Stack Exchange 2: sort and order are words of the document", "[stack_exchange]")
{
    Site site;
    CHECK(site.sync().ok());
    CHECK(Trial::query(site.lastAsked(kSearch), "sort") == "creation");
    CHECK(Trial::query(site.lastAsked(kSearch), "order") == "desc");
    site.mustBeRefused(net::Method::Get, "/search/advanced?site=stackoverflow&sort=newest");
    site.mustBeRefused(net::Method::Get, "/questions?site=stackoverflow&order=down");
}

TEST_CASE("Stack Exchange 3: times are whole seconds", "[stack_exchange]")
{
    Site site;
    const auto question = site.question("Dubreuil ?");
    CHECK(site.sync().ok());
    CHECK(toRfc3339(site.known(question).publishedAt) == "2026-11-21T09:00:00Z");
    site.clock.advance(std::chrono::minutes{16});
    CHECK(site.sync().ok());
    const auto from = Trial::query(site.lastAsked(kSearch), "fromdate");
    REQUIRE_FALSE(from.empty());
    CHECK(from.find_first_not_of("0123456789") == std::string::npos);
    site.mustBeRefused(net::Method::Get, "/search/advanced?site=stackoverflow&fromdate=2026-11-21");
}

TEST_CASE("Stack Exchange 4: pages of a hundred at most, as long as there are more", "[stack_exchange]")
{
    Site site;
    site.tell({{"do", "set_page_size"}, {"size", 3}});
    for (int i = 0; i < 8; ++i)
        site.question("Dubreuil numero" + std::to_string(i), {{"minutes_ago", 900 - i * 60}});
    CHECK(site.sync(10).ok());
    CHECK(site.stored() == 8);
    CHECK(Trial::query(site.lastAsked(kSearch), "page") == "3");
    for (const auto &entry : site.log())
        if (const auto size = Trial::query(entry, "pagesize"); !size.empty())
            CHECK(std::stoi(size) <= 100);
}

TEST_CASE("Stack Exchange 5: a wait inside a good answer is waited out", "[stack_exchange]")
{
    Site site;
    CHECK(site.sync().ok()); // who the site is belongs to another method
    site.question("Dubreuil ?");
    site.clock.advance(std::chrono::minutes{20});
    site.tell({{"do", "ask_for_patience"}, {"seconds", 40}});
    CHECK(site.sync().ok());
    CHECK(site.stored() == 1);
    const auto asked = site.timesAsked(kSearch);
    site.clock.advance(std::chrono::seconds{35});
    CHECK_FALSE(site.sync().ok());
    CHECK(site.timesAsked(kSearch) == asked); // nothing else was sent
    site.clock.advance(std::chrono::seconds{6});
    CHECK(site.sync().ok());
    CHECK(site.timesAsked(kSearch) == asked + 1);
}

TEST_CASE("Stack Exchange 6: a violated limit says how long it holds", "[stack_exchange]")
{
    Site site;
    site.tell({{"do", "fault"}, {"on", kSearch}, {"status", 400},
               {"body", {{"error_id", 502}, {"error_name", "throttle_violation"}, {"error_message", "too many requests from this IP, more requests available in 120 seconds"}}}});
    const auto report = site.sync();
    REQUIRE(report.streams.front().error);
    CHECK(report.streams.front().error->code == Errc::QuotaExhausted);
    CHECK(report.streams.front().error->retryAfter == std::chrono::seconds{120});
    const auto asked = site.asked().size();
    site.clock.advance(std::chrono::seconds{100});
    (void)site.sync();
    CHECK(site.asked().size() == asked); // nothing else was sent
}

TEST_CASE("Stack Exchange 7: titles and names are unescaped, bodies read as HTML", "[stack_exchange]")
{
    Site site;
    const auto question = site.question("Why is \"Dubreuil\" <b> & co?", {{"body", "<p>See <code>x &lt; y</code></p>"}});
    CHECK(site.sync().ok());
    CHECK(site.known(question).title == "Why is \"Dubreuil\" <b> & co?");
    CHECK(site.known(question).text == "See x < y");
    CHECK(site.known(question).author.name == "Zo\u00e9 D'Or");
    CHECK(site.known(question).kind == ItemKind::Question);
}

TEST_CASE("Stack Exchange 8: a person who is gone has a name and nothing else", "[stack_exchange]")
{
    Site site;
    const auto question = site.question("Dubreuil ?", {{"owner", false}});
    CHECK(site.sync().ok());
    CHECK(site.known(question).author.name == "user999");
    CHECK(site.known(question).author.profileUrl.empty());
}

TEST_CASE("Stack Exchange 9: look-ups tell what was changed and what is gone", "[stack_exchange]")
{
    Site site;
    const auto question = site.question("Dubreuil ?");
    const auto answer = site.tell({{"do", "answer_to"}, {"question", 1}, {"body", "<p>Oui</p>"}}).get<std::string>();
    CHECK(site.sync().ok());
    site.tell({{"do", "reword"}, {"id", 1}, {"title", "Dubreuil, encore ?"}});
    const auto changed = site.lookUp(question);
    REQUIRE(changed.items.size() == 1);
    CHECK(changed.items.front().title == "Dubreuil, encore ?");
    CHECK(changed.items.front().editedAt);
    REQUIRE(site.lookUp(answer).items.size() == 1);
    CHECK(site.lookUp(answer).items.front().ref(Relation::ReplyTo)->targetNative == question);
    site.tell({{"do", "forget"}, {"id", 1}});
    CHECK(site.lookUp(question).gone == std::vector<std::string>{question});
}

TEST_CASE("Stack Exchange 10: a key of one's own is sent, an unknown site is said, and the licence goes with what is read", "[stack_exchange]")
{
    Site site(Settings{{"site", "stackoverflow"}, {"tags", "bread"}, {"api_key", "abcdefghij"}});
    site.question("Dubreuil ?");
    CHECK(site.sync().ok());
    CHECK(Trial::query(site.lastAsked("GET /questions"), "key") == "abcdefghij");
    CHECK(site.loaded().policy.attribution == "CC BY-SA");
    auto nowhere = site.loaded();
    nowhere.set("site", "nowhere");
    const auto refused = site.courier->whoAmI(*site.catalogue.find("stackexchange"), nowhere, net::RatePriority::User);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == Errc::NotFound);
}
