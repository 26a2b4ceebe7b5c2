// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inbox/key_footer.hpp"

#include "ui/command/registry.hpp"
#include "ui/theme/theme.hpp"

#include <QEvent>
#include <QFontMetrics>
#include <QPainter>

#include <algorithm>

namespace vigie::ui {

KeyFooter::KeyFooter(const CommandRegistry &commands, QList<Key> keys, QWidget *parent) : QFrame(parent), commands_(commands), keys_(std::move(keys))
{
    setProperty("role", "footer");
    connect(&commands, &CommandRegistry::keysChanged, this, &KeyFooter::say);
    say();
}

QSize KeyFooter::sizeHint() const
{
    return {300, QFontMetrics(Theme::of(this).font(TextSize::Small)).height() + 4 + 2 * 7};
}

QSize KeyFooter::minimumSizeHint() const
{
    return {80, sizeHint().height()};
}

void KeyFooter::say()
{
    QStringList words;
    for (const auto &key : std::as_const(keys_))
        words.append(QStringLiteral("%1 %2").arg(commands_.keyText(key.command), key.word()));
    setAccessibleName(words.join(QStringLiteral(", ")));
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
    const auto metrics = painter.fontMetrics();
    int x = 18;
    for (const auto &key : std::as_const(keys_)) {
        const auto cap = commands_.keyText(key.command), word = key.word();
        if (cap.isEmpty())
            continue;
        const int capWidth = std::max(metrics.horizontalAdvance(cap) + 10, metrics.height() + 4), wordWidth = metrics.horizontalAdvance(word);
        if (x + capWidth + 6 + wordWidth > width() - kMargin)
            return;
        const QRect box(x, (height() - metrics.height() - 4) / 2, capWidth, metrics.height() + 4);
        painter.setPen(colors.line);
        painter.setBrush(colors.bg);
        painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
        painter.setPen(colors.muted);
        painter.drawText(box, Qt::AlignCenter, cap);
        painter.drawText(QRect(box.right() + 6, box.top(), wordWidth + 2, box.height()), Qt::AlignVCenter | Qt::AlignLeft, word);
        x = box.right() + 6 + wordWidth + kMargin;
    }
}

void KeyFooter::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        say();
    QFrame::changeEvent(event);
}

} // namespace vigie::ui
