// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/store/spending.hpp>

#include "store/session.hpp"

#include <vigie/store/members.hpp>

#include <algorithm>

namespace vigie::store {

Result<Spent> Spendings::of(AccountId account, const std::string &bucket, const std::string &period)
{
    return tx_.session().guard([&] {
        const auto row = tx_.session().one<std::int64_t, std::int64_t>("SELECT units, micro_dollars FROM spending WHERE account_id=? AND bucket=? AND period=?",
                                                                       account, bucket, period);
        return row ? Spent{std::get<0>(*row), std::get<1>(*row)} : Spent{};
    });
}

Result<Spent> Spendings::total(AccountId account, const std::string &period)
{
    return tx_.session().guard([&] {
        const auto row = tx_.session().one<std::int64_t, std::int64_t>(
            "SELECT coalesce(sum(units), 0), coalesce(sum(micro_dollars), 0) FROM spending WHERE account_id=? AND period=?", account, period);
        return row ? Spent{std::get<0>(*row), std::get<1>(*row)} : Spent{};
    });
}

Result<void> Spendings::add(AccountId account, const std::string &bucket, const std::string &period, const Spent &amount)
{
    return tx_.session().guard([&] {
        tx_.session().exec("INSERT INTO spending(account_id, bucket, period, units, micro_dollars) VALUES(?,?,?,max(?,0),max(?,0))"
                           " ON CONFLICT(account_id, bucket, period) DO UPDATE SET units=max(spending.units+?, 0),"
                           " micro_dollars=max(spending.micro_dollars+?, 0)",
                           account, bucket, period, amount.units, amount.microDollars, amount.units, amount.microDollars);
    });
}

Result<int> Exports::take(const std::string &connector, const std::string &day, int wanted)
{
    return tx_.session().guard([&]() -> Result<int> {
        VIGIE_TRY(const auto policy, Accounts(tx_).policyOf(connector));
        if (policy.exports == ExportRule::No || wanted <= 0)
            return 0;
        if (policy.exports != ExportRule::Capped && policy.exportPerDay == 0)
            return wanted;
        const auto gone = tx_.session().one<int>("SELECT items FROM export_count WHERE connector=? AND day=?", connector, day).value_or(0);
        const int allowed = std::clamp(policy.exportPerDay - gone, 0, wanted);
        tx_.session().exec("INSERT INTO export_count(connector, day, items) VALUES(?,?,?) ON CONFLICT(connector, day) DO UPDATE SET items=items+excluded.items",
                           connector, day, allowed);
        return allowed;
    });
}

} // namespace vigie::store
