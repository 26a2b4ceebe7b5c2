// SPDX-License-Identifier: GPL-3.0-or-later
// A row of the agenda: its state keeps its colour when the row is selected.
// Thread: the window's.
#pragma once

#include <QStyledItemDelegate>

namespace vigie::ui {

class AgendaDelegate final : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace vigie::ui
