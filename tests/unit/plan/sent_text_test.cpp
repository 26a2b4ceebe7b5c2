// SPDX-License-Identifier: GPL-3.0-or-later
// What is counted before sending is what is sent.
#include "plan/preflight.hpp"

#include <vigie/connect/connector.hpp>

#include <catch2/catch.hpp>

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
