// SPDX-License-Identifier: GPL-3.0-or-later
// What the queue pane asks of the workspace: an order of tickets with its reasons, counts for the chips, and the rows
// that come into sight.
// Thread: load functions run inside a store job; the rest are values. Errors: Storage...
#pragma once

#include "ui/service/deadline.hpp"

#include <vigie/desk/ranking.hpp>
#include <vigie/store/items.hpp>
#include <vigie/store/views.hpp>

#include <map>
#include <string>
#include <vector>

namespace vigie::ui {

enum class QueueView { Mine, Unassigned, All, Snoozed, Done };

struct QueueQuestion {
    QueueView view = QueueView::All;
    std::string tag;     ///< empty: any
    std::string person;  ///< who "mine" is
    DeskViewId saved;    ///< a view of the person's own, instead of `view`
};

struct QueueAnswer {
    std::vector<QueueEntry> entries;         ///< in the order of the view
    int open = 0, mine = 0, unassigned = 0, snoozed = 0;
    std::map<std::string, int> tags;         ///< of tickets that are not closed
    std::vector<std::pair<DeskView, int>> saved; ///< in their order, with how many tickets each holds; -1: its query does not read
    store::PinPrecision pins;
    std::vector<TicketId> pinned;
};

struct QueueRow {
    store::TicketRow ticket;
    store::ItemRow latest;
    std::optional<Deadline> deadline; ///< the nearest promise
};

[[nodiscard]] Result<QueueAnswer> loadQueue(store::Tx &tx, const QueueQuestion &question);
[[nodiscard]] Result<std::vector<QueueRow>> loadQueueRows(store::Tx &tx, const std::vector<TicketId> &ids);

} // namespace vigie::ui
