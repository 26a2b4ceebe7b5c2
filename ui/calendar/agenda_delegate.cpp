// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/calendar/agenda_delegate.hpp"

#include "ui/theme/theme.hpp"
#include "ui/widget/paint.hpp"

#include <QBrush>
#include <QPainter>

#include <algorithm>

namespace vigie::ui {

void AgendaDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto &theme = Theme::of(this);
    const auto &c = theme.colors();
    painter->save();
    if (option.state & QStyle::State_Selected) {
        painter->fillRect(option.rect, c.accentBg);
        if (index.column() == 0)
            painter->fillRect(QRect(option.rect.left(), option.rect.top(), 3, option.rect.height()), c.accent);
    }
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), c.line);
    const auto color = index.data(Qt::ForegroundRole);
    painter->setPen(color.isValid() ? color.value<QColor>() : c.fg);
    painter->setFont(theme.font(TextSize::Body));
    paint::elided(*painter, option.rect.adjusted(kGap, 0, -kGap, 0), index.data(Qt::DisplayRole).toString());
    painter->restore();
}

QSize AgendaDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto &theme = Theme::of(this);
    const QFontMetrics metrics(theme.font(TextSize::Body));
    return {metrics.horizontalAdvance(index.data(Qt::DisplayRole).toString()) + 2 * kGap + 2, std::max(theme.scaled(30), option.fontMetrics.height())};
}

} // namespace vigie::ui
