// SPDX-License-Identifier: GPL-3.0-or-later
// The time machine: a changed query held against all history, beside reading the bare texts of the same items in the same
// run, and against the answer of the matcher for each of them.
//   bench_query_history [items]   (100,000 unless said)
// Goals are binding from 100,000 items on.
#include "bench/generator.hpp"
#include "bench/measure.hpp"

#include "store/hot_statement.hpp"
#include "store/session.hpp"

#include <vigie/base/clock.hpp>
#include <vigie/intake/analysis.hpp>
#include <vigie/store/queries.hpp>
#include <vigie/store/query_trials.hpp>
#include <vigie/store/tickets.hpp>
#include <vigie/text/fts_expression.hpp>

#include <fmt/core.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <iterator>

#include <unistd.h>

using namespace vigie;
using namespace vigie::store;
using namespace vigie::bench;

namespace {

constexpr std::size_t kBatch = 2000;
constexpr int kSlice = 20'000;

void fill(Store &store, std::int64_t items)
{
    const intake::Analysis analysis;
    Generator generator(7, items, items / 20 + 100);
    for (std::int64_t made = 0; made < items;) {
        std::vector<Item> batch;
        for (; batch.size() < kBatch && made < items; ++made)
            batch.push_back(generator.next());
        const auto ready = analysis.analyse(std::move(batch));
        must(store.writeNow<std::vector<StoredItem>>([&](Tx &tx) { return Items(tx).store(ready); }));
    }
}

QueryId save(Store &store, QueryId id, const std::string &source, bool undoable)
{
    return must(store.writeNow<QueryId>([&](Tx &tx) -> Result<QueryId> {
        if (undoable)
            VIGIE_CHECK(Tickets(tx).beginChangeSet("query"));
        SavedQuery query;
        query.id = id;
        query.name = "Brand";
        query.source = source;
        return Queries(tx).save(query);
    }));
}

void judge(Store &store, QueryId id)
{
    for (Rematch step{0, false}; !step.done;)
        step = must(store.writeNow<Rematch>([&](Tx &tx) { return Queries(tx).rematch(id, kSlice); }));
}

QueryDifference differ(Store &store, QueryId id, const std::string &source)
{
    QueryDifference out;
    while (!out.done)
        if (!store.readNow<void>([&](Tx &tx) { return QueryTrials(tx).differ({id, source, {}}, kSlice, out); }))
            std::exit(2);
    return out;
}

/// All texts of the base, in the order of their ids, and nothing else.
std::uint64_t bareReading(const std::string &path)
{
    auto raw = must(Session::open(path, SessionMode::ReadOnly));
    HotStatement rows(raw->raw(), "SELECT title, warning, text FROM item ORDER BY id DESC");
    std::uint64_t bytes = 0;
    while (rows.next())
        for (int column = 0; column < 3; ++column)
            bytes += rows.text(column).size();
    return bytes;
}

/// The golden answer: each item read whole and judged by the matcher.
std::vector<ItemId> byHand(Store &store, const std::string &source)
{
    const auto query = *text::parseQuery(source);
    std::vector<ItemId> out;
    std::vector<std::string> words;
    for (SearchPage page{.before = {}, .limit = 1000, .oldestFirst = false, .from = {}, .to = {}, .gathered = false};;) {
        const auto ids = must(store.readNow<std::vector<ItemId>>([&](Tx &tx) { return Items(tx).search(*text::parseQuery(""), page); }));
        if (ids.empty())
            return out;
        page.before = ids.back();
        for (const auto &row : must(store.readNow<std::vector<ItemRow>>([&](Tx &tx) { return Items(tx).rows(ids); }))) {
            text::splitWords(text::foldedText(row.item), words);
            if (text::matches(query, text::subjectOf(row.item, words)))
                out.push_back(row.item.id);
        }
    }
}

bool isGolden(const QueryDifference &found, const std::vector<ItemId> &before, const std::vector<ItemId> &after)
{
    const auto newer = [](ItemId a, ItemId b) { return b < a; };
    std::vector<ItemId> added, lost;
    std::set_difference(after.begin(), after.end(), before.begin(), before.end(), std::back_inserter(added), newer);
    std::set_difference(before.begin(), before.end(), after.begin(), after.end(), std::back_inserter(lost), newer);
    return found.added == added && found.lost == lost && found.before == static_cast<std::int64_t>(before.size()) && found.after == static_cast<std::int64_t>(after.size());
}

} // namespace

int main(int argc, char **argv)
{
    const std::int64_t items = argc > 1 ? std::atoll(argv[1]) : 100'000;
    const bool large = items >= 100'000;
    const auto folder = std::filesystem::temp_directory_path() / fmt::format("vigie-bench-history-{}", ::getpid());
    std::filesystem::create_directories(folder);
    {
        const SystemClock clock;
        auto store = must(Store::open((folder / "workspace.vigie").string(), clock));
        fill(*store, items);
        const std::string source = "velora OR maison";
        const auto id = save(*store, {}, source, false);
        judge(*store, id);
        std::uint64_t bytes = 0;
        const double bare = seconds([&] { bytes = bareReading(store->path()); });
        fmt::print("{} items, {:.1f} MB of text, read bare in {:.3f} s\n", items, static_cast<double>(bytes) / 1e6, bare);
        const auto before = byHand(*store, source);
        for (const char *changed : {"velora", "velora OR maison OR service", "velora NEAR/3 service", "*ora", "\"maison velora\" OR squire lang:fr", "NOT velora"}) {
            QueryDifference found;
            const double took = seconds([&] { found = differ(*store, id, changed); });
            fmt::print("\"{}\": {} before, {} after, {} added, {} lost: {:.3f} s, {:.2f} times the bare reading\n", changed, found.before, found.after, found.added.size(),
                       found.lost.size(), took, took / std::max(bare, 1e-9));
            goal("added and lost are what the matcher says of each item", isGolden(found, before, byHand(*store, changed)), true);
            goal("under 5 s for 100,000 items", took < 5.0 * static_cast<double>(items) / 100'000, large);
        }
        const double applied = seconds([&] {
            save(*store, id, "velora OR service", true);
            judge(*store, id);
        });
        const double undone = seconds([&] {
            must(store->writeNow<ChangeSet>([](Tx &tx) { return Tickets(tx).undoLast(); }));
            judge(*store, id);
        });
        fmt::print("applied in {:.3f} s, taken back in {:.3f} s\n", applied, undone);
        SearchPage all;
        all.limit = static_cast<int>(items) + 1;
        goal("taken back, the column is what it was", must(store->readNow<std::vector<ItemId>>([&](Tx &tx) { return Queries(tx).spine(id, all); })) == before, true);
    }
    std::filesystem::remove_all(folder);
    return failures() > 0 ? 1 : 0;
}
