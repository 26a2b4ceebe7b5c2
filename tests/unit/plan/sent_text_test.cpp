// SPDX-License-Identifier: GPL-3.0-or-later
// What is counted before sending is what is sent.
#include "plan/preflight.hpp"

#include <vigie/connect/connector.hpp>
#include <vigie/plan/answer_parts.hpp>
#include <vigie/text/length.hpp>

#include <catch2/catch.hpp>

#include <algorithm>

using namespace vigie;
using namespace vigie::plan;

namespace {

const connect::Catalogue &networks()
{
    static const connect::Catalogue all = connect::builtinCatalogue();
    return all;
}

Account mastodon(int limit = 500)
{
    Account account;
    account.id = AccountId{1};
    account.connector = "mastodon";
    account.instance = "https://social.example";
    account.handle = "atelier@social.example";
    account.limits.maxCharacters = limit;
    return account;
}

/// The text that the connector puts into the request for one part of an answer.
std::string leaving(const Account &account, const std::string &answered, const std::string &text, std::size_t part)
{
    Outbound outbound;
    outbound.kind = answered.empty() ? OutboundKind::Post : OutboundKind::Reply;
    for (const auto &one : threadParts(text)) {
        outbound.parts.emplace_back();
        outbound.parts.back().text = one;
    }
    const Secret token("t");
    return networks().find(account.connector)->sentText({account, token, {}}, {outbound, part, {}, part == 0 ? answered : std::string()});
}

} // namespace

TEST_CASE("the parts that are counted are the parts that leave")
{
    const auto account = mastodon();
    const std::string answered = GENERATE("", "claire@far.example", "claire@social.example", "atelier@social.example");
    const std::string text = GENERATE("Merci", "@claire@far.example Merci", "un\n---\ndeux\n---\ntrois", "");
    INFO(answered << " / " << text);
    const auto parts = sentParts(networks(), account, answered, text);
    REQUIRE(parts.size() == threadParts(text).size());
    for (std::size_t i = 0; i < parts.size(); ++i)
        CHECK(parts[i] == leaving(account, answered, text, i));
}

TEST_CASE("who is answered counts once, in the first part only")
{
    const auto account = mastodon();
    const auto alone = sentLengths(networks(), account, "", "Merci\n---\nBonne soirée");
    const auto answer = sentLengths(networks(), account, "claire@far.example", "Merci\n---\nBonne soirée");
    REQUIRE(alone.size() == 2);
    REQUIRE(answer.size() == 2);
    CHECK(answer[0].used == alone[0].used + 8); // "@claire " as Mastodon counts a mention
    CHECK(answer[1].used == alone[1].used);
    CHECK(sentLengths(networks(), account, "claire@far.example", "@claire@far.example Merci")[0].used == answer[0].used);
    CHECK(sentLengths(networks(), account, "", "Merci", "attention")[0].used == 5 + 9);
}

TEST_CASE("an answer that fits alone but not with who is answered is refused before it is planned")
{
    const auto account = mastodon(20);
    const std::string text(20, 'a');
    CHECK(checkText(networks(), text, "", 0, account).empty());
    const auto findings = checkText(networks(), text, "", 0, account, "claire@far.example");
    REQUIRE(findings.size() == 1);
    CHECK(findings[0].what == Finding::What::TooLong);
    CHECK(findings[0].used == 28);
    CHECK(findings[0].limit == 20);
    CHECK(checkText(networks(), std::string(12, 'a'), "", 0, account, "claire@far.example").empty());
    // Nothing but a name is not an answer.
    CHECK(checkText(networks(), " ", "", 0, account, "claire@far.example").front().what == Finding::What::Empty);
}

TEST_CASE("a post is parted by what will leave: campaign parameters, French spaces and the warning count", "[plan]")
{
    const bool tracked = GENERATE(true, false);
    const std::string lang = GENERATE("fr", "en"), warning = GENERATE("", "Attention : bruit !");
    const auto account = [] {
        auto one = mastodon(300);
        one.connector = "bluesky"; // links count as they are
        one.instance = "https://bsky.social";
        return one;
    }();
    Tracking tracking;
    tracking.on = tracked;
    tracking.sites = {"atelier.example"};
    PlanItem plan;
    plan.lang = lang;
    plan.warning = warning;
    plan.wall = WallTime{2026, 11, 24, 9, 0, 0};
    for (int i = 0; i < 16; ++i)
        plan.text += "Venez voir ! Que dire ; que faire : https://atelier.example/" + std::to_string(i) + " et puis ? ";
    PlanVariant variant;
    variant.account = account.id;
    const auto leavesWhole = [&](const std::vector<std::string> &parts) {
        auto own = variant;
        own.overridden = true;
        own.text = joinParts(parts);
        return leavingText(plan, own, account, tracking, "Rentree 2026").text;
    };
    const auto parts = postParts(networks(), {plan, variant, account, tracking, "Rentree 2026"}, true);
    REQUIRE(parts.size() > 2);
    // What leaves of the parts together is short enough part by part, and nothing of the words is lost.
    const auto leaves = leavesWhole(parts);
    CHECK((leaves.find("utm_campaign=rentree-2026") != std::string::npos) == tracked);
    for (const auto &length : sentLengths(networks(), account, "", leaves, warning)) {
        CHECK(length.fits());
        CHECK(length.limit == 300);
    }
    std::string words;
    for (const auto &part : parts)
        words += part.substr(0, part.rfind(" (")) + ' ';
    CHECK(words == plan.text.substr(0, plan.text.find_last_not_of(' ') + 1) + ' ');
    // The parts of what was written alone would not have been.
    if (!tracked || !warning.empty())
        return;
    auto plain = tracking;
    plain.on = false;
    const auto naive = sentLengths(networks(), account, "", leavesWhole(postParts(networks(), {plan, variant, account, plain}, true)), warning);
    CHECK(std::any_of(naive.begin(), naive.end(), [](const text::Length &length) { return !length.fits(); }));
}
