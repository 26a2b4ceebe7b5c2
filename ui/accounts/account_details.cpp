// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/account_details.hpp"

#include "ui/accounts/account_words.hpp"
#include "ui/bridge/text.hpp"
#include "ui/command/registry.hpp"
#include "ui/widget/flow_layout.hpp"
#include "ui/widget/pieces.hpp"

#include <QEvent>
#include <QGridLayout>
#include <QVBoxLayout>

namespace vigie::ui {

AccountDetails::AccountDetails(Shell &shell, QWidget *parent)
    : QWidget(parent), shell_(shell), title_(roleLabel(QStringLiteral("title"), {}, this)), facts_(roleLabel(QStringLiteral("muted"), {}, this)),
      layout_(new QVBoxLayout(this))
{
    layout_->setContentsMargins(kWideMargin, kWideMargin, kWideMargin, kWideMargin);
    layout_->setSpacing(kMargin);
    title_->setWordWrap(true);
    facts_->setWordWrap(true);
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
    layout_->addWidget(buttons);
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
    const auto &bridge = shell_.bridge;
    title_->setText(qs(account.name.empty() ? account.handle : account.name));
    QStringList facts;
    facts << tr("%1 at %2").arg(bridge.networkName(account.connector), qs(account.instance));
    if (account.addedAt)
        facts << tr("Connected on %1").arg(format::date(*account.addedAt, bridge.zone()));
    if (!account.limits.serverVersion.empty())
        facts << tr("The server runs %1.").arg(qs(account.limits.serverVersion));
    if (connect::allowsPrivateNetwork(account))
        facts << tr("It may be at an address of a private network.");
    std::vector<AccountSetting> listened = account.settings;
    connect::allowPrivateNetwork(listened, false); // said in words above
    for (const auto &setting : listened)
        if (!setting.value.empty())
            facts << tr("%1: %2").arg(fieldWords({setting.key, connect::FieldSpec::Kind::Text, false, {}}).label, qs(setting.value));
    if (const auto *workspace = bridge.workspace())
        if (const auto *connector = workspace->catalogue().find(account.connector))
            facts << verificationWords(connector->describe().verification);
    facts_->setText(facts.join(QLatin1Char('\n')));

    delete table_;
    table_ = new QWidget(this);
    auto *grid = new QGridLayout(table_);
    grid->setContentsMargins(0, kGap, 0, 0);
    grid->setVerticalSpacing(kGrid);
    grid->addWidget(roleLabel(QStringLiteral("strong"), tr("What it may do here"), table_), 0, 0, 1, 2);
    for (std::size_t i = 0; i < kCapabilityCount; ++i) {
        const auto capability = static_cast<Capability>(i);
        const auto why = account.capabilities.why(capability);
        const int row = static_cast<int>(i) + 1;
        const bool has = account.capabilities.has(capability);
        auto *what = roleLabel(has ? QString() : QStringLiteral("muted"), capabilityWords(capability), table_);
        what->setWordWrap(true);
        grid->addWidget(what, row, 0);
        auto *reason = roleLabel(has ? QStringLiteral("pos") : QStringLiteral("small"), reasonWords(why), table_);
        reason->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        reason->setWordWrap(true);
        grid->addWidget(reason, row, 1);
    }
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    layout_->insertWidget(layout_->count() - 1, table_);
}

void AccountDetails::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        refresh();
    QWidget::changeEvent(event);
}

} // namespace vigie::ui
