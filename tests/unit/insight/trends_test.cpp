// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/builders.hpp"
#include "support/temp_store.hpp"

#include <vigie/insight/trends.hpp>
#include <vigie/store/members.hpp>
#include <vigie/store/sync.hpp>

#include <algorithm>
#include <cmath>
#include <fstream>

using namespace vigie;
using namespace vigie::insight;
using namespace vigie::test;
using store::Tx;

namespace {

using std::chrono::hours;
using std::chrono::minutes;

/// Everyday talk of the days before, and what a test plants today.
struct Talk {
    Talk()
    {
        for (int day = 0; day <= 7; ++day)
            for (int who = 0; who < 12; ++who) {
                say(who, who % 2 == 0 ? "La livraison de la table est arrivée, merci" : "The delivery of my table was on time, thank you", who % 2 == 0 ? "fr" : "en",
                    kNoon - hours(24 * day) - hours(1 + who));
            }
    }
    ItemId say(int who, const std::string &text, const std::string &lang, Instant at, std::vector<ItemRef> refs = {}, std::vector<TextSpan> spans = {})
    {
        auto one = byAuthor(item("n" + std::to_string(++number), text, at), "m" + std::to_string(who), "p" + std::to_string(who) + "@rive.test");
        one.lang = lang;
        one.refs = std::move(refs);
        one.spans = std::move(spans);
        return store.write([&](Tx &tx) {
                        const std::vector<store::AnalysedItem> all{analysed(one)};
                        return store::Items(tx).store(all);
                    })
            .front()
            .id;
    }
    void many(int people, const std::string &text, const std::string &lang, int from = 100)
    {
        for (int i = 0; i < people; ++i)
            say(from + i, text, lang, kNoon - minutes(10 + i));
    }
    Trends find(const std::string &query = "", TrendSpan span = TrendSpan::Day, bool withoutRelays = false)
    {
        TrendRequest request;
        request.source = query;
        request.span = span;
        request.withoutRelays = withoutRelays;
        return store.read([&](Tx &tx) { return TrendFinder(tx).find(request); });
    }
    TempStore store{kNoon};
    int number = 0;
};

const Trend *of(const Trends &trends, const std::string &form)
{
    const auto found = std::find_if(trends.terms.begin(), trends.terms.end(), [&](const Trend &trend) { return trend.form == form; });
    return found == trends.terms.end() ? nullptr : &*found;
}

std::string forms(const Trends &trends)
{
    std::string out;
    for (const auto &trend : trends.terms)
        out += std::string(out.empty() ? "" : "|") + trend.form;
    return out;
}

} // namespace

TEST_CASE("The score is that of Mastodon, and chance is no trend", "[trends]")
{
    CHECK(trendScore(4, 1) == 0);
    CHECK(trendScore(5, 1) == Approx(16));
    CHECK(trendScore(9, 9) == 0);
    CHECK(trendScore(20, 4) == Approx(64));
    // halves of the published two-sided values: 15 after 5, 9 after 3 in as much time; 9 of 16660 after 2 of 17877
    CHECK(trendChance(15, 5, 1) == Approx(.041389 / 2).epsilon(1e-4));
    CHECK(trendChance(9, 3, 1) == Approx(.145996 / 2).epsilon(1e-4));
    CHECK(trendChance(9, 2, 17877.0 / 16660) == Approx(.050106 / 2).epsilon(1e-4));
    CHECK(trendChance(130, 100, 1) == Approx(.055614 / 2).epsilon(1e-4));
    CHECK(trendChance(5, 0, 7) == Approx(std::pow(1.0 / 8, 5)));
    CHECK(trendChance(100'000, 300'000, 4) < 1e-6);
}

TEST_CASE("Five of whom one came before on most days may be chance", "[trends]")
{
    Talk talk;
    for (int day = 1; day <= 6; ++day)
        talk.say(50 + day, "La pluie est froide", "fr", kNoon - hours(24 * day) - minutes(30));
    talk.many(5, "La pluie est chaude", "fr");
    const auto trends = talk.find();
    INFO(forms(trends));
    CHECK(of(trends, "pluie") == nullptr);
    CHECK(of(trends, "chaude") != nullptr);
}

