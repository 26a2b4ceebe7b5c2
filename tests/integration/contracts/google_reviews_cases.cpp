// SPDX-License-Identifier: GPL-3.0-or-later
// The ten cases of Google Business Profile, judged by its three interfaces' own documents.
#include "judge.hpp"

#include <vigie/store/tickets.hpp>

using namespace vigie;
using namespace vigie::contracts;

namespace {

struct Places : Trial {
    Places() : Trial("google_reviews") {}
    std::string review(int stars, const std::string &text, Json more = Json::object())
    {
        more.update({{"do", "review"}, {"stars", stars}, {"text", text}});
        return tell(more).get<std::string>();
    }
    void open() { account("google-reviews", {}, googleCredential()); }
    Json state() { return tell({{"do", "state"}}); }
    Ticket ticket(const std::string &native)
    {
        const auto item = known(native);
        return read<Ticket>([&](store::Tx &tx) -> Result<Ticket> {
            store::Tickets tickets(tx);
            VIGIE_TRY(const auto held, tickets.forItem(item.id));
            if (!held)
                return fail(Errc::NotFound, "no case holds it");
            return tickets.get(*held);
        });
    }
    std::vector<std::string> replies()
    {
        std::vector<std::string> lines;
        for (const auto &line : asked())
            if (line.size() > 6 && line.compare(line.size() - 6, 6, "/reply") == 0)
                lines.push_back(line.substr(0, line.find(' ')));
        return lines;
    }
};

} // namespace

TEST_CASE("Google reviews 1: an answer is PUT, never POST", "[google_reviews]")
{
    Places places;
    const auto review = places.review(4, "Tr\u00e8s bel accueil");
    places.open();
    CHECK(places.sync().ok());
    const auto sent = places.act(OutboundKind::Reply, review, "Merci Claire !");
    CHECK(sent.state == OutboundState::Sent);
    CHECK(sent.parts.front().nativeId == review + "/reply");
    CHECK(places.replies() == std::vector<std::string>{"PUT"});
    CHECK(places.state()[review]["reviewReply"]["comment"] == "Merci Claire !");
    places.mustBeRefused(net::Method::Put, "/v4/" + review + "/reply", R"({"comment":12})");
}

TEST_CASE("Google reviews 2: 4096 bytes are counted before anything is sent", "[google_reviews]")
{
    Places places;
    const auto review = places.review(5, "Parfait");
    places.open();
    CHECK(places.sync().ok());
    std::string accents; // two bytes each
    for (int i = 0; i < 2048; ++i)
        accents += "\u00e9";
    const auto tooLong = places.act(OutboundKind::Reply, review, accents + "e");
    CHECK(tooLong.state == OutboundState::Failed);
    CHECK(tooLong.error->code == Errc::ContentRefused);
    CHECK(tooLong.error->detail.find("4097 bytes") != std::string::npos);
    CHECK(places.replies().empty());
    CHECK(places.act(OutboundKind::Reply, review, accents).state == OutboundState::Sent);
    CHECK(places.state()[review]["reviewReply"]["comment"] == accents);
}

TEST_CASE("Google reviews 3: stars are words, and an unspecified one is no star at all", "[google_reviews]")
{
    Places places;
    std::vector<std::string> names;
    for (int stars = 0; stars <= 5; ++stars)
        names.push_back(places.review(stars, "avis", {{"minutes_ago", 100 - stars}}));
    places.open();
    CHECK(places.sync().ok());
    CHECK_FALSE(places.known(names[0]).rating);
    for (int stars = 1; stars <= 5; ++stars)
        CHECK(*places.known(names[static_cast<std::size_t>(stars)]).rating == Approx(stars / 5.0));
}

TEST_CASE("Google reviews 4: an anonymous reviewer is one person, not many", "[google_reviews]")
{
    Places places;
    const auto first = places.review(1, "D\u00e9\u00e7u", {{"anonymous", true}});
    const auto second = places.review(5, "Ravi", {{"anonymous", true}, {"minutes_ago", 50}});
    places.open();
    CHECK(places.sync().ok());
    CHECK(places.known(first).author.name == "A Google user");
    CHECK(places.known(first).author.avatarUrl.empty());
    CHECK(places.known(first).authorId != places.known(second).authorId);
    CHECK(places.ticket(first).id != places.ticket(second).id);
}

TEST_CASE("Google reviews 5: a review without words is a review", "[google_reviews]")
{
    Places places;
    const auto bare = places.review(2, "");
    places.open();
    CHECK(places.sync().ok());
    CHECK(places.known(bare).text.empty());
    CHECK(*places.known(bare).rating == Approx(0.4));
    CHECK(places.known(bare).container == "Atelier Paris");
    CHECK(places.ticket(bare).reason == "review");
}

TEST_CASE("Google reviews 6: a second answer replaces the first", "[google_reviews]")
{
    Places places;
    const auto review = places.review(3, "Moyen");
    places.open();
    CHECK(places.sync().ok());
    const auto first = places.act(OutboundKind::Reply, review, "Merci.");
    CHECK(places.act(OutboundKind::Edit, first.parts.front().nativeId, "Merci, que pouvons-nous am\u00e9liorer ?").state == OutboundState::Sent);
    places.clock.advance(std::chrono::minutes{11});
    CHECK(places.sync().ok());
    CHECK(places.replies() == std::vector<std::string>{"PUT", "PUT"});
    CHECK(places.known(review + "/reply").text == "Merci, que pouvons-nous am\u00e9liorer ?");
    CHECK(places.known(review + "/reply").ours == places.id);
    CHECK(places.known(review + "/reply").ref(Relation::AnswersReview)->targetNative == review);
    CHECK(places.stored() == 2);
}

