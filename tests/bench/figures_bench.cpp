// SPDX-License-Identifier: GPL-3.0-or-later
// Figures with any filter over two years of mentions: from columns in memory, beside the same statements over SQLite's rows and, where it
// is there, DuckDB over the same columns. All of one run, by the time of the processor; the answers must agree.
//   bench_figures [mentions]   (1,000,000 unless said, or VIGIE_BENCH_ITEMS)
// DuckDB runs where VIGIE_BENCH_PEERS names a folder with its node_modules (npm install @duckdb/node-api).
// Goals are those of five million; smaller runs are judged by the ratio to the scan alone.
#include "bench/measure.hpp"
#include "store/session.hpp"

#include <vigie/base/clock.hpp>
#include <vigie/insight/columns.hpp>
#include <vigie/insight/figure.hpp>
#include <vigie/store/items.hpp>
#include <vigie/store/queries.hpp>

#include <cmath>
#include <cstdio>
#include <fstream>
#include <sstream>

using namespace vigie;
using namespace vigie::insight;
using namespace vigie::bench;

namespace {

constexpr std::int64_t kStart = 1'704'067'200; // 2024-01-01, a Monday
constexpr std::int32_t kFirstDay = 19723, kDays = 731;
constexpr std::int64_t kSpan = std::int64_t{kDays} * 86400, kFull = 5'000'000;
constexpr int kAuthors = 300'000;
constexpr double kFrameMs = 16, kPageMs = 32, kWordsMs = 300, kIndexMs = 1000, kTimesDuckDb = 5;

/// Rows as a workspace holds them, written straight: a common query has 24 %, two competitors 10 % each.
void fill(store::Store &store, std::int64_t items)
{
    must(store.writeNow<int>([&](store::Tx &tx) {
        return tx.session().guard([&]() -> Result<int> {
            auto &db = tx.session();
            db.script("INSERT INTO source(id, connector, instance) VALUES(1,'mastodon','a'),(2,'bluesky','b'),(3,'rss','c'),(4,'reviews','d'),(5,'forum','e'),(6,'video','f');"
                      "INSERT INTO saved_query(id, name, source, role, is_column, position, newest_first, version, desk_dependent) VALUES"
                      "(1,'velora','velora','brand',1,0,1,1,0),(2,'dubreuil','dubreuil','competitor',1,1,1,1,0),(3,'marlow','marlow','competitor',1,2,1,1,0);");
            db.exec("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n WHERE i<?) INSERT INTO member(id, source_id, native_id, followers, handle_since_at, first_seen_at, last_seen_at)"
                    " SELECT i, 1+i%6, i, iif(i%5=0, NULL, (i*7919)%20000), 0, 0, 0 FROM n",
                    kAuthors);
            db.exec("WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i+1 FROM n WHERE i<?1-1), r(i, at, h) AS (SELECT i, ?2 + i*?3/?1, (i*2654435761)&1073741823 FROM n)"
                    " INSERT INTO item(id, source_id, native_id, author_id, kind, visibility, state, sensitive, date_precision, published_at, fetched_at, lang, tone, tone_label, text, metrics)"
                    " SELECT ((at-1577836800)<<6)+i%64, 1+h%6, i, 1+h%?4, 0, 0, 0, 0, 0, at*1000000, at*1000000, iif(h%100<55,'en','fr'), ((h/7)%3-1)*0.5, (h/7)%3-1,"
                    " iif(h%100<24,'velora ','')||iif((h/100)%100<10,'dubreuil ','')||iif((h/100)%100>89,'marlow ','')||iif(i%43000=7,'squire ','')"
                    " ||'this is what somebody said about the service and the answer that came late today number w'||(h%5000),"
                    " iif(h%11=0, NULL, 'A='||(h%40)||';B='||(h%7)||';C='||(h%5)||';') FROM r",
                    items, kStart, kSpan, kAuthors);
            const std::string facts = " SELECT %1, id, author_id, source_id, lang, tone_label, CAST(round(tone*1000) AS INTEGER), native_id%9=0, 1 FROM item";
            const auto match = [&](const char *query, const std::string &where) {
                auto sql = facts;
                sql.replace(sql.find("%1"), 2, query);
                db.exec("INSERT INTO query_match(query_id, item_id, author_id, source_id, lang, tone_label, tone_milli, relay, counted)" + sql + where);
            };
            match("0", "");
            match("1", " WHERE text LIKE 'velora %'");
            match("2", " WHERE text LIKE '%dubreuil %'");
            match("3", " WHERE text LIKE '%marlow %'");
            db.exec("INSERT INTO item_fts(rowid, text, tags) SELECT id, text, '' FROM item");
            db.script("ANALYZE");
            return 0;
        });
    }));
}

struct Asked {
    std::string what, key;
    FigureScope scope;
    Period period;
    std::string sql, duck;               ///< the same, over SQLite's rows and over DuckDB's columns
    std::optional<double> ours;
    double oursMs = 0, scanMs = 0;
};

std::vector<Asked> questions()
{
    const Period all{kFirstDay, kFirstDay + kDays}, month{kFirstDay + kDays - 30, kFirstDay + kDays};
    const std::string from = " FROM query_match m CROSS JOIN item i ON i.id=m.item_id";
    const auto when = [](const Period &period) {
        return fmt::format(" AND i.published_at>={} AND i.published_at<{}", std::int64_t{period.fromDay} * 86'400'000'000, std::int64_t{period.toDay} * 86'400'000'000);
    };
    const auto duckWhen = [](const Period &period) { return fmt::format(" AND said>={} AND said<{}", std::int64_t{period.fromDay} * 86400, std::int64_t{period.toDay} * 86400); };
    FigureScope none, brand, filtered, people;
    brand.query = QueryId{1};
    filtered.query = QueryId{1};
    filtered.networks = {"mastodon", "forum"};
    filtered.langs = {"fr"};
    filtered.tones = {-1};
    filtered.withoutRelays = true;
    people.langs = {"en"};
    return {
        {"all mentions of two years", "mentions", none, all, "SELECT count(*)" + from + " WHERE m.query_id=0 AND m.counted=1" + when(all), "SELECT count(*) FROM post WHERE true" + duckWhen(all), {}},
        {"net tone of the brand, two years", "net_sentiment", brand, all, "SELECT 100.0*sum(m.tone_label)/count(*)" + from + " WHERE m.query_id=1 AND m.counted=1" + when(all),
         "SELECT 100.0*sum(tone)/count(*) FROM post WHERE brand=1" + duckWhen(all), {}},
        {"brand, two networks, French, negative, originals, two years", "mentions", filtered, all,
         "SELECT count(*)" + from + " JOIN source s ON s.id=m.source_id WHERE m.query_id=1 AND m.counted=1 AND m.relay=0 AND m.lang='fr' AND m.tone_label=-1 AND s.connector IN ('mastodon','forum')" + when(all),
         "SELECT count(*) FROM post WHERE brand=1 AND relay=0 AND lang='fr' AND tone=-1 AND source IN (1,5)" + duckWhen(all), {}},
        {"authors in English, two years", "authors", people, all, "SELECT count(DISTINCT m.author_id)" + from + " WHERE m.query_id=0 AND m.counted=1 AND m.lang='en'" + when(all),
         "SELECT count(DISTINCT author) FROM post WHERE lang='en'" + duckWhen(all), {}},
        {"reach of the brand, two years", "reach", brand, all, "SELECT sum(p.followers)" + from + " JOIN member p ON p.id=m.author_id WHERE m.query_id=1 AND m.counted=1" + when(all),
         "SELECT sum(followers) FROM post WHERE brand=1" + duckWhen(all), {}},
        {"brand, the same filters, the last 30 days", "mentions", filtered, month,
         "SELECT count(*)" + from + " JOIN source s ON s.id=m.source_id WHERE m.query_id=1 AND m.counted=1 AND m.relay=0 AND m.lang='fr' AND m.tone_label=-1 AND s.connector IN ('mastodon','forum')" + when(month),
         "SELECT count(*) FROM post WHERE brand=1 AND relay=0 AND lang='fr' AND tone=-1 AND source IN (1,5)" + duckWhen(month), {}},
    };
}

/// Middle of some runs in milliseconds of the processor: what else the machine does hardly distorts it.
double middle(const std::function<void()> &work, int runs = 15)
{
    std::vector<double> times;
    for (int i = 0; i < runs; ++i)
        times.push_back(processorSeconds(work) * 1000);
    return percentile(std::move(times), 0.5);
}

std::optional<double> oneValue(store::Store &store, const std::string &sql)
{
    return must(store.readNow<std::optional<double>>([&](store::Tx &tx) { return tx.session().guard([&] { return tx.session().one<std::optional<double>>(sql).value_or(std::nullopt); }); }));
}

/// DuckDB answers in a program of its own; nothing where it is not installed.
void askDuckDb(store::Store &store, const std::filesystem::path &folder, std::vector<Asked> &asked)
{
    const char *peers = std::getenv("VIGIE_BENCH_PEERS");
    if (peers == nullptr || !std::filesystem::exists(std::filesystem::path(peers) / "node_modules" / "@duckdb" / "node-api")) {
        fmt::print("DuckDB: not measured (VIGIE_BENCH_PEERS names no folder with @duckdb/node-api)\n");
        return;
    }
    const auto rows = folder / "rows.csv", statements = folder / "statements.sql", answers = folder / "answers.txt";
    {
        std::ofstream out(rows);
        out << "said,author,source,lang,tone,relay,brand,followers\n";
        must(store.readNow<int>([&](store::Tx &tx) {
            return tx.session().guard([&] {
                tx.session().each<std::int64_t, std::int64_t, std::int64_t, std::string, int, int, int, std::optional<double>>(
                    "SELECT i.published_at/1000000, m.author_id, m.source_id, m.lang, m.tone_label, m.relay, i.text LIKE 'velora %', p.followers FROM query_match m"
                    " JOIN item i ON i.id=m.item_id JOIN member p ON p.id=m.author_id WHERE m.query_id=0",
                    {}, [&](std::int64_t at, std::int64_t author, std::int64_t source, const std::string &lang, int tone, int relay, int brand, std::optional<double> followers) {
                        out << at << ',' << author << ',' << source << ',' << lang << ',' << tone << ',' << relay << ',' << brand << ',';
                        if (followers)
                            out << static_cast<std::int64_t>(*followers);
                        out << '\n';
                    });
                return 0;
            });
        }));
        std::ofstream list(statements);
        for (const auto &one : asked)
            list << one.duck << '\n';
    }
    const auto script = std::filesystem::path(VIGIE_SOURCE_DIR) / "tests/bench/duckdb_peer.mjs";
    const auto command = fmt::format("node '{}' '{}' '{}' '{}' > '{}'", script.string(), peers, rows.string(), statements.string(), answers.string());
    if (std::system(command.c_str()) != 0) { // NOLINT(concurrency-mt-unsafe)
        fmt::print("DuckDB: not measured (node could not run it)\n");
        return;
    }
    std::ifstream in(answers);
    std::string line;
    std::getline(in, line);
    fmt::print("DuckDB, one thread, read from a file in {} ms\n", line.substr(0, line.find(' ')));
    double logs = 0;
    for (auto &one : asked) {
        double ms = 0, value = 0;
        std::getline(in, line);
        std::istringstream(line) >> ms >> value;
        fmt::print("  {:<62} {:8.2f} ms of DuckDB, ours {:8.2f}: {:5.1f} times as fast\n", one.what, ms, one.oursMs, ms / one.oursMs);
        logs += std::log(ms / one.oursMs);
        goal("DuckDB says the same", std::abs(value - one.ours.value_or(-1)) < 1e-6 * std::max(1.0, std::abs(value)), true);
    }
    const double times = std::exp(logs / static_cast<double>(asked.size()));
    fmt::print("DuckDB, geometric mean: {:.1f} times as fast\n", times);
    goal(fmt::format("{} times as fast as DuckDB", kTimesDuckDb), times >= kTimesDuckDb, true);
}

} // namespace

