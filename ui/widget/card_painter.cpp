// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widget/card_painter.hpp"

#include "ui/bridge/text.hpp"
#include "ui/widget/paint.hpp"
#include "ui/widget/shaped_text.hpp"

#include <QCoreApplication>
#include <QFontMetrics>
#include <QPainter>

#include <algorithm>

namespace vigie::ui::card {

namespace {

constexpr int kAvatar = 32, kPadding = 12, kTop = 9, kTextLeft = kPadding + kAvatar + 12;
constexpr qreal kDimmed = 0.55;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Card)
};

struct Metrics {
    explicit Metrics(const Theme &theme)
        : head(QFontMetrics(theme.font(TextSize::Body, QFont::DemiBold)).height()), line(QFontMetrics(theme.font(TextSize::Body)).height() + 2),
          foot(QFontMetrics(theme.font(TextSize::Small)).height() + 2)
    {
    }
    int head, line, foot;
};

void header(QPainter &painter, const Theme &theme, const QRect &rect, const Data &data)
{
    const auto &colors = theme.colors();
    painter.setFont(theme.font(TextSize::Small));
    painter.setPen(colors.muted);
    const int whenWidth = paint::elided(painter, rect, data.when, Qt::AlignRight | Qt::AlignVCenter);
    QRect room = rect.adjusted(0, 0, -whenWidth - kGap, 0);
    if (data.unread) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(colors.accent);
        painter.drawEllipse(QRect(room.right() - 6, room.center().y() - 3, 7, 7));
        room.adjust(0, 0, -12, 0);
    }
    painter.setFont(theme.font(TextSize::Body, QFont::DemiBold));
    painter.setPen(colors.fg);
    const int used = paint::elided(painter, room, data.name);
    room.setLeft(room.left() + used + kGap);
    if (room.width() > 24 && !data.handle.isEmpty()) {
        painter.setFont(theme.font(TextSize::Small));
        painter.setPen(colors.muted);
        paint::elided(painter, room, data.handle);
    }
}

} // namespace

std::string flatten(std::string_view text, std::size_t bytes)
{
    std::string out;
    out.reserve(std::min(text.size(), bytes) + 4);
    bool space = false;
    for (const char c : text) {
        if (c == ' ' || c == '\n' || c == '\r' || c == '\t') {
            space = !out.empty();
            continue;
        }
        // Stop at the beginning of a character only.
        if (out.size() >= bytes && (static_cast<unsigned char>(c) & 0xC0U) != 0x80U)
            break;
        if (space)
            out += ' ';
        space = false;
        out += c;
    }
    return out;
}

std::vector<Mark> marksOf(const text::Query &query, std::string_view text)
{
    const auto hits = text::hits(query, text);
    std::vector<std::size_t> offsets;
    offsets.reserve(hits.size() * 2);
    for (const auto &hit : hits) {
        offsets.push_back(hit.begin);
        offsets.push_back(hit.end);
    }
    const auto units = utf16Offsets(text, offsets);
    std::vector<Mark> marks;
    marks.reserve(hits.size());
    for (std::size_t i = 0; i + 1 < units.size(); i += 2)
        marks.push_back({static_cast<int>(units[i]), static_cast<int>(units[i + 1] - units[i])});
    return marks;
}

int height(const Theme &theme, int lines)
{
    const Metrics metrics(theme);
    return kTop + metrics.head + lines * metrics.line + metrics.foot + kTop;
}

int markedText(QPainter &painter, const Theme &theme, const QRect &rect, const QString &text, const std::vector<Mark> &marks, int lines,
                const QColor &color)
{
    const auto &colors = theme.colors();
    paint::BlockWanted wanted{text, {}, theme.font(TextSize::Body), colors.mark, colors.fg, rect.width(), lines, 0};
    wanted.step = QFontMetrics(wanted.font).height() + 2;
    wanted.marks.reserve(marks.size());
    for (const auto &mark : marks)
        wanted.marks.push_back({mark.begin, mark.length});
    const auto &block = paint::shapedBlock(wanted);
    painter.setPen(color);
    painter.setFont(wanted.font);
    block.draw(painter, rect.topLeft());
    return block.lines();
}

