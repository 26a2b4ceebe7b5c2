// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/spending.hpp"

#include <vigie/base/log.hpp>
#include <vigie/net/rate.hpp>

#include <charconv>
#include <cmath>

namespace vigie::app {

namespace {

constexpr double kMicro = 1e6;
constexpr const char *kMoney = "money"; ///< bucket of what is charged by the call

Error until(Errc code, std::string detail, std::optional<Instant> at, Instant now)
{
    Error error{code, std::move(detail), 0, {}, {}};
    if (at)
        error.retryAfter = std::max(std::chrono::ceil<std::chrono::seconds>(*at - now), std::chrono::seconds{1});
    return error;
}

} // namespace

Result<std::optional<std::int64_t>> budgetOf(const Account &account)
{
    auto text = account.setting(kBudgetSetting);
    if (text.empty())
        return std::optional<std::int64_t>();
    for (auto &c : text)
        c = c == ',' ? '.' : c; // as a French keyboard writes it
    double dollars = 0;
    const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), dollars);
    if (failed != std::errc{} || end != text.data() + text.size() || !std::isfinite(dollars) || dollars < 0 || dollars > 1e6)
        return fail(Errc::InvalidInput, "the budget is no amount of money");
    return std::optional(static_cast<std::int64_t>(std::llround(dollars * kMicro)));
}

std::string monthOf(Instant now)
{
    return toRfc3339(now).substr(0, 7);
}

std::string dayOf(Instant now, const std::string &zone)
{
    const auto wall = toWall(now, zone);
    return wall ? toString(*wall).substr(0, 10) : toRfc3339(now).substr(0, 10);
}

Result<store::Spent> StoredSpending::unitsFor(store::Tx &tx, const Account &account, const connect::RateBucket &bucket, const net::Cost &cost,
                                              net::RatePriority priority) const
{
    const auto now = clock_.now();
    VIGIE_TRY(const auto used, store::Spendings(tx).of(account.id, bucket.name, dayOf(now, bucket.zone)));
    const std::int64_t reserve = priority == net::RatePriority::Background ? bucket.units / 5 : 0;
    if (used.units + cost.units > bucket.units - reserve) {
        VIGIE_TRY(const auto today, localDay(now, bucket.zone));
        VIGIE_TRY(const auto midnight, dayStart(today + 1, bucket.zone));
        return fail(until(Errc::QuotaExhausted, "the day's allowance of \"" + bucket.name + "\" is used up", midnight, now));
    }
    return store::Spent{cost.units, 0};
}

Result<void> StoredSpending::moneyFor(store::Tx &tx, const Account &account, const net::Cost &cost) const
{
    VIGIE_TRY(const auto budget, budgetOf(account));
    if (!budget)
        return fail(Errc::BudgetStop, "no monthly budget is set for this account");
    VIGIE_TRY(const auto used, store::Spendings(tx).total(account.id, monthOf(clock_.now())));
    if (used.microDollars + cost.microDollars > *budget)
        return fail(Errc::BudgetStop, "the monthly budget of this account would be exceeded");
    return {};
}

Result<void> StoredSpending::reserve(const Account &account, const connect::Descriptor &network, const net::Cost &cost, net::RatePriority priority)
{
    const auto *bucket = connect::bucketOf(network, cost.bucket);
    const bool daily = bucket != nullptr && bucket->daily;
    // What has begun is finished: it is counted, never refused.
    const bool bound = priority != net::RatePriority::Committed;
    return store_.writeNow<void>([&](store::Tx &tx) -> Result<void> {
        if (daily) {
            auto units = unitsFor(tx, account, *bucket, cost, priority);
            if (!units && bound)
                return fail(std::move(units.error()));
            VIGIE_CHECK(store::Spendings(tx).add(account.id, bucket->name, dayOf(clock_.now(), bucket->zone), {cost.units, 0}));
        }
        if (cost.microDollars > 0) {
            if (bound)
                VIGIE_CHECK(moneyFor(tx, account, cost));
            VIGIE_CHECK(store::Spendings(tx).add(account.id, kMoney, monthOf(clock_.now()), {0, cost.microDollars}));
        }
        return {};
    });
}

void StoredSpending::settle(const Account &account, const net::Cost &reserved, std::int64_t microDollars)
{
    const auto done = store_.writeNow<void>([&](store::Tx &tx) {
        return store::Spendings(tx).add(account.id, kMoney, monthOf(clock_.now()), {0, microDollars - reserved.microDollars});
    });
    if (!done)
        log::warning("app", "what a call of {} really cost was not noted: {}", account.handle, done.error().detail);
}

} // namespace vigie::app
