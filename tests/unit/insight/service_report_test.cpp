// SPDX-License-Identifier: GPL-3.0-or-later
// Figures of promises against a recount of the rows, and against the dashboard's first response time.
#include "support/temp_store.hpp"

#include "store/session.hpp"

#include <vigie/insight/service_report.hpp>
#include <vigie/insight/statistics.hpp>
#include <vigie/store/departments.hpp>
#include <vigie/store/figures.hpp>
#include <vigie/store/questions.hpp>
#include <vigie/store/tickets.hpp>

using namespace vigie;
using namespace vigie::test;
using insight::ServiceMeasure;

namespace {

constexpr int kTickets = 40;

/// Every fourth waits, every fifth of the others was late, languages alternate; answered after 10, 20, 30 ... minutes.
void fill(TempStore &store)
{
    store.write([](store::Tx &tx) -> Result<int> {
        const auto start = tx.now() - std::chrono::hours{48};
        for (int i = 0; i < kTickets; ++i) {
            Ticket ticket;
            ticket.root = ticket.latest = ItemId{1000 + i};
            ticket.account = AccountId{1 + i % 2};
            ticket.createdAt = start + std::chrono::minutes{i};
            ticket.firstInboundAt = ticket.createdAt;
            const bool waits = i % 4 == 3;
            const auto answered = start + std::chrono::minutes{i + 10 * (i + 1)};
            if (!waits)
                ticket.firstReplyAt = answered;
            else
                ticket.waitingSince = ticket.createdAt;
            ticket.status = waits ? TicketStatus::Open : TicketStatus::WaitingMember;
            VIGIE_TRY(const auto id, store::Tickets(tx).save(ticket, "intake"));
            SlaEvent event;
            event.ticket = id;
            event.policy = SlaPolicyId{1};
            event.startedAt = *ticket.firstInboundAt;
            event.promised = 3600;
            if (!waits) {
                event.endedAt = answered;
                event.wall = 600 * (i + 1);
                event.used = event.wall / 2;
                event.state = i % 5 == 0 ? SlaState::Miss : SlaState::Hit;
            } else {
                event.dueAt = start + std::chrono::hours{i};
            }
            VIGIE_CHECK(store::Sla(tx).keep(id, {&event, 1}, {}));
        }
        return 0;
    });
}

std::int64_t counted(TempStore &store, const std::string &sql)
{
    return store.read([&](store::Tx &tx) -> Result<std::int64_t> { return tx.session().one<std::int64_t>(sql).value_or(-1); });
}

} // namespace

TEST_CASE("figures of promises equal a recount by SQL, and each leads to its rows", "[service]")
{
    TempStore store;
    fill(store);
    insight::ServiceQuestion question;
    question.from = store.clock.now() - std::chrono::hours{72};
    question.to = store.clock.now();
    const auto all = store.read([&](store::Tx &tx) { return insight::serviceFigures(tx, question); });
    REQUIRE(all.size() == 1);
    const auto &first = all.front();
    CHECK(first.n == counted(store, "SELECT count(*) FROM sla_event WHERE ended_at IS NOT NULL"));
    CHECK(first.open == counted(store, "SELECT count(*) FROM sla_event WHERE ended_at IS NULL"));
    CHECK(first.hits == counted(store, "SELECT count(*) FROM sla_event WHERE state=2"));
    CHECK(first.misses == counted(store, "SELECT count(*) FROM sla_event WHERE state=3"));
    CHECK(*first.hitRate() == Approx(static_cast<double>(first.hits) / static_cast<double>(first.n)));
    CHECK(first.late == counted(store, "SELECT count(*) FROM sla_event WHERE ended_at IS NULL AND due_at<" + std::to_string(toMicros(store.clock.now()))));
    CHECK(*first.mean == Approx(static_cast<double>(counted(store, "SELECT sum(wall) FROM sla_event WHERE ended_at IS NOT NULL")) / static_cast<double>(first.n)));
    CHECK(toMicros(*first.oldest) == counted(store, "SELECT min(started_at) FROM sla_event WHERE ended_at IS NULL"));
    CHECK(*first.openMedian == Approx(*first.median / 2));

    question.split = insight::ServiceSplit::Account;
    const auto byAccount = store.read([&](store::Tx &tx) { return insight::serviceFigures(tx, question); });
    REQUIRE(byAccount.size() == 2);
    for (const auto &figure : byAccount) {
        const auto rows = store.read([&](store::Tx &tx) { return insight::serviceRows(tx, question, figure.measure, figure.key); });
        CHECK(static_cast<std::int64_t>(rows.size()) == figure.n + figure.open);
        for (const auto &row : rows)
            CHECK(std::to_string(row.account.value) == figure.key);
    }
}

