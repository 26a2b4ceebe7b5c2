// SPDX-License-Identifier: GPL-3.0-or-later
// The mentions of one saved query: an ordered spine of ids read in slices by keyset as the view nears the end, and a
// cache of cards by id. data() never waits: a card that is not here is asked for once, together with its neighbours.
// New mentions gather in pending() and enter only when asked, so that nothing moves under the eyes.
// Thread: the window's. Errors: failed().
#pragma once

#include "ui/bridge/generation.hpp"
#include "ui/feed/card.hpp"

#include <vigie/model/change.hpp>
#include <vigie/model/saved_query.hpp>

#include <QAbstractListModel>
#include <QCache>
#include <QSet>
#include <QTimer>

#include <memory>
#include <vector>

namespace vigie::ui {

class Bridge;

class ColumnModel final : public QAbstractListModel {
    Q_OBJECT
public:
    enum class State { Idle, Loading, Ready, Failed };
    static constexpr int kSlice = 500, kCached = 2000, kRestoreAtMost = 20000;
    static constexpr int kIdRole = Qt::UserRole;

    explicit ColumnModel(Bridge &bridge, QObject *parent = nullptr);

    /// Asks anew; `focus`: the spine is read down to this mention, if it is among the newest 20,000.
    void open(const SavedQuery &query, ItemId focus = {});
    /// A new name, place or reading mark; not a new question.
    void rename(const SavedQuery &query) { query_ = query; }
    [[nodiscard]] const SavedQuery &query() const { return query_; }
    /// Of each cluster only its earliest mention; takes effect with the next open().
    void setGathered(bool gathered) { gathered_ = gathered; }
    [[nodiscard]] bool gathered() const { return gathered_; }
    /// Only what the query's filter keeps aside; takes effect with the next open().
    void setAside(bool aside) { aside_ = aside; }
    [[nodiscard]] bool aside() const { return aside_; }
    [[nodiscard]] std::shared_ptr<const text::Query> parsed() const { return parsed_; }
    [[nodiscard]] State state() const { return state_; }
    [[nodiscard]] const Error &error() const { return error_; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

    /// The card of a row; null while it is on its way (it has been asked for).
    [[nodiscard]] CardPtr cardAt(int row) const;
    [[nodiscard]] ItemId idAt(int row) const;
    /// -1 when it is not in the spine.
    [[nodiscard]] int rowOf(ItemId id) const;
    [[nodiscard]] int pendingCount() const { return static_cast<int>(pending_.size()); }
    /// Lets the mentions that gathered in.
    void showPending();
    /// Whether mentions of a first sync may come straight in: nobody has looked yet.
    void setUntouched(bool untouched) { untouched_ = untouched; }
    [[nodiscard]] bool isUntouched() const { return untouched_; }
    void apply(const Change &change);

Q_SIGNALS:
    void stateChanged();
    void pendingChanged(int count);

private:
    struct Entry {
        CardPtr card;      ///< null: the mention is gone
        bool fresh = true; ///< false: shown as it was, and asked again
    };
    struct Slice {
        std::vector<ItemId> ids;
        std::vector<CardPtr> cards;
        bool complete = false;
    };
    [[nodiscard]] bool before(ItemId a, ItemId b) const { return query_.newestFirst ? a > b : a < b; }
    void want(int row, ItemId id) const;
    void ask();
    void take(std::vector<ItemId> asked, Result<std::vector<CardPtr>> cards);
    void addDelta(const QueryDelta &delta, bool history);
    void insertIds(std::vector<ItemId> ids);
    void removeId(ItemId id);
    void staleAll();
    void recheck();
    void setState(State state);
    static Result<Slice> readSlice(store::Tx &tx, const SavedQuery &query, const text::Query *parsed, bool gathered, bool aside, ItemId from, ItemId focus, int cards);

    Bridge &bridge_;
    SavedQuery query_;
    std::shared_ptr<const text::Query> parsed_;
    std::vector<ItemId> spine_, pending_;
    bool complete_ = false, fetching_ = false, untouched_ = true, gathered_ = false, aside_ = false;
    QSet<qint64> left_;         ///< taken out by a decision: what is taken back comes back to its place
    State state_ = State::Idle;
    Error error_;
    Generation generation_;
    mutable QCache<qint64, Entry> cards_;
    mutable std::vector<ItemId> wanted_;
    mutable QSet<qint64> asked_;
    mutable QTimer askTimer_;
    QTimer recheckTimer_;
};

} // namespace vigie::ui
