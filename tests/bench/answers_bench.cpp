// SPDX-License-Identifier: GPL-3.0-or-later
// The past answers nearest to a message: among 50,000 of ours in a workspace of a million items, beside what a peer would do: read
// every answered message and compare it (brute force), in the same run.
//   bench_answers [items]   (1,000,000 unless said; one item in twenty is an answer of ours)
// Goals are binding from 100,000 items on.
#include "bench/generator.hpp"
#include "bench/measure.hpp"

#include <vigie/base/clock.hpp>
#include <vigie/store/items.hpp>
#include <vigie/store/members.hpp>
#include <vigie/store/past_answers.hpp>
#include <vigie/text/gist.hpp>

#include <fmt/core.h>

#include <cstdlib>
#include <filesystem>

using namespace vigie;
using namespace vigie::bench;

namespace {

constexpr std::int64_t kOneIn = 20;
constexpr std::size_t kBatch = 2000, kAsked = 40, kCompared = 5;

AccountId addAccount(store::Store &store)
{
    Account account;
    account.connector = "mastodon";
    account.instance = "https://mastodon.example";
    account.nativeId = "us";
    account.handle = "us";
    return must(store.writeNow<AccountId>([&](store::Tx &tx) { return store::Accounts(tx).save(account); }));
}

/// Fills the workspace; what was asked, for the brute force.
std::vector<std::string> fill(store::Store &store, std::int64_t count)
{
    const auto us = addAccount(store);
    Generator generator(7, count, count / 5 + 10);
    std::vector<std::string> asked;
    std::vector<store::AnalysedItem> batch;
    Item before;
    for (std::int64_t made = 0; made < count; ++made) {
        auto item = generator.next();
        item.fetchedAt = item.publishedAt;
        if (made % kOneIn == 1) { // the one before is answered
            item.connector = before.connector;
            item.instance = before.instance;
            item.author = {};
            item.author.nativeId = "us";
            item.author.handle = "us";
            item.ours = us;
            item.refs = {{Relation::ReplyTo, before.nativeId, {}}};
            asked.push_back(before.text);
        } else {
            item.refs.clear();
        }
        before = item;
        batch.emplace_back(std::move(item));
        if (batch.size() == kBatch || made + 1 == count) {
            must(store.writeNow<std::size_t>([&](store::Tx &tx) -> Result<std::size_t> {
                VIGIE_TRY(const auto stored, store::Items(tx).store(batch));
                return stored.size();
            }));
            batch.clear();
        }
    }
    return asked;
}

double bruteForce(const std::vector<std::string> &asked, const std::string &message)
{
    return seconds([&] {
        const auto gist = text::gistOf(message, {});
        const text::GistQuery query(gist, {}, static_cast<std::int64_t>(asked.size()));
        double best = 0;
        for (const auto &one : asked)
            best = std::max(best, query.likeness(text::gistOf(one, {})));
        if (best < 0)
            std::abort();
    });
}

} // namespace

int main(int argc, char **argv)
{
    const std::int64_t count = argc > 1 ? std::atoll(argv[1]) : 1'000'000;
    const bool binding = count >= 100'000;
    const RunFolder folder;
    const SystemClock clock;
    auto store = must(store::Store::open((folder.path() / "bench.vigie").string(), clock, {}));
    const auto asked = fill(*store, count);
    const double indexing = seconds([&] {
        while (must(store->writeNow<bool>([](store::Tx &tx) { return store::PastAnswers(tx).catchUp(); }))) {
        }
    });
    const auto standing = must(store->readNow<store::PastAnswers::Standing>([](store::Tx &tx) { return store::PastAnswers(tx).standing(); }));
    fmt::print("{} items, {} past answers; indexing what was left behind took {:.1f} s\n", count, standing.known, indexing);

    Generator fresh(99, count, 1000);
    std::vector<double> times, brute;
    int itself = 0;
    for (std::size_t number = 0; number < kAsked; ++number) {
        // Every second message was asked before, word for word.
        const bool again = number % 2 == 0 && !asked.empty();
        const auto message = again ? asked[number * asked.size() / kAsked] : fresh.next().text;
        std::vector<store::PastAnswer> near;
        times.push_back(seconds([&] { near = must(store->readNow<std::vector<store::PastAnswer>>([&](store::Tx &tx) { return store::PastAnswers(tx).near({message, "", {}, 5, false}); })); }) * 1000);
        itself += again && !near.empty() && near.front().questionText == message ? 1 : 0;
        if (number < kCompared)
            brute.push_back(bruteForce(asked, message) * 1000);
    }
    const double median = percentile(times, 0.5), most = percentile(times, 0.95), peer = percentile(brute, 0.5);
    fmt::print("nearest five: median {:.1f} ms, 95 of 100 under {:.1f} ms; comparing with every one: {:.0f} ms ({:.0f} times)\n", median, most, peer, peer / std::max(median, 0.001));
    goal("the same message is found first when it was asked before", itself * 10 >= static_cast<int>(kAsked) / 2 * 9, binding);
    goal("95 of 100 under 100 ms", most < 100, binding);
    goal("ten times faster than comparing with every one", peer > 10 * median, binding);
    return failures() == 0 ? 0 : 1;
}
