// SPDX-License-Identifier: GPL-3.0-or-later
// Cases, promises and opening hours, from clocks that are written by hand.
#include "support/builders.hpp"
#include "support/temp_store.hpp"

#include <vigie/insight/columns.hpp>
#include <vigie/insight/figure.hpp>
#include <vigie/insight/response_times.hpp>
#include <vigie/store/sla.hpp>
#include <vigie/store/tickets.hpp>

using namespace vigie;
using namespace vigie::insight;
using namespace vigie::store;
using namespace vigie::test;

namespace {

constexpr std::int32_t kDay = 20514; // 2026-03-02
const Period kToday{kDay, kDay + 1};
constexpr auto kHour = std::chrono::hours(1);

Figure figure(TempStore &store, std::string_view key, const Period &period = kToday)
{
    Columns columns;
    return store.read([&](Tx &tx) { return FigureReader(tx, columns).read(key, {}, period); });
}

SlaEvent clock(SlaTarget target, int startHour, std::optional<int> endHour, SlaState state, int sequence = 0)
{
    SlaEvent event;
    event.target = target;
    event.sequence = sequence;
    event.startedAt = kNoon + kHour * startHour;
    event.state = state;
    if (endHour) {
        event.endedAt = kNoon + kHour * *endHour;
        event.wall = 3600 * (*endHour - startHour);
        event.used = event.wall / 2; // it was closed half of the time
    }
    if (state == SlaState::Hit || state == SlaState::Miss)
        event.dueAt = event.startedAt + kHour * 2;
    return event;
}

void keep(TempStore &store, int outbound, std::vector<SlaEvent> events)
{
    store.write([&](Tx &tx) -> Result<int> {
        Ticket ticket;
        ticket.root = ticket.latest = ItemId{1};
        ticket.status = TicketStatus::Open;
        ticket.outbound = outbound;
        VIGIE_TRY(const auto id, Tickets(tx).save(ticket, "intake"));
        for (auto &event : events)
            event.ticket = id;
        VIGIE_CHECK(Sla(tx).keep(id, events, {}));
        return 0;
    });
}

} // namespace

TEST_CASE("promises are judged by their due time, and late is missed for good", "[metrics]")
{
    TempStore store(kNoon + std::chrono::hours(36));
    keep(store, 1, {clock(SlaTarget::First, 0, 1, SlaState::Hit)});
    keep(store, 1, {clock(SlaTarget::First, 0, 5, SlaState::Miss)}); // answered three hours late
    keep(store, 0, {clock(SlaTarget::First, 0, {}, SlaState::Running)});
    keep(store, 1, {clock(SlaTarget::First, 11, 12, SlaState::Hit)}); // due tomorrow
    keep(store, 1, {clock(SlaTarget::First, 1, 2, SlaState::Nothing)});
    const auto kept = figure(store, "sla_first_rate");
    CHECK(kept.value == Approx(50.0));
    CHECK(kept.n == 2);
    CHECK(figure(store, "sla_first_rate", {kDay + 1, kDay + 2}).value == Approx(100.0));
    CHECK_FALSE(figure(store, "sla_next_rate").value);
}

TEST_CASE("times by the answer, and in opening hours", "[metrics]")
{
    TempStore store(kNoon + std::chrono::hours(36));
    keep(store, 1, {clock(SlaTarget::First, -24, 1, SlaState::Miss), clock(SlaTarget::Next, 2, 5, SlaState::Hit)}); // began yesterday
    keep(store, 1, {clock(SlaTarget::First, 0, 3, SlaState::Hit)});
    keep(store, 0, {clock(SlaTarget::First, 0, 1, SlaState::Cancelled)}); // ignored: nobody waits
    const auto replied = figure(store, "response_median_replied");
    CHECK(replied.n == 2);
    CHECK(replied.value == Approx(3600 * (25 + 3) / 2.0));
    CHECK(figure(store, "response_median_business").value == Approx(3600 * 1.5));
    CHECK(figure(store, "next_response_median").value == Approx(3600 * 3));
    const auto bars = store.read([](Tx &tx) { return responseTimes(tx, {}, kToday, ResponseClock::Wall, ResponseBy::Reply); });
    CHECK(bars.answered == 2);
    CHECK(bars.bars[5].answered == 1); // three hours: between two and four
    CHECK(bars.bars[8].answered == 1); // twenty-five: from a day on
}

TEST_CASE("resolutions keep the first and the last time, and the backlog is that of its moment", "[metrics]")
{
    TempStore store(kNoon + std::chrono::hours(36));
    keep(store, 1, {clock(SlaTarget::First, 0, 1, SlaState::Nothing), clock(SlaTarget::Resolution, 0, 2, SlaState::Nothing)});
    keep(store, 3, {clock(SlaTarget::First, 0, 1, SlaState::Nothing), clock(SlaTarget::Resolution, 0, 4, SlaState::Nothing), clock(SlaTarget::Resolution, 6, 8, SlaState::Nothing, 1)});
    keep(store, 0, {clock(SlaTarget::Resolution, 1, {}, SlaState::Running)});
    keep(store, 1, {clock(SlaTarget::Resolution, 3, 30, SlaState::Nothing)}); // done tomorrow
    CHECK(figure(store, "resolution_first_median").value == Approx(3600 * 3));
    CHECK(figure(store, "resolution_full_median").value == Approx(3600 * 5)); // two and eight hours
    CHECK(figure(store, "reopen_rate").value == Approx(50.0));
    CHECK(figure(store, "one_touch_rate").value == Approx(50.0));
    CHECK(figure(store, "backlog").value == 2);
    CHECK(figure(store, "backlog", {kDay + 1, kDay + 2}).value == 1); // by now
    CHECK(figure(store, "backlog", {kDay - 2, kDay}).value == 0);
}
