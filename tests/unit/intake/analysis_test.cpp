// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/builders.hpp"
#include "support/temp_store.hpp"

#include <vigie/intake/analysis.hpp>
#include <vigie/text/fts_expression.hpp>

#include <catch2/catch.hpp>

#include <thread>

using namespace vigie;

namespace {

const char *const kComplaint = "Je suis vraiment d\xC3\xA9\xC3\xA7u de votre service, c'est une honte et personne ne r\xC3\xA9pond";

} // namespace

TEST_CASE("analysis: language is heard, not believed, and tone follows it", "[intake]")
{
    const intake::Analysis analysis;
    auto one = test::item("1", kComplaint); // says "en", as a client in English would
    const auto analysed = analysis.analyse(one);
    CHECK(analysed.item().lang == "fr");
    CHECK(analysed.item().toneLabel == -1);
    CHECK(analysed.item().tone < 0);
    one.text = "";
    one.title = "Still waiting for my parcel, can you help me please?";
    one.lang.clear();
    CHECK(analysis.analyse(one).item().lang == "en");
}

TEST_CASE("analysis: a tone given by hand stays", "[intake]")
{
    auto one = test::toned(test::item("1", kComplaint), 1);
    one.toneManual = true;
    const auto analysed = intake::Analysis().analyse(one);
    CHECK(analysed.item().toneLabel == 1);
    CHECK(analysed.item().tone == one.tone);
}

TEST_CASE("analysis: words and tokens are those of the finished item, in the order given", "[intake]")
{
    auto one = test::item("1", "L'\xC5\x93uvre d'Orange");
    one.title = "\xC3\x89tude";
    one.warning = "Longue";
    const auto analysed = intake::Analysis().analyse(std::vector{one, test::item("2", kComplaint)});
    REQUIRE(analysed.size() == 2);
    CHECK(analysed[0].words() == "etude longue l oeuvre d orange");
    CHECK(analysed[1].item().nativeId == "2");
    for (const auto &each : analysed)
        CHECK(each.tokens() == text::filterTokens(each.item(), each.item().connector));
    CHECK(analysed[1].tokens().find(" lfr sneg") != std::string::npos); // not "len", as the network had it
}

TEST_CASE("analysis: several threads may share one, and the store finds what each of them made", "[intake]")
{
    test::TempStore store;
    const intake::Analysis analysis;
    std::vector<std::vector<store::AnalysedItem>> made(4);
    {
        std::vector<std::jthread> threads;
        for (std::size_t i = 0; i < made.size(); ++i)
            threads.emplace_back([&, i] {
                for (int n = 0; n < 50; ++n)
                    made[i].push_back(analysis.analyse(test::item(std::to_string(i) + "-" + std::to_string(n), kComplaint)));
            });
    }
    for (const auto &batch : made)
        store.write([&](store::Tx &tx) { return store::Items(tx).store(batch); });
    CHECK(store.read([](store::Tx &tx) { return store::Items(tx).count(*text::parseQuery("honte lang:fr sentiment:negative"), 1000); }) == 200);
}