QString toneText(int label, float score)
{
    const QChar shape(label > 0 ? 0x25B2 : label < 0 ? 0x25BC : 0x25CF);
    return QString(shape) + QChar(0x00A0) + format::signedNumber(static_cast<double>(score), 1);
}

QString toneWords(int label, float score)
{
    const auto number = format::signedNumber(static_cast<double>(score), 1);
    if (label > 0)
        return Words::tr("positive, %1").arg(number);
    return label < 0 ? Words::tr("negative, %1").arg(number) : Words::tr("neutral, %1").arg(number);
}

int tone(QPainter &painter, const Theme &theme, const QRect &line, int label, float score)
{
    painter.setFont(theme.font(TextSize::Small));
    const int side = theme.scaled(8);
    paint::tone(painter, theme, QRect(line.left(), line.center().y() - side / 2 + 1, side, side), label);
    painter.setPen(theme.colors().muted);
    return side + 5 + paint::elided(painter, line.adjusted(side + 5, 0, 0, 0), format::signedNumber(static_cast<double>(score), 1));
}

void draw(QPainter &painter, const Theme &theme, const QRect &rect, const Data &data)
{
    const auto &colors = theme.colors();
    const Metrics metrics(theme);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect, data.selected ? colors.accentBg : colors.pane);
    painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), colors.line);
    if (data.selected)
        painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), data.focused ? colors.accent : colors.line);
    if (data.dimmed)
        painter.setOpacity(kDimmed);
    paint::avatar(painter, theme, QRect(rect.left() + kPadding, rect.top() + kTop + 2, kAvatar, kAvatar), data.name, data.badge);
    QRect box(rect.left() + kTextLeft, rect.top() + kTop, rect.width() - kTextLeft - kPadding, metrics.head);
    header(painter, theme, box, data);
    box.translate(0, metrics.head);
    box.setHeight(data.lines * metrics.line);
    const int lines = markedText(painter, theme, box, data.text, data.marks, data.lines, colors.fg);
    box.setTop(box.top() + std::max(lines, 1) * metrics.line);
    box.setHeight(metrics.foot);
    const int used = tone(painter, theme, box, data.toneLabel, data.tone);
    if (!data.facts.isEmpty()) {
        painter.setFont(theme.font(TextSize::Small));
        painter.setPen(colors.muted);
        const auto dot = QStringLiteral(" \u00B7 ");
        paint::elided(painter, box.adjusted(used, 0, 0, 0), dot + data.facts);
    }
    if (data.selected && data.focused) {
        painter.setOpacity(1);
        painter.setPen(QPen(colors.accent, 1));
        painter.setBrush(Qt::NoBrush);
        painter.setRenderHint(QPainter::Antialiasing, false);
        painter.drawRect(rect.adjusted(0, 0, -1, -1));
    }
    painter.restore();
}

void drawSkeleton(QPainter &painter, const Theme &theme, const QRect &rect)
{
    const auto &colors = theme.colors();
    const Metrics metrics(theme);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect, colors.pane);
    painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), colors.line);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colors.chip);
    painter.drawEllipse(rect.left() + kPadding, rect.top() + kTop + 2, kAvatar, kAvatar);
    const int left = rect.left() + kTextLeft, room = rect.width() - kTextLeft - kPadding;
    const int widths[] = {40, 92, 78};
    for (int i = 0; i < 3; ++i)
        painter.drawRoundedRect(QRect(left, rect.top() + kTop + 3 + i * metrics.line, room * widths[i] / 100, metrics.line / 2), 4, 4);
    painter.restore();
}

} // namespace vigie::ui::card