TEST_CASE("the first answer means what it means on the dashboard", "[service]")
{
    TempStore store;
    fill(store);
    insight::ServiceQuestion question;
    question.from = store.clock.now() - std::chrono::hours{72};
    question.to = store.clock.now();
    const auto figures = store.read([&](store::Tx &tx) { return insight::serviceFigures(tx, question); });
    const auto samples = store.read([&](store::Tx &tx) { return store::Figures(tx).responses(question.from, question.to, {}); });
    std::vector<double> seconds;
    for (const auto &sample : samples)
        if (sample.answered)
            seconds.push_back(std::chrono::duration<double>(*sample.answered - sample.asked).count());
    REQUIRE(figures.size() == 1);
    CHECK(figures.front().n == static_cast<std::int64_t>(seconds.size()));
    CHECK(*figures.front().median == Approx(*insight::quantile(seconds, 0.5)));
    CHECK(*figures.front().p90 == Approx(*insight::quantile(seconds, 0.9)));
    CHECK(figures.front().open == static_cast<std::int64_t>(samples.size()) - figures.front().n);
}

TEST_CASE("what ended in a period is counted there; what is open stands beside it", "[service]")
{
    TempStore store;
    fill(store);
    insight::ServiceQuestion question;
    question.from = store.clock.now() - std::chrono::hours{46};
    question.to = store.clock.now() - std::chrono::hours{44};
    question.byEnd = true;
    const auto figures = store.read([&](store::Tx &tx) { return insight::serviceFigures(tx, question); });
    REQUIRE(figures.size() == 1);
    CHECK(figures.front().n == counted(store, "SELECT count(*) FROM sla_event WHERE ended_at>=" + std::to_string(toMicros(question.from)) + " AND ended_at<" + std::to_string(toMicros(question.to))));
    CHECK(figures.front().open == kTickets / 4);
}

TEST_CASE("figures are split by the service of the house that was asked first, by week and by month, and equal a recount", "[service]")
{
    TempStore store; // Monday noon: the conversations began on Saturday
    fill(store);
    store.write([](store::Tx &tx) -> Result<int> {
        for (int i = 0; i < 10; ++i) { // two services take turns; the second question of a conversation changes nothing
            Question question;
            question.ticket = TicketId{1 + i / 2};
            question.subject = question.text = "x";
            question.state = i == 9 ? QuestionState::Cancelled : QuestionState::Sent;
            question.createdAt = tx.now();
            VIGIE_TRY(const auto id, store::Questions(tx).add(question));
            VIGIE_CHECK(store::Passings(tx).add({id, DepartmentId{1 + i % 2}, PassWay::Text, "", tx.now(), tx.now(), std::nullopt, QuestionId{}}));
        }
        return 0;
    });
    insight::ServiceQuestion question;
    question.from = store.clock.now() - std::chrono::hours{72};
    question.to = store.clock.now();
    question.split = insight::ServiceSplit::Department;
    const auto figures = store.read([&](store::Tx &tx) { return insight::serviceFigures(tx, question); });
    REQUIRE(figures.size() == 2);
    CHECK(figures[0].key == "0");
    CHECK(figures[1].key == "1");
    CHECK(figures[1].n == counted(store, "SELECT count(*) FROM sla_event WHERE ended_at IS NOT NULL AND ticket_id IN (SELECT ticket_id FROM question)"));
    CHECK(figures[1].misses == counted(store, "SELECT count(*) FROM sla_event WHERE state=3 AND ticket_id IN (SELECT ticket_id FROM question)"));
    CHECK(figures[0].n == counted(store, "SELECT count(*) FROM sla_event WHERE ended_at IS NOT NULL AND ticket_id NOT IN (SELECT ticket_id FROM question)"));
    const auto rows = store.read([&](store::Tx &tx) { return insight::serviceRows(tx, question, ServiceMeasure::First, "1"); });
    CHECK(static_cast<std::int64_t>(rows.size()) == figures[1].n + figures[1].open);
    question.split = insight::ServiceSplit::Week;
    const auto weeks = store.read([&](store::Tx &tx) { return insight::serviceFigures(tx, question); });
    REQUIRE(weeks.size() == 1);
    CHECK(weeks[0].key == "2026-02-23");
    question.split = insight::ServiceSplit::Month;
    question.zone = "Pacific/Auckland"; // where Saturday noon is past midnight, and March has begun for some
    const auto months = store.read([&](store::Tx &tx) { return insight::serviceFigures(tx, question); });
    REQUIRE(months.size() == 1);
    CHECK(months[0].key == "2026-03");
    CHECK(insight::serviceCsv(months).find("\r\n\"2026-03\",first,") != std::string::npos);
}
