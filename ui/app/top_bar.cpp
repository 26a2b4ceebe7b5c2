// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/app/top_bar.hpp"

#include "ui/bridge/text.hpp"
#include "ui/widget/pieces.hpp"

#include <vigie/app/settings_table.hpp>
#include <vigie/store/alerts.hpp>
#include <vigie/store/members.hpp>

#include <QEvent>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QPainter>

namespace vigie::ui {

namespace {
constexpr int kFindWidth = 520, kFindHeight = 30;
}

FindBox::FindBox(QWidget *parent) : QAbstractButton(parent)
{
    setCursor(Qt::IBeamCursor);
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setMaximumWidth(kFindWidth);
}

void FindBox::setKeys(const QString &keys)
{
    keys_ = keys;
    update();
}

QSize FindBox::sizeHint() const
{
    return {kFindWidth, Theme::of(this).scaled(kFindHeight)};
}

void FindBox::paintEvent(QPaintEvent * /*event*/)
{
    const auto &theme = Theme::of(this);
    const auto &colors = theme.colors();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(hasFocus() ? colors.accent : colors.line);
    painter.setBrush(colors.bg);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), kRadius, kRadius);
    painter.setPen(colors.muted);
    painter.setFont(theme.font(TextSize::Small));
    const int keyWidth = keys_.isEmpty() ? 0 : painter.fontMetrics().horizontalAdvance(keys_) + 12;
    if (keyWidth > 0) {
        const QRectF cap(width() - keyWidth - 8.5, (height() - 18) / 2 + 0.5, keyWidth, 17);
        painter.setBrush(colors.pane);
        painter.setPen(colors.line);
        painter.drawRoundedRect(cap, 4, 4);
        painter.setPen(colors.muted);
        painter.drawText(cap, Qt::AlignCenter, keys_);
    }
    painter.setFont(theme.font(TextSize::Body));
    const QRect words(10, 0, width() - keyWidth - 28, height());
    painter.drawText(words, Qt::AlignVCenter | Qt::AlignLeft, painter.fontMetrics().elidedText(text(), Qt::ElideRight, words.width()));
}

TopBar::TopBar(Bridge &bridge, QWidget *parent)
    : QFrame(parent), bridge_(bridge), name_(roleLabel(QStringLiteral("strong"), {}, this)), practice_(roleLabel(QStringLiteral("chip"), {}, this)),
      person_(roleLabel(QStringLiteral("muted"), {}, this)), duty_(roleLabel(QStringLiteral("chipaccent"), {}, this)), find_(new FindBox(this)), bell_(roleButton(QStringLiteral("quiet"), this))
{
    setProperty("role", "header");
    setFixedHeight(Theme::of(this).scaled(kTopHeight));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(14, 0, 14, 0);
    layout->setSpacing(kMargin);
    layout->addWidget(name_);
    layout->addWidget(practice_);
    layout->addStretch(1);
    layout->addWidget(find_, 8);
    layout->addStretch(1);
    layout->addWidget(bell_);
    layout->addWidget(person_);
    layout->addWidget(duty_);
    connect(bell_, &QPushButton::clicked, this, &TopBar::alertsPressed);
    connect(&bridge_, &Bridge::opened, this, &TopBar::readName);
    connect(&bridge_, &Bridge::opened, this, &TopBar::readAlerts);
    connect(&bridge_, &Bridge::closed, this, [this] {
        workspaceName_.clear(); // of the workspace that was left
        alerts_ = 0;
        refresh();
    });
    connect(&bridge_, &Bridge::statusChanged, this, &TopBar::refresh);
    connect(&bridge_, &Bridge::changed, this, [this](const Change &change) {
        if (change.settings)
            readName();
        if (change.alerts)
            readAlerts();
    });
    retranslate();
}

void TopBar::readName()
{
    bridge_.read<std::optional<std::string>>(
        this, [](store::Tx &tx) { return store::Settings(tx).get(app::kWorkspaceName.key); },
        [this](Result<std::optional<std::string>> name) {
            workspaceName_ = name && *name ? qs(**name) : QString();
            refresh();
        });
}

void TopBar::readAlerts()
{
    bridge_.read<int>(
        this, [](store::Tx &tx) { return store::Alerts(tx).openCount(); },
        [this](Result<int> count) {
            alerts_ = count.value_or(0);
            showAlerts();
        });
}

void TopBar::showAlerts()
{
    bell_->setVisible(bridge_.state() == Bridge::State::Open);
    bell_->setIcon(Theme::of(this).icon(QStringLiteral("bell"), alerts_ > 0 ? &Colors::warn : &Colors::muted));
    bell_->setText(alerts_ > 0 ? format::number(alerts_) : QString());
    bell_->setAccessibleName(alerts_ > 0 ? tr("%Ln new alert(s)", nullptr, alerts_) : tr("No new alert"));
    bell_->setToolTip(bell_->accessibleName());
}

void TopBar::refresh()
{
    const bool open = bridge_.state() == Bridge::State::Open;
    QString name = workspaceName_;
    if (name.isEmpty() && open)
        for (const auto &account : bridge_.status().accounts)
            if (name.isEmpty() && account.account.state != AccountState::Removed)
                name = qs(account.account.name);
    if (name.isEmpty() && open && bridge_.workspace()->isPractice())
        name = tr("Practice");
    if (name.isEmpty())
        name = open ? QFileInfo(qs(bridge_.workspace()->path())).completeBaseName() : QStringLiteral("Vigie");
    name_->setText(name);
    practice_->setVisible(open && bridge_.workspace()->isPractice());
    const auto person = qs(bridge_.person());
    person_->setText(person);
    person_->setVisible(open && !person.isEmpty());
    showAlerts();
    // On duty means that this window syncs and publishes; a window that only looks says so.
    duty_->setVisible(open);
    duty_->setText(open && bridge_.options().engines ? tr("On duty") : tr("Looking only"));
    setRole(duty_, open && bridge_.options().engines ? QStringLiteral("chipaccent") : QStringLiteral("chip"));
}

void TopBar::retranslate()
{
    practice_->setText(tr("practice network"));
    find_->setText(tr("Search everything, or type a command"));
    find_->setAccessibleName(find_->text());
    refresh();
}

void TopBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

} // namespace vigie::ui
