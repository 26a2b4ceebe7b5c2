// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/feed/thread_row.hpp"

#include "ui/bridge/bridge.hpp"
#include "ui/bridge/text.hpp"
#include "ui/widget/paint.hpp"

#include <QKeyEvent>
#include <QPainter>

#include <algorithm>

namespace vigie::ui {

namespace {
constexpr int kIndent = 12, kDeepest = 6, kAvatarSide = 18;
}

ThreadRow::ThreadRow(Bridge &bridge, ThreadLine line, bool current, QWidget *parent)
    : QAbstractButton(parent), bridge_(bridge), line_(std::move(line)), current_(current)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setEnabled(line_.card != nullptr && !current_);
    setFocusPolicy(isEnabled() ? Qt::StrongFocus : Qt::NoFocus);
    if (isEnabled())
        setCursor(Qt::PointingHandCursor);
    setAccessibleName(line_.card ? accessibleText(*line_.card, bridge_.networkName(line_.card->row.item.connector),
                                                  format::ago(line_.card->row.item.publishedAt, bridge_.now()))
                                 : tr("A message that was not seen"));
}

QSize ThreadRow::sizeHint() const
{
    const QFontMetrics metrics(Theme::of(this).font(TextSize::Body));
    return {240, line_.card ? 3 * (metrics.height() + 2) + 2 * kGrid : metrics.height() + 2 * kGrid};
}

void ThreadRow::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    const auto &theme = Theme::of(this);
    const auto &colors = theme.colors();
    const int left = std::min(line_.depth, kDeepest) * kIndent;
    if (current_)
        painter.fillRect(rect(), colors.accentBg);
    else if (underMouse() && isEnabled())
        painter.fillRect(rect(), colors.chip);
    painter.fillRect(QRect(left, 0, 2, height()), current_ ? colors.accent : colors.line);
    QRect box = rect().adjusted(left + 10, kGrid, -kGrid, -kGrid);
    if (!line_.card) {
        painter.setFont(theme.font(TextSize::Body));
        painter.setPen(colors.muted);
        paint::elided(painter, box, tr("A message that was not seen"));
        return;
    }
    const auto &item = line_.card->row.item;
    const int step = QFontMetrics(theme.font(TextSize::Body)).height() + 2;
    QRect head(box.left(), box.top(), box.width(), step);
    paint::avatar(painter, theme, QRect(head.left(), head.center().y() - kAvatarSide / 2, kAvatarSide, kAvatarSide), line_.card->name);
    head.adjust(kAvatarSide + 6, 0, 0, 0);
    const auto when = format::age(item.publishedAt, bridge_.now());
    painter.setFont(theme.font(TextSize::Small));
    painter.setPen(colors.muted);
    painter.drawText(head, Qt::AlignRight | Qt::AlignVCenter, when);
    head.adjust(0, 0, -painter.fontMetrics().horizontalAdvance(when) - kGap, 0);
    painter.setFont(theme.font(TextSize::Body, QFont::DemiBold));
    painter.setPen(item.ours ? colors.accent : colors.fg);
    paint::elided(painter, head, line_.card->name);
    const auto veil = veilOf(item);
    card::markedText(painter, theme, QRect(box.left(), box.top() + step, box.width(), 2 * step), veil.isEmpty() ? line_.card->body : veil, {}, 2,
                     item.state == ItemState::Visible ? colors.fg : colors.muted);
    if (hasFocus()) {
        painter.setPen(colors.accent);
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
    }
}

void ThreadRow::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

} // namespace vigie::ui
