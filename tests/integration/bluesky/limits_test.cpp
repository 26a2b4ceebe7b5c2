// SPDX-License-Identifier: GPL-3.0-or-later
// Lengths as the server itself judges them: what our counter takes as the last that fits is taken, and one more is refused by the
// server, not by us; the parts of a thread that the splitter made are all taken.
#include "integration/bluesky/crew.hpp"

#include <vigie/plan/answer_parts.hpp>
#include <vigie/text/length.hpp>

using namespace vigie;
using namespace vigie::bsky;

namespace {

std::string times(int count, const std::string &text)
{
    std::string all;
    for (int i = 0; i < count; ++i)
        all += text;
    return all;
}

/// Past all of ours: what the server says to a record with these words.
int serverSays(const Person &person, const std::string &text)
{
    const Json record{{"$type", "app.bsky.feed.post"}, {"text", text}, {"createdAt", stamp()}};
    return person.post("com.atproto.repo.createRecord", {{"repo", person.did}, {"collection", "app.bsky.feed.post"}, {"record", record}}).status;
}

} // namespace

TEST_CASE("bluesky 09b: where our counter says full the server takes it, and one more the server refuses")
{
    Person brand("brand");
    Crew crew(brand);
    const auto profile = plan::lengthProfile(connect::builtinCatalogue(), crew.us());
    const std::string family = "\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x91\xA7", accent = "e\xCC\x81", narrow = "\xE2\x80\xAF", flag = "\xF0\x9F\x87\xAB\xF0\x9F\x87\xB7";
    for (const auto &letter : {std::string("x"), family, accent, "a" + narrow, flag, std::string("\xE5\xAD\x97")}) {
        INFO(letter);
        int most = 1;
        while (text::measure(times(most + 1, letter), profile).fits())
            ++most;
        CHECK(most >= 100);
        CHECK(serverSays(brand, times(most, letter)) == 200);
        CHECK(serverSays(brand, times(most + 1, letter)) == 400);
    }
}

TEST_CASE("bluesky 09c: a long post with links that are tracked is parted so that the server takes every part")
{
    Person brand("brand");
    Crew crew(brand);
    plan::Tracking tracking;
    tracking.on = true;
    PlanItem plan;
    plan.lang = "fr";
    plan.wall = WallTime{2026, 11, 24, 9, 0, 0};
    for (int i = 0; i < 12; ++i)
        plan.text += "Venez voir ! Que dire ; que faire : https://atelier.example/" + std::to_string(i) + " et puis ? ";
    plan.variants.resize(1);
    plan.variants[0].account = crew.account;
    const auto account = crew.us();
    plan.variants[0].text = plan::joinParts(plan::postParts(connect::builtinCatalogue(), {plan, plan.variants[0], account, tracking, "Rentree"}, true));
    plan.variants[0].overridden = true;
    const auto leaving = plan::leavingText(plan, plan.variants[0], account, tracking, "Rentree");
    CHECK(leaving.tracked == 12);
    const auto parts = plan::threadParts(leaving.text);
    REQUIRE(parts.size() > 2);
    for (const auto &part : parts) {
        INFO(part);
        CHECK(serverSays(brand, part) == 200);
    }
}
