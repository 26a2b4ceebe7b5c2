// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/store/relay_counting.hpp>

#include "store/originals.hpp"
#include "store/session.hpp"

#include <vigie/store/members.hpp>

namespace vigie::store {

namespace {
constexpr const char *kSetting = "relays.counted", *kNo = "no", *kYes = "yes";

/// A job runs on one thread from its beginning to its end: what it decided ends with it.
thread_local const Session *onlyOriginalsIn = nullptr;
} // namespace

bool originalsOnly(const Session &session)
{
    return onlyOriginalsIn == &session;
}

std::string onlyCounted(const Session &session, const std::string &relay)
{
    return originalsOnly(session) ? " AND " + relay + "=0" : std::string();
}

Result<bool> RelayCounting::counted()
{
    VIGIE_TRY(const auto value, Settings(tx_).get(kSetting));
    return value.value_or(kYes) != kNo;
}

Result<void> RelayCounting::set(bool counted)
{
    return Settings(tx_).set(kSetting, counted ? kYes : kNo);
}

AsCounted::AsCounted(Tx &tx) : AsCounted(tx, RelayCounting(tx).counted().value_or(true)) {}

AsCounted::AsCounted(Tx &tx, bool withRelays) : tx_(tx), before_(onlyOriginalsIn)
{
    onlyOriginalsIn = withRelays ? nullptr : &tx.session();
}

AsCounted::~AsCounted()
{
    onlyOriginalsIn = before_;
}

bool AsCounted::withRelays() const
{
    return !originalsOnly(tx_.session());
}

} // namespace vigie::store
