// SPDX-License-Identifier: GPL-3.0-or-later
// A colleague's answer on its way back to the member: a note on the ticket first, a draft when a person says so, and never
// sent by itself.
// Thread: inside a store job; withoutSignature() anywhere. Errors: NotFound, InvalidInput, Storage...
#pragma once

#include <vigie/model/question.hpp>
#include <vigie/store/tickets.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace vigie::desk {

/// What a person wrote, without what stands under each of their mails: the signature behind "-- ", "Sent from my ...", and
/// the courtesies at the end with the name, title and telephone below them.
[[nodiscard]] std::string withoutSignature(std::string_view text);

/// The conversation that waited for a colleague comes back to whoever asked.
Result<void> comeBack(store::Tx &tx, TicketId ticket);
/// What a person answered lies on the ticket as a note, the question is answered, and the ticket comes back. `reply` is stored.
Result<void> landAnswer(store::Tx &tx, const Question &question, const QuestionReply &reply);

struct TurnedAnswer {
    TicketId ticket;
    std::string draft; ///< all of it: what was begun before stands above
};
/// The answer becomes the ticket's draft, or is added to it; the answer itself stays as it came.
Result<TurnedAnswer> turnIntoReply(store::Tx &tx, std::int64_t reply);

/// Tickets that a service answered and that nobody has taken up since stand first, and say why.
Result<void> raiseAnswered(store::Tx &tx, std::vector<QueueEntry> &entries);

} // namespace vigie::desk
