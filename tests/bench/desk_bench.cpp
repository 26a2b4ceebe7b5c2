// SPDX-License-Identifier: GPL-3.0-or-later
// The desk over many items and many open tickets: views, threads, decisions over thousands, a rule tried over history; each
// beside a limit of the same run.
//   bench_desk [items [tickets [folder]]]   (or VIGIE_BENCH_ITEMS, VIGIE_BENCH_TICKETS; 1,000,000 and 50,000 unless said; a
//   workspace that an earlier run left in the folder is filled up and used)
// Times are only said; the checks are of what was found.
#include "bench/generator.hpp"
#include "bench/measure.hpp"

#include "store/session.hpp"

#include <vigie/base/clock.hpp>
#include <vigie/desk/ranking.hpp>
#include <vigie/desk/rules.hpp>
#include <vigie/intake/analysis.hpp>
#include <vigie/store/items.hpp>
#include <vigie/store/members.hpp>
#include <vigie/store/views.hpp>

#include <fmt/core.h>

#include <cstdlib>
#include <filesystem>
#include <thread>

#include <unistd.h>

using namespace vigie;
using namespace vigie::store;
using namespace vigie::bench;

namespace {

constexpr std::size_t kBatch = 2000;
constexpr int kTimes = 7, kReplies = 400, kBulk = 5000, kTried = 100'000;

/// Seconds that are asked for with 1,000,000 items and 50,000 open tickets, in a release build; printed beside the figure.
constexpr double kSwitchGoal = 0.1, kThreadGoal = 0.3, kBulkGoal = 1, kRuleGoal = 2;

void aim(double value, double most)
{
    fmt::print("  {} under {:.0f} ms\n", value < most ? "ok  " : "over", most * 1000);
}

void say(const char *what, double value, const char *limit, double peer)
{
    fmt::print("{:<44} {:>9.1f} ms   {:<40} {:>9.1f} ms   x{:.2f}\n", what, value * 1000, limit, peer * 1000, peer > 0 ? value / peer : 0);
}

void said(const char *what, double value, const char *limit, double peer, double goal)
{
    say(what, value, limit, peer);
    aim(value, goal);
}

double median(const std::function<void()> &work)
{
    std::vector<double> all;
    for (int i = 0; i < kTimes; ++i)
        all.push_back(seconds(work));
    return percentile(all, 0.5);
}

struct Bench {
    SystemClock clock;
    intake::Analysis analysis;
    std::unique_ptr<Store> store;
    std::unique_ptr<Session> raw;
    std::int64_t items, tickets;
    ItemId talk;

    Bench(std::int64_t wantedItems, std::int64_t wantedTickets, const std::filesystem::path &folder) : items(wantedItems), tickets(wantedTickets)
    {
        store = must(Store::open((folder / "desk.vigie").string(), clock));
        raw = must(Session::open(store->path(), SessionMode::ReadOnly));
        fill();
        open();
        talk = conversation();
        // Scores are made of what the store keeps ready behind.
        const auto settled = seconds([&] {
            while (raw->one<int>("SELECT 1 FROM queue_stale LIMIT 1"))
                std::this_thread::yield();
        });
        fmt::print("{} items, {} open tickets; what their scores are made of was ready after {:.1f} s\n", count("query_match WHERE query_id=0"), count("ticket"), settled);
    }
    std::int64_t count(const std::string &from) { return raw->one<std::int64_t>("SELECT count(*) FROM " + from).value_or(0); }

