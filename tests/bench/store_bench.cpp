// SPDX-License-Identifier: GPL-3.0-or-later
// Intake (analysis, store) beside bare SQLite, in one run: the same rows into the same tables and index, the same searches.
//   bench_store [items [folder]]   (or VIGIE_BENCH_ITEMS; 1,000,000 unless said; in a folder that is named the files stay)
// Intake is measured in processor time, the rest by the clock. Times and the ratio of intake with analysis are binding from
// 500,000 items on: below, bare b-trees are too shallow to compare with.
#include "bench/bare_loop.hpp"
#include "bench/generator.hpp"

#include "store/hot_statement.hpp"

#include <vigie/base/clock.hpp>
#include <vigie/intake/analysis.hpp>
#include <vigie/store/figures.hpp>
#include <vigie/store/queries.hpp>
#include <vigie/text/fts_expression.hpp>

#include <fmt/core.h>

#include <algorithm>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <functional>

using namespace vigie;
using namespace vigie::store;

namespace {

constexpr std::size_t kBatch = 2000;
int failures = 0;

double seconds(const std::function<void()> &work)
{
    const auto from = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - from).count();
}

/// Of all threads: what a machine that does other things besides does not distort.
double processorSeconds(const std::function<void()> &work)
{
    const auto now = [] {
        timespec time{};
        ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
        return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
    };
    const double from = now();
    work();
    return now() - from;
}

/// Middle and worst of some runs, in milliseconds.
std::pair<double, double> timed(const std::function<void()> &work, int runs = 15)
{
    std::vector<double> times;
    for (int i = 0; i < runs; ++i)
        times.push_back(seconds(work) * 1000);
    std::sort(times.begin(), times.end());
    return {times[times.size() / 2], times.back()};
}

void goal(const std::string &what, bool met, bool binding)
{
    fmt::print("  {} {}\n", met ? "ok  " : binding ? "FAIL" : "over", what);
    failures += !met && binding ? 1 : 0;
}

template <class T>
T must(Result<T> result)
{
    if (!result) {
        fmt::print("error: {} {}\n", errcName(result.error().code), result.error().detail);
        std::exit(2);
    }
    return std::move(*result);
}

long residentKilobytes()
{
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);)
        if (line.rfind("VmRSS:", 0) == 0)
            return std::atol(line.c_str() + 6);
    return 0;
}

struct Bench {
    std::int64_t items;
    bool large;
    std::filesystem::path folder;
    SystemClock clock;
    std::unique_ptr<Store> store;
    intake::Analysis analysis;
    std::vector<QueryId> brands;
    std::uint64_t rawText = 0;
    Instant now;

