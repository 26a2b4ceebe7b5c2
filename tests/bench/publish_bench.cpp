// SPDX-License-Identifier: GPL-3.0-or-later
// The publish machine's beat: what is due among 10,000 planned posts, beside the bare reading of the same index by SQLite in the same
// run. As a test that is all, with a few wakes that must not be early. By hand, on a machine that does nothing else: how late our alarm
// rings for 10,000 hours within ten seconds beside a bare timerfd; how late posts arrive at real servers on loopback while 10,000 others
// are planned; and how often the program wakes while nothing is due.
//   bench_publish [posts]   (10,000 unless said)
#include "bench/measure.hpp"
#include "store/session.hpp"
#include "support/introduce.hpp"

#include <vigie/app/workspace.hpp>
#include <vigie/base/alarm.hpp>
#include <vigie/base/clock.hpp>
#include <vigie/practice/server.hpp>
#include <vigie/store/members.hpp>
#include <vigie/store/outbox.hpp>

#include <fmt/core.h>

#include <map>
#include <random>
#include <sys/timerfd.h>
#include <thread>
#include <unistd.h>

using namespace vigie;
using namespace vigie::store;
using namespace vigie::bench;
using namespace std::chrono_literals;

namespace {

constexpr int kTimes = 25, kDue = 12, kAccounts = 20, kServers = 8;
constexpr double kScanGoalMs = 5, kLateGoalMs = 100, kIdleGoalShare = 0.002;
constexpr double kIdleGoalTimes = 20; ///< one beat is a handful of questions to the store, each of which sleeps and wakes
constexpr auto kIdle = 120s, kSettle = 10s, kPatience = 30s;

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

struct Lateness {
    std::vector<double> ms;
    void add(Instant due, Instant at) { ms.push_back(std::chrono::duration<double, std::milli>(at - due).count()); }
    [[nodiscard]] double at(double share) const { return percentile(ms, share); }
    [[nodiscard]] std::string told() const { return fmt::format("p50 {:.2f}, p99 {:.2f}, max {:.2f} ms", at(0.5), at(0.99), at(1)); }
};

std::vector<Instant> hours(int count, std::chrono::milliseconds within, Instant from)
{
    std::mt19937 chance(7);
    std::uniform_int_distribution<std::int64_t> when(0, std::chrono::duration_cast<Micros>(within).count());
    std::vector<Instant> out;
    for (int i = 0; i < count; ++i)
        out.push_back(from + Micros(when(chance)));
    std::sort(out.begin(), out.end());
    return out;
}

Lateness ours(const std::vector<Instant> &due)
{
    const SystemClock clock;
    Alarm alarm;
    Lateness late;
    for (const auto at : due) {
        while (clock.now() < at)
            if (alarm.wait(at) == Alarm::Woken::Time)
                break;
        late.add(at, clock.now());
    }
    return late;
}

Lateness bare(const std::vector<Instant> &due)
{
    const SystemClock clock;
    const int fd = ::timerfd_create(CLOCK_REALTIME, TFD_CLOEXEC);
    Lateness late;
    for (const auto at : due) {
        itimerspec spec{};
        spec.it_value.tv_sec = static_cast<time_t>(toMicros(at) / 1'000'000);
        spec.it_value.tv_nsec = static_cast<long>(toMicros(at) % 1'000'000 * 1000);
        std::uint64_t count = 0;
        if (::timerfd_settime(fd, TFD_TIMER_ABSTIME, &spec, nullptr) != 0 || ::read(fd, &count, sizeof count) < 0)
            std::exit(2);
        late.add(at, clock.now());
    }
    ::close(fd);
    return late;
}

void alarms(int count, std::chrono::milliseconds within, bool byHand)
{
    const SystemClock clock;
    Lateness mine, peer;
    const double cpu = processorSeconds([&] { mine = ours(hours(count, within, clock.now() + 200ms)); });
    const double cpuBare = processorSeconds([&] { peer = bare(hours(count, within, clock.now() + 200ms)); });
    fmt::print("{} hours within {} ms: our alarm {}, {:.2f} s of a processor   bare timerfd {}, {:.2f} s\n", count, within.count(), mine.told(), cpu, peer.told(), cpuBare);
    goal("never before its hour", mine.at(0) >= 0, true);
    if (byHand)
        goal(fmt::format("99 of 100 within {:.0f} ms of it", kLateGoalMs), mine.at(0.99) < kLateGoalMs, true);
}

/// Servers on loopback, an account on each, and a workspace with its engines in front of them.
struct House {
    explicit House(int count)
    {
        practice::Options how;
        how.community = false;
        how.historyDays = 0;
        how.stream = false;
        net::EngineOptions network;
        network.userAgent = "Vigie benchmarks";
        net::CurlEngine http(network);
        app::OpenWorkspace options;
        options.path = (folder.path() / "wake.vigie").string();
        options.secrets = secrets;
        workspace = must(app::Workspace::open(options));
        for (int i = 0; i < count; ++i) {
            servers.push_back(must(practice::Server::start(clock, how)));
            Account wanted;
            wanted.connector = "mastodon";
            wanted.instance = servers.back()->url();
            connect::Credential credential;
            credential.access = Secret(servers.back()->brandToken());
            must(test::introduce(*workspace->catalogue().find("mastodon"), wanted, credential, clock.now(), http));
            if (!secrets->set(wanted.secretKey(), credential.access))
                std::exit(2);
            accounts.push_back(must(workspace->store().writeNow<AccountId>([&](Tx &tx) { return Accounts(tx).save(wanted); })));
        }
    }
    /// How late each of them arrived; what has not by `patience` is as late as that.
    Lateness arrivals(const std::vector<Instant> &due)
    {
        must(workspace->store().writeNow<bool>([&](Tx &tx) -> Result<bool> {
            for (std::size_t i = 0; i < due.size(); ++i)
                VIGIE_CHECK(Outbox(tx).add(planned(accounts[i % accounts.size()], fmt::format("wake {}", i), due[i], tx.now())));
            return true;
        }));
        const auto end = due.back() + kPatience;
        std::size_t there = 0;
        while (there < due.size() && clock.now() < end) {
            std::this_thread::sleep_for(100ms); // poll: looks on at the networks, the program is not asked
            there = 0;
            for (const auto &server : servers)
                there += server->brandPosts().size();
        }
        Lateness late;
        for (std::size_t i = 0; i < due.size(); ++i) {
            const auto posts = servers[i % servers.size()]->brandPosts();
            const auto post = std::find_if(posts.begin(), posts.end(), [&](const practice::PostSeen &one) { return one.text == fmt::format("wake {}", i); });
            late.add(due[i], post == posts.end() ? end : post->at);
        }
        return late;
    }

