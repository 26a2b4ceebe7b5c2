// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/case_times.hpp"

#include <algorithm>

namespace vigie::insight {

namespace {

enum class With : std::uint8_t { Nobody, Us, Aside, Member };

With after(const SlaMoment &moment)
{
    switch (moment.kind) {
    case SlaMoment::Kind::Inbound: return With::Us;
    case SlaMoment::Kind::Answer: return With::Member;
    case SlaMoment::Kind::State: break;
    }
    if (moment.snoozedUntil)
        return With::Aside;
    switch (moment.status) {
    case TicketStatus::New:
    case TicketStatus::Open: return With::Us;
    case TicketStatus::WaitingInside: return With::Aside;
    case TicketStatus::WaitingMember: return With::Member;
    case TicketStatus::Done:
    case TicketStatus::Ignored: break;
    }
    return With::Nobody;
}

void add(CaseTimes &times, With with, Instant from, Instant to)
{
    const double seconds = std::max(0.0, std::chrono::duration<double>(to - from).count());
    switch (with) {
    case With::Us: times.work += seconds; break;
    case With::Aside: times.hold += seconds; break;
    case With::Member: times.member += seconds; break;
    case With::Nobody: break;
    }
}

} // namespace

CaseTimes caseTimes(std::vector<SlaMoment> moments, Instant end)
{
    std::stable_sort(moments.begin(), moments.end(), [](const SlaMoment &a, const SlaMoment &b) { return a.at < b.at; });
    CaseTimes out;
    for (std::size_t i = 0; i < moments.size() && moments[i].at < end; ++i) {
        const auto next = std::min(i + 1 < moments.size() ? moments[i + 1].at : end, end);
        const auto with = after(moments[i]);
        const auto back = with == With::Aside && moments[i].snoozedUntil ? std::min(*moments[i].snoozedUntil, next) : next; // what was snoozed comes back to us
        add(out, with, moments[i].at, back);
        add(out, With::Us, back, next);
    }
    return out;
}

} // namespace vigie::insight
