// SPDX-License-Identifier: GPL-3.0-or-later
// How a column keeps current: deltas of its query, cards that changed, queries that depend on the desk.
#include "ui/feed/column_model.hpp"

#include "ui/app/relay_count.hpp"
#include "ui/bridge/bridge.hpp"

#include <vigie/store/queries.hpp>

#include <algorithm>

namespace vigie::ui {

void ColumnModel::apply(const Change &change)
{
    if (state_ == State::Idle || state_ == State::Failed)
        return;
    for (const auto &delta : change.matches)
        if (delta.query == query_.id && aside_)
            recheckTimer_.start(); // what leaves the query may come here, and the other way round
        else if (delta.query == query_.id)
            addDelta(delta, change.history);
    // Which of those that came in are relays is found a moment later.
    if ((gathered_ || !relaysCounted(bridge_)) && (!change.itemsChanged.empty() || !change.matches.empty()))
        recheckTimer_.start();
    if (query_.deskDependent && (!change.itemsAdded.empty() || !change.itemsChanged.empty() || !change.tickets.empty() || change.tags))
        recheckTimer_.start();
    if (!change.tickets.empty() || change.tags) {
        staleAll(); // a ticket does not say which mentions it holds
        return;
    }
    int first = rowCount(), last = -1;
    for (const auto id : change.itemsChanged)
        if (auto *entry = cards_.object(id.value)) {
            entry->fresh = false;
            if (const int row = rowOf(id); row >= 0) {
                first = std::min(first, row);
                last = std::max(last, row);
            }
        }
    if (last >= 0)
        Q_EMIT dataChanged(index(first), index(last));
}

void ColumnModel::staleAll()
{
    const auto keys = cards_.keys();
    for (const auto key : keys)
        cards_.object(key)->fresh = false;
    if (!spine_.empty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

void ColumnModel::addDelta(const QueryDelta &delta, bool history)
{
    for (const auto id : delta.removed) {
        std::erase(pending_, id);
        if (rowOf(id) >= 0)
            left_.insert(id.value);
        removeId(id);
    }
    std::vector<ItemId> atPlace;
    for (const auto id : delta.added) {
        if (rowOf(id) >= 0)
            continue;
        const bool beyond = !spine_.empty() && before(spine_.back(), id);
        if (beyond && state_ == State::Ready) {
            if (complete_)
                atPlace.push_back(id); // below everything: nothing moves. Else fetchMore() brings it.
            continue;
        }
        if (left_.remove(id.value)) {
            atPlace.push_back(id);
            continue;
        }
        const auto at = std::lower_bound(pending_.begin(), pending_.end(), id, [this](ItemId a, ItemId b) { return before(a, b); });
        if (at == pending_.end() || *at != id)
            pending_.insert(at, id);
    }
    if (!atPlace.empty())
        insertIds(std::move(atPlace));
    if (state_ == State::Ready && (spine_.empty() || (history && untouched_)))
        showPending();
    Q_EMIT pendingChanged(pendingCount());
}

void ColumnModel::insertIds(std::vector<ItemId> ids)
{
    const auto order = [this](ItemId a, ItemId b) { return before(a, b); };
    std::sort(ids.begin(), ids.end(), order);
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    std::size_t next = 0;
    while (next < ids.size()) {
        // Runs that stand together go in together.
        const auto place = std::lower_bound(spine_.begin(), spine_.end(), ids[next], order);
        if (place != spine_.end() && *place == ids[next]) {
            ++next;
            continue;
        }
        std::size_t end = next + 1;
        while (end < ids.size() && (place == spine_.end() || before(ids[end], *place)))
            ++end;
        const int row = static_cast<int>(place - spine_.begin());
        beginInsertRows({}, row, row + static_cast<int>(end - next) - 1);
        spine_.insert(place, ids.begin() + static_cast<std::ptrdiff_t>(next), ids.begin() + static_cast<std::ptrdiff_t>(end));
        endInsertRows();
        next = end;
    }
}

void ColumnModel::removeId(ItemId id)
{
    const int row = rowOf(id);
    if (row < 0)
        return;
    beginRemoveRows({}, row, row);
    spine_.erase(spine_.begin() + row);
    endRemoveRows();
    cards_.remove(id.value);
}

void ColumnModel::showPending()
{
    auto ids = std::move(pending_);
    pending_.clear();
    if (!complete_ && !spine_.empty())
        std::erase_if(ids, [this](ItemId id) { return before(spine_.back(), id); });
    insertIds(std::move(ids));
    Q_EMIT pendingChanged(0);
}

void ColumnModel::recheck()
{
    if (state_ != State::Ready)
        return;
    const auto number = generation_.next();
    fetching_ = true;
    bridge_.read<Slice>(
        this, [query = query_, gathered = gathered_, aside = aside_, focus = spine_.empty() ? ItemId{} : spine_.back()](store::Tx &tx) { return readSlice(tx, query, nullptr, gathered, aside, {}, focus, 0); },
        [this, number](Result<Slice> slice) {
            if (!generation_.is(number))
                return;
            fetching_ = false;
            if (!slice)
                return;
            const auto order = [this](ItemId a, ItemId b) { return before(a, b); };
            const auto old = spine_;
            // What lies below the part that was read is not judged.
            const auto has = [&](ItemId id) {
                return (!slice->complete && (slice->ids.empty() || before(slice->ids.back(), id)))
                       || std::binary_search(slice->ids.begin(), slice->ids.end(), id, order);
            };
            for (const auto id : old)
                if (!has(id))
                    removeId(id);
            std::erase_if(pending_, [&](ItemId id) { return !has(id); });
            QueryDelta delta{query_.id, {}, {}};
            for (const auto id : slice->ids)
                if (rowOf(id) < 0)
                    delta.added.push_back(id);
            complete_ = complete_ || slice->complete;
            addDelta(delta, false);
        });
}

} // namespace vigie::ui
