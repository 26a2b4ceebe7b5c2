// SPDX-License-Identifier: GPL-3.0-or-later
// Paints the cards of a column, all of one height, wherever its model has them from.
// Thread: the window's.
#pragma once

#include "ui/feed/card.hpp"

#include <QStyledItemDelegate>

#include <functional>

namespace vigie::ui {

class Bridge;

class CardDelegate final : public QStyledItemDelegate {
    Q_OBJECT
public:
    /// `cards`: by row, null while one is on its way; `readUpTo`: what is newer is shown as unread.
    CardDelegate(Bridge &bridge, std::function<CardPtr(int)> cards, std::function<ItemId()> readUpTo, QObject *parent);
    /// The column whose card is in the reading pane.
    void setActive(bool active) { active_ = active; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option, const QModelIndex &index) override;

private:
    Bridge &bridge_;
    std::function<CardPtr(int)> cards_;
    std::function<ItemId()> readUpTo_;
    bool active_ = false;
};

} // namespace vigie::ui