TEST_CASE("A time of which nothing is here was not read", "[trends]")
{
    Talk talk;
    talk.many(9, "grosse panne ce matin", "fr");
    const auto weeks = talk.find("", TrendSpan::Week);
    REQUIRE(weeks.before.size() == 4);
    CHECK(weeks.before[0].used); // the eighth day reaches into it
    CHECK_FALSE(weeks.before[1].used);
    CHECK_FALSE(weeks.before[3].used);
}

TEST_CASE("A planted subject is found in French and English, as one phrase, and nothing else", "[trends]")
{
    Talk talk;
    talk.many(8, "Le service après-vente ne répond plus du tout", "fr", 100);
    talk.many(6, "Where do I get my gift card? The gift card is not in the parcel", "en", 200);
    const auto trends = talk.find();
    INFO(forms(trends));
    const auto *service = of(trends, "service après-vente");
    REQUIRE(service != nullptr);
    CHECK(service->kind == TrendKind::Phrase);
    CHECK(service->authors == 8);
    CHECK(service->mentions == 8);
    CHECK(service->authorsBefore == 0);
    CHECK(service->expected == 1);
    CHECK(service->score == Approx(49));
    CHECK(of(trends, "gift card") != nullptr);
    // a phrase takes in its words
    CHECK(of(trends, "service") == nullptr);
    CHECK(of(trends, "après-vente") == nullptr);
    CHECK(of(trends, "card") == nullptr);
    // what was said before as much is nothing new
    for (const auto *old : {"livraison", "table", "delivery", "time", "merci"})
        CHECK(of(trends, old) == nullptr);
    CHECK(trends.mentions == 26);
    CHECK(trends.authors == 26);
    CHECK(trends.authorsBefore == Approx(12));
    // The term as a query finds just what was counted.
    const auto behind = talk.store.read([&](Tx &tx) -> Result<int> {
        const auto parsed = text::parseQuery(service->query);
        REQUIRE(parsed);
        return store::Items(tx).count(*parsed, 100);
    });
    CHECK(behind == 8);
}

TEST_CASE("Compounds, tags, emoji and links are each one thing", "[trends]")
{
    Talk talk;
    talk.many(7, "Pomme de terre ou patate ? #JeudiBio \U0001F469\U0001F3FD\u200D\U0001F680", "fr", 100);
    talk.many(5, "la pomme de terre !! #jeudibio https://www.baie.example/recette/?utm_source=x1", "fr", 200);
    talk.many(5, "rendez-vous lundi avec l'e-réputation", "fr", 300);
    const auto trends = talk.find();
    INFO(forms(trends));
    const auto *potato = of(trends, "pomme de terre");
    REQUIRE(potato != nullptr);
    CHECK(potato->authors == 12);
    CHECK(potato->kind == TrendKind::Phrase);
    const auto *tag = of(trends, "#JeudiBio");
    REQUIRE(tag != nullptr);
    CHECK(tag->kind == TrendKind::Tag);
    CHECK(tag->authors == 12);
    const auto *emoji = of(trends, "\U0001F469\U0001F3FD\u200D\U0001F680");
    REQUIRE(emoji != nullptr);
    CHECK(emoji->kind == TrendKind::Emoji);
    CHECK(emoji->authors == 7);
    const auto *link = of(trends, "baie.example/recette");
    REQUIRE(link != nullptr);
    CHECK(link->kind == TrendKind::Link);
    CHECK(link->query == "link:\"baie.example/recette\"");
    CHECK(of(trends, "rendez-vous lundi") != nullptr);
    CHECK(of(trends, "e-réputation") != nullptr);
    CHECK(of(trends, "terre") == nullptr);
    CHECK(of(trends, "pomme") == nullptr);
}

TEST_CASE("One who writes a hundred times is one, and four are not five", "[trends]")
{
    Talk talk;
    for (int i = 0; i < 100; ++i)
        talk.say(7, "Crypto casino bonus", "fr", kNoon - minutes(5 + i));
    talk.many(4, "panne générale", "fr");
    CHECK(forms(talk.find()).empty());
}

