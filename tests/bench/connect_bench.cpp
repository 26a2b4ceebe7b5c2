// SPDX-License-Identifier: GPL-3.0-or-later
// How fast answers become the neutral model, as a share of what the JSON library needs to parse the same bytes and nothing
// else. simdjson's rate stands beside it. All of it on one thread, in its own processor time, in one run.
//   bench_connect [least bytes per measurement, in thousands]     (20000 unless said)
#include "bench/measure.hpp"
#include "bench/network_pages.hpp"

#include "connect/common/json.hpp"

#include <vigie/connect/connector.hpp>

#include <simdjson.h>

using namespace vigie;
using namespace vigie::bench;
using connect::Json;

namespace {

constexpr double kGoal = 0.5; ///< of the library's own rate

/// One way to read the bytes, and the best rate it showed.
struct Way {
    std::function<void()> work;
    double rate = 0; ///< bytes a second
};

/// In turns, so that what else the machine does falls on all of them; the best turn counts.
void race(std::initializer_list<Way *> ways, std::size_t bytes, std::size_t least)
{
    constexpr int kTurns = 7;
    const auto rounds = std::max<std::size_t>(3, least / bytes / kTurns);
    for (auto *way : ways)
        way->work(); // what is made once is made now
    for (int turn = 0; turn < kTurns; ++turn) {
        for (auto *way : ways) {
            const auto time = threadSeconds([&] {
                for (std::size_t i = 0; i < rounds; ++i)
                    way->work();
            });
            way->rate = std::max(way->rate, static_cast<double>(bytes * rounds) / std::max(time, 1e-9));
        }
    }
}

Account accountOf(const Page &page)
{
    Account account;
    account.id = AccountId{1};
    account.connector = page.connector;
    account.instance = page.address;
    account.nativeId = page.nativeId;
    account.handle = "atelier@social.example";
    account.settings = page.settings;
    return account;
}

void measure(const connect::Catalogue &networks, const Page &page, std::size_t least, bool binding)
{
    const auto *connector = networks.find(page.connector);
    if (connector == nullptr) {
        fmt::print("  {} is not there\n", page.connector);
        ++failures();
        return;
    }
    const auto account = accountOf(page);
    const Secret token("t");
    const connect::Context context{account, token, fromMicros(1'795'348'800'000'000)};
    net::Response response;
    response.status = 200;
    response.body = page.body;
    response.finalUrl = page.address + "/";
    const connect::FetchSpec spec{page.stream, connect::Direction::Backfill, {}, {}};
    std::size_t seen = 0, sum = 0;
    Way mapped{[&] { seen = must(connector->parseFetch(context, spec, response)).items.size(); }};
    Way library{[&] { sum += Json::parse(page.body).size(); }};
    Way ours{[&] { sum += must(connect::parseJson(page.body)).size(); }};
    simdjson::dom::parser parser;
    const simdjson::padded_string padded(page.body);
    Way simd{[&] { sum += parser.parse(padded).error() == simdjson::SUCCESS ? 1U : 0U; }};
    race({&mapped, &library, &ours, &simd}, page.body.size(), least);
    fmt::print("{}: {} items, {} bytes: parsed and mapped {:.0f} MB/s ({:.0f} items/s); nlohmann::json parses {:.0f} MB/s, ours {:.0f} MB/s, simdjson {:.0f} MB/s ({})\n", page.name, seen, page.body.size(),
               mapped.rate / 1e6, mapped.rate / static_cast<double>(page.body.size()) * static_cast<double>(page.items), library.rate / 1e6, ours.rate / 1e6, simd.rate / 1e6, sum > 0 ? "read" : "nothing");
    goal(fmt::format("{}: all items came out", page.name), seen == page.items, true);
    goal(fmt::format("{}: {:.2f} of the library's rate, {:.1f} wanted", page.name, mapped.rate / library.rate, kGoal), mapped.rate >= kGoal * library.rate, binding);
}

} // namespace

int main(int argc, char **argv)
{
    const auto thousands = argc > 1 ? std::strtoul(argv[1], nullptr, 10) : 20'000UL;
#ifdef NDEBUG
    const bool binding = true;
#else
    const bool binding = false; // a build for finding faults; the figure is for a release
#endif
    const auto networks = connect::builtinCatalogue();
    auto pages = recordedPages(VIGIE_TEST_DATA "/golden");
    pages.insert(pages.begin(), {mastodonPage(), hackerNewsPage()});
    for (const auto &page : pages)
        measure(networks, page, std::max(1UL, thousands) * 1000, binding);
    return failures() == 0 ? 0 : 1;
}
