// SPDX-License-Identifier: GPL-3.0-or-later
// The mentions that may only be shown, newest first. They have no id and no row in the workspace: all there is of them is here.
// Thread: the window's.
#pragma once

#include "ui/feed/card.hpp"

#include <QAbstractListModel>

#include <vector>

namespace vigie::ui {

class Bridge;

class ShelfModel final : public QAbstractListModel {
    Q_OBJECT
public:
    explicit ShelfModel(Bridge &bridge, QObject *parent = nullptr);
    void setCards(std::vector<CardPtr> cards);
    [[nodiscard]] CardPtr cardAt(int row) const;
    /// The row of the same mention, be it another version of its card; -1 when it is gone.
    [[nodiscard]] int rowOf(const CardPtr &card) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    Bridge &bridge_;
    std::vector<CardPtr> cards_;
};

} // namespace vigie::ui