    void fill()
    {
        const auto have = count("query_match WHERE query_id=0");
        Generator generator(20261122, items, std::max<std::int64_t>(items / 5, 1));
        std::int64_t made = 0;
        for (; made < have && have < items; ++made)
            (void)generator.next();
        for (auto left = items - have; left > 0;) {
            std::vector<Item> batch;
            for (; batch.size() < kBatch && left > 0; --left)
                batch.push_back(generator.next());
            const auto ready = analysis.analyse(std::move(batch));
            must(store->writeNow<std::vector<StoredItem>>([&](Tx &tx) { return Items(tx).store(ready); }));
        }
    }
    /// The newest mentions are what people wait about.
    void open()
    {
        const auto have = count("ticket");
        if (have >= tickets)
            return;
        const auto ids = raw->column<ItemId>("SELECT item_id FROM query_match WHERE query_id=0 ORDER BY item_id DESC LIMIT ?", tickets);
        for (std::size_t begin = static_cast<std::size_t>(have); begin < ids.size(); begin += kBatch)
            must(store->writeNow<int>([&](Tx &tx) -> Result<int> {
                for (std::size_t i = begin; i < std::min(ids.size(), begin + kBatch); ++i) {
                    VIGIE_TRY(const auto item, Items(tx).get(ids[i]));
                    Ticket ticket;
                    ticket.root = ticket.latest = ids[i];
                    ticket.member = item->authorId;
                    ticket.owner = i % 3 == 0 ? "Ines" : "";
                    ticket.waitingSince = item->publishedAt;
                    ticket.inbound = 1;
                    VIGIE_TRY(const auto id, Tickets(tx).save(ticket, "intake"));
                    VIGIE_CHECK(Tickets(tx).addItem(id, ids[i]));
                }
                return 0;
            }));
    }
    ItemId conversation()
    {
        std::vector<Item> all;
        for (int i = 0; i <= kReplies; ++i) {
            Item item;
            item.connector = "mastodon";
            item.instance = "https://talk.example";
            item.nativeId = "talk" + std::to_string(i);
            item.author.nativeId = item.author.handle = "t" + std::to_string(i % 40);
            item.text = "A word in a long conversation, the " + std::to_string(i);
            item.lang = "en";
            item.publishedAt = item.fetchedAt = fromMicros(1'700'000'000'000'000) + std::chrono::minutes(i);
            if (i > 0)
                item.refs.push_back({Relation::ReplyTo, "talk" + std::to_string(i / 3), {}});
            all.push_back(std::move(item));
        }
        const auto ready = analysis.analyse(std::move(all));
        return must(store->writeNow<std::vector<StoredItem>>([&](Tx &tx) { return Items(tx).store(ready); })).front().id;
    }

    template <class T>
    T read(const std::function<Result<T>(Tx &)> &job)
    {
        return must(store->readNow<T>(job));
    }

    void switches()
    {
        std::size_t held = 0;
        const auto view = [&](const QueueFilter &filter) {
            return median([&] {
                held = read<std::vector<QueueEntry>>([&](Tx &tx) { return desk::ranked(tx, filter); }).size();
                (void)read<QueueTotals>([](Tx &tx) { return Queue(tx).totals("Ines"); });
            });
        };
        const auto bare = median([&] {
            std::int64_t sum = 0;
            raw->each<std::int64_t, double>("SELECT t.id, f.tone FROM ticket t JOIN queue_fact f ON f.ticket_id=t.id WHERE t.status='new' ORDER BY t.waiting_since_at", {},
                                            [&](std::int64_t id, double tone) { sum += id + (tone < 0); });
            if (sum == 0)
                std::abort();
        });
        said("switch to all open tickets", view({}), "bare SQLite, the same rows in an order", bare, kSwitchGoal);
        QueueFilter mine;
        mine.tickets.owner = "Ines";
        said("switch to one's own", view(mine), "bare SQLite, all rows", bare, kSwitchGoal);
        QueueFilter words;
        words.source = kCommonWord;
        said("switch to a view of a common word", view(words), "bare SQLite, all rows", bare, kSwitchGoal);
        if (held == 0)
            std::abort();
    }
    void next()
    {
        const auto entries = read<std::vector<QueueEntry>>([](Tx &tx) { return desk::ranked(tx, {}); });
        std::size_t place = 0;
        const auto one = median([&] {
            const TicketId ids[] = {entries[place++ % entries.size()].ticket};
            (void)read<std::vector<TicketRow>>([&](Tx &tx) { return Tickets(tx).rows(ids); });
        });
        const auto bare = median([&] { (void)raw->one<std::string>("SELECT i.text FROM ticket t JOIN item i ON i.id=t.latest_item_id WHERE t.id=?", entries[place++ % entries.size()].ticket); });
        say("the row of the next ticket", one, "bare SQLite, its text", bare);
    }
    void thread()
    {
        std::size_t found = 0;
        const auto time = median([&] {
            found = read<std::size_t>([&](Tx &tx) -> Result<std::size_t> {
                VIGIE_TRY(const auto entries, Items(tx).thread(talk));
                std::vector<ItemId> ids;
                for (const auto &entry : entries)
                    ids.push_back(entry.id);
                VIGIE_TRY(const auto rows, Items(tx).rows(ids));
                return rows.size();
            });
        });
        const auto bare = median([&] {
            (void)raw->column<std::string>("WITH RECURSIVE t(id) AS (VALUES(?) UNION SELECT r.item_id FROM item_ref r JOIN t ON r.target_id=t.id WHERE r.relation=0)"
                                           " SELECT i.text FROM t JOIN item i ON i.id=t.id", talk);
        });
        said("a thread of 400 replies, read whole", time, "bare SQLite, the same texts", bare, kThreadGoal);
        if (found != kReplies + 1)
            std::abort();
    }
    void bulk()
    {
        const auto ids = raw->column<TicketId>("SELECT id FROM ticket WHERE status='new' ORDER BY id LIMIT ?", kBulk);
        const auto decide = seconds([&] { must(store->writeNow<ChangeSetId>([&](Tx &tx) { return desk::Desk(tx).setStatus(ids, TicketStatus::Done); })); });
        const auto back = seconds([&] { must(store->writeNow<ChangeSet>([](Tx &tx) { return desk::Desk(tx).undo(); })); });
        const auto bare = seconds([&] {
            must(store->writeNow<int>([&](Tx &tx) -> Result<int> {
                return tx.session().guard([&] {
                    for (const auto id : ids)
                        tx.session().exec("UPDATE ticket SET status='new', changed_at=changed_at+1 WHERE id=?", id);
                    return 0;
                });
            }));
        });
        said("5,000 tickets done", decide, "bare updates of them", bare, kBulkGoal);
        said("and taken back", back, "bare updates of them", bare, kBulkGoal);
    }
    void rule()
    {
        Rule rule;
        rule.name = "bench";
        rule.source = kCommonWord;
        rule.actions = {{RuleAction::Kind::Tag, "Marque", {}, 0}, {RuleAction::Kind::Assign, "Lou", {}, 0}};
        const auto oldest = raw->one<ItemId>("SELECT min(item_id) FROM (SELECT item_id FROM query_match WHERE query_id=0 ORDER BY item_id DESC LIMIT ?)", kTried).value_or(ItemId{});
        const auto since = read<std::optional<Item>>([&](Tx &tx) { return Items(tx).get(oldest); })->publishedAt;
        desk::RuleTrial trial;
        const auto time = median([&] {
            trial = {};
            while (!trial.done)
                (void)read<int>([&](Tx &tx) -> Result<int> {
                    VIGIE_CHECK(desk::tryRule(tx, rule, since, 20'000, trial));
                    return 0;
                });
        });
        const auto bare = median([&] { (void)raw->one<std::int64_t>("SELECT count(*) FROM item_fts WHERE item_fts MATCH ? AND rowid >= ?", std::string(kCommonWord), oldest); });
        fmt::print("a rule over {} items matched {} and would change {}\n", trial.judged, trial.matched, trial.changed);
        said("a rule tried over 100,000 items", time, "bare full text, the same words counted", bare, kRuleGoal);
        if (trial.matched == 0 || trial.changed != trial.matched)
            std::abort();
    }
};

std::int64_t number(int argc, char **argv, int place, const char *variable, std::int64_t usual)
{
    if (argc > place)
        return std::atoll(argv[place]);
    const char *said = std::getenv(variable);
    return said != nullptr ? std::atoll(said) : usual;
}

} // namespace

int main(int argc, char **argv)
{
    const auto items = number(argc, argv, 1, "VIGIE_BENCH_ITEMS", 1'000'000);
    const auto tickets = number(argc, argv, 2, "VIGIE_BENCH_TICKETS", std::min<std::int64_t>(items / 2, 50'000));
    const bool kept = argc > 3;
    const auto folder = kept ? std::filesystem::path(argv[3]) : std::filesystem::temp_directory_path() / ("vigie-desk-" + std::to_string(::getpid()));
    std::filesystem::create_directories(folder);
    {
        Bench bench(items, tickets, folder);
        bench.switches();
        bench.next();
        bench.thread();
        bench.rule();
        bench.bulk();
    }
    if (!kept)
        std::filesystem::remove_all(folder);
    return failures() == 0 ? 0 : 1;
}
