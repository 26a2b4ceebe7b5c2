// SPDX-License-Identifier: GPL-3.0-or-later
// The card of a member with 20,000 messages among those of others, with the first page of its timeline, beside the bare reading of
// that member's rows by SQLite in the same run: every tone and time of a year has to be read for the curve.
//   bench_members [messages]   (20,000 unless said; five times as many by others lie between them)
// Times are only said; the checks are of what was found.
#include "bench/measure.hpp"
#include "store/session.hpp"
#include "support/builders.hpp"

#include <vigie/base/clock.hpp>
#include <vigie/store/items.hpp>
#include <vigie/store/persons.hpp>

#include <fmt/core.h>

#include <cmath>

using namespace vigie;
using namespace vigie::store;
using namespace vigie::bench;

namespace {

constexpr int kOthers = 5, kTimes = 9, kLines = 30;
constexpr std::size_t kBatch = 3000;
constexpr double kGoalMs = 150;

/// Everybody speaks in turn, over the last 300 days.
MemberId fill(Store &store, std::int64_t messages, Instant now)
{
    const auto step = std::chrono::duration_cast<Micros>(std::chrono::hours(24 * 300)) / (messages * (kOthers + 1));
    std::vector<AnalysedItem> batch;
    MemberId member;
    const auto put = [&] {
        const auto stored = must(store.writeNow<std::vector<StoredItem>>([&](Tx &tx) { return Items(tx).store(batch); }));
        if (!member)
            member = must(store.readNow<std::optional<Item>>([&](Tx &tx) { return Items(tx).get(stored.front().id); }))->authorId;
        batch.clear();
    };
    for (std::int64_t at = 0; at < messages * (kOthers + 1); ++at) {
        const bool theirs = at % (kOthers + 1) == 0;
        auto item = test::item(std::to_string(at), "Message number " + std::to_string(at) + " about the oak table and its varnish", now - step * (messages * (kOthers + 1) - at));
        item = test::byAuthor(std::move(item), theirs ? "loud" : "m" + std::to_string(at % 997), theirs ? "loud@social.example" : "m" + std::to_string(at % 997) + "@social.example");
        batch.push_back(test::analysed(test::toned(std::move(item), at % 2 == 0 ? 1 : -1)));
        if (batch.size() == kBatch)
            put();
    }
    if (!batch.empty())
        put();
    return member;
}

/// Of the processor: what else the machine does hardly distorts it.
double median(const std::function<void()> &work)
{
    std::vector<double> times;
    for (int i = 0; i < kTimes; ++i)
        times.push_back(processorSeconds(work) * 1000);
    return percentile(std::move(times), 0.5);
}

} // namespace

int main(int argc, char **argv)
{
    const auto messages = itemsAsked(argc, argv, 20'000);
    const RunFolder folder;
    SystemClock clock;
    const auto store = must(Store::open((folder.path() / "members.vigie").string(), clock));
    const auto member = fill(*store, messages, clock.now());
    const auto raw = must(Session::open(store->path(), SessionMode::ReadOnly));

    PersonCard card;
    std::vector<TimelineEntry> lines;
    const double ours = median([&] {
        must(store->readNow<bool>([&](Tx &tx) -> Result<bool> {
            VIGIE_TRY(card, Persons(tx).card(member));
            VIGIE_TRY(lines, Persons(tx).timeline(member, {{}, kLines, {}}));
            return true;
        }));
    });
    double sum = 0;
    std::int64_t read = 0;
    const double bare = median([&] {
        sum = 0;
        read = 0;
        must(raw->guard([&]() -> Result<bool> {
            raw->each<Instant, double>("SELECT published_at, tone FROM item WHERE author_id=?", binds(member), [&](Instant, double tone) {
                sum += tone;
                ++read;
            });
            return true;
        }));
    });
    fmt::print("card of a member with {} messages, {} lines of timeline {:>8.1f} ms   bare read of their rows {:>8.1f} ms   x{:.2f}\n", messages, kLines, ours, bare, ours / bare);
    goal("every message is counted", card.mentions == messages && read == messages, true);
    goal("the tone is that of the rows", std::abs(static_cast<double>(card.meanTone) - sum / static_cast<double>(read)) < 1e-4, true);
    goal("the timeline has its first page, the newest first", static_cast<int>(lines.size()) >= kLines && lines.front().at >= lines.back().at, true);
    goal(fmt::format("the card is there within {:.0f} ms", kGoalMs), ours < kGoalMs, false);
    return verdict();
}
