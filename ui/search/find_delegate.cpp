// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/search/find_delegate.hpp"

#include "ui/bridge/text.hpp"
#include "ui/search/find_model.hpp"
#include "ui/theme/theme.hpp"
#include "ui/widget/paint.hpp"

#include <QPainter>

namespace vigie::ui {

namespace {

constexpr int kRowHeight = 72, kGroupHeight = 34, kIcon = 20, kTextLines = 2;

const FoundRow *rowAt(const QModelIndex &index)
{
    const auto *model = dynamic_cast<const FindModel *>(index.model());
    return model != nullptr ? model->at(index.row()) : nullptr;
}

void paintGroup(QPainter &painter, const Theme &theme, const QRect &rect, store::FindScope scope)
{
    painter.fillRect(rect, theme.colors().bg);
    painter.setFont(theme.font(TextSize::Small, QFont::DemiBold));
    painter.setPen(theme.colors().muted);
    painter.drawText(rect.adjusted(kWideMargin, 0, -kWideMargin, -4), Qt::AlignLeft | Qt::AlignBottom, scopeWord(scope));
}

} // namespace

void FindDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto *row = rowAt(index);
    if (row == nullptr)
        return;
    const auto &theme = Theme::of(option.widget);
    const auto &colors = theme.colors();
    const QRect rect = option.rect;
    painter->save();
    if (!row->thing) {
        paintGroup(*painter, theme, rect, row->scope);
        painter->restore();
        return;
    }
    const auto &thing = *row->thing;
    paint::rowGround(*painter, theme, rect, option.state.testFlag(QStyle::State_Selected));
    const bool person = thing.scope == store::FindScope::Items || thing.scope == store::FindScope::Members;
    const QRect picture(rect.left() + kMargin, rect.top() + 9, 32, 32);
    if (person)
        paint::avatar(*painter, theme, picture, whoseWords(thing), bridge_.networkBadge(thing.connector));
    else
        theme.paintIcon(*painter, QRect(picture.left() + (picture.width() - kIcon) / 2, picture.top() + 4, kIcon, kIcon), scopeIcon(thing.scope), colors.muted);
    const int left = picture.right() + kMargin;
    int right = rect.right() - kMargin;
    painter->setFont(theme.font(TextSize::Small));
    const int head = painter->fontMetrics().lineSpacing() + 5, top = rect.top() + 6;
    painter->setPen(colors.muted);
    const auto when = format::age(thing.place.at, bridge_.now());
    painter->drawText(QRect(left, top, right - left, head), Qt::AlignRight | Qt::AlignVCenter, when);
    right -= painter->fontMetrics().horizontalAdvance(when) + kGap;
    painter->setFont(theme.font(TextSize::Body, QFont::DemiBold));
    painter->setPen(colors.fg);
    const int used = paint::elided(*painter, QRect(left, top, right - left, head), whoseWords(thing));
    if (person && !thing.handle.empty() && right - left - used > 40) {
        painter->setFont(theme.font(TextSize::Small));
        painter->setPen(colors.muted);
        paint::elided(*painter, QRect(left + used + 6, top, right - left - used - 6, head), QLatin1Char('@') + qs(thing.handle));
    }
    const QRect words(left, top + head + 1, rect.right() - kMargin - left - 20, rect.bottom() - top - head - 3);
    card::markedText(*painter, theme, words, row->text, row->marks, kTextLines, colors.fg);
    if (thing.scope == store::FindScope::Items)
        paint::tone(*painter, theme, QRect(rect.right() - kMargin - 9, rect.top() + head + 16, 8, 8), thing.tone);
    painter->restore();
}

QSize FindDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto *row = rowAt(index);
    return {0, Theme::of(option.widget).scaled(row != nullptr && !row->thing ? kGroupHeight : kRowHeight)};
}

} // namespace vigie::ui
