// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/app/rail.hpp"

#include "ui/bridge/text.hpp"
#include "ui/theme/theme.hpp"

#include <QPainter>
#include <QVBoxLayout>

namespace vigie::ui {

namespace {
constexpr int kLogoHeight = 42, kButtonHeight = 51, kIconSide = 20, kMarkWidth = 3;
}

RailButton::RailButton(const QString &iconName, QWidget *parent) : QAbstractButton(parent), iconName_(iconName)
{
    setCheckable(true);
    setAutoExclusive(false);
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::PointingHandCursor);
}

void RailButton::setBadge(int count)
{
    badge_ = count;
    setAccessibleDescription(count > 0 ? tr("%n to look at", nullptr, count) : QString());
    update();
}

void RailButton::setHealth(Health health)
{
    health_ = health;
    update();
}

QSize RailButton::sizeHint() const
{
    const auto &theme = Theme::of(this);
    return {theme.scaled(kRailWidth), theme.scaled(kButtonHeight)};
}

void RailButton::paintEvent(QPaintEvent * /*event*/)
{
    const auto &theme = Theme::of(this);
    const auto &colors = theme.colors();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (isChecked()) {
        painter.fillRect(rect(), colors.railOn);
        painter.fillRect(QRect(0, 0, kMarkWidth, height()), colors.railMark);
    }
    const bool bright = isChecked() || underMouse() || hasFocus();
    const QColor ink = bright ? QColor(Qt::white) : colors.railFg;
    const int side = theme.scaled(kIconSide);
    const QRect icon((width() - side) / 2, theme.scaled(7), side, side);
    theme.paintIcon(painter, icon, iconName_, ink);
    auto font = theme.font(TextSize::Small);
    font.setPixelSize(theme.scaled(10));
    painter.setFont(font);
    painter.setPen(ink);
    const QRect label(1, icon.bottom() + 3, width() - 2, height() - icon.bottom() - 5);
    painter.drawText(label, Qt::AlignHCenter | Qt::AlignTop, painter.fontMetrics().elidedText(text(), Qt::ElideRight, label.width()));
    if (badge_ > 0) {
        const auto words = badge_ > 999 ? QStringLiteral("999+") : format::number(badge_);
        font.setWeight(QFont::DemiBold);
        font.setPixelSize(theme.scaled(9));
        painter.setFont(font);
        const int w = std::max(theme.scaled(14), painter.fontMetrics().horizontalAdvance(words) + 8), h = theme.scaled(14);
        const QRect box(icon.right() - 5, icon.top() - 5, w, h);
        painter.setPen(Qt::NoPen);
        painter.setBrush(colors.railMark);
        painter.drawRoundedRect(box, h / 2.0, h / 2.0);
        painter.setPen(colors.rail);
        painter.drawText(box, Qt::AlignCenter, words);
    }
    if (health_ == Health::Warning || health_ == Health::Bad) {
        const QRect box(icon.right() - 3, icon.top() - 3, theme.scaled(10), theme.scaled(10));
        theme.paintIcon(painter, box, health_ == Health::Bad ? QStringLiteral("error") : QStringLiteral("warning"), health_ == Health::Bad ? colors.neg : colors.warn);
    } else if (health_ == Health::Good) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(colors.covered);
        painter.drawEllipse(QRect(icon.right() - 1, icon.top() - 1, 6, 6));
    }
    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(colors.railMark, 1));
        painter.drawRoundedRect(QRectF(rect()).adjusted(2.5, 1.5, -2.5, -1.5), 4, 4);
    }
}

Rail::Rail(QWidget *parent) : QWidget(parent), top_(new QVBoxLayout), foot_(new QVBoxLayout)
{
    setAccessibleName(QStringLiteral("Vigie"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, kLogoHeight, 0, kGap);
    layout->setSpacing(0);
    layout->addLayout(top_);
    layout->addStretch(1);
    layout->addLayout(foot_);
    for (auto *part : {top_, foot_})
        part->setSpacing(0);
}

void Rail::clear()
{
    qDeleteAll(buttons_);
    buttons_.clear();
}

void Rail::add(const QString &id, const QString &title, const QString &iconName, const QString &keys, bool atFoot)
{
    auto *button = new RailButton(iconName, this);
    connect(button, &RailButton::clicked, this, [this, id] { Q_EMIT chosen(id); });
    (atFoot ? foot_ : top_)->addWidget(button);
    buttons_.insert(id, button);
    setTitle(id, title, keys);
}

void Rail::setTitle(const QString &id, const QString &title, const QString &keys)
{
    if (auto *found = button(id)) {
        found->setText(title);
        found->setAccessibleName(title);
        found->setToolTip(keys.isEmpty() ? title : QStringLiteral("%1 (%2)").arg(title, keys));
    }
}

void Rail::setCurrent(const QString &id)
{
    for (auto it = buttons_.constBegin(); it != buttons_.constEnd(); ++it)
        it.value()->setChecked(it.key() == id);
}

QSize Rail::sizeHint() const
{
    return {Theme::of(this).scaled(kRailWidth), 0};
}

void Rail::paintEvent(QPaintEvent * /*event*/)
{
    const auto &theme = Theme::of(this);
    QPainter painter(this);
    painter.fillRect(rect(), theme.colors().rail);
    auto font = theme.font(TextSize::Title, QFont::Bold);
    font.setPixelSize(18);
    painter.setFont(font);
    painter.setPen(Qt::white);
    painter.drawText(QRect(0, 0, width(), kLogoHeight), Qt::AlignCenter, QStringLiteral("V"));
}

} // namespace vigie::ui
