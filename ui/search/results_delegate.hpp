// SPDX-License-Identifier: GPL-3.0-or-later
// A mention in a list of results: who, when, two lines of text, tone.
// Thread: the window's.
#pragma once

#include <QStyledItemDelegate>

namespace vigie::ui {

class ResultsDelegate final : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace vigie::ui
