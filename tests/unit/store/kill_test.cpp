// SPDX-License-Identifier: GPL-3.0-or-later
// Kills a writing process at random moments: the workspace must stay sound, and what was acknowledged must be there.
// VIGIE_KILLS sets how often.
#include "store/session.hpp"
#include "support/builders.hpp"
#include "support/temp_store.hpp"

#include <vigie/base/random.hpp>
#include <vigie/store/outbox.hpp>
#include <vigie/store/tickets.hpp>

#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <set>
#include <thread>

using namespace vigie;
using namespace vigie::store;

namespace {

struct Acknowledged {
    std::int64_t item = 0, ticket = 0, outbound = 0;
};

Result<Acknowledged> writeOnce(Store &store, std::int64_t number)
{
    return store.writeNow<Acknowledged>([&](Tx &tx) -> Result<Acknowledged> {
        const auto native = std::to_string(number);
        VIGIE_TRY(const auto stored, Items(tx).store(std::vector{test::analysed(test::item(native, "Bus " + native))}));
        Ticket ticket;
        ticket.root = ticket.latest = stored.front().id;
        VIGIE_CHECK(Tickets(tx).beginChangeSet("to_inbox"));
        VIGIE_TRY(const auto ticketId, Tickets(tx).save(ticket, "person"));
        VIGIE_CHECK(Tickets(tx).addItem(ticketId, stored.front().id));
        Outbound out;
        out.account = AccountId{1};
        out.state = OutboundState::Planned;
        out.ticket = ticketId;
        out.clientToken = native;
        out.parts.resize(1);
        out.parts[0].text = "answer " + native;
        out.dueAt = tx.now();
        VIGIE_TRY(const auto outbound, Outbox(tx).add(out));
        return Acknowledged{stored.front().id.value, ticketId.value, outbound.value};
    }, Durability::Full);
}

/// The process that dies. It tells through the pipe what the store has acknowledged, and never comes back.
[[noreturn]] void writeForEver(const std::string &path, int pipe, std::int64_t firstNumber)
{
    const SystemClock clock;
    auto opened = Store::open(path, clock);
    if (!opened)
        ::_exit(3);
    for (std::int64_t number = firstNumber;; ++number) {
        const auto done = writeOnce(**opened, number);
        if (!done)
            ::_exit(4);
        if (::write(pipe, &*done, sizeof *done) != static_cast<ssize_t>(sizeof *done))
            ::_exit(5);
    }
}

/// Half of the kills come while the file is opened and recovered, the others while it is written.
std::vector<Acknowledged> runAndKill(const std::string &path, std::int64_t firstNumber, Sequence &random)
{
    int ends[2];
    REQUIRE(::pipe(ends) == 0);
    const auto child = ::fork();
    if (child == 0) {
        ::close(ends[0]);
        writeForEver(path, ends[1], firstNumber);
    }
    REQUIRE(child > 0);
    ::close(ends[1]);
    std::vector<Acknowledged> out;
    Acknowledged one;
    // read() waits for the child's first word: from there on it is in the middle of writing.
    if (random.below(2) == 0 && ::read(ends[0], &one, sizeof one) == static_cast<ssize_t>(sizeof one))
        out.push_back(one);
    std::this_thread::sleep_for(std::chrono::microseconds(random.below(30'000)));
    ::kill(child, SIGKILL);
    int status = 0;
    REQUIRE(::waitpid(child, &status, 0) == child);
    INFO("exit code of the writer " << (WIFEXITED(status) ? WEXITSTATUS(status) : -1));
    CHECK(WIFSIGNALED(status));
    while (::read(ends[0], &one, sizeof one) == static_cast<ssize_t>(sizeof one))
        out.push_back(one);
    ::close(ends[0]);
    return out;
}

template <class T>
std::set<T> idsOf(Session &session, const char *sql)
{
    const auto column = session.column<T>(sql);
    return {column.begin(), column.end()};
}

/// How many of the acknowledged rows are missing, and what else is wrong.
void verifyAll(const std::string &path, const std::vector<Acknowledged> &all)
{
    const SystemClock clock;
    OpenOptions options;
    options.integrityCheck = true;
    auto opened = Store::open(path, clock, options);
    INFO((opened ? std::string() : opened.error().detail));
    REQUIRE(opened);
    const auto findings = (*opened)->verify();
    REQUIRE(findings);
    CHECK(*findings == std::vector<std::string>{});
    const auto missing = (*opened)->readNow<int>([&](Tx &tx) {
        return tx.session().guard([&] {
            const auto items = idsOf<std::int64_t>(tx.session(), "SELECT id FROM item");
            const auto tickets = idsOf<std::int64_t>(tx.session(), "SELECT ticket_id FROM ticket_item");
            const auto outbounds = idsOf<std::int64_t>(tx.session(), "SELECT outbound_id FROM outbound_part");
            int gone = 0;
            for (const auto &one : all)
                gone += !(items.count(one.item) && tickets.count(one.ticket) && outbounds.count(one.outbound));
            return gone;
        });
    });
    REQUIRE(missing);
    CHECK(*missing == 0);
    // A job is whole or not there.
    const auto torn = (*opened)->readNow<int>([](Tx &tx) {
        return tx.session().guard([&] {
            return tx.session().one<int>("SELECT (SELECT count(*) FROM item) <> (SELECT count(*) FROM ticket) OR (SELECT count(*) FROM ticket)"
                                         " <> (SELECT count(*) FROM outbound)").value_or(1);
        });
    });
    CHECK(torn.value_or(1) == 0);
}

} // namespace

TEST_CASE("killed at any moment, the workspace is sound and keeps what it acknowledged", "[store][kill]")
{
    const char *wanted = std::getenv("VIGIE_KILLS");
    const int kills = std::clamp(wanted ? std::atoi(wanted) : 40, 1, 1000);
    const test::TempFolder folder;
    const auto path = folder.file("w.vigie");
    Sequence random(20261121);
    std::vector<Acknowledged> all;
    for (int i = 0; i < kills; ++i) {
        INFO("kill " << i);
        const auto some = runAndKill(path, 1'000'000LL * (i + 1), random);
        all.insert(all.end(), some.begin(), some.end());
        // Most runs start on what the last one left behind, log and all.
        if (i % 5 == 4 || i + 1 == kills)
            verifyAll(path, all);
    }
    WARN(kills << " kills, " << all.size() << " acknowledged actions");
    CHECK(all.size() > static_cast<std::size_t>(kills) / 4);
}
