// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/command/palette_delegate.hpp"

#include "ui/command/palette.hpp"
#include "ui/theme/theme.hpp"
#include "ui/widget/paint.hpp"

#include <QPainter>

namespace vigie::ui {

void PaletteDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto &theme = Theme::of(option.widget);
    const auto &colors = theme.colors();
    const QRect row = option.rect;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const bool chosen = option.state.testFlag(QStyle::State_Selected);
    if (chosen) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(colors.accentBg);
        painter->drawRoundedRect(row.adjusted(0, 1, 0, -1), kRadius, kRadius);
    }
    const int side = theme.scaled(16);
    const auto icon = index.data(PaletteModel::IconRole).toString();
    if (!icon.isEmpty())
        theme.paintIcon(*painter, QRect(row.left() + kGap, row.center().y() - side / 2, side, side), icon, chosen ? colors.accent : colors.muted);
    int right = row.right() - kGap;
    const auto keys = index.data(PaletteModel::KeysRole).toString();
    if (!keys.isEmpty()) {
        painter->setFont(theme.font(TextSize::Small));
        const int width = painter->fontMetrics().horizontalAdvance(keys) + 12, height = painter->fontMetrics().height() + 3;
        const QRectF cap(right - width + 0.5, row.center().y() - height / 2 + 0.5, width, height);
        painter->setPen(colors.line);
        painter->setBrush(colors.bg);
        painter->drawRoundedRect(cap, 4, 4);
        painter->setPen(colors.muted);
        painter->drawText(cap, Qt::AlignCenter, keys);
        right -= width + kGap;
    }
    int left = row.left() + kGap + side + kGap;
    painter->setFont(theme.font(TextSize::Body));
    painter->setPen(colors.fg);
    left += paint::elided(*painter, QRect(left, row.top(), right - left, row.height()), index.data(Qt::DisplayRole).toString()) + kGap;
    painter->setFont(theme.font(TextSize::Small));
    painter->setPen(colors.muted);
    if (right - left > 20)
        paint::elided(*painter, QRect(left, row.top(), right - left, row.height()), index.data(PaletteModel::DetailRole).toString());
    painter->restore();
}

QSize PaletteDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex & /*index*/) const
{
    return {0, Theme::of(option.widget).scaled(kRowHeight)};
}

} // namespace vigie::ui
