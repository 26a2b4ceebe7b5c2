// SPDX-License-Identifier: GPL-3.0-or-later
// A month of publishing on a clock that is driven: twenty accounts on twenty servers, with everything that goes wrong in a month.
// At the end every post is where its row says it is, not one stands twice, none came early or later than it was allowed to, nothing
// else was sent - and none is missed but those that nobody could have sent: the machine was away, paused, or its own account in trouble.
// What goes wrong goes wrong by the hour and by the post, so that ten thousand posts meet the same month as eight hundred.
// VIGIE_POSTS: how many posts (800); VIGIE_SEED: repeats a run's choices.
#include "support/introduce.hpp"
#include "support/must.hpp"
#include "support/temp_folder.hpp"

#include <vigie/net/rate.hpp>
#include <vigie/plan/pausing.hpp>
#include <vigie/plan/planner.hpp>
#include <vigie/plan/publisher.hpp>
#include <vigie/practice/server.hpp>
#include <vigie/store/members.hpp>
#include <vigie/store/outbox.hpp>

#include <algorithm>
#include <atomic>
#include <catch2/catch.hpp>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <random>
#include <string>
#include <utility>

using namespace vigie;
using namespace vigie::test;
using namespace std::chrono_literals;
using practice::Fault;

namespace {

constexpr int kAccounts = 20;
constexpr auto kMonth = std::chrono::hours{24 * 30};

int fromEnvironment(const char *name, int otherwise)
{
    const char *value = std::getenv(name);
    return value != nullptr && *value != '\0' ? std::atoi(value) : otherwise;
}

struct Killed {};

/// Twenty servers that stay, and a program in front of them that can die.
class Fleet {
public:
    explicit Fleet(unsigned seed) : clock(fromMicros(1'795'255'200'000'000)), chance(seed) // 2026-11-21T10:00:00Z
    {
        practice::Options how;
        how.community = false;
        how.historyDays = 0;
        how.stream = false;
        net::EngineOptions options;
        options.userAgent = "Vigie tests";
        http = std::make_unique<net::CurlEngine>(options);
        for (int i = 0; i < kAccounts; ++i)
            servers.push_back(must(practice::Server::start(clock, how)));
        open();
        for (auto &server : servers)
            connect(*server);
    }

    void open()
    {
        store = must(store::Store::open(folder.file("workspace.vigie"), clock));
        rates = std::make_unique<net::RateLedger>();
        courier = std::make_unique<connect::Courier>(connect::CourierParts{*http, *secrets, *rates, clock});
        publisher = std::make_unique<plan::Publisher>(plan::PublisherParts{*store, catalogue, *courier, clock});
        publisher->onWait([this](std::chrono::seconds span, std::stop_token) { clock.advance(span); });
        publisher->onStep([this](std::string_view) {
            if (diesIn > 0 && --diesIn == 0)
                dead = true;
            if (dead) // all lanes die with it
                throw Killed{};
        });
    }

    void restart()
    {
        publisher.reset();
        courier.reset();
        store.reset();
        dead = false;
        open();
        must(publisher->recover());
    }

    /// Publishes what is due; a process that dies in it is started again.
    plan::PublishReport publish()
    {
        for (;;) {
            try {
                return must(publisher->runDue());
            } catch (const Killed &) {
                ++kills;
                restart();
            }
        }
    }

    int upTo(int most) { return std::uniform_int_distribution<int>(0, most)(chance); }
    bool oneIn(int count) { return upTo(count - 1) == 0; }
    /// Whether what comes once in `every` came in this turn.
    bool comes(Micros every) { return turn > Micros{0} && std::uniform_real_distribution<double>(0, 1)(chance) * static_cast<double>(every.count()) < static_cast<double>(turn.count()); }
    void jump(Micros by)
    {
        const auto before = clock.now();
        clock.advance(by);
        if (by > Micros{0})
            away.push_back({before, clock.now()});
    }

    template <class T>
    T write(const std::function<Result<T>(store::Tx &)> &job) { return must(store->writeNow<T>(job, store::Durability::Full)); }
    template <class T>
    T read(const std::function<Result<T>(store::Tx &)> &job) { return must(store->readNow<T>(job)); }

    TempFolder folder;
    FakeClock clock;
    std::mt19937 chance;
    connect::Catalogue catalogue = connect::builtinCatalogue();
    std::unique_ptr<net::SecretStore> secrets = net::makeMemorySecretStore();
    std::unique_ptr<net::CurlEngine> http;
    std::vector<std::unique_ptr<practice::Server>> servers;
    std::vector<AccountId> accounts;
    std::unique_ptr<store::Store> store;
    std::unique_ptr<net::RateLedger> rates;
    std::unique_ptr<connect::Courier> courier;
    std::unique_ptr<plan::Publisher> publisher;
    std::atomic<int> diesIn = 0;
    std::atomic<bool> dead = false;
    int kills = 0;
    Micros turn{0};                            ///< how long the last turn of the month was
    struct Stretch {
        Instant from, to;
        [[nodiscard]] bool meets(Instant since, Instant until) const { return from <= until && to >= since; }
    };
    std::vector<Stretch> away;                 ///< nothing could leave: asleep, set by somebody, or kept back and not decided about
    std::optional<Instant> pausedSince;

private:
    void connect(practice::Server &server)
    {
        const auto *connector = catalogue.find("mastodon");
        REQUIRE(connector != nullptr);
        Account wanted;
        wanted.connector = "mastodon";
        wanted.instance = server.url();
        connect::Credential credential;
        credential.access = Secret(server.brandToken());
        must(test::introduce(*connector, wanted, credential, clock.now(), *http));
        must(secrets->set(wanted.secretKey(), credential.access));
        accounts.push_back(write<AccountId>([&](store::Tx &tx) { return store::Accounts(tx).save(wanted); }));
    }
};

/// Posts of the month: one in twelve is a thread of three, one in ten goes to two accounts.
void planMonth(Fleet &fleet, int posts)
{
    const auto begin = fleet.clock.now();
    for (int number = 0; number < posts;) {
        const int lot = std::min(posts - number, 100);
        fleet.write<bool>([&](store::Tx &tx) -> Result<bool> {
            plan::Planner planner(tx, fleet.catalogue);
            for (int i = 0; i < lot; ++i, ++number) {
                PlanItem plan;
                plan.text = "post " + std::to_string(number) + " of the month.";
                if (fleet.oneIn(12))
                    plan.text += "\n---\nsecond part of " + std::to_string(number) + " of the month.\n---\nthird part of " + std::to_string(number) + " of the month.";
                plan.zone = "Europe/Paris";
                VIGIE_TRY(plan.wall, toWall(begin + std::chrono::minutes{1 + fleet.upTo(static_cast<int>(kMonth / 1min) - 1)}, plan.zone));
                const auto first = static_cast<std::size_t>(fleet.upTo(kAccounts - 1));
                plan.variants.push_back(PlanVariant{fleet.accounts[first], {}, false, {}, OutboundState::Draft, {}, {}});
                if (fleet.oneIn(10))
                    plan.variants.push_back(PlanVariant{fleet.accounts[(first + 1) % kAccounts], {}, false, {}, OutboundState::Draft, {}, {}});
                VIGIE_TRY(const auto id, planner.save(plan));
                VIGIE_CHECK(planner.approve(id));
            }
            return true;
        });
    }
}

void spoil(Fleet &fleet)
{
    static const Fault kFaults[] = {Fault::CutBeforeRequest, Fault::CutAfterRequest, Fault::CutAfterStatus, Fault::TruncatedBody, Fault::Delay, Fault::ErrorAfterSuccess,
                                    Fault::ServerError,      Fault::Unavailable,     Fault::Unauthorized,   Fault::RateIso,       Fault::RateDelta, Fault::RateHttpDate,
                                    Fault::RateSilent,       Fault::Garbage,         Fault::IgnoresKey,     Fault::Unprocessable, Fault::LyingLength};
    practice::FaultRule rule;
    rule.fault = kFaults[static_cast<std::size_t>(fleet.upTo(std::size(kFaults) - 1))];
    const bool reading = fleet.oneIn(5); // also while what is not known is read back
    rule.method = reading ? "GET" : "POST";
    rule.pathPrefix = reading ? "/api/v1/accounts" : "/api/v1/statuses";
    rule.times = rule.fault == Fault::Unauthorized ? 1 : 1 + fleet.upTo(1);
    rule.delay = 5ms;
    fleet.servers[static_cast<std::size_t>(fleet.upTo(kAccounts - 1))]->faults().add(rule);
}

/// Accounts whose sign-in ended are signed in again by somebody, some time.
void signIn(Fleet &fleet)
{
    fleet.write<bool>([&](store::Tx &tx) -> Result<bool> {
        VIGIE_TRY(const auto all, store::Accounts(tx).all());
        for (const auto &account : all)
            if (account.state == AccountState::ReconnectNeeded)
                VIGIE_CHECK(store::Accounts(tx).setState(account.id, AccountState::Active));
        return true;
    });
}

void pauseOrResume(Fleet &fleet)
{
    const auto active = fleet.read<std::vector<Pause>>([](store::Tx &tx) { return store::Pauses(tx).active(); });
    if (active.empty()) {
        Pause wanted;
        wanted.reason = "a day of mourning";
        if (!fleet.oneIn(3)) {
            wanted.scope = PauseScope::Account;
            wanted.of = fleet.accounts[static_cast<std::size_t>(fleet.upTo(kAccounts - 1))].value;
        }
        fleet.write<PauseId>([&](store::Tx &tx) { return plan::pause(tx, wanted); });
        if (!fleet.pausedSince)
            fleet.pausedSince = fleet.clock.now();
        return;
    }
    fleet.write<bool>([&](store::Tx &tx) -> Result<bool> {
        VIGIE_CHECK(plan::resume(tx, active.front().id, "Emma"));
        return true;
    });
}

/// Each post that was kept back gets a decision of its own.
void decide(Fleet &fleet)
{
    fleet.write<bool>([&](store::Tx &tx) -> Result<bool> {
        VIGIE_TRY(const auto posts, plan::heldPosts(tx));
        for (const auto &post : posts) {
            if (!post.free)
                continue;
            const int choice = fleet.upTo(24); // a pause of everything keeps back all that is planned: most of it is meant to leave all the same
            if (choice < 1)
                VIGIE_CHECK(plan::decideHeld(tx, fleet.catalogue, post, plan::HeldDecision::Cancel));
            else if (choice < 6) {
                VIGIE_TRY(const auto to, toWall(tx.now() + std::chrono::minutes{30 + fleet.upTo(3000)}, "Europe/Paris"));
                VIGIE_CHECK(plan::decideHeld(tx, fleet.catalogue, post, plan::HeldDecision::Move, to, "Europe/Paris"));
            } else
                VIGIE_CHECK(plan::decideHeld(tx, fleet.catalogue, post, plan::HeldDecision::Keep));
        }
        return true;
    });
    if (fleet.pausedSince && fleet.read<std::vector<Pause>>([](store::Tx &tx) { return store::Pauses(tx).active(); }).empty()) {
        fleet.away.push_back({*fleet.pausedSince, fleet.clock.now()});
        fleet.pausedSince.reset();
    }
}

void liveThrough(Fleet &fleet, Instant end, int posts)
{
    bool paused = false;
    const Micros perPost = Micros(kMonth) / posts;
    while (fleet.clock.now() < end) {
        if (fleet.comes(perPost * 4))
            spoil(fleet);
        if (fleet.comes(perPost * 25))
            fleet.diesIn = 1 + fleet.upTo(12);
        if (fleet.comes(paused ? Micros(30min) : Micros(100h))) {
            pauseOrResume(fleet);
            paused = !paused;
        }
        if (fleet.comes(1h)) {
            signIn(fleet);
            decide(fleet);
        }
        const auto report = fleet.publish();
        const auto before = fleet.clock.now();
        const auto next = std::clamp(report.next.value_or(end), before + 1s, before + 20min);
        if (fleet.comes(40h))
            fleet.jump(fleet.oneIn(2) ? Micros(1h) : -Micros(1h)); // somebody sets the clock
        else if (fleet.comes(50h))
            fleet.jump(std::chrono::hours{1 + fleet.upTo(7)}); // the lid is closed
        else
            fleet.clock.set(next + std::chrono::milliseconds{fleet.upTo(900)});
        fleet.turn = fleet.clock.now() - before;
    }
}

void comeToRest(Fleet &fleet)
{
    for (auto &server : fleet.servers)
        server->faults().clear();
    fleet.diesIn = 0;
    for (const auto &pause : fleet.read<std::vector<Pause>>([](store::Tx &tx) { return store::Pauses(tx).active(); }))
        fleet.write<bool>([&](store::Tx &tx) -> Result<bool> {
            VIGIE_CHECK(plan::resume(tx, pause.id, "Emma"));
            return true;
        });
    decide(fleet);
    signIn(fleet);
    for (int turn = 0; turn < 20'000; ++turn) {
        const auto report = fleet.publish();
        if (!report.next)
            return;
        fleet.clock.set(std::max(*report.next, fleet.clock.now() + 1s));
        if (turn % 50 == 0)
            signIn(fleet);
    }
    FAIL("the outbox does not come to rest");
}

/// What became of a row, for whoever has to find out why.
std::string story(Fleet &fleet, const Outbound &row)
{
    std::string out = std::string("\n  ") + toString(row.state) + ", due " + toRfc3339(*row.dueAt) + (row.error ? std::string(", ") + errcName(row.error->code) + " " + row.error->detail : "");
    for (const auto &part : row.parts)
        out += "\n  part " + std::to_string(static_cast<int>(part.state)) + (part.startedAt ? " begun " + toRfc3339(*part.startedAt) : "");
    for (const auto &attempt : fleet.read<std::vector<Attempt>>([&](store::Tx &tx) { return store::Outbox(tx).attempts(row.id); }))
        out += "\n  " + toRfc3339(attempt.startedAt) + " part " + std::to_string(attempt.part) + " " + attempt.phase + " " + std::to_string(attempt.httpStatus) + " " + attempt.outcome;
    return out;
}

/// From an answer that was none to the next good one an account can send nothing.
std::map<AccountId, std::vector<Fleet::Stretch>> troubles(Fleet &fleet, const std::vector<Outbound> &rows)
{
    std::map<AccountId, std::map<Instant, bool>> answers;
    for (const auto &row : rows)
        for (const auto &attempt : fleet.read<std::vector<Attempt>>([&](store::Tx &tx) { return store::Outbox(tx).attempts(row.id); }))
            answers[row.account][attempt.startedAt] = attempt.outcome == "ok";
    std::map<AccountId, std::vector<Fleet::Stretch>> out;
    for (const auto &[account, said] : answers) {
        std::optional<Instant> since;
        for (const auto &[at, good] : said) {
            if (good && since)
                out[account].push_back({*std::exchange(since, std::nullopt), at});
            else if (!good && !since)
                since = at;
        }
        if (since)
            out[account].push_back({*since, fleet.clock.now()});
    }
    return out;
}

struct Standing {
    int count = 0;
    Instant at;
};

} // namespace

TEST_CASE("a month of twenty accounts: every post is where its row says, none twice, none early, none later than allowed, and nothing else")
{
    const int posts = fromEnvironment("VIGIE_POSTS", 800);
    const auto seed = static_cast<unsigned>(fromEnvironment("VIGIE_SEED", 20261122));
    INFO("VIGIE_SEED=" << seed << " VIGIE_POSTS=" << posts);
    Fleet fleet(seed);
    planMonth(fleet, posts);
    liveThrough(fleet, fleet.clock.now() + kMonth, posts);
    comeToRest(fleet);

    std::map<std::pair<AccountId, std::string>, Standing> network;
    std::size_t standing = 0;
    for (std::size_t i = 0; i < fleet.servers.size(); ++i)
        for (const auto &post : fleet.servers[i]->brandPosts()) {
            auto &one = network[{fleet.accounts[i], post.text}];
            ++one.count;
            one.at = post.at;
            ++standing;
        }
    const auto rows = fleet.read<std::vector<Outbound>>([](store::Tx &tx) {
        store::OutboxFilter all;
        all.limit = 1'000'000;
        return store::Outbox(tx).list(all);
    });
    const auto trouble = troubles(fleet, rows);
    const auto couldNot = [&](const Outbound &row) {
        const auto stretches = trouble.find(row.account);
        const auto met = [&](const Fleet::Stretch &one) { return one.meets(*row.dueAt, *row.dueAt + *row.lateBy); };
        return std::any_of(fleet.away.begin(), fleet.away.end(), met)
               || (stretches != trouble.end() && std::any_of(stretches->second.begin(), stretches->second.end(), met));
    };
    std::map<std::string, int> states;
    std::size_t expected = 0;
    for (const auto &row : rows) {
        INFO("outbound " << row.id.value << ": " << row.parts.front().text << story(fleet, row));
        ++states[toString(row.state)];
        CHECK((row.state == OutboundState::Sent || row.state == OutboundState::Failed || row.state == OutboundState::Missed || row.state == OutboundState::Cancelled));
        CHECK((row.state != OutboundState::Missed || couldNot(row)));
        for (std::size_t i = 0; i < row.parts.size(); ++i) {
            const auto &part = row.parts[i];
            const auto found = network.find({row.account, part.text});
            const int there = found == network.end() ? 0 : found->second.count;
            CHECK(there == (part.state == OutboundPart::State::Sent ? 1 : 0));
            expected += part.state == OutboundPart::State::Sent ? 1 : 0;
            if (there == 1 && i == 0 && row.parts.size() == 1) {
                CHECK(found->second.at >= *row.dueAt);
                CHECK(found->second.at <= *row.dueAt + *row.lateBy + 1min);
            }
        }
        if (row.state == OutboundState::Sent)
            CHECK(std::all_of(row.parts.begin(), row.parts.end(), [](const OutboundPart &part) { return part.state == OutboundPart::State::Sent; }));
    }
    CHECK(standing == expected); // nothing else was sent
    std::printf("%zu rows of %d posts, %d kills:", rows.size(), posts, fleet.kills);
    for (const auto &[state, count] : states)
        std::printf(" %d %s", count, state.c_str());
    std::printf("; %zu on the networks\n", standing);
    CHECK(states["sent"] > static_cast<int>(rows.size()) / 2); // a house that never sends is not safe, it is useless
    CHECK(fleet.kills > 0);
}
