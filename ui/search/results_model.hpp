// SPDX-License-Identifier: GPL-3.0-or-later
// Mentions from any source of rows: a spine of ids read by keyset in slices, and a cache of the rows that were looked at.
// Thread: the window's.
#pragma once

#include "ui/app/shell.hpp"
#include "ui/bridge/generation.hpp"

#include <QAbstractListModel>

#include <set>
#include <unordered_map>
#include <vector>

namespace vigie::ui {

class ResultsModel final : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role { AuthorRole = Qt::UserRole + 1, HandleRole, BadgeRole, WhenRole, TextRole, ToneRole, LoadedRole };
    explicit ResultsModel(Bridge &bridge, QObject *parent = nullptr);

    void setSource(const Shell::RowSource &source);
    [[nodiscard]] ItemId item(int row) const;
    [[nodiscard]] bool loading() const { return loading_; }
    [[nodiscard]] bool complete() const { return complete_; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

Q_SIGNALS:
    void sliceArrived();
    void failed(const vigie::Error &error);

private:
    void want(ItemId id) const;
    void readWanted();
    Bridge &bridge_;
    Shell::RowSource source_;
    Generation generation_;
    std::uint64_t current_ = 0;
    std::vector<ItemId> spine_;
    std::unordered_map<ItemId, store::ItemRow> rows_;
    std::unordered_map<ItemId, int> position_;
    mutable std::set<ItemId> wanted_;
    mutable QTimer wantTimer_;
    bool loading_ = false, complete_ = true;
};

} // namespace vigie::ui
