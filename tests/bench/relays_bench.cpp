// SPDX-License-Identifier: GPL-3.0-or-later
// Finding what an arriving post relays: what is found, at what cost, beside what peers do (4CAT: the exact text) and what was
// advised first (MinHash in 32 bands of 4).
//   bench_relays [items]   (500,000 unless said)
// Goals are binding from 100,000 items on.
#include "bench/generator.hpp"
#include "bench/measure.hpp"
#include "intake/relay_traces.hpp"
#include "support/relay_mutations.hpp"

#include <vigie/base/clock.hpp>
#include <vigie/intake/analysis.hpp>
#include <vigie/intake/relay_run.hpp>

#include <fmt/core.h>

#include <cstdlib>
#include <filesystem>
#include <unordered_map>
#include <unordered_set>

using namespace vigie;
using namespace vigie::bench;

namespace {

constexpr std::size_t kTried = 1000, kBatch = 2000;

std::vector<std::uint32_t> bandsOf(const text::NearText &text)
{
    const auto minima = text::minHash(text.shingles());
    std::vector<std::uint32_t> out;
    for (std::uint32_t band = 0; band < 32; ++band) {
        std::uint32_t hash = band * 0x9E3779B9U;
        for (std::size_t row = 0; row < 4; ++row)
            hash = (hash ^ minima[band * 4 + row]) * 0x85EBCA6BU;
        out.push_back(hash);
    }
    return out;
}

bool meet(const std::vector<std::uint32_t> &a, const std::vector<std::uint32_t> &b)
{
    return std::any_of(a.begin(), a.end(), [&b](std::uint32_t key) { return std::find(b.begin(), b.end(), key) != b.end(); });
}

/// Share of 1,000 relays that share a key with their original, by three ways.
void printFound(const std::vector<std::string> &posts)
{
    Sequence random(7);
    fmt::print("{:<24} {:>10} {:>14} {:>14}\n", "relays that are met by", "word pairs", "MinHash 32x4", "exact text");
    for (const auto &mutation : test::mutations(posts, random)) {
        int keys = 0, bands = 0, exact = 0, tried = 0;
        for (std::size_t i = 0; i < posts.size() && tried < static_cast<int>(kTried); ++i) {
            const text::NearText original(posts[i]);
            if (original.length() < 40)
                continue;
            ++tried;
            const auto said = mutation.apply(posts[i]);
            const text::NearText relay(said);
            keys += meet(text::candidateKeys(original), text::candidateKeys(relay)) ? 1 : 0;
            bands += meet(bandsOf(original), bandsOf(relay)) ? 1 : 0;
            exact += said == posts[i] ? 1 : 0;
        }
        fmt::print("{:<24} {:>8.1f} % {:>12.1f} % {:>12.1f} %\n", mutation.name, 100.0 * keys / tried, 100.0 * bands / tried, 100.0 * exact / tried);
    }
}

void storeAll(store::Store &store, const intake::Analysis &analysis, std::vector<Item> items)
{
    const auto analysed = analysis.analyse(std::move(items));
    must(store.writeNow<int>([&](store::Tx &tx) -> Result<int> {
        VIGIE_TRY(const auto stored, store::Items(tx).store(analysed));
        return static_cast<int>(stored.size());
    }));
}

} // namespace

int main(int argc, char **argv)
{
    const std::int64_t items = argc > 1 ? std::atoll(argv[1]) : 500'000;
    const bool large = items >= 100'000;
    const auto posts = test::shortPosts(VIGIE_TEST_DATA);
    printFound(posts);

    const double text = threadSeconds([&] { for (const auto &post : posts) (void)text::NearText(post); }) / static_cast<double>(posts.size());
    std::vector<text::NearText> texts(posts.begin(), posts.end());
    const double keys = threadSeconds([&] { for (const auto &one : texts) (void)text::candidateKeys(one); }) / static_cast<double>(texts.size());
    const double sketch = threadSeconds([&] { for (const auto &one : texts) (void)text::sketchOf(one); }) / static_cast<double>(texts.size());
    const double bands = threadSeconds([&] { for (const auto &one : texts) (void)bandsOf(one); }) / static_cast<double>(texts.size());
    fmt::print("a post made ready {:.1f} us, its keys {:.1f} us, its sketch {:.1f} us (32 bands of MinHash {:.1f} us)\n", text * 1e6, keys * 1e6, sketch * 1e6, bands * 1e6);

    const auto folder = std::filesystem::temp_directory_path() / fmt::format("vigie-bench-relays-{}", ::getpid());
    std::filesystem::create_directories(folder);
    {
        const SystemClock clock;
        auto store = must(store::Store::open((folder / "workspace.vigie").string(), clock));
        const intake::Analysis analysis;
        Generator generator(7, items + 10'000, items / 20 + 100);
        for (std::int64_t made = 0; made < items;) {
            std::vector<Item> batch;
            for (; batch.size() < kBatch && made < items; ++made)
                batch.push_back(generator.next());
            storeAll(*store, analysis, std::move(batch));
        }
        intake::RelayRun run(*store);
        const double warming = processorSeconds([&] { while (must(run.warmUp())) {} });
        fmt::print("warming up over {} items: {:.1f} s of processor, {:.1f} us an item; {:.1f} MB\n", items, warming, warming * 1e6 / static_cast<double>(items),
                   static_cast<double>(run.memory()) / 1e6);
        // A tenth of what arrives relays something that is here.
        Sequence random(11);
        std::vector<ItemId> arrived;
        std::vector<Item> arriving;
        std::vector<std::string> said;
        for (int i = 0; i < 5000; ++i) {
            auto item = generator.next();
            if (!said.empty() && random.below(10) == 0)
                item.text = "RT @member: " + said[random.below(said.size())];
            said.push_back(item.text);
            arriving.push_back(std::move(item));
        }
        const auto analysed = analysis.analyse(std::move(arriving));
        const auto stored = must(store->writeNow<std::vector<store::StoredItem>>([&](store::Tx &tx) { return store::Items(tx).store(analysed); }));
        for (const auto &one : stored)
            arrived.push_back(one.id);
        intake::RelayReport report;
        double judging = 0;
        const double clocked = seconds([&] {
            judging = processorSeconds([&] {
                for (std::size_t at = 0; at < arrived.size(); at += 100) {
                    const auto one = must(run.judge(std::span<const ItemId>(arrived).subspan(at, 100)));
                    report.compared += one.compared;
                    report.placed += one.placed;
                }
            });
        });
        const auto count = static_cast<double>(arrived.size());
        const double each = judging / count;
        fmt::print("an arriving post: {:.3f} ms of processor, {:.3f} ms by the clock, {:.2f} texts compared, {} of {} placed (goal < 0.2 ms)\n", each * 1e3, clocked / count * 1e3,
                   static_cast<double>(report.compared) / count, report.placed, arrived.size());
        if (large && each > 0.0002)
            ++failures();
        if (large && run.memory() > 60'000'000)
            ++failures();
    }
    std::error_code ignored;
    std::filesystem::remove_all(folder, ignored);
    return failures();
}
