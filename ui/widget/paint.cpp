// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widget/paint.hpp"

#include "ui/widget/shaped_text.hpp"

#include <QFontMetrics>
#include <QPainter>
#include <QPainterPath>

namespace vigie::ui::paint {

namespace {
constexpr int kChipRoom = 4000; // a chip is as wide as its words
}

QString initials(const QString &name)
{
    QString result;
    bool start = true;
    for (const QChar c : name) {
        if (c.isLetterOrNumber()) {
            if (start)
                result += c.toUpper();
            start = false;
        } else {
            start = c.isSpace() || c == QLatin1Char('-') || c == QLatin1Char('&');
        }
        if (result.size() == 2)
            return result;
    }
    for (const QChar c : name) // one word: its first two letters
        if (c.isLetterOrNumber() && result.size() == 1 && c.toUpper() != result.at(0))
            return result + c.toUpper();
    return result;
}

void avatar(QPainter &painter, const Theme &theme, const QRect &rect, const QString &name, const QString &badge, const QColor &color)
{
    const auto &colors = theme.colors();
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color.isValid() ? color : Theme::personColor(name));
    painter.drawEllipse(rect);
    auto font = theme.font(TextSize::Body, QFont::DemiBold);
    font.setPixelSize(std::max(8, rect.height() * 3 / 8));
    painter.setFont(font);
    painter.setPen(Qt::white);
    elided(painter, rect, initials(name), Qt::AlignCenter);
    if (!badge.isEmpty() && rect.height() >= 26) {
        font.setPixelSize(std::max(8, rect.height() * 9 / 32));
        font.setWeight(QFont::Bold);
        painter.setFont(font);
        const QFontMetrics metrics(font);
        QRect box(0, 0, metrics.horizontalAdvance(badge) + 6, metrics.height());
        box.moveBottomRight(rect.bottomRight() + QPoint(4, 3));
        painter.setPen(Qt::NoPen);
        painter.setBrush(colors.fg);
        painter.drawRoundedRect(box, 4, 4);
        painter.setPen(colors.pane);
        elided(painter, box, badge, Qt::AlignCenter);
    }
    painter.restore();
}

int chipWidth(const Theme &theme, const QString &text)
{
    return shapedLine(text, theme.font(TextSize::Small), kChipRoom).width() + 16;
}

QRect chip(QPainter &painter, const Theme &theme, const QPoint &at, const QString &text, bool accent, bool rightAligned)
{
    const auto &colors = theme.colors();
    const auto font = theme.font(TextSize::Small, accent ? QFont::DemiBold : QFont::Normal);
    const QFontMetrics metrics(font);
    const int width = shapedLine(text, font, kChipRoom).width() + 16, height = metrics.height() + 4;
    const QRect box(rightAligned ? at.x() - width : at.x(), at.y() - height / 2, width, height);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(accent ? colors.accentBg : colors.chip);
    painter.drawRoundedRect(box, height / 2.0, height / 2.0);
    painter.setFont(font);
    painter.setPen(accent ? colors.accent : colors.muted);
    elided(painter, box, text, Qt::AlignCenter);
    painter.restore();
    return box;
}

int elided(QPainter &painter, const QRect &rect, const QString &text, Qt::Alignment alignment)
{
    const auto &line = shapedLine(text, painter.font(), rect.width());
    const auto spare = [](int room, int used, bool middle, bool end) { return middle ? (room - used) / 2 : end ? room - used : 0; };
    const int left = spare(rect.width(), line.width(), (alignment & Qt::AlignHCenter) != 0, (alignment & Qt::AlignRight) != 0);
    const int top = spare(rect.height(), line.height(), (alignment & Qt::AlignVCenter) != 0, (alignment & Qt::AlignBottom) != 0);
    line.draw(painter, rect.topLeft() + QPoint(left, top));
    return line.width();
}

void rowGround(QPainter &painter, const Theme &theme, const QRect &rect, bool chosen)
{
    const auto &colors = theme.colors();
    painter.fillRect(rect, chosen ? colors.accentBg : colors.pane);
    painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), colors.line);
    if (chosen)
        painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), colors.accent);
}

void tone(QPainter &painter, const Theme &theme, const QRect &rect, int label)
{
    const auto &colors = theme.colors();
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(label > 0 ? colors.pos : label < 0 ? colors.neg : colors.muted);
    const QRectF box(rect);
    if (label == 0) {
        painter.drawEllipse(box.adjusted(1, 1, -1, -1));
    } else {
        QPolygonF triangle;
        if (label > 0)
            triangle << box.bottomLeft() << box.bottomRight() << QPointF(box.center().x(), box.top());
        else
            triangle << box.topLeft() << box.topRight() << QPointF(box.center().x(), box.bottom());
        painter.drawPolygon(triangle);
    }
    painter.restore();
}

void coverage(QPainter &painter, const Theme &theme, const QRect &rect, const std::vector<Stretch> &stretches)
{
    const auto &colors = theme.colors();
    painter.fillRect(rect, colors.line);
    for (const auto pass : {Stretch::Kind::Seen, Stretch::Kind::Gap})
        for (const auto &stretch : stretches) {
            if (stretch.kind != pass)
                continue;
            const int left = rect.left() + static_cast<int>(stretch.from * rect.width());
            const int width = std::max(2, static_cast<int>((stretch.to - stretch.from) * rect.width()));
            painter.fillRect(QRect(left, rect.top(), width, rect.height()) & rect, pass == Stretch::Kind::Gap ? colors.neg : colors.covered);
        }
}

} // namespace vigie::ui::paint
