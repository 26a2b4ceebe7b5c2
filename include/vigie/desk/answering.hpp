// SPDX-License-Identifier: GPL-3.0-or-later
// What happened to a conversation while its answer was being written: to be said before the answer leaves.
// Thread: inside a store job. Errors: NotFound, Storage...
#pragma once

#include <vigie/store/drafts.hpp>

#include <string>
#include <vector>

namespace vigie::desk {

struct Meanwhile {
    enum class What : std::uint8_t {
        Deleted,          ///< the message that is answered; nothing can be sent to it any more
        ColleagueSent,    ///< an answer of ours that did not leave from here
        AnswerWaits,      ///< another answer to this ticket is in the outbox, of this program or of another window
        NewerMessage,     ///< the member wrote again
        Edited            ///< the member changed the message that is answered
    } what = What::NewerMessage;
    ItemId item;
    OutboundId outbound;              ///< AnswerWaits
    std::string who, text;            ///< as it is to be shown
    Instant at;
};

/// The gravest first; empty: the person knows all there is to know. To be asked in the transaction that sends.
[[nodiscard]] Result<std::vector<Meanwhile>> meanwhile(store::Tx &tx, TicketId ticket, const store::AnswerKnown &known);

[[nodiscard]] const char *toString(Meanwhile::What what) noexcept;

} // namespace vigie::desk
