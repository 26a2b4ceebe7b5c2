// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inbox/key_footer.hpp"

#include "ui/command/registry.hpp"
#include "ui/theme/theme.hpp"

#include <QEvent>
#include <QFontMetrics>
#include <QPainter>
#include <QResizeEvent>

#include <algorithm>

namespace vigie::ui {

namespace {
constexpr int kSide = 18, kAbove = 7, kToWord = 6, kBetweenRows = 6;
} // namespace

KeyFooter::KeyFooter(const CommandRegistry &commands, QList<Key> keys, QWidget *parent) : QFrame(parent), commands_(commands), keys_(std::move(keys))
{
    setProperty("role", "footer");
    connect(&commands, &CommandRegistry::keysChanged, this, &KeyFooter::say);
    connect(&Theme::of(this), &Theme::changed, this, &KeyFooter::say);
    say();
}

QList<KeyFooter::Place> KeyFooter::places(int width) const
{
    const QFontMetrics metrics(Theme::of(this).font(TextSize::Small));
    const int side = metrics.height() + 4;
    QList<Place> found;
    int x = kSide, y = kAbove;
    for (const auto &key : keys_) {
        const auto cap = commands_.keyText(key.command), word = key.word();
        if (cap.isEmpty())
            continue;
        const int capWidth = std::max(metrics.horizontalAdvance(cap) + 10, side), wordWidth = metrics.horizontalAdvance(word);
        if (x > kSide && x + capWidth + kToWord + wordWidth > width - kMargin) {
            x = kSide;
            y += side + kBetweenRows;
        }
        found.append({QRect(x, y, capWidth, side), cap, word});
        x += capWidth + kToWord + wordWidth + kMargin;
    }
    return found;
}

int KeyFooter::heightForWidth(int width) const
{
    const auto all = places(width);
    return (all.isEmpty() ? 0 : all.last().cap.bottom() + 1) + kAbove;
}

QSize KeyFooter::sizeHint() const
{
    return {300, heightForWidth(width())};
}

QSize KeyFooter::minimumSizeHint() const
{
    return {80, sizeHint().height()};
}

QStringList KeyFooter::shownWords() const
{
    QStringList words;
    for (const auto &place : places(width()))
        if (rect().contains(place.cap))
            words << place.word;
    return words;
}

void KeyFooter::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    if (event->oldSize().width() != event->size().width())
        updateGeometry();
}

void KeyFooter::say()
{
    QStringList words;
    for (const auto &key : std::as_const(keys_))
        words.append(QStringLiteral("%1 %2").arg(commands_.keyText(key.command), key.word()));
    setAccessibleName(words.join(QStringLiteral(", ")));
    updateGeometry();
    update();
}

void KeyFooter::paintEvent(QPaintEvent *event)
{
    QFrame::paintEvent(event);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto &theme = Theme::of(this);
    const auto &colors = theme.colors();
    painter.setFont(theme.font(TextSize::Small));
    for (const auto &place : places(width())) {
        painter.setPen(colors.line);
        painter.setBrush(colors.bg);
        painter.drawRoundedRect(QRectF(place.cap).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
        painter.setPen(colors.muted);
        painter.drawText(place.cap, Qt::AlignCenter, place.key);
        painter.drawText(QRect(place.cap.right() + kToWord, place.cap.top(), width(), place.cap.height()), Qt::AlignVCenter | Qt::AlignLeft, place.word);
    }
}

void KeyFooter::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        say();
    QFrame::changeEvent(event);
}

} // namespace vigie::ui
