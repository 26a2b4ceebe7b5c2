// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/done_step.hpp"

#include "ui/accounts/ability_view.hpp"
#include "ui/accounts/network_words.hpp"
#include "ui/bridge/text.hpp"
#include "ui/widget/pieces.hpp"

#include <QEvent>
#include <QVBoxLayout>

namespace vigie::ui {

DoneStep::DoneStep(QWidget *parent)
    : QWidget(parent), title_(roleLabel(QStringLiteral("title"), {}, this)), who_(roleLabel({}, {}, this)), policy_(roleLabel(QStringLiteral("small"), {}, this)),
      abilities_(new AbilityView(this)), button_(roleButton(QStringLiteral("primary"), this))
{
    for (auto *label : {title_, who_, policy_})
        label->setWordWrap(true);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(button_);
    buttons->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(kWideMargin, kWideMargin, kWideMargin, kWideMargin);
    layout->setSpacing(kMargin);
    layout->addWidget(title_);
    layout->addWidget(who_);
    layout->addLayout(buttons);
    layout->addWidget(abilities_);
    layout->addWidget(policy_);
    layout->addStretch(1);
    connect(button_, &QPushButton::clicked, this, &DoneStep::closed);
    retranslate();
}

void DoneStep::show(const Account &account, const connect::Descriptor &network)
{
    account_ = account;
    network_ = qs(network.name);
    abilities_->setAbilities(app::abilitiesOf(network, &account));
    retranslate();
    button_->setFocus();
}

void DoneStep::retranslate()
{
    title_->setText(tr("Connected"));
    const auto name = qs(account_.name.empty() ? account_.handle : account_.name);
    const auto handle = account_.handle.empty() || account_.handle == account_.name ? QString() : QStringLiteral(" (@%1)").arg(qs(account_.handle));
    const auto state = account_.state == AccountState::Paused ? tr("It stays switched off until you resume it.") : tr("Its history is being read now.");
    who_->setText(tr("%1%2 on %3.").arg(name, handle, network_) + QLatin1Char(' ') + state);
    policy_->setText(policyWords(account_.policy).join(QLatin1Char(' ')));
    button_->setText(tr("Done"));
    button_->setAccessibleName(button_->text());
}

void DoneStep::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace vigie::ui
