// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/account_card.hpp"

#include "ui/accounts/account_words.hpp"
#include "ui/accounts/health_words.hpp"
#include "ui/bridge/text.hpp"
#include "ui/widget/pieces.hpp"

#include <QEvent>
#include <QGridLayout>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace vigie::ui {

AccountCard::AccountCard(Bridge &bridge, QWidget *parent)
    : QFrame(parent), bridge_(bridge), avatar_(new AvatarWidget(32, this)), name_(roleLabel(QStringLiteral("strong"), {}, this)),
      handle_(new ElidedLabel(this)), state_(roleLabel(QStringLiteral("chip"), {}, this)), rhythm_(roleLabel(QStringLiteral("small"), {}, this)),
      gaps_(roleButton(QStringLiteral("warnlink"), this)), error_(new ErrorBar(this))
{
    setFocusPolicy(Qt::StrongFocus);
    handle_->setProperty("role", "muted");
    auto *first = new QHBoxLayout;
    first->setSpacing(kGap);
    first->addWidget(name_);
    first->addWidget(handle_, 1);
    state_->setAlignment(Qt::AlignCenter);
    rhythm_->setWordWrap(true);
    first->addWidget(state_);
    auto *second = new QHBoxLayout;
    second->setSpacing(kMargin);
    second->addWidget(rhythm_);
    second->addWidget(gaps_);
    second->addStretch(1);
    auto *layout = new QGridLayout(this);
    layout->setContentsMargins(kWideMargin, kMargin, kWideMargin, kMargin);
    layout->setHorizontalSpacing(kMargin);
    layout->setVerticalSpacing(kGrid);
    layout->addWidget(avatar_, 0, 0, 2, 1, Qt::AlignTop);
    layout->addLayout(first, 0, 1);
    layout->addLayout(second, 1, 1);
    layout->addWidget(error_, 2, 1);
    layout->setColumnStretch(1, 1);
    connect(gaps_, &QPushButton::clicked, this, &AccountCard::fillPressed);
    connect(error_, &ErrorBar::actionPressed, this, [this](Offer offer) {
        if (offer == Offer::Reconnect)
            Q_EMIT reconnectPressed();
        else
            Q_EMIT chosen();
    });
}

void AccountCard::setStatus(const app::AccountStatus &status)
{
    status_ = status;
    refresh();
}

void AccountCard::setTold(std::vector<Errc> told)
{
    told_ = std::move(told);
    refresh();
}

void AccountCard::setSelected(bool selected)
{
    selected_ = selected;
    update();
}

void AccountCard::setBusy(const QString &words)
{
    busy_ = words;
    refresh();
}

void AccountCard::refresh()
{
    const auto &account = status_.account;
    const auto name = qs(account.name.empty() ? account.handle : account.name);
    avatar_->setPerson(name, bridge_.networkBadge(account.connector));
    name_->setText(name);
    const auto handle = account.handle.empty() ? qs(account.instance) : QLatin1Char('@') + qs(account.handle);
    handle_->setText(bridge_.networkName(account.connector) + QStringLiteral(", ") + handle);
    state_->setText(busy_.isEmpty() ? accountStateWords(status_) : busy_);
    const bool trouble = account.state == AccountState::ReconnectNeeded;
    setRole(state_, trouble ? QStringLiteral("chipwarn") : status_.live ? QStringLiteral("chipaccent") : QStringLiteral("chip"));
    rhythm_->setText(accountRhythmWords(status_, bridge_.now(), bridge_.zone()));
    gaps_->setVisible(status_.openGaps > 0);
    gaps_->setText(tr("%n gap(s) - read again", nullptr, status_.openGaps));
    gaps_->setAccessibleName(gaps_->text());
    const auto &causes = status_.health.causes;
    const auto own = std::find_if(causes.begin(), causes.end(), [this](const app::Cause &cause) { return std::find(told_.begin(), told_.end(), cause.error.code) == told_.end(); });
    if (trouble && own == causes.end())
        error_->setError(Error{Errc::AuthRevoked, {}, 0, {}, {}});
    else if (own != causes.end())
        error_->setError(own->error);
    else if (status_.health.silence)
        error_->setMessage(silenceWords(*status_.health.silence, bridge_.zone()));
    else
        error_->clear();
    setAccessibleName(QStringLiteral("%1, %2, %3").arg(name, state_->text(), rhythm_->text()));
}

void AccountCard::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        refresh();
    QFrame::changeEvent(event);
}

void AccountCard::mousePressEvent(QMouseEvent *event)
{
    setFocus();
    Q_EMIT chosen();
    event->accept();
}

void AccountCard::focusInEvent(QFocusEvent *event)
{
    Q_EMIT chosen();
    QFrame::focusInEvent(event);
}

void AccountCard::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    const auto &colors = Theme::of(this).colors();
    painter.fillRect(rect(), selected_ ? colors.accentBg : colors.pane);
    painter.fillRect(QRect(0, height() - 1, width(), 1), colors.line);
    if (selected_)
        painter.fillRect(QRect(0, 0, 3, height()), colors.accent);
}

} // namespace vigie::ui