    Bench(std::int64_t wanted, std::filesystem::path where) : items(wanted), large(wanted >= 500'000), folder(std::move(where))
    {
        store = must(Store::open((folder / "workspace.vigie").string(), clock));
        for (const auto &[name, source] : {std::pair("Brand", "velora"), std::pair("Service", "service"), std::pair("Complaints", "velora sentiment:negative")})
            brands.push_back(must(store->writeNow<QueryId>([name = name, source = source](Tx &tx) {
                SavedQuery query;
                query.name = name;
                query.source = source;
                query.role = QueryRole::Brand;
                return Queries(tx).save(query);
            })));
    }

    AnalysedItem prepare(Item item)
    {
        rawText += item.text.size();
        return analysis.analyse(std::move(item));
    }

    void intake()
    {
        bench::Generator generator(20261121, items, std::max<std::int64_t>(items / 5, 1));
        now = generator.last();
        bench::BareLoop bare((folder / "bare.db").string());
        analysis.setQueries(must(store->readNow<std::vector<SavedQuery>>([](Tx &tx) { return Queries(tx).all(); })));
        double analysing = 0, storing = 0, theirs = 0;
        for (std::int64_t done = 0; done < items; done += static_cast<std::int64_t>(kBatch)) {
            std::vector<Item> arriving;
            for (std::size_t i = 0; i < std::min<std::size_t>(kBatch, static_cast<std::size_t>(items - done)); ++i)
                arriving.push_back(generator.next());
            std::vector<AnalysedItem> batch;
            batch.reserve(arriving.size());
            analysing += processorSeconds([&] {
                for (auto &item : arriving)
                    batch.push_back(prepare(std::move(item)));
            });
            storing += processorSeconds([&] { must(store->writeNow<std::vector<StoredItem>>([&](Tx &tx) { return Items(tx).store(batch); })); });
            bare.prepare(batch);
            theirs += processorSeconds([&] { bare.insert(); });
        }
        const double count = static_cast<double>(items), rate = count / (analysing + storing), bareRate = count / theirs;
        fmt::print("intake      {:>10.0f} items/s   bare loop {:>10.0f} items/s of processor time   ratio {:.2f}\n", rate, bareRate, rate / bareRate);
        fmt::print("  of which analysis {:.1f} us and storing {:.1f} us an item (storing alone: ratio {:.2f})\n", analysing / count * 1e6,
                   storing / count * 1e6, theirs / storing);
        goal("intake at least a third of the bare loop", rate * 3 >= bareRate, large);
        goal("storing at least a third of the bare loop", theirs * 3 >= storing, true);
        const auto page = timed([&] {
            std::vector<AnalysedItem> fresh;
            bench::Generator more(now.time_since_epoch().count() % 1000 + static_cast<std::uint64_t>(++extra), 1000, 1000);
            for (int i = 0; i < 100; ++i) {
                auto item = more.next();
                item.nativeId = "late-" + std::to_string(extra) + "-" + std::to_string(i);
                item.publishedAt = now + std::chrono::seconds(extra * 100 + i);
                fresh.push_back(prepare(std::move(item)));
            }
            must(store->writeNow<std::vector<StoredItem>>([&](Tx &tx) { return Items(tx).store(fresh); }));
        }, 9);
        fmt::print("100 new items over {}: {:.2f} ms (with making them), worst {:.2f}\n", items, page.first, page.second);
    }

    void searches()
    {
        auto raw = must(Session::open(store->path(), SessionMode::ReadOnly));
        const auto compare = [&](const char *name, const std::string &source, std::optional<Instant> before = {}) {
            const auto query = *text::parseQuery(source);
            SearchPage page;
            if (before)
                page.before = firstItemIdAt(*before);
            std::size_t found = 0;
            const auto ours = timed([&] { found = must(store->readNow<std::vector<ItemId>>([&](Tx &tx) { return Items(tx).search(query, page); })).size(); });
            auto bare = std::pair(0.0, 0.0);
            if (const auto match = text::ftsExpression(query.root)) {
                HotStatement statement(raw->raw(), before ? "SELECT rowid FROM item_fts WHERE item_fts MATCH ? AND rowid < ? ORDER BY rowid DESC LIMIT 50"
                                                          : "SELECT rowid FROM item_fts WHERE item_fts MATCH ? ORDER BY rowid DESC LIMIT 50");
                bare = timed([&] {
                    before ? statement.bind(*match, page.before) : statement.bind(*match);
                    while (statement.next()) {
                    }
                });
            }
            fmt::print("search {:<22} {:>3} hits  {:>8.3f} ms  worst {:>8.3f}   bare SQL {:>8.3f}\n", name, found, ours.first, ours.second, bare.first);
            goal(fmt::format("{} under 20 ms", name), ours.first < 20, large);
        };
        const auto middle = now - std::chrono::hours(24 * 160);
        compare("rare", bench::kRareWord);
        compare("common", bench::kCommonWord);
        compare("common AND common", "velora service");
        compare("common AND rare", "velora squire");
        compare("phrase", "\"maison velora\"");
        compare("prefix", "vel*");
        compare("with filters", "velora network:mastodon lang:fr sentiment:negative");
        compare("nothing but filters", "lang:fr has:image is:reply");
        compare("everything", "");
        compare("page in the middle", "velora service", middle);
        const auto query = *text::parseQuery(bench::kCommonWord);
        const auto capped = timed([&] { must(store->readNow<int>([&](Tx &tx) { return Items(tx).count(query, 1000); })); });
        fmt::print("count capped at 1,000: {:.3f} ms\n", capped.first);
    }

    void reading()
    {
        SearchPage page;
        std::vector<ItemId> ids;
        const auto spine = timed([&] {
            ids = must(store->readNow<std::vector<ItemId>>([&](Tx &tx) { return Queries(tx).spine(brands[0], page); }));
            must(store->readNow<std::vector<ItemRow>>([&](Tx &tx) { return Items(tx).rows(ids); }));
        });
        fmt::print("column opened, 50 cards: {:.2f} ms, worst {:.2f}\n", spine.first, spine.second);
        goal("column under 100 ms", spine.first < 100, large);
        const auto counts = timed([&] { must(store->readNow<QueryCounts>([&](Tx &tx) { return Queries(tx).counts(brands[0]); })); });
        fmt::print("counts of a column: {:.2f} ms\n", counts.first);
        goal("counts under 50 ms", counts.first < 50, large);
        const auto thread = timed([&] { must(store->readNow<std::vector<ThreadEntry>>([&](Tx &tx) { return Items(tx).thread(ids.front()); })); });
        fmt::print("thread: {:.2f} ms\n", thread.first);
    }

    void figures()
    {
        const auto today = static_cast<std::int32_t>(std::chrono::floor<std::chrono::days>(now).time_since_epoch().count());
        for (const auto &[name, days] : {std::pair("30 days", 30), std::pair("a year", 365)}) {
            FigureFilter filter;
            filter.query = brands[0];
            filter.toDay = today + 1;
            filter.fromDay = today + 1 - days;
            std::vector<DayCell> cells;
            const auto sums = timed([&] { cells = must(store->readNow<std::vector<DayCell>>([&](Tx &tx) { return Figures(tx).days(filter); })); });
            const auto top = timed([&] { must(store->readNow<std::vector<TopMember>>([&](Tx &tx) { return Figures(tx).topMembers(filter, 20); })); }, 5);
            std::vector<DayCell> recounted;
            const auto again = seconds([&] { recounted = must(store->readNow<std::vector<DayCell>>([&](Tx &tx) { return Figures(tx).recount(filter); })); }) * 1000;
            const bool equal = std::equal(cells.begin(), cells.end(), recounted.begin(), recounted.end(),
                                          [](const DayCell &a, const DayCell &b) { return a.day == b.day && a.total() == b.total() && a.negative == b.negative; });
            fmt::print("figures, {}: days {:.2f} ms, top members {:.2f} ms (counting the rows themselves: {:.0f} ms)\n", name, sums.first, top.first, again);
            goal("sums equal the rows", equal, true);
            goal("figures under 100 ms", sums.first < 100 && top.first < 100, large);
        }
    }

    void judging()
    {
        const auto id = must(store->writeNow<QueryId>([](Tx &tx) {
            SavedQuery query;
            query.name = "Again";
            query.source = "velora service OR rare*";
            return Queries(tx).save(query);
        }));
        int slices = 0;
        const auto time = seconds([&] {
            ItemId from;
            do {
                from = must(store->writeNow<ItemId>([&](Tx &tx) { return Queries(tx).rematch(id, from, 50'000); }));
                ++slices;
            } while (from);
        });
        fmt::print("a changed query judged over {} items: {:.2f} s in {} slices\n", items, time, slices);
    }

    void size()
    {
        const auto memory = residentKilobytes();
        const auto path = store->path();
        store.reset(); // moves what is in the WAL into the file
        const auto bytes = std::filesystem::file_size(path);
        const double ratio = static_cast<double>(bytes) / static_cast<double>(rawText);
        fmt::print("file {:.0f} MB, raw text {:.0f} MB, ratio {:.2f}; memory {} MB\n", static_cast<double>(bytes) / 1e6, static_cast<double>(rawText) / 1e6, ratio,
                   memory / 1024);
        goal("file at most 3 times the raw text", ratio <= 3, false);
    }

    int extra = 0;
};

} // namespace

int main(int argc, char **argv)
{
    std::int64_t items = 1'000'000;
    if (const char *wanted = std::getenv("VIGIE_BENCH_ITEMS"))
        items = std::atoll(wanted);
    if (argc > 1)
        items = std::atoll(argv[1]);
    items = std::max<std::int64_t>(items, 1000);
    std::string pattern = (std::filesystem::temp_directory_path() / "vigie-bench-XXXXXX").string();
    const bool keep = argc > 2;
    if (keep)
        pattern = argv[2];
    else if (!::mkdtemp(pattern.data()))
        return 2;
    {
        Bench bench(items, pattern);
        fmt::print("{} items, {} members, batches of {}\n", items, items / 5, kBatch);
        bench.intake();
        bench.searches();
        bench.reading();
        bench.figures();
        bench.judging();
        bench.size();
    }
    std::error_code ignored;
    if (!keep)
        std::filesystem::remove_all(pattern, ignored);
    fmt::print("{}\n", failures == 0 ? "all goals met" : fmt::format("{} goals missed", failures));
    return failures == 0 ? 0 : 1;
}
