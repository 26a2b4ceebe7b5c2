// SPDX-License-Identifier: GPL-3.0-or-later
// One base text, and for each account the words that really leave.
#include <vigie/plan/tracking.hpp>

#include <vigie/text/length.hpp>

#include "support/temp_store.hpp"

using namespace vigie;
using namespace vigie::plan;

namespace {

Account on(const char *connector)
{
    Account account;
    account.id = AccountId{1};
    account.connector = connector;
    account.handle = "atelier@social.example";
    return account;
}
PlanItem saying(const std::string &text, const std::string &lang = "en")
{
    PlanItem plan;
    plan.text = text;
    plan.lang = lang;
    plan.wall = WallTime{2026, 11, 24, 9, 0, 0};
    return plan;
}
Tracking convention()
{
    Tracking tracking;
    tracking.on = true;
    tracking.content = "{date}";
    tracking.sites = {"atelier.example"};
    return tracking;
}

} // namespace

TEST_CASE("each network names itself in the links of our own sites, and in no others")
{
    const auto plan = saying("New: https://www.atelier.example/guide?x=1#top and https://other.example/ too");
    const auto leaving = leavingText(plan, {}, on("mastodon"), convention(), "Rentr\xC3\xA9" "e 2026");
    CHECK(leaving.text == "New: https://www.atelier.example/guide?x=1&utm_source=mastodon&utm_medium=social&utm_campaign=rentree-2026&utm_content=2026-11-24#top and https://other.example/ too");
    CHECK(leaving.tracked == 1);
    CHECK(leaving.conflicts.empty());
    CHECK(leavingText(plan, {}, on("bluesky"), convention()).text.find("utm_source=bluesky&utm_medium=social&utm_content") != std::string::npos); // no campaign, no parameter
    CHECK(leavingText(plan, {}, on("mastodon"), Tracking{}).text == plan.text);
    // "notatelier.example" is somebody else.
    CHECK(leavingText(saying("https://notatelier.example/"), {}, on("x"), convention()).tracked == 0);
}

TEST_CASE("what a link says already stays, and is told")
{
    const auto leaving = leavingText(saying("https://atelier.example/?utm_source=newsletter"), {}, on("x"), convention());
    REQUIRE(leaving.conflicts.size() == 1);
    CHECK(leaving.conflicts[0].parameter == "utm_source");
    CHECK(leaving.conflicts[0].has == "newsletter");
    CHECK(leaving.conflicts[0].wanted == "x");
    CHECK(leaving.text == "https://atelier.example/?utm_source=newsletter&utm_medium=social&utm_content=2026-11-24");
    // Said twice is said once.
    const auto again = leavingText(saying(leaving.text), {}, on("x"), convention());
    CHECK(again.text == leaving.text);
}

TEST_CASE("a pattern with an unknown name is refused before it is kept")
{
    test::TempStore store;
    auto wrong = convention();
    wrong.campaign = "{campain}";
    const auto kept = store->writeNow<void>([&](store::Tx &tx) { return writeTracking(tx, wrong); });
    REQUIRE_FALSE(kept);
    CHECK(kept.error().code == Errc::InvalidInput);
    CHECK(kept.error().position == 0);
    store.write([&](store::Tx &tx) { return writeTracking(tx, convention()); });
    const auto rules = store.read([](store::Tx &tx) { return readComposeRules(tx); });
    CHECK(rules.tracking == convention());
    CHECK(rules.altRequired);
    store.write([](store::Tx &tx) { return writeAltRequired(tx, false); });
    CHECK_FALSE(store.read([](store::Tx &tx) { return readComposeRules(tx); }).altRequired);
}

TEST_CASE("French spaces as each network counts them")
{
    const auto plan = saying("Prix : 12 \xE2\x82\xAC ! D'accord ?", "fr");
    const auto wide = leavingText(plan, {}, on("x"), {}).text, narrow = leavingText(plan, {}, on("mastodon"), {}).text;
    CHECK(narrow.find("\xE2\x80\xAF!") != std::string::npos);
    CHECK(wide.find("\xE2\x80\xAF") == std::string::npos);
    CHECK(wide.find("\xC2\xA0!") != std::string::npos);
    CHECK(text::measure(wide, {text::LengthRule::X, 280, 23}).used < text::measure(narrow, {text::LengthRule::X, 280, 23}).used);
    CHECK(leavingText(saying("Why? Because!"), {}, on("mastodon"), {}).text == "Why? Because!");
    // An account's own words are looked at in their own language.
    PlanVariant own;
    own.overridden = true;
    own.text = "What a beautiful day, and thank you for everything! Shall we meet tomorrow in the workshop?";
    CHECK(leavingText(plan, own, on("mastodon"), {}).text == own.text);
}
