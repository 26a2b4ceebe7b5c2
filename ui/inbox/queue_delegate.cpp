// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inbox/queue_delegate.hpp"

#include "ui/bridge/text.hpp"
#include "ui/inbox/queue_model.hpp"
#include "ui/inbox/reason_text.hpp"
#include "ui/widget/card_painter.hpp"
#include "ui/widget/paint.hpp"

#include <QFontMetrics>
#include <QPainter>

namespace vigie::ui {

namespace {

constexpr int kAvatarSide = 32, kTextLeft = kMargin + kAvatarSide + kMargin, kTop = 9, kLines = 2;

QFontMetrics metrics(const Theme &theme, TextSize size)
{
    return QFontMetrics(theme.font(size));
}

struct Painting {
    QPainter &painter;
    const Theme &theme;
    const QueueEntry &entry;
    const QueueRow &row;
    Instant now;
    const std::string zone;
};

void drawHead(const Painting &on, const QRect &rect)
{
    auto &painter = on.painter;
    const auto &author = on.row.latest.item.author;
    const auto &ticket = on.row.ticket.ticket;
    painter.setFont(on.theme.font(TextSize::Small));
    painter.setPen(on.theme.colors().muted);
    const auto when = format::age(ticket.waitingSince.value_or(on.row.latest.item.publishedAt), on.now);
    const int used = paint::elided(painter, rect, when, Qt::AlignRight | Qt::AlignVCenter);
    QRect room = rect.adjusted(0, 0, -used - kGap, 0);
    painter.setFont(on.theme.font(TextSize::Body, ticket.waitingSince ? QFont::DemiBold : QFont::Normal));
    painter.setPen(on.theme.colors().fg);
    const int name = paint::elided(painter, room, qs(author.name.empty() ? author.handle : author.name));
    room.adjust(name + 6, 0, 0, 0);
    if (room.width() < 24 || author.handle.empty())
        return;
    painter.setFont(on.theme.font(TextSize::Small));
    painter.setPen(on.theme.colors().muted);
    paint::elided(painter, room, QLatin1Char('@') + qs(author.handle));
}

/// Owner, tags and state at the right end of the last line; returns what is left for the reasons.
QRect drawMarks(const Painting &on, QRect rect)
{
    auto &painter = on.painter;
    const auto &row = on.row.ticket;
    const int most = rect.left() + rect.width() / 2;
    const auto chip = [&](const QString &text, bool accent) {
        if (rect.right() - paint::chipWidth(on.theme, text) > most)
            rect.setRight(paint::chip(painter, on.theme, QPoint(rect.right(), rect.center().y() + 1), text, accent, true).left() - kGrid);
    };
    if (!row.ticket.owner.empty())
        chip(qs(row.ticket.owner), true);
    if (row.ticket.snooze) {
        const int side = on.theme.scaled(12);
        on.theme.paintIcon(painter, QRect(rect.right() - side, rect.center().y() - side / 2, side, side), QStringLiteral("snooze"), on.theme.colors().muted);
        rect.setRight(rect.right() - side - kGrid);
    }
    if (row.notes > 0) {
        const int side = on.theme.scaled(12);
        on.theme.paintIcon(painter, QRect(rect.right() - side, rect.center().y() - side / 2, side, side), QStringLiteral("note"), on.theme.colors().warn);
        rect.setRight(rect.right() - side - kGrid);
    }
    if (!row.tags.empty())
        chip(row.tags.size() > 1 ? QStringLiteral("%1 +%2").arg(qs(row.tags.front())).arg(row.tags.size() - 1) : qs(row.tags.front()), false);
    return rect;
}

QString stateWords(const Painting &on)
{
    const auto &ticket = on.row.ticket.ticket;
    if (ticket.snooze)
        return QueueModel::tr("comes back %1", "a snoozed ticket; %1 is a date and time").arg(format::dateTime(ticket.snooze->due, on.zone));
    if (ticket.status == TicketStatus::New || ticket.status == TicketStatus::Open)
        return {};
    return statusText(ticket.status);
}

void drawReasons(const Painting &on, QRect rect)
{
    auto &painter = on.painter;
    const auto dot = QStringLiteral(" \u00B7 ");
    auto list = reasons(on.entry, on.row.deadline.has_value());
    if (on.row.deadline) {
        rect.adjust(drawDeadline(painter, on.theme, rect, *on.row.deadline, on.now), 0, 0, 0);
        painter.setFont(on.theme.font(TextSize::Small));
        painter.setPen(on.theme.colors().muted);
        if (!list.isEmpty())
            rect.adjust(paint::elided(painter, rect, dot), 0, 0, 0);
    }
    if (const auto state = stateWords(on); !state.isEmpty())
        list.prepend({state, false});
    bool first = true;
    for (const auto &reason : list) {
        if (rect.width() < 16)
            return;
        painter.setFont(on.theme.font(TextSize::Small, reason.urgent ? QFont::DemiBold : QFont::Normal));
        if (!first) {
            painter.setPen(on.theme.colors().muted);
            rect.adjust(paint::elided(painter, rect, dot), 0, 0, 0);
        }
        first = false;
        painter.setPen(reason.urgent ? on.theme.colors().neg : on.theme.colors().muted);
        rect.adjust(paint::elided(painter, rect, reason.text), 0, 0, 0);
    }
}

} // namespace

QSize QueueDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex & /*index*/) const
{
    const auto &theme = Theme::of(this);
    const int body = metrics(theme, TextSize::Body).height() + 2, small = metrics(theme, TextSize::Small).height() + 4;
    return {option.rect.width(), 2 * kTop + body + kLines * body + small};
}

void QueueDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto *model = qobject_cast<const QueueModel *>(index.model());
    if (model == nullptr)
        return;
    const auto &theme = Theme::of(this);
    const auto &colors = theme.colors();
    const auto *row = model->rowAt(index.row());
    const QRect rect = option.rect;
    if (row == nullptr) {
        card::drawSkeleton(*painter, theme, rect);
        return;
    }
    const bool selected = option.state.testFlag(QStyle::State_Selected), focused = option.state.testFlag(QStyle::State_HasFocus);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    paint::rowGround(*painter, theme, rect, selected);
    const auto &item = row->latest.item;
    const auto name = qs(item.author.name.empty() ? item.author.handle : item.author.name);
    paint::avatar(*painter, theme, QRect(rect.left() + kMargin, rect.top() + kTop + 2, kAvatarSide, kAvatarSide), name,
                  model->bridge().networkBadge(item.connector));
    const Painting on{*painter, theme, *model->entryAt(index.row()), *row, model->bridge().now(), model->bridge().zone()};
    const int body = metrics(theme, TextSize::Body).height() + 2, small = metrics(theme, TextSize::Small).height() + 4;
    QRect box(rect.left() + kTextLeft, rect.top() + kTop - 1, rect.width() - kTextLeft - kMargin, body);
    drawHead(on, box);
    box.translate(0, body);
    box.setHeight(kLines * body);
    const auto gone = stateText(item.state);
    const auto said = item.warning.empty() ? item.text : item.warning + " - " + item.text;
    card::markedText(*painter, theme, box, gone.isEmpty() ? qs(card::flatten(said, 400)) : gone, {}, kLines, gone.isEmpty() ? colors.fg : colors.muted);
    box = QRect(box.left(), rect.bottom() - kTop - small + 2, box.width(), small);
    drawReasons(on, drawMarks(on, box));
    if (focused) {
        painter->setRenderHint(QPainter::Antialiasing, false);
        painter->setPen(colors.accent);
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(rect.adjusted(0, 0, -1, -1));
    }
    painter->restore();
}

} // namespace vigie::ui
