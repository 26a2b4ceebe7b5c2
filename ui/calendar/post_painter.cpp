// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/calendar/post_painter.hpp"

#include "ui/theme/theme.hpp"
#include "ui/widget/paint.hpp"

#include <QLocale>
#include <QPainter>
#include <QPainterPath>

namespace vigie::ui::calendar {

namespace {

constexpr int kBar = 4, kCorner = 5;

bool hollow(PostState state)
{
    return state == PostState::Draft || state == PostState::Cancelled;
}

void frame(QPainter &painter, const Theme &theme, const QRect &rect, const Post &post, const Look &look)
{
    const auto &c = theme.colors();
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath shape;
    shape.addRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), kCorner, kCorner);
    painter.fillPath(shape, look.selected ? c.accentBg : c.pane);
    // A draft is dashed: state is never said by colour alone.
    QPen pen(look.selected ? c.accent : c.line, look.focused ? 2.0 : 1.0, hollow(post.state) ? Qt::DashLine : Qt::SolidLine);
    painter.setPen(pen);
    painter.drawPath(shape);
    painter.save();
    painter.setClipPath(shape, Qt::IntersectClip);
    painter.fillRect(QRect(rect.left(), rect.top(), kBar, rect.height()), stateColor(theme, post.state));
    painter.restore();
}

} // namespace

void drawCard(QPainter &painter, const Theme &theme, const QRect &rect, const Post &post, const Look &look)
{
    const auto &c = theme.colors();
    painter.save();
    if (look.ghost)
        painter.setOpacity(0.4);
    frame(painter, theme, rect, post, look);
    const auto small = theme.font(TextSize::Small), strong = theme.font(TextSize::Small, QFont::DemiBold), body = theme.font(TextSize::Body);
    const int left = rect.left() + kBar + 6, width = rect.width() - kBar - 10;
    const int smallLine = QFontMetrics(small).height(), bodyLine = QFontMetrics(body).height();
    int top = rect.top() + 3;
    painter.setPen(c.muted);
    painter.setFont(small);
    const auto time = QLocale().toString(post.time, QStringLiteral("HH:mm"));
    const int used = paint::elided(painter, QRect(left, top, width, smallLine), time);
    int after = left + used + 4;
    if (post.plan.dueKind != ZonedInstant::Kind::Unique) {
        theme.paintIcon(painter, QRect(after, top + (smallLine - 12) / 2, 12, 12), QStringLiteral("warning"), c.warn);
        after += 15;
    }
    painter.setPen(c.fg);
    painter.setFont(strong);
    const auto head = post.zone.isEmpty() ? post.badges : post.badges + QStringLiteral("  ") + post.zone.section(QLatin1Char('/'), -1);
    const bool picture = !post.plan.media.empty();
    const int icon = smallLine - 2, room = left + width - after - (picture ? icon + 3 : 0);
    paint::elided(painter, QRect(after, top, room, smallLine), head);
    if (picture)
        theme.paintIcon(painter, QRect(left + width - icon, top + 1, icon, icon), QStringLiteral("image"), c.muted);
    top += smallLine;
    painter.setFont(body);
    if (hollow(post.state))
        painter.setPen(c.muted);
    paint::elided(painter, QRect(left, top, width, bodyLine), post.title);
    top += bodyLine;
    painter.setFont(small);
    painter.setPen(stateColor(theme, post.state));
    paint::elided(painter, QRect(left, top, width, smallLine), stateLine(post));
    painter.restore();
}

void drawChip(QPainter &painter, const Theme &theme, const QRect &rect, const Post &post, const Look &look)
{
    const auto &c = theme.colors();
    painter.save();
    if (look.ghost)
        painter.setOpacity(0.4);
    frame(painter, theme, rect, post, look);
    painter.setFont(theme.font(TextSize::Small));
    painter.setPen(c.muted);
    const int left = rect.left() + kBar + 4;
    const int used = paint::elided(painter, QRect(left, rect.top(), rect.right() - left, rect.height()), QLocale().toString(post.time, QStringLiteral("HH:mm")));
    const auto word = stateWord(post.state);
    const int wordWidth = std::min(painter.fontMetrics().horizontalAdvance(word), rect.width() / 3);
    const bool roomForWord = rect.width() > theme.scaled(130);
    painter.setPen(hollow(post.state) ? c.muted : c.fg);
    const int textLeft = left + used + 5;
    const int textRight = rect.right() - 4 - (roomForWord ? wordWidth + 6 : 0);
    paint::elided(painter, QRect(textLeft, rect.top(), std::max(0, textRight - textLeft), rect.height()), post.title);
    if (roomForWord) {
        painter.setPen(stateColor(theme, post.state));
        paint::elided(painter, QRect(rect.right() - 4 - wordWidth, rect.top(), wordWidth, rect.height()), word);
    }
    painter.restore();
}

} // namespace vigie::ui::calendar
