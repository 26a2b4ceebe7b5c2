// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/store/assets.hpp>

#include <vigie/store/outbox.hpp>
#include <vigie/store/same_text.hpp>

#include "support/temp_store.hpp"

using namespace vigie;
using namespace vigie::store;

namespace {

Asset picture(const std::string &hash, std::uint64_t fingerprint = 0)
{
    Asset asset;
    asset.sha256 = hash;
    asset.name = hash + ".jpg";
    asset.mime = "image/jpeg";
    asset.bytes = 1000;
    asset.fingerprint = fingerprint;
    return asset;
}
PlanItem post(const std::string &text, AccountId account = AccountId{1})
{
    PlanItem plan;
    plan.text = text;
    PlanVariant variant;
    variant.account = account;
    plan.variants.push_back(variant);
    return plan;
}

} // namespace

TEST_CASE("the same bytes are one row, whatever they are called", "[store][assets]")
{
    test::TempStore store;
    const auto first = store.write([](Tx &tx) { return Assets(tx).add(picture("aa")); });
    store.write([&](Tx &tx) -> Result<void> {
        auto said = picture("aa");
        said.id = first;
        said.altFr = "Un v\xC3\xA9lo";
        said.credit = "Nora";
        said.expiresOn = "2027-01-31";
        return Assets(tx).describe(said);
    });
    const auto again = store.write([](Tx &tx) {
        auto other = picture("aa");
        other.name = "other.jpg";
        return Assets(tx).add(other);
    });
    CHECK(again == first);
    const auto kept = store.read([&](Tx &tx) { return Assets(tx).get(first); });
    CHECK(kept.name == "aa.jpg");
    CHECK(kept.alt("fr") == "Un v\xC3\xA9lo");
    CHECK(kept.alt("en") == "Un v\xC3\xA9lo"); // better in the other language than not at all
    CHECK(kept.expiresOn == "2027-01-31");
    CHECK(store.read([](Tx &tx) { return Assets(tx).list("nora"); }).size() == 1);
    CHECK(store.read([](Tx &tx) { return Assets(tx).list("100%"); }).empty());
}

TEST_CASE("a file that a post is still to use is not taken away", "[store][assets]")
{
    test::TempStore store;
    const auto id = store.write([](Tx &tx) { return Assets(tx).add(picture("aa")); });
    const auto plan = store.write([&](Tx &tx) {
        auto one = post("with a picture");
        one.media.push_back({"/x", "image/jpeg", "", "aa", "", id});
        return Plans(tx).save(one);
    });
    const auto uses = store.read([&](Tx &tx) { return Assets(tx).uses(id); });
    REQUIRE(uses.size() == 1);
    CHECK(uses[0].plan == plan);
    CHECK(uses[0].text == "with a picture");
    CHECK_FALSE(uses[0].sent);
    CHECK(store->writeNow<void>([&](Tx &tx) { return Assets(tx).remove(id); }).error().code == Errc::Conflict);
    store.write([&](Tx &tx) { return Plans(tx).remove(plan); });
    store.write([&](Tx &tx) { return Assets(tx).remove(id); });
    CHECK(store.read([](Tx &tx) { return Assets(tx).list(); }).empty());
    CHECK(store.write([](Tx &tx) { return Assets(tx).add(picture("aa")); }) == id); // added again, it is back
    CHECK(store.read([](Tx &tx) { return Assets(tx).list(); }).size() == 1);
}

TEST_CASE("pictures that look alike come nearest first", "[store][assets]")
{
    test::TempStore store;
    const auto far = store.write([](Tx &tx) { return Assets(tx).add(picture("far", 0xFFFF0000FFFF0000)); });
    const auto near = store.write([](Tx &tx) { return Assets(tx).add(picture("near", 0xF00000000000000F)); });
    const auto same = store.write([](Tx &tx) { return Assets(tx).add(picture("same", 0xF00000000000000E)); });
    const auto found = store.read([&](Tx &tx) { return Assets(tx).alike(0xF00000000000000E, same, 8); });
    REQUIRE(found.size() == 1);
    CHECK(found[0].id == near);
    CHECK(found[0].id != far);
    CHECK(store.read([&](Tx &tx) { return Assets(tx).alike(0, same, 8); }).empty());
}

TEST_CASE("a variant remembers the base it began from until it follows it again", "[store][plans]")
{
    test::TempStore store;
    auto plan = post("first words");
    plan.variants[0].overridden = true;
    plan.variants[0].text = "own";
    plan.id = store.write([&](Tx &tx) { return Plans(tx).save(plan); });
    plan.text = "second words";
    store.write([&](Tx &tx) { return Plans(tx).save(plan); });
    auto bases = store.read([&](Tx &tx) { return VariantBases(tx).of(plan.id); });
    REQUIRE(bases.size() == 1);
    CHECK(bases[0].text == "first words");
    store.write([&](Tx &tx) { return VariantBases(tx).seen(plan.id, AccountId{1}, plan.text); });
    CHECK(store.read([&](Tx &tx) { return VariantBases(tx).of(plan.id); }).front().text == "second words");
    plan.variants[0].overridden = false;
    store.write([&](Tx &tx) { return Plans(tx).save(plan); });
    CHECK(store.read([&](Tx &tx) { return VariantBases(tx).of(plan.id); }).empty());
}

TEST_CASE("words that were used are told where they were used, but not of the post itself", "[store][plans]")
{
    test::TempStore store;
    const auto add = [&](AccountId account, PlanId plan, OutboundState state, Instant due) {
        return store.write([&](Tx &tx) {
            Outbound out;
            out.account = account;
            out.state = state;
            out.plan = plan;
            out.parts.resize(1);
            out.parts[0].text = "the same words";
            out.createdAt = out.changedAt = tx.now();
            out.dueAt = due;
            return Outbox(tx).add(out);
        });
    };
    const auto now = store.clock.now();
    add(AccountId{1}, PlanId{7}, OutboundState::Sent, now - std::chrono::hours(48));
    add(AccountId{2}, PlanId{8}, OutboundState::Cancelled, now);
    const std::vector<WantedText> wanted{{AccountId{1}, "the same words"}, {AccountId{2}, "the same words"}};
    const auto used = store.read([&](Tx &tx) { return usedTexts(tx, wanted, PlanId{9}); });
    REQUIRE(used.size() == 1);
    CHECK(used[0].account == AccountId{1});
    CHECK(used[0].sent);
    CHECK(used[0].at == now - std::chrono::hours(48));
    CHECK(store.read([&](Tx &tx) { return usedTexts(tx, wanted, PlanId{7}); }).empty());
}
