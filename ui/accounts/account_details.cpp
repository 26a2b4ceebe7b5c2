// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/account_details.hpp"

#include "ui/accounts/ability_view.hpp"
#include "ui/accounts/account_words.hpp"
#include "ui/accounts/health_words.hpp"
#include "ui/accounts/network_words.hpp"
#include "ui/accounts/place_row.hpp"
#include "ui/bridge/text.hpp"
#include "ui/command/registry.hpp"
#include "ui/widget/flow_layout.hpp"
#include "ui/widget/pieces.hpp"

#include <QEvent>
#include <QGridLayout>
#include <QVBoxLayout>

namespace vigie::ui {

AccountDetails::AccountDetails(Shell &shell, QWidget *parent)
    : QWidget(parent), shell_(shell), title_(wrappedLabel(QStringLiteral("title"), {}, this)), facts_(wrappedLabel(QStringLiteral("muted"), {}, this)),
      healthTitle_(wrappedLabel(QStringLiteral("strong"), {}, this)), policyTitle_(wrappedLabel(QStringLiteral("strong"), {}, this)), policy_(wrappedLabel(QStringLiteral("muted"), {}, this)),
      healthBox_(new QWidget(this)), fill_(roleButton(QStringLiteral("warn"), this)), place_(new PlaceRow(shell, this)), abilities_(new AbilityView(this)), layout_(new QVBoxLayout(this))
{
    layout_->setContentsMargins(kWideMargin, kWideMargin, kWideMargin, kWideMargin);
    layout_->setSpacing(kMargin);
    layout_->addWidget(title_);
    layout_->addWidget(facts_);
    auto *buttons = new QWidget(this);
    auto *flow = new FlowLayout(buttons, kGap);
    flow->setContentsMargins(0, 0, 0, 0);
    for (const char *id : {"accounts.test", "accounts.sync", "accounts.pause", "accounts.edit", "accounts.reconnect", "accounts.remove"}) {
        auto *button = roleButton(QByteArray(id) == "accounts.remove" ? QStringLiteral("danger") : QString(), this);
        buttons_.emplace_back(button, QString::fromLatin1(id));
        flow->addWidget(button);
    }
    buttons_.emplace_back(fill_, QStringLiteral("accounts.fill"));
    layout_->addWidget(buttons);
    layout_->addWidget(healthTitle_);
    auto *inHealth = new QVBoxLayout(healthBox_);
    inHealth->setContentsMargins(0, 0, 0, 0);
    layout_->addWidget(healthBox_);
    auto *fillRow = new QHBoxLayout;
    fillRow->addWidget(fill_);
    fillRow->addStretch(1);
    layout_->addLayout(fillRow);
    layout_->addWidget(place_);
    layout_->addWidget(abilities_);
    layout_->addWidget(policyTitle_);
    layout_->addWidget(policy_);
    layout_->addStretch(1);
}

void AccountDetails::bindCommands()
{
    for (const auto &[button, id] : buttons_)
        shell_.commands.bind(button, id);
}

void AccountDetails::setStatus(const app::AccountStatus &status)
{
    status_ = status;
    refresh();
}

void AccountDetails::refresh()
{
    const auto &account = status_.account;
    if (!account.id)
        return;
    title_->setText(qs(account.name.empty() ? account.handle : account.name));
    facts_->setText(facts().join(QLatin1Char('\n')));
    healthTitle_->setText(tr("How it is"));
    policyTitle_->setText(tr("What the network's terms ask"));
    policy_->setText(policyWords(account.policy).join(QLatin1Char('\n')));
    refreshHealth();
    place_->setAccount(account);
    const auto *workspace = shell_.bridge.workspace();
    if (const auto *connector = workspace != nullptr ? workspace->catalogue().find(account.connector) : nullptr)
        abilities_->setAbilities(app::abilitiesOf(connector->describe(), &account));
}

QStringList AccountDetails::facts() const
{
    const auto &account = status_.account;
    const auto &bridge = shell_.bridge;
    QStringList facts;
    facts << tr("%1 at %2").arg(bridge.networkName(account.connector), qs(account.instance));
    if (account.addedAt)
        facts << tr("Connected on %1").arg(format::date(*account.addedAt, bridge.zone()));
    if (!account.limits.serverVersion.empty())
        facts << tr("The server runs %1.").arg(qs(account.limits.serverVersion));
    if (connect::allowsPrivateNetwork(account))
        facts << tr("It may be at an address of a private network.");
    const auto *workspace = bridge.workspace();
    const auto *connector = workspace != nullptr ? workspace->catalogue().find(account.connector) : nullptr;
    if (connector == nullptr)
        return facts;
    // Settings that the person gave, by the names they were asked for; what a connector keeps for itself is not shown.
    for (const auto &field : connector->describe().fields)
        if (const auto value = account.setting(field.key); !value.empty())
            facts << tr("%1: %2").arg(fieldWords(field).label, field.kind == connect::FieldSpec::Kind::Choice ? choiceWords(field.key, value) : qs(value));
    return facts << verificationWords(connector->describe().verification);
}

void AccountDetails::follow(const app::AccountStatus &status)
{
    status_ = status;
    refreshHealth();
}

void AccountDetails::refreshHealth()
{
    const auto lines = healthLines(status_, shell_.bridge.now(), shell_.bridge.zone());
    QStringList words;
    for (const auto &line : lines)
        words << line.label << line.value;
    if (health_ != nullptr && words == shown_)
        return;
    shown_ = words;
    delete health_;
    health_ = new QWidget(healthBox_);
    auto *grid = new QGridLayout(health_);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setVerticalSpacing(kGrid);
    grid->setHorizontalSpacing(kMargin);
    int row = 0;
    for (const auto &line : lines) {
        auto *value = wrappedLabel(line.trouble ? QStringLiteral("warn") : QString(), line.value, health_);
        value->setAccessibleName(tr("%1: %2").arg(line.label, line.value));
        grid->addWidget(wrappedLabel(QStringLiteral("muted"), line.label, health_), row, 0, Qt::AlignTop);
        grid->addWidget(value, row++, 1);
    }
    grid->setColumnStretch(0, 2);
    grid->setColumnStretch(1, 5);
    healthBox_->layout()->addWidget(health_);
    fill_->setVisible(status_.openGaps > 0);
}

void AccountDetails::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        refresh();
    QWidget::changeEvent(event);
}

} // namespace vigie::ui
