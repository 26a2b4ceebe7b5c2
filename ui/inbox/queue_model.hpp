// SPDX-License-Identifier: GPL-3.0-or-later
// The queue as a list: an ordered spine of tickets and a cache of the rows in sight. data() never waits: a row that is
// not there yet is asked for once and drawn as a skeleton meanwhile. News never moves the rows one is looking at.
// Thread: the window's.
#pragma once

#include "ui/bridge/bridge.hpp"
#include "ui/bridge/generation.hpp"
#include "ui/inbox/queue_data.hpp"

#include <QAbstractListModel>
#include <QCache>
#include <QSet>

#include <functional>

namespace vigie::ui {

/// Who "me" is; a machine without a name for the person still has somebody at it.
[[nodiscard]] inline std::string personAtDesk(const Bridge &bridge)
{
    auto name = bridge.person();
    return name.empty() ? std::string("me") : name;
}

class QueueModel final : public QAbstractListModel {
    Q_OBJECT
public:
    enum class Stage { Loading, Ready, Failed };

    explicit QueueModel(Bridge &bridge, QObject *parent = nullptr);

    /// Another view of the queue: the rows are replaced when the answer comes.
    void setQuestion(const QueueQuestion &question);
    [[nodiscard]] const QueueQuestion &question() const { return question_; }
    /// Asks again. `reorder`: ranks anew; otherwise rows keep their places and news is put where it ranks.
    void reload(bool reorder);
    /// Rows that a decision takes out of this view leave at once; settle() when the workspace has answered.
    void takeAway(const std::vector<TicketId> &tickets);
    void settle(const std::vector<TicketId> &tickets);
    /// The focused ticket stays in sight even when it no longer belongs to the view.
    void pin(TicketId ticket) { pinned_ = ticket; }

    [[nodiscard]] Stage stage() const { return stage_; }
    [[nodiscard]] const Error &error() const { return error_; }
    [[nodiscard]] const QueueAnswer &counts() const { return counts_; }
    [[nodiscard]] TicketId ticketAt(int row) const;
    [[nodiscard]] int rowOf(TicketId ticket) const;
    [[nodiscard]] const QueueEntry *entryAt(int row) const;
    /// Null while it is being fetched.
    [[nodiscard]] const QueueRow *rowAt(int row) const;
    [[nodiscard]] Bridge &bridge() const { return bridge_; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

Q_SIGNALS:
    void stageChanged();
    void countsChanged();
    /// The spine was replaced or merged.
    void settled();

private:
    void answer(Result<QueueAnswer> result, bool reorder);
    void replace(std::vector<QueueEntry> entries);
    void merge(std::vector<QueueEntry> entries);
    [[nodiscard]] std::vector<QueueEntry> merged(const std::vector<QueueEntry> &entries, const std::function<bool(const QueueEntry &)> &stays) const;
    void removeRow(int row);
    void renumber();
    void ask(TicketId ticket) const;
    void fetch();
    void onChange(const Change &change);
    [[nodiscard]] QString accessibleText(int row) const;

    Bridge &bridge_;
    QueueQuestion question_;
    Stage stage_ = Stage::Loading;
    Error error_;
    QueueAnswer counts_;
    std::vector<QueueEntry> spine_;
    QHash<qint64, int> places_;
    mutable QCache<qint64, QueueRow> rows_;
    mutable QSet<qint64> wanted_, asked_;
    mutable QTimer fetchTimer_;
    QTimer reloadTimer_;
    QSet<qint64> leaving_;  ///< decided, and not yet known to the workspace
    TicketId pinned_;
    bool replaceNext_ = true;
    Generation generation_;
};

} // namespace vigie::ui
