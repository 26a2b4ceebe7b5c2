// SPDX-License-Identifier: GPL-3.0-or-later
// The publish machine's beat: what is due among 10,000 planned posts, beside the bare reading of the same index by SQLite in the same
// run; and how near to its hour the real ticker wakes up, with what it spends while nothing is due.
//   bench_publish [posts]   (10,000 unless said)
#include "bench/measure.hpp"
#include "store/session.hpp"

#include <vigie/app/workspace.hpp>
#include <vigie/base/clock.hpp>
#include <vigie/store/members.hpp>
#include <vigie/store/outbox.hpp>

#include <fmt/core.h>

#include <cmath>
#include <thread>

using namespace vigie;
using namespace vigie::store;
using namespace vigie::bench;
using namespace std::chrono_literals;

namespace {

constexpr int kTimes = 25, kDue = 12, kWakes = 5, kAccounts = 20;
constexpr double kScanGoalMs = 5, kWakeGoalMs = 1000, kIdleGoalShare = 0.05;
constexpr auto kIdle = 3s, kPatience = 20s;

double median(const std::function<void()> &work)
{
    std::vector<double> times;
    for (int i = 0; i < kTimes; ++i)
        times.push_back(processorSeconds(work) * 1000);
    return percentile(std::move(times), 0.5);
}

Outbound planned(AccountId account, const std::string &text, Instant due, Instant now)
{
    Outbound row;
    row.account = account;
    row.state = OutboundState::Planned;
    row.parts.resize(1);
    row.parts.front().text = text;
    row.createdAt = row.changedAt = now;
    row.dueAt = due;
    row.lateBy = 15min;
    return row;
}

void fill(Store &store, std::int64_t posts, Instant now)
{
    must(store.writeNow<bool>([&](Tx &tx) -> Result<bool> {
        Outbox outbox(tx);
        for (std::int64_t i = 0; i < posts; ++i) {
            const bool due = i < kDue;
            VIGIE_CHECK(outbox.add(planned(AccountId{1 + i % kAccounts}, "Post number " + std::to_string(i), due ? now - 1min : now + 1min * (i + 1), now)));
        }
        return true;
    }));
}

void scan(std::int64_t posts)
{
    const RunFolder folder;
    SystemClock clock;
    const auto now = clock.now();
    const auto store = must(Store::open((folder.path() / "due.vigie").string(), clock));
    fill(*store, posts, now);
    const auto raw = must(Session::open(store->path(), SessionMode::ReadOnly));
    std::size_t found = 0, bareFound = 0;
    const double ours = median([&] {
        must(store->readNow<bool>([&](Tx &tx) -> Result<bool> {
            VIGIE_TRY(const auto due, Outbox(tx).due(now, 200));
            VIGIE_TRY(const auto next, Outbox(tx).nextDue());
            found = next ? due.size() : 0;
            return true;
        }));
    });
    const double bare = median([&] {
        bareFound = must(raw->guard([&]() -> std::size_t {
                        return raw->column<OutboundId>("SELECT id FROM outbound INDEXED BY outbound_state WHERE state='planned' AND due_at<=? ORDER BY due_at, id LIMIT 200", now).size();
                    }));
    });
    fmt::print("what is due among {} planned posts {:>8.3f} ms   bare read of the index {:>8.3f} ms   x{:.2f}\n", posts, ours, bare, ours / bare);
    goal("what is due is found, and nothing else", found == kDue && bareFound == kDue, true);
    goal(fmt::format("it takes less than {:.0f} ms", kScanGoalMs), ours < kScanGoalMs, true);
}

/// Accounts without a sign-in: their rows are claimed at their hour, and kept because nobody can send them. A new one each time, for
/// what was found of an account is remembered.
void wake()
{
    const RunFolder folder;
    app::OpenWorkspace options;
    options.path = (folder.path() / "wake.vigie").string();
    options.secrets = net::makeMemorySecretStore();
    const auto workspace = must(app::Workspace::open(options));
    workspace->start();
    SystemClock clock;
    std::vector<double> late;
    for (int i = 0; i < kWakes; ++i) {
        Account account;
        account.connector = "mastodon";
        account.instance = "http://127.0.0.1:" + std::to_string(9 + i);
        account.nativeId = account.handle = "nobody";
        account.capabilities.set(Capability::Publish);
        const auto id = must(workspace->store().writeNow<AccountId>([&](Tx &tx) { return Accounts(tx).save(account); }));
        const auto due = clock.now() + 1200ms + 37ms * i;
        const auto row = must(workspace->store().writeNow<OutboundId>([&](Tx &tx) { return Outbox(tx).add(planned(id, "wake " + std::to_string(i), due, clock.now())); }));
        const auto end = std::chrono::steady_clock::now() + kPatience;
        Outbound seen;
        do {
            std::this_thread::sleep_for(20ms); // poll: looks on, the ticker is not asked
            seen = must(workspace->store().readNow<Outbound>([row](Tx &tx) { return Outbox(tx).get(row); }));
        } while (seen.attempts == 0 && std::chrono::steady_clock::now() < end);
        late.push_back(seen.attempts == 0 ? 1e6 : std::chrono::duration<double, std::milli>(seen.changedAt - due).count());
        must(workspace->store().writeNow<bool>([row](Tx &tx) -> Result<bool> {
            VIGIE_TRY(auto now, Outbox(tx).get(row));
            const auto before = now.state;
            now.state = OutboundState::Cancelled;
            VIGIE_CHECK(Outbox(tx).update(now, before));
            return true;
        }));
    }
    const double worst = percentile(late, 1), first = percentile(late, 0);
    fmt::print("the ticker claims a post {:.0f} to {:.0f} ms after its hour, {} times\n", first, worst, kWakes);
    goal("never before its hour", first >= 0, true);
    goal(fmt::format("within {:.0f} ms of it", kWakeGoalMs), worst < kWakeGoalMs, true);
    const double busy = processorSeconds([&] {
                            for (const auto end = std::chrono::steady_clock::now() + kIdle; std::chrono::steady_clock::now() < end;)
                                std::this_thread::sleep_for(100ms); // poll: a stretch of time is what is measured
                        })
                        / std::chrono::duration<double>(kIdle).count();
    fmt::print("with nothing due it spends {:.2f} % of a processor\n", busy * 100);
    goal("it sleeps until something is due", busy < kIdleGoalShare, true);
}

} // namespace

int main(int argc, char **argv)
{
    scan(itemsAsked(argc, argv, 10'000));
    if (argc < 2) // minutes of a real clock: asked by hand, on a machine that does nothing else
        wake();
    return verdict();
}
