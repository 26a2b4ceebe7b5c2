// SPDX-License-Identifier: GPL-3.0-or-later
// What the status knows of each account beyond its row: see app/health.hpp.
#include "app/spending.hpp"
#include "app/workspace_impl.hpp"

#include <vigie/store/sync.hpp>

#include <algorithm>

namespace vigie::app {

namespace {

constexpr std::chrono::hours kPulseOf{24 * 58};        ///< the eight weeks that silenceOf() looks at, and a little
constexpr std::chrono::minutes kPulseEvery{10};        ///< a mention within the stretch that is being read changes nothing
constexpr std::chrono::hours kSunsetWithin{24 * 30};

std::optional<Instant> nextMidnight(Instant now, const std::string &zone)
{
    const auto today = localDay(now, zone);
    const auto next = today ? dayStart(*today + 1, zone) : Result<Instant>(fail(Errc::InvalidInput));
    return next ? std::optional(*next) : std::nullopt;
}

std::optional<Instant> nextMonth(Instant now)
{
    const int year = std::stoi(monthOf(now).substr(0, 4)), month = std::stoi(monthOf(now).substr(5, 2));
    const auto next = month == 12 ? std::to_string(year + 1) + "-01" : std::to_string(year) + (month < 9 ? "-0" : "-") + std::to_string(month + 1);
    const auto at = parseRfc3339(next + "-01T00:00:00Z");
    return at ? std::optional(*at) : std::nullopt;
}

/// What is used of a day's units and a month's money.
Result<std::vector<Spent>> spentOf(store::Tx &tx, const connect::Descriptor &network, const Account &account)
{
    std::vector<Spent> all;
    store::Spendings spendings(tx);
    for (const auto &bucket : network.buckets) {
        if (!bucket.daily)
            continue;
        VIGIE_TRY(const auto used, spendings.of(account.id, bucket.name, dayOf(tx.now(), bucket.zone)));
        all.push_back({bucket.name, false, used.units, bucket.units, nextMidnight(tx.now(), bucket.zone)});
    }
    VIGIE_TRY(const auto money, spendings.total(account.id, monthOf(tx.now())));
    const auto budget = budgetOf(account);
    const auto limit = budget ? *budget : std::optional<std::int64_t>();
    if (money.microDollars != 0 || limit)
        all.push_back({{}, true, money.microDollars, limit, nextMonth(tx.now())});
    return all;
}

/// Does the network renew sign-ins by itself? Asked with a credential that holds nothing.
bool renews(const connect::Connector &connector, const Account &account, Instant now)
{
    connect::Credential empty;
    empty.access = empty.refresh = Secret("-");
    const connect::Context context{account, empty.access, now, &empty};
    const auto refresh = connector.buildRefresh(context);
    if (refresh || refresh.error().code != Errc::Unsupported)
        return true;
    const auto minted = connector.mint(context);
    return minted || minted.error().code != Errc::Unsupported;
}

} // namespace

/// Looking at eight weeks of a busy source costs; what it says changes slowly.
std::optional<Silence> Workspace::Impl::silence(store::Tx &tx, const Account &account, Instant seenUpTo)
{
    {
        const std::lock_guard guard(mutex);
        const auto known = pulses.find(account.id);
        if (known != pulses.end() && known->second.readAt <= tx.now() && tx.now() - known->second.readAt < kPulseEvery)
            return silenceOf(known->second.slots, seenUpTo);
    }
    auto slots = store::Sync(tx).pulse(account.connector, account.instance, tx.now() - kPulseOf);
    if (!slots)
        return std::nullopt;
    const auto told = silenceOf(*slots, seenUpTo);
    const std::lock_guard guard(mutex);
    pulses[account.id] = {tx.now(), std::move(*slots)};
    return told;
}

Result<Health> Workspace::Impl::health(store::Tx &tx, const Account &account, std::optional<Instant> seenUpTo)
{
    Health health;
    store::Sync sync(tx);
    VIGIE_TRY(const auto cursors, sync.cursors(account.id));
    VIGIE_TRY(health.gaps, sync.openGaps(account.id));
    for (const auto &gap : health.gaps)
        health.gapTime += std::chrono::duration_cast<std::chrono::seconds>(gap.to - gap.from);
    health.causes = causesOf(cursors, account.lastError);
    if (account.state == AccountState::Active && seenUpTo) {
        health.lag = std::max(std::chrono::seconds{0}, std::chrono::duration_cast<std::chrono::seconds>(tx.now() - *seenUpTo));
        health.silence = silence(tx, account, *seenUpTo);
    }
    health.apiEndsSoon = account.session.apiSunset && *account.session.apiSunset <= tx.now() + kSunsetWithin;
    const auto *connector = catalogue.find(account.connector);
    if (connector == nullptr)
        return health;
    const bool renewable = connector->describe().needsSignIn() && renews(*connector, account, tx.now());
    health.life = signInLife(connector->describe().needsSignIn(), account, renewable, tx.now());
    health.lifeEnds = renewable ? account.session.refreshableUntil : account.session.expiresAt;
    VIGIE_TRY(health.spent, spentOf(tx, connector->describe(), account));
    if (options.engines)
        health.allowances = courier->allowances(connector->describe(), account);
    return health;
}

} // namespace vigie::app