    RunFolder folder;
    SystemClock clock;
    std::shared_ptr<net::SecretStore> secrets = net::makeMemorySecretStore();
    std::vector<std::unique_ptr<practice::Server>> servers;
    std::vector<AccountId> accounts;
    std::unique_ptr<app::Workspace> workspace;
};

void wake(std::int64_t others, int posts, std::chrono::milliseconds within, bool byHand)
{
    House house(byHand ? kServers : 1);
    fill(house.workspace->store(), others, house.clock.now() + std::chrono::hours{24});
    house.workspace->start();
    const auto late = house.arrivals(hours(posts, within, house.clock.now() + 2s));
    fmt::print("{} posts within {} ms on {} servers, {} others planned: they arrive {} after their hour\n", posts, within.count(), house.servers.size(), others, late.told());
    goal("never before its hour", late.at(0) >= 0, true);
    goal("all of them arrived", late.at(1) < std::chrono::duration<double, std::milli>(kPatience).count(), true);
    if (byHand)
        goal(fmt::format("99 of 100 within {:.0f} ms of it", kLateGoalMs), late.at(0.99) < kLateGoalMs, true);
}

/// How often each of our threads went to sleep, by its name.
std::map<std::string, std::int64_t> sleeps()
{
    std::map<std::string, std::int64_t> out;
    for (const auto &task : std::filesystem::directory_iterator("/proc/self/task")) {
        std::ifstream status(task.path() / "status");
        std::string line, name;
        while (std::getline(status, line)) {
            if (line.starts_with("Name:"))
                name = line.substr(line.find_first_not_of(" \t", 5));
            else if (line.starts_with("voluntary_ctxt_switches:"))
                out[name] += std::atoll(line.c_str() + line.find(':') + 1);
        }
    }
    return out;
}

void idle()
{
    const RunFolder folder;
    app::OpenWorkspace options;
    options.path = (folder.path() / "idle.vigie").string();
    options.secrets = net::makeMemorySecretStore();
    const auto workspace = must(app::Workspace::open(options));
    fill(workspace->store(), 10'000, SystemClock().now() + std::chrono::hours{24});
    workspace->start();
    std::this_thread::sleep_for(kSettle); // poll: until what begins with a workspace is done
    std::map<std::string, std::int64_t> before, after;
    const double busy = processorSeconds([&] {
        before = sleeps();
        std::this_thread::sleep_for(kIdle); // poll: a stretch of time is what is measured
        after = sleeps();
    });
    const double minutes = std::chrono::duration<double>(kIdle).count() / 60;
    double most = 0;
    for (const auto &[name, count] : after) {
        const auto times = static_cast<double>(count - before[name]) / minutes;
        if (times > 0)
            fmt::print("  {:<16} {:.1f} times a minute\n", name, times);
        most = std::max(most, times);
    }
    const double share = busy / (minutes * 60);
    fmt::print("with nothing due for {:.0f} minutes it spends {:.3f} % of a processor\n", minutes, share * 100);
    goal("it sleeps until something is due", share < kIdleGoalShare, true);
    goal(fmt::format("no thread of it sleeps and wakes oftener than {:.0f} times a minute", kIdleGoalTimes), most <= kIdleGoalTimes, true);
}

} // namespace

int main(int argc, char **argv)
{
    const auto posts = itemsAsked(argc, argv, 10'000);
    scan(posts);
    const bool byHand = argc < 2; // minutes of a real clock
    alarms(byHand ? 10'000 : 200, byHand ? 10s : 500ms, byHand);
    wake(byHand ? posts : 1000, byHand ? 200 : 5, byHand ? 20s : 1s, byHand);
    if (byHand)
        idle();
    return verdict();
}
