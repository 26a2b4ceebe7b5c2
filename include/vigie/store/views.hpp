// SPDX-License-Identifier: GPL-3.0-or-later
// Saved views of the queue.
// Thread: inside a store job. Errors: Storage..., NotFound, InvalidInput (no name, a query that does not read), Duplicate.
// Changes are recorded under the open undoable action (Tickets::beginChangeSet).
#pragma once

#include <vigie/model/desk_view.hpp>
#include <vigie/store/queue.hpp>

#include <string>
#include <utility>
#include <vector>

namespace vigie::store {

class DeskViews {
public:
    explicit DeskViews(Tx &tx) : tx_(tx) {}

    /// In their order.
    Result<std::vector<DeskView>> all();
    Result<DeskView> get(DeskViewId id);
    Result<DeskView> named(const std::string &name);
    /// Inserts when the id is none, at the end.
    Result<DeskViewId> save(const DeskView &view);
    Result<void> remove(DeskViewId id);
    /// To this place (0: first); the others keep their order.
    Result<void> move(DeskViewId id, int place);

    /// What the view lets through for the person at the desk.
    Result<QueueFilter> filter(const DeskView &view, const std::string &person);
    /// How many tickets each view holds; -1: its query does not read any more.
    Result<std::vector<std::pair<DeskViewId, int>>> counts(const std::string &person);

private:
    Tx &tx_;
};

} // namespace vigie::store
