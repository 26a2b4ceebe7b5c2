// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/feed/card_delegate.hpp"

#include "ui/bridge/bridge.hpp"
#include "ui/bridge/text.hpp"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

namespace vigie::ui {

CardDelegate::CardDelegate(Bridge &bridge, std::function<CardPtr(int)> cards, std::function<ItemId()> readUpTo, QObject *parent)
    : QStyledItemDelegate(parent), bridge_(bridge), cards_(std::move(cards)), readUpTo_(std::move(readUpTo))
{
}

void CardDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto &theme = Theme::of(this);
    const auto card = cards_(index.row());
    if (!card) {
        card::drawSkeleton(*painter, theme, option.rect);
        return;
    }
    const auto &item = card->row.item;
    card::Data data;
    data.name = card->name;
    data.handle = card->handle;
    data.badge = bridge_.networkBadge(item.connector);
    data.when = format::age(item.publishedAt, bridge_.now());
    const auto veil = veilOf(item);
    data.text = veil.isEmpty() ? card->body : veil;
    if (veil.isEmpty())
        data.marks = card->marks;
    data.facts = factsOf(*card);
    data.toneLabel = item.toneLabel;
    data.tone = item.tone;
    data.dimmed = item.state != ItemState::Visible;
    data.unread = item.id > readUpTo_();
    data.selected = active_ && (option.state & QStyle::State_Selected) != 0;
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    data.focused = view != nullptr && view->hasFocus();
    card::draw(*painter, theme, option.rect, data);
}

QSize CardDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex & /*index*/) const
{
    return {option.rect.width(), card::height(Theme::of(this))};
}

bool CardDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem & /*option*/, const QModelIndex &index)
{
    const auto card = event->type() == QEvent::ToolTip && index.isValid() ? cards_(index.row()) : nullptr;
    if (!card)
        return false;
    const auto &item = card->row.item;
    const auto text = tr("%1, %2", "name of a network, date and time").arg(bridge_.networkName(item.connector), format::dateTime(item.publishedAt, bridge_.zone()));
    QToolTip::showText(event->globalPos(), text.toHtmlEscaped(), view);
    return true;
}

} // namespace vigie::ui
