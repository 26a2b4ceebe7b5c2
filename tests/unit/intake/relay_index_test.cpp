// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/relay_index.hpp"
#include "support/relay_fixture.hpp"

#include <vigie/base/random.hpp>
#include <vigie/text/near_duplicate.hpp>

#include <catch2/catch.hpp>
#include <iostream>
#include <numeric>

using namespace vigie;
using namespace vigie::intake;

namespace {

RelayTraces tracesOf(const text::NearText &text)
{
    return {text::candidateKeys(text), text::sketchOf(text), {}, {}};
}

} // namespace

TEST_CASE("of 1,000 posts the 60 clusters are found as they come in", "[relay]")
{
    const auto posts = test::knownPosts(VIGIE_TEST_DATA);
    REQUIRE(posts.size() == 1000);
    RelayIndex index;
    std::vector<text::NearText> texts;
    std::vector<std::size_t> root(posts.size());
    std::iota(root.begin(), root.end(), std::size_t{0});
    std::size_t compared = 0;
    for (std::size_t i = 0; i < posts.size(); ++i) {
        texts.emplace_back(posts[i].text);
        const auto traces = tracesOf(texts.back());
        double best = 0;
        for (const auto &candidate : index.similar(traces, 8)) {
            ++compared;
            const auto at = static_cast<std::size_t>(candidate.item.value);
            const auto like = text::copyLikeness(texts[i], texts[at]);
            if (like && *like > best) {
                best = *like;
                root[i] = root[at];
            }
        }
        index.add(ItemId{static_cast<std::int64_t>(i)}, traces);
    }
    const auto [precision, recall] = test::agreement(posts, root);
    std::cout << "relays of 1,000 posts: precision " << precision << ", recall " << recall << ", " << compared << " texts compared\n";
    CHECK(precision >= 0.95);
    CHECK(recall >= 0.90);
}

TEST_CASE("an index keeps the newest, in bounded space, whatever the keys are", "[relay]")
{
    constexpr std::size_t kLimit = 5000;
    RelayIndex index(kLimit);
    Sequence random(3);
    const auto traces = [&](std::uint64_t own) {
        RelayTraces out;
        out.copies = {7, static_cast<std::uint32_t>(own), static_cast<std::uint32_t>(own * 31 + 1)}; // 7: a key that everybody has
        out.sketch = own * 0x9E3779B97F4A7C15ULL;
        out.addresses = {static_cast<std::uint32_t>(own * 17 + 5)};
        return out;
    };
    for (std::int64_t i = 1; i <= 40'000; ++i)
        index.add(ItemId{i}, traces(static_cast<std::uint64_t>(i)));
    CHECK(index.size() == kLimit);
    CHECK(index.bytes() < kLimit * 120);
    int found = 0, foundByAddress = 0;
    for (std::int64_t i = 40'000 - static_cast<std::int64_t>(kLimit) + 500; i <= 40'000; ++i) {
        const auto similar = index.similar(traces(static_cast<std::uint64_t>(i)), 4);
        found += !similar.empty() && similar.front().item == ItemId{i} ? 1 : 0;
        RelayTraces link;
        link.links = traces(static_cast<std::uint64_t>(i)).addresses;
        const auto linked = index.linked(link);
        foundByAddress += linked.size() == 1 && linked.front() == ItemId{i} ? 1 : 0;
    }
    CHECK(found >= 4450); // of 4,501
    CHECK(foundByAddress >= 4450);
    for (const auto &one : index.similar(traces(100), 100)) // long gone: only the newest that have the common key
        CHECK((one.item.value > 40'000 - static_cast<std::int64_t>(kLimit) && one.shared == 1));
    RelayTraces nothing;
    CHECK(index.similar(nothing, 4).empty());
    CHECK(index.linked(nothing).empty());
}
