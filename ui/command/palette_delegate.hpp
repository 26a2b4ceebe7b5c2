// SPDX-License-Identifier: GPL-3.0-or-later
// A row of the palette: icon, title, detail, key.
// Thread: the window's.
#pragma once

#include <QStyledItemDelegate>

namespace vigie::ui {

class PaletteDelegate final : public QStyledItemDelegate {
    Q_OBJECT
public:
    static constexpr int kRowHeight = 32;
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace vigie::ui