int main(int argc, char **argv)
{
    const auto items = itemsAsked(argc, argv);
    const bool full = items >= kFull;
    const RunFolder folder;
    const FakeClock clock(Instant{std::chrono::seconds{kStart + kSpan + 86400}});
    const auto store = must(store::Store::open((folder.path() / "figures.vigie").string(), clock));
    fmt::print("{} mentions of two years written in {:.1f} s\n", items, seconds([&] { fill(*store, items); }));
    Columns columns;
    const auto read = [&](std::string_view key, const FigureScope &scope, const Period &period) {
        return must(store->readNow<Figure>([&](store::Tx &tx) { return FigureReader(tx, columns).read(key, scope, period); }));
    };
    const Period all{kFirstDay, kFirstDay + kDays}, month{kFirstDay + kDays - 30, kFirstDay + kDays}, year{kFirstDay + kDays - 365, kFirstDay + kDays};
    FigureScope brand;
    brand.query = QueryId{1};
    const double lately = processorSeconds([&] { read("mentions", {}, month); });
    const double load = processorSeconds([&] { read("mentions", {}, all); });
    for (const int query : {1, 2, 3}) {
        FigureScope scope;
        scope.query = QueryId{query};
        read("mentions", scope, all);
    }
    fmt::print("columns: the last 30 days in {:.3f} s, everything in {:.2f} s ({:.0f} a second); {:.1f} bytes a mention with three queries\n", lately, load,
               static_cast<double>(items) / load, static_cast<double>(columns.memory()) / static_cast<double>(items));

    auto asked = questions();
    for (auto &one : asked) {
        one.oursMs = middle([&] { one.ours = read(one.key, one.scope, one.period).value; });
        std::optional<double> theirs;
        one.scanMs = middle([&] { theirs = oneValue(*store, one.sql); }, 3);
        fmt::print("  {:<62} {:8.2f} ms, SQLite's rows {:8.1f} ms: {:6.1f} times as fast\n", one.what, one.oursMs, one.scanMs, one.scanMs / one.oursMs);
        goal("the scan says the same", std::abs(theirs.value_or(-1) - one.ours.value_or(-2)) < 1e-6 * std::max(1.0, std::abs(theirs.value_or(0))), true);
        goal(fmt::format("under {} ms", kFrameMs), one.oursMs < kFrameMs, false);
        if (full)
            goal("ten times as fast as the scan", one.scanMs > 10 * one.oursMs, true);
    }
    const char *page[] = {"mentions", "net_sentiment", "share_of_voice", "reach", "mention_engagements", "originals_share", "brand_health", "mentions_per_day"};
    const double pageMs = middle([&] {
        for (const auto *key : page)
            read(key, brand, month);
    });
    fmt::print("page of eight figures of 30 days: {:.1f} ms\n", pageMs);
    goal(fmt::format("under {} ms", kPageMs), pageMs < kPageMs, false);
    const double curveMs = middle([&] {
        must(store->readNow<Series>([&](store::Tx &tx) { return FigureReader(tx, columns).series("mentions", brand, all, Bucket::Day, Split::Network); }));
    });
    fmt::print("curve of two years by day and network: {:.1f} ms\n", curveMs);
    for (const auto &[what, scope] : {std::pair<const char *, FigureScope>{"everything", {}}, {"the brand", brand}}) {
        std::int64_t weighed = 0;
        const double ms = middle([&] { weighed = read("reputation", scope, all).n; }, 5);
        fmt::print("reputation index of two years with its interval, {}: {:.1f} ms, {} mentions\n", what, ms, weighed);
        goal(fmt::format("under {} ms a million", kIndexMs), ms < kIndexMs * std::max(1.0, static_cast<double>(weighed) / 1e6), false);
    }
    FigureScope words;
    for (const auto *text : {"velora", "squire", "velora service NOT dubreuil"}) {
        words.words = text;
        std::int64_t found = 0;
        const double ms = middle([&] { found = read("net_sentiment", words, year).n; }, 5);
        fmt::print("words of a year, {:<30} {:8.1f} ms, {} mentions\n", text, ms, found);
        goal(fmt::format("under {} ms", kWordsMs), ms < kWordsMs, false);
    }
    askDuckDb(*store, folder.path(), asked);
    return verdict();
}
