// SPDX-License-Identifier: GPL-3.0-or-later
// What would fail is found before it fails, for each account by its own network's rules.
#include <vigie/plan/planner.hpp>
#include <vigie/plan/tracking.hpp>

#include <vigie/store/assets.hpp>
#include <vigie/store/members.hpp>

#include "support/temp_store.hpp"

#include <algorithm>
#include <fstream>

using namespace vigie;
using namespace vigie::plan;
using What = Finding::What;

namespace {

struct House {
    test::TempStore store;
    connect::Catalogue networks = connect::builtinCatalogue();

    AccountId account(const char *connector, const std::function<void(Account &)> &change = {})
    {
        Account account;
        account.connector = connector;
        account.instance = "https://social.example";
        account.nativeId = std::string("n-") + connector;
        account.handle = "atelier@social.example";
        account.capabilities = networks.find(connector)->describe().capabilities;
        for (const auto what : {Capability::Publish, Capability::Images, Capability::Video})
            account.capabilities.set(what);
        account.limits.maxCharacters = networks.find(connector)->describe().length.limit;
        if (change)
            change(account);
        return store.write([&](store::Tx &tx) { return store::Accounts(tx).save(account); });
    }
    AssetId asset(const std::function<void(Asset &)> &change = {})
    {
        Asset asset;
        asset.sha256 = std::string(63, 'a') + std::to_string(++made_);
        asset.name = "v\xC3\xA9lo.jpg";
        asset.mime = "image/jpeg";
        asset.bytes = 1000;
        asset.width = 800;
        asset.height = 600;
        if (change)
            change(asset);
        return store.write([&](store::Tx &tx) { return store::Assets(tx).add(asset); });
    }
    OutboundMedia medium(AssetId id, const std::string &alt = "A bicycle", const std::string &mime = "image/jpeg")
    {
        const auto path = store.folder.file("file" + std::to_string(id.value));
        std::ofstream(path) << "bytes";
        return {path, mime, alt, "", "", id};
    }
    PlanItem post(const std::string &text, std::vector<AccountId> accounts)
    {
        PlanItem plan;
        plan.text = text;
        plan.lang = "en";
        plan.zone = "Europe/Paris";
        plan.wall = WallTime{2026, 3, 10, 9, 0, 0};
        for (const auto id : accounts) {
            PlanVariant variant;
            variant.account = id;
            plan.variants.push_back(variant);
        }
        return plan;
    }
    std::vector<Finding> check(const PlanItem &plan)
    {
        return store.read([&](store::Tx &tx) { return Planner(tx, networks).preflight(plan); });
    }

private:
    int made_ = 0;
};

const Finding *find(const std::vector<Finding> &findings, What what)
{
    const auto found = std::find_if(findings.begin(), findings.end(), [what](const Finding &one) { return one.what == what; });
    return found == findings.end() ? nullptr : &*found;
}

} // namespace

TEST_CASE("a picture without words is not planned, unless a person says that it needs none", "[preflight]")
{
    House house;
    auto plan = house.post("Look", {house.account("mastodon")});
    const auto id = house.asset();
    plan.media.push_back(house.medium(id, ""));
    const auto findings = house.check(plan);
    const auto *missing = find(findings, What::AltMissing);
    REQUIRE(missing != nullptr);
    CHECK(missing->blocking);
    CHECK(missing->detail == "v\xC3\xA9lo.jpg");
    const auto saved = house.store.write([&](store::Tx &tx) { return Planner(tx, house.networks).save(plan); });
    const auto refused = house.store->writeNow<void>([&](store::Tx &tx) { return Planner(tx, house.networks).approve(saved); });
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == Errc::InvalidInput);
    SECTION("a decoration")
    {
        house.store.write([&](store::Tx &tx) -> Result<void> {
            VIGIE_TRY(auto asset, store::Assets(tx).get(id));
            asset.noWords = true;
            return store::Assets(tx).describe(asset);
        });
        CHECK(find(house.check(plan), What::AltMissing) == nullptr);
        house.store.write([&](store::Tx &tx) { return Planner(tx, house.networks).approve(saved); });
    }
    SECTION("a house that does not ask for it still warns")
    {
        house.store.write([](store::Tx &tx) { return writeAltRequired(tx, false); });
        const auto warned = house.check(plan);
        REQUIRE(find(warned, What::AltMissing) != nullptr);
        CHECK_FALSE(find(warned, What::AltMissing)->blocking);
    }
}

TEST_CASE("the same file is right for one network and not for another", "[preflight]")
{
    House house;
    const auto mastodon = house.account("mastodon"), instagram = house.account("instagram", [](Account &one) { one.set("media_base", "https://files.example/m"); });
    auto plan = house.post("Look", {mastodon, instagram});
    plan.media.push_back(house.medium(house.asset([](Asset &one) {
        one.width = 3000;
        one.height = 1000;
    })));
    const auto findings = house.check(plan);
    const auto *shape = find(findings, What::MediaShape);
    REQUIRE(shape != nullptr);
    CHECK(shape->account == instagram);
    CHECK(shape->used == 300);
    CHECK(shape->limit == 191);
    CHECK(std::none_of(findings.begin(), findings.end(), [&](const Finding &one) { return one.account == mastodon && one.blocking; }));
}

TEST_CASE("a film is measured by its length, and never mixed where it may not be", "[preflight]")
{
    House house;
    const auto x = house.account("x");
    auto plan = house.post("Look", {x});
    const auto film = house.asset([](Asset &one) {
        one.mime = "video/mp4";
        one.durationMs = 141'000;
    });
    plan.media.push_back(house.medium(film, "A ride", "video/mp4"));
    const auto findings = house.check(plan);
    const auto *length = find(findings, What::MediaDuration);
    REQUIRE(length != nullptr);
    CHECK(length->used == 141);
    CHECK(length->limit == 140);
    plan.media.push_back(house.medium(house.asset()));
    CHECK(find(house.check(plan), What::MediaMixed) != nullptr);
}

