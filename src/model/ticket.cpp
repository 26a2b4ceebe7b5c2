// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/model/ticket.hpp>

namespace vigie {

const char *toString(TicketStatus status) noexcept
{
    switch (status) {
    case TicketStatus::New: return "new";
    case TicketStatus::Open: return "open";
    case TicketStatus::WaitingInside: return "waiting_inside";
    case TicketStatus::WaitingMember: return "waiting_member";
    case TicketStatus::Done: return "done";
    case TicketStatus::Ignored: return "ignored";
    }
    return "open";
}

std::optional<TicketStatus> ticketStatusFrom(std::string_view name) noexcept
{
    for (const auto status : {TicketStatus::New, TicketStatus::Open, TicketStatus::WaitingInside, TicketStatus::WaitingMember,
                              TicketStatus::Done, TicketStatus::Ignored})
        if (name == toString(status))
            return status;
    return std::nullopt;
}

} // namespace vigie
