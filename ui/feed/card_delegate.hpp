// SPDX-License-Identifier: GPL-3.0-or-later
// Paints the cards of a column, all of one height.
// Thread: the window's.
#pragma once

#include <QStyledItemDelegate>

namespace vigie::ui {

class Bridge;
class ColumnModel;

class CardDelegate final : public QStyledItemDelegate {
    Q_OBJECT
public:
    CardDelegate(Bridge &bridge, ColumnModel &model, QObject *parent);
    /// The column whose card is in the reading pane.
    void setActive(bool active) { active_ = active; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option, const QModelIndex &index) override;

private:
    Bridge &bridge_;
    ColumnModel &model_;
    bool active_ = false;
};

} // namespace vigie::ui