TEST_CASE("the right to use a file holds on its last day and not after", "[preflight]")
{
    House house;
    auto plan = house.post("Look", {house.account("mastodon")});
    plan.media.push_back(house.medium(house.asset([](Asset &one) { one.expiresOn = "2026-03-10"; })));
    CHECK(find(house.check(plan), What::MediaExpired) == nullptr);
    plan.wall->day = 11;
    const auto findings = house.check(plan);
    REQUIRE(find(findings, What::MediaExpired) != nullptr);
    CHECK(find(findings, What::MediaExpired)->blocking);
}

TEST_CASE("a large picture leaves adapted, a file of no known kind does not leave", "[preflight]")
{
    House house;
    const auto bluesky = house.account("bluesky", [](Account &one) {
        one.limits.maxImageBytes = 1'000'000;
        one.limits.mimeTypes = {"image/jpeg", "image/png"};
    });
    auto plan = house.post("Look", {bluesky});
    plan.media.push_back(house.medium(house.asset([](Asset &one) { one.bytes = 9'000'000; })));
    auto findings = house.check(plan);
    REQUIRE(find(findings, What::MediaAdapted) != nullptr);
    CHECK_FALSE(find(findings, What::MediaAdapted)->blocking);
    CHECK(find(findings, What::MediaTooLarge) == nullptr);
    plan.media = {house.medium(house.asset([](Asset &one) { one.mime = "video/mp4"; }), "A ride", "video/mp4")};
    findings = house.check(plan);
    REQUIRE(find(findings, What::MediaKind) != nullptr);
    CHECK(find(findings, What::MediaKind)->blocking);
}

TEST_CASE("a sign-in that ends before the hour is told, one that renews itself is not", "[preflight]")
{
    House house;
    const auto soon = house.store.clock.now() + std::chrono::hours(24);
    const auto ends = house.account("wordpress", [&](Account &one) { one.session.expiresAt = soon; });
    const auto renews = house.account("bluesky", [&](Account &one) { one.session.expiresAt = soon; });
    const auto findings = house.check(house.post("Hello", {ends, renews}));
    const auto *told = find(findings, What::SignInEnds);
    REQUIRE(told != nullptr);
    CHECK(told->account == ends);
    CHECK_FALSE(told->blocking);
    CHECK(std::count_if(findings.begin(), findings.end(), [](const Finding &one) { return one.what == What::SignInEnds; }) == 1);
    CHECK(find(house.check(house.post("Hello", {renews})), What::SignInEnds) == nullptr);
}

TEST_CASE("embargo, repeats, spaces that count twice and characters that nobody sees", "[preflight]")
{
    House house;
    const auto x = house.account("x");
    auto plan = house.post("Prix\xE2\x80\xAF: 12 a\xE2\x80\x8B" "b", {x});
    plan.embargo = house.store.clock.now() + std::chrono::hours(24 * 30);
    auto findings = house.check(plan);
    REQUIRE(find(findings, What::Embargoed) != nullptr);
    CHECK(find(findings, What::Embargoed)->blocking);
    CHECK(find(findings, What::NarrowSpaces)->used == 1);
    CHECK(find(findings, What::UnseenCharacters)->detail == "U+200B");
    plan.embargo.reset();
    plan.text = "the same words";
    const auto first = house.store.write([&](store::Tx &tx) { return Planner(tx, house.networks).save(plan); });
    house.store.write([&](store::Tx &tx) { return Planner(tx, house.networks).approve(first); });
    auto again = plan;
    again.id = {};
    findings = house.check(again);
    REQUIRE(find(findings, What::SameTextAlready) != nullptr);
    CHECK_FALSE(find(findings, What::SameTextAlready)->blocking);
    again.id = first;
    CHECK(find(house.check(again), What::SameTextAlready) == nullptr); // a post is no repeat of itself
}

TEST_CASE("what is planned is what leaves: composed, tracked, counted with its parameters", "[preflight]")
{
    House house;
    Tracking tracking;
    tracking.on = true;
    house.store.write([&](store::Tx &tx) { return writeTracking(tx, tracking); });
    const auto bluesky = house.account("bluesky", [](Account &one) { one.limits.maxCharacters = 60; });
    auto plan = house.post("e\xCC\x81t\xC3\xA9\r\nhttps://atelier.example/guide", {bluesky});
    const auto findings = house.check(plan);
    REQUIRE(find(findings, What::TooLong) != nullptr); // its own words fit, with their parameters they do not
    plan.variants.front() = {};
    plan.variants.front().account = house.account("mastodon");
    const auto id = house.store.write([&](store::Tx &tx) { return Planner(tx, house.networks).save(plan); });
    house.store.write([&](store::Tx &tx) { return Planner(tx, house.networks).approve(id); });
    const auto kept = house.store.read([&](store::Tx &tx) { return store::Plans(tx).get(id); });
    CHECK(kept.text == "\xC3\xA9t\xC3\xA9\nhttps://atelier.example/guide");
    const auto outbound = house.store.read([&](store::Tx &tx) { return store::Outbox(tx).get(kept.variants.front().outbound); });
    CHECK(outbound.parts.front().text == "\xC3\xA9t\xC3\xA9\nhttps://atelier.example/guide?utm_source=mastodon&utm_medium=social");
}