TEST_CASE("Google reviews 7: our answer is taken away, once, and a second time harms nothing", "[google_reviews]")
{
    Places places;
    const auto review = places.review(3, "Moyen");
    places.open();
    CHECK(places.sync().ok());
    const auto answer = places.act(OutboundKind::Reply, review, "Merci.").parts.front().nativeId;
    CHECK(places.act(OutboundKind::Delete, answer).state == OutboundState::Sent);
    CHECK_FALSE(places.state()[review].contains("reviewReply"));
    CHECK(places.act(OutboundKind::Delete, answer).state == OutboundState::Sent); // 404: it is away
    CHECK(places.replies() == std::vector<std::string>{"PUT", "DELETE", "DELETE"});
    const auto *connector = places.catalogue.find("google-reviews");
    const std::vector<std::string> ids{answer};
    const auto found = must(places.courier->ask<connect::LookupAnswer>(
        *connector, places.loaded(), net::RatePriority::User, {}, [&](const connect::Context &context) { return connector->buildLookup(context, ids); },
        [&](const connect::Context &context, const net::Response &response) { return connector->parseLookup(context, ids, response); }));
    CHECK(found.gone == ids);
}

TEST_CASE("Google reviews 8: a review changed after our answer opens the case again", "[google_reviews]")
{
    Places places;
    const auto review = places.review(2, "Livraison en retard");
    places.open();
    CHECK(places.sync().ok());
    CHECK_FALSE(places.known(review).editedAt);
    CHECK(places.act(OutboundKind::Reply, review, "Nous cherchons.").state == OutboundState::Sent);
    places.clock.advance(std::chrono::minutes{11});
    places.tell({{"do", "set_clock"}, {"minutes", 5}});
    CHECK(places.sync().ok());
    CHECK(places.ticket(review).status == TicketStatus::WaitingMember);

    places.tell({{"do", "set_clock"}, {"minutes", 30}});
    places.tell({{"do", "change"}, {"name", review}, {"stars", 1}, {"text", "Toujours rien re\u00e7u"}});
    places.clock.advance(std::chrono::minutes{40});
    CHECK(places.sync().ok());
    CHECK(places.known(review).text == "Toujours rien re\u00e7u");
    CHECK(places.known(review).editedAt);
    CHECK(places.ticket(review).status == TicketStatus::Open);
    CHECK(places.ticket(review).waitingSince);
}

TEST_CASE("Google reviews 9: nextPageToken is followed to the end, and no further", "[google_reviews]")
{
    Places places;
    places.tell({{"do", "set_page_size"}, {"size", 2}});
    for (int i = 0; i < 7; ++i)
        places.review(1 + i % 5, "avis " + std::to_string(i), {{"minutes_ago", 10'000 - i * 1000}});
    places.review(5, "autre lieu", {{"place", "22"}});
    places.open();
    CHECK(places.sync(10).ok());
    CHECK(places.stored() == 8);
    CHECK(Trial::query(places.lastAsked("GET /v4/accounts/11/locations/21/reviews"), "pageToken") == "page-6");
    const auto before = places.asked().size();
    places.clock.advance(std::chrono::minutes{11});
    CHECK(places.sync(10).ok());
    CHECK(places.asked().size() == before + 2); // one page of each place: all is known
    for (const auto &entry : places.log())
        if (entry["path"].get<std::string>().find("/reviews") != std::string::npos)
            CHECK(std::stoi(Trial::query(entry, "pageSize")) <= 50);
}

TEST_CASE("Google reviews 10: Google's own mean stands beside ours, and an answer under review is not called published", "[google_reviews]")
{
    Places places;
    places.review(1, "un");
    places.review(4, "quatre", {{"place", "22"}});
    places.review(4, "quatre encore", {{"place", "22"}});
    const auto last = places.review(0, "sans \u00e9toile", {{"place", "22"}});
    places.open();
    // Google's figures per place: 1.0 of one review, 4.0 of three - the one without a star is among those it counts.
    REQUIRE(places.metrics.size() == 2);
    CHECK(places.metrics[0].key == "rating");
    CHECK(places.metrics[0].value == Approx((1.0 * 1 + 4.0 * 3) / 4));
    CHECK(places.metrics[1] == MetricValue{"reviews", 4, ValueStatus::Ok});
    CHECK(places.sync().ok());
    double sum = 0;
    int rated = 0;
    for (const auto *words : {"un", "quatre"})
        rated += places.stored(words);
    CHECK(rated == 3);
    const auto all = places.state();
    for (const auto &[name, review] : all.items())
        sum += places.known(name).rating.value_or(0) * 5;
    CHECK(sum == Approx(9)); // and ours: nine stars on three reviews, the one without a star left out
    places.tell({{"do", "hold_answers"}, {"state", "PENDING"}});
    CHECK(places.act(OutboundKind::Reply, last, "Merci").state == OutboundState::Accepted);
    places.clock.advance(std::chrono::minutes{11});
    CHECK(places.sync().ok());
    CHECK(places.known(last + "/reply").state == ItemState::Held);
}
