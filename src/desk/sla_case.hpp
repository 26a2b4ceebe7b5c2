// SPDX-License-Identifier: GPL-3.0-or-later
// A ticket as its clocks see it.
// Thread: values. Errors: none.
#pragma once

#include <vigie/desk/sla.hpp>

namespace vigie::desk {

struct SlaDesk::Case {
    TicketId ticket;
    SlaFacts facts;
    std::vector<SlaSpell> spells;
};

} // namespace vigie::desk
