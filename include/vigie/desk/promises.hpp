// SPDX-License-Identifier: GPL-3.0-or-later
// Promises at the desk: what words promise and when that is due by the house's hours, what an answer promises that nobody has
// taken down yet (proposed to a person, never noted by itself), and promises that come due.
// Thread: inside a store job. Errors: Storage..., NotFound, InvalidInput (a zone that does not exist).
#pragma once

#include <vigie/model/business_calendar.hpp>
#include <vigie/model/promise.hpp>
#include <vigie/model/ticket.hpp>
#include <vigie/store/store.hpp>
#include <vigie/text/promise.hpp>

#include <string>
#include <unordered_map>
#include <vector>

namespace vigie::desk {

/// The calendar that the ticket's clock counts by, else the first of the house's; none: it has none. `ticket` may be none.
Result<std::optional<BusinessCalendar>> houseCalendar(store::Tx &tx, TicketId ticket);
/// When work ends on a day by that calendar, on the wall of `zone`; without one Monday to Friday at six.
Result<text::DayEnd> houseDayEnd(store::Tx &tx, TicketId ticket, const std::string &zone);
/// What these words promise, with when it is due; nothing of it is noted. `ticket` may be none.
Result<std::vector<Promise>> promisesIn(store::Tx &tx, const std::string &words, const std::string &lang, TicketId ticket, Instant at, const std::string &zone);
/// Those of `draft`; of the newest answer given in the ticket when it is empty. What is noted already is left out.
Result<std::vector<Promise>> proposedPromises(store::Tx &tx, TicketId ticket, const std::string &draft, const std::string &zone);

/// When the most urgent open promise of each ticket is due.
Result<std::unordered_map<TicketId, Instant>> promisesDue(store::Tx &tx);
/// Conversations that were closed before what was promised in them came due are open again, once; which.
Result<std::vector<TicketId>> reopenPromised(store::Tx &tx);

} // namespace vigie::desk
