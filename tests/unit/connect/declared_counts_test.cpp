// SPDX-License-Identifier: GPL-3.0-or-later
// What each network can count of a post of ours, with its words in both languages and its end where it has one.
#include <vigie/connect/declared_counts.hpp>

#include <catch2/catch.hpp>

#include <algorithm>
#include <set>

using namespace vigie;
using namespace vigie::connect;

namespace {

std::vector<DeclaredCount> of(const Catalogue &networks, const char *id)
{
    const auto *connector = networks.find(id);
    REQUIRE(connector != nullptr);
    return declaredCounts(*connector);
}

std::set<std::string> keysOn(const std::vector<DeclaredCount> &all, const std::string &day)
{
    std::set<std::string> keys;
    for (const auto &one : all)
        if (one.givenOn(day))
            keys.insert(one.key);
    return keys;
}

} // namespace

TEST_CASE("every network that reads counts of posts declares them, with a unit and words in both languages", "[connect]")
{
    const auto networks = builtinCatalogue();
    for (const auto &connector : networks.all()) {
        const auto &network = connector->describe();
        INFO(network.id);
        const auto all = declaredCounts(*connector);
        if (network.capabilities.has(Capability::PostCounts) || network.capabilities.has(Capability::Insights))
            CHECK_FALSE(all.empty());
        for (const auto &one : all) {
            INFO(one.key);
            CHECK_FALSE(one.unit.empty());
            CHECK_FALSE(one.english.empty());
            CHECK_FALSE(one.french.empty());
            CHECK(one.english != one.french);
            CHECK((one.until.empty() || one.since < one.until));
        }
    }
}

TEST_CASE("a count that a network stopped giving has its last day, and what is given instead", "[connect]")
{
    const auto networks = builtinCatalogue();
    const auto facebook = of(networks, "facebook");
    CHECK(keysOn(facebook, "2025-11-14").count("impressions") == 1);
    CHECK(keysOn(facebook, "2025-11-15").count("impressions") == 0);
    CHECK(keysOn(facebook, "2025-11-15").count("views") == 1);
    const auto *ended = declaredOn(facebook, "impressions", "2026-06-15");
    REQUIRE(ended != nullptr);
    CHECK_FALSE(ended->givenOn("2026-06-15"));
    CHECK(ended->until == "2025-11-15");
    CHECK(ended->replacedBy == "views");
    // One key under two names: the one that holds on the day is meant.
    CHECK(declaredOn(facebook, "reach", "2024-01-01")->native == "post_impressions_unique");
    CHECK(declaredOn(facebook, "reach", "2026-01-01")->native == "post_total_media_view_unique");
    CHECK(declaredOn(facebook, "reach", "2026-01-01")->unit == "people");
    CHECK(declaredOn(of(networks, "instagram"), "impressions", "2025-04-21")->replacedBy == "views");
    CHECK(declaredOn(facebook, "nothing", "2026-01-01") == nullptr);
}

TEST_CASE("a recipe's maps are its declaration, and a network's own meaning comes before the usual one", "[connect]")
{
    const auto networks = builtinCatalogue();
    CHECK(keysOn(of(networks, "lemmy"), "2026-11-22") == std::set<std::string>{"likes", "replies"});
    CHECK(keysOn(of(networks, "hackernews"), "2026-11-22") == std::set<std::string>{"replies", "score"});
    const auto mastodon = of(networks, "mastodon");
    CHECK(declaredOn(mastodon, "likes", "2026-11-22")->english != usualMeaning("likes").english);
    CHECK(declaredOn(of(networks, "x"), "likes", "2026-11-22")->english == usualMeaning("likes").english);
    CHECK(usualMeaning("nobody said this").english.empty());
}
