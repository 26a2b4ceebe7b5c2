// SPDX-License-Identifier: GPL-3.0-or-later
// The check before sending of one post on eight accounts, among thousands of earlier posts, without the network; beside it, in the same
// run, what cannot be left out: counting the eight texts as their networks count.
//   bench_preflight [posts]   (10,000 unless said)
#include "bench/measure.hpp"

#include <vigie/base/clock.hpp>
#include <vigie/plan/planner.hpp>
#include <vigie/plan/tracking.hpp>
#include <vigie/store/assets.hpp>
#include <vigie/store/members.hpp>
#include <vigie/store/outbox.hpp>

#include <fmt/core.h>

#include <fstream>

using namespace vigie;
using namespace vigie::bench;

namespace {

constexpr const char *kNetworks[] = {"mastodon", "bluesky", "x", "threads", "instagram", "facebook", "wordpress", "mastodon"};
constexpr double kGoalMs = 50;

std::vector<Account> addAccounts(store::Store &store, const connect::Catalogue &networks)
{
    std::vector<Account> accounts;
    for (const char *name : kNetworks) {
        Account account;
        account.connector = name;
        account.instance = "https://social.example";
        account.nativeId = std::to_string(accounts.size());
        account.handle = "atelier" + account.nativeId + "@social.example";
        account.capabilities = networks.find(name)->describe().capabilities;
        account.capabilities.set(Capability::Publish).set(Capability::Images);
        account.limits.maxCharacters = networks.find(name)->describe().length.limit;
        account.id = must(store.writeNow<AccountId>([&](store::Tx &tx) { return store::Accounts(tx).save(account); }));
        accounts.push_back(account);
    }
    return accounts;
}

void fill(store::Store &store, const std::vector<Account> &accounts, std::int64_t posts)
{
    constexpr std::int64_t kBatch = 500;
    for (std::int64_t made = 0; made < posts; made += kBatch)
        (void)must(store.writeNow<int>([&](store::Tx &tx) -> Result<int> {
            for (std::int64_t i = made; i < std::min(posts, made + kBatch); ++i) {
                Outbound out;
                out.account = accounts[static_cast<std::size_t>(i) % accounts.size()].id;
                out.state = OutboundState::Sent;
                out.plan = PlanId{i + 1};
                out.parts.resize(1);
                out.parts.front().text = "Earlier post number " + std::to_string(i) + " with some words of its own.";
                out.createdAt = out.changedAt = tx.now();
                out.dueAt = tx.now();
                VIGIE_CHECK(store::Outbox(tx).add(out));
            }
            return 1;
        }));
}

PlanItem post(const std::vector<Account> &accounts, const OutboundMedia &picture)
{
    PlanItem plan;
    plan.text = "Samedi, l'atelier ouvre ses portes : venez r\xC3\xA9parer votre v\xC3\xA9lo avec @camille@rive.example ! \xF0\x9F\x9A\xB2\n"
                "Programme : https://atelier.example/portes-ouvertes et inscriptions https://atelier.example/inscription #v\xC3\xA9lo #r\xC3\xA9paration";
    plan.lang = "fr";
    plan.zone = "Europe/Paris";
    plan.wall = WallTime{2030, 3, 10, 9, 0, 0};
    plan.media = {picture, picture};
    for (const auto &account : accounts) {
        PlanVariant variant;
        variant.account = account.id;
        plan.variants.push_back(variant);
    }
    return plan;
}

} // namespace

int main(int argc, char **argv)
{
    const auto posts = itemsAsked(argc, argv, 10'000);
    const RunFolder folder;
    const SystemClock clock;
    const auto networks = connect::builtinCatalogue();
    const auto store = must(store::Store::open((folder.path() / "bench.vigie").string(), clock, {}));
    const auto accounts = addAccounts(*store, networks);
    fill(*store, accounts, posts);
    const auto path = (folder.path() / "picture.jpg").string();
    std::ofstream(path) << "bytes";
    Asset asset;
    asset.sha256 = std::string(64, 'a');
    asset.name = "picture.jpg";
    asset.mime = "image/jpeg";
    asset.bytes = 3'000'000;
    asset.width = 4000;
    asset.height = 3000;
    const auto id = must(store->writeNow<AssetId>([&](store::Tx &tx) { return store::Assets(tx).add(asset); }));
    const auto plan = post(accounts, {path, "image/jpeg", "A bicycle in a workshop", asset.sha256, {}, id});
    std::size_t findings = 0;
    const auto [middle, worst] = timed([&] {
        findings = must(store->readNow<std::vector<plan::Finding>>([&](store::Tx &tx) { return plan::Planner(tx, networks).preflight(plan); })).size();
    });
    int counted = 0;
    const auto [counting, countingWorst] = timed([&] {
        counted = 0;
        for (std::size_t i = 0; i < accounts.size(); ++i) {
            const auto leaving = plan::leavingText(plan, plan.variants[i], accounts[i], {});
            for (const auto &length : plan::sentLengths(networks, accounts[i], {}, leaving.text))
                counted += length.used;
        }
    });
    fmt::print("check of one post on {} accounts among {} earlier posts: {:.2f} ms in the middle, {:.2f} at worst ({} findings)\n", accounts.size(), posts, middle, worst, findings);
    fmt::print("  making and counting the eight texts alone: {:.2f} ms, {:.2f} at worst ({} counted); the whole check is {:.1f} times that\n", counting, countingWorst, counted,
               middle / std::max(counting, 0.001));
    goal(fmt::format("under {:.0f} ms", kGoalMs), middle < kGoalMs, posts >= 10'000);
    return verdict();
}
