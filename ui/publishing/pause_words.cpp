// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/publishing/pause_words.hpp"

#include "ui/bridge/text.hpp"

#include <vigie/store/campaigns.hpp>
#include <vigie/store/members.hpp>

#include <QCoreApplication>

#include <algorithm>

namespace vigie::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Publishing)
};

QString nameOf(const std::vector<std::pair<std::int64_t, std::string>> &names, std::int64_t id)
{
    const auto found = std::find_if(names.begin(), names.end(), [id](const auto &one) { return one.first == id; });
    return found != names.end() ? qs(found->second) : QString::number(id);
}

} // namespace

Result<PauseNames> readPauseNames(store::Tx &tx)
{
    PauseNames names;
    VIGIE_TRY(const auto accounts, store::Accounts(tx).all());
    for (const auto &account : accounts)
        if (account.state != AccountState::Removed && account.capabilities.has(Capability::Publish))
            names.accounts.emplace_back(account.id.value, account.handle + " (" + account.connector + ")");
    VIGIE_TRY(const auto campaigns, store::Campaigns(tx).all());
    for (const auto &campaign : campaigns)
        names.campaigns.emplace_back(campaign.id.value, campaign.name);
    return names;
}

QString pauseScopeText(const Pause &pause, const PauseNames &names)
{
    switch (pause.scope) {
    case PauseScope::Everything: return Words::tr("All publishing");
    case PauseScope::Account: return Words::tr("The account %1").arg(nameOf(names.accounts, pause.of));
    case PauseScope::Campaign: return Words::tr("The campaign %1").arg(nameOf(names.campaigns, pause.of));
    }
    return {};
}

} // namespace vigie::ui
