// SPDX-License-Identifier: GPL-3.0-or-later
// A ticket of the queue as a row of one fixed height: who, when, two lines, and in words why it is here.
// Thread: the window's.
#pragma once

#include <QStyledItemDelegate>

namespace vigie::ui {

class QueueDelegate final : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace vigie::ui
