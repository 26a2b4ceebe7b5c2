// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/desk/desk.hpp>

#include <catch2/catch.hpp>

using namespace vigie;
using desk::QueueWeights;
using desk::score;

namespace {

const Instant kNow = fromMicros(1'795'255'200'000'000);

store::TicketRow plain()
{
    store::TicketRow row;
    row.ticket.id = TicketId{1};
    row.latestText = "Je passe par l'atelier demain.";
    row.latestLang = "fr";
    row.memberExchanges = 1;
    return row;
}

double points(const QueueEntry &entry, const std::string &key)
{
    for (const auto &term : entry.terms)
        if (term.key == key)
            return term.points;
    return 0;
}

} // namespace

TEST_CASE("a score is the sum of its terms")
{
    auto row = plain();
    row.latestText = "Pourquoi ma commande n'est toujours pas arriv\u00e9e ?";
    row.ticket.waitingSince = kNow - std::chrono::hours{3};
    row.tone = -0.5F;
    row.relays = 2;
    row.audience = 999;
    row.direct = true;
    const auto entry = score(row, {}, kNow);
    double sum = 0;
    for (const auto &term : entry.terms)
        sum += term.points;
    CHECK(entry.score == Approx(sum));
    CHECK(points(entry, "question") == 20);
    CHECK(points(entry, "complaint") == 15);
    CHECK(points(entry, "waiting") == Approx(6));
    CHECK(points(entry, "tone") == Approx(12.5));
    CHECK(points(entry, "relays") == 6);
    CHECK(points(entry, "audience") == Approx(12));
    CHECK(points(entry, "direct") == 15);
    for (std::size_t i = 1; i < entry.terms.size(); ++i)
        CHECK(entry.terms[i - 1].points >= entry.terms[i].points);
}

TEST_CASE("waiting, exchanges and relays have their caps, and a wrong clock gives no points")
{
    auto row = plain();
    row.ticket.waitingSince = kNow - std::chrono::hours{500};
    row.memberExchanges = 90;
    row.relays = 400;
    auto entry = score(row, {}, kNow);
    CHECK(points(entry, "waiting") == 96);
    CHECK(points(entry, "exchanges") == 10);
    CHECK(points(entry, "relays") == 45);
    row.ticket.waitingSince = kNow + std::chrono::hours{5};
    CHECK(points(score(row, {}, kNow), "waiting") == 0);
}

TEST_CASE("an audience that is not known is not an audience of nobody, and a first contact is welcome")
{
    auto row = plain();
    row.audience = -1;
    row.memberExchanges = 0;
    const auto entry = score(row, {}, kNow);
    CHECK(points(entry, "audience") == 0);
    CHECK(points(entry, "first_contact") == 5);
}

TEST_CASE("weights are kept as text and refuse what is no number")
{
    QueueWeights weights;
    weights.question = 33.5;
    const auto back = QueueWeights::fromJson(weights.toJson());
    REQUIRE(back);
    CHECK(back->question == 33.5);
    CHECK(back->relayCap == weights.relayCap);
    CHECK(QueueWeights::fromJson("{}")->direct == 15);
    REQUIRE_FALSE(QueueWeights::fromJson("[1]"));
    CHECK(QueueWeights::fromJson("{\"question\":\"much\"}").error().code == Errc::InvalidInput);
}
