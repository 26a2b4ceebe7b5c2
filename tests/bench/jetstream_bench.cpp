// SPDX-License-Identifier: GPL-3.0-or-later
// A whole network's posts against 200 saved searches: frames of the live stream are read and matched, as the program does it,
// beside the bare parse of the same bytes.
//   bench_jetstream [events]      (20,000 unless said)
// Processor time of one thread. The goal: 2,000 events a second under half a core.
#include "bench/measure.hpp"

#include "connect/bluesky/bluesky.hpp"
#include "connect/common/json.hpp"
#include "intake/firehose.hpp"

#include <vigie/base/clock.hpp>
#include <vigie/store/queries.hpp>

#include <filesystem>

using namespace vigie;
using namespace vigie::bench;
using connect::Json;

namespace {

constexpr double kRate = 2000, kShare = 0.5;
constexpr int kQueries = 200;

/// The posts of Jetstream's own test data, each with other words, so that no two frames are the same.
std::vector<std::string> framesFrom(const std::string &path, std::size_t wanted)
{
    static constexpr const char *kWords[] = {"velo", "service", "bonjour", "orange", "samedi", "question", "colis", "merci", "panne", "release"};
    std::vector<Json> posts;
    std::ifstream file(path);
    for (std::string line; std::getline(file, line);) {
        auto event = Json::parse(line, nullptr, false);
        if (event.is_object() && event.value("kind", "") == "commit" && event["commit"].value("collection", "") == "app.bsky.feed.post" && event["commit"].contains("record"))
            posts.push_back(std::move(event));
    }
    std::vector<std::string> frames;
    for (std::size_t i = 0; i < wanted && !posts.empty(); ++i) {
        auto event = posts[i % posts.size()];
        auto &text = event["commit"]["record"]["text"];
        text = text.get<std::string>() + " " + kWords[i % 10] + " " + kWords[(i / 10) % 10] + " " + std::to_string(i);
        event["time_us"] = event["time_us"].get<std::int64_t>() + static_cast<std::int64_t>(i);
        frames.push_back(event.dump());
    }
    return frames;
}

void saveQueries(store::Store &store)
{
    static constexpr const char *kShapes[] = {"marque%1", "\"service %1\"", "velo AND ville%1", "(panne OR incident%1) NOT merci", "colis%1 lang:fr", "produit%1*", "author:compte%1", "has:link article%1"};
    for (int i = 0; i < kQueries; ++i) {
        SavedQuery query;
        query.name = "Search " + std::to_string(i);
        query.source = kShapes[i % 8];
        query.source.replace(query.source.find("%1"), 2, std::to_string(i));
        must(store.writeNow<QueryId>([&](store::Tx &tx) { return store::Queries(tx).save(query); }));
    }
}

} // namespace

int main(int argc, char **argv)
{
    const auto wanted = argc > 1 ? static_cast<std::size_t>(std::max(std::atoll(argv[1]), 1LL)) : std::size_t{20'000};
    const auto frames = framesFrom(std::string(VIGIE_TEST_DATA) + "/data/jetstream/expected_v1.jsonl", wanted);
    if (frames.size() != wanted) {
        fmt::print("error: no posts in the corpus\n");
        return 2;
    }
    const auto folder = std::filesystem::temp_directory_path() / ("vigie-bench-jet-" + std::to_string(::getpid()));
    std::filesystem::create_directories(folder);
    std::size_t kept = 0, nodes = 0;
    double bare = 0, read = 0, whole = 0;
    {
        SystemClock clock;
        const auto store = must(store::Store::open((folder / "workspace.vigie").string(), clock));
        saveQueries(*store);
        intake::FirehoseFilter filter;
        if (!filter.refresh(*store)) {
            fmt::print("error: the searches cannot be read\n");
            return 2;
        }
        Account account;
        account.connector = "bluesky";
        account.nativeId = "did:plc:brand";
        account.settings = {{"live", "v1"}};
        const std::vector<Account> accounts{account};
        const Secret none;
        const auto connector = connect::makeBluesky();
        const connect::Context context{account, none, clock.now()};
        bare = threadSeconds([&] {
            for (const auto &frame : frames)
                nodes += Json::parse(frame).size();
        });
        read = threadSeconds([&] {
            for (const auto &frame : frames)
                nodes += must(connector->parseStreamEvent(context, "jetstream", {"message", frame, {}})).items.size();
        });
        whole = threadSeconds([&] {
            for (const auto &frame : frames) {
                auto page = must(connector->parseStreamEvent(context, "jetstream", {"message", frame, {}}));
                filter.keep(page, accounts);
                kept += page.items.size();
            }
        });
    }
    std::filesystem::remove_all(folder);
    const auto count = static_cast<double>(frames.size());
    const double share = whole / count * kRate;
    fmt::print("{} events, {} queries, {} kept\n", frames.size(), kQueries, kept);
    fmt::print("  bare parse          {:8.0f} events/s\n  read as items       {:8.0f} events/s ({:.2f} of the bare parse)\n  read and matched    {:8.0f} events/s\n", count / bare, count / read, bare / read, count / whole);
    fmt::print("  2,000 events/s take {:.1f} % of a core\n", share * 100);
    goal("2,000 events a second under half a core", share < kShare, true);
    goal("some were kept, not all", kept > 0 && kept < frames.size() && nodes > 0, true);
    return failures() == 0 ? 0 : 1;
}
