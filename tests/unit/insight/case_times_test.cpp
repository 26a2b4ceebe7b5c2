// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/builders.hpp"

#include "insight/case_times.hpp"

#include <catch2/catch.hpp>

using namespace vigie;
using namespace vigie::insight;
using namespace vigie::test;

namespace {

using Kind = SlaMoment::Kind;
constexpr auto kHour = std::chrono::hours(1);

SlaMoment at(int hour, Kind kind, TicketStatus status = TicketStatus::New, std::optional<int> until = {})
{
    SlaMoment out;
    out.at = kNoon + kHour * hour;
    out.kind = kind;
    out.status = status;
    if (until)
        out.snoozedUntil = kNoon + kHour * *until;
    return out;
}

} // namespace

TEST_CASE("a conversation lies with us, aside or with the member", "[case]")
{
    // Asked, answered after 2 h, asked again after 5, put aside from 6 to 8, waiting for a colleague from 10 to 13, answered, done at 20.
    const std::vector moments{at(13, Kind::Answer), at(0, Kind::Inbound), at(2, Kind::Answer), at(5, Kind::Inbound), at(6, Kind::State, TicketStatus::Open, 8),
                              at(10, Kind::State, TicketStatus::WaitingInside), at(20, Kind::State, TicketStatus::Done)};
    const auto times = caseTimes(moments, kNoon + 20 * kHour);
    CHECK(times.work == 3600 * (2 + 1 + 2));
    CHECK(times.hold == 3600 * (2 + 3));
    CHECK(times.member == 3600 * (3 + 7));
    CHECK(times.wait() == 3600 * 10);
}

TEST_CASE("what is done lies with nobody, and what comes later is not of it", "[case]")
{
    const std::vector moments{at(0, Kind::Inbound), at(1, Kind::State, TicketStatus::Done), at(5, Kind::Inbound), at(6, Kind::Answer)};
    CHECK(caseTimes(moments, kNoon + kHour).work == 3600);
    CHECK(caseTimes(moments, kNoon + 6 * kHour).work == 3600 * 2);
    CHECK(caseTimes({}, kNoon).wait() == 0);
}
