// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/app/media_place.hpp>

#include <vigie/connect/extensions.hpp>
#include <vigie/store/members.hpp>

namespace vigie::app {

namespace {

bool takesFiles(const connect::Catalogue &networks, const Account &account)
{
    const auto *connector = networks.find(account.connector);
    return connector != nullptr && account.state != AccountState::Removed && connect::extension<connect::HostsFiles>(*connector) != nullptr;
}

/// What hangs on a public address. The next look at the account's profile says it anew, with what its token allows.
void adjust(Account &account, const connect::Descriptor &network, bool hasPlace)
{
    for (std::size_t i = 0; i < kCapabilityCount; ++i) {
        const auto what = static_cast<Capability>(i);
        if (network.capabilities.why(what) != CapabilityReason::PublicMediaUrlNeeded)
            continue;
        if (hasPlace && account.capabilities.why(what) == CapabilityReason::PublicMediaUrlNeeded)
            account.capabilities.set(what);
        else if (!hasPlace && account.capabilities.has(what) && account.setting("media_base").empty())
            account.capabilities.set(what, CapabilityReason::PublicMediaUrlNeeded);
    }
}

} // namespace

bool fetchesMedia(const connect::Descriptor &network)
{
    return network.capabilities.why(Capability::Images) == CapabilityReason::PublicMediaUrlNeeded;
}

Result<std::vector<Account>> mediaPlaces(store::Tx &tx, const connect::Catalogue &networks)
{
    VIGIE_TRY(auto accounts, store::Accounts(tx).all());
    std::erase_if(accounts, [&](const Account &one) { return !takesFiles(networks, one); });
    return accounts;
}

Result<void> chooseMediaPlace(store::Tx &tx, const connect::Catalogue &networks, AccountId id, AccountId place)
{
    store::Accounts accounts(tx);
    VIGIE_TRY(auto account, accounts.get(id));
    const auto *connector = networks.find(account.connector);
    if (connector == nullptr || !fetchesMedia(connector->describe()))
        return fail(Errc::Unsupported, "this account's network takes files from us: it needs no place for them");
    if (place) {
        VIGIE_TRY(const auto host, accounts.get(place));
        if (!takesFiles(networks, host))
            return fail(Errc::Unsupported, "that account takes no files: a WebDAV folder, an S3 bucket or a WordPress site does");
    }
    connect::choosePlace(account.settings, place);
    adjust(account, connector->describe(), static_cast<bool>(place));
    VIGIE_CHECK(accounts.save(account));
    return {};
}

} // namespace vigie::app