TEST_CASE("The query's own words and handles are not news", "[trends]")
{
    Talk talk;
    talk.many(9, "Dubreuil ferme le showroom @dubreuil_meubles", "fr");
    const auto trends = talk.find("dubreuil -retard");
    INFO(forms(trends));
    CHECK(forms(trends).find("ubreuil") == std::string::npos);
    CHECK(forms(trends).find("showroom") != std::string::npos);
    CHECK(trends.mentions == 9);
}

TEST_CASE("When everybody talks more, what grew as they did is no trend", "[trends]")
{
    Talk talk;
    talk.many(24, "La livraison de la table !", "fr");
    const auto trends = talk.find();
    INFO(forms(trends));
    // three times the people: livraison had 6 a day and has 30
    const auto *delivery = of(trends, "livraison");
    if (delivery != nullptr)
        CHECK(delivery->expected == Approx(18));
    CHECK(of(trends, "table") == nullptr);
}

TEST_CASE("Relays count, or do not", "[trends]")
{
    Talk talk;
    const auto original = talk.say(50, "Le bac de la baie reste à quai jeudi", "fr", kNoon - hours(2));
    REQUIRE(original);
    for (int i = 0; i < 9; ++i)
        talk.say(100 + i, "Le bac de la baie reste à quai jeudi", "fr", kNoon - minutes(30 + i), {{Relation::RepostOf, "n97", {}}});
    CHECK(of(talk.find(), "bac de la baie") != nullptr);
    CHECK(forms(talk.find("", TrendSpan::Day, true)).empty());
}

TEST_CASE("A stretch that was not read is left out, and one read in part weighs less", "[trends]")
{
    Talk talk;
    talk.many(9, "grosse panne ce matin", "fr");
    const StreamKey key{talk.store.write([](Tx &tx) {
                            Account account;
                            account.connector = "mastodon";
                            account.instance = "https://social.example";
                            account.nativeId = "me";
                            account.handle = "me";
                            return store::Accounts(tx).save(account);
                        }),
                        "home"};
    // read: now, and of the seven days before only two, one of them to three quarters
    talk.store.write([&](Tx &tx) -> Result<bool> {
        store::Sync sync(tx);
        VIGIE_CHECK(sync.addSeen(key, kNoon - hours(24), kNoon));
        VIGIE_CHECK(sync.addSeen(key, kNoon - hours(24 * 3), kNoon - hours(24 * 2)));
        VIGIE_CHECK(sync.addSeen(key, kNoon - hours(24 * 5), kNoon - hours(24 * 5 - 18)));
        return true;
    });
    const auto trends = talk.find();
    REQUIRE(trends.before.size() == 7);
    CHECK(trends.comparable());
    CHECK_FALSE(trends.before[0].used);
    CHECK(trends.before[1].used);
    CHECK(trends.before[3].used == (trends.before[3].seen >= 0.5));
    CHECK(trends.authorsBefore == Approx(24 / 1.75).epsilon(0.01));
    CHECK(of(trends, "grosse panne") != nullptr);
}

TEST_CASE("Reading is told how far it is, and stops when told to", "[trends]")
{
    Talk talk;
    talk.many(600, "tout le monde parle", "fr", 1000);
    TrendRequest request;
    double last = 0;
    request.progress = [&](double share) {
        CHECK(share >= last);
        CHECK(share <= 1);
        last = share;
        return true;
    };
    CHECK(talk.store->readNow<Trends>([&](Tx &tx) { return TrendFinder(tx).find(request); }));
    CHECK(last > 0);
    request.progress = [](double) { return false; };
    const auto stopped = talk.store->readNow<Trends>([&](Tx &tx) { return TrendFinder(tx).find(request); });
    REQUIRE_FALSE(stopped);
    CHECK(stopped.error().code == Errc::Cancelled);
    request.source = "table AND (";
    CHECK(talk.store->readNow<Trends>([&](Tx &tx) { return TrendFinder(tx).find(request); }).error().code == Errc::InvalidInput);
}
