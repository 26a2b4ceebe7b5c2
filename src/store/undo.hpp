// SPDX-License-Identifier: GPL-3.0-or-later
// Records rows before and after a change for the undo log, while the transaction has an undoable action open.
// Thread: that of the session. Errors: throws; callers are inside Session::guard().
#pragma once

#include <vigie/model/item.hpp>
#include <vigie/store/tickets.hpp>

#include <optional>
#include <string>

namespace vigie::store {

/// To be called before the row of item_tag changes. Also writes the history line of the ticket that holds the item.
void recordTagChange(Tx &tx, ItemId item, TagId tag, bool before, bool after, const std::string &actor);

/// A ticket's row as JSON text; none when there is no such row.
[[nodiscard]] std::optional<std::string> ticketImage(Session &session, TicketId id);
[[nodiscard]] std::optional<std::string> noteImage(Session &session, NoteId id);
[[nodiscard]] std::string toneImage(const Item &item);

/// Nothing happens without an open action. A second change of the same row keeps the first image before.
struct RowChange {
    const char *kind = "ticket"; ///< "ticket", "note", "link", "tag", "tone", "relay", "alert", "alert_rule", "query", "relevance", "relevance_filter", "setting", "tone_layer", those of row_image.hpp
    std::int64_t row = 0, other = 0;
    TicketId ticket;
    std::optional<std::string> before, after;
};
void recordRow(Tx &tx, const RowChange &change);

} // namespace vigie::store
