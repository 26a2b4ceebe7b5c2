// SPDX-License-Identifier: GPL-3.0-or-later
// Something found, of any kind: its icon, whose words, when, two lines with what was looked for marked; heads of groups.
// Thread: the window's.
#pragma once

#include "ui/bridge/bridge.hpp"

#include <QStyledItemDelegate>

namespace vigie::ui {

class FindDelegate final : public QStyledItemDelegate {
    Q_OBJECT
public:
    explicit FindDelegate(Bridge &bridge, QObject *parent = nullptr) : QStyledItemDelegate(parent), bridge_(bridge) {}
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    Bridge &bridge_;
};

} // namespace vigie::ui
